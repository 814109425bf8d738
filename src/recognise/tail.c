/*
 * What follows the text of a release: end mark, boilerplate, contacts, notes
 * to editors, legal text, source line, closing date. Sections begin with a
 * heading from the word tables and end where the next one begins; contacts
 * and source are known without a heading too.
 */
#include <string.h>

#include "base/mend.h"
#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	CONTACT_WORDS = 3,	/* lines of words above the fields of a contact */
	CONTACT_LINE = 160,	/* bytes of a line that may belong to a contact */
	ADDRESS_WORDS = 12,	/* of a postal address */
	REACH = 500,		/* blocks behind the lead, and at the end: between them is a book's or a record's text */
	FACTS = 10,		/* blocks below the lead among which a page's own facts may stand */
	TABLE_LINES = 16,	/* of text in a table of contacts */
	BOILERPLATE_PARAS = 12, /* more paragraphs than that are no boilerplate */
	PARAGRAPH_LEAST = 60,	/* bytes of one */
	CONTACT_REACH = 8,	/* blocks below a heading among which a contact stands */
	HEADING_BYTES = 120,
	HEADING_WORDS = 5, /* of a contact, in a line that ends in a colon */
	END_BYTES = 40, /* of an end mark that is a word between dashes */
	PROSE = 200 /* bytes of a paragraph that is no heading, caption or line */
};

/* The section that is being filled. */
struct tail {
	struct release *r;
	struct block *section; /* NULL: none */
	bool dated;	       /* the text may have one closing date, and no more */
	bool ended;	       /* an end mark or notes to editors have been seen */
	bool fields;	       /* an address or a number stands in the section */
};

static size_t
longest_line(struct str text)
{
	size_t longest = 0;
	struct str line;

	while (str_next(&text, '\n', &line))
		longest = line.n > longest ? line.n : longest;
	return longest;
}

/* Whether a block without a heading is a contact by itself: short lines, among them a name and an address or number. */
bool
is_contact_text(const struct lexicon *x, struct str text, struct tail_head head)
{
	struct str first = text, line;

	if (head.role == ROLE_CONTACT)
		return !head.alone && has_field(x, text);
	if (longest_line(text) > CONTACT_LINE || !has_field(x, text))
		return false;
	/* A sentence with an address in it is none. */
	line = first;
	str_next(&first, '\n', &line);
	if (str_find_char(text, '\n') == STR_NPOS)
		return text.n <= CONTACT_LINE && !ends_sentence(text) && is_person(x, str_sub(text, 0,
			str_find_char(text, ',')));
	return !ends_sentence(line) || count_words(line) <= 4;
}

/* Nothing but an address or a number, perhaps with its label. */
static bool
is_field(const struct lexicon *x, struct str text)
{
	static const enum words labels[] = { WORDS_PHONE, WORDS_FAX, WORDS_EMAIL, WORDS_WEB };
	struct field f;

	if (text.n > 2 * CONTACT_LINE || !field_next(text, 0, &f) || f.to != text.n)
		return false;
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		size_t n = words_at(x, labels[i], text);
		struct str rest = str_sub(text, n, f.from);

		take(&rest, ":");
		if (n > 0 && trim_blank(rest).n == 0)
			return true;
	}
	return f.from == 0 && f.kind != FIELD_WEB;
}

/* "example.com" below "jane@example.com". */
static bool
is_site_of(struct str text, struct str email)
{
	size_t at = str_find_char(email, '@');

	return at != STR_NPOS && str_eq_nocase(text, str_sub(email, at + 1, email.n));
}

size_t
contact_lines(const struct release *r, size_t i)
{
	size_t end = 0, words = 0;

	if (r->v[i].b->type != BLOCK_PARA || !piece_is_person(r, &r->v[i]))
		return 0;
	for (size_t j = i; j < r->n && words <= CONTACT_WORDS; j++) {
		struct piece *p = &r->v[j];

		if (p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE || p->text.n > CONTACT_LINE / 2)
			break;
		if (is_field(&r->words, p->text) || (end == j && end > 0 && is_site_of(p->text, r->v[j - 1].text)))
			end = j + 1;
		else if (end > 0)
			break;
		else
			words++;
	}
	return end > 0 ? end - i : 0;
}

static void
close_section(struct tail *t)
{
	if (t->section && t->section->role == ROLE_CONTACT)
		find_contacts(t->r, t->section);
	t->section = NULL;
}

