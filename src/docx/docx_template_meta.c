/*
 * The custom properties of a template (ECMA-376 part 1, 22.3), which its own
 * fields and a newsroom's systems go by: written again beside ours, with other
 * numbers, for no two may have one. What binds one to a place in the template's text is
 * left out with that text.
 */
#include <string.h>

#include "docx/docx_meta.h"
#include "docx/docx_template.h"
#include "markup/escape.h"

struct properties {
	struct docx_template *t;
	bool kept; /* the property at work */
	struct buf text;
};

static void
property_start(struct properties *p, const struct xml_element *e)
{
	struct str name = docx_attribute(e, NS_NONE, "name"), format = docx_attribute(e, NS_NONE, "fmtid");
	struct buf *out = &p->t->properties;

	p->kept = name.n > 0 && format.n > 0 && !str_starts_nocase(name, STR(DOCX_META_PREFIX));
	if (!p->kept)
		return;
	buf_puts(out, "<property");
	put_attribute(out, "fmtid", format);
	buf_printf(out, " pid=\"%u\"", DOCX_FIRST_PID + p->t->property_count++);
	put_attribute(out, "name", name);
	buf_char(out, '>');
}

/* A value, or what a list of values holds; its attributes have no namespace. */
static void
value_start(struct properties *p, const struct xml_element *e)
{
	struct buf *out = &p->t->properties;

	buf_printf(out, "<vt:%s", e->name);
	for (size_t i = 0; i < e->attribute_count; i++)
		if (e->attributes[i].ns[0] == '\0')
			put_attribute(out, e->attributes[i].name, e->attributes[i].value);
	buf_char(out, '>');
}

static void
start(void *context, const struct xml_element *e)
{
	struct properties *p = context;

	if (docx_is(e, NS_CUSTOM, "property"))
		property_start(p, e);
	else if (p->kept && docx_ns(e->ns) == NS_VT)
		value_start(p, e);
	buf_clear(&p->text);
}

static void
text(void *context, struct str s)
{
	struct properties *p = context;

	buf_add(&p->text, s);
}

static void
end(void *context, const struct xml_element *e)
{
	struct properties *p = context;
	struct buf *out = &p->t->properties;

	if (p->kept && docx_ns(e->ns) == NS_VT) {
		escape_text(out, buf_str(&p->text));
		buf_printf(out, "</vt:%s>", e->name);
	} else if (p->kept && docx_is(e, NS_CUSTOM, "property")) {
		buf_puts(out, "</property>");
		p->kept = false;
	}
	buf_clear(&p->text);
}

void
docx_template_read_properties(struct docx_template *t)
{
	static const struct xml_handler handler = { start, end, text };
	const struct docx_rel *rel = docx_rel_by_type(&t->package.rels, "custom-properties");
	struct properties p = { .t = t };

	if (rel && !rel->external)
		docx_part_parse(&t->package, rel->target, &handler, &p);
	buf_free(&p.text);
}
