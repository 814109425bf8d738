/* The document's blocks as elements. What stands where is in xhtml.h. */
#include <stdlib.h>

#include "base/base64.h"
#include "doc/media.h"
#include "markup/escape.h"
#include "markup/xhtml.h"

/*
 * The inline elements, from the outside in. At any time a run's elements
 * stand open; the next run closes those that it does not share and opens its
 * own. (Ruby is shared by nobody and not among them.)
 */
enum layer { LINK, SPAN, BOLD, ITALIC, UNDERLINE, STRIKE, SHIFT, LAYERS };

struct writing {
	struct buf *out;
	struct arena *a;
	const struct xhtml_form *form;
	bool xml;
	struct str date;	      /* the document's, for <time> */
	struct str leaf_lang;	      /* the language that stands on the leaf's element */
	int level;		      /* of the last heading; 0: none was */
	bool in_date_line;	      /* the leaf is a date-line: its text is <time> */
	const struct run *open;	      /* the run whose elements stand open, or NULL */
	const struct block *last_head; /* the last row in <thead> of the table at hand, or NULL */
	const struct block **notes;   /* those referred to so far; a note's number is its place here */
	size_t notes_n, notes_cap;
};

static void
put_number(struct writing *w, const char *name, long value)
{
	buf_printf(w->out, " %s=\"%ld\"", name, value);
}

static void
put_lang(struct writing *w, struct str lang)
{
	if (lang.n > 0)
		put_attribute(w->out, w->xml ? "xml:lang" : "lang", lang);
}

static void
put_class(struct writing *w, enum role role)
{
	if (role != ROLE_NONE)
		put_attribute(w->out, "class", str_of(role_token(role)));
}

/* The end of a void element's tag. */
static void
end_void(struct writing *w)
{
	buf_puts(w->out, w->xml ? "/>" : ">");
}

/* Runs. */

static struct str
span_lang(const struct writing *w, const struct run *r)
{
	return str_eq(r->lang, w->leaf_lang) ? STR_NONE : r->lang;
}

/*
 * Whether a text in digits or words may be that day (as in ISO 8601): it has the day's number, and no other year. A
 * date line below a dateline may name another day than the one that counts.
 */
static bool
may_name_day(struct str text, struct str date)
{
	long year = 0, day = 0, number;
	bool found = false;

	str_to_long(str_sub(date, 0, 4), &year);
	str_to_long(str_sub(date, 8, 10), &day);
	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && ascii_digit(text.p[n]))
			n++;
		if (n > 0 && str_to_long(str_sub(text, 0, n), &number)) {
			if (n == 4 && number >= 1900 && number < 2100 && number != year)
				return false;
			found = found || number == day;
		}
		text = str_sub(text, n > 0 ? n : 1, text.n);
	}
	return found;
}

static bool
is_time(const struct writing *w, const struct run *r)
{
	return w->date.n > 0 && r->kind == RUN_TEXT && (w->in_date_line || r->role == ROLE_DATELINE) &&
	       may_name_day(r->text, w->date);
}

static bool
has_layer(const struct writing *w, const struct run *r, enum layer layer)
{
	if (layer == LINK)
		return r->link.n > 0 && (r->kind == RUN_TEXT || r->kind == RUN_IMAGE);
	if (r->kind == RUN_MATH)
		return layer == SPAN && span_lang(w, r).n > 0;
	if (r->kind != RUN_TEXT)
		return false;
	switch (layer) {
	case SPAN:
		return r->role || r->rtl || span_lang(w, r).n > 0 || is_time(w, r);
	case BOLD:
		return r->style & STYLE_BOLD;
	case ITALIC:
		return r->style & STYLE_ITALIC;
	case UNDERLINE:
		return r->style & STYLE_UNDERLINE;
	case STRIKE:
		return r->style & STYLE_STRIKE;
	default:
		return r->style & (STYLE_SUB | STYLE_SUP);
	}
}

/* Whether an element that stands open for one run may stay open for the next. */
static bool
share_layer(const struct writing *w, const struct run *a, const struct run *b, enum layer layer)
{
	if (!a || has_layer(w, a, layer) != has_layer(w, b, layer))
		return false;
	if (!has_layer(w, a, layer))
		return true;
	if (layer == LINK)
		return str_eq(a->link, b->link);
	if (layer == SPAN)
		return a->role == b->role && a->rtl == b->rtl && str_eq(a->lang, b->lang) &&
		       is_time(w, a) == is_time(w, b);
	return layer != SHIFT || ((a->style ^ b->style) & (STYLE_SUB | STYLE_SUP)) == 0;
}

