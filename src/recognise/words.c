#include "recognise/words.h"

#include <string.h>

#include "base/utf8.h"

enum {
	BUCKETS = 64,
	MONTH_LETTERS = 4,  /* by which the name of a month is like others; or one less */
	MONTH_WITNESSES = 2 /* languages that call a month alike */
};

/* The phrases of one list in all languages of a lexicon, in order of a hash of their first characters. */
struct word_index {
	struct str *phrases;
	unsigned bucket[BUCKETS + 1];
	bool begins[0x80]; /* the ASCII characters that a phrase may begin with, in either case */
};

struct languages
languages_built_in(void)
{
	struct languages l = { .n = language_count };

	memcpy(l.v, languages, language_count * sizeof(l.v[0]));
	return l;
}

const struct language *
language_of_tag(const struct languages *l, struct str tag)
{
	for (size_t i = 0; i < l->n; i++) {
		struct str known = str_of(l->v[i]->tag);

		if (str_starts_nocase(tag, known) && (tag.n == known.n || tag.p[known.n] == '-'))
			return l->v[i];
	}
	/* The two written forms of Norwegian have tags of their own. */
	if (str_starts_nocase(tag, STR("nb")) || str_starts_nocase(tag, STR("nn")))
		return language_of_tag(l, STR("no"));
	return NULL;
}

struct lexicon
lexicon_of(struct arena *a, const struct languages *l, const struct language *language)
{
	struct lexicon x = { .arena = a, .month_first = language && language->month_first,
		.unknown = !language };

	x.index = arena_alloc(a, WORDS_COUNT * sizeof(struct word_index *));
	for (size_t i = 0; i < l->n; i++) {
		const char *tag = l->v[i]->tag;

		if (!language || strcmp(tag, language->tag) == 0 || strcmp(tag, "en") == 0)
			x.languages.v[x.languages.n++] = l->v[i];
	}
	return x;
}

/* The country of "en-GB", "az-Latn-AZ". */
static struct str
region_of(struct str tag)
{
	size_t hyphen = str_find_char(tag, '-');

	while (hyphen != STR_NPOS) {
		struct str subtag;

		tag = str_sub(tag, hyphen + 1, tag.n);
		hyphen = str_find_char(tag, '-');
		subtag = str_sub(tag, 0, hyphen == STR_NPOS ? tag.n : hyphen);
		if (subtag.n == 2)
			return subtag;
	}
	return STR_NONE;
}

void
lexicon_in_region(struct lexicon *x, struct str tag)
{
	static const char *const month_first[] = { "US", "AS", "GU", "MH", "MP", "PR", "UM", "VI", "PH", "CA" };
	struct str region = region_of(tag);
	bool found = region.n == 0;

	for (size_t i = 0; i < sizeof(month_first) / sizeof(month_first[0]); i++)
		found = found || str_is_nocase(region, month_first[i]);
	x->month_first = x->month_first && found;
}

/* One character of a phrase against one of the text: case, kinds of blanks and of apostrophes do not matter. */
static bool
same_character(uint32_t phrase, uint32_t text)
{
	if (phrase == text)
		return true;
	if (phrase == ' ')
		return is_blank(text);
	if (phrase == '\'' || phrase == 0x2019)
		return text == '\'' || text == 0x2019;
	if (phrase == utf8_lower(text))
		return true;
	/* The Turkish i and ı have capitals of their own. */
	if ((phrase == 0x131 && text == 'I') || (phrase == 'i' && text == 0x130))
		return true;
	/* Greek capitals stand without accents, and their sigma has one form. */
	return text >= 0x391 && text <= 0x3A9 && utf8_base(phrase == 0x3C2 ? 0x3C3 : phrase) == utf8_lower(text);
}

static bool
is_word_character(uint32_t c)
{
	if (c < 0x80)
		return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
	return utf8_is_letter(c);
}

/* The length in the text of a phrase that it begins with, 0 when it does not. */
static size_t
phrase_at(struct str phrase, struct str text)
{
	struct str rest = text, after;
	uint32_t c = 0, next;

	while (phrase.n > 0) {
		c = utf8_next(&phrase);
		if (c == '*' && phrase.n == 0)
			break;
		if (rest.n == 0 || !same_character(c, utf8_next(&rest)))
			return 0;
	}
	after = rest;
	next = after.n > 0 ? utf8_next(&after) : ' ';
	while (c == '*' && utf8_is_letter(next)) {
		rest = after;
		next = after.n > 0 ? utf8_next(&after) : ' ';
	}
	return is_word_character(c) && is_word_character(next) ? 0 : text.n - rest.n;
}

