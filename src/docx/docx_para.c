/* Paragraphs: what each one is, and the block that it becomes. */
#include <stdlib.h>

#include "docx/docx_read.h"

/* Without its number, a page's line in a header is "Page of"; nothing longer is dropped with it. */
enum { PAGE_LINE = 12 };

bool
docx_para_begin(struct docx_reading *r)
{
	struct docx_para *p = r->para;
	bool joined = p->mark_deleted && p->leaf;

	if (p->inside || !r->flow)
		return false;
	if (!joined) {
		*p = (struct docx_para){ .style = docx_style_default(&r->styles) };
		para_props_clear(&p->props);
	}
	p->inside = true;
	p->joined = joined;
	p->mark_deleted = false;
	docx_run_begin(r);
	r->b.place.number = ++r->paragraphs;
	return true;
}

/* A bullet of blanks: pandoc gives it to the further paragraphs of an item. */
static bool
is_unmarked(const struct docx_level *level)
{
	return level->format == LIST_BULLET && level->text.n > 0 && str_trim(level->text).n == 0;
}

/* Numbered by its own properties or by its style's; a heading stays one. */
static void
settle_list(struct docx_reading *r, struct docx_para *p, bool own_number, bool own_level)
{
	struct docx_meaning *m = &p->meaning;
	const struct docx_level *level = NULL;

	p->level = p->props.num_level >= 0 ? p->props.num_level : 0;
	p->num = docx_num(&r->numbering, p->props.num_id);
	if (p->num) {
		if (!own_number && !own_level)
			p->level = docx_level_of_style(p->num, p->style->id);
		level = docx_level(p->num, p->level);
		if (level->none || (level->format != LIST_BULLET && level->text.n == 0))
			p->num = NULL;
	}
	if ((m->kind == KIND_BULLET || m->kind == KIND_NUMBER) && !own_level && p->level == 0 && m->level > 1)
		p->level = m->level - 1;
	if (level && p->num && (m->kind == KIND_PARA || m->kind == KIND_LIST_PARA || m->kind == KIND_BULLET ||
			      m->kind == KIND_NUMBER)) {
		m->kind = is_unmarked(level) ? KIND_CONTINUE : level->format == LIST_BULLET ? KIND_BULLET : KIND_NUMBER;
		m->level = m->kind == KIND_CONTINUE ? p->level + 1 : m->level;
		m->role = ROLE_NONE;
	} else if (p->props.num_id == 0 && (m->kind == KIND_BULLET || m->kind == KIND_NUMBER)) {
		m->kind = KIND_PARA;
	}
}

/* What needs something in front of it, or a place to stand, is what it is only there. */
static void
settle_kind(struct docx_reading *r, struct docx_meaning *m)
{
	const struct docx_flow *f = r->flow;

	if (m->kind == KIND_CAPTION)
		m->kind = f->figure ? KIND_FIGURE_CAPTION : KIND_TABLE_CAPTION;
	if (m->kind == KIND_FIGURE_CAPTION && !f->figure)
		m->kind = KIND_PARA;
	if (m->kind == KIND_TABLE_CAPTION && !f->body)
		m->kind = KIND_PARA;
	if (m->kind == KIND_LIST_PARA || m->kind == KIND_CONTINUE) {
		if (m->kind == KIND_LIST_PARA || m->level > f->depth)
			m->level = f->depth;
		m->kind = f->depth > 0 ? KIND_CONTINUE : KIND_PARA;
	}
	if (m->kind == KIND_CELL || m->kind == KIND_NOTE || m->kind == KIND_TABLE)
		m->kind = KIND_PARA;
}

static void
resolve(struct docx_reading *r, struct docx_para *p)
{
	bool own_number = p->props.num_id >= 0, own_level = p->props.num_level >= 0;
	struct docx_meaning *m = &p->meaning;

	if (p->resolved)
		return;
	p->resolved = true;
	para_props_inherit(&p->props, &p->style->para);
	*m = p->style->meaning;
	if (m->kind == KIND_PARA && !m->role && p->props.outline >= 0 && p->props.outline < 9) {
		m->kind = KIND_HEAD;
		m->level = p->props.outline < HEAD_LEVELS ? p->props.outline + 1 : HEAD_LEVELS;
	} else if (m->kind == KIND_HEAD && !m->role && !m->hint && p->props.outline == 9) {
		m->kind = KIND_PARA; /* "TOC Heading" looks like one, and is none */
	}
	settle_list(r, p, own_number, own_level);
	if (m->kind == KIND_HEADER_CELL || m->in_header) {
		docx_cell_is_header(r);
		m->kind = m->in_header ? m->kind : KIND_PARA;
	}
	if (r->flow->body)
		return;
	m->hint = m->hint ? m->hint : m->section;
	m->section = ROLE_NONE;
}

