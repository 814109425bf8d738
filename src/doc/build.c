#include "doc/build.h"

#include <stdlib.h>

/* What became of a block that a reader opened. */
enum fate {
	PLACED,	  /* it stands in the document, as it is or as a para */
	IMPLICIT, /* a para that the builder opened for text without one */
	FLAT,	  /* it does not stand; its content goes where it would have stood */
	STALE	  /* it stood, and was closed early so that a block could be lifted out of it */
};

struct build_frame {
	struct block like; /* as the reader wanted it */
	struct block *at;  /* PLACED and IMPLICIT: the block in the document */
	enum fate fate;
	bool breaks; /* FLAT inside a leaf: lines begin before and after it */
};

struct build_note_name {
	struct build_note_name *next;
	struct str name;
	struct block *note;
};

/* What to do with a block that the grammar does not let stand in a parent. */
enum fit { FIT_FLAT, FIT_PARA, FIT_LIFT, FIT_DROP, FIT_IN_ITEM, FIT_LAST_ITEM, FIT_DEFINITION };

static enum fit
fit_para(enum block_type parent)
{
	return parent == BLOCK_LIST ? FIT_IN_ITEM : parent == BLOCK_DEFLIST ? FIT_DEFINITION : FIT_LIFT;
}

static enum fit
fit(enum block_type parent, enum block_type child)
{
	if (parent == BLOCK_FIGURE)
		return FIT_LIFT;
	if (block_is_leaf(parent))
		return FIT_FLAT;
	switch (child) {
	case BLOCK_PARA:
		return fit_para(parent);
	case BLOCK_HEAD:
	case BLOCK_PRE:
	case BLOCK_CAPTION:
	case BLOCK_TERM:
	case BLOCK_DEFINITION:
		return block_holds(parent, BLOCK_PARA) ? FIT_PARA : fit_para(parent);
	case BLOCK_LIST:
		return parent == BLOCK_LIST ? FIT_LAST_ITEM : parent == BLOCK_ITEM ? FIT_FLAT : FIT_LIFT;
	case BLOCK_TABLE:
	case BLOCK_FIGURE:
	case BLOCK_SECTION:
		return FIT_LIFT;
	case BLOCK_RULE:
		return FIT_DROP;
	default:
		return FIT_FLAT;
	}
}

static struct build_frame *
push(struct builder *b, const struct block *like, struct block *at, enum fate fate)
{
	struct build_frame *f;

	if (b->n == b->cap) {
		b->cap = b->cap ? 2 * b->cap : 64;
		b->frames = mem_grow(b->frames, b->cap * sizeof(*b->frames));
	}
	f = &b->frames[b->n++];
	*f = (struct build_frame){ .like = *like, .at = at, .fate = fate };
	return f;
}

void
build_begin(struct builder *b, struct doc *d)
{
	*b = (struct builder){ .doc = d };
	push(b, d->root, d->root, PLACED);
}

void
build_end(struct builder *b)
{
	free(b->frames);
	b->frames = NULL;
	b->n = b->cap = 0;
	doc_finish(b->doc);
}

/* Whether a closed container opens again for a child: a list only for its next item, an item and a figure never. */
static bool
revives(const struct build_frame *f, enum block_type child)
{
	switch (f->like.type) {
	case BLOCK_LIST:
		return child == BLOCK_ITEM;
	case BLOCK_QUOTE:
	case BLOCK_SECTION:
	case BLOCK_DEFLIST:
		return true;
	default:
		return false;
	}
}

/* The frame whose block a child goes into. The document's own frame ends every search. */
static size_t
container(const struct builder *b, size_t below, enum block_type child)
{
	while (below-- > 1) {
		const struct build_frame *f = &b->frames[below];

		if (f->fate == PLACED || f->fate == IMPLICIT || (f->fate == STALE && revives(f, child)))
			return below;
	}
	return 0;
}

static struct block *
place(struct builder *b, struct block *parent, const struct block *like)
{
	struct block *at = block_add(b->doc, parent, like->type);

	at->role = like->role;
	at->rtl = like->rtl;
	if (like->type == BLOCK_HEAD)
		at->head = like->head;
	if (like->type == BLOCK_LIST)
		at->list = like->list;
	if (like->type == BLOCK_CELL)
		at->cell = like->cell;
	return at;
}

