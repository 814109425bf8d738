#include "item/edit.h"

#include <stdlib.h>
#include <string.h>

#include "item/edit_order.h"
#include "markup/escape.h"

struct edit_insertion {
	const char *group; /* NULL: the item itself */
	const char *name;
	size_t place;
	struct str markup;
	size_t number; /* of the call */
};

void
edit_begin(struct edit *e, struct item_file *f, struct splice *splice, struct element *item)
{
	*e = (struct edit){ .f = f, .splice = splice, .item = item, .prefix = element_prefix(f, item) };
}

struct element *
edit_group(const struct edit *e, const char *group)
{
	return item_child(e->item, group, NULL);
}

/* MARKUP */

struct str
edit_text(struct edit *e, struct str text)
{
	struct buf out = { 0 };
	struct str markup;

	escape_text(&out, text);
	markup = arena_str(&e->f->arena, buf_str(&out));
	buf_free(&out);
	return markup;
}

struct str
edit_attribute_markup(struct edit *e, const char *name, struct str value)
{
	struct buf out = { 0 };
	struct str markup;

	put_attribute(&out, name, value);
	markup = arena_str(&e->f->arena, buf_str(&out));
	buf_free(&out);
	return markup;
}

struct str
edit_markup(struct edit *e, const char *name, struct str attributes, struct str content)
{
	struct str p = e->prefix;

	if (content.n == 0)
		return arena_printf(&e->f->arena, "<%.*s%s%.*s/>", STR_FMT(p), name, STR_FMT(attributes));
	return arena_printf(&e->f->arena, "<%.*s%s%.*s>%.*s</%.*s%s>", STR_FMT(p), name, STR_FMT(attributes), STR_FMT(content),
		STR_FMT(p), name);
}

/* WHITE SPACE */

/* The blanks in front of an offset, from the last line end on; nothing when it is not the first on its line. */
static struct str
line_start(const struct edit *e, size_t at)
{
	size_t from = at;
	const char *p = e->f->bytes.p;

	while (from > 0 && (p[from - 1] == ' ' || p[from - 1] == '\t'))
		from--;
	if (from == 0 || p[from - 1] != '\n')
		return STR("");
	from -= from > 1 && p[from - 2] == '\r' ? 2 : 1;
	return str_sub(e->f->bytes, from, at);
}

/* How much deeper one line start is than another. */
static struct str
step_of(struct str inner, struct str outer)
{
	size_t depth = str_find_char(outer, '\n') == STR_NPOS ? 0 : outer.n - str_find_char(outer, '\n') - 1;

	if (inner.n == 0)
		return inner;
	inner = str_sub(inner, str_find_char(inner, '\n') + 1, inner.n);
	return inner.n > depth ? str_sub(inner, depth, inner.n) : STR("\t");
}

static struct str
joined(struct edit *e, struct str a, struct str b)
{
	return arena_printf(&e->f->arena, "%.*s%.*s", STR_FMT(a), STR_FMT(b));
}

/* How children of an element are indented: as the first one is, or one step deeper than the element. */
static struct str
child_start(struct edit *e, const struct element *parent)
{
	struct str own = line_start(e, parent->start);

	if (parent->first)
		return line_start(e, parent->first->start);
	return joined(e, own, step_of(own, parent->parent ? line_start(e, parent->parent->start) : STR("")));
}

/* CHANGES */

void
edit_remove(struct edit *e, const struct element *what)
{
	struct str start = line_start(e, what->start);

	splice_replace(e->splice, what->start - start.n, what->end - what->start + start.n, STR(""));
}

static void
replace(struct edit *e, size_t from, size_t to, struct str markup)
{
	if (!str_eq(str_sub(e->f->bytes, from, to), markup))
		splice_replace(e->splice, from, to - from, markup);
}

void
edit_replace(struct edit *e, const struct element *what, struct str markup)
{
	replace(e, what->start, what->end, markup);
}

/* The name in its tags, with the prefix. */
static struct str
qualified_name(const struct edit *e, const struct element *what)
{
	return str_sub(e->f->bytes, what->start + 1, (size_t)(what->name.p - e->f->bytes.p) + what->name.n);
}

void
edit_content(struct edit *e, const struct element *what, struct str markup)
{
	struct str name = qualified_name(e, what);

	if (what->content_end < what->end)
		replace(e, what->content, what->content_end, markup);
	else if (markup.n > 0) /* "/>" becomes two tags */
		splice_replace(e->splice, what->content - 2, 2,
			arena_printf(&e->f->arena, ">%.*s</%.*s>", STR_FMT(markup), STR_FMT(name)));
}

