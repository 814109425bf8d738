/*
 * What Google Docs writes when a document is saved as a page. Its notes are
 * links between the text and paragraphs at the end, without a sign of what
 * they are; its comments stand there in the same way, and are no text; each
 * link leads over a page of Google's.
 */
#ifndef HTML_HTML_DOCS_H
#define HTML_HTML_DOCS_H

#include "doc/doc.h"
#include "html/html_parse.h"

/* Notes get the roles that DPUB-ARIA has for them, comments are left out, links lead where they should. */
void html_docs(struct html_page *page, struct doc *d);

#endif
