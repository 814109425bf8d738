#include "recognise/release.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/runs.h"

enum {
	LINE_BYTES = 240, /* a longer text is no line by itself */
	HEADING_BYTES = 120,
	SOURCE_BYTES = 400,
	LATE = 400,	  /* blocks at the end of a document: more are no tail */
	LEGAL_BYTES = 300 /* the first words of a legal text */
};

struct place
block_place(const struct block *b)
{
	return (struct place){ .number = b ? b->line : 0 };
}

void
release_gather(struct release *r)
{
	struct piece *old = r->v;
	size_t at = 0, old_n = r->n, cap = old ? old_n : r->d->pieces; /* so many blocks there may be at most */

	if (old && !r->moved)
		return;
	r->v = cap > 0 ? mem_alloc(cap * sizeof(*r->v)) : NULL;
	r->n = 0;
	for (struct block *b = r->d->root->first; b; b = b->next) {
		/* Over those that have been moved into a section, or taken out, or stand for a section. */
		while (at < old_n && old[at].b != b && (old[at].changed || old[at].b->parent != r->d->root))
			at++;
		if (r->n == cap) {
			cap = cap ? 2 * cap : 64;
			r->v = mem_grow(r->v, cap * sizeof(*r->v));
		}
		if (at < old_n && old[at].b == b && !old[at].changed)
			r->v[r->n++] = old[at];
		else
			r->v[r->n++] = (struct piece){ .b = b, .text = block_text(&r->d->arena, b) };
		at += at < old_n && old[at].b == b;
	}
	free(old);
	r->moved = false;
}

struct block *
release_section(struct release *r, struct block *before, enum role role)
{
	struct block *section = block_insert_before(r->d, before, BLOCK_SECTION);

	section->role = role;
	r->moved = true;
	return section;
}

void
release_give(struct release *r, const struct piece *p, enum role role)
{
	if (r->given[role] || p->b->role != ROLE_NONE)
		return;
	p->b->role = role;
	leaf_plain(p->b);
}

void
make_heading(struct block *b)
{
	leaf_plain(b);
	if (b->type == BLOCK_PARA) {
		b->type = BLOCK_HEAD;
		b->head.level = 2;
	}
}

static bool
is_mark(uint32_t c)
{
	return is_blank(c) || is_dash(c) || (c < 0x80 && strchr("#[]()", (int)c));
}

/* Takes dashes, number signs, brackets and blanks off both ends; *marks says whether there were any. */
static struct str
strip_marks(struct str s, bool *marks)
{
	struct str bare = trim_both(s, is_mark);

	*marks = bare.n != s.n;
	return bare;
}

static bool
is_end_mark(const struct lexicon *x, struct str text)
{
	bool marks;
	struct str word;

	if (text.n > 40)
		return false;
	word = strip_marks(text, &marks);
	if (word.n == 0)
		return str_find(text, STR("##")) != STR_NPOS || str_find(text, STR("# #")) != STR_NPOS;
	if (!words_are(x, WORDS_END, word))
		return false;
	return marks || str_is(word, "ENDS") || str_is(word, "Ends") || str_is(word, "END");
}

/* "Pressemitteilung Nr. 12/2020", "Presseinfo 46/2023": the label with a number behind it. */
static bool
is_release_number(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_LABEL, text);
	struct str rest = skip_blank(str_sub(text, n, text.n));
	struct dateline ignored;
	bool digit = false;

	if (date_line_read(x, rest, &ignored))
		return false;
	take(&rest, ":");
	rest = skip_blank(rest);
	rest = skip_blank(str_sub(rest, words_at(x, WORDS_NUMBER, rest), rest.n));
	if (rest.n == 0 || rest.n > 16 || rest.n == text.n)
		return false;
	for (size_t i = 0; i < rest.n; i++) {
		digit = digit || ascii_digit(rest.p[i]);
		if (!ascii_digit(rest.p[i]) && !ascii_alpha(rest.p[i]) && !strchr("/-. ", rest.p[i]))
			return false;
	}
	return digit;
}

