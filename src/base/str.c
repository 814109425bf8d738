#include "base/str.h"

#include <limits.h>
#include <string.h>

struct str
str_trim(struct str s)
{
	while (s.n > 0 && ascii_blank(s.p[0]))
		s.p++, s.n--;
	while (s.n > 0 && ascii_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool
str_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

bool
str_is_nocase(struct str a, const char *cstr)
{
	return str_eq_nocase(a, str_of(cstr));
}

int
str_order(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool
str_starts_nocase(struct str s, struct str head)
{
	return s.n >= head.n && str_eq_nocase(str_sub(s, 0, head.n), head);
}

size_t
str_find(struct str s, struct str needle)
{
	if (needle.n == 0)
		return 0;
	for (size_t i = 0; i + needle.n <= s.n; i++) {
		const char *hit = memchr(s.p + i, needle.p[0], s.n - needle.n - i + 1);

		if (!hit)
			break;
		i = (size_t)(hit - s.p);
		if (memcmp(hit, needle.p, needle.n) == 0)
			return i;
	}
	return STR_NPOS;
}

size_t
str_count_char(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

size_t
str_find_char(struct str s, char c)
{
	const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;

	return hit ? (size_t)(hit - s.p) : STR_NPOS;
}

bool
str_next(struct str *rest, char sep, struct str *part)
{
	size_t at;

	if (!rest->p)
		return false;
	at = str_find_char(*rest, sep);
	if (at == STR_NPOS) {
		*part = *rest;
		*rest = STR_NONE;
	} else {
		*part = str_sub(*rest, 0, at);
		*rest = (struct str){ rest->p + at + 1, rest->n - at - 1 };
	}
	return true;
}

bool
str_next_word(struct str *rest, struct str *word)
{
	struct str s = str_trim(*rest);
	size_t n = 0;

	while (n < s.n && !ascii_blank(s.p[n]))
		n++;
	*word = str_sub(s, 0, n);
	*rest = str_sub(s, n, s.n);
	if (n > 0 && n < s.n)
		*rest = (struct str){ s.p + n, s.n - n };
	return n > 0;
}

bool
str_listed(struct str words, struct str word)
{
	struct str one;

	while (str_next_word(&words, &one))
		if (str_eq(one, word))
			return true;
	return false;
}

bool
str_listed_nocase(struct str words, struct str word)
{
	struct str one;

	while (str_next_word(&words, &one))
		if (str_eq_nocase(one, word))
			return true;
	return false;
}

uint32_t
str_hash(struct str s)
{
	uint32_t hash = 0;

	for (size_t i = 0; i < s.n; i++)
		hash = hash * 31 + (unsigned char)s.p[i];
	return hash;
}

int
str_hex_byte(struct str s)
{
	int high = s.n > 1 ? ascii_hex(s.p[0]) : -1, low = high < 0 ? -1 : ascii_hex(s.p[1]);

	return low < 0 ? -1 : high * 16 + low;
}

bool
str_to_long(struct str s, long *value)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	long v = 0;

	if (minus)
		s = (struct str){ s.p + 1, s.n - 1 };
	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_digit(s.p[i]) || v > (LONG_MAX - 9) / 10)
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*value = minus ? -v : v;
	return true;
}
