/* What is to be known of HTML's elements before a page is parsed, and by --main. */
#ifndef HTML_HTML_ELEMENT_H
#define HTML_HTML_ELEMENT_H

#include "base/str.h"

enum {
	ELEMENT_INLINE = 1,  /* stands in a line */
	ELEMENT_UNSEEN = 2,  /* shows no text */
	ELEMENT_RAW = 4,     /* only its end tag is markup in it (13.2.6.2) */
	ELEMENT_FORMATTING = 16, /* is opened again where a block ends before it does (13.2.4.3) */
	ELEMENT_SHALLOW = 8, /* never holds another of its kind, or none at all: the number of its tags is no depth */
};

/* The bits of an element, in any case; 0 for one that is not known. */
unsigned html_element(struct str name);

#endif
