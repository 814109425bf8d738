#include "eml/eml_choose.h"

#include <stdint.h>

#include "base/header.h"

enum { ADDRESS_MOST = 500 };

/* A message in the message was forwarded, however it is marked: it is text. */
static bool
is_attached(struct mime *m, const struct mime_part *p)
{
	struct str disposition = header_value(m->a, p->fields, STR("Content-Disposition"));

	return str_is_nocase(value_head(disposition), "attachment") && !p->first;
}

/* A letter or digit by its first byte: lines that are drawn are not counted. */
static bool
is_letter(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0xC0;
}

/* Behind the end of what begins here: of a comment, of an element whose text is none, else of the tag. */
static struct str
behind_tag(struct str html)
{
	static const struct {
		struct str begin, end;
	} hidden[] = {
		{ STR("<!--"), STR("-->") },
		{ STR("<style"), STR("</style") },
		{ STR("<script"), STR("</script") },
		{ STR("<title"), STR("</title") },
	};
	size_t end = 0;

	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
		if (str_starts_nocase(html, hidden[i].begin)) {
			end = str_find(html, hidden[i].end);
			if (end == STR_NPOS)
				return STR_NONE;
		}
	html = str_sub(html, end, html.n);
	end = str_find_char(html, '>');
	return end == STR_NPOS ? STR_NONE : str_sub(html, end + 1, html.n);
}

size_t
letters_of_html(struct str html)
{
	size_t n = 0;

	while (html.n > 0) {
		if (html.p[0] == '<') {
			html = behind_tag(html);
			continue;
		}
		n += is_letter(html.p[0]);
		html = str_sub(html, 1, html.n);
	}
	return n;
}

static bool
is_within_line(struct str tag)
{
	static const char *const names[] = { "a", "b", "em", "font", "i", "span", "strong", "u" };
	size_t n = 0;

	tag = str_sub(tag, str_starts(tag, STR("/")) ? 1 : 0, tag.n);
	while (n < tag.n && ascii_alpha(tag.p[n]))
		n++;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_is_nocase(str_sub(tag, 0, n), names[i]))
			return true;
	return false;
}

void
lines_of_html(struct str html, struct buf *lines)
{
	static const struct str space = STR("&nbsp;");

	while (html.n > 0) {
		bool blank = ascii_blank(html.p[0]) || str_starts(html, space);

		if (html.p[0] == '<') {
			buf_puts(lines, is_within_line(str_sub(html, 1, html.n)) ? "" : "\n");
			html = behind_tag(html);
			continue;
		}
		buf_char(lines, blank ? ' ' : html.p[0]);
		html = str_sub(html, str_starts(html, space) ? space.n : 1, html.n);
	}
}

size_t
letters_of_text(struct str text)
{
	struct str line;
	size_t n = 0;

	while (str_next(&text, '\n', &line)) {
		if (str_is(line, "-- ") || str_is(line, "-- \r"))
			break;
		for (size_t i = 0; i < line.n && line.p[0] != '>'; i++) {
			size_t end = line.p[i] == '<' ? str_find_char(str_sub(line, i, i + ADDRESS_MOST), '>') : STR_NPOS;

			if (end != STR_NPOS)
				i += end; /* an address, which HTML does not show */
			n += is_letter(line.p[i]);
		}
	}
	return n;
}

/* Whether a part is another one or stands in it; the parts of a part follow it. */
static bool
is_within(const struct mime_part *at, const struct mime_part *p)
{
	return at && (at == p || at->depth > p->depth);
}

static bool
is_ours(struct str page)
{
	return str_find(page, STR("\"nml.recognised\"")) != STR_NPOS;
}

/* The letters of all text that would be shown with a part; a page of ours holds all that there is, whatever it shows. */
static size_t
letters_of(struct mime *m, struct mime_part *p)
{
	size_t n = 0;

	for (struct mime_part *at = p; is_within(at, p); at = at->next) {
		bool damaged, html = mime_is(at, STR("text/html"));
		struct str text;

		if (at->first || (!html && !mime_is(at, STR("text/plain"))) || (at != p && is_attached(m, at)))
			continue;
		text = mime_decode(m->a, at, &damaged);
		if (html && is_ours(text))
			return SIZE_MAX;
		n += html ? letters_of_html(text) : letters_of_text(text);
	}
	return n;
}

