#include "base/charset.h"

#include "tap.h"

#include <string.h>

static const struct {
	const char *label, *name; /* NULL: unknown */
} labels[] = {
	{ "utf8", "UTF-8" },
	{ " UTF-8\n", "UTF-8" },
	{ "latin2", "ISO-8859-2" },
	{ "gbk", "GB18030" },
	{ "utf-16", "UTF-16LE" },
	{ "UTF-7", NULL },
	{ "iso-2022-kr", NULL },
	{ "utf-8//TRANSLIT", NULL },
	{ "", NULL },
};

static const struct {
	const char *label;
	struct str bytes;
	const char *utf8;
} texts[] = {
	{ "windows-1250", STR("P\xF8\xEDli\x9A \x84\x9Elu\x9Do\x93"), "Příliš „žluťo“" },
	{ "iso-8859-2", STR("P\xF8\xEDli\xB9"), "Příliš" },
	{ "iso-8859-1", STR("\x84Gr\xFC\xDF\x65\x93"), "„Grüße“" },
	{ "windows-1251", STR("\xCF\xF0\xE5\xF1"), "Прес" },
	{ "koi8-u", STR("\xF0\xD2\xC5\xD3"), "Прес" },
	{ "utf-16le", STR("a\0Y\1"), "ař" },
	{ "utf-16be", STR("\0a\1Y"), "ař" },
	{ "shift_jis", STR("\x93\xFA\x96\x7B"), "日本" },
	{ "windows-1252", STR("\x81"), "\xC2\x81" },
	{ "utf-8", STR("ř"), "ř" },
};

static void
test_text(struct tap *t, const char *label, struct str bytes, const char *utf8)
{
	const char *name = charset_of_label(str_of(label));
	struct charset *in = name ? charset_open(name) : NULL, *out = name ? charset_open_output(name) : NULL;
	struct buf decoded = { 0 }, encoded = { 0 };

	if (!in || !out) {
		ok(t, false, label);
		return;
	}
	ok(t, charset_decode(in, bytes, &decoded) == STR_NPOS && str_is(buf_str(&decoded), utf8), label);
	ok(t,
		charset_encode(out, str_of(utf8), UNENCODABLE_ERROR, &encoded).wrong == STR_NPOS &&
			str_eq(buf_str(&encoded), bytes),
		"and back");
	charset_close(in);
	charset_close(out);
	buf_free(&decoded);
	buf_free(&encoded);
}

/* A page's label is read by the web's rule; an output is what its name says. */
static void
test_output_labels(struct tap *t)
{
	is(t, str_of(charset_of_label(STR("latin1"))), "CP1252", "a page in latin1");
	is(t, str_of(charset_of_output_label(STR("latin1"))), "ISO-8859-1", "an output in latin1");
	is(t, str_of(charset_of_output_label(STR("windows-1252"))), "CP1252", "an output in windows-1252");
}

static void
test_errors(struct tap *t)
{
	struct charset *in = charset_open("UTF-8"), *out = charset_open_output(charset_of_label(STR("latin2")));
	struct buf b = { 0 };

	is_number(t, (long long)charset_decode(in, STR("ab\xFF"), &b), 2, "where bytes are wrong");
	buf_clear(&b);
	is_number(t, (long long)charset_encode(out, STR("a\xE6\x97\xA5"), UNENCODABLE_ERROR, &b).wrong, 1,
		"where a character cannot be written");
	buf_clear(&b);
	charset_encode(out, STR("a\xE6\x97\xA5" "b"), UNENCODABLE_REFERENCE, &b);
	is(t, buf_str(&b), "a&#26085;b", "or it becomes a reference");
	buf_free(&b);
	charset_close(in);
	charset_close(out);
}

int
main(void)
{
	struct tap t = { 0 };
	size_t n = 9;
	const char *mark;

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		const char *name = charset_of_label(str_of(labels[i].label));

		is(&t, str_of(name), labels[i].name ? labels[i].name : "(none)", "a label");
	}
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		test_text(&t, texts[i].label, texts[i].bytes, texts[i].utf8);
	test_output_labels(&t);
	test_errors(&t);
	mark = charset_of_mark(STR("\xEF\xBB\xBF" "a"), &n);
	ok(&t, mark && strcmp(mark, "UTF-8") == 0 && n == 3, "a byte order mark");
	ok(&t, !charset_of_mark(STR("\xEF\xBB"), &n) && n == 0, "half of one");
	return done(&t);
}
