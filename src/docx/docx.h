/* DOCX: WordprocessingML in an OPC package (ECMA-376, 5th edition), read and written. */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H

#include "filter.h"

extern const struct reader docx_reader;
extern const struct writer docx_writer;

#endif
