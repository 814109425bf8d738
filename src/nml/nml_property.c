#include "nml/nml_property.h"

#include "nml/nml_schema.h"

#include <string.h>

static bool
add_meta(const struct property_context *c, enum meta_key key, struct str value)
{
	const struct meta_value *before = c->d->meta[key], *last = before, *v;

	if (str_trim(value).n == 0 || (before && !meta_many(key)))
		return false;
	for (v = before; v; v = v->next)
		last = v;
	doc_meta_add(c->d, key, value);
	return before ? last->next != NULL : c->d->meta[key] != NULL;
}

static struct str
first_attribute(const struct piece *p, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str value = piece_attribute(p, names[i]);

		if (value.n > 0)
			return value;
	}
	return STR_NONE;
}

static struct str
code_of(const struct piece *p)
{
	static const char *const codes[] = { "qcode", "uri" };

	return first_attribute(p, codes, 2);
}

static bool
has_contacts(const struct piece *p)
{
	for (const struct piece *at = p; at; at = piece_next(p, at))
		if (piece_is(at, "contactInfo"))
			return true;
	return false;
}

static struct str
words_of_name(struct doc *d, const struct piece *p)
{
	const struct piece *name = piece_child(p, "name");

	return name ? piece_in_line(d, name) : STR_NONE;
}

struct str
property_name(struct doc *d, const struct piece *p)
{
	struct str name = words_of_name(d, p), literal = piece_attribute(p, "literal");

	if (name.n > 0)
		return name;
	if (literal.n > 0)
		return literal;
	return piece_child(p, "name") || has_contacts(p) ? STR_NONE : piece_in_line(d, p);
}

static bool
is_own_language(const struct property_context *c, const struct piece_attribute *a)
{
	return str_is(a->ns, XML_NS) && str_is(a->name, "lang") && str_eq_nocase(str_trim(a->value), c->language);
}

bool
property_is_plain(const struct property_context *c, const struct piece *p, const char *attributes, bool name)
{
	for (const struct piece_attribute *a = p->attributes; a; a = a->next)
		if (!is_own_language(c, a) && (a->ns.n > 0 || !str_listed(str_of(attributes), a->name)))
			return false;
	for (const struct piece *child = p->first; child; child = child->next) {
		if (child->name.n == 0 && (!name || str_trim(child->text).n == 0))
			continue;
		if (!name || !piece_is(child, "name") || !property_is_plain(c, child, "", false))
			return false;
		name = false;
	}
	return true;
}

static enum held
held(bool some, bool whole)
{
	return !some ? HELD_NOTHING : whole ? HELD_WHOLE : HELD_IN_PART;
}

/* An embargo must never come to nothing: whatever is not an instant in a known zone is held. */
static enum held
take_embargo(const struct property_context *c, const struct piece *p)
{
	struct str text = piece_in_line(c->d, p);
	bool plain = property_is_plain(c, p, "", false);
	struct date date;

	if (text.n > 0 && date_parse(text, &date) && date.has_time && (date.has_zone || c->zone_given))
		return held(add_meta(c, META_EMBARGO, text), plain);
	if (text.n > 0) {
		warn(c->d->diag, c->place, "W-embargo", "the embargo \"%.*s\" is no time with a zone: held without end",
			STR_FMT(str_sub(text, 0, 80)));
		doc_meta_add(c->d, META_EDITORIAL_NOTE, arena_printf(&c->d->arena, "Embargo: %.*s", STR_FMT(text)));
	}
	return held(add_meta(c, META_EMBARGO, STR(META_HOLD)), plain);
}

static enum held
take_status(const struct property_context *c, const struct piece *p)
{
	static const char *const schemes[] = { "stat:", "http://cv.iptc.org/newscodes/pubstatusg2/" };
	struct str code = code_of(p);
	bool plain = property_is_plain(c, p, piece_attribute(p, "qcode").n > 0 ? "qcode" : "uri", false);

	for (size_t i = 0; i < 2; i++)
		if (str_starts(code, str_of(schemes[i])))
			code = str_sub(code, strlen(schemes[i]), code.n);
	if (str_is(code, "canceled") || str_is(code, "withheld"))
		warn(c->d->diag, c->place, "W-status", "the item is %.*s", STR_FMT(code));
	return held(add_meta(c, META_STATUS, code), plain);
}

