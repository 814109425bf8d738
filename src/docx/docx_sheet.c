/*
 * The styles part: the house's typography. Every plain style of docx_meaning.h
 * and every role's is always there, so that an editor can apply it; composed
 * ones are added as the document uses them.
 *
 * Children of w:style, w:pPr and w:rPr stand in the order that the schema
 * demands (17.7.4.17, 17.3.1.26, 17.3.2.28).
 */
#include <string.h>

#include "docx/docx_write.h"
#include "markup/escape.h"

enum origin { BUILT_IN, OURS };

#define GREY "<w:color w:val=\"595959\"/>"
#define AFTER(twips) "<w:spacing w:after=\"" #twips "\"/>"
#define AROUND(before, after) "<w:spacing w:before=\"" #before "\" w:after=\"" #after "\"/>"
#define LEFT(twips) "<w:ind w:left=\"" #twips "\"/>"
#define SIZE(half) "<w:sz w:val=\"" #half "\"/><w:szCs w:val=\"" #half "\"/>"
#define BOLD "<w:b/><w:bCs/>"
#define ITALIC "<w:i/><w:iCs/>"
#define KEEP "<w:keepNext/><w:keepLines/>"
#define OUTLINE(level) "<w:outlineLvl w:val=\"" #level "\"/>"
#define LETTERS(space) "<w:spacing w:val=\"" #space "\"/>"
#define MONO "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"

struct look {
	const char *name, *based_on, *next; /* names; next NULL: itself */
	enum origin origin;
	const char *para, *run;
};

static const struct look paragraphs[] = {
	{ "heading 1", "Normal", "Normal", BUILT_IN, KEEP AROUND(320, 100) OUTLINE(0), BOLD SIZE(32) },
	{ "heading 2", "Normal", "Normal", BUILT_IN, KEEP AROUND(280, 80) OUTLINE(1), BOLD SIZE(26) },
	{ "heading 3", "Normal", "Normal", BUILT_IN, KEEP AROUND(240, 60) OUTLINE(2), BOLD SIZE(23) },
	{ "heading 4", "Normal", "Normal", BUILT_IN, KEEP AROUND(200, 40) OUTLINE(3), BOLD ITALIC },
	{ "heading 5", "Normal", "Normal", BUILT_IN, KEEP AROUND(200, 40) OUTLINE(4), ITALIC },
	{ "heading 6", "Normal", "Normal", BUILT_IN, KEEP AROUND(200, 40) OUTLINE(5), ITALIC GREY },
	{ "Title", "Normal", "Normal", BUILT_IN, KEEP AROUND(120, 160), BOLD SIZE(44) },
	{ "Subtitle", "Normal", "Normal", BUILT_IN, KEEP AFTER(200), GREY SIZE(28) },
	{ "Quote", "Normal", NULL, BUILT_IN,
		"<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"12\" w:color=\"BFBFBF\"/></w:pBdr>"
		"<w:ind w:left=\"480\" w:right=\"480\"/>",
		ITALIC },
	{ "List Paragraph", "Normal", NULL, BUILT_IN, LEFT(360) "<w:contextualSpacing/>", "" },
	{ "List Bullet", "List Paragraph", NULL, BUILT_IN, "", "" },
	{ "List Number", "List Paragraph", NULL, BUILT_IN, "", "" },
	{ "List Continue", "List Paragraph", NULL, BUILT_IN, "", "" },
	{ "List Continue 2", "List Continue", NULL, BUILT_IN, LEFT(720), "" },
	{ "List Continue 3", "List Continue", NULL, BUILT_IN, LEFT(1080), "" },
	{ "List Continue 4", "List Continue", NULL, BUILT_IN, LEFT(1440), "" },
	{ "List Continue 5", "List Continue", NULL, BUILT_IN, LEFT(1800), "" },
	{ "List Continue 6", "List Continue", NULL, OURS, LEFT(2160), "" },
	{ "List Continue 7", "List Continue", NULL, OURS, LEFT(2520), "" },
	{ "List Continue 8", "List Continue", NULL, OURS, LEFT(2880), "" },
	{ "List Continue 9", "List Continue", NULL, OURS, LEFT(3240), "" },
	{ "caption", "Normal", "Normal", BUILT_IN, AFTER(200), GREY SIZE(19) },
	{ "HTML Preformatted", "Normal", NULL, BUILT_IN,
		"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F5F5\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>",
		MONO "<w:noProof/>" SIZE(19) },
	{ "footnote text", "Normal", NULL, BUILT_IN, "<w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", SIZE(19) },
	{ "Attribution", "Quote", "Normal", OURS, "", "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>" GREY },
	{ "Definition Term", "Normal", "Definition", OURS, "<w:keepNext/>" AFTER(20), BOLD },
	{ "Definition", "Normal", NULL, OURS, LEFT(480), "" },
	{ "Figure", "Normal", "Figure Caption", OURS, "<w:keepNext/>" AROUND(160, 80), "" },
	{ "Figure Caption", "caption", "Normal", OURS, "", "" },
	{ "Table Caption", "caption", "Normal", OURS, "<w:keepNext/>" AROUND(160, 80), "" },
	{ "Horizontal Line", "Normal", "Normal", OURS,
		"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"BFBFBF\"/></w:pBdr>" AROUND(0, 240), "" },
	{ "Table Text", "Normal", NULL, OURS, "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
		SIZE(20) },
	{ "Table Heading", "Table Text", NULL, OURS, "<w:keepNext/>", BOLD },
	{ "Headline", "Title", "Normal", OURS, OUTLINE(0), "" },
	{ "Subheadline", "Subtitle", "Normal", OURS, "", "" },
	{ "Kicker", "Normal", "Headline", OURS, KEEP AFTER(40), BOLD GREY SIZE(20) },
	{ "Label", "Normal", "Normal", OURS, AFTER(80), BOLD LETTERS(20) SIZE(20) },
	{ "Release Number", "Normal", "Normal", OURS, AFTER(80), GREY SIZE(20) },
	{ "Release Line", "Normal", "Normal", OURS, AFTER(160), BOLD SIZE(20) },
	{ "Embargo", "Normal", "Normal", OURS, AFTER(160), BOLD "<w:color w:val=\"A61C00\"/>" },
	{ "Date Line", "Normal", "Normal", OURS, AFTER(160), GREY },
	{ "Byline", "Normal", "Normal", OURS, AFTER(160), GREY },
	{ "Lead", "Normal", "Normal", OURS, "", SIZE(24) },
	{ "Source", "Normal", NULL, OURS, AROUND(200, 160), GREY SIZE(20) },
	{ "End Mark", "Normal", NULL, OURS, AROUND(200, 200) "<w:jc w:val=\"center\"/>", "" },
};

