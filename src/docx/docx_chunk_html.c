#include "docx/docx_chunk.h"

#include "base/utf8.h"

enum { REFERENCE = 12 }; /* bytes at most of a character reference */

/* At work: a text that waits until its tag is known, and what is open. */
struct html {
	struct builder *b;
	struct str rest;
	struct buf text;
	struct run like;
	bool open; /* a paragraph or heading */
};

enum tag_kind { TAG_BLOCK, TAG_HEAD, TAG_BREAK, TAG_SKIP, TAG_STYLE, TAG_LINK };

/* value: a heading's level, a style's bit. Of what is skipped everything up to the end tag goes. */
static const struct tag {
	const char *name;
	enum tag_kind kind;
	unsigned value;
} tags[] = {
	{ "p", TAG_BLOCK, 0 },
	{ "div", TAG_BLOCK, 0 },
	{ "li", TAG_BLOCK, 0 },
	{ "ul", TAG_BLOCK, 0 },
	{ "ol", TAG_BLOCK, 0 },
	{ "dt", TAG_BLOCK, 0 },
	{ "dd", TAG_BLOCK, 0 },
	{ "tr", TAG_BLOCK, 0 },
	{ "td", TAG_BLOCK, 0 },
	{ "th", TAG_BLOCK, 0 },
	{ "table", TAG_BLOCK, 0 },
	{ "blockquote", TAG_BLOCK, 0 },
	{ "pre", TAG_BLOCK, 0 },
	{ "hr", TAG_BLOCK, 0 },
	{ "section", TAG_BLOCK, 0 },
	{ "article", TAG_BLOCK, 0 },
	{ "body", TAG_BLOCK, 0 },
	{ "h1", TAG_HEAD, 1 },
	{ "h2", TAG_HEAD, 2 },
	{ "h3", TAG_HEAD, 3 },
	{ "h4", TAG_HEAD, 4 },
	{ "h5", TAG_HEAD, 5 },
	{ "h6", TAG_HEAD, 6 },
	{ "br", TAG_BREAK, 0 },
	{ "head", TAG_SKIP, 0 },
	{ "script", TAG_SKIP, 0 },
	{ "style", TAG_SKIP, 0 },
	{ "title", TAG_SKIP, 0 },
	{ "b", TAG_STYLE, STYLE_BOLD },
	{ "strong", TAG_STYLE, STYLE_BOLD },
	{ "i", TAG_STYLE, STYLE_ITALIC },
	{ "em", TAG_STYLE, STYLE_ITALIC },
	{ "u", TAG_STYLE, STYLE_UNDERLINE },
	{ "sub", TAG_STYLE, STYLE_SUB },
	{ "sup", TAG_STYLE, STYLE_SUP },
	{ "a", TAG_LINK, 0 },
};

