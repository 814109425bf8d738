/* What an item is called, in which version, and by which standard (guide 7.4.1, 20.4 and 20.5). */
#include <string.h>

#include "item/check_rules.h"
#include "item/message.h"

enum { NEWEST = 35, LAST_CORE = 24 }; /* releases of NewsML-G2 2 */

static struct place
place_of(const struct checked *i, const char *attribute)
{
	const struct attribute *a = element_attribute(i->item, NULL, attribute);

	return a ? attribute_place(i->file, i->item, a) : element_place(i->item);
}

/* What every item must have (XML Schema of 2.35). */
static void
check_parts(const struct checked *i)
{
	static const char *const attributes[] = { "guid", "standard", "standardversion" };
	static const char *const parts[] = { "itemClass", "provider", "versionCreated" };
	struct str kind = str_of(item_kind_name(i->kind));

	if (i->item->ns[0] == '\0')
		check_found(i->check, RULE_NAMESPACE, element_place(i->item), kind, STR_NONE);
	for (size_t k = 0; k < sizeof(attributes) / sizeof(*attributes); k++)
		if (str_trim(element_value(i->item, NULL, attributes[k])).n == 0)
			check_found(i->check, RULE_PART, element_place(i->item), kind, str_of(attributes[k]));
	if (!i->item_meta) {
		check_found(i->check, RULE_PART, element_place(i->item), kind, STR("itemMeta"));
		return;
	}
	for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++)
		if (!checked_child(i->item_meta, parts[k]))
			check_found(i->check, RULE_PART, element_place(i->item_meta), STR("itemMeta"), str_of(parts[k]));
}

static void
check_guid(const struct checked *i)
{
	static const char *const kinds[] = { "urn:", "tag:", "http://", "https://" };
	struct str guid = str_trim(element_value(i->item, NULL, "guid"));
	struct place place = place_of(i, "guid");
	bool known = guid.n == 0, blank = false;

	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		known = known || str_starts_nocase(guid, str_of(kinds[k]));
	for (size_t k = 0; k < guid.n; k++)
		blank = blank || ascii_blank(guid.p[k]);
	if (!known)
		check_found(i->check, RULE_GUID, place, guid, STR_NONE);
	if (blank)
		check_found(i->check, RULE_GUID_BLANK, place, guid, STR_NONE);
}

/*
 * What the last schema for "core", of 2.24, does not have and that of "power"
 * has. An item that is not "power" may be read without it.
 */
static const struct element *
power_property(const struct checked *i, struct str *name)
{
	static const char *const elements[] = { "partMeta", "assert", "inlineRef", "derivedFrom", "derivedFromValue", "channel" };
	static const char *const attributes[] = { "custom", "how", "howuri", "why", "whyuri", "pubconstraint", "pubconstrainturi" };

	for (const struct element *e = i->item; e; e = checked_next(i, e)) {
		for (size_t k = 0; k < sizeof(elements) / sizeof(*elements); k++)
			if (str_is(e->name, elements[k])) {
				*name = e->name;
				return e;
			}
		for (size_t k = 0; k < sizeof(attributes) / sizeof(*attributes); k++)
			if (element_attribute(e, NULL, attributes[k])) {
				*name = str_of(attributes[k]);
				return e;
			}
	}
	return NULL;
}

static void
check_conformance(const struct checked *i)
{
	const struct attribute *stated = element_attribute(i->item, NULL, "conformance");
	struct str is = stated ? stated->value : STR("not stated, which means core"), name;

	if (stated && str_is(str_trim(stated->value), "power"))
		return;
	if (i->minor > LAST_CORE) {
		check_found(i->check, RULE_CONFORMANCE, place_of(i, "conformance"), is, STR("NewsML-G2 has power only from 2.25 on"));
	} else if (power_property(i, &name)) {
		struct str why = arena_printf(&i->check->arena, "%.*s is of power only", STR_FMT(name));

		check_found(i->check, RULE_CONFORMANCE, place_of(i, "conformance"), is, why);
	}
}

void
check_identity(struct checked *i)
{
	struct str standard = str_trim(element_value(i->item, NULL, "standardversion"));

	check_parts(i);
	check_guid(i);
	if (i->version < 1)
		check_found(i->check, RULE_VERSION, place_of(i, "version"), element_value(i->item, NULL, "version"), STR_NONE);
	if (standard.n > 0 && (i->minor < 0 || i->minor > NEWEST))
		check_found(i->check, RULE_STANDARD_VERSION, place_of(i, "standardversion"), standard, STR_NONE);
	check_conformance(i);
}
