/* The walk through a part with text in it: what each element means is in the tables of docx_element.h. */
#include <stdlib.h>
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_kind.h"
#include "docx/docx_read.h"

struct docx_frame *
docx_frame(struct docx_reading *r)
{
	return &r->frames[r->depth - 1];
}

struct docx_frame *
docx_frame_around(struct docx_reading *r)
{
	return r->depth > 2 ? &r->frames[r->depth - 3] : NULL;
}

void
docx_skip(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->skip = 1;
}

static int
element_order(const void *name, const void *element)
{
	return strcmp(name, ((const struct docx_element *)element)->name);
}

/* No name stands twice in a table. */
static const struct docx_element *
element_in(const struct docx_elements *table, const struct xml_element *e, enum docx_ns ns)
{
	const struct docx_element *found = bsearch(e->name, table->v, table->n, sizeof(*table->v), element_order);

	return found && found->ns == ns ? found : NULL;
}

static const struct docx_element *
find_element(const struct xml_element *e)
{
	static const struct docx_elements *const tables[] = { &docx_block_elements, &docx_inline_elements,
		&docx_drawing_elements, &docx_math_elements, &docx_look_elements, &docx_form_elements };
	const struct docx_element *found = NULL;
	enum docx_ns ns = docx_ns(e->ns);

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]) && !found; i++)
		found = element_in(tables[i], e, ns);
	return found;
}

/* The parser keeps each name once (markup/xml.h), so that an element is known by where its name stands. */
static const struct docx_element *
element_of(struct docx_reading *r, const struct xml_element *e)
{
	size_t at = (size_t)e->name >> 3 ^ (size_t)e->name >> 11;
	struct docx_name *known = NULL;

	for (size_t i = 0; i < DOCX_NAME_PLACES && (!known || known->name); i++) {
		known = &r->names[(at + i) % DOCX_NAMES];
		if (known->name == e->name && known->ns == e->ns)
			return known->element;
	}
	*known = (struct docx_name){ e->name, e->ns, find_element(e) };
	return known->element;
}

static void
check_root(struct docx_reading *r, const struct xml_element *e)
{
	const char *kind = docx_kind_of_root(e->name);

	if (kind && strcmp(r->root, "document") == 0)
		fail(r->d->diag, STATUS_DATA, (struct place){ 0 }, "the input is no DOCX, but %s", kind);
	if (!docx_is(e, NS_W, r->root))
		fail(r->d->diag, STATUS_DATA, (struct place){ .part = r->b.place.part },
			"is no %s of a Word document: its root element is %s", r->root, e->name);
	r->seen_root = true;
}

static void
start(void *context, const struct xml_element *e)
{
	struct docx_reading *r = context;
	const struct docx_element *element;

	if (!r->seen_root)
		check_root(r, e);
	if (r->skip == 0 && r->depth > 0 && r->frames[r->depth - 1].skip_rest)
		r->skip = 1;
	else if (r->skip > 0)
		r->skip++;
	if (r->skip > 0)
		return;
	if (e->declared_count > 0)
		docx_declare_prefixes(r, e);
	element = element_of(r, e);
	r->frames[r->depth++] = (struct docx_frame){ .element = element };
	if (element && element->start)
		element->start(r, e);
	if (r->skip > 0)
		r->depth--; /* left out from here on; what prefixes it declared is forgotten with the next element's end */
}

static void
end(void *context, const struct xml_element *e)
{
	struct docx_reading *r = context;
	const struct docx_element *element;

	if (r->skip > 0) {
		r->skip--;
		return;
	}
	element = docx_frame(r)->element;
	if (element && element->end)
		element->end(r, e);
	r->depth--;
	while (r->prefix_count > 0 && r->prefixes[r->prefix_count - 1].depth >= r->depth)
		r->prefix_count--;
}

static void
text(void *context, struct str s)
{
	struct docx_reading *r = context;

	if (r->skip == 0 && r->text_to != TEXT_NONE)
		buf_add(&r->text, s);
}

bool
docx_story_read(struct docx_reading *r, struct str part, const char *root)
{
	static const struct xml_handler handler = { start, end, text };
	struct docx_rels rels = docx_rels_of(&r->package, part);
	bool found;

	r->rels = &rels;
	r->root = root;
	r->seen_root = false;
	r->paragraphs = 0;
	r->depth = 0;
	r->skip = 0;
	r->prefix_count = 0;
	memset(r->names, 0, sizeof(r->names));
	r->para = r->paras;
	*r->para = (struct docx_para){ 0 };
	r->b.place = (struct place){ .part = arena_cstr(&r->d->arena, part), .unit = "paragraph" };
	found = docx_part_parse(&r->package, part, &handler, r);
	docx_fields_free(r);
	r->rels = NULL;
	return found;
}
