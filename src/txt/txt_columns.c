/*
 * Columns that a foreign text shows by tabs or by blanks alone: contacts side
 * by side, a table where each line has its cells, and else lines that are left
 * as they stand, since nobody could read them joined.
 */
#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { TAB = 8, WIDTH = 256, COLUMNS_MAX = 32, GUTTER = 2, WIDE_GAP = 4, PHONE_DIGITS = 7 };

/* Columns from left to right: where each begins, in characters from the margin. */
struct columns {
	size_t begin[COLUMNS_MAX + 1]; /* the last is behind all */
	size_t n;
};

/* A walk along a line, character by character. */
struct pen {
	struct str rest;
	size_t at;	   /* the column of what was taken last */
	size_t next;	   /* and of what comes */
	const char *begin; /* of what was taken last */
	bool blank;	   /* it is one */
};

static bool
pen_next(struct pen *pen)
{
	uint32_t c;

	if (pen->rest.n == 0)
		return false;
	pen->begin = pen->rest.p;
	c = utf8_next(&pen->rest);
	pen->at = pen->next;
	pen->next += c == '\t' ? TAB - pen->next % TAB : 1;
	pen->blank = c == ' ' || c == '\t';
	return true;
}

static struct pen
pen_at(const struct txt_line *line)
{
	return (struct pen){ .rest = line->text, .next = line->indent };
}

/* Marks the columns where the line has letters. */
static bool
mark_letters(const struct txt_line *line, bool letters[WIDTH])
{
	for (struct pen pen = pen_at(line); pen_next(&pen);) {
		if (pen.at >= WIDTH)
			return false;
		if (!pen.blank)
			letters[pen.at] = true;
	}
	return true;
}

/* Columns are parted where two places or more are blank in all lines. */
static bool
find_columns(const struct txt_line *lines, size_t n, struct columns *columns)
{
	bool letters[WIDTH] = { false };
	size_t blanks = GUTTER;

	*columns = (struct columns){ .n = 0 };
	for (size_t i = 0; i < n; i++)
		if (!txt_is_separator(lines[i].text, false) && !mark_letters(&lines[i], letters))
			return false;
	for (size_t at = 0; at < WIDTH; at++) {
		if (letters[at] && blanks >= GUTTER) {
			if (columns->n == COLUMNS_MAX)
				return false;
			columns->begin[columns->n++] = at;
		}
		blanks = letters[at] ? 0 : blanks + 1;
	}
	columns->begin[columns->n] = WIDTH;
	return columns->n > 1;
}

/* The text of a line in a column. */
static struct str
cell_in(const struct txt_line *line, const struct columns *columns, size_t k)
{
	struct str cell = STR_NONE;

	for (struct pen pen = pen_at(line); pen_next(&pen) && pen.at < columns->begin[k + 1];) {
		if (pen.at < columns->begin[k])
			continue;
		if (!cell.p)
			cell.p = pen.begin;
		cell.n = (size_t)(pen.rest.p - cell.p);
	}
	return str_trim(cell);
}

/* Each row has two cells at least; two rows prove a table only by three columns. */
static bool
are_rows(const struct txt_line *lines, size_t n, const struct columns *columns)
{
	size_t rows = 0;

	for (size_t i = 0; i < n; i++) {
		size_t filled = 0;

		if (txt_is_separator(lines[i].text, false))
			continue;
		for (size_t k = 0; k < columns->n; k++)
			filled += cell_in(&lines[i], columns, k).n > 0;
		if (filled < 2)
			return false;
		rows++;
	}
	return rows > 2 || (rows == 2 && columns->n > 2);
}

/* The line with the tabs that stand before and behind it: they part empty cells. */
static struct str
tabbed(const struct txt_parser *p, const struct txt_line *line)
{
	struct str s = line->text;

	while (s.p > p->begin && s.p[-1] == '\t')
		s.p--, s.n++;
	while (s.p + s.n < p->end && s.p[s.n] == '\t')
		s.n++;
	return s;
}

/* Whether all lines have as many tabs, which part their cells. */
static bool
are_tabbed(const struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	size_t tabs = str_count_char(tabbed(p, lines), '\t');

	for (size_t i = 1; i < n; i++)
		if (str_count_char(tabbed(p, &lines[i]), '\t') != tabs)
			return false;
	return n > 1 && tabs > 0 && tabs <= TXT_CELLS_MOST;
}

static void
put_row(struct txt_parser *p, const struct txt_line *line, const struct columns *columns, bool header)
{
	struct str rest = tabbed(p, line), cell;

	build_open_type(&p->b, BLOCK_ROW);
	for (size_t k = 0; columns && k < columns->n; k++)
		txt_cell(p, cell_in(line, columns, k), header, line);
	while (!columns && str_next(&rest, '\t', &cell))
		txt_cell(p, str_trim(cell), header, line);
	build_close(&p->b);
}

