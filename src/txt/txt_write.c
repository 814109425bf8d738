/* Writing text: the layout that wirecopy(7) describes. */
#include "txt/txt.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

static const struct {
	enum loss_kind kind;
	const char *id, *what;
} losses[] = {
	[TXT_LOST_STYLE] = { LOSS_PRESENTATION, "L-style", "bold, italic and other styles of letters" },
	[TXT_LOST_LANGUAGE] = { LOSS_PRESENTATION, "L-language", "the language of single words" },
	[TXT_LOST_DIRECTION] = { LOSS_PRESENTATION, "L-direction", "the direction of the text" },
	[TXT_LOST_RUBY] = { LOSS_PRESENTATION, "L-ruby", "readings above the text" },
	[TXT_LOST_MATH] = { LOSS_PRESENTATION, "L-math", "the form of a formula (--headers keeps that it is one)" },
	[TXT_LOST_LINK] = { LOSS_PRESENTATION, "L-link", "addresses behind words, numbers or images" },
	[TXT_LOST_SIZE] = { LOSS_PRESENTATION, "L-size", "the size of images" },
	[TXT_LOST_LEVEL] = { LOSS_PRESENTATION, "L-level", "levels of headings below the third (--headers keeps them)" },
	[TXT_LOST_SPAN] = { LOSS_PRESENTATION, "L-span", "cells that span others (--headers keeps them)" },
	[TXT_LOST_HEADER_CELL] = { LOSS_PRESENTATION, "L-header-cell", "header cells outside a first row (--headers keeps them)" },
	[TXT_LOST_CELL] = { LOSS_PRESENTATION, "L-cell", "paragraphs and lists in cells of tables" },
	[TXT_LOST_LIST] = { LOSS_PRESENTATION, "L-list", "lists that are not told by their markers alone (--headers keeps them)" },
	[TXT_LOST_LAYOUT] = { LOSS_PRESENTATION, "L-layout", "what tells headings, quotes and rules from paragraphs (--style=wire)" },
};

void
txt_lose(struct txt_out *w, enum txt_loss loss)
{
	if (!(w->lost >> loss & 1))
		doc_loss(w->doc, losses[loss].kind, (struct place){ 0 }, losses[loss].id, "%s", losses[loss].what);
	w->lost |= 1u << loss;
}

static void
empty_line(struct txt_out *w)
{
	if (w->out->n > 0)
		buf_puts(w->out, w->quoted ? ">\n" : "\n");
}

static bool
stands_in_text(const struct block *b)
{
	return b->parent->type == BLOCK_DOC || b->parent->type == BLOCK_SECTION;
}

/* An empty line between blocks; items, and what a list or a quote begins with, stand close. */
static void
separate(struct txt_out *w, const struct block *b)
{
	switch (b->parent->type) {
	case BLOCK_DOC:
	case BLOCK_SECTION:
		if (b->type != BLOCK_SECTION && !(b->type == BLOCK_NOTE && b->prev && b->prev->type == BLOCK_NOTE))
			empty_line(w);
		break;
	case BLOCK_ITEM:
	case BLOCK_NOTE:
		if (b->prev && !(b->type == BLOCK_LIST && b->prev->type == BLOCK_PARA))
			empty_line(w);
		break;
	case BLOCK_QUOTE:
		if (b->prev && b->role != ROLE_ATTRIBUTION)
			empty_line(w);
		break;
	default:
		break;
	}
}

/* A dot where a dash alone would be taken for speech, and another bullet where the list would go on with the one before. */
static const char *
choose_bullet(const struct txt_out *w, const struct block *list)
{
	const char *last = w->levels[w->depth].bullet;
	const struct block *before = txt_neighbour(list, false);
	bool after = before && before->type == BLOCK_LIST && before->list.format == LIST_BULLET && last;
	bool alone = list->first == list->last && list->parent->type != BLOCK_ITEM;

	if (alone)
		return after && strcmp(last, "•") == 0 ? "▪" : "•";
	return after && strcmp(last, "-") == 0 ? "*" : "-";
}

static void
open_list(struct txt_out *w, const struct block *list)
{
	struct txt_out_level *level = &w->levels[w->depth];

	level->bullet = list->list.format == LIST_BULLET ? choose_bullet(w, list) : NULL;
	level->number = list->list.start;
	w->depth++;
	w->lists++;
}

