#include "tap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/percent.h"

static void
test_parts(struct tap *t)
{
	struct str rest = STR("a,,b"), part;

	ok(t, str_next(&rest, ',', &part), "a first part");
	is(t, part, "a", "is what stands before the separator");
	ok(t, str_next(&rest, ',', &part) && part.n == 0, "between two separators stands an empty part");
	ok(t, str_next(&rest, ',', &part), "a last part");
	is(t, part, "b", "is the rest");
	ok(t, !str_next(&rest, ',', &part), "and then there is none");
}

static void
test_words(struct tap *t)
{
	struct str rest = STR(" \tone\n two\r\n"), word;

	ok(t, str_next_word(&rest, &word), "a first word");
	is(t, word, "one", "without the blanks before it");
	ok(t, str_next_word(&rest, &word), "a second word");
	is(t, word, "two", "without those behind it");
	ok(t, !str_next_word(&rest, &word), "blanks at the end are no word");
}

static void
test_numbers(struct tap *t)
{
	long n = 7;

	ok(t, str_to_long(STR("9223372036854775000"), &n) && n == 9223372036854775000, "a large number");
	ok(t, str_to_long(STR("-12"), &n) && n == -12, "a negative number");
	ok(t, !str_to_long(STR("9223372036854775808"), &n), "one that does not fit is refused");
	ok(t, !str_to_long(STR("12 "), &n), "and one with something behind it");
	ok(t, !str_to_long(STR(""), &n) && !str_to_long(STR("-"), &n), "and none at all");
	is_number(t, n, -12, "a refusal leaves the value alone");
}

static void
test_arena(struct tap *t)
{
	struct arena a = { 0 };
	char *p = arena_grow(&a, NULL, 0, 3), *other;
	bool kept = true;

	for (int i = 0; i < 3; i++)
		p[i] = (char)('a' + i);
	for (size_t n = 3; n < 3000; n++) {
		p = arena_grow(&a, p, n, n + 1);
		p[n] = 'x';
	}
	is(t, (struct str){ p, 5 }, "abcxx", "what grew in an arena keeps its bytes");
	other = arena_alloc(&a, 1000 * 1000);
	for (size_t i = 0; i < 1000 * 1000; i++)
		kept = kept && other[i] == 0;
	ok(t, kept, "memory from an arena is zero");
	is(t, arena_printf(&a, "%d-%s", 42, "x"), "42-x", "printing into an arena");
	arena_free(&a);
	ok(t, !a.chunk && a.left == 0, "a freed arena is empty again");
}

/* No byte beyond ASCII is of any kind, whatever the locale. */
static void
test_ascii(struct tap *t)
{
	static const char letters[] = "azAZ", digits[] = "09", blanks[] = " \t\n\r\f", others[] = "@[`{/:_\v\x80\xE9\xFF";
	bool good = true;

	for (const char *c = letters; *c; c++)
		good = good && ascii_alpha(*c) && !ascii_digit(*c) && !ascii_blank(*c);
	for (const char *c = digits; *c; c++)
		good = good && ascii_digit(*c) && !ascii_alpha(*c) && !ascii_blank(*c);
	for (const char *c = blanks; *c; c++)
		good = good && ascii_blank(*c) && !ascii_alpha(*c) && !ascii_digit(*c);
	for (const char *c = others; *c; c++)
		good = good && !ascii_alpha(*c) && !ascii_digit(*c) && !ascii_blank(*c) && ascii_lower(*c) == *c;
	ok(t, good, "kinds of ASCII characters");
	ok(t, ascii_lower('A') == 'a' && ascii_lower('Z') == 'z' && ascii_lower('a') == 'a', "small letters");
}

static void
test_buf(struct tap *t)
{
	struct buf b = { 0 };
	char *room = buf_room(&b, 3);

	room[0] = 'a';
	room[1] = 'b';
	b.n += 2;
	buf_char(&b, 'c');
	is(t, buf_str(&b), "abc", "room behind a buffer's end counts as far as it is used");
	buf_clear(&b);
	ok(t, b.n == 0 && b.cap >= 3, "a cleared buffer keeps its memory");
	buf_free(&b);
	ok(t, !b.p && b.cap == 0, "a freed one does not");
}

static void
test_escapes(struct tap *t)
{
	struct arena a = { 0 };

	ok(t, ascii_hex('9') == 9 && ascii_hex('f') == 15 && ascii_hex('F') == 15, "hexadecimal digits");
	ok(t, ascii_hex('g') == -1 && ascii_hex('/') == -1 && ascii_hex('@') == -1, "and what is none");
	is_number(t, str_hex_byte(STR("a1b")), 0xA1, "two are a byte");
	ok(t, str_hex_byte(STR("a")) == -1 && str_hex_byte(STR("ag")) == -1, "one is none");
	is(t, percent_decode(&a, STR("a%C5%a1%2")), "a\xC5\xA1%2", "percent escapes are resolved, broken ones stay");
	arena_free(&a);
}

int
main(void)
{
	struct tap t = { 0 };
	struct buf b = { 0 };

	is(&t, str_trim(STR(" \t a b\r\n")), "a b", "trimming takes blanks off both ends");
	is(&t, str_sub(STR("abc"), 1, 99), "bc", "a slice is clamped at its end");
	is(&t, str_sub(STR("abc"), 5, 2), "", "and at its beginning");
	ok(&t, str_eq_nocase(STR("Content-TYPE"), STR("content-type")), "ASCII case is ignored where asked");
	ok(&t, !str_eq_nocase(STR("\xC3\x81"), STR("\xC3\xA1")), "letters beyond ASCII are not folded");
	ok(&t, str_starts(STR("abc"), STR("ab")) && !str_starts(STR("a"), STR("ab")), "how a text starts");
	ok(&t, str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")), "how a text ends");
	ok(&t, str_is_nocase(STR("Content-TYPE"), "content-type") && !str_is_nocase(STR("a"), "ab"), "with a C string too");
	ok(&t, str_starts_nocase(STR("HTTP://x"), STR("http:")) && !str_starts_nocase(STR("htt"), STR("http:")),
		"and at the front");
	is_number(&t, (long long)str_find(STR("aaab"), STR("ab")), 2, "finding a text");
	ok(&t, str_find_char(STR("a\0b"), '\0') == 1 && str_find_char(STR("ab"), '\0') == STR_NPOS, "finding a byte");
	ok(&t, str_find(STR("abc"), STR("abcd")) == STR_NPOS, "finding a longer one");
	is(&t, str_of(NULL), "(none)", "a NULL string is the empty slice");
	test_ascii(&t);
	test_parts(&t);
	test_words(&t);
	test_numbers(&t);
	test_escapes(&t);
	test_arena(&t);
	test_buf(&t);
	for (int i = 0; i < 5000; i++)
		buf_printf(&b, "%d,", i % 10);
	ok(&t, b.n == 10000 && b.p[9998] == '9', "a buffer grows as it is added to");
	buf_free(&b);
	return done(&t);
}
