/*
 * Mending blocks that were damaged on the way: copied out of a page, a mail or
 * a CMS. Each mend is a warning with an id of its own, at the block's line
 * where it is known.
 *
 *   W-broken-paragraph   a paragraph broken in mid-sentence is one again
 *   W-doubled-headline   a headline that stands twice stands once
 *   W-glued-label        "Press release: Headline" becomes two blocks
 *   W-glued-heading      a heading glued to its paragraph becomes a block
 *   W-residue            what a web page left behind is dropped
 */
#ifndef RECOGNISE_MEND_H
#define RECOGNISE_MEND_H

#include "recognise/words.h"

void mend_blocks(struct doc *d, const struct lexicon *x);

#endif