/* Takes the next phrase off a list. */
static bool
next_phrase(const char **list, struct str *phrase)
{
	const char *end;

	if (!*list || !**list)
		return false;
	end = strchr(*list, '|');
	*phrase = (struct str){ *list, end ? (size_t)(end - *list) : strlen(*list) };
	*list = end ? end + 1 : NULL;
	return true;
}

static size_t
bucket_of(struct str text)
{
	uint32_t c = utf8_next(&text);

	c = c < 0x80 ? (uint32_t)ascii_lower((char)c) : utf8_lower(c);
	return (c == 0x2019 ? '\'' : c) % BUCKETS;
}

static void
note_beginning(struct word_index *index, struct str phrase)
{
	unsigned char c = (unsigned char)phrase.p[0];

	if (c >= 0x80)
		c = '\''; /* "’" is the same apostrophe */
	index->begins[c] = true;
	if (ascii_alpha((char)c))
		index->begins[c - ('a' - 'A')] = true;
}

/* The phrases of all languages in the order of the tables, and how many each bucket has, in the place behind its own. */
static size_t
gather_phrases(const struct lexicon *x, enum words list, struct word_index *index, struct str **phrases)
{
	size_t n = 0, room = 1;

	for (size_t i = 0; i < x->languages.n; i++)
		room += str_count_char(str_of(x->languages.v[i]->words[list]), '|') + 1;
	*phrases = arena_alloc(x->arena, 2 * room * sizeof(**phrases));
	for (size_t i = 0; i < x->languages.n; i++)
		for (const char *rest = x->languages.v[i]->words[list]; next_phrase(&rest, &(*phrases)[n]); n++)
			index->bucket[bucket_of((*phrases)[n]) + 1]++;
	return n;
}

/* Puts each phrase into its place: a counting sort. */
static struct word_index *
make_index(const struct lexicon *x, enum words list)
{
	struct word_index *index = ARENA_NEW(x->arena, struct word_index);
	struct str *phrases;
	size_t n = gather_phrases(x, list, index, &phrases), next[BUCKETS];

	for (size_t i = 0; i < BUCKETS; i++) {
		next[i] = index->bucket[i];
		index->bucket[i + 1] += index->bucket[i];
	}
	index->phrases = phrases + n;
	for (size_t i = 0; i < n; i++) {
		index->phrases[next[bucket_of(phrases[i])]++] = phrases[i];
		note_beginning(index, phrases[i]);
	}
	return index;
}

static struct word_index *
index_of(const struct lexicon *x, enum words list)
{
	if (!x->index[list])
		x->index[list] = make_index(x, list);
	return x->index[list];
}

/* Whether a phrase may stand here by the first character: spares nearly all look-ups. */
static bool
may_begin(const struct word_index *index, struct str text)
{
	unsigned char c = (unsigned char)text.p[0];

	return c >= 0x80 || index->begins[c];
}

/* Whether the second byte of a phrase excludes the text: spares nearly all comparisons. */
static bool
surely_other(struct str phrase, struct str text)
{
	unsigned char p = phrase.n > 1 ? (unsigned char)phrase.p[1] : 0x80, t = text.n > 1 ? (unsigned char)text.p[1] : 0;

	return p >= 'a' && p <= 'z' && t < 0x80 && p != (t | 0x20);
}

void
words_note_beginnings(const struct lexicon *x, enum words list, bool begins[0x80])
{
	const struct word_index *index = index_of(x, list);

	for (size_t c = 0; c < 0x80; c++)
		begins[c] = begins[c] || index->begins[c];
}

size_t
words_at(const struct lexicon *x, enum words list, struct str text)
{
	const struct word_index *index = index_of(x, list);
	size_t best = 0, bucket;

	if (text.n == 0 || !may_begin(index, text))
		return 0;
	bucket = bucket_of(text);
	for (size_t i = index->bucket[bucket]; i < index->bucket[bucket + 1]; i++) {
		size_t found = surely_other(index->phrases[i], text) ? 0 : phrase_at(index->phrases[i], text);

		best = found > best ? found : best;
	}
	return best;
}

