#include "recognise/letterhead.h"

#include "recognise/fields.h"

enum {
	LINE_BYTES = 160, /* more is no line of a contact */
	LINES_ABOVE = 3,  /* of names and addresses above the first number of a contact */
	BESIDE_MOST = 1000 /* bytes of a subject or a note's line in which an embargo is looked for in brackets */
};

struct block *
letterhead_set_aside(struct release *r)
{
	struct block *aside = block_add(r->d, r->d->root, BLOCK_SECTION), *part = NULL, *next;

	block_remove(aside);
	for (struct block *b = r->d->root->first; b && r->o->letterhead == LETTERHEAD_FACTS; b = next) {
		next = b->next;
		if (b->role != ROLE_NONE || !b->hint || b->hint->role != ROLE_LETTERHEAD) {
			part = NULL;
			continue;
		}
		part = part ? part : block_add(r->d, aside, BLOCK_SECTION);
		block_move(b, part, NULL);
	}
	return aside;
}

static void
use_line(struct release *r, struct block *b)
{
	struct piece line = { .b = b, .text = block_text(&r->d->arena, b) };
	enum role role = b->type == BLOCK_PARA ? line_role(&r->words, line.text) : ROLE_NONE;

	if (role == ROLE_NONE || role == ROLE_END_MARK || role == ROLE_SOURCE || doc_find(r->d, role))
		return;
	block_move(b, r->d->root, r->d->root->first);
	release_give(r, &line, role);
}

static bool
is_short_line(const struct release *r, const struct block *b, bool with_field)
{
	struct str text = b->type == BLOCK_PARA ? block_text(&r->d->arena, b) : STR_NONE;
	struct field f;

	return text.n > 0 && text.n <= LINE_BYTES && (!with_field || field_next(text, 0, &f));
}

/* Moves the lines into a contact section behind the text, before its notes. */
static void
put_contact(struct release *r, struct block *from, const struct block *behind)
{
	struct block *section = block_add(r->d, r->d->root, BLOCK_SECTION), *before = r->d->root->first, *next;

	while (before->type != BLOCK_NOTE && before != section)
		before = before->next;
	if (before != section)
		block_move(section, r->d->root, before);
	section->role = ROLE_CONTACT;
	for (; from != behind; from = next) {
		next = from->next;
		if (is_short_line(r, from, false))
			block_move(from, section, NULL);
	}
	find_contacts(r, section);
}

/* From the first line with a number or an address to the last, and the names above it. */
static void
use_contact(struct release *r, struct block *part)
{
	struct block *first = part->first, *last = part->last;

	while (first && !is_short_line(r, first, true))
		first = first->next;
	if (!first || doc_find(r->d, ROLE_CONTACT))
		return;
	while (!is_short_line(r, last, true))
		last = last->prev;
	for (int i = 0; i < LINES_ABOVE && first->prev && is_short_line(r, first->prev, false); i++)
		first = first->prev;
	put_contact(r, first, last->next);
}

void
letterhead_use(struct release *r, struct block *aside)
{
	struct block *prev;

	for (struct block *part = aside->last; part; part = part->prev) {
		for (struct block *b = part->last; b; b = prev) {
			prev = b->prev;
			use_line(r, b);
		}
	}
	if (!aside->first)
		return;
	for (struct block *part = aside->first; part; part = part->next)
		use_contact(r, part);
	doc_loss(r->d, LOSS_PRESENTATION, (struct place){ 0 }, "L-letterhead",
		"what else stands in headers and footers (--letterhead=all keeps it)");
}

/* A line that is an embargo, or has one in brackets; empty when there is none. */
static struct str
embargo_in(const struct release *r, struct str line)
{
	if (line_role(&r->words, line) == ROLE_EMBARGO)
		return line;
	line = str_sub(line, 0, BESIDE_MOST);
	for (size_t i = 0; i < line.n; i++) {
		struct str inner = str_sub(line, i + 1, line.n);

		if (line.p[i] != '(' && line.p[i] != '[')
			continue;
		inner = str_trim(str_sub(inner, 0, str_find_char(inner, line.p[i] == '(' ? ')' : ']')));
		if (line_role(&r->words, inner) == ROLE_EMBARGO)
			return inner;
	}
	return STR_NONE;
}

void
beside_use(struct release *r)
{
	struct str rest = r->d->beside, line;

	while (r->d->root->first && !doc_find(r->d, ROLE_EMBARGO) && str_next(&rest, '\n', &line)) {
		struct piece embargo = { .text = embargo_in(r, str_trim(line)) };

		if (embargo.text.n == 0)
			continue;
		embargo.b = block_insert_before(r->d, r->d->root->first, BLOCK_PARA);
		doc_text(r->d, embargo.b, NULL, embargo.text);
		release_give(r, &embargo, ROLE_EMBARGO);
		note(r->d->diag, (struct place){ 0 }, "the embargo is from around the text: %.*s", STR_FMT(embargo.text));
	}
}
