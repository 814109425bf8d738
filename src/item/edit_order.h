/* The order that the schema wants (NewsML-G2 2.35, power). */
#ifndef ITEM_EDIT_ORDER_H
#define ITEM_EDIT_ORDER_H

#include <limits.h>

#include "item/item.h"

enum { ORDER_LAST = INT_MAX };

/*
 * The place of an element among the children of a group, or of an item when
 * group is NULL. Elements that the schema lets stand in any order have places
 * too: those in which they are usually met.
 */
int order_of(const char *group, struct str name);
/* The last child of the parent that a new one of that place must follow; NULL: it is the first. */
struct element *order_before(const struct element *parent, const char *group, int place);

#endif
