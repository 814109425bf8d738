/* The package around the text: its list of types, its relationships, its constant parts. */
#include <stdio.h>
#include <string.h>

#include "docx/docx_meta.h"
#include "docx/docx_parts.h"
#include "docx/docx_template.h"
#include "docx/docx_write.h"
#include "docx/docx_zip.h"
#include "markup/escape.h"

static const char app_xml[] = DOCX_XML
	"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
	"<Application>" DOCX_APPLICATION "</Application></Properties>";

/* Without the compatibility mode of Word 2013 and later, Word opens the file in the mode of 2007. */
#define SETTINGS_BEGIN                                                                     \
	DOCX_XML                                                                    \
	"<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" \
	"<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"                     \
	"<w:characterSpacingControl w:val=\"doNotCompress\"/>"
#define SETTINGS_END                                                                       \
	"<w:compat><w:compatSetting w:name=\"compatibilityMode\""                          \
	" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"

static const char settings[] = SETTINGS_BEGIN SETTINGS_END;
static const char settings_with_notes[] = SETTINGS_BEGIN
	DOCX_NOTES_SETTING SETTINGS_END;

unsigned
docx_add_rel(struct docx_part *part, const char *type, struct str target, bool external)
{
	unsigned id = ++part->rel_count;

	buf_printf(&part->rels, "<Relationship Id=\"rId%u\" Type=\"" DOCX_OFFICE "%s\"", id, type);
	put_attribute(&part->rels, "Target", target);
	buf_puts(&part->rels, external ? " TargetMode=\"External\"/>" : "/>");
	return id;
}

static struct docx_media *
new_media(struct docx_writing *w, const struct image *image)
{
	struct docx_media *m;

	if (w->media_count == w->media_cap) {
		w->media_cap = w->media_cap ? 2 * w->media_cap : 8;
		w->media = mem_grow(w->media, w->media_cap * sizeof(*w->media));
	}
	m = &w->media[w->media_count++];
	m->image = image;
	do
		snprintf(m->name, sizeof(m->name), "/word/media/image%zu.%s", ++w->media_number, image_suffix(image->type));
	while (w->template && docx_template_has_part(w->template, str_of(m->name)));
	return m;
}

/* Relative to the main part's folder; absolute in a template, where that may have any name. */
struct str
docx_add_media(struct docx_writing *w, const struct image *image)
{
	const struct docx_media *m = NULL;

	/* A logo that stands twice is kept once. */
	for (size_t i = 0; i < w->media_count && !m; i++)
		if (str_eq(w->media[i].image->bytes, image->bytes))
			m = &w->media[i];
	if (!m)
		m = new_media(w, image);
	return str_of(w->template ? m->name : m->name + strlen("/word/"));
}

void
docx_write_package_rels(struct buf *out, struct str main)
{
	buf_puts(out, DOCX_RELATIONSHIPS_BEGIN "<Relationship Id=\"rId1\" Type=\"" DOCX_OFFICE "officeDocument\"");
	put_attribute(out, "Target", main);
	buf_puts(out, "/><Relationship Id=\"rId2\""
		" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
		" Target=\"docProps/core.xml\"/>"
		"<Relationship Id=\"rId3\" Type=\"" DOCX_OFFICE "extended-properties\" Target=\"docProps/app.xml\"/>"
		"<Relationship Id=\"rId4\" Type=\"" DOCX_OFFICE "custom-properties\" Target=\"docProps/custom.xml\"/>"
		DOCX_RELATIONSHIPS_END);
}

unsigned
docx_relate_part(struct docx_writing *w, enum docx_part_id id)
{
	const struct docx_part_kind *kind = &docx_part_kinds[id];

	return docx_add_rel(&w->document, kind->relation, str_of(kind->name + strlen("word/")), false);
}

static bool
is_there(const struct docx_writing *w, enum docx_part_id id)
{
	return (id != DOCX_PART_NUMBERING || w->list_count > 0) && (id != DOCX_PART_NOTES || w->note_count > 0) &&
	       id != DOCX_PART_FOOTER; /* the section has named that one */
}

void
docx_write_rels(struct buf *out, const struct docx_part *part)
{
	buf_puts(out, DOCX_RELATIONSHIPS_BEGIN);
	buf_add(out, buf_str(&part->rels));
	buf_puts(out, DOCX_RELATIONSHIPS_END);
}

