#include <string.h>

#include "nml/nml_body.h"

static const struct nitf_element elements[] = {
	{ "abstract", "div", NULL },
	{ "alt-code", NULL, NULL },
	{ "block", "div", NULL },
	{ "body", "body", NULL },
	{ "body.content", "div", NULL },
	{ "body.end", "div", NULL },
	{ "body.head", "div", NULL },
	{ "bq", "blockquote", NULL },
	{ "byline", "p", "byline" },
	{ "credit", "p", "attribution" },
	{ "dateline", "p", "date-line" },
	{ "distributor", NULL, NULL },
	{ "fn", "span", NULL },
	{ "hedline", "div", NULL },
	{ "hl1", "h1", "headline" },
	{ "hl2", "h2", NULL },
	{ "media", "figure", NULL },
	{ "media-caption", "figcaption", NULL },
	{ "media-metadata", NULL, NULL },
	{ "media-object", NULL, NULL },
	{ "media-producer", NULL, NULL },
	{ "media-reference", "img", NULL },
	{ "nitf", "html", NULL },
	{ "nitf-table-metadata", NULL, NULL },
	{ "note", "div", NULL },
	{ "rights", "p", NULL },
	{ "tagline", "p", NULL },
};

/* These mean something else where they stand in the element that their case names. */
static const struct nitf_element in_hedline_hl2 = { "hl2", "p", "subheadline" };
static const struct nitf_element in_dateline_location = { "location", "span", "place" };

const struct nitf_element *
nitf_element(const char *name, bool in_hedline, bool in_dateline)
{
	if (in_hedline && strcmp(name, in_hedline_hl2.name) == 0)
		return &in_hedline_hl2;
	if (in_dateline && strcmp(name, in_dateline_location.name) == 0)
		return &in_dateline_location;
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (strcmp(name, elements[i].name) == 0)
			return &elements[i];
	return NULL;
}
