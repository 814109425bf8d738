#include "eml/eml_body.h"

#include <string.h>

#include "base/base64.h"
#include "base/header.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "eml/eml_choose.h"
#include "eml/eml_words.h"
#include "markup/escape.h"

enum { REFERENCES_MOST = 10000, GROWTH_MOST = 4, LABEL_MOST = 40 };

static const struct place nowhere;

const struct reader *
eml_reader_of(const struct options *o, const char *format)
{
	for (const struct reader *const *r = o->part_readers; r && *r; r++)
		if (strcmp((*r)->format, format) == 0)
			return *r;
	return NULL;
}

struct str
part_name(struct mime *m, const struct mime_part *p, const struct options *o)
{
	struct str charset, raw, disposition = header_value(m->a, p->fields, STR("Content-Disposition"));
	struct buf name = { 0 };
	size_t wrong = 0;

	raw = value_parameter(m->a, disposition, STR("filename"), &charset);
	if (raw.n == 0)
		raw = value_parameter(m->a, p->parameters, STR("name"), &charset);
	if (charset.n == 0 || !decode_as(o->charsets, charset, raw, &name, &wrong))
		return words_decode(m->a, raw, o->charsets, o->lang);
	raw = arena_str(m->a, buf_str(&name));
	buf_free(&name);
	return raw;
}

/* A label that the bytes contradict says nothing: UTF-8 that is none, ASCII with other letters. */
static bool
is_believed(struct str label, struct str bytes)
{
	if (label.n == 0 || !charset_of_label(label))
		return false;
	if (str_is(str_of(charset_of_label(label)), "UTF-8"))
		return utf8_check(bytes) == STR_NPOS;
	return !str_is_nocase(label, "us-ascii") || utf8_ascii(bytes) == bytes.n;
}

/* A part's text as UTF-8: in the set that it names, else in the one that its reader finds. */
static struct str
text_of(struct mime *m, struct doc *d, const struct options *o, const struct mime_part *p)
{
	bool damaged;
	struct str bytes = mime_decode(m->a, p, &damaged), label = mime_parameter(m->a, p, STR("charset"));
	const struct reader *reader = eml_reader_of(o, mime_is(p, STR("text/html")) ? "html" : "txt");
	struct buf utf8 = { 0 };
	size_t wrong = 0;

	if (damaged)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-encoding", "a part with bytes that are not of its coding");
	if (!is_believed(label, bytes)) {
		struct charset_choice choice = { 0 };

		if (reader && reader->charset)
			choice = reader->charset(bytes, o, o->charsets, d->diag);
		if (label.n > 0 && !charset_of_label(label))
			warn(d->diag, nowhere, "W-charset", "a part names an unknown character set, %.*s", STR_FMT(str_sub(label, 0, LABEL_MOST)));
		if (!choice.name || choice.as_is)
			return bytes;
		label = str_of(choice.name);
	}
	if (!decode_as(o->charsets, label, bytes, &utf8, &wrong))
		return bytes;
	if (wrong > 0)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-encoding", "bytes that are not of the character set: %zu", wrong);
	bytes = arena_str(m->a, buf_str(&utf8));
	buf_free(&utf8);
	return bytes;
}

static void
put_data(struct mime *m, struct buf *out, const struct mime_part *p)
{
	bool damaged;

	buf_printf(out, "data:%.*s;base64,", STR_FMT(p->type));
	base64_encode(out, mime_decode(m->a, p, &damaged));
}

/* The name behind "cid:", up to what ends an attribute's value or an address in a style. */
static struct str
name_at(struct str html)
{
	size_t end = 0;

	while (end < html.n && !ascii_blank(html.p[end]) && str_find_char(STR("\"'<>)&"), html.p[end]) == STR_NPOS)
		end++;
	return str_sub(html, 0, end);
}

/* Where the next one begins; STR_NPOS: nowhere. The name of a scheme is in any case (RFC 3986, 3.1). */
static size_t
find_reference(struct str html)
{
	static const struct str scheme = STR("cid:");
	size_t colon, at = 0;

	while ((colon = str_find_char(str_sub(html, at, html.n), ':')) != STR_NPOS) {
		at += colon + 1;
		if (at >= scheme.n && str_eq_nocase(str_sub(html, at - scheme.n, at), scheme))
			return at - scheme.n;
	}
	return STR_NPOS;
}

