#include "docx/docx_parts.h"

#include <stdlib.h>

#include "docx/docx_write.h"
#include "docx/docx_zip.h"
#include "markup/escape.h"

#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const struct docx_part_kind docx_part_kinds[DOCX_PART_IDS] = {
	[DOCX_PART_DOCUMENT] = { "word/document.xml", WORD_TYPE "document.main+xml", NULL },
	[DOCX_PART_STYLES] = { "word/styles.xml", WORD_TYPE "styles+xml", "styles" },
	[DOCX_PART_SETTINGS] = { "word/settings.xml", WORD_TYPE "settings+xml", "settings" },
	[DOCX_PART_NUMBERING] = { "word/numbering.xml", WORD_TYPE "numbering+xml", "numbering" },
	[DOCX_PART_NOTES] = { "word/footnotes.xml", WORD_TYPE "footnotes+xml", "footnotes" },
	[DOCX_PART_FOOTER] = { "word/footer1.xml", WORD_TYPE "footer+xml", "footer" },
	[DOCX_PART_CORE] = { "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", NULL },
	[DOCX_PART_APP] = { "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", NULL },
	[DOCX_PART_CUSTOM] = { "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
		NULL },
};

void
docx_parts_add(struct docx_parts *p, struct str name, struct str type, struct str bytes, bool compress)
{
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 32;
		p->v = mem_grow(p->v, p->cap * sizeof(*p->v));
	}
	p->v[p->n++] = (struct docx_out_part){ { arena_cstr(&p->arena, name), name.n }, arena_str(&p->arena, type), bytes,
		compress };
}

struct str
docx_rels_name(struct arena *a, struct str part)
{
	size_t slash = part.n;

	while (slash > 0 && part.p[slash - 1] != '/')
		slash--;
	return arena_printf(a, "%.*s_rels/%.*s.rels", (int)slash, part.p, STR_FMT(str_sub(part, slash, part.n)));
}

static struct str
suffix(struct str name)
{
	size_t dot = name.n;

	while (dot > 0 && name.p[dot - 1] != '.' && name.p[dot - 1] != '/')
		dot--;
	return dot > 0 && name.p[dot - 1] == '.' ? str_sub(name, dot, name.n) : STR_NONE;
}

static bool
is_xml(struct str name)
{
	return str_is_nocase(suffix(name), "xml") || str_is_nocase(suffix(name), "rels");
}

/* The first part of a suffix gives the type that others of it have by default; XML is told part by part. */
static const struct docx_out_part *
default_of(const struct docx_parts *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++)
		if (!is_xml(p->v[i].name) && str_eq_nocase(suffix(p->v[i].name), suffix(name)))
			return &p->v[i];
	return NULL;
}

static bool
is_by_default(const struct docx_parts *p, const struct docx_out_part *part)
{
	const struct docx_out_part *first = is_xml(part->name) ? NULL : default_of(p, part->name);

	return part->type.n == 0 || (suffix(part->name).n > 0 && first && str_eq(first->type, part->type));
}

static void
write_types(const struct docx_parts *p, struct buf *out)
{
	buf_puts(out, DOCX_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
		"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
	for (size_t i = 0; i < p->n; i++) {
		const struct docx_out_part *part = &p->v[i];

		if (!is_by_default(p, part) || default_of(p, part->name) != part)
			continue;
		buf_puts(out, "<Default");
		put_attribute(out, "Extension", suffix(part->name));
		put_attribute(out, "ContentType", part->type);
		buf_puts(out, "/>");
	}
	for (size_t i = 0; i < p->n; i++) {
		if (is_by_default(p, &p->v[i]))
			continue;
		buf_puts(out, "<Override PartName=\"/");
		escape_value(out, p->v[i].name);
		buf_char(out, '"');
		put_attribute(out, "ContentType", p->v[i].type);
		buf_puts(out, "/>");
	}
	buf_puts(out, "</Types>");
}

void
docx_parts_finish(struct docx_parts *p, struct diag *diag, struct buf *out)
{
	struct docx_zip_out *zip = docx_zip_create(diag);
	struct buf types = { 0 };

	write_types(p, &types);
	docx_zip_add(zip, "[Content_Types].xml", buf_str(&types), true);
	for (size_t i = 0; i < p->n; i++)
		docx_zip_add(zip, p->v[i].name.p, p->v[i].bytes, p->v[i].compress);
	docx_zip_finish(zip, out);
	buf_free(&types);
	arena_free(&p->arena);
	free(p->v);
	*p = (struct docx_parts){ 0 };
}
