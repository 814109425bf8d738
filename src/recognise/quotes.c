/*
 * Who says what: the name, and the function, beside a quotation. Quotation
 * marks hold titles and names of things too, so a quotation counts only with
 * a verb of saying next to it, or a name and a colon before it. Only the
 * speaker is marked; the quotation stays text.
 */
#include <string.h>

#include "base/utf8.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	QUOTE_LEAST = 20,      /* bytes of what is said; less is the name of something */
	SENTENCE_MOST = 400,   /* bytes of the words beside it that are looked at */
	ATTRIBUTION_MOST = 160 /* of a line that says whose the quotation above is */
};

/* A part of the paragraph's text. */
struct span {
	size_t from, to;
};

struct speaker {
	struct span name, function; /* empty: none */
};

static struct str
span_text(struct str text, struct span s)
{
	return str_sub(text, s.from, s.to);
}

static struct span
span_trim(struct str text, struct span s)
{
	struct str part = trim_blank(span_text(text, s));

	if (part.n == 0)
		return (struct span){ s.from, s.from };
	return (struct span){ (size_t)(part.p - text.p), (size_t)(part.p - text.p) + part.n };
}

static struct str
word_at(struct str text)
{
	struct str rest = text;

	while (rest.n > 0) {
		size_t at = text.n - rest.n;

		if (is_blank(utf8_next(&rest)))
			return str_sub(text, 0, at);
	}
	return text;
}

/* Whether the full stop behind this word may be an abbreviation's: "Dr.", "J.", "M.D." */
static bool
is_abbreviation(const struct lexicon *x, struct str word)
{
	return words_at(x, WORDS_TITLE, word) == word.n || utf8_count(word) <= 2 ||
	       (word.n <= 8 && str_find_char(str_sub(word, 0, word.n - 1), '.') != STR_NPOS);
}

