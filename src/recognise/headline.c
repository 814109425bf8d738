/*
 * Which of the first blocks is the headline: the one that the file's own title
 * repeats, or whose style says so, or that looks like one.
 */
#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/top.h"

enum {
	TOP = 14,	      /* blocks among which the headline stands */
	PAGE = 400,	      /* or, below the menus of a page, a heading */
	LABEL_WORDS = 3,      /* of a label in capitals */
	TITLE_WORDS = 2,      /* of a heading that the title names; less may be a menu's */
	TITLE_LETTERS = 12,   /* or characters, where words have no blanks between them */
	TITLE_SHARE = 60,     /* per cent of it that must stand in the title */
	TITLE_WHOLE = 101,    /* the title begins with it */
	HEADLINE_BYTES = 400,
	LEAD_LEAST = 120,     /* bytes of a lead without a dateline */
	SHORT_LINE = 80,      /* characters of a line in a list of lines */
	MAIL_FIELDS = 3,      /* of the head of a mail */
	LONG = 300	      /* bytes of what is no headline for certain */
};

bool
is_headline_style(const struct hint *h)
{
	static const char *const names[] = { "title", "headline", "entry-title", "article-title", "post-title", "titel",
		"název", "názov", "tytuł", "titre", "título", "titolo", "otsikko" };
	struct str rest, token;

	if (!h)
		return false;
	if (h->role == ROLE_HEADLINE)
		return true;
	rest = h->style;
	while (str_next_word(&rest, &token))
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (str_is_nocase(token, names[i]))
				return true;
	return false;
}

bool
is_leaf(const struct piece *p)
{
	return p->b->type == BLOCK_PARA || p->b->type == BLOCK_HEAD;
}

bool
is_wire_line(struct str text)
{
	return text.n > 0 && wire_tag(text) == text.n;
}

static bool
has_letter(struct str s)
{
	while (s.n > 0)
		if (utf8_is_letter(utf8_next(&s)))
			return true;
	return false;
}

bool
goes_on_with_embargo(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i], *above = i > 0 ? &r->v[i - 1] : NULL;
	struct date date = { 0 };

	return above && p->text.n <= SHORT_LINE && begins_digit(p->text) && piece_line(r, p) == ROLE_NONE &&
	       piece_line(r, above) == ROLE_EMBARGO && !time_find(&r->words, above->text, &date) &&
	       date_find(&r->words, p->text, &date) && time_find(&r->words, p->text, &date);
}

static bool
may_be_headline(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i];
	struct dateline line;

	if (!is_leaf(p) || p->b->role != ROLE_NONE || p->text.n == 0 || p->text.n > HEADLINE_BYTES)
		return false;
	/* "Headline:" in a form is the name of what follows; "Dear editors," greets. */
	if (str_ends(p->text, STR(",")) || (str_ends(p->text, STR(":")) && count_words(p->text) <= TITLE_WORDS))
		return false;
	return has_letter(p->text) && piece_line(r, p) == ROLE_NONE && contact_lines(r, i) == 0 && !is_wire_line(p->text) &&
	       !goes_on_with_embargo(r, i) && !piece_is_contact(r, p) && piece_head(r, p).role == ROLE_NONE &&
	       !(p->text.n > SENTENCE_LEAST && dateline_read(&r->words, p->text, false, &line));
}

static bool
has_small_letter(struct str s)
{
	while (s.n > 0)
		if (utf8_is_lower(utf8_next(&s)))
			return true;
	return false;
}

static bool
has_capital_letter(struct str s)
{
	while (s.n > 0)
		if (utf8_is_upper(utf8_next(&s)))
			return true;
	return false;
}

/* Capitals above small letters, or a script without either. */
static bool
looks_above(struct str label, struct str next)
{
	if (has_small_letter(label))
		return false;
	return has_capital_letter(label) ? has_small_letter(next) : !has_small_letter(next) && !has_capital_letter(next);
}

/*
 * "BASIN BÜLTENİ" in capitals above a line of more words that has small letters: what kind of text it is, or who sends
 * it, whatever the language. In a script without capitals, few words above more.
 */
static bool
is_capital_label(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i], *next = i + 1 < r->n ? &r->v[i + 1] : NULL;

	return i == 0 && next && is_leaf(next) && !has_words(p->text, LABEL_WORDS + 1) &&
	       has_words(next->text, LABEL_WORDS + 1) && looks_above(p->text, next->text) && may_be_headline(r, i + 1) &&
	       !ends_sentence(next->text);
}

/* 3: the format says so; 2: it looks so; 1: it may be. */
static int
headline_rank(const struct release *r, size_t i)
{
	struct piece *p = &r->v[i];
	const struct hint *h = p->b->hint;

	if (!may_be_headline(r, i))
		return 0;
	if (p->b->type == BLOCK_PARA && !(h && (h->bold || h->size >= 1.2)) && is_capital_label(r, i))
		return 0;
	if (is_headline_style(h) || (p->b->type == BLOCK_HEAD && p->b->head.level == 1))
		return 3;
	/* Below a table a sentence is text. */
	if (p->text.n > LONG || (r->v[0].b->type == BLOCK_TABLE && ends_sentence(p->text)))
		return 0;
	return h && (h->bold || h->size >= 1.2) && !str_ends(p->text, STR(":")) ? 2 : 1;
}

bool
is_field_line(struct str text)
{
	size_t colon = str_find_char(text, ':');

	return colon != STR_NPOS && colon + 1 < text.n && count_words(str_sub(text, 0, colon)) <= 3 &&
	       !ends_sentence(text);
}

