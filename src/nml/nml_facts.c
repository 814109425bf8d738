#include "nml/nml_facts.h"

#include "base/buf.h"
#include "base/utf8.h"

const struct block *
fact_block(const struct doc *d, enum role role, const struct block *after)
{
	for (struct walk w = { .root = d->root, .at = after, .leaving = false }; walk_next(&w);)
		if (!w.leaving && w.at->role == role)
			return w.at;
	return NULL;
}

static struct str
one_line(struct arena *a, struct str text)
{
	struct buf line = { 0 };
	struct str word;

	while (str_next_word(&text, &word)) {
		if (line.n > 0)
			buf_char(&line, ' ');
		buf_add(&line, word);
	}
	word = arena_str(a, buf_str(&line));
	buf_free(&line);
	return word;
}

struct str
fact_line(struct arena *a, const struct block *b)
{
	return b ? one_line(a, block_text(a, b)) : STR_NONE;
}

struct str
fact_text(struct arena *a, const struct run *r)
{
	return one_line(a, r->text);
}

static bool
in_dateline(const struct run *r)
{
	return r->kind == RUN_TEXT && (r->role == ROLE_DATELINE || r->role == ROLE_PLACE);
}

/* The dash or colon that parts a dateline from the text is no part of it as a fact. */
static struct str
without_separator(struct str s)
{
	for (;;) {
		uint32_t c = utf8_last(s);

		if (c == ' ' || c == '-' || c == ':')
			s.n--;
		else if (c >= 0x2010 && c <= 0x2015)
			s.n -= 3;
		else
			return s;
	}
}

struct str
fact_dateline(struct arena *a, const struct doc *d)
{
	struct run_walk w = { 0 };
	const struct run *r;
	struct buf text = { 0 };
	struct str line;

	while ((r = fact_run(d, &w, ROLE_NONE)) && !in_dateline(r))
		;
	for (; r && in_dateline(r); r = r->next)
		buf_add(&text, r->text);
	line = text.n > 0 ? without_separator(one_line(a, buf_str(&text))) : fact_line(a, fact_block(d, ROLE_DATE_LINE, NULL));
	buf_free(&text);
	return line;
}

void
fact_top(struct arena *a, const struct doc *d, struct top *top)
{
	struct walk w = { .root = d->root };

	top->n = 0;
	while (top->n < TOP_LINES && walk_next(&w))
		if (!w.leaving && block_is_leaf(w.at->type))
			top->lines[top->n++] = fact_line(a, w.at);
}

bool
fact_at_top(const struct top *top, struct str line)
{
	for (size_t i = 0; i < top->n; i++)
		if (str_eq(top->lines[i], line))
			return true;
	return false;
}

struct str
fact_source(struct arena *a, const struct doc *d)
{
	struct str line = fact_line(a, fact_block(d, ROLE_SOURCE, NULL));
	size_t colon = str_find_char(line, ':');

	if (colon != STR_NPOS && colon + 1 < line.n && line.p[colon + 1] == ' ')
		line = str_sub(line, colon + 1, line.n);
	else if (str_starts_nocase(line, STR("source "))) /* as the American wires write it, without a colon */
		line = str_sub(line, STR("source ").n, line.n);
	return str_trim(line);
}

bool
fact_release(const struct doc *d)
{
	static const enum role roles[] = { ROLE_RELEASE_LINE, ROLE_RELEASE_NUMBER, ROLE_BOILERPLATE, ROLE_CONTACT, ROLE_NOTES };

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (fact_block(d, roles[i], NULL))
			return true;
	return !d->meta[META_EXTRA];
}

size_t
fact_note_number(const struct block *note)
{
	size_t number = 0;

	for (; note && note->type == BLOCK_NOTE; note = note->prev)
		number++;
	return number;
}

static bool
stands_in(const struct block *b, enum role within)
{
	while (b && b->role != within)
		b = b->parent;
	return b != NULL;
}

const struct run *
fact_run(const struct doc *d, struct run_walk *w, enum role within)
{
	if (w->at)
		w->at = w->at->next;
	for (;;) {
		for (; w->at; w->at = w->at->next)
			if (w->at->role)
				return w->at;
		if (!w->blocks.root)
			w->blocks.root = d->root;
		do {
			if (!walk_next(&w->blocks))
				return NULL;
		} while (w->blocks.leaving || !w->blocks.at->runs || (within && !stands_in(w->blocks.at, within)));
		w->at = w->blocks.at->runs;
	}
}
