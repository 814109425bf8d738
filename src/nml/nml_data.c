/*
 * inlineData: plain text, or HTML that some send as if it were text. There is
 * no HTML parser in here, and none is needed: known tags are matched as far as
 * they go together, and whatever else looks like a tag is text.
 */
#include "base/utf8.h"
#include "nml/nml_body.h"

enum {
	OPEN_TAGS = 60,
	ATTRIBUTES = 16,
	NAME = 12,
	TAG = 2000 /* bytes of a tag or comment: what is longer is text, and looking for the end stays cheap */
};

enum kind {
	NORMAL,
	VOID,	/* has no content */
	SINGLE, /* ends where the next of its kind begins */
};

static const struct tag {
	const char *name;
	enum kind kind;
} tags[] = {
	{ "a", NORMAL }, { "b", NORMAL }, { "blockquote", NORMAL }, { "body", NORMAL }, { "br", VOID }, { "div", NORMAL },
	{ "em", NORMAL }, { "h1", SINGLE }, { "h2", SINGLE }, { "h3", SINGLE }, { "h4", SINGLE }, { "h5", SINGLE },
	{ "h6", SINGLE }, { "head", NORMAL }, { "hr", VOID }, { "html", NORMAL }, { "i", NORMAL }, { "img", VOID },
	{ "li", SINGLE }, { "ol", NORMAL }, { "p", SINGLE }, { "pre", NORMAL }, { "script", NORMAL }, { "section", NORMAL },
	{ "span", NORMAL }, { "strong", NORMAL }, { "style", NORMAL }, { "sub", NORMAL }, { "sup", NORMAL }, { "table", NORMAL },
	{ "tbody", NORMAL }, { "td", SINGLE }, { "th", SINGLE }, { "thead", NORMAL }, { "title", NORMAL }, { "tr", SINGLE },
	{ "u", NORMAL }, { "ul", NORMAL },
};

struct markup {
	struct doc *d;
	struct xhtml_reader *x;
	const struct tag *open[OPEN_TAGS];
	size_t n;
};

static const struct tag *
tag_of(struct str name)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (str_is_nocase(name, tags[i].name))
			return &tags[i];
	return NULL;
}

/* The tag that begins at the front of s; *length is that of the whole, with its "<" and ">". */
static const struct tag *
tag_at(struct str s, bool *closing, size_t *length)
{
	size_t from = s.n > 1 && s.p[1] == '/' ? 2 : 1, to = from, end = str_find_char(str_sub(s, 0, TAG), '>');

	while (to < s.n && to < from + NAME && (ascii_alpha(s.p[to]) || ascii_digit(s.p[to])))
		to++;
	if (s.n == 0 || s.p[0] != '<' || end == STR_NPOS || to > end)
		return NULL;
	*closing = from == 2;
	*length = end + 1;
	return tag_of(str_sub(s, from, to));
}

static bool
has_markup(struct str text)
{
	bool closing;
	size_t length, at;

	while ((at = str_find_char(text, '<')) != STR_NPOS) {
		text = str_sub(text, at, text.n);
		if (tag_at(text, &closing, &length))
			return true;
		text = str_sub(text, 1, text.n);
	}
	return false;
}

/* A character reference at the front of *rest, after its "&"; 0 when there is none. */
static uint32_t
take_reference(struct str *rest)
{
	static const struct {
		struct str name;
		uint32_t c;
	} named[] = { { { "amp", 3 }, '&' }, { { "lt", 2 }, '<' }, { { "gt", 2 }, '>' }, { { "quot", 4 }, '"' },
		{ { "apos", 4 }, '\'' }, { { "nbsp", 4 }, 0xA0 } };
	size_t end = str_find_char(str_sub(*rest, 0, 12), ';');
	struct str name = str_sub(*rest, 0, end == STR_NPOS ? 0 : end);
	uint32_t c = 0;
	long number;

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (str_eq(name, named[i].name))
			c = named[i].c;
	if (str_starts(name, STR("#")) && str_to_long(str_sub(name, 1, name.n), &number) && number > 0 && number < 0x110000 &&
		(number < 0xD800 || number > 0xDFFF))
		c = (uint32_t)number;
	if (c)
		*rest = str_sub(*rest, end + 1, rest->n);
	return c;
}

static void
add_decoded(struct buf *out, struct str text)
{
	while (text.n > 0) {
		size_t at = str_find_char(text, '&');
		uint32_t c;

		buf_add(out, str_sub(text, 0, at));
		if (at == STR_NPOS)
			return;
		text = str_sub(text, at + 1, text.n);
		c = take_reference(&text);
		utf8_put(out, c ? c : '&');
	}
}

static void
put_text(struct xhtml_reader *x, struct str text)
{
	struct buf out = { 0 };

	add_decoded(&out, text);
	xhtml_text(x, buf_str(&out));
	buf_free(&out);
}

