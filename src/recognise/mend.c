#include "recognise/mend.h"

#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	TOP = 8,	      /* blocks among which a label or a doubled headline may stand */
	HEADLINE_BYTES = 400, /* a longer block is no headline */
	JOINS_MOST = 100,     /* pieces of one paragraph */
	BROKEN_LEAST = 40,    /* bytes of a first half */
	HEAD_BYTES = 120,     /* within which a glued heading ends */
	BODY_LEAST = 40	      /* bytes of the text that a heading is glued to */
};

/* The document, the words that count in it, and whether anything has been mended. */
struct mender {
	struct doc *d;
	const struct lexicon *x;
	const struct options *o;
	bool mended;
};

static bool
is_flowing(const struct block *b)
{
	return b && b->type == BLOCK_PARA && b->role == ROLE_NONE;
}

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
	return is_flowing(b) && (!b->runs || b->runs->kind != RUN_TEXT || begins_lower(b->runs->text));
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
			text = is_flowing(b) && may_go_on(next) ? block_text(&d->arena, b) : STR_NONE;
		}
		fresh = true;
		if (!is_flowing(b) || !may_go_on(next) || joined == JOINS_MOST)
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
	       (behind.n <= HEAD_BYTES && field_next(behind, 0, &f) && f.from == 0);
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

static void
mend_label(struct mender *m)
{
	struct doc *d = m->d;
	int left = 3;

	for (struct block *b = d->root->first; b && left-- > 0; b = b->next) {
		struct str text;
		size_t label, end;

		if ((b->type != BLOCK_PARA && b->type != BLOCK_HEAD) || b->role)
			continue;
		text = block_text(&d->arena, b);
		end = text.n <= HEADLINE_BYTES ? glued_label(m->x, text, &label) : 0;
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

/* "Jane MillerDirector at Acme Leedsjane@example.com": where the function or the address begins, 0 for nowhere. */
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
			words_at(x, WORDS_FUNCTION, str_sub(text, i, text.n)) > 0 && is_person(x, str_sub(text, 0, i)))
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

/* The same of a heading that is known, of two quotations, or of a question and its answer. */
static void
mend_heading(struct mender *m, struct block *b, struct str text)
{
	size_t at = inline_heading(m->x, text);

	if (at == 0)
		at = glued_heading(m->x, text);
	if (at == 0)
		at = glued_marks(text);
	if (at == 0)
		return;
	mended(m->d->diag, block_place(b), MEND_GLUED_HEADING, "a heading was glued to its text; split behind \"%.*s\"",
		STR_FMT(str_sub(text, 0, at)));
	leaf_split(m->d, b, at);
	m->mended = true;
}

static void
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
		if (!is_flowing(b))
			continue;
		text = block_text(&m->d->arena, b);
		if (str_find_char(text, '\n') != STR_NPOS) {
			if (!(headings && part_heading(m, b, text)) && lines)
				divide_lines(m, b, text, n < TOP);
			continue;
		}
		if (contacts && (!headings || inline_heading(m->x, text) == 0))
			at = glued_contact(m->x, text);
		if (at > 0)
			mend_contact(m, b, text, at);
		else if (headings)
			mend_heading(m, b, text);
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

		if (item->first != item->last || str_find_char(text, ':') == STR_NPOS || text.n > HEAD_BYTES)
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
