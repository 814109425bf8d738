#include "item/property.h"

#include <string.h>

const struct nml_property nml_properties[] = {
	{ NML_RIGHTS, "copyrightHolder", NML_NAME, META_COPYRIGHT_HOLDER },
	{ NML_RIGHTS, "copyrightNotice", NML_TEXT, META_COPYRIGHT_NOTICE },
	{ NML_RIGHTS, "usageTerms", NML_TEXT, META_USAGE_TERMS },

	{ NML_ITEM, "itemClass", NML_NO_KEY, META_COUNT },
	{ NML_ITEM, "provider", NML_PROVIDER, META_PROVIDER },
	{ NML_ITEM, "versionCreated", NML_DATE, META_VERSION_CREATED },
	{ NML_ITEM, "firstCreated", NML_DATE, META_FIRST_CREATED },
	{ NML_ITEM, "embargoed", NML_EMBARGO, META_EMBARGO },
	{ NML_ITEM, "pubStatus", NML_STATUS, META_STATUS },
	{ NML_ITEM, "generator", NML_NO_KEY, META_COUNT },
	{ NML_ITEM, "title", NML_TEXT, META_TITLE },
	{ NML_ITEM, "edNote", NML_TEXT, META_EDITORIAL_NOTE },
	{ NML_ITEM, "signal", NML_CONCEPT, META_SIGNAL },
	{ NML_ITEM, "link", NML_LINK, META_LINK },
	{ NML_ITEM, "itemMetaExtProperty", NML_TERM, META_RECOGNISED },
	{ NML_ITEM, "", NML_TERM, META_CANONICAL }, /* has no element of its own */

	{ NML_CONTENT, "urgency", NML_URGENCY, META_URGENCY },
	{ NML_CONTENT, "contentCreated", NML_DATE, META_DATE },
	{ NML_CONTENT, "contentModified", NML_DATE, META_MODIFIED },
	{ NML_CONTENT, "located", NML_NO_KEY, META_COUNT },
	{ NML_CONTENT, "infoSource", NML_NAME, META_INFO_SOURCE },
	{ NML_CONTENT, "creator", NML_NAME, META_CREATOR },
	{ NML_CONTENT, "language", NML_LANGUAGE, META_LANGUAGE },
	{ NML_CONTENT, "genre", NML_CONCEPT, META_GENRE },
	{ NML_CONTENT, "keyword", NML_TEXT, META_KEYWORD },
	{ NML_CONTENT, "subject", NML_CONCEPT, META_SUBJECT },
	{ NML_CONTENT, "slugline", NML_TEXT, META_SLUGLINE },
	{ NML_CONTENT, "headline", NML_NO_KEY, META_COUNT },
	{ NML_CONTENT, "dateline", NML_NO_KEY, META_COUNT },
	{ NML_CONTENT, "by", NML_NO_KEY, META_COUNT },
	{ NML_CONTENT, "creditline", NML_TEXT, META_CREDIT },
	{ NML_CONTENT, "description", NML_TEXT, META_DESCRIPTION },
	{ NML_CONTENT, "contentMetaExtProperty", NML_NO_KEY, META_COUNT },
};
const size_t nml_property_count = sizeof(nml_properties) / sizeof(*nml_properties);

const char *const nml_group_elements[NML_GROUPS] = { "rightsInfo", "itemMeta", "contentMeta" };

const struct nml_property *
nml_property_of(struct str element)
{
	for (size_t i = 0; i < nml_property_count; i++)
		if (str_is(element, nml_properties[i].element))
			return &nml_properties[i];
	return NULL;
}

/* host or host:port; what else RFC 3986 allows here not every validator does. */
static bool
plain_authority(struct str s)
{
	size_t start = str_find(s, STR("://")), end, colon;
	long port;

	if (start == STR_NPOS)
		return true;
	s = str_sub(s, start + 3, s.n);
	for (end = 0; end < s.n && !strchr("/?#", s.p[end]);)
		end++;
	s = str_sub(s, 0, end);
	colon = str_find_char(s, ':');
	if (colon != STR_NPOS) {
		struct str port_text = str_sub(s, colon + 1, s.n);

		if (port_text.n > 5 || !str_to_long(port_text, &port) || port < 0)
			return false;
		s = str_sub(s, 0, colon);
	}
	return s.n > 0 && str_find_char(s, '@') == STR_NPOS;
}

bool
nml_is_reference(struct str s)
{
	size_t hashes = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		hashes += c == '#';
		if (!ascii_alpha(c) && !ascii_digit(c) && (c == '\0' || !strchr("-._~:/?#@!$&'()*+,;=%", c)))
			return false;
		if (c == '%' && (i + 2 >= s.n || !strchr("0123456789ABCDEFabcdef", s.p[i + 1]) ||
					!strchr("0123456789ABCDEFabcdef", s.p[i + 2])))
			return false;
	}
	return hashes < 2 && s.n > 0 && plain_authority(s);
}

static bool
is_address(struct str s)
{
	return str_starts(s, STR("http://")) || str_starts(s, STR("https://")) || str_starts(s, STR("urn:"));
}

bool
nml_is_uri(struct str s)
{
	return is_address(s) && nml_is_reference(s);
}

bool
nml_is_web(struct str s)
{
	return s.n > 0 && str_find_char(s, '.') != STR_NPOS && (is_address(s) || str_find_char(s, ':') == STR_NPOS) &&
	       nml_is_reference(s);
}

bool
nml_is_qcode(struct str s)
{
	size_t colon = str_find_char(s, ':');

	return colon != STR_NPOS && colon > 0 && colon + 1 < s.n && str_find_char(s, ' ') == STR_NPOS && !is_address(s);
}

struct str
nml_concept(struct arena *a, struct str name, struct str code)
{
	if (code.n == 0)
		return name;
	return arena_printf(a, "%.*s%s<%.*s>", STR_FMT(name), name.n > 0 ? " " : "", STR_FMT(code));
}

bool
nml_holds(const struct nml_property *p, struct str value)
{
	switch (p->shape) {
	case NML_URGENCY:
		return value.n == 1 && value.p[0] >= '1' && value.p[0] <= '9';
	case NML_STATUS:
		return str_is(value, "usable") || str_is(value, "withheld") || str_is(value, "canceled");
	case NML_TERM:
	case NML_NO_KEY:
		return false;
	default:
		return true;
	}
}
