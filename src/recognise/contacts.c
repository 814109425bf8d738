/*
 * One contact section: which of its words are names, functions,
 * organisations and addresses, which numbers are for telephone or fax. The
 * lines are cut into segments at commas and the like; addresses and numbers
 * are known by their shape, a name by looking like one and best by agreeing
 * with the e-mail address; what else stands between is an organisation.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	NAME_REACH = 6, /* segments among which a contact's name stands */
	ORGANISATION_BYTES = 120
};

enum segment_kind { SEGMENT_OTHER, SEGMENT_FIELD, SEGMENT_NAME, SEGMENT_FUNCTION, SEGMENT_ORGANISATION, SEGMENT_ADDRESS };

/* A part of a line. */
struct segment {
	struct block *leaf;
	size_t from, to; /* in the leaf's text */
	struct str text;
	enum segment_kind kind;
	enum role role; /* of a field */
	size_t line;	/* counted through the section */
	bool maybe_name;
};

struct segments {
	struct segment *v;
	size_t n, cap;
};

static void
add_segment(struct segments *s, struct segment segment)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 32;
		s->v = mem_grow(s->v, s->cap * sizeof(*s->v));
	}
	s->v[s->n++] = segment;
}

/* Whether the line before a number says that it is for fax. */
static bool
is_fax(const struct lexicon *x, struct str before)
{
	size_t n, m, at = 0;
	bool fax = false;

	/* The last label counts. */
	while (at < before.n) {
		struct str rest = str_sub(before, at, before.n);
		size_t found = words_find(x, WORDS_FAX, rest, &n), phone = words_find(x, WORDS_PHONE, rest, &m);

		if (found == STR_NPOS && phone == STR_NPOS)
			break;
		fax = found != STR_NPOS && (phone == STR_NPOS || found <= phone);
		at += fax ? found + n : phone + m;
	}
	return fax;
}

/* Labels like "Tel.:", "E-mail" or a single letter say what stands behind them and nothing else. */
static bool
is_label(const struct lexicon *x, struct str text)
{
	static const enum words lists[] = { WORDS_PHONE, WORDS_FAX, WORDS_EMAIL, WORDS_WEB, WORDS_ADDRESS, WORDS_JOINER,
		WORDS_TITLE, WORDS_CONTACT };

	while (text.n > 0 && strchr(":.", text.p[text.n - 1]))
		text.n--;
	if (utf8_count(text) == 1)
		return true;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		size_t n = words_at(x, lists[i], text);

		/* "tisková mluvčí" begins a line of contacts, and is what somebody is. */
		if (n > 0 && n >= text.n && !(lists[i] == WORDS_CONTACT && words_has(x, WORDS_FUNCTION, text)))
			return true;
	}
	return false;
}

static size_t
count_numbers(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += ascii_digit(text.p[i]) && (i == 0 || !ascii_digit(text.p[i - 1]));
	return n;
}

/* "Monday to Friday", "Mo–Fr 9 bis 17 Uhr", "9 am to 5 pm": when somebody can be reached. */
static bool
is_hours(const struct lexicon *x, struct str text)
{
	struct date date = { 0 };
	size_t n, m, at = weekday_find(x, text, &n);

	if (at != STR_NPOS && weekday_find(x, str_sub(text, at + n, text.n), &m) != STR_NPOS)
		return true;
	return count_numbers(text) > 1 && time_find(x, text, &date);
}

/* "Nerudova 1", "28802", "〒100-0001": numbers, and what is written beside them is a name. */
static bool
is_address(struct str text)
{
	bool small = false;

	if (count_numbers(text) == 0)
		return false;
	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		if (utf8_is_upper(c))
			return true;
		small = small || utf8_is_lower(c);
	}
	return !small;
}

