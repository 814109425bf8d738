/*
 * What the settings and properties of a DOCX tell (ECMA-376 part 1, 17.15 and
 * 22.2 and 22.3; part 2, 8.3), and data that other programs keep in it.
 */
#include "relcheck/docx_scan.h"

#include <string.h>

#define NS_W15 "http://schemas.microsoft.com/office/word/2012/wordml"

struct reading {
	struct docx_scan *scan;
	struct place place;
	struct str name; /* of the custom property or the person at work */
	struct str account; /* of the person */
	struct buf text;
	size_t rsids;
};

static void
read_part(struct docx_scan *scan, struct str part, const struct xml_handler *handler, struct reading *r)
{
	r->scan = scan;
	r->place = (struct place){ .part = arena_cstr(&scan->c->d->arena, part) };
	docx_part_parse(&scan->package, part, handler, r);
	buf_free(&r->text);
}

/* Settings. */

static void
setting(void *context, const struct xml_element *e)
{
	struct reading *r = context;
	struct relcheck *c = r->scan->c;

	if (docx_is(e, NS_W, "rsid"))
		r->rsids++;
	else if (docx_is(e, NS_W, "docVar"))
		relcheck_found(c, RULE_PROPERTY, r->place, "the variable %.*s: \"%.*s\"",
			STR_FMT(relcheck_cut(c, docx_attribute(e, NS_W, "name"))), STR_FMT(relcheck_cut(c, docx_val(e))));
	else if (docx_is(e, NS_W, "query") || docx_is(e, NS_W, "connectString"))
		relcheck_found(c, RULE_DATA_SOURCE, r->place, "the %s of a mail merge: \"%.*s\"", e->name,
			STR_FMT(relcheck_cut(c, docx_val(e))));
}

void
docx_scan_settings(struct docx_scan *scan, struct str part)
{
	static const struct xml_handler handler = { .start = setting };
	struct reading r = { 0 };

	read_part(scan, part, &handler, &r);
	if (r.rsids > 0)
		relcheck_found(scan->c, RULE_REVISION_IDS, r.place, "%zu revision ids: one for each sitting", r.rsids);
	else if (scan->has_rsids)
		relcheck_found(scan->c, RULE_REVISION_IDS, r.place, "revision ids on paragraphs and runs");
}

/* Whom the program has met as authors of changes and comments; they stay listed when those are gone ([MS-DOCX], 2.5). */

static void
person_start(void *context, const struct xml_element *e)
{
	struct reading *r = context;
	struct arena *a = &r->scan->c->d->arena;

	if (strcmp(e->name, "person") == 0) {
		r->name = arena_str(a, xml_attribute(e, NS_W15, "author"));
		r->account = STR_NONE;
	} else if (strcmp(e->name, "presenceInfo") == 0) {
		r->account = arena_str(a, xml_attribute(e, NS_W15, "userId"));
	}
}

static void
person_end(void *context, const struct xml_element *e)
{
	struct reading *r = context;
	struct relcheck *c = r->scan->c;
	bool account = r->account.n > 0 && !str_eq(r->account, r->name) && !relcheck_is_shown(c, r->account);

	if (strcmp(e->name, "person") != 0 || r->name.n == 0 || (!account && relcheck_is_shown(c, r->name)))
		return;
	relcheck_found(c, RULE_AUTHOR, r->place, "changed or commented by %.*s%s%.*s%s", STR_FMT(relcheck_cut(c, r->name)),
		account ? " (" : "", STR_FMT(account ? relcheck_cut(c, r->account) : STR_NONE), account ? ")" : "");
}

void
docx_scan_people(struct docx_scan *scan, struct str part)
{
	static const struct xml_handler handler = { .start = person_start, .end = person_end };
	struct reading r = { 0 };

	read_part(scan, part, &handler, &r);
}

/* Data of other programs: what is in it that can be read. */

static void
data_start(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	if (r->name.n == 0)
		r->name = arena_str(&r->scan->c->d->arena, str_of(e->name));
	else if (r->text.n > 0)
		buf_char(&r->text, ' ');
}

static void
data_text(void *context, struct str text)
{
	struct reading *r = context;

	if (r->text.n < 1000)
		buf_add(&r->text, str_sub(str_trim(text), 0, 1000));
}

