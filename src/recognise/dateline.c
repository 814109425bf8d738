/*
 * The grammar: parts in any order, each followed by a separator.
 *     dateline  = part { [separator] part } end
 *     part      = place | date | wire tag
 *     place     = name { ("/" | "," | "and") name }
 *     separator = blank | ","
 *     end       = " – " | "—" | "--" | ":" | "." | "="
 * An end that is followed by another part was a separator. What looks like a
 * dateline and is not is a sentence that begins with a date ("V úterý 5.
 * května 2020 odešel ..."): it has a preposition where the place should be,
 * or nothing behind the year.
 */
#include "recognise/dateline.h"

#include <string.h>

#include "base/utf8.h"
#include "recognise/release.h"

enum {
	PLACE_WORDS = 8, /* in all names of places together */
	NAME_WORDS = 5,	 /* in one of them */
	TAG_BYTES = 40
};

enum separator { SEPARATOR_NONE, SEPARATOR_COMMA, SEPARATOR_STOP, SEPARATOR_COLON, SEPARATOR_DASH };

/* Text marked up with asterisks or underscores, as some senders do, counts as if it were not. */
static struct str
skip_filling(struct str s)
{
	for (;;) {
		s = skip_blank(s);
		if (s.n == 0 || !strchr("*_", s.p[0]))
			return s;
		s = str_sub(s, 1, s.n);
	}
}

size_t
wire_tag(struct str text)
{
	static const struct {
		const char *open, *close;
	} shapes[] = { { "(", ")" }, { "--", "--" }, { "/", "/" }, { "[", "]" } };

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		struct str s = text;
		size_t end;

		if (!take(&s, shapes[i].open) || s.n == 0)
			continue;
		end = str_find(str_sub(s, 0, TAG_BYTES), str_of(shapes[i].close));
		if (end == STR_NPOS || end < 2 || is_blank((unsigned char)s.p[0]) != is_blank((unsigned char)s.p[end - 1]))
			continue;
		if (utf8_is_letter(utf8_last(str_trim(str_sub(s, 0, end)))) || ascii_digit(s.p[end - 1]))
			return text.n - s.n + end + strlen(shapes[i].close);
	}
	return 0;
}

static enum separator
separator_take(struct str *rest)
{
	struct str s = skip_filling(*rest), after = s;
	bool blank_before = s.p != rest->p;
	uint32_t c = s.n > 0 ? utf8_next(&after) : 0;

	if (is_dash(c)) {
		bool doubled = false;
		struct str more = after;

		while (more.n > 0 && is_dash(utf8_next(&more))) {
			after = more;
			doubled = true;
		}
		/* A hyphen inside a word is none. */
		if (c == '-' && !doubled && !blank_before && after.n > 0 && !is_blank((unsigned char)after.p[0]) &&
			after.p[0] != '(')
			return SEPARATOR_NONE;
		*rest = after;
		return SEPARATOR_DASH;
	}
	if (c == ',' || c == ':' || c == '.' || c == '=') {
		*rest = after;
		return c == ',' ? SEPARATOR_COMMA : c == '.' ? SEPARATOR_STOP : SEPARATOR_COLON;
	}
	return SEPARATOR_NONE;
}

/* The next word of a name: letters, with hyphens, apostrophes and full stops inside ("D.C.", "Rhein-Main"). */
static struct str
name_word(struct str s)
{
	struct str rest = s;

	while (rest.n > 0) {
		struct str before = rest;
		uint32_t c = utf8_next(&rest);
		bool inner = c == '\'' || c == 0x2019 || c == '.' || (c == '-' && (begins_upper(rest) || begins_lower(rest)));

		if (!utf8_is_letter(c) && !inner) {
			rest = before;
			break;
		}
	}
	s.n -= rest.n;
	/* The full stop that ends a sentence is no part of the word; that of an abbreviation is. */
	if (s.n > 4 && str_ends(s, STR(".")) && str_find_char(str_sub(s, 0, s.n - 1), '.') == STR_NPOS)
		s.n--;
	return s;
}

/* One name: capitalised words, with particles in lower case between them. */
static bool
name_take(const struct lexicon *x, struct str *rest, size_t *words)
{
	struct str s = *rest, end = *rest;
	size_t n = 0;

	while (n < NAME_WORDS) {
		struct str word = name_word(s), ignored;
		bool particle = n > 0 && words_are(x, WORDS_PARTICLE, word);
		struct date date;

		if (word.n == 0 || (!begins_upper(word) && !particle))
			break;
		ignored = s;
		if (weekday_at(x, s) == word.n || (n > 0 && date_take(x, &ignored, &date)))
			break;
		s = str_sub(s, word.n, s.n);
		n++;
		if (!particle) {
			end = s;
			*words += 1;
		}
		if (s.n == 0 || !is_blank((unsigned char)s.p[0]))
			break;
		s = skip_blank(s);
	}
	if (end.p == rest->p)
		return false;
	*rest = end;
	return true;
}

