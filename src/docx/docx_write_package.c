/* The package around the text: its list of types, its relationships, its constant parts. */
#include <stdio.h>
#include <string.h>

#include "docx/docx_meta.h"
#include "docx/docx_write.h"
#include "docx/docx_zip.h"
#include "markup/escape.h"

#define RELATIONSHIPS_BEGIN \
	DOCX_XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATIONSHIPS_END "</Relationships>"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char package_rels[] = RELATIONSHIPS_BEGIN
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>"
	"<Relationship Id=\"rId2\""
	" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
	" Target=\"docProps/core.xml\"/>"
	"<Relationship Id=\"rId3\" Type=\"" OFFICE "extended-properties\" Target=\"docProps/app.xml\"/>"
	"<Relationship Id=\"rId4\" Type=\"" OFFICE "custom-properties\" Target=\"docProps/custom.xml\"/>"
	RELATIONSHIPS_END;

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
	"<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>" SETTINGS_END;

/* Parts in the order in which they are written. relation: the type of the main part's relationship to it, if any. */
enum part_id {
	PART_DOCUMENT,
	PART_STYLES,
	PART_SETTINGS,
	PART_NUMBERING,
	PART_NOTES,
	PART_CORE,
	PART_APP,
	PART_CUSTOM,
	PARTS
};

static const struct {
	const char *name, *type, *relation;
} parts[PARTS] = {
	[PART_DOCUMENT] = { "word/document.xml", WORD_TYPE "document.main+xml", NULL },
	[PART_STYLES] = { "word/styles.xml", WORD_TYPE "styles+xml", "styles" },
	[PART_SETTINGS] = { "word/settings.xml", WORD_TYPE "settings+xml", "settings" },
	[PART_NUMBERING] = { "word/numbering.xml", WORD_TYPE "numbering+xml", "numbering" },
	[PART_NOTES] = { "word/footnotes.xml", WORD_TYPE "footnotes+xml", "footnotes" },
	[PART_CORE] = { "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", NULL },
	[PART_APP] = { "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", NULL },
	[PART_CUSTOM] = { "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
		NULL },
};


unsigned
docx_add_rel(struct docx_part *part, const char *type, struct str target, bool external)
{
	unsigned id = ++part->rel_count;

	buf_printf(&part->rels, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "%s\"", id, type);
	put_attribute(&part->rels, "Target", target);
	buf_puts(&part->rels, external ? " TargetMode=\"External\"/>" : "/>");
	return id;
}

const char *
docx_add_media(struct docx_writing *w, const struct image *image)
{
	struct docx_media *m;

	/* A logo that stands twice is kept once. */
	for (size_t i = 0; i < w->media_count; i++)
		if (str_eq(w->media[i].image->bytes, image->bytes))
			return w->media[i].name;
	if (w->media_count == w->media_cap) {
		w->media_cap = w->media_cap ? 2 * w->media_cap : 8;
		w->media = mem_grow(w->media, w->media_cap * sizeof(*w->media));
	}
	m = &w->media[w->media_count++];
	m->image = image;
	snprintf(m->name, sizeof(m->name), "word/media/image%zu.%s", w->media_count, image_suffix(image->type));
	return m->name;
}

static bool
is_there(const struct docx_writing *w, enum part_id id)
{
	return (id != PART_NUMBERING || w->list_count > 0) && (id != PART_NOTES || w->note_count > 0);
}

static void
write_types(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, DOCX_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
		"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
	for (size_t i = 0; i < w->media_count; i++) {
		const char *type = w->media[i].image->type;
		size_t before = 0;

		while (strcmp(w->media[before].image->type, type) != 0)
			before++;
		if (before == i)
			buf_printf(out, "<Default Extension=\"%s\" ContentType=\"%s\"/>", image_suffix(type), type);
	}
	for (enum part_id id = 0; id < PARTS; id++)
		if (is_there(w, id))
			buf_printf(out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", parts[id].name,
				parts[id].type);
	buf_puts(out, "</Types>");
}

static void
write_rels(struct buf *out, const struct docx_part *part)
{
	buf_puts(out, RELATIONSHIPS_BEGIN);
	buf_add(out, buf_str(&part->rels));
	buf_puts(out, RELATIONSHIPS_END);
}

static void
relate_parts(struct docx_writing *w)
{
	for (enum part_id id = 0; id < PARTS; id++)
		if (parts[id].relation && is_there(w, id))
			docx_add_rel(&w->document, parts[id].relation, str_of(parts[id].name + strlen("word/")), false);
}

/* Compressed already; deflate would only cost time. */
static bool
is_compressed(const char *type)
{
	return strcmp(type, "image/bmp") != 0 && strcmp(type, "image/tiff") != 0;
}

static void
add_media(struct docx_zip_out *zip, const struct docx_writing *w)
{
	for (size_t i = 0; i < w->media_count; i++)
		docx_zip_add(zip, w->media[i].name, w->media[i].image->bytes, !is_compressed(w->media[i].image->type));
}

void
docx_write_package(struct docx_writing *w, struct buf *out)
{
	struct buf types = { 0 }, rels = { 0 }, notes_rels = { 0 }, made[PARTS] = { 0 };
	struct docx_zip_out *zip = docx_zip_create(w->d->diag);

	relate_parts(w);
	write_types(&types, w);
	write_rels(&rels, &w->document);
	write_rels(&notes_rels, &w->notes);
	docx_write_styles(&made[PART_STYLES], w);
	buf_puts(&made[PART_SETTINGS], w->note_count > 0 ? settings_with_notes : settings);
	docx_write_numbering(&made[PART_NUMBERING], w);
	docx_meta_write_core(&made[PART_CORE], w->d);
	buf_puts(&made[PART_APP], app_xml);
	docx_meta_write_custom(&made[PART_CUSTOM], w->d, w->o && w->o->public);
	docx_zip_add(zip, "[Content_Types].xml", buf_str(&types), true);
	docx_zip_add(zip, "_rels/.rels", str_of(package_rels), true);
	for (enum part_id id = 0; id < PARTS; id++) {
		if (!is_there(w, id))
			continue;
		docx_zip_add(zip, parts[id].name,
			id == PART_DOCUMENT ? buf_str(&w->document.xml)
			: id == PART_NOTES  ? buf_str(&w->notes.xml)
					    : buf_str(&made[id]),
			true);
		if (id == PART_DOCUMENT)
			docx_zip_add(zip, "word/_rels/document.xml.rels", buf_str(&rels), true);
		if (id == PART_NOTES && w->notes.rel_count > 0)
			docx_zip_add(zip, "word/_rels/footnotes.xml.rels", buf_str(&notes_rels), true);
	}
	add_media(zip, w);
	docx_zip_finish(zip, out);
	buf_free(&types);
	buf_free(&rels);
	buf_free(&notes_rels);
	for (enum part_id id = 0; id < PARTS; id++)
		buf_free(&made[id]);
}