/* Where the sentence ends that begins (or goes on) at `from`: at its full stop, or before a quotation. */
static size_t
sentence_end(const struct lexicon *x, struct str text, size_t from)
{
	struct str rest = str_sub(text, from, from + SENTENCE_MOST);
	size_t limit = from + rest.n;

	while (rest.n > 0) {
		struct str word = word_at(rest), after = skip_blank(str_sub(rest, word.n, rest.n)), scan = word;
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
		struct str word = word_at(rest);
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

/* Offset of the next comma in the span, or its end. */
static size_t
comma_in(struct str text, struct span s)
{
	size_t at = str_find_char(span_text(text, s), ',');

	return at == STR_NPOS ? s.to : s.from + at;
}

static bool
has_function(const struct lexicon *x, struct str text)
{
	size_t n;

	return words_find(x, WORDS_FUNCTION, text, &n) != STR_NPOS;
}

/* The first part between commas, of the few behind a name, that says what the person is. */
static struct span
function_behind(const struct lexicon *x, struct str text, struct span rest)
{
	for (int parts = 0; parts < 4 && rest.from < rest.to; parts++) {
		struct span part = span_trim(text, (struct span){ rest.from, comma_in(text, rest) });

		if (has_function(x, span_text(text, part)))
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
		struct str rest = span_text(text, *s), word = word_at(rest);

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
		!has_function(x, str_sub(text, part.from, last.run.from)))
		return false;
	if (last.words == 1 && last.run.from > part.from && !has_function(x, str_sub(text, part.from, last.run.from)))
		return false;
	who->name = name_in(text, &last);
	who->function = span_trim(text, (struct span){ part.from, who->name.from });
	if (!has_function(x, span_text(text, who->function)))
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

/* Names the speaker in the words behind a verb of saying. */
static bool
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
	if (has_function(x, span_text(text, part)) && next.from < next.to && is_person(x, span_text(text, next)) &&
		!is_person(x, span_text(text, part))) {
		*who = (struct speaker){ next, part };
		return true;
	}
	if (!find_name(x, text, part, who))
		return false;
	split_function(x, text, who);
	if (who->function.to == who->function.from && who->name.to == part.to && comma_in(text, s) < s.to)
		who->function = function_behind(x, text, (struct span){ comma_in(text, s) + 1, s.to });
	return true;
}

/* Names the speaker in a sentence that ends where the quotation begins: "Pavel Sokolovas, co-founder, says: " */
static bool
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

/* Where the sentence begins that goes on at `at`. */
static size_t
sentence_begin(struct str text, size_t least, size_t at)
{
	size_t from = at > SENTENCE_MOST ? at - SENTENCE_MOST : 0;

	from = from > least ? from : least;
	for (size_t i = at; i > from + 1; i--)
		if (strchr(".!?\n", text.p[i - 2]) && is_blank((unsigned char)text.p[i - 1]) && i < at &&
			begins_upper(str_sub(text, i, at)) && !(i > 4 && text.p[i - 4] == ' '))
			return i;
	return from;
}

static void
mark_speaker(struct marks *marks, const struct speaker *who)
{
	marks_add(marks, who->name.from, who->name.to, ROLE_SPEAKER);
	marks_add(marks, who->function.from, who->function.to, ROLE_SPEAKER_FUNCTION);
}

/* The words behind a quotation: the verb of saying, and the speaker on either side of it. */
static bool
attribute_behind(const struct lexicon *x, struct str text, size_t from, struct marks *marks, size_t *end)
{
	struct speaker who = { { 0, 0 }, { 0, 0 } };
	struct span s = { from, sentence_end(x, text, from) };
	size_t n, verb = words_find(x, WORDS_SAYS, span_text(text, s), &n);
	struct span before;

	*end = s.to;
	if (verb == STR_NPOS)
		return false;
	if (speaker_behind(x, text, (struct span){ from + verb + n, s.to }, &who)) {
		mark_speaker(marks, &who);
		return true;
	}
	while (s.from < s.to && strchr(",.", text.p[s.from]))
		s.from++;
	before = span_trim(text, (struct span){ s.from, from + verb > s.from ? from + verb : s.from });
	if (before.from >= before.to || !find_name(x, text, before, &who))
		return false;
	split_function(x, text, &who);
	mark_speaker(marks, &who);
	return true;
}

/* The character that closes a quotation that c opens, besides those that close any. */
static bool
closes(uint32_t open, uint32_t c)
{
	switch (open) {
	case 0x201E:
		return c == 0x201C || c == 0x201D || c == '"';
	case 0xAB:
		return c == 0xBB;
	case 0xBB:
		return c == 0xAB;
	case 0x201C:
		return c == 0x201D || c == '"';
	default:
		return c == '"' || c == 0x201D;
	}
}

/* One pass over a paragraph's quotations. */
static void
find_in_text(const struct lexicon *x, struct str text, struct marks *marks)
{
	struct str rest = text;
	size_t begin = 0, done = 0, opened_at = 0;
	uint32_t open = 0;

	while (rest = skip_to_quote(rest), rest.n > 0) {
		size_t at = text.n - rest.n;
		uint32_t c = utf8_next(&rest);
		size_t after = text.n - rest.n;

		/* Style sheets double marks that the text has: "„“ ... ”“". */
		if (open && at == begin && is_closing_quote(c))
			continue;
		if (!open && is_opening_quote(c)) {
			open = c;
			begin = after;
			opened_at = at;
		} else if (open && closes(open, c)) {
			struct speaker who;

			open = 0;
			if (rest.n > 0 && !is_blank((unsigned char)rest.p[0])) {
				struct str doubled = rest;

				if (is_closing_quote(utf8_next(&doubled)))
					rest = doubled;
			}
			after = text.n - rest.n;
			if (at - begin < QUOTE_LEAST)
				continue;
			if (speaker_before(x, text,
				    (struct span){ sentence_begin(text, done, opened_at), opened_at }, &who))
				mark_speaker(marks, &who);
			else if (opened_at >= done)
				attribute_behind(x, text, after, marks, &done);
			done = done > after ? done : after;
		}
	}
}

/* Speech that begins with a dash: the verb follows another dash or a comma. */
static void
find_in_dash_speech(const struct lexicon *x, struct str text, struct marks *marks)
{
	struct str rest = text;
	bool seam = false;

	while (rest.n > 0) {
		size_t at = text.n - rest.n, end;
		uint32_t c;

		if (seam && words_at(x, WORDS_SAYS, rest) > 0 && attribute_behind(x, text, at, marks, &end))
			return;
		c = utf8_next(&rest);
		seam = (is_blank(c) && seam) || c == ',' || (is_dash(c) && at > 1);
	}
}

static bool
begins_dash(struct str text)
{
	return text.n > 0 && is_dash(utf8_next(&text));
}

static void
find_in_leaf(struct release *r, struct block *leaf, struct str text)
{
	struct marks marks = { 0 };

	if (begins_dash(text))
		find_in_dash_speech(&r->words, text, &marks);
	else
		find_in_text(&r->words, text, &marks);
	marks_apply(r->d, leaf, &marks);
}

/* "-Lorène Carpentier, Global C.E.O": the name in a line that stands below its quotation. */
static bool
attribution_name(const struct lexicon *x, struct str text, struct speaker *who)
{
	struct span s = { 0, text.n };

	if (text.n > ATTRIBUTION_MOST || str_find_char(text, '\n') != STR_NPOS)
		return false;
	while (s.from < s.to && begins_dash(str_sub(text, s.from, s.to))) {
		struct str rest = str_sub(text, s.from, s.to);

		utf8_next(&rest);
		s.from = s.to - rest.n;
	}
	s = span_trim(text, s);
	who->name = span_trim(text, (struct span){ s.from, comma_in(text, s) });
	who->function = function_behind(x, text, (struct span){ comma_in(text, s) + 1, s.to });
	return is_person(x, span_text(text, who->name));
}

static void
give_attribution(struct release *r, struct block *b, const struct speaker *who)
{
	struct marks marks = { 0 };

	b->role = ROLE_ATTRIBUTION;
	mark_speaker(&marks, who);
	marks_apply(r->d, b, &marks);
}

static void
find_in_quote(struct release *r, struct block *quote)
{
	struct speaker who;

	for (struct block *b = quote->first; b; b = b->next) {
		struct str text = block_text(&r->d->arena, b);

		if (b->role != ROLE_NONE)
			continue;
		if (b == quote->last && b != quote->first && attribution_name(&r->words, text, &who))
			give_attribution(r, b, &who);
		else if (b != quote->first && b->hint && b->hint->role == ROLE_ATTRIBUTION)
			b->role = ROLE_ATTRIBUTION;
		else
			find_in_leaf(r, b, text);
	}
}

static bool
is_whole_quotation(struct str text)
{
	while (text.n > 0 && strchr(".,", text.p[text.n - 1]))
		text.n--;
	return text.n > QUOTE_LEAST && is_closing_quote(utf8_last(text)) && is_opening_quote(utf8_next(&text));
}

/* A paragraph that is one quotation, with a line below that says whose, is a block quotation. */
static bool
make_quote(struct release *r, struct piece *p, const struct piece *next)
{
	struct speaker who;
	struct block *quote;

	if (p->b->role != ROLE_NONE || next->b->role != ROLE_NONE || next->b->type != BLOCK_PARA ||
		!is_whole_quotation(p->text) || !begins_dash(next->text) ||
		!attribution_name(&r->words, next->text, &who))
		return false;
	quote = block_insert_before(r->d, p->b, BLOCK_QUOTE);
	block_move(p->b, quote, NULL);
	block_move(next->b, quote, NULL);
	give_attribution(r, next->b, &who);
	return true;
}

void
find_quotes(struct release *r)
{
	if (r->given[ROLE_SPEAKER])
		return;
	for (size_t i = 0; i < r->n; i++) {
		struct piece *p = &r->v[i];

		if (p->b->type == BLOCK_QUOTE)
			find_in_quote(r, p->b);
		if (p->b->type != BLOCK_PARA || (p->b->role != ROLE_NONE && p->b->role != ROLE_LEAD))
			continue;
		if (i + 1 < r->n && make_quote(r, p, &r->v[i + 1]))
			i++;
		else
			find_in_leaf(r, p->b, p->text);
	}
}