/* "/", ", " or a word like "and" between two places. */
static bool
joiner_take(const struct lexicon *x, struct str *rest)
{
	struct str s = *rest;
	size_t n;

	if (take(&s, "/") || take(&s, ",")) {
		s = skip_blank(s);
		*rest = s;
		return true;
	}
	s = skip_blank(s);
	n = words_at(x, WORDS_JOINER, s);
	if (n == 0 || s.p == rest->p)
		return false;
	*rest = skip_blank(str_sub(s, n, s.n));
	return true;
}

static bool
place_take(const struct lexicon *x, struct str *rest)
{
	struct str s = *rest, first = first_word(s), next;
	size_t words = 0;
	struct date date;

	if (words_at(x, WORDS_PREPOSITION, s) == first.n && first.n > 0)
		return false;
	if (!name_take(x, &s, &words))
		return false;
	for (next = s; joiner_take(x, &next); next = s) {
		struct str ignored = next;

		if (date_take(x, &ignored, &date) || weekday_at(x, next) > 0 ||
			!name_take(x, &next, &words))
			break;
		s = next;
	}
	if (words > PLACE_WORDS)
		return false;
	*rest = s;
	return true;
}

/* What has been read so far. */
struct reading {
	const struct lexicon *x;
	struct str text, rest;
	struct dateline line;
	bool place, date, tag;
	bool shape; /* the date is one by its shape alone */
	enum separator last; /* behind the part before */
};

/* A date in brackets: "Praha (12.11.2020) –". */
static bool
bracketed_date(struct reading *r)
{
	struct str s = r->rest;

	if (!take(&s, "(") || !date_take(r->x, &s, &r->line.date))
		return false;
	s = skip_blank(s);
	if (!take(&s, ")"))
		return false;
	r->rest = s;
	r->date = true;
	return true;
}

/* "Praha, v úterý 5. května 2020": behind a place and a comma, small words may stand before the weekday. */
static bool
weekday_date(struct reading *r)
{
	struct str s = r->rest;
	size_t n = words_at(r->x, WORDS_PREPOSITION, s);

	if (!r->place || r->last != SEPARATOR_COMMA || n == 0)
		return false;
	s = skip_blank(str_sub(s, n, s.n));
	if (weekday_at(r->x, s) == 0 || !date_take(r->x, &s, &r->line.date))
		return false;
	r->rest = s;
	return true;
}

/* "Praha, 17. května 2019 –" in a language without a table: behind a place and a comma a day is known by its shape. */
static bool
shaped_date(struct reading *r)
{
	r->shape = r->x->unknown && r->place && r->last == SEPARATOR_COMMA && date_shape_take(r->x, &r->rest);
	return r->shape;
}

/* "SAITAMA, Japan, Dec. 9 Kyodo -": the wire's name without a bracket, right before the dash. */
static bool
bare_tag(struct reading *r)
{
	struct str s = r->rest;
	size_t words = 0;

	if (!r->place || !r->date || r->tag || r->last != SEPARATOR_NONE || !name_take(r->x, &s, &words) || words > 2)
		return false;
	r->rest = s;
	return separator_take(&s) == SEPARATOR_DASH;
}

/* "June 2nd, 2014 (Isla Vista, California) -": behind a date, a bracket with a comma inside is no wire's tag. */
static bool
bracketed_place(struct reading *r, size_t bracket)
{
	size_t from = (size_t)(r->rest.p - r->text.p) + 1, to = from + bracket - 2;

	if (r->place || !r->date || r->rest.p[0] != '(' || bracket < 3 ||
		str_find(str_sub(r->text, from, to), STR(", ")) == STR_NPOS)
		return false;
	r->line.place_from = from;
	r->line.place_to = to;
	r->place = true;
	r->rest = str_sub(r->rest, bracket, r->rest.n);
	return true;
}

static bool
part_take(struct reading *r)
{
	struct str s = skip_filling(r->rest), before = s;
	size_t n;

	r->rest = s;
	if (!r->date && (bracketed_date(r) || date_take(r->x, &r->rest, &r->line.date) || weekday_date(r) || shaped_date(r))) {
		r->date = true;
		return true;
	}
	n = wire_tag(s);
	if (n > 0 && bracketed_place(r, n))
		return true;
	if (n > 0) {
		r->tag = true;
		r->rest = str_sub(s, n, s.n);
		return true;
	}
	if (bare_tag(r)) {
		r->tag = true;
		return true;
	}
	r->rest = before;
	if (r->place || !place_take(r->x, &r->rest))
		return false;
	r->place = true;
	r->line.place_from = (size_t)(s.p - r->text.p);
	r->line.place_to = (size_t)(r->rest.p - r->text.p);
	return true;
}

/* Whether another part follows an end: "(WIRE) - January 2 - DALLAS —". A place there must be closed by a dash. */
static bool
part_follows(const struct reading *r)
{
	struct reading ahead = *r;

	if (!part_take(&ahead))
		return false;
	if (ahead.place && !r->place) {
		enum separator end = separator_take(&ahead.rest);

		return end == SEPARATOR_DASH && ahead.rest.n > 0;
	}
	return true;
}

