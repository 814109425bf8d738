#include "html/html_survey.h"

#include <stdlib.h>

enum { GRID = 3 }; /* cells for each one that holds something, in a table that only places things */

/* A table that is open during the pass. */
struct table {
	struct html_node *node;
	size_t cells, filled;
	size_t in_row; /* filled cells of the row that is open */
	bool cell_filled;
	bool columns;	/* a row with two filled cells */
	bool data;	/* a caption or a header cell: what it holds belongs in rows and columns */
	bool structure; /* a heading or a table in it */
};

struct pass {
	struct html_survey *survey;
	struct table *tables;
	size_t n, cap;
	struct buf text; /* of the element whose text is wanted */
	enum { NOTHING, TITLE, JSON_LD } wanted;
	bool title_seen;
};

void
fact_add(struct html_survey *s, struct str name, struct str value)
{
	struct html_fact *f;

	value = str_trim(value);
	if (value.n == 0)
		return;
	f = ARENA_NEW(s->arena, struct html_fact);
	f->name = arena_str(s->arena, name);
	f->value = arena_str(s->arena, value);
	*(s->last ? &s->last->next : &s->facts) = f;
	s->last = f;
}

struct str
fact_value(const struct html_survey *s, const char *name)
{
	for (const struct html_fact *f = s->facts; f; f = f->next)
		if (str_is_nocase(f->name, name))
			return f->value;
	return STR_NONE;
}

/* What the head says. */

static void
survey_meta(struct html_survey *s, const struct html_node *e)
{
	static const char *const names[] = { "name", "property", "http-equiv" };
	struct str content = html_value(e, "content");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str name = str_trim(html_value(e, names[i]));

		if (name.n == 0)
			continue;
		fact_add(s, name, content);
		s->own |= str_starts_nocase(name, STR("nml.")) ||
			  (str_is_nocase(name, "generator") && str_is(content, "wirecopy"));
	}
}

static void
survey_link(struct html_survey *s, const struct html_node *e)
{
	struct str rel = html_value(e, "rel"), word;

	while (str_next_word(&rel, &word))
		if (str_is_nocase(word, "canonical"))
			fact_add(s, STR("link:canonical"), html_value(e, "href"));
}

static void
survey_property(struct html_survey *s, const struct html_node *e)
{
	struct str property = html_value(e, "itemprop"), value = html_value(e, "content");

	if (value.n == 0)
		value = html_value(e, "datetime");
	if (property.n > 0)
		fact_add(s, arena_printf(s->arena, "itemprop:%.*s", STR_FMT(property)), value);
}

static void
survey_script(struct pass *p, const struct html_node *e)
{
	if (str_is_nocase(str_trim(html_value(e, "type")), "application/ld+json"))
		p->wanted = JSON_LD;
}

static void
survey_language(struct html_survey *s, const struct html_node *e)
{
	fact_add(s, STR("html:lang"), html_value(e, "lang"));
}

/* Tables. */

static void
open_table(struct pass *p, struct html_node *node)
{
	if (p->n > 0)
		p->tables[p->n - 1].structure = true;
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 16;
		p->tables = mem_grow(p->tables, p->cap * sizeof(*p->tables));
	}
	p->tables[p->n++] = (struct table){ .node = node };
}

/* Pages were once laid out by a grid of empty cells, with a single one in each row that holds something. */
static bool
is_grid(const struct table *t)
{
	return !t->columns && t->cells >= GRID * t->filled;
}

static void
close_table(struct pass *p)
{
	const struct table *t;

	if (p->n == 0)
		return;
	t = &p->tables[--p->n];
	if (t->cells <= 1 ? t->structure || !t->data : !t->data && (t->structure || is_grid(t)))
		t->node->marks |= NODE_LAYOUT;
}

static void
fill_cell(struct pass *p)
{
	struct table *t = p->n > 0 ? &p->tables[p->n - 1] : NULL;

	if (!t || t->cell_filled)
		return;
	t->cell_filled = true;
	t->filled++;
	t->columns |= ++t->in_row > 1;
}

/* A picture of one pixel keeps a column as wide as it is. */
static bool
is_spacer(const struct html_node *e)
{
	return str_is(str_trim(html_value(e, "width")), "1") || str_is(str_trim(html_value(e, "height")), "1");
}

static bool
is_heading(struct str name)
{
	return name.n == 2 && name.p[0] == 'h' && name.p[1] >= '1' && name.p[1] <= '6';
}

static void
survey_in_table(struct pass *p, const struct html_node *e)
{
	struct table *t = &p->tables[p->n - 1];

	if (str_is(e->name, "tr"))
		t->in_row = 0;
	if (str_is(e->name, "td") || str_is(e->name, "th")) {
		t->cells++;
		t->cell_filled = false;
	} else if (str_is(e->name, "img") && !is_spacer(e)) {
		fill_cell(p);
	}
	t->data |= str_is(e->name, "th") || str_is(e->name, "caption");
	t->structure |= is_heading(e->name);
}

/* Blanks and no-break spaces, which stand in cells that are empty. */
static bool
is_blank(struct str text)
{
	while (text.n > 0 && (ascii_blank(text.p[0]) || str_starts(text, STR("\xC2\xA0"))))
		text = str_sub(text, ascii_blank(text.p[0]) ? 1 : 2, text.n);
	return text.n == 0;
}

/* The pass. */

static void
survey_start(struct pass *p, struct html_node *e)
{
	struct html_survey *s = p->survey;

	buf_clear(&p->text);
	p->wanted = NOTHING;
	if (p->n > 0)
		survey_in_table(p, e);
	if (str_is(e->name, "table"))
		open_table(p, e);
	else if (str_is(e->name, "meta"))
		survey_meta(s, e);
	else if (str_is(e->name, "link"))
		survey_link(s, e);
	else if (str_is(e->name, "base"))
		fact_add(s, STR("base:href"), html_value(e, "href"));
	else if (str_is(e->name, "script"))
		survey_script(p, e);
	else if (str_is(e->name, "title") && !p->title_seen)
		p->wanted = TITLE;
	else if (str_is(e->name, "time"))
		fact_add(s, STR("time:datetime"), html_value(e, "datetime"));
	else if (str_is(e->name, "html") || str_is(e->name, "body") || str_is(e->name, "article"))
		survey_language(s, e);
	survey_property(s, e);
}

static void
survey_end(struct pass *p, const struct html_node *e)
{
	if (p->wanted == TITLE) {
		p->title_seen = true;
		fact_add(p->survey, STR("html:title"), buf_str(&p->text));
	} else if (p->wanted == JSON_LD) {
		html_jsonld(p->survey, buf_str(&p->text));
	}
	p->wanted = NOTHING;
	if (str_is(e->name, "table"))
		close_table(p);
}

void
html_survey(struct html_page *page, struct arena *arena, struct html_survey *s)
{
	struct pass p = { .survey = s };

	*s = (struct html_survey){ .arena = arena };
	for (struct html_walk w = { .page = page }; html_next(&w);) {
		if (w.event == HTML_START)
			survey_start(&p, &page->nodes[w.node - page->nodes]);
		else if (w.event == HTML_END)
			survey_end(&p, w.node);
		else if (p.wanted)
			buf_add(&p.text, w.node->text);
		else if (!is_blank(w.node->text))
			fill_cell(&p);
	}
	buf_free(&p.text);
	free(p.tables);
}
