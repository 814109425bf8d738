/* Blanks, dashes, quotation marks and the words between them: what every division asks of a text. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/words.h"

bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\n' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x3000;
}

bool
is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool
is_opening_quote(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0xBB;
}

bool
is_closing_quote(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
}

struct str
skip_to_quote(struct str s)
{
	size_t at = 0;

	/* All of them but one are above U+007F, with one of these lead bytes. */
	while (at < s.n && (unsigned char)s.p[at] != 0xC2 && (unsigned char)s.p[at] != 0xE2) {
		struct str ascii = str_sub(s, at, at + utf8_ascii(str_sub(s, at, s.n)));
		size_t quote = str_find_char(ascii, '"');

		if (quote != STR_NPOS)
			return str_sub(s, at + quote, s.n);
		at += ascii.n;
		while (at < s.n && (unsigned char)s.p[at] >= 0x80 && (unsigned char)s.p[at] != 0xC2 &&
			(unsigned char)s.p[at] != 0xE2)
			at++;
	}
	return str_sub(s, at, s.n);
}

struct str
skip_blank(struct str s)
{
	while (s.n > 0) {
		struct str rest = s;

		if (!is_blank(utf8_next(&rest)))
			break;
		s = rest;
	}
	return s;
}

static struct str
trim_end(struct str s, bool (*is)(uint32_t c))
{
	while (s.n > 0 && is(utf8_last(s))) {
		do
			s.n--;
		while (s.n > 0 && ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
	}
	return s;
}

struct str
trim_both(struct str s, bool (*is)(uint32_t c))
{
	for (struct str rest = s; s.n > 0 && is(utf8_next(&rest)); s = rest)
		;
	return trim_end(s, is);
}

struct str
trim_blank(struct str s)
{
	return trim_end(skip_blank(s), is_blank);
}

bool
take(struct str *s, const char *bytes)
{
	size_t n = strlen(bytes);

	if (s->n < n || memcmp(s->p, bytes, n) != 0)
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

struct str
until_blank(struct str s)
{
	for (struct str rest = s; rest.n > 0;) {
		size_t at = s.n - rest.n;

		if (is_blank(utf8_next(&rest)))
			return str_sub(s, 0, at);
	}
	return s;
}

struct str
first_word(struct str s)
{
	s = until_blank(s);
	while (s.n > 0 && strchr(",.:;!?)", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Counts no further than `most`. */
static size_t
count_words_up_to(struct str s, size_t most)
{
	size_t n = 0;
	bool inside = false;

	while (s.n > 0 && n < most) {
		bool blank = is_blank(utf8_next(&s));

		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

size_t
count_words(struct str s)
{
	return count_words_up_to(s, SIZE_MAX);
}

bool
has_words(struct str s, size_t least)
{
	return count_words_up_to(s, least) == least;
}

bool
begins_upper(struct str s)
{
	return s.n > 0 && utf8_is_upper(utf8_next(&s));
}

bool
begins_lower(struct str s)
{
	return s.n > 0 && utf8_is_lower(utf8_next(&s));
}

bool
is_upper_case(struct str s)
{
	while (s.n > 0)
		if (utf8_is_lower(utf8_next(&s)))
			return false;
	return true;
}

static bool
closes_sentence(uint32_t c)
{
	return is_closing_quote(c) || c == ')' || c == ']' || c == 0x2019;
}

bool
ends_sentence(struct str s)
{
	uint32_t c;

	s = trim_end(s, closes_sentence);
	c = utf8_last(s);
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}
