/*
 * What stands for a character where a character set does not have it: quotation
 * marks, dashes, signs and letters as people type them on a machine without.
 */
#ifndef BASE_TRANSLIT_H
#define BASE_TRANSLIT_H

#include <stdint.h>

#include "base/buf.h"

/* Appends it: ASCII, or a letter without its marks. False, and nothing appended, when there is no such thing. */
bool translit(uint32_t c, struct buf *out);

#endif
