#include <string.h>

#include "nml/nml_body.h"

/* An element means something of its own within another: the row with `within` comes first. */
static const struct nitf_element elements[] = {
	{ "hl2", "hedline", "p", "subheadline" },
	{ "location", "dateline", "span", "place" },
	{ "person", "byline", "span", NULL },
	{ "byttl", "byline", "span", NULL },

	{ "abstract", NULL, "div", NULL },
	{ "alt-code", NULL, NULL, NULL },
	{ "block", NULL, "div", NULL },
	{ "body", NULL, "body", NULL },
	{ "body.content", NULL, "div", NULL },
	{ "body.end", NULL, "div", NULL },
	{ "body.head", NULL, "div", NULL },
	{ "bq", NULL, "blockquote", NULL },
	{ "byline", NULL, "p", "byline" },
	{ "credit", NULL, "p", "attribution" },
	{ "dateline", NULL, "p", "date-line" },
	{ "distributor", NULL, NULL, NULL },
	{ "fn", NULL, "span", NULL },
	{ "headline", NULL, "div", NULL }, /* no element of NITF, but AP's */
	{ "hedline", NULL, "div", NULL },
	{ "hl1", NULL, "h1", "headline" },
	{ "hl2", NULL, "h2", NULL },
	{ "media", NULL, "figure", NULL },
	{ "media-caption", NULL, "figcaption", NULL },
	{ "media-metadata", NULL, NULL, NULL },
	{ "media-object", NULL, NULL, NULL },
	{ "media-producer", NULL, NULL, NULL },
	{ "media-reference", NULL, "img", NULL },
	{ "nitf", NULL, "html", NULL },
	{ "nitf-table-metadata", NULL, NULL, NULL },
	{ "note", NULL, "div", NULL },
	{ "rights", NULL, "p", NULL },
	{ "tagline", NULL, "p", NULL },
};

const struct nitf_element *
nitf_element(const char *name, const char *within)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++) {
		const struct nitf_element *e = &elements[i];

		if (strcmp(name, e->name) == 0 && (!e->within || (within && strcmp(within, e->within) == 0)))
			return e;
	}
	return NULL;
}

/* The attributes of NITF that mean one of XHTML. */
struct str
nitf_attribute(const char *element, const char *name)
{
	static const struct {
		const char *element, *nitf, *xhtml;
	} renamed[] = {
		{ "media-reference", "source", "src" },
		{ "media-reference", "alternate-text", "alt" },
		{ "p", "lede", "class" },
	};

	for (size_t i = 0; i < sizeof(renamed) / sizeof(*renamed); i++)
		if (strcmp(element, renamed[i].element) == 0 && strcmp(name, renamed[i].nitf) == 0)
			return str_of(renamed[i].xhtml);
	return str_of(name);
}