static const struct {
	const char *name;
	uint16_t is;
} references[] = {
	{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xA0 },
	{ "copy", 0xA9 }, { "reg", 0xAE }, { "deg", 0xB0 }, { "middot", 0xB7 }, { "laquo", 0xAB }, { "raquo", 0xBB },
	{ "szlig", 0xDF }, { "auml", 0xE4 }, { "ouml", 0xF6 }, { "uuml", 0xFC }, { "Auml", 0xC4 }, { "Ouml", 0xD6 },
	{ "Uuml", 0xDC }, { "eacute", 0xE9 }, { "egrave", 0xE8 }, { "agrave", 0xE0 }, { "ccedil", 0xE7 },
	{ "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "sbquo", 0x201A },
	{ "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bdquo", 0x201E }, { "bull", 0x2022 }, { "hellip", 0x2026 },
	{ "euro", 0x20AC }, { "trade", 0x2122 },
};

static uint32_t
numeric_reference(struct str digits)
{
	bool hex = digits.n > 0 && ascii_lower(digits.p[0]) == 'x';
	uint32_t c = 0;

	for (size_t i = hex; i < digits.n && c < 0x110000; i++) {
		char d = ascii_lower(digits.p[i]);

		if (!ascii_digit(d) && !(hex && d >= 'a' && d <= 'f'))
			return 0;
		c = c * (hex ? 16 : 10) + (uint32_t)(ascii_digit(d) ? d - '0' : d - 'a' + 10);
	}
	return c < 0x110000 && (c < 0xD800 || c > 0xDFFF) ? c : 0;
}

/* Takes a character reference off the front of the rest, which begins with "&"; what is none is text. */
static void
take_reference(struct html *h)
{
	struct str name = str_sub(h->rest, 1, REFERENCE);
	size_t end = str_find_char(name, ';');
	uint32_t c = 0;

	if (end != STR_NPOS) {
		name = str_sub(name, 0, end);
		if (str_starts(name, STR("#")))
			c = numeric_reference(str_sub(name, 1, name.n));
		for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
			if (str_is(name, references[i].name))
				c = references[i].is;
	}
	if (c)
		utf8_put(&h->text, c);
	else
		buf_char(&h->text, '&');
	h->rest = str_sub(h->rest, c ? end + 2 : 1, h->rest.n);
}

static void
put_text(struct html *h)
{
	struct str text = buf_str(&h->text);

	if (!h->open && str_trim(text).n > 0) {
		build_open_type(h->b, BLOCK_PARA);
		h->open = true;
	}
	if (h->open)
		build_text(h->b, &h->like, text);
	buf_clear(&h->text);
}

static void
end_block(struct html *h)
{
	if (h->open)
		build_close(h->b);
	h->open = false;
}

/* The value of href in what stands behind a tag's name. */
static struct str
href_of(struct doc *d, struct str attributes)
{
	size_t at = str_find(attributes, STR("href=\"")), end;

	if (at == STR_NPOS)
		return STR_NONE;
	attributes = str_sub(attributes, at + STR("href=\"").n, attributes.n);
	end = str_find_char(attributes, '"');
	return end == STR_NPOS ? STR_NONE : doc_link(d, str_sub(attributes, 0, end));
}

static void
open_head(struct html *h, unsigned level)
{
	struct block head = { .type = BLOCK_HEAD };

	head.head.level = (int)level;
	build_open(h->b, &head);
	h->open = true;
}

/* Goes on behind the end tag of that name. */
static void
skip_to_end(struct html *h, const char *name)
{
	size_t at;

	while ((at = str_find(h->rest, STR("</"))) != STR_NPOS) {
		h->rest = str_sub(h->rest, at + 2, h->rest.n);
		if (str_starts_nocase(h->rest, str_of(name)))
			break;
	}
	at = at == STR_NPOS ? at : str_find_char(h->rest, '>');
	h->rest = at == STR_NPOS ? STR_NONE : str_sub(h->rest, at + 1, h->rest.n);
}

static void
use_tag(struct html *h, const struct tag *t, bool ends, struct str attributes)
{
	switch (t->kind) {
	case TAG_BLOCK:
		end_block(h);
		break;
	case TAG_HEAD:
		end_block(h);
		if (!ends)
			open_head(h, t->value);
		break;
	case TAG_BREAK:
		build_break(h->b);
		break;
	case TAG_SKIP:
		if (!ends)
			skip_to_end(h, t->name);
		break;
	case TAG_STYLE:
		h->like.style = ends ? h->like.style & ~t->value : h->like.style | t->value;
		break;
	case TAG_LINK:
		h->like.link = ends ? STR_NONE : href_of(h->b->doc, attributes);
		break;
	}
}

static bool
is_name(struct str tag, const char *name)
{
	struct str is = str_of(name);

	return str_starts_nocase(tag, is) && (tag.n == is.n || (!ascii_alpha(tag.p[is.n]) && !ascii_digit(tag.p[is.n])));
}

/* Takes a tag, a comment or a declaration off the front of the rest, which begins with "<". */
static void
take_tag(struct html *h)
{
	bool comment = str_starts(h->rest, STR("<!--"));
	size_t end = str_find(h->rest, comment ? STR("-->") : STR(">"));
	struct str tag = str_sub(h->rest, 1, end);
	bool ends = str_starts(tag, STR("/"));

	put_text(h);
	h->rest = end == STR_NPOS ? STR_NONE : str_sub(h->rest, end + (comment ? 3 : 1), h->rest.n);
	if (comment)
		return;
	tag = str_sub(tag, ends, tag.n);
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		if (is_name(tag, tags[i].name)) {
			use_tag(h, &tags[i], ends, tag);
			return;
		}
	}
}

void
docx_chunk_html(struct builder *b, struct str html)
{
	struct html h = { .b = b, .rest = html };

	while (h.rest.n > 0) {
		size_t text = 0;

		if (h.rest.p[0] == '<') {
			take_tag(&h);
			continue;
		}
		if (h.rest.p[0] == '&') {
			take_reference(&h);
			continue;
		}
		while (text < h.rest.n && h.rest.p[text] != '<' && h.rest.p[text] != '&')
			text++;
		buf_add(&h.text, str_sub(h.rest, 0, text));
		h.rest = str_sub(h.rest, text, h.rest.n);
	}
	put_text(&h);
	end_block(&h);
	buf_free(&h.text);
}
