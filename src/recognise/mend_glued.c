/* Blocks in which several things are stuck together: a label and a headline, a heading and its text, a name and an address. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/mend.h"
#include "recognise/runs.h"
#include "recognise/top.h"

enum {
	TOP = 8,	      /* blocks among which lines of the top stand */
	LABEL_TOP = 3,	      /* and a label */
	HEADLINE_BYTES = 400, /* a longer block is no headline */
	HEAD_BYTES = 120,     /* within which a glued heading ends */
	BODY_LEAST = 40	      /* bytes of the text that a heading is glued to */
};

/* "Tisková zpráva: Piráti ...", "PRESS RELEASE – Acme ...": the length of the label with what separates it. */
static size_t
glued_label(const struct lexicon *x, struct str text, size_t *label)
{
	struct str rest;
	uint32_t c;

	*label = words_at(x, WORDS_LABEL, text);
	if (*label == 0)
		return 0;
	rest = skip_blank(str_sub(text, *label, text.n));
	if (rest.n == 0)
		return 0;
	c = utf8_next(&rest);
	if (c == ':')
		*label = text.n - rest.n;
	else if (!is_dash(c) && c != '|')
		return 0;
	rest = skip_blank(rest);
	return has_words(rest, 2) ? text.n - rest.n : 0;
}

void
mend_label(struct mender *m)
{
	struct doc *d = m->d;
	int left = LABEL_TOP;

	for (struct block *b = d->root->first; b && left-- > 0; b = b->next) {
		struct str text;
		size_t label, end;

		if ((b->type != BLOCK_PARA && b->type != BLOCK_HEAD) || b->role)
			continue;
		text = block_text(&d->arena, b);
		end = text.n <= HEADLINE_BYTES ? glued_label(m->x, text, &label) : 0;
		/* Below a sentence no headline follows. */
		if (end == 0 && text.n >= SENTENCE_LEAST && ends_sentence(text))
			return;
		if (end == 0)
			continue;
		leaf_cut(leaf_split(d, b, label), end - label);
		m->mended = true;
		b->type = BLOCK_PARA;
		mended(d->diag, block_place(b), MEND_GLUED_LABEL, "the label \"%.*s\" was split off the headline",
			STR_FMT(str_sub(text, 0, label)));
		return;
	}
}

/* `rest` is what follows the line in its paragraph; `top`: it is among the first blocks. */
static bool
splits_off(const struct lexicon *x, struct str line, struct str rest, bool top)
{
	struct tail_head head = tail_head_of(x, line);
	enum role role = line_role(x, line);

	/* In a list of contents, a line that could head a boilerplate heads nothing. */
	if (head.role == ROLE_BOILERPLATE)
		return str_sub(rest, 0, str_find_char(rest, '\n')).n >= BODY_LEAST;
	if (head.role != ROLE_NONE && head.alone)
		return true;
	if (top && head.role == ROLE_CONTACT && has_field(x, line) && !has_field(x, rest))
		return true;
	return role == ROLE_END_MARK || role == ROLE_SOURCE ||
	       (top && (role == ROLE_LABEL || role == ROLE_EMBARGO || role == ROLE_RELEASE_LINE ||
			       role == ROLE_DATE_LINE));
}

/* Lines of one paragraph that are something by themselves, such as "Kontakt:", become blocks. */
static void
divide_lines(struct mender *m, struct block *b, struct str text, bool top)
{
	size_t from = 0;
	struct str rest = text, line;

	while (str_next(&rest, '\n', &line)) {
		size_t at = (size_t)(line.p - text.p), end = at + line.n;

		if (splits_off(m->x, line, rest, top) && !(at == 0 && end == text.n)) {
			if (at > from)
				b = leaf_split(m->d, b, at - from);
			mended(m->d->diag, block_place(b), MEND_GLUED_LINE, "\"%.*s\" is a line by itself", STR_FMT(line));
			if (end < text.n)
				b = leaf_split(m->d, b, line.n);
			m->mended = true;
			from = end < text.n ? end + 1 : end;
		}
	}
}

