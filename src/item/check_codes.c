/* QCodes, the catalogs that declare their aliases, and codes that the IPTC has retired (guide 14). */
#include <stdlib.h>
#include <string.h>

#include "item/check_rules.h"

/* The first place of an alias that is used in the item. */
struct use {
	struct str alias;
	const struct element *element;
	const struct attribute *attribute;
};

struct uses {
	struct use *list;
	size_t count, cap;
	unsigned told; /* a bit for each row of `deprecated` */
};

/* Attributes whose value is a QCode, or several with blanks between them (XML Schema of 2.35). */
static const struct {
	const char *name;
	bool many;
} qcode_attributes[] = {
	{ "qcode", false }, { "role", true }, { "type", true }, { "rel", false }, { "creator", false }, { "why", false },
	{ "how", false }, { "rendition", false }, { "format", false }, { "severity", false }, { "scope", true },
	{ "pubconstraint", true }, { "hashtype", false }, { "jobtitle", false }, { "encoding", false }, { "part", false },
	{ "mode", false }, { "derivedfrom", true }, { "confirmationstatus", false }, { "tech", false }, { "target", false },
	{ "aspect", true }, { "environment", true }, { "idformat", false }, { "reposrole", false }, { "concepttype", true },
	{ "authoritystatus", false }, { "residrefformat", false }, { "renditionref", false }, { "representation", false },
	{ "widthunit", false }, { "heightunit", false }, { "durationunit", false }, { "timeunit", false }, { "radunit", false },
	{ "valueunit", false }, { "valcalctype", false }, { "scaleunit", false }, { "ratingtype", false }, { "ratertype", false },
	{ "interactiontype", false }, { "layoutorientation", false }, { "colourspace", false }, { "colourindicator", false },
	{ "videocodec", false }, { "videodefinition", false }, { "videoscaling", false }, { "audiocodec", false },
	{ "audiochannels", false }, { "symbolsrc", false }, { "market", false }, { "marketlabelsrc", false },
	{ "accesstype", false },
};

/* Attributes and elements that the XML Schema keeps for old items only. */
static const struct {
	const char *name;
	bool element;
	int since; /* the release, 2.N */
	const char *instead;
} deprecated[] = {
	{ "guidref", false, 2, "use residref" },
	{ "hreftype", false, 2, "use contenttype" },
	{ "derivedfrom", false, 12, "use the element derivedFrom" },
	{ "facet", true, 7, "use related" },
	{ "confirmation", true, 24, "use confirmationstatus" },
};

enum {
	QCODE_ATTRIBUTES = sizeof(qcode_attributes) / sizeof(qcode_attributes[0]),
	DEPRECATED = sizeof(deprecated) / sizeof(deprecated[0])
};

/* USES */

static void
add_use(struct uses *u, struct str alias, const struct element *e, const struct attribute *a)
{
	if (u->count == u->cap) {
		u->cap = 2 * u->cap + 64;
		u->list = mem_grow(u->list, u->cap * sizeof(*u->list));
	}
	u->list[u->count++] = (struct use){ alias, e, a };
}

static int
use_order(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int c = str_order(x->alias, y->alias);

	return c ? c : (x->attribute->at > y->attribute->at) - (x->attribute->at < y->attribute->at);
}

static void
take_qcode(struct checked *i, struct uses *u, const struct element *e, const struct attribute *a, struct str value)
{
	struct qcode q;

	if (str_starts(value, STR("http://")) || str_starts(value, STR("https://")))
		check_found(i->check, RULE_QCODE_ADDRESS, attribute_place(i->file, e, a), a->name,
			str_is(a->name, "qcode") ? STR("uri") : arena_printf(&i->check->arena, "%.*suri", STR_FMT(a->name)));
	else if (qcode_split(value, &q))
		add_use(u, q.alias, e, a);
	else
		check_found(i->check, RULE_QCODE, attribute_place(i->file, e, a), a->name, value);
}

static void
take_qcodes(struct checked *i, struct uses *u, const struct element *e, const struct attribute *a, bool many)
{
	struct str rest = a->value, word;

	if (!many || str_trim(rest).n == 0) {
		take_qcode(i, u, e, a, str_trim(rest));
		return;
	}
	while (str_next_word(&rest, &word))
		take_qcode(i, u, e, a, word);
}

/* Said once for each name in an item. */
static void
check_deprecated(struct checked *i, struct uses *u, const struct element *e, const struct attribute *a)
{
	struct str name = a ? a->name : e->name;

	for (unsigned k = 0; k < DEPRECATED; k++) {
		if (deprecated[k].element != !a || !str_is(name, deprecated[k].name) || u->told >> k & 1 ||
			i->minor < deprecated[k].since)
			continue;
		u->told |= 1u << k;
		check_found(i->check, RULE_DEPRECATED, a ? attribute_place(i->file, e, a) : element_place(e), name,
			str_of(deprecated[k].instead));
	}
}

static void
take_attributes(struct checked *i, struct uses *u, const struct element *e)
{
	for (uint32_t n = 0; n < e->attribute_count; n++) {
		const struct attribute *a = &e->attributes[n];

		if (a->ns[0] != '\0')
			continue;
		check_deprecated(i, u, e, a);
		for (size_t k = 0; k < QCODE_ATTRIBUTES; k++)
			if (str_is(a->name, qcode_attributes[k].name))
				take_qcodes(i, u, e, a, qcode_attributes[k].many);
	}
}

/* ALIASES */

