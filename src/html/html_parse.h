/*
 * The HTML parser behind one small door: bytes in, a tree that is walked by
 * events out. The only home of gumbo.
 */
#ifndef HTML_HTML_PARSE_H
#define HTML_HTML_PARSE_H

#include "base/diag.h"
#include "markup/xhtml.h"

struct html_page;

/*
 * The page is UTF-8 and clean (html_scan.h), and stays alive as long as what
 * comes out. Ends the program by fail() with STATUS_DATA when the tree grows
 * out of proportion to the page.
 */
struct html_page *html_parse(struct diag *diag, struct str page);
void html_page_free(struct html_page *p);

enum html_event_kind { HTML_START, HTML_END, HTML_TEXT };

/* Valid until the next one. */
struct html_event {
	enum html_event_kind kind;
	struct str name; /* in lower case; HTML_END has it too */
	const struct xhtml_attribute *attributes;
	size_t count;
	struct str text;
	size_t line; /* of the input; 0 for an element that is in no tag */
};

/* Every element and text in document order, from <html> to its end; false when there is no more. */
void html_rewind(struct html_page *p);
bool html_next(struct html_page *p, struct html_event *e);

/* The value of an attribute, or STR_NONE. */
struct str html_value(const struct html_event *e, const char *name);

#endif
