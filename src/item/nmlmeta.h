/* nmlmeta: the metadata of an item shown and changed. */
#ifndef ITEM_NMLMETA_H
#define ITEM_NMLMETA_H

#include "item/meta_write.h"
#include "item/topics.h"

/* What is to be done with one key; values in the order in which they were given. */
struct meta_task {
	struct meta_place place;
	bool set;	     /* `values` replace what is there; else they are added */
	bool clear;	     /* all goes out first */
	struct meta_text *values, *removed;
	struct meta_task *next;
};

enum meta_form { META_AS_TEXT, META_AS_JSON };

/* Does the tasks on one item. topics NULL: concepts are taken as they were given. */
void meta_do(struct item_file *f, struct splice *splice, struct element *item, const struct meta_task *tasks,
	struct topics *topics);
/* "Key: value" lines, or an object of JSON on a line of its own. */
void meta_list(struct item_file *f, const struct element *item, enum meta_form form, struct buf *out);
/* The values of one key, a line each. */
void meta_get(struct item_file *f, const struct element *item, const struct meta_place *place, struct buf *out);

#endif
