/* Footnotes, endnotes and comments: where they are referred to, and their texts in parts of their own. */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

/* "0 footnoteReference 3": the document's number in the others, and the reference that means it. */
static struct str
note_name(struct docx_reading *r, const struct xml_element *e, const char *reference)
{
	return arena_printf(&r->d->arena, "%zu %s%s %.*s", r->number, e->name, reference,
		STR_FMT(docx_attribute(e, NS_W, "id")));
}

void
docx_note_reference(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_notes *n = &r->notes;
	struct str name = note_name(r, e, "");

	if (!docx_is_shown(r))
		return;
	docx_para_open(r);
	build_note(&r->b, name);
	if (n->n == n->cap) {
		n->cap = n->cap ? 2 * n->cap : 16;
		n->v = mem_grow(n->v, n->cap * sizeof(*n->v));
	}
	n->v[n->n++] = name;
}

void
docx_comment_reference(struct docx_reading *r, const struct xml_element *e)
{
	if (r->o->comments)
		docx_note_reference(r, e);
	else
		doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-comment", "a comment (--comments keeps it)");
}

/* Who wrote a comment, and on which day, in a paragraph of its own. */
static void
comment_head(struct docx_reading *r, const struct xml_element *e)
{
	struct str author = docx_attribute(e, NS_W, "author"), day = str_sub(docx_attribute(e, NS_W, "date"), 0, 10);

	if (author.n == 0 && day.n == 0)
		return;
	build_open_type(&r->b, BLOCK_PARA);
	build_text(&r->b, NULL, author);
	build_text(&r->b, NULL, author.n > 0 && day.n > 0 ? STR(", ") : STR_NONE);
	build_text(&r->b, NULL, day);
	build_text(&r->b, NULL, STR(":"));
	build_close(&r->b);
}

/* Only notes that something shown refers to: a deleted reference takes its note along. */
void
docx_note_start(struct docx_reading *r, const struct xml_element *e)
{
	struct str name = note_name(r, e, "Reference");
	struct str type = docx_attribute(e, NS_W, "type");

	if (r->flow || (type.n > 0 && !str_is(type, "normal")) || !docx_note_is_referred_to(r, name)) {
		docx_skip(r, e);
		return;
	}
	build_open_note(&r->b, name);
	docx_flow_push(r, false, false);
	if (strcmp(e->name, "comment") == 0)
		comment_head(r, e);
	docx_frame(r)->flag = true;
}

void
docx_note_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (!docx_frame(r)->flag)
		return;
	docx_flow_pop(r);
	build_close(&r->b);
}