bool
words_are(const struct lexicon *x, enum words list, struct str text)
{
	size_t n = words_at(x, list, text);

	if (n == 0)
		return false;
	text = skip_blank(str_sub(text, n, text.n));
	return text.n == 0 || str_is(text, ":") || str_is(text, ".");
}

size_t
words_find(const struct lexicon *x, enum words list, struct str text, size_t *n)
{
	const struct word_index *index = index_of(x, list);
	struct str rest = text;

	while (rest.n > 0) {
		if (may_begin(index, rest) && (*n = words_at(x, list, rest)) > 0)
			return text.n - rest.n;
		/* On to the next word, or mark. */
		while (rest.n > 0 && is_word_character(utf8_next(&rest)))
			;
	}
	return STR_NPOS;
}

bool
words_has(const struct lexicon *x, enum words list, struct str text)
{
	size_t n;

	return words_find(x, list, text, &n) != STR_NPOS;
}

bool
words_end(const struct lexicon *x, enum words list, struct str text)
{
	size_t n, at, from = 0;

	while (from < text.n && (at = words_find(x, list, str_sub(text, from, text.n), &n)) != STR_NPOS) {
		from += at + n;
		if (from == text.n)
			return true;
	}
	return false;
}

/* Whether the first byte of a phrase excludes the text. */
static bool
begins_other(struct str phrase, struct str text)
{
	unsigned char p = (unsigned char)phrase.p[0];

	return p < 0x80 && p != (unsigned char)ascii_lower(text.p[0]);
}

int
words_month(const struct lexicon *x, struct str text, size_t *n)
{
	struct str phrase;
	int month = 0;

	*n = 0;
	for (size_t i = 0; text.n > 0 && i < x->languages.n; i++)
		for (int m = 0; m < 12; m++) {
			for (const char *rest = x->languages.v[i]->months[m]; next_phrase(&rest, &phrase);) {
				size_t found = begins_other(phrase, text) ? 0 : phrase_at(phrase, text);

				if (found > *n) {
					*n = found;
					month = m + 1;
				}
			}
		}
	return month;
}

/* The letters at the front, without their marks and in small ones; at most `most` of them. *n is the whole word's length. */
static size_t
plain_letters(struct str text, uint32_t *letters, size_t most, size_t *n)
{
	struct str rest = text;
	size_t count = 0;

	*n = 0;
	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		if (!utf8_is_letter(c))
			break;
		if (count < most)
			letters[count++] = utf8_base(utf8_lower(c));
		*n = text.n - rest.n;
	}
	return count;
}

/* How many languages name the month by a word that begins with these letters. */
static int
count_naming(const struct lexicon *x, int month, const uint32_t *letters, size_t count)
{
	int naming = 0;

	for (size_t i = 0; i < x->languages.n; i++) {
		struct str phrase;
		bool like = false;

		for (const char *rest = x->languages.v[i]->months[month]; !like && next_phrase(&rest, &phrase);) {
			uint32_t own[MONTH_LETTERS];
			size_t n;

			like = plain_letters(phrase, own, count, &n) == count &&
			       memcmp(own, letters, count * sizeof(*own)) == 0;
		}
		naming += like;
	}
	return naming;
}

int
words_month_like(const struct lexicon *x, struct str text, size_t *n)
{
	uint32_t letters[MONTH_LETTERS];
	size_t most = plain_letters(text, letters, MONTH_LETTERS, n);

	for (size_t count = most; count > MONTH_LETTERS - 2; count--) {
		int found = 0, months = 0, named = 0;

		for (int m = 0; m < 12; m++) {
			int naming = count_naming(x, m, letters, count);

			months += naming > 0;
			found = naming > 0 ? m + 1 : found;
			named += naming;
		}
		if (months == 1 && named >= MONTH_WITNESSES)
			return found;
	}
	return 0;
}

bool
words_common(const struct lexicon *x, struct str word)
{
	for (size_t i = 0; i < x->languages.n; i++) {
		struct str rest = str_of(x->languages.v[i]->common), common;

		while (str_next_word(&rest, &common))
			if (str_eq(common, word))
				return true;
	}
	return false;
}
