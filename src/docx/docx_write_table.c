/*
 * Tables. A column is as wide as what stands in it asks for, as CSS lays
 * tables out (CSS 2.1, 17.5.2.2): never narrower than its longest word if that
 * can be had, and what is left goes to the columns with longer texts.
 */
#include <string.h>

#include "base/utf8.h"
#include "docx/docx_write.h"
#include "markup/escape.h"

enum {
	CHARACTER = 108, /* an average one of the size of tables, in twips */
	PADDING = 2 * 108,
	LONGEST = 60 * CHARACTER /* a longer paragraph asks for no more */
};

/* What a column asks for, in twips. */
struct ask {
	long least, most;
};

static void
ask_for(struct ask *ask, long least, long most)
{
	most = most < LONGEST ? most : LONGEST;
	ask->least = least > ask->least ? least : ask->least;
	ask->most = most > ask->most ? most : ask->most;
	ask->most = ask->least > ask->most ? ask->least : ask->most;
}

static void
measure_image(const struct run *r, struct ask *ask)
{
	enum { TWIPS_PER_PIXEL = 15 };
	long width = (long)r->image->width * TWIPS_PER_PIXEL;

	ask_for(ask, width < LONGEST / 2 ? width : LONGEST / 2, width);
}

/* The longest word and the longest line of a leaf. */
static void
measure_leaf(const struct block *leaf, struct ask *ask)
{
	long line = 0;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		struct str rest = r->text, word;

		if (r->kind == RUN_IMAGE)
			measure_image(r, ask);
		line = r->kind == RUN_BREAK ? 0 : line + (long)utf8_width(r->text) * CHARACTER;
		while (str_next_word(&rest, &word))
			ask_for(ask, (long)utf8_width(word) * CHARACTER, 0);
		ask_for(ask, 0, line);
	}
}

/* A cell that spans columns asks each for its share. */
static void
measure_cell(const struct block *cell, struct ask *columns)
{
	struct ask own = { 0 };

	for (struct walk w = { .root = cell }; walk_next(&w);)
		if (!w.leaving && block_is_leaf(w.at->type))
			measure_leaf(w.at, &own);
	for (int i = 0; i < cell->cell.colspan; i++)
		ask_for(&columns[i], own.least / cell->cell.colspan, own.most / cell->cell.colspan);
}

static void
measure_row(const struct block *row, int columns, int *rows_left, struct ask *asks)
{
	int at = 0;

	for (const struct block *cell = row->first; cell; cell = cell->next) {
		while (at < columns && rows_left[at] > 0)
			rows_left[at++]--;
		if (at + cell->cell.colspan > columns)
			return;
		measure_cell(cell, &asks[at]);
		for (int i = 0; i < cell->cell.colspan; i++)
			rows_left[at++] = cell->cell.rowspan - 1;
	}
	while (at < columns && rows_left[at] > 0)
		rows_left[at++]--;
}

static long
share(long whole, long part, long of)
{
	return of > 0 ? (long)((long long)whole * part / of) : 0;
}

/* Together the columns are as wide as the text. */
static void
set_widths(struct docx_writing *w, const struct ask *asks)
{
	long room = docx_page_text_width(&w->page), least = 0, most = 0, spent = 0;

	for (int i = 0; i < w->columns; i++) {
		least += asks[i].least + PADDING;
		most += asks[i].most + PADDING;
	}
	for (int i = 0; i < w->columns; i++) {
		long low = asks[i].least + PADDING, high = asks[i].most + PADDING;
		long width = most <= room    ? share(room, high, most)
			     : least >= room ? share(room, low, least)
					     : low + share(room - least, high - low, most - least);

		w->widths[i] = (int)(i == w->columns - 1 && room > spent ? room - spent : width);
		w->widths[i] = w->widths[i] > 0 ? w->widths[i] : 1;
		spent += w->widths[i];
	}
}

