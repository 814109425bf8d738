#include "base/utf8.h"

#include "tap.h"

static const struct {
	struct str bytes;
	size_t bad; /* STR_NPOS: none */
	const char *name;
} checks[] = {
	{ STR("plain"), STR_NPOS, "ASCII" },
	{ STR("\xC5\x99\xE2\x80\x9E\xF0\x9F\x93\xB0"), STR_NPOS, "two, three and four bytes" },
	{ STR("a\xC0\xAF"), 1, "an overlong slash" },
	{ STR("ab\xED\xA0\x80"), 2, "a surrogate" },
	{ STR("\xF4\x90\x80\x80"), 0, "above U+10FFFF" },
	{ STR("abcdefghijklmnopqrstuvwxyz\xE2\x80"), 26, "a character cut off" },
	{ STR("\x80"), 0, "a byte that only continues" },
	{ STR("\xF4\x8F\xBF\xBF"), STR_NPOS, "the last code point" },
};

static void
test_next(struct tap *t)
{
	struct str rest = STR("\xC5\x99\xFF" "a");

	is_number(t, utf8_next(&rest), 0x159, "a character is taken whole");
	ok(t, utf8_next(&rest) == UTF8_BAD && rest.n == 1, "a bad byte is taken alone");
	is_number(t, utf8_next(&rest), 'a', "and what follows it is read");
	is_number(t, utf8_last(STR("a\xE2\x80\x93")), 0x2013, "the last character");
	ok(t, utf8_last(STR("")) == UTF8_BAD && utf8_last(STR("a\x80")) == UTF8_BAD, "that there is none");
	is_number(t, (long)utf8_count(STR("a\xC5\x99 \xE2\x80\x93")), 4, "characters are counted, not bytes");
}

static void
test_put(struct tap *t)
{
	static const uint32_t codes[] = { 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF };
	bool good = true;

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct buf b = { 0 };
		struct str rest;

		utf8_put(&b, codes[i]);
		rest = buf_str(&b);
		good = good && utf8_next(&rest) == codes[i] && rest.n == 0;
		buf_free(&b);
	}
	ok(t, good, "what is put is what is read");
}

static size_t
plain_slowly(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || (unsigned char)s.p[i] >= 0x7F || (i > 0 && s.p[i] == ' ' && s.p[i - 1] == ' '))
			return i;
	return s.n;
}

/* Every place in and between the words that are looked at at once, in text with and without "!" behind its blanks. */
static void
test_plain(struct tap *t)
{
	static const char *const marks[] = { "  ", "\x7F", "\n", "\x80", "\x1F", "\xFF", "", " ", "!", "~" };
	char text[64];
	bool same = true;

	for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++)
		for (size_t at = 0; at < 40; at++)
			for (size_t n = at + 2; n < 44; n++) {
				struct str s = { text, n };

				for (size_t i = 0; i < n; i++)
					text[i] = m % 2 ? "ab !cd e"[i % 8] : "plain words "[(i * 5) % 12];
				memcpy(text + at, marks[m], strlen(marks[m]));
				same = same && utf8_plain(s) == plain_slowly(s);
			}
	ok(t, same, "plain text is counted the same eight bytes at a time");
}

int
main(void)
{
	struct tap t = { 0 };
	struct arena a = { 0 };
	struct str composed = STR("\xC5\x99");

	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		is_number(&t, (long long)utf8_check(checks[i].bytes), (long long)checks[i].bad, checks[i].name);
	test_next(&t);
	test_put(&t);
	test_plain(&t);
	is(&t, utf8_nfc(&a, STR("r\xCC\x8C")), "\xC5\x99", "a letter and its caron become one");
	ok(&t, utf8_nfc(&a, composed).p == composed.p, "a normal text is not copied");
	is(&t, utf8_nfc(&a, STR("\xE2\x84\xA2\xC2\xBD")), "\xE2\x84\xA2\xC2\xBD", "trade marks and halves stay what they are");
	is(&t, utf8_fold(&a, STR("P\xC5\x98\xC3\x8DLOHA")), "p\xC5\x99\xC3\xADloha", "folding knows every letter");
	is_number(&t, (long long)utf8_width(STR("\xC5\x99\xE6\x97\xA5")), 3, "an ideograph is two columns wide");
	ok(&t, utf8_composes(STR("\xCC\x8Cx")) && !utf8_composes(STR("x\xCC\x8C")), "what composes with a letter before it");
	ok(&t, utf8_lower(0x158) == 0x159 && utf8_lower(0x416) == 0x436 && utf8_lower('1') == '1', "one small letter");
	ok(&t, utf8_base(0x11B) == 'e' && utf8_base(0x142) == 'l' && utf8_base('x') == 'x', "a letter without its marks");
	ok(&t, utf8_is_upper(0x158) && utf8_is_lower(0x159) && utf8_is_letter(0x416), "kinds of letters");
	ok(&t, !utf8_is_letter('1') && !utf8_is_upper('a') && !utf8_is_lower(0x2013), "and of what is none");
	ok(&t, utf8_is_control(0x85) && utf8_is_control(0x7F) && !utf8_is_control(0xA0), "control characters");
	ok(&t, utf8_is_bidi_control(0x202E) && utf8_is_bidi_control(0x2069) && !utf8_is_bidi_control(0x200F),
		"bidirectional controls, but not the marks");
	ok(&t, utf8_is_noncharacter(0xFFFE) && utf8_is_noncharacter(0xFDD0) && !utf8_is_noncharacter(0xFFFD),
		"noncharacters");
	arena_free(&a);
	return done(&t);
}
