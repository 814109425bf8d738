/* Elements of one file for another: with the namespaces that they have from the elements around them. */
#ifndef ITEM_TRANSPLANT_H
#define ITEM_TRANSPLANT_H

#include "item/item.h"

/* The element as markup that means the same as a child of `parent`, in the arena of `to`. */
struct str transplant(const struct item_file *from, const struct element *e, struct item_file *to,
	const struct element *parent);

#endif
