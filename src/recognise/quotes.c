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
#include "recognise/speaker.h"

enum {
	QUOTE_LEAST = 20,      /* bytes of what is said; less is the name of something */
	SPEECH_LEAST = 40,     /* or of speech that is known by the shape of the sentence */
	SENTENCE_MOST = 400,   /* bytes of the words before it that are looked at */
	ATTRIBUTION_MOST = 160 /* of a line that says whose the quotation above is */
};

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
	if (before.from >= before.to || !speaker_in(x, text, before, &who))
		return false;
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

/* Speech does; the title of a thing stands inside one. */
static bool
begins_sentence(struct str text, size_t at)
{
	struct str before = trim_blank(str_sub(text, 0, at));

	return before.n == 0 || str_ends(before, STR(":")) || ends_sentence(before);
}

/* A quotation, by offsets in its text. */
struct quotation {
	uint32_t mark;	 /* that opened it; 0: none is open */
	size_t begin;	 /* of that mark */
	size_t from, to; /* what is said */
	size_t end;	 /* behind the closing mark */
};

/* Marks who says it. *done is how far the text has been used for quotations and their speakers. */
static void
attribute(const struct lexicon *x, struct str text, const struct quotation *q, struct marks *marks, size_t *done)
{
	struct span before = { sentence_begin(text, *done, q->begin), q->begin };
	struct speaker who;

	if (speaker_before(x, text, before, &who))
		mark_speaker(marks, &who);
	else if (q->begin >= *done && !attribute_behind(x, text, q->end, marks, done) && x->unknown &&
		 q->to - q->from >= SPEECH_LEAST && begins_sentence(text, q->begin) &&
		 speaker_by_shape(x, text, q->end, &who))
		mark_speaker(marks, &who);
	*done = *done > q->end ? *done : q->end;
}

/* Style sheets double marks that the text has: "„“ ... ”“". Without the second of two that close. */
static struct str
skip_doubled(struct str rest)
{
	struct str behind = rest;

	return rest.n > 0 && is_closing_quote(utf8_next(&behind)) ? behind : rest;
}

/* One pass over a paragraph's quotations. */
static void
find_in_text(const struct lexicon *x, struct str text, struct marks *marks)
{
	struct str rest = text;
	struct quotation q = { 0 };
	size_t done = 0;

	while (rest = skip_to_quote(rest), rest.n > 0) {
		size_t at = text.n - rest.n;
		uint32_t c = utf8_next(&rest);

		if (q.mark && at == q.from && is_closing_quote(c))
			continue; /* a doubled one, as above */
		if (!q.mark && is_opening_quote(c)) {
			q = (struct quotation){ .mark = c, .begin = at, .from = text.n - rest.n };
		} else if (q.mark && closes(q.mark, c)) {
			rest = skip_doubled(rest);
			q.mark = 0;
			q.to = at;
			q.end = text.n - rest.n;
			if (q.to - q.from >= QUOTE_LEAST)
				attribute(x, text, &q, marks, &done);
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
