/* What a document's text says by its roles: the facts that an item repeats in its metadata for those who read only that. */
#ifndef NML_NML_FACTS_H
#define NML_NML_FACTS_H

#include "doc/doc.h"

/* The next block with that role behind `after` (NULL: the first), or NULL. */
const struct block *fact_block(const struct doc *d, enum role role, const struct block *after);
/* The text of a block in one line; of none it is empty. */
struct str fact_line(struct arena *a, const struct block *b);
struct str fact_text(struct arena *a, const struct run *r); /* of a run, without blanks around */

/* The dateline: the runs with the roles dateline and place that stand together, else the text of a date line. */
struct str fact_dateline(struct arena *a, const struct doc *d);
/* The first lines of a text, among which are the headline and what belongs to it. */
enum { TOP_LINES = 8 };
struct top {
	struct str lines[TOP_LINES];
	size_t n;
};
void fact_top(struct arena *a, const struct doc *d, struct top *top);
bool fact_at_top(const struct top *top, struct str line);
/* Who is named as the source in the source line, without the word before it. */
struct str fact_source(struct arena *a, const struct doc *d);

/*
 * Whether the document is a press release, as one is that no editor's item stands behind (extra is what is left of
 * such); of an agency's item its text must show it.
 */
bool fact_release(const struct doc *d);

/* The number of a note, from 1. */
size_t fact_note_number(const struct block *note);

/* A walk over the runs of one role; start with {0}. */
struct run_walk {
	struct walk blocks;
	const struct run *at;
};
/* The next run of the document that has a role, or NULL. within: only in sections of that role; ROLE_NONE: everywhere. */
const struct run *fact_run(const struct doc *d, struct run_walk *w, enum role within);

#endif
