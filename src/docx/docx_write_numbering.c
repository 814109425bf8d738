/* The numbering part (17.9): what the lists look like, and where each begins. */
#include "docx/docx_write.h"
#include "markup/escape.h"

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
put_abstract(struct buf *out, const struct docx_writing *w, const struct docx_list *list)
{
	unsigned id = w->first.abstract + list->abstract;

	/* nsid is eight hex digits, its own for each; Word takes lists of one nsid for one list. */
	buf_printf(out, "<w:abstractNum w:abstractNumId=\"%u\"><w:nsid w:val=\"%08X\"/><w:multiLevelType w:val=\"multilevel\"/>",
		id, 0x4E4D4C00u + id);
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
put_num(struct buf *out, const struct docx_writing *w, const struct docx_list *list, size_t number)
{
	buf_printf(out,
		"<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%u\"/><w:lvlOverride w:ilvl=\"%d\">"
		"<w:startOverride w:val=\"%ld\"/></w:lvlOverride></w:num>",
		w->first.num + number, w->first.abstract + list->abstract, list->level, list->start);
}

void
docx_write_abstracts(struct buf *out, const struct docx_writing *w)
{
	unsigned next = 0;

	for (size_t i = 0; i < w->list_count; i++)
		if (w->lists[i].abstract == next) {
			put_abstract(out, w, &w->lists[i]);
			next++;
		}
}

void
docx_write_nums(struct buf *out, const struct docx_writing *w)
{
	for (size_t i = 0; i < w->list_count; i++)
		put_num(out, w, &w->lists[i], i + 1);
}

void
docx_write_numbering(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, DOCX_XML
		"<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
	docx_write_abstracts(out, w);
	docx_write_nums(out, w);
	buf_puts(out, "</w:numbering>");
}
