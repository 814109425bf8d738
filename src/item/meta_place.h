/*
 * The metadata of an item by the keys that all formats share (doc/meta.h), and
 * by a few that stand for what other formats keep in the text. A key's values
 * are elements of the item, in their order; guid and version are attributes of
 * the item itself.
 */
#ifndef ITEM_META_PLACE_H
#define ITEM_META_PLACE_H

#include "item/catalog.h"
#include "item/property.h"

enum meta_which {
	WHICH_ANY,      /* every element of that name */
	WHICH_PLAIN,    /* those that are no sub-headline */
	WHICH_SUB,      /* sub-headlines, by the last word of their role */
	WHICH_SEE_ALSO, /* links that say so, or nothing */
	WHICH_TERM      /* extension properties with the key's name as a term of our own */
};

struct meta_place {
	const char *name;
	enum nml_group group;
	const char *element; /* NULL: an attribute of the item, of the key's name */
	enum nml_shape shape;
	enum meta_type type;
	bool many;
	enum meta_which which;
};

/* False when no key has that name; case does not matter. */
bool meta_place_of(struct str name, struct meta_place *place);
/* The i-th of all keys, in the order in which they are listed; false behind the last. */
bool meta_place_at(size_t i, struct meta_place *place);

/* The next element that holds a value of the key, behind `after` (NULL: the first); NULL: no more. */
struct element *meta_next(struct item_file *f, const struct catalog *c, const struct element *item,
	const struct meta_place *place, const struct element *after);
/* What the element says, in the form in which all formats write the key's values. It may be empty. */
struct str meta_value(struct item_file *f, const struct catalog *c, const struct element *e, const struct meta_place *place);
/* The first value of the key with that name, or STR_NONE. */
struct str meta_first(struct item_file *f, const struct catalog *c, const struct element *item, const char *key);
/* The halves of a concept, as far as the element has them. */
void meta_concept(struct item_file *f, const struct element *e, struct str *name, struct str *code);

#endif