/* "Acme Press Release:" */
static bool
is_named_label(const struct lexicon *x, struct str text)
{
	return str_ends(text, STR(":")) && count_words(text) <= 5 && begins_upper(text) &&
	       words_end(x, WORDS_LABEL, str_sub(text, 0, text.n - 1));
}

bool
is_labelled(const struct lexicon *x, enum words list, struct str text)
{
	size_t n = words_at(x, list, text);
	struct str rest = skip_blank(str_sub(text, n, text.n));

	return n > 0 && take(&rest, ":") && skip_blank(rest).n > 0;
}

/* "Author: www.example.com": it is from there, whoever wrote it. */
static bool
is_site(const struct lexicon *x, struct str text)
{
	size_t colon = str_find_char(text, ':');
	struct str value = trim_blank(str_sub(text, colon == STR_NPOS ? text.n : colon + 1, text.n));
	struct field f;

	return is_labelled(x, WORDS_BYLINE, text) && field_next(value, 0, &f) && f.kind == FIELD_WEB && f.from == 0 &&
	       f.to == value.n;
}

static bool
is_source(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_ISSUER, text);

	if (is_labelled(x, WORDS_ISSUER, text) && count_words(text) <= 20)
		return true;
	if (n > 3 && n < text.n && is_blank((unsigned char)text.p[n]) && is_upper_case(str_sub(text, 0, n)) &&
		count_words(text) <= 12)
		return true;
	return words_at(x, WORDS_SOURCE, text) > 0 || is_site(x, text);
}

/* What stands around a line to catch the eye: "+++ Sperrfrist +++", "[EMBARGO]". */
static bool
is_ornament(uint32_t c)
{
	return !utf8_is_letter(c) && !(c < 0x80 && ascii_digit((char)c));
}

static bool
names_time(const struct lexicon *x, struct str text)
{
	struct date date = { 0 };

	return (date_find(x, text, &date) && date.has_time) || time_find(x, text, &date);
}

/* "under embargo", "embargoed until", as it is said of a text; not "embargo" or "embargo until", as it is of coal. */
static bool
binds_text(struct str phrase)
{
	struct str word = until_blank(phrase);

	return word.n < phrase.n && !str_is_nocase(word, "embargo");
}

/*
 * "This release is under embargo until 5 May 2026", "5 Mayıs saat 10.00'a kadar ambargoludur": behind other words it
 * takes a time of day, or more than the bare word and a day, to tell the line from one about an embargo.
 */
static bool
is_embargo_inside(const struct lexicon *x, struct str text)
{
	size_t n = 0, at = words_find(x, WORDS_EMBARGO, text, &n);
	struct str rest = str_sub(text, at + n, text.n);
	struct date date = { 0 };

	if (at == STR_NPOS)
		return false;
	if (binds_text(str_sub(text, at, at + n)) && date_find(x, rest, &date) && date.year > 0)
		return true;
	return names_time(x, rest.n == 0 ? text : rest);
}

static bool
is_embargo(const struct lexicon *x, struct str line)
{
	struct str text = trim_both(line, is_ornament);
	size_t n = words_at(x, WORDS_EMBARGO, text);
	struct str rest = skip_blank(str_sub(text, n, text.n));
	struct date date = { 0 };

	if (n == 0)
		return is_embargo_inside(x, text);
	if (rest.n == 0 || rest.p[0] == ':' || is_upper_case(str_sub(text, 0, n)))
		return true;
	return date_find(x, rest, &date) || time_find(x, rest, &date);
}

/* "Autor: Jan Novák", "By Damien Dupré, Dublin City University" */
static bool
is_byline(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_BYLINE, text);
	struct str name = skip_blank(str_sub(text, n, text.n));

	if (n == 0 || count_words(text) > 12)
		return false;
	return is_labelled(x, WORDS_BYLINE, text) || is_person(x, str_sub(name, 0, str_find_char(name, ',')));
}

