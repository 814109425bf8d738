/*
 * Whether items may be given out at a moment: their embargo has passed, and
 * nobody has taken them back (NewsML-G2 Implementation Guide, sections 26.3
 * and 26.4). Where the item leaves a doubt, it does not pass.
 */
#ifndef ITEM_GATE_H
#define ITEM_GATE_H

#include "item/item.h"

struct gate {
	int64_t at;	  /* the moment, in seconds since 1970 */
	bool withdrawals; /* what is withheld or canceled passes, at once: it tells receivers to take it back */
};

/*
 * Returns when all items of the file pass. Else it ends the program with one
 * line, whose last word is the number of seconds to wait, or "indefinite":
 * STATUS_NOT_YET; or STATUS_DENIED for a canceled item, or STATUS_DATA where
 * an embargo or a status cannot be understood.
 */
void gate_check(struct item_file *f, const struct gate *gate);

#endif
