/* A UUID that is made out of a hash: the same content, the same name. */
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include <stdint.h>

#include "base/arena.h"

/* "urn:uuid:...", version 8 (RFC 9562, section 5.8), out of the first 16 bytes of a hash. */
struct str uuid_of_hash(struct arena *a, const uint8_t *sum);

#endif
