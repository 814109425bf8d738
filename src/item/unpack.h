/* The items of a message back to files: which are there, what each is named, its bytes as a file of their own. */
#ifndef ITEM_UNPACK_H
#define ITEM_UNPACK_H

#include "item/file_name.h"
#include "item/message.h"

/* Takes the items out of a file. */
struct unpack {
	struct item_file *file;
	size_t count; /* of its items */
	struct taker taker;
	struct file_names names;
};

/* A file without items ends the program with STATUS_DATA. */
void unpack_begin(struct unpack *u, struct item_file *f);
/* A line for each item: number, guid, version, headline, with tabs between. */
void unpack_list(struct unpack *u, struct buf *out);
/* The item that a number from 1 or a guid names; of several versions the newest. STATUS_DATA when it is not there. */
const struct element *unpack_find(struct unpack *u, struct str which);
/* Appends the item as a file: with an XML declaration, and what it had from the message. */
void unpack_item(struct unpack *u, const struct element *item, struct buf *out);

/* NULL, or what is wrong with a pattern for names. */
const char *unpack_pattern_wrong(struct str pattern);
/* The file's name for the item of that number (from 1) by the pattern; each name is given once. */
struct str unpack_name(struct unpack *u, const struct element *item, size_t number, struct str pattern);

#endif