static enum segment_kind
kind_of(const struct lexicon *x, struct str text, bool *maybe_name)
{
	*maybe_name = false;
	if (text.n == 0 || is_label(x, text) || text.n > ORGANISATION_BYTES || is_hours(x, text))
		return SEGMENT_OTHER;
	if (words_at(x, WORDS_ORGANISATION, text) == text.n)
		return SEGMENT_ORGANISATION;
	if (is_address(text))
		return SEGMENT_ADDRESS;
	if (count_numbers(text) > 0)
		return SEGMENT_OTHER;
	if (is_person(x, text)) {
		*maybe_name = true;
		return SEGMENT_ORGANISATION;
	}
	if (words_has(x, WORDS_FUNCTION, text) && count_words(text) <= 8)
		return SEGMENT_FUNCTION;
	return begins_upper(text) && !ends_sentence(text) ? SEGMENT_ORGANISATION : SEGMENT_OTHER;
}

/* Where the next segment of a line ends: at a comma and the like, or a dash or slash between blanks. */
static size_t
segment_end(struct str text, size_t at, size_t end)
{
	struct str rest = str_sub(text, at, end);

	while (rest.n > 0) {
		size_t here = end - rest.n;
		uint32_t c = utf8_next(&rest);
		bool blanks = here > at && is_blank((unsigned char)text.p[here - 1]) && rest.n > 0 &&
			      is_blank((unsigned char)rest.p[0]);

		if (c == ',' || c == ';' || c == '|' || c == 0x2022 || c == ':' || ((is_dash(c) || c == '/') && blanks))
			return here;
	}
	return end;
}

static struct segment
part_of(const struct segment *s, size_t from, size_t to, enum segment_kind kind)
{
	struct segment part = *s;

	part.text = trim_blank(str_sub(s->text, from, to));
	part.from = s->from + (size_t)(part.text.p - s->text.p);
	part.to = part.from + part.text.n;
	part.kind = kind;
	part.maybe_name = kind == SEGMENT_ORGANISATION;
	return part;
}

/* Adds a segment, or two where a function and a name are one; of an invitation the name in it. */
static void
add_person(struct segments *s, const struct lexicon *x, struct segment both)
{
	bool invites = both.kind != SEGMENT_OTHER && asks_to_contact(x, both.text), function = both.kind == SEGMENT_FUNCTION;
	struct str name = invites ? last_name(x, both.text) : STR_NONE;
	size_t from = name.n > 0 ? (size_t)(name.p - both.text.p) : 0;
	size_t at = function && !invites ? name_behind_function(x, both.text) : 0;
	size_t end = function && !invites && at == 0 ? function_behind_name(x, both.text) : 0;

	if (invites) {
		add_segment(s, part_of(&both, from, from + name.n, name.n > 0 ? SEGMENT_ORGANISATION : SEGMENT_OTHER));
	} else if (at > 0) {
		add_segment(s, part_of(&both, 0, at, SEGMENT_FUNCTION));
		add_segment(s, part_of(&both, at, both.text.n, SEGMENT_ORGANISATION));
	} else if (end > 0) {
		add_segment(s, part_of(&both, 0, end, SEGMENT_ORGANISATION));
		add_segment(s, part_of(&both, end, both.text.n, SEGMENT_FUNCTION));
	} else {
		add_segment(s, both);
	}
}

/* "E-posta: name@example.com": one word and a colon before a field names the field, in whatever language. */
static bool
names_field(const struct lexicon *x, struct str part, struct str behind)
{
	return str_starts(behind, STR(":")) && !has_words(part, 2) && words_at(x, WORDS_ORGANISATION, part) != part.n &&
	       trim_blank(str_sub(behind, 1, behind.n)).n == 0;
}

static void
add_words(struct segments *s, const struct lexicon *x, struct segment base, struct str text, size_t from, size_t to)
{
	while (from < to) {
		size_t end = segment_end(text, from, to), skip = end < to ? 1 : 0;
		struct str part = trim_blank(str_sub(text, from, end));
		struct str mark = str_sub(text, end, to);

		while (part.n > 0 && strchr("([*/-", part.p[0]))
			part = trim_blank(str_sub(part, 1, part.n));
		while (part.n > 0 && strchr(")]*/-", part.p[part.n - 1]) && str_find_char(part, '(') == STR_NPOS)
			part = trim_blank(str_sub(part, 0, part.n - 1));
		base.text = part;
		base.from = (size_t)(part.p - text.p);
		base.to = base.from + part.n;
		base.kind = kind_of(x, part, &base.maybe_name);
		/* "Dotazy žadatelů: linka 800 ..." says what the line is for. */
		if (str_starts(mark, STR(":")) && (count_words(str_sub(mark, 1, mark.n)) > 0 || names_field(x, part, mark)))
			base.kind = SEGMENT_OTHER, base.maybe_name = false;
		if (part.n > 0)
			add_person(s, x, base);
		if (skip && mark.n > 0)
			utf8_next(&mark);
		from = skip ? to - mark.n : to;
	}
}

