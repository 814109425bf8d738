/* The package of a template put together anew around the text: what is kept is copied, what is ours goes into it. */
#include <stdlib.h>
#include <string.h>

#include "docx/docx_template.h"
#include "markup/escape.h"

/* A part of the template that is kept, as it was or edited. */
struct copy {
	struct str name, bytes;
	bool edited;	   /* bytes are there already */
	bool rels_written; /* anew, not copied */
};

struct packing {
	struct docx_writing *w;
	struct docx_template *t;
	struct arena *arena; /* the template's */
	struct docx_parts parts;
	struct copy *copies;
	size_t n, cap;
	struct type {
		struct str key, type; /* key: "/word/document.xml", or the suffix "png" */
	} *types;
	size_t type_count, type_cap;
};

/* TYPES */

static void
types_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct packing *p = context;
	bool override = strcmp(element->name, "Override") == 0;
	struct str key = docx_attribute(element, NS_NONE, override ? "PartName" : "Extension");

	(void)e;
	if (key.n == 0)
		return;
	if (p->type_count == p->type_cap) {
		p->type_cap = p->type_cap ? 2 * p->type_cap : 64;
		p->types = mem_grow(p->types, p->type_cap * sizeof(*p->types));
	}
	p->types[p->type_count++] = (struct type){ arena_str(p->arena, key),
		arena_str(p->arena, docx_attribute(element, NS_NONE, "ContentType")) };
}

static struct str
suffix_of(struct str name)
{
	size_t dot;

	while ((dot = str_find_char(name, '.')) != STR_NPOS)
		name = str_sub(name, dot + 1, name.n);
	return name;
}

static struct str
type_of(const struct packing *p, struct str name)
{
	struct str suffix = suffix_of(name), type = STR_NONE;

	for (size_t i = 0; i < p->type_count; i++) {
		struct str key = p->types[i].key;

		if (str_starts(key, STR("/")) && str_eq_nocase(str_sub(key, 1, key.n), name))
			return p->types[i].type;
		if (str_eq_nocase(key, suffix))
			type = p->types[i].type;
	}
	if (type.n == 0)
		fail(&p->t->diag, STATUS_DATA, (struct place){ .part = arena_cstr(p->arena, name) }, "has no content type");
	return type;
}

/* COPIES */

static struct copy *
add_copy(struct packing *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq_nocase(p->copies[i].name, name))
			return &p->copies[i];
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 32;
		p->copies = mem_grow(p->copies, p->cap * sizeof(*p->copies));
	}
	p->copies[p->n] = (struct copy){ .name = name };
	return &p->copies[p->n++];
}

/* Takes the buffer's bytes over. */
static void
set_bytes(struct packing *p, struct copy *c, struct buf *made)
{
	c->bytes = arena_str(p->arena, buf_str(made));
	c->edited = true;
	buf_free(made);
}

static void
copy_letterheads(struct packing *p)
{
	for (size_t i = 0; i < p->t->letterhead_count; i++) {
		struct docx_edit *e = &p->t->letterheads[i];
		struct copy *c = add_copy(p, str_of(e->part));
		struct buf made = { 0 };

		docx_edit_apply(e, &made);
		if (!c->edited)
			set_bytes(p, c, &made);
		buf_free(&made);
	}
}

static void
copy_related(struct packing *p, const struct docx_rel *rel)
{
	if (rel->external)
		return;
	if (!docx_template_has_part(p->t, rel->target))
		fail(&p->t->diag, STATUS_DATA, (struct place){ .part = arena_cstr(p->arena, rel->target) }, "is missing");
	add_copy(p, rel->target);
}

/* What a copied part refers to comes along, and what that refers to. */
static void
copy_rels(struct packing *p, size_t i)
{
	struct str name = p->copies[i].name, rels_name = docx_rels_name(p->arena, name);
	struct docx_rels rels = docx_rels_of(&p->t->package, name);
	struct buf bytes = { 0 };

	if (rels.n == 0 || !docx_part_read(&p->t->package, rels_name, &bytes))
		return;
	docx_parts_add(&p->parts, rels_name, STR_NONE, arena_str(p->arena, buf_str(&bytes)), true);
	buf_free(&bytes);
	for (size_t k = 0; k < rels.n; k++)
		if (!rels.v[k].external && docx_template_has_part(p->t, rels.v[k].target))
			add_copy(p, rels.v[k].target);
}

/* Pictures are compressed already. */
static bool
is_compressible(struct str name)
{
	static const char *const compressed[] = { "png", "jpg", "jpeg", "gif", "webp", "zip", "docx", "xlsx" };

	for (size_t i = 0; i < sizeof(compressed) / sizeof(compressed[0]); i++)
		if (str_is_nocase(suffix_of(name), compressed[i]))
			return false;
	return true;
}

static void
add_copies(struct packing *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (!p->copies[i].rels_written)
			copy_rels(p, i); /* which may move the copies */
		if (!p->copies[i].edited) {
			struct buf bytes = { 0 };

			docx_part_read(&p->t->package, p->copies[i].name, &bytes);
			set_bytes(p, &p->copies[i], &bytes);
		}
		docx_parts_add(&p->parts, p->copies[i].name, type_of(p, p->copies[i].name), p->copies[i].bytes,
			is_compressible(p->copies[i].name));
	}
}

/* RELATIONSHIPS OF THE MAIN PART AND OF THE NOTES */

struct rels_reading {
	struct packing *p;
	const struct docx_rels *rels;
	struct buf *out;
	bool main;
};

