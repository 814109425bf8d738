/*
 * Which language a text is in, by its frequent short words and rare letters.
 * A sample is enough; where two languages are close, none is named.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "recognise/words.h"

enum {
	SAMPLE = 6144, /* bytes of text that are looked at */
	CHECK = 2048,  /* where it only is to be seen whether what is stated is wrong */
	LETTER_MARK = 1, /* before a letter's bytes in the table */
	WORD_WEIGHT = 8, /* points of a word, shared by the languages that have it */
	FOREIGN_LEAST = 20, /* in fewer words than so many a letter of no language that is known: no name alone has it */
	LEAST_WORDS = 6, /* frequent words that a text must have */
	USUAL_SHARE = 17, /* per cent of a text's words that are frequent ones of its language, mostly */
	LEAST_SHARE = 10, /* or less, in a language of long words; then no other comes near */
	SURE_WORDS = 20,  /* frequent words that tell against what is stated */
	SURE_TIMES = 3	  /* how often there must be more of them than of the stated language's */
};

struct scores {
	const struct languages *known;
	const struct frequent *frequent; /* FREQUENT_SLOTS of them */
	unsigned points[LANGUAGES_MOST], words[LANGUAGES_MOST];
	unsigned longer[LANGUAGES_MOST]; /* words of two letters and more: single ones may label the cells of a table */
	unsigned seen;
	unsigned foreign; /* letters of languages without a table */
};

/* Azerbaijani, Serbian, Macedonian, Belarusian, Kazakh and others: near to a language that is known, and none. */
static const char foreign_letters[] = "əјљњћђџѓќѕўқғңүұһөә";

/* The place of the word, or the free one where it belongs. */
static size_t
place_of(const struct frequent *table, const char word[FREQUENT_BYTES])
{
	size_t i = frequent_slot(word);

	while (table[i].word[0] && memcmp(table[i].word, word, FREQUENT_BYTES) != 0)
		i = (i + 1) % FREQUENT_SLOTS;
	return i;
}

/* The first table of a language counts for all of them. */
static size_t
first_of(const struct languages *known, size_t i)
{
	size_t first = 0;

	while (strcmp(known->v[first]->tag, known->v[i]->tag) != 0)
		first++;
	return first;
}

/* The tables that are known: the built-in ones, with what others add. */
struct lesson {
	struct frequent *table;
	size_t used; /* more than half of it is never filled: what comes then is passed over */
};

static void
learn_one(struct lesson *l, char mark, struct str word, uint64_t language)
{
	char key[FREQUENT_BYTES] = { mark };
	size_t at, room = FREQUENT_BYTES - (mark != 0);

	if (word.n > room || l->used == FREQUENT_SLOTS / 2)
		return;
	memcpy(key + (mark != 0), word.p, word.n);
	at = place_of(l->table, key);
	l->used += l->table[at].word[0] == 0;
	memcpy(l->table[at].word, key, FREQUENT_BYTES);
	l->table[at].languages |= language;
}

static void
learn(struct lesson *l, const struct languages *known, size_t i)
{
	struct str rest = str_of(known->v[i]->common), word;
	uint64_t language = (uint64_t)1 << first_of(known, i);

	while (str_next_word(&rest, &word))
		learn_one(l, 0, word, language);
	for (rest = str_of(known->v[i]->letters); rest.n > 0;) {
		struct str letter = rest;

		utf8_next(&rest);
		learn_one(l, LETTER_MARK, str_sub(letter, 0, letter.n - rest.n), language);
	}
}

/* The built-in table when there is no other language; else one of its own, in *own. */
static const struct frequent *
learn_all(const struct languages *known, struct frequent **own)
{
	struct lesson l = { NULL, 0 };
	size_t i = 0;

	*own = NULL;
	while (i < known->n && i < language_count && known->v[i] == languages[i])
		i++;
	if (i == known->n && i == language_count)
		return frequent_words;
	*own = l.table = mem_zeroed(FREQUENT_SLOTS * sizeof(*l.table));
	for (i = 0; i < known->n; i++)
		learn(&l, known, i);
	return l.table;
}

static void
count_word(struct scores *s, const char word[FREQUENT_BYTES])
{
	uint64_t mask = s->frequent[place_of(s->frequent, word)].languages;
	unsigned sharers = 0;

	s->seen++;
	for (uint64_t rest = mask; rest; rest &= rest - 1)
		sharers++;
	for (size_t i = 0; i < LANGUAGES_MOST && mask >> i; i++)
		if (mask >> i & 1) {
			s->points[i] += sharers < WORD_WEIGHT ? WORD_WEIGHT / sharers : 1;
			s->words[i]++;
			s->longer[i] += word[1] != '\0';
		}
}

