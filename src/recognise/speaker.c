#include "recognise/speaker.h"

#include <string.h>

#include "base/utf8.h"
#include "recognise/release.h"

enum {
	SENTENCE_MOST = 400, /* bytes of the words beside a quotation that are looked at */
	SMALL_WORDS = 4,     /* before the name of a speaker that is known by the shape of the sentence */
	NAME_MOST = 3	     /* words of that name */
};

struct str
span_text(struct str text, struct span s)
{
	return str_sub(text, s.from, s.to);
}

struct span
span_trim(struct str text, struct span s)
{
	struct str part = trim_blank(span_text(text, s));

	if (part.n == 0)
		return (struct span){ s.from, s.from };
	return (struct span){ (size_t)(part.p - text.p), (size_t)(part.p - text.p) + part.n };
}

/* Whether the full stop behind this word may be an abbreviation's: "Dr.", "J.", "M.D." */
static bool
is_abbreviation(const struct lexicon *x, struct str word)
{
	return words_at(x, WORDS_TITLE, word) == word.n || utf8_count(word) <= 2 ||
	       (word.n <= 8 && str_find_char(str_sub(word, 0, word.n - 1), '.') != STR_NPOS);
}

size_t
sentence_end(const struct lexicon *x, struct str text, size_t from)
{
	struct str rest = str_sub(text, from, from + SENTENCE_MOST);
	size_t limit = from + rest.n;

	while (rest.n > 0) {
		struct str word = until_blank(rest), after = skip_blank(str_sub(rest, word.n, rest.n)), scan = word;
		size_t at = limit - rest.n;

		while (scan.n > 0) {
			size_t here = word.n - scan.n;

			if (is_opening_quote(utf8_next(&scan)))
				return at + here;
		}
		if (word.n > 0 && strchr(".!?", word.p[word.n - 1]) && (after.n == 0 || !begins_lower(after)) &&
			!(word.p[word.n - 1] == '.' && after.n > 0 && is_abbreviation(x, word)))
			return at + word.n - 1;
		rest = after;
	}
	return limit;
}

static bool
is_name_word(const struct lexicon *x, struct str word)
{
	struct str bare = first_word(word);

	if (words_at(x, WORDS_TITLE, word) > 0)
		return true;
	if (!begins_upper(bare) || words_at(x, WORDS_PREPOSITION, bare) == bare.n)
		return false;
	for (size_t i = 0; i < bare.n; i++)
		if (ascii_digit(bare.p[i]) || strchr("&/@", bare.p[i]))
			return false;
	return true;
}

/* The capitalised words at the front. */
static struct span
capitals_at(const struct lexicon *x, struct str text, struct span s, size_t *words)
{
	struct str rest = span_text(text, s);
	struct span found = { s.from, s.from };

	*words = 0;
	while (rest.n > 0) {
		struct str word = until_blank(rest);
		size_t title = words_at(x, WORDS_TITLE, word);

		if (!is_name_word(x, word))
			break;
		*words += title == 0;
		found.to = (size_t)(word.p - text.p) + word.n;
		rest = skip_blank(str_sub(rest, word.n, rest.n));
	}
	return found;
}

/* The last words of a name that other capitalised words run into: "ředitel Agentury David Beňák". */
static struct span
last_two(struct str text, struct span name)
{
	size_t blanks = 0, at = name.to;

	while (at > name.from && blanks < 2) {
		at--;
		blanks += is_blank((unsigned char)text.p[at]);
	}
	if (blanks == 2)
		name.from = at + 1;
	return name;
}

size_t
comma_in(struct str text, struct span s)
{
	size_t at = str_find_char(span_text(text, s), ',');

	return at == STR_NPOS ? s.to : s.from + at;
}

struct span
function_behind(const struct lexicon *x, struct str text, struct span rest)
{
	for (int parts = 0; parts < 4 && rest.from < rest.to; parts++) {
		struct span part = span_trim(text, (struct span){ rest.from, comma_in(text, rest) });

		if (words_has(x, WORDS_FUNCTION, span_text(text, part)))
			return part;
		/* Or the first, in lower case, unless it is a clause: "who ..." */
		if (parts == 0 && begins_lower(span_text(text, part)) && comma_in(text, rest) == rest.to &&
			count_words(span_text(text, part)) <= 8 &&
			!words_common(x, first_word(span_text(text, part))))
			return part;
		rest.from = comma_in(text, rest) + 1;
	}
	return (struct span){ 0, 0 };
}

/* Capitalised words in a part, and what stands before them. */
struct run_of_names {
	struct span run;
	size_t words;
	bool lower_before; /* small words stand somewhere before it */
	bool placed;	   /* a preposition stands right before it */
};

/* Takes the next capitalised words; s->from moves behind them. */
static bool
next_names(const struct lexicon *x, struct str text, struct span *s, struct run_of_names *names)
{
	names->placed = false;
	while (s->from < s->to) {
		struct str rest = span_text(text, *s), word = until_blank(rest);

		names->run = capitals_at(x, text, *s, &names->words);
		if (names->run.to > names->run.from) {
			s->from = names->run.to;
			return true;
		}
		names->placed = words_at(x, WORDS_PREPOSITION, word) == word.n;
		names->lower_before = true;
		s->from = s->to - skip_blank(str_sub(rest, word.n, rest.n)).n;
	}
	return false;
}

static struct span
name_in(struct str text, const struct run_of_names *names)
{
	return names->lower_before && names->words > 2 ? last_two(text, names->run) : names->run;
}

