#include "html/html_standin.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "html/html_token.h"

enum {
	HIGH = 0xF0000,	   /* the first characters of the two planes */
	LOW = 0x100000,
	PLANE = 0xFFFE,	   /* of a plane; its last two are noncharacters */
	TEXT_LEAST = 24,   /* bytes of the shortest text or value for which a stand-in is worth it */
};

/* The number of a reference whose "&#" stands before s; what is too great stays great. */
static uint32_t
referred(struct str s)
{
	unsigned base = s.n > 0 && ascii_lower(s.p[0]) == 'x' ? 16 : 10;
	uint32_t c = 0;

	for (size_t i = base == 16; i < s.n && c < LOW; i++) {
		int digit = ascii_hex(s.p[i]);

		if (digit < 0 || (unsigned)digit >= base)
			break;
		c = c * base + (uint32_t)digit;
	}
	return c;
}

bool
standins_are_safe(struct str page)
{
	size_t at;

	for (struct str rest = page; (at = str_find(rest, STR("&#"))) != STR_NPOS;) {
		rest = str_sub(rest, at + 2, rest.n);
		if (referred(rest) >= HIGH)
			return false;
	}
	/* The first bytes of plane 15 and 16 are F3 B0 and F4. */
	for (at = utf8_ascii(page); at < page.n; at += 1 + utf8_ascii(str_sub(page, at + 1, page.n)))
		if ((unsigned char)page.p[at] >= 0xF3)
			return false;
	return true;
}

static void
add_standin(struct html_scan *s, struct str text)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->texts = mem_grow(s->texts, s->cap * sizeof(*s->texts));
	}
	utf8_put(&s->page, HIGH + (uint32_t)(s->n / PLANE));
	utf8_put(&s->page, LOW + (uint32_t)(s->n % PLANE));
	s->texts[s->n++] = text;
	for (struct str rest = text, line; str_next(&rest, '\n', &line) && rest.p;)
		buf_char(&s->page, '\n');
}

static bool
in_reference(char c)
{
	return c == '&' || c == '#' || c == ';' || ascii_alpha(c) || ascii_digit(c);
}

/* The blanks in front stay, which mean nothing in some places, and references, which are the parser's. */
void
standin_add(struct html_scan *s, struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		size_t from = at, end;

		while (at < text.n && (ascii_blank(text.p[at]) || text.p[at] == '<'))
			at++;
		buf_add(&s->page, str_sub(text, from, at));
		end = str_find_char(str_sub(text, at, text.n), '&');
		end = end == STR_NPOS ? text.n : at + end;
		if (end - at >= TEXT_LEAST)
			add_standin(s, str_sub(text, at, end));
		else
			buf_add(&s->page, str_sub(text, at, end));
		for (at = end; at < text.n && in_reference(text.p[at]);)
			at++;
		buf_add(&s->page, str_sub(text, end, at));
	}
}

void
standin_add_values(struct html_scan *s, struct str tag, size_t at)
{
	size_t done = 0;
	struct str value;

	while (tag_next(tag, &at, &value)) {
		size_t end = str_find_char(value, '&');

		if (value.n == 0 || (value.p[0] != '"' && value.p[0] != '\''))
			continue;
		if (end == STR_NPOS)
			end = value.n - (value.p[value.n - 1] == value.p[0]);
		if (end < TEXT_LEAST)
			continue;
		buf_add(&s->page, str_sub(tag, done, (size_t)(value.p - tag.p) + 1));
		add_standin(s, str_sub(value, 1, end));
		done = (size_t)(value.p - tag.p) + end;
	}
	buf_add(&s->page, str_sub(tag, done, tag.n));
}

/* The text for whose stand-in *rest begins, which is moved behind it; false when it is none. */
static bool
take_standin(const struct html_scan *s, struct str *rest, struct str *text)
{
	struct str after = *rest;
	uint32_t high = utf8_next(&after), low;
	size_t number;

	if (high < HIGH || high >= LOW || after.n == 0)
		return false;
	low = utf8_next(&after);
	number = (size_t)(high - HIGH) * PLANE + (low - LOW);
	if (low < LOW || low >= LOW + PLANE || number >= s->n)
		return false;
	*text = s->texts[number];
	for (size_t i = 0; i < text->n && after.n > 0 && after.p[0] == '\n'; i++)
		if (text->p[i] == '\n')
			after = str_sub(after, 1, after.n);
	*rest = after;
	return true;
}

bool
html_scan_text(const struct html_scan *s, struct str *rest, struct str *part)
{
	size_t at = 0;

	if (rest->n == 0)
		return false;
	if (s->n == 0 || (unsigned char)rest->p[0] < 0xF3 || !take_standin(s, rest, part)) {
		for (at = 1; at < rest->n && (s->n == 0 || (unsigned char)rest->p[at] < 0xF3);)
			at++;
		*part = str_sub(*rest, 0, at);
		*rest = str_sub(*rest, at, rest->n);
	}
	return true;
}

void
html_scan_free(struct html_scan *s)
{
	buf_free(&s->page);
	buf_free(&s->clean);
	free(s->texts);
}
