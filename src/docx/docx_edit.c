#include "docx/docx_edit.h"

#include <string.h>

static void
load(struct docx_edit *e, struct docx_package *p, struct buf *bytes)
{
	struct str text = buf_str(bytes), encoding;

	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_sub(text, 3, text.n);
	encoding = xml_declared_encoding(text);
	if (memchr(text.p, '\0', text.n < 4 ? text.n : 4) || (encoding.n > 0 && !str_is_nocase(encoding, "UTF-8")))
		fail(e->diag, STATUS_DATA, (struct place){ .part = e->part }, "is not in UTF-8: save the template in Word once more");
	e->bytes = arena_str(&p->d->arena, text);
}

/* A tag begins at the last "<" before its end, for none may stand in a value. */
static void
stand(struct docx_edit *e)
{
	e->end = xml_offset(e->xml);
	e->begin = e->end;
	while (e->begin > 0 && e->bytes.p[--e->begin] != '<')
		;
}

static void
start(void *context, const struct xml_element *element)
{
	struct docx_edit *e = context;

	e->depth++;
	stand(e);
	if (e->depth == 1)
		e->root_end = e->end;
	if (strncmp(element->ns, "http://purl.oclc.org/ooxml/", 27) == 0)
		fail(e->diag, STATUS_DATA, (struct place){ .part = e->part },
			"is Strict Open XML: save the template as \"Word document (.docx)\"");
	e->handler->start(e->context, e, element);
}

static void
stop(void *context, const struct xml_element *element)
{
	struct docx_edit *e = context;

	stand(e);
	if (e->depth == 1)
		e->close = e->begin;
	if (e->handler->stop)
		e->handler->stop(e->context, e, element);
	e->depth--;
}

/* A root of one tag gets a second one, so that something can be put between. */
static void
open_root(struct docx_edit *e, struct arena *a)
{
	size_t begin = e->root_end, n = 0;
	struct str name;

	if (e->close >= e->root_end)
		return;
	while (begin > 0 && e->bytes.p[--begin] != '<')
		;
	name = str_sub(e->bytes, begin + 1, e->root_end - 2);
	while (n < name.n && !ascii_blank(name.p[n]))
		n++;
	e->bytes = arena_printf(a, "%.*s></%.*s>%.*s", (int)(e->root_end - 2), e->bytes.p, (int)n, name.p,
		STR_FMT(str_sub(e->bytes, e->root_end, e->bytes.n)));
	e->root_end--;
	e->close = e->root_end;
}

bool
docx_edit_read(struct docx_edit *e, struct docx_package *p, struct str part, const struct docx_edit_handler *handler,
	void *context)
{
	static const struct xml_handler events = { .start = start, .end = stop };
	struct buf bytes = { 0 };

	*e = (struct docx_edit){ .diag = p->d->diag, .part = arena_cstr(&p->d->arena, part), .handler = handler,
		.context = context };
	if (!docx_part_read(p, part, &bytes))
		return false;
	load(e, p, &bytes);
	buf_free(&bytes);
	e->xml = xml_begin(e->diag, e->part, true, &events, e);
	xml_feed(e->xml, e->bytes);
	xml_end(e->xml);
	open_root(e, &p->d->arena);
	return true;
}

bool
docx_edit_is_empty(const struct docx_edit *e)
{
	return e->end >= 2 && e->bytes.p[e->end - 2] == '/';
}

static const struct {
	const char *prefix, *address;
} prefixes[] = {
	{ "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
	{ "m", "http://schemas.openxmlformats.org/officeDocument/2006/math" },
	{ "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
	{ "a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
	{ "pic", "http://schemas.openxmlformats.org/drawingml/2006/picture" },
};

void
docx_edit_namespaces(struct docx_edit *e)
{
	size_t begin = e->root_end;
	struct arena a = { 0 };
	struct str tag;

	while (begin > 0 && e->bytes.p[--begin] != '<')
		;
	tag = str_sub(e->bytes, begin, e->root_end);
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		struct str name = arena_printf(&a, "xmlns:%s=", prefixes[i].prefix);
		struct str whole = arena_printf(&a, " xmlns:%s=\"%s\"", prefixes[i].prefix, prefixes[i].address);

		if (str_find(tag, name) == STR_NPOS)
			splice_insert(&e->edits, e->root_end - 1, whole);
		else if (str_find(tag, str_sub(whole, 1 + name.n + 1, whole.n - 1)) == STR_NPOS)
			fail(e->diag, STATUS_DATA, (struct place){ .part = e->part },
				"the prefix %s means something unusual: save the template in Word once more", prefixes[i].prefix);
	}
	arena_free(&a);
}

void
docx_edit_apply(struct docx_edit *e, struct buf *out)
{
	splice_apply(&e->edits, e->bytes, out);
}
