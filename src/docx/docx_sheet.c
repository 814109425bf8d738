/*
 * The styles part: the house's typography. Every plain style of docx_meaning.h
 * and every role's is always there, so that an editor can apply it; composed
 * ones are added as the document uses them.
 *
 * With a template, the styles that it has by name are its own, and only the
 * missing ones are written. They are based on its styles and leave typeface,
 * colours and boxes to it; sizes are in proportion to the size of its text.
 *
 * Children of w:style, w:pPr and w:rPr stand in the order that the schema
 * demands (17.7.4.17, 17.3.1.26, 17.3.2.28).
 */
#include <string.h>

#include "base/language.h"
#include "docx/docx_template.h"
#include "docx/docx_write.h"
#include "markup/escape.h"

enum origin { BUILT_IN, OURS };

enum {
	KEEP_NEXT = 1,	  /* on the page of the paragraph behind it */
	KEEP_LINES = 2,	  /* in one piece */
	TIGHT = 4,	  /* without space between lines */
	CONTEXTUAL = 8,	  /* no space between neighbours of the style */
	CENTRED = 16,
	SHADED = 32,	  /* on light grey */
	FRAMED = 64,	  /* in a box of the text's colour */
	BAR = 128,	  /* a bar at its left */
	LINE_ABOVE = 256,
	LINE_BELOW = 512,
	BOLD = 1024,
	ITALIC = 2048,
	UPRIGHT = 4096,	  /* where the base is italic */
	MONO = 8192,
	SPACED = 16384,	  /* its letters stand apart */
	UNDERLINED = 32768,
	RAISED = 65536,
	HEADING = KEEP_NEXT | KEEP_LINES
};

/* The text's size in half points, which other sizes are in proportion to. */
enum { TEXT_SIZE = 22 };

#define GREY "595959"
#define RED "A61C00"
#define BLUE "0B5394"
#define RULE_COLOR "BFBFBF"
#define SHADE_COLOR "F2F2F2"

/* Distances in twips, sizes in half points; 0 says nothing. */
struct look {
	const char *name, *based_on, *next; /* names; next NULL: itself */
	enum origin origin;
	int outline; /* level from 1 */
	int before, after, left, right, size;
	unsigned flags;
	const char *color;
};

