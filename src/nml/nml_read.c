#include <string.h>

#include "base/sniff.h"
#include "item/item.h"
#include "nml/nml.h"
#include "nml/nml_facts.h"
#include "nml/nml_reading.h"
#include "nml/nml_schema.h"

/* PROPERTIES */

static struct property_context
context_of(const struct reading *r)
{
	return (struct property_context){ r->d, r->survey.ours, r->o->zone.n > 0, r->language, xml_place(r->xml) };
}

/* What the writer takes out of the text again. */
static bool
is_derived(const struct reading *r, const struct piece *p)
{
	return r->survey.ours && property_may_be_derived(p) && str_is(piece_attribute(p, "how"), NML_DERIVED);
}

static bool
ends_nocase(struct str s, struct str tail)
{
	return s.n >= tail.n && str_eq_nocase(str_sub(s, s.n - tail.n, s.n), tail);
}

static void
first_of(struct said *said, struct str text, struct extra *e)
{
	if (said->text.n == 0)
		*said = (struct said){ text, e };
}

static void
take_headline(struct reading *r, const struct piece *p, struct extra *e)
{
	struct str role = piece_attribute(p, "role"), line = piece_in_line(r->d, p);

	if (ends_nocase(role, STR("subheadline")) || ends_nocase(role, STR("subtitle"))) {
		first_of(&r->subheadline, line, e);
		return;
	}
	first_of(&r->headline, line, e);
	if (role.n == 0)
		first_of(&r->plain_headline, line, e);
}

/* What goes into the text, when it is not there. */
static void
take_said(struct reading *r, const struct piece *p, struct extra *e)
{
	struct property_context c = context_of(r);

	if (piece_is(p, "headline"))
		take_headline(r, p, e);
	else if (piece_is(p, "by"))
		first_of(&r->byline, piece_in_line(r->d, p), e);
	else if (piece_is(p, "dateline"))
		first_of(&r->dateline, piece_in_line(r->d, p), e);
	else if (piece_is(p, "located") && property_is_plain(&c, p, "", true))
		first_of(&r->place, property_name(r->d, p), e);
}

static void
take_without_key(struct reading *r, struct piece *p)
{
	struct str line = piece_in_line(r->d, p);
	struct extra *e;

	if (piece_is(p, "itemClass")) /* a text it is, and with that class it is written */
		return;
	if ((piece_is(p, "generator") && str_is(line, NML_GENERATOR)) || (line.n == 0 && !p->attributes))
		return;
	e = extra_add(&r->d->arena, &r->extras, (int)r->group, false, p);
	if (!r->survey.ours)
		take_said(r, p, e);
}

static const struct nml_property *
row_of(const struct reading *r, const struct piece *p)
{
	const struct nml_property *row = str_is(p->ns, NML_NS) ? nml_property_of(p->name) : NULL;

	return row && row->group == r->group ? row : NULL;
}

static void
take_property(struct reading *r, struct piece *p)
{
	const struct nml_property *row = row_of(r, p);
	struct property_context c = context_of(r);
	enum held held = HELD_NOTHING;

	if (row) /* before its value is taken: of what an item cannot hold nothing would come back */
		schema_mend_content(r->d, p, schema_element(p->name));
	if (is_derived(r, p)) {
		r->release = r->release || piece_is(p, "genre");
		take_said(r, p, NULL);
		return;
	}
	if (ends_nocase(p->name, STR("MetaExtProperty")) || str_is(p->ns, NML_ALIAS_URI))
		held = property_take_term(&c, p);
	else if (row && row->shape == NML_NO_KEY) {
		take_without_key(r, p);
		return;
	} else if (row) {
		held = property_take(&c, row, p);
	}
	if (held != HELD_WHOLE && (p->attributes || p->first))
		extra_add(&r->d->arena, &r->extras, (int)r->group, held == HELD_IN_PART, p);
}

/* ELEMENTS */

/* The attributes that the keys and the writer do not know. */
static void
take_attributes(struct reading *r, const struct xml_element *e, int place)
{
	static const char *const known[] = { "guid", "version", "standard", "standardversion", "conformance" };
	struct arena *a = &r->d->arena;
	struct piece *p = piece_open(a, NULL, e, r->no_ns);

	for (struct piece_attribute **at = &p->attributes; *at;) {
		bool gone = str_is((*at)->ns, XML_NS) && (place != EXTRA_ITEM || !str_is((*at)->name, "lang"));

		for (size_t i = 0; place == EXTRA_ITEM && i < sizeof(known) / sizeof(*known); i++)
			gone = gone || ((*at)->ns.n == 0 && str_is((*at)->name, known[i]));
		if (gone)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	}
	if (p->attributes)
		r->attributes[place] = extra_add(a, &r->extras, EXTRA_ATTRIBUTES, false, p);
}

