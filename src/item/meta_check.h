/* Values that people give for metadata, checked before they go into an item. */
#ifndef ITEM_META_CHECK_H
#define ITEM_META_CHECK_H

#include "item/meta_place.h"

/*
 * The value as it is to be written, in the arena. STR_NONE when the key cannot
 * have it: then *want says what it wants. What a QCode's alias stands for is
 * another question, which only the item answers.
 */
struct str meta_canonical(struct arena *a, const struct meta_place *place, struct str value, const char **want);

#endif