/* An alias that no catalog declares which can be looked into. */
static void
check_undeclared(struct checked *i, const struct use *use, struct buf *remote)
{
	struct place place = attribute_place(i->file, use->element, use->attribute);
	const struct iptc_scheme *row = iptc_scheme(use->alias, 0);

	if (i->catalog.foreign)
		buf_printf(remote, "%s%.*s", remote->n > 0 ? ", " : "", STR_FMT(use->alias));
	else if (catalog_scheme(&i->check->header, use->alias).n > 0)
		check_found(i->check, RULE_HEADER_CATALOG, place, use->alias, STR_NONE);
	else if (row && row->until == IPTC_CATALOG && i->catalog.iptc)
		check_found(i->check, RULE_ALIAS_CATALOG, place, use->alias,
			arena_printf(&i->check->arena, "from %d on", row->since));
	else
		check_found(i->check, RULE_ALIAS, place, use->alias, STR_NONE);
}

/* What was retired later than the item was made, was right then. */
static bool
made_before(const struct checked *i, const char *day)
{
	struct date retired = { 0 };

	return i->created.year && date_parse(str_of(day), &retired) && date_seconds(i->created) < date_seconds(retired);
}

static void
check_retired_scheme(struct checked *i, const struct use *use, struct str scheme)
{
	const struct iptc_scheme *row = iptc_scheme_at(scheme);

	if (row && row->retired && !made_before(i, row->retired))
		check_found(i->check, RULE_RETIRED_SCHEME, attribute_place(i->file, use->element, use->attribute), use->alias,
			str_of(row->retired));
}

static void
check_aliases(struct checked *i, struct uses *u)
{
	struct buf remote = { 0 };

	if (u->count > 1)
		qsort(u->list, u->count, sizeof(*u->list), use_order);
	for (size_t k = 0; k < u->count; k++) {
		struct str scheme;

		if (k > 0 && str_eq(u->list[k].alias, u->list[k - 1].alias))
			continue;
		scheme = catalog_scheme(&i->catalog, u->list[k].alias);
		if (scheme.n == 0)
			check_undeclared(i, &u->list[k], &remote);
		else
			check_retired_scheme(i, &u->list[k], scheme);
	}
	if (remote.n > 0)
		check_found(i->check, RULE_REMOTE_CATALOG, element_place(i->catalog.foreign), buf_str(&remote), STR_NONE);
	buf_free(&remote);
}

/* One alias for two schemes: in the item's own catalogs, or in one of them and in one of the IPTC's. */
static void
check_twice(struct checked *i)
{
	for (size_t k = 0; k < i->catalog.count; k++) {
		const struct scheme *s = &i->catalog.schemes[k];
		struct str other = s->uri;

		if (k > 0 && str_eq(s[-1].alias, s->alias))
			other = s[-1].uri;
		for (int version = 1; version <= IPTC_CATALOG && str_eq(other, s->uri); version++) {
			const struct iptc_scheme *row = i->catalog.iptc >> version & 1 ? iptc_scheme(s->alias, version) : NULL;

			if (row)
				other = str_of(row->uri);
		}
		if (!str_eq(other, s->uri))
			check_found(i->check, RULE_ALIAS_TWICE, element_place(s->element), s->alias, other);
	}
}

/* CODES */

/* The name, where it is in English or in the item's language and that is English. */
static void
check_names(struct checked *i, const struct element *e, const struct newscode *known)
{
	const struct element *name = NULL;

	while ((name = item_child(e, "name", name))) {
		const struct attribute *lang = element_attribute(name, XML_NS, "lang");
		struct str tag = lang ? lang->value : element_value(i->item, XML_NS, "lang");
		struct str text = element_line(i->file, name);

		if (str_starts_nocase(tag, STR("en")) && text.n > 0 && !str_is_nocase(text, known->label))
			check_found(i->check, RULE_NAME, element_place(name), str_of(known->label), text);
	}
}

/* Codes of which more is known than their scheme. Class, status and signal have rules of their own. */
static void
check_code(struct checked *i, const struct element *e, struct str qcode, struct str uri)
{
	struct concept concept = catalog_concept(&i->catalog, qcode, uri);
	const struct newscode *known = newscode_of(concept);
	struct arena *a = &i->check->arena;
	struct str instead = STR_NONE;

	if (concept.code.n == 0)
		return;
	if (known && known->instead && !(known->retired && made_before(i, known->retired))) {
		if (known->instead[0])
			instead = arena_printf(a, "; use %s", known->instead);
		check_found(i->check, RULE_RETIRED_CODE, element_place(e), qcode.n ? qcode : uri, instead);
	}
	if (!known && concept_in(concept, SCHEME_GENRE))
		check_found(i->check, RULE_CODE, element_place(e), qcode.n ? qcode : uri, STR("the IPTC's"));
	if (known && known->label)
		check_names(i, e, known);
}

void
check_codes(struct checked *i)
{
	struct uses uses = { 0 };

	for (const struct element *e = i->item; e; e = checked_next(i, e)) {
		check_deprecated(i, &uses, e, NULL);
		/* The attributes of these two are no QCodes. */
		if (str_is(e->name, "a") || str_is(e->name, "timestamp"))
			continue;
		take_attributes(i, &uses, e);
		check_code(i, e, element_value(e, NULL, "qcode"), element_value(e, NULL, "uri"));
		check_topic(i, e);
		check_code(i, e, element_value(e, NULL, "rel"), element_value(e, NULL, "reluri"));
	}
	if (uses.count > 0 && !i->catalog.any)
		check_found(i->check, RULE_CATALOG, element_place(i->item), STR_NONE, STR_NONE);
	check_twice(i);
	check_aliases(i, &uses);
	free(uses.list);
}
