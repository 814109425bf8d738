/* Pieces as text, written. */
#include "base/utf8.h"
#include "nml/nml_meta.h"
#include "nml/nml_piece.h"
#include "nml/nml_schema.h"

struct writing_piece {
	struct buf *out;
	struct str ns[PIECE_NAMESPACES]; /* n1 is the first */
	size_t count;
	size_t depth;
	bool layout[PIECE_DEPTH + 1]; /* of the element of that depth: its blanks are none of its text */
};

/*
 * What a line of metadata would not hold as it is stands as a reference:
 * blanks but single ones, controls, what is invisible, and marks that compose.
 */
static bool
needs_reference(uint32_t c, bool after_blank, struct str here)
{
	return (c == ' ' && after_blank) || utf8_is_control(c) || utf8_is_bidi_control(c) || c == 0xAD || c == 0x200B ||
	       c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x300 && utf8_composes(here));
}

static void
put_characters(struct buf *out, struct str text)
{
	bool blank = false;

	while (text.n > 0) {
		struct str here = text;
		uint32_t c = utf8_next(&text);

		if (c == '<')
			buf_puts(out, "&lt;");
		else if (c == '>')
			buf_puts(out, "&gt;");
		else if (c == '&')
			buf_puts(out, "&amp;");
		else if (c == '"')
			buf_puts(out, "&quot;");
		else if (c == UTF8_BAD || needs_reference(c, blank, here))
			buf_printf(out, "&#x%X;", c == UTF8_BAD ? 0xFFFD : c);
		else
			buf_add(out, str_sub(here, 0, here.n - text.n));
		blank = c == ' ';
	}
}

/* The number of a namespace that is no default one; 0 when there are too many. */
static size_t
ns_number(struct writing_piece *w, struct str ns)
{
	for (size_t i = 0; i < w->count; i++)
		if (str_eq(w->ns[i], ns))
			return i + 1;
	if (w->count == PIECE_NAMESPACES)
		return 0;
	w->ns[w->count++] = ns;
	return w->count;
}

static bool
is_default_ns(struct str ns)
{
	return ns.n == 0 || str_is(ns, NML_NS);
}

static void
put_name(struct writing_piece *w, struct str ns, struct str name)
{
	if (str_is(ns, XML_NS))
		buf_puts(w->out, "xml:");
	else if (!is_default_ns(ns))
		buf_printf(w->out, "n%zu:", ns_number(w, ns));
	buf_add(w->out, name);
}

static void
put_declarations(struct writing_piece *w)
{
	for (size_t i = 0; i < w->count; i++) {
		buf_printf(w->out, " xmlns:n%zu=\"", i + 1);
		put_characters(w->out, w->ns[i]);
		buf_char(w->out, '"');
	}
}

/* The namespace that an element without a prefix is in where p stands. */
static struct str
inherited_ns(const struct piece *root, const struct piece *p)
{
	while (p != root && !is_default_ns(p->parent->ns))
		p = p->parent;
	return p == root ? STR(NML_NS) : p->parent->ns;
}

static void
put_attributes(struct writing_piece *w, const struct piece *p)
{
	for (const struct piece_attribute *a = p->attributes; a; a = a->next) {
		buf_char(w->out, ' ');
		put_name(w, a->ns, a->name);
		buf_puts(w->out, "=\"");
		put_characters(w->out, a->value);
		buf_char(w->out, '"');
	}
}

static void
put_start(struct writing_piece *w, const struct piece *root, const struct piece *p)
{
	buf_char(w->out, '<');
	put_name(w, p->ns, p->name);
	if (is_default_ns(p->ns) && !str_eq(p->ns, inherited_ns(root, p)))
		buf_printf(w->out, " xmlns=\"%.*s\"", STR_FMT(p->ns));
	if (p == root)
		put_declarations(w);
	put_attributes(w, p);
	buf_puts(w->out, p->first ? ">" : "/>");
}

/* Whether blanks in it only part elements on lines of their own. */
static bool
is_laid_out(const struct piece *p)
{
	bool elements = false;

	if (p->type && p->type->content[0] == '~')
		return false;
	for (const struct piece *child = p->first; child; child = child->next) {
		if (str_trim(child->text).n > 0)
			return false;
		elements = elements || child->name.n > 0;
	}
	return elements;
}

static void
collect_namespaces(struct writing_piece *w, const struct piece *root)
{
	for (const struct piece *p = root; p; p = piece_next(root, p)) {
		if (!is_default_ns(p->ns))
			ns_number(w, p->ns);
		for (const struct piece_attribute *a = p->attributes; a; a = a->next)
			if (!is_default_ns(a->ns) && !str_is(a->ns, XML_NS))
				ns_number(w, a->ns);
	}
}

static void
put_end(struct writing_piece *w, const struct piece *p)
{
	buf_puts(w->out, "</");
	put_name(w, p->ns, p->name);
	buf_char(w->out, '>');
	w->depth--;
}

void
piece_write(struct buf *out, const struct piece *root)
{
	struct writing_piece w = { .out = out };

	collect_namespaces(&w, root);
	for (const struct piece *p = root, *next; p; p = next) {
		if (p->name.n > 0)
			put_start(&w, root, p);
		else if (!w.layout[w.depth] || str_trim(p->text).n > 0)
			put_characters(out, p->text);
		if (p->first)
			w.layout[++w.depth] = is_laid_out(p);
		next = piece_next(root, p);
		if (p->first)
			continue;
		for (; p != root && (!next || p != next->parent); p = p->parent)
			if (p->first)
				put_end(&w, p);
		if (!next && p->first)
			put_end(&w, p);
	}
}

void
piece_write_attributes(struct buf *out, const struct piece *p)
{
	struct writing_piece w = { .out = out };
	struct piece alone = *p;

	alone.first = NULL;
	alone.ns = STR_NONE;
	collect_namespaces(&w, &alone);
	put_declarations(&w);
	put_attributes(&w, p);
}

bool
piece_can_be_written(const struct piece *root)
{
	struct writing_piece w = { 0 };

	for (const struct piece *p = root; p; p = piece_next(root, p)) {
		size_t depth = 0;

		for (const struct piece *up = p; up != root && depth <= PIECE_DEPTH; up = up->parent)
			depth++;
		if (depth >= PIECE_DEPTH)
			return false;
	}
	collect_namespaces(&w, root);
	return w.count < PIECE_NAMESPACES; /* else one may have found no number */
}
