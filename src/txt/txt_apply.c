/* What the header says, given to the blocks. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_header.h"
#include "txt/txt_layout.h"

struct tops {
	struct block **v;
	size_t n;
};

static void
add_top(struct tops *tops, size_t *cap, struct block *b)
{
	if (tops->n == *cap) {
		*cap = *cap ? 2 * *cap : 64;
		tops->v = mem_grow(tops->v, *cap * sizeof(*tops->v));
	}
	tops->v[tops->n++] = b;
}

/* The document's blocks in the order of the text: notes come last. */
static struct tops
find_tops(const struct doc *d)
{
	struct tops tops = { 0 };
	size_t cap = 0;

	for (int notes = 0; notes < 2; notes++)
		for (struct block *b = d->root->first; b; b = b->next)
			if ((b->type == BLOCK_NOTE) == notes)
				add_top(&tops, &cap, b);
	return tops;
}

/* Sections stand one behind the other; what overlaps, or does not stand in the order of the text, is none. */
static void
apply_section(struct doc *d, const struct tops *tops, const struct txt_fact *f, size_t *behind)
{
	struct block *section;

	if (f->block <= *behind || tops->v[f->to - 1]->type == BLOCK_NOTE)
		return;
	section = block_insert_before(d, tops->v[f->block - 1], BLOCK_SECTION);
	section->role = f->role;
	for (size_t i = f->block; i <= f->to; i++)
		block_move(tops->v[i - 1], section, NULL);
	*behind = f->to;
}

static void
apply_roles(struct doc *d, const struct tops *tops, const struct txt_fact *f)
{
	size_t behind = 0;

	for (; f; f = f->next) {
		if (f->block < 1 || f->to > tops->n)
			continue;
		if (role_where(f->role) == ROLE_ON_SECTION)
			apply_section(d, tops, f, &behind);
		else if (role_where(f->role) == ROLE_ON_LEAF && f->to == f->block)
			tops->v[f->block - 1]->role = f->role;
	}
}

static void
apply_levels(const struct tops *tops, const struct txt_fact *f)
{
	for (; f; f = f->next)
		if (f->block >= 1 && f->block <= tops->n && tops->v[f->block - 1]->type == BLOCK_HEAD)
			tops->v[f->block - 1]->head.level = f->level;
}

/*
 * Where the last fact about a run was applied. Facts stand in the order of
 * the text, so each goes on from there; within a leaf there are two rows of
 * them, of links and of roles. Others are passed over.
 */
struct cursor {
	size_t block, leaf; /* numbers */
	struct walk walk;
	struct block *at;  /* the leaf */
	struct run *run;
	size_t position;   /* of the run's first letter */
	bool again;	   /* it is the second row */
};

static bool
seek_leaf(struct cursor *c, const struct tops *tops, const struct txt_fact *f)
{
	if (f->block < 1 || f->block > tops->n || f->block < c->block || (f->block == c->block && f->leaf < c->leaf))
		return false;
	if (c->block != f->block)
		*c = (struct cursor){ .block = f->block, .walk = { .root = tops->v[f->block - 1] } };
	while (c->leaf < f->leaf) {
		if (!walk_next(&c->walk))
			return false;
		if (c->walk.leaving || !block_is_leaf(c->walk.at->type))
			continue;
		c->leaf++;
		c->at = (struct block *)c->walk.at;
		c->run = c->at->runs;
		c->position = 0;
		c->again = false;
	}
	return true;
}

static size_t
run_letters(const struct run *r)
{
	return r->kind == RUN_TEXT || r->kind == RUN_MATH ? utf8_count(r->text) : 1;
}

/* Cuts a run of text behind so many letters. */
static void
split_run(struct doc *d, struct block *leaf, struct run *r, size_t letters)
{
	struct run *rest = run_new(d);
	struct str behind = r->text;

	while (letters-- > 0)
		utf8_next(&behind);
	*rest = *r;
	rest->text = behind;
	r->text.n -= behind.n;
	r->next = rest;
	if (leaf->last_run == r)
		leaf->last_run = rest;
}

static void
apply_run(struct doc *d, struct run *r, const struct txt_fact *f)
{
	if (f->role)
		r->role = r->kind == RUN_TEXT ? f->role : ROLE_NONE;
	if (f->plain)
		r->link = STR_NONE;
	if (f->link.n > 0)
		r->link = doc_link(d, f->link);
}