static const char *
layer_element(const struct writing *w, const struct run *r, enum layer layer)
{
	static const char *const names[LAYERS] = { "a", "span", "strong", "em", "u", "s", "sup" };

	if (layer == SPAN && is_time(w, r))
		return "time";
	return layer == SHIFT && (r->style & STYLE_SUB) ? "sub" : names[layer];
}

/* Whether a link has nothing to read: pictures alone that say nothing, or are left out. */
static bool
is_nameless(const struct writing *w, const struct run *first)
{
	for (const struct run *r = first; r && str_eq(r->link, first->link); r = r->next)
		if (r->kind != RUN_BREAK && (r->kind != RUN_IMAGE || r->image->alt.n > 0))
			return false;
	return !w->xml;
}

static void
open_layer(struct writing *w, const struct run *r, enum layer layer)
{
	buf_printf(w->out, "<%s", layer_element(w, r, layer));
	if (layer == LINK)
		put_attribute(w->out, "href", r->link);
	if (layer == LINK && is_nameless(w, r))
		put_attribute(w->out, "title", r->link); /* what it is called, then (WCAG 2.4.4, 4.1.2) */
	if (layer == SPAN) {
		put_class(w, r->role);
		if (is_time(w, r))
			put_attribute(w->out, "datetime", w->date);
		put_lang(w, span_lang(w, r));
		if (r->rtl)
			put_attribute(w->out, "dir", STR("rtl"));
	}
	buf_char(w->out, '>');
}

/* Closes the open elements that the next run does not share (all, when there is none). Gives the outermost layer of those. */
static int
close_layers(struct writing *w, const struct run *next)
{
	int from = 0;

	while (next && from < LAYERS && share_layer(w, w->open, next, (enum layer)from))
		from++;
	for (int layer = LAYERS - 1; w->open && layer >= from; layer--)
		if (has_layer(w, w->open, (enum layer)layer))
			buf_printf(w->out, "</%s>", layer_element(w, w->open, (enum layer)layer));
	return from;
}

static void
open_layers(struct writing *w, const struct run *r, int from)
{
	for (int layer = from; layer < LAYERS; layer++)
		if (has_layer(w, r, (enum layer)layer))
			open_layer(w, r, (enum layer)layer);
	w->open = r;
}

/* A break has no attributes: what the runs on both its sides share stays open over it. */
static void
put_break(struct writing *w, const struct run *next)
{
	int from = close_layers(w, next);

	buf_puts(w->out, "<br");
	end_void(w);
	open_layers(w, next, from);
}

static void
put_source(struct writing *w, const struct image *image)
{
	if (image->bytes.n == 0) {
		escape_value(w->out, image->url);
	} else if (w->form->media) {
		escape_value(w->out, media_address(w->a, w->form->media, image));
	} else {
		buf_printf(w->out, "data:%s;base64,", image->type);
		base64_encode(w->out, image->bytes);
	}
}

static void
put_image(struct writing *w, const struct image *image)
{
	if (w->form->no_images) {
		escape_text(w->out, image->alt);
		return;
	}
	buf_puts(w->out, "<img src=\"");
	put_source(w, image);
	buf_char(w->out, '"');
	put_attribute(w->out, "alt", image->alt);
	if (image->width > 0)
		put_number(w, "width", image->width);
	if (image->height > 0)
		put_number(w, "height", image->height);
	end_void(w);
}

static void
put_math(struct writing *w, const struct run *r)
{
	buf_puts(w->out, "<math");
	if (w->xml)
		buf_puts(w->out, " xmlns=\"http://www.w3.org/1998/Math/MathML\"");
	if (r->formula) {
		put_attribute(w->out, "alttext", r->text);
		buf_char(w->out, '>');
		buf_add(w->out, *r->formula);
	} else {
		buf_puts(w->out, "><mtext>");
		escape_text(w->out, r->text);
		buf_puts(w->out, "</mtext>");
	}
	buf_puts(w->out, "</math>");
}

static void
put_note_reference(struct writing *w, const struct block *note)
{
	size_t n;

	if (w->notes_n == w->notes_cap) {
		w->notes_cap = w->notes_cap ? 2 * w->notes_cap : 16;
		w->notes = mem_grow(w->notes, w->notes_cap * sizeof(*w->notes));
	}
	w->notes[w->notes_n++] = note;
	n = w->notes_n;
	buf_printf(w->out, "<sup><a id=\"noteref-%zu\" href=\"#note-%zu\" role=\"doc-noteref\">%zu</a></sup>", n, n, n);
}

