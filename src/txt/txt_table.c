/* Tables: rows between bars. */
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"


bool
txt_is_separator(struct str s, bool strict)
{
	bool drawn = false;

	for (size_t i = 0; i < s.n; i++) {
		if (!strchr(strict ? "|-" : "|+-=: ", s.p[i]))
			return false;
		drawn = drawn || s.p[i] == '-' || s.p[i] == '=';
	}
	return drawn;
}

static bool
is_row(const struct txt_line *line, bool strict)
{
	struct str s = line->text;

	if (s.n < 2)
		return false;
	if (s.p[0] == '|')
		return strict || (str_find_char(str_sub(s, 1, s.n), '|') != STR_NPOS && str_count_char(s, '|') <= TXT_CELLS_MOST);
	return !strict && (str_starts(s, STR("+-")) || str_starts(s, STR("+=")));
}

bool
txt_begins_table(const struct txt_parser *p, size_t at)
{
	for (size_t i = at; i < p->n && i < at + 3 && is_row(&p->lines[i], p->strict); i++)
		if (!txt_is_separator(p->lines[i].text, p->strict))
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
		if (!txt_is_separator(lines[i].text, strict)) {
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

void
txt_cell(struct txt_parser *p, struct str text, bool header, const struct txt_line *line)
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
		txt_cell(p, buf_str(&cell), header, line);
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
		if (txt_is_separator(lines[i].text, p->strict))
			continue;
		add_row(p, &lines[i], header);
		header = false;
	}
	build_close(&p->b);
	p->at += n;
	p->after_blank = false;
}