/* Whether a numbered paragraph goes on with the list that is open at its level. */
static bool
same_list(const struct docx_flow *f, const struct docx_para *p)
{
	const struct docx_num *open = f->lists[f->depth - 1].num;

	if (!p->num || !open)
		return p->num == open && f->lists[f->depth - 1].kind == p->meaning.kind;
	if (p->num == open)
		return true;
	/* Word goes on counting where another number has the same look and does not start over. */
	return p->num->abstract && p->num->abstract == open->abstract && docx_same_look(p->num, open, p->level) &&
	       (p->num->start[p->level] < 0 || p->num->started[p->level]);
}

static void
open_list(struct docx_reading *r, const struct docx_para *p, long number)
{
	struct docx_flow *f = r->flow;
	struct block list = { .type = BLOCK_LIST };

	list.list.format = p->meaning.kind == KIND_BULLET ? LIST_BULLET : LIST_DECIMAL;
	list.list.start = 1;
	list.list.label = STR("%.");
	if (p->num && list.list.format != LIST_BULLET) {
		list.list.format = docx_level(p->num, p->level)->format;
		list.list.start = number;
		list.list.label = docx_label(&r->d->arena, p->num, p->level);
	}
	build_open(&r->b, &list);
	f->lists[f->depth].num = p->num;
	f->lists[f->depth].kind = p->meaning.kind;
	f->lists[f->depth].level = p->level;
	f->depth++;
}

static void
enter_list(struct docx_reading *r, struct docx_para *p)
{
	struct docx_flow *f = r->flow;
	bool goes_on;
	long number;

	while (f->depth > 0 && f->lists[f->depth - 1].level > p->level)
		docx_lists_close(r, f->depth - 1);
	goes_on = f->depth > 0 && f->lists[f->depth - 1].level == p->level && same_list(f, p);
	number = p->num ? docx_count(p->num, p->level) : 1;
	if (goes_on) {
		build_close(&r->b);
	} else {
		if (f->depth > 0 && f->lists[f->depth - 1].level == p->level)
			docx_lists_close(r, f->depth - 1);
		open_list(r, p, number);
	}
	build_open_type(&r->b, BLOCK_ITEM);
}

static enum block_type
block_of(enum docx_kind kind)
{
	switch (kind) {
	case KIND_HEAD:
		return BLOCK_HEAD;
	case KIND_TERM:
		return BLOCK_TERM;
	case KIND_DEFINITION:
		return BLOCK_DEFINITION;
	case KIND_FIGURE:
		return BLOCK_FIGURE;
	case KIND_FIGURE_CAPTION:
	case KIND_TABLE_CAPTION:
		return BLOCK_CAPTION;
	case KIND_PRE:
		return BLOCK_PRE;
	default:
		return BLOCK_PARA;
	}
}

/* Opens what stands around the paragraph's own block. */
static void
open_around(struct docx_reading *r, struct docx_para *p)
{
	struct docx_flow *f = r->flow;
	struct docx_meaning *m = &p->meaning;

	if (m->kind == KIND_BULLET || m->kind == KIND_NUMBER) {
		enter_list(r, p);
	} else if (m->kind == KIND_CONTINUE) {
		docx_lists_close(r, m->level);
	} else if (m->kind == KIND_FIGURE_CAPTION) {
		build_resume(&r->b, f->figure);
		p->frames++;
	} else if (m->kind == KIND_TABLE_CAPTION) {
		f->table = build_open_type(&r->b, BLOCK_TABLE);
		p->frames++;
	} else if (m->kind == KIND_HEAD && p->num) {
		docx_count(p->num, p->level);
		doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-heading-number", "the number of a heading");
	}
}

/* Lines that other programs keep in a paragraph each are one block. */
static bool
goes_on_with_pre(struct docx_reading *r, const struct docx_para *p, struct block *pre)
{
	if (r->untouched || p->meaning.kind != KIND_PRE || !pre)
		return false;
	build_resume(&r->b, pre);
	build_text(&r->b, NULL, STR("\n"));
	return true;
}

/* Whether a heading stands in a cell: the table decides what it is (docx_layout.c). */
static void
put_off_head(struct docx_reading *r, struct block *made, int level)
{
	struct docx_cell_head *head = ARENA_NEW(&r->d->arena, struct docx_cell_head);

	*head = (struct docx_cell_head){ .next = r->cell_heads, .block = made, .level = level };
	r->cell_heads = head;
}