static const struct look characters[] = {
	{ "Hyperlink", NULL, NULL, BUILT_IN, "", "<w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/>" },
	{ "footnote reference", NULL, NULL, BUILT_IN, "", "<w:vertAlign w:val=\"superscript\"/>" },
};

/* What the paragraphs of a section share. */
static const struct {
	enum role role;
	const char *para, *run;
} sections[] = {
	{ ROLE_KEYPOINTS, "", "" },
	{ ROLE_BOILERPLATE, "", SIZE(20) },
	{ ROLE_CONTACT, AFTER(60), SIZE(20) },
	{ ROLE_NOTES, "", SIZE(20) },
	{ ROLE_LEGAL, "", GREY SIZE(17) },
	{ ROLE_LETTERHEAD, AFTER(60), GREY SIZE(19) },
};

static void
put_style_begin(struct buf *out, const char *type, struct str name, const char *suffix, enum origin origin)
{
	buf_printf(out, "<w:style w:type=\"%s\"%s w:styleId=\"", type, origin == OURS ? " w:customStyle=\"1\"" : "");
	docx_put_style_id(out, name);
	buf_printf(out, "%s\"><w:name w:val=\"%.*s\"/>", suffix, STR_FMT(name));
}

static void
put_reference(struct buf *out, const char *element, const char *name)
{
	if (!name)
		return;
	buf_printf(out, "<w:%s w:val=\"", element);
	docx_put_style_id(out, str_of(name));
	buf_puts(out, "\"/>");
}

static void
put_style_end(struct buf *out, const char *para, const char *run)
{
	buf_puts(out, "<w:qFormat/>");
	if (*para)
		buf_printf(out, "<w:pPr>%s</w:pPr>", para);
	if (*run)
		buf_printf(out, "<w:rPr>%s</w:rPr>", run);
	buf_puts(out, "</w:style>");
}

static void
put_look(struct buf *out, const char *type, const struct look *look)
{
	put_style_begin(out, type, str_of(look->name), "", look->origin);
	put_reference(out, "basedOn", look->based_on);
	put_reference(out, "next", look->next);
	put_style_end(out, look->para, look->run);
}

static void
put_defaults(struct buf *out, struct str language)
{
	buf_puts(out, "<w:docDefaults><w:rPrDefault><w:rPr>"
		"<w:rFonts w:ascii=\"Calibri\" w:eastAsia=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>" SIZE(22));
	if (language.n > 0) {
		buf_puts(out, "<w:lang");
		put_attribute(out, "w:val", language);
		put_attribute(out, "w:eastAsia", language);
		put_attribute(out, "w:bidi", language);
		buf_puts(out, "/>");
	}
	buf_puts(out, "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
		"<w:spacing w:after=\"160\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
		"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
}

static void
put_table_styles(struct buf *out)
{
	buf_puts(out, "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
		"<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
		"<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
		"</w:tblCellMar></w:tblPr></w:style>"
		"<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>"
		"<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>"
		"<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>"
		"<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>"
		"<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>"
		"<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>"
		"<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/></w:tblBorders></w:tblPr></w:style>");
}

/* A section's own look; headings and tables keep theirs. */
static void
section_look(const struct docx_meaning *m, const char **para, const char **run)
{
	*para = "";
	*run = m->in_header ? BOLD : "";
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (sections[i].role != m->section || m->kind == KIND_HEAD || m->kind == KIND_TABLE)
			continue;
		*run = sections[i].run;
		if (m->kind == KIND_PARA)
			*para = sections[i].para;
	}
}

