#include "recognise/runs.h"

#include <stdlib.h>

static size_t
run_length(const struct run *r)
{
	return r->kind == RUN_BREAK ? 1 : r->kind == RUN_TEXT || r->kind == RUN_MATH ? r->text.n : 0;
}

void
marks_add(struct marks *m, size_t from, size_t to, enum role role)
{
	if (from >= to)
		return;
	if (m->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 16;
		m->v = mem_grow(m->v, m->cap * sizeof(*m->v));
	}
	m->v[m->n++] = (struct mark){ from, to, role };
}

static int
by_offset(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* Cuts a text run in two; the second half is a new run behind it. */
static void
run_split(struct doc *d, struct block *leaf, struct run *r, size_t at)
{
	struct run *rest = run_new(d);

	*rest = *r;
	rest->text = str_sub(r->text, at, r->text.n);
	r->text = str_sub(r->text, 0, at);
	r->next = rest;
	if (leaf->last_run == r)
		leaf->last_run = rest;
}

void
marks_apply(struct doc *d, struct block *leaf, struct marks *m)
{
	size_t pos = 0, i = 0;

	if (m->n > 1)
		qsort(m->v, m->n, sizeof(*m->v), by_offset);
	for (struct run *r = leaf->runs; r && i < m->n; r = r->next) {
		size_t n = run_length(r);

		while (i < m->n && m->v[i].to <= pos)
			i++;
		if (i == m->n)
			break;
		if (r->kind == RUN_TEXT && m->v[i].from < pos + n) {
			if (m->v[i].from > pos) {
				run_split(d, leaf, r, m->v[i].from - pos);
				n = r->text.n;
			} else {
				if (m->v[i].to < pos + n)
					run_split(d, leaf, r, m->v[i].to - pos);
				n = r->text.n;
				if (r->role == ROLE_NONE)
					r->role = m->v[i].role;
			}
		}
		pos += n;
	}
	free(m->v);
	*m = (struct marks){ 0 };
}

struct block *
leaf_split(struct doc *d, struct block *leaf, size_t at)
{
	struct block *second = block_insert_after(d, leaf, leaf->type);
	struct run *r = leaf->runs, *before = NULL;
	size_t pos = 0;

	if (leaf->type == BLOCK_HEAD)
		second->head.level = leaf->head.level;
	second->rtl = leaf->rtl;
	second->hint = leaf->hint;
	second->line = leaf->line;
	while (r && pos + run_length(r) <= at) {
		pos += run_length(r);
		before = r;
		r = r->next;
	}
	if (r && pos < at) {
		run_split(d, leaf, r, at - pos);
		before = r;
		r = r->next;
	}
	second->runs = r;
	second->last_run = r ? leaf->last_run : NULL;
	leaf->last_run = before;
	*(before ? &before->next : &leaf->runs) = NULL;
	while (second->runs && second->runs->kind == RUN_BREAK)
		second->runs = second->runs->next;
	return second;
}

void
leaf_join(struct doc *d, struct block *a, struct block *b)
{
	struct run *blank = run_new(d);

	/* As a run of its own: doc_finish() makes one of all that are equal, and copies their text but once. */
	if (a->last_run && a->last_run->kind == RUN_TEXT)
		*blank = *a->last_run;
	blank->kind = RUN_TEXT;
	blank->text = STR(" ");
	blank->next = b->runs;
	*(a->last_run ? &a->last_run->next : &a->runs) = blank;
	a->last_run = b->last_run;
	block_remove(b);
}

void
leaf_cut(struct block *leaf, size_t n)
{
	for (struct run *r = leaf->runs; r && n > 0; r = r->next) {
		size_t cut = run_length(r) < n ? run_length(r) : n;

		if (r->kind == RUN_TEXT)
			r->text = str_sub(r->text, cut, r->text.n);
		n -= cut;
	}
}

void
leaf_plain(struct block *leaf)
{
	for (const struct run *r = leaf->runs; r; r = r->next)
		if (r->kind == RUN_TEXT && !(r->style & STYLE_BOLD))
			return;
	for (struct run *r = leaf->runs; r; r = r->next)
		r->style &= ~(unsigned)STYLE_BOLD;
}
