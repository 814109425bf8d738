/* Tables (ECMA-376 part 1, 17.4): rows and cells as they come, merged cells as spans. */
#include <stdlib.h>
#include <string.h>

#include "docx/docx_read.h"

void
docx_table_begin(struct docx_reading *r)
{
	docx_para_settle(r);
	r->table = r->table ? r->table + 1 : r->tables;
	*r->table = (struct docx_table){ .meaning = { .kind = KIND_TABLE } };
}

bool
docx_table_style(struct docx_reading *r, struct str id)
{
	const struct docx_style *style = docx_style(&r->styles, &r->d->arena, DOCX_TABLE, id);

	if (r->table && style->meaning.kind == KIND_TABLE)
		r->table->meaning = style->meaning;
	return !docx_is_of_template(r, style);
}

/* The table is opened by its first cell, in the flow around it. */
static void
open_table(struct docx_reading *r)
{
	struct docx_table *t = r->table;
	struct docx_flow *cell = r->flow, *around = r->flow - 1;
	struct block *captioned = around->table;

	t->open = true;
	r->flow = around;
	if (captioned && around->section == t->meaning.section && !t->meaning.section_first) {
		build_resume(&r->b, captioned);
	} else {
		/* This may open a cell of the table around. */
		struct docx_table *inner = r->table;

		r->table = inner == r->tables ? NULL : inner - 1;
		docx_flow_enter(r, &t->meaning);
		r->table = inner;
		t->block = build_open_type(&r->b, BLOCK_TABLE);
	}
	around->figure = around->table = around->pre = NULL;
	r->flow = cell;
}

void
docx_table_end(struct docx_reading *r)
{
	if (r->table->open)
		build_close(&r->b);
	if (r->table->block)
		docx_table_settle(r, r->table->block);
	free(r->table->above);
	r->table = r->table == r->tables ? NULL : r->table - 1;
}

bool
docx_row_begin(struct docx_reading *r)
{
	struct docx_table *t = r->table;

	if (!t || t->in_row)
		return false;
	t->in_row = true;
	t->row_open = t->header_row = false;
	t->column = t->before = 0;
	for (int c = 0; c < t->columns; c++)
		t->above[c].extended = false;
	return true;
}

/* A row in which no cell begins is no row of ours: what reached through it is one shorter. */
static void
take_back_row(struct docx_table *t)
{
	for (int c = 0; c < t->columns; c++)
		if (t->above[c].extended && (c == 0 || t->above[c].cell != t->above[c - 1].cell))
			t->above[c].cell->cell.rowspan--;
}

void
docx_row_end(struct docx_reading *r)
{
	if (r->table->row_open)
		build_close(&r->b);
	else
		take_back_row(r->table);
	r->table->in_row = r->table->row_open = false;
}

bool
docx_cell_begin(struct docx_reading *r)
{
	struct docx_table *t = r->table;

	if (!t || !t->in_row || t->in_cell)
		return false;
	docx_para_settle(r);
	t->in_cell = true;
	t->span = 1;
	t->down = t->across = MERGE_NONE;
	t->cell_open = t->header_cell = false;
	docx_flow_push(r, false, true);
	return true;
}

static enum docx_merge
merge_of(const struct xml_element *e)
{
	return str_is(docx_val(e), "restart") ? MERGE_RESTART : MERGE_CONTINUE;
}

void
docx_cell_property(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_table *t = r->table;

	if (strcmp(e->name, "gridSpan") == 0)
		t->span = (int)docx_number(docx_val(e), 1, LIMIT_COLUMNS, 1);
	else if (strcmp(e->name, "vMerge") == 0)
		t->down = merge_of(e);
	else if (strcmp(e->name, "hMerge") == 0)
		t->across = merge_of(e);
	else if (strcmp(e->name, "tblHeader") == 0)
		t->header_row = docx_on(docx_val(e));
	else if (strcmp(e->name, "gridBefore") == 0)
		t->before = (int)docx_number(docx_val(e), 0, LIMIT_COLUMNS, 0);
}

static void
reserve_columns(struct docx_table *t, int columns)
{
	if (columns > LIMIT_COLUMNS)
		columns = LIMIT_COLUMNS;
	if (columns <= t->columns)
		return;
	t->above = mem_grow(t->above, (size_t)columns * sizeof(*t->above));
	memset(t->above + t->columns, 0, (size_t)(columns - t->columns) * sizeof(*t->above));
	t->columns = columns;
}

static void
open_row(struct docx_reading *r)
{
	struct docx_table *t = r->table;
	struct block empty = { .type = BLOCK_CELL, .cell = { t->before, 1, false } };

	if (!t->row_open)
		build_open_type(&r->b, BLOCK_ROW);
	t->row_open = true;
	if (t->before == 0)
		return;
	build_open(&r->b, &empty);
	build_close(&r->b);
	t->column += t->before;
	t->before = 0;
}

static void
open_new_cell(struct docx_reading *r)
{
	struct docx_table *t = r->table;
	struct block cell = { .type = BLOCK_CELL, .cell = { t->span, 1, t->header_row || t->header_cell } };

	open_row(r);
	t->cell = build_open(&r->b, &cell);
	reserve_columns(t, t->column + t->span);
	for (int c = t->column; c < t->column + t->span && c < t->columns; c++)
		t->above[c] = (struct docx_above){ .cell = t->cell };
}

/* The cell that this one continues; NULL when it continues none. */
static struct block *
continued_cell(struct docx_table *t)
{
	int column = t->column + t->before;
	struct block *cell;

	if (t->across == MERGE_CONTINUE && t->row_open && t->cell)
		return t->cell;
	cell = t->down == MERGE_CONTINUE && column < t->columns ? t->above[column].cell : NULL;
	if (!cell)
		return NULL;
	t->column = column;
	t->before = 0;
	if (!t->above[column].extended)
		cell->cell.rowspan++;
	for (int c = column; c < t->columns && t->above[c].cell == cell; c++)
		t->above[c].extended = true;
	return cell;
}

void
docx_cell_open(struct docx_reading *r)
{
	struct docx_table *t = r->table;
	struct block *continued;

	if (!t || t->cell_open)
		return;
	t->cell_open = true;
	if (!t->open)
		open_table(r);
	continued = continued_cell(t);
	if (!continued) {
		open_new_cell(r);
		return;
	}
	if (t->across == MERGE_CONTINUE && continued == t->cell)
		continued->cell.colspan += t->span;
	build_resume(&r->b, continued);
}

void
docx_cell_is_header(struct docx_reading *r)
{
	if (!r->flow->in_cell || !r->table)
		return;
	r->table->header_cell = true;
	if (r->table->cell_open && r->table->cell)
		r->table->cell->cell.header = true;
}

void
docx_cell_end(struct docx_reading *r)
{
	struct docx_table *t = r->table;

	docx_para_settle(r);
	docx_cell_open(r);
	docx_flow_pop(r);
	build_close(&r->b);
	t->column += t->span;
	t->in_cell = false;
}
