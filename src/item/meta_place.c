#include "item/meta_place.h"

#include <string.h>

/* What formats with a text of their own keep there. */
static const struct meta_place in_the_text[] = {
	{ "headline", NML_CONTENT, "headline", NML_TEXT, META_TEXT, false, WHICH_PLAIN },
	{ "subheadline", NML_CONTENT, "headline", NML_TEXT, META_TEXT, true, WHICH_SUB },
	{ "dateline", NML_CONTENT, "dateline", NML_TEXT, META_TEXT, false, WHICH_ANY },
	{ "byline", NML_CONTENT, "by", NML_TEXT, META_TEXT, true, WHICH_ANY },
	{ "place", NML_CONTENT, "located", NML_NAME, META_TEXT, true, WHICH_ANY },
};
enum { IN_THE_TEXT = sizeof(in_the_text) / sizeof(*in_the_text) };

/* The provider's other half stands in the same element. */
static const struct meta_place attributes[] = {
	{ "guid", NML_ITEM, NULL, NML_TEXT, META_TEXT, false, WHICH_ANY },
	{ "version", NML_ITEM, NULL, NML_TEXT, META_NUMBER, false, WHICH_ANY },
	{ "provider-id", NML_ITEM, "provider", NML_PROVIDER, META_TEXT, false, WHICH_ANY },
};

static const char *const term_elements[NML_GROUPS] = { "rightsInfoExtProperty", "itemMetaExtProperty",
	"contentMetaExtProperty" };

static struct meta_place
place_of_property(const struct nml_property *p)
{
	struct meta_place place = { meta_name(p->key), p->group, p->element, p->shape, meta_type(p->key), meta_many(p->key),
		WHICH_ANY };

	if (p->shape == NML_TERM) {
		place.element = term_elements[p->group];
		place.which = WHICH_TERM;
	}
	if (p->shape == NML_LINK)
		place.which = WHICH_SEE_ALSO;
	return place;
}

static bool
place_of_key(enum meta_key key, struct meta_place *place)
{
	for (size_t i = 0; i < sizeof(attributes) / sizeof(*attributes); i++)
		if (strcmp(attributes[i].name, meta_name(key)) == 0) {
			*place = attributes[i];
			return true;
		}
	for (size_t i = 0; i < nml_property_count; i++)
		if (nml_properties[i].key == key) {
			*place = place_of_property(&nml_properties[i]);
			return true;
		}
	return false;
}

bool
meta_place_of(struct str name, struct meta_place *place)
{
	enum meta_key key = meta_of_name(name);

	for (size_t i = 0; i < IN_THE_TEXT; i++)
		if (str_is_nocase(name, in_the_text[i].name)) {
			*place = in_the_text[i];
			return true;
		}
	return key != META_COUNT && place_of_key(key, place);
}

bool
meta_place_at(size_t i, struct meta_place *place)
{
	if (i < IN_THE_TEXT) {
		*place = in_the_text[i];
		return true;
	}
	i -= IN_THE_TEXT;
	return i < META_COUNT && place_of_key((enum meta_key)i, place);
}

/* FINDING */

static bool
ends_nocase(struct str s, struct str tail)
{
	return s.n >= tail.n && str_eq_nocase(str_sub(s, s.n - tail.n, s.n), tail);
}

static struct str
either(const struct element *e, const char *name, const char *other)
{
	struct str value = str_trim(element_value(e, NULL, name));

	return value.n > 0 ? value : str_trim(element_value(e, NULL, other));
}

static bool
is_sub(const struct element *e)
{
	struct str role = either(e, "role", "roleuri");

	return ends_nocase(role, STR("subheadline")) || ends_nocase(role, STR("subtitle"));
}

/* Links that tie versions and renditions together are none of the addresses that an editor gives. */
static bool
is_see_also(const struct element *e)
{
	struct str rel = either(e, "rel", "reluri");

	return rel.n == 0 || ends_nocase(rel, STR("seeAlso"));
}

