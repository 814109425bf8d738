/*
 * The document part and the footnotes part: blocks to paragraphs and tables.
 * What a paragraph is, its style's name says (docx_meaning.h).
 */
#include "docx/docx_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "docx/docx.h"
#include "docx/docx_template.h"
#include "docx/docx_zip.h"
#include "markup/escape.h"

static const struct block *
ancestor(const struct block *b, enum block_type type)
{
	while (b && b->type != type)
		b = b->parent;
	return b;
}

static enum docx_kind
kind_of_para(const struct block *b)
{
	switch (b->parent->type) {
	case BLOCK_ITEM:
		return b->prev ? KIND_CONTINUE : b->parent->parent->list.format == LIST_BULLET ? KIND_BULLET : KIND_NUMBER;
	case BLOCK_QUOTE:
		return b->role == ROLE_ATTRIBUTION ? KIND_ATTRIBUTION : KIND_QUOTE;
	case BLOCK_CELL:
		return b->parent->cell.header ? KIND_HEADER_CELL : KIND_CELL;
	case BLOCK_NOTE:
		return KIND_NOTE;
	default:
		return KIND_PARA;
	}
}

static enum docx_kind
kind_of_block(const struct block *b)
{
	switch (b->type) {
	case BLOCK_HEAD:
		return KIND_HEAD;
	case BLOCK_TABLE:
		return KIND_TABLE;
	case BLOCK_CELL:
		return b->cell.header ? KIND_HEADER_CELL : KIND_CELL;
	case BLOCK_FIGURE:
		return KIND_FIGURE;
	case BLOCK_CAPTION:
		return b->parent->type == BLOCK_TABLE ? KIND_TABLE_CAPTION : KIND_FIGURE_CAPTION;
	case BLOCK_TERM:
		return KIND_TERM;
	case BLOCK_DEFINITION:
		return KIND_DEFINITION;
	case BLOCK_PRE:
		return KIND_PRE;
	case BLOCK_RULE:
		return KIND_RULE;
	default:
		return kind_of_para(b);
	}
}

/* Whether b is the first paragraph of its section. */
static bool
begins(const struct block *b, const struct block *section)
{
	if (b->type == BLOCK_CAPTION && b->parent->type == BLOCK_FIGURE)
		return false; /* the image is */
	for (; b != section; b = b->parent)
		if (b->prev)
			return false;
	return true;
}

struct docx_meaning
docx_meaning_of_block(const struct block *b)
{
	struct docx_meaning m = { .kind = kind_of_block(b) };
	const struct block *cell = ancestor(b, BLOCK_CELL), *section = cell ? NULL : ancestor(b, BLOCK_SECTION);
	const struct block *parent = b->parent;

	if (m.kind == KIND_HEAD)
		m.level = b->head.level;
	if (m.kind == KIND_CONTINUE)
		m.level = list_depth(b);
	if (role_where(b->role) == ROLE_ON_LEAF)
		m.role = b->role;
	if (cell && cell->cell.header && list_depth(b) > 0)
		m.in_header = true;
	if (section) {
		m.section = section->role;
		m.section_first = section->prev && section->prev->type == BLOCK_SECTION &&
				  section->prev->role == section->role && begins(b, section);
	}
	if (parent->type == BLOCK_QUOTE || parent->type == BLOCK_DEFLIST)
		m.first = !b->prev && parent->prev && parent->prev->type == parent->type;
	return m;
}

static size_t
style_key(const struct docx_meaning *m)
{
	size_t key = (size_t)m->kind * 10 + (size_t)m->level;

	key = key * ROLE_COUNT + (size_t)m->section;
	return key * 8 + (size_t)m->section_first * 4 + (size_t)m->first * 2 + (size_t)m->in_header;
}

/* Makes sure that a style is in the sheet. Plain ones and the roles' always are. */
static void
use_style(struct docx_writing *w, const struct docx_meaning *m)
{
	size_t key = style_key(m);

	if (m->role || !(m->section || m->first || m->in_header) || w->style_seen[key])
		return;
	if (w->style_count == w->style_cap) {
		w->style_cap = w->style_cap ? 2 * w->style_cap : 16;
		w->styles = mem_grow(w->styles, w->style_cap * sizeof(*w->styles));
	}
	w->styles[w->style_count++] = *m;
	w->style_seen[key] = true;
}