/* Written anew with the whole type, of which struct docx_rel has but the part that matters. */
static void
rels_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	static const char *const names[] = { "Id", "Type", "Target", "TargetMode" };
	struct rels_reading *r = context;
	const struct docx_rel *rel = docx_rel_by_id(r->rels, docx_attribute(element, NS_NONE, "Id"));

	if (e->depth != 2 || !rel || (r->main && !docx_template_keeps_rel(r->p->t, rel)))
		return;
	copy_related(r->p, rel);
	buf_puts(r->out, "<Relationship");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str value = docx_attribute(element, NS_NONE, names[i]);

		if (value.n > 0)
			put_attribute(r->out, names[i], value);
	}
	buf_puts(r->out, "/>");
}

/* The template's that are kept, then ours. */
static void
write_rels(struct packing *p, struct str part, const struct docx_rels *rels, const struct docx_part *ours, bool main)
{
	static const struct docx_edit_handler handler = { rels_start, NULL };
	struct buf kept = { 0 }, out = { 0 };
	struct rels_reading r = { p, rels, &kept, main };
	struct str name = docx_rels_name(p->arena, part);
	struct docx_part all = { 0 };
	struct docx_edit e;

	docx_edit_read(&e, &p->t->package, name, &handler, &r);
	buf_add(&kept, buf_str(&ours->rels));
	all.rels = kept;
	docx_write_rels(&out, &all);
	if (kept.n > 0)
		docx_parts_add(&p->parts, name, STR_NONE, arena_str(p->arena, buf_str(&out)), true);
	buf_free(&kept);
	buf_free(&out);
}

/* PARTS OF OURS */

/* In the template's own, or new. */
static void
put_part(struct packing *p, enum docx_part_id id, const struct docx_edit *own,
	void (*edit)(struct docx_writing *, struct buf *), void (*whole)(struct buf *, const struct docx_writing *))
{
	const struct docx_part_kind *kind = &docx_part_kinds[id];
	struct buf made = { 0 };

	if (own->bytes.p) {
		edit(p->w, &made);
		set_bytes(p, add_copy(p, str_of(own->part)), &made);
		return;
	}
	whole(&made, p->w);
	docx_parts_add(&p->parts, str_of(kind->name), str_of(kind->type), arena_str(p->arena, buf_str(&made)), true);
	docx_add_rel(&p->w->document, kind->relation, arena_printf(p->arena, "/%s", kind->name), false);
	buf_free(&made);
}

static void
put_notes(struct packing *p)
{
	static const struct docx_rels none;
	const struct docx_template *t = p->t;
	struct str name = str_of(t->notes.bytes.p ? t->notes.part : docx_part_kinds[DOCX_PART_NOTES].name);

	if (!t->notes.bytes.p && p->w->note_count == 0)
		return;
	put_part(p, DOCX_PART_NOTES, &t->notes, docx_template_write_notes, docx_write_notes);
	write_rels(p, name, t->mark.to > 0 ? &t->notes_rels : &none, &p->w->notes, false);
	if (t->notes.bytes.p)
		add_copy(p, name)->rels_written = true;
}

static void
put_main(struct packing *p)
{
	struct docx_template *t = p->t;
	struct docx_range at = t->mark.to > 0 ? t->mark : t->body;
	struct buf *text = &p->w->document.xml, made = { 0 };
	struct str section = str_sub(t->main.bytes, t->section.from, t->section.to);

	if (t->mark.to == 0 && section.n > 0)
		buf_add(text, section);
	else if (t->mark.to == 0)
		docx_write_section(text, p->w);
	splice_replace(&t->main.edits, at.from, at.to - at.from, buf_str(text));
	docx_edit_apply(&t->main, &made);
	docx_parts_add(&p->parts, t->package.main, str_of(docx_part_kinds[DOCX_PART_DOCUMENT].type),
		arena_str(p->arena, buf_str(&made)), true);
	buf_free(&made);
}

static void
put_parts(struct packing *p)
{
	struct docx_template *t = p->t;

	put_main(p);
	put_part(p, DOCX_PART_STYLES, &t->style_sheet, docx_template_write_styles, docx_write_styles);
	put_part(p, DOCX_PART_SETTINGS, &t->settings, docx_template_write_settings, docx_write_settings);
	if (t->settings.bytes.p)
		add_copy(p, str_of(t->settings.part))->rels_written = true; /* what they refer to was left out */
	if (t->numbering.bytes.p || p->w->list_count > 0)
		put_part(p, DOCX_PART_NUMBERING, &t->numbering, docx_template_write_numbering, docx_write_numbering);
	put_notes(p);
	copy_letterheads(p);
	write_rels(p, t->package.main, &t->package.main_rels, &p->w->document, true);
	add_copies(p);
}

void
docx_template_write(struct docx_writing *w, struct buf *out)
{
	static const struct docx_edit_handler handler = { types_start, NULL };
	struct docx_template *t = w->template;
	struct packing p = { .w = w, .t = t, .arena = &t->doc->arena };
	struct buf rels = { 0 }, properties[DOCX_PROPERTIES] = { 0 };
	struct docx_edit types;

	docx_edit_read(&types, &t->package, STR("[Content_Types].xml"), &handler, &p);
	docx_write_package_rels(&rels, t->package.main);
	docx_parts_add(&p.parts, STR("_rels/.rels"), STR_NONE, buf_str(&rels), true);
	put_parts(&p);
	docx_write_properties(&p.parts, w, properties);
	docx_write_media(&p.parts, w);
	docx_parts_finish(&p.parts, w->d->diag, out);
	w->d->diag->warnings += t->diag.warnings;
	buf_free(&rels);
	for (int i = 0; i < DOCX_PROPERTIES; i++)
		buf_free(&properties[i]);
	free(p.copies);
	free(p.types);
	free(t->letterheads);
	buf_free(&t->properties);
	docx_package_close(&t->package);
	doc_free(t->doc);
	free(t);
}
