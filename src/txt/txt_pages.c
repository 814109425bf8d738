/* Printed pages: the lines above and below that only repeat from page to page, or count the pages. */
#include <stdlib.h>

#include "txt/txt_parse.h"

enum { EDGE_LINES = 3 };

/* A line with text at the edge of each page; p->n where a page has none. */
struct edges {
	size_t *line;
	size_t n;
	bool top;
};

/* The first line with text from `at` on, or the last one before it; p->n when a page ends first. */
static size_t
edge(const struct txt_parser *p, size_t at, bool top)
{
	while (top ? at < p->n : at > 0) {
		size_t i = top ? at++ : --at;

		if (p->lines[i].text.n > 0)
			return i;
		if (p->lines[i].page)
			break;
	}
	return p->n;
}

static struct edges
find_edges(const struct txt_parser *p, size_t pages, bool top)
{
	struct edges e = { .line = mem_alloc(pages * sizeof(*e.line)), .top = top };

	if (top)
		e.line[e.n++] = edge(p, 0, true);
	for (size_t i = 0; i < p->n; i++)
		if (p->lines[i].page)
			e.line[e.n++] = edge(p, top ? i + 1 : i, top);
	if (!top)
		e.line[e.n++] = edge(p, p->n, false);
	return e;
}

/* Takes a number off the front; -1: there is none. */
static long
take_number(struct str *s)
{
	size_t n = 0;
	long value;

	while (n < s->n && ascii_digit(s->p[n]))
		n++;
	if (!str_to_long(str_sub(*s, 0, n), &value))
		return -1;
	*s = str_sub(*s, n, s->n);
	return value;
}

enum likeness { UNLIKE, EQUAL, COUNTED };

/* Whether two lines are the same, or all but a number that is one more in the second. */
static enum likeness
compare(struct str a, struct str b)
{
	enum likeness like = EQUAL;

	while (a.n > 0 && b.n > 0) {
		long first = take_number(&a), second = take_number(&b);

		if (first >= 0 && second == first + 1)
			like = COUNTED;
		else if (first != second)
			return UNLIKE;
		if (first >= 0)
			continue;
		if (a.p[0] != b.p[0])
			return UNLIKE;
		a = str_sub(a, 1, a.n);
		b = str_sub(b, 1, b.n);
	}
	return a.n == b.n ? like : UNLIKE;
}

static enum likeness
compare_edges(const struct txt_parser *p, const struct edges *e, size_t k)
{
	size_t first = k > 0 ? e->line[k - 1] : p->n, second = k < e->n ? e->line[k] : p->n;

	return first == p->n || second == p->n || first == second ? UNLIKE
								   : compare(p->lines[first].text, p->lines[second].text);
}

/* What is the same on all pages stays where it stands first, or, below, last. */
static bool
drop_edges(struct txt_parser *p, const struct edges *e)
{
	enum likeness before = UNLIKE;
	bool any = false;

	for (size_t k = 0; k < e->n; k++) {
		enum likeness behind = compare_edges(p, e, k + 1);
		struct txt_line *line = &p->lines[e->line[k]];
		bool drop = before == COUNTED || behind == COUNTED || (e->top ? before : behind) == EQUAL;

		before = behind;
		if (!drop)
			continue;
		mended(p->d->diag, (struct place){ .number = line->number }, MEND_PAGE_HEADER,
			"dropped what stands on each page: \"%.*s\"", STR_FMT(str_sub(line->text, 0, 60)));
		line->page = any = true;
	}
	for (size_t k = 0; k < e->n; k++)
		if (e->line[k] < p->n && p->lines[e->line[k]].page)
			p->lines[e->line[k]] = (struct txt_line){ .number = p->lines[e->line[k]].number };
	return any;
}

void
txt_pages(struct txt_parser *p)
{
	size_t pages = 1;

	for (size_t i = 0; i < p->n; i++)
		pages += p->lines[i].page;
	if (pages == 1 || !txt_mends(p, MEND_PAGE_HEADER))
		return;
	for (int side = 0; side < 2; side++) {
		bool more = true;

		for (int depth = 0; depth < EDGE_LINES && more; depth++) {
			struct edges e = find_edges(p, pages, side == 0);

			more = drop_edges(p, &e);
			free(e.line);
		}
	}
}
