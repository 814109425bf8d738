/*
 * The bytes of a page before the parser sees them: cleaned of what it would
 * take for text, rid of what nobody will ask for, and measured, because its
 * work is quadratic in the depth of elements and in the attributes of one tag.
 */
#ifndef HTML_HTML_SCAN_H
#define HTML_HTML_SCAN_H

#include "base/buf.h"
#include "base/str.h"

struct html_scan {
	size_t bad;	    /* bytes that were not UTF-8 */
	const char *beyond; /* the limit that is exceeded, or NULL */
	const char *cut;    /* what is open where the bytes end ("a tag"), or NULL */
	bool markup;	    /* there is a tag, doctype or comment in the first 64 kB */
};

/*
 * Appends the page without byte order mark, control characters and
 * noncharacters, and without what stands inside <svg>, comments, style sheets
 * and scripts, but for data in JSON; bytes that are not UTF-8 become U+FFFD.
 * Lines stay where they are. The depth is that of the tags; where it is not sure
 * what is a tag, all that may be one counts.
 */
struct html_scan html_scan(struct str page, struct buf *out);

#endif
