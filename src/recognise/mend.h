/*
 * Mending blocks that were damaged on the way: copied out of a page, a mail or
 * a CMS. Each mend is a warning with an id of its own, at the block's line
 * where it is known, and --no-mend=ID (without the W-) leaves it alone.
 *
 *   W-mojibake           UTF-8 that was taken for another character set
 *   W-broken-paragraph   a paragraph broken in mid-sentence is one again
 *   W-doubled-headline   a headline that stands twice stands once
 *   W-glued-label        "Press release: Headline" becomes two blocks
 *   W-glued-heading      a heading glued to its paragraph becomes a block, and so does what a contact is glued of
 *   W-residue            what a web page left behind is dropped
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
