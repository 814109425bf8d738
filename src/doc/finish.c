/* Bringing a document into its one canonical form. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/doc.h"
#include "doc/finish.h"

/* The runs of one leaf while they are put in order. */
struct runs {
	struct run **v;
	size_t n, cap;
};

static void
push(struct runs *runs, struct run *r)
{
	if (runs->n == runs->cap) {
		runs->cap = runs->cap ? 2 * runs->cap : 32;
		runs->v = mem_grow(runs->v, runs->cap * sizeof(*runs->v));
	}
	runs->v[runs->n++] = r;
}

/* Takes blanks off the end, so that nothing blank stands before a break or at a leaf's end. */
static void
trim_tail(struct runs *runs)
{
	while (runs->n > 0) {
		struct run *r = runs->v[runs->n - 1];

		if (r->kind != RUN_TEXT)
			return;
		while (str_ends(r->text, STR(" ")))
			r->text.n--;
		if (r->text.n > 0)
			return;
		runs->n--;
	}
}

/*
 * The text of the runs from r to end, put together. However many they are, it
 * moves once; not at all where it stands together, and none of it is dropped.
 */
static struct str
joined_text(struct doc *d, const struct run *r, const struct run *end, size_t all)
{
	size_t n = r->text.n;
	char *p = arena_grow(&d->text, (char *)r->text.p, n, all);

	while ((r = r->next) != end) {
		struct str text = r->text;

		while (n > 0 && p[n - 1] == ' ' && str_starts(text, STR(" ")))
			text = str_sub(text, 1, text.n);
		memcpy(p + n, text.p, text.n);
		n += text.n;
	}
	return (struct str){ p, n };
}

/* Makes one run of r and its equals behind it. */
static void
join_equals(struct doc *d, struct run *r)
{
	struct run *end = r->next;
	struct str text = r->text;
	size_t all = text.n;
	bool renormalise = false;

	for (; end && end->kind == RUN_TEXT && run_same(r, end); end = end->next) {
		bool doubled = str_ends(text, STR(" ")) && str_starts(end->text, STR(" "));

		if (text.n == all && text.p + all == end->text.p && !doubled)
			text.n += end->text.n;
		renormalise = renormalise || utf8_composes(end->text);
		all += end->text.n;
	}
	if (end == r->next)
		return;
	r->text = text.n == all ? text : joined_text(d, r, end, all);
	if (renormalise)
		r->text = utf8_nfc(&d->text, r->text);
	r->next = end;
}

static void
push_text(struct doc *d, struct runs *runs, struct run *r)
{
	struct run *last = runs->n ? runs->v[runs->n - 1] : NULL;
	bool edge = !last || last->kind == RUN_BREAK || (last->kind == RUN_TEXT && str_ends(last->text, STR(" ")));

	while (edge && str_starts(r->text, STR(" ")))
		r->text = str_sub(r->text, 1, r->text.n);
	if (r->text.n == 0)
		return;
	if (last && last->kind == RUN_TEXT && run_same(last, r))
		run_append(d, last, r->text, false);
	else
		push(runs, r);
}

static void
push_break(struct runs *runs, struct run *r)
{
	trim_tail(runs);
	if (runs->n > 0 && runs->v[runs->n - 1]->kind != RUN_BREAK)
		push(runs, r);
}

static void
relink(struct block *leaf, const struct runs *runs)
{
	leaf->runs = leaf->last_run = NULL;
	for (size_t i = 0; i < runs->n; i++) {
		*(leaf->last_run ? &leaf->last_run->next : &leaf->runs) = runs->v[i];
		leaf->last_run = runs->v[i];
		leaf->last_run->next = NULL;
	}
}

static void
finish_flowing(struct doc *d, struct block *leaf)
{
	struct runs runs = { 0 };

	for (struct run *r = leaf->runs; r; r = r->next) {
		if (r->kind == RUN_TEXT) {
			join_equals(d, r);
			push_text(d, &runs, r);
		} else if (r->kind == RUN_BREAK) {
			push_break(&runs, r);
		} else {
			push(&runs, r);
		}
	}
	trim_tail(&runs);
	while (runs.n > 0 && runs.v[runs.n - 1]->kind == RUN_BREAK) {
		runs.n--;
		trim_tail(&runs);
	}
	relink(leaf, &runs);
	free(runs.v);
}

