/* A text as lines, and what their lengths and endings tell. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_layout.h"

enum { TAB = 8, NARROWEST = 60, SHORT_LINE = 80, FIELD_LINE = 100, LABEL_LENGTH = 28, CONTACT_LINES = 100,
	GAP = 4, LONG_LINE = 400, PIECE_LEAST = 40, QUOTED_LEAST = 3, QUOTED_MOST = 9 };

static void
add_line(struct txt_lines *lines, struct txt_line line)
{
	if (lines->n == lines->cap) {
		lines->cap = lines->cap ? lines->cap + lines->cap / 2 : 256;
		lines->v = mem_grow(lines->v, lines->cap * sizeof(*lines->v));
	}
	lines->v[lines->n++] = line;
}

/* White space other than ASCII's, which foreign text is indented and padded with. */
static size_t
wide_blank(struct str s)
{
	static const char *const blanks[] = { "\xC2\xA0", "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x89", "\xE2\x80\x8B",
		"\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF" };

	if (s.n == 0 || (unsigned char)s.p[0] < 0xC2)
		return 0;
	for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
		if (str_starts(s, str_of(blanks[i])))
			return strlen(blanks[i]);
	return 0;
}

static size_t
wide_blank_before(struct str s)
{
	size_t n = s.n >= 3 ? wide_blank(str_sub(s, s.n - 3, s.n)) : 0;

	if (n == 3)
		return 3;
	return s.n >= 2 && wide_blank(str_sub(s, s.n - 2, s.n)) == 2 ? 2 : 0;
}

static struct txt_line
measure(struct str text, unsigned number, bool strict)
{
	unsigned indent = 0, trailing = 0;
	size_t wide;

	for (;;) {
		if (text.n > 0 && text.p[0] == '\t')
			indent += TAB - indent % TAB;
		else if (text.n > 0 && text.p[0] == ' ')
			indent++;
		else
			break;
		text.p++, text.n--;
	}
	while (!strict && (wide = wide_blank(text)) > 0)
		text = str_trim(str_sub(text, wide, text.n));
	for (;;) {
		if (text.n > 0 && (text.p[text.n - 1] == ' ' || text.p[text.n - 1] == '\t'))
			text.n--, trailing++;
		else if (!strict && (wide = wide_blank_before(text)) > 0)
			text.n -= wide;
		else
			break;
	}
	return (struct txt_line){ text, number, indent & 0xFFFFFFu, (trailing > 3 ? 3 : trailing) & 0x7Fu, 0 };
}

/* The bytes of a line's end at the front of s, 0 for none; *blank: it is a paragraph's end too. */
static size_t
line_end(struct str s, bool *blank)
{
	unsigned char c = (unsigned char)s.p[0];

	*blank = c == '\f';
	if (c == '\r')
		return s.n > 1 && s.p[1] == '\n' ? 2 : 1;
	if (c == '\n' || c == '\f' || c == '\v')
		return 1;
	if (c == 0xC2 && str_starts(s, STR("\xC2\x85")))
		return 2;
	if (c == 0xE2 && (str_starts(s, STR("\xE2\x80\xA8")) || str_starts(s, STR("\xE2\x80\xA9")))) {
		*blank = s.p[2] == '\xA9';
		return 3;
	}
	return 0;
}

/* The bytes before the first gap inside a line, several blanks wide; all of them when there is none. */
static size_t
before_gap(struct str s)
{
	size_t blanks = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\t') {
			if (blanks >= GAP && blanks < i)
				return i - blanks;
			blanks = 0;
		} else {
			blanks++;
		}
	}
	return s.n;
}

/* Whether what stands between the gaps of a long line is long enough for paragraphs: columns are padded apart too. */
static bool
holds_paragraphs(struct str s)
{
	size_t all = s.n, gaps = 0, n;

	while ((n = before_gap(s)) < s.n) {
		gaps++;
		s = str_trim(str_sub(s, n, s.n));
	}
	return gaps > 0 && all / (gaps + 1) >= PIECE_LEAST;
}

/*
 * A release that came on one line has its paragraphs padded apart. Each
 * becomes a line of its own there, with a blank one between.
 */
static void
add_text(struct txt_lines *lines, struct str text, unsigned number)
{
	bool cut = lines->cut && text.n >= LONG_LINE && holds_paragraphs(text);

	while (cut && text.n >= LONG_LINE) {
		size_t n = before_gap(text);

		if (n == text.n)
			break;
		if (lines->gaps++ == 0)
			lines->first_gap = number;
		add_line(lines, measure(str_sub(text, 0, n), number, false));
		add_line(lines, (struct txt_line){ .number = number });
		text = str_trim(str_sub(text, n, text.n));
	}
	add_line(lines, measure(text, number, lines->strict));
}

