/*
 * Changes to one item: elements are replaced, taken out, and put where the
 * schema wants them, each on a line of its own where its neighbours are. Every
 * other byte stays. The names are those of NewsML-G2; a new element gets the
 * namespace prefix of the item.
 */
#ifndef ITEM_EDIT_H
#define ITEM_EDIT_H

#include "item/item.h"
#include "base/splice.h"

struct edit {
	struct item_file *f;
	struct splice *splice;
	struct element *item;
	struct str prefix; /* of the item: "nar:", or nothing */
	struct edit_insertion *insertions;
	size_t count, cap;
};

void edit_begin(struct edit *e, struct item_file *f, struct splice *splice, struct element *item);
/* What was inserted finds its place; nothing may be changed afterwards. */
void edit_end(struct edit *e);

/* The group of the item, or NULL: "itemMeta", "contentMeta", the first "rightsInfo". */
struct element *edit_group(const struct edit *e, const char *group);
/*
 * A new element in a group of the item, which is made when there is none, or,
 * with group NULL, in the item itself. `markup` is whole, with the prefix.
 */
void edit_insert(struct edit *e, const char *group, const char *name, struct str markup);
/* <prefix:name ATTRIBUTES>content</prefix:name>; attributes begin with a blank or are none; both are markup already. */
struct str edit_markup(struct edit *e, const char *name, struct str attributes, struct str content);

void edit_remove(struct edit *e, const struct element *what); /* with the line that it leaves empty */
void edit_replace(struct edit *e, const struct element *what, struct str markup);
void edit_content(struct edit *e, const struct element *what, struct str markup);
/* Sets the attribute, which is in no namespace. A value that is there already is no change. */
void edit_attribute(struct edit *e, const struct element *what, const char *name, struct str value);
void edit_remove_attribute(struct edit *e, const struct element *what, const char *name);

/* As markup, in the file's arena. */
struct str edit_text(struct edit *e, struct str text);
struct str edit_attribute_markup(struct edit *e, const char *name, struct str value); /* ` name="value"` */

/* Whether the schema lets that kind of item have the element in its contentMeta. */
bool edit_allows(enum item_kind kind, const char *name);

#endif
