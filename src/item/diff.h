/*
 * What differs between two lists of texts: the shortest script of Myers ("An
 * O(ND) Difference Algorithm", 1986), bounded. Lists that differ in more than
 * DIFF_MOST places are one single difference.
 */
#ifndef ITEM_DIFF_H
#define ITEM_DIFF_H

#include "base/arena.h"

enum { DIFF_MOST = 1000 };

/* Stretches that stand in place of each other; either may be empty. */
struct diff_hunk {
	size_t old_from, old_to, new_from, new_to;
	struct diff_hunk *next;
};

/* In their order, in the arena; NULL: no difference. */
struct diff_hunk *diff_lists(struct arena *a, const struct str *old, size_t old_n, const struct str *new, size_t new_n);

#endif
