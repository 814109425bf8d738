/*
 * Short lines that are no paragraphs: a table of contents above the text, a
 * list that has lost its bullets, and lines that say no more than where
 * something can be had.
 */
#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"

enum {
	LINE_BYTES = 100,
	POINTER_BYTES = 130, /* of a line that says where something can be had */
	INVITATION_BYTES = 200,
	HEADING_WORDS = 5,   /* of a contact */
	INTRO_WORDS = 4,     /* least of the words above a list */
	LIST_LEAST = 3,
	LIST_MOST = 60,
	CONTENTS_LEAST = 6, /* lines of a table of contents, with its heading and the text's */
	REACH = 2000	    /* blocks below among which they are looked for */
};

static bool
is_short_line(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i];

	return p->b->type == BLOCK_PARA && p->b->role == ROLE_NONE && p->text.n > 0 && p->text.n <= LINE_BYTES &&
	       str_find_char(p->text, '\n') == STR_NPOS && !ends_sentence(p->text) && utf8_last(p->text) != ':';
}

static void
make_list(struct release *r, size_t from, size_t to)
{
	struct block *list = block_insert_before(r->d, r->v[from].b, BLOCK_LIST);

	list->list.start = 1;
	for (; from < to; from++) {
		block_move(r->v[from].b, block_add(r->d, list, BLOCK_ITEM), NULL);
		r->v[from].b = list;
		r->v[from].changed = true;
	}
	r->moved = true;
}

/* A line that could be an item of a list, and nothing that is known by itself. */
static bool
is_plain_item(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i];
	struct str text = p->text;
	struct field f;

	return is_short_line(r, i) && !begins_lower(text) && !is_dash(utf8_next(&text)) && !field_next(p->text, 0, &f) &&
	       piece_line(r, p) == ROLE_NONE && piece_head(r, p).role == ROLE_NONE && contact_lines(r, i) == 0;
}

/* "The following will receive funding:", which is no heading of a contact. */
static bool
announces_list(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i];

	return p->b->type == BLOCK_PARA && p->b->role == ROLE_NONE && str_ends(p->text, STR(":")) &&
	       count_words(p->text) >= INTRO_WORDS && piece_head(r, p).role == ROLE_NONE &&
	       piece_line(r, p) == ROLE_NONE;
}

static void
find_lists(struct release *r)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t from = i + 1, to = from;

		if (!announces_list(r, i))
			continue;
		while (to < r->n && to - from < LIST_MOST && is_plain_item(r, to))
			to++;
		if (to - from >= LIST_LEAST)
			make_list(r, from, to);
	}
}

/* Whether a block below is nothing but this line. */
static bool
recurs(const struct release *r, struct str line, size_t from)
{
	for (size_t end = from + REACH; from < r->n && from < end; from++)
		if (r->v[from].text.n == line.n && str_eq_nocase(r->v[from].text, line))
			return true;
	return false;
}

/*
 * The lines right above the lead, of which at least one heads something below:
 * the word "Contents", what it lists, and the heading of the text itself.
 */
static void
find_contents(struct release *r)
{
	size_t to = r->lead, from;
	bool heads = false;

	if (r->lead == r->n)
		return;
	for (from = to; from > 0 && to - from < LIST_MOST && is_short_line(r, from - 1);)
		from--;
	for (size_t i = from; i < to && !heads; i++)
		heads = recurs(r, r->v[i].text, i + 1);
	if (to - from < CONTENTS_LEAST || !heads)
		return;
	make_heading(r->v[from].b);
	make_heading(r->v[to - 1].b);
	make_list(r, from + 1, to - 1);
}

/* "[1] https://example.com": the foot of a text that its writer numbered by hand. */
static bool
is_numbered_address(struct str text)
{
	struct field f;
	size_t n;

	if (!take(&text, "["))
		return false;
	for (n = 0; n < text.n && ascii_digit(text.p[n]);)
		n++;
	if (n == 0 || n == text.n || text.p[n] != ']')
		return false;
	text = trim_blank(str_sub(text, n + 1, text.n));
	return field_next(text, 0, &f) && f.kind == FIELD_WEB && f.from == 0 && f.to == text.n;
}

/* "For more information on the gala, visit the organisation's website." */
static bool
invites(const struct lexicon *x, struct str text)
{
	struct field f;
	size_t n;

	return text.n <= INVITATION_BYTES && words_at(x, WORDS_CONTACT, text) > 0 && ends_sentence(text) &&
	       (words_find(x, WORDS_WEB, text, &n) != STR_NPOS || (field_next(text, 0, &f) && f.kind == FIELD_WEB));
}

/* "Video of the event: link", "Photographs can be downloaded here." */
static bool
is_pointer(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i];
	struct str text = p->text, begin = text;
	struct field f;
	size_t n;

	if (p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE || text.n == 0)
		return false;
	if (is_numbered_address(text) || invites(&r->words, text))
		return true;
	/* "Download the app today!" is for the reader. */
	if (utf8_last(text) == '!')
		return false;
	if (text.n > POINTER_BYTES || is_opening_quote(utf8_next(&begin)) || utf8_last(text) == ':')
		return false;
	if (words_find(&r->words, WORDS_DOWNLOAD, text, &n) != STR_NPOS)
		return true;
	if (field_next(text, 0, &f) && f.kind == FIELD_WEB && f.to == text.n)
		text = trim_blank(str_sub(text, 0, f.from));
	while (text.n > 0 && (text.p[text.n - 1] == '.' || text.p[text.n - 1] == ':'))
		text.n--;
	return words_end(&r->words, WORDS_LINK, text) && count_words(text) > 1;
}

void
find_pointers(struct release *r)
{
	for (size_t i = r->lead + 1; i < r->n; i++) {
		struct block *section;

		if (r->given[ROLE_NOTES] || !is_pointer(r, i))
			continue;
		section = release_section(r, r->v[i].b, ROLE_NOTES);
		block_move(r->v[i].b, section, NULL);
		r->v[i].b = section;
		r->v[i].changed = true;
	}
	release_gather(r);
}

void
find_lines(struct release *r)
{
	for (size_t i = 0; i < r->n; i++)
		r->headed = r->headed || (r->v[i].b->type == BLOCK_HEAD && r->v[i].b->role == ROLE_NONE);
	find_contents(r);
	find_lists(r);
	release_gather(r);
}

bool
heads_contact(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i];

	return (p->b->type == BLOCK_HEAD || is_short_line(r, i)) && i + 1 < r->n && p->text.n <= LINE_BYTES &&
	       words_at(&r->words, WORDS_CONTACT, p->text) > 0 && !has_words(p->text, HEADING_WORDS + 1) &&
	       piece_is_contact(r, &r->v[i + 1]);
}