/* "Year of issue: 2022" */
static bool
is_year_line(const struct lexicon *x, struct str text)
{
	struct str rest = str_sub(text, str_find_char(text, ':'), text.n);

	if (!is_labelled(x, WORDS_DATE_LABEL, text) || !take(&rest, ":"))
		return false;
	rest = trim_blank(rest);
	for (size_t i = 0; i < rest.n; i++)
		if (!ascii_digit(rest.p[i]))
			return false;
	return rest.n == 4;
}

enum role
line_role(const struct lexicon *x, struct str text)
{
	struct dateline ignored;

	if (text.n == 0 || text.n > SOURCE_BYTES || str_find_char(text, '\n') != STR_NPOS)
		return ROLE_NONE;
	if (is_end_mark(x, text))
		return ROLE_END_MARK;
	if (is_source(x, text))
		return ROLE_SOURCE;
	if (text.n > LINE_BYTES)
		return ROLE_NONE;
	if (is_embargo(x, text))
		return ROLE_EMBARGO;
	if (words_at(x, WORDS_RELEASE_LINE, text) > 0 && count_words(text) <= 14)
		return ROLE_RELEASE_LINE;
	if (words_are(x, WORDS_LABEL, text) || is_named_label(x, text))
		return ROLE_LABEL;
	if (is_release_number(x, text))
		return ROLE_RELEASE_NUMBER;
	if (date_line_read(x, text, &ignored) || is_year_line(x, text))
		return ROLE_DATE_LINE;
	return is_byline(x, text) ? ROLE_BYLINE : ROLE_NONE;
}

static struct tail_head
contact_head(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_CONTACT, text), length;
	struct str rest;
	bool colon;

	if (n == 0)
		n = words_at(x, WORDS_PUBLIC, text);
	rest = skip_blank(str_sub(text, n, text.n));
	colon = rest.n > 0 && rest.p[0] == ':';
	if (n == 0 || text.n > SOURCE_BYTES)
		return (struct tail_head){ ROLE_NONE, false };
	/* "tisková mluvčí" without a colon says what somebody is. */
	if (rest.n == 0 && words_find(x, WORDS_FUNCTION, text, &length) != STR_NPOS)
		return (struct tail_head){ ROLE_NONE, false };
	if (rest.n == 0 || str_is(rest, ":") || str_is(rest, "."))
		return (struct tail_head){ ROLE_CONTACT, true };
	if (str_ends(text, STR(":")) && text.n <= HEADING_BYTES)
		return (struct tail_head){ ROLE_CONTACT, true };
	if (has_field(x, text) && text.n <= LINE_BYTES)
		return (struct tail_head){ ROLE_CONTACT, false };
	if ((colon && count_words(text) <= 16) || is_person(x, rest))
		return (struct tail_head){ ROLE_CONTACT, false };
	return (struct tail_head){ ROLE_NONE, false };
}

static uint32_t
first_character(struct str s)
{
	return utf8_next(&s);
}

/* "About Acme", "O společnosti Acme:", "Die Acme im Profil" */
static bool
is_about_head(const struct lexicon *x, struct str text)
{
	size_t n, length = 0, at;
	struct str rest, name;

	if (text.n > HEADING_BYTES || count_words(text) > 12)
		return false;
	n = words_at(x, WORDS_ABOUT, text);
	rest = skip_blank(str_sub(text, n, text.n));
	/* A full stop belongs to the name, or ends a sentence. */
	if (n > 0 && ends_sentence(text) && count_words(text) > 3 && !words_end(x, WORDS_ORGANISATION, text))
		return false;
	if (n > 0 && (rest.n == 0 || str_is(rest, ":")))
		return n > 6;
	if (n > 0 && rest.p == text.p + n && text.p[n - 1] != '\'' && !str_ends(str_sub(text, 0, n), STR("’")))
		return false;
	/* "About the American Heart Association" */
	name = rest;
	if (n > 0 && words_at(x, WORDS_PARTICLE, first_word(rest)) == first_word(rest).n)
		name = skip_blank(str_sub(rest, first_word(rest).n, rest.n));
	/* "Apie „Acme“" */
	if (name.n > 0 && is_opening_quote(first_character(name)))
		utf8_next(&name);
	if (n > 0 && (begins_upper(name) || (n >= 5 && count_words(rest) <= 2)))
		return true;
	at = words_find(x, WORDS_PROFILE, text, &length);
	return at != STR_NPOS && (at + length == text.n || str_is(str_sub(text, at + length, text.n), ":")) &&
	       begins_upper(text);
}

