/* Where the release stands in a page, and what belongs to it. */
#include "html/html_main.h"

#include <stdlib.h>

#include "html/html_main_parts.h"

enum {
	PROSE_LEFT = 20,   /* percent of the prose that must be left when what is called so is cut */
	PROSE_LEAST = 100, /* letters of prose: with fewer, a page has no release to be found */
	MOST_OF = 70,	   /* percent of the best value that the author's own <article> must have to be taken for it */
	BESIDE = 80,	   /* letters of prose that make what stands beside the release a part of it */
	CONTACT_MOST = 600,
	PERSON_MOST = 300,
	HEADLINE_MOST = 250,
	NAVIGATION_LINKS = 8,
	H1_MOST = 3,
};

/* How surely something is the headline: a text that the page's title has, an h1 that it lacks, an h2, an h1. */
enum { RANK_TITLE = 1, RANK_H1, RANK_H2_TITLE, RANK_H1_TITLE };

static bool
inside(const struct main_page *m, uint32_t node, uint32_t around)
{
	return node >= around && node < m->page->nodes[around].end;
}

static uint32_t
parent(const struct main_page *m, uint32_t node)
{
	return m->page->nodes[node].parent;
}

static uint32_t
find_body(const struct html_page *page)
{
	for (uint32_t i = 0; i < page->n; i++)
		if (str_is(page->nodes[i].name, "body"))
			return i;
	return 0;
}

/* The headline. */

/* What a page is called, as main_bare() gives it: its title may have more parts than its headline. */
struct titles {
	struct str shared, own;
};

static bool
is_part_of(struct str text, struct str title)
{
	return title.n > 0 && text.n >= 10 && 3 * text.n >= title.n && str_find(title, text) != STR_NPOS;
}

/* 0: it is no headline. */
static int
headline_rank(const struct main_page *m, uint32_t i, const struct titles *titles)
{
	const struct part *p = &m->parts[i];
	struct str name = m->page->nodes[i].name, text;
	bool h1 = str_is(name, "h1"), heading = h1 || str_is(name, "h2");

	if (name.n == 0 || !(p->flags & PART_BLOCK) || p->flags & PART_DEAD || p->letters < 3 || p->letters > HEADLINE_MOST)
		return 0;
	if (!heading && (p->own < 15 || p->own < p->letters))
		return 0;
	text = main_bare(m, main_text(m, i, 600));
	if (is_part_of(text, titles->shared) || is_part_of(text, titles->own))
		return h1 ? RANK_H1_TITLE : heading ? RANK_H2_TITLE : p->linked == 0 ? RANK_TITLE : 0;
	return h1 ? RANK_H1 : 0;
}

/* The site's name is a part of the title as well, and a shorter one. Of many h1 that it lacks, none heads the page. */
static void
find_headline(struct main_page *m)
{
	struct titles titles = { main_bare(m, fact_value(m->survey, "og:title")), main_bare(m, fact_value(m->survey, "html:title")) };
	size_t others = 0;
	int best = 0;

	for (uint32_t i = m->body; i < m->page->n; i++) {
		int rank = headline_rank(m, i, &titles);

		others += rank == RANK_H1;
		if (rank < best || rank == 0)
			continue;
		if (rank == best && (rank == RANK_H1 || m->parts[i].letters <= m->parts[m->headline].letters))
			continue;
		best = rank;
		m->headline = i;
	}
	if (best == RANK_H1 && others > H1_MOST)
		m->headline = 0;
	else if (best == RANK_TITLE)
		m->page->nodes[m->headline].name = STR("h1");
}

/* The release. */

