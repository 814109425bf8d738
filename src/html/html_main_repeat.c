/* What a page says twice, and what its pictures say that is nothing: --main leaves it out. */
#include <stdlib.h>
#include <string.h>

#include "html/html_main_parts.h"

enum {
	HEADLINE_BYTES = 600,
	LINE_LEAST = 40,   /* letters of the shortest caption that is looked for elsewhere */
	LINE_BYTES = 2000, /* of a line that are compared */
	ALT_LEAST = 10,	   /* bytes of the shortest text of a picture that is looked for elsewhere */
	CAPTION_UP = 5,	   /* elements around a picture in which its caption is looked for */
	CAPTION_MOST = 400,
	NEAR_UP = 4, /* elements around the headline in which a picture above it may belong to it */
	MOST_OF_ALT = 60, /* percent of a picture's text, from its beginning or its end, that are enough */
	ICON = 100, /* pixels of the largest picture that is a portrait or a sign */
};

struct line {
	struct str text;
	uint32_t node;
};

static int
compare_lines(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = str_order(x->text, y->text);

	return order != 0 ? order : (x->node > y->node) - (x->node < y->node);
}

/* Sorts the lines; then those that are equal stand together, the first of the page first. */
static void
sort_lines(struct line *lines, size_t n)
{
	if (n > 1)
		qsort(lines, n, sizeof(*lines), compare_lines);
}

static bool
is_repeated(const struct line *lines, size_t i)
{
	return i > 0 && str_eq(lines[i - 1].text, lines[i].text);
}

/*
 * A caption, long enough. Only those: galleries say theirs once for each size
 * of a picture; that a paragraph stands twice was its author's wish.
 */
static bool
is_caption(const struct main_page *m, uint32_t i)
{
	const struct part *p = &m->parts[i];

	return is_kept(m, i) && p->flags & PART_BLOCK && i != m->headline && p->own >= LINE_LEAST &&
	       p->own == p->letters && name_says_caption(&m->page->nodes[i]);
}

static void
cut_captions_again(struct main_page *m)
{
	struct line *lines = mem_alloc(m->page->n * sizeof(*lines));
	size_t n = 0;

	for (uint32_t i = m->body + 1; i < m->page->n; i++)
		if (is_caption(m, i))
			lines[n++] = (struct line){ main_text(m, i, LINE_BYTES), i };
	sort_lines(lines, n);
	for (size_t i = 0; i < n; i++)
		if (is_repeated(lines, i) && m->parts[lines[i].node].letters == m->parts[lines[i - 1].node].letters)
			cut_node(m, lines[i].node, "repeated");
	free(lines);
}

/* A line below the headline that says it again: of a print view, a slide, a list that has lost its other lines. */
static void
cut_headline_again(struct main_page *m)
{
	struct str headline = main_bare(m, main_text(m, m->headline, HEADLINE_BYTES));

	for (uint32_t i = m->page->nodes[m->headline].end; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];

		if (is_kept(m, i) && p->flags & PART_BLOCK && p->letters == m->parts[m->headline].letters &&
			str_eq(headline, main_bare(m, main_text(m, i, HEADLINE_BYTES))))
			cut_node(m, i, "the headline again");
	}
}

void
cut_repeated(struct main_page *m)
{
	if (m->headline > 0)
		cut_headline_again(m);
	cut_captions_again(m);
	main_sum(m);
}

/* Pictures. */

static bool
is_picture(const struct main_page *m, uint32_t i)
{
	return str_is(m->page->nodes[i].name, "img") && is_kept(m, i);
}

static bool
is_small(struct str size)
{
	long pixels;

	size = str_trim(size);
	if (str_ends(size, STR("px")))
		size.n -= 2;
	return str_to_long(size, &pixels) && pixels <= ICON;
}

/* A portrait, a sign. */
static bool
is_icon(const struct html_node *node)
{
	return (is_small(html_value(node, "width")) && is_small(html_value(node, "height"))) ||
	       is_small(html_value(node, "sizes"));
}

static bool
is_in_figure(const struct main_page *m, uint32_t i)
{
	for (; i != m->root && i != m->body; i = m->page->nodes[i].parent)
		if (str_is(m->page->nodes[i].name, "figure") || str_is(m->page->nodes[i].name, "picture"))
			return true;
	return false;
}