static void
open_section(struct tail *t, struct piece *p, enum role role)
{
	close_section(t);
	t->section = release_section(t->r, p->b, role);
	t->fields = false;
}

static void
add_to_section(struct tail *t, struct piece *p)
{
	struct field f;

	t->fields = t->fields || field_next(p->text, 0, &f);
	if (t->section != p->b)
		block_move(p->b, t->section, NULL);
}

/* How many paragraphs a boilerplate that begins here would have, up to the next thing that is known. */
static size_t
paragraphs_ahead(const struct release *r, size_t i)
{
	size_t n = 0;

	for (i++; i < r->n; i++) {
		struct piece *p = &r->v[i];
		enum role role = piece_line(r, p);

		if (p->b->role != ROLE_NONE || role == ROLE_END_MARK || role == ROLE_SOURCE)
			break;
		if (piece_head(r, p).role != ROLE_NONE || piece_is_contact(r, p))
			break;
		n += p->b->type == BLOCK_PARA && p->text.n >= PARAGRAPH_LEAST;
	}
	return n;
}

/* Whether a person, an address or a number stands below a heading. The menus of pages have such headings too. */
static bool
contact_follows(const struct release *r, size_t i)
{
	struct field f;

	for (size_t end = i + CONTACT_REACH; i < r->n && i < end; i++) {
		struct piece *p = &r->v[i];

		if (p->b->role != ROLE_NONE || p->text.n > 2 * PROSE)
			return false;
		if (has_field(&r->words, p->text) || piece_is_person(r, p) ||
			(field_next(p->text, 0, &f) && f.kind != FIELD_WEB))
			return true;
		if (piece_head(r, p).alone)
			return false;
	}
	return false;
}

/* Whether the heading opens a section here, or only looks like one in the middle of the text. */
static bool
opens_section(const struct release *r, size_t i, struct tail_head head)
{
	if (r->given[head.role])
		return false;
	if (head.role == ROLE_BOILERPLATE) {
		size_t ahead = paragraphs_ahead(r, i);

		return ahead > 0 && ahead <= BOILERPLATE_PARAS && i > r->lead;
	}
	if (head.role == ROLE_CONTACT && head.alone)
		return contact_follows(r, i + 1);
	return true;
}

/* Whether a block goes on with a contact: short lines, or fields. */
static bool
goes_on_contact(const struct piece *p)
{
	struct field f;

	if (p->b->type != BLOCK_PARA && p->b->type != BLOCK_LIST && p->b->type != BLOCK_HEAD)
		return false;
	if (longest_line(p->text) > CONTACT_LINE)
		return false;
	return field_next(p->text, 0, &f) || !ends_sentence(p->text);
}

/* A date line or a byline; *date gets the day when it is the first. */
static void
take_date_line(struct release *r, const struct piece *p, enum role role, struct date *date)
{
	struct dateline line = { 0 };
	struct marks marks = { 0 };

	release_give(r, p, role);
	if (p->b->role != ROLE_DATE_LINE || !date_line_read(&r->words, p->text, &line))
		return;
	if (date->year == 0)
		*date = line.date;
	marks_add(&marks, line.place_from, line.place_to, ROLE_PLACE);
	marks_apply(r->d, p->b, &marks);
}

/* "Martin Jiránek - Trutnovský rodák" below the last paragraph: who has written it. */
static bool
is_signature(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i], *next = i + 1 < r->n ? &r->v[i + 1] : NULL;
	size_t dash;

	if (p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE || i <= r->lead || p->text.n > HEADING_BYTES ||
		(next && next->b->type != BLOCK_SECTION && next->b->role == ROLE_NONE))
		return false;
	dash = str_find(p->text, STR(" - "));
	if (dash == STR_NPOS)
		dash = str_find(p->text, STR(" – "));
	return dash != STR_NPOS && is_person(&r->words, str_sub(p->text, 0, dash)) && !ends_sentence(p->text);
}

/* "- koniec -" in the second half: one word between dashes, in whatever language. */
static bool
is_end_word(const struct release *r, size_t i)
{
	struct str text = r->v[i].text;
	size_t letters = 0;

	if (i * 2 <= r->n || text.n > END_BYTES || text.n == 0 || !is_dash(utf8_last(text)) || !is_dash(utf8_next(&text)))
		return false;
	text = skip_blank(text);
	for (struct str rest = text; rest.n > 0 && utf8_is_letter(utf8_next(&rest)); text = rest)
		letters++;
	text = skip_blank(text);
	return letters >= 3 && text.n > 0 && is_dash(utf8_next(&text)) && text.n == 0;
}