static struct tail_head
notes_head(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_NOTES, text);
	struct str rest = skip_blank(str_sub(text, n, text.n));

	if (n == 0)
		return (struct tail_head){ ROLE_NONE, false };
	return (struct tail_head){ ROLE_NOTES, rest.n == 0 || str_is(rest, ":") };
}

static struct tail_head
legal_head(const struct lexicon *x, struct str text, bool late)
{
	size_t n = words_at(x, WORDS_LEGAL, text);
	struct str rest = str_sub(text, n, text.n);

	if (n > 0 && text.n <= HEADING_BYTES && count_words(rest) <= 6 && !ends_sentence(text))
		return (struct tail_head){ ROLE_LEGAL, true };
	if (n > 0 && rest.p[0] == ':' && count_words(rest) > 6)
		return (struct tail_head){ ROLE_LEGAL, false };
	if (late && text.n > HEADING_BYTES && words_find(x, WORDS_LEGAL_TEXT, str_sub(text, 0, LEGAL_BYTES), &n) != STR_NPOS)
		return (struct tail_head){ ROLE_LEGAL, false };
	return (struct tail_head){ ROLE_NONE, false };
}

/* `late`: the text stands where legal text without a heading may; looking for its words is the dearest of all. */
static struct tail_head
head_of(const struct lexicon *x, struct str text, bool late)
{
	struct tail_head head;
	struct field ignored;

	take(&text, "(");
	if (text.n == 0 || str_find_char(text, '\n') != STR_NPOS)
		return (struct tail_head){ ROLE_NONE, false };
	head = contact_head(x, text);
	if (head.role == ROLE_NONE)
		head = notes_head(x, text);
	if (head.role == ROLE_NONE)
		head = legal_head(x, text, late);
	if (head.role == ROLE_NONE && is_about_head(x, text) && !field_next(text, 0, &ignored))
		head = (struct tail_head){ ROLE_BOILERPLATE, true };
	return head;
}

bool
is_late(const struct release *r, size_t i)
{
	return i + LATE >= r->n;
}

struct tail_head
tail_head_of(const struct lexicon *x, struct str text)
{
	return head_of(x, text, true);
}

struct tail_head
piece_head(const struct release *r, struct piece *p)
{
	if (!p->head_known)
		p->head = head_of(&r->words, p->text, is_late(r, (size_t)(p - r->v)));
	p->head_known = true;
	return p->head;
}

enum role
piece_line(const struct release *r, struct piece *p)
{
	if (!p->line_known)
		p->line = line_role(&r->words, p->text);
	p->line_known = true;
	return p->line;
}

bool
piece_is_contact(const struct release *r, struct piece *p)
{
	if (!p->contact_known)
		p->contact = is_contact_text(&r->words, p->text, piece_head(r, p));
	p->contact_known = true;
	return p->contact;
}

bool
piece_introduces(const struct release *r, struct piece *p)
{
	if (!p->introduces_known)
		p->introduces = introduces(&r->words, p->text);
	p->introduces_known = true;
	return p->introduces;
}

bool
piece_is_person(const struct release *r, struct piece *p)
{
	if (!p->person_known)
		p->person = is_person(&r->words, p->text);
	p->person_known = true;
	return p->person;
}
