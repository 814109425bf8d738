/* Writing text: the layout that wirecopy-text(5) describes. */
#include "txt/txt.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

enum { PRE_INDENT = 4, GOES_ON = 2 };

static const struct {
	enum loss_kind kind;
	const char *id, *what;
} losses[] = {
	[TXT_LOST_STYLE] = { LOSS_PRESENTATION, "L-style", "bold, italic and other styles of letters" },
	[TXT_LOST_LANGUAGE] = { LOSS_PRESENTATION, "L-language", "the language of single words" },
	[TXT_LOST_DIRECTION] = { LOSS_PRESENTATION, "L-direction", "the direction of the text" },
	[TXT_LOST_RUBY] = { LOSS_PRESENTATION, "L-ruby", "readings above the text" },
	[TXT_LOST_MATH] = { LOSS_PRESENTATION, "L-math", "that a text is a formula (--headers keeps it)" },
	[TXT_LOST_LINK] = { LOSS_PRESENTATION, "L-link", "addresses behind words, numbers or images" },
	[TXT_LOST_SIZE] = { LOSS_PRESENTATION, "L-size", "the size of images" },
	[TXT_LOST_LEVEL] = { LOSS_PRESENTATION, "L-level", "levels of headings below the third (--headers keeps them)" },
	[TXT_LOST_SPAN] = { LOSS_PRESENTATION, "L-span", "cells that span others (--headers keeps them)" },
	[TXT_LOST_HEADER_CELL] = { LOSS_PRESENTATION, "L-header-cell", "header cells outside a first row (--headers keeps them)" },
	[TXT_LOST_CELL] = { LOSS_PRESENTATION, "L-cell", "paragraphs and lists in cells of tables" },
	[TXT_LOST_LIST] = { LOSS_PRESENTATION, "L-list", "lists that are not told by their markers alone (--headers keeps them)" },
};

void
txt_lose(struct txt_out *w, enum txt_loss loss)
{
	if (!(w->lost >> loss & 1))
		doc_loss(w->doc, losses[loss].kind, (struct place){ 0 }, losses[loss].id, "%s", losses[loss].what);
	w->lost |= 1u << loss;
}

/* The bottom of a container: what a paragraph's line is checked against. */
static enum block_type
container_of(const struct block *b)
{
	switch (b->parent->type) {
	case BLOCK_ITEM:
	case BLOCK_NOTE:
	case BLOCK_QUOTE:
		return b->parent->type;
	default:
		return BLOCK_DOC;
	}
}

static void
blanks(struct txt_out *w, unsigned n)
{
	while (n-- > 0)
		buf_char(w->out, ' ');
}

/* What stands before the text of a line; the first line of an item has its marker already. */
static void
begin_line(struct txt_out *w, unsigned more)
{
	if (!w->marked) {
		if (w->quoted)
			buf_puts(w->out, "> ");
		blanks(w, w->indent + more);
	}
	w->marked = false;
}

static void
empty_line(struct txt_out *w)
{
	if (w->out->n > 0)
		buf_puts(w->out, w->quoted ? ">\n" : "\n");
}

/* Whether this block, before or behind a paragraph that begins with the marker, would make that a list's. */
static bool
is_company(const struct block *b, const struct txt_marker *m)
{
	struct txt_marker other;

	if (b && b->type == BLOCK_LIST)
		return (b->list.format == LIST_BULLET) == (m->bullet != 0);
	return b && b->runs && b->runs->kind == RUN_TEXT && txt_marker(b->runs->text, &other);
}

static const struct block *
neighbour(const struct block *b, bool next)
{
	const struct block *n = next ? b->next : b->prev;

	if (!n && b->parent->type == BLOCK_SECTION)
		n = next ? b->parent->next : b->parent->prev;
	while (n && n->type == BLOCK_SECTION)
		n = next ? n->first : n->last;
	return n;
}

