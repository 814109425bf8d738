/* Headings that are paragraphs by their format: short lines between paragraphs of a text that has no other headings. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"

enum { HEADING_BYTES = 120, HEADING_WORDS = 18 };

/* Whether a sentence ends in the middle of the line. */
static bool
has_two_sentences(struct str text)
{
	for (size_t i = 0; i + 2 < text.n; i++)
		if (strchr(".!?", text.p[i]) && text.p[i + 1] == ' ' && begins_upper(str_sub(text, i + 2, text.n)) &&
			i > 3 && text.p[i - 2] != ' ' && text.p[i - 2] != '.')
			return true;
	return false;
}

/* Whether the line could be a heading by its words alone: short, capitalised, no sentence, no "Label: value". */
static bool
is_heading_text(struct str text)
{
	uint32_t last = utf8_last(text);
	struct str begin = text;
	size_t colon = str_find_char(text, ':');
	struct field f;

	if (text.n == 0 || text.n > HEADING_BYTES || count_words(text) > HEADING_WORDS ||
		str_find_char(text, '\n') != STR_NPOS)
		return false;
	if (is_opening_quote(utf8_next(&begin)))
		text = begin;
	if (last == '.' || last == ',' || last == ';' || last == '!' || !begins_upper(text) ||
		has_two_sentences(text) || field_next(text, 0, &f))
		return false;
	return colon == STR_NPOS || last == ':' || count_words(str_sub(text, 0, colon)) > 3;
}

static bool
looks_like_heading(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i], *next = i + 1 < r->n ? &r->v[i + 1] : NULL;

	if (p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE || !next || next->b->role != ROLE_NONE ||
		!is_heading_text(p->text))
		return false;
	if (p->b->hint && p->b->hint->bold)
		return next->text.n > 0;
	/* A line above a list may as well say what is listed; then it ends so. */
	if (next->b->type == BLOCK_LIST)
		return count_words(p->text) <= 6 || utf8_last(p->text) != ':';
	return next->b->type == BLOCK_PARA && next->text.n > p->text.n &&
	       (ends_sentence(next->text) || str_ends(next->text, STR(":")));
}

void
find_headings(struct release *r)
{
	for (size_t i = r->lead + 1; i < r->n; i++)
		if (looks_like_heading(r, i) && piece_line(r, &r->v[i]) == ROLE_NONE &&
			piece_head(r, &r->v[i]).role == ROLE_NONE)
			make_heading(r->v[i].b);
}
