/*
 * Where a line may end: at a blank where Unicode's line breaking (UAX 14)
 * allows it, so never within an address, or between Chinese or Japanese
 * characters; and not where the rules of Czech, Slovak and Polish typesetting
 * (prirucka.ujc.cas.cz/?id=880) keep words together.
 */
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

static bool
is_number(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!ascii_digit(word.p[i]) && !strchr(".,:", word.p[i]))
			return false;
	return word.n > 0 && ascii_digit(word.p[0]);
}

static bool
is_year(struct str word)
{
	return word.n == 4 && (word.p[0] == '1' || word.p[0] == '2') && ascii_digit(word.p[3]);
}

/* "k", "v", "w", and the initial of a name. */
static bool
is_one_letter(struct str word)
{
	struct str rest = word;

	if (word.n == 0 || !utf8_is_letter(utf8_next(&rest)))
		return false;
	return rest.n == 0 || (str_is(rest, ".") && utf8_is_upper((utf8_next(&word))));
}

static bool
is_title(struct str word)
{
	static const char *const titles[] = { "Ing.", "Mgr.", "MgA.", "Bc.", "Dr.", "JUDr.", "MUDr.", "PhDr.", "RNDr.", "PaedDr.",
		"prof.", "doc.", "Prof.", "Doc.", "Mr.", "Mrs.", "Ms.", "Mag.", "Dipl.-Ing.", "p.", "č.", "str.", "tel.", "Tel." };

	if (word.n < 2 || word.p[word.n - 1] != '.') /* as each of them ends */
		return false;
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (str_is(word, titles[i]))
			return true;
	return false;
}

static bool
is_sign(struct str word)
{
	static const char *const signs[] = { "%", "\xE2\x80\xB0", "\xC2\xB0", "\xE2\x82\xAC", "$", "\xC2\xA3", "K\xC4\x8D" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (str_starts(word, str_of(signs[i])))
			return true;
	return false;
}

/* A number and what it counts, a day and its month, the groups of a long number. */
static bool
is_counted(struct str number, struct str word)
{
	struct str rest = word;

	if (!is_number(number))
		return str_is(number, "\xC2\xA7");
	if (ascii_digit(word.p[0]) || is_sign(word))
		return true;
	return !is_year(number) && !strchr(",:", number.p[number.n - 1]) && utf8_is_lower(utf8_next(&rest));
}

static bool
is_dash(struct str word)
{
	return str_is(word, "-") || str_is(word, "\xE2\x80\x93") || str_is(word, "\xE2\x80\x94");
}

static bool
belong_together(struct str before, struct str behind)
{
	return is_one_letter(before) || is_title(before) || is_counted(before, behind) || is_dash(behind);
}

/* The word that ends, or begins, at a byte. */
static struct str
word_before(struct str s, size_t at)
{
	size_t from = at;

	while (from > 0 && s.p[from - 1] != ' ' && s.p[from - 1] != '(')
		from--;
	return str_sub(s, from, at);
}

static struct str
word_behind(struct str s, size_t at)
{
	size_t to = at;

	while (to < s.n && s.p[to] != ' ')
		to++;
	return str_sub(s, at, to);
}

static bool
may_end(struct str s, size_t at)
{
	struct str behind = str_sub(s, at, s.n), rest = behind;
	bool wide_before, wide_behind = txt_unspaced(utf8_next(&rest));

	if (s.p[at - 1] != ' ')
		return wide_behind && txt_unspaced(utf8_last(str_sub(s, 0, at)));
	/* The reader would join these two without the blank. */
	wide_before = txt_unspaced(utf8_last(str_sub(s, 0, at - 1)));
	return !(wide_before && wide_behind) && !belong_together(word_before(s, at - 1), word_behind(s, at));
}

void
txt_wrap_begin(struct txt_wrap *wrap, struct str text, bool wanted)
{
	*wrap = (struct txt_wrap){ .text = text };
	if (!wanted || text.n == 0)
		return;
	wrap->may = mem_alloc(text.n);
	u8_possible_linebreaks((const uint8_t *)text.p, text.n, "UTF-8", wrap->may);
	wrap->may[0] = 0;
	for (size_t i = 1; i < text.n; i++)
		wrap->may[i] = wrap->may[i] == UC_BREAK_POSSIBLE && may_end(text, i);
}

bool
txt_wrap_next(struct txt_wrap *wrap, size_t columns, struct str *line)
{
	size_t end = wrap->at, width = 0, i = wrap->at;

	if (wrap->at == wrap->text.n)
		return false;
	if (!wrap->may) /* one line, however wide */
		end = i = wrap->text.n;
	while (i < wrap->text.n) {
		size_t from = i++;

		while (i < wrap->text.n && !wrap->may[i])
			i++;
		width += utf8_width(str_sub(wrap->text, from, i));
		/* The blank at a line's end may stand outside. */
		if (end > wrap->at && width > columns + (wrap->text.p[i - 1] == ' '))
			break;
		end = i;
	}
	*line = str_sub(wrap->text, wrap->at, end);
	if (end < wrap->text.n && str_ends(*line, STR(" ")))
		line->n--;
	wrap->at = end;
	return true;
}

void
txt_wrap_end(struct txt_wrap *wrap)
{
	free(wrap->may);
}

void
txt_bind(struct buf *out, struct str line)
{
	size_t from = 0;

	for (size_t i = 1; i + 1 < line.n; i++) {
		if (line.p[i] != ' ' || !belong_together(word_before(line, i), word_behind(line, i + 1)))
			continue;
		buf_add(out, str_sub(line, from, i));
		buf_puts(out, "\xC2\xA0");
		from = i + 1;
	}
	buf_add(out, str_sub(line, from, line.n));
}