static bool
has_company(const struct block *leaf)
{
	struct txt_marker m;
	size_t markers = 0;
	bool begins = true, company = false;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (begins && r->kind == RUN_TEXT && txt_marker(r->text, &m)) {
			markers++;
			company = company || (!m.framed && (is_company(neighbour(leaf, false), &m) ||
								   is_company(neighbour(leaf, true), &m)));
		}
		begins = r->kind == RUN_BREAK;
	}
	return company || markers > 1;
}

/* A marker that the header makes known is one for this text too. */
static bool
is_stated_marker(struct txt_out *w, struct str line)
{
	const struct txt_fact *fact = w->strict ? txt_header_list(&w->header, w->lists + 1) : NULL;
	struct block list = { .type = BLOCK_LIST };
	struct buf marker = { 0 };
	struct str s;
	bool is;

	if (!fact)
		return false;
	list.list.format = fact->format;
	list.list.label = fact->label;
	s = txt_marker_write(&marker, &list, fact->start);
	is = s.n > 0 && str_starts(line, s) && str_starts(str_sub(line, s.n, line.n), STR(" "));
	buf_free(&marker);
	return is;
}

struct paragraph {
	enum block_type container;
	bool company;	/* see has_company() */
	bool marked_ends; /* two blanks say that a line's end is a break */
	unsigned more;	  /* columns further in */
	unsigned hanging; /* and those of all lines but the first */
};

/* What could be read together with the marker before it: an item "- -" as a rule, a note "<...>" as an address. */
static void
put_behind_marker(struct txt_out *w, const struct paragraph *p, struct str line)
{
	const char *bullet = p->container == BLOCK_ITEM ? w->levels[w->depth - 1].bullet : NULL;

	if (bullet && str_starts(line, str_of(bullet)))
		buf_char(w->out, ' ');
	if (p->container == BLOCK_NOTE && str_starts(line, STR("<")))
		buf_char(w->out, '\\');
	buf_add(w->out, line);
}

static void
put_line(struct txt_out *w, const struct paragraph *p, struct str line, unsigned more)
{
	bool item = p->container == BLOCK_ITEM || p->container == BLOCK_NOTE;

	if (w->marked) {
		w->marked = false;
		put_behind_marker(w, p, line);
		return;
	}
	begin_line(w, more);
	if (more == 0 && (txt_needs_escape(w->scratch, line, p->container, w->strict, !p->company && !item) ||
				 (p->container != BLOCK_QUOTE && is_stated_marker(w, line))))
		buf_char(w->out, ' ');
	buf_add(w->out, line);
}

/* Whether the reader would find the breaks by itself, whatever else stands in the text. */
static bool
breaks_show(struct txt_out *w, const struct paragraph *p, struct str text)
{
	struct txt_lines lines = { 0 };
	enum txt_shape shape;

	if (w->strict || str_find_char(text, '\n') == STR_NPOS)
		return true;
	if (w->o->wrap > 0)
		return false;
	txt_lines_split(&lines, text, true);
	shape = txt_shape(lines.v, lines.n, 0, w->body);
	txt_lines_free(&lines);
	return shape == TXT_LINES || (shape == TXT_PARAS && (p->container == BLOCK_ITEM || p->container == BLOCK_NOTE));
}

/* The text, a line for each line of it, or several of --wrap's columns. */
static void
put_text(struct txt_out *w, const struct paragraph *p, struct str text, bool wrapped)
{
	size_t margin = w->indent + p->more + (w->quoted ? 2 : 0);
	unsigned more = p->more;
	struct str line, part;

	while (str_next(&text, '\n', &line)) {
		struct txt_wrap wrap;

		txt_wrap_begin(&wrap, line, wrapped && w->o->wrap > 0);
		while (txt_wrap_next(&wrap, w->o->wrap > margin + 20 ? w->o->wrap - margin : 20, &part)) {
			put_line(w, p, part, more);
			more = p->more + p->hanging;
			if (wrap.at < line.n)
				buf_puts(w->out, " \n");
			else
				buf_puts(w->out, p->marked_ends && text.p ? "  \n" : "\n");
		}
		txt_wrap_end(&wrap);
	}
}

