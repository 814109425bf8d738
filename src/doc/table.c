/* Making a table a full grid. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "doc/finish.h"

struct grid {
	struct block *owner[LIMIT_COLUMNS]; /* the cell that reaches into the column from above */
	int left[LIMIT_COLUMNS];	    /* and for how many more rows */
	bool begins[LIMIT_COLUMNS];	    /* some cell begins in the column */
	int width;
};

static struct block *
first_row(const struct block *table)
{
	struct block *b = table->first;

	while (b && b->type != BLOCK_ROW)
		b = b->next;
	return b;
}

static int
count_rows(const struct block *table)
{
	int n = 0;

	for (const struct block *row = first_row(table); row; row = row->next)
		n++;
	return n;
}

static int
next_free(const struct grid *g, int column)
{
	while (column < LIMIT_COLUMNS && g->left[column] > 0)
		column++;
	return column;
}

/* Puts a cell at a column; its spans shrink to what is free. Gives the column behind it. */
static int
put_cell(struct grid *g, struct block *cell, int column, int rows_left)
{
	int span = 0;

	if (cell->cell.rowspan < 1 || cell->cell.rowspan > rows_left)
		cell->cell.rowspan = cell->cell.rowspan < 1 ? 1 : rows_left;
	while (span < cell->cell.colspan && column + span < LIMIT_COLUMNS && g->left[column + span] == 0) {
		g->owner[column + span] = cell;
		g->left[column + span] = cell->cell.rowspan;
		span++;
	}
	cell->cell.colspan = span;
	g->begins[column] = true;
	if (g->width < column + span)
		g->width = column + span;
	return column + span;
}

static void
end_row(struct grid *g)
{
	for (int c = 0; c < g->width; c++)
		if (g->left[c] > 0)
			g->left[c]--;
}

/* A row in which no cell begins goes; what reached through it is one row shorter. */
static void
remove_row(struct grid *g, struct block *row)
{
	for (int c = 0; c < g->width; c++) {
		if (g->left[c] > 0 && (c == 0 || g->owner[c] != g->owner[c - 1] || g->left[c - 1] == 0))
			g->owner[c]->cell.rowspan--;
	}
	end_row(g);
	block_remove(row);
}

static void
put_row(struct doc *d, struct grid *g, struct block *row, int rows_left)
{
	struct block *next;
	int column = 0;

	for (struct block *cell = row->first; cell; cell = next) {
		next = cell->next;
		column = next_free(g, column);
		if (cell->cell.colspan < 1)
			cell->cell.colspan = 1;
		if (column < LIMIT_COLUMNS) {
			column = put_cell(g, cell, column, rows_left);
			continue;
		}
		doc_loss(d, LOSS_CONTENT, (struct place){ 0 }, "L-table-width",
			"table cell beyond column %d dropped", LIMIT_COLUMNS);
		block_remove(cell);
	}
}

static void
place_cells(struct doc *d, struct block *table, struct grid *g)
{
	struct block *next;
	int rows_left = count_rows(table);

	for (struct block *row = first_row(table); row; row = next, rows_left--) {
		next = row->next;
		if (!row->first) {
			remove_row(g, row);
			continue;
		}
		put_row(d, g, row, rows_left);
		end_row(g);
	}
}

/* Once the width is known: fills up short rows. */
static void
pad_rows(struct doc *d, struct block *table, struct grid *g)
{
	memset(g->left, 0, sizeof(g->left));
	for (struct block *row = first_row(table); row; row = row->next) {
		int column = 0;

		for (struct block *cell = row->first; cell; cell = cell->next) {
			column = next_free(g, column);
			column = put_cell(g, cell, column, cell->cell.rowspan);
		}
		for (column = next_free(g, column); column < g->width; column = next_free(g, column))
			column = put_cell(g, block_add(d, row, BLOCK_CELL), column, 1);
		end_row(g);
	}
}

/* A column in which no cell begins goes; what reached across it is one column narrower. */
static void
drop_columns(struct block *table, struct grid *g)
{
	memset(g->left, 0, sizeof(g->left));
	for (struct block *row = first_row(table); row; row = row->next) {
		int column = 0;

		for (struct block *cell = row->first; cell; cell = cell->next) {
			int end;

			column = next_free(g, column);
			end = column + cell->cell.colspan;
			put_cell(g, cell, column, cell->cell.rowspan);
			for (; column < end; column++)
				cell->cell.colspan -= !g->begins[column];
		}
		end_row(g);
	}
}

/* A caption without a row below it is text. */
static void
caption_to_text(struct block *table)
{
	while (table->first) {
		table->first->type = BLOCK_PARA;
		block_move(table->first, table->parent, table);
	}
}

void
table_square(struct doc *d, struct block *table)
{
	struct grid *g = mem_alloc(sizeof(*g));

	memset(g, 0, sizeof(*g));
	place_cells(d, table, g);
	if (!first_row(table))
		caption_to_text(table);
	pad_rows(d, table, g);
	drop_columns(table, g);
	free(g);
}