/* Pre keeps its blanks, but no empty line at either end; an image in it becomes a figure behind it. */
static void
finish_pre(struct doc *d, struct block *pre)
{
	struct runs runs = { 0 };

	for (struct run *r = pre->runs; r; r = r->next) {
		if (r->kind == RUN_IMAGE)
			doc_image(d, block_insert_after(d, pre, BLOCK_FIGURE), r, r->image);
		if (r->kind != RUN_TEXT)
			continue;
		while (runs.n == 0 && str_starts(r->text, STR("\n")))
			r->text = str_sub(r->text, 1, r->text.n);
		if (runs.n > 0 && run_same(runs.v[runs.n - 1], r))
			run_append(d, runs.v[runs.n - 1], r->text, true);
		else if (r->text.n > 0)
			push(&runs, r);
	}
	while (runs.n > 0) {
		struct run *r = runs.v[runs.n - 1];

		while (str_ends(r->text, STR("\n")))
			r->text.n--;
		if (r->text.n > 0)
			break;
		runs.n--;
	}
	relink(pre, &runs);
	free(runs.v);
	if (str_trim(block_text(&d->arena, pre)).n == 0)
		pre->runs = pre->last_run = NULL;
}

static void
move_runs(struct block *from, struct run *first, struct block *to)
{
	to->runs = first;
	to->last_run = from->last_run;
}

static void
become_para(struct block *b, struct block *parent, struct block *before)
{
	b->type = BLOCK_PARA;
	block_move(b, parent, before);
}

/* A figure is one image; what else stood in it follows as a para. */
static void
finish_figure(struct doc *d, struct block *figure)
{
	struct run **link = &figure->runs, *image, *rest;

	while (*link && (*link)->kind != RUN_IMAGE)
		link = &(*link)->next;
	image = *link;
	if (!image) {
		figure->type = BLOCK_PARA;
		while (figure->last)
			become_para(figure->last, figure->parent, figure->next);
		return;
	}
	*link = image->next;
	if (figure->last_run == image)
		for (figure->last_run = figure->runs; figure->last_run && figure->last_run->next;)
			figure->last_run = figure->last_run->next;
	rest = figure->runs;
	if (rest) {
		struct block *para = block_insert_after(d, figure, BLOCK_PARA);

		move_runs(figure, rest, para);
		finish_flowing(d, para);
		if (!para->runs)
			block_remove(para);
	}
	figure->runs = figure->last_run = image;
	image->next = NULL;
}

/* Only a table's first and a figure's only caption stays one; others become paras behind the whole. */
static void
finish_captions(struct block *b)
{
	struct block *kept = NULL, *next;

	for (struct block *c = b->first; c; c = next) {
		next = c->next;
		if (c->type != BLOCK_CAPTION)
			continue;
		if (kept) {
			become_para(c, b->parent, b->next);
		} else {
			kept = c;
			if (b->type == BLOCK_TABLE)
				block_move(c, b, b->first == c ? c->next : b->first);
		}
	}
}

/* An item that begins with a list has no text of its own: the inner items take its place. */
static void
finish_item(struct block *item)
{
	struct block *inner = item->first, *last;

	if (!inner || inner->type != BLOCK_LIST)
		return;
	last = inner->last;
	while (inner->first)
		block_move(inner->first, item->parent, item);
	block_remove(inner);
	while (item->first)
		block_move(item->first, last, NULL);
}

/* A definition without a term in front, or a term without a definition behind, is a para. */
static void
finish_deflist(struct block *list)
{
	while (list->first && list->first->type == BLOCK_DEFINITION)
		become_para(list->first, list->parent, list);
	while (list->last && list->last->type == BLOCK_TERM)
		become_para(list->last, list->parent, list->next);
}

