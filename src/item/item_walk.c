#include "item/item.h"

#include <string.h>

#include "item/reference.h"

struct element *
element_skip(const struct element *top, const struct element *e)
{
	while (e && e != top && !e->next)
		e = e->parent;
	return e && e != top ? e->next : NULL;
}

struct element *
element_next(const struct element *top, const struct element *e)
{
	return e->first ? e->first : element_skip(top, e);
}

const struct attribute *
element_attribute(const struct element *e, const char *ns, const char *name)
{
	for (uint32_t i = 0; i < e->attribute_count; i++)
		if (str_is(e->attributes[i].name, name) && strcmp(e->attributes[i].ns, ns ? ns : "") == 0)
			return &e->attributes[i];
	return NULL;
}

struct str
element_value(const struct element *e, const char *ns, const char *name)
{
	const struct attribute *a = element_attribute(e, ns, name);

	return a ? a->value : STR_NONE;
}

/* TEXT */

/* How many bytes of markup stand at the front of raw, which begins with "<". */
static size_t
markup_length(struct str raw)
{
	const char *end = str_starts(raw, STR("<!--")) ? "-->" : str_starts(raw, STR("<?")) ? "?>" : NULL;
	char quote = 0;

	if (end) {
		size_t at = str_find(raw, str_of(end));

		return at == STR_NPOS ? raw.n : at + strlen(end);
	}
	for (size_t i = 1; i < raw.n; i++) {
		char c = raw.p[i];

		if (c == '>' && !quote)
			return i + 1;
		if (quote ? c == quote : c == '"' || c == '\'')
			quote = quote ? 0 : c;
	}
	return raw.n;
}

/* A CDATA section at the front of raw goes out as it stands, but for its line ends; gives its length, 0: there is none. */
static size_t
take_cdata(struct buf *out, struct str raw)
{
	static const struct str open = { "<![CDATA[", 9 };
	size_t end;

	if (!str_starts(raw, open))
		return 0;
	end = str_find(raw, STR("]]>"));
	raw = str_sub(raw, open.n, end);
	for (size_t i = 0; i < raw.n; i++)
		if (raw.p[i] != '\r')
			buf_char(out, raw.p[i]);
		else if (i + 1 == raw.n || raw.p[i + 1] != '\n')
			buf_char(out, '\n');
	return end == STR_NPOS ? open.n + raw.n : end + STR("]]>").n;
}

/* Elements of NewsML-G2, HTML and NITF that stand within a line of text. */
static bool
in_line(struct str name)
{
	static const char names[] =
		"a span inline ruby rb "
		"abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small strike strong sub "
		"sup time tt u var wbr "
		"chron classifier copyrite event function lang location money num object.title org person postaddr pronounce "
		"virtloc";
	struct str rest = str_of(names), word;

	while (str_next_word(&rest, &word))
		if (str_eq_nocase(word, name))
			return true;
	return false;
}

bool
element_in_line(const struct element *e)
{
	return in_line(e->name);
}

/* Whether the words before and behind a tag, or a comment and the like, are two. */
static bool
parts_words(struct str tag)
{
	size_t from = str_starts(tag, STR("</")) ? 2 : 1, to;

	if (tag.n > 1 && (tag.p[1] == '!' || tag.p[1] == '?'))
		return false;
	for (to = from; to < tag.n && !ascii_blank(tag.p[to]) && !strchr("/>", tag.p[to]); to++)
		if (tag.p[to] == ':')
			from = to + 1;
	return !in_line(str_sub(tag, from, to));
}

static void
decode_content(struct buf *out, struct str raw, bool line)
{
	while (raw.n > 0) {
		size_t at = str_find_char(raw, '<'), n;

		reference_decode(out, str_sub(raw, 0, at));
		raw = str_sub(raw, at == STR_NPOS ? raw.n : at, raw.n);
		if (raw.n == 0)
			break;
		n = take_cdata(out, raw);
		if (n == 0 && line && parts_words(raw))
			buf_char(out, ' ');
		raw = str_sub(raw, n ? n : markup_length(raw), raw.n);
	}
}

static struct str
decoded(struct item_file *f, size_t from, size_t to, bool line)
{
	struct str raw = str_sub(f->bytes, from, to), text;
	struct buf out = { 0 };

	if (!memchr(raw.p, '<', raw.n) && !memchr(raw.p, '&', raw.n) && !memchr(raw.p, '\r', raw.n))
		return raw;
	decode_content(&out, raw, line);
	text = arena_str(&f->arena, buf_str(&out));
	buf_free(&out);
	return text;
}

struct str
element_text(struct item_file *f, const struct element *e)
{
	return decoded(f, e->content, e->content_end, false);
}

struct str
line_of(struct arena *a, struct str text)
{
	struct str rest = text, word, line;
	struct buf out = { 0 };

	while (str_next_word(&rest, &word)) {
		if (out.n > 0)
			buf_char(&out, ' ');
		buf_add(&out, word);
	}
	line = arena_str(a, buf_str(&out));
	buf_free(&out);
	return line;
}

struct str
item_line(struct item_file *f, size_t from, size_t to)
{
	return line_of(&f->arena, decoded(f, from, to, true));
}

struct str
element_line(struct item_file *f, const struct element *e)
{
	return item_line(f, e->content, e->content_end);
}

/* PLACES */

struct place
element_place(const struct element *e)
{
	return (struct place){ .number = e->line, .column = e->column };
}

struct place
attribute_place(const struct item_file *f, const struct element *e, const struct attribute *a)
{
	struct place place = element_place(e);

	for (size_t i = e->start; i < a->at; i++) {
		place.column++;
		if (f->bytes.p[i] == '\n') {
			place.number++;
			place.column = 1;
		}
	}
	return place;
}

/* ITEMS */

struct str
element_prefix(const struct item_file *f, const struct element *e)
{
	size_t name = (size_t)(e->name.p - f->bytes.p);

	return str_sub(f->bytes, e->start + 1, name);
}

static const char *const kinds[] = {
	[ITEM_NONE] = "",
	[ITEM_NEWS] = "newsItem",
	[ITEM_PACKAGE] = "packageItem",
	[ITEM_CONCEPT] = "conceptItem",
	[ITEM_KNOWLEDGE] = "knowledgeItem",
	[ITEM_PLANNING] = "planningItem",
	[ITEM_CATALOG] = "catalogItem",
};

const char *
item_kind_name(enum item_kind kind)
{
	return kinds[kind];
}

enum item_kind
item_kind(const struct element *e)
{
	if (e->ns[0] != '\0' && strcmp(e->ns, NML_NS) != 0)
		return ITEM_NONE;
	for (enum item_kind k = ITEM_NEWS; k <= ITEM_CATALOG; k++)
		if (str_is(e->name, kinds[k]))
			return k;
	return ITEM_NONE;
}

struct element *
item_next(const struct item_file *f, const struct element *after)
{
	struct element *e = after ? element_skip(f->root, after) : f->root;

	while (e && item_kind(e) == ITEM_NONE)
		e = element_next(f->root, e);
	return e;
}

struct element *
item_child(const struct element *e, const char *name, const struct element *after)
{
	struct element *c = after ? after->next : e->first;

	while (c && !(str_is(c->name, name) && strcmp(c->ns, e->ns) == 0))
		c = c->next;
	return c;
}