static void
count_letter(struct scores *s, struct str utf8)
{
	char key[FREQUENT_BYTES] = { LETTER_MARK };
	uint64_t mask;

	memcpy(key + 1, utf8.p, utf8.n);
	mask = s->frequent[place_of(s->frequent, key)].languages;
	s->foreign += mask == 0 && utf8.n == 2 && str_find(STR(foreign_letters), utf8) != STR_NPOS;
	for (size_t i = 0; i < LANGUAGES_MOST && mask >> i; i++)
		s->points[i] += (unsigned)(mask >> i & 1);
}

/* The letters of a word, the first bytes of them. */
struct word {
	char bytes[FREQUENT_BYTES + 4];
	size_t n;
};

static void
add_bytes(struct word *word, struct str letter)
{
	for (size_t i = 0; i < letter.n && word->n < sizeof(word->bytes); i++)
		word->bytes[word->n++] = letter.p[i];
}

static void
add_letter(struct scores *s, struct word *word, uint32_t c)
{
	char utf8[5];
	struct buf one = { .p = utf8, .cap = sizeof(utf8) };

	if (word->n == sizeof(word->bytes))
		return;
	utf8_put(&one, c);
	count_letter(s, buf_str(&one));
	add_bytes(word, buf_str(&one));
}

static void
end_word(struct scores *s, struct word *word)
{
	if (word->n > FREQUENT_BYTES)
		s->seen++;
	else if (word->n > 0)
		count_word(s, word->bytes);
	*word = (struct word){ 0 };
}

static void
count_text(struct scores *s, struct str text)
{
	struct word word = { 0 };

	while (text.n > 0) {
		uint32_t c = utf8_next(&text);
		char ascii = c < 0x80 ? ascii_lower((char)c) : ' ';

		if (ascii_alpha(ascii))
			add_bytes(&word, (struct str){ &ascii, 1 });
		else if (c >= 0x80 && utf8_is_letter(c))
			add_letter(s, &word, utf8_lower(c));
		else if (word.n > 0)
			end_word(s, &word);
	}
	end_word(s, &word);
}

/* The best language, when it is clearly ahead of the next and common enough in the text. */
static const struct language *
decide(const struct scores *s)
{
	size_t best = 0, second = 1;

	for (size_t i = 0; i < s->known->n; i++)
		if (s->points[i] > s->points[best])
			best = i;
	second = best == 0 ? 1 : 0;
	for (size_t i = 0; i < s->known->n; i++)
		if (i != best && s->points[i] > s->points[second])
			second = i;
	if (s->words[best] < LEAST_WORDS || s->foreign * FOREIGN_LEAST > s->seen)
		return NULL;
	/* A text in a relative of a language that is known has many of its words, but not that many. */
	if (s->words[best] * 100 >= s->seen * USUAL_SHARE ? s->points[best] * 4 < s->points[second] * 5
		: s->words[best] * 100 < s->seen * LEAST_SHARE || s->points[best] < s->points[second] * 2)
		return NULL;
	return s->known->v[best];
}

/* What is stated, unless the text surely is in another language. */
static const struct language *
doubt(const struct scores *s, const struct language *found, const struct language *stated)
{
	size_t by_file = 0, by_text = 0;

	if (!stated || !found)
		return stated ? stated : found;
	for (size_t i = 0; i < s->known->n; i++) {
		by_file = strcmp(s->known->v[i]->tag, stated->tag) == 0 ? first_of(s->known, i) : by_file;
		by_text = s->known->v[i] == found ? first_of(s->known, i) : by_text;
	}
	if (by_file == by_text || s->longer[by_text] < SURE_WORDS ||
		s->longer[by_text] < SURE_TIMES * s->longer[by_file])
		return stated;
	return found;
}

const struct language *
language_of_text(const struct languages *known, const struct doc *d, const struct language *stated)
{
	struct frequent *own;
	struct scores s = { .known = known, .frequent = learn_all(known, &own) };
	size_t left = stated ? CHECK : SAMPLE;

	for (struct walk w = { .root = d->root }; left > 0 && walk_next(&w);) {
		if (w.leaving)
			continue;
		for (const struct run *r = w.at->runs; r && left > 0; r = r->next) {
			struct str text = str_sub(r->text, 0, left);

			if (r->kind != RUN_TEXT)
				continue;
			count_text(&s, text);
			left -= text.n;
		}
	}
	free(own);
	return doubt(&s, decide(&s), stated);
}