static void
put_text(struct writing *w, const struct run *r)
{
	if (r->ruby.n > 0)
		buf_puts(w->out, "<ruby>");
	escape_text(w->out, r->text);
	if (r->ruby.n > 0) {
		buf_puts(w->out, "<rt>");
		escape_text(w->out, r->ruby);
		buf_puts(w->out, "</rt></ruby>");
	}
}

static void
put_runs(struct writing *w, const struct block *leaf)
{
	w->in_date_line = leaf->role == ROLE_DATE_LINE;
	w->open = NULL;
	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (r->kind == RUN_BREAK) {
			if (r->next)
				put_break(w, r->next);
			continue;
		}
		open_layers(w, r, close_layers(w, r));
		if (r->kind == RUN_TEXT)
			put_text(w, r);
		else if (r->kind == RUN_IMAGE)
			put_image(w, r->image);
		else if (r->kind == RUN_MATH)
			put_math(w, r);
		else
			put_note_reference(w, r->note);
	}
	close_layers(w, NULL);
}

/* Blocks. */

/* The one language of all the leaf's texts, or STR_NONE. */
static struct str
common_lang(const struct block *leaf)
{
	const struct run *first = NULL;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (r->kind != RUN_TEXT && r->kind != RUN_MATH)
			continue;
		if (!first)
			first = r;
		if (!str_eq(r->lang, first->lang))
			return STR_NONE;
	}
	return first ? first->lang : STR_NONE;
}

/* A caption is the one leaf that stands in another, and would take over its direction. */
static void
put_direction(struct writing *w, const struct block *leaf)
{
	if (leaf->rtl)
		put_attribute(w->out, "dir", STR("rtl"));
	else if (leaf->parent && leaf->parent->type == BLOCK_FIGURE && leaf->parent->rtl)
		put_attribute(w->out, "dir", STR("ltr"));
}

/* A leaf from where its first attributes stand. */
static void
end_leaf(struct writing *w, const struct block *leaf, const char *element)
{
	w->leaf_lang = common_lang(leaf);
	put_lang(w, w->leaf_lang);
	put_direction(w, leaf);
	buf_char(w->out, '>');
	put_runs(w, leaf);
	buf_printf(w->out, "</%s>\n", element);
	w->leaf_lang = STR_NONE;
}

static void
put_leaf(struct writing *w, const struct block *leaf, const char *element)
{
	buf_printf(w->out, "<%s", element);
	put_class(w, leaf->role);
	end_leaf(w, leaf, element);
}

/* A para that stands in an item, a cell or a note without <p>. */
static bool
is_bare(const struct block *para)
{
	const struct block *parent = para->parent;

	if (para->type != BLOCK_PARA || para->prev || para->rtl || para->role)
		return false;
	if (parent->type == BLOCK_CELL || parent->type == BLOCK_NOTE)
		return !para->next;
	if (parent->type != BLOCK_ITEM)
		return false;
	for (const struct block *b = para->next; b; b = b->next)
		if (b->type != BLOCK_LIST)
			return false;
	return true;
}

/* The way back from a note to its reference; reading leaves it out. */
static void
put_backlink(struct writing *w, size_t number)
{
	buf_printf(w->out, "<a href=\"#noteref-%zu\" role=\"doc-backlink\">\xE2\x86\xA9</a>", number);
}

static void
put_para(struct writing *w, const struct block *para)
{
	if (is_bare(para)) {
		put_runs(w, para);
		if (para->next)
			buf_char(w->out, '\n');
	} else {
		put_leaf(w, para, "p");
	}
}

/*
 * A page's headings may not leave levels out on the way down (those who hear
 * it move by them), so a deeper one is written where it belongs and keeps its
 * level aside.
 */
static void
put_head(struct writing *w, const struct block *head)
{
	int level = head->head.level;
	char element[3] = "h1";

	if (!w->xml && w->level > 0 && level > w->level + 1)
		level = w->level + 1;
	w->level = level;
	element[1] = (char)('0' + level);
	buf_printf(w->out, "<%s", element);
	put_class(w, head->role);
	if (level != head->head.level)
		put_number(w, "data-level", head->head.level);
	end_leaf(w, head, element);
}

static const char *
section_element(const struct block *section)
{
	return section->first && section->first->type == BLOCK_HEAD ? "section" : "div";
}