/* A table out of the n lines; columns is NULL where tabs part the cells. A line below the first row makes it a header. */
static void
put_table(struct txt_parser *p, size_t n, const struct columns *columns)
{
	const struct txt_line *lines = p->lines + p->at;
	bool header = n > 2 && txt_is_separator(lines[1].text, false);

	p->b.place.number = lines->number;
	build_open_type(&p->b, BLOCK_TABLE);
	for (size_t i = 0; i < n; i++)
		if (!txt_is_separator(lines[i].text, false))
			put_row(p, &lines[i], columns, header && i == 0);
	build_close(&p->b);
}

/* Whether most lines have a gap that no prose has. */
static bool
have_gaps(const struct txt_line *lines, size_t n)
{
	size_t gaps = 0;

	for (size_t i = 0; i < n; i++) {
		size_t blanks = 0, widest = 0;

		for (struct pen pen = pen_at(&lines[i]); pen_next(&pen);) {
			blanks = pen.blank ? blanks + pen.next - pen.at : 0;
			widest = blanks > widest ? blanks : widest;
		}
		gaps += widest >= WIDE_GAP;
	}
	return n > 2 && gaps * 3 >= n * 2;
}

/* The n lines as they stand, from the column where the leftmost begins. */
static void
put_verbatim(struct txt_parser *p, size_t n)
{
	const struct block like = { .type = BLOCK_PRE };
	const struct txt_line *lines = p->lines + p->at;
	unsigned margin = lines->indent;

	for (size_t i = 1; i < n; i++)
		if (lines[i].indent < margin)
			margin = lines[i].indent;
	build_open(&p->b, &like);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			build_text(&p->b, NULL, STR("\n"));
		for (unsigned at = margin; at < lines[i].indent; at++)
			build_text(&p->b, NULL, STR(" "));
		build_text(&p->b, NULL, lines[i].text);
	}
	build_close(&p->b);
}

/* An e-mail address, or a number with as many digits as a telephone's. */
static bool
is_reach(struct str cell)
{
	size_t digits = 0;

	for (size_t i = 0; i < cell.n; i++)
		digits += ascii_digit(cell.p[i]);
	return txt_is_field(cell) && (digits >= PHONE_DIGITS || str_find_char(cell, '@') != STR_NPOS);
}

/* Contacts side by side: each column begins with a name and holds an address or a number. */
static bool
are_contacts(const struct txt_line *lines, size_t n, const struct columns *columns)
{
	for (size_t k = 0; k < columns->n; k++) {
		bool named = false, reached = false;

		for (size_t i = 0; i < n; i++) {
			struct str cell = cell_in(&lines[i], columns, k);

			named = named || (cell.n > 0 && !reached && !txt_is_field(cell));
			reached = reached || is_reach(cell);
		}
		if (!named || !reached)
			return false;
	}
	return true;
}

/* Each column is a paragraph with a line for each cell. */
static void
put_contacts(struct txt_parser *p, size_t n, const struct columns *columns)
{
	const struct txt_line *lines = p->lines + p->at;
	const struct block like = { .type = BLOCK_PARA };

	p->b.place.number = lines->number;
	for (size_t k = 0; k < columns->n; k++) {
		buf_clear(&p->text);
		for (size_t i = 0; i < n; i++) {
			struct str cell = cell_in(&lines[i], columns, k);

			if (p->text.n > 0 && cell.n > 0)
				buf_char(&p->text, '\n');
			buf_add(&p->text, cell);
		}
		txt_leaf(p, &like, lines);
	}
}

/* Whether two blanks or a tab stand anywhere in the lines, or beside them: without, nothing is in columns. */
static bool
may_be_columns(const struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	const char *begin = tabbed(p, &lines[0]).p, *end = lines[n - 1].text.p + lines[n - 1].text.n;
	struct str all = { begin, (size_t)(end - begin) };

	return n > 1 && (str_find(all, STR("  ")) != STR_NPOS || str_find_char(all, '\t') != STR_NPOS);
}

static size_t
count_fields(const struct txt_line *lines, size_t n)
{
	size_t fields = 0;

	for (size_t i = 0; i < n; i++)
		fields += txt_is_field(lines[i].text);
	return fields;
}

bool
txt_columns(struct txt_parser *p, size_t n)
{
	const struct txt_line *lines = p->lines + p->at;
	struct columns columns;
	const char *what = "a table";

	if (!may_be_columns(p, lines, n) || !options_mend(p->o, MEND_COLUMNS))
		return false;
	if (count_fields(lines, n) * 3 > n) {
		if (!find_columns(lines, n, &columns) || !are_contacts(lines, n, &columns))
			return false;
		put_contacts(p, n, &columns);
		what = "contacts, one below the other";
	} else if (are_tabbed(p, lines, n)) {
		put_table(p, n, NULL);
	} else if (find_columns(lines, n, &columns) && are_rows(lines, n, &columns)) {
		put_table(p, n, &columns);
	} else if (p->body && have_gaps(lines, n)) {
		put_verbatim(p, n);
		what = "text that is left as it stands";
	} else {
		return false;
	}
	mended(p->d->diag, (struct place){ .number = lines->number }, MEND_COLUMNS, "%zu lines in columns became %s", n, what);
	p->at += n;
	p->after_blank = false;
	return true;
}
