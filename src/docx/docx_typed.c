/*
 * Lists that were typed: "• one", "1. first" at the front of paragraphs that
 * Word knows as no list. Bullets that are nothing else make a list by
 * themselves, dashes and numbers need company; numbers count on. Lines of one
 * paragraph that all begin with a bullet are its items.
 */
#include "docx/docx_read.h"

/* What stands in front of an item. */
struct mark {
	uint32_t bullet; /* 0: a number */
	bool weak;
	long number;
	enum list_format format;
	const char *label; /* as in doc.h */
	size_t bytes;	   /* with the blank behind it */
};

static const struct {
	uint32_t c;
	bool weak;
} bullets[] = {
	{ 0x2022, false }, { 0x2023, false }, { 0x2043, false }, { 0x25E6, false }, { 0x25AA, false }, { 0x25AB, false },
	{ 0x25A0, false }, { 0x25A1, false }, { 0x25CF, false }, { 0x25CB, false }, { 0x25C6, false }, { 0x25B6, false },
	{ 0x25BA, false }, { 0x27A2, false }, { 0x27A4, false }, { 0x2794, true }, { 0x2713, true }, { 0x2714, true },
	{ 0x2756, false }, { 0x00B7, true }, { 0x2013, true }, { 0x2014, true }, { '-', true }, { '*', true }, { 'o', true },
};

static size_t
blanks_at(struct str s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == ' ' || str_starts(str_sub(s, n, s.n), STR("\xC2\xA0"))))
		n += s.p[n] == ' ' ? 1 : 2;
	return n;
}

static bool
read_bullet(struct str s, struct mark *m)
{
	struct str rest = s;
	uint32_t c = utf8_next(&rest);

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		if (bullets[i].c != c)
			continue;
		*m = (struct mark){ .bullet = c, .weak = bullets[i].weak, .format = LIST_BULLET };
		m->bytes = (size_t)(rest.p - s.p) + blanks_at(rest);
		return m->bytes < s.n && (blanks_at(rest) > 0 || !m->weak);
	}
	return false;
}

/* "1.", "12)", "(3)", "a)": two digits at most, for a year is none. */
static bool
read_number(struct str s, struct mark *m)
{
	bool open = str_starts(s, STR("("));
	size_t n = open, digits = 0;

	*m = (struct mark){ .weak = true, .format = LIST_DECIMAL };
	for (; n < s.n && ascii_digit(s.p[n]) && digits < 3; n++, digits++)
		m->number = 10 * m->number + (s.p[n] - '0');
	if (digits == 0 && n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z') {
		m->format = LIST_LOWER_ALPHA;
		m->number = s.p[n++] - 'a' + 1;
	}
	if (m->number == 0 || digits > 2 || n >= s.n)
		return false;
	if (s.p[n] != ')' && (open || s.p[n] != '.' || m->format == LIST_LOWER_ALPHA))
		return false;
	m->label = open ? "(%)" : s.p[n] == ')' ? "%)" : "%.";
	m->bytes = n + 1 + blanks_at(str_sub(s, n + 1, s.n));
	return m->bytes > n + 1 && m->bytes < s.n;
}

static bool
may_begin_mark(struct str s)
{
	struct mark m;

	return s.n > 0 && (ascii_digit(s.p[0]) || s.p[0] == '(' || (ascii_alpha(s.p[0]) && (s.n == 1 || s.p[1] == ')')) ||
				  utf8_count(str_sub(s, 0, 4)) == 1 || read_bullet(s, &m));
}

/* The text of a paragraph's line, which begins with that run. */
static bool
read_mark(const struct run *first, struct mark *m)
{
	struct buf line = { 0 };
	bool found;

	if (!first || first->kind != RUN_TEXT || !may_begin_mark(first->text))
		return false;
	for (const struct run *run = first; run && run->kind == RUN_TEXT && line.n < 64; run = run->next)
		buf_add(&line, run->text);
	found = read_bullet(buf_str(&line), m) || read_number(buf_str(&line), m);
	buf_free(&line);
	return found;
}

static bool
mark_of(const struct block *b, struct mark *m)
{
	return b && b->type == BLOCK_PARA && b->role == ROLE_NONE && read_mark(b->runs, m);
}

bool
docx_may_be_item(const struct block *para)
{
	const struct run *run = para->runs;

	return para->type == BLOCK_PARA && run && run->kind == RUN_TEXT && may_begin_mark(run->text);
}

static bool
follows(const struct mark *a, const struct mark *b)
{
	if (a->bullet || b->bullet)
		return a->bullet == b->bullet;
	return a->format == b->format && str_is(str_of(a->label), b->label) && b->number == a->number + 1;
}

static void
cut(struct block *b, size_t bytes)
{
	while (bytes > 0 && b->runs) {
		struct run *run = b->runs;
		size_t n = run->text.n < bytes ? run->text.n : bytes;

		run->text = str_sub(run->text, n, run->text.n);
		bytes -= n;
		if (run->text.n > 0 || !run->next)
			return;
		b->runs = run->next;
	}
}

/* Lines that all begin with the same bullet become paragraphs of their own. */
static void
split_lines(struct doc *d, struct block *b, const struct mark *first)
{
	struct mark m;

	for (const struct run *run = b->runs; run; run = run->next)
		if (run->kind == RUN_BREAK && (!read_mark(run->next, &m) || !follows(first, &m)))
			return;
	for (struct run *run = b->runs; run; run = run->next) {
		struct block *next;

		if (!run->next || run->next->kind != RUN_BREAK)
			continue;
		next = block_insert_after(d, b, BLOCK_PARA);
		next->rtl = b->rtl;
		next->hint = b->hint;
		next->runs = run->next->next;
		next->last_run = b->last_run;
		b->last_run = run;
		run->next = NULL;
		b = next;
		run = b->runs;
	}
}

static struct block *
make_list(struct doc *d, struct block *first, const struct mark *m, const struct block *behind)
{
	struct block *list = block_insert_before(d, first, BLOCK_LIST), *next;
	struct mark own;

	list->list.format = m->format;
	list->list.start = m->bullet ? 1 : m->number;
	list->list.label = str_of(m->label);
	for (; first != behind; first = next) {
		struct block *item = block_add(d, list, BLOCK_ITEM);

		next = first->next;
		if (mark_of(first, &own))
			cut(first, own.bytes);
		block_move(first, item, NULL);
	}
	return list;
}

static void
find_lists(struct doc *d, struct block *parent)
{
	struct mark m, last, next;

	for (struct block *b = parent->first; b; b = b->next) {
		struct block *end;
		size_t n = 1;

		if (!mark_of(b, &m))
			continue;
		if (m.bullet)
			split_lines(d, b, &m);
		last = m;
		for (end = b->next; mark_of(end, &next) && follows(&last, &next); end = end->next, n++)
			last = next;
		if (n > 1 || !m.weak)
			b = make_list(d, b, &m, end);
	}
}

void
docx_typed_lists(struct doc *d)
{
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		if (!w.leaving && block_holds(w.at->type, BLOCK_PARA) && block_holds(w.at->type, BLOCK_LIST) &&
			w.at->type != BLOCK_ITEM)
			find_lists(d, (struct block *)w.at);
}
