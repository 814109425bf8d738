/* The order that the schema wants (NewsML-G2 2.35, power). */
#ifndef ITEM_EDIT_ORDER_H
#define ITEM_EDIT_ORDER_H

#include <stdint.h>

#include "item/item.h"

enum { ORDER_CONTENTS = INT32_MAX }; /* of the contentSet and its like, behind all metadata */

/*
 * The place of an element among the children of one of edit_group()'s groups,
 * or of an item when group is NULL; SIZE_MAX: the schema has none for it.
 */
size_t order_of(const char *group, struct str name);
/* The last child of the parent that a new one of that place must follow; NULL: it is the first. */
struct element *order_before(const struct element *parent, const char *group, size_t place);

#endif
