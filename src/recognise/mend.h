/*
 * Mending blocks that were damaged on the way: copied out of a page, a mail or
 * a CMS. What there is, and how each is named, stands in base/mend.h; a place
 * is the block's line, where it is known.
 */
#ifndef RECOGNISE_MEND_H
#define RECOGNISE_MEND_H

#include "filter.h"
#include "recognise/words.h"

void mend_blocks(struct doc *d, const struct lexicon *x, const struct options *o);
/* mend_text.c */
void mend_mojibake(struct doc *d);
/* mend_residue.c: whether anything was dropped */
bool mend_residue(struct doc *d);

#endif