/* Several short lines, as in a table of contents. */
static bool
is_lines(struct str text)
{
	size_t lines = 0, all = utf8_count(text);
	struct str line;

	while (str_next(&text, '\n', &line))
		lines++;
	return lines > 1 && all / lines < SHORT_LINE;
}

bool
is_lead_length(const struct piece *p)
{
	return p->b->type == BLOCK_PARA && !is_lines(p->text) && !is_field_line(p->text) && has_letter(p->text) &&
	       (p->text.n >= LEAD_LEAST || (p->text.n >= SENTENCE_LEAST && ends_sentence(p->text)));
}

/* How many per cent of a heading's letters stand in words that the title has too. Both are folded. */
static size_t
title_share(struct str title, struct str heading)
{
	size_t letters = 0, shared = 0;

	if (heading.n > 0 && str_starts(title, heading))
		return TITLE_WHOLE;
	if (heading.n > 0 && str_find(title, heading) != STR_NPOS)
		return 100;
	while (heading.n > 0) {
		struct str word = first_word(heading);

		letters += word.n;
		if (word.n > 0 && str_find(title, word) != STR_NPOS)
			shared += word.n;
		heading = skip_blank(str_sub(heading, word.n ? word.n : 1, heading.n));
	}
	return letters > 0 ? 100 * shared / letters : 0;
}

/*
 * The heading that the file's title repeats, perhaps in a few other words and
 * with the name of the site beside it: pages have menus and advertisements
 * above it. n when there is none.
 */
static size_t
titled_index(const struct release *r)
{
	struct str title = utf8_fold(&r->d->arena, str_sub(doc_meta(r->d, META_TITLE), 0, HEADLINE_BYTES));
	size_t best = r->n, best_share = TITLE_SHARE - 1;

	for (size_t i = 0; title.n > 0 && i < r->n && i < PAGE && best_share < TITLE_WHOLE; i++) {
		struct piece *p = &r->v[i];
		size_t share;

		if (p->b->role == ROLE_HEADLINE)
			break;
		if (p->b->type != BLOCK_HEAD || p->text.n > HEADLINE_BYTES ||
			(count_words(p->text) < TITLE_WORDS && utf8_count(p->text) < TITLE_LETTERS))
			continue;
		share = title_share(title, utf8_fold(&r->d->arena, p->text));
		if (share > best_share && may_be_headline(r, i)) {
			best = i;
			best_share = share;
		}
	}
	return best;
}

/* The heading of the first level below a page's menus, which hold no sentences; n when there is none. */
static size_t
index_below_menus(const struct release *r)
{
	for (size_t i = 0; i < r->n && i < PAGE; i++) {
		struct piece *p = &r->v[i];

		if (p->b->type == BLOCK_HEAD && p->b->head.level == 1 && may_be_headline(r, i))
			return i;
		if (is_lead_length(p))
			break;
	}
	return r->n;
}

static bool
is_short_title(const struct release *r, size_t i)
{
	return count_words(r->v[i].text) <= TITLE_WORDS;
}

/* A line below the whole text is a signature. */
static bool
is_below_text(const struct release *r, size_t headline)
{
	bool above = false;

	for (size_t i = 0; i < headline && !above; i++)
		above = is_lead_length(&r->v[i]);
	for (size_t i = headline + 1; above && i < r->n; i++)
		if (r->v[i].text.n >= SENTENCE_LEAST)
			return false;
	return above;
}

/* A paragraph with a dateline is the text's first. */
static bool
begins_text(const struct release *r, size_t i)
{
	struct dateline line;

	return r->v[i].text.n >= LEAD_LEAST && dateline_read(&r->words, r->v[i].text, false, &line);
}

size_t
mail_fields(const struct lexicon *x, struct str text)
{
	struct str line;
	size_t fields = 0;

	while (str_next(&text, '\n', &line)) {
		struct str rest = skip_blank(str_sub(line, words_at(x, WORDS_MAIL, line), line.n));

		fields += rest.p != line.p && take(&rest, ":");
	}
	return fields;
}

/* The block behind the head of a mail that was forwarded, with which the release begins; 0 when there is none. */
static size_t
behind_mail_head(const struct release *r)
{
	size_t run = 0, behind = 0;

	for (size_t i = 0; i < r->n && i < TOP; i++) {
		size_t fields = is_leaf(&r->v[i]) ? mail_fields(&r->words, r->v[i].text) : 0;

		run = fields > 0 ? run + fields : 0;
		behind = run >= MAIL_FIELDS ? i + 1 : behind;
	}
	return behind < r->n ? behind : 0;
}

/* The best of the first blocks, n when there is none. Behind a long paragraph only a style counts. */
size_t
headline_index(const struct release *r)
{
	size_t best = titled_index(r), from = behind_mail_head(r), step;
	int best_rank = 0;
	bool text_seen = false;

	if (best < r->n)
		return best;
	for (size_t i = from; i < r->n && i < from + TOP; i += step) {
		int rank;

		if (r->v[i].b->role == ROLE_HEADLINE)
			return i;
		rank = headline_rank(r, i);
		/* A title of a word or two is the sender's name when a heading of more words follows. */
		if ((rank > best_rank || (rank == 3 && best_rank == 3 && is_short_title(r, best) && !is_short_title(r, i))) &&
			(!text_seen || rank == 3)) {
			best = i;
			best_rank = rank;
		}
		text_seen = text_seen || (r->v[i].b->type == BLOCK_PARA && (r->v[i].text.n > LONG || begins_text(r, i)));
		step = contact_lines(r, i);
		step = step > 0 ? step : 1;
	}
	if (best_rank < 3 && index_below_menus(r) < r->n)
		return index_below_menus(r);
	return best_rank < 3 && best < r->n && is_below_text(r, best) ? r->n : best;
}
