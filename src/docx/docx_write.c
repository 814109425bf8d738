/*
 * The document part and the footnotes part: blocks to paragraphs and tables.
 * What a paragraph is, its style's name says (docx_meaning.h).
 */
#include "docx/docx_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "docx/docx.h"
#include "docx/docx_zip.h"

#define NAMESPACES                                                                       \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "      \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" " \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "        \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " \
	"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "             \
	"xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

static const struct block *
ancestor(const struct block *b, enum block_type type)
{
	while (b && b->type != type)
		b = b->parent;
	return b;
}

static int
list_level(const struct block *b)
{
	int level = 0;

	for (; b; b = b->parent)
		level += b->type == BLOCK_LIST;
	return level;
}

static enum docx_kind
kind_of_para(const struct block *b)
{
	switch (b->parent->type) {
	case BLOCK_ITEM:
		return b->prev ? KIND_CONTINUE : b->parent->parent->list.format == LIST_BULLET ? KIND_BULLET : KIND_NUMBER;
	case BLOCK_QUOTE:
		return b->role == ROLE_ATTRIBUTION ? KIND_ATTRIBUTION : KIND_QUOTE;
	case BLOCK_CELL:
		return b->parent->cell.header ? KIND_HEADER_CELL : KIND_CELL;
	case BLOCK_NOTE:
		return KIND_NOTE;
	default:
		return KIND_PARA;
	}
}

static enum docx_kind
kind_of_block(const struct block *b)
{
	switch (b->type) {
	case BLOCK_HEAD:
		return KIND_HEAD;
	case BLOCK_TABLE:
		return KIND_TABLE;
	case BLOCK_CELL:
		return b->cell.header ? KIND_HEADER_CELL : KIND_CELL;
	case BLOCK_FIGURE:
		return KIND_FIGURE;
	case BLOCK_CAPTION:
		return b->parent->type == BLOCK_TABLE ? KIND_TABLE_CAPTION : KIND_FIGURE_CAPTION;
	case BLOCK_TERM:
		return KIND_TERM;
	case BLOCK_DEFINITION:
		return KIND_DEFINITION;
	case BLOCK_PRE:
		return KIND_PRE;
	case BLOCK_RULE:
		return KIND_RULE;
	default:
		return kind_of_para(b);
	}
}

/* Whether b is the first paragraph of its section. */
static bool
begins(const struct block *b, const struct block *section)
{
	if (b->type == BLOCK_CAPTION && b->parent->type == BLOCK_FIGURE)
		return false; /* the image is */
	for (; b != section; b = b->parent)
		if (b->prev)
			return false;
	return true;
}

static struct docx_meaning
meaning_of_block(const struct block *b)
{
	struct docx_meaning m = { .kind = kind_of_block(b) };
	const struct block *cell = ancestor(b, BLOCK_CELL), *section = cell ? NULL : ancestor(b, BLOCK_SECTION);
	const struct block *parent = b->parent;

	if (m.kind == KIND_HEAD)
		m.level = b->head.level;
	if (m.kind == KIND_CONTINUE)
		m.level = list_level(b);
	if (role_where(b->role) == ROLE_ON_LEAF)
		m.role = b->role;
	if (cell && cell->cell.header && list_level(b) > 0)
		m.in_header = true;
	if (section) {
		m.section = section->role;
		m.section_first = section->prev && section->prev->type == BLOCK_SECTION &&
				  section->prev->role == section->role && begins(b, section);
	}
	if (parent->type == BLOCK_QUOTE || parent->type == BLOCK_DEFLIST)
		m.first = !b->prev && parent->prev && parent->prev->type == parent->type;
	return m;
}

static size_t
style_key(const struct docx_meaning *m)
{
	size_t key = (size_t)m->kind * 10 + (size_t)m->level;

	key = key * ROLE_COUNT + (size_t)m->section;
	return key * 8 + (size_t)m->section_first * 4 + (size_t)m->first * 2 + (size_t)m->in_header;
}

/* Makes sure that a style is in the sheet. Plain ones and the roles' always are. */
static void
use_style(struct docx_writing *w, const struct docx_meaning *m)
{
	size_t key = style_key(m);

	if (m->role || !(m->section || m->first || m->in_header) || w->style_seen[key])
		return;
	if (w->style_count == w->style_cap) {
		w->style_cap = w->style_cap ? 2 * w->style_cap : 16;
		w->styles = mem_grow(w->styles, w->style_cap * sizeof(*w->styles));
	}
	w->styles[w->style_count++] = *m;
	w->style_seen[key] = true;
}

