/* Boxes in the release that are the page's: teasers, offers, and who its author is. */
#include "html/html_main_parts.h"

enum {
	BOX_LETTERS = 900, /* of the largest box that is searched around a link */
	BOX_UP = 6,	   /* elements around it */
	BOX_NODES = 200,   /* in it */
	BOX_PART = 25,	   /* percent of the release that a box never has */
	BEHIND = 70,	   /* percent of the release that stands before what follows it */
	AUTHOR_LEAST = 60, /* letters of what is more than the author's name below his text */
	AUTHOR_MOST = 700,
	LINK_TEXT = 60,
	NOTICE_LETTERS = 400,
	NOTICE_BYTES = 1200,
};

/* What a walk over the release knows. */
struct boxes {
	struct main_page *m;
	uint64_t all, before; /* letters of the release, and those that stand before this place */
};

static bool
is_behind(const struct boxes *b)
{
	return b->before * 100 >= b->all * BEHIND;
}

static bool
may_be_box(const struct boxes *b, uint32_t i)
{
	const struct main_page *m = b->m;
	const struct part *p = &m->parts[i];

	return is_kept(m, i) && !(p->flags & PART_CONTACT) && p->letters <= BOX_LETTERS &&
	       (uint64_t)p->letters * 100 <= b->all * BOX_PART && m->page->nodes[i].end - i <= BOX_NODES &&
	       !(i <= m->headline && m->headline < m->page->nodes[i].end);
}

/* The largest box around a place, or the place itself. */
static uint32_t
box_around(const struct boxes *b, uint32_t place)
{
	const struct main_page *m = b->m;
	uint32_t box = place, at = place;

	for (int up = 0; up < BOX_UP && at != m->root; up++) {
		at = m->page->nodes[at].parent;
		if (!may_be_box(b, at))
			break;
		box = at;
	}
	return box;
}

static bool
has_heading(const struct main_page *m, uint32_t box)
{
	for (uint32_t i = box; i < m->page->nodes[box].end; i++)
		if (is_heading(m->page->nodes[i].name))
			return true;
	return false;
}

/* Whether two links in the box lead to one place, or its text breaks off: what teasers do, and sections do not. */
static bool
is_teaser(const struct main_page *m, uint32_t box, uint32_t link)
{
	const struct html_node *nodes = m->page->nodes;
	struct str href = html_value(&nodes[link], "href");

	for (uint32_t i = box; i < nodes[box].end; i++) {
		struct str text;

		if (i != link && str_is(nodes[i].name, "a") && str_eq(html_value(&nodes[i], "href"), href) && has_heading(m, box))
			return true;
		if (nodes[i].name.n > 0 || m->parts[i].flags & (PART_DEAD | PART_CUT))
			continue;
		text = str_trim(nodes[i].text);
		if (text.n > 3 && (str_ends(text, STR("...")) || str_ends(text, STR("…"))) && i < link)
			return true;
	}
	return false;
}

/* A link that says "read more", or wants the reader to buy. */
static void
cut_box_of_link(const struct boxes *b, uint32_t link)
{
	struct main_page *m = b->m;
	struct str text = main_text(m, link, LINK_TEXT + 1);
	uint32_t around = m->page->nodes[link].parent, box;

	if (is_pointer(text)) {
		cut_node(m, link, "read more");
	} else if (leads_on(text) && is_pointer(main_text(m, around, LINK_TEXT + 1))) {
		cut_node(m, around, "read more");
	} else if (leads_on(text)) {
		box = box_around(b, link);
		if (is_teaser(m, box, link))
			cut_node(m, box, "related articles");
	} else if (is_offer(text) && is_behind(b)) {
		cut_node(m, box_around(b, link), "advertising");
	}
}

/* "About the author", behind the text; the byline stands before it. */
static bool
is_author(const struct boxes *b, uint32_t i)
{
	uint32_t letters = b->m->parts[i].letters;

	return letters >= AUTHOR_LEAST && letters <= AUTHOR_MOST && is_behind(b) && may_be_box(b, i) &&
	       name_says_author(&b->m->page->nodes[i]) && !name_says_contact(&b->m->page->nodes[i]);
}

/* Why a line is none of the release, or NULL: that nobody may print the page, where it is filed, how long a film is. */
static const char *
speaks_against_line(const struct boxes *b, uint32_t i)
{
	const struct part *p = &b->m->parts[i];
	struct str text;

	if (!(p->flags & PART_BLOCK) || p->own == 0 || p->letters > NOTICE_LETTERS || !may_be_box(b, i))
		return NULL;
	text = main_text(b->m, i, NOTICE_BYTES);
	if (ends_in_duration(text))
		return "caption of a film";
	if (!is_behind(b))
		return NULL;
	if (forbids_use(text))
		return "terms of use";
	return p->links > 0 && says_where_filed(text) ? "keywords" : NULL;
}

void
cut_boxes(struct main_page *m)
{
	const struct html_node *nodes = m->page->nodes;
	struct boxes b = { .m = m };

	for (uint32_t i = m->body; i < m->page->n; i++)
		b.all += is_kept(m, i) || i == m->root ? m->parts[i].own : 0;
	for (uint32_t i = m->body; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];
		const char *why;

		if (!is_kept(m, i) || p->letters == 0) {
			b.before += i == m->root ? p->own : 0;
			continue;
		}
		if (is_author(&b, i))
			cut_node(m, i, "the author");
		else if ((why = speaks_against_line(&b, i)))
			cut_node(m, i, why);
		else if (str_is(nodes[i].name, "a") && p->flags & PART_LINK && p->letters <= LINK_TEXT)
			cut_box_of_link(&b, i);
		b.before += p->own;
	}
	main_sum(m);
}
