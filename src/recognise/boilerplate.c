/*
 * What an organisation says of itself below its releases. A heading from the
 * word tables is found in tail.c; here is what is known without one: by how
 * the paragraph begins, or by a heading that ends in the name with which the
 * paragraph begins, in whatever language ("Acerca de Acme", "Om Acme").
 */
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"

enum {
	NAME_WORDS = 12,    /* of an organisation's whole name */
	PARTICLE_BYTES = 4, /* of a small word inside it: "de", "und" */
	PROSE = 200,	    /* bytes of a paragraph that is no heading, caption or line */
	PARAS_MOST = 12,    /* more paragraphs than that are no boilerplate */
	PARA_LEAST = 100,   /* bytes of the one below a heading that is known by its shape */
	HEADING_BYTES = 80, /* of such a heading */
	HEADING_WORDS = 8,
	PREFIX_WORDS = 3, /* before the name: "À propos de" */
	PREFIX_BYTES = 16,
	ARTICLE_BYTES = 5,  /* of a word before the name in the text: "The", "Die" */
	STEM_LEAST = 4,	    /* bytes of a name that has different endings in the heading and in the text */
	INFLECTED_LEAST = 6, /* bytes of a text's beginning that stands, with an ending, in the heading */
	ENDING_BYTES = 6,
	SENTENCE = 120,	    /* bytes in which the name stands where the text does not begin with it */
	REACH = 8	    /* blocks below in which what is known to be no text must begin */
};

/* Whether the text is a name: no small word in it, before any apposition, and none that begins sentences. */
static bool
is_name_only(const struct lexicon *x, struct str text)
{
	struct str first = first_word(text);

	if (words_at(x, WORDS_PREPOSITION, first) == first.n || count_words(text) > NAME_WORDS)
		return false;
	text = str_sub(text, 0, str_find_char(text, '('));
	text = str_sub(text, 0, str_find_char(text, ','));
	while (text.n > 0) {
		struct str word = first_word(text);

		if (begins_lower(word) && word.n > PARTICLE_BYTES && word.p != first.p)
			return false;
		text = skip_blank(str_sub(text, word.n ? word.n : 1, text.n));
		while (text.n > 0 && strchr(",.:;!?)", text.p[0]))
			text = skip_blank(str_sub(text, 1, text.n));
	}
	return true;
}

bool
introduces(const struct lexicon *x, struct str text)
{
	struct str begin = text;
	size_t n, at;

	if (text.n < PROSE || is_opening_quote(utf8_next(&begin)))
		return false;
	at = words_find(x, WORDS_IS_A, str_sub(text, 0, PROSE), &n);
	return at != STR_NPOS && at >= 3 && is_name_only(x, trim_blank(str_sub(text, 0, at)));
}

/* Whether only what is known to be no text of the release follows. */
static bool
is_last_prose(const struct release *r, size_t i)
{
	for (size_t end = ++i + PARAS_MOST; i < r->n && i < end; i++) {
		struct tail_head head = piece_head(r, &r->v[i]);
		enum role role = piece_line(r, &r->v[i]);

		if (head.role == ROLE_CONTACT || head.role == ROLE_LEGAL || role == ROLE_END_MARK ||
			role == ROLE_SOURCE || piece_is_contact(r, &r->v[i]) ||
			r->v[i].b->type == BLOCK_SECTION)
			return true;
		if (!piece_introduces(r, &r->v[i]))
			return false;
	}
	return false;
}

/* Whether two paragraphs begin with the same two words, the name of whom they introduce. */
static bool
same_beginning(struct str a, struct str b)
{
	size_t n = str_find_char(a, ' '), m = n == STR_NPOS ? n : str_find_char(str_sub(a, n + 1, a.n), ' ');

	return m != STR_NPOS && begins_upper(a) && begins_upper(str_sub(a, n + 1, a.n)) &&
	       str_starts(b, str_sub(a, 0, n + 1 + m));
}

/* The text behind the first word. */
static struct str
behind_word(struct str s)
{
	size_t blank = str_find_char(s, ' ');

	return blank == STR_NPOS ? STR_NONE : skip_blank(str_sub(s, blank, s.n));
}

static bool
at_word_end(struct str s)
{
	return s.n == 0 || !utf8_is_letter(utf8_next(&s));
}

/* "Akmy" and "Akma": both begin with the same letters, but for the last few. */
static bool
same_stem(struct str name, struct str text)
{
	struct str word = first_word(name);
	size_t n = 0;

	while (n < word.n && n < text.n && name.p[n] == text.p[n])
		n++;
	return begins_upper(name) && n >= STEM_LEAST && 3 * n >= 2 * word.n && !at_word_end(str_sub(text, 0, n));
}

