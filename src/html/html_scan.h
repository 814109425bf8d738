/*
 * The bytes of a page before the parser sees them: cleaned of what it would
 * take for text, rid of what nobody will ask for, and measured, because its
 * work is quadratic in the depth of elements and in the attributes of one tag.
 *
 * The parser takes some hundred steps for each character, so of a longer text
 * or value it gets a stand-in of two: a character of the private plane 15,
 * then one of plane 16, which together are its number, and as many newlines as
 * it has. A page that holds such characters itself is left as it is.
 */
#ifndef HTML_HTML_SCAN_H
#define HTML_HTML_SCAN_H

#include "base/buf.h"
#include "base/str.h"

struct html_scan {
	struct buf page;    /* what the parser gets */
	struct buf clean;   /* what the texts are of, where it is not the page as it came */
	struct str *texts;  /* and values, that have stand-ins, by their numbers */
	size_t n, cap;
	size_t whole;	    /* bytes of the page as it came */
	size_t bad;	    /* bytes that were not UTF-8 */
	size_t depth;	    /* of the elements in it, as the parser will have them or more (html_open.h) */
	const char *beyond; /* the limit that is exceeded, or NULL */
	const char *cut;    /* what is open where the bytes end ("a tag"), or NULL */
	size_t scripts, sheets; /* of style, that stand in the page */
	bool markup;	    /* there is a tag, doctype or comment in the first 64 kB */
};

/*
 * Fills an empty one: the page without byte order mark, control characters and
 * noncharacters, and without what stands inside <svg>, comments, style sheets
 * and scripts, but for data in JSON; bytes that are not UTF-8 become U+FFFD.
 * Lines stay where they are. Where it is not sure what is a tag, all that may
 * be one counts as an element that is open. The bytes stay alive as long
 * as it.
 */
void html_scan(struct html_scan *s, struct str bytes);
void html_scan_free(struct html_scan *s);

/*
 * Takes the next part off the front of a text or a value that the parser gave:
 * one for which it got a stand-in, or what stands before the next one. False when
 * nothing is left.
 */
bool html_scan_text(const struct html_scan *s, struct str *rest, struct str *part);

#endif
