#include "nml/nml_body.h"

#include <string.h>

enum { ATTRIBUTES = 64, NAME = 32 };

void
body_begin(struct body *body, struct doc *d, const struct survey *survey)
{
	*body = (struct body){ .kind = survey->body, .ours = survey->ours };
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

/* NITF's class is no role but in our own: only lede="true" says one. */
static size_t
nitf_attributes(const struct xml_element *e, bool ours, const struct nitf_element *known, struct xhtml_attribute *list)
{
	size_t n = 0;

	for (size_t i = 0; i < e->attribute_count && n < ATTRIBUTES; i++) {
		const char *name = e->attributes[i].name;
		struct str value = e->attributes[i].value, renamed = nitf_attribute(e->name, name);

		if (strcmp(name, "lede") == 0)
			value = str_is(value, "true") ? STR("lead") : STR_NONE;
		if ((ours || strcmp(name, "class") != 0) && value.n > 0)
			list[n++] = (struct xhtml_attribute){ renamed, value };
	}
	if (known && known->class)
		list[n++] = (struct xhtml_attribute){ STR("class"), str_of(known->class) };
	return n;
}

static void
enter_context(struct body *body, const char *name)
{
	static const char *const contexts[] = { "hedline", "dateline", "byline" };

	for (size_t i = 0; i < sizeof(contexts) / sizeof(*contexts); i++)
		if (!body->within && strcmp(name, contexts[i]) == 0) {
			body->within = contexts[i];
			body->within_depth = body->depth;
		}
}

static void
start_nitf(struct body *body, const struct xml_element *e)
{
	const struct nitf_element *known = nitf_element(e->name, body->within);
	struct xhtml_attribute attributes[ATTRIBUTES + 1];
	size_t n = nitf_attributes(e, body->ours, known, attributes);

	if (known && !known->xhtml) {
		body->skip = body->depth;
		return;
	}
	if (known && known->within && !known->class) /* words that NITF parts by elements alone */
		xhtml_text(&body->x, STR(" "));
	xhtml_start(&body->x, str_of(known ? known->xhtml : e->name), attributes, n);
	enter_context(body, e->name);
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
	if (body->within_depth == body->depth)
		body->within = NULL;
	body->depth--;
}

struct str
body_finish(struct body *body)
{
	struct doc *d = body->b.doc;
	struct str title = doc_line(d, buf_str(&body->title));

	if (body->kind == NML_BODY_DATA)
		data_read(d, &body->x, buf_str(&body->data), !body->ours);
	xhtml_finish(&body->x);
	build_end(&body->b);
	buf_free(&body->title);
	buf_free(&body->data);
	return title;
}