/* A name that has its own dash in front shows by it; to the reader of any text, in a quote's last line alone. */
static bool
has_own_dash(const struct txt_out *w, const struct block *b)
{
	struct str text = buf_str(&w->text);
	bool last_line = b->prev && !b->next && str_find_char(text, '\n') == STR_NPOS;

	return txt_attribution(text) == STR_NPOS && (w->strict || last_line);
}

static void
write_paragraph(struct txt_out *w, const struct block *b)
{
	struct paragraph p = { .container = container_of(b), .company = has_company(b) };

	txt_compose(w, b);
	if (b->role == ROLE_ATTRIBUTION) {
		begin_line(w, 0);
		buf_puts(w->out, has_own_dash(w, b) ? "" : "-- ");
		w->marked = true;
	}
	p.marked_ends = !breaks_show(w, &p, buf_str(&w->text));
	put_text(w, &p, buf_str(&w->text), true);
	w->body = w->body || w->text.n >= TXT_BODY;
}

static void
write_underlined(struct txt_out *w, const struct block *b, char underline)
{
	struct paragraph p = { .container = BLOCK_DOC, .company = true };
	struct str text, line;
	size_t width = 3;

	txt_compose(w, b);
	text = buf_str(&w->text);
	put_text(w, &p, text, false);
	while (str_next(&text, '\n', &line))
		width = utf8_width(line) > width ? utf8_width(line) : width;
	while (width-- > 0)
		buf_char(w->out, underline);
	buf_char(w->out, '\n');
}

static void
write_head(struct txt_out *w, const struct block *b)
{
	static const char underlines[] = "=-^^^^";

	if (b->head.level > 3 && w->strict)
		txt_header_add(&w->header, &w->scratch->arena,
			&(struct txt_fact){ .kind = TXT_FACT_LEVEL, .block = w->block, .level = b->head.level });
	else if (b->head.level > 3)
		txt_lose(w, TXT_LOST_LEVEL);
	write_underlined(w, b, underlines[b->head.level - 1]);
}

static void
write_pre(struct txt_out *w, const struct block *b)
{
	struct str text = block_text(&w->scratch->arena, b), line;

	w->leaf++;
	for (const struct run *r = b->runs; r; r = r->next)
		if (r->link.n > 0 || r->style || r->lang.n > 0)
			txt_lose(w, r->link.n > 0 ? TXT_LOST_LINK : TXT_LOST_STYLE);
	while (str_next(&text, '\n', &line)) {
		blanks(w, w->behind_list + PRE_INDENT);
		buf_add(w->out, line);
		buf_char(w->out, '\n');
	}
}

static void
write_figure(struct txt_out *w, const struct block *b)
{
	txt_compose(w, b);
	buf_add(w->out, buf_str(&w->text));
	buf_char(w->out, '\n');
}