static void
measure(struct docx_writing *w, const struct block *table)
{
	struct ask asks[LIMIT_COLUMNS] = { 0 };
	int rows_left[LIMIT_COLUMNS] = { 0 };

	w->columns = table_columns(table);
	if (w->columns > LIMIT_COLUMNS)
		w->columns = LIMIT_COLUMNS;
	for (const struct block *row = table->first; row; row = row->next)
		if (row->type == BLOCK_ROW)
			measure_row(row, w->columns, rows_left, asks);
	set_widths(w, asks);
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

/* What a screen reader says of the table. */
static void
put_name(struct docx_writing *w, const struct block *table)
{
	struct arena a = { 0 };

	if (table->first->type == BLOCK_CAPTION) {
		buf_puts(&w->part->xml, "<w:tblCaption");
		put_attribute(&w->part->xml, "w:val", docx_one_line(&a, block_text(&a, table->first)));
		buf_puts(&w->part->xml, "/>");
	}
	arena_free(&a);
}

/* The table itself begins with its first row, for its caption is a paragraph in front of it. */
static void
table_begin(struct docx_writing *w, const struct block *table)
{
	struct docx_meaning m = docx_meaning_of_block(table);
	struct buf *out = &w->part->xml;

	docx_part_tables(w);
	m.section_first = m.section_first && table->first->type != BLOCK_CAPTION;
	measure(w, table);
	memset(w->above, 0, sizeof(w->above));
	buf_puts(out, "<w:tbl><w:tblPr>");
	docx_put_style(w, "tblStyle", &m);
	buf_puts(out, w->rtl ? "<w:bidiVisual/>" : "");
	buf_puts(out, "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"0000\"/>");
	put_name(w, table);
	buf_puts(out, "</w:tblPr><w:tblGrid>");
	for (int i = 0; i < w->columns; i++)
		buf_printf(out, "<w:gridCol w:w=\"%d\"/>", w->widths[i]);
	buf_puts(out, "</w:tblGrid>");
}

static void
cell_begin(struct docx_writing *w, int colspan, const char *merge, bool header)
{
	struct buf *out = &w->part->xml;
	int width = 0;

	for (int i = w->column; i < w->column + colspan && i < w->columns; i++)
		width += w->widths[i];
	buf_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width);
	if (colspan > 1)
		buf_printf(out, "<w:gridSpan w:val=\"%d\"/>", colspan);
	buf_puts(out, merge);
	if (header && !w->template)
		buf_puts(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>");
	buf_puts(out, "</w:tcPr>");
	w->cell_width = width > 2 * PADDING ? width - PADDING : PADDING;
	w->column += colspan;
}

/* The parts of cells above that reach into this row. */
static void
put_merged(struct docx_writing *w)
{
	while (w->column < w->columns && w->above[w->column].rows_left > 0) {
		int column = w->column;

		w->above[column].rows_left--;
		cell_begin(w, w->above[column].colspan, "<w:vMerge/>", w->above[column].header);
		buf_puts(&w->part->xml, "<w:p/></w:tc>");
	}
}

void
docx_row_enter(struct docx_writing *w, const struct block *row)
{
	if (!row->prev || row->prev->type != BLOCK_ROW)
		table_begin(w, row->parent);
	w->column = 0;
	buf_puts(&w->part->xml, "<w:tr>");
	if (is_repeated(row))
		buf_puts(&w->part->xml, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
}

void
docx_row_leave(struct docx_writing *w, const struct block *row)
{
	put_merged(w);
	buf_puts(&w->part->xml, "</w:tr>");
	if (!row->next) {
		buf_puts(&w->part->xml, "</w:tbl>");
		w->after_table = true;
	}
}

void
docx_cell_enter(struct docx_writing *w, const struct block *cell)
{
	put_merged(w);
	if (cell->cell.rowspan > 1 && w->column < LIMIT_COLUMNS) {
		w->above[w->column].rows_left = cell->cell.rowspan - 1;
		w->above[w->column].colspan = cell->cell.colspan;
		w->above[w->column].header = cell->cell.header;
	}
	cell_begin(w, cell->cell.colspan, cell->cell.rowspan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "",
		cell->cell.header);
}

/* Where a table would stand directly behind another, Word would make one of the two. */
void
docx_part_tables(struct docx_writing *w)
{
	if (w->after_table)
		buf_puts(&w->part->xml, "<w:p/>");
	w->after_table = false;
}
