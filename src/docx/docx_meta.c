#include "docx/docx_meta.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "docx/docx_names.h"
#include "markup/escape.h"

#define XML_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PREFIX "nml."
/* Says that a file is one of ours, even when it has no metadata: the version of this mapping. */
#define FORMAT_KEY "format"
#define FORMAT_VERSION "1"

enum { UNITS_MOST = 250, FIRST_PID = 2 };

/* A property, or the part of one. */
struct property {
	enum meta_key key;
	long value, part;
	size_t order; /* in the file, for properties that are named alike */
	struct str text;
};

struct meta_reading {
	struct docx_package *package;
	bool custom; /* or else core */
	bool ours;
	struct str name; /* of the property at work */
	enum meta_key core_key;
	bool in_text;
	struct buf text;
	struct property *v;
	size_t n, cap;
};

/* Core properties that other software fills, and the keys they become in a file that is not ours. */
static const struct {
	enum docx_ns ns;
	const char *name;
	enum meta_key key;
	const char *separators; /* between several values */
} core[] = {
	{ NS_DC, "title", META_TITLE, NULL },
	{ NS_DC, "creator", META_CREATOR, ";" },
	{ NS_DC, "description", META_DESCRIPTION, NULL },
	{ NS_DC, "language", META_LANGUAGE, NULL },
	{ NS_DC, "identifier", META_GUID, NULL },
	{ NS_CORE, "keywords", META_KEYWORD, ";," },
};
enum { CORE_KEYS = sizeof(core) / sizeof(core[0]) };

static void
meta_start(void *context, const struct xml_element *e)
{
	struct meta_reading *r = context;

	if (r->custom && docx_is(e, NS_CUSTOM, "property"))
		r->name = arena_str(&r->package->d->arena, docx_attribute(e, NS_NONE, "name"));
	r->core_key = META_COUNT;
	for (size_t i = 0; i < CORE_KEYS && !r->custom; i++)
		if (docx_is(e, core[i].ns, core[i].name))
			r->core_key = core[i].key;
	r->in_text = r->custom ? docx_ns(e->ns) == NS_VT : r->core_key != META_COUNT;
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

	if (!str_starts_nocase(rest, STR(PREFIX)))
		return;
	r->ours = true;
	rest = str_sub(rest, sizeof(PREFIX) - 1, rest.n);
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
	if (r->in_text && r->custom)
		custom_property(r);
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
		}
	}
}

static void
read_part(struct meta_reading *r, const char *type)
{
	static const struct xml_handler handler = { meta_start, meta_end, meta_text };
	const struct docx_rel *rel = docx_rel_by_type(&r->package->rels, type);

	if (rel && !rel->external)
		docx_part_parse(r->package, rel->target, &handler, r);
}

bool
docx_meta_read(struct docx_package *p)
{
	struct meta_reading r = { .package = p, .custom = true };

	read_part(&r, "custom-properties");
	if (!docx_rel_by_type(&p->rels, "custom-properties"))
		read_part(&r, "customProperties");
	if (r.ours) {
		take_custom(&r);
	} else {
		r.n = 0;
		r.custom = false;
		read_part(&r, "core-properties");
		take_core(&r);
	}
	buf_free(&r.text);
	free(r.v);
	return r.ours;
}

static bool
is_written(enum meta_key key, bool public)
{
	return !public || !meta_private(key);
}

static void
put_property(struct buf *out, unsigned *pid, struct str name, struct str value)
{
	buf_puts(out, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\"");
	buf_printf(out, " pid=\"%u\"", (*pid)++);
	put_attribute(out, "name", name);
	buf_puts(out, "><vt:lpwstr>");
	escape_text(out, value);
	buf_puts(out, "</vt:lpwstr></property>");
}

