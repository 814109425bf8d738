#include "docx/docx_meta.h"

#include <stdlib.h>
#include <string.h>

#include "docx/docx_names.h"

/* A property, or the part of one. */
struct property {
	enum meta_key key;
	long value, part;
	size_t order; /* in the file, for properties that are named alike */
	struct str text;
};

enum properties { CORE, CUSTOM, EXTENDED };

struct meta_reading {
	struct docx_package *package;
	enum properties which;
	bool ours, untouched;
	struct str name; /* of the property at work */
	enum meta_key core_key;
	bool in_text;
	struct buf text;
	struct property *v;
	size_t n, cap;
};

/*
 * Core properties that other software fills, and the keys they become in a
 * file that is not ours. Word fills in the title (with the first line) and the
 * creator (with the name of whoever had the computer) without being asked.
 */
static const struct {
	enum docx_ns ns;
	const char *name;
	enum meta_key key;
	const char *separators; /* between several values */
	bool incidental;
} core[] = {
	{ NS_DC, "title", META_TITLE, NULL, true },
	{ NS_DC, "creator", META_CREATOR, ";", true },
	{ NS_DC, "description", META_DESCRIPTION, NULL, false },
	{ NS_DC, "language", META_LANGUAGE, NULL, false },
	{ NS_DC, "identifier", META_GUID, NULL, false },
	{ NS_CORE, "keywords", META_KEYWORD, ";,", false },
};
enum { CORE_KEYS = sizeof(core) / sizeof(core[0]) };

static void
meta_start(void *context, const struct xml_element *e)
{
	struct meta_reading *r = context;

	if (r->which == CUSTOM && docx_is(e, NS_CUSTOM, "property"))
		r->name = arena_str(&r->package->d->arena, docx_attribute(e, NS_NONE, "name"));
	r->core_key = META_COUNT;
	for (size_t i = 0; i < CORE_KEYS && r->which == CORE; i++)
		if (docx_is(e, core[i].ns, core[i].name))
			r->core_key = core[i].key;
	r->in_text = r->which == CUSTOM	    ? docx_ns(e->ns) == NS_VT
		     : r->which == EXTENDED ? docx_is(e, NS_EXTENDED, "Application")
					    : r->core_key != META_COUNT;
	buf_clear(&r->text);
}

static void
meta_text(void *context, struct str text)
{
	struct meta_reading *r = context;

	if (r->in_text)
		buf_add(&r->text, text);
}

static void
add_property(struct meta_reading *r, struct property p)
{
	if (r->n == r->cap) {
		r->cap = r->cap ? 2 * r->cap : 32;
		r->v = mem_grow(r->v, r->cap * sizeof(*r->v));
	}
	p.order = r->n;
	p.text = arena_str(&r->package->d->arena, buf_str(&r->text));
	r->v[r->n++] = p;
}

static void
custom_property(struct meta_reading *r)
{
	struct str rest = r->name, word;
	struct property p = { .value = 1 };
	long number;

	if (!str_starts_nocase(rest, STR(DOCX_META_PREFIX)))
		return;
	r->ours = true;
	rest = str_sub(rest, sizeof(DOCX_META_PREFIX) - 1, rest.n);
	if (!str_next(&rest, '.', &word) || (p.key = meta_of_name(word)) == META_COUNT)
		return;
	while (str_next(&rest, '.', &word)) {
		if (!str_to_long(word, &number) || number < 0)
			return;
		if (str_starts(word, STR("0")))
			p.part = number;
		else
			p.value = number;
	}
	add_property(r, p);
}

static void
meta_end(void *context, const struct xml_element *e)
{
	struct meta_reading *r = context;

	(void)e;
	if (r->in_text && r->which == CUSTOM)
		custom_property(r);
	else if (r->in_text && r->which == EXTENDED)
		r->untouched = str_is(buf_str(&r->text), DOCX_APPLICATION);
	else if (r->in_text)
		add_property(r, (struct property){ .key = r->core_key });
	r->in_text = false;
	r->core_key = META_COUNT;
}

static int
property_order(const void *a, const void *b)
{
	const struct property *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	if (x->part != y->part)
		return x->part < y->part ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static void
take_custom(struct meta_reading *r)
{
	if (r->n > 0)
		qsort(r->v, r->n, sizeof(*r->v), property_order);
	for (size_t i = 0; i < r->n;) {
		size_t first = i;

		buf_clear(&r->text);
		while (i < r->n && r->v[i].key == r->v[first].key && r->v[i].value == r->v[first].value)
			buf_add(&r->text, r->v[i++].text);
		doc_meta_add(r->package->d, r->v[first].key, buf_str(&r->text));
	}
}

/* The values of a core property are separated by ";", or by "," where there is none. */
static void
add_separated(struct doc *d, enum meta_key key, struct str text, const char *separators)
{
	struct str part;

	while (*separators && separators[1] && str_find_char(text, *separators) == STR_NPOS)
		separators++;
	while (str_next(&text, *separators, &part))
		doc_meta_add(d, key, part);
}

static void
take_core(struct meta_reading *r)
{
	struct doc *d = r->package->d;

	for (size_t i = 0; i < r->n; i++) {
		for (size_t k = 0; k < CORE_KEYS; k++) {
			if (core[k].key != r->v[i].key)
				continue;
			if (core[k].separators)
				add_separated(d, core[k].key, r->v[i].text, core[k].separators);
			else if (core[k].key != META_GUID || str_find_char(r->v[i].text, ':') != STR_NPOS)
				doc_meta_add(d, core[k].key, r->v[i].text);
			for (struct meta_value *v = d->meta[core[k].key]; v; v = v->next)
				v->incidental = core[k].incidental;
		}
	}
}

static void
read_part(struct meta_reading *r, enum properties which, const char *type, const char *strict_type)
{
	static const struct xml_handler handler = { meta_start, meta_end, meta_text };
	const struct docx_rel *rel = docx_rel_by_type(&r->package->rels, type);

	if (!rel)
		rel = docx_rel_by_type(&r->package->rels, strict_type);
	r->which = which;
	if (rel && !rel->external)
		docx_part_parse(r->package, rel->target, &handler, r);
}

bool
docx_meta_read(struct docx_package *p, bool *untouched)
{
	struct meta_reading r = { .package = p };

	read_part(&r, CUSTOM, "custom-properties", "customProperties");
	if (r.ours) {
		take_custom(&r);
		read_part(&r, EXTENDED, "extended-properties", "extendedProperties");
	} else {
		r.n = 0;
		read_part(&r, CORE, "core-properties", "core-properties");
		take_core(&r);
	}
	*untouched = r.untouched;
	buf_free(&r.text);
	free(r.v);
	return r.ours;
}

void
docx_meta_settle(struct doc *d)
{
	struct str text = d->meta[META_CREATOR] ? block_text(&d->arena, d->root) : STR_NONE;

	for (struct meta_value **v = &d->meta[META_CREATOR]; *v;) {
		if (!(*v)->incidental || str_find(text, (*v)->text) != STR_NPOS) {
			v = &(*v)->next;
			continue;
		}
		*v = (*v)->next;
		doc_loss(d, LOSS_PRESENTATION, (struct place){ 0 }, "L-metadata",
			"the name of an author, which the program that wrote the file has filled in and the text does not say");
	}
}
