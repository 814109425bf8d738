/* The markers of lists: what stands before an item. */
#include <string.h>

#include "base/numeral.h"
#include "base/utf8.h"
#include "txt/txt_layout.h"
#include "txt/txt_months.h"

static const struct bullet {
	uint32_t c;
	bool weak, spoken;
	bool glued; /* needs no blank behind it */
} bullets[] = {
	{ '-', true, true, false },
	{ 0x2013, true, true, false },
	{ 0x2014, true, true, false },
	{ 'o', true, false, false },
	{ '*', true, false, false },
	{ 0x00B7, false, false, false },
	{ 0x2022, false, false, true },
	{ 0x2023, false, false, true },
	{ 0x2043, false, false, true },
	{ 0x2219, false, false, true },
	{ 0x25A0, false, false, true },
	{ 0x25A1, false, false, true },
	{ 0x25AA, false, false, true },
	{ 0x25AB, false, false, true },
	{ 0x25B6, false, false, true },
	{ 0x25BA, false, false, true },
	{ 0x25CB, false, false, true },
	{ 0x25CF, false, false, true },
	{ 0x25E6, false, false, true },
	{ 0x2713, false, false, true },
	{ 0x2714, false, false, true },
	{ 0x27A2, false, false, true },
	{ 0xF0A7, false, false, true }, /* the Wingdings square and bullet of pasted Word lists */
	{ 0xF0B7, false, false, true },
};

static size_t
blanks(struct str s)
{
	size_t n = 0;

	for (;;) {
		if (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
			n++;
		else if (str_starts(str_sub(s, n, s.n), STR("\xC2\xA0")))
			n += 2;
		else
			return n;
	}
}

/* "- konec -", "-- 30 --": set between dashes, so an end mark or a heading. */
static bool
is_between_dashes(struct str text, uint32_t dash)
{
	return utf8_last(text) == dash && text.n < 60;
}

static bool
bullet_marker(struct str text, struct txt_marker *m)
{
	struct str rest = text;
	uint32_t c = utf8_next(&rest);

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		size_t gap;

		if (bullets[i].c != c)
			continue;
		gap = blanks(rest);
		if (rest.n == 0 || (gap == 0 && !bullets[i].glued))
			return false;
		*m = (struct txt_marker){ .bullet = c, .weak = bullets[i].weak, .spoken = bullets[i].spoken,
			.framed = bullets[i].spoken && is_between_dashes(rest, c),
			.length = text.n - rest.n, .skip = text.n - rest.n + gap };
		return true;
	}
	return false;
}

bool
txt_bare_bullet(struct str text)
{
	struct str rest = text;
	uint32_t c = text.n > 0 ? utf8_next(&rest) : 0;

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (bullets[i].c == c && rest.n == 0)
			return bullets[i].glued;
	return false;
}

static long
decimal_value(struct str s)
{
	long value;

	return s.n <= 5 && ascii_digit(s.p[0]) && str_to_long(s, &value) ? value : -1;
}

/* "a" is 1, "z" 26, "aa" 27. */
static long
alpha_value(struct str s)
{
	long value = 0;

	if (s.n > 3)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_alpha(s.p[i]))
			return -1;
		value = value * 26 + (ascii_lower(s.p[i]) - 'a' + 1);
	}
	return value;
}

static bool
is_month(struct str behind)
{
	struct buf word = { 0 };
	struct str months = str_of(txt_months), month;
	bool found = false;

	while (behind.n > 0 && word.n < 32) {
		uint32_t c = utf8_next(&behind);

		if (!utf8_is_letter(c))
			break;
		utf8_put(&word, utf8_lower(c));
	}
	while (!found && str_next_word(&months, &month))
		found = str_eq(month, buf_str(&word));
	buf_free(&word);
	return found;
}

/* "17. května", "17. 05. 2019": a day is no item. */
static bool
is_date(struct str behind)
{
	size_t n = 0;

	while (n < behind.n && ascii_digit(behind.p[n]))
		n++;
	if (n > 0 && n <= 2 && n < behind.n && behind.p[n] == '.')
		return n + 1 == behind.n || !ascii_digit(behind.p[n + 1]) ||
		       (n + 4 < behind.n && ascii_digit(behind.p[n + 2]));
	return is_month(behind);
}

static bool
one_case(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if (ascii_alpha(s.p[i]) && (ascii_lower(s.p[i]) == s.p[i]) != (ascii_lower(s.p[0]) == s.p[0]))
			return false;
	return true;
}

static bool
number_marker(struct str text, struct txt_marker *m)
{
	size_t open = text.p[0] == '(', n = open, gap;
	struct str number;
	char close;

	while (n < text.n && n < open + 16 && (ascii_digit(text.p[n]) || ascii_alpha(text.p[n])))
		n++;
	number = str_sub(text, open, n);
	if (number.n == 0 || n == text.n || !one_case(number))
		return false;
	close = text.p[n++];
	if (close != ')' && (close != '.' || open))
		return false;
	gap = blanks(str_sub(text, n, text.n));
	if (gap == 0)
		return false;
	*m = (struct txt_marker){ .decimal = decimal_value(number), .alpha = alpha_value(number),
		.roman = numeral_roman_value(number), .weak = true, .upper = ascii_lower(number.p[0]) != number.p[0],
		.label = open ? "(%)" : close == ')' ? "%)" : "%.", .length = n, .skip = n + gap };
	if (m->decimal < 0 && m->roman < 0 && number.n > 1)
		return false;
	return m->decimal < 0 || close != '.' || !is_date(str_sub(text, m->skip, text.n));
}

bool
txt_marker(struct str text, struct txt_marker *m)
{
	return text.n > 2 && (bullet_marker(text, m) || number_marker(text, m)) && !txt_is_rule(text, false);
}

bool
txt_marker_follows(const struct txt_marker *a, const struct txt_marker *b)
{
	if (a->bullet || b->bullet)
		return a->bullet == b->bullet;
	if (strcmp(a->label, b->label) != 0 || (a->upper != b->upper && a->decimal < 0))
		return false;
	return (a->decimal >= 0 && b->decimal == a->decimal + 1) || (a->alpha >= 0 && b->alpha == a->alpha + 1) ||
	       (a->roman >= 0 && b->roman == a->roman + 1);
}

enum list_format
txt_marker_format(const struct txt_marker *a, const struct txt_marker *b, long *start)
{
	bool roman = a->roman == 1 || (a->roman > 0 && a->alpha > 26) || (a->roman > 0 && a->alpha < 0);

	*start = 1;
	if (a->bullet)
		return LIST_BULLET;
	if (a->decimal >= 0) {
		*start = a->decimal;
		return LIST_DECIMAL;
	}
	if (b && a->roman > 0 && b->roman == a->roman + 1)
		roman = true;
	else if (b && b->alpha == a->alpha + 1)
		roman = false;
	*start = roman ? a->roman : a->alpha;
	if (roman)
		return a->upper ? LIST_UPPER_ROMAN : LIST_LOWER_ROMAN;
	return a->upper ? LIST_UPPER_ALPHA : LIST_LOWER_ALPHA;
}

struct str
txt_marker_write(struct buf *out, const struct block *list, long number)
{
	struct str label = list->list.label;
	size_t at = str_find_char(label, '%');

	buf_clear(out);
	buf_add(out, str_sub(label, 0, at));
	list_number_put(out, list->list.format, number);
	buf_add(out, str_sub(label, at + 1, label.n));
	return str_trim(buf_str(out));
}
