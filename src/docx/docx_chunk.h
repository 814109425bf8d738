/* The HTML that a DOCX may hold: a reader of its text, for no format includes another's. */
#ifndef DOCX_CHUNK_H
#define DOCX_CHUNK_H

#include "doc/build.h"

/* Adds paragraphs, headings and items; tags that are not known are passed over. The bytes are UTF-8. */
void docx_chunk_html(struct builder *b, struct str html);

#endif
