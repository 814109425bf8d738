/*
 * What of an item has no key of its own and stands outside its contentSet: the
 * values of the key "extra". Each is the place and the element, as text
 * (nml_piece.h):
 *
 *	newsItem <n1:...>	a child of newsItem, rightsInfo, itemMeta or contentMeta
 *	itemMeta= <edNote ...>	the whole of a property of which a key holds a part: it is written
 *				in place of the key's value, as long as the value is still the same
 *	@ <itemMeta .../>	attributes of newsItem, rightsInfo, itemMeta or contentMeta themselves
 *
 * Whoever reads or writes an item checks them against the schema; what does
 * not fit is a loss.
 */
#ifndef NML_NML_EXTRA_H
#define NML_NML_EXTRA_H

#include "nml/nml_meta.h"
#include "nml/nml_piece.h"

/* The first ones are the groups of nml_meta.h. */
enum extra_place { EXTRA_ITEM = NML_GROUPS, EXTRA_ATTRIBUTES, EXTRA_PLACES };

struct extra {
	struct extra *next;
	int place; /* an nml_group or an extra_place */
	bool instead; /* of a key's value */
	bool gone; /* said elsewhere, or written already, or not to be written */
	struct piece *piece;
	bool written;
	/* While an item is written: what it stands for. */
	const struct nml_property *row;
	const struct meta_value *value;
};

struct extras {
	struct extra *first, *last;
};

struct extra *extra_add(struct arena *a, struct extras *list, int place, bool instead, struct piece *p);
/* Out of the document's metadata. */
void extras_parse(const struct doc *d, struct arena *a, struct extras *list);
/* Leaves out what an item could not hold, as losses. */
void extras_check(const struct doc *d, struct extras *list);
/* The same for identifiers that are given twice, and references to what is not there; when it is known what will be. */
void extras_check_ids(const struct doc *d, struct extras *list);
/* The same for what is younger than that version of the standard (35 is 2.35). */
void extras_for_version(const struct doc *d, struct extras *list, int version);
void extra_lose(const struct doc *d, struct extra *e, const char *why);
/* Into the document's metadata. */
void extras_keep(struct doc *d, const struct extras *list);
const struct schema_type *extra_type(int place);

#endif
