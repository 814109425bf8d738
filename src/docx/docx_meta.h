/*
 * Metadata of a DOCX. Custom properties named nml.KEY hold all of it, for
 * they survive saving in Word and in LibreOffice; core properties say the
 * usual things to other programs. Where there is one nml.KEY, core properties
 * are not read.
 *
 * All values are text (vt:lpwstr). The second value of a key is nml.KEY.2 and
 * so on. Word cuts values at 255 UTF-16 units, so a long one is split; its
 * parts bear numbers that begin with a zero: nml.KEY.001, or nml.KEY.2.001.
 * The order of properties means nothing, for LibreOffice sorts them.
 */
#ifndef DOCX_META_H
#define DOCX_META_H

#include "base/buf.h"
#include "doc/doc.h"
#include "docx/docx_package.h"
#include "filter.h"

#define DOCX_META_PREFIX "nml."
/* Says that a file is one of ours, even when it has no metadata: the version of this mapping. */
#define DOCX_META_FORMAT "format"

/* The program that is named as the file's writer. */
#define DOCX_APPLICATION "wirecopy"

/* Gives true when the file is one of ours; *untouched when no other program has saved it since. */
bool docx_meta_read(struct docx_package *p, bool *untouched);
/*
 * Once the text is read. Word fills in as creator whoever had the computer: a
 * name that the text does not say is confidential, and is dropped as a loss.
 */
void docx_meta_settle(struct doc *d);

void docx_meta_write_core(struct buf *out, const struct doc *d);
/* Behind `others` and their number, which are of a template. */
enum { DOCX_FIRST_PID = 2 };
void docx_meta_write_custom(struct buf *out, const struct doc *d, bool public, struct str others, unsigned count);

#endif