/* The id of a style that is written here: "heading 1" has "Heading1". A role of runs may have a paragraph's name. */
static void
put_own_id(struct buf *out, enum docx_style_type type, struct str name)
{
	bool capital = true;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (c != ' ' && c != '-')
			buf_char(out, capital && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
		capital = c == ' ' || c == '-';
	}
	if (type == DOCX_CHARACTER && docx_run_role(name))
		buf_puts(out, "Char");
}

void
docx_put_style_ref(struct buf *out, const struct docx_writing *w, enum docx_style_type type, struct str name)
{
	struct str id = w->template ? docx_template_style(w->template, type, name) : STR_NONE;
	size_t at = out->n;

	if (id.n > 0) {
		escape_value(out, id);
		return;
	}
	put_own_id(out, type, name);
	/* The template may have given the id to another style. */
	while (w->template && docx_template_has_id(w->template, str_sub(buf_str(out), at, out->n)))
		buf_char(out, 'X');
}

void
docx_put_style(struct docx_writing *w, const char *element, const struct docx_meaning *m)
{
	struct buf name = { 0 };

	use_style(w, m);
	docx_meaning_put_name(&name, m);
	buf_printf(&w->part->xml, "<w:%s w:val=\"", element);
	docx_put_style_ref(&w->part->xml, w, m->kind == KIND_TABLE ? DOCX_TABLE : DOCX_PARAGRAPH, buf_str(&name));
	buf_puts(&w->part->xml, "\"/>");
	buf_free(&name);
}

/* Kinds that stand close to what is in front of them; behind a table they need room. */
static bool
needs_room(const struct docx_writing *w, const struct docx_meaning *m)
{
	return w->after_table && (m->kind == KIND_PARA || m->kind == KIND_BULLET || m->kind == KIND_NUMBER ||
					 m->kind == KIND_QUOTE || m->kind == KIND_PRE || m->kind == KIND_TERM);
}

/* What should not be parted from what follows it by a page's end: a figure from its caption, "these are:" from the list. */
static bool
leads_on(const struct block *b)
{
	return (b->type == BLOCK_FIGURE && b->first) || (b->type == BLOCK_PARA && b->next && b->next->type == BLOCK_LIST);
}

static void
put_paragraph_props(struct docx_writing *w, const struct block *b, const struct docx_meaning *m)
{
	struct buf *out = &w->part->xml;
	bool plain = m->kind == KIND_PARA && !m->role && !m->section;
	bool numbered = m->kind == KIND_BULLET || m->kind == KIND_NUMBER;
	size_t before = out->n, inside;

	buf_puts(out, "<w:pPr>");
	inside = out->n;
	if (!plain)
		docx_put_style(w, "pStyle", m);
	if (leads_on(b))
		buf_puts(out, "<w:keepNext/>");
	if (numbered)
		buf_printf(out, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%zu\"/></w:numPr>", w->depth - 1,
			w->first.num + w->open_lists[w->depth - 1] + 1);
	if (b->rtl)
		buf_puts(out, "<w:bidi/>");
	if (needs_room(w, m))
		buf_puts(out, "<w:spacing w:before=\"240\"/>");
	if (out->n == inside)
		out->n = before;
	else
		buf_puts(out, "</w:pPr>");
}

static void
put_paragraph(struct docx_writing *w, const struct block *b)
{
	struct docx_meaning m = docx_meaning_of_block(b);

	buf_puts(&w->part->xml, "<w:p>");
	put_paragraph_props(w, b, &m);
	if (w->note_mark)
		docx_put_note_mark(w, true);
	w->note_mark = false;
	if (b->runs)
		docx_write_runs(w, b);
	buf_puts(&w->part->xml, "</w:p>");
	w->after_table = false;
}

static void
list_enter(struct docx_writing *w, const struct block *list)
{
	struct docx_list *l;

	if (w->list_count == w->list_cap) {
		w->list_cap = w->list_cap ? 2 * w->list_cap : 16;
		w->lists = mem_grow(w->lists, w->list_cap * sizeof(*w->lists));
	}
	l = &w->lists[w->list_count];
	*l = (struct docx_list){ list->list.format, list->list.start, list->list.label, w->abstract_count, w->depth };
	for (size_t i = 0; i < w->list_count; i++) {
		if (w->lists[i].format == l->format && str_eq(w->lists[i].label, l->label)) {
			l->abstract = w->lists[i].abstract;
			break;
		}
	}
	w->abstract_count += l->abstract == w->abstract_count;
	w->open_lists[w->depth++] = w->list_count++;
}

static void
note_enter(struct docx_writing *w)
{
	w->part = &w->notes;
	w->note_mark = true;
	buf_printf(&w->part->xml, "<w:footnote w:id=\"%u\">", w->first.note + ++w->note_count);
}

