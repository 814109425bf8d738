#include "eml/eml_choose.h"

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

/* The first leaf of that type in a part, itself included; the parts of a part follow it. */
static struct mime_part *
first_of(struct mime_part *p, struct str type)
{
	for (struct mime_part *at = p; at && (at == p || at->depth > p->depth); at = at->next)
		if (!at->first && mime_is(at, type))
			return at;
	return NULL;
}

/* A page of ours holds all that there is, whatever it shows. */
static bool
is_poor(struct mime *m, struct mime_part *html, struct mime_part *text)
{
	struct mime_part *one = first_of(html, STR("text/html")), *other = first_of(text, STR("text/plain"));
	bool damaged;
	struct str page;

	if (!one || !other)
		return false;
	page = mime_decode(m->a, one, &damaged);
	return str_find(page, STR("\"nml.recognised\"")) == STR_NPOS &&
	       letters_of_html(page) * 2 < letters_of_text(mime_decode(m->a, other, &damaged));
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
	/* An image that has an id and is named nowhere comes to light when the text has been read. */
	if (mime_is(p, STR("image/")))
		return p->id.n > 0 ? USE_RESOURCE : USE_BODY;
	return USE_ATTACHMENT;
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
		else if (parent->use == USE_BODY && mime_is(parent, STR("multipart/related")))
			p->use = USE_RESOURCE;
		else if (parent->use == USE_ATTACHMENT || parent->use == USE_RESOURCE)
			p->use = USE_HIDDEN; /* with the message that is attached */
	}
}
