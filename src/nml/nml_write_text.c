/*
 * The text as plain text, a paragraph to a line with a blank line between, for
 * receivers that take nothing else. Lists have marks, cells stand between
 * bars, addresses of links behind their words; whatever else a text has of
 * form is a loss.
 */
#include "markup/escape.h"
#include "nml/nml_facts.h"
#include "nml/nml_write.h"

static void
lose_form(struct writing *w, const struct block *b, const char *what, enum loss_kind kind)
{
	struct str text = fact_line(&w->arena, b);

	doc_loss(w->d, kind, (struct place){ 0 }, "L-body", "%s: %.*s", what, STR_FMT(str_sub(text, 0, 80)));
}

static void
put_link(struct writing *w, const struct run *r)
{
	struct str words = fact_text(&w->arena, r);

	if (r->link.n == 0 || (r->next && str_eq(r->next->link, r->link)) || str_eq(words, r->link) ||
		(str_find_char(r->link, ':') != STR_NPOS &&
			str_eq(str_sub(r->link, str_find_char(r->link, ':') + 1, r->link.n), words)))
		return;
	buf_puts(w->out, " (");
	escape_text(w->out, r->link);
	buf_char(w->out, ')');
}

static void
put_run(struct writing *w, const struct block *b, const struct run *r)
{
	switch (r->kind) {
	case RUN_TEXT:
	case RUN_MATH:
		escape_text(w->out, r->text);
		put_link(w, r);
		if (r->style || r->ruby.n > 0 || r->lang.n > 0)
			lose_form(w, b, "form of a phrase in", LOSS_PRESENTATION);
		break;
	case RUN_BREAK:
		buf_char(w->out, '\n');
		break;
	case RUN_IMAGE:
		escape_text(w->out, r->image->alt);
		lose_form(w, b, "image", r->image->alt.n > 0 ? LOSS_PRESENTATION : LOSS_CONTENT);
		break;
	case RUN_NOTE:
		buf_printf(w->out, "[%zu]", fact_note_number(r->note));
		break;
	}
}

/* What stands before a leaf's text: a list's mark, a note's number, a bar. */
static void
put_mark(struct writing *w, const struct block *b)
{
	const struct block *p = b->parent;
	long number = 0;

	if (p->type == BLOCK_NOTE && !b->prev)
		buf_printf(w->out, "[%zu] ", fact_note_number(p));
	if (p->type == BLOCK_CELL)
		buf_puts(w->out, b->prev ? "; " : p->prev ? " | " : "");
	if (p->type != BLOCK_ITEM || b->prev)
		return;
	if (p->parent->list.format == LIST_BULLET) {
		buf_puts(w->out, "- ");
		return;
	}
	for (const struct block *item = p; item; item = item->prev)
		number++;
	buf_printf(w->out, "%ld. ", p->parent->list.start + number - 1);
}

/* Whether a blank line follows: cells of a row and items of a list stand close. */
static const char *
separator(const struct block *b)
{
	const struct block *p = b->parent;

	if (p->type == BLOCK_CELL)
		return b->next || p->next ? "" : p->parent->next ? "\n" : "\n\n";
	if (p->type == BLOCK_ITEM && (b->next || p->next || p->parent->parent->type == BLOCK_ITEM))
		return "\n";
	return "\n\n";
}

static void
put_leaf(struct writing *w, const struct block *b)
{
	put_mark(w, b);
	for (const struct run *r = b->runs; r; r = r->next)
		put_run(w, b, r);
	buf_puts(w->out, separator(b));
}

void
write_text(struct writing *w)
{
	struct walk walk = { .root = w->d->root };

	buf_puts(w->out, "\t\t<inlineData contenttype=\"text/plain\">");
	while (walk_next(&walk)) {
		const struct block *b = walk.at;

		if (walk.leaving)
			continue;
		if (b->type == BLOCK_TABLE || b->type == BLOCK_QUOTE || (b->type == BLOCK_HEAD && b->role == ROLE_NONE))
			lose_form(w, b, block_name(b->type), LOSS_PRESENTATION);
		if (block_is_leaf(b->type))
			put_leaf(w, b);
	}
	while (w->out->p[w->out->n - 1] == '\n')
		w->out->n--;
	buf_puts(w->out, "</inlineData>\n");
}
