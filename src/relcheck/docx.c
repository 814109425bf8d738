/* What a DOCX holds beside its text: a walk over its parts. */
#include "relcheck/docx_scan.h"

#include <stdlib.h>

void
docx_scan_changed_by(struct docx_scan *scan, struct str author)
{
	for (size_t i = 0; i < scan->changed_by_count; i++)
		if (str_eq(scan->changed_by[i], author))
			return;
	if (scan->changed_by_count < CHANGED_BY_MOST)
		scan->changed_by[scan->changed_by_count++] = arena_str(&scan->c->d->arena, author);
}

void
docx_scan_path(struct relcheck *c, struct place place, const char *what, struct str text)
{
	if (relcheck_is_path(text))
		relcheck_found(c, RULE_PATH, place, "%s names \"%.*s\"", what, STR_FMT(relcheck_cut(c, text)));
}

/* What the types of relationships mean for who sends the file on; target NULL: any. */
static const struct {
	const char *type;
	bool external;
	enum relcheck_rule rule;
	const char *what;
} kinds[] = {
	{ "oleObject", false, RULE_EMBEDDED, "an object of another program" },
	{ "package", false, RULE_EMBEDDED, "a document within the document" },
	{ "control", false, RULE_EMBEDDED, "a control" },
	{ "oleObject", true, RULE_REMOTE, "an object that stands elsewhere" },
	{ "image", true, RULE_REMOTE, "a picture that stands elsewhere" },
	{ "frame", true, RULE_REMOTE, "a frame that stands elsewhere" },
	{ "subDocument", true, RULE_REMOTE, "a part of the text that stands elsewhere" },
	{ "attachedTemplate", true, RULE_REMOTE, "a template that stands elsewhere" },
	{ "mailMergeSource", true, RULE_DATA_SOURCE, "the addresses of a mail merge" },
	{ "mailMergeHeaderSource", true, RULE_DATA_SOURCE, "the addresses of a mail merge" },
	{ "thumbnail", false, RULE_PREVIEW, "a small picture of the first page" },
};

static void
check_relation(struct docx_scan *scan, struct str part, const struct docx_rel *rel)
{
	struct relcheck *c = scan->c;
	struct place place = { .part = part.n > 0 ? arena_cstr(&c->d->arena, part) : NULL };

	if (rel->external && relcheck_is_path(rel->target)) {
		docx_scan_path(c, place, str_is(rel->type, "hyperlink") ? "a link" : "what is attached to the file", rel->target);
		return;
	}
	if (str_ends(rel->target, STR("vbaProject.bin")))
		relcheck_found(c, RULE_MACRO, place, "a program: %.*s", STR_FMT(relcheck_cut(c, rel->target)));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_is(rel->type, kinds[i].type) && rel->external == kinds[i].external)
			relcheck_found(c, kinds[i].rule, place, "%s: %.*s", kinds[i].what, STR_FMT(relcheck_cut(c, rel->target)));
}

static void
check_relations(struct docx_scan *scan, struct str part, const struct docx_rels *rels)
{
	for (size_t i = 0; i < rels->n; i++)
		check_relation(scan, part, &rels->v[i]);
}

/* A part that the main part refers to, by the type of its relationship. */
static void
check_part(struct docx_scan *scan, const struct docx_rel *rel)
{
	static const char *const stories[] = { "header", "footer", "footnotes", "endnotes", "comments" };
	struct docx_rels rels;

	if (rel->external)
		return;
	if (str_is(rel->type, "settings"))
		docx_scan_settings(scan, rel->target);
	else if (str_is(rel->type, "people"))
		docx_scan_people(scan, rel->target);
	else if (str_is(rel->type, "customXml"))
		docx_scan_custom_xml(scan, rel->target);
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++)
		if (str_is(rel->type, stories[i]))
			docx_scan_story(scan, rel->target, i == 0);
	rels = docx_rels_of(&scan->package, rel->target);
	check_relations(scan, rel->target, &rels);
}

static void
say_changes(struct docx_scan *scan)
{
	struct relcheck *c = scan->c;
	struct buf names = { 0 };

	if (scan->changes == 0)
		return;
	for (size_t i = 0; i < scan->changed_by_count; i++)
		buf_printf(&names, "%s%.*s", i > 0 ? ", " : "", STR_FMT(relcheck_cut(c, scan->changed_by[i])));
	relcheck_found(c, RULE_CHANGES, (struct place){ 0 }, "%zu tracked change%s, by %.*s", scan->changes,
		scan->changes == 1 ? "" : "s", STR_FMT(buf_str(&names)));
	buf_free(&names);
}

void
relcheck_docx(struct relcheck *c)
{
	struct docx_scan *scan = mem_zeroed(sizeof(*scan));
	size_t archive = str_starts(c->bytes, STR("PK")) ? 0 : str_find(c->bytes, STR("PK\3\4"));

	scan->c = c;
	scan->strings.arena = &c->d->arena;
	docx_package_open(&scan->package, c->d, str_sub(c->bytes, archive, c->bytes.n), c->limit_inflated);
	docx_styles_read(&scan->styles, &scan->package, &scan->strings);
	docx_scan_story(scan, scan->package.main, false);
	check_relations(scan, scan->package.main, &scan->package.main_rels);
	for (size_t i = 0; i < scan->package.main_rels.n; i++)
		check_part(scan, &scan->package.main_rels.v[i]);
	check_relations(scan, STR_NONE, &scan->package.rels);
	say_changes(scan);
	docx_scan_properties(scan);
	docx_package_close(&scan->package);
	free(scan);
}
