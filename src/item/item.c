#include "item/item.h"

#include <stdlib.h>
#include <string.h>

#include "item/reference.h"
#include "markup/xml.h"

/* A namespace declaration in scope. */
struct declaration {
	struct str prefix;
	const char *ns;
	size_t depth; /* of the element that declares it */
};

/* The place in the bytes, which are known to be well-formed. */
struct scan {
	struct item_file *f;
	struct str bytes;
	size_t at;
	size_t line, line_start, counted; /* lines are counted up to `counted` */
	struct element *open;		  /* the innermost */
	struct element *last;		  /* its last child so far, or NULL */
	size_t depth;
	struct declaration *declared;
	size_t declared_count, declared_cap;
	struct attribute *attributes; /* of the tag at hand */
	struct str *prefixes;
	size_t attribute_count, attribute_cap;
};

static const struct place nowhere = { 0 };

/* The parser has read these bytes before; that it saw other ones would be our mistake. */
static _Noreturn void
astray(const struct scan *s)
{
	fail(s->f->diag, STATUS_BUG, nowhere, "byte %zu of the XML is not what it seemed", s->at + 1);
}

static char
byte(const struct scan *s)
{
	if (s->at >= s->bytes.n)
		astray(s);
	return s->bytes.p[s->at];
}

static bool
looking_at(const struct scan *s, struct str what)
{
	return str_starts(str_sub(s->bytes, s->at, s->bytes.n), what);
}

/* Goes behind the next place where that stands. */
static void
go_behind(struct scan *s, struct str what)
{
	size_t at = str_find(str_sub(s->bytes, s->at, s->bytes.n), what);

	if (at == STR_NPOS)
		astray(s);
	s->at += at + what.n;
}

static void
skip_blanks(struct scan *s)
{
	while (ascii_blank(byte(s)))
		s->at++;
}

static void
count_lines(struct scan *s)
{
	while (s->counted < s->at) {
		const char *lf = memchr(s->bytes.p + s->counted, '\n', s->at - s->counted);

		if (!lf)
			break;
		s->line++;
		s->counted = s->line_start = (size_t)(lf - s->bytes.p) + 1;
	}
	s->counted = s->at;
}

/* NAMES */

static struct str
take_name(struct scan *s)
{
	size_t from = s->at;

	while (!ascii_blank(byte(s)) && !strchr("=/>", byte(s)))
		s->at++;
	if (s->at == from)
		astray(s);
	return str_sub(s->bytes, from, s->at);
}

static struct str
split_name(struct str name, struct str *prefix)
{
	size_t colon = str_find_char(name, ':');

	*prefix = colon == STR_NPOS ? STR("") : str_sub(name, 0, colon);
	return colon == STR_NPOS ? name : str_sub(name, colon + 1, name.n);
}

/* The namespaces that nearly every element is in are not copied. */
static const char *
namespace_string(struct scan *s, struct str value)
{
	static const char *const known[] = { "", NML_NS, XHTML_NS, NITF_NS };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_is(value, known[i]))
			return known[i];
	return arena_cstr(&s->f->arena, value);
}

static void
declare(struct scan *s, struct str prefix, struct str value)
{
	if (s->declared_count == s->declared_cap) {
		s->declared_cap = 2 * s->declared_cap + 16;
		s->declared = mem_grow(s->declared, s->declared_cap * sizeof(*s->declared));
	}
	s->declared[s->declared_count++] = (struct declaration){ prefix, namespace_string(s, value), s->depth };
}

/* A prefix that nobody declares means no namespace; the parser has warned of it. */
static const char *
resolve(const struct scan *s, struct str prefix)
{
	if (str_is(prefix, "xml"))
		return XML_NS;
	for (size_t i = s->declared_count; i > 0; i--)
		if (str_eq(s->declared[i - 1].prefix, prefix))
			return s->declared[i - 1].ns;
	return "";
}

/* TAGS */

static void
take_attribute(struct scan *s)
{
	struct attribute *a;
	struct str *prefix;
	char quote[2] = { 0 };

	if (s->attribute_count == s->attribute_cap) {
		s->attribute_cap = 2 * s->attribute_cap + 16;
		s->attributes = mem_grow(s->attributes, s->attribute_cap * sizeof(*s->attributes));
		s->prefixes = mem_grow(s->prefixes, s->attribute_cap * sizeof(*s->prefixes));
	}
	a = &s->attributes[s->attribute_count];
	prefix = &s->prefixes[s->attribute_count++];
	*a = (struct attribute){ .ns = "", .at = (uint32_t)s->at };
	a->name = split_name(take_name(s), prefix);
	skip_blanks(s);
	s->at++; /* "=" */
	skip_blanks(s);
	quote[0] = byte(s);
	a->value_at = (uint32_t)++s->at;
	go_behind(s, str_of(quote));
	a->value_end = (uint32_t)s->at - 1;
	a->value = reference_decode_value(&s->f->arena, str_sub(s->bytes, a->value_at, a->value_end));
	if (str_is(*prefix, "xmlns") || (prefix->n == 0 && str_is(a->name, "xmlns"))) {
		a->ns = XMLNS_NS;
		declare(s, prefix->n ? a->name : STR(""), a->value);
	}
}