/* The bytes of the longest beginning that fits, and that neither ends nor is followed by a blank when that can be had. */
static size_t
cut(struct str value)
{
	struct str rest = value;
	size_t units = 0, at = 0, good = 0;

	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		units += c > 0xFFFF ? 2 : 1;
		if (units > UNITS_MOST)
			return good > 0 ? good : at;
		at = value.n - rest.n;
		if (c != ' ' && !str_starts(rest, STR(" ")))
			good = at;
	}
	return value.n;
}

static void
put_value(struct buf *out, struct arena *a, unsigned *pid, struct str name, struct str value)
{
	size_t n = cut(value);

	if (n == value.n) {
		put_property(out, pid, name, value);
		return;
	}
	for (unsigned part = 1; value.n > 0; part++) {
		n = cut(value);
		put_property(out, pid, arena_printf(a, "%.*s.0%02u", STR_FMT(name), part), str_sub(value, 0, n));
		value = str_sub(value, n, value.n);
	}
}

void
docx_meta_write_custom(struct buf *out, const struct doc *d, bool public)
{
	struct arena a = { 0 };
	unsigned pid = FIRST_PID;

	buf_puts(out, XML_DECLARATION
		"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
		" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">");
	put_property(out, &pid, STR(PREFIX FORMAT_KEY), STR(FORMAT_VERSION));
	for (enum meta_key key = 0; key < META_COUNT; key++) {
		unsigned n = 0;

		for (const struct meta_value *v = d->meta[key]; v && is_written(key, public); v = v->next) {
			struct str name = ++n == 1 ? arena_printf(&a, PREFIX "%s", meta_name(key))
						   : arena_printf(&a, PREFIX "%s.%u", meta_name(key), n);

			put_value(out, &a, &pid, name, v->text);
		}
	}
	buf_puts(out, "</Properties>");
	arena_free(&a);
}

static void
put_core(struct buf *out, const char *element, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(out, "<%s>", element);
	escape_text(out, value);
	buf_printf(out, "</%s>", element);
}

static void
put_joined(struct buf *out, const char *element, const struct meta_value *v)
{
	struct buf joined = { 0 };

	for (; v; v = v->next) {
		buf_add(&joined, v->text);
		buf_puts(&joined, v->next ? "; " : "");
	}
	put_core(out, element, buf_str(&joined));
	buf_free(&joined);
}

/* In UTC, as Word wants it; a time without a zone says nothing there. */
static void
put_time(struct buf *out, struct arena *a, const char *name, struct str value)
{
	struct date date;

	if (!date_parse(value, &date) || !date.has_zone)
		return;
	date = date_from_seconds(date_seconds(date));
	buf_printf(out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">%.*s</dcterms:%s>", name,
		STR_FMT(date_format(a, date)), name);
}

static struct str
headline(struct arena *a, const struct doc *d)
{
	const struct block *b = doc_find(d, ROLE_HEADLINE);
	struct str text = b ? block_text(a, b) : doc_meta(d, META_TITLE);
	char *p = arena_cstr(a, text);

	for (size_t i = 0; i < text.n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	return (struct str){ p, text.n };
}

void
docx_meta_write_core(struct buf *out, const struct doc *d)
{
	struct arena a = { 0 };
	struct str created = doc_meta(d, META_FIRST_CREATED), modified = doc_meta(d, META_VERSION_CREATED);

	buf_puts(out, XML_DECLARATION
		"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
		" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
	put_core(out, "dc:title", headline(&a, d));
	put_core(out, "dc:subject", doc_meta(d, META_SLUGLINE));
	put_joined(out, "dc:creator", d->meta[META_CREATOR]);
	put_joined(out, "cp:keywords", d->meta[META_KEYWORD]);
	put_core(out, "dc:description", doc_meta(d, META_DESCRIPTION));
	put_core(out, "dc:identifier", doc_meta(d, META_GUID));
	put_core(out, "dc:language", doc_meta(d, META_LANGUAGE));
	put_time(out, &a, "created", created.n > 0 ? created : modified);
	put_time(out, &a, "modified", modified);
	buf_puts(out, "</cp:coreProperties>");
	arena_free(&a);
}
