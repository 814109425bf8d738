/* What is no part of a release wherever it stands in a page. */
#include "html/html_main_parts.h"

enum {
	SHORT_TEXT = 60,  /* letters of the longest text that may be machinery */
	INVITATION_TEXT = 300, /* of a line that asks the reader for something */
	RELATED_TEXT = 160, /* of a line that leads to other articles */
	TEASER_TEXT = 300, /* of what stands under a teaser's heading */
	DATE_TEXT = 120,  /* of what stands around a date below the headline */
	BELOW_HEADLINE = 60, /* nodes */
	PARTLY = 35,	  /* percent of all prose that nothing holds that is called "sidebar" or the like */
	MOSTLY = 60,	  /* of letters in links: a list of links */
};

void
cut_node(struct main_page *m, uint32_t node, const char *why)
{
	if (m->parts[node].flags & PART_CUT)
		return;
	m->parts[node].why = why;
	for (uint32_t i = node; i < m->page->nodes[node].end; i++)
		m->parts[i].flags |= PART_CUT;
}

static bool
is_element(const struct main_page *m, uint32_t i)
{
	return m->page->nodes[i].name.n > 0;
}

/* Whether it holds more of the prose than what is no part of a release ever should. */
static bool
holds_much_of(const struct main_page *m, uint32_t i, uint32_t whole)
{
	return (int64_t)m->parts[i].prose * 100 > (int64_t)m->parts[whole].prose * PARTLY;
}

bool
is_date_line(const struct main_page *m, uint32_t i)
{
	const struct html_node *nodes = m->page->nodes;

	if (m->headline == 0 || i < nodes[m->headline].end || i > nodes[m->headline].end + BELOW_HEADLINE ||
		m->parts[i].letters > DATE_TEXT || nodes[i].end - i > BELOW_HEADLINE)
		return false;
	for (uint32_t k = i; k < nodes[i].end; k++)
		if (m->parts[k].flags & PART_DATE && !(m->parts[k].flags & PART_DEAD))
			return true;
	return false;
}

/* What holds the headline, its date, the footer of a quotation, an aside with a contact. */
static bool
is_excepted(const struct main_page *m, uint32_t i)
{
	const struct html_node *nodes = m->page->nodes;
	const struct part *p = &m->parts[i];

	if (m->headline > 0 && i < m->headline && m->headline < nodes[i].end)
		return true;
	if (is_date_line(m, i))
		return true;
	if (str_is(nodes[nodes[i].parent].name, "blockquote"))
		return true;
	if (!(p->flags & PART_CONTACT) || 2 * p->linked > p->letters || p->letters > 1500)
		return false;
	if (str_is(nodes[i].name, "footer") || says_whose_site(main_text(m, i, 1500)))
		return false;
	return name_says_contact(&nodes[i]) || mentions_contact(main_text(m, i, 100));
}

void
cut_by_name(struct main_page *m, bool only_strong)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t i = m->body + 1; i < m->page->n; i++) {
		bool strong;
		const char *why;

		if (!is_element(m, i) || m->parts[i].flags & (PART_CUT | PART_DEAD) || m->parts[i].letters == 0)
			continue;
		why = name_speaks_against(&nodes[i], &strong);
		if (why && !holds_much_of(m, i, m->body) && (strong || (!only_strong && !is_excepted(m, i))))
			cut_node(m, i, why);
	}
	main_sum(m);
}

bool
is_kept(const struct main_page *m, uint32_t i)
{
	return is_element(m, i) && i != m->root && m->parts[i].flags & PART_KEPT && !(m->parts[i].flags & (PART_CUT | PART_DEAD));
}

