#include "nml/nml_body.h"

#include <string.h>

enum { ATTRIBUTES = 64, NAME = 32 };

void
body_begin(struct body *body, struct doc *d, enum nml_body kind)
{
	*body = (struct body){ .kind = kind };
	build_begin(&body->b, d);
	xhtml_begin(&body->x, &body->b);
}

/* Some write HTML's names in capitals. */
static struct str
lower_name(const char *name, char buffer[static NAME])
{
	size_t n = 0;

	for (; name[n] && n < NAME; n++)
		buffer[n] = ascii_lower(name[n]);
	return (struct str){ buffer, n };
}

static void
start_xhtml(struct body *body, const struct xml_element *e)
{
	struct xhtml_attribute attributes[ATTRIBUTES];
	size_t n = 0;
	char name[NAME];

	for (size_t i = 0; i < e->attribute_count && n < ATTRIBUTES; i++)
		attributes[n++] = (struct xhtml_attribute){ str_of(e->attributes[i].name), e->attributes[i].value };
	xhtml_start(&body->x, lower_name(e->name, name), attributes, n);
}

/* The attributes of NITF that mean one of XHTML. */
static struct str
nitf_attribute(const struct xml_element *e, const char *name)
{
	static const struct {
		const char *element, *nitf, *xhtml;
	} renamed[] = {
		{ "media-reference", "source", "src" },
		{ "media-reference", "alternate-text", "alt" },
		{ "p", "lede", "class" },
	};

	for (size_t i = 0; i < sizeof(renamed) / sizeof(*renamed); i++)
		if (strcmp(e->name, renamed[i].element) == 0 && strcmp(name, renamed[i].nitf) == 0)
			return str_of(renamed[i].xhtml);
	return str_of(name);
}

static void
start_nitf(struct body *body, const struct xml_element *e)
{
	const struct nitf_element *known = nitf_element(e->name, body->in_hedline > 0, body->in_dateline > 0);
	struct xhtml_attribute attributes[ATTRIBUTES + 1];
	size_t n = 0;

	if (known && !known->xhtml) {
		body->skip = body->depth;
		return;
	}
	for (size_t i = 0; i < e->attribute_count && n < ATTRIBUTES; i++) {
		struct str name = nitf_attribute(e, e->attributes[i].name), value = e->attributes[i].value;

		if (str_is(name, "class")) /* lede="true", or a class of NITF's own, which is no role */
			value = str_is(value, "true") ? STR("lead") : STR("");
		attributes[n++] = (struct xhtml_attribute){ name, value };
	}
	if (known && known->class)
		attributes[n++] = (struct xhtml_attribute){ STR("class"), str_of(known->class) };
	xhtml_start(&body->x, str_of(known ? known->xhtml : e->name), attributes, n);
	if (strcmp(e->name, "hedline") == 0 || strcmp(e->name, "headline") == 0)
		body->in_hedline = body->depth;
	if (strcmp(e->name, "dateline") == 0)
		body->in_dateline = body->depth;
}

void
body_start(struct body *body, const struct xml_element *e)
{
	body->depth++;
	if (!body->in_title && strcmp(e->name, "title") == 0)
		body->in_title = body->depth;
	if (body->skip || body->kind == NML_BODY_DATA)
		return;
	if (strcmp(e->name, "head") == 0)
		body->skip = body->depth;
	else if (body->kind == NML_BODY_NITF)
		start_nitf(body, e);
	else
		start_xhtml(body, e);
}

void
body_text(struct body *body, struct str text)
{
	if (body->kind == NML_BODY_DATA)
		buf_add(&body->data, text);
	else if (body->in_title)
		buf_add(&body->title, text);
	if (!body->skip && body->kind != NML_BODY_DATA && body->depth > 0)
		xhtml_text(&body->x, text);
}

static void
leave(size_t *mark, size_t depth)
{
	if (*mark == depth)
		*mark = 0;
}

void
body_end(struct body *body)
{
	if (!body->skip && body->kind != NML_BODY_DATA)
		xhtml_end(&body->x);
	leave(&body->skip, body->depth);
	leave(&body->in_title, body->depth);
	leave(&body->in_hedline, body->depth);
	leave(&body->in_dateline, body->depth);
	body->depth--;
}

struct str
body_finish(struct body *body)
{
	struct doc *d = body->b.doc;
	struct str title = doc_line(d, buf_str(&body->title));

	if (body->kind == NML_BODY_DATA)
		data_read(d, &body->x, buf_str(&body->data));
	xhtml_finish(&body->x);
	build_end(&body->b);
	buf_free(&body->title);
	buf_free(&body->data);
	return title;
}
