/*
 * Mending blocks that were damaged on the way: copied out of a page, a mail or
 * a CMS. What there is, and how each is named, stands in base/mend.h; a place
 * is the block's line, where it is known.
 */
#ifndef RECOGNISE_MEND_H
#define RECOGNISE_MEND_H

#include "filter.h"
#include "recognise/release.h"

/* The document, the words that count in it, and whether anything has been mended. */
struct mender {
	struct doc *d;
	const struct lexicon *x;
	const struct options *o;
	bool mended;
};

void mend_blocks(struct doc *d, const struct lexicon *x, const struct options *o);
/* A paragraph that is nothing in particular yet. b may be NULL. */
static inline bool
mend_flowing(const struct block *b)
{
	return b && b->type == BLOCK_PARA && b->role == ROLE_NONE;
}

/* mend_glued.c */
void mend_label(struct mender *m);
void mend_glued(struct mender *m);
/* mend_text.c */
void mend_mojibake(struct doc *d);
/* mend_residue.c: whether anything was dropped */
bool mend_residue(struct doc *d);

#endif