static bool
may_be_list(struct str name)
{
	static const char *const names[] = { "ul", "ol", "div", "section", "table", "dl", "form", "tr", "td", "header", "footer",
		"article", "figure", "center", "fieldset", "details", "li", "h2", "h3", "h4", "h5", "h6" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

void
cut_lists_of_links(struct main_page *m)
{
	for (uint32_t i = m->body + 1; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];

		if (!is_kept(m, i) || p->flags & PART_LINK || p->links < 2)
			continue;
		if (!may_be_list(m->page->nodes[i].name) || (m->headline >= i && m->headline < m->page->nodes[i].end))
			continue;
		if ((uint64_t)p->linked * 100 >= (uint64_t)p->letters * MOSTLY && !(p->flags & PART_CONTACT) && !is_date_line(m, i))
			cut_node(m, i, "list of links");
	}
	main_sum(m);
}

/* The place behind what a heading heads: the next one of its rank or above among its siblings. */
static uint32_t
end_of_part(const struct main_page *m, uint32_t heading)
{
	const struct html_node *nodes = m->page->nodes;
	uint32_t end = nodes[nodes[heading].parent].end;

	for (uint32_t i = nodes[heading].end; i < end; i = nodes[i].end)
		if (is_heading(nodes[i].name) && nodes[i].name.p[1] <= nodes[heading].name.p[1])
			return i;
	return end;
}

/* A heading whose part is gone, or leads to other articles: goes with all that it heads. */
static void
cut_part(struct main_page *m, uint32_t heading)
{
	const struct html_node *nodes = m->page->nodes;
	uint32_t end = end_of_part(m, heading);
	int32_t prose = 0;
	bool cut = false, left = false;

	for (uint32_t i = nodes[heading].end; i < end; i = nodes[i].end) {
		cut |= m->parts[i].flags & PART_CUT && m->parts[i].why;
		left |= !(m->parts[i].flags & PART_CUT) && m->parts[i].letters > 0;
		prose += m->parts[i].flags & PART_CUT ? 0 : m->parts[i].prose;
	}
	if (cut && !left)
		cut_node(m, heading, "heading of nothing");
	if (!begins_related(main_text(m, heading, 80)) || (int64_t)prose * 100 > (int64_t)m->parts[m->root].prose * PARTLY)
		return;
	for (uint32_t i = heading; i < end; i = nodes[i].end)
		cut_node(m, i, "related articles");
}

/* The largest element in which this one's text is the first. */
static uint32_t
begun_by(const struct main_page *m, uint32_t first)
{
	const struct html_node *nodes = m->page->nodes;
	uint32_t top = first;

	while (top != m->root && nodes[top].parent != m->root) {
		uint32_t around = nodes[top].parent;

		for (uint32_t i = around + 1; i < top; i++)
			if (nodes[i].name.n == 0 && m->parts[i].letters > 0 && !(m->parts[i].flags & PART_CUT))
				return top;
		if (!(m->parts[around].flags & PART_KEPT) || holds_much_of(m, around, m->root))
			return top;
		top = around;
	}
	return top;
}

/* A line that leads to other articles goes with all that it begins. */
static void
cut_related(struct main_page *m, uint32_t i)
{
	const struct part *p = &m->parts[i];
	uint32_t top = begun_by(m, i);

	if (is_heading(m->page->nodes[i].name))
		cut_part(m, i);
	if (m->parts[top].links > 0 && (top != i || 3 * p->linked > p->letters))
		cut_node(m, top, "related articles");
}

/* A cell of a table may say "Open" or "Home"; a button in it is a link. */
static bool
is_cell(const struct main_page *m, uint32_t i)
{
	struct str name = m->page->nodes[i].name;

	return (str_is(name, "td") || str_is(name, "th") || str_is(name, "tr")) && 2 * m->parts[i].linked <= m->parts[i].letters;
}

static void
cut_line(struct main_page *m, uint32_t i)
{
	const struct part *p = &m->parts[i];
	struct str text;

	if (p->letters > INVITATION_TEXT || p->flags & PART_CONTACT)
		return;
	text = main_text(m, i, 200);
	if (is_invitation(text))
		cut_node(m, i, "invitation");
	if (p->letters > RELATED_TEXT)
		return;
	if (p->letters <= SHORT_TEXT && !is_cell(m, i) && is_machinery(text))
		cut_node(m, i, "page tools");
	else if (begins_related(text))
		cut_related(m, i);
}

/* A heading that is a link, with a few lines: what invites to another article. */
static void
cut_teaser(struct main_page *m, uint32_t heading)
{
	const struct part *p = &m->parts[heading];
	uint32_t around = m->page->nodes[heading].parent;

	if (2 * p->linked <= p->letters || around == m->root || m->parts[around].flags & (PART_CONTACT | PART_CUT))
		return;
	if (m->parts[around].letters <= p->letters + TEASER_TEXT && !holds_much_of(m, around, m->root))
		cut_node(m, around, "related articles");
}

void
cut_machinery(struct main_page *m)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t i = m->body + 1; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];

		if (!is_kept(m, i) || p->letters == 0 || !(p->flags & PART_BLOCK))
			continue;
		if (i <= m->headline && m->headline < nodes[i].end)
			continue;
		cut_line(m, i);
		if (!(p->flags & PART_CUT) && is_heading(nodes[i].name)) {
			cut_teaser(m, i);
			cut_part(m, i);
		}
	}
	main_sum(m);
}
