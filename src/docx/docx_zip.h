/*
 * ZIP archives in memory, read and written: the only home of libzip.
 *
 * Reading trusts nothing that the archive says of itself: a part is read to
 * its end, which is where libzip compares the checksum, and its bytes are
 * counted against the size that was stated and against base/limits.h.
 * Whatever does not hold ends the program by fail() with STATUS_DATA.
 */
#ifndef DOCX_ZIP_H
#define DOCX_ZIP_H

#include "base/buf.h"
#include "base/diag.h"

struct docx_zip; /* an archive that is read */

/* The bytes stay the caller's and must live until the end. limit_inflated: of all parts; 0: by the archive's size. */
struct docx_zip *docx_zip_open(struct diag *diag, struct str bytes, size_t limit_inflated);
void docx_zip_close(struct docx_zip *z);

/* Part names: without a slash in front, "/" between, any case (ECMA-376 part 2, 6.3.5). Gives the number, or -1. */
long docx_zip_find(const struct docx_zip *z, struct str name);
/* Hands a part's bytes over in chunks. `part` names it in messages. */
void docx_zip_feed(struct docx_zip *z, long entry, const char *part, void (*take)(void *, struct str), void *context);
/* The same for a part that is no XML, all at once. */
void docx_zip_read(struct docx_zip *z, long entry, const char *part, struct buf *bytes);

/* Counts on from what another archive has inflated, under its limit, for one inside the other. */
void docx_zip_count_on(struct docx_zip *z, const struct docx_zip *from);

struct docx_zip_out; /* an archive that is written */

/* Names and bytes are borrowed until docx_zip_finish(), which appends the archive to `bytes`. */
struct docx_zip_out *docx_zip_create(struct diag *diag);
void docx_zip_add(struct docx_zip_out *z, const char *name, struct str bytes, bool compress);
void docx_zip_finish(struct docx_zip_out *z, struct buf *bytes);

const char *docx_zip_library(void); /* "libzip 1.7.3" */

#endif
