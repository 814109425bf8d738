/* Whether a document is in its canonical form. What this finds is a mistake of ours, never of the input. */
#include "base/utf8.h"
#include "doc/doc.h"

struct checker {
	const struct doc *doc;
	const struct block *next_note; /* the one that the next reference must mean */
	bool headline;
};

static const char *
check_text(const struct block *leaf, struct str text)
{
	bool verbatim = leaf->type == BLOCK_PRE;

	if (text.n == 0)
		return "an empty text";
	if (utf8_check(text) != STR_NPOS)
		return "text that is not UTF-8";
	for (size_t i = 0; (i += utf8_plain(str_sub(text, i, text.n))) < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c == ' ' && !verbatim)
			return "a doubled blank";
		if ((c < ' ' && !(verbatim && c == '\n')) || c == 0x7F)
			return "a control character in a text";
	}
	return NULL;
}

static bool
begins_blank(const struct run *r)
{
	return r->kind == RUN_TEXT && str_starts(r->text, STR(" "));
}

static bool
ends_blank(const struct run *r)
{
	return r->kind == RUN_TEXT && str_ends(r->text, STR(" "));
}

static const char *
check_seam(const struct block *leaf, const struct run *a, const struct run *b)
{
	if (a->kind == RUN_TEXT && b->kind == RUN_TEXT && run_same(a, b))
		return "equal neighbours among the runs";
	if (leaf->type == BLOCK_PRE)
		return NULL;
	if (a->kind == RUN_BREAK && b->kind == RUN_BREAK)
		return "a doubled break";
	if ((ends_blank(a) && b->kind == RUN_BREAK) || (a->kind == RUN_BREAK && begins_blank(b)))
		return "a blank beside a break";
	if (ends_blank(a) && begins_blank(b))
		return "a doubled blank between runs";
	return NULL;
}

static const char *
check_ends(const struct block *leaf)
{
	if (leaf->type == BLOCK_PRE)
		return str_starts(leaf->runs->text, STR("\n")) || str_ends(leaf->last_run->text, STR("\n"))
			       ? "an empty line at an end of pre"
			       : NULL;
	if (leaf->runs->kind == RUN_BREAK || leaf->last_run->kind == RUN_BREAK)
		return "a break at an end";
	return begins_blank(leaf->runs) || ends_blank(leaf->last_run) ? "a blank at an end" : NULL;
}

static const char *
check_run(struct checker *c, const struct block *leaf, const struct run *r)
{
	if (leaf->type == BLOCK_PRE && r->kind != RUN_TEXT)
		return "more than text in pre";
	if (r->role && role_where(r->role) != ROLE_ON_RUN)
		return "a block's role on a run";
	if ((r->style & STYLE_SUB) && (r->style & STYLE_SUP))
		return "subscript and superscript at once";
	if (r->kind == RUN_TEXT || r->kind == RUN_MATH)
		return check_text(leaf, r->text);
	if (r->kind == RUN_IMAGE && (r->image->bytes.n > 0) == (r->image->url.n > 0))
		return "an image with both or neither of bytes and address";
	if (r->kind == RUN_NOTE) {
		if (!c->next_note || r->note != c->next_note)
			return "a note out of order";
		c->next_note = c->next_note->next;
	}
	return NULL;
}

static const char *
check_leaf(struct checker *c, const struct block *leaf)
{
	const char *wrong;

	if (!leaf->runs)
		return "an empty leaf";
	for (const struct run *r = leaf->runs; r; r = r->next) {
		if ((wrong = check_run(c, leaf, r)))
			return wrong;
		if (r->next && (wrong = check_seam(leaf, r, r->next)))
			return wrong;
	}
	if (leaf->type == BLOCK_FIGURE && (leaf->runs->kind != RUN_IMAGE || leaf->runs->next))
		return "a figure that is not one image";
	return check_ends(leaf);
}

static const char *
check_role(struct checker *c, const struct block *b)
{
	bool headline = b->role == ROLE_HEADLINE;

	if (b->type == BLOCK_SECTION && role_where(b->role) != ROLE_ON_SECTION)
		return "a section without a section's role";
	if (b->role == ROLE_NONE)
		return NULL;
	if (headline && c->headline)
		return "a second headline";
	c->headline |= headline;
	switch (role_where(b->role)) {
	case ROLE_ON_SECTION:
		return b->type == BLOCK_SECTION ? NULL : "a section's role on something else";
	case ROLE_ON_QUOTE:
		return b->parent->type == BLOCK_QUOTE ? NULL : "an attribution outside a quote";
	case ROLE_ON_LEAF:
		if (b->parent->type != BLOCK_DOC || b->type != (headline ? BLOCK_HEAD : BLOCK_PARA))
			return "a leaf's role in the wrong place";
		return NULL;
	default:
		return "a run's role on a block";
	}
}

static const char *
check_table(const struct block *table)
{
	int width = table_columns(table);

	if (width < 1)
		return "a table without cells";
	for (const struct block *row = table->first; row; row = row->next)
		for (const struct block *cell = row->first; row->type == BLOCK_ROW && cell; cell = cell->next)
			if (cell->cell.colspan < 1 || cell->cell.colspan > width || cell->cell.rowspan < 1)
				return "a span that does not fit";
	return NULL;
}

static const char *
check_place(const struct block *b)
{
	int depth = 0;

	if (!block_holds(b->parent->type, b->type))
		return "a block where the grammar has none";
	if (b->type == BLOCK_ITEM && (!b->first || b->first->type != BLOCK_PARA))
		return "an item that does not begin with a para";
	if (b->type == BLOCK_CAPTION && b->parent->type == BLOCK_TABLE && b->prev)
		return "a table's caption that is not first";
	if (b->type == BLOCK_DEFLIST && b->first && (b->first->type != BLOCK_TERM || b->last->type != BLOCK_DEFINITION))
		return "a definition without a term, or a term without a definition";
	if (b->type == BLOCK_NOTE && b->next && b->next->type != BLOCK_NOTE)
		return "a block behind the notes";
	for (const struct block *p = b; p; p = p->parent)
		depth += p->type == BLOCK_LIST;
	return depth > LIST_DEPTH ? "a list that is too deep" : NULL;
}

static const char *
check_block(struct checker *c, const struct block *b)
{
	const char *wrong = NULL;

	if (b->type == BLOCK_DOC)
		return NULL;
	if ((wrong = check_place(b)) || (wrong = check_role(c, b)))
		return wrong;
	if (block_is_leaf(b->type))
		return check_leaf(c, b);
	if (b->type == BLOCK_TABLE)
		return check_table(b);
	return !b->first && b->type != BLOCK_CELL && b->type != BLOCK_RULE ? "an empty block" : NULL;
}

const char *
doc_check(const struct doc *d)
{
	struct checker c = { .doc = d };
	const char *wrong;

	for (const struct block *b = d->root->first; b && !c.next_note; b = b->next)
		if (b->type == BLOCK_NOTE)
			c.next_note = b;
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		if (!w.leaving && (wrong = check_block(&c, w.at)))
			return wrong;
	return c.next_note ? "a note that nothing refers to" : NULL;
}