/* The attribute that its key takes the code from, alone. */
static const char *
code_attribute(const struct piece *p, bool literal)
{
	static const char *const names[] = { "qcode", "uri", "literal" };

	for (size_t i = 0; i < (literal ? 3 : 2); i++)
		if (piece_attribute(p, names[i]).n > 0)
			return names[i];
	return "";
}

static enum held
take_provider(const struct property_context *c, const struct piece *p)
{
	struct str name = words_of_name(c->d, p), id = code_of(p), literal = piece_attribute(p, "literal");
	bool some;

	if (name.n == 0 && !c->ours)
		name = property_name(c->d, p);
	some = add_meta(c, META_PROVIDER, name);
	some = add_meta(c, META_PROVIDER_ID, id.n > 0 ? id : literal) || some;
	return held(some, property_is_plain(c, p, code_attribute(p, true), true));
}

static enum held
take_concept(const struct property_context *c, const struct nml_property *row, const struct piece *p)
{
	struct str value = nml_concept(&c->d->arena, property_name(c->d, p), code_of(p));

	return held(add_meta(c, row->key, value), property_is_plain(c, p, code_attribute(p, false), true));
}

static enum held
take_name(const struct property_context *c, const struct nml_property *row, const struct piece *p)
{
	struct str name = property_name(c->d, p);

	return held(add_meta(c, row->key, name.n > 0 ? name : code_of(p)), name.n > 0 && property_is_plain(c, p, "", true));
}

static enum held
take_link(const struct property_context *c, const struct piece *p)
{
	static const char *const targets[] = { "href", "residref", "guidref" };
	struct str url = first_attribute(p, targets, 3);

	if (doc_link(c->d, url).n == 0)
		return HELD_NOTHING;
	return held(add_meta(c, META_LINK, url), !p->first && property_is_plain(c, p, nml_is_reference(url) ? "href" : "residref", false));
}

static enum held
take_text(const struct property_context *c, const struct nml_property *row, const struct piece *p)
{
	struct str text = piece_in_line(c->d, p);
	struct date date;

	if (row->shape == NML_DATE && text.n > 0 && !date_parse(text, &date) && schema_kind_holds(STR("year-or-date"), text))
		return HELD_NOTHING;
	return held(add_meta(c, row->key, text), property_is_plain(c, p, "", false));
}

bool
property_may_be_derived(const struct piece *p)
{
	static const char *const names[] = { "located", "infoSource", "headline", "dateline", "by", "genre", "edNote", "link" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (piece_is(p, names[i]))
			return true;
	return false;
}

enum held
property_take_term(const struct property_context *c, const struct piece *p)
{
	struct str term = piece_attribute(p, "rel");
	enum meta_key key = META_COUNT;

	if (c->ours && str_starts(term, STR(NML_ALIAS ":")))
		key = meta_of_name(str_sub(term, STR(NML_ALIAS ":").n, term.n));
	else if (c->ours && str_is(p->ns, NML_ALIAS_URI))
		key = meta_of_name(p->name);
	if (key == META_COUNT)
		return HELD_NOTHING;
	add_meta(c, key, piece_attribute(p, "value"));
	return HELD_WHOLE;
}

enum held
property_take(const struct property_context *c, const struct nml_property *row, const struct piece *p)
{
	switch (row->shape) {
	case NML_EMBARGO:
		return take_embargo(c, p);
	case NML_PROVIDER:
		return take_provider(c, p);
	case NML_STATUS:
		return take_status(c, p);
	case NML_NAME:
		return take_name(c, row, p);
	case NML_CONCEPT:
		return take_concept(c, row, p);
	case NML_LANGUAGE:
		return held(add_meta(c, row->key, piece_attribute(p, "tag")), property_is_plain(c, p, "tag", false));
	case NML_LINK:
		return take_link(c, p);
	case NML_TEXT:
	case NML_DATE:
	case NML_URGENCY:
		return take_text(c, row, p);
	case NML_TERM:
	case NML_NO_KEY:
		break;
	}
	return HELD_NOTHING;
}