static void
open_item(struct txt_out *w, const struct block *list)
{
	struct txt_out_level *level = &w->levels[w->depth - 1];
	struct buf marker = { 0 };
	struct str s = str_of(level->bullet);

	if (!level->bullet)
		s = txt_marker_write(&marker, list, level->number++);
	txt_begin_line(w, 0);
	buf_add(w->out, s);
	buf_char(w->out, ' ');
	level->width = (unsigned)utf8_count(s) + 1;
	w->indent += level->width;
	w->marked = true;
	buf_free(&marker);
}

static void
open_note(struct txt_out *w, const struct block *note)
{
	size_t before = w->out->n;

	buf_printf(w->out, "[%zu] ", ++w->note_text);
	w->indent = (unsigned)(w->out->n - before);
	w->marked = note->first->type == BLOCK_PARA;
	if (!w->marked) {
		w->out->n--;
		buf_char(w->out, '\n');
	}
}

static void
enter(struct txt_out *w, const struct block *b)
{
	if (b->type == BLOCK_RULE && w->o->wire) {
		txt_lose(w, TXT_LOST_LAYOUT);
		return;
	}
	separate(w, b);
	if (stands_in_text(b) && b->type != BLOCK_SECTION) {
		w->block++;
		w->leaf = 0;
	}
	if (block_is_leaf(b->type)) {
		txt_write_leaf(w, b);
		w->behind_list = w->indent;
	} else if (b->type == BLOCK_LIST) {
		open_list(w, b);
	} else if (b->type == BLOCK_ITEM) {
		open_item(w, b->parent);
	} else if (b->type == BLOCK_NOTE) {
		open_note(w, b);
	} else if (b->type == BLOCK_QUOTE) {
		w->quoted = !w->o->wire;
		if (w->o->wire)
			txt_lose(w, TXT_LOST_LAYOUT);
	} else if (b->type == BLOCK_RULE) {
		buf_puts(w->out, "* * *\n");
		w->behind_list = 0;
	}
}

static void
state_role(struct txt_out *w, const struct block *b, size_t first)
{
	struct txt_fact fact = { .kind = TXT_FACT_ROLE, .block = first, .to = w->block, .role = b->role };

	if (w->strict && b->role && role_where(b->role) != ROLE_ON_QUOTE)
		txt_header_add(&w->header, &w->scratch->arena, &fact);
}

static void
leave(struct txt_out *w, const struct block *b)
{
	if (b->type == BLOCK_LIST)
		w->depth--;
	else if (b->type == BLOCK_ITEM)
		w->indent -= w->levels[w->depth - 1].width;
	else if (b->type == BLOCK_NOTE)
		w->indent = 0;
	else if (b->type == BLOCK_QUOTE)
		w->quoted = false;
	if (b->type == BLOCK_SECTION)
		state_role(w, b, w->section);
	else if (stands_in_text(b))
		state_role(w, b, w->block);
}

static void
write_blocks(struct txt_out *w)
{
	struct walk walk = { .root = w->doc->root };

	while (walk_next(&walk)) {
		if (walk.at == w->doc->root)
			continue;
		if (walk.at->type == BLOCK_SECTION && !walk.leaving)
			w->section = w->block + 1;
		if (walk.leaving) {
			leave(w, walk.at);
		} else if (walk.at->type == BLOCK_TABLE) {
			separate(w, walk.at);
			w->block++;
			w->leaf = 0;
			txt_write_table(w, walk.at);
			w->behind_list = 0;
			state_role(w, walk.at, w->block);
			walk.leaving = true; /* its blocks are written */
		} else {
			enter(w, walk.at);
		}
	}
}

static void
write_feet(struct txt_out *w)
{
	if (w->foot_n > 0 && w->notes == 0)
		empty_line(w);
	for (size_t i = w->notes; i < w->foot_n; i++)
		buf_printf(w->out, "[%zu] <%.*s>\n", i + 1, STR_FMT(w->foot[i]));
}