static void
open_section(struct writing *w, const struct block *section)
{
	buf_printf(w->out, "<%s", section_element(section));
	put_class(w, section->role);
	buf_puts(w->out, ">\n");
}

char
xhtml_list_type(enum list_format format)
{
	static const char types[LIST_FORMATS] = { 0, 0, 'a', 'A', 'i', 'I' };

	return types[format];
}

static void
open_list(struct writing *w, const struct block *list)
{
	char type = xhtml_list_type(list->list.format);

	buf_puts(w->out, list->list.format == LIST_BULLET ? "<ul" : "<ol");
	if (type)
		buf_printf(w->out, " type=\"%c\"", type);
	if (list->list.format != LIST_BULLET && list->list.start != 1)
		put_number(w, "start", list->list.start);
	if (list->list.format != LIST_BULLET && !str_is(list->list.label, "%.")) {
		put_attribute(w->out, "data-label", list->list.label);
		if (type && !w->xml)
			buf_printf(w->out, " data-type=\"%c\"", type);
	}
	buf_puts(w->out, ">\n");
}

static void
close_list(struct writing *w, const struct block *list)
{
	buf_puts(w->out, list->list.format == LIST_BULLET ? "</ul>\n" : "</ol>\n");
}

/* An item, a cell, a note: a line's end behind the tag unless text follows at once. */
static void
end_tag_of_container(struct writing *w, const struct block *b)
{
	buf_char(w->out, '>');
	if (b->first && !is_bare(b->first))
		buf_char(w->out, '\n');
}

static bool
all_headers(const struct block *row)
{
	return row->first && cell_heads_column(row->first);
}

/* The last of the rows that make up <thead>: they come first, hold headers only, and no cell reaches out of them. */
static const struct block *
last_head_row(const struct block *first)
{
	const struct block *last = NULL;
	int left = 0; /* rows that a cell still reaches down */

	for (const struct block *row = first; row && all_headers(row); row = row->next) {
		for (const struct block *cell = row->first; cell; cell = cell->next)
			if (cell->cell.rowspan > left)
				left = cell->cell.rowspan;
		left--;
		last = row;
	}
	return left > 0 ? NULL : last;
}

static void
open_row(struct writing *w, const struct block *row)
{
	if (!row->prev || row->prev->type != BLOCK_ROW) {
		w->last_head = last_head_row(row);
		buf_puts(w->out, w->last_head ? "<thead>\n" : "<tbody>\n");
	} else if (row->prev == w->last_head) {
		buf_puts(w->out, "<tbody>\n");
	}
	buf_puts(w->out, "<tr>\n");
}

static void
close_row(struct writing *w, const struct block *row)
{
	buf_puts(w->out, "</tr>\n");
	if (row == w->last_head)
		buf_puts(w->out, "</thead>\n");
	else if (!row->next)
		buf_puts(w->out, "</tbody>\n");
}

static bool
in_thead(const struct writing *w, const struct block *cell)
{
	const struct block *row = w->last_head;

	while (row && row != cell->parent)
		row = row->prev;
	return row != NULL;
}

/* A header without text heads nothing for those who hear the table, so it is a <td>; in <thead> that says enough. */
static bool
is_th(const struct block *cell)
{
	return cell->cell.header && cell->first;
}

static void
open_cell(struct writing *w, const struct block *cell)
{
	buf_puts(w->out, is_th(cell) ? "<th" : "<td");
	if (is_th(cell))
		put_attribute(w->out, "scope", cell_heads_column(cell) ? STR("col") : STR("row"));
	else if (cell->cell.header && !in_thead(w, cell))
		put_attribute(w->out, "data-header", STR(""));
	if (cell->cell.colspan != 1)
		put_number(w, "colspan", cell->cell.colspan);
	if (cell->cell.rowspan != 1)
		put_number(w, "rowspan", cell->cell.rowspan);
	end_tag_of_container(w, cell);
}

static void
open_figure(struct writing *w, const struct block *figure)
{
	buf_puts(w->out, "<figure");
	put_direction(w, figure);
	buf_puts(w->out, ">\n");
	put_runs(w, figure);
	buf_char(w->out, '\n');
}

static bool
in_contact(const struct block *b)
{
	return b->type != BLOCK_HEAD && b->parent && b->parent->type == BLOCK_SECTION &&
	       b->parent->role == ROLE_CONTACT;
}

