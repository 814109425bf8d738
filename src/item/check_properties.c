/* An item's properties: class, status, embargo, signals, provider, headline, language, links (guide 7.5 to 9.7, 26). */
#include "base/date.h"
#include "base/language.h"
#include "item/check_rules.h"

/* CLASS AND STATUS */

/* The scheme of the classes that each kind of item may have (guide 7.5.1.1). */
static const char *const class_schemes[] = {
	[ITEM_NEWS] = SCHEME_ITEM_CLASS,
	[ITEM_PACKAGE] = SCHEME_ITEM_CLASS,
	[ITEM_CONCEPT] = SCHEME_CONCEPT_CLASS,
	[ITEM_KNOWLEDGE] = SCHEME_CONCEPT_CLASS,
	[ITEM_PLANNING] = SCHEME_PLANNING_CLASS,
	[ITEM_CATALOG] = SCHEME_CATALOG_CLASS,
};

/* A property's value as the item gives it. */
static struct str
given(const struct element *e)
{
	struct str value = str_trim(element_value(e, NULL, "qcode"));

	return value.n ? value : str_trim(element_value(e, NULL, "uri"));
}

/* Whether a property must be found in a table: an alias may be one that a remote catalog declares, and then nobody knows. */
static bool
is_known(struct checked *i, const struct element *e, struct concept concept)
{
	if (!e)
		return false;
	if (given(e).n == 0)
		check_found(i->check, RULE_VALUE, element_place(e), e->name, STR_NONE);
	return given(e).n > 0 && concept.scheme.n > 0;
}

static void
check_class(struct checked *i, const struct element *e)
{
	const char *scheme = class_schemes[i->kind];

	if (!is_known(i, e, i->class))
		return;
	if (!concept_in(i->class, scheme) || (newscodes_known(i->class) && !newscode_of(i->class)))
		check_found(i->check, RULE_ITEM_CLASS, element_place(e), given(e), str_of(scheme));
}

static void
check_status(struct checked *i, const struct element *e)
{
	if (!e)
		check_found(i->check, RULE_STATUS_MISSING, element_place(i->item_meta), STR_NONE, STR_NONE);
	else if (is_known(i, e, i->status) && !(concept_in(i->status, SCHEME_STATUS) && newscode_of(i->status)))
		check_found(i->check, RULE_STATUS, element_place(e), given(e), STR_NONE);
}

/* EMBARGO AND SIGNALS */

static bool
has_note(struct checked *i)
{
	for (const struct element *e = checked_child(i->item_meta, "edNote"); e; e = item_child(i->item_meta, "edNote", e))
		if (element_line(i->file, e).n > 0)
			return true;
	return false;
}

static void
check_embargo(struct checked *i)
{
	const struct element *e = checked_child(i->item_meta, "embargoed");
	struct str text = e ? str_trim(element_text(i->file, e)) : STR_NONE;
	int64_t until;

	if (!e)
		return;
	if (text.n == 0 && !has_note(i))
		check_found(i->check, RULE_EMBARGO_EMPTY, element_place(e), STR_NONE, STR_NONE);
	if (checked_time(i->file, e, &until) && until <= date_seconds(i->check->now))
		check_found(i->check, RULE_EMBARGO_PAST, element_place(e), text, STR_NONE);
	if (concept_is(i->status, SCHEME_STATUS, "withheld"))
		check_found(i->check, RULE_EMBARGO_WITHHELD, element_place(checked_child(i->item_meta, "pubStatus")), STR_NONE,
			STR_NONE);
}

static void
check_signals(struct checked *i)
{
	for (const struct element *e = checked_child(i->item_meta, "signal"); e; e = item_child(i->item_meta, "signal", e)) {
		struct concept signal = concept_of(&i->catalog, e);

		if (!concept_in(signal, SCHEME_SIGNAL))
			continue;
		if (!newscode_of(signal))
			check_found(i->check, RULE_SIGNAL, element_place(e), given(e), STR_NONE);
		if (i->version == 1 && (str_is(signal.code, "update") || str_is(signal.code, "correction")))
			check_found(i->check, RULE_SIGNAL_FIRST, element_place(e), signal.code, STR_NONE);
	}
}

/* WHO, WHAT, IN WHICH LANGUAGE */

static void
check_provider(struct checked *i, const struct element *e)
{
	static const char *const values[] = { "qcode", "uri", "literal" };
	const struct element *name = checked_child(e, "name");
	bool named = !e || (name && element_line(i->file, name).n > 0);

	for (size_t k = 0; k < sizeof(values) / sizeof(*values); k++)
		named = named || str_trim(element_value(e, NULL, values[k])).n > 0;
	if (!named)
		check_found(i->check, RULE_PROVIDER, element_place(e), STR_NONE, STR_NONE);
}

static void
check_headline(struct checked *i)
{
	const struct element *e = checked_child(i->content_meta, "headline");
	struct place place = element_place(i->content_meta ? i->content_meta : i->item);

	if (!i->text || concept_is(i->status, SCHEME_STATUS, "canceled"))
		return;
	if (e)
		place = element_place(e);
	for (; e; e = item_child(i->content_meta, "headline", e))
		if (element_line(i->file, e).n > 0)
			return;
	check_found(i->check, RULE_HEADLINE, place, checked_child(i->content_meta, "headline") ? STR(": it is empty") : STR_NONE,
		STR_NONE);
}

