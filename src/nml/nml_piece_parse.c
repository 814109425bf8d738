/* Pieces as text, parsed without a parser of XML, which a program that only writes items does not link. */
#include <string.h>

#include "base/utf8.h"
#include "nml/nml_meta.h"
#include "nml/nml_piece.h"

enum { ATTRIBUTES = 100 };

static bool
is_default_ns(struct str ns)
{
	return ns.n == 0 || str_is(ns, NML_NS);
}

struct parsing_piece {
	struct arena *a;
	struct str rest;
	struct str ns[PIECE_NAMESPACES];
	size_t count;
	bool bad;
};

static bool
take(struct parsing_piece *x, struct str token)
{
	if (!str_starts(x->rest, token))
		return false;
	x->rest = str_sub(x->rest, token.n, x->rest.n);
	return true;
}

/* A character of XML 1.0, by its reference; 0: none. */
static uint32_t
take_reference(struct parsing_piece *x)
{
	static const struct {
		struct str name;
		uint32_t c;
	} named[] = { { STR("&lt;"), '<' }, { STR("&gt;"), '>' }, { STR("&amp;"), '&' }, { STR("&quot;"), '"' } };
	uint32_t c = 0;
	size_t n = 0;

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (take(x, named[i].name))
			return named[i].c;
	if (!take(x, STR("&#x")))
		return 0;
	for (; n < x->rest.n && n < 6 && x->rest.p[n] != ';'; n++) {
		const char *digit = strchr("0123456789ABCDEF", x->rest.p[n]);

		if (!digit || !*digit)
			return 0;
		c = 16 * c + (uint32_t)(digit - "0123456789ABCDEF");
	}
	x->rest = str_sub(x->rest, n, x->rest.n);
	if (n == 0 || !take(x, STR(";")))
		return 0;
	if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF ||
		c > 0x10FFFF)
		return 0;
	return c;
}

/* Characters up to one of two, which are ASCII and stay. */
static struct str
take_characters(struct parsing_piece *x, char end, char other)
{
	struct buf text = { 0 };
	struct str taken;

	while (!x->bad && x->rest.n > 0 && x->rest.p[0] != end && x->rest.p[0] != other) {
		struct str here = x->rest;
		uint32_t c;

		if (x->rest.p[0] == '&') {
			c = take_reference(x);
			x->bad = c == 0;
			if (c)
				utf8_put(&text, c);
			continue;
		}
		c = utf8_next(&x->rest);
		x->bad = c == UTF8_BAD || c < ' ' || c == '<' || c == '>' || c == 0xFFFE || c == 0xFFFF;
		buf_add(&text, str_sub(here, 0, here.n - x->rest.n));
	}
	taken = arena_str(x->a, buf_str(&text));
	buf_free(&text);
	return taken;
}

/* ASCII letters alone. */
static struct str
take_ncname(struct parsing_piece *x)
{
	struct str s = x->rest;
	size_t n = 0;

	while (n < s.n && (ascii_alpha(s.p[n]) || s.p[n] == '_' || (n > 0 && (ascii_digit(s.p[n]) || s.p[n] == '-' || s.p[n] == '.'))))
		n++;
	x->rest = str_sub(s, n, s.n);
	x->bad = x->bad || n == 0;
	return str_sub(s, 0, n);
}

/* "name" or "n1:name"; *number is that of the prefix, or 0. */
static struct str
take_name(struct parsing_piece *x, long *number, bool *xml)
{
	struct str name = take_ncname(x);

	*number = 0;
	*xml = false;
	if (!take(x, STR(":")))
		return name;
	*xml = str_is(name, "xml");
	if (!*xml && (!str_starts(name, STR("n")) || !str_to_long(str_sub(name, 1, name.n), number) || *number < 1 ||
			     *number > PIECE_NAMESPACES))
		x->bad = true;
	return take_ncname(x);
}

static struct str
ns_of_number(const struct parsing_piece *x, long number)
{
	return number > 0 && (size_t)number <= x->count ? x->ns[number - 1] : STR_NONE;
}

