/* Writing leaves: paragraphs with their escapes and breaks, headings with their underlines, and the rest. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

enum { PRE_INDENT = 4, GOES_ON = 2, LEAST_COLUMNS = 20 };

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

void
txt_begin_line(struct txt_out *w, unsigned more)
{
	if (!w->marked) {
		if (w->quoted)
			buf_puts(w->out, "> ");
		blanks(w, w->indent + more);
	}
	w->marked = false;
}

const struct block *
txt_neighbour(const struct block *b, bool next)
{
	const struct block *n = next ? b->next : b->prev;

	if (!n && b->parent->type == BLOCK_SECTION)
		n = next ? b->parent->next : b->parent->prev;
	while (n && n->type == BLOCK_SECTION)
		n = next ? n->first : n->last;
	return n;
}

/* Whether the block before or behind a paragraph that begins with the marker makes that marker a list's. */
static bool
is_company(const struct block *b, const struct txt_marker *m, bool behind)
{
	struct txt_marker other;

	if (b && b->type == BLOCK_LIST)
		return (b->list.format == LIST_BULLET) == (m->bullet != 0);
	if (!b || !b->runs || b->runs->kind != RUN_TEXT || !txt_marker(b->runs->text, &other))
		return false;
	return behind ? txt_marker_follows(m, &other) : txt_marker_follows(&other, m);
}

/* Whether a weak marker at the start of a line of this paragraph has what makes it a list's. */
static bool
has_company(const struct block *leaf)
{
	struct txt_marker m;
	size_t markers = 0;
	bool begins = true, company = false;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (begins && r->kind == RUN_TEXT && txt_marker(r->text, &m)) {
			markers++;
			company = company || (!m.framed && (is_company(txt_neighbour(leaf, false), &m, false) ||
								   is_company(txt_neighbour(leaf, true), &m, true)));
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
	txt_begin_line(w, more);
	if (more == 0 && (txt_needs_escape(w->scratch, line, p->container, w->strict, !p->company && !item) ||
				 (p->container != BLOCK_QUOTE && is_stated_marker(w, line))))
		buf_char(w->out, ' ');
	buf_add(w->out, line);
}

/* Whether the reader would find the breaks by itself, whatever else stands in the text. */
static bool
breaks_show(struct txt_out *w, const struct paragraph *p, struct str text)
{
	struct txt_lines lines = { .strict = true };
	enum txt_shape shape;

	if (w->strict || str_find_char(text, '\n') == STR_NPOS)
		return true;
	if (w->o->wrap > 0)
		return false;
	txt_lines_split(&lines, text);
	shape = txt_shape(lines.v, lines.n, 0, w->body);
	txt_lines_free(&lines);
	return shape == TXT_LINES || (shape == TXT_PARAS && (p->container == BLOCK_ITEM || p->container == BLOCK_NOTE));
}

/* The text, a line for each line of it, or several of --wrap's columns. */
static void
put_text(struct txt_out *w, const struct paragraph *p, struct str text, bool wrapped)
{
	size_t margin = w->indent + p->more + (w->quoted ? 2 : 0);
	size_t columns = w->o->wrap > margin + LEAST_COLUMNS ? w->o->wrap - margin : LEAST_COLUMNS;
	unsigned more = p->more;
	struct str line, part;

	while (str_next(&text, '\n', &line)) {
		struct txt_wrap wrap;

		txt_wrap_begin(&wrap, line, wrapped && w->o->wrap > 0);
		while (txt_wrap_next(&wrap, columns, &part)) {
			if (w->o->nbsp) {
				buf_clear(&w->raw);
				txt_bind(&w->raw, part);
				part = buf_str(&w->raw);
			}
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
		txt_begin_line(w, 0);
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
	if (w->o->wire) {
		txt_lose(w, TXT_LOST_LAYOUT);
		return;
	}
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
		if (r->link.n > 0 || r->style || r->lang.n > 0 || (w->strict && r->role))
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

void
txt_write_leaf(struct txt_out *w, const struct block *b)
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
		further.more = b->parent->type == BLOCK_FIGURE ? GOES_ON : 0;
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
