/*
 * The HTML parser behind one small door: bytes in, nodes of our own out. The
 * only home of gumbo.
 *
 * The nodes stand in one array in document order, so that a pass over a page
 * is a loop: forwards for what an element tells those in it, backwards for
 * what they tell it.
 */
#ifndef HTML_HTML_PARSE_H
#define HTML_HTML_PARSE_H

#include <stdint.h>

#include "base/diag.h"
#include "html/html_scan.h"
#include "markup/xhtml.h"

enum {
	NODE_LAYOUT = 1,   /* a table that only places things (html_survey.h) */
	NODE_LEFT_OUT = 2, /* no part of the release (html_main.h); what is in it is not walked */
};

/* An element or a text. */
struct html_node {
	struct str name; /* in lower case; empty: this is a text */
	union {
		struct str text;
		struct {
			const struct xhtml_attribute *attributes;
			size_t count;
		};
	};
	uint32_t parent; /* its place in the array; the root's is its own */
	uint32_t end;	 /* the place behind the last node in it */
	uint32_t line;	 /* of the input; 0 for an element that no tag stands for */
	unsigned marks;
	unsigned element; /* its bits of html_element.h */
};

struct html_page {
	struct html_node *nodes; /* <html> is the first */
	size_t n;
	struct html_parser *parser; /* keeps what they point to */
};

/*
 * The page stays alive as long as what comes out. Ends the program by fail() with STATUS_DATA when the tree grows
 * out of proportion to the page.
 */
void html_parse(struct html_page *page, struct diag *diag, const struct html_scan *scan, size_t limit_blocks);
void html_page_free(struct html_page *page);

enum html_event { HTML_START, HTML_END, HTML_TEXT };

/* A walk over the page: {0} with the page set is before its beginning. */
struct html_walk {
	const struct html_page *page;
	const struct html_node *node; /* what the event is of */
	enum html_event event;
	size_t next, open; /* places: of what comes next, behind the element that is open */
};

/* From <html> to its end, without what is left out; false when there is no more. */
bool html_next(struct html_walk *w);

/* The value of an attribute, or STR_NONE. */
struct str html_value(const struct html_node *node, const char *name);

#endif
