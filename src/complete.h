/*
 * The step between recognising and writing: what a document must have and was
 * not given, in one place, so that every way round gives the same.
 */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "filter.h"

/*
 * Sets guid (from the content; with --guid-domain from the day too, where one
 * is known), version (1), status (usable), version-created (the latest time
 * that the document names, else SOURCE_DATE_EPOCH, else --now), and the hash
 * by which a later filter knows the text unchanged. Where a format demands the
 * time (needs_time) and there is none, it is the clock's, with a warning; no
 * other output ever holds the clock. text_hash is that of doc_text_hash(), or
 * STR_NONE where it is not known yet.
 */
void complete(struct doc *d, const struct options *o, bool needs_time, struct str text_hash);

#endif
