/* The style sheet of a written page: a calm page to read, and to print. It names no font and no file. */
#ifndef HTML_HTML_STYLE_H
#define HTML_HTML_STYLE_H

#include "base/buf.h"
#include "doc/doc.h"

extern const char html_style[];

/* What draws the labels of the document's lists, "a)", where they are not the usual "1.". */
void html_style_lists(const struct doc *d, struct buf *out);

#endif
