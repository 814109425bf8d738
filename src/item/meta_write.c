#include "item/meta_write.h"

#include <string.h>

static const struct place nowhere = { 0 };

void
meta_writer_begin(struct meta_writer *w, struct item_file *f, struct splice *splice, struct element *item)
{
	*w = (struct meta_writer){ .catalog = catalog_of(f, item) };
	edit_begin(&w->edit, f, splice, item);
}

void
meta_writer_end(struct meta_writer *w)
{
	edit_end(&w->edit);
}

/* CONCEPTS */

struct str
meta_term(struct meta_writer *w, const char *qcode, const char *uri, const char *alias, const char *scheme, const char *code)
{
	struct arena *a = &w->edit.f->arena;

	if (str_is(catalog_scheme(&w->catalog, str_of(alias)), scheme))
		return edit_attribute_markup(&w->edit, qcode, arena_printf(a, "%s:%s", alias, code));
	return edit_attribute_markup(&w->edit, uri, arena_printf(a, "%s%s", scheme, code));
}

/*
 * The attribute that a given code goes into, and its value. An alias that no
 * catalog of the item declares means nothing to who gets the item: when it is
 * one of the IPTC's, the concept's whole address is written instead.
 */
static const char *
code_attribute(struct meta_writer *w, struct str *code)
{
	const struct iptc_scheme *iptc;
	struct qcode q;

	if (nml_is_uri(*code))
		return "uri";
	if (!qcode_split(*code, &q))
		fail(w->edit.f->diag, STATUS_DATA, nowhere, "%.*s: no QCode", STR_FMT(*code));
	if (catalog_scheme(&w->catalog, q.alias).n > 0)
		return "qcode";
	iptc = iptc_scheme(q.alias, 0);
	if (iptc) {
		*code = arena_printf(&w->edit.f->arena, "%s%.*s", iptc->uri, STR_FMT(q.code));
		return "uri";
	}
	if (!w->catalog.foreign)
		fail(w->edit.f->diag, STATUS_DATA, element_place(w->edit.item), "%.*s: no catalog of the item declares \"%.*s\"",
			STR_FMT(*code), STR_FMT(q.alias));
	warn(w->edit.f->diag, element_place(w->catalog.foreign), "W-alias",
		"\"%.*s\" is taken to be declared in a catalog that is not known here", STR_FMT(q.alias));
	return "qcode";
}

static struct str
name_markup(struct meta_writer *w, const struct meta_text *value, struct str name)
{
	struct str language = STR_NONE;

	if (name.n == 0)
		return STR("");
	if (value->language.n > 0)
		language = edit_attribute_markup(&w->edit, "xml:lang", value->language);
	return edit_markup(&w->edit, "name", language, edit_text(&w->edit, name));
}

static struct str
concept_markup(struct meta_writer *w, const char *element, const struct meta_text *value)
{
	struct str name, code, attribute = STR("");

	concept_split(value->text, &name, &code);
	if (code.n > 0) {
		const char *which = code_attribute(w, &code);

		attribute = edit_attribute_markup(&w->edit, which, code);
	}
	return edit_markup(&w->edit, element, attribute, name_markup(w, value, name));
}

/* NEW ELEMENTS */

/* An own term, and the declaration of its alias where the item has none. */
static struct str
own_term(struct meta_writer *w, const char *qcode, const char *uri, const char *code)
{
	struct str declared = catalog_scheme(&w->catalog, STR(NML_ALIAS));

	if (declared.n > 0)
		return meta_term(w, qcode, uri, NML_ALIAS, NML_ALIAS_URI, code);
	if (!w->own_alias)
		edit_insert(&w->edit, NULL, "catalog",
			edit_markup(&w->edit, "catalog", STR(""),
				edit_markup(&w->edit, "scheme", STR(" alias=\"" NML_ALIAS "\" uri=\"" NML_ALIAS_URI "\""), STR(""))));
	w->own_alias = true;
	return edit_attribute_markup(&w->edit, qcode, arena_printf(&w->edit.f->arena, NML_ALIAS ":%s", code));
}

static struct str
link_markup(struct meta_writer *w, const char *element, struct str address)
{
	struct str rel = meta_term(w, "rel", "reluri", "irel", SCHEME_RELATION, "seeAlso");
	struct str target = edit_attribute_markup(&w->edit, "href", address);

	return edit_markup(&w->edit, element, arena_printf(&w->edit.f->arena, "%.*s%.*s", STR_FMT(rel), STR_FMT(target)), STR(""));
}

static struct str
term_markup(struct meta_writer *w, const struct meta_place *place, struct str text)
{
	struct str rel = own_term(w, "rel", "reluri", place->name), value = edit_attribute_markup(&w->edit, "value", text);

	return edit_markup(&w->edit, place->element, arena_printf(&w->edit.f->arena, "%.*s%.*s", STR_FMT(rel), STR_FMT(value)),
		STR(""));
}