static void
enter(struct docx_writing *w, const struct block *b)
{
	switch (b->type) {
	case BLOCK_LIST:
		list_enter(w, b);
		break;
	case BLOCK_ROW:
		docx_row_enter(w, b);
		break;
	case BLOCK_CELL:
		docx_cell_enter(w, b);
		if (!b->first)
			put_paragraph(w, b);
		break;
	case BLOCK_NOTE:
		note_enter(w);
		break;
	case BLOCK_RULE:
		put_paragraph(w, b);
		break;
	default:
		if (block_is_leaf(b->type))
			put_paragraph(w, b);
		break;
	}
}

static void
leave(struct docx_writing *w, const struct block *b)
{
	switch (b->type) {
	case BLOCK_LIST:
		w->depth--;
		break;
	case BLOCK_ROW:
		docx_row_leave(w, b);
		break;
	case BLOCK_CELL:
		buf_puts(&w->part->xml, "</w:tc>");
		w->cell_width = 0;
		break;
	case BLOCK_NOTE:
		buf_puts(&w->part->xml, "</w:footnote>");
		break;
	default:
		break;
	}
}

static void
write_blocks(struct docx_writing *w)
{
	w->part = &w->document;
	for (struct walk walk = { .root = w->d->root }; walk_next(&walk);) {
		if (walk.leaving)
			leave(w, walk.at);
		else
			enter(w, walk.at);
	}
	w->part = &w->document;
	docx_part_tables(w);
}

void
docx_write_section(struct buf *out, const struct docx_writing *w)
{
	const struct docx_page *page = &w->page;

	buf_puts(out, "<w:sectPr>");
	if (w->footer > 0)
		buf_printf(out, "<w:footerReference w:type=\"default\" r:id=\"rId%u\"/>", w->footer);
	buf_printf(out,
		"<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\""
		" w:left=\"%d\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>%s%s</w:sectPr>",
		page->width, page->height, page->top, page->right, page->bottom, page->left,
		w->footer > 0 ? "<w:titlePg/>" : "", w->rtl ? "<w:bidi/>" : "");
}

/*
 * "2 / 3" below every page but the first, which has a footer of its own, that
 * is none (17.10.6): so a release of one page is not numbered. The results of
 * the fields stand until the program that opens the file counts its pages.
 */
void
docx_write_footer(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, DOCX_XML "<w:ftr " DOCX_NAMESPACES "><w:p><w:pPr><w:pStyle w:val=\"");
	docx_put_style_ref(out, w, DOCX_PARAGRAPH, STR("footer"));
	buf_printf(out, "\"/>%s</w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>"
		"<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
		"<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>",
		w->rtl ? "<w:bidi/>" : "");
}

void
docx_write_notes(struct buf *out, const struct docx_writing *w)
{
	buf_puts(out, DOCX_XML "<w:footnotes " DOCX_NAMESPACES ">" DOCX_NOTE_LINES);
	buf_add(out, buf_str(&w->notes.xml));
	buf_puts(out, "</w:footnotes>");
}

static void
write_whole(struct docx_writing *w, struct buf *out)
{
	buf_puts(&w->document.xml, DOCX_XML "<w:document " DOCX_NAMESPACES "><w:body>");
	write_blocks(w);
	w->footer = docx_relate_part(w, DOCX_PART_FOOTER);
	docx_write_section(&w->document.xml, w);
	buf_puts(&w->document.xml, "</w:body></w:document>");
	docx_write_package(w, out);
}

static void
docx_write(const struct doc *d, struct buf *out, const struct options *o)
{
	struct docx_writing *w = mem_alloc(sizeof(*w));

	memset(w, 0, sizeof(*w));
	w->d = d;
	w->o = o;
	w->page = docx_page_of_language(doc_meta(d, META_LANGUAGE));
	w->rtl = language_is_rtl(doc_meta(d, META_LANGUAGE)) || (d->root->first && d->root->first->rtl);
	if (o && o->template_bytes.n > 0) {
		docx_template_open(w);
		write_blocks(w);
		docx_template_write(w, out);
	} else {
		write_whole(w, out);
	}
	buf_free(&w->document.xml);
	buf_free(&w->document.rels);
	buf_free(&w->notes.xml);
	buf_free(&w->notes.rels);
	free(w->media);
	free(w->lists);
	free(w->styles);
	free(w);
}

const struct writer docx_writer = {
	.format = "docx",
	.for_people = true,
	.binary = true,
	.write = docx_write,
	.libraries = docx_zip_library,
};