/* Opens a closed container again, and those that it stood in: the innermost that can be. */
static struct block *
revive(struct builder *b, size_t i)
{
	struct build_frame *f = &b->frames[i];

	if (f->fate == STALE) {
		size_t below = container(b, i, f->like.type);
		struct block *parent = revive(b, below);

		if (!block_holds(parent->type, f->like.type))
			return parent;
		f->at = place(b, parent, &f->like);
		f->fate = PLACED;
	}
	return f->at;
}

static void
go_stale(struct build_frame *f)
{
	if (f->fate == FLAT || f->fate == STALE)
		return;
	if (f->like.type == BLOCK_LIST)
		for (const struct block *item = f->at->first; item; item = item->next)
			f->like.list.start++;
	f->fate = STALE;
	f->at = NULL;
}

/*
 * Closes containers, innermost first, until one may hold the child. NULL, and
 * nothing is closed, when a cell or a note is in the way.
 */
static struct block *
lift(struct builder *b, size_t top, enum block_type child)
{
	for (size_t i = top;; i--) {
		const struct build_frame *f = &b->frames[i];

		if (f->fate == PLACED && block_holds(f->at->type, child)) {
			for (size_t above = i + 1; above <= top; above++)
				go_stale(&b->frames[above]);
			return f->at;
		}
		if (i == 0 || (f->fate == PLACED && (f->at->type == BLOCK_CELL || f->at->type == BLOCK_NOTE)))
			return NULL;
	}
}

static void
flattened(struct builder *b, enum block_type child, enum block_type parent)
{
	doc_loss(b->doc, LOSS_PRESENTATION, b->place, "L-nesting", "%s in %s flattened", block_name(child),
		block_name(parent));
}

static struct block *
open_flat(struct builder *b, const struct block *like, struct block *parent)
{
	struct build_frame *f = push(b, like, NULL, FLAT);

	if (block_is_leaf(parent->type)) {
		f->breaks = true;
		doc_break(b->doc, parent);
	}
	if (like->type != BLOCK_PARA)
		flattened(b, like->type, parent->type);
	return NULL;
}

static struct block *
open_placed(struct builder *b, const struct block *like, struct block *parent, enum block_type type)
{
	struct block as = *like;
	struct block *at;

	if (as.type != type) {
		flattened(b, as.type, parent->type);
		as.type = type;
	}
	at = place(b, parent, &as);
	push(b, like, at, PLACED);
	return at;
}

static struct block *
open_misfit(struct builder *b, const struct block *like, struct block *parent, size_t top)
{
	struct block *at;

	switch (fit(parent->type, like->type)) {
	case FIT_PARA:
		return open_placed(b, like, parent, BLOCK_PARA);
	case FIT_DEFINITION:
		return open_placed(b, like, parent, BLOCK_DEFINITION);
	case FIT_IN_ITEM:
		return open_placed(b, like, block_add(b->doc, parent, BLOCK_ITEM), BLOCK_PARA);
	case FIT_LAST_ITEM:
		if (parent->last && list_depth(parent) < LIST_DEPTH)
			return open_placed(b, like, parent->last, BLOCK_LIST);
		return open_flat(b, like, parent);
	case FIT_LIFT:
		at = lift(b, top, like->type);
		if (at)
			return open_placed(b, like, at, like->type);
		return open_flat(b, like, parent);
	case FIT_FLAT:
	case FIT_DROP:
	default:
		return open_flat(b, like, parent);
	}
}

struct block *
build_open(struct builder *b, const struct block *like)
{
	size_t top;
	struct block *parent;

	build_flush(b);
	top = container(b, b->n, like->type);
	parent = revive(b, top);
	if (like->type == BLOCK_LIST && list_depth(parent) >= LIST_DEPTH)
		return open_flat(b, like, parent);
	if (block_holds(parent->type, like->type))
		return open_placed(b, like, parent, like->type);
	return open_misfit(b, like, parent, top);
}

struct block *
build_open_type(struct builder *b, enum block_type type)
{
	struct block like = { .type = type };

	if (type == BLOCK_HEAD)
		like.head.level = 1;
	if (type == BLOCK_LIST)
		like.list.start = 1;
	if (type == BLOCK_CELL)
		like.cell.colspan = like.cell.rowspan = 1;
	return build_open(b, &like);
}

