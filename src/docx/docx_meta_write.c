/* The writing half of docx_meta.h, apart from the reading one so that a program that only writes links no XML parser. */
#include "docx/docx_meta.h"

#include "base/utf8.h"
#include "docx/docx_write.h"
#include "markup/escape.h"

#define FORMAT_VERSION "1"

enum { UNITS_MOST = 250 };

static bool
is_written(enum meta_key key, bool public)
{
	return !public || !meta_private(key);
}

static void
put_property(struct buf *out, unsigned *pid, struct str name, struct str value)
{
	buf_puts(out, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\"");
	buf_printf(out, " pid=\"%u\"", (*pid)++);
	put_attribute(out, "name", name);
	buf_puts(out, "><vt:lpwstr>");
	escape_text(out, value);
	buf_puts(out, "</vt:lpwstr></property>");
}

/* The bytes of the longest beginning that fits, and that neither ends nor is followed by a blank when that can be had. */
static size_t
cut(struct str value)
{
	struct str rest = value;
	size_t units = 0, at = 0, good = 0;

	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		units += c > 0xFFFF ? 2 : 1;
		if (units > UNITS_MOST)
			return good > 0 ? good : at;
		at = value.n - rest.n;
		if (c != ' ' && !str_starts(rest, STR(" ")))
			good = at;
	}
	return value.n;
}

static void
put_value(struct buf *out, struct arena *a, unsigned *pid, struct str name, struct str value)
{
	size_t n = cut(value);

	if (n == value.n) {
		put_property(out, pid, name, value);
		return;
	}
	for (unsigned part = 1; value.n > 0; part++) {
		n = cut(value);
		put_property(out, pid, arena_printf(a, "%.*s.0%02u", STR_FMT(name), part), str_sub(value, 0, n));
		value = str_sub(value, n, value.n);
	}
}

void
docx_meta_write_custom(struct buf *out, const struct doc *d, bool public, struct str others, unsigned count)
{
	struct arena a = { 0 };
	unsigned pid = DOCX_FIRST_PID + count;

	buf_puts(out, DOCX_XML
		"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
		" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">");
	buf_add(out, others);
	put_property(out, &pid, STR(DOCX_META_PREFIX DOCX_META_FORMAT), STR(FORMAT_VERSION));
	for (enum meta_key key = 0; key < META_COUNT; key++) {
		unsigned n = 0;

		for (const struct meta_value *v = d->meta[key]; v && is_written(key, public); v = v->next) {
			struct str name = ++n == 1 ? arena_printf(&a, DOCX_META_PREFIX "%s", meta_name(key))
						   : arena_printf(&a, DOCX_META_PREFIX "%s.%u", meta_name(key), n);

			put_value(out, &a, &pid, name, v->text);
		}
	}
	buf_puts(out, "</Properties>");
	arena_free(&a);
}

static void
put_core(struct buf *out, const char *element, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(out, "<%s>", element);
	escape_text(out, value);
	buf_printf(out, "</%s>", element);
}

static void
put_joined(struct buf *out, const char *element, const struct meta_value *v)
{
	struct buf joined = { 0 };

	for (; v; v = v->next) {
		buf_add(&joined, v->text);
		buf_puts(&joined, v->next ? "; " : "");
	}
	put_core(out, element, buf_str(&joined));
	buf_free(&joined);
}

/* In UTC, as Word wants it; a time without a zone says nothing there. */
static void
put_time(struct buf *out, struct arena *a, const char *name, struct str value)
{
	struct date date;

	if (!date_parse(value, &date) || !date.has_zone)
		return;
	date = date_from_seconds(date_seconds(date));
	buf_printf(out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">%.*s</dcterms:%s>", name,
		STR_FMT(date_format(a, date)), name);
}

static struct str
headline(struct arena *a, const struct doc *d)
{
	const struct block *b = doc_find(d, ROLE_HEADLINE);

	return docx_one_line(a, b ? block_text(a, b) : doc_meta(d, META_TITLE));
}

void
docx_meta_write_core(struct buf *out, const struct doc *d)
{
	struct arena a = { 0 };
	struct str created = doc_meta(d, META_FIRST_CREATED), modified = doc_meta(d, META_VERSION_CREATED);

	buf_puts(out, DOCX_XML
		"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
		" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
	put_core(out, "dc:title", headline(&a, d));
	put_core(out, "dc:subject", doc_meta(d, META_SLUGLINE));
	put_joined(out, "dc:creator", d->meta[META_CREATOR]);
	put_joined(out, "cp:keywords", d->meta[META_KEYWORD]);
	put_core(out, "dc:description", doc_meta(d, META_DESCRIPTION));
	put_core(out, "dc:identifier", doc_meta(d, META_GUID));
	put_core(out, "dc:language", doc_meta(d, META_LANGUAGE));
	put_time(out, &a, "created", created.n > 0 ? created : modified);
	put_time(out, &a, "modified", modified);
	buf_puts(out, "</cp:coreProperties>");
	arena_free(&a);
}