static bool
is_near_headline(const struct main_page *m, uint32_t i)
{
	uint32_t around = m->headline;

	for (int up = 0; up < NEAR_UP; up++)
		around = m->page->nodes[around].parent;
	return i >= around;
}

/* Why a picture is none of the release's, or NULL. */
static const char *
speaks_against_picture(const struct main_page *m, uint32_t i)
{
	if (i < m->headline && (m->parts[i].flags & PART_LINK || (!is_near_headline(m, i) && !is_in_figure(m, i))))
		return "above the headline";
	return is_icon(&m->page->nodes[i]) ? "a small picture" : NULL;
}

/* The text that stands around a picture, or STR_NONE: its caption, where there is one. */
static struct str
text_around(const struct main_page *m, uint32_t picture)
{
	uint32_t at = picture;

	for (int up = 0; up < CAPTION_UP && at != m->root && m->parts[at].letters == 0; up++)
		at = m->page->nodes[at].parent;
	if (m->parts[at].letters == 0 || m->parts[at].letters > CAPTION_MOST)
		return STR_NONE;
	return main_bare(m, main_text(m, at, LINE_BYTES));
}

static void
drop_alt(struct main_page *m, struct diag *diag, uint32_t picture, const char *why)
{
	struct html_node *node = &m->page->nodes[picture];
	struct xhtml_attribute *made = arena_alloc(m->survey->arena, node->count * sizeof(*made));

	for (size_t i = 0; i < node->count; i++) {
		made[i] = node->attributes[i];
		if (!str_is(made[i].name, "alt"))
			continue;
		note(diag, (struct place){ .number = node->line }, "--main: left out the text of a picture, \"%.*s\" (%s)",
			STR_FMT(str_sub(made[i].value, 0, 60)), why);
		made[i].value = STR_NONE;
	}
	node->attributes = made;
}

/* Whether a picture's text, or most of it, stands around the picture: captions have the name of who took it besides. */
static bool
is_said_around(const struct main_page *m, uint32_t picture, struct str alt)
{
	struct str around = text_around(m, picture);
	size_t most = alt.n * MOST_OF_ALT / 100;

	if (around.n == 0 || most < ALT_LEAST)
		return around.n > 0 && str_find(around, alt) != STR_NPOS;
	return str_find(around, str_sub(alt, 0, most)) != STR_NPOS ||
	       str_find(around, str_sub(alt, alt.n - most, alt.n)) != STR_NPOS;
}

/* Why a picture's text says nothing that is not said beside it, or NULL. */
static const char *
speaks_against_alt(const struct main_page *m, uint32_t picture, struct str alt, struct str headline)
{
	if (is_file_name(html_value(&m->page->nodes[picture], "alt")))
		return "the name of a file";
	if (alt.n < ALT_LEAST)
		return NULL;
	if (str_find(headline, alt) != STR_NPOS)
		return "the headline";
	return is_said_around(m, picture, alt) ? "its caption" : NULL;
}

void
clean_pictures(struct main_page *m, struct diag *diag)
{
	struct line *lines = mem_alloc(m->page->n * sizeof(*lines));
	struct str headline = m->headline ? main_bare(m, main_text(m, m->headline, HEADLINE_BYTES)) : STR_NONE;
	size_t n = 0;

	for (uint32_t i = m->body + 1; i < m->page->n; i++) {
		const struct html_node *node = &m->page->nodes[i];
		const char *why;
		struct str alt;

		if (!is_picture(m, i))
			continue;
		why = speaks_against_picture(m, i);
		if (why) {
			cut_node(m, i, why);
			continue;
		}
		alt = main_bare(m, html_value(node, "alt"));
		why = speaks_against_alt(m, i, alt, headline);
		if (why)
			drop_alt(m, diag, i, why);
		else if (alt.n >= ALT_LEAST)
			lines[n++] = (struct line){ alt, i };
	}
	sort_lines(lines, n);
	for (size_t i = 0; i < n; i++)
		if (is_repeated(lines, i))
			drop_alt(m, diag, lines[i].node, "repeated");
	free(lines);
}
