/* Lines into blocks: what stands at the margin. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { PRE_INDENT = 4, HEAD_LINES = 3 };

static bool
is_blank(const struct txt_parser *p, size_t i)
{
	return i >= p->n || p->lines[i].text.n == 0;
}

static void
fill(struct txt_parser *p)
{
	struct txt_inline in = { .d = p->d, .rest = buf_str(&p->text), .foreign = !p->strict, .notes = p->notes,
		.foot = p->foot, .note_count = p->note_count };
	struct txt_piece piece;

	while (txt_inline_next(&in, &piece)) {
		struct run like = { .link = piece.url, .style = piece.style };
		struct image image = { .url = piece.url, .alt = piece.text };

		switch (piece.kind) {
		case TXT_TEXT:
		case TXT_LINK:
			build_text(&p->b, &like, piece.text);
			break;
		case TXT_BREAK:
			build_break(&p->b);
			break;
		case TXT_IMAGE:
			build_image(&p->b, NULL, &image);
			break;
		case TXT_STYLE:
			break;
		case TXT_NOTE:
			build_note(&p->b, arena_printf(&p->d->arena, "%zu", piece.note));
			break;
		}
	}
}

struct block *
txt_leaf(struct txt_parser *p, const struct block *like, const struct txt_line *line)
{
	struct block *b = build_open(&p->b, like);

	if (b && !p->strict)
		b->line = line->number;
	fill(p);
	build_close(&p->b);
	return b;
}

/* Whether a line ends the paragraph above it. */
static bool
interrupts(struct txt_parser *p, size_t i)
{
	const struct txt_line *line = &p->lines[i];
	struct txt_marker m;

	if (line->text.n == 0 || i == p->notes_at)
		return true;
	if ((p->escapes && line->indent == 1) || (p->strict && line->indent > 0))
		return false;
	if (txt_begins_quote(p, i) || txt_begins_table(p, i) || txt_underline(line->text) ||
		txt_is_rule(line->text, p->strict) || txt_is_image(p->d, line->text))
		return true;
	return txt_marker(line->text, &m) && (p->strict || !m.weak || txt_list_begins(p, i));
}

static size_t
widest(const struct txt_line *lines, size_t n)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t width = utf8_width(lines[i].text);

		if (width > most)
			most = width;
	}
	return most;
}

static bool
underlines(const struct txt_parser *p, const struct txt_line *line, size_t width)
{
	size_t slack = p->strict ? 0 : 2;

	return line->text.n + slack >= width && (line->text.n <= width + slack || (line->text.n == 3 && width < 3));
}

/* How many of the lines above an underline are its heading: all few, or only the last. */
static size_t
heading_lines(const struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	const struct txt_line *line = &lines[n];

	if (n == 0 || !txt_underline(line->text) || line->indent > lines[n - 1].indent + 1u)
		return 0;
	if ((p->strict || n <= HEAD_LINES) && underlines(p, line, widest(lines, n)))
		return n;
	return underlines(p, line, utf8_width(lines[n - 1].text)) ? 1 : 0;
}

static void
heading(struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	char drawn = txt_underline(lines[n].text);
	struct block like = { .type = drawn == '~' ? BLOCK_PARA : BLOCK_HEAD };

	if (drawn == '~')
		like.role = ROLE_SUBHEADLINE;
	else
		like.head.level = drawn == '=' ? 1 : drawn == '-' ? 2 : 3;
	if (drawn == '=' && !p->headline && !p->strict) {
		like.role = ROLE_HEADLINE;
		p->headline = true;
	}
	p->b.place.number = lines->number;
	txt_collect(p, lines, n);
	txt_leaf(p, &like, lines);
	p->at++;
}

static void
text(struct txt_parser *p)
{
	const struct txt_line *lines = p->lines + p->at;
	size_t n = 1, head;

	while (p->at + n < p->n && !interrupts(p, p->at + n))
		n++;
	p->at += n;
	p->after_blank = false;
	if (txt_begins_table(p, p->at) && !(p->escapes && lines[n].indent == 1)) {
		txt_table(p, lines, n);
		return;
	}
	head = p->at < p->n ? heading_lines(p, lines, n) : 0;
	if (n > head)
		txt_paragraphs(p, lines, n - head, BLOCK_DOC);
	if (head > 0)
		heading(p, lines + n - head, head);
}

/* "[Image: alt] <URL>", the caption set in below it. */
static void
figure(struct txt_parser *p)
{
	const struct block figure = { .type = BLOCK_FIGURE }, caption = { .type = BLOCK_CAPTION };
	const struct txt_line *line = &p->lines[p->at];
	size_t n = 1;

	while (!is_blank(p, p->at + n) && line[n].indent >= line->indent + 2u)
		n++;
	p->b.place.number = line->number;
	build_open(&p->b, &figure);
	txt_collect(p, line, 1);
	fill(p);
	if (n > 1) {
		txt_collect(p, line + 1, n - 1);
		txt_leaf(p, &caption, line + 1);
	}
	build_close(&p->b);
	p->at += n;
}

/* The line as it stands in the input, from the column where pre begins. */
static struct str
verbatim(const struct txt_parser *p, const struct txt_line *line, unsigned margin)
{
	struct str s = line->text;

	if (!s.p)
		return s;
	while (s.p + s.n < p->end && s.p[s.n] == ' ')
		s.n++;
	for (unsigned n = line->indent; n > margin && s.p > p->begin && s.p[-1] == ' '; n--)
		s.p--, s.n++;
	return s;
}

