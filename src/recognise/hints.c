/*
 * What other people's files say of a block by a class or a style that bears
 * the name of a role: strong evidence, taken where the block can be that.
 * Headline and sub-headline are weighed with everything else in top.c.
 */
#include "recognise/fields.h"
#include "recognise/release.h"

enum {
	LABEL_BYTES = 120, /* more is no label, kicker or date, whatever its class */
	LINE_BYTES = 400   /* or embargo or source */
};

static enum role
hinted(const struct release *r, const struct block *b)
{
	enum role role = b->hint && b->role == ROLE_NONE ? b->hint->role : ROLE_NONE;

	return r->given[role] ? ROLE_NONE : role;
}

static size_t
most_bytes(enum role role)
{
	switch (role) {
	case ROLE_LEAD:
		return (size_t)-1;
	case ROLE_EMBARGO:
	case ROLE_RELEASE_LINE:
	case ROLE_SOURCE:
		return LINE_BYTES;
	default:
		return LABEL_BYTES;
	}
}

/* The first block of a class that names a role; a menu of other texts has more. */
static void
take_leaf(struct release *r, const struct piece *p, enum role role, bool *taken)
{
	bool leaf = p->b->type == BLOCK_PARA || (p->b->type == BLOCK_HEAD && role != ROLE_LEAD);

	if (role == ROLE_HEADLINE || role == ROLE_SUBHEADLINE || !leaf || p->text.n == 0 || *taken)
		return;
	if (p->text.n > most_bytes(role))
		return;
	*taken = true;
	release_give(r, p, role);
}

/* A class "contact" is on many a menu. */
static bool
is_section(const struct release *r, size_t from, size_t to, enum role role)
{
	struct field f;

	for (size_t i = from; i < to; i++) {
		if (!block_holds(BLOCK_SECTION, r->v[i].b->type))
			return false;
		if (role == ROLE_CONTACT && field_next(r->v[i].text, 0, &f))
			return true;
	}
	return role != ROLE_CONTACT;
}

static void
take_section(struct release *r, size_t from, size_t to, enum role role)
{
	struct block *section;

	if (!is_section(r, from, to, role))
		return;
	section = release_section(r, r->v[from].b, role);
	for (size_t i = from; i < to; i++)
		block_move(r->v[i].b, section, NULL);
	if (piece_head(r, &r->v[from]).alone)
		make_heading(r->v[from].b);
	if (role == ROLE_CONTACT)
		find_contacts(r, section);
}

void
use_hints(struct release *r)
{
	bool taken[ROLE_COUNT] = { false };
	size_t end;

	for (size_t i = 0; i < r->n; i = end) {
		enum role role = hinted(r, r->v[i].b);

		end = i + 1;
		if (role == ROLE_NONE)
			continue;
		while (end < r->n && hinted(r, r->v[end].b) == role && !piece_head(r, &r->v[end]).alone)
			end++;
		if (role_where(role) == ROLE_ON_SECTION)
			take_section(r, i, end, role);
		for (; role_where(role) == ROLE_ON_LEAF && i < end; i++)
			take_leaf(r, &r->v[i], role, &taken[role]);
	}
	release_gather(r);
	/* Where the file says one, others are not looked for. */
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].b->type == BLOCK_SECTION)
			r->given[r->v[i].b->role] = true;
}
