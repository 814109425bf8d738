/* What an item says of its text outside of it. */
#include "base/utf8.h"
#include "nml/nml_facts.h"
#include "nml/nml_reading.h"

enum {
	NEAR_TOP = 3, /* blocks among which a headline is looked for */
	TOP = 4096    /* bytes of text in which a byline or a dateline is */
};

/* The block near the top whose text is that, in whatever case. */
static struct block *
find_line(struct doc *d, struct str line)
{
	struct block *b = d->root->first;

	line = utf8_fold(&d->arena, line);
	for (int i = 0; b && i < NEAR_TOP; i++, b = b->next)
		if ((b->type == BLOCK_HEAD || b->type == BLOCK_PARA) &&
			str_eq(utf8_fold(&d->arena, block_text(&d->arena, b)), line))
			return b;
	return NULL;
}

static struct block *
add_line(struct doc *d, struct block *after, enum block_type type, enum role role, struct str line)
{
	struct block *b;

	if (after)
		b = block_insert_after(d, after, type);
	else if (d->root->first)
		b = block_insert_before(d, d->root->first, type);
	else
		b = block_add(d, d->root, type);
	b->role = role;
	doc_text(d, b, NULL, line);
	return b;
}

static void
make_headline(struct block *b)
{
	b->type = BLOCK_HEAD;
	b->head.level = 1;
	b->role = ROLE_HEADLINE;
}

static struct said
said_headline(const struct reading *r)
{
	struct said said = r->plain_headline.text.n > 0 ? r->plain_headline : r->headline;

	if (said.text.n == 0)
		said.text = r->body_title;
	if (said.text.n == 0)
		said.text = doc_meta(r->d, META_TITLE);
	return said;
}

/* The text has it: the element is carried only when it says more. */
static void
is_said(const struct reading *r, struct said *said)
{
	const struct property_context c = { .d = r->d, .language = r->language };

	if (said->extra)
		said->extra->gone = property_is_plain(&c, said->extra->piece, "", piece_child(said->extra->piece, "name") != NULL);
}

/* The body's own headline, or the item's above it; NULL when nobody knows one. */
static struct block *
settle_headline(struct reading *r)
{
	struct doc *d = r->d;
	struct block *first = d->root->first, *b = doc_find(d, ROLE_HEADLINE);
	struct said said = said_headline(r);

	if (b) {
		if (str_eq(doc_line(d, block_text(&d->arena, b)), said.text))
			is_said(r, &said);
		return b;
	}
	b = said.text.n > 0 ? find_line(d, said.text) : NULL;
	if (!b && first && first->type == BLOCK_HEAD && first->head.level == 1) {
		make_headline(first); /* and the item's own, which is another, is carried beside it */
		return first;
	}
	if (!b && said.text.n > 0)
		b = add_line(d, NULL, BLOCK_HEAD, ROLE_HEADLINE, said.text);
	if (b)
		make_headline(b);
	is_said(r, &said);
	return b;
}

/* The first bytes of the text, folded. */
static struct str
top_of_text(struct doc *d)
{
	struct str body = block_text(&d->arena, d->root);
	size_t n = body.n < TOP ? body.n : TOP;

	while (n < body.n && n > 0 && ((unsigned char)body.p[n] & 0xC0) == 0x80) /* not in a character's midst */
		n--;
	return utf8_fold(&d->arena, str_sub(body, 0, n));
}

/* Whether an item's property is there and the text does not say it already. */
static bool
is_missing(struct doc *d, struct str top, struct str line)
{
	return line.n > 0 && str_find(top, utf8_fold(&d->arena, line)) == STR_NPOS;
}

static struct block *
settle_subheadline(struct reading *r, struct block *last)
{
	struct block *b = r->subheadline.text.n > 0 ? find_line(r->d, r->subheadline.text) : NULL;

	is_said(r, &r->subheadline);
	if (b && b != last)
		b->role = ROLE_SUBHEADLINE;
	else if (r->subheadline.text.n > 0 && !b)
		last = add_line(r->d, last, BLOCK_PARA, ROLE_SUBHEADLINE, r->subheadline.text);
	while (last && last->next && last->next->role == ROLE_SUBHEADLINE)
		last = last->next;
	return last;
}

void
complete_body(struct reading *r)
{
	struct doc *d = r->d;
	struct str top = top_of_text(d);
	struct block *last = settle_subheadline(r, settle_headline(r));

	if (is_missing(d, top, r->byline.text) && !doc_find(d, ROLE_BYLINE))
		last = add_line(d, last, BLOCK_PARA, ROLE_BYLINE, r->byline.text);
	is_said(r, &r->byline);
	if (is_missing(d, top, r->dateline.text) && !doc_find(d, ROLE_DATE_LINE))
		add_line(d, last, BLOCK_PARA, ROLE_DATE_LINE, r->dateline.text);
	is_said(r, &r->dateline);
	if (!is_missing(d, top, r->place.text))
		is_said(r, &r->place);
	doc_finish(d);
}

void
compare_headline(struct reading *r)
{
	const struct block *b = doc_find(r->d, ROLE_HEADLINE);
	struct str own = b ? doc_line(r->d, block_text(&r->d->arena, b)) : STR_NONE, said = r->headline.text;

	if (said.n > 0 && !str_eq(said, own))
		warn(r->d->diag, (struct place){ 0 }, "W-headline",
			"the headline in the metadata is not that of the text, which holds: \"%.*s\"", STR_FMT(str_sub(said, 0, 80)));
}

/* A headline of the item that says more than the line in the text, such as a role, stands as long as the text has the line. */
void
settle_headlines(struct reading *r)
{
	struct top top;

	fact_top(&r->d->arena, r->d, &top);
	for (struct extra *e = r->extras.first; e; e = e->next)
		if (!e->gone && e->place == NML_CONTENT && piece_is(e->piece, "headline"))
			e->instead = fact_at_top(&top, piece_in_line(r->d, e->piece));
}
