/* Tables: rows between bars, and columns made with tabs or blanks. */
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"

/* A line with more cells than any table has is text that happens to hold bars or tabs. */
enum { COLUMNS_MAX = 32, CELLS_MOST = 1000 };

static bool
is_separator(struct str s, bool strict)
{
	bool drawn = false;

	for (size_t i = 0; i < s.n; i++) {
		if (!strchr(strict ? "|-" : "|+-=: ", s.p[i]))
			return false;
		drawn = drawn || s.p[i] == '-' || s.p[i] == '=';
	}
	return drawn;
}

static size_t
count_char(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

static bool
is_row(const struct txt_line *line, bool strict)
{
	struct str s = line->text;

	if (s.n < 2)
		return false;
	if (s.p[0] == '|')
		return strict || (str_find_char(str_sub(s, 1, s.n), '|') != STR_NPOS && count_char(s, '|') <= CELLS_MOST);
	return !strict && (str_starts(s, STR("+-")) || str_starts(s, STR("+=")));
}

bool
txt_begins_table(const struct txt_parser *p, size_t at)
{
	for (size_t i = at; i < p->n && i < at + 3 && is_row(&p->lines[i], p->strict); i++)
		if (!is_separator(p->lines[i].text, p->strict))
			return true;
	return false;
}

/* The row that a single line under it makes a header; 0 counts none. */
static bool
first_row_is_header(const struct txt_line *lines, size_t n, bool strict)
{
	size_t rows = 0, separators = 0;
	bool header = false;

	for (size_t i = 0; i < n; i++) {
		if (!is_separator(lines[i].text, strict)) {
			rows++;
			continue;
		}
		if (rows == 1 && i + 1 < n) {
			header = true;
			if (str_find_char(lines[i].text, '=') != STR_NPOS)
				return true;
		}
		separators += rows > 0 && i + 1 < n;
	}
	return header && separators == 1;
}

/* Takes a cell off the front of a row, without its escapes; in a text of ours " / " is a break and " // " a paragraph. */
static bool
next_cell(struct str *row, bool strict, struct buf *cell)
{
	size_t i = 0;

	buf_clear(cell);
	if (row->n == 0)
		return false;
	for (; i < row->n && row->p[i] != '|'; i++) {
		struct str rest = str_sub(*row, i, row->n);

		if (rest.n > 1 && rest.p[0] == '\\' && strchr("|\\/", rest.p[1])) {
			buf_char(cell, rest.p[1]);
			i++;
		} else if (strict && str_starts(rest, STR(" // "))) {
			buf_char(cell, '\f');
			i += 3;
		} else if (strict && str_starts(rest, STR(" / "))) {
			buf_char(cell, '\n');
			i += 2;
		} else {
			buf_char(cell, rest.p[0]);
		}
	}
	*row = str_sub(*row, i + 1, row->n);
	return true;
}

static void
add_cell(struct txt_parser *p, struct str text, bool header, const struct txt_line *line)
{
	struct block cell = { .type = BLOCK_CELL, .cell = { 1, 1, header } };
	const struct block para = { .type = BLOCK_PARA };
	struct str part;

	build_open(&p->b, &cell);
	while (str_next(&text, '\f', &part)) {
		part = str_trim(part);
		if (part.n == 0)
			continue;
		buf_clear(&p->text);
		buf_add(&p->text, part);
		txt_leaf(p, &para, line);
	}
	build_close(&p->b);
}

static void
add_row(struct txt_parser *p, const struct txt_line *line, bool header)
{
	struct str row = str_sub(line->text, 1, line->text.n);
	struct buf cell = { 0 };

	build_open_type(&p->b, BLOCK_ROW);
	while (next_cell(&row, p->strict, &cell))
		add_cell(p, buf_str(&cell), header, line);
	build_close(&p->b);
	buf_free(&cell);
}

static void
add_caption(struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	const struct block caption = { .type = BLOCK_CAPTION };

	if (n == 0)
		return;
	txt_collect(p, lines, n);
	txt_leaf(p, &caption, lines);
}

void
txt_table(struct txt_parser *p, const struct txt_line *caption, size_t caption_n)
{
	const struct txt_line *lines = p->lines + p->at;
	size_t n = 0;
	bool header;

	while (p->at + n < p->n && is_row(&lines[n], p->strict))
		n++;
	header = first_row_is_header(lines, n, p->strict);
	p->b.place.number = lines->number;
	build_open_type(&p->b, BLOCK_TABLE);
	add_caption(p, caption, caption_n);
	for (size_t i = 0; i < n; i++) {
		if (is_separator(lines[i].text, p->strict))
			continue;
		add_row(p, &lines[i], header);
		header = false;
	}
	build_close(&p->b);
	p->at += n;
	p->after_blank = false;
}

/* Cuts a line at tabs, or at two blanks and more. */
static bool
next_column(struct str *row, bool tabs, struct str *cell, size_t *at)
{
	size_t from = 0, n;

	while (from < row->n && row->p[from] == ' ')
		from++;
	if (from == row->n)
		return false;
	*at += from;
	for (n = from; n < row->n; n++) {
		if (tabs ? row->p[n] == '\t' : row->p[n] == ' ' && n + 1 < row->n && row->p[n + 1] == ' ')
			break;
	}
	*cell = str_sub(*row, from, n);
	*at += utf8_count(*cell);
	*row = str_sub(*row, tabs && n < row->n ? n + 1 : n, row->n);
	return true;
}

/* Where the columns of a line begin; gives their number, of which COLUMNS_MAX are too many. */
static size_t
column_starts(struct str text, size_t starts[COLUMNS_MAX])
{
	struct str cell;
	size_t at = 0, n = 0;

	while (n < COLUMNS_MAX && next_column(&text, false, &cell, &at))
		starts[n++] = at - utf8_count(cell);
	return n;
}

static bool
aligned(const struct txt_line *lines, size_t n)
{
	size_t first[COLUMNS_MAX], starts[COLUMNS_MAX], columns;

	if (str_find(lines->text, STR("  ")) == STR_NPOS)
		return false;
	columns = column_starts(lines->text, first);
	if (columns < 2 || columns == COLUMNS_MAX || (n < 3 && columns < 3))
		return false;
	for (size_t i = 1; i < n; i++) {
		if (str_find(lines[i].text, STR("  ")) == STR_NPOS || column_starts(lines[i].text, starts) != columns)
			return false;
		for (size_t k = 1; k < columns; k++)
			if (starts[k] + lines[i].indent != first[k] + lines->indent)
				return false;
	}
	return true;
}

/* The n lines at lines[at], when they are a table without bars. */
bool
txt_columns_table(struct txt_parser *p, size_t n)
{
	const struct txt_line *lines = p->lines + p->at;
	size_t tabs = count_char(lines->text, '\t'), fields = 0;

	for (size_t i = 0; i < n; i++) {
		fields += txt_is_field(lines[i].text);
		if (tabs > 0 && count_char(lines[i].text, '\t') != tabs)
			return false;
	}
	if (n < 2 || tabs > CELLS_MOST || fields * 3 > n || !options_mend(p->o, MEND_COLUMNS) || (tabs == 0 && !aligned(lines, n)))
		return false;
	mended(p->d->diag, (struct place){ .number = lines->number }, MEND_COLUMNS, "%zu lines in columns became a table", n);
	p->b.place.number = lines->number;
	build_open_type(&p->b, BLOCK_TABLE);
	for (size_t i = 0; i < n; i++) {
		struct str row = lines[i].text, cell;
		size_t at = 0;

		build_open_type(&p->b, BLOCK_ROW);
		while (next_column(&row, tabs > 0, &cell, &at))
			add_cell(p, cell, false, &lines[i]);
		build_close(&p->b);
	}
	build_close(&p->b);
	p->at += n;
	p->after_blank = false;
	return true;
}