/* An attribute without a prefix is in no namespace (Namespaces in XML, 6.2). */
static void
settle_attributes(struct scan *s, struct element *e)
{
	size_t bytes = s->attribute_count * sizeof(*s->attributes);

	for (size_t i = 0; i < s->attribute_count; i++)
		if (s->prefixes[i].n > 0 && s->attributes[i].ns[0] == '\0')
			s->attributes[i].ns = resolve(s, s->prefixes[i]);
	e->attribute_count = (uint32_t)s->attribute_count;
	if (bytes > 0)
		e->attributes = memcpy(arena_alloc(&s->f->arena, bytes), s->attributes, bytes);
}

static void
close_element(struct scan *s)
{
	struct element *e = s->open;

	e->end = (uint32_t)s->at;
	s->depth--;
	while (s->declared_count > 0 && s->declared[s->declared_count - 1].depth > s->depth)
		s->declared_count--;
	s->last = e;
	s->open = e->parent;
}

static void
link_element(struct scan *s, struct element *e)
{
	e->parent = s->open;
	if (s->last)
		s->last->next = e;
	else if (s->open)
		s->open->first = e;
	else
		s->f->root = e;
	s->open = e;
	s->last = NULL;
}

static void
start_tag(struct scan *s)
{
	struct element *e = ARENA_NEW(&s->f->arena, struct element);
	struct str prefix;

	count_lines(s);
	e->start = (uint32_t)s->at++;
	e->line = (uint32_t)s->line;
	e->column = (uint32_t)(e->start - s->line_start + 1);
	e->name = split_name(take_name(s), &prefix);
	link_element(s, e);
	s->depth++;
	s->attribute_count = 0;
	for (skip_blanks(s); byte(s) != '>' && byte(s) != '/'; skip_blanks(s))
		take_attribute(s);
	settle_attributes(s, e);
	e->ns = resolve(s, prefix);
	if (byte(s) == '/') {
		s->at += 2;
		e->content = e->content_end = (uint32_t)s->at;
		close_element(s);
	} else {
		e->content = (uint32_t)++s->at;
	}
}

static void
end_tag(struct scan *s)
{
	if (!s->open)
		astray(s);
	s->open->content_end = (uint32_t)s->at;
	go_behind(s, STR(">"));
	close_element(s);
}

static void
scan_markup(struct scan *s)
{
	if (looking_at(s, STR("<!--"))) {
		s->at += STR("<!--").n;
		go_behind(s, STR("-->"));
	} else if (looking_at(s, STR("<![CDATA["))) {
		go_behind(s, STR("]]>"));
	} else if (looking_at(s, STR("<?"))) {
		go_behind(s, STR("?>"));
	} else if (looking_at(s, STR("</"))) {
		end_tag(s);
	} else {
		start_tag(s);
	}
}

static void
build(struct item_file *f)
{
	struct scan s = { .f = f, .bytes = f->bytes, .line = 1 };
	const char *open;

	while ((open = memchr(s.bytes.p + s.at, '<', s.bytes.n - s.at))) {
		s.at = (size_t)(open - s.bytes.p);
		scan_markup(&s);
	}
	if (s.open || !f->root)
		astray(&s);
	free(s.declared);
	free(s.attributes);
	free(s.prefixes);
}

/* THE FILE */

struct item_file *
item_parse(struct diag *diag, struct str bytes)
{
	static const struct xml_handler check_only = { 0 };
	struct item_file *f = mem_alloc(sizeof(*f));

	if (bytes.n >= UINT32_MAX)
		fail(diag, STATUS_DATA, nowhere, "more than %lu bytes", (unsigned long)UINT32_MAX);
	xml_parse(diag, NULL, true, bytes, &check_only, NULL);
	*f = (struct item_file){ .diag = diag, .bytes = bytes };
	build(f);
	return f;
}

void
item_free(struct item_file *f)
{
	arena_free(&f->arena);
	free(f);
}
