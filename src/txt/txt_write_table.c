/* Tables as rows between bars: every cell of the full grid, padded to its column's width. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

enum { WIDEST_PADDED = 60 };

struct grid {
	struct str *cells; /* row by row */
	size_t columns, rows;
	size_t *covered; /* rows that a cell from above still covers, for each column */
	size_t *widths;
	struct buf cell; /* at work */
};

/* Bars and backslashes of a text, and in the layout of ours the strokes that would part lines. */
static void
put_escaped(struct buf *out, struct str s, bool strict)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool stroke = c == '/' && strict && i > 0 && s.p[i - 1] == ' ' &&
			      (str_starts(str_sub(s, i + 1, s.n), STR(" ")) || str_starts(str_sub(s, i + 1, s.n), STR("/ ")));

		if (c == '\n') {
			buf_puts(out, " / ");
			continue;
		}
		if (c == '|' || c == '\\' || stroke)
			buf_char(out, '\\');
		buf_char(out, c);
	}
}

/* The paragraphs of a cell, also those of its lists, in one line. */
static struct str
cell_text(struct txt_out *w, struct grid *g, const struct block *cell)
{
	struct walk walk = { .root = cell };

	buf_clear(&g->cell);
	while (walk_next(&walk)) {
		if (walk.leaving)
			continue;
		if (walk.at->type == BLOCK_LIST)
			txt_lose(w, TXT_LOST_CELL);
		if (!block_is_leaf(walk.at->type))
			continue;
		if (g->cell.n > 0)
			buf_puts(&g->cell, w->strict ? " // " : " / ");
		if (g->cell.n > 0 && !w->strict)
			txt_lose(w, TXT_LOST_CELL);
		txt_compose(w, walk.at);
		put_escaped(&g->cell, buf_str(&w->text), w->strict);
	}
	return arena_str(&w->scratch->arena, buf_str(&g->cell));
}

static void
state_cell(struct txt_out *w, size_t number, const struct block *cell, bool header_shown)
{
	struct txt_fact fact = { .kind = TXT_FACT_CELL, .block = w->block, .leaf = number,
		.colspan = cell->cell.colspan, .rowspan = cell->cell.rowspan };

	if (cell->cell.colspan > 1 || cell->cell.rowspan > 1) {
		if (w->strict)
			txt_header_add(&w->header, &w->scratch->arena, &fact);
		else
			txt_lose(w, TXT_LOST_SPAN);
	}
	if (cell->cell.header && !header_shown) {
		fact.header = true;
		if (w->strict)
			txt_header_add(&w->header, &w->scratch->arena, &fact);
		else
			txt_lose(w, TXT_LOST_HEADER_CELL);
	}
}

static void
lay_row(struct txt_out *w, struct grid *g, const struct block *row, size_t r, bool header_shown)
{
	const struct block *cell = row->first;

	for (size_t c = 0; c < g->columns; c++) {
		if (g->covered[c] > 0) {
			g->covered[c]--;
			continue;
		}
		if (!cell)
			continue;
		g->cells[r * g->columns + c] = cell_text(w, g, cell);
		state_cell(w, r * g->columns + c + 1, cell, header_shown);
		for (size_t k = 0; k < (size_t)cell->cell.colspan && c + k < g->columns; k++)
			g->covered[c + k] = (size_t)cell->cell.rowspan - 1;
		c += (size_t)cell->cell.colspan - 1;
		cell = cell->next;
	}
}

static void
measure(struct grid *g)
{
	for (size_t i = 0; i < g->columns * g->rows; i++) {
		size_t width = utf8_width(g->cells[i]), *most = &g->widths[i % g->columns];

		if (width > *most)
			*most = width < WIDEST_PADDED ? width : WIDEST_PADDED;
	}
}

static void
put_row(struct txt_out *w, const struct grid *g, size_t r)
{
	for (size_t c = 0; c < g->columns; c++) {
		struct str cell = g->cells[r * g->columns + c];
		size_t width = utf8_width(cell);

		buf_puts(w->out, "| ");
		buf_add(w->out, cell);
		for (; width < g->widths[c]; width++)
			buf_char(w->out, ' ');
		buf_char(w->out, ' ');
	}
	buf_puts(w->out, "|\n");
}

static void
put_separator(struct txt_out *w, const struct grid *g)
{
	for (size_t c = 0; c < g->columns; c++) {
		buf_char(w->out, '|');
		for (size_t n = g->widths[c] + 2; n > 0; n--)
			buf_char(w->out, '-');
	}
	buf_puts(w->out, "|\n");
}

/* Whether a line can stand below the first row: it is all header cells, and more rows come. */
static bool
shows_header(const struct block *row)
{
	for (const struct block *c = row->first; c; c = c->next)
		if (!c->cell.header || c->cell.rowspan > 1)
			return false;
	return row->next != NULL;
}

void
txt_write_table(struct txt_out *w, const struct block *table)
{
	const struct block *row = table->first;
	struct grid g = { .columns = (size_t)table_columns(table) };
	bool header;

	if (row->type == BLOCK_CAPTION) {
		txt_write_leaf(w, row);
		row = row->next;
	}
	for (const struct block *b = row; b; b = b->next)
		g.rows++;
	header = shows_header(row);
	g.cells = mem_alloc(g.rows * g.columns * sizeof(*g.cells));
	memset(g.cells, 0, g.rows * g.columns * sizeof(*g.cells));
	g.covered = arena_alloc(&w->scratch->arena, g.columns * sizeof(*g.covered));
	g.widths = arena_alloc(&w->scratch->arena, g.columns * sizeof(*g.widths));
	for (size_t r = 0; row; row = row->next, r++)
		lay_row(w, &g, row, r, header && r == 0);
	measure(&g);
	for (size_t r = 0; r < g.rows; r++) {
		put_row(w, &g, r);
		if (r == 0 && header)
			put_separator(w, &g);
	}
	free(g.cells);
	buf_free(&g.cell);
}