/* How the reader would take the marker of a list's first item, as it will be written. */
static bool
read_marker(struct buf *line, const struct block *list, struct txt_marker *m)
{
	const struct run *r = list->first->first->runs;
	size_t begin;

	txt_marker_write(line, list, list->list.start);
	buf_char(line, ' ');
	for (begin = line->n; r && (r->kind == RUN_TEXT || r->kind == RUN_MATH) && line->n < begin + 40; r = r->next)
		buf_add(line, r->text);
	if (line->n == begin)
		buf_char(line, '[');
	return txt_marker(str_trim(buf_str(line)), m);
}

/* The format, first number and label that the reader would give a list are not always the list's: the header says those. */
static bool
tells_itself(const struct block *list)
{
	struct txt_marker m;
	struct buf line = { 0 };
	bool told = list->list.format == LIST_BULLET;
	long start;

	if (!told && read_marker(&line, list, &m) && !m.bullet)
		told = txt_marker_format(&m, NULL, &start) == list->list.format && start == list->list.start &&
		       str_is(list->list.label, m.label);
	buf_free(&line);
	return told;
}

/* Before anything is written: the lists that the header has to speak of, and the number of footnotes. */
static void
survey(struct txt_out *w)
{
	struct walk walk = { .root = w->doc->root };
	size_t lists = 0;

	while (walk_next(&walk)) {
		const struct block *b = walk.at;
		struct txt_fact fact = { .kind = TXT_FACT_LIST };

		if (walk.leaving)
			continue;
		w->notes += b->type == BLOCK_NOTE;
		if (b->type == BLOCK_TABLE)
			walk.leaving = true;
		if (b->type != BLOCK_LIST)
			continue;
		lists++;
		if (tells_itself(b))
			continue;
		if (!w->strict)
			txt_lose(w, TXT_LOST_LIST);
		fact.block = lists;
		fact.format = b->list.format;
		fact.start = b->list.start;
		fact.label = b->list.label;
		if (w->strict)
			txt_header_add(&w->header, &w->scratch->arena, &fact);
	}
}

/* What stands in the text itself, and what every way out makes anew, is no loss. */
static bool
needs_header(const struct doc *d, enum meta_key key)
{
	static const enum meta_key made[] = { META_GUID, META_VERSION, META_LANGUAGE, META_DATE, META_VERSION_CREATED, META_STATUS,
		META_RECOGNISED };

	if (key == META_EMBARGO)
		return !doc_find(d, ROLE_EMBARGO);
	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++)
		if (made[i] == key)
			return false;
	return true;
}

static enum loss_kind
loss_of(const struct meta_value *v)
{
	while (v && v->incidental)
		v = v->next;
	return v ? LOSS_METADATA : LOSS_PRESENTATION;
}

static void
lose_metadata(const struct txt_out *w)
{
	for (enum meta_key k = 0; k < META_COUNT; k++)
		if (w->doc->meta[k] && needs_header(w->doc, k))
			doc_loss(w->doc, loss_of(w->doc->meta[k]), (struct place){ 0 }, "L-metadata",
				"%s is not written (--headers keeps it)", meta_name(k));
}

static void
number_notes(struct txt_out *w)
{
	w->foot_n = w->notes;
	w->foot_cap = w->notes + 16;
	w->foot = mem_alloc(w->foot_cap * sizeof(*w->foot));
	memset(w->foot, 0, w->foot_cap * sizeof(*w->foot));
	w->note_pending = arena_alloc(&w->scratch->arena, w->notes + 1);
	memset(w->note_pending, 1, w->notes);
}

static void
write_text(const struct doc *d, struct buf *out, const struct options *o)
{
	struct buf body = { 0 };
	struct txt_out w = { .doc = d, .o = o, .out = o->headers ? &body : out, .strict = o->headers, .scratch = doc_new(d->diag) };

	survey(&w);
	number_notes(&w);
	write_blocks(&w);
	write_feet(&w);
	w.header.blocks = w.block;
	if (w.strict) {
		txt_header_write(d, out, &w.header, o->public);
		buf_add(out, buf_str(&body));
	} else {
		lose_metadata(&w);
	}
	buf_free(&body);
	buf_free(&w.raw);
	buf_free(&w.text);
	free(w.foot);
	doc_free(w.scratch);
}

static bool
text_alone(const struct options *o)
{
	return !o->headers;
}

const struct writer txt_writer = {
	.format = "txt",
	.for_people = true,
	.text_alone = text_alone,
	.write = write_text,
	.libraries = txt_libraries,
};