/* Whether a text begins with a name, perhaps with an article before it. */
static bool
begins_with_name(struct str text, struct str name)
{
	for (int words = 0; words < 2; words++) {
		if (str_starts(text, name) && at_word_end(str_sub(text, name.n, text.n)))
			return true;
		if (same_stem(name, text))
			return true;
		if (first_word(text).n > ARTICLE_BYTES)
			return false;
		text = behind_word(text);
	}
	return false;
}

/* Whether the first sentence names somebody whom headline or lead name too. */
static bool
names_issuer(const struct release *r, struct str text, struct str name)
{
	return begins_upper(name) && str_find(str_sub(text, 0, SENTENCE), name) != STR_NPOS &&
	       (str_find(r->headline, name) != STR_NPOS ||
		       (r->lead < r->n && str_find(r->v[r->lead].text, name) != STR_NPOS));
}

/* "Acerca de Acme": up to three words, small ones but for the first, and a name that the text takes up. */
static bool
ends_in_name_of(const struct release *r, struct str heading, struct str text)
{
	struct str name = heading;

	for (int words = 0; words < PREFIX_WORDS; words++) {
		if (words > 0 && !begins_lower(name))
			return false;
		name = behind_word(name);
		if (name.n < 3 || heading.n - name.n > PREFIX_BYTES)
			return false;
		if (begins_with_name(text, name) || names_issuer(r, text, name))
			return true;
	}
	return false;
}

/* "A Pannon Gépről" above "A Pannon Gép Zrt. ...": the first words of the text, with an ending. */
static bool
is_inflected_beginning(struct str heading, struct str text)
{
	size_t n = 0;

	while (n < heading.n && n < text.n && heading.p[n] == text.p[n])
		n++;
	return n >= INFLECTED_LEAST && heading.n - n >= 2 && heading.n - n <= ENDING_BYTES && text.n > n &&
	       is_blank((unsigned char)text.p[n]) && utf8_is_lower(utf8_last(str_sub(heading, 0, n))) &&
	       begins_lower(str_sub(heading, n, heading.n));
}

/* Whether nothing but contacts, an end mark, a source and the like stands below the paragraphs behind i. */
static bool
tail_follows(const struct release *r, size_t i)
{
	for (size_t end = ++i + REACH; i < r->n && i < end; i++) {
		struct piece *p = &r->v[i];
		enum role role = piece_line(r, p);

		if (role == ROLE_END_MARK || role == ROLE_SOURCE || p->b->type == BLOCK_SECTION ||
			piece_head(r, p).role == ROLE_CONTACT || piece_is_contact(r, p) || contact_lines(r, i) > 0)
			return true;
	}
	return false;
}

bool
heads_boilerplate(const struct release *r, size_t i, bool ended)
{
	const struct piece *p = &r->v[i], *next = i + 1 < r->n ? &r->v[i + 1] : NULL;
	struct str heading = p->text;

	if ((p->b->type != BLOCK_PARA && p->b->type != BLOCK_HEAD) || p->b->role != ROLE_NONE || !next ||
		next->b->type != BLOCK_PARA || next->text.n < PARA_LEAST)
		return false;
	if (heading.n == 0 || heading.n > HEADING_BYTES || !begins_upper(heading) || has_words(heading, HEADING_WORDS + 1))
		return false;
	if (strchr(":.", heading.p[heading.n - 1]))
		heading.n--;
	if (is_inflected_beginning(heading, next->text))
		return ended || tail_follows(r, i + 1);
	/* In a language whose words are known, such a heading in the text is a heading of the text. */
	return (ended || !r->language) && ends_in_name_of(r, heading, next->text) && (ended || tail_follows(r, i + 1));
}

/* "Over Acme: Acme is ...": the heading in the same paragraph. */
static bool
begins_with_heading(const struct release *r, struct str text)
{
	size_t colon = str_find_char(str_sub(text, 0, HEADING_BYTES), ':');
	struct str heading, rest;

	if (colon == STR_NPOS || text.n < PROSE)
		return false;
	heading = str_sub(text, 0, colon);
	rest = skip_blank(str_sub(text, colon + 1, text.n));
	return begins_upper(heading) && !has_words(heading, HEADING_WORDS + 1) &&
	       ends_in_name_of(r, heading, rest);
}

bool
is_bare_boilerplate(const struct release *r, size_t i, bool ended)
{
	struct piece *p = &r->v[i];

	if (!is_late(r, i) || r->given[ROLE_BOILERPLATE] || p->b->type != BLOCK_PARA || i < r->lead + 2)
		return false;
	if (piece_introduces(r, p))
		return ended || is_last_prose(r, i);
	if (begins_with_heading(r, p->text))
		return ended || tail_follows(r, i);
	return i + 1 < r->n && same_beginning(p->text, r->v[i + 1].text) &&
	       piece_introduces(r, &r->v[i + 1]) && is_last_prose(r, i + 1);
}
