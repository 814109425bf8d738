/* What is measured of the whole text before it is read: its usual width and indent, its escapes, its footnotes. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { WIDTHS = 1024, INDENTS = 64 };

/* The width that nine lines of ten stay within. */
static size_t
usual_width(const struct txt_parser *p)
{
	size_t count[WIDTHS] = { 0 }, lines = 0, sum = 0, width = 0;

	for (size_t i = 0; i < p->n; i++) {
		size_t columns = utf8_count(p->lines[i].text);

		if (p->lines[i].text.n == 0)
			continue;
		count[columns < WIDTHS ? columns : WIDTHS - 1]++;
		lines++;
	}
	while (width < WIDTHS - 1 && (sum += count[width]) * 10 < lines * 9)
		width++;
	return width;
}

static unsigned
usual_indent(const struct txt_parser *p)
{
	size_t count[INDENTS] = { 0 };
	unsigned usual = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->lines[i].text.n > 0 && p->lines[i].indent < INDENTS)
			count[p->lines[i].indent]++;
	for (unsigned i = 1; i < INDENTS; i++)
		if (count[i] > count[usual])
			usual = i;
	return usual;
}

/* One blank before a line is an escape when it stands only where an escape would. */
static bool
has_escapes(const struct txt_parser *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct txt_line *line = &p->lines[i];

		if (line->text.n > 0 && line->indent == 1 &&
			!txt_needs_escape(p->d, line->text, BLOCK_DOC, p->strict, false))
			return false;
	}
	return true;
}

size_t
txt_footnote(const struct txt_parser *p, const struct txt_line *line, size_t *skip)
{
	bool margin = line->indent == 0 || (line->indent == p->base && !(p->escapes && p->base == 1));

	return margin ? txt_note_label(line->text, skip) : 0;
}

/* The line where footnotes begin that go on to the end, numbered from 1, and how many. */
static void
find_notes(struct txt_parser *p)
{
	size_t count = 0, skip;

	p->notes_at = p->n;
	for (size_t i = 0; i < p->n; i++) {
		const struct txt_line *line = &p->lines[i];
		size_t number = txt_footnote(p, line, &skip);

		if (line->text.n == 0)
			continue;
		if (number == 1) {
			p->notes_at = i;
			count = 1;
		} else if (number > 0 && number == count + 1) {
			count++;
		} else if (line->indent < 2 && (p->strict || i == 0 || p->lines[i - 1].text.n == 0)) {
			p->notes_at = p->n;
			count = 0;
		}
	}
	p->note_count = p->notes_at < p->n ? count : 0;
}

/* "<URL>" alone: the note is the address of a link, "[text][1]". */
static struct str
address_only(struct txt_parser *p, struct str text)
{
	if (!str_starts(text, STR("<")) || str_find_char(text, '>') != text.n - 1 || str_find_char(text, ' ') != STR_NPOS)
		return STR_NONE;
	return doc_link(p->d, str_sub(text, 1, text.n - 1));
}

/* Marks the notes that a line refers to by "[n]". */
static void
find_references(struct txt_parser *p, struct str rest)
{
	size_t at;

	while ((at = str_find_char(rest, '[')) != STR_NPOS) {
		size_t close = at + 1;
		long n;

		while (close < rest.n && close < at + 8 && ascii_digit(rest.p[close]))
			close++;
		if (close < rest.n && rest.p[close] == ']' && str_to_long(str_sub(rest, at + 1, close), &n) && n > 0 &&
			(size_t)n <= p->note_count)
			p->notes[n - 1] = true;
		rest = str_sub(rest, at + 1, rest.n);
	}
}

static void
survey_notes(struct txt_parser *p)
{
	size_t skip;

	find_notes(p);
	p->notes = mem_alloc((p->note_count + 1) * sizeof(*p->notes));
	p->foot = arena_alloc(&p->d->arena, (p->note_count + 1) * sizeof(*p->foot));
	memset(p->notes, 0, (p->note_count + 1) * sizeof(*p->notes));
	for (size_t i = 0; p->note_count > 0 && i < p->n; i++) {
		bool label = i >= p->notes_at && txt_footnote(p, &p->lines[i], &skip);

		find_references(p, str_sub(p->lines[i].text, label ? skip : 0, p->lines[i].text.n));
	}
	for (size_t i = 0; i < p->note_count; i++)
		if (!p->notes[i])
			p->note_count = 0;
	if (p->note_count == 0)
		p->notes_at = p->n;
	for (size_t i = p->notes_at; i < p->n; i++) {
		size_t number = txt_footnote(p, &p->lines[i], &skip);
		struct str url;

		if (number == 0 || number > p->note_count)
			continue;
		url = address_only(p, str_sub(p->lines[i].text, skip, p->lines[i].text.n));
		if (url.n > 0) {
			p->foot[number - 1] = url;
			p->notes[number - 1] = false;
		}
	}
}

static void
drop_bare_bullets(struct txt_parser *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (!txt_bare_bullet(p->lines[i].text))
			continue;
		p->lines[i].text.n = 0;
		mended(p->d->diag, (struct place){ .number = p->lines[i].number }, MEND_EMPTY_BULLET,
			"a bullet without text dropped");
	}
}

void
txt_survey(struct txt_parser *p)
{
	if (txt_mends(p, MEND_EMPTY_BULLET))
		drop_bare_bullets(p);
	p->width = usual_width(p);
	p->base = p->strict ? 0 : usual_indent(p);
	p->escapes = p->strict || has_escapes(p);
	survey_notes(p);
}
