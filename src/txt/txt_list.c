/* Lists: which lines begin an item, and what belongs to it. */
#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { LOOK_AHEAD = 200, SHORT_ITEM = 200, TOO_FAR = 3 };

void
txt_lists_close(struct txt_parser *p, size_t depth)
{
	for (; p->depth > depth && p->depth > p->floor; p->depth--) {
		build_close(&p->b);
		build_close(&p->b);
	}
}

/* One blank before a marker at the margin says that it is text. */
static bool
is_escaped(const struct txt_parser *p, const struct txt_line *line)
{
	return p->escapes && line->indent == 1 && p->after_blank;
}

/* The column where the text behind a marker begins, or the least one of a line without. */
static size_t
text_column(const struct txt_line *line)
{
	struct txt_marker m;

	return line->indent + (txt_marker(line->text, &m) ? utf8_count(str_sub(line->text, 0, m.skip)) : 0);
}

/*
 * The marker of the item after the one at lines[at]; what belongs to that item
 * is passed over: lines that are indented deeper, but not too far behind a
 * blank line, and those that go on with the text before.
 */
static bool
next_marker(const struct txt_parser *p, size_t at, struct txt_marker *m, size_t *found)
{
	unsigned indent = p->lines[at].indent;
	size_t reach = text_column(&p->lines[at]);
	bool blank = false;

	for (size_t i = at + 1; i < p->n && i < at + LOOK_AHEAD; i++) {
		const struct txt_line *line = &p->lines[i];

		blank = blank || line->text.n == 0;
		if (line->text.n == 0)
			continue;
		if (line->indent > indent + 1u) {
			if (blank && line->indent > reach + TOO_FAR)
				return false;
			if (text_column(line) > reach)
				reach = text_column(line);
			continue;
		}
		if (txt_marker(line->text, m) && !(p->escapes && indent != 1 && line->indent == 1)) {
			*found = i;
			return true;
		}
		if (blank || (line->indent <= indent && !txt_goes_on(&p->lines[i - 1], line, p->width)))
			return false;
	}
	return false;
}

/* A dash opens an item only among its like, close together or short; longer paragraphs that begin so are speech. */
static bool
is_speech(const struct txt_parser *p, size_t at, size_t next)
{
	struct txt_marker m = { 0 };

	if (p->lines[next - 1].text.n > 0)
		return false;
	for (size_t i = at; i <= next; i += next - at) {
		struct str text = str_sub(p->lines[i].text, 2, p->lines[i].text.n);

		txt_marker(p->lines[i].text, &m);
		if (m.framed || p->lines[i].text.p[0] != '-' || text.n > SHORT_ITEM || str_find(text, STR(" - ")) != STR_NPOS ||
			str_find(text, STR(" \xE2\x80\x93 ")) != STR_NPOS)
			return true;
	}
	return false;
}

/* "A. Novák" and "B. Nový" are people; three in a row are a list. */
static bool
is_initial(const struct txt_parser *p, size_t next, const struct txt_marker *m)
{
	struct txt_marker third;
	size_t at;

	return m->decimal < 0 && m->upper && m->label[1] == '.' &&
	       !(next_marker(p, next, &third, &at) && txt_marker_follows(m, &third));
}

/* Whether a line above says that what is listed follows: it ends in a colon, or the marker stands deeper right below it. */
static bool
is_led_in(const struct txt_parser *p, size_t at)
{
	size_t above = at > 0 ? at - 1 : 0;

	if (at > 0 && p->lines[above].text.n > 0 && p->lines[at].indent > p->lines[above].indent)
		return true;
	if (above > 0 && p->lines[above].text.n == 0)
		above--;
	return above < at && str_ends(p->lines[above].text, STR(":"));
}

/* Whether the marker at lines[at] begins a new list; follows: the next one is known to be its second. */
static bool
begins_list(const struct txt_parser *p, size_t at, const struct txt_marker *m, bool nested, struct txt_marker *second,
	bool *follows)
{
	size_t next = 0;

	*follows = !p->strict && next_marker(p, at, second, &next) && txt_marker_follows(m, second);
	if (p->strict || !m->weak)
		return true;
	if (m->bullet && (nested || (m->bullet == '*' && is_led_in(p, at))))
		return true;
	if (!*follows || (m->spoken && is_speech(p, at, next)))
		return false;
	return m->bullet || !is_initial(p, next, second);
}