static bool
may_hold_release(struct str name)
{
	static const char *const lines[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre",
		"figcaption", "figure", "tr", "summary" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (str_is(name, lines[i]))
			return false;
	return name.n > 0;
}

static bool
may_be_root(const struct main_page *m, uint32_t i)
{
	const struct part *p = &m->parts[i];

	return may_hold_release(m->page->nodes[i].name) && p->flags & PART_BLOCK && !(p->flags & (PART_CUT | PART_DEAD | PART_LINK));
}

static uint32_t
most_valuable(const struct main_page *m, uint32_t in, bool named)
{
	uint32_t best = in;
	int32_t value = named ? 0 : m->parts[in].value;

	for (uint32_t i = in + 1; i < m->page->nodes[in].end; i++) {
		if (!may_be_root(m, i) || m->parts[i].value < value || (named && !name_speaks_for(&m->page->nodes[i])))
			continue;
		best = i;
		value = m->parts[i].value;
	}
	return best;
}

static void
find_root(struct main_page *m)
{
	uint32_t best = most_valuable(m, m->body, false), named = most_valuable(m, best, true);

	m->root = best;
	if (named != best && (int64_t)m->parts[named].value * 100 >= (int64_t)m->parts[best].value * MOST_OF)
		m->root = named;
}

/* What belongs to it. */

static void
keep(struct main_page *m, uint32_t node)
{
	if (m->parts[node].flags & PART_KEPT)
		return;
	for (uint32_t i = node; i < m->page->nodes[node].end; i++)
		m->parts[i].flags |= PART_KEPT;
}

/* The element in which headline and release stand: their author's <article> or the like, where there is one. */
static uint32_t
find_scope(const struct main_page *m)
{
	uint32_t scope = m->root, named;

	while (scope != m->body && !inside(m, m->headline, scope))
		scope = parent(m, scope);
	for (named = scope; named != m->body; named = parent(m, named))
		if (name_speaks_for(&m->page->nodes[named]))
			return named;
	return scope;
}

static bool
is_mostly_links(const struct part *p)
{
	return 2 * p->linked > p->letters && !(p->flags & PART_CONTACT);
}

/* Lines between the headline and the release: sub-headline, date, byline, picture. */
static void
keep_between(struct main_page *m)
{
	const struct html_node *nodes = m->page->nodes;

	keep(m, m->headline);
	for (uint32_t i = nodes[m->headline].end; i < m->root; i++) {
		const struct part *p = &m->parts[i];

		if (inside(m, m->root, i) || p->flags & (PART_CUT | PART_DEAD | PART_KEPT))
			continue;
		if (!is_mostly_links(p) || nodes[i].name.n == 0 || is_date_line(m, i))
			keep(m, i);
		i = nodes[i].end - 1;
	}
}

/* The line with the date above the headline, with what stands beside it. */
static void
keep_above(struct main_page *m, uint32_t first)
{
	uint32_t up = first;

	for (int steps = 0; steps < 3 && up != m->body; steps++)
		up = parent(m, up);
	for (uint32_t i = up + 1; i < first; i++) {
		const struct part *p = &m->parts[i];

		if (p->flags & PART_DATE && p->own <= 80 && !(p->flags & (PART_CUT | PART_DEAD | PART_KEPT)) && !inside(m, first, i))
			keep(m, i);
	}
}

/* What stands beside the release and below it in the same part of the page, and is prose. */
static void
keep_beside(struct main_page *m, uint32_t scope)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t at = m->root; at != scope && at != m->body; at = parent(m, at)) {
		uint32_t end = nodes[parent(m, at)].end;

		for (uint32_t i = nodes[at].end; i < end; i = nodes[i].end) {
			const struct part *p = &m->parts[i];

			if (!(p->flags & (PART_CUT | PART_DEAD)) && p->prose >= BESIDE && 3 * p->linked < p->letters &&
				p->value > 0)
				keep(m, i);
		}
	}
}

/* A group of lines with an address or a number, which says that it is for the press. */
static bool
is_contact(const struct main_page *m, uint32_t i)
{
	const struct part *p = &m->parts[i];

	if (m->page->nodes[i].name.n == 0 || !(p->flags & PART_CONTACT) || !(p->flags & PART_BLOCK) ||
		p->flags & (PART_DEAD | PART_CUT | PART_HOLDS | PART_KEPT) || p->letters > CONTACT_MOST || p->letters < 20)
		return false;
	if (says_whose_site(main_text(m, i, 2 * CONTACT_MOST)))
		return false;
	return name_says_contact(&m->page->nodes[i]) || mentions_contact(main_text(m, i, 200));
}

/* Whoever asks somebody does not need his portrait, nor who took it. */
static void
cut_portraits(struct main_page *m, uint32_t contact)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t i = contact; i < nodes[contact].end; i++)
		if (str_is(nodes[i].name, "figure") || str_is(nodes[i].name, "img"))
			cut_node(m, i, "a portrait");
}

static void
keep_contacts(struct main_page *m)
{
	for (uint32_t i = m->headline ? m->headline : m->root; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];

		if (is_contact(m, i)) {
			keep(m, i);
			cut_portraits(m, i);
		} else if (p->flags & PART_KEPT && p->flags & PART_CONTACT && p->letters <= PERSON_MOST &&
			name_says_person(&m->page->nodes[i])) {
			cut_portraits(m, i);
		}
	}
}

static void
mark_holders(struct main_page *m)
{
	for (uint32_t i = (uint32_t)m->page->n; i-- > 1;)
		if (m->parts[i].flags & (PART_KEPT | PART_HOLDS))
			m->parts[parent(m, i)].flags |= PART_HOLDS;
}

