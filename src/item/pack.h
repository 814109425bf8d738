/*
 * Items to a message: a newsMessage with a header (NewsML-G2 2.35, and the
 * Implementation Guide, chapter 18) and the items byte for byte, each with
 * what it needs to stand there.
 */
#ifndef ITEM_PACK_H
#define ITEM_PACK_H

#include "item/item.h"

struct pack_line {
	const char *name; /* of the element */
	struct str text;
	struct pack_line *next;
};

/* All but `sent` may be empty: the element is left out then. */
struct pack_header {
	struct str sent;
	struct str sender;
	struct str transmit_id; /* empty: derived from the header and the items */
	struct str priority;
	struct str origin;
	struct pack_line *lines; /* destinations and channels, in their order */
};

/* What must be one of its kind in a message, and where it stands. */
struct pack_name {
	struct str name;
	size_t item;	   /* in which of the items, from 0 */
	struct diag *diag; /* of its file */
	struct place place;
};

struct pack_names {
	struct pack_name *list;
	size_t count, cap;
};

/* A message in the making. {0} to begin with. */
struct pack {
	struct arena arena;
	struct buf items;
	size_t count;
	struct pack_names guids; /* each with its version */
	struct pack_names ids;
};

/* Whether a header can hold the text: UTF-8 on one line. */
bool pack_text_valid(struct str text);
/*
 * Adds the item, or the items of the message, that a file holds. It ends the
 * program with STATUS_DATA when there is none, or one without a guid or a
 * namespace. `diag`, which names the file, must outlive the message.
 */
void pack_add(struct pack *p, struct diag *diag, struct str utf8);
/* Appends the message. Two items with one guid and version end the program with STATUS_DATA. */
void pack_finish(struct pack *p, const struct pack_header *header, struct buf *out);

#endif
