/*
 * Tables that only lay out the page: letterheads in two columns, boxes with a
 * frame, whole releases beside a narrow column. What stands in their cells is
 * text like any other, with headings, lists and pictures, so the table goes.
 *
 * Told by what is in it, when it is whole: a row of data has a line in each
 * cell, a laid out one has paragraphs.
 */
#include "docx/docx_read.h"

enum {
	LAYOUT_ROWS = 8,    /* at most; more is data */
	LAYOUT_COLUMNS = 3, /* at most, where there are several rows */
	LAYOUT_BLOCKS = 6   /* in one cell at least, where there are several rows */
};

struct shape {
	size_t rows, cells, columns;
	size_t blocks; /* in the cell that has most */
	bool headers;
};

static size_t
count_blocks(const struct block *cell)
{
	size_t n = 0;

	for (const struct block *b = cell->first; b && n < LAYOUT_BLOCKS; b = b->next)
		n++;
	return n;
}

static struct shape
measure(const struct block *table)
{
	struct shape s = { 0 };

	for (const struct block *row = table->first; row && s.rows <= LAYOUT_ROWS; row = row->next, s.rows++) {
		size_t columns = 0;

		for (const struct block *cell = row->first; cell && columns < 100; cell = cell->next, columns++) {
			size_t blocks = count_blocks(cell);

			s.cells++;
			s.headers = s.headers || cell->cell.header;
			s.blocks = blocks > s.blocks ? blocks : s.blocks;
		}
		s.columns = columns > s.columns ? columns : s.columns;
	}
	return s;
}

static bool
is_layout(const struct docx_reading *r, const struct block *table)
{
	struct shape s;

	if (r->ours || !table->first || table->first->type != BLOCK_ROW || !block_holds(table->parent->type, BLOCK_HEAD))
		return false;
	if (r->letterhead)
		return true;
	s = measure(table);
	if (s.headers || s.rows > LAYOUT_ROWS)
		return false;
	return s.cells == 1 || (s.rows == 1 && s.blocks > 1) ||
	       (s.columns <= LAYOUT_COLUMNS && s.blocks >= LAYOUT_BLOCKS);
}

static void
dissolve(struct docx_reading *r, struct block *table)
{
	struct block *next;

	for (struct block *row = table->first; row; row = row->next) {
		for (struct block *cell = row->first; cell; cell = cell->next) {
			for (struct block *b = cell->first; b; b = next) {
				next = b->next;
				block_move(b, table->parent, table);
				if (b->type == BLOCK_PARA && docx_is_lone_image(b))
					b->type = BLOCK_FIGURE;
			}
		}
	}
	block_remove(table);
	doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-layout-table", "a table that lays out the page");
}

void
docx_table_settle(struct docx_reading *r, struct block *table)
{
	bool layout = is_layout(r, table);

	for (struct docx_cell_head *head = r->cell_heads; head; head = head->next) {
		if (layout && head->block->type == BLOCK_PARA) {
			head->block->type = BLOCK_HEAD;
			head->block->head.level = head->level;
		} else {
			doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-nesting", "%s in %s flattened",
				block_name(BLOCK_HEAD), block_name(BLOCK_CELL));
		}
	}
	r->cell_heads = NULL;
	if (layout)
		dissolve(r, table);
}