static void
open_item(struct reading *r, const struct xml_element *e)
{
	r->item_depth = r->depth;
	r->no_ns = e->ns[0] ? STR("") : STR(NML_NS);
	doc_meta_add(r->d, META_GUID, xml_attribute(e, NULL, "guid"));
	doc_meta_add(r->d, META_VERSION, xml_attribute(e, NULL, "version"));
	r->language = arena_str(&r->d->arena, xml_attribute(e, XML_NS, "lang"));
	take_attributes(r, e, EXTRA_ITEM);
}

/* A catalog that the writer puts in anyway. */
static bool
is_our_catalog(const struct piece *p)
{
	const struct piece *scheme = piece_child(p, "scheme");
	struct str href = piece_attribute(p, "href");

	if (piece_is(p, "catalogRef")) /* each one of IPTC's holds what those before it held */
		return str_find(href, STR("iptc.org/std/catalog/catalog.IPTC-G2-Standards_")) != STR_NPOS;
	return scheme && !scheme->next && str_is(piece_attribute(scheme, "alias"), NML_ALIAS);
}

static void
take_part(struct reading *r, struct piece *p)
{
	bool catalog = piece_is(p, "catalogRef") || piece_is(p, "catalog");

	if (!catalog || !is_our_catalog(p))
		extra_add(&r->d->arena, &r->extras, EXTRA_ITEM, false, p);
}

/* Of several rightsInfos the first gives the keys: each may be for another part. */
static void
open_section(struct reading *r, const struct xml_element *e)
{
	bool known = str_eq(e->ns[0] ? str_of(e->ns) : r->no_ns, STR(NML_NS));

	r->section = SECTION_PART;
	r->section_depth = r->depth;
	if (known && strcmp(e->name, "contentSet") == 0)
		r->section = SECTION_CONTENTS;
	for (int i = 0; known && i < NML_GROUPS; i++)
		if (strcmp(e->name, nml_group_elements[i]) == 0 && !r->groups_seen[i]) {
			r->groups_seen[i] = true;
			r->section = SECTION_PROPERTIES;
			r->group = (enum nml_group)i;
			take_attributes(r, e, i);
		}
	if (r->section == SECTION_PART)
		r->piece = piece_open(&r->d->arena, NULL, e, r->no_ns);
}

static void
open_content(struct reading *r, const struct xml_element *e)
{
	if (r->contents++ == r->survey.content) {
		r->section = SECTION_BODY;
		r->section_depth = r->depth;
		body_begin(&r->body, r->d, &r->survey);
	} else if (strcmp(e->name, "remoteContent") == 0) {
		struct str href = xml_attribute(e, NULL, "href");

		doc_loss(r->d, LOSS_CONTENT, xml_place(r->xml), "L-remote", "remoteContent %.*s", STR_FMT(href));
	} else if (survey_is_same_text(&r->survey, e)) {
		note(r->d->diag, xml_place(r->xml), "another rendition of the text is left out");
	} else {
		struct str language = xml_attribute(e, XML_NS, "lang"), type = xml_attribute(e, NULL, "contenttype");

		doc_loss(r->d, LOSS_CONTENT, xml_place(r->xml), "L-rendition", "%s %.*s%s%.*s", e->name, STR_FMT(type),
			language.n > 0 ? ", language " : "", STR_FMT(language));
	}
}

static void
start(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	r->depth++;
	if (!r->item_depth) {
		if (strcmp(e->name, "newsItem") == 0 && (strcmp(e->ns, NML_NS) == 0 || !e->ns[0]) && r->items++ == r->survey.item)
			open_item(r, e);
	} else if (r->section == SECTION_BODY) {
		r->body.b.place = xml_place(r->xml);
		body_start(&r->body, e);
	} else if (r->depth == r->item_depth + 1) {
		open_section(r, e);
	} else if (r->section == SECTION_CONTENTS && r->depth == r->section_depth + 1) {
		open_content(r, e);
	} else if (r->section == SECTION_PROPERTIES || r->section == SECTION_PART) {
		r->piece = piece_open(&r->d->arena, r->piece, e, r->no_ns);
	}
}

