/* Quotes: lines behind ">", and paragraphs that are set in. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { INDENT = 3, INDENT_MOST = 12, LONG_ENOUGH = 80 };

/* The line without its ">" and one blank behind it; foreign mail has several. */
static struct txt_line
inner_line(const struct txt_parser *p, const struct txt_line *line)
{
	struct txt_line inner = *line;
	struct str s = line->text;

	inner.indent = 0;
	do {
		s = str_sub(s, 1, s.n);
		if (str_starts(s, STR(" ")))
			s = str_sub(s, 1, s.n);
	} while (!p->strict && str_starts(s, STR(">")));
	for (; str_starts(s, STR(" ")); s = str_sub(s, 1, s.n))
		inner.indent++;
	inner.text = s;
	return inner;
}

/* As txt_attribution(); a dash of another kind counts in foreign text only where it opens the quote's last line. */
static size_t
attribution(const struct txt_parser *p, const struct txt_line *line, bool last)
{
	size_t dash = p->escapes && line->indent == 1 ? 0 : txt_attribution(line->text);

	return dash == STR_NPOS && !p->strict && !last ? 0 : dash;
}

/* The lines from `from` to `to` have no blank one between them. last: no others follow; said: others stand before. */
static void
quote_part(struct txt_parser *p, struct txt_line *lines, size_t from, size_t to, bool last, bool said)
{
	const struct block like = { .type = BLOCK_PARA, .role = ROLE_ATTRIBUTION };
	size_t dash = 0, at = from;

	while (at < to && (dash = attribution(p, &lines[at], last && (said || at > from) && at + 1 == to)) == 0)
		at++;
	if (at > from)
		txt_paragraphs(p, lines + from, at - from, BLOCK_QUOTE);
	if (at == to)
		return;
	if (dash != STR_NPOS)
		lines[at].text = str_sub(lines[at].text, dash, lines[at].text.n);
	txt_collect(p, lines + at, to - at);
	txt_leaf(p, &like, lines + at);
}

/* "> 50 % of all households": alone, it says "more than". */
static bool
is_comparison(const struct txt_parser *p, size_t at)
{
	static const char *const units[] = { "%", "‰", "°", "€", "$", "£" };
	struct str text = p->lines[at].text, behind = str_trim(str_sub(text, 1, text.n));
	size_t n = 0;
	bool counts = false;

	while (n < behind.n && (ascii_digit(behind.p[n]) || (n > 0 && strchr(".,", behind.p[n]))))
		n++;
	if (p->strict || n == 0)
		return false;
	behind = str_trim(str_sub(behind, n, behind.n));
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		counts = counts || str_starts(behind, str_of(units[i]));
	if (!counts)
		return false;
	return (at == 0 || !str_starts(p->lines[at - 1].text, STR(">"))) &&
	       (at + 1 == p->n || !str_starts(p->lines[at + 1].text, STR(">")));
}

bool
txt_begins_quote(const struct txt_parser *p, size_t at)
{
	return str_starts(p->lines[at].text, STR(">")) && !is_comparison(p, at);
}

void
txt_quote(struct txt_parser *p)
{
	size_t n = 0, from = 0;
	struct txt_line *inner;
	bool said = false;

	while (p->at + n < p->n && str_starts(p->lines[p->at + n].text, STR(">")) &&
		!(p->escapes && p->lines[p->at + n].indent == 1))
		n++;
	inner = mem_alloc(n * sizeof(*inner));
	for (size_t i = 0; i < n; i++)
		inner[i] = inner_line(p, &p->lines[p->at + i]);
	p->b.place.number = p->lines[p->at].number;
	build_open_type(&p->b, BLOCK_QUOTE);
	for (size_t i = 0; i <= n; i++) {
		if (i < n && inner[i].text.n > 0)
			continue;
		if (i > from)
			quote_part(p, inner, from, i, i == n, said);
		said = said || i > from;
		from = i + 1;
	}
	build_close(&p->b);
	free(inner);
	p->at += n;
}

static bool
opens_speech(struct str s)
{
	static const char *const marks[] = { "\"", "\xE2\x80\x9E", "\xE2\x80\x9C", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9D" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(s, str_of(marks[i])))
			return true;
	return false;
}

/* The n lines at lines[at], when they are running text set in from the rest. */
bool
txt_indented_quote(struct txt_parser *p, size_t n)
{
	const struct txt_line *lines = p->lines + p->at;
	size_t columns = 0;

	for (size_t i = 0; i < n; i++) {
		if (lines[i].indent < p->base + INDENT || lines[i].indent > p->base + INDENT_MOST)
			return false;
		columns += utf8_count(lines[i].text);
	}
	if (!options_mend(p->o, MEND_INDENT) || (columns < LONG_ENOUGH && !opens_speech(lines->text)) || txt_shape(lines, n, p->width, p->body) != TXT_PROSE)
		return false;
	mended(p->d->diag, (struct place){ .number = lines->number }, MEND_INDENT, "text that is set in became a quote");
	build_open_type(&p->b, BLOCK_QUOTE);
	txt_paragraphs(p, lines, n, BLOCK_QUOTE);
	build_close(&p->b);
	p->at += n;
	return true;
}