/* Of the name as it is or, since it stands in an address, with its percent escapes (RFC 2392, 2). */
static struct mime_part *
part_of_id(struct mime *m, struct str name)
{
	struct str id = percent_decode(m->a, name);

	for (struct mime_part *p = m->root; p; p = p->next)
		if (p->id.n > 0 && !p->first && (str_eq(p->id, name) || str_eq(p->id, id)))
			return p;
	return NULL;
}

/* HTML with the images in it. A reference too many, or to nothing, stays as it is. */
static void
put_html(struct mime *m, struct buf *out, struct str html, size_t most)
{
	size_t at, references = 0;

	while ((at = find_reference(html)) != STR_NPOS) {
		struct str id = name_at(str_sub(html, at + 4, html.n));
		struct mime_part *p = references++ < REFERENCES_MOST && out->n < most ? part_of_id(m, id) : NULL;

		buf_add(out, str_sub(html, 0, p ? at : at + 4));
		html = str_sub(html, at + 4 + (p ? id.n : 0), html.n);
		if (!p)
			continue;
		put_data(m, out, p);
		p->used = true;
	}
	buf_add(out, html);
}

/* Plain text among HTML: its paragraphs, their lines kept. */
static void
put_text_as_html(struct buf *out, struct str text)
{
	struct str line;
	bool open = false;

	while (str_next(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.n > 0) {
			buf_puts(out, open ? "<br>\n" : "<p>");
			escape_text(out, line);
		} else if (open) {
			buf_puts(out, "</p>\n");
		}
		open = line.n > 0;
	}
	if (open)
		buf_puts(out, "</p>\n");
}

/* Text with its flow undone. */
static struct str
plain_of(struct mime *m, struct doc *d, const struct options *o, const struct mime_part *p)
{
	struct str text = text_of(m, d, o, p);
	struct buf out = { 0 };

	if (!str_is_nocase(mime_parameter(m->a, p, STR("format")), "flowed"))
		return text;
	unflow(&out, text, str_is_nocase(mime_parameter(m->a, p, STR("delsp")), "yes"));
	text = arena_str(m->a, buf_str(&out));
	buf_free(&out);
	return text;
}

static bool
is_body(const struct mime_part *p)
{
	return p->use == USE_BODY && !p->first && !mime_is(p, STR("multipart/"));
}

/* An image that stands for itself among the parts of the message, although it has a name: nothing has called it. */
static bool
is_left(const struct mime_part *p)
{
	return p->use == USE_RESOURCE && !p->used && mime_is(p, STR("image/")) && !mime_is(p->parent, STR("multipart/related"));
}

static void
put_image(struct mime *m, struct mime_part *p, struct buf *out)
{
	buf_puts(out, "<p><img src=\"");
	put_data(m, out, p);
	buf_puts(out, "\" alt=\"\"></p>\n");
	p->used = true;
}

/* HTML without a tag would not be taken for HTML. */
static void
put_page(struct mime *m, struct str html, struct buf *out)
{
	if (str_find_char(html, '<') == STR_NPOS)
		buf_puts(out, "<html>");
	put_html(m, out, html, out->n + html.n + GROWTH_MOST * (m->size + 1024 * 1024));
	buf_char(out, '\n');
}

void
eml_part_text(struct mime *m, struct doc *d, const struct options *o, struct mime_part *p, const char *format,
	struct eml_body *body)
{
	bool html = strcmp(format, "html") == 0;
	struct str text;

	body->format = format;
	if (mime_is(p, STR("image/"))) {
		if (html)
			put_image(m, p, &body->text);
	} else if (mime_is(p, STR("text/plain"))) {
		text = plain_of(m, d, o, p);
		body->letters += letters_of_text(text);
		if (html)
			put_text_as_html(&body->text, text);
		else
			buf_add(&body->text, text);
		buf_puts(&body->text, "\n\n");
	} else {
		text = text_of(m, d, o, p);
		body->letters += letters_of_html(text);
		put_page(m, text, &body->text);
	}
}

void
eml_body(struct mime *m, struct doc *d, const struct options *o, struct eml_body *body)
{
	body->format = "txt";
	for (const struct mime_part *p = m->root; p; p = p->next)
		if (is_body(p) && !mime_is(p, STR("text/plain")))
			body->format = "html";
	for (struct mime_part *p = m->root; p; p = p->next)
		if (is_body(p))
			eml_part_text(m, d, o, p, body->format, body);
	for (struct mime_part *p = m->root; p; p = p->next)
		if (is_left(p))
			eml_part_text(m, d, o, p, body->format, body);
}
