/* The parts of a template that have text: the body, headers and footers. What of the body stays, and what is filled in. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "docx/docx_kind.h"
#include "docx/docx_template.h"
#include "markup/escape.h"

enum { DRAWINGS_MOST = 1000 * 1000 }; /* ids beyond are made of chance, and met by none of ours */

/* What has a style, and how it says so. */
static const struct styled {
	const char *element, *props, *style;
	enum docx_style_type type;
} paragraph = { "p", "pPr", "pStyle", DOCX_PARAGRAPH }, table = { "tbl", "tblPr", "tblStyle", DOCX_TABLE };

/* A paragraph or table that is open. */
struct open_block {
	const struct styled *is;
	size_t depth, end; /* of its start tag */
	size_t pieces;	   /* those before its own */
	bool at_top;	   /* in the body itself */
	bool style_settled;
	size_t props_end; /* of the start tag of its properties; 0: there are none */
};

struct reading {
	struct docx_writing *w;
	struct docx_template *t;
	bool surveys; /* looks for what stays of the main part; else it edits what stays of a part */
	bool main;
	struct open_block blocks[LIMIT_XML_DEPTH];
	size_t block_count;
	struct docx_piece *pieces;
	size_t piece_count, piece_cap;
	bool in_text;
	size_t foreign;	    /* depth of the outermost element in which text is not the body's own, or 0 */
	size_t child_begin; /* of the body's child at hand */
	bool mark_in_child; /* which has {{body}} in it */
	size_t section_begin;
	struct docx_page page; /* of the section at hand */
};

enum { BODY_DEPTH = 2, CHILD_DEPTH = 3 };

static void
add_mention(struct reading *r, size_t at, struct str id)
{
	struct docx_mention *m = ARENA_NEW(&r->t->doc->arena, struct docx_mention);

	*m = (struct docx_mention){ r->t->mentions, at, arena_str(&r->t->doc->arena, id) };
	r->t->mentions = m;
}

/* Ids that our own must not meet, and relationships that are in use. */
static void
note_ids(struct reading *r, const struct docx_edit *e, const struct xml_element *element)
{
	long id;

	for (size_t i = 0; i < element->attribute_count && r->surveys; i++)
		if (docx_ns(element->attributes[i].ns) == NS_R)
			add_mention(r, e->begin, element->attributes[i].value);
	if (!docx_is(element, NS_WP, "docPr"))
		return;
	id = docx_number(docx_attribute(element, NS_NONE, "id"), 0, DRAWINGS_MOST, 0);
	if ((unsigned)id > r->w->first.drawing)
		r->w->first.drawing = (unsigned)id;
}

static int
twips(const struct xml_element *element, const char *name, int otherwise)
{
	return (int)docx_number(docx_attribute(element, NS_W, name), 0, 31680, otherwise);
}

static void
page_start(struct reading *r, const struct docx_edit *e, const struct xml_element *element)
{
	struct docx_page *page = &r->page;

	if (docx_is(element, NS_W, "sectPr")) {
		r->section_begin = e->begin;
		*page = docx_page_of_language(STR_NONE);
	} else if (docx_is(element, NS_W, "pgSz")) {
		page->width = twips(element, "w", page->width);
		page->height = twips(element, "h", page->height);
	} else if (docx_is(element, NS_W, "pgMar")) {
		page->left = twips(element, "left", page->left);
		page->right = twips(element, "right", page->right);
		page->top = twips(element, "top", page->top);
		page->bottom = twips(element, "bottom", page->bottom);
	}
}

/* The text is laid out for the first section; where it goes to {{body}}, for the one that ends behind that. */
static void
page_stop(struct reading *r, const struct docx_edit *e)
{
	struct docx_template *t = r->t;

	if (t->section_settled)
		return;
	if (t->section.to == 0 || t->mark.to > 0 || r->mark_in_child) {
		t->section = (struct docx_range){ r->section_begin, e->end };
		r->w->page = r->page;
	}
	t->section_settled = t->mark.to > 0 || r->mark_in_child;
}

static struct open_block *
block_at_hand(struct reading *r)
{
	return r->block_count > 0 ? &r->blocks[r->block_count - 1] : NULL;
}