/* Whether a word with a capital letter inside occurs again in the text: then it is a name like "KidSport". */
static bool
is_name_with_capital(struct str text, size_t boundary)
{
	size_t from = boundary, to = boundary, found;
	struct str word;

	while (from > 0 && !ascii_blank(text.p[from - 1]))
		from--;
	while (to < text.n && !ascii_blank(text.p[to]) && !strchr(".,;:!?", text.p[to]))
		to++;
	word = str_sub(text, from, to);
	found = str_find(str_sub(text, to, text.n), word);
	return found != STR_NPOS;
}

/* Whether the leaf begins with a line that is bold, but for a colon. */
static bool
begins_bold_line(const struct block *b)
{
	for (const struct run *r = b->runs; r && r->kind != RUN_BREAK; r = r->next)
		if (r->kind != RUN_TEXT || (!(r->style & STYLE_BOLD) && !str_is(str_trim(r->text), ":")))
			return false;
	return b->runs && b->runs->kind == RUN_TEXT;
}

/* Text, or what a form's field holds: "Headline:" and the headline below. */
static bool
is_under_heading(struct str line, struct str rest)
{
	return ends_sentence(rest) || str_ends(rest, STR(":")) || (str_ends(line, STR(":")) && count_words(line) <= 2);
}

/* "Details:" in bold letters, a break, and the text: a heading that was typed into its paragraph. */
static bool
part_heading(struct mender *m, struct block *b, struct str text)
{
	size_t end = str_find_char(text, '\n');
	struct str line = str_sub(text, 0, end), rest = str_sub(text, end + 1, text.n);

	if (!begins_bold_line(b) || line.n > HEAD_BYTES || rest.n < BODY_LEAST || !is_under_heading(line, rest) ||
		str_find_char(rest, '\n') != STR_NPOS || is_person(m->x, line) || has_field(m->x, rest) ||
		tail_head_of(m->x, line).role != ROLE_NONE || line_role(m->x, line) != ROLE_NONE)
		return false;
	mended(m->d->diag, block_place(b), MEND_GLUED_HEADING,
		"a heading was typed into its paragraph; split behind \"%.*s\"", STR_FMT(line));
	leaf_split(m->d, b, end);
	make_heading(b);
	m->mended = true;
	return true;
}

/* Where a known heading ends and its text begins without a blank: "Contact DetailsCindy Schutt", 0 for nowhere. */
static size_t
glued_heading(const struct lexicon *x, struct str text)
{
	struct str rest = str_sub(text, 0, HEAD_BYTES);
	size_t limit = rest.n;
	uint32_t before = ' ';

	if (words_at(x, WORDS_ABOUT, text) == 0 && !begins_upper(text))
		return 0;
	while (rest.n > 0) {
		size_t at = limit - rest.n;
		uint32_t c = utf8_next(&rest);
		bool boundary = utf8_is_upper(c) && (before == ':' || utf8_is_lower(before));

		before = c;
		if (boundary) {
			struct str head = str_sub(text, 0, at);
			struct tail_head kind = tail_head_of(x, head);
			bool body = kind.role == ROLE_CONTACT || text.n - at >= BODY_LEAST;

			if (kind.role && kind.alone && body && !is_name_with_capital(text, at))
				return at;
		}
	}
	return 0;
}

/* "O PostgreSQL: PostgreSQL jest ...": where the heading of a boilerplate stands in its line, behind the colon. */
static size_t
inline_heading(const struct lexicon *x, struct str text)
{
	size_t colon = str_find_char(str_sub(text, 0, HEAD_BYTES), ':');

	if (colon == STR_NPOS || text.n - colon < BODY_LEAST || words_at(x, WORDS_ABOUT, text) == 0)
		return 0;
	return tail_head_of(x, str_sub(text, 0, colon + 1)).role == ROLE_BOILERPLATE ? colon + 1 : 0;
}

/* Two quotations with nothing between, or a question and an answer: "Innovation”“The approval". */
static size_t
glued_marks(struct str text)
{
	static const char closed[] = "”";

	text = str_sub(text, 0, 2 * HEAD_BYTES);
	if (str_find_char(text, '?') == STR_NPOS && str_find_char(text, closed[0]) == STR_NPOS)
		return 0;
	for (size_t i = 0; i < text.n; i++) {
		struct str behind;

		if (text.p[i] == '?') {
			behind = str_sub(text, i + 1, text.n);
			if (begins_upper(behind))
				return i + 1;
		} else if (text.p[i] == closed[0]) {
			behind = str_sub(text, i, text.n);
			if (take(&behind, closed) && take(&behind, "“") && begins_upper(behind))
				return i + sizeof(closed) - 1;
		}
	}
	return 0;
}

