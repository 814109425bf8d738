#include "nml/nml_piece.h"

#include <string.h>

#include "nml/nml_meta.h"

struct piece *
piece_add(struct arena *a, struct piece *parent)
{
	struct piece *p = ARENA_NEW(a, struct piece);

	p->parent = parent;
	if (!parent)
		return p;
	if (parent->last)
		parent->last->next = p;
	else
		parent->first = p;
	parent->last = p;
	return p;
}

struct piece *
piece_open(struct arena *a, struct piece *parent, const struct xml_element *e, struct str no_ns)
{
	struct piece *p = piece_add(a, parent);
	struct piece_attribute **end = &p->attributes;

	p->ns = e->ns[0] ? arena_str(a, str_of(e->ns)) : no_ns;
	p->name = arena_str(a, str_of(e->name));
	for (size_t i = 0; i < e->attribute_count; i++) {
		const struct xml_attribute *from = &e->attributes[i];

		*end = ARENA_NEW(a, struct piece_attribute);
		**end = (struct piece_attribute){ arena_str(a, str_of(from->ns)), arena_str(a, str_of(from->name)),
			arena_str(a, from->value), NULL };
		end = &(*end)->next;
	}
	return p;
}

void
piece_add_text(struct arena *a, struct piece *p, struct str text)
{
	struct piece *at = p->last;

	if (text.n == 0)
		return;
	if (!at || at->name.n > 0)
		at = piece_add(a, p);
	/* A text that comes in parts grows in place. */
	at->text.p = arena_grow(a, (char *)at->text.p, at->text.n, at->text.n + text.n);
	memcpy((char *)at->text.p + at->text.n, text.p, text.n);
	at->text.n += text.n;
}

/* The next one that does not stand in `at`. */
static struct piece *
skip(const struct piece *root, const struct piece *at)
{
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

struct piece *
piece_next(const struct piece *root, const struct piece *at)
{
	return at->first ? at->first : skip(root, at);
}

struct str
piece_attribute(const struct piece *p, const char *name)
{
	for (const struct piece_attribute *a = p->attributes; a; a = a->next)
		if (a->ns.n == 0 && str_is(a->name, name))
			return str_trim(a->value);
	return STR_NONE;
}

bool
piece_is(const struct piece *p, const char *name)
{
	return str_is(p->name, name) && str_is(p->ns, NML_NS);
}

struct piece *
piece_child(const struct piece *p, const char *name)
{
	for (struct piece *child = p->first; child; child = child->next)
		if (piece_is(child, name))
			return child;
	return NULL;
}

bool
piece_has_language(const struct piece *p)
{
	for (const struct piece_attribute *a = p->attributes; a; a = a->next)
		if (str_is(a->ns, XML_NS) && str_is(a->name, "lang"))
			return true;
	return false;
}

/* What does not part words. */
static bool
in_line(const struct piece *p)
{
	static const char *const names[] = { "a", "span", "inline", "ruby", "rb", "b", "strong", "i", "em", "u", "sub", "sup" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(p->name, names[i]))
			return true;
	return false;
}

/* A blank behind each element that the walk leaves between two steps. */
static void
part_left(struct buf *line, const struct piece *root, const struct piece *from, const struct piece *to)
{
	if (from->first)
		return;
	for (; from != root && (!to || from != to->parent); from = from->parent)
		if (from->name.n > 0 && !in_line(from))
			buf_char(line, ' ');
}

struct str
piece_in_line(struct doc *d, const struct piece *p)
{
	struct buf line = { 0 };
	struct str made;

	for (const struct piece *at = p, *next; at; at = next) {
		if (at != p && at->name.n > 0 && !in_line(at))
			buf_char(&line, ' ');
		buf_add(&line, at->text);
		next = piece_next(p, at);
		part_left(&line, p, at, next);
	}
	made = doc_line(d, buf_str(&line));
	buf_free(&line);
	return made;
}