/* What a field is to a contact; `before` is what stands between it and the field before. */
static enum role
role_of_field(const struct lexicon *x, enum field_kind kind, struct str before)
{
	if (kind == FIELD_EMAIL)
		return ROLE_CONTACT_EMAIL;
	if (kind == FIELD_WEB)
		return ROLE_CONTACT_WEB;
	return is_fax(x, before) ? ROLE_CONTACT_FAX : ROLE_CONTACT_PHONE;
}

/* Cuts one line into fields and what stands between. */
static void
read_line(struct segments *s, const struct lexicon *x, struct segment base, struct str text, size_t from, size_t to)
{
	struct str line = str_sub(text, from, to);
	size_t head = words_at(x, WORDS_CONTACT, line), at = from;
	struct field f;

	if (words_at(x, WORDS_PUBLIC, line) > 0)
		return;
	/* "Lisainfo:" says what follows. */
	if (str_ends(line, STR(":")) && !field_next(line, 0, &f))
		return;
	/* "Kontakt pro média: NAME": the words of the heading are none of the contact. */
	if (head > 0 && str_starts(skip_blank(str_sub(line, head, line.n)), STR(":")))
		at = from + head;
	for (; field_next(str_sub(text, 0, to), at, &f); at = f.to) {
		struct segment field = base;

		add_words(s, x, base, text, at, f.from);
		field.kind = SEGMENT_FIELD;
		field.from = f.from;
		field.to = f.to;
		field.text = str_sub(text, f.from, f.to);
		field.role = role_of_field(x, f.kind, str_sub(text, at, f.from));
		add_segment(s, field);
	}
	add_words(s, x, base, text, at, to);
}

/* "example.com" beside "jane@example.com" is a web address. */
static void
find_sites(struct segments *s)
{
	struct str host = STR_NONE;

	for (size_t i = 0; i < s->n; i++) {
		struct segment *at = &s->v[i];
		bool email = at->kind == SEGMENT_FIELD && at->role == ROLE_CONTACT_EMAIL;

		if (email) {
			host = str_sub(at->text, str_find_char(at->text, '@') + 1, at->text.n);
		} else if (host.n > 0 && at->kind != SEGMENT_FIELD && str_eq_nocase(at->text, host)) {
			at->kind = SEGMENT_FIELD;
			at->role = ROLE_CONTACT_WEB;
		}
	}
}

static void
read_section(struct segments *s, struct release *r, struct block *section)
{
	size_t line_number = 0;

	for (struct walk w = { .root = section }; walk_next(&w);) {
		struct segment base = { .leaf = (struct block *)w.at };
		struct str text, rest, line;

		if (w.leaving || w.at->type != BLOCK_PARA)
			continue;
		text = rest = block_text(&r->d->arena, w.at);
		while (str_next(&rest, '\n', &line)) {
			size_t from = (size_t)(line.p - text.p);

			base.line = ++line_number;
			read_line(s, &r->words, base, text, from, from + line.n);
		}
	}
}

/*
 * The end of the contact that begins at segment i: a line of words behind a
 * line of fields begins the next one, if a name stands in it.
 */
static size_t
contact_end(const struct segments *s, size_t i)
{
	bool fields = false;

	for (size_t j = i; j < s->n; j++) {
		const struct segment *at = &s->v[j];
		bool new_line = j > i && at->line != s->v[j - 1].line;

		if (fields && new_line && at->kind != SEGMENT_FIELD && at->kind != SEGMENT_OTHER)
			for (size_t k = j; k < s->n && k < j + NAME_REACH && s->v[k].kind != SEGMENT_FIELD; k++)
				if (s->v[k].maybe_name || s->v[k].kind == SEGMENT_ORGANISATION)
					return j;
		fields = fields || (at->kind == SEGMENT_FIELD && at->role != ROLE_CONTACT_WEB);
	}
	return s->n;
}