static void
choose(struct main_page *m)
{
	keep(m, m->root);
	if (m->headline > 0) {
		if (m->headline < m->root && !inside(m, m->root, m->headline))
			keep_between(m);
		else if (!inside(m, m->headline, m->root))
			keep(m, m->headline);
		keep_beside(m, find_scope(m));
		keep_above(m, m->headline < m->root ? m->headline : m->root);
	} else {
		keep_beside(m, parent(m, m->root));
	}
	mark_holders(m);
	keep_contacts(m);
	mark_holders(m);
}

/* What is left out. */

static size_t
count_words(const struct main_page *m, uint32_t node)
{
	size_t n = 0;

	for (uint32_t i = node; i < m->page->nodes[node].end; i++) {
		struct str rest = m->page->nodes[i].text, word;

		if (m->page->nodes[i].name.n == 0 && !(m->parts[i].flags & PART_DEAD))
			while (str_next_word(&rest, &word))
				n++;
	}
	return n;
}

/* How an element is named in a message: "div class". */
static struct str
label_of(const struct main_page *m, const struct html_node *node)
{
	struct str class = html_value(node, "class");

	if (class.n == 0)
		class = html_value(node, "id");
	return arena_printf(m->arena, "%.*s%s%.*s", STR_FMT(node->name), class.n > 0 ? " " : "", STR_FMT(str_sub(class, 0, 60)));
}

static void
leave_out(struct main_page *m, struct diag *diag, uint32_t i)
{
	struct html_node *node = &m->page->nodes[i];
	size_t n = count_words(m, i);

	node->marks |= NODE_LEFT_OUT;
	if (n > 0 || str_is(node->name, "img"))
		note(diag, (struct place){ .number = node->line }, "--main: left out <%.*s>, %zu words (%s)",
			STR_FMT(label_of(m, node)), n, m->parts[i].why ? m->parts[i].why : "outside the release");
}

static void
mark(struct main_page *m, struct diag *diag)
{
	const struct html_node *nodes = m->page->nodes;

	note(diag, (struct place){ .number = nodes[m->root].line }, "--main: the release stands in <%.*s>",
		STR_FMT(label_of(m, &nodes[m->root])));
	if (m->headline > 0)
		note(diag, (struct place){ .number = nodes[m->headline].line }, "--main: the headline is <%.*s>",
			STR_FMT(label_of(m, &nodes[m->headline])));
	for (uint32_t i = m->body + 1; i < nodes[m->body].end; i++) {
		const struct part *p = &m->parts[i];

		if (!(p->flags & PART_CUT) && p->flags & (PART_KEPT | PART_HOLDS))
			continue;
		if (nodes[i].name.n > 0)
			leave_out(m, diag, i);
		else
			m->page->nodes[i].marks |= NODE_LEFT_OUT;
		i = nodes[i].end - 1;
	}
}

/* Whether a page has more than its text: a menu, a list of links. */
static bool
has_navigation(const struct main_page *m)
{
	size_t cut = 0;

	for (uint32_t i = m->body; i < m->page->n; i++) {
		const struct part *p = &m->parts[i];

		cut += p->flags & PART_CUT && p->flags & PART_LINK && str_is(m->page->nodes[i].name, "a");
		if (cut > 1 || (p->links >= NAVIGATION_LINKS && 10 * p->linked > 8 * p->letters))
			return true;
	}
	return false;
}

/* Names that would take away nearly all of the prose are no names of what they say; then only the sure ones count. */
static void
cut_names(struct main_page *m)
{
	int64_t before = m->parts[m->body].prose;

	cut_by_name(m, false);
	if ((int64_t)m->parts[m->body].prose * 100 >= before * PROSE_LEFT)
		return;
	main_measure(m);
	cut_by_name(m, true);
}

static void
work(struct main_page *m, struct diag *diag, enum main_content how)
{
	main_measure(m);
	find_headline(m);
	cut_names(m);
	if (how == MAIN_AUTO && !has_navigation(m)) {
		note(diag, (struct place){ 0 }, "--main=auto: no navigation, so the page is taken whole");
		return;
	}
	find_root(m);
	if (m->parts[m->root].prose < PROSE_LEAST)
		m->root = m->body;
	choose(m);
	cut_lists_of_links(m);
	cut_boxes(m);
	cut_machinery(m);
	cut_repeated(m);
	clean_pictures(m, diag);
	if (m->parts[m->root].letters > 0)
		mark(m, diag);
	else
		note(diag, (struct place){ 0 }, "--main: no release was found, so the page is taken whole");
}

void
html_main(struct html_page *page, const struct html_survey *s, struct diag *diag, enum main_content how)
{
	struct arena arena = { 0 };
	struct main_page m = { .survey = s, .page = page, .arena = &arena };

	m.body = find_body(page);
	m.parts = mem_zeroed(page->n * sizeof(*m.parts));
	if (m.body > 0)
		work(&m, diag, how);
	free(m.parts);
	arena_free(&arena);
}