bool
txt_list_begins(const struct txt_parser *p, size_t at)
{
	struct txt_marker m, second;
	bool follows;

	return txt_marker(p->lines[at].text, &m) && begins_list(p, at, &m, false, &second, &follows);
}

static void
open_level(struct txt_parser *p, const struct txt_marker *m, const struct txt_marker *second)
{
	struct txt_level *level = &p->levels[p->depth++];
	const struct txt_fact *fact = p->header ? txt_header_list(p->header, p->lists + 1) : NULL;

	*level = (struct txt_level){ .list = { .type = BLOCK_LIST } };
	level->list.list.format = txt_marker_format(m, second, &level->list.list.start);
	level->list.list.label = str_of(m->label);
	if (fact) {
		level->list.list.format = fact->format;
		level->list.list.start = fact->start;
		level->list.list.label = fact->label;
	}
	level->next = level->list.list.start;
	p->lists++;
	build_open(&p->b, &level->list);
}

/* A marker that only the header makes known, as "§ 3". */
static bool
stated_marker(struct str text, const struct block *list, long number, struct txt_marker *m)
{
	struct buf written = { 0 };
	struct str marker = txt_marker_write(&written, list, number);
	bool is = marker.n > 0 && str_starts(text, marker) && str_starts(str_sub(text, marker.n, text.n), STR(" "));

	*m = (struct txt_marker){ .decimal = number, .alpha = -1, .roman = -1, .label = "%.", .length = marker.n };
	buf_free(&written);
	return is;
}

static bool
stated_list(struct txt_parser *p, struct str text, struct txt_marker *m)
{
	const struct txt_fact *fact = txt_header_list(p->header, p->lists + 1);
	struct block list = { .type = BLOCK_LIST };

	if (!fact)
		return false;
	list.list.format = fact->format;
	list.list.label = fact->label;
	return stated_marker(text, &list, fact->start, m);
}

/* Whether a marker belongs to no list, as the year at a line's start does: "... in the year" and "2019. Then ...". */
static bool
is_chance_marker(const struct txt_parser *p, size_t i, const struct txt_marker *m, const struct txt_level *level)
{
	if (m->bullet || txt_marker_follows(&level->last, m) || txt_list_begins(p, i))
		return false;
	for (size_t k = 0; k < p->depth; k++)
		if (txt_marker_follows(&p->levels[k].last, m))
			return false;
	return p->lines[i - 1].trailing == 0;
}

/* Whether lines[i] goes on with the text of the item before it. */
static bool
continues(struct txt_parser *p, size_t i, const struct txt_level *level)
{
	const struct txt_line *line = &p->lines[i];
	struct txt_marker m;
	size_t skip;

	if (line->text.n == 0 || (p->floor && txt_footnote(p, line, &skip)))
		return false;
	if (p->strict)
		return line->indent == level->content + 1 ||
		       (line->indent == level->content && !txt_marker(line->text, &m) && !stated_list(p, line->text, &m));
	/* A break and an escape as the writer makes them. */
	if (p->escapes && p->lines[i - 1].trailing == 2 && line->indent == level->content + 1)
		return true;
	if (txt_marker(line->text, &m) && !is_chance_marker(p, i, &m, level))
		return false;
	return line->indent > level->indent || txt_goes_on(&p->lines[i - 1], line, p->width);
}

void
txt_item_text(struct txt_parser *p, const struct txt_level *level)
{
	size_t from = p->at++;

	while (p->at < p->n && continues(p, p->at, level))
		p->at++;
	txt_paragraphs(p, p->lines + from, p->at - from, BLOCK_ITEM);
	p->after_blank = false;
}

static void
item(struct txt_parser *p, const struct txt_marker *m)
{
	struct txt_level *level = &p->levels[p->depth - 1];
	struct txt_line *line = &p->lines[p->at];
	size_t skip = p->strict ? m->length + 1 : m->skip;

	level->last = *m;
	level->next++;
	level->indent = line->indent;
	level->content = line->indent + (unsigned)utf8_count(str_sub(line->text, 0, skip));
	line->indent = level->content & 0xFFFFFFu;
	line->text = str_trim(str_sub(line->text, skip, line->text.n));
	build_open_type(&p->b, BLOCK_ITEM);
	txt_item_text(p, level);
}

