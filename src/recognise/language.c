/*
 * Which language a text is in, by its frequent short words and rare letters.
 * A sample is enough; where two languages are close, none is named.
 */
#include <string.h>

#include "base/utf8.h"
#include "recognise/words.h"

enum {
	SAMPLE = 6144, /* bytes of text that are looked at */
	SLOTS = 2048,  /* of the hash table; a power of two */
	LETTER_SLOTS = 512, /* of that for letters */
	WORD_BYTES = 8,
	WORD_WEIGHT = 8, /* points of a word, shared by the languages that have it */
	LEAST_WORDS = 6, /* frequent words that a text must have */
	USUAL_SHARE = 17, /* per cent of a text's words that are frequent ones of its language, mostly */
	LEAST_SHARE = 10  /* or less, in a language of long words; then no other comes near */
};

/* Words of up to eight bytes, and which languages have them as frequent ones: a bit for each. */
struct slot {
	uint64_t word, languages;
};

struct scores {
	const struct languages *known;
	struct slot slots[SLOTS], letters[LETTER_SLOTS];
	size_t used, letters_used; /* of them */
	unsigned points[LANGUAGES_MOST], words[LANGUAGES_MOST];
	unsigned seen;
};

static struct slot *
slot_of(struct slot *slots, size_t n, uint64_t word)
{
	size_t i = (size_t)(word * 0x9E3779B97F4A7C15u >> 32) % n;

	while (slots[i].word && slots[i].word != word)
		i = (i + 1) % n;
	return &slots[i];
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

static void
learn(struct scores *s, size_t i)
{
	struct str rest = str_of(s->known->v[i]->common), word;
	uint64_t language = (uint64_t)1 << first_of(s->known, i);

	while (s->used < SLOTS / 2 && str_next_word(&rest, &word)) {
		uint64_t key = 0;
		struct slot *slot;

		memcpy(&key, word.p, word.n < WORD_BYTES ? word.n : WORD_BYTES);
		slot = slot_of(s->slots, SLOTS, key);
		s->used += slot->word == 0;
		slot->word = key;
		slot->languages |= language;
	}
	rest = str_of(s->known->v[i]->letters);
	while (s->letters_used < LETTER_SLOTS / 2 && rest.n > 0) {
		uint32_t letter = utf8_next(&rest);
		struct slot *slot = slot_of(s->letters, LETTER_SLOTS, letter);

		s->letters_used += slot->word == 0;
		slot->word = letter;
		slot->languages |= language;
	}
}

static void
count_word(struct scores *s, uint64_t word)
{
	uint64_t mask = slot_of(s->slots, SLOTS, word)->languages;
	unsigned sharers = 0;

	s->seen++;
	for (uint64_t rest = mask; rest; rest &= rest - 1)
		sharers++;
	for (size_t i = 0; mask >> i; i++)
		if (mask >> i & 1) {
			s->points[i] += sharers < WORD_WEIGHT ? WORD_WEIGHT / sharers : 1;
			s->words[i]++;
		}
}

static void
count_letter(struct scores *s, uint32_t letter)
{
	uint64_t mask = slot_of(s->letters, LETTER_SLOTS, letter)->languages;

	for (size_t i = 0; mask >> i; i++)
		s->points[i] += mask >> i & 1;
}

/* The letters of a word, the first bytes of them. */
struct word {
	unsigned char bytes[WORD_BYTES + 4];
	size_t n;
};

static void
add_letter(struct scores *s, struct word *word, uint32_t c)
{
	char utf8[5];
	struct buf one = { .p = utf8, .cap = sizeof(utf8) };

	if (word->n == sizeof(word->bytes))
		return;
	if (c < 0x80) {
		word->bytes[word->n++] = (unsigned char)c;
		return;
	}
	utf8_put(&one, c);
	count_letter(s, c);
	for (size_t i = 0; i < one.n && word->n < sizeof(word->bytes); i++)
		word->bytes[word->n++] = (unsigned char)utf8[i];
}

static void
end_word(struct scores *s, struct word *word)
{
	uint64_t key;

	memcpy(&key, word->bytes, WORD_BYTES);
	if (word->n > WORD_BYTES)
		s->seen++;
	else if (word->n > 0)
		count_word(s, key);
	*word = (struct word){ 0 };
}

static void
count_text(struct scores *s, struct str text)
{
	struct word word = { 0 };

	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		c = c < 0x80 ? (uint32_t)ascii_lower((char)c) : utf8_lower(c);
		if (utf8_is_letter(c))
			add_letter(s, &word, c);
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
	if (s->words[best] < LEAST_WORDS)
		return NULL;
	/* A text in a relative of a language that is known has many of its words, but not that many. */
	if (s->words[best] * 100 >= s->seen * USUAL_SHARE ? s->points[best] * 4 < s->points[second] * 5
		: s->words[best] * 100 < s->seen * LEAST_SHARE || s->points[best] < s->points[second] * 2)
		return NULL;
	return s->known->v[best];
}

const struct language *
language_of_text(const struct languages *known, const struct doc *d)
{
	struct scores s = { .known = known };
	size_t left = SAMPLE;

	for (size_t i = 0; i < known->n; i++)
		learn(&s, i);
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
	return decide(&s);
}
