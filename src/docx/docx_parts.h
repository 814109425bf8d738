/* The parts of a package that is written, in their order, and what types they are of (ECMA-376 part 2, 7). */
#ifndef DOCX_PARTS_H
#define DOCX_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#define DOCX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define DOCX_RELATIONSHIPS_BEGIN \
	DOCX_XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define DOCX_RELATIONSHIPS_END "</Relationships>"

/* The parts that we write. relation: the type of the main part's relationship to it, if any. */
enum docx_part_id {
	DOCX_PART_DOCUMENT,
	DOCX_PART_STYLES,
	DOCX_PART_SETTINGS,
	DOCX_PART_NUMBERING,
	DOCX_PART_NOTES,
	DOCX_PART_FOOTER,
	DOCX_PART_CORE,
	DOCX_PART_APP,
	DOCX_PART_CUSTOM,
	DOCX_PART_IDS
};

extern const struct docx_part_kind {
	const char *name, *type, *relation;
} docx_part_kinds[DOCX_PART_IDS];

struct docx_out_part {
	struct str name, type, bytes;
	bool compress;
};

struct docx_parts {
	struct arena arena; /* of names and types */
	struct docx_out_part *v;
	size_t n, cap;
};

/* The bytes are borrowed until the end. type is empty for relationships alone. */
void docx_parts_add(struct docx_parts *p, struct str name, struct str type, struct str bytes, bool compress);
/* The name of the part with its relationships: "word/_rels/document.xml.rels". */
struct str docx_rels_name(struct arena *a, struct str part);
/* Appends the archive, its list of types in front, and frees the parts. */
void docx_parts_finish(struct docx_parts *p, struct diag *diag, struct buf *out);

#endif
