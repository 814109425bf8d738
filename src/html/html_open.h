/*
 * Which elements are open at a place of a page, as the parser will have them,
 * or more: its stack of open elements, and the formatting elements that it
 * will open again (HTML standard, 13.2.4). Start tags end elements before
 * them, and end tags of what is not open, or cannot be reached, end nothing.
 * Where more would have to be known, an element is taken to be still open. Of
 * tables only what has a tag counts, and not <tbody> and <tr> that are implied.
 */
#ifndef HTML_HTML_OPEN_H
#define HTML_HTML_OPEN_H

#include <stdint.h>

#include "html/html_token.h"

enum { OPEN_KINDS = 64 };

struct html_open {
	struct open_element *stack;
	size_t n, cap;
	uint64_t kinds; /* of the names on the stack: a set of bits */
	unsigned counts[OPEN_KINDS];
	size_t templates; /* that are among them */
	struct str *again; /* formatting elements that ended before their end tags */
	size_t again_n, again_cap;
};

/* Bits are those of html_element.h; foreign: in <math> or an <svg>, where HTML's rules do not hold. */
void open_start(struct html_open *o, const struct token *t, unsigned bits, bool foreign);
void open_end(struct html_open *o, const struct token *t, unsigned bits, bool foreign);
size_t open_depth(const struct html_open *o);
void open_free(struct html_open *o);

#endif