/* Behind a list it stands further in than the text of the last item. */
static bool
pre(struct txt_parser *p)
{
	const struct block like = { .type = BLOCK_PRE };
	size_t from = p->at;
	unsigned margin = PRE_INDENT + (p->depth ? p->levels[p->depth - 1].content : 0);

	if (!p->strict || !p->after_blank || p->lines[from].indent < margin)
		return false;
	txt_lists_close(p, 0);
	build_open(&p->b, &like);
	while (p->at < p->n && p->lines[p->at].indent >= margin) {
		if (p->at > from)
			build_text(&p->b, NULL, STR("\n"));
		build_text(&p->b, NULL, verbatim(p, &p->lines[p->at++], margin));
	}
	build_close(&p->b);
	return true;
}

/* In a list of terms a term stands at the margin, its definition four columns in; what goes on is two further in. */
static bool
definitions(struct txt_parser *p)
{
	const struct txt_line *lines = p->lines + p->at;
	size_t n = 0, i = 0;
	bool deep = false;

	if (!p->strict || !p->after_blank || lines->indent > 1)
		return false;
	for (; !is_blank(p, p->at + n); n++)
		deep = deep || lines[n].indent == PRE_INDENT;
	if (!deep)
		return false;
	build_open_type(&p->b, BLOCK_DEFLIST);
	while (i < n) {
		struct block like = { .type = lines[i].indent < PRE_INDENT ? BLOCK_TERM : BLOCK_DEFINITION };
		size_t from = i++;

		while (i < n && lines[i].indent % 4 == 2)
			i++;
		txt_collect(p, lines + from, i - from);
		txt_leaf(p, &like, lines + from);
	}
	build_close(&p->b);
	p->at += n;
	return true;
}

/* The lines that stand together at lines[at]. */
static size_t
together(const struct txt_parser *p)
{
	size_t n = 1;

	while (!is_blank(p, p->at + n) && p->at + n != p->notes_at)
		n++;
	return n;
}

/* What foreign text shows by columns and indents alone, between blank lines. */
static bool
set_out(struct txt_parser *p)
{
	size_t n = p->strict || !p->after_blank ? 0 : together(p);

	return n > 0 && (txt_columns(p, n) || txt_indented_quote(p, n));
}

static void
block(struct txt_parser *p)
{
	const struct txt_line *line = &p->lines[p->at];
	bool escaped = p->escapes && line->indent == 1;

	if (txt_list(p) || pre(p))
		return;
	txt_lists_close(p, 0);
	if (!escaped && txt_is_rule(line->text, p->strict)) {
		build_open_type(&p->b, BLOCK_RULE);
		build_close(&p->b);
		p->at++;
	} else if (!escaped && txt_begins_table(p, p->at)) {
		txt_table(p, NULL, 0);
	} else if (!escaped && txt_is_image(p->d, line->text)) {
		figure(p);
	} else if (!escaped && txt_begins_quote(p, p->at)) {
		txt_quote(p);
	} else if (!definitions(p) && !set_out(p)) {
		text(p);
	}
}

/* What belongs to the note whose first line has been taken: paragraphs and lists, as far in as its text. */
static void
note_rest(struct txt_parser *p)
{
	while (p->at < p->n) {
		const struct txt_line *line = &p->lines[p->at];
		size_t skip;

		if (line->text.n == 0) {
			p->after_blank = true;
			p->at++;
		} else if (txt_footnote(p, line, &skip) || !txt_list(p)) {
			return;
		}
	}
}

/* A note is read like an item: its label is the marker. */
static void
footnote(struct txt_parser *p, size_t number, size_t skip)
{
	struct txt_line *line = &p->lines[p->at];
	struct txt_level *level = &p->levels[0];

	*level = (struct txt_level){ .last = { .bullet = UTF8_BAD }, .indent = line->indent,
		.content = line->indent + (unsigned)skip };
	line->indent = level->content & 0xFFFFFFu;
	line->text = str_sub(line->text, skip, line->text.n);
	build_open_note(&p->b, arena_printf(&p->d->arena, "%zu", number));
	p->depth = p->floor = 1;
	if (line->text.n > 0)
		txt_item_text(p, level);
	else
		p->at++; /* a list follows */
	p->after_blank = false;
	note_rest(p);
	txt_lists_close(p, 1);
	p->depth = p->floor = 0;
	build_close(&p->b);
}

static void
footnotes(struct txt_parser *p)
{
	bool *pending = p->notes;

	/* No note refers to another, but its links may stand at the foot too. */
	p->notes = arena_alloc(&p->d->arena, p->note_count + 1);
	while (p->at < p->n) {
		size_t skip = 0, number = txt_footnote(p, &p->lines[p->at], &skip);

		if (is_blank(p, p->at) || (number > 0 && number <= p->note_count && p->foot[number - 1].n > 0))
			p->at++;
		else if (number > 0 && number <= p->note_count && !pending[number - 1])
			footnote(p, number, skip);
		else
			block(p);
	}
	p->notes = pending;
}

void
txt_blocks(struct txt_parser *p)
{
	p->after_blank = true;
	while (p->at < p->n && p->at != p->notes_at) {
		if (!is_blank(p, p->at)) {
			block(p);
			p->after_blank = false;
		} else if (pre(p)) {
			p->after_blank = false; /* its first line was all blanks */
		} else {
			p->after_blank = true;
			p->at++;
		}
	}
	txt_lists_close(p, 0);
	p->after_blank = true;
	footnotes(p);
	txt_lists_close(p, 0);
}