static void
enter(struct writing *w, const struct block *b)
{
	if (in_contact(b) && (!b->prev || b->prev->type == BLOCK_HEAD))
		buf_puts(w->out, "<address>\n");
	switch (b->type) {
	case BLOCK_SECTION: open_section(w, b); break;
	case BLOCK_PARA: put_para(w, b); break;
	case BLOCK_HEAD: put_head(w, b); break;
	case BLOCK_LIST: open_list(w, b); break;
	case BLOCK_ITEM:
		buf_puts(w->out, "<li");
		end_tag_of_container(w, b);
		break;
	case BLOCK_QUOTE: buf_puts(w->out, "<blockquote>\n"); break;
	case BLOCK_TABLE: buf_puts(w->out, "<table>\n"); break;
	case BLOCK_ROW: open_row(w, b); break;
	case BLOCK_CELL: open_cell(w, b); break;
	case BLOCK_FIGURE: open_figure(w, b); break;
	case BLOCK_CAPTION: put_leaf(w, b, b->parent->type == BLOCK_TABLE ? "caption" : "figcaption"); break;
	case BLOCK_DEFLIST: buf_puts(w->out, "<dl>\n"); break;
	case BLOCK_TERM: put_leaf(w, b, "dt"); break;
	case BLOCK_DEFINITION: put_leaf(w, b, "dd"); break;
	case BLOCK_PRE: put_leaf(w, b, "pre"); break;
	case BLOCK_RULE:
		buf_puts(w->out, "<hr");
		end_void(w);
		buf_char(w->out, '\n');
		break;
	default: break;
	}
}

static void
leave(struct writing *w, const struct block *b)
{
	switch (b->type) {
	case BLOCK_SECTION: buf_printf(w->out, "</%s>\n", section_element(b)); break;
	case BLOCK_LIST: close_list(w, b); break;
	case BLOCK_ITEM: buf_puts(w->out, "</li>\n"); break;
	case BLOCK_QUOTE: buf_puts(w->out, "</blockquote>\n"); break;
	case BLOCK_TABLE: buf_puts(w->out, "</table>\n"); break;
	case BLOCK_ROW: close_row(w, b); break;
	case BLOCK_CELL: buf_puts(w->out, is_th(b) ? "</th>\n" : "</td>\n"); break;
	case BLOCK_FIGURE: buf_puts(w->out, "</figure>\n"); break;
	case BLOCK_DEFLIST: buf_puts(w->out, "</dl>\n"); break;
	default: break;
	}
	if (in_contact(b) && (!b->next || b->next->type == BLOCK_HEAD))
		buf_puts(w->out, "</address>\n");
}

static bool
left_out(const struct writing *w, const struct block *b)
{
	return b->type == BLOCK_NOTE || (b->type == BLOCK_SECTION && b->role == w->form->without);
}

static void
put_blocks(struct writing *w, const struct block *root)
{
	for (struct walk walk = { .root = root }; walk_next(&walk);) {
		if (walk.at != root && left_out(w, walk.at))
			walk.leaving = true;
		else if (walk.leaving)
			leave(w, walk.at);
		else
			enter(w, walk.at);
	}
}

/* The backlink stands at the end of the last para, or behind the list that ends the note. */
static void
put_note(struct writing *w, const struct block *note, size_t number)
{
	const struct block *last = note->last;

	buf_printf(w->out, "<li id=\"note-%zu\"", number);
	end_tag_of_container(w, note);
	put_blocks(w, note);
	if (last && is_bare(last)) {
		buf_char(w->out, ' ');
	} else if (last && last->type == BLOCK_PARA) {
		w->out->n -= sizeof("</p>\n") - 1;
		buf_char(w->out, ' ');
	} else {
		buf_puts(w->out, "<p>");
	}
	put_backlink(w, number);
	if (!last || !is_bare(last))
		buf_puts(w->out, "</p>\n");
	buf_puts(w->out, "</li>\n");
}

static void
put_notes(struct writing *w)
{
	if (w->notes_n == 0)
		return;
	buf_puts(w->out, "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
	for (size_t i = 0; i < w->notes_n; i++)
		put_note(w, w->notes[i], i + 1);
	buf_puts(w->out, "</ol>\n</div>\n");
}

void
xhtml_write(const struct doc *d, const struct xhtml_form *form, struct buf *out)
{
	struct arena a = { 0 };
	struct writing w = { .out = out, .a = &a, .form = form, .xml = form->syntax == XHTML_AS_XML };

	w.date = doc_meta(d, META_DATE);
	put_blocks(&w, d->root);
	put_notes(&w);
	free(w.notes);
	arena_free(&a);
}
