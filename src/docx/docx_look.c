/*
 * What a DOCX looks like beyond what a document has (ECMA-376 part 1, 17.2.1,
 * 17.3.2, 17.6): it is counted as the text goes by, and said in one line for
 * each kind. What a style looks like is not counted: that is the template's.
 */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

static const struct {
	const char *id, *what;
} kinds[LOOKS] = {
	[LOOK_COLOUR] = { "L-look", "coloured letters" },
	[LOOK_HIGHLIGHT] = { "L-look", "highlighted text" },
	[LOOK_FONT] = { "L-look", "fonts other than the style's" },
	[LOOK_SIZE] = { "L-look", "letters larger or smaller than the style's" },
	[LOOK_EFFECT] = { "L-look", "effects of letters, such as small capitals or a shadow" },
	[LOOK_CENTRED] = { "L-look", "centred paragraphs" },
	[LOOK_FRAME] = { "L-look", "frames around text, and shaded paragraphs and cells" },
	[LOOK_POSITION] = { "L-position", "text boxes and pictures that float on the page" },
	[LOOK_BACKGROUND] = { "L-page", "a background of the pages" },
	[LOOK_COLUMNS] = { "L-page", "parts in columns" },
	[LOOK_BREAK] = { "L-page", "places where a new page or column begins" },
	[LOOK_BOOKMARK] = { "L-link", "links to places in the document itself" },
};

void
docx_looks_lose(const struct docx_reading *r)
{
	if (r->untouched)
		return;
	for (size_t i = 0; i < LOOKS; i++)
		if (r->looks[i] > 0)
			doc_loss(r->d, LOSS_PRESENTATION, (struct place){ 0 }, kinds[i].id, "%s: %zu", kinds[i].what, r->looks[i]);
}

static bool
has_own_font(const struct docx_reading *r, const struct docx_para *p)
{
	struct str usual = p->style->run.font.n > 0 ? p->style->run.font : r->styles.defaults.font;

	return p->run.font.n > 0 && !str_eq(p->run.font, usual);
}

static bool
has_own_size(const struct docx_reading *r, const struct docx_para *p)
{
	int usual = p->style->run.size ? p->style->run.size : r->styles.defaults.size;

	return p->run.size > 0 && p->run.size != (usual ? usual : DOCX_USUAL_SIZE);
}

void
docx_looks_count(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	r->looks[LOOK_FONT] += has_own_font(r, p);
	r->looks[LOOK_SIZE] += has_own_size(r, p);
	for (size_t i = 0; p->looks >> i > 0; i++)
		r->looks[i] += p->looks >> i & 1;
	p->looks = 0;
}

/* Of a run, which only counts when it has text. */
static void
run_look(struct docx_reading *r, enum docx_look look, bool on)
{
	if (docx_parent_is(r, "rPr") && on)
		r->para->looks |= 1u << look;
}

static void
color(struct docx_reading *r, const struct xml_element *e)
{
	static const char *const usual[] = { "auto", "000000" };
	struct str value = docx_val(e);

	run_look(r, LOOK_COLOUR, !str_is(value, usual[0]) && !str_is(value, usual[1]));
}

static void
highlight(struct docx_reading *r, const struct xml_element *e)
{
	run_look(r, LOOK_HIGHLIGHT, !str_is(docx_val(e), "none"));
}

static void
effect(struct docx_reading *r, const struct xml_element *e)
{
	run_look(r, LOOK_EFFECT, !str_is(docx_val(e), "none") && docx_on(docx_val(e)));
}

/* White is what paper is. */
static void
shade(struct docx_reading *r, const struct xml_element *e)
{
	struct str fill = docx_attribute(e, NS_W, "fill"), pattern = docx_val(e);
	bool plain = pattern.n == 0 || str_is(pattern, "clear") || str_is(pattern, "nil");
	bool on = !plain || (fill.n > 0 && !str_is(fill, "auto") && !str_is_nocase(fill, "FFFFFF"));

	run_look(r, LOOK_HIGHLIGHT, on);
	if (docx_parent_is(r, "pPr") || docx_parent_is(r, "tcPr"))
		r->looks[LOOK_FRAME] += on;
}

static void
border(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->looks[LOOK_FRAME] += docx_parent_is(r, "pPr");
}

static void
background(struct docx_reading *r, const struct xml_element *e)
{
	struct str color = docx_attribute(e, NS_W, "color");

	r->looks[LOOK_BACKGROUND] += !str_is(color, "auto") && !str_is_nocase(color, "FFFFFF");
}

static void
columns(struct docx_reading *r, const struct xml_element *e)
{
	r->looks[LOOK_COLUMNS] += docx_number(docx_attribute(e, NS_W, "num"), 2, 45, 0) > 0;
}

static void
new_page(struct docx_reading *r, const struct xml_element *e)
{
	r->looks[LOOK_BREAK] += docx_parent_is(r, "pPr") && docx_on(docx_val(e));
}

static void
anchor(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->looks[LOOK_POSITION]++;
}

static const struct docx_element elements[] = {
	{ "anchor", NS_WP, anchor, NULL },
	{ "background", NS_W, background, NULL },
	{ "bdr", NS_W, effect, NULL },
	{ "caps", NS_W, effect, NULL },
	{ "color", NS_W, color, NULL },
	{ "cols", NS_W, columns, NULL },
	{ "effect", NS_W, effect, NULL },
	{ "em", NS_W, effect, NULL },
	{ "emboss", NS_W, effect, NULL },
	{ "highlight", NS_W, highlight, NULL },
	{ "imprint", NS_W, effect, NULL },
	{ "outline", NS_W, effect, NULL },
	{ "pBdr", NS_W, border, NULL },
	{ "pageBreakBefore", NS_W, new_page, NULL },
	{ "shadow", NS_W, effect, NULL },
	{ "shd", NS_W, shade, NULL },
	{ "smallCaps", NS_W, effect, NULL },
};

const struct docx_elements docx_look_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