void
docx_para_open(struct docx_reading *r)
{
	struct docx_para *p = r->para;
	struct docx_flow *f = r->flow;
	struct block *pre = f->pre, own = { 0 }, *made;
	bool in_cell_head;

	if (p->frames > 0)
		return;
	if (p->leaf) {
		build_resume(&r->b, p->leaf); /* a text box came between */
		p->frames = 1;
		return;
	}
	resolve(r, p);
	settle_kind(r, &p->meaning);
	docx_flow_enter(r, &p->meaning);
	open_around(r, p);
	f->figure = f->pre = NULL;
	if (p->meaning.kind != KIND_TABLE_CAPTION)
		f->table = NULL;
	p->frames++;
	if (goes_on_with_pre(r, p, pre)) {
		f->pre = p->leaf = pre;
		return;
	}
	own.type = block_of(p->meaning.kind);
	own.role = p->meaning.kind == KIND_ATTRIBUTION ? ROLE_ATTRIBUTION : p->meaning.role;
	own.rtl = p->props.rtl > 0;
	own.head.level = p->meaning.level;
	in_cell_head = own.type == BLOCK_HEAD && r->table;
	if (in_cell_head)
		own = (struct block){ .type = BLOCK_PARA, .rtl = own.rtl };
	made = build_open(&r->b, &own);
	if (in_cell_head && made)
		put_off_head(r, made, p->meaning.level);
	p->leaf = made ? made : build_leaf(&r->b);
	f->pre = made && made->type == BLOCK_PRE ? made : NULL;
	f->figure = made && made->type == BLOCK_FIGURE ? made : NULL;
}

/* The blank text beside an image is layout. */
bool
docx_is_lone_image(const struct block *leaf)
{
	size_t images = 0;

	for (const struct run *run = leaf->runs; run; run = run->next) {
		if (run->kind == RUN_IMAGE)
			images++;
		else if (run->kind != RUN_BREAK && (run->kind != RUN_TEXT || str_trim(run->text).n > 0))
			return false;
	}
	return images == 1;
}

static void
set_hint(struct docx_reading *r, const struct docx_para *p)
{
	struct hint *h = block_hint(r->d, p->leaf);

	h->role = p->meaning.hint;
	h->style = p->style->name;
	h->bold = p->characters > 0 && p->bold == p->characters;
	r->looks[LOOK_CENTRED] += p->props.centred > 0 && p->style->para.centred <= 0;
	h->size = p->characters > 0 ? p->sizes / (double)p->characters : 0;
	if (h->size + 0.5 < DOCX_SIZES)
		(r->outer ? r->outer : r)->sizes[(size_t)(h->size + 0.5)] += p->characters;
}

static bool
is_page_line(const struct docx_para *p)
{
	for (const struct run *run = p->leaf->runs; run; run = run->next)
		if (run->kind != RUN_TEXT)
			return false;
	return p->has_page && p->characters <= PAGE_LINE;
}

static void
finish_leaf(struct docx_reading *r, struct docx_para *p)
{
	struct block *leaf = p->leaf;

	if (is_page_line(p))
		leaf->runs = leaf->last_run = NULL;
	if (!r->untouched && leaf->type == BLOCK_PARA && !leaf->role && docx_is_lone_image(leaf) &&
		block_holds(leaf->parent->type, BLOCK_FIGURE)) {
		leaf->type = BLOCK_FIGURE;
		r->flow->figure = leaf;
	}
	if (leaf->type != BLOCK_FIGURE)
		set_hint(r, p);
	if (!r->marked && docx_may_be_item(leaf))
		(r->outer ? r->outer : r)->marked = true;
}

static void
close_frames(struct docx_reading *r, struct docx_para *p)
{
	for (; p->frames > 0; p->frames--)
		build_close(&r->b);
}

static void
put_rule(struct docx_reading *r, struct docx_para *p)
{
	docx_flow_enter(r, &p->meaning);
	build_open_type(&r->b, BLOCK_RULE);
	build_close(&r->b);
	r->flow->figure = r->flow->table = r->flow->pre = NULL;
}

void
docx_para_end(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	docx_fields_settle(r);
	p->inside = false;
	p->mark_deleted = p->mark_deleted || p->drop_cap;
	p->drop_cap = false;
	if (p->mark_deleted && p->leaf)
		return;
	if (p->leaf) {
		close_frames(r, p);
		finish_leaf(r, p);
		p->leaf = NULL;
		return;
	}
	resolve(r, p);
	if (p->is_rule || p->meaning.kind == KIND_RULE)
		put_rule(r, p);
}

void
docx_para_settle(struct docx_reading *r)
{
	if (r->para->mark_deleted) {
		r->para->mark_deleted = false;
		docx_para_end(r);
	}
}

/* A text box's paragraphs stand behind the one that it hangs on, which may go on after it. */
void
docx_box_begin(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	docx_para_open(r);
	close_frames(r, p);
	r->para++;
	*r->para = (struct docx_para){ 0 };
	docx_flow_push(r, false, false);
}

void
docx_box_end(struct docx_reading *r)
{
	docx_flow_pop(r);
	r->para--;
}
