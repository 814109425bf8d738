/*
 * The one escape for all markup that is written: HTML, XHTML, NewsML-G2 and
 * the parts of a DOCX. The text is clean (doc.h), so what is left to do is
 * markup's own characters, and the no-break space, which is written as a
 * reference so that it can be seen.
 */
#ifndef MARKUP_ESCAPE_H
#define MARKUP_ESCAPE_H

#include "base/buf.h"

void escape_text(struct buf *out, struct str text);			/* & < > and U+00A0 */
void escape_value(struct buf *out, struct str text);			/* these, " and LF */
void put_attribute(struct buf *out, const char *name, struct str value); /* ` name="value"` */

#endif