static bool
is_poor(struct mime *m, struct mime_part *html, struct mime_part *text)
{
	return letters_of(m, html) < (letters_of(m, text) + 1) / 2;
}

static struct mime_part *
take_alternative(struct mime *m, struct mime_part *p)
{
	struct mime_part *html = NULL, *text = NULL;

	for (struct mime_part *child = p->first; child; child = child->sibling) {
		if (child->holds_html)
			html = child;
		else if (child->holds_text)
			text = child;
	}
	if (html && text && is_poor(m, html, text))
		return text;
	return html ? html : text ? text : p->first;
}

/* The part that the others are for: the one with the id that `start` names, else the first. */
static struct mime_part *
take_root(struct mime *m, struct mime_part *p)
{
	struct str start = mime_parameter(m->a, p, STR("start"));

	if (start.n > 0)
		for (struct mime_part *child = p->first; child; child = child->sibling)
			if (str_eq(header_value(m->a, child->fields, STR("Content-ID")), start))
				return child;
	return p->first;
}

static struct str
id_of(struct mime *m, const struct mime_part *p)
{
	struct str id = header_value(m->a, p->fields, STR("Content-ID"));

	if (str_starts(id, STR("<")) && str_ends(id, STR(">")))
		id = str_sub(id, 1, id.n - 1);
	return id;
}

/* What each part holds, known to all that it stands in. */
static void
survey(struct mime *m)
{
	for (struct mime_part *p = m->root; p; p = p->next) {
		bool html = mime_is(p, STR("text/html")), text = mime_is(p, STR("text/plain"));

		p->id = id_of(m, p);
		if (p->first || (!html && !text) || is_attached(m, p))
			continue;
		for (struct mime_part *up = p; up; up = up->parent) {
			up->holds_html = up->holds_html || html;
			up->holds_text = up->holds_text || text;
		}
	}
}

static bool
is_signature(const struct mime_part *p)
{
	return mime_is(p, STR("application/pgp-signature")) || mime_is(p, STR("application/pkcs7-signature")) ||
	       mime_is(p, STR("application/x-pkcs7-signature"));
}

/* What a part is when all that it stands in is shown. */
static enum mime_use
use_of(struct mime *m, const struct mime_part *p)
{
	if (is_signature(p))
		return USE_HIDDEN;
	if (is_attached(m, p))
		return USE_ATTACHMENT;
	if (p->holds_html || p->holds_text || p->first)
		return USE_BODY;
	/* Where there is HTML that may name an image, that comes to light when it has been read. */
	if (mime_is(p, STR("image/")))
		return p->id.n > 0 && m->root->holds_html ? USE_RESOURCE : USE_BODY;
	return USE_ATTACHMENT;
}

/* Whether a page has a name by which to call a part. */
static bool
is_named(struct mime *m, const struct mime_part *p)
{
	return p->id.n > 0 || header_value(m->a, p->fields, STR("Content-Location")).n > 0;
}

/*
 * What a part is that is not shown with the one that it stands in. Programs put
 * what is attached wherever they are in a message: beside the images of the
 * HTML, and into the alternative with the HTML.
 */
static enum mime_use
use_beside(struct mime *m, const struct mime_part *p)
{
	bool other = p->parent->use == USE_OTHER, shown = p->parent->use == USE_BODY;

	if (is_signature(p) || (!shown && !other))
		return USE_HIDDEN; /* the latter with the message that is attached */
	if (p->first)
		return mime_is(p, STR("message/")) ? USE_ATTACHMENT : USE_OTHER;
	if (is_attached(m, p))
		return USE_ATTACHMENT;
	if (shown && !mime_is(p->parent, STR("multipart/related")))
		return USE_HIDDEN; /* it says in another form what is shown */
	if (is_named(m, p))
		return shown ? USE_RESOURCE : USE_HIDDEN;
	return other && (p->holds_html || p->holds_text) ? USE_HIDDEN : USE_ATTACHMENT;
}

void
eml_choose(struct mime *m)
{
	survey(m);
	for (struct mime_part *p = m->root; p; p = p->next) {
		struct mime_part *parent = p->parent;

		if (mime_is(p, STR("multipart/alternative")))
			p->taken = take_alternative(m, p);
		else if (mime_is(p, STR("multipart/related")))
			p->taken = take_root(m, p);
		if (!parent || (parent->use == USE_BODY && (!parent->taken || parent->taken == p)))
			p->use = use_of(m, p);
		else
			p->use = use_beside(m, p);
	}
}