/*
 * A name, with what the person is before it: "hejtman Libereckého kraje Martin
 * Půta". It ends the part, unless a place does: "... v Liberci".
 */
static bool
find_name(const struct lexicon *x, struct str text, struct span part, struct speaker *who)
{
	struct run_of_names at = { .words = 0 }, first = at, last = at;
	struct span rest = part;

	while (rest = span_trim(text, rest), next_names(x, text, &rest, &at)) {
		if (first.words < 2 && at.words >= 2 && !at.placed)
			first = at;
		last = at;
	}
	if (last.run.to != part.to || last.placed || (last.words == 1 && first.words >= 2))
		last = first;
	if (last.words == 0 || last.words > 5)
		return false;
	if (last.run.to != part.to && last.run.from > part.from &&
		!words_has(x, WORDS_FUNCTION, str_sub(text, part.from, last.run.from)))
		return false;
	if (last.words == 1 && last.run.from > part.from && !words_has(x, WORDS_FUNCTION, str_sub(text, part.from, last.run.from)))
		return false;
	who->name = name_in(text, &last);
	who->function = span_trim(text, (struct span){ part.from, who->name.from });
	if (!words_has(x, WORDS_FUNCTION, span_text(text, who->function)))
		who->function = (struct span){ 0, 0 };
	return true;
}

/* "Minister Axel Vogel", "BKA-Präsident Holger Münch": what the person is goes before the name, capitalised too. */
static void
split_function(const struct lexicon *x, struct str text, struct speaker *who)
{
	size_t n, at = words_find(x, WORDS_FUNCTION, span_text(text, who->name), &n);
	struct span rest;

	if (at == STR_NPOS || who->function.to > who->function.from)
		return;
	rest = span_trim(text, (struct span){ who->name.from + at + n, who->name.to });
	if (rest.from >= rest.to)
		return;
	who->function = (struct span){ who->name.from, who->name.from + at + n };
	who->name = rest;
}

bool
speaker_in(const struct lexicon *x, struct str text, struct span part, struct speaker *who)
{
	if (!find_name(x, text, part, who))
		return false;
	split_function(x, text, who);
	return true;
}


bool
speaker_behind(const struct lexicon *x, struct str text, struct span s, struct speaker *who)
{
	struct span part, next;

	s = span_trim(text, s);
	part = span_trim(text, (struct span){ s.from, comma_in(text, s) });
	next = span_trim(text, (struct span){ comma_in(text, s) + 1, s.to });
	next.to = next.from < next.to ? comma_in(text, next) : next.to;
	if (part.from >= part.to)
		return false;
	/* "sier Nye Veiers direktør, Ingrid Dahl Hovland" */
	if (words_has(x, WORDS_FUNCTION, span_text(text, part)) && next.from < next.to && is_person(x, span_text(text, next)) &&
		!is_person(x, span_text(text, part))) {
		*who = (struct speaker){ next, part };
		return true;
	}
	if (!speaker_in(x, text, part, who))
		return false;
	if (who->function.to == who->function.from && who->name.to == part.to && comma_in(text, s) < s.to)
		who->function = function_behind(x, text, (struct span){ comma_in(text, s) + 1, s.to });
	return true;
}

bool
speaker_before(const struct lexicon *x, struct str text, struct span s, struct speaker *who)
{
	size_t words, n, verb;
	struct span rest;

	s = span_trim(text, s);
	if (s.from >= s.to || text.p[s.to - 1] != ':')
		return false;
	s = span_trim(text, (struct span){ s.from, s.to - 1 });
	verb = words_find(x, WORDS_SAYS, span_text(text, s), &n);
	who->name = capitals_at(x, text, (struct span){ s.from, comma_in(text, s) }, &words);
	who->function = (struct span){ 0, 0 };
	if (words == 0 || words > 5)
		return false;
	rest = span_trim(text, (struct span){ who->name.to, s.to });
	/* One word is a name only before the verb; without a verb there is the name, and what the person is. */
	if (words == 1 && verb != rest.from - s.from)
		return false;
	if (verb == STR_NPOS && rest.from < rest.to && text.p[rest.from] != ',')
		return false;
	split_function(x, text, who);
	if (who->function.to == who->function.from && rest.from < rest.to && text.p[rest.from] == ',')
		who->function = function_behind(x, text, (struct span){ rest.from + 1, s.to });
	return true;
}

/* A comma, a dash or a blank. */
static bool
begins_mark(struct str text)
{
	uint32_t c = utf8_next(&text);

	return c == ',' || is_dash(c) || is_blank(c);
}

/* The span without its first character. */
static struct span
span_after(struct str text, struct span s)
{
	struct str rest = span_text(text, s);

	utf8_next(&rest);
	return (struct span){ s.to - rest.n, s.to };
}

bool
speaker_by_shape(const struct lexicon *x, struct str text, size_t from, struct speaker *who)
{
	struct span s = { from, sentence_end(x, text, from) }, part;
	size_t small = 0, words;

	while (s.from < s.to && begins_mark(span_text(text, s)))
		s = span_after(text, s);
	for (s = span_trim(text, s); begins_lower(span_text(text, s)) && small < SMALL_WORDS; small++) {
		s.from += until_blank(span_text(text, s)).n;
		s = span_trim(text, s);
	}
	part = span_trim(text, (struct span){ s.from, comma_in(text, s) });
	who->name = capitals_at(x, text, part, &words);
	if (small == 0 || words > NAME_MOST || who->name.to != part.to || !is_person(x, span_text(text, who->name)))
		return false;
	who->function = function_behind(x, text, (struct span){ comma_in(text, s) + 1, s.to });
	return true;
}