static const struct look paragraphs[] = {
	{ "heading 1", "Normal", "Normal", BUILT_IN, 1, 320, 100, 0, 0, 32, HEADING | BOLD, NULL },
	{ "heading 2", "Normal", "Normal", BUILT_IN, 2, 280, 80, 0, 0, 26, HEADING | BOLD, NULL },
	{ "heading 3", "Normal", "Normal", BUILT_IN, 3, 240, 60, 0, 0, 23, HEADING | BOLD, NULL },
	{ "heading 4", "Normal", "Normal", BUILT_IN, 4, 200, 40, 0, 0, 0, HEADING | BOLD | ITALIC, NULL },
	{ "heading 5", "Normal", "Normal", BUILT_IN, 5, 200, 40, 0, 0, 0, HEADING | ITALIC, NULL },
	{ "heading 6", "Normal", "Normal", BUILT_IN, 6, 200, 40, 0, 0, 0, HEADING | ITALIC, GREY },
	{ "Title", "Normal", "Normal", BUILT_IN, 0, 120, 160, 0, 0, 44, HEADING | TIGHT | BOLD, NULL },
	{ "Subtitle", "Normal", "Normal", BUILT_IN, 0, 0, 200, 0, 0, 28, HEADING, GREY },
	{ "Quote", "Normal", NULL, BUILT_IN, 0, 0, 0, 480, 480, 0, BAR | ITALIC, NULL },
	{ "List Paragraph", "Normal", NULL, BUILT_IN, 0, 0, 0, 360, 0, 0, CONTEXTUAL, NULL },
	{ "List Bullet", "List Paragraph", NULL, BUILT_IN, 0, 0, 0, 0, 0, 0, 0, NULL },
	{ "List Number", "List Paragraph", NULL, BUILT_IN, 0, 0, 0, 0, 0, 0, 0, NULL },
	{ "List Continue", "List Paragraph", NULL, BUILT_IN, 0, 0, 0, 0, 0, 0, 0, NULL },
	{ "List Continue 2", "List Continue", NULL, BUILT_IN, 0, 0, 0, 720, 0, 0, 0, NULL },
	{ "List Continue 3", "List Continue", NULL, BUILT_IN, 0, 0, 0, 1080, 0, 0, 0, NULL },
	{ "List Continue 4", "List Continue", NULL, BUILT_IN, 0, 0, 0, 1440, 0, 0, 0, NULL },
	{ "List Continue 5", "List Continue", NULL, BUILT_IN, 0, 0, 0, 1800, 0, 0, 0, NULL },
	{ "List Continue 6", "List Continue", NULL, OURS, 0, 0, 0, 2160, 0, 0, 0, NULL },
	{ "List Continue 7", "List Continue", NULL, OURS, 0, 0, 0, 2520, 0, 0, 0, NULL },
	{ "List Continue 8", "List Continue", NULL, OURS, 0, 0, 0, 2880, 0, 0, 0, NULL },
	{ "List Continue 9", "List Continue", NULL, OURS, 0, 0, 0, 3240, 0, 0, 0, NULL },
	{ "caption", "Normal", "Normal", BUILT_IN, 0, 0, 200, 0, 0, 19, 0, GREY },
	{ "HTML Preformatted", "Normal", NULL, BUILT_IN, 0, 0, 0, 0, 0, 19, SHADED | TIGHT | MONO, NULL },
	{ "footnote text", "Normal", NULL, BUILT_IN, 0, 0, 60, 0, 0, 19, TIGHT, NULL },
	{ "footer", "Normal", NULL, BUILT_IN, 0, 0, 0, 0, 0, 19, TIGHT | CENTRED, GREY },
	{ "Attribution", "Quote", "Normal", OURS, 0, 0, 0, 0, 0, 0, UPRIGHT, GREY },
	{ "Definition Term", "Normal", "Definition", OURS, 0, 0, 20, 0, 0, 0, KEEP_NEXT | BOLD, NULL },
	{ "Definition", "Normal", NULL, OURS, 0, 0, 0, 480, 0, 0, 0, NULL },
	{ "Figure", "Normal", "Figure Caption", OURS, 0, 160, 80, 0, 0, 0, 0, NULL },
	{ "Figure Caption", "caption", "Normal", OURS, 0, 0, 0, 0, 0, 0, 0, NULL },
	{ "Table Caption", "caption", "Normal", OURS, 0, 160, 80, 0, 0, 0, KEEP_NEXT, NULL },
	{ "Horizontal Line", "Normal", "Normal", OURS, 0, 0, 240, 0, 0, 0, LINE_BELOW, NULL },
	{ "Table Text", "Normal", NULL, OURS, 0, 40, 40, 0, 0, 20, TIGHT, NULL },
	{ "Table Heading", "Table Text", NULL, OURS, 0, 0, 0, 0, 0, 0, KEEP_NEXT | BOLD, NULL },
	{ "Headline", "Title", "Normal", OURS, 1, 0, 0, 0, 0, 0, 0, NULL },
	{ "Subheadline", "Subtitle", "Normal", OURS, 0, 0, 0, 0, 0, 0, 0, NULL },
	{ "Kicker", "Normal", "Headline", OURS, 0, 0, 40, 0, 0, 20, HEADING | BOLD, GREY },
	{ "Label", "Normal", "Normal", OURS, 0, 0, 80, 0, 0, 20, KEEP_NEXT | BOLD | SPACED, NULL },
	{ "Release Number", "Normal", "Normal", OURS, 0, 0, 80, 0, 0, 20, KEEP_NEXT, GREY },
	{ "Release Line", "Normal", "Normal", OURS, 0, 0, 160, 0, 0, 20, KEEP_NEXT | BOLD, NULL },
	{ "Embargo", "Normal", "Normal", OURS, 0, 80, 200, 120, 120, 0, KEEP_NEXT | FRAMED | BOLD, RED },
	{ "Date Line", "Normal", "Normal", OURS, 0, 0, 160, 0, 0, 0, 0, GREY },
	{ "Byline", "Normal", "Normal", OURS, 0, 0, 160, 0, 0, 0, 0, GREY },
	{ "Lead", "Normal", "Normal", OURS, 0, 0, 0, 0, 0, 24, 0, NULL },
	{ "Source", "Normal", NULL, OURS, 0, 200, 160, 0, 0, 20, 0, GREY },
	{ "End Mark", "Normal", NULL, OURS, 0, 200, 200, 0, 0, 0, CENTRED, NULL },
};

static const struct look characters[] = {
	{ "Hyperlink", NULL, NULL, BUILT_IN, 0, 0, 0, 0, 0, 0, UNDERLINED, BLUE },
	{ "footnote reference", NULL, NULL, BUILT_IN, 0, 0, 0, 0, 0, 0, RAISED, NULL },
};

