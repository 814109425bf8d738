/*
 * What a press release is made of. recognise() takes blocks from any reader,
 * with the hints that their format has, and finds headline, sub-headlines,
 * label, embargo, date line, dateline, byline, lead, quotes, contacts, notes,
 * boilerplate, source and end mark, by position and shape first and by words
 * as evidence. It knows no format; the words are data, one file a language.
 *
 * Roles that a block has already stay: they are the file's own word. Where it
 * is unsure it marks nothing. It also mends what damaged the blocks (mend.h),
 * and sets the metadata keys language, date and embargo from what it found;
 * a stored value that differs from the visible one gives way with a warning
 * (but an embargo: there the later one holds).
 *
 * It needs doc_finish() before and behind it.
 */
#ifndef RECOGNISE_RECOGNISE_H
#define RECOGNISE_RECOGNISE_H

#include "filter.h"

void recognise(struct doc *d, const struct options *o);

#endif