/* Lines that are what they are wherever they stand. True when this is one. */
static bool
take_line(struct tail *t, size_t i)
{
	struct release *r = t->r;
	struct piece *p = &r->v[i];
	enum role role = piece_line(r, p);

	if (p->b->type != BLOCK_PARA && p->b->type != BLOCK_HEAD)
		return false;
	if (role == ROLE_NONE && is_end_word(r, i))
		role = ROLE_END_MARK;
	if (role == ROLE_END_MARK || role == ROLE_SOURCE) {
		close_section(t);
		t->ended = t->ended || role == ROLE_END_MARK;
		release_give(r, p, role);
		return true;
	}
	if (is_signature(r, i)) {
		close_section(t);
		release_give(r, p, ROLE_BYLINE);
		return true;
	}
	if ((role == ROLE_DATE_LINE || role == ROLE_BYLINE) && i <= r->lead + FACTS &&
		str_find_char(p->text, ':') != STR_NPOS) {
		take_date_line(r, p, role, &r->date_line);
		return true;
	}
	if (role == ROLE_DATE_LINE && t->dated && i * 2 > r->n && !(t->section && t->section->role == ROLE_CONTACT)) {
		close_section(t);
		take_date_line(r, p, role, &r->closing);
		return true;
	}
	return false;
}

static void
take_head(struct tail *t, size_t i, struct tail_head head)
{
	struct piece *p = &t->r->v[i];
	bool contact = t->section && t->section->role == ROLE_CONTACT && head.role == ROLE_CONTACT;
	/* "Press office" below a name, above its number, says who that is. */
	bool below_name = contact && head.alone && t->section->last->type == BLOCK_PARA && !t->fields;
	bool same = contact && (!head.alone || below_name);

	if (!same)
		open_section(t, p, head.role);
	t->ended = t->ended || head.role == ROLE_NOTES;
	add_to_section(t, p);
	if (head.alone && !below_name)
		make_heading(p->b);
	/* One paragraph of notes or of legal text is no heading for what follows. */
	if (!head.alone && head.role != ROLE_CONTACT)
		close_section(t);
}

static bool
may_stand_in_section(const struct block *b)
{
	return b->role == ROLE_NONE && block_holds(BLOCK_SECTION, b->type);
}

/* Some set their contacts in the cells of a table. */
static bool
is_contact_table(const struct piece *p)
{
	struct str rest = p->text, line;
	size_t lines = 0;

	while (str_next(&rest, '\n', &line))
		lines++;
	return p->b->type == BLOCK_TABLE && lines <= TABLE_LINES;
}

/* "Acme, Nerudova 697/1, 288 02 Nymburk": one line with commas, the number of a house and that of a post office. */
static bool
is_postal_address(struct str text)
{
	size_t numbers = 0, digits = 0, most = 0;

	if (text.n > CONTACT_LINE || str_find_char(text, '\n') != STR_NPOS || str_find_char(text, ',') == STR_NPOS ||
		!begins_upper(text) || ends_sentence(text) || count_words(text) > ADDRESS_WORDS)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		bool digit = ascii_digit(text.p[i]);

		/* "288 02" is one number. */
		if (!digit && !(text.p[i] == ' ' && digits == 3))
			digits = 0;
		numbers += digit && digits == 0;
		digits += digit;
		most = digits > most ? digits : most;
	}
	return numbers >= 2 && most >= 4 && most <= 6;
}

/* An address right above a contact is the contact's. */
static bool
is_address_of_contact(const struct release *r, size_t i)
{
	return r->v[i].b->type == BLOCK_PARA && i + 1 < r->n && is_postal_address(r->v[i].text) &&
	       r->v[i + 1].b->type == BLOCK_PARA && piece_is_contact(r, &r->v[i + 1]);
}