void
build_resume(struct builder *b, struct block *at)
{
	build_flush(b);
	push(b, at, at, PLACED);
}

void
build_flush(struct builder *b)
{
	if (b->frames[b->n - 1].fate == IMPLICIT)
		b->n--;
}

struct block *
build_leaf(const struct builder *b)
{
	const struct build_frame *f = &b->frames[container(b, b->n, BLOCK_PARA)];

	return f->at && block_is_leaf(f->at->type) ? f->at : NULL;
}

void
build_close(struct builder *b)
{
	struct build_frame *f;
	bool breaks;

	build_flush(b);
	if (b->n <= 1)
		fail(b->doc->diag, STATUS_BUG, b->place, "a block is closed that was not opened");
	f = &b->frames[b->n - 1];
	breaks = f->breaks;
	b->n--;
	if (breaks && build_leaf(b))
		doc_break(b->doc, build_leaf(b));
}

static struct block *
need_leaf(struct builder *b)
{
	struct block *leaf = build_leaf(b);

	if (!leaf) {
		leaf = build_open_type(b, BLOCK_PARA);
		b->frames[b->n - 1].fate = IMPLICIT;
	}
	return leaf;
}

/* Pre that had to become a para: its lines end in breaks. */
static void
text_with_breaks(struct builder *b, struct block *leaf, const struct run *like, struct str text)
{
	struct str line;
	bool first = true;

	while (str_next(&text, '\n', &line)) {
		if (!first)
			doc_break(b->doc, leaf);
		doc_text(b->doc, leaf, like, line);
		first = false;
	}
}

void
build_text(struct builder *b, const struct run *like, struct str text)
{
	struct block *leaf;
	const struct build_frame *f;

	if (!build_leaf(b) && str_trim(text).n == 0)
		return;
	leaf = need_leaf(b);
	f = &b->frames[container(b, b->n, BLOCK_PARA)];
	if (f->like.type == BLOCK_PRE && leaf->type != BLOCK_PRE)
		text_with_breaks(b, leaf, like, text);
	else
		doc_text(b->doc, leaf, like, text);
}

void
build_math(struct builder *b, const struct run *like, struct str text, struct str formula)
{
	doc_math(b->doc, need_leaf(b), like, text, formula);
}

void
build_break(struct builder *b)
{
	struct block *leaf = build_leaf(b);

	if (leaf)
		doc_break(b->doc, leaf);
}

void
build_image(struct builder *b, const struct run *like, const struct image *image)
{
	struct image known = *image;

	if (known.bytes.n > 0 && !image_identify(&known)) {
		doc_loss(b->doc, LOSS_CONTENT, b->place, "L-image-type", "image of a kind that is not carried: %.*s",
			STR_FMT(str_sub(known.alt, 0, 80)));
		return;
	}
	if (known.bytes.n > 0)
		known.url = STR_NONE;
	else
		known.url = doc_link(b->doc, known.url);
	if (known.bytes.n == 0 && known.url.n == 0) {
		doc_loss(b->doc, LOSS_CONTENT, b->place, "L-image", "image that cannot be reached: %.*s",
			STR_FMT(str_sub(known.alt, 0, 80)));
		return;
	}
	doc_image(b->doc, need_leaf(b), like, &known);
}

static struct block *
note_named(struct builder *b, struct str name)
{
	struct build_note_name **head = &b->notes[str_hash(name) % (sizeof(b->notes) / sizeof(b->notes[0]))];
	struct build_note_name *n;

	for (n = *head; n; n = n->next)
		if (str_eq(n->name, name))
			return n->note;
	n = ARENA_NEW(&b->doc->arena, struct build_note_name);
	n->name = arena_str(&b->doc->arena, name);
	n->note = block_add(b->doc, b->doc->root, BLOCK_NOTE);
	n->next = *head;
	*head = n;
	return n->note;
}

void
build_note(struct builder *b, struct str name)
{
	doc_note(b->doc, need_leaf(b), note_named(b, name));
}

void
build_open_note(struct builder *b, struct str name)
{
	struct block *note = note_named(b, name);

	push(b, note, note, PLACED);
}
