/*
 * Giving a part of a leaf a role, or making two leaves of one. Offsets are
 * those of block_text(): bytes of text and math, a break counts as one byte,
 * images and note references as none.
 */
#ifndef RECOGNISE_RUNS_H
#define RECOGNISE_RUNS_H

#include "doc/doc.h"

/* Parts of one leaf and their roles, gathered in any order. */
struct marks {
	struct mark {
		size_t from, to;
		enum role role;
	} *v;
	size_t n, cap;
};

void marks_add(struct marks *m, size_t from, size_t to, enum role role); /* an empty part is none */
/* Gives the parts their roles in one pass and empties the marks. What has a role already keeps it. */
void marks_apply(struct doc *d, struct block *leaf, struct marks *m);

/* Moves what stands behind the offset into a new block of the same type, which is returned. A break at the seam goes. */
struct block *leaf_split(struct doc *d, struct block *leaf, size_t at);
/* Moves the runs of b behind those of a, with a blank between, and takes b out. */
void leaf_join(struct doc *d, struct block *a, struct block *b);
/* Takes so many bytes of text off the front. */
void leaf_cut(struct block *leaf, size_t n);
/* A block that gets a role as a whole needs no bold letters to stand out. */
void leaf_plain(struct block *leaf);

#endif
