/*
 * Charts and diagrams (ECMA-376 part 1, 21.2 and 21.4) are drawn by Word out of
 * parts of their own. A chart becomes a table of its numbers, with its title
 * as the caption; a diagram the paragraphs of its boxes. That they were drawn
 * is a loss of presentation; where nothing is found in the part, of content.
 */
#include <stdlib.h>

#include "docx/docx_read.h"

enum {
	SERIES = 100, /* of one chart; more are a loss */
	POINTS = 1000,
	FRACTION = 17 /* characters of a number that has more digits than it was given */
};

enum chart_part { IN_NOTHING, IN_TITLE, IN_NAME, IN_CATEGORY, IN_VALUE };

struct chart {
	struct arena *arena;
	struct str title;
	bool titled; /* what comes later is the title of an axis */
	struct str categories[POINTS];
	struct str names[SERIES];
	struct str *values[SERIES]; /* POINTS of each */
	size_t series, points;
	bool cut; /* there are more */
	enum chart_part in;
	size_t point;
	bool in_text;
	struct buf text;
};

static const struct {
	const char *name;
	enum chart_part part;
} chart_parts[] = {
	{ "title", IN_TITLE },
	{ "tx", IN_NAME },
	{ "cat", IN_CATEGORY },
	{ "xVal", IN_CATEGORY },
	{ "val", IN_VALUE },
	{ "yVal", IN_VALUE },
};

static enum chart_part
chart_part(const struct xml_element *e)
{
	for (size_t i = 0; i < sizeof(chart_parts) / sizeof(chart_parts[0]); i++)
		if (docx_is(e, NS_CHART, chart_parts[i].name))
			return chart_parts[i].part;
	return IN_NOTHING;
}

static void
new_series(struct chart *c)
{
	if (c->series == SERIES) {
		c->cut = true;
		return;
	}
	c->values[c->series++] = arena_alloc(c->arena, POINTS * sizeof(struct str));
}

static void
chart_start(void *context, const struct xml_element *e)
{
	struct chart *c = context;

	if (docx_is(e, NS_CHART, "ser"))
		new_series(c);
	else if (docx_is(e, NS_CHART, "pt"))
		c->point = (size_t)docx_number(docx_attribute(e, NS_NONE, "idx"), 0, POINTS, POINTS);
	else if (c->in == IN_NOTHING)
		c->in = chart_part(e);
	c->in_text = docx_is(e, NS_CHART, "v") || docx_is(e, NS_A, "t");
	if (c->in_text)
		buf_clear(&c->text);
}

static void
chart_text(void *context, struct str text)
{
	struct chart *c = context;

	if (c->in_text)
		buf_add(&c->text, text);
}

/* What binary fractions leave behind: "4.4000000000000004" was 4.4. */
static struct str
shown_number(struct arena *a, struct str text)
{
	double value;
	char *end;
	const char *c = arena_cstr(a, text);

	if (text.n < FRACTION || str_find_char(text, '.') == STR_NPOS)
		return arena_str(a, text);
	value = strtod(c, &end);
	return *end == '\0' ? arena_printf(a, "%.*g", FRACTION - 2, value) : arena_str(a, text);
}

static void
put_point(struct chart *c, struct str text)
{
	struct str *to = c->in == IN_CATEGORY ? c->categories : c->series > 0 ? c->values[c->series - 1] : NULL;

	if (c->point >= POINTS || !to) {
		c->cut = true;
		return;
	}
	to[c->point] = shown_number(c->arena, text);
	if (c->point >= c->points)
		c->points = c->point + 1;
}

static void
take_text(struct chart *c)
{
	struct str text = buf_str(&c->text);

	if (c->in == IN_TITLE && !c->titled)
		c->title = arena_printf(c->arena, "%.*s%.*s", STR_FMT(c->title), STR_FMT(text));
	else if (c->in == IN_NAME && c->series > 0)
		c->names[c->series - 1] = arena_str(c->arena, text);
	else if (c->in == IN_CATEGORY || c->in == IN_VALUE)
		put_point(c, text);
}

static void
chart_end(void *context, const struct xml_element *e)
{
	struct chart *c = context;

	if (c->in_text)
		take_text(c);
	c->in_text = false;
	if (c->in == IN_NOTHING || chart_part(e) != c->in)
		return;
	c->titled = c->titled || c->in == IN_TITLE;
	c->in = IN_NOTHING;
}