void
docx_scan_custom_xml(struct docx_scan *scan, struct str part)
{
	static const struct xml_handler handler = { .start = data_start, .text = data_text };
	struct reading r = { .scan = scan, .place = { .part = arena_cstr(&scan->c->d->arena, part) } };

	docx_part_parse(&scan->package, part, &handler, &r);
	if (str_trim(buf_str(&r.text)).n > 0)
		relcheck_found(scan->c, RULE_PROPERTY, r.place, "data of a program, <%.*s>: \"%.*s\"",
			STR_FMT(relcheck_cut(scan->c, r.name)), STR_FMT(relcheck_cut(scan->c, buf_str(&r.text))));
	buf_free(&r.text);
}

/* Properties. */

static const struct {
	enum docx_ns ns;
	const char *name;
	enum relcheck_rule rule;
	const char *what;
} properties[] = {
	{ NS_DC, "creator", RULE_AUTHOR, "written by" },
	{ NS_CORE, "lastModifiedBy", RULE_AUTHOR, "saved by" },
	{ NS_CORE, "lastPrinted", RULE_HISTORY, "last printed" },
	{ NS_CORE, "revision", RULE_HISTORY, "times saved:" },
	{ NS_CORE, "contentStatus", RULE_PROPERTY, "status:" },
	{ NS_CORE, "category", RULE_PROPERTY, "category:" },
	{ NS_EXTENDED, "Manager", RULE_COMPANY, "manager:" },
	{ NS_EXTENDED, "Company", RULE_COMPANY, "company:" },
	{ NS_EXTENDED, "TotalTime", RULE_HISTORY, "minutes of work:" },
	{ NS_EXTENDED, "Template", RULE_HISTORY, "made from the template" },
	{ NS_EXTENDED, "HyperlinkBase", RULE_PATH, "links are relative to" },
};

static void
begin_text(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	(void)e;
	buf_clear(&r->text);
}

static void
take_text(void *context, struct str text)
{
	buf_add(&((struct reading *)context)->text, text);
}

/* What every new file has, or what can be read in the text, tells nothing. */
static bool
tells_nothing(const struct reading *r, size_t property, struct str value)
{
	struct relcheck *c = r->scan->c;
	enum relcheck_rule rule = properties[property].rule;

	if (value.n == 0 || str_is(value, "0") || str_is(value, "1"))
		return true;
	if (strcmp(properties[property].name, "creator") == 0 && c->own)
		return true;
	if (rule == RULE_PATH)
		return !relcheck_is_path(value) && !relcheck_is_inside(value);
	if (strcmp(properties[property].name, "Template") == 0)
		return str_starts_nocase(value, STR("Normal"));
	return (rule == RULE_AUTHOR || rule == RULE_COMPANY) && relcheck_is_shown(c, value);
}

static void
property_end(void *context, const struct xml_element *e)
{
	struct reading *r = context;
	struct relcheck *c = r->scan->c;
	struct str value = str_trim(buf_str(&r->text));

	if (docx_is(e, NS_DC, "title"))
		c->title = arena_str(&c->d->arena, value);
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		if (docx_is(e, properties[i].ns, properties[i].name) && !tells_nothing(r, i, value))
			relcheck_found(c, properties[i].rule, r->place, "%s %.*s", properties[i].what, STR_FMT(relcheck_cut(c, value)));
}

static void
custom_start(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	if (docx_is(e, NS_CUSTOM, "property"))
		r->name = arena_str(&r->scan->c->d->arena, docx_attribute(e, NS_NONE, "name"));
	buf_clear(&r->text);
}

static void
custom_end(void *context, const struct xml_element *e)
{
	struct reading *r = context;
	struct relcheck *c = r->scan->c;
	struct str value = str_trim(buf_str(&r->text));

	if (docx_ns(e->ns) == NS_VT && value.n > 0 && !str_starts_nocase(r->name, STR("nml.")))
		relcheck_found(c, RULE_PROPERTY, r->place, "the property %.*s: \"%.*s\"", STR_FMT(relcheck_cut(c, r->name)),
			STR_FMT(relcheck_cut(c, value)));
	buf_clear(&r->text);
}

void
docx_scan_properties(struct docx_scan *scan)
{
	static const struct xml_handler usual = { begin_text, property_end, take_text },
					custom = { custom_start, custom_end, take_text };
	static const struct {
		const char *type;
		const struct xml_handler *handler;
	} parts[] = {
		{ "core-properties", &usual },
		{ "extended-properties", &usual },
		{ "extendedProperties", &usual },
		{ "custom-properties", &custom },
		{ "customProperties", &custom },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const struct docx_rel *rel = docx_rel_by_type(&scan->package.rels, parts[i].type);
		struct reading r = { 0 };

		if (rel && !rel->external)
			read_part(scan, rel->target, parts[i].handler, &r);
	}
}
