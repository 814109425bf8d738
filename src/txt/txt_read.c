/* Reading text: what its bytes are, and whether it is text at all. */
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/detect.h"
#include "base/mojibake.h"
#include "base/sniff.h"
#include "base/utf8.h"
#include "txt/txt.h"
#include "txt/txt_parse.h"

static const struct place nowhere = { 0 };

/* Line and column, both from 1, of a byte. */
static struct place
place_of(struct str bytes, size_t at)
{
	struct place place = { .number = 1, .column = 1 };

	for (size_t i = 0; i < at && i < bytes.n; i++) {
		place.column++;
		if (bytes.p[i] == '\n') {
			place.number++;
			place.column = 1;
		}
	}
	return place;
}

/* Whether one character in fifty is a control that no text has. */
static bool
is_binary(struct str text)
{
	size_t controls = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		controls += c < ' ' && !ascii_blank((char)c) && c != 0x0B && c != 0x1B;
	}
	return controls * 50 > text.n;
}

/* The lines that are not UTF-8: what else there is may come from elsewhere. */
static void
foreign_lines(struct str bytes, struct buf *lines)
{
	struct str line;

	while (str_next(&bytes, '\n', &line))
		if (utf8_check(line) != STR_NPOS) {
			buf_add(lines, line);
			buf_char(lines, '\n');
		}
}

/* Bytes that are not UTF-8, and nobody says what they are. */
static struct charset_choice
by_detector(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	size_t bad = utf8_check(bytes);
	struct buf lines = { 0 };
	struct detected d;

	foreign_lines(bytes, &lines);
	d = detect(open, buf_str(&lines), o->lang);
	buf_free(&lines);

	note(diag, place_of(bytes, bad), "byte 0x%02X is not UTF-8; character set %s, by the letters of the text (%s)",
		(unsigned char)bytes.p[bad], d.charset, d.language);
	detected_doubt(&d, diag);
	return (struct charset_choice){ d.charset, "detected", false };
}

static struct charset_choice
charset(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	size_t mark;
	const char *name = charset_of_mark(bytes, &mark), *found = mark > 0 ? "byte order mark" : "zero bytes";

	if (sniff(bytes))
		fail(diag, STATUS_DATA, nowhere, "this is %s, not text", sniff(bytes));
	if (o->from_charset)
		return (struct charset_choice){ o->from_charset, "--from-charset", false };
	if (!name && bytes.n % 2 == 0)
		name = charset_of_zeros(bytes);
	if (name)
		note(diag, nowhere, "character set %s (%s)", name, found);
	if (name && strcmp(name, "UTF-8") != 0)
		return (struct charset_choice){ name, found, false };
	if (utf8_check(bytes) == STR_NPOS)
		return (struct charset_choice){ "UTF-8", name ? found : "valid UTF-8", true };
	/* What is no text in any set is refused by the reader. */
	if (memchr(bytes.p, 0, bytes.n) || is_binary(bytes))
		return (struct charset_choice){ .as_is = true };
	return by_detector(bytes, o, open, diag);
}

/* Other formats that are text themselves. */
static const char *
markup_of(struct str text)
{
	static const struct {
		const char *head, *name;
	} heads[] = { { "<!doctype html", "HTML" }, { "<html", "HTML" }, { "<head", "HTML" }, { "<body", "HTML" },
		{ "<?xml", "XML" }, { "<newsitem", "XML" } };

	text = str_trim(text);
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (str_starts_nocase(text, str_of(heads[i].head)))
			return heads[i].name;
	return NULL;
}

static void
refuse(struct doc *d, struct str text, const struct options *o)
{
	const char *zero = text.n ? memchr(text.p, 0, text.n) : NULL;

	if (zero && !o->force)
		fail(d->diag, STATUS_DATA, place_of(text, (size_t)(zero - text.p)), "a zero byte: this is not text");
	if (is_binary(text) && !o->force)
		fail(d->diag, STATUS_DATA, nowhere, "binary: too many control characters for a text");
	if (markup_of(text) && !o->force)
		fail(d->diag, STATUS_DATA, nowhere, "looks like %s, not text (--force reads it as text)", markup_of(text));
}

/*
 * A header that counts the blocks was written together with the text, which
 * is then in the layout of ours to the letter. One that a person has put
 * before a text of any kind gives its metadata and roles.
 */
static void
read_body(struct doc *d, struct str text, struct txt_header *header, const struct options *o)
{
	struct txt_parser p = { .d = d, .o = o, .strict = header->blocks > 0 };
	struct txt_lines lines = { .strict = p.strict, .cut = txt_mends(&p, MEND_ONE_LINE) };

	if (p.strict)
		p.header = header;
	txt_lines_split(&lines, text);
	if (lines.gaps > 0)
		mended(d->diag, (struct place){ .number = lines.first_gap }, MEND_ONE_LINE,
			"lines cut at %zu wide gaps: each is the end of a paragraph", lines.gaps);
	if (txt_mends(&p, MEND_QUOTED) && txt_lines_unquote(&lines) > 0)
		mended(d->diag, (struct place){ .number = lines.v[0].number }, MEND_QUOTED,
			"all of the text stands behind \">\"; it is no quote");
	p.lines = lines.v;
	p.n = lines.n;
	p.begin = lines.begin;
	p.end = lines.end;
	build_begin(&p.b, d);
	txt_pages(&p);
	txt_survey(&p);
	txt_blocks(&p);
	txt_header_apply(d, header);
	build_end(&p.b);
	txt_lines_free(&lines);
	buf_free(&p.text);
	free(p.notes);
	txt_words_free(p.words);
}

/* The text as it was before it was taken for another character set; `whole` holds it when it had to be changed. */
static struct str
mend_mojibake(struct doc *d, struct str text, struct buf *whole)
{
	struct mojibake_survey seen = { 0 };
	enum mojibake page;
	size_t n, first = 0;

	d->letters_mended = true;
	mojibake_look(&seen, text);
	page = mojibake_found(&seen);
	if (page == MOJIBAKE_NONE)
		return text;
	n = mojibake_mend(page, text, whole, &first);
	mojibake_say(d->diag, place_of(text, first), page, n);
	return buf_str(whole);
}

static void
read_text(struct doc *d, struct str bytes, const struct options *o)
{
	struct txt_header header = { 0 };
	struct buf whole = { 0 };
	size_t mark;

	charset_of_mark(bytes, &mark);
	bytes = str_sub(bytes, mark, bytes.n);
	refuse(d, bytes, o);
	txt_header_read(d, &bytes, &header);
	if (header.blocks == 0 && options_mend(o, MEND_MOJIBAKE))
		bytes = mend_mojibake(d, bytes, &whole);
	read_body(d, bytes, &header, o);
	buf_free(&whole);
	if (!d->root->first)
		fail(d->diag, STATUS_DATA, nowhere, "empty: there is no text in it");
}

const struct reader txt_reader = {
	.format = "txt",
	.charset = charset,
	.mixed = true,
	.read = read_text,
	.libraries = txt_libraries,
};