static void
text(void *context, struct str part)
{
	struct reading *r = context;

	if (r->section == SECTION_BODY)
		body_text(&r->body, part);
	else if (r->piece)
		piece_add_text(&r->d->arena, r->piece, part);
}

static void
end_piece(struct reading *r)
{
	struct piece *p = r->piece;

	r->piece = p->parent;
	if (p->parent)
		return;
	if (r->section == SECTION_PROPERTIES)
		take_property(r, p);
	else
		take_part(r, p);
}

static void
end(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	(void)e;
	if (r->section == SECTION_BODY && r->depth > r->section_depth) {
		r->body.b.place = xml_place(r->xml);
		body_end(&r->body);
	} else if (r->section == SECTION_BODY) {
		r->body_title = body_finish(&r->body);
		r->section = SECTION_CONTENTS;
		r->section_depth--;
	} else if (r->piece) {
		end_piece(r);
	}
	if (r->depth == r->item_depth + 1)
		r->section = SECTION_NONE;
	if (r->depth == r->item_depth)
		r->item_depth = 0;
	r->depth--;
}

/* The language of the item's own words is one more fact only where it is not that of its text. */
static void
settle_language(struct reading *r)
{
	struct extra *e = r->attributes[EXTRA_ITEM];
	struct piece_attribute **at;

	if (!r->d->meta[META_LANGUAGE])
		doc_meta_add(r->d, META_LANGUAGE, r->language);
	if (!e || !str_eq(doc_language(r->d, r->language), doc_meta(r->d, META_LANGUAGE)))
		return;
	for (at = &e->piece->attributes; *at && !str_is((*at)->ns, XML_NS);)
		at = &(*at)->next;
	if (*at)
		*at = (*at)->next;
	e->gone = !e->piece->attributes;
}

/* An element that said more than its key does, and no longer does since it was made valid, need not be carried. */
static void
drop_what_keys_hold(struct reading *r)
{
	struct diag silent = { .program = r->d->diag->program, .quiet = true };
	struct doc *said = doc_new(&silent);
	struct property_context c = { said, r->survey.ours, r->o->zone.n > 0, r->language, { 0 } };

	for (struct extra *e = r->extras.first; e; e = e->next) {
		const struct nml_property *row = e->instead && !e->gone ? nml_property_of(e->piece->name) : NULL;

		for (enum meta_key key = 0; row && key < META_COUNT; key++)
			doc_meta_clear(said, key);
		e->gone = e->gone || (row && property_take(&c, row, e->piece) == HELD_WHOLE);
	}
	doc_free(said);
	diag_free(&silent);
}

static void
read_item(struct doc *d, struct str bytes, const struct options *o)
{
	static const struct xml_handler handler = { start, end, text };
	struct reading r = { .d = d, .o = o };

	if (sniff(bytes))
		fail(d->diag, STATUS_DATA, (struct place){ 0 }, "this is %s, not NewsML-G2", sniff(bytes));
	r.survey = nml_survey(d, bytes, o->item);
	r.xml = xml_begin(d->diag, NULL, true, &handler, &r);
	xml_feed(r.xml, bytes);
	xml_end(r.xml);
	settle_language(&r);
	if (r.survey.ours && r.survey.body == NML_BODY_XHTML)
		compare_headline(&r);
	else
		complete_body(&r);
	settle_headlines(&r);
	extras_check(d, &r.extras);
	drop_what_keys_hold(&r);
	extras_check_ids(d, &r.extras);
	extras_keep(d, &r.extras);
	if (r.release && !fact_release(d)) /* what an editor has put in since leaves no doubt of it */
		doc_meta_add(d, META_GENRE, STR("Press Release <genre:Press_Release>"));
}

static struct charset_choice
charset_of(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	const char *name = item_charset(bytes, diag);
	bool declared = xml_declared_encoding(bytes).n > 0;

	(void)o, (void)open;
	if (!name)
		return (struct charset_choice){ "UTF-8", declared ? "declared" : "the default of XML", true };
	return (struct charset_choice){ name, declared ? "declared" : "first bytes", false };
}

const struct reader nml_reader = {
	.format = "nml",
	.charset = charset_of,
	.read = read_item,
	.libraries = xml_library,
};