/* What the paragraphs of a section share: all of them, those of text, and the headings. */
static const struct {
	enum role role;
	struct look all, text, head;
} sections[] = {
	{ .role = ROLE_KEYPOINTS },
	{ .role = ROLE_BOILERPLATE, .text = { .size = 20 }, .head = { .size = 22, .flags = LINE_ABOVE } },
	{ .role = ROLE_CONTACT,
		.all = { .left = 120, .right = 120, .flags = SHADED | KEEP_LINES },
		.text = { .after = 60, .size = 20 },
		.head = { .size = 22 } },
	{ .role = ROLE_NOTES, .text = { .size = 20 }, .head = { .size = 22 } },
	{ .role = ROLE_LEGAL, .text = { .size = 17, .color = GREY }, .head = { .size = 20, .color = GREY } },
	{ .role = ROLE_LETTERHEAD, .text = { .after = 60, .size = 19, .color = GREY } },
};

/* A style sheet at work. */
struct sheet {
	struct buf *out;
	const struct docx_writing *w;
};

static bool
is_ours(const struct sheet *s)
{
	return !s->w->template;
}

static void
put_edge(struct buf *out, const char *edge, int size, int space, const char *color)
{
	buf_printf(out, "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"%d\" w:color=\"%s\"/>", edge, size, space, color);
}

/* Lines and boxes; top, left, bottom, right in this order. */
static void
put_borders(struct buf *out, const struct look *l)
{
	bool box = l->flags & (FRAMED | SHADED);
	const char *color = l->flags & FRAMED ? l->color : SHADE_COLOR;

	if (!box && !(l->flags & (BAR | LINE_ABOVE | LINE_BELOW)))
		return;
	buf_puts(out, "<w:pBdr>");
	if (box || l->flags & LINE_ABOVE)
		put_edge(out, "top", 6, 6, box ? color : RULE_COLOR);
	if (box || l->flags & BAR)
		put_edge(out, "left", box ? 6 : 18, box ? 6 : 12, box ? color : RULE_COLOR);
	if (box || l->flags & LINE_BELOW)
		put_edge(out, "bottom", 6, box ? 6 : 1, box ? color : RULE_COLOR);
	if (box)
		put_edge(out, "right", 6, 6, color);
	buf_puts(out, "</w:pBdr>");
}

static void
put_spacing(struct buf *out, const struct look *l)
{
	if (!l->before && !l->after && !(l->flags & TIGHT))
		return;
	buf_puts(out, "<w:spacing");
	if (l->before || l->after)
		buf_printf(out, " w:before=\"%d\"", l->before);
	if (l->after)
		buf_printf(out, " w:after=\"%d\"", l->after);
	if (l->flags & TIGHT)
		buf_puts(out, " w:line=\"240\" w:lineRule=\"auto\"");
	buf_puts(out, "/>");
}

static void
put_para_props(struct sheet *s, const struct look *l)
{
	struct buf *out = s->out;

	if (l->flags & KEEP_NEXT)
		buf_puts(out, "<w:keepNext/>");
	if (l->flags & KEEP_LINES)
		buf_puts(out, "<w:keepLines/>");
	if (is_ours(s))
		put_borders(out, l);
	if (is_ours(s) && l->flags & SHADED)
		buf_puts(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" SHADE_COLOR "\"/>");
	put_spacing(out, l);
	/* A box stands out by its padding; the text in it keeps to the margins. */
	if ((l->left || l->right) && (is_ours(s) || !(l->flags & (FRAMED | SHADED))))
		buf_printf(out, "<w:ind w:left=\"%d\" w:right=\"%d\"/>", l->left, l->right);
	if (l->flags & CONTEXTUAL)
		buf_puts(out, "<w:contextualSpacing/>");
	if (l->flags & CENTRED)
		buf_puts(out, "<w:jc w:val=\"center\"/>");
	if (l->outline)
		buf_printf(out, "<w:outlineLvl w:val=\"%d\"/>", l->outline - 1);
}