/* Closes the item that is open at this depth, for the next one of its list. */
static void
next_item(struct txt_parser *p, size_t depth, const struct txt_marker *m)
{
	txt_lists_close(p, depth + 1);
	build_close(&p->b);
	item(p, m);
}

static bool
new_list(struct txt_parser *p, size_t depth, const struct txt_marker *m)
{
	struct txt_marker second;
	bool follows;

	if (depth - p->floor >= LIST_DEPTH || !begins_list(p, p->at, m, depth > 0, &second, &follows))
		return false;
	txt_lists_close(p, depth);
	open_level(p, m, follows ? &second : NULL);
	item(p, m);
	return true;
}

/* In the layout of ours the columns say all: a marker stands where a container's text begins. */
static bool
strict_list(struct txt_parser *p)
{
	const struct txt_line *line = &p->lines[p->at];
	struct txt_marker m;
	size_t k = 0;

	while (k < p->depth && line->indent != (k ? p->levels[k - 1].content : 0))
		k++;
	if (line->indent != (k ? p->levels[k - 1].content : 0))
		return false;
	if (k < p->depth && !p->after_blank) {
		if (stated_marker(line->text, &p->levels[k].list, p->levels[k].next, &m) ||
			(txt_marker(line->text, &m) && (m.bullet != 0) == (p->levels[k].list.list.format == LIST_BULLET))) {
			next_item(p, k, &m);
			return true;
		}
	}
	return (stated_list(p, line->text, &m) || txt_marker(line->text, &m)) && new_list(p, k, &m);
}

/* The open list that a foreign line belongs to by its indent; depth when it is deeper than all. */
static size_t
level_of(const struct txt_parser *p, unsigned indent)
{
	for (size_t k = 0; k < p->depth; k++)
		if (indent <= p->levels[k].indent + 1)
			return k;
	return p->depth;
}

/* Pasted lists say their depth by the bullet alone: "•", then "o" at the same column. */
static size_t
level_of_bullet(const struct txt_parser *p, size_t k, const struct txt_marker *m)
{
	if (p->after_blank)
		return k;
	for (size_t j = k + 1; j-- > 0;)
		if (txt_marker_follows(&p->levels[j].last, m))
			return j;
	for (size_t j = k + 1; j < p->depth; j++)
		if (m->bullet && p->levels[j].last.bullet == m->bullet)
			return j;
	return m->bullet && p->levels[k].last.bullet ? p->depth : k;
}

static bool
foreign_list(struct txt_parser *p)
{
	const struct txt_line *line = &p->lines[p->at];
	struct txt_marker m;
	size_t k;

	if (is_escaped(p, line) || !txt_marker(line->text, &m) || (m.framed && p->after_blank && p->depth > 0))
		return false;
	k = level_of(p, line->indent);
	if (k == p->depth && k > 0 && p->after_blank && line->indent + 1u < p->levels[k - 1].content)
		k--;
	if (k < p->depth) {
		k = level_of_bullet(p, k, &m);
		if (k < p->depth && txt_marker_follows(&p->levels[k].last, &m)) {
			next_item(p, k, &m);
			return true;
		}
	}
	return new_list(p, k, &m);
}

/* A further paragraph of an item, behind a blank line and as far in as its text; one blank beside the marker says nothing. */
static bool
item_paragraph(struct txt_parser *p)
{
	const struct txt_line *line = &p->lines[p->at];
	unsigned slack = p->strict ? 0 : 1, more = p->strict ? 1 : TOO_FAR;

	if (!p->after_blank || is_escaped(p, line))
		return false;
	for (size_t k = p->depth; k-- > 0;) {
		const struct txt_level *level = &p->levels[k];

		if (line->indent + slack < level->content || line->indent > level->content + more ||
			(slack > 0 && line->indent < level->indent + 2))
			continue;
		txt_lists_close(p, k + 1);
		txt_item_text(p, level);
		return true;
	}
	return false;
}

bool
txt_list(struct txt_parser *p)
{
	return (p->strict ? strict_list(p) : foreign_list(p)) || item_paragraph(p);
}
