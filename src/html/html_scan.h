/*
 * The bytes of a page before the parser sees them: cleaned of what it would
 * take for text, and measured, because its work is quadratic in the depth of
 * elements and in the attributes of one tag.
 */
#ifndef HTML_HTML_SCAN_H
#define HTML_HTML_SCAN_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the page without byte order mark, control characters,
 * noncharacters, and what stands inside <svg>; bytes that are not UTF-8
 * become U+FFFD. Lines stay where they are. Gives how many bytes were bad.
 */
size_t html_clean(struct str page, struct buf *out);

struct html_scan {
	const char *beyond; /* the limit that is exceeded, or NULL */
	const char *cut;    /* what is open where the bytes end ("a tag"), or NULL */
	bool markup;	    /* there is a tag, doctype or comment in the first 64 kB */
};

/* A cleaned page. The depth is never taken for less than what the parser makes of it. */
struct html_scan html_measure(struct str page);

#endif