/* " xmlns:n1=..." on the outermost element alone, in the order of the numbers. */
static void
take_declaration(struct parsing_piece *x, const struct piece *p)
{
	struct str number = take_characters(x, '=', ' '), value;
	long n = 0;

	x->bad = x->bad || !take(x, STR("=\""));
	value = take_characters(x, '"', '"');
	x->bad = x->bad || !take(x, STR("\"")) || p->parent || !str_to_long(number, &n) || n != (long)x->count + 1 ||
		 x->count == PIECE_NAMESPACES || is_default_ns(value) || str_starts(value, STR("http://www.w3.org/2000/xmlns")) ||
		 str_is(value, XML_NS);
	if (!x->bad)
		x->ns[x->count++] = value;
}

static bool
has_attribute(const struct piece *p, struct str ns, struct str name)
{
	for (const struct piece_attribute *a = p->attributes; a; a = a->next)
		if (str_eq(a->name, name) && str_eq(a->ns, ns))
			return true;
	return false;
}

static struct piece_attribute **
take_attribute(struct parsing_piece *x, struct piece *p, struct piece_attribute **end)
{
	long number;
	bool xml;
	struct str name = take_name(x, &number, &xml), ns = xml ? STR(XML_NS) : ns_of_number(x, number), value;

	x->bad = x->bad || !take(x, STR("=\""));
	value = take_characters(x, '"', '"');
	x->bad = x->bad || !take(x, STR("\"")) || (number > 0 && ns.n == 0) || has_attribute(p, ns, name);
	*end = ARENA_NEW(x->a, struct piece_attribute);
	**end = (struct piece_attribute){ ns, name, value, NULL };
	return &(*end)->next;
}

static void
take_attributes(struct parsing_piece *x, struct piece *p)
{
	struct piece_attribute **end = &p->attributes;

	for (int n = 0; !x->bad && take(x, STR(" ")); n++) {
		x->bad = n == ATTRIBUTES;
		if (take(x, STR("xmlns:n")))
			take_declaration(x, p);
		else if (take(x, STR("xmlns=\""))) {
			p->ns = take_characters(x, '"', '"');
			x->bad = x->bad || !take(x, STR("\"")) || !is_default_ns(p->ns);
		} else
			end = take_attribute(x, p, end);
	}
}

/* A start tag behind its "<"; NULL when it is none. The element is open when it has no end yet. */
static struct piece *
take_start(struct parsing_piece *x, struct piece *parent, bool *open)
{
	struct piece *p = piece_add(x->a, parent), *around = parent;
	long number;
	bool xml;

	while (around && !is_default_ns(around->ns))
		around = around->parent;
	p->ns = around ? around->ns : STR(NML_NS);
	p->name = take_name(x, &number, &xml);
	if (xml || x->bad)
		return NULL;
	take_attributes(x, p);
	if (number > 0)
		p->ns = ns_of_number(x, number);
	*open = !take(x, STR("/>"));
	if (x->bad || (number > 0 && p->ns.n == 0) || (*open && !take(x, STR(">"))))
		return NULL;
	return p;
}

/* An end tag behind its "</". */
static bool
take_end(struct parsing_piece *x, const struct piece *p)
{
	long number;
	bool xml;
	struct str name = take_name(x, &number, &xml);

	return !x->bad && !xml && str_eq(name, p->name) && (number > 0 ? str_eq(ns_of_number(x, number), p->ns) : is_default_ns(p->ns)) &&
	       take(x, STR(">"));
}

struct piece *
piece_parse(struct arena *a, struct str s)
{
	struct parsing_piece x = { .a = a, .rest = s };
	struct piece *root = NULL, *at = NULL;
	size_t depth = 0;

	do {
		bool open;

		if (at && take(&x, STR("</"))) {
			if (!take_end(&x, at))
				return NULL;
			at = at->parent;
			depth--;
		} else if (take(&x, STR("<"))) {
			struct piece *p = take_start(&x, at, &open);

			if (!p || depth >= PIECE_DEPTH)
				return NULL;
			root = root ? root : p;
			at = open ? p : at;
			depth += open;
		} else if (at && x.rest.n > 0) {
			piece_add_text(a, at, take_characters(&x, '<', '<'));
			if (x.bad)
				return NULL;
		} else {
			return NULL;
		}
	} while (at);
	return x.rest.n == 0 ? root : NULL;
}