void
edit_attribute(struct edit *e, const struct element *what, const char *name, struct str value)
{
	const struct attribute *a = element_attribute(what, NULL, name), *last;
	struct str markup = edit_attribute_markup(e, name, value);
	size_t at = (size_t)(what->name.p - e->f->bytes.p) + what->name.n;

	if (a && str_eq(a->value, value))
		return;
	if (a) {
		splice_replace(e->splice, a->at, a->value_end + 1 - a->at, str_sub(markup, 1, markup.n));
		return;
	}
	last = what->attribute_count > 0 ? &what->attributes[what->attribute_count - 1] : NULL;
	splice_insert(e->splice, last ? last->value_end + 1 : at, markup);
}

void
edit_remove_attribute(struct edit *e, const struct element *what, const char *name)
{
	const struct attribute *a = element_attribute(what, NULL, name);
	size_t from;

	if (!a)
		return;
	for (from = a->at; ascii_blank(e->f->bytes.p[from - 1]);)
		from--;
	splice_replace(e->splice, from, a->value_end + 1 - from, STR(""));
}

/* NEW ELEMENTS */

void
edit_insert(struct edit *e, const char *group, const char *name, struct str markup)
{
	if (e->count == e->cap) {
		e->cap = 2 * e->cap + 16;
		e->insertions = mem_grow(e->insertions, e->cap * sizeof(*e->insertions));
	}
	e->insertions[e->count] = (struct edit_insertion){ group, name, order_of(group, str_of(name)), markup, e->count };
	e->count++;
}

static const char *
group_name(const struct edit_insertion *insertion)
{
	return insertion->group ? insertion->group : "";
}

/* The item's own first, then group by group, and there in the schema's order. */
static int
compare(const void *left, const void *right)
{
	const struct edit_insertion *a = left, *b = right;
	int group = strcmp(group_name(a), group_name(b));

	if (group != 0)
		return group;
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

/* Children of an element that has none. */
static void
fill(struct edit *e, const struct element *parent, const struct edit_insertion *list, size_t n)
{
	struct str start = child_start(e, parent);
	struct buf out = { 0 };

	for (size_t i = 0; i < n; i++) {
		buf_add(&out, start);
		buf_add(&out, list[i].markup);
	}
	if (parent->content == parent->content_end)
		buf_add(&out, line_start(e, parent->start));
	if (parent->content_end < parent->end)
		splice_insert(e->splice, parent->content, buf_str(&out));
	else
		edit_content(e, parent, buf_str(&out));
	buf_free(&out);
}

static void
put_into(struct edit *e, const struct element *parent, const struct edit_insertion *list, size_t n)
{
	if (!parent->first) {
		fill(e, parent, list, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const struct element *before = order_before(parent, list[i].group, list[i].place);
		struct str start = line_start(e, before ? before->start : parent->first->start);

		splice_insert(e->splice, before ? before->end : parent->content, joined(e, start, list[i].markup));
	}
}

/* A group that the item does not have yet. */
static struct str
new_group(struct edit *e, const struct edit_insertion *list, size_t n)
{
	struct str own = child_start(e, e->item), step = step_of(own, line_start(e, e->item->start)), markup;
	struct buf out = { 0 };

	for (size_t i = 0; i < n; i++) {
		buf_add(&out, own);
		buf_add(&out, step);
		buf_add(&out, list[i].markup);
	}
	buf_add(&out, own);
	markup = edit_markup(e, list->group, STR(""), buf_str(&out));
	buf_free(&out);
	return markup;
}

/* How many insertions behind the first are for its group. */
static size_t
run_length(const struct edit *e, size_t first)
{
	size_t n = 1;

	while (first + n < e->count && strcmp(group_name(&e->insertions[first + n]), group_name(&e->insertions[first])) == 0)
		n++;
	return n;
}

static void
place_group(struct edit *e, size_t first, size_t n)
{
	const char *group = e->insertions[first].group;
	const struct element *parent = edit_group(e, group);

	if (parent)
		put_into(e, parent, &e->insertions[first], n);
	else
		edit_insert(e, NULL, group, new_group(e, &e->insertions[first], n));
}

void
edit_end(struct edit *e)
{
	size_t own = 0, n;

	if (e->count > 0)
		qsort(e->insertions, e->count, sizeof(*e->insertions), compare);
	for (size_t i = 0, all = e->count; i < all; i += n) {
		n = run_length(e, i);
		if (e->insertions[i].group)
			place_group(e, i, n);
	}
	if (e->count > 0)
		qsort(e->insertions, e->count, sizeof(*e->insertions), compare);
	while (own < e->count && !e->insertions[own].group)
		own++;
	if (own > 0)
		put_into(e, e->item, e->insertions, own);
	free(e->insertions);
	*e = (struct edit){ .f = e->f, .splice = e->splice, .item = e->item, .prefix = e->prefix };
}
