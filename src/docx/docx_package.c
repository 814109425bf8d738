#include "docx/docx_package.h"

#include <stdlib.h>
#include <string.h>

#include "base/percent.h"
#include "docx/docx_kind.h"
#include "docx/docx_names.h"

struct rels_reading {
	struct docx_package *package;
	struct str folder; /* that targets are relative to, "word/" */
	struct docx_rels rels;
	size_t cap;
};

/* A part's number by its name, which may be percent-encoded in a relationship and not in the archive. */
static long
find_part(struct docx_package *p, struct str part)
{
	long entry = docx_zip_find(p->zip, part);

	if (entry < 0 && str_find_char(part, '%') != STR_NPOS)
		entry = docx_zip_find(p->zip, percent_decode(&p->d->arena, part));
	return entry;
}

/* A part's name out of a target: absolute, or relative to a folder (ECMA-376 part 2, 6.4). Never leaves the package. */
static struct str
resolve(struct arena *a, struct str folder, struct str target)
{
	struct str segment, rest = str_starts(target, STR("/")) ? target : arena_printf(a, "%.*s%.*s", STR_FMT(folder),
										 STR_FMT(target));
	char *p = arena_cstr(a, rest);
	size_t n = 0;

	while (str_next(&rest, '/', &segment)) {
		if (segment.n == 0 || str_is(segment, "."))
			continue;
		if (str_is(segment, "..")) {
			while (n > 0 && p[--n] != '/')
				;
			continue;
		}
		if (n > 0)
			p[n++] = '/';
		memmove(p + n, segment.p, segment.n);
		n += segment.n;
	}
	return (struct str){ p, n };
}

static struct str
folder_of(struct str part)
{
	while (part.n > 0 && part.p[part.n - 1] != '/')
		part.n--;
	return part;
}

static void
rels_start(void *context, const struct xml_element *e)
{
	struct rels_reading *r = context;
	struct arena *a = &r->package->d->arena;
	struct docx_rel *rel;

	if (!docx_is(e, NS_RELS, "Relationship"))
		return;
	if (r->rels.n == r->cap) {
		r->cap = r->cap ? 2 * r->cap : 16;
		r->rels.v = mem_grow(r->rels.v, r->cap * sizeof(*rel));
	}
	rel = &r->rels.v[r->rels.n++];
	rel->id = arena_str(a, docx_attribute(e, NS_NONE, "Id"));
	rel->type = arena_str(a, docx_rel_type(docx_attribute(e, NS_NONE, "Type")));
	rel->external = str_is(docx_attribute(e, NS_NONE, "TargetMode"), "External");
	rel->target = arena_str(a, docx_attribute(e, NS_NONE, "Target"));
	if (!rel->external)
		rel->target = resolve(a, r->folder, rel->target);
}

static int
by_id(const void *a, const void *b)
{
	return str_order(((const struct docx_rel *)a)->id, ((const struct docx_rel *)b)->id);
}

struct docx_rels
docx_rels_of(struct docx_package *p, struct str part)
{
	static const struct xml_handler handler = { .start = rels_start };
	struct rels_reading r = { .package = p, .folder = folder_of(part) };
	struct str name = str_sub(part, r.folder.n, part.n);

	docx_part_parse(p, arena_printf(&p->d->arena, "%.*s_rels/%.*s.rels", STR_FMT(r.folder), STR_FMT(name)),
		&handler, &r);
	if (r.rels.n > 0) {
		struct docx_rel *v = r.rels.v;

		qsort(v, r.rels.n, sizeof(*v), by_id);
		r.rels.v = arena_alloc(&p->d->arena, r.rels.n * sizeof(*v));
		memcpy(r.rels.v, v, r.rels.n * sizeof(*v));
		free(v);
	}
	return r.rels;
}

const struct docx_rel *
docx_rel_by_id(const struct docx_rels *rels, struct str id)
{
	struct docx_rel key = { .id = id };

	return rels->n > 0 && id.n > 0 ? bsearch(&key, rels->v, rels->n, sizeof(key), by_id) : NULL;
}

const struct docx_rel *
docx_rel_by_type(const struct docx_rels *rels, const char *type)
{
	for (size_t i = 0; i < rels->n; i++)
		if (str_is(rels->v[i].type, type))
			return &rels->v[i];
	return NULL;
}

static void
feed(void *x, struct str bytes)
{
	xml_feed(x, bytes);
}

bool
docx_part_parse(struct docx_package *p, struct str part, const struct xml_handler *handler, void *context)
{
	const char *name = arena_cstr(&p->d->arena, part);
	long entry = find_part(p, part);
	struct xml *x;

	if (entry < 0)
		return false;
	x = xml_begin(p->d->diag, name, false, handler, context);
	docx_zip_feed(p->zip, entry, name, feed, x);
	xml_end(x);
	return true;
}

bool
docx_part_read(struct docx_package *p, struct str part, struct buf *bytes)
{
	long entry = find_part(p, part);

	if (entry >= 0)
		docx_zip_read(p->zip, entry, arena_cstr(&p->d->arena, part), bytes);
	return entry >= 0;
}

void
docx_package_open(struct docx_package *p, struct doc *d, struct str bytes, size_t limit_inflated)
{
	const struct docx_rel *main;
	const char *kind;

	*p = (struct docx_package){ .d = d, .zip = docx_zip_open(d->diag, bytes, limit_inflated) };
	p->rels = docx_rels_of(p, STR_NONE);
	main = docx_rel_by_type(&p->rels, "officeDocument");
	if (!main || main->external || find_part(p, main->target) < 0) {
		kind = docx_kind_of_archive(p->zip, bytes);
		fail(d->diag, STATUS_DATA, (struct place){ 0 }, "the input is no DOCX, but %s",
			kind ? kind : "a ZIP archive without a main document part");
	}
	p->main = main->target;
	p->main_rels = docx_rels_of(p, p->main);
}

void
docx_package_close(struct docx_package *p)
{
	docx_zip_close(p->zip);
}