static void
finish_list(struct block *list)
{
	if (list->list.format == LIST_BULLET) {
		list->list.start = 1;
		list->list.label = STR_NONE;
		return;
	}
	if (list->list.start < 0 || list->list.start > 32767)
		list->list.start = 1;
	if (list->list.label.n > 8 || str_find_char(list->list.label, '%') == STR_NPOS)
		list->list.label = STR("%.");
}

/* A role stands only where doc/role.h lets it; the headline is a head of level 1, every other leaf role is a para. */
static void
finish_role(struct block *b, bool *headline_seen)
{
	enum role_where where = role_where(b->role);
	bool fits = (where == ROLE_ON_LEAF && b->parent->type == BLOCK_DOC &&
			    (b->type == BLOCK_PARA || b->type == BLOCK_HEAD)) ||
		    (where == ROLE_ON_QUOTE && b->parent->type == BLOCK_QUOTE) ||
		    (where == ROLE_ON_SECTION && b->type == BLOCK_SECTION);

	if (!fits || (b->role == ROLE_HEADLINE && *headline_seen))
		b->role = ROLE_NONE;
	if (b->role == ROLE_HEADLINE) {
		*headline_seen = true;
		b->type = BLOCK_HEAD;
		b->head.level = 1;
	} else if (b->role && b->type == BLOCK_HEAD) {
		b->type = BLOCK_PARA;
	}
}

static void
finish_leaf(struct doc *d, struct block *b)
{
	struct str language = doc_meta(d, META_LANGUAGE);

	for (struct run *r = b->runs; r; r = r->next)
		if (language.n > 0 && str_eq(r->lang, language))
			r->lang = STR_NONE;
	if (b->type == BLOCK_PRE)
		finish_pre(d, b);
	else
		finish_flowing(d, b);
	if (b->type == BLOCK_HEAD && (b->head.level < 1 || b->head.level > HEAD_LEVELS))
		b->head.level = b->head.level < 1 ? 1 : HEAD_LEVELS;
	if (b->type == BLOCK_FIGURE)
		finish_figure(d, b);
}

static bool
is_empty(const struct block *b)
{
	switch (b->type) {
	case BLOCK_DOC:
	case BLOCK_ROW: /* table_square() sees to it, for cells may reach through */
	case BLOCK_CELL:
	case BLOCK_RULE:
		return false;
	default:
		return block_is_leaf(b->type) ? !b->runs : !b->first;
	}
}

/* A section without a role says nothing: its blocks take its place. */
static void
dissolve(struct block *section)
{
	while (section->first)
		block_move(section->first, section->parent, section);
}

static void
finish_block(struct doc *d, struct block *b, bool *headline_seen)
{
	if (b->role)
		finish_role(b, headline_seen);
	if (block_is_leaf(b->type))
		finish_leaf(d, b);
	if (b->type == BLOCK_TABLE || b->type == BLOCK_FIGURE)
		finish_captions(b);
	if (b->type == BLOCK_TABLE)
		table_square(d, b);
	if (b->type == BLOCK_LIST)
		finish_list(b);
	if (b->type == BLOCK_ITEM)
		finish_item(b);
	if (b->type == BLOCK_DEFLIST)
		finish_deflist(b);
	if (b->type == BLOCK_SECTION && role_where(b->role) != ROLE_ON_SECTION)
		dissolve(b);
}

/*
 * Children are finished before their parents, so that what empties a block is
 * seen. A block that is made behind or before b on the way was finished by its
 * maker.
 */
static void
finish_blocks(struct doc *d)
{
	struct block *b = d->root;
	bool headline_seen = false;

	for (;;) {
		struct block *next, *parent;

		while (b->first)
			b = b->first;
		for (;;) {
			if (b == d->root)
				return;
			finish_block(d, b, &headline_seen);
			next = b->next;
			parent = b->parent;
			if (is_empty(b))
				block_remove(b);
			if (next)
				break;
			b = parent;
		}
		b = next;
	}
}

void
doc_finish(struct doc *d)
{
	finish_blocks(d);
	while (finish_notes(d))
		finish_blocks(d);
}
