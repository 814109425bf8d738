/* Stand-ins for a page's texts; see html_scan.h. */
#ifndef HTML_HTML_STANDIN_H
#define HTML_HTML_STANDIN_H

#include "html/html_scan.h"

/* Whether a clean page holds no character that could be taken for a part of a stand-in, nor a reference to one. */
bool standins_are_safe(struct str page);

/* Adds a text between two tags to the page, with stand-ins for its longer parts. */
void standin_add(struct html_scan *s, struct str text);

/* Adds a tag, with stand-ins for its longer values, as far as no reference stands in them. *at is behind its name. */
void standin_add_values(struct html_scan *s, struct str tag, size_t at);

#endif