void
txt_lines_split(struct txt_lines *lines, struct str text)
{
	size_t from = 0, at = 0;
	unsigned number = 1;

	lines->begin = text.p;
	lines->end = text.p + text.n;
	while (at < text.n) {
		unsigned char c = (unsigned char)text.p[at];
		bool blank = false;
		size_t n = c < ' ' || c >= 0xC2 ? line_end(str_sub(text, at, text.n), &blank) : 0;

		if (n == 0) {
			at++;
			continue;
		}
		add_text(lines, str_sub(text, from, at), number);
		if (blank)
			add_line(lines, (struct txt_line){ .number = number, .page = c == '\f' });
		number++;
		at += n;
		from = at;
	}
	if (from < text.n)
		add_text(lines, str_sub(text, from, text.n), number);
}

/* Whether a text of several paragraphs stands behind ">" as a whole: in our layout it would be one quote. */
static bool
is_quoted(const struct txt_lines *lines)
{
	size_t paragraphs = 0;
	bool inside = false;

	for (size_t i = 0; i < lines->n; i++) {
		struct str text = lines->v[i].text;
		bool blank;

		if (text.n > 0 && text.p[0] != '>')
			return false;
		while (text.n > 0 && (text.p[0] == '>' || ascii_blank(text.p[0])))
			text = str_sub(text, 1, text.n);
		blank = text.n == 0;
		paragraphs += !blank && !inside;
		inside = !blank;
	}
	return paragraphs >= QUOTED_LEAST;
}

unsigned
txt_lines_unquote(struct txt_lines *lines)
{
	unsigned levels = 0;

	for (; levels < QUOTED_MOST && is_quoted(lines); levels++)
		for (size_t i = 0; i < lines->n; i++) {
			struct txt_line *line = &lines->v[i];

			if (line->text.n == 0)
				continue;
			line->text = str_sub(line->text, str_starts(line->text, STR("> ")) ? 2 : 1, line->text.n);
			*line = measure(line->text, line->number, false);
		}
	return levels;
}

void
txt_lines_free(struct txt_lines *lines)
{
	free(lines->v);
	*lines = (struct txt_lines){ 0 };
}

/* What no careful hand breaks: the first word, and behind a number what it counts ("1. mája", "1,20 eura"). */
static struct str
first_unit(struct str s)
{
	struct str rest = s, word, counted;

	str_next_word(&rest, &word);
	if (word.n > 0 && ascii_digit(word.p[0]) && str_next_word(&rest, &counted))
		return str_sub(s, 0, (size_t)(counted.p + counted.n - s.p));
	return word;
}

static struct str
last_word(struct str s)
{
	size_t from = s.n;

	while (from > 0 && !ascii_blank(s.p[from - 1]))
		from--;
	return str_sub(s, from, s.n);
}

/* Digits and what groups them, seven digits at least: "+420 702 159 658", "(0)40-30030-1000". */
static bool
is_number_of_telephone(struct str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (ascii_digit(s.p[i]))
			digits++;
		else if (!strchr("+-/(). ", s.p[i]))
			return false;
	}
	return digits >= 7;
}

/* "Tel. 702 159 658", "E-mail: ...", "Fax : ...". The words that open a field in Latin letters are nearly the same everywhere. */
static bool
opens_field(struct str s)
{
	static const char *const words[] = { "tel", "phone", "fax", "mob", "cell", "gsm", "e-mail", "email", "mail", "www.",
		"http", "web", "t:", "m:", "e:", "f:", "p:" };

	if (s.n == 0 || s.p[0] == '\0' || !strchr("tpfmcgewh", ascii_lower(s.p[0])))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts_nocase(s, str_of(words[i])))
			return true;
	return false;
}

/* A label of a few words with a colon, and a value that only a field has. */
static bool
has_label(struct str s)
{
	size_t colon = str_find_char(s, ':');
	struct str value = str_sub(s, colon + 1, s.n);

	if (colon == STR_NPOS || utf8_count(str_sub(s, 0, colon)) > LABEL_LENGTH)
		return false;
	value = str_trim(value);
	return is_number_of_telephone(value) || str_starts(value, STR("http")) || str_starts(value, STR("www.")) ||
	       (str_find_char(value, '@') != STR_NPOS && str_find_char(value, ' ') == STR_NPOS);
}