/* name="value", name='value', name=value or name, one after the other. */
static size_t
parse_attributes(struct markup *m, struct str s, struct xhtml_attribute *list)
{
	size_t n = 0;

	while ((s = str_trim(s)).n > 0 && n < ATTRIBUTES) {
		size_t to = 0, end;
		struct buf value = { 0 };
		char quote;

		while (to < s.n && s.p[to] != '=' && !ascii_blank(s.p[to]))
			to++;
		list[n].name = str_sub(s, 0, to);
		list[n].value = STR("");
		s = str_trim(str_sub(s, to, s.n));
		if (!str_starts(s, STR("="))) {
			n++;
			continue;
		}
		s = str_trim(str_sub(s, 1, s.n));
		quote = s.n > 0 && (s.p[0] == '"' || s.p[0] == '\'') ? s.p[0] : ' ';
		if (quote != ' ')
			s = str_sub(s, 1, s.n);
		end = str_find_char(s, quote);
		add_decoded(&value, str_sub(s, 0, end));
		list[n++].value = arena_str(&m->d->arena, buf_str(&value));
		buf_free(&value);
		s = end == STR_NPOS ? STR("") : str_sub(s, end + 1, s.n);
	}
	return n;
}

/* Closes the innermost tag of that kind with all that is open in it; nothing when none is open. */
static void
close_tag(struct markup *m, const struct tag *tag)
{
	size_t at = m->n;

	while (at > 0 && m->open[at - 1] != tag)
		at--;
	for (; at > 0 && m->n >= at; m->n--)
		xhtml_end(m->x);
}

static void
open_tag(struct markup *m, const struct tag *tag, struct str inside)
{
	struct xhtml_attribute attributes[ATTRIBUTES];
	size_t n;

	if (tag->kind == SINGLE && m->n > 0 && m->open[m->n - 1] == tag)
		close_tag(m, tag);
	if (m->n == OPEN_TAGS)
		return;
	if (str_ends(inside, STR("/")))
		inside.n--;
	n = parse_attributes(m, inside, attributes);
	xhtml_start(m->x, str_of(tag->name), attributes, n);
	if (tag->kind == VOID)
		xhtml_end(m->x);
	else
		m->open[m->n++] = tag;
}

static size_t
comment_length(struct str s)
{
	size_t end = str_find(str_sub(s, 0, TAG), STR("-->"));

	return str_starts(s, STR("<!--")) && end != STR_NPOS ? end + 3 : 0;
}

static void
read_markup(struct markup *m, struct str text)
{
	while (text.n > 0) {
		size_t at = str_find_char(text, '<'), length;
		const struct tag *tag;
		bool closing = false;

		if (at > 0) {
			put_text(m->x, str_sub(text, 0, at));
			text = str_sub(text, at == STR_NPOS ? text.n : at, text.n);
			continue;
		}
		tag = tag_at(text, &closing, &length);
		if (!tag && comment_length(text) > 0) {
			text = str_sub(text, comment_length(text), text.n);
			continue;
		}
		if (!tag) {
			xhtml_text(m->x, STR("<"));
			text = str_sub(text, 1, text.n);
			continue;
		}
		if (closing)
			close_tag(m, tag);
		else
			open_tag(m, tag, str_sub(text, 1 + str_of(tag->name).n, length - 1));
		text = str_sub(text, length, text.n);
	}
	for (; m->n > 0; m->n--)
		xhtml_end(m->x);
}

static bool
indented(struct str line)
{
	return str_starts(line, STR("  ")) || str_starts(line, STR("\t"));
}

/* How many lines are blank, or indented. */
static void
look_at_lines(struct str text, bool *has_blank, bool *has_indented)
{
	struct str line;

	*has_blank = *has_indented = false;
	while (str_next(&text, '\n', &line)) {
		bool blank = str_trim(line).n == 0;

		*has_blank = *has_blank || blank;
		*has_indented = *has_indented || (!blank && indented(line));
	}
}

/* Paragraphs are parted by blank lines, or begin with an indented one; where neither is, each line is one. */
static void
read_plain(struct xhtml_reader *x, struct str text)
{
	bool has_blank, has_indented, open = false;
	struct str line;

	while (text.n > 0 && ascii_blank(text.p[text.n - 1]))
		text.n--;
	while (text.n > 0 && str_starts(text, STR("\n")))
		text = str_sub(text, 1, text.n);
	look_at_lines(text, &has_blank, &has_indented);
	while (str_next(&text, '\n', &line)) {
		bool blank = str_trim(line).n == 0;
		bool first = has_indented ? indented(line) : !has_blank;

		if (open && (blank || first)) {
			xhtml_end(x);
			open = false;
		}
		if (blank)
			continue;
		if (!open)
			xhtml_start(x, STR("p"), NULL, 0);
		else
			xhtml_text(x, STR(" "));
		open = true;
		xhtml_text(x, str_trim(line));
	}
	if (open)
		xhtml_end(x);
}

void
data_read(struct doc *d, struct xhtml_reader *x, struct str text, bool may_be_markup)
{
	struct markup m = { .d = d, .x = x };

	if (may_be_markup && has_markup(text))
		read_markup(&m, text);
	else
		read_plain(x, text);
}