/* What stands behind a name: "Director", or "Email:". */
static bool
goes_on_contact(const struct lexicon *x, struct str text)
{
	static const enum words labels[] = { WORDS_EMAIL, WORDS_PHONE };

	if (words_at(x, WORDS_FUNCTION, text) > 0)
		return true;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		size_t n = words_at(x, labels[i], text);

		if (n > 1 && n < text.n && text.p[n] == ':')
			return true;
	}
	return false;
}

/* "Jane MillerDirector at Acme Leedsjane@example.com": where the function, the label or the address begins, 0 for nowhere. */
static size_t
glued_contact(const struct lexicon *x, struct str text)
{
	struct field f;

	if (text.n > HEAD_BYTES)
		return 0;
	if (field_next(text, 0, &f) && f.kind == FIELD_EMAIL && f.from > 0 && ascii_alpha(text.p[f.from - 1]))
		return f.from;
	for (size_t i = 1; i < text.n; i++)
		if (ascii_alpha(text.p[i - 1]) && ascii_lower(text.p[i]) != text.p[i] &&
			goes_on_contact(x, str_sub(text, i, text.n)) && is_person(x, str_sub(text, 0, i)))
			return i;
	return 0;
}

/* A link that was made of the glued word and the address is the address's. */
static void
part_link(struct doc *d, struct block *before, struct block *behind)
{
	struct run *word = before->last_run, *address = behind->runs;

	if (!word || !address || address->kind != RUN_TEXT || !str_eq(word->link, address->link) ||
		!str_starts(address->link, STR("mailto:")))
		return;
	word->link = STR_NONE;
	address->link = doc_link(d, arena_printf(&d->arena, "mailto:%.*s", STR_FMT(address->text)));
}

/* Parts the address off, then the name, by which the address was known. */
static void
mend_contact(struct mender *m, struct block *b, struct str text, size_t at)
{
	for (; at > 0; at = glued_contact(m->x, text)) {
		struct block *behind = leaf_split(m->d, b, at);

		mended(m->d->diag, block_place(b), MEND_GLUED_CONTACT, "a contact was glued together; split behind \"%.*s\"",
			STR_FMT(str_sub(text, 0, at)));
		part_link(m->d, b, behind);
		text = str_sub(text, 0, at);
		m->mended = true;
	}
}

/* The same of a heading that is known, of two quotations, or of a question and its answer. False when there is none. */
static bool
mend_heading(struct mender *m, struct block *b, struct str text)
{
	size_t at = inline_heading(m->x, text);

	if (at == 0)
		at = glued_heading(m->x, text);
	if (at == 0)
		at = glued_marks(text);
	if (at == 0)
		return false;
	mended(m->d->diag, block_place(b), MEND_GLUED_HEADING, "a heading was glued to its text; split behind \"%.*s\"",
		STR_FMT(str_sub(text, 0, at)));
	leaf_split(m->d, b, at);
	m->mended = true;
	return true;
}

void
mend_glued(struct mender *m)
{
	bool headings = options_mend(m->o, MEND_GLUED_HEADING), contacts = options_mend(m->o, MEND_GLUED_CONTACT),
	     lines = options_mend(m->o, MEND_GLUED_LINE);
	struct block *next;
	int n = 0;

	for (struct block *b = m->d->root->first; b; b = next, n++) {
		struct str text;
		size_t at = 0;

		next = b->next;
		if (!mend_flowing(b))
			continue;
		text = block_text(&m->d->arena, b);
		if (str_find_char(text, '\n') != STR_NPOS) {
			if (!(headings && part_heading(m, b, text)) && lines)
				divide_lines(m, b, text, n < TOP);
			continue;
		}
		if (contacts && (!headings || inline_heading(m->x, text) == 0))
			at = glued_contact(m->x, text);
		if (at == 0 && headings && mend_heading(m, b, text) && contacts) {
			b = b->next;
			text = block_text(&m->d->arena, b);
			at = glued_contact(m->x, text);
		}
		if (at > 0)
			mend_contact(m, b, text, at);
	}
}
