/* Putting notes in the order of their references. */
#include "doc/finish.h"

static bool
within_note(const struct block *b)
{
	while (b && b->type != BLOCK_NOTE)
		b = b->parent;
	return b != NULL;
}

/* A reference counts when its note is in the document and it is the note's first. */
static bool
reference_counts(const struct doc *d, const struct block *leaf, const struct run *r)
{
	return !within_note(leaf) && leaf->type != BLOCK_PRE && r->note->parent == d->root && !r->note->note.referenced;
}

static void
lose_reference(struct doc *d, const struct run *r)
{
	if (r->note->parent != d->root)
		doc_loss(d, LOSS_CONTENT, (struct place){ 0 }, "L-note", "a reference to a note that is not there");
	else
		doc_loss(d, LOSS_PRESENTATION, (struct place){ 0 }, "L-note", "a reference to a note in another note, or a second one");
}

/* Goes through a leaf's references: a note that is referred to moves to the end. True when a reference went. */
static bool
order_references(struct doc *d, struct block *leaf)
{
	struct run **link = &leaf->runs, *r;
	bool went = false;

	leaf->last_run = NULL;
	while ((r = *link)) {
		if (r->kind == RUN_NOTE && !reference_counts(d, leaf, r)) {
			lose_reference(d, r);
			*link = r->next;
			went = true;
			continue;
		}
		if (r->kind == RUN_NOTE) {
			r->note->note.referenced = true;
			block_move(r->note, d->root, NULL);
		}
		leaf->last_run = r;
		link = &r->next;
	}
	return went;
}

/* Notes without a reference become text at the end of the body; nothing of them is lost. */
static void
notes_to_text(struct doc *d)
{
	struct block *next, *kept = d->root->last;

	while (kept && kept->type == BLOCK_NOTE && kept->note.referenced)
		kept = kept->prev;
	kept = kept ? kept->next : d->root->first; /* the first of the notes that stay */
	for (struct block *b = d->root->first; b && b != kept; b = next) {
		next = b->next;
		if (b->type != BLOCK_NOTE)
			continue;
		doc_loss(d, LOSS_PRESENTATION, (struct place){ 0 }, "L-note", "a note that nothing refers to became text");
		while (b->first)
			block_move(b->first, d->root, kept);
		block_remove(b);
	}
}

bool
finish_notes(struct doc *d)
{
	bool went = false;

	if (!d->notes)
		return false;
	for (struct block *b = d->root->first; b; b = b->next)
		if (b->type == BLOCK_NOTE)
			b->note.referenced = false;
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		if (!w.leaving && block_is_leaf(w.at->type))
			went |= order_references(d, (struct block *)w.at);
	notes_to_text(d);
	return went;
}