static void
write_leaf(struct txt_out *w, const struct block *b)
{
	struct paragraph further = { .container = BLOCK_DOC, .company = true };

	switch (b->type) {
	case BLOCK_HEAD:
		write_head(w, b);
		break;
	case BLOCK_PRE:
		write_pre(w, b);
		break;
	case BLOCK_FIGURE:
		write_figure(w, b);
		break;
	case BLOCK_CAPTION:
		further.more = GOES_ON;
		txt_compose(w, b);
		put_text(w, &further, buf_str(&w->text), true);
		break;
	case BLOCK_TERM:
	case BLOCK_DEFINITION:
		further.more = b->type == BLOCK_TERM ? 0 : PRE_INDENT;
		further.hanging = GOES_ON;
		txt_compose(w, b);
		put_text(w, &further, buf_str(&w->text), true);
		break;
	default:
		if (b->role == ROLE_SUBHEADLINE)
			write_underlined(w, b, '~');
		else
			write_paragraph(w, b);
		break;
	}
	if (b->rtl)
		txt_lose(w, TXT_LOST_DIRECTION);
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

/* A star where a dash would be taken for speech or for the list before, and a dot where a star would. */
static const char *
choose_bullet(const struct txt_out *w, const struct block *list)
{
	const char *last = w->levels[w->depth].bullet;
	bool after = list->prev && list->prev->type == BLOCK_LIST && list->prev->list.format == LIST_BULLET && last;
	bool alone = list->first == list->last && list->parent->type != BLOCK_ITEM;

	if (!alone && !(after && strcmp(last, "-") == 0))
		return "-";
	return after && strcmp(last, "*") == 0 ? "\xE2\x80\xA2" : "*";
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
	begin_line(w, 0);
	buf_add(w->out, s);
	buf_char(w->out, ' ');
	level->width = (unsigned)txt_columns(s) + 1;
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
	separate(w, b);
	if (stands_in_text(b) && b->type != BLOCK_SECTION) {
		w->block++;
		w->leaf = 0;
	}
	if (block_is_leaf(b->type)) {
		write_leaf(w, b);
		w->behind_list = w->indent;
	} else if (b->type == BLOCK_LIST) {
		open_list(w, b);
	} else if (b->type == BLOCK_ITEM) {
		open_item(w, b->parent);
	} else if (b->type == BLOCK_NOTE) {
		open_note(w, b);
	} else if (b->type == BLOCK_QUOTE) {
		w->quoted = true;
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
	for (size_t i = 0; i < w->foot_n; i++)
		buf_printf(w->out, "[%zu] <%.*s>\n", w->notes + i + 1, STR_FMT(w->foot[i]));
}

/* How the reader would take the marker of an item, as it will be written. */
static bool
read_marker(struct buf *line, const struct block *list, const struct block *item, long number, struct txt_marker *m)
{
	const struct run *r = item->first->runs;
	size_t begin;

	txt_marker_write(line, list, number);
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
	struct txt_marker first, second;
	struct buf line = { 0 };
	const struct block *next = list->first->next;
	bool told = list->list.format == LIST_BULLET, has_second;
	long start;

	if (!told && read_marker(&line, list, list->first, list->list.start, &first) && !first.bullet) {
		has_second = next && read_marker(&line, list, next, list->list.start + 1, &second) &&
			     txt_marker_follows(&first, &second);
		told = txt_marker_format(&first, has_second ? &second : NULL, &start) == list->list.format &&
		       start == list->list.start && str_is(list->list.label, first.label);
	}
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
needs_header(enum meta_key key)
{
	static const enum meta_key made[] = { META_GUID, META_VERSION, META_LANGUAGE, META_DATE, META_VERSION_CREATED,
		META_EMBARGO, META_STATUS, META_RECOGNISED };

	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++)
		if (made[i] == key)
			return false;
	return true;
}

static void
lose_metadata(const struct txt_out *w)
{
	for (enum meta_key k = 0; k < META_COUNT; k++)
		if (w->doc->meta[k] && needs_header(k))
			doc_loss(w->doc, LOSS_METADATA, (struct place){ 0 }, "L-metadata",
				"%s is not written (--headers keeps it)", meta_name(k));
}

static void
write_text(const struct doc *d, struct buf *out, const struct options *o)
{
	struct buf body = { 0 };
	struct txt_out w = { .doc = d, .o = o, .out = &body, .strict = o->headers, .scratch = doc_new(d->diag) };

	survey(&w);
	write_blocks(&w);
	write_feet(&w);
	w.header.blocks = w.block;
	if (w.strict)
		txt_header_write(d, out, &w.header, o->public);
	else
		lose_metadata(&w);
	buf_add(out, buf_str(&body));
	buf_free(&body);
	buf_free(&w.text);
	free(w.foot);
	doc_free(w.scratch);
}

const struct writer txt_writer = {
	.format = "txt",
	.write = write_text,
	.libraries = txt_libraries,
};
