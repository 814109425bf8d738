/*
 * The depth that is counted before a page is parsed (html_open.h) against the
 * parser's, in soups of tags made of chance: it may be more, but hardly less.
 */
#include "html/html_parse.h"
#include "html/html_scan.h"

#include "tap.h"

#include <stdlib.h>

enum { SOUPS = 4000, TAGS_MOST = 8, REPEATED = 40 };

static const char *const names[] = { "div", "p", "span", "b", "i", "a", "font", "li", "ul", "ol", "dd", "dt", "dl", "table", "tr", "td",
	"th", "tbody", "caption", "colgroup", "object", "button", "form", "h1", "h2", "section", "option", "optgroup", "select", "ruby",
	"rt", "template", "main", "noscript", "label", "nobr", "x-y", "details", "blockquote", "center", "address", "marquee" };

static uint32_t
next_number(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* A few tags, again and again: what is wrong grows. */
static void
make_soup(struct buf *soup, uint32_t *state)
{
	struct buf part = { 0 };
	size_t few[4];
	unsigned tags = 2 + next_number(state) % TAGS_MOST;

	for (size_t i = 0; i < 4; i++)
		few[i] = next_number(state) % (sizeof(names) / sizeof(names[0]));
	while (tags-- > 0) {
		const char *begin = next_number(state) % 5 < 2 ? "</" : "<";

		buf_printf(&part, "%s%s>%s", begin, names[few[next_number(state) % 4]], next_number(state) % 6 == 0 ? "text" : "");
	}
	buf_puts(soup, "<!DOCTYPE html><body>");
	for (int i = 0; i < REPEATED; i++)
		buf_add(soup, buf_str(&part));
	buf_free(&part);
}

/* Without what no tag stands for and no other is counted instead: <html>, <body>, rows. */
static size_t
depth_of(const struct html_page *page)
{
	size_t *depths = mem_alloc(page->n * sizeof(*depths)), most = 0;

	for (size_t i = 0; i < page->n; i++) {
		const struct html_node *node = &page->nodes[i];
		bool implied = i == 0 || str_is(node->name, "body") || node->name.n == 0 ||
			       (node->line == 0 && (str_is(node->name, "tbody") || str_is(node->name, "tr") || str_is(node->name, "p")));

		depths[i] = (i == 0 ? 0 : depths[node->parent]) + !implied;
		most = depths[i] > most ? depths[i] : most;
	}
	free(depths);
	return most;
}

int
main(void)
{
	struct tap t = { 0 };
	struct diag diag = { .program = "html_open" };
	uint32_t state = 20261129;
	size_t wrong = 0;

	for (int i = 0; i < SOUPS; i++) {
		struct buf soup = { 0 };
		struct html_scan scan = { 0 };
		struct html_page page;

		make_soup(&soup, &state);
		html_scan(&scan, buf_str(&soup));
		html_parse(&page, &diag, &scan, 0);
		if (depth_of(&page) > scan.depth + scan.depth / 2 + 4) {
			printf("# %zu in the page, %zu counted: %.*s\n", depth_of(&page), scan.depth, STR_FMT(buf_str(&soup)));
			wrong++;
		}
		html_page_free(&page);
		html_scan_free(&scan);
		buf_free(&soup);
	}
	is_number(&t, (long long)wrong, 0, "soups in which fewer elements are counted than are open");
	return done(&t);
}
