/*
 * Writing into a template: a DOCX whose styles, theme, fonts, numbering, page,
 * headers and footers with their images, and settings are kept, and whose text
 * is replaced. With a paragraph {{body}} in its body, what stands around that
 * is kept too, as paragraphs of styles named "Template ..." (docx_meaning.h),
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

#include "docx/docx_write.h"

struct docx_template {
	struct docx_package package;
	struct diag diag; /* the writer's, with the template's name */
	int text_size;	  /* of its text, in half points */
	struct docx_template_style *styles[STYLE_BUCKETS]; /* by name */
	struct docx_styles by_id;
	struct docx_strings strings;
};

/* Reads o->template_bytes, and settles what the text depends on: page, styles, first numbers. */
void docx_template_open(struct docx_writing *w);
/* Puts the package together; the text has been written. Frees the template. */
void docx_template_write(struct docx_writing *w, struct buf *out);

/* The id of the template's style of that name, or STR_NONE. */
struct str docx_template_style(const struct docx_template *t, enum docx_style_type type, struct str name);
bool docx_template_has_id(const struct docx_template *t, struct str id);

#endif
