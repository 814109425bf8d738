/*
 * nmlrevise: the next version of an item (NewsML-G2 Implementation Guide, 7.4.1,
 * 26.3 to 26.6). Who has the former version must be able to tell that this one
 * takes its place, and why.
 */
#ifndef ITEM_REVISE_H
#define ITEM_REVISE_H

#include "base/date.h"
#include "item/meta_write.h"

enum revise_action {
	REVISE_UPDATE,	 /* more or newer text */
	REVISE_CORRECT,	 /* the former version was wrong */
	REVISE_KILL,	 /* must not be used any more, by anybody, ever */
	REVISE_WITHHOLD, /* must not be used for now */
	REVISE_RELEASE	 /* may be used: ends that, or else the embargo */
};

struct revise {
	enum revise_action action;
	struct date now;
	struct str note;	/* for editors; empty: none */
	struct item_file *from; /* whose only item has the new text; NULL: none */
	bool diff;		/* what changed is said in the note */
};

/*
 * The edits that make the next version of an item. What the guide forbids, as
 * anything after canceled, ends the program with STATUS_DATA.
 */
void revise_item(struct item_file *f, struct splice *splice, struct element *item, const struct revise *r);

/* The new text: the contentSet, and what of the metadata says the same as the text. */
void revise_text(struct meta_writer *w, struct item_file *from, const struct element *new_item, const struct date *now);

#endif
