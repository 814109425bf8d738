#include "base/translit.h"

#include <stdlib.h>

#include "base/utf8.h"

/* In the order of the characters. Letters with marks are not here: they lose them. */
static const struct sign {
	uint32_t c;
	const char *plain;
} signs[] = {
	{ 0x00A0, " " },     { 0x00A3, "GBP" },  { 0x00A5, "JPY" },  { 0x00A7, "par." }, { 0x00A9, "(C)" },   { 0x00AB, "\"" },
	{ 0x00AE, "(R)" },   { 0x00B0, "deg" },  { 0x00B1, "+/-" },  { 0x00B2, "2" },    { 0x00B3, "3" },     { 0x00B4, "'" },
	{ 0x00B5, "u" },     { 0x00B7, "*" },    { 0x00B9, "1" },    { 0x00BB, "\"" },   { 0x00BC, "1/4" },   { 0x00BD, "1/2" },
	{ 0x00BE, "3/4" },   { 0x00C6, "AE" },   { 0x00D7, "x" },    { 0x00DE, "Th" },   { 0x00DF, "ss" },    { 0x00E6, "ae" },
	{ 0x00F7, ":" },     { 0x00FE, "th" },   { 0x0132, "IJ" },   { 0x0133, "ij" },   { 0x0152, "OE" },    { 0x0153, "oe" },
	{ 0x02BC, "'" },     { 0x2002, " " },    { 0x2003, " " },    { 0x2007, " " },    { 0x2009, " " },     { 0x200A, " " },
	{ 0x2010, "-" },     { 0x2011, "-" },    { 0x2012, "-" },    { 0x2013, "-" },    { 0x2014, "--" },    { 0x2015, "--" },
	{ 0x2018, "'" },     { 0x2019, "'" },    { 0x201A, "'" },    { 0x201B, "'" },    { 0x201C, "\"" },    { 0x201D, "\"" },
	{ 0x201E, "\"" },    { 0x201F, "\"" },   { 0x2020, "+" },    { 0x2022, "*" },    { 0x2026, "..." },   { 0x202F, " " },
	{ 0x2032, "'" },     { 0x2033, "\"" },   { 0x2039, "'" },    { 0x203A, "'" },    { 0x2044, "/" },     { 0x20AC, "EUR" },
	{ 0x2116, "No." },   { 0x2122, "(TM)" }, { 0x2190, "<-" },   { 0x2192, "->" },   { 0x2212, "-" },     { 0x2248, "~" },
	{ 0x2260, "!=" },    { 0x2264, "<=" },   { 0x2265, ">=" },   { 0x25A0, "*" },    { 0x25AA, "*" },     { 0x25CF, "*" },
	{ 0xFB00, "ff" },    { 0xFB01, "fi" },   { 0xFB02, "fl" },   { 0xFB03, "ffi" },  { 0xFB04, "ffl" },
};

static int
compare(const void *key, const void *member)
{
	uint32_t a = *(const uint32_t *)key, b = ((const struct sign *)member)->c;

	return (a > b) - (a < b);
}

bool
translit(uint32_t c, struct buf *out)
{
	const struct sign *sign = bsearch(&c, signs, sizeof(signs) / sizeof(signs[0]), sizeof(signs[0]), compare);
	uint32_t base;

	if (sign) {
		buf_puts(out, sign->plain);
		return true;
	}
	base = utf8_base(c);
	if (base == c)
		return false;
	utf8_put(out, base);
	return true;
}
