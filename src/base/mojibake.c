#include "base/mojibake.h"

#include <stdint.h>

#include "base/mend.h"
#include "base/utf8.h"

/* Bytes from 0x80 on in the two code pages (WHATWG Encoding Standard: what is unassigned is the C1 control). */
static const uint16_t chars_1252[] = { /* up to 0x9F; above, a byte is its own character */
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};
static const uint16_t chars_1250[] = {
	0x20AC, 0x0081, 0x201A, 0x0083, 0x201E, 0x2026, 0x2020, 0x2021,
	0x0088, 0x2030, 0x0160, 0x2039, 0x015A, 0x0164, 0x017D, 0x0179,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x0098, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A,
	0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6, 0x00A7,
	0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,
	0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
	0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C,
	0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,
	0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
	0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7,
	0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,
	0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
	0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F,
	0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,
	0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9,
};

/* The byte that the character is in the code page, or -1. */
static int
byte_of(enum mojibake page, uint32_t c)
{
	const uint16_t *chars = page == MOJIBAKE_1252 ? chars_1252 : chars_1250;
	int n = page == MOJIBAKE_1252 ? 0x20 : 0x80;

	/* C1 controls come of programs that took it for ISO 8859-1. */
	if ((c >= 0x80 && c <= 0x9F) || (page == MOJIBAKE_1252 && c >= 0xA0 && c <= 0xFF))
		return (int)c;
	/* None stands among Greek, Cyrillic and what follows, up to the punctuation. */
	if ((c > 0x2DD && c < 0x2013) || c > 0x2122)
		return -1;
	for (int i = 0; i < n; i++)
		if (chars[i] == c)
			return 0x80 + i;
	return -1;
}

/* What releases are written in: letters of Latin, Greek and Cyrillic, punctuation, signs. */
static bool
is_plausible(uint32_t c)
{
	return (c >= 0xA0 && c <= 0x17F) || (c >= 0x218 && c <= 0x21B) || (c >= 0x386 && c <= 0x3CE) ||
	       (c >= 0x401 && c <= 0x491) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x203A) ||
	       (c >= 0x20AC && c <= 0x20BF) || (c >= 0x2100 && c <= 0x2122) || (c >= 0x2190 && c <= 0x2193) ||
	       (c >= 0x25A0 && c <= 0x25CF) || c == 0x202F || c == 0x2212 || c == 0xFEFF;
}

/* How many bytes the character has that begins with this one in UTF-8; 0 when none does, or it is ASCII. */
static size_t
length_by_lead(int byte)
{
	if (byte >= 0xC2 && byte <= 0xDF)
		return 2;
	return byte >= 0xE0 && byte <= 0xEF ? 3 : 0;
}

/* In either page, what begins a character of UTF-8 is a letter between U+00C0 and U+017F, whose own first byte is one of these. */
static bool
may_begin(unsigned char lead)
{
	return lead >= 0xC3 && lead <= 0xC5;
}

/*
 * Whether what stands at the front of *rest are the bytes of one character:
 * takes them off, and gives it in UTF-8.
 */
static bool
take_mended(enum mojibake page, struct str *rest, char *utf8, size_t *length)
{
	struct str behind = *rest, given;
	uint32_t first;
	int byte;
	size_t n;

	if (!may_begin((unsigned char)rest->p[0]))
		return false;
	first = utf8_next(&behind);
	if (behind.n == 0 || (unsigned char)behind.p[0] < 0x80)
		return false; /* as most are */
	byte = byte_of(page, first);
	n = length_by_lead(byte);
	if (n == 0)
		return false;
	utf8[0] = (char)byte;
	for (size_t i = 1; i < n; i++) {
		byte = behind.n > 0 ? byte_of(page, utf8_next(&behind)) : -1;
		if (byte < 0x80 || byte > 0xBF)
			return false;
		utf8[i] = (char)byte;
	}
	given = (struct str){ utf8, n };
	if (!is_plausible(utf8_next(&given)))
		return false;
	*length = n;
	*rest = behind;
	return true;
}

/* What stands in front of the next character beyond ASCII. */
static struct str
take_ascii(struct str *rest)
{
	struct str all = *rest;
	size_t n = utf8_ascii(all);

	*rest = str_sub(all, n, all.n);
	return str_sub(all, 0, n);
}

/* Where the next character stands that may begin a mended one: most of any text is ASCII. */
static struct str
skip_to_lead(struct str text)
{
	while (text.n > 0 && !may_begin((unsigned char)text.p[0])) {
		size_t ascii = utf8_ascii(text);

		text = str_sub(text, ascii ? ascii : 1, text.n);
	}
	return text;
}

/* Chance makes one character of two bytes, but none of three, nor two in a row. */
static void
look_by(struct mojibake_survey *seen, enum mojibake page, struct str text)
{
	const char *last_end = NULL;
	char utf8[3];
	size_t length;

	while (text = skip_to_lead(text), text.n > 0) {
		const char *begin = text.p;

		if (!take_mended(page, &text, utf8, &length)) {
			utf8_next(&text);
			continue;
		}
		seen->found[page]++;
		seen->sure[page] = seen->sure[page] || length > 2 || begin == last_end;
		last_end = text.p;
	}
}

void
mojibake_look(struct mojibake_survey *seen, struct str text)
{
	look_by(seen, MOJIBAKE_1252, text);
	look_by(seen, MOJIBAKE_1250, text);
}

enum mojibake
mojibake_found(const struct mojibake_survey *seen)
{
	const size_t *n = seen->found;
	enum mojibake page = n[MOJIBAKE_1250] > n[MOJIBAKE_1252] ? MOJIBAKE_1250 : MOJIBAKE_1252;

	return seen->sure[page] || n[page] > 3 ? page : MOJIBAKE_NONE;
}

size_t
mojibake_mend(enum mojibake page, struct str text, struct buf *out, size_t *first)
{
	const char *begin = text.p;
	size_t n = 0, length;
	char utf8[3];

	while (text.n > 0) {
		struct str before;

		buf_add(out, take_ascii(&text));
		before = text;
		if (text.n == 0)
			break;
		if (take_mended(page, &text, utf8, &length)) {
			buf_add(out, (struct str){ utf8, length });
			if (n++ == 0)
				*first = (size_t)(before.p - begin);
		} else {
			utf8_next(&text);
			buf_add(out, str_sub(before, 0, before.n - text.n));
		}
	}
	return n;
}

void
mojibake_say(struct diag *d, struct place place, enum mojibake page, size_t n)
{
	mended(d, place, MEND_MOJIBAKE, "UTF-8 was once taken for windows-%s: %zu characters mended",
		page == MOJIBAKE_1252 ? "1252" : "1250", n);
}