static void
put_cell(struct builder *b, struct str text, bool header)
{
	struct block cell = { .type = BLOCK_CELL, .cell = { 1, 1, header } };

	build_open(b, &cell);
	build_open_type(b, BLOCK_PARA);
	build_text(b, NULL, text);
	build_close(b);
	build_close(b);
}

static void
put_chart(struct builder *b, const struct chart *c)
{
	build_open_type(b, BLOCK_TABLE);
	if (c->title.n > 0) {
		build_open_type(b, BLOCK_CAPTION);
		build_text(b, NULL, c->title);
		build_close(b);
	}
	build_open_type(b, BLOCK_ROW);
	put_cell(b, STR_NONE, true);
	for (size_t s = 0; s < c->series; s++)
		put_cell(b, c->names[s], true);
	build_close(b);
	for (size_t i = 0; i < c->points; i++) {
		build_open_type(b, BLOCK_ROW);
		put_cell(b, c->categories[i], true);
		for (size_t s = 0; s < c->series; s++)
			put_cell(b, c->values[s][i], false);
		build_close(b);
	}
	build_close(b);
}

/* Parses the part that a relationship of this story names. */
static bool
parse(struct docx_reading *r, struct str id, const struct xml_handler *handler, void *context)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, id);

	return rel && !rel->external && docx_part_parse(&r->package, rel->target, handler, context);
}

static void
lose_graphic(struct docx_reading *r, const char *what, bool whole)
{
	doc_loss(r->d, whole ? LOSS_CONTENT : LOSS_PRESENTATION, r->b.place, "L-graphic", "%s%s: %.*s", what,
		whole ? "" : ", of which the text is kept", STR_FMT(str_sub(r->drawing.alt, 0, 80)));
}

void
docx_chart(struct docx_reading *r, const struct xml_element *e)
{
	static const struct xml_handler handler = { chart_start, chart_end, chart_text };
	struct docx_meaning para = { .kind = KIND_PARA };
	struct chart *c;
	bool found;

	if (!docx_drawing_is_shown(r))
		return;
	c = ARENA_NEW(&r->d->arena, struct chart);
	c->arena = &r->d->arena;
	found = parse(r, docx_attribute(e, NS_R, "id"), &handler, c) && c->points > 0 && c->series > 0;
	buf_free(&c->text);
	lose_graphic(r, "chart", !found || c->cut);
	if (!found)
		return;
	docx_box_begin(r);
	docx_flow_enter(r, &para);
	put_chart(&r->b, c);
	docx_box_end(r);
}

/* The boxes of a diagram: a paragraph of DrawingML is one of ours. */
struct diagram {
	struct docx_reading *r;
	bool in_text, any;
	struct buf text;
};

static void
diagram_start(void *context, const struct xml_element *e)
{
	struct diagram *g = context;

	g->in_text = docx_is(e, NS_A, "t");
	if (docx_is(e, NS_A, "p"))
		buf_clear(&g->text);
}

static void
diagram_text(void *context, struct str text)
{
	struct diagram *g = context;

	if (g->in_text)
		buf_add(&g->text, text);
}

static void
diagram_end(void *context, const struct xml_element *e)
{
	struct diagram *g = context;

	g->in_text = false;
	if (!docx_is(e, NS_A, "p") || str_trim(buf_str(&g->text)).n == 0)
		return;
	if (!g->any) {
		docx_box_begin(g->r);
		docx_flow_enter(g->r, &(struct docx_meaning){ .kind = KIND_PARA });
	}
	g->any = true;
	build_open_type(&g->r->b, BLOCK_PARA);
	build_text(&g->r->b, NULL, buf_str(&g->text));
	build_close(&g->r->b);
}

void
docx_diagram(struct docx_reading *r, const struct xml_element *e)
{
	static const struct xml_handler handler = { diagram_start, diagram_end, diagram_text };
	struct diagram g = { .r = r };

	if (!docx_drawing_is_shown(r))
		return;
	parse(r, docx_attribute(e, NS_R, "dm"), &handler, &g);
	if (g.any)
		docx_box_end(r);
	buf_free(&g.text);
	lose_graphic(r, "diagram", !g.any);
}
