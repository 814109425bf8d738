/* Base64 as RFC 4648, section 4. */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/arena.h"
#include "base/buf.h"

void base64_encode(struct buf *out, struct str bytes);
/* Blanks inside are skipped, missing padding is accepted. STR_NONE for anything else. */
struct str base64_decode(struct arena *a, struct str text);

#endif
