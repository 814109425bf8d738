#include "base/numeral.h"

#include <string.h>

static const struct numeral {
	char text[3];
	int value;
} numerals[] = { { "m", 1000 }, { "cm", 900 }, { "d", 500 }, { "cd", 400 }, { "c", 100 }, { "xc", 90 }, { "l", 50 },
	{ "xl", 40 }, { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 } };

enum { NUMERALS = sizeof(numerals) / sizeof(numerals[0]) };

size_t
numeral_roman(char text[NUMERAL_SIZE], long value)
{
	size_t n = 0;

	for (size_t i = 0; i < NUMERALS; i++) {
		for (; value >= numerals[i].value; value -= numerals[i].value) {
			memcpy(text + n, numerals[i].text, strlen(numerals[i].text));
			n += strlen(numerals[i].text);
		}
	}
	return n;
}

long
numeral_roman_value(struct str s)
{
	char again[NUMERAL_SIZE];
	struct str rest = s;
	long value = 0;

	if (s.n >= NUMERAL_SIZE)
		return -1;
	for (size_t i = 0; i < NUMERALS; i++) {
		while (str_starts_nocase(rest, str_of(numerals[i].text))) {
			rest = str_sub(rest, strlen(numerals[i].text), rest.n);
			value += numerals[i].value;
		}
	}
	if (rest.n > 0 || value > NUMERAL_ROMAN_LAST || !str_eq_nocase(s, (struct str){ again, numeral_roman(again, value) }))
		return -1;
	return value;
}

size_t
numeral_letters(char text[NUMERAL_SIZE], long value)
{
	char backwards[NUMERAL_SIZE];
	size_t n = 0;

	for (; value > 0 && n < sizeof(backwards); value = (value - 1) / 26)
		backwards[n++] = (char)('a' + (value - 1) % 26);
	for (size_t i = 0; i < n; i++)
		text[i] = backwards[n - 1 - i];
	return n;
}