static struct str
markup_of(struct meta_writer *w, const struct meta_place *place, const struct meta_text *value)
{
	struct edit *e = &w->edit;
	const char *name = place->element;

	switch (place->shape) {
	case NML_CONCEPT:
		return concept_markup(w, name, value);
	case NML_NAME:
	case NML_PROVIDER:
		return edit_markup(e, name, STR(""), name_markup(w, value, value->text));
	case NML_STATUS:
		return edit_markup(e, name, meta_term(w, "qcode", "uri", "stat", SCHEME_STATUS,
			arena_cstr(&e->f->arena, value->text)), STR(""));
	case NML_LANGUAGE:
		return edit_markup(e, name, edit_attribute_markup(e, "tag", value->text), STR(""));
	case NML_LINK:
		return link_markup(w, name, value->text);
	case NML_TERM:
		return term_markup(w, place, value->text);
	case NML_EMBARGO:
		return edit_markup(e, name, STR(""), str_is(value->text, META_HOLD) ? STR("") : value->text);
	default:
		return edit_markup(e, name, place->which == WHICH_SUB ? own_term(w, "role", "roleuri", "subheadline") : STR(""),
			edit_text(e, value->text));
	}
}

static void
insert(struct meta_writer *w, const struct meta_place *place, const struct meta_text *value)
{
	const char *group = nml_group_elements[place->group];
	enum item_kind kind = item_kind(w->edit.item);

	if (place->group == NML_CONTENT && !edit_allows(kind, place->element))
		fail(w->edit.f->diag, STATUS_DATA, element_place(w->edit.item), "a %s has no %s", item_kind_name(kind), place->name);
	edit_insert(&w->edit, group, place->element, markup_of(w, place, value));
}

/* OLD ELEMENTS */

static bool
same_code(struct meta_writer *w, struct str a, struct str b)
{
	struct arena *arena = &w->edit.f->arena;
	struct str left = nml_is_qcode(a) ? catalog_uri(arena, &w->catalog, a) : a;
	struct str right = nml_is_qcode(b) ? catalog_uri(arena, &w->catalog, b) : b;

	return str_eq(a, b) || (left.n > 0 && str_eq(left, right));
}

/* Whether an element has the value; of a concept, what is given of it. */
static bool
has_value(struct meta_writer *w, const struct meta_place *place, const struct element *e, struct str value)
{
	struct str name, code, own_name, own_code;

	if (place->shape != NML_CONCEPT)
		return str_eq(meta_value(w->edit.f, &w->catalog, e, place), value);
	concept_split(value, &name, &code);
	meta_concept(w->edit.f, e, &own_name, &own_code);
	return (code.n == 0 || same_code(w, code, own_code)) && (name.n == 0 || str_eq(name, own_name));
}

static void
set_provider_id(struct meta_writer *w, const struct element *e, struct str id)
{
	static const char *const names[] = { "qcode", "uri", "literal" };
	const char *which = nml_is_qcode(id) || nml_is_uri(id) ? code_attribute(w, &id) : "literal";

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], which) != 0)
			edit_remove_attribute(&w->edit, e, names[i]);
	if (id.n > 0)
		edit_attribute(&w->edit, e, which, id);
	else
		edit_remove_attribute(&w->edit, e, "literal");
}

/* The name in the element, which gets one when it has none. */
static void
set_name(struct meta_writer *w, const struct element *e, const struct meta_text *value)
{
	const struct element *name = item_child(e, "name", NULL);
	struct str markup = name_markup(w, value, value->text);

	if (name)
		edit_content(&w->edit, name, edit_text(&w->edit, value->text));
	else if (e->content_end < e->end)
		splice_insert(w->edit.splice, e->content, markup);
	else
		edit_content(&w->edit, e, markup);
}

/* The alias that the element has stays, for it is the item's own for that scheme. */
static void
set_status(struct meta_writer *w, const struct meta_place *place, const struct element *e, const struct meta_text *value)
{
	struct qcode q;

	if (!e->first && concept_in(concept_of(&w->catalog, e), SCHEME_STATUS) &&
		qcode_split(str_trim(element_value(e, NULL, "qcode")), &q))
		edit_attribute(&w->edit, e, "qcode",
			arena_printf(&w->edit.f->arena, "%.*s:%.*s", STR_FMT(q.alias), STR_FMT(value->text)));
	else
		edit_replace(&w->edit, e, markup_of(w, place, value));
}