static void
relate_parts(struct docx_writing *w)
{
	for (enum docx_part_id id = 0; id < DOCX_PART_IDS; id++)
		if (docx_part_kinds[id].relation && is_there(w, id))
			docx_relate_part(w, id);
}

/* Compressed already; deflate would only cost time. */
static bool
is_compressed(const char *type)
{
	return strcmp(type, "image/bmp") != 0 && strcmp(type, "image/tiff") != 0;
}

void
docx_write_media(struct docx_parts *parts, const struct docx_writing *w)
{
	for (size_t i = 0; i < w->media_count; i++) {
		const struct image *image = w->media[i].image;

		docx_parts_add(parts, str_of(w->media[i].name + 1), str_of(image->type), image->bytes, !is_compressed(image->type));
	}
}

void
docx_write_properties(struct docx_parts *parts, const struct docx_writing *w, struct buf made[DOCX_PROPERTIES])
{
	static const enum docx_part_id ids[DOCX_PROPERTIES] = { DOCX_PART_CORE, DOCX_PART_APP, DOCX_PART_CUSTOM };
	const struct docx_template *t = w->template;

	docx_meta_write_core(&made[0], w->d);
	buf_puts(&made[1], app_xml);
	docx_meta_write_custom(&made[2], w->d, w->o && w->o->public, t ? buf_str(&t->properties) : STR_NONE,
		t ? t->property_count : 0);
	for (int i = 0; i < DOCX_PROPERTIES; i++)
		docx_parts_add(parts, str_of(docx_part_kinds[ids[i]].name), str_of(docx_part_kinds[ids[i]].type), buf_str(&made[i]), true);
}

/* The part, and its relationships when it has any. */
static void
add_part(struct docx_parts *parts, enum docx_part_id id, struct str bytes, struct str rels)
{
	struct str name = str_of(docx_part_kinds[id].name);

	docx_parts_add(parts, name, str_of(docx_part_kinds[id].type), bytes, true);
	if (rels.n > 0)
		docx_parts_add(parts, docx_rels_name(&parts->arena, name), STR_NONE, rels, true);
}

void
docx_write_settings(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, w->note_count > 0 ? settings_with_notes : settings);
}

void
docx_write_package(struct docx_writing *w, struct buf *out)
{
	struct buf package_rels = { 0 }, rels = { 0 }, notes_rels = { 0 }, styles = { 0 }, numbering = { 0 };
	struct buf settings_xml = { 0 }, notes = { 0 }, footer = { 0 };
	struct buf properties[DOCX_PROPERTIES] = { 0 };
	struct docx_parts parts = { 0 };

	relate_parts(w);
	docx_write_rels(&rels, &w->document);
	docx_write_styles(&styles, w);
	docx_write_package_rels(&package_rels, str_of(docx_part_kinds[DOCX_PART_DOCUMENT].name));
	docx_parts_add(&parts, STR("_rels/.rels"), STR_NONE, buf_str(&package_rels), true);
	add_part(&parts, DOCX_PART_DOCUMENT, buf_str(&w->document.xml), buf_str(&rels));
	add_part(&parts, DOCX_PART_STYLES, buf_str(&styles), STR_NONE);
	docx_write_settings(&settings_xml, w);
	add_part(&parts, DOCX_PART_SETTINGS, buf_str(&settings_xml), STR_NONE);
	docx_write_footer(&footer, w);
	add_part(&parts, DOCX_PART_FOOTER, buf_str(&footer), STR_NONE);
	if (w->list_count > 0) {
		docx_write_numbering(&numbering, w);
		add_part(&parts, DOCX_PART_NUMBERING, buf_str(&numbering), STR_NONE);
	}
	if (w->note_count > 0) {
		docx_write_notes(&notes, w);
		if (w->notes.rel_count > 0)
			docx_write_rels(&notes_rels, &w->notes);
		add_part(&parts, DOCX_PART_NOTES, buf_str(&notes), buf_str(&notes_rels));
	}
	docx_write_properties(&parts, w, properties);
	docx_write_media(&parts, w);
	docx_parts_finish(&parts, w->d->diag, out);
	buf_free(&settings_xml);
	buf_free(&notes);
	buf_free(&footer);
	buf_free(&package_rels);
	buf_free(&rels);
	buf_free(&notes_rels);
	buf_free(&styles);
	buf_free(&numbering);
	for (int i = 0; i < DOCX_PROPERTIES; i++)
		buf_free(&properties[i]);
}