static void
block_start(struct reading *r, const struct docx_edit *e, const struct styled *is)
{
	struct open_block *b;

	if (r->block_count == LIMIT_XML_DEPTH)
		return;
	b = &r->blocks[r->block_count++];
	*b = (struct open_block){ .is = is, .depth = e->depth, .end = e->end, .pieces = r->piece_count };
	b->at_top = r->foreign == 0;
	b->style_settled = !r->main || r->surveys || docx_edit_is_empty(e);
}

/* In place of some bytes, the style of a kept block that has the style with that id. */
static void
put_style(struct reading *r, struct docx_edit *e, struct docx_range at, struct str id, bool with_props)
{
	const struct styled *is = block_at_hand(r)->is;
	struct buf out = { 0 };

	if (with_props)
		buf_printf(&out, "<w:%s>", is->props);
	buf_printf(&out, "<w:%s", is->style);
	put_attribute(&out, "w:val", docx_template_kept_style(r->t, is->type, id));
	buf_puts(&out, "/>");
	if (with_props)
		buf_printf(&out, "</w:%s>", is->props);
	splice_replace(&e->edits, at.from, at.to - at.from, buf_str(&out));
	buf_free(&out);
}

/* The first thing in a block, or in its properties: by then it is known whether it says a style. */
static void
settle_style(struct reading *r, struct docx_edit *e, const struct xml_element *element)
{
	struct open_block *b = block_at_hand(r);
	bool props;

	if (!b || b->style_settled || e->depth <= b->depth)
		return;
	props = e->depth == b->depth + 1 && docx_is(element, NS_W, b->is->props);
	if (props && !docx_edit_is_empty(e)) {
		b->props_end = e->end;
		return;
	}
	b->style_settled = true;
	if (props)
		put_style(r, e, (struct docx_range){ e->begin, e->end }, STR_NONE, true);
	else if (b->props_end > 0 && docx_is(element, NS_W, b->is->style))
		put_style(r, e, (struct docx_range){ e->begin, e->end }, docx_val(element), false);
	else if (b->props_end > 0)
		put_style(r, e, (struct docx_range){ b->props_end, b->props_end }, STR_NONE, false);
	else
		put_style(r, e, (struct docx_range){ b->end, b->end }, STR_NONE, true);
}

/* Properties of two tags with nothing between. */
static void
settle_empty_props(struct reading *r, struct docx_edit *e)
{
	struct open_block *b = block_at_hand(r);

	if (!b || b->style_settled || b->props_end == 0 || e->depth != b->depth + 1)
		return;
	b->style_settled = true;
	put_style(r, e, (struct docx_range){ b->props_end, b->props_end }, STR_NONE, false);
}

static void
text_start(struct reading *r, const struct docx_edit *e, const struct xml_element *element)
{
	if (!block_at_hand(r) || docx_edit_is_empty(e))
		return;
	if (r->piece_count == r->piece_cap) {
		r->piece_cap = r->piece_cap ? 2 * r->piece_cap : 64;
		r->pieces = mem_grow(r->pieces, r->piece_cap * sizeof(*r->pieces));
	}
	r->pieces[r->piece_count++] = (struct docx_piece){ .tag = e->end, .from = e->end, .to = e->end,
		.preserves = docx_attribute(element, NS_OTHER, "space").n > 0 };
	r->in_text = true;
}

static void
check_root(const struct reading *r, const struct xml_element *element)
{
	const char *kind = docx_kind_of_root(element->name);

	if (!docx_is(element, NS_W, "document"))
		fail(&r->t->diag, STATUS_DATA, (struct place){ 0 }, "the template is no DOCX, but %s", kind ? kind : "something else");
}

/* Content controls may stand around a paragraph of the body; tables and text boxes not. */
static bool
is_foreign(const struct xml_element *element)
{
	return !docx_is(element, NS_W, "sdt") && !docx_is(element, NS_W, "sdtContent");
}

