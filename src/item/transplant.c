#include "item/transplant.h"

#include <string.h>

static bool
is_declaration(const struct attribute *a)
{
	return strcmp(a->ns, XMLNS_NS) == 0;
}

/* The declaration of the prefix ("xmlns": of the default namespace) that holds in e, or NULL. */
static const struct attribute *
declaration(const struct element *e, struct str prefix)
{
	for (; e; e = e->parent)
		for (uint32_t i = 0; i < e->attribute_count; i++)
			if (is_declaration(&e->attributes[i]) && str_eq(e->attributes[i].name, prefix))
				return &e->attributes[i];
	return NULL;
}

/* What e must declare itself to have the prefix mean the same in its new place. */
static void
carry(const struct item_file *from, const struct element *e, const struct attribute *a, const struct element *parent,
	struct buf *out)
{
	const struct attribute *there = declaration(parent, a->name);

	if (declaration(e, a->name) != a || (there && str_eq(there->value, a->value)))
		return;
	buf_char(out, ' ');
	buf_add(out, str_sub(from->bytes, a->at, a->value_end + 1));
}

struct str
transplant(const struct item_file *from, const struct element *e, struct item_file *to, const struct element *parent)
{
	size_t name_end = (size_t)(e->name.p - from->bytes.p) + e->name.n;
	struct buf out = { 0 };
	struct str markup;

	buf_add(&out, str_sub(from->bytes, e->start, name_end));
	for (const struct element *above = e->parent; above; above = above->parent)
		for (uint32_t i = 0; i < above->attribute_count; i++)
			if (is_declaration(&above->attributes[i]))
				carry(from, e, &above->attributes[i], parent, &out);
	if (!declaration(e, STR("xmlns")) && declaration(parent, STR("xmlns")))
		buf_puts(&out, " xmlns=\"\"");
	buf_add(&out, str_sub(from->bytes, name_end, e->end));
	markup = arena_str(&to->arena, buf_str(&out));
	buf_free(&out);
	return markup;
}