static void
put_style(struct docx_writing *w, const char *element, const struct docx_meaning *m)
{
	use_style(w, m);
	buf_printf(&w->part->xml, "<w:%s w:val=\"", element);
	docx_meaning_put_id(&w->part->xml, m);
	buf_puts(&w->part->xml, "\"/>");
}

static void
put_paragraph_props(struct docx_writing *w, const struct block *b, const struct docx_meaning *m)
{
	struct buf *out = &w->part->xml;
	bool plain = m->kind == KIND_PARA && !m->role && !m->section;
	bool numbered = m->kind == KIND_BULLET || m->kind == KIND_NUMBER;

	if (plain && !b->rtl)
		return;
	buf_puts(out, "<w:pPr>");
	if (!plain)
		put_style(w, "pStyle", m);
	if (numbered)
		buf_printf(out, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%zu\"/></w:numPr>", w->depth - 1,
			w->open_lists[w->depth - 1] + 1);
	if (b->rtl)
		buf_puts(out, "<w:bidi/>");
	buf_puts(out, "</w:pPr>");
}

static void
put_paragraph(struct docx_writing *w, const struct block *b)
{
	struct docx_meaning m = meaning_of_block(b);

	buf_puts(&w->part->xml, "<w:p>");
	put_paragraph_props(w, b, &m);
	if (w->note_mark)
		buf_puts(&w->part->xml, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
					"<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
	w->note_mark = false;
	if (b->runs)
		docx_write_runs(w, b);
	buf_puts(&w->part->xml, "</w:p>");
	w->after_table = false;
}

static bool
is_header_row(const struct block *row)
{
	return row && row->type == BLOCK_ROW && row->first && cell_heads_column(row->first);
}

/* Word repeats header rows on each page when they are the table's first. */
static bool
is_repeated(const struct block *row)
{
	for (; row && row->type == BLOCK_ROW; row = row->prev)
		if (!is_header_row(row))
			return false;
	return true;
}

static int
column_width(const struct docx_writing *w)
{
	return w->columns > 0 ? TWIPS_TEXT_WIDTH / w->columns : TWIPS_TEXT_WIDTH;
}

/* Where a table would stand directly behind another, Word would make one of the two. */
static void
part_tables(struct docx_writing *w)
{
	if (w->after_table)
		buf_puts(&w->part->xml, "<w:p/>");
	w->after_table = false;
}

/* The table itself begins with its first row, for its caption is a paragraph in front of it. */
static void
table_begin(struct docx_writing *w, const struct block *table)
{
	struct docx_meaning m = meaning_of_block(table);
	struct buf *out = &w->part->xml;

	part_tables(w);
	m.section_first = m.section_first && table->first->type != BLOCK_CAPTION;
	w->columns = table_columns(table);
	memset(w->above, 0, sizeof(w->above));
	buf_puts(out, "<w:tbl><w:tblPr>");
	put_style(w, "tblStyle", &m);
	buf_puts(out, "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>");
	for (int i = 0; i < w->columns; i++)
		buf_printf(out, "<w:gridCol w:w=\"%d\"/>", column_width(w));
	buf_puts(out, "</w:tblGrid>");
}

static void
cell_begin(struct docx_writing *w, int colspan, const char *merge)
{
	struct buf *out = &w->part->xml;

	buf_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", column_width(w) * colspan);
	if (colspan > 1)
		buf_printf(out, "<w:gridSpan w:val=\"%d\"/>", colspan);
	buf_printf(out, "%s</w:tcPr>", merge);
	w->column += colspan;
}

/* The parts of cells above that reach into this row. */
static void
put_merged(struct docx_writing *w)
{
	while (w->column < w->columns && w->above[w->column].rows_left > 0) {
		int column = w->column;

		w->above[column].rows_left--;
		cell_begin(w, w->above[column].colspan, "<w:vMerge/>");
		buf_puts(&w->part->xml, "<w:p/></w:tc>");
	}
}

static void
row_enter(struct docx_writing *w, const struct block *row)
{
	if (!row->prev || row->prev->type != BLOCK_ROW)
		table_begin(w, row->parent);
	w->column = 0;
	buf_puts(&w->part->xml, "<w:tr>");
	if (is_repeated(row))
		buf_puts(&w->part->xml, "<w:trPr><w:tblHeader/></w:trPr>");
}

static void
row_leave(struct docx_writing *w, const struct block *row)
{
	put_merged(w);
	buf_puts(&w->part->xml, "</w:tr>");
	if (!row->next) {
		buf_puts(&w->part->xml, "</w:tbl>");
		w->after_table = true;
	}
}

static void
cell_enter(struct docx_writing *w, const struct block *cell)
{
	put_merged(w);
	if (cell->cell.rowspan > 1 && w->column < TABLE_COLUMNS_MOST) {
		w->above[w->column].rows_left = cell->cell.rowspan - 1;
		w->above[w->column].colspan = cell->cell.colspan;
	}
	cell_begin(w, cell->cell.colspan, cell->cell.rowspan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
	if (!cell->first)
		put_paragraph(w, cell);
}

static void
list_enter(struct docx_writing *w, const struct block *list)
{
	struct docx_list *l;

	if (w->list_count == w->list_cap) {
		w->list_cap = w->list_cap ? 2 * w->list_cap : 16;
		w->lists = mem_grow(w->lists, w->list_cap * sizeof(*w->lists));
	}
	l = &w->lists[w->list_count];
	*l = (struct docx_list){ list->list.format, list->list.start, list->list.label, w->abstract_count, w->depth };
	for (size_t i = 0; i < w->list_count; i++) {
		if (w->lists[i].format == l->format && str_eq(w->lists[i].label, l->label)) {
			l->abstract = w->lists[i].abstract;
			break;
		}
	}
	w->abstract_count += l->abstract == w->abstract_count;
	w->open_lists[w->depth++] = w->list_count++;
}

static void
note_enter(struct docx_writing *w)
{
	w->part = &w->notes;
	w->note_mark = true;
	buf_printf(&w->part->xml, "<w:footnote w:id=\"%u\">", ++w->note_count);
}

static void
enter(struct docx_writing *w, const struct block *b)
{
	switch (b->type) {
	case BLOCK_LIST:
		list_enter(w, b);
		break;
	case BLOCK_ROW:
		row_enter(w, b);
		break;
	case BLOCK_CELL:
		cell_enter(w, b);
		break;
	case BLOCK_NOTE:
		note_enter(w);
		break;
	case BLOCK_RULE:
		put_paragraph(w, b);
		break;
	default:
		if (block_is_leaf(b->type))
			put_paragraph(w, b);
		break;
	}
}

static void
leave(struct docx_writing *w, const struct block *b)
{
	switch (b->type) {
	case BLOCK_LIST:
		w->depth--;
		break;
	case BLOCK_ROW:
		row_leave(w, b);
		break;
	case BLOCK_CELL:
		buf_puts(&w->part->xml, "</w:tc>");
		break;
	case BLOCK_NOTE:
		buf_puts(&w->part->xml, "</w:footnote>");
		break;
	default:
		break;
	}
}

static void
write_blocks(struct docx_writing *w)
{
	w->part = &w->document;
	buf_puts(&w->document.xml, DOCX_XML "<w:document " NAMESPACES "><w:body>");
	/* The two lines that Word draws above notes are notes themselves (17.11.23). */
	buf_puts(&w->notes.xml, DOCX_XML "<w:footnotes " NAMESPACES ">"
		"<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
		"<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
		"</w:footnote>");
	for (struct walk walk = { .root = w->d->root }; walk_next(&walk);) {
		if (walk.leaving)
			leave(w, walk.at);
		else
			enter(w, walk.at);
	}
	w->part = &w->document;
	part_tables(w);
	buf_printf(&w->document.xml,
		"<w:sectPr><w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\""
		" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
		TWIPS_PAGE_WIDTH, TWIPS_PAGE_HEIGHT, TWIPS_MARGIN, TWIPS_MARGIN, TWIPS_MARGIN, TWIPS_MARGIN);
	buf_puts(&w->notes.xml, "</w:footnotes>");
}

static void
docx_write(const struct doc *d, struct buf *out, const struct options *o)
{
	struct docx_writing *w = mem_alloc(sizeof(*w));

	memset(w, 0, sizeof(*w));
	w->d = d;
	w->o = o;
	write_blocks(w);
	docx_write_package(w, out);
	buf_free(&w->document.xml);
	buf_free(&w->document.rels);
	buf_free(&w->notes.xml);
	buf_free(&w->notes.rels);
	free(w->media);
	free(w->lists);
	free(w->styles);
	free(w);
}

const struct writer docx_writer = {
	.format = "docx",
	.binary = true,
	.write = docx_write,
	.libraries = docx_zip_library,
};