/* A formula is one run, whatever the reader took its parts for. */
static void
make_formula(struct doc *d, struct block *leaf, struct run *first, size_t letters)
{
	struct buf text = { 0 };
	size_t n = run_letters(first);

	buf_add(&text, first->text);
	while (n < letters && first->next && first->next->kind == RUN_TEXT) {
		struct run *next = first->next;

		if (n + run_letters(next) > letters)
			split_run(d, leaf, next, letters - n);
		n += run_letters(next);
		buf_add(&text, next->text);
		first->next = next->next;
		if (leaf->last_run == next)
			leaf->last_run = first;
	}
	*first = (struct run){ .next = first->next, .kind = RUN_MATH, .text = arena_str(&d->arena, buf_str(&text)) };
	buf_free(&text);
}

static void
apply_range(struct doc *d, struct cursor *c, const struct txt_fact *f)
{
	if (f->from < c->position && !c->again) {
		c->run = c->at->runs;
		c->position = 0;
		c->again = true;
	}
	if (f->from < c->position)
		return;
	while (c->run && c->position < f->to) {
		size_t letters = run_letters(c->run), end = c->position + letters;

		if (c->position < f->from && end > f->from)
			split_run(d, c->at, c->run, f->from - c->position);
		else if (c->position >= f->from && end > f->to)
			split_run(d, c->at, c->run, f->to - c->position);
		if (f->math && c->position == f->from && c->run->kind == RUN_TEXT && c->at->type != BLOCK_PRE)
			make_formula(d, c->at, c->run, f->to - f->from);
		letters = run_letters(c->run);
		if (c->position >= f->from)
			apply_run(d, c->run, f);
		if (c->position + letters > f->to)
			return;
		c->position += letters;
		c->run = c->run->next;
	}
}

static void
apply_runs(struct doc *d, const struct tops *tops, const struct txt_fact *f)
{
	struct cursor c = { 0 };

	for (; f; f = f->next)
		if (seek_leaf(&c, tops, f))
			apply_range(d, &c, f);
}

/* The cells of a table row by row, before any is taken out. */
static struct tops
find_cells(const struct block *table)
{
	struct tops cells = { 0 };
	size_t cap = 0;

	for (struct block *row = table->first; row; row = row->next)
		for (struct block *cell = row->first; row->type == BLOCK_ROW && cell; cell = cell->next)
			add_top(&cells, &cap, cell);
	return cells;
}

/* A cell that spans others: those are empty, and go. */
static void
apply_span(const struct tops *cells, size_t width, const struct txt_fact *f)
{
	size_t at = f->leaf - 1;
	struct block *cell = cells->v[at];

	if (width == 0 || at % width + (size_t)f->colspan > width || at + width * ((size_t)f->rowspan - 1) >= cells->n ||
		!cell->parent || f->colspan < 1 || f->rowspan < 1)
		return;
	cell->cell.colspan = f->colspan;
	cell->cell.rowspan = f->rowspan;
	for (size_t r = 0; r < (size_t)f->rowspan; r++) {
		for (size_t k = 0; k < (size_t)f->colspan; k++) {
			struct block *covered = cells->v[at + r * width + k];

			if (covered != cell && covered->parent && !covered->first)
				block_remove(covered);
		}
	}
}

static void
apply_cells(const struct tops *tops, const struct txt_fact *f)
{
	size_t before = 0;

	while (f) {
		size_t block = f->block, width;
		struct tops cells;

		if (block <= before || block > tops->n || tops->v[block - 1]->type != BLOCK_TABLE) {
			f = f->next;
			continue;
		}
		before = block;
		cells = find_cells(tops->v[block - 1]);
		width = (size_t)table_columns(tops->v[block - 1]);
		for (; f && f->block == block; f = f->next) {
			if (f->leaf < 1 || f->leaf > cells.n)
				continue;
			if (f->header)
				cells.v[f->leaf - 1]->cell.header = true;
			else
				apply_span(&cells, width, f);
		}
		free(cells.v);
	}
}

void
txt_header_apply(struct doc *d, const struct txt_header *header)
{
	struct tops tops = find_tops(d);

	if (header->blocks > 0 && header->blocks != tops.n) {
		warn(d->diag, (struct place){ 0 }, "W-edited",
			"the text has other blocks than its header knows of: roles are found anew");
		doc_meta_clear(d, META_RECOGNISED);
	} else {
		apply_cells(&tops, header->facts[TXT_FACT_CELL]);
		apply_levels(&tops, header->facts[TXT_FACT_LEVEL]);
		apply_runs(d, &tops, header->facts[TXT_FACT_RUN]);
		apply_roles(d, &tops, header->facts[TXT_FACT_ROLE]);
	}
	free(tops.v);
}
