/* Metadata of an item changed: each function makes the edits that give the key those values. */
#ifndef ITEM_META_WRITE_H
#define ITEM_META_WRITE_H

#include "item/edit.h"
#include "item/meta_place.h"

/* A value to be written, in canonical form (meta_check.h). */
struct meta_text {
	struct str text;
	struct str language; /* of a concept's name; empty: the item's */
	struct meta_text *next;
};

struct meta_writer {
	struct edit edit;
	struct catalog catalog; /* of the item */
	bool own_alias;		/* the catalog for our own terms has been added */
};

void meta_writer_begin(struct meta_writer *w, struct item_file *f, struct splice *splice, struct element *item);
void meta_writer_end(struct meta_writer *w);

/*
 * An attribute that names a concept of that scheme: ` qcode="alias:code"` when
 * the item's catalogs let the alias mean that, else ` uri="scheme code"`. The
 * attributes may have other names: "rel" and "reluri".
 */
struct str meta_term(struct meta_writer *w, const char *qcode, const char *uri, const char *alias, const char *scheme,
	const char *code);

/* Puts these values in place of all that are there: the first go where values stand already. NULL: takes all out. */
void meta_set(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values);
/* The same for one value, by the key's name; without bytes it takes all out. */
void meta_set_one(struct meta_writer *w, const char *key, struct str value);
/* Adds those that are not there yet. The key can have only one: a value that is there ends the program with STATUS_DATA. */
void meta_add(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values);
/* Takes out the values that are equal to one of these. One that is not there is warned of. */
void meta_remove(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values);

#endif