/* "Basın İrtibat:" in the first line of a contact is its heading, in whatever language. */
static void
part_heading(struct tail *t, struct piece *p)
{
	size_t end = str_find_char(p->text, '\n');
	struct str line = str_sub(p->text, 0, end);
	struct block *behind, *heading = p->b;

	if (end == STR_NPOS || p->b->type != BLOCK_PARA || !str_ends(line, STR(":")) ||
		has_words(line, HEADING_WORDS + 1) || !options_mend(t->r->o, MEND_GLUED_LINE))
		return;
	mended(t->r->d->diag, block_place(heading), MEND_GLUED_LINE, "\"%.*s\" is a line by itself", STR_FMT(line));
	behind = leaf_split(t->r->d, heading, end);
	block_move(heading, t->section, NULL);
	make_heading(heading);
	p->b = behind;
	p->text = str_sub(p->text, end + 1, p->text.n);
	p->changed = t->r->moved = true;
}

/* What has no heading of its own: it goes on with the open section, or opens one, or is text. */
static void
take_other(struct tail *t, size_t i)
{
	struct release *r = t->r;
	struct piece *p = &r->v[i];
	bool contact = t->section && t->section->role == ROLE_CONTACT;

	if (contact && !goes_on_contact(p))
		close_section(t);
	/* "Mobile: ..." and "E-mail: ..." below notes or a boilerplate. */
	if (t->section && !contact && !r->given[ROLE_CONTACT] && i + 1 < r->n && is_field(&r->words, p->text) &&
		is_field(&r->words, r->v[i + 1].text)) {
		open_section(t, p, ROLE_CONTACT);
		contact = true;
	}
	if (t->section && (contact || !(piece_is_contact(r, p) || contact_lines(r, i) > 0))) {
		add_to_section(t, p);
		return;
	}
	if (!r->given[ROLE_CONTACT] && (contact_lines(r, i) > 0 || is_address_of_contact(r, i))) {
		open_section(t, p, ROLE_CONTACT);
		add_to_section(t, p);
	} else if (!r->given[ROLE_CONTACT] && (p->b->type == BLOCK_PARA || is_contact_table(p)) &&
		piece_is_contact(r, p)) {
		open_section(t, p, ROLE_CONTACT);
		part_heading(t, p);
		add_to_section(t, p);
	} else if (is_bare_boilerplate(r, i, t->ended)) {
		open_section(t, p, ROLE_BOILERPLATE);
		add_to_section(t, p);
	}
}

/* The block behind it to look at: in a long document, what stands far from its begin and its end is passed over. */
static size_t
next_in_reach(const struct release *r, size_t i)
{
	i++;
	return i > r->lead + REACH && i + REACH < r->n ? r->n - REACH : i;
}

/* One date below the text is its closing date; several are those of other texts. */
static bool
has_closing_date(const struct release *r)
{
	size_t n = 0;

	for (size_t i = r->lead + 1; i < r->n && r->dateline.year == 0 && r->date_line.year == 0;
		i = next_in_reach(r, i))
		n += piece_line(r, &r->v[i]) == ROLE_DATE_LINE;
	return n == 1;
}

static void
take_block(struct tail *t, size_t i)
{
	struct piece *p = &t->r->v[i];
	struct tail_head head;

	if (!may_stand_in_section(p->b)) {
		close_section(t);
		return;
	}
	if (take_line(t, i))
		return;
	head = p->b->type == BLOCK_PARA || p->b->type == BLOCK_HEAD ? piece_head(t->r, p)
								     : (struct tail_head){ ROLE_NONE, false };
	if (head.role == ROLE_NONE && heads_contact(t->r, i))
		head = (struct tail_head){ ROLE_CONTACT, true };
	if (head.role == ROLE_NONE && heads_boilerplate(t->r, i, t->ended))
		head = (struct tail_head){ ROLE_BOILERPLATE, true };
	if (head.role != ROLE_NONE && opens_section(t->r, i, head)) {
		take_head(t, i, head);
	} else if (head.role == ROLE_CONTACT && head.alone) {
		close_section(t);
		make_heading(p->b);
	} else {
		take_other(t, i);
	}
}

static void
find_lead(struct release *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].b->role == ROLE_LEAD)
			r->lead = i;
}

void
find_tail(struct release *r)
{
	struct tail t = { .r = r };

	release_gather(r);
	r->lead = r->n;
	find_lead(r);
	t.dated = has_closing_date(r);
	for (size_t i = r->lead + 1, next; i < r->n; i = next) {
		take_block(&t, i);
		next = next_in_reach(r, i);
		if (next != i + 1)
			close_section(&t);
	}
	close_section(&t);
	release_gather(r);
	find_lead(r);
	if (r->lead < r->n && !r->headed)
		find_headings(r);
}
