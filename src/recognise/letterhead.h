/*
 * What stands in a page's header or footer (a block hinted as letterhead) is
 * no part of the text. Of --letterhead=facts only this comes into it: a line
 * that is something in a release by itself (an embargo, a label) and that the
 * text lacks, and a contact when the text has none. The rest is dropped, as a
 * counted loss of presentation. With --letterhead=all it is all text.
 */
#ifndef RECOGNISE_LETTERHEAD_H
#define RECOGNISE_LETTERHEAD_H

#include "recognise/release.h"

/*
 * Takes it out of the document before anything is looked for. Gives a block
 * outside the document that holds it, what stood together in a block of its own.
 */
struct block *letterhead_set_aside(struct release *r);
/* When everything has been found that the text has. */
void letterhead_use(struct release *r, struct block *aside);
/* Of the lines that came with the text (doc.beside) only an embargo comes into it, when it has none itself. */
void beside_use(struct release *r);

#endif