static void
put_run_props(struct sheet *s, const struct look *l)
{
	struct buf *out = s->out;

	if (l->flags & MONO)
		buf_puts(out, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>");
	if (l->flags & BOLD)
		buf_puts(out, "<w:b/><w:bCs/>");
	if (l->flags & (ITALIC | UPRIGHT))
		buf_puts(out, l->flags & ITALIC ? "<w:i/><w:iCs/>" : "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>");
	if (l->flags & MONO)
		buf_puts(out, "<w:noProof/>");
	if (l->color && (is_ours(s) || l->flags & UNDERLINED))
		buf_printf(out, "<w:color w:val=\"%s\"/>", l->color);
	if (l->flags & SPACED)
		buf_puts(out, "<w:spacing w:val=\"20\"/>");
	if (l->size) {
		int size = is_ours(s) ? l->size : (l->size * s->w->template->text_size + TEXT_SIZE / 2) / TEXT_SIZE;

		buf_printf(out, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", size, size);
	}
	if (l->flags & UNDERLINED)
		buf_puts(out, "<w:u w:val=\"single\"/>");
	if (l->flags & RAISED)
		buf_puts(out, "<w:vertAlign w:val=\"superscript\"/>");
}

static void
put_style_begin(struct sheet *s, enum docx_style_type type, struct str name, enum origin origin)
{
	static const char *const types[] = { [DOCX_PARAGRAPH] = "paragraph", [DOCX_CHARACTER] = "character",
		[DOCX_TABLE] = "table" };

	buf_printf(s->out, "<w:style w:type=\"%s\"%s w:styleId=\"", types[type],
		origin == OURS ? " w:customStyle=\"1\"" : "");
	docx_put_style_ref(s->out, s->w, type, name);
	buf_printf(s->out, "\"><w:name w:val=\"%.*s\"/>", STR_FMT(name));
}

static void
put_reference(struct sheet *s, const char *element, enum docx_style_type type, struct str name)
{
	buf_printf(s->out, "<w:%s w:val=\"", element);
	docx_put_style_ref(s->out, s->w, type, name);
	buf_puts(s->out, "\"/>");
}

/* An element that is left out when nothing stands in it. */
static void
put_props(struct sheet *s, const char *element, void (*put)(struct sheet *, const struct look *), const struct look *l)
{
	size_t before = s->out->n, inside;

	buf_printf(s->out, "<w:%s>", element);
	inside = s->out->n;
	put(s, l);
	if (s->out->n == inside)
		s->out->n = before;
	else
		buf_printf(s->out, "</w:%s>", element);
}

static void
put_style_end(struct sheet *s, const struct look *l)
{
	buf_puts(s->out, "<w:qFormat/>");
	put_props(s, "pPr", put_para_props, l);
	put_props(s, "rPr", put_run_props, l);
	buf_puts(s->out, "</w:style>");
}

static bool
is_there(const struct sheet *s, enum docx_style_type type, struct str name)
{
	return s->w->template && docx_template_style(s->w->template, type, name).n > 0;
}

static void
put_look(struct sheet *s, enum docx_style_type type, const struct look *look)
{
	if (is_there(s, type, str_of(look->name)))
		return;
	put_style_begin(s, type, str_of(look->name), look->origin);
	if (look->based_on)
		put_reference(s, "basedOn", type, str_of(look->based_on));
	if (look->next)
		put_reference(s, "next", type, str_of(look->next));
	put_style_end(s, look);
}

/* What `over` says is laid over a look. */
static void
lay_over(struct look *l, const struct look *over)
{
	l->before = over->before ? over->before : l->before;
	l->after = over->after ? over->after : l->after;
	l->left = over->left ? over->left : l->left;
	l->right = over->right ? over->right : l->right;
	l->size = over->size ? over->size : l->size;
	l->color = over->color ? over->color : l->color;
	l->flags |= over->flags;
}

static bool
is_of_list(enum docx_kind kind)
{
	return kind == KIND_BULLET || kind == KIND_NUMBER || kind == KIND_CONTINUE;
}

/* A section's own look beyond that of the style it is based on. */
static struct look
section_look(const struct docx_meaning *m)
{
	struct look look = { .flags = m->in_header ? BOLD : 0 };

	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (sections[i].role != m->section || m->kind == KIND_TABLE)
			continue;
		lay_over(&look, &sections[i].all);
		lay_over(&look, m->kind == KIND_HEAD ? &sections[i].head : &sections[i].text);
	}
	if (is_of_list(m->kind))
		look.left = look.right = 0; /* the list's own, which come from its numbers */
	if (m->kind != KIND_PARA)
		look.after = 0;
	return look;
}

static void
put_composed(struct sheet *s, const struct docx_meaning *m)
{
	struct docx_meaning base = { .kind = m->kind, .level = m->level };
	enum docx_style_type type = m->kind == KIND_TABLE ? DOCX_TABLE : DOCX_PARAGRAPH;
	struct look look = section_look(m);
	struct buf name = { 0 }, base_name = { 0 };

	docx_meaning_put_name(&name, m);
	docx_meaning_put_name(&base_name, &base);
	if (!is_there(s, type, buf_str(&name))) {
		put_style_begin(s, type, buf_str(&name), OURS);
		put_reference(s, "basedOn", type, buf_str(&base_name));
		put_style_end(s, &look);
	}
	buf_free(&name);
	buf_free(&base_name);
}

/* A section's own paragraph is there whether it is used or not. */
static bool
is_section_para(const struct docx_meaning *m)
{
	return m->kind == KIND_PARA && !m->section_first;
}

static void
put_composed_styles(struct sheet *s, bool tables)
{
	const struct docx_writing *w = s->w;

	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]) && !tables; i++)
		put_composed(s, &(struct docx_meaning){ .section = sections[i].role });
	for (size_t i = 0; i < w->style_count; i++)
		if ((w->styles[i].kind == KIND_TABLE) == tables && !is_section_para(&w->styles[i]))
			put_composed(s, &w->styles[i]);
}

