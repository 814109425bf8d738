/*
 * What the coordinator of a batch and its workers send each other: frames, each
 * a number of bytes and so many bytes, made of numbers and slices one behind the
 * other. Both ends are one program. A worker has parsed what strangers wrote, so
 * the coordinator believes no number in a frame before it has been checked.
 */
#ifndef BATCH_WIRE_H
#define BATCH_WIRE_H

#include <stdint.h>

#include "base/buf.h"

enum { WIRE_HEAD = sizeof(uint64_t) };

/* A frame that is being made, in a buffer that was empty. */
void wire_begin(struct buf *frame);
void wire_number(struct buf *frame, uint64_t n);
void wire_str(struct buf *frame, struct str s);
/* Says how long it is; `more` bytes will be sent behind it that are not in the buffer. */
void wire_end(struct buf *frame, size_t more);

/* The bytes of the whole frame that begins there, its head included; 0: not yet known. */
uint64_t wire_size(struct str bytes);

/* A frame without its head that is being read. What is not there is 0 or empty, and `wrong` stays set from then on. */
struct wire {
	struct str rest;
	bool wrong;
};
uint64_t wire_get_number(struct wire *w);
/* A number that is less than `limit`. */
size_t wire_get_less(struct wire *w, uint64_t limit);
struct str wire_get_str(struct wire *w); /* borrowed */

#endif
