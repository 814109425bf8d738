/*
 * Writing into a template: a DOCX whose styles, theme, fonts, numbering, page,
 * headers and footers with their images, and settings are kept, and whose text
 * is replaced. With a paragraph {{body}} in its body, what stands around that
 * is kept too, in paragraphs and tables of styles named "Template ..." (docx_meaning.h),
 * by which the reader knows that they are not the release's.
 *
 * {{KEY}} in kept text is replaced by the document's metadata, or by the text
 * that has the role of that name: {{headline}}, {{date}}, {{provider}}.
 *
 * A template that cannot be used ends the program by fail() with STATUS_DATA
 * and the template's name.
 */
#ifndef DOCX_TEMPLATE_H
#define DOCX_TEMPLATE_H

#include "docx/docx_edit.h"
#include "docx/docx_write.h"

/* Bytes of a part, from and to; to 0: none. */
struct docx_range {
	size_t from, to;
};

/* A mention of a relationship in the main part. */
struct docx_mention {
	struct docx_mention *next;
	size_t at;
	struct str id;
};

struct docx_template {
	struct doc *doc; /* has the arena of all that is read */
	struct diag diag; /* the writer's, with the template's name */
	struct docx_package package;
	/* Styles. */
	struct docx_strings strings;
	struct docx_styles styles;
	struct docx_style_name *names[STYLE_BUCKETS];
	const struct docx_style *normal_table; /* the default one, or NULL */
	int text_size; /* of its text, in half points */
	struct docx_style_use *uses; /* styles of kept paragraphs, the last one first */
	/* Parts that are edited. bytes NULL: it has none. */
	struct docx_edit main, style_sheet, numbering, notes, settings;
	struct docx_edit *letterheads; /* headers and footers that are kept */
	size_t letterhead_count;
	struct docx_range body, mark, section; /* of main: its content, {{body}}, the section for the text */
	bool section_settled;
	struct docx_mention *mentions;
	struct docx_rels notes_rels;
	size_t nums_at, abstracts_at; /* where ours go in the numbering; 0: at its end */
	size_t settings_notes_at; /* where they have to name the lines above notes; 0: they do, or need not */
	struct str note_lines;	  /* what is said there */
	struct docx_range defaults_lang; /* what the default language replaces, from == to: stands before */
	const char *defaults_open, *defaults_close; /* what has to stand around it */
	struct buf properties; /* custom ones, as they are written again, and how many */
	unsigned property_count;
};

/* Reads o->template_bytes, and settles what the text depends on: page, styles, first numbers. */
void docx_template_open(struct docx_writing *w);
/* docx_template_write.c: puts the package together; the text has been written. Frees the template. */
void docx_template_write(struct docx_writing *w, struct buf *out);

/* The id of the template's style of that name, or STR_NONE. */
struct str docx_template_style(const struct docx_template *t, enum docx_style_type type, struct str name);
bool docx_template_has_id(const struct docx_template *t, struct str id);
bool docx_template_has_part(const struct docx_template *t, struct str name);

bool docx_template_keeps_rel(const struct docx_template *t, const struct docx_rel *rel); /* of the main part */

/* docx_template_text.c: the main part; a header or footer. What they have of ids counts before the text is written. */
void docx_template_read_main(struct docx_writing *w);
void docx_template_read_letterhead(struct docx_writing *w, struct docx_edit *e, struct str part);
bool docx_template_keeps(const struct docx_template *t, size_t at); /* the byte of the main part is kept */

/* docx_template_fill.c: replaces the placeholders in one paragraph's pieces of text. */
struct docx_piece {
	size_t tag, from, to; /* the tag's end, and the text: w:t begins before it */
	bool preserves;
};
void docx_template_fill(const struct docx_writing *w, struct docx_edit *e, const struct docx_piece *pieces, size_t n);
/* {{body}} and nothing else. */
bool docx_template_is_mark(const struct docx_edit *e, const struct docx_piece *pieces, size_t n);

/* docx_template_sheet.c: styles. docx_template_parts.c: numbering, notes, settings. */
void docx_template_read_styles(struct docx_writing *w);
/* The id of the style "Template NAME" for kept blocks of the style with that id, or of the default one. */
struct str docx_template_kept_style(struct docx_template *t, enum docx_style_type type, struct str id);
void docx_template_write_styles(struct docx_writing *w, struct buf *out);
void docx_template_read_parts(struct docx_writing *w);
void docx_template_read_properties(struct docx_template *t); /* docx_template_meta.c */
void docx_template_write_numbering(struct docx_writing *w, struct buf *out);
void docx_template_write_notes(struct docx_writing *w, struct buf *out);
void docx_template_write_settings(struct docx_writing *w, struct buf *out);

#endif