static void
put_composed(struct buf *out, const struct docx_meaning *m)
{
	struct docx_meaning base = { .kind = m->kind, .level = m->level };
	struct buf name = { 0 };
	const char *para, *run;

	docx_meaning_put_name(&name, m);
	put_style_begin(out, m->kind == KIND_TABLE ? "table" : "paragraph", buf_str(&name), "", OURS);
	buf_puts(out, "<w:basedOn w:val=\"");
	docx_meaning_put_id(out, &base);
	buf_puts(out, "\"/>");
	section_look(m, &para, &run);
	put_style_end(out, para, run);
	buf_free(&name);
}

/* A section's own paragraph is there whether it is used or not. */
static bool
is_section_para(const struct docx_meaning *m)
{
	return m->kind == KIND_PARA && !m->section_first;
}

static void
put_composed_styles(struct buf *out, const struct docx_writing *w, bool tables)
{
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]) && !tables; i++)
		put_composed(out, &(struct docx_meaning){ .section = sections[i].role });
	for (size_t i = 0; i < w->style_count; i++)
		if ((w->styles[i].kind == KIND_TABLE) == tables && !is_section_para(&w->styles[i]))
			put_composed(out, &w->styles[i]);
}

void
docx_write_styles(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, DOCX_XML
		"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
	put_defaults(out, doc_meta(w->d, META_LANGUAGE));
	for (size_t i = 0; i < sizeof(paragraphs) / sizeof(paragraphs[0]); i++)
		put_look(out, "paragraph", &paragraphs[i]);
	put_composed_styles(out, w, false);
	for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]); i++)
		put_look(out, "character", &characters[i]);
	for (enum role r = 1; r < ROLE_COUNT; r++) {
		if (role_where(r) != ROLE_ON_RUN)
			continue;
		put_style_begin(out, "character", str_of(role_style(r)), "Char", OURS);
		put_style_end(out, "", r == ROLE_DATELINE || r == ROLE_PLACE ? BOLD : "");
	}
	put_table_styles(out);
	put_composed_styles(out, w, true);
	buf_puts(out, "</w:styles>");
}

/* The bullets of the levels, and then over again: bullet, en dash, small square. */
static const char *const bullets[] = { "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x96\xAA" };

static const char *const formats[LIST_FORMATS] = {
	[LIST_BULLET] = "bullet",
	[LIST_DECIMAL] = "decimal",
	[LIST_LOWER_ALPHA] = "lowerLetter",
	[LIST_UPPER_ALPHA] = "upperLetter",
	[LIST_LOWER_ROMAN] = "lowerRoman",
	[LIST_UPPER_ROMAN] = "upperRoman",
};

/* The label at a level: "(%)" is "(%2)" at the second. */
static void
put_level_text(struct buf *out, const struct docx_list *list, int level)
{
	struct buf text = { 0 };

	if (list->format == LIST_BULLET)
		buf_puts(&text, bullets[level % 3]);
	for (size_t i = 0; i < list->label.n; i++) {
		buf_char(&text, list->label.p[i]);
		if (list->label.p[i] == '%')
			buf_printf(&text, "%d", level + 1);
	}
	buf_puts(out, "<w:lvlText");
	put_attribute(out, "w:val", buf_str(&text));
	buf_puts(out, "/>");
	buf_free(&text);
}

static void
put_abstract(struct buf *out, const struct docx_list *list)
{
	/* nsid is eight hex digits, its own for each; Word takes lists of one nsid for one list. */
	buf_printf(out, "<w:abstractNum w:abstractNumId=\"%u\"><w:nsid w:val=\"%08X\"/><w:multiLevelType w:val=\"multilevel\"/>",
		list->abstract, 0x4E4D4C00u + list->abstract);
	for (int level = 0; level < LIST_DEPTH; level++) {
		buf_printf(out, "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>", level,
			formats[list->format]);
		put_level_text(out, list, level);
		buf_printf(out, "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" w:hanging=\"360\"/></w:pPr></w:lvl>",
			360 * (level + 1));
	}
	buf_puts(out, "</w:abstractNum>");
}

/*
 * Each list counts by itself: its number starts it over, whatever the lists of
 * the same look before it have counted to. That keeps bullets apart as well.
 */
static void
put_num(struct buf *out, const struct docx_list *list, size_t id)
{
	buf_printf(out,
		"<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%u\"/><w:lvlOverride w:ilvl=\"%d\">"
		"<w:startOverride w:val=\"%ld\"/></w:lvlOverride></w:num>",
		id, list->abstract, list->level, list->start);
}

void
docx_write_numbering(struct buf *out, const struct docx_writing *w)
{
	unsigned next = 0;

	buf_puts(out, DOCX_XML
		"<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
	for (size_t i = 0; i < w->list_count; i++)
		if (w->lists[i].abstract == next) {
			put_abstract(out, &w->lists[i]);
			next++;
		}
	for (size_t i = 0; i < w->list_count; i++)
		put_num(out, &w->lists[i], i + 1);
	buf_puts(out, "</w:numbering>");
}
