#include "eml/eml_words.h"

#include "base/base64.h"
#include "base/detect.h"
#include "base/utf8.h"
#include "eml/eml_mime.h"

enum {
	LINE_MOST = 76,
	WORD_MOST = 75, /* of an encoded word: RFC 2047, section 2 */
	WORD_FRAME = 12 /* what stands around its text */
};

struct encoded_word {
	struct str charset, text;
	bool base64;
};

/* An encoded word at the front of the value; *n is its length. */
static bool
take_word(struct str value, struct encoded_word *w, size_t *n)
{
	struct str rest = value, coding;
	size_t end;

	if (!str_starts(rest, STR("=?")))
		return false;
	rest = str_sub(rest, 2, rest.n);
	if (!str_next(&rest, '?', &w->charset) || !rest.p || !str_next(&rest, '?', &coding) || !rest.p || coding.n != 1)
		return false;
	w->base64 = ascii_lower(coding.p[0]) == 'b';
	if ((!w->base64 && ascii_lower(coding.p[0]) != 'q') || (end = str_find(rest, STR("?="))) == STR_NPOS)
		return false;
	w->text = str_sub(rest, 0, end);
	w->charset = str_sub(w->charset, 0, str_find_char(w->charset, '*')); /* a language may be behind it: RFC 2231, 5 */
	*n = (size_t)(w->text.p - value.p) + end + 2;
	return str_find_char(w->charset, '\n') == STR_NPOS;
}

static void
word_bytes(struct arena *a, const struct encoded_word *w, struct buf *bytes)
{
	struct buf text = { 0 };

	if (w->base64) {
		buf_add(bytes, base64_decode(a, w->text));
		return;
	}
	for (size_t i = 0; i < w->text.n; i++)
		buf_char(&text, w->text.p[i] == '_' ? ' ' : w->text.p[i]);
	quoted_printable_decode(bytes, buf_str(&text));
	buf_free(&text);
}

static void
decode_with(struct charset *charset, struct str bytes, struct buf *utf8, size_t *wrong)
{
	size_t at;

	while (bytes.n > 0 && (at = charset_decode(charset, bytes, utf8)) != STR_NPOS) {
		buf_puts(utf8, "\xEF\xBF\xBD");
		bytes = str_sub(bytes, at + 1, bytes.n);
		(*wrong)++;
	}
}

bool
decode_as(struct charsets *charsets, struct str label, struct str bytes, struct buf *utf8, size_t *wrong)
{
	const char *name = charset_of_label(label);
	struct charset *charset = name ? charsets_get(charsets, detect_declared(name, bytes)) : NULL;

	if (charset)
		decode_with(charset, bytes, utf8, wrong);
	return charset != NULL;
}

/* Bytes of no declared set, or of one that is not to be had. */
static void
guess(struct buf *out, struct str bytes, struct charsets *charsets, struct str lang)
{
	size_t wrong = 0;

	if (utf8_check(bytes) == STR_NPOS)
		buf_add(out, bytes);
	else
		decode_as(charsets, str_of(detect(charsets, bytes, lang).charset), bytes, out, &wrong);
}

static void
flush(struct buf *out, struct buf *bytes, struct str charset, struct charsets *charsets, struct str lang)
{
	size_t wrong = 0;

	if (bytes->n > 0 && !decode_as(charsets, charset, buf_str(bytes), out, &wrong))
		guess(out, buf_str(bytes), charsets, lang);
	buf_clear(bytes);
}

static size_t
blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && ascii_blank(s.p[n]))
		n++;
	return n;
}

struct str
words_decode(struct arena *a, struct str value, struct charsets *charsets, struct str lang)
{
	struct buf out = { 0 }, bytes = { 0 };
	struct str charset = STR_NONE, made;
	struct encoded_word w;
	size_t n;

	while (value.n > 0) {
		size_t between = blanks(value);

		if (bytes.n > 0 && take_word(str_sub(value, between, value.n), &w, &n)) {
			/* Blanks between encoded words only part them. */
			if (!str_eq_nocase(w.charset, charset))
				flush(&out, &bytes, charset, charsets, lang);
			n += between;
		} else if (!take_word(value, &w, &n)) {
			size_t end = str_find(str_sub(value, 1, value.n), STR("=?"));

			flush(&out, &bytes, charset, charsets, lang);
			end = end == STR_NPOS ? value.n : end + 1;
			guess(&out, str_sub(value, 0, end), charsets, lang);
			value = str_sub(value, end, value.n);
			continue;
		}
		charset = w.charset;
		word_bytes(a, &w, &bytes);
		value = str_sub(value, n, value.n);
	}
	flush(&out, &bytes, charset, charsets, lang);
	made = arena_str(a, buf_str(&out));
	buf_free(&out);
	buf_free(&bytes);
	return made;
}

static bool
is_ascii(struct str text)
{
	return utf8_ascii(text) == text.n && str_find(text, STR("=?")) == STR_NPOS;
}

/* ASCII in lines, broken at blanks; a word alone may be longer. */
static void
fold(struct buf *out, struct str text, size_t column)
{
	struct str word;
	bool first = true;

	while (str_next_word(&text, &word)) {
		if (!first && column + 1 + word.n > LINE_MOST) {
			buf_puts(out, "\r\n");
			column = 0;
		}
		if (!first) {
			buf_char(out, ' ');
			column++;
		}
		buf_add(out, word);
		column += word.n;
		first = false;
	}
}

/* As many whole characters as fit into an encoded word of that many bytes. */
static struct str
take_fitting(struct str *text, size_t most)
{
	struct str rest = *text, fitting = { text->p, 0 };

	while (rest.n > 0) {
		struct str behind = rest;

		utf8_next(&behind);
		if ((fitting.n + rest.n - behind.n + 2) / 3 * 4 > most)
			break;
		fitting.n += rest.n - behind.n;
		rest = behind;
	}
	*text = rest;
	return fitting;
}

static void
encode(struct buf *out, struct str text, size_t column)
{
	bool first = true;

	while (text.n > 0) {
		size_t most = (first && column < LINE_MOST / 2 ? LINE_MOST - column : WORD_MOST) - WORD_FRAME;

		if (!first || column >= LINE_MOST / 2)
			buf_puts(out, "\r\n ");
		buf_puts(out, "=?UTF-8?B?");
		base64_encode(out, take_fitting(&text, most));
		buf_puts(out, "?=");
		first = false;
	}
}

void
words_encode(struct buf *out, struct str text, size_t column)
{
	if (is_ascii(text))
		fold(out, text, column);
	else
		encode(out, text, column);
}

void
words_encode_phrase(struct buf *out, struct str text, size_t column)
{
	if (!is_ascii(text)) {
		encode(out, text, column);
		return;
	}
	buf_char(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"' || text.p[i] == '\\')
			buf_char(out, '\\');
		buf_char(out, text.p[i]);
	}
	buf_char(out, '"');
}
