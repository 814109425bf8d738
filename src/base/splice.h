/*
 * Edits of bytes: each names the bytes that it replaces, and all are applied at
 * once, so that the offsets of a tree hold until the end. {0} has no edits.
 */
#ifndef BASE_SPLICE_H
#define BASE_SPLICE_H

#include "base/arena.h"
#include "base/buf.h"

struct splice_edit {
	size_t at, length;
	struct str bytes;
	size_t order;
};

struct splice {
	struct arena arena; /* of the edits' bytes */
	struct splice_edit *edits;
	size_t count, cap;
};

/*
 * Replaces length bytes at `at` by a copy of `bytes`; no bytes take out. What
 * is inserted at one place comes out in the order of the calls, before what
 * replaces bytes there. An edit within bytes that another takes out comes to
 * nothing; otherwise edits must not overlap.
 */
void splice_replace(struct splice *s, size_t at, size_t length, struct str bytes);
void splice_insert(struct splice *s, size_t at, struct str bytes);
/* Appends the original with all edits done, and empties the splice. */
void splice_apply(struct splice *s, struct str original, struct buf *out);

#endif
