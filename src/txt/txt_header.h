/*
 * The header block of a text: "Press-Release: 1", a line for each value of
 * the metadata, and what the text alone does not say of its blocks:
 *
 *     Blocks: 17
 *     Roles: 1 headline, 3 date-line, 14-16 contact
 *     Runs: 4 0-26 dateline, 15.2 9-24 <tel:+420702159658>, 16 3-9 plain
 *     Levels: 7 4
 *     Lists: 2 lower-alpha 5 "%)"
 *     Cells: 9 1 2x1, 9 4 header
 *
 * Blocks are counted as they stand in the text, from 1, footnotes last; a
 * point and a number mean that leaf in the block. Letters are counted from 0,
 * a break, an image and a reference as one. Lists are counted apart, cells
 * within their table. Where the number of blocks is no longer the one that is
 * stated, somebody has edited the text, and roles are not applied.
 */
#ifndef TXT_HEADER_H
#define TXT_HEADER_H

#include "base/buf.h"
#include "doc/doc.h"

enum txt_fact_kind { TXT_FACT_ROLE, TXT_FACT_RUN, TXT_FACT_LEVEL, TXT_FACT_LIST, TXT_FACT_CELL };
enum { TXT_FACTS = 5 };

/* One of the things that the header says. */
struct txt_fact {
	struct txt_fact *next;
	enum txt_fact_kind kind;
	size_t block;		 /* its number, or the list's; a role's first block */
	size_t leaf;		 /* of a run: the leaf in the block; of a cell: its number */
	size_t from, to;	 /* of a run: its letters; of a role: to is the last block */
	enum role role;		 /* of blocks and runs */
	struct str link;	 /* of a run */
	bool plain;		 /* a run that is no link, though it looks like one */
	bool math;		 /* a run that is a formula */
	int level;		 /* of a heading */
	enum list_format format; /* of a list, with start and label */
	long start;
	struct str label;
	int colspan, rowspan; /* of a cell */
	bool header;
};

struct txt_header {
	size_t blocks; /* as stated; 0: not stated */
	struct txt_fact *facts[TXT_FACTS], *last[TXT_FACTS]; /* in the order in which they stand */
	const struct txt_fact *list; /* the one that was asked for last */
};

/* Adds a copy of a fact. */
void txt_header_add(struct txt_header *header, struct arena *a, const struct txt_fact *fact);

/* Reads the block if the text begins with one, and moves *text behind it. Metadata goes into the document. */
void txt_header_read(struct doc *d, struct str *text, struct txt_header *header);
/* What it says of a list, or NULL; to be asked in the order of the lists. */
const struct txt_fact *txt_header_list(struct txt_header *header, size_t number);
/* Gives the blocks what the header says of them. Before doc_finish(). */
void txt_header_apply(struct doc *d, const struct txt_header *header);

/* Writes the block for a document and the facts that its text does not show. */
void txt_header_write(const struct doc *d, struct buf *out, const struct txt_header *header, bool public);

#endif
