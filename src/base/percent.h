/* Percent escapes, as addresses have them (RFC 3986, section 2.1). */
#ifndef BASE_PERCENT_H
#define BASE_PERCENT_H

#include "base/arena.h"

/* The bytes that s stands for, always a copy. What is no escape stays as it is. */
struct str percent_decode(struct arena *a, struct str s);

#endif