static void
check_urgency(struct checked *i)
{
	const struct element *e = checked_child(i->content_meta, "urgency");
	struct str text = e ? str_trim(element_text(i->file, e)) : STR_NONE;

	if (e && !(text.n == 1 && text.p[0] >= '1' && text.p[0] <= '9'))
		check_found(i->check, RULE_URGENCY, element_place(e), text, STR_NONE);
}

/* Codes of countries that are taken for those of languages. */
static const struct {
	const char *country, *language;
} mistaken[] = { { "cn", "zh" }, { "cz", "cs" }, { "dk", "da" }, { "gr", "el" }, { "jp", "ja" }, { "rs", "sr" },
	{ "ua", "uk" }, { "vn", "vi" } };

/* "x" and "i" say that the rest is nobody's; a language may be registered with more letters than three. */
static bool
is_special(struct str primary)
{
	for (size_t k = 0; k < primary.n; k++)
		if (!ascii_alpha(primary.p[k]))
			return false;
	return str_is_nocase(primary, "x") || str_is_nocase(primary, "i") || (primary.n > 3 && primary.n < 9);
}

/* Whether the tag is right; if not, *why goes on in the message's sentence. */
static bool
tag_valid(struct checked *i, struct str tag, struct str *why)
{
	struct str rest = tag, part;

	*why = STR_NONE;
	if (!str_next(&rest, '-', &part))
		return false;
	if (is_special(part))
		return true;
	for (size_t k = 0; k < sizeof(mistaken) / sizeof(*mistaken); k++)
		if (str_is_nocase(part, mistaken[k].country)) {
			*why = arena_printf(&i->check->arena, "; the language is %s", mistaken[k].language);
			return false;
		}
	if (str_find_char(tag, '_') != STR_NPOS)
		*why = STR("; it is written with \"-\"");
	if (!language_primary(part))
		return false;
	while (rest.p && str_next(&rest, '-', &part)) {
		if (part.n < 2) /* an extension follows */
			break;
		if (part.n == 2 && !language_region(part)) {
			*why = str_is_nocase(part, "uk") ? STR("; the region is GB") : STR("; there is no such region");
			return false;
		}
	}
	return true;
}

static void
check_tag(struct checked *i, struct place place, struct str tag)
{
	struct str why;

	tag = str_trim(tag);
	if (!tag_valid(i, tag, &why))
		check_found(i->check, RULE_LANGUAGE_TAG, place, tag, why);
}

static void
check_language(struct checked *i)
{
	const struct element *first = checked_child(i->content_meta, "language");

	if (!first && !element_attribute(i->item, XML_NS, "lang") && i->kind == ITEM_NEWS)
		check_found(i->check, RULE_LANGUAGE, element_place(i->item), STR_NONE, STR_NONE);
	for (const struct element *e = first; e; e = item_child(i->content_meta, "language", e)) {
		const struct attribute *a = element_attribute(e, NULL, "tag");

		if (a)
			check_tag(i, attribute_place(i->file, e, a), a->value);
	}
	for (const struct element *e = i->item; e; e = checked_next(i, e)) {
		const struct attribute *a = element_attribute(e, XML_NS, "lang");

		/* The empty tag is XML's own way to say: none. */
		if (a && a->value.n > 0)
			check_tag(i, attribute_place(i->file, e, a), a->value);
	}
}

void
check_properties(struct checked *i)
{
	if (i->item_meta) {
		check_class(i, checked_child(i->item_meta, "itemClass"));
		check_status(i, checked_child(i->item_meta, "pubStatus"));
		check_provider(i, checked_child(i->item_meta, "provider"));
		check_embargo(i);
		check_signals(i);
	}
	check_headline(i);
	check_urgency(i);
	check_language(i);
}

/* LINKS */

/* Elements whose target is an address or an item (guide 9.7.2). */
static bool
is_link(const struct element *e)
{
	static const char *const links[] = { "link", "itemRef", "remoteContent", "remoteInfo", "icon" };

	for (size_t k = 0; k < sizeof(links) / sizeof(*links); k++)
		if (str_is(e->name, links[k]))
			return true;
	return false;
}

static void
check_target(struct checked *i, const struct element *e)
{
	static const char *const targets[] = { "href", "residref", "guidref" };

	for (size_t k = 0; k < sizeof(targets) / sizeof(*targets); k++)
		if (str_trim(element_value(e, NULL, targets[k])).n > 0)
			return;
	if (!str_is(str_trim(element_value(e, NULL, "hascontent")), "false"))
		check_found(i->check, RULE_LINK_TARGET, element_place(e), e->name, STR_NONE);
}

static void
check_previous_link(struct checked *i, const struct element *e)
{
	struct concept relation = catalog_concept(&i->catalog, element_value(e, NULL, "rel"), element_value(e, NULL, "reluri"));
	struct str version = str_trim(element_value(e, NULL, "version"));
	long linked;

	if (!concept_is(relation, SCHEME_RELATION, "previousVersion") || !str_to_long(version, &linked))
		return;
	if (linked >= i->version && str_eq(str_trim(element_value(e, NULL, "residref")), i->check->item))
		check_found(i->check, RULE_LINK_VERSION, element_place(e), version,
			arena_printf(&i->check->arena, "%ld", i->version));
}

void
check_links(struct checked *i)
{
	for (const struct element *e = i->item; e; e = checked_next(i, e)) {
		if (is_link(e))
			check_target(i, e);
		if (str_is(e->name, "link"))
			check_previous_link(i, e);
	}
}