/* The term is a QCode in a scheme of our own, whatever its alias. */
static bool
is_term(struct item_file *f, const struct catalog *c, const struct element *e, const char *name)
{
	struct str uri = catalog_uri(&f->arena, c, str_trim(element_value(e, NULL, "rel")));

	return str_starts(uri, STR(NML_ALIAS_URI)) && str_is(str_sub(uri, STR(NML_ALIAS_URI).n, uri.n), name);
}

static bool
holds(struct item_file *f, const struct catalog *c, const struct element *e, const struct meta_place *place)
{
	switch (place->which) {
	case WHICH_ANY:
		break;
	case WHICH_PLAIN:
		return !is_sub(e);
	case WHICH_SUB:
		return is_sub(e);
	case WHICH_SEE_ALSO:
		return is_see_also(e);
	case WHICH_TERM:
		return is_term(f, c, e, place->name);
	}
	return true;
}

/* A new group begins where there was none before, or behind the one that is done: an item may have several of one name. */
static struct element *
next_element(const struct element *item, const struct meta_place *place, const struct element *after)
{
	const char *group_name = nml_group_elements[place->group];
	struct element *e = after ? item_child(after->parent, place->element, after) : NULL;
	struct element *group = after ? after->parent : NULL;

	while (!e && (group = item_child(item, group_name, group)))
		e = item_child(group, place->element, NULL);
	return e;
}

struct element *
meta_next(struct item_file *f, const struct catalog *c, const struct element *item, const struct meta_place *place,
	const struct element *after)
{
	struct element *e = place->element ? next_element(item, place, after) : NULL;

	while (e && !holds(f, c, e, place))
		e = next_element(item, place, e);
	return e;
}

/* VALUES */

void
meta_concept(struct item_file *f, const struct element *e, struct str *name, struct str *code)
{
	const struct element *child = item_child(e, "name", NULL);

	*name = child ? element_line(f, child) : STR_NONE;
	*code = either(e, "qcode", "uri");
	if (name->n == 0)
		*name = str_trim(element_value(e, NULL, "literal"));
}

/* A name in words, or what else there is of one. */
static struct str
party(struct item_file *f, const struct element *e)
{
	struct str name, code;

	meta_concept(f, e, &name, &code);
	return name.n > 0 ? name : code.n > 0 ? code : e->first ? STR_NONE : element_line(f, e);
}

static struct str
provider_id(const struct element *e)
{
	struct str code = either(e, "qcode", "uri");

	return code.n > 0 ? code : str_trim(element_value(e, NULL, "literal"));
}

static struct str
provider(struct item_file *f, const struct element *e)
{
	const struct element *name = item_child(e, "name", NULL);

	return name ? element_line(f, name) : e->first ? STR_NONE : element_line(f, e);
}

static struct str
status(const struct catalog *c, const struct element *e)
{
	struct concept concept = concept_of(c, e);

	return concept_in(concept, SCHEME_STATUS) ? concept.code : either(e, "qcode", "uri");
}

struct str
meta_value(struct item_file *f, const struct catalog *c, const struct element *e, const struct meta_place *place)
{
	struct str name, code, text;

	switch (place->shape) {
	case NML_PROVIDER:
		return str_is(str_of(place->name), "provider") ? provider(f, e) : provider_id(e);
	case NML_NAME:
		return party(f, e);
	case NML_CONCEPT:
		meta_concept(f, e, &name, &code);
		return nml_concept(&f->arena, name, code);
	case NML_STATUS:
		return status(c, e);
	case NML_LANGUAGE:
		return str_trim(element_value(e, NULL, "tag"));
	case NML_LINK:
		text = either(e, "href", "residref");
		return text.n > 0 ? text : str_trim(element_value(e, NULL, "guidref"));
	case NML_TERM:
		return str_trim(element_value(e, NULL, "value"));
	case NML_EMBARGO:
		text = element_line(f, e);
		return text.n > 0 ? text : STR(META_HOLD);
	default:
		return element_line(f, e);
	}
}

struct str
meta_first(struct item_file *f, const struct catalog *c, const struct element *item, const char *key)
{
	struct meta_place place;
	const struct element *e;

	meta_place_of(str_of(key), &place);
	e = meta_next(f, c, item, &place, NULL);
	return e ? meta_value(f, c, e, &place) : STR_NONE;
}
