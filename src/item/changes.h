/* What changed between two texts, said in sentences for editors. */
#ifndef ITEM_CHANGES_H
#define ITEM_CHANGES_H

#include "item/passage.h"

enum { CHANGES_MOST = 30 }; /* sentences; then only their number is said */

/*
 * Appends sentences, each a line: `In paragraph 2, "ten" becomes "twelve".`
 * Paragraphs alone are counted, in the new text, or in the old one for what is
 * no more there. Nothing is appended when nothing changed.
 */
void changes_say(struct arena *a, const struct passages *old, const struct passages *new, struct buf *out);

/* The text between quotation marks that it has none of itself, cut off when it is long. */
struct str changes_quote(struct arena *a, struct str text);

#endif
