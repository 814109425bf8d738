/* What is to be known of HTML's elements before a page is parsed, and by --main. */
#ifndef HTML_HTML_ELEMENT_H
#define HTML_HTML_ELEMENT_H

#include "base/str.h"

enum {
	ELEMENT_INLINE = 1, /* stands in a line */
	ELEMENT_UNSEEN = 2, /* shows no text */
	ELEMENT_RAW = 4,    /* only its end tag is markup in it (13.2.6.2) */
	/* What the parser does with it while it is open (13.2.4.2 and 13.2.6.4). */
	ELEMENT_EMPTY = 8,	 /* nothing: it holds nothing, or there is only one */
	ELEMENT_FORMATTING = 16, /* it is opened again where a block ends before it does */
	ELEMENT_SPECIAL = 32,	 /* no end tag of an inline element reaches through it */
	ELEMENT_MARKER = 64,	 /* nor one of a block, and what was formatted in it ends with it */
	ELEMENT_TABLE = 128,	 /* a table: the same, but for the last */
	ELEMENT_TABLE_PART = 256,
	ELEMENT_BLOCK = 512, /* ends a <p>, and its end tag whatever is open in it */
};

/* The bits of an element, in any case; 0 for one that is not known. */
unsigned html_element(struct str name);

#endif