static void
put_run_role(struct sheet *s, enum role role)
{
	struct look look = { .flags = role == ROLE_DATELINE || role == ROLE_PLACE ? BOLD : 0 };
	struct str name = str_of(role_style(role));

	if (is_there(s, DOCX_CHARACTER, name))
		return;
	put_style_begin(s, DOCX_CHARACTER, name, OURS);
	put_style_end(s, &look);
}

#define CELL_EDGE(edge) "<w:" edge " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" RULE_COLOR "\"/>"

static void
put_table_grid(struct sheet *s)
{
	if (is_there(s, DOCX_TABLE, STR("Table Grid")))
		return;
	put_style_begin(s, DOCX_TABLE, STR("Table Grid"), BUILT_IN);
	put_reference(s, "basedOn", DOCX_TABLE, STR("Normal Table"));
	buf_puts(s->out, "<w:tblPr><w:tblBorders>" CELL_EDGE("top") CELL_EDGE("left") CELL_EDGE("bottom")
		CELL_EDGE("right") CELL_EDGE("insideH") CELL_EDGE("insideV") "</w:tblBorders></w:tblPr></w:style>");
}

static void
put_normal_table(struct sheet *s)
{
	buf_puts(s->out, "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"NormalTable\"><w:name w:val=\"Normal Table\"/>"
		"<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
		"<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
		"</w:tblCellMar></w:tblPr></w:style>");
}

static void
put_defaults(struct sheet *s)
{
	struct str language = doc_meta(s->w->d, META_LANGUAGE);

	buf_printf(s->out, "<w:docDefaults><w:rPrDefault><w:rPr>"
		"<w:rFonts w:ascii=\"Calibri\" w:eastAsia=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
		"<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", TEXT_SIZE, TEXT_SIZE);
	if (language.n > 0)
		docx_put_lang(s->out, language);
	buf_puts(s->out, "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>");
	if (language_is_rtl(language))
		buf_puts(s->out, "<w:bidi/>"); /* as a page has it of its language: no direction of the paragraphs' own */
	buf_puts(s->out, "<w:spacing w:after=\"160\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
}

void
docx_write_style_list(struct buf *out, const struct docx_writing *w)
{
	struct sheet s = { out, w };

	if (!is_there(&s, DOCX_PARAGRAPH, STR("Normal")))
		buf_puts(out, "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
			"<w:qFormat/></w:style>");
	for (size_t i = 0; i < sizeof(paragraphs) / sizeof(paragraphs[0]); i++)
		put_look(&s, DOCX_PARAGRAPH, &paragraphs[i]);
	put_composed_styles(&s, false);
	for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]); i++)
		put_look(&s, DOCX_CHARACTER, &characters[i]);
	for (enum role r = 1; r < ROLE_COUNT; r++)
		if (role_where(r) == ROLE_ON_RUN)
			put_run_role(&s, r);
	if (!is_there(&s, DOCX_TABLE, STR("Normal Table")))
		put_normal_table(&s);
	put_table_grid(&s);
	put_composed_styles(&s, true);
}

void
docx_write_styles(struct buf *out, const struct docx_writing *w)
{
	struct sheet s = { out, w };

	buf_puts(out, DOCX_XML
		"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
	put_defaults(&s);
	docx_write_style_list(out, w);
	buf_puts(out, "</w:styles>");
}