static void
change(struct meta_writer *w, const struct meta_place *place, const struct element *e, const struct meta_text *value)
{
	struct edit *edit = &w->edit;

	if (str_is(element_value(e, NULL, "how"), NML_DERIVED)) /* it is somebody's word now */
		edit_remove_attribute(edit, e, "how");
	switch (place->shape) {
	case NML_PROVIDER:
		if (strcmp(place->name, "provider") == 0)
			set_name(w, e, value);
		else
			set_provider_id(w, e, value->text);
		break;
	case NML_STATUS:
		set_status(w, place, e, value);
		break;
	case NML_LANGUAGE:
		edit_attribute(edit, e, "tag", value->text);
		break;
	case NML_TERM:
		edit_attribute(edit, e, "value", value->text);
		break;
	case NML_CONCEPT:
	case NML_NAME:
	case NML_LINK:
		edit_replace(edit, e, markup_of(w, place, value));
		break;
	case NML_EMBARGO:
		edit_content(edit, e, str_is(value->text, META_HOLD) ? STR("") : value->text);
		break;
	default:
		edit_content(edit, e, edit_text(edit, value->text));
		break;
	}
}

/* What the schema demands stays, without its value. */
static void
take_out(struct meta_writer *w, const struct meta_place *place, const struct element *e)
{
	static const struct meta_text nothing = { 0 };
	const struct element *name;

	if (strcmp(place->element, "versionCreated") == 0)
		fail(w->edit.f->diag, STATUS_DATA, element_place(e), "an item must have its %s", place->name);
	if (place->shape != NML_PROVIDER)
		edit_remove(&w->edit, e);
	else if (strcmp(place->name, "provider") != 0)
		set_provider_id(w, e, nothing.text);
	else if ((name = item_child(e, "name", NULL)))
		edit_remove(&w->edit, name);
}

/* The headline stands in the text too: copies of the old one follow. */
static void
change_copies(struct meta_writer *w, struct str old, struct str text)
{
	static const char *const names[] = { "h1", "hl1", "title" };
	const struct element *set = item_child(w->edit.item, "contentSet", NULL);

	for (const struct element *e = set; e && old.n > 0; e = element_next(set, e))
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (str_is(e->name, names[i]) && str_eq(element_line(w->edit.f, e), old)) {
				edit_content(&w->edit, e, edit_text(&w->edit, text));
				note(w->edit.f->diag, element_place(e), "the headline in the text follows");
			}
}

/* WHOLE KEYS */

static void
set_attribute(struct meta_writer *w, const struct meta_place *place, const struct meta_text *value)
{
	if (value)
		edit_attribute(&w->edit, w->edit.item, place->name, value->text);
	else if (strcmp(place->name, "guid") == 0)
		fail(w->edit.f->diag, STATUS_DATA, element_place(w->edit.item), "an item must have its guid");
	else
		edit_remove_attribute(&w->edit, w->edit.item, place->name);
}

void
meta_set(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values)
{
	const struct element *e = NULL;

	if (!place->element) {
		set_attribute(w, place, values);
		return;
	}
	while ((e = meta_next(w->edit.f, &w->catalog, w->edit.item, place, e))) {
		struct str old = meta_value(w->edit.f, &w->catalog, e, place);

		if (!values)
			take_out(w, place, e);
		else if (!str_eq(old, values->text))
			change(w, place, e, values);
		if (values && place->which == WHICH_PLAIN && !str_eq(old, values->text))
			change_copies(w, old, values->text);
		values = values ? values->next : NULL;
	}
	for (; values; values = values->next)
		insert(w, place, values);
}

void
meta_set_one(struct meta_writer *w, const char *key, struct str value)
{
	struct meta_place place;

	meta_place_of(str_of(key), &place);
	meta_set(w, &place, value.n > 0 ? &(const struct meta_text){ .text = value } : NULL);
}

static bool
stands_there(struct meta_writer *w, const struct meta_place *place, struct str value)
{
	const struct element *e = NULL;

	while ((e = meta_next(w->edit.f, &w->catalog, w->edit.item, place, e)))
		if (has_value(w, place, e, value))
			return true;
	return false;
}

static bool
has_any(struct meta_writer *w, const struct meta_place *place)
{
	const struct element *e = NULL;

	if (!place->element)
		return element_attribute(w->edit.item, NULL, place->name);
	while ((e = meta_next(w->edit.f, &w->catalog, w->edit.item, place, e)))
		if (meta_value(w->edit.f, &w->catalog, e, place).n > 0)
			return true;
	return false;
}

void
meta_add(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values)
{
	if (!place->many && has_any(w, place))
		fail(w->edit.f->diag, STATUS_DATA, element_place(w->edit.item), "there is a %s already; --set changes it", place->name);
	if (!place->many) {
		meta_set(w, place, values);
		return;
	}
	for (; values; values = values->next)
		if (!stands_there(w, place, values->text))
			insert(w, place, values);
}

void
meta_remove(struct meta_writer *w, const struct meta_place *place, const struct meta_text *values)
{
	for (; values; values = values->next) {
		const struct element *e = NULL;

		if (!stands_there(w, place, values->text))
			warn(w->edit.f->diag, element_place(w->edit.item), "W-no-value", "no %s to remove: %.*s", place->name,
				STR_FMT(values->text));
		while ((e = meta_next(w->edit.f, &w->catalog, w->edit.item, place, e)))
			if (has_value(w, place, e, values->text))
				take_out(w, place, e);
	}
}
