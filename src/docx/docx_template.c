/* A template is opened: which of its parts and relationships are kept, and what ours have to know of them. */
#include "docx/docx_template.h"

#include <stdlib.h>
#include <string.h>

#include "docx/docx_kind.h"

/* The relationships of the main part that count by their type; others do when the kept text mentions them. */
static const char kept_types[] = "styles settings webSettings fontTable theme numbering footnotes endnotes customXml";

static bool
is_mentioned(const struct docx_template *t, struct str id)
{
	for (const struct docx_mention *m = t->mentions; m; m = m->next)
		if (str_eq(m->id, id) && docx_template_keeps(t, m->at))
			return true;
	return false;
}

bool
docx_template_keeps_rel(const struct docx_template *t, const struct docx_rel *rel)
{
	return (!rel->external && str_listed(STR(kept_types), rel->type)) || is_mentioned(t, rel->id);
}

/* Our own relationships get numbers that the template's do not have. */
static void
settle_rels(struct docx_part *part, const struct docx_rels *rels)
{
	long number;

	for (size_t i = 0; i < rels->n; i++) {
		struct str id = rels->v[i].id;

		if (str_starts(id, STR("rId")) && str_to_long(str_sub(id, 3, id.n), &number) && number > 0 &&
			number < 1000000 && (unsigned)number > part->rel_count)
			part->rel_count = (unsigned)number;
	}
}

static void
check_kind(struct docx_template *t, struct str bytes)
{
	if (!str_starts(bytes, STR("PK")))
		fail(&t->diag, STATUS_DATA, (struct place){ 0 }, "the template is no DOCX, but %s", docx_kind_of_bytes(bytes));
}

static bool
is_letterhead(const struct docx_rel *rel)
{
	return !rel->external && (str_is(rel->type, "header") || str_is(rel->type, "footer"));
}

static void
read_letterheads(struct docx_writing *w)
{
	struct docx_template *t = w->template;
	const struct docx_rels *rels = &t->package.main_rels;

	t->letterheads = mem_alloc((rels->n + 1) * sizeof(*t->letterheads));
	for (size_t i = 0; i < rels->n; i++)
		if (is_letterhead(&rels->v[i]) && docx_template_keeps_rel(t, &rels->v[i]))
			docx_template_read_letterhead(w, &t->letterheads[t->letterhead_count++], rels->v[i].target);
}

void
docx_template_open(struct docx_writing *w)
{
	struct docx_template *t = mem_alloc(sizeof(*t));

	memset(t, 0, sizeof(*t));
	w->template = t;
	t->diag = *w->d->diag;
	t->diag.file = w->o->template_name;
	t->diag.warnings = 0;
	t->doc = doc_new(&t->diag);
	check_kind(t, w->o->template_bytes);
	docx_package_open(&t->package, t->doc, w->o->template_bytes, 0);
	docx_template_read_styles(w);
	docx_template_read_main(w);
	read_letterheads(w);
	docx_template_read_parts(w);
	if (!w->o->public)
		docx_template_read_properties(t);
	settle_rels(&w->document, &t->package.main_rels);
	if (t->notes.bytes.p) {
		t->notes_rels = docx_rels_of(&t->package, str_of(t->notes.part));
		settle_rels(&w->notes, &t->notes_rels);
	}
}

bool
docx_template_has_part(const struct docx_template *t, struct str name)
{
	return docx_zip_find(t->package.zip, name) >= 0;
}