/* Every field has one of these; most lines have none. */
static bool
may_be_field(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '@' || s.p[i] == ':' || s.p[i] == '.' || ascii_digit(s.p[i]))
			return true;
	return false;
}

bool
txt_is_field(struct str s)
{
	struct str rest = s, word;

	if (s.n == 0 || !may_be_field(s) || utf8_count(s) > FIELD_LINE)
		return false;
	str_next_word(&rest, &word);
	if (str_find_char(word, '@') != STR_NPOS && str_find_char(word, '.') != STR_NPOS)
		return true;
	return is_number_of_telephone(s) || (opens_field(s) && (has_label(s) || s.n < 40)) || has_label(s);
}

/* Lines as they stand in a contact: fields, and names and places in short lines between them. */
static bool
is_contact(const struct txt_line *lines, size_t n)
{
	size_t fields = 0, fitting = 0;

	if (n > CONTACT_LINES)
		return false;
	for (size_t i = 0; i < n; i++) {
		bool field = txt_is_field(lines[i].text);

		fields += field;
		fitting += field || utf8_count(lines[i].text) <= NARROWEST - 10;
	}
	return fields > 0 && fitting * 10 >= n * 8;
}

static bool
ends_sentence(struct str s)
{
	static const char *const ends[] = { "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xBB", "\xE2\x80\xA6", "\xE3\x80\x82" };
	char last = s.n > 0 ? s.p[s.n - 1] : ' ';

	if ((unsigned char)last < 0x80)
		return last != '\0' && strchr(".!?:;\")", last);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_ends(s, str_of(ends[i])))
			return true;
	return false;
}

/* A sentence that goes on in the next line, whatever the lengths are. */
static bool
mid_sentence(const struct txt_line *line, const struct txt_line *next)
{
	struct str rest = next->text;

	return !ends_sentence(line->text) && utf8_is_lower(utf8_next(&rest)) && !txt_is_field(next->text) &&
	       !txt_is_field(line->text);
}

bool
txt_goes_on(const struct txt_line *line, const struct txt_line *next, size_t width)
{
	size_t columns = utf8_count(line->text);

	if (mid_sentence(line, next))
		return true;
	if (next->indent > line->indent + 1u && ends_sentence(line->text))
		return false;
	if (line->indent > next->indent + 1u)
		columns += line->indent - next->indent;
	return columns + 1 + utf8_count(first_unit(next->text)) > width;
}

/* Lines of one word tell nothing: an address cannot be wrapped. */
static size_t
longest(const struct txt_line *lines, size_t n)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t columns = utf8_count(lines[i].text);

		if (columns > most && (n < 3 || last_word(lines[i].text).n < lines[i].text.n))
			most = columns;
	}
	return most;
}

static size_t
breaks_at(const struct txt_line *lines, size_t n, size_t width)
{
	size_t breaks = 0;

	for (size_t i = 0; i + 1 < n; i++)
		breaks += !txt_goes_on(&lines[i], &lines[i + 1], width);
	return breaks;
}

size_t
txt_wrapped_at(const struct txt_line *lines, size_t n, size_t width)
{
	size_t own = longest(lines, n);

	if (own < NARROWEST)
		own = NARROWEST;
	if (own * 5 >= width * 4 || (n >= 4 && breaks_at(lines, n, own) == 0))
		return own;
	return width;
}

static bool
is_explicit(const struct txt_line *lines, size_t n, size_t width)
{
	size_t soft = 0, fitting = 0;

	if (lines[n - 1].trailing > 0)
		return false;
	for (size_t i = 0; i + 1 < n; i++) {
		if (lines[i].trailing < 1 || lines[i].trailing > 2)
			return false;
		soft += lines[i].trailing == 1;
		fitting += lines[i].trailing == 1 && !txt_goes_on(&lines[i], &lines[i + 1], width);
	}
	return fitting * 2 <= soft;
}

enum txt_shape
txt_shape(const struct txt_line *lines, size_t n, size_t width, bool body)
{
	size_t at, breaks, most;

	if (n < 2)
		return TXT_PROSE;
	at = txt_wrapped_at(lines, n, width);
	if (is_explicit(lines, n, at))
		return TXT_EXPLICIT;
	if (is_contact(lines, n))
		return TXT_LINES;
	breaks = breaks_at(lines, n, at);
	most = longest(lines, n);
	if (breaks * 2 < n - 1 || breaks == 0)
		return TXT_PROSE;
	return body && most <= SHORT_LINE ? TXT_LINES : TXT_PARAS;
}