static const struct segment *
email_of(const struct segments *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s->v[i].kind == SEGMENT_FIELD && s->v[i].role == ROLE_CONTACT_EMAIL)
			return &s->v[i];
	return NULL;
}

/* Picks the name among those that could be one: the one in the e-mail address, unless the headline has it, else the first. */
static void
choose_name(struct release *r, struct segments *s, size_t from, size_t to)
{
	const struct segment *email = email_of(s, from, to);
	struct segment *name = NULL;

	for (size_t i = from; i < to; i++) {
		if (email && s->v[i].kind == SEGMENT_ORGANISATION && is_name_in_capitals(&r->words, s->v[i].text, email->text))
			s->v[i].maybe_name = true;
		if (!s->v[i].maybe_name)
			continue;
		if (email && str_find(r->headline, s->v[i].text) == STR_NPOS &&
			name_agrees(&r->d->arena, s->v[i].text, email->text)) {
			name = &s->v[i];
			break;
		}
		name = name ? name : &s->v[i];
	}
	if (name)
		name->kind = SEGMENT_NAME;
	/* In a language without a table, words that look like a name may as well say what the person is. */
	for (size_t i = from; name && r->words.unknown && i < to; i++)
		if (s->v[i].maybe_name && s->v[i].kind != SEGMENT_NAME)
			s->v[i].kind = SEGMENT_OTHER;
}

/* Where neither an e-mail address nor a number stands, only a name is sure. */
static void
forget_loose(struct segments *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s->v[i].kind == SEGMENT_FIELD && s->v[i].role != ROLE_CONTACT_WEB)
			return;
	for (size_t i = from; i < to; i++)
		if (s->v[i].kind != SEGMENT_FIELD && s->v[i].kind != SEGMENT_NAME)
			s->v[i].kind = SEGMENT_OTHER;
}

static enum role
role_of(const struct segment *s)
{
	switch (s->kind) {
	case SEGMENT_FIELD:
		return s->role;
	case SEGMENT_NAME:
		return ROLE_CONTACT_NAME;
	case SEGMENT_FUNCTION:
		return ROLE_CONTACT_FUNCTION;
	case SEGMENT_ORGANISATION:
		return ROLE_CONTACT_ORG;
	case SEGMENT_ADDRESS:
		return ROLE_CONTACT_ADDRESS;
	case SEGMENT_OTHER:
		break;
	}
	return ROLE_NONE;
}

/* "Odbor X, Úřad Y" and "Nerudova 1, 288 02 Nymburk" in one line are one thing. */
static bool
goes_on(const struct segment *a, const struct segment *b)
{
	return a->leaf == b->leaf && a->line == b->line && a->kind == b->kind &&
	       (a->kind == SEGMENT_ORGANISATION || a->kind == SEGMENT_ADDRESS);
}

static void
mark_segments(struct release *r, const struct segments *s)
{
	struct marks marks = { 0 };

	for (size_t i = 0; i < s->n; i++) {
		size_t last = i;
		const struct segment *from = &s->v[i];

		while (last + 1 < s->n && goes_on(&s->v[last], &s->v[last + 1]))
			last++;
		if (role_of(from) != ROLE_NONE)
			marks_add(&marks, from->from, s->v[last].to, role_of(from));
		i = last;
		if (i + 1 == s->n || s->v[i + 1].leaf != from->leaf)
			marks_apply(r->d, from->leaf, &marks);
	}
}

void
find_contacts(struct release *r, struct block *section)
{
	struct segments s = { 0 };

	read_section(&s, r, section);
	find_sites(&s);
	for (size_t i = 0; i < s.n;) {
		size_t end = contact_end(&s, i);

		choose_name(r, &s, i, end);
		forget_loose(&s, i, end);
		i = end;
	}
	mark_segments(r, &s);
	free(s.v);
}
