#include "recognise/mend.h"

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	TOP = 8,	      /* blocks among which a label or a doubled headline may stand */
	HEADLINE_BYTES = 400, /* a longer block is no headline */
	JOINS_MOST = 100,     /* pieces of one paragraph */
	BROKEN_LEAST = 40,    /* bytes of a first half */
	LINE_BYTES = 120      /* of a line of facts, or below a name */
};

/* Whether a quotation is open at the end of the text. `open`: whether one is at its beginning. */
static bool
quote_open(struct str text, bool open)
{
	for (;;) {
		uint32_t c;

		text = skip_to_quote(text);
		if (text.n == 0)
			break;
		c = utf8_next(&text);
		if (c == 0x201E || c == 0xAB)
			open = true;
		else if (c == 0x201D || c == 0xBB)
			open = false;
		else if (c == 0x201C || c == '"')
			open = !open;
	}
	return open;
}

/* "www.example.org", "name@example.org", "a) first": lines that begin in lower case and continue nothing. */
static bool
stands_alone(struct str text)
{
	struct str word = first_word(text);

	return str_find_char(word, '@') != STR_NPOS || str_find(word, STR("www.")) != STR_NPOS ||
	       str_find(word, STR("://")) != STR_NPOS || (text.n > 1 && (text.p[1] == ')' || text.p[1] == '.')) ||
	       !has_words(text, 3);
}

/*
 * A paragraph that ends in mid-sentence or in an open quotation, and one behind it that begins in lower case.
 * `open_before`: whether a quotation was open before what is given of the first.
 */
static bool
is_broken(struct str first, bool open_before, struct str second)
{
	uint32_t last = utf8_last(first);

	if (first.n < BROKEN_LEAST || !begins_lower(second) || stands_alone(second))
		return false;
	if (str_find_char(first, '\n') != STR_NPOS || str_find_char(second, '\n') != STR_NPOS)
		return false;
	return (!ends_sentence(first) && (utf8_is_letter(last) || last == ',' || is_dash(last))) ||
	       quote_open(first, open_before);
}

/* Nearly no block does: that is cheaper to ask than its text. */
static bool
may_go_on(const struct block *b)
{
	return mend_flowing(b) && (!b->runs || b->runs->kind != RUN_TEXT || begins_lower(b->runs->text));
}

static void
mend_broken(struct mender *m)
{
	struct doc *d = m->d;
	struct block *b = d->root->first, *next;
	struct str text = STR_NONE, following;
	bool open = false, fresh = true;
	int joined = 0;

	/* The first block is a headline, which ends without a full stop. */
	for (b = b ? b->next : NULL; b; b = next) {
		next = b->next;
		if (fresh) {
			joined = 0;
			open = false;
			text = mend_flowing(b) && may_go_on(next) ? block_text(&d->arena, b) : STR_NONE;
		}
		fresh = true;
		if (!mend_flowing(b) || !may_go_on(next) || joined == JOINS_MOST)
			continue;
		following = block_text(&d->arena, next);
		if (!is_broken(text, open, following))
			continue;
		mended(d->diag, block_place(next), MEND_BROKEN_PARAGRAPH,
			"a paragraph was broken in mid-sentence; joined before \"%.*s\"", STR_FMT(first_word(following)));
		leaf_join(d, b, next);
		m->mended = true;
		joined++;
		/* Only the end of what is joined matters for the next seam. */
		open = quote_open(text, open);
		text = following;
		fresh = false;
		next = b;
	}
}

static bool
same_words(struct str a, struct str b)
{
	while (a.n > 0 && b.n > 0)
		if (utf8_lower(utf8_next(&a)) != utf8_lower(utf8_next(&b)))
			return false;
	return a.n == 0 && b.n == 0;
}

/* "Acme" between a name and a number is the contact's, though a masthead says it too. */
static bool
stands_in_contact(const struct mender *m, const struct block *b)
{
	struct arena *a = &m->d->arena;
	struct str before = b->prev ? block_text(a, b->prev) : STR_NONE, behind = b->next ? block_text(a, b->next) : STR_NONE;
	struct field f;

	return is_person(m->x, before) || tail_head_of(m->x, before).role == ROLE_CONTACT ||
	       (behind.n <= LINE_BYTES && field_next(behind, 0, &f) && f.from == 0);
}

/* Drops the later of two equal short blocks at the top; a heading is kept rather than a paragraph. */
static void
mend_doubled(struct mender *m)
{
	struct doc *d = m->d;
	struct block *first = d->root->first, *b, *next;
	struct str text;
	int left = TOP;

	if (!first || (first->type != BLOCK_PARA && first->type != BLOCK_HEAD) || first->role)
		return;
	text = block_text(&d->arena, first);
	if (text.n == 0 || text.n > HEADLINE_BYTES)
		return;
	for (b = first->next; b && left-- > 0; b = next) {
		next = b->next;
		if ((b->type != BLOCK_PARA && b->type != BLOCK_HEAD) || b->role ||
			!same_words(text, block_text(&d->arena, b)) || stands_in_contact(m, b))
			continue;
		m->mended = true;
		mended(d->diag, block_place(b), MEND_DOUBLED_HEADLINE, "the headline stands twice; dropped once");
		if (b->type == BLOCK_HEAD && first->type == BLOCK_PARA) {
			block_remove(first);
			return;
		}
		block_remove(b);
	}
}

/* Whether every item of a list is a line like "Date: 28-04-2021", one of them a date or a byline. */
static bool
lists_facts(struct doc *d, const struct lexicon *x, const struct block *list)
{
	bool fact = false;

	for (const struct block *item = list->first; item; item = item->next) {
		struct str text = block_text(&d->arena, item);
		enum role role = line_role(x, text);

		if (item->first != item->last || str_find_char(text, ':') == STR_NPOS || text.n > LINE_BYTES)
			return false;
		fact = fact || role == ROLE_DATE_LINE || role == ROLE_BYLINE;
	}
	return fact;
}

/* The facts that some pages list below the headline are lines of the release. */
static void
mend_facts(struct mender *m)
{
	struct doc *d = m->d;
	struct block *next;
	int left = TOP;

	for (struct block *b = d->root->first; b && left-- > 0; b = next) {
		next = b->next;
		if (b->type != BLOCK_LIST || !lists_facts(d, m->x, b))
			continue;
		mended(d->diag, block_place(b->first->first), MEND_LISTED_FACTS, "a list of facts became lines");
		for (struct block *item = b->first; item; item = item->next)
			block_move(item->first, d->root, b);
		block_remove(b);
		m->mended = true;
	}
}

void
mend_blocks(struct doc *d, const struct lexicon *x, const struct options *o)
{
	struct mender m = { .d = d, .x = x, .o = o };

	if (!d->letters_mended && options_mend(o, MEND_MOJIBAKE))
		mend_mojibake(d);
	if (options_mend(o, MEND_RESIDUE))
		m.mended = mend_residue(d);
	if (options_mend(o, MEND_DOUBLED_HEADLINE))
		mend_doubled(&m);
	if (options_mend(o, MEND_GLUED_LABEL))
		mend_label(&m);
	if (options_mend(o, MEND_LISTED_FACTS))
		mend_facts(&m);
	mend_glued(&m);
	if (options_mend(o, MEND_BROKEN_PARAGRAPH))
		mend_broken(&m);
	if (m.mended)
		doc_finish(d);
}
