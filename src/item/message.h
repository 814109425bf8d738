/*
 * The items of a NewsML-G2 message, taken out of it byte for byte. What an
 * item has from the elements around it, it gets in its own start tag: their
 * namespace declarations (Namespaces in XML, section 6.1) and their xml:lang,
 * xml:base and xml:space (XML 1.0, sections 2.10 and 2.12).
 */
#ifndef ITEM_MESSAGE_H
#define ITEM_MESSAGE_H

#include "item/item.h"

enum {
	INHERITED = 64,			   /* attributes that the items of a message may inherit; real ones: 6 */
	INHERITED_BYTES = 64 * 1024 * 1024 /* of them in all items, so that no output outgrows its input without bound */
};

/* Takes items out of one file. {0} but for the file. */
struct taker {
	const struct item_file *file;
	const struct element *around;	 /* the element whose children inherit these */
	struct str inherited[INHERITED]; /* as they stand there: name="value" */
	size_t count;
	size_t bytes; /* of what has been added to items */
};

/* The first item of the file. A file without one ends the program with STATUS_DATA and what it is instead. */
const struct element *message_first(const struct item_file *f);
struct str message_guid(const struct element *item); /* STR_NONE when there is none */
struct str message_version(const struct element *item); /* without leading zeros; 1 when there is none */
/* A group of the item and a property in it: the first that is not empty, as one line; else STR_NONE. */
struct str message_property(struct item_file *f, const struct element *item, const char *group, const char *name);

/*
 * The items that `which` names: a number from 1, a guid, or "all"; empty: the
 * only one. Each call gives the next behind `after` (NULL: the first), NULL
 * when there are no more. Ends the program with STATUS_DATA when none is meant,
 * or when nothing is named and there are several.
 */
struct element *items_chosen(struct item_file *f, struct str which, const struct element *after);

/*
 * Appends the item, to stand alone, or in an element that declares a default
 * namespace: then an item that knows none says so.
 */
void message_take(struct taker *t, const struct element *item, bool alone, struct buf *out);

#endif