static void
start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct reading *r = context;

	if (r->surveys && e->depth == 1)
		check_root(r, element);
	if (e->depth == CHILD_DEPTH) {
		r->child_begin = e->begin;
		r->mark_in_child = false;
	}
	if (r->surveys && e->depth == BODY_DEPTH && docx_is(element, NS_W, "body"))
		r->t->body.from = e->end;
	note_ids(r, e, element);
	settle_style(r, e, element);
	if (r->surveys)
		page_start(r, e, element);
	if (docx_is(element, NS_W, "p"))
		block_start(r, e, &paragraph);
	else if (docx_is(element, NS_W, "tbl"))
		block_start(r, e, &table);
	else if (docx_is(element, NS_W, "t"))
		text_start(r, e, element);
	if (!r->foreign && e->depth >= CHILD_DEPTH && is_foreign(element))
		r->foreign = e->depth;
}

/* {{body}} goes with the whole of what stands around it in the body. */
static void
block_stop(struct reading *r, struct docx_edit *e)
{
	struct open_block b = r->blocks[--r->block_count];
	const struct docx_piece *pieces = r->pieces + b.pieces;
	size_t n = r->piece_count - b.pieces;

	r->piece_count = b.pieces;
	if (!r->main || !docx_template_is_mark(e, pieces, n)) {
		if (!r->surveys)
			docx_template_fill(r->w, e, pieces, n);
		return;
	}
	if (!r->surveys)
		return;
	if (!b.at_top)
		fail(e->diag, STATUS_DATA, (struct place){ .part = e->part },
			"{{body}} must stand outside tables, frames and text boxes, in a paragraph of its own");
	if (r->mark_in_child || r->t->mark.to > 0)
		fail(e->diag, STATUS_DATA, (struct place){ .part = e->part }, "{{body}} stands there twice");
	r->mark_in_child = true;
}

static void
stop(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct reading *r = context;
	struct open_block *b = block_at_hand(r);

	if (r->in_text && docx_is(element, NS_W, "t")) {
		r->pieces[r->piece_count - 1].to = e->begin;
		r->in_text = false;
	}
	settle_empty_props(r, e);
	if (r->surveys && docx_is(element, NS_W, "sectPr"))
		page_stop(r, e);
	if (b && b->depth == e->depth)
		block_stop(r, e);
	if (e->depth == CHILD_DEPTH && r->mark_in_child) {
		r->t->mark = (struct docx_range){ r->child_begin, e->end };
		r->mark_in_child = false;
	}
	if (r->surveys && e->depth == BODY_DEPTH && docx_is(element, NS_W, "body"))
		r->t->body.to = e->begin;
	if (r->foreign == e->depth)
		r->foreign = 0;
}

static const struct docx_edit_handler handler = { start, stop };

/* Twice where text of it stays: what stays is known only at the end. */
void
docx_template_read_main(struct docx_writing *w)
{
	struct docx_template *t = w->template;
	struct reading survey = { .w = w, .t = t, .main = true, .surveys = true, .page = w->page };
	struct reading edits = { .w = w, .t = t, .main = true };

	docx_edit_read(&t->main, &t->package, t->package.main, &handler, &survey);
	free(survey.pieces);
	if (t->body.to < t->body.from || t->body.from == 0)
		fail(&t->diag, STATUS_DATA, (struct place){ .part = t->main.part }, "has no body");
	if (t->mark.to > 0)
		docx_edit_read(&t->main, &t->package, t->package.main, &handler, &edits);
	free(edits.pieces);
	docx_edit_namespaces(&t->main);
}

void
docx_template_read_letterhead(struct docx_writing *w, struct docx_edit *e, struct str part)
{
	struct reading r = { .w = w, .t = w->template };

	if (!docx_edit_read(e, &w->template->package, part, &handler, &r))
		fail(&w->template->diag, STATUS_DATA, (struct place){ .part = e->part }, "is missing");
	free(r.pieces);
}

static bool
is_in(struct docx_range range, size_t at)
{
	return at >= range.from && at < range.to;
}

bool
docx_template_keeps(const struct docx_template *t, size_t at)
{
	if (t->mark.to > 0)
		return !is_in(t->mark, at);
	return !is_in(t->body, at) || is_in(t->section, at);
}