/* Whether what was read is a dateline when this separator ends it. */
static bool
complete(const struct reading *r, enum separator end, bool first)
{
	struct str after = skip_filling(r->rest);
	bool capital = after.n > 0 && !begins_lower(after);

	/* "Jan Novák, 5. května 1980. Narozen v Praze." */
	if (r->place && r->date && end == SEPARATOR_STOP && !first &&
		is_person(r->x, str_sub(r->text, r->line.place_from, r->line.place_to)))
		return false;
	if (r->shape)
		return end == SEPARATOR_DASH;
	if (r->place && r->date)
		return end >= SEPARATOR_STOP || (end == SEPARATOR_COMMA && first && begins_upper(after)) ||
		       (end == SEPARATOR_NONE && r->tag && begins_upper(after));
	if (r->place && r->tag)
		return end == SEPARATOR_DASH;
	if (r->place) {
		struct str place = str_sub(r->text, r->line.place_from, r->line.place_to);

		return first && end == SEPARATOR_DASH && capital && count_words(place) <= 4;
	}
	if (r->date)
		return end >= SEPARATOR_COLON && (first || r->tag) && capital;
	return false;
}

/* All of it in brackets: "( Pescasseroli, 14 Gennaio 20 )". */
static bool
bracketed_line(const struct lexicon *x, struct str text, struct dateline *line)
{
	size_t close = str_find_char(str_sub(text, 0, 2 * TAG_BYTES), ')');

	if (close == STR_NPOS || text.p[0] != '(' || !date_line_read(x, str_sub(text, 1, close), line))
		return false;
	line->place_from += 1;
	line->place_to += 1;
	line->end = close + 1;
	return line->place_to > line->place_from;
}

bool
dateline_read(const struct lexicon *x, struct str text, bool first, struct dateline *line)
{
	struct reading r = { .x = x, .text = text, .rest = text };
	enum separator end = SEPARATOR_NONE;

	if (bracketed_line(x, text, line))
		return true;
	while (part_take(&r)) {
		struct str before = r.rest;

		end = r.last = separator_take(&r.rest);
		/* "Győr, 2025. május 12. Új": the full stop is the day's, and ends the dateline. */
		if (end == SEPARATOR_NONE && r.place && r.date && before.p > text.p && before.p[-1] == '.')
			end = SEPARATOR_STOP;
		/* "3. lipnja 2025. –": the full stop is the year's. */
		if (end == SEPARATOR_STOP && r.date && (before = r.rest, separator_take(&before) == SEPARATOR_DASH))
			end = separator_take(&r.rest);
		if (end >= SEPARATOR_STOP && complete(&r, end, first) && !part_follows(&r))
			break;
		/* Without a separator a blank or a bracket must follow. */
		if (end == SEPARATOR_NONE && before.n > 0 && !is_blank((unsigned char)before.p[0]) &&
			!strchr("(*_", before.p[0]))
			return false;
	}
	if (!complete(&r, end, first))
		return false;
	r.line.end = (size_t)(r.rest.p - text.p);
	*line = r.line;
	return true;
}

/* No date is written without one. */
static bool
has_digit(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (ascii_digit(text.p[i]))
			return true;
	return false;
}

/*
 * Whether the place of a date line may end without a comma: before a wire's
 * tag, or as one word before the date that the line ends in.
 */
static bool
may_end_place(const struct reading *r)
{
	struct str place = str_sub(r->text, r->line.place_from, r->line.place_to), rest = r->rest;
	struct date date;

	if (wire_tag(skip_blank(rest)) > 0)
		return true;
	return count_words(place) == 1 && r->line.place_from == 0 && date_take(r->x, &rest, &date) && rest.n == 0 &&
	       words_at(r->x, WORDS_LABEL, place) == 0 && words_at(r->x, WORDS_DATE_LABEL, place) == 0;
}

bool
date_line_read(const struct lexicon *x, struct str text, struct dateline *line)
{
	struct reading r = { .x = x, .text = text, .rest = skip_filling(text) };
	size_t label;
	struct str after;

	if (!has_digit(text))
		return false;
	label = words_at(x, WORDS_DATE_LABEL, r.rest);
	if (label == 0)
		label = words_at(x, WORDS_LABEL, r.rest); /* "Pressmeddelande 2025-03-18" */
	if (label > 0) {
		after = skip_filling(str_sub(r.rest, label, r.rest.n));
		take(&after, ":");
		r.rest = skip_blank(after);
	}
	while (r.rest.n > 0 && !r.date) {
		enum separator end;

		if (!part_take(&r))
			return false;
		/* "Envoyé : 12 mars 2026" and "News 12 March 2026" name no place. */
		end = r.last = separator_take(&r.rest);
		if (r.place && !r.date && !r.tag && end != SEPARATOR_COMMA && end != SEPARATOR_DASH &&
			(end == SEPARATOR_COLON || !may_end_place(&r)))
			return false;
		r.rest = skip_filling(r.rest);
	}
	if (!r.date || r.line.date.year == 0 || (r.tag && !r.place) || (r.rest.n > 0 && !str_is(r.rest, ".")))
		return false;
	r.line.end = text.n;
	*line = r.line;
	return true;
}
