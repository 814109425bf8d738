/* What was handed in instead of a DOCX: for a message that says what to do about it. */
#ifndef DOCX_KIND_H
#define DOCX_KIND_H

#include "docx/docx_zip.h"

/* Of bytes that are no ZIP archive: "a PDF document"; never NULL. */
const char *docx_kind_of_bytes(struct str bytes);
/* Of an archive without a main part; NULL when it is nothing known. */
const char *docx_kind_of_archive(const struct docx_zip *zip, struct str bytes);
/* Of a package whose main part has that root element; NULL when it is nothing known. */
const char *docx_kind_of_root(const char *name);

#endif
