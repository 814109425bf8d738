#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <uniwidth.h>

/* The least value that a sequence of each length may give, and the bits that its first byte brings. */
static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };

static size_t
sequence_length(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

uint32_t
utf8_next_long(struct str *rest)
{
	const unsigned char *p = (const unsigned char *)rest->p;
	size_t n = sequence_length(p[0]);
	uint32_t c;

	if (n == 1) {
		rest->p++, rest->n--;
		return p[0];
	}
	if (n == 0 || n > rest->n)
		goto bad;
	c = p[0] & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			goto bad;
		c = c << 6 | (p[i] & 0x3F);
	}
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		goto bad;
	rest->p += n, rest->n -= n;
	return c;
bad:
	rest->p++, rest->n--;
	return UTF8_BAD;
}

uint32_t
utf8_last(struct str s)
{
	size_t at = s.n;
	struct str tail;
	uint32_t c;

	if (s.n == 0)
		return UTF8_BAD;
	do
		at--;
	while (at > 0 && s.n - at < 4 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	tail = str_sub(s, at, s.n);
	c = utf8_next(&tail);
	return tail.n == 0 ? c : UTF8_BAD;
}

void
utf8_put(struct buf *b, uint32_t c)
{
	char *p = buf_room(b, 4);
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (n == 1) {
		p[0] = (char)c;
	} else {
		for (size_t i = n - 1; i > 0; i--, c >>= 6)
			p[i] = (char)(0x80 | (c & 0x3F));
		p[0] = (char)((0xF00u >> n & 0xFFu) | c);
	}
	b->n += n;
}

/* Eight at a time: most of any text is ASCII. */
size_t
utf8_ascii(struct str s)
{
	size_t n = 0;
	uint64_t word;

	for (; s.n - n >= 8; n += 8) {
		memcpy(&word, s.p + n, 8);
		if (word & 0x8080808080808080u)
			break;
	}
	while (n < s.n && (unsigned char)s.p[n] < 0x80)
		n++;
	return n;
}

#define EACH(byte) ((byte)*0x0101010101010101u)

/*
 * Whether the nine bytes are surely plain, eight at a time (Warren, Hacker's
 * Delight, 6-1: a byte below a value, a byte that is zero). "!" behind a blank
 * may look like a second blank.
 */
static bool
surely_plain(const char *p)
{
	uint64_t word, next, del, blank;

	memcpy(&word, p, 8);
	memcpy(&next, p + 1, 8);
	del = word ^ EACH(0x7Fu);
	blank = word ^ EACH(0x20u);
	next ^= EACH(0x20u);
	del = (del - EACH(1u)) & ~del;
	blank = (blank - EACH(1u)) & ~blank & (next - EACH(1u)) & ~next;
	return ((word | ((word - EACH(0x20u)) & ~word) | del | blank) & EACH(0x80u)) == 0;
}

size_t
utf8_plain(struct str s)
{
	size_t n = 0, end;

	while (n < s.n) {
		while (s.n - n > 8 && surely_plain(s.p + n))
			n += 8;
		for (end = s.n - n > 8 ? n + 8 : s.n; n < end; n++) {
			if ((unsigned char)s.p[n] < ' ' || (unsigned char)s.p[n] >= 0x7F)
				return n;
			if (s.p[n] == ' ' && n + 1 < s.n && s.p[n + 1] == ' ')
				return n + 1;
		}
	}
	return n;
}

size_t
utf8_check(struct str s)
{
	for (size_t at = 0; (at += utf8_ascii(str_sub(s, at, s.n))) < s.n;) {
		struct str rest = str_sub(s, at, s.n);

		if (utf8_next(&rest) == UTF8_BAD)
			return at;
		at = s.n - rest.n;
	}
	return STR_NPOS;
}

bool
utf8_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool
utf8_is_bidi_control(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool
utf8_is_noncharacter(uint32_t c)
{
	return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/*
 * What is in that form whatever stands around it: all below U+0300, Cyrillic up
 * to U+047F, and the quotation marks, dashes and currency signs from U+2002 on.
 */
static bool
surely_nfc(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char *c = (const unsigned char *)s.p + i;

		if (*c < 0xCC || *c == 0xD0 || *c == 0xD1)
			continue;
		if (*c != 0xE2 || i + 2 >= s.n || c[1] > 0x82 || (c[1] == 0x80 && c[2] < 0x82))
			return false;
	}
	return true;
}

static struct str
adopt(struct arena *a, uint8_t *made, size_t n)
{
	struct str copy = arena_str(a, (struct str){ (const char *)made, n });

	free(made);
	return copy;
}

struct str
utf8_nfc(struct arena *a, struct str s)
{
	size_t n = 0;
	uint8_t *made;

	if (surely_nfc(s))
		return s;
	made = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);
	if (made && n == s.n && memcmp(made, s.p, n) == 0) {
		/* Most text is; nothing must come between the pieces of one in the arena. */
		free(made);
		return s;
	}
	return made ? adopt(a, made, n) : s;
}

size_t
utf8_count(struct str s)
{
	size_t n = s.n, i = 0;
	uint64_t word;

	for (; s.n - i >= 8; i += 8) {
		memcpy(&word, s.p + i, 8);
		/* A bit for each byte that goes on with a character (10xxxxxx); their sum is the highest byte of the product. */
		word = word >> 7 & ~(word >> 6) & 0x0101010101010101u;
		n -= (size_t)(word * 0x0101010101010101u >> 56);
	}
	for (; i < s.n; i++)
		n -= ((unsigned char)s.p[i] & 0xC0) == 0x80;
	return n;
}

size_t
utf8_width(struct str s)
{
	size_t plain = 0;
	int w;

	while (plain < s.n && s.p[plain] >= ' ' && s.p[plain] < 0x7F)
		plain++;
	if (plain == s.n)
		return plain;
	s = str_sub(s, plain, s.n);
	w = u8_width((const uint8_t *)s.p, s.n, "UTF-8");
	return plain + (w < 0 ? 0 : (size_t)w);
}

static struct str
fold_ascii(struct arena *a, struct str s)
{
	char *made = arena_alloc(a, s.n);

	for (size_t i = 0; i < s.n; i++)
		made[i] = ascii_lower(s.p[i]);
	return (struct str){ made, s.n };
}

struct str
utf8_fold(struct arena *a, struct str s)
{
	size_t n = 0;
	uint8_t *made;

	if (utf8_ascii(s) == s.n)
		return fold_ascii(a, s);
	made = u8_tolower((const uint8_t *)s.p, s.n, NULL, UNINORM_NFC, NULL, &n);
	return made ? adopt(a, made, n) : s;
}

uint32_t
utf8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	return c == UTF8_BAD ? c : uc_tolower(c);
}

uint32_t
utf8_base(uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	if (c < 0xC0 || c == UTF8_BAD)
		return c;
	/* Two letters with a stroke that Unicode does not take apart. */
	if (c == 0x142 || c == 0x141)
		return c == 0x142 ? 'l' : 'L';
	if (c == 0xF8 || c == 0xD8)
		return c == 0xF8 ? 'o' : 'O';
	return uc_canonical_decomposition(c, parts) > 0 ? parts[0] : c;
}

/* All that composes to the left is a mark, but for the vowels and finals of Hangul (UAX 15, NFC_Quick_Check=Maybe). */
bool
utf8_composes(struct str s)
{
	uint32_t c;

	if (s.n == 0 || (unsigned char)s.p[0] < 0xCC) /* U+0300 is the first */
		return false;
	c = utf8_next(&s);
	return c == UTF8_BAD || (c >= 0x1160 && c <= 0x11FF) || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

bool
utf8_is_letter(uint32_t c)
{
	if (c < 0x80)
		return ascii_alpha((char)c);
	return c != UTF8_BAD && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L);
}

bool
utf8_is_upper_long(uint32_t c)
{
	return c != UTF8_BAD && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lu);
}

bool
utf8_is_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return c != UTF8_BAD && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Ll);
}
