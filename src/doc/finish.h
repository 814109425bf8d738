/* What the doors for runs (text.c) and doc_finish() share, and the parts of it that stand in files of their own. */
#ifndef DOC_FINISH_H
#define DOC_FINISH_H

#include "doc/doc.h"

/* Appends to the text of a run. It is not copied where it stands behind it in memory already. */
void run_append(struct doc *d, struct run *r, struct str text, bool verbatim);

/*
 * Makes a table a full grid: spans stay inside it and never overlap, every row
 * has all its columns, and in every row and column some cell begins.
 */
void table_square(struct doc *d, struct block *table);

/*
 * Puts the notes last, in the order of their references. A second reference to
 * a note, or one from a note or pre, goes; a note without one becomes text.
 * True when a reference went, so that a leaf may be empty now.
 */
bool finish_notes(struct doc *d);

#endif
