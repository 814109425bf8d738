/*
 * The step between recognising and writing: what a document must have and was
 * not given, in one place, so that every way round gives the same.
 */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "filter.h"

/*
 * Sets guid (from the content), version (1), status (usable), version-created
 * (the release's date, else SOURCE_DATE_EPOCH, else --now, else the clock with
 * a warning), and the hash by which a later filter knows the text unchanged.
 */
void complete(struct doc *d, const struct options *o);

#endif
