#include "base/detect.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/charset.h"
#include "base/detect_data.h"
#include "base/utf8.h"

enum {
	SAMPLE = 64 * 1024, /* bytes that are looked at, around the first that is not ASCII */
	BEFORE = 2 * 1024,
	LETTERS = 4000,	    /* characters beyond ASCII that are weighed */
	LETTERS_MOST = 160, /* of one language */
};

/* What a character weighs for or against a language. */
enum {
	FREQUENT = 12, /* the most frequent letter of the language; each that follows weighs one less */
	FREQUENT_IDEOGRAPH = 24, /* which is two bytes, and one of thousands */
	KANA = 16,
	FOREIGN = -12,	/* any other letter */
	IDEOGRAPH = -2, /* one that is not among the most frequent */
	MARK = 2,	/* a quotation mark or a dash where one belongs */
	SYMBOL = -6,
	SYMBOL_IN_WORD = -24,
	CONTROL = -40,
	MIXED = -24,	/* letters of two scripts side by side */
	SHOUTED = -6,	/* a capital behind a small letter */
	COMMON_WORD = 5,
	MARGIN = 40,	/* by which one reading must be better than the next to be sure */
	HINT = 3,	/* each letter, in the language that the document is said to be in */
};

/* A language as it is looked up. */
struct weighing {
	const struct detect_language *language;
	uint32_t letters[LETTERS_MOST];
	int n;
};

static bool
is_ideograph(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF);
}

static bool
is_kana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x30FC;
}

static bool
is_latin(uint32_t c)
{
	return c < 0x250;
}

/* What stands between words in any language. */
static bool
is_mark(uint32_t c)
{
	return (c >= 0x2010 && c <= 0x2026) || c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x20AC || c == 0xA7 || c == 0x2039 ||
	       c == 0x203A || c == 0xB0 || (c >= 0x3000 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF1F);
}

static int
weigh_letter(const struct weighing *w, uint32_t c)
{
	uint32_t small = utf8_lower(c);

	for (int i = 0; i < w->n; i++)
		if (w->letters[i] == small || w->letters[i] == c)
			return is_ideograph(c) ? FREQUENT_IDEOGRAPH : FREQUENT - i;
	if (is_kana(c))
		return strcmp(w->language->name, "ja") == 0 ? KANA : FOREIGN;
	return is_ideograph(c) ? IDEOGRAPH : FOREIGN;
}

/* A character with its neighbours, 0 where there is none. */
static int
weigh(const struct weighing *w, uint32_t before, uint32_t c, uint32_t after)
{
	bool word_before = before && utf8_is_letter(before), word_after = after && utf8_is_letter(after);

	if (utf8_is_control(c) || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF))
		return CONTROL;
	if (utf8_is_letter(c)) {
		int weight = weigh_letter(w, c);

		if ((word_before && is_latin(before) != is_latin(c)) || (word_after && is_latin(after) != is_latin(c)))
			weight += MIXED;
		if (word_before && utf8_is_upper(c) && utf8_is_lower(before))
			weight += SHOUTED;
		return weight;
	}
	if (is_mark(c))
		return MARK;
	return word_before && word_after ? SYMBOL_IN_WORD : SYMBOL;
}

static bool
is_common(const struct weighing *w, struct str word)
{
	struct str rest = str_of(w->language->words), common;

	while (str_next_word(&rest, &common))
		if (str_eq_nocase(word, common))
			return true;
	return false;
}

static uint32_t
peek(struct str rest)
{
	return rest.n > 0 ? utf8_next(&rest) : 0;
}

/* How well the text is one of that language. */
static long
weigh_text(const struct weighing *w, struct str text, bool hinted)
{
	uint32_t before = 0;
	size_t letters = 0;
	struct str word = { text.p, 0 };
	long sum = 0;

	while (text.n > 0 && letters < LETTERS) {
		uint32_t c = utf8_next(&text);

		if (c >= 0x80) {
			sum += weigh(w, before, c, peek(text)) + (hinted ? HINT : 0);
			letters++;
		}
		if (!ascii_alpha((char)(c < 0x80 ? c : 'a'))) {
			word.n = (size_t)(text.p - 1 - word.p);
			sum += word.n > 0 && is_common(w, word) ? COMMON_WORD : 0;
			word.p = text.p;
		}
		before = c;
	}
	return sum;
}

/* A reading of the bytes in one character set. */
struct reading {
	const char *charset, *language;
	struct str text;
	long sum;
};

static struct weighing
weighing_of(const struct detect_language *language)
{
	struct weighing w = { .language = language };
	struct str rest = str_of(language->letters);

	while (rest.n > 0 && w.n < LETTERS_MOST)
		w.letters[w.n++] = utf8_next(&rest);
	return w;
}

static const struct detect_language *
language_named(struct str name)
{
	for (int i = 0; i < detect_language_count; i++)
		if (str_is(name, detect_languages[i].name))
			return &detect_languages[i];
	return NULL;
}

/* Bytes that the set does not have become U+FFFD. */
static struct str
decode(struct arena *a, struct charset *c, struct str bytes)
{
	struct buf out = { 0 };
	struct str text;
	size_t wrong;

	while (c && (wrong = charset_decode(c, bytes, &out)) != STR_NPOS) {
		bytes = str_sub(bytes, wrong + 1, bytes.n);
		buf_puts(&out, "\xEF\xBF\xBD");
	}
	text = c ? arena_str(a, buf_str(&out)) : STR_NONE;
	buf_free(&out);
	return text;
}

static struct reading
read_as(struct arena *a, struct charsets *open, const struct detect_set *set, struct str bytes, struct str hint)
{
	struct reading r = { .charset = set->name, .text = decode(a, charsets_get(open, set->name), bytes) };
	struct str rest = str_of(set->languages), name;

	while (str_next_word(&rest, &name)) {
		const struct detect_language *language = language_named(name);
		struct weighing w = weighing_of(language);
		long sum = weigh_text(&w, r.text, str_is(hint, language->name));

		if (r.language && sum <= r.sum)
			continue;
		r.sum = sum;
		r.language = language->name;
	}
	return r;
}

/* From a little before the first byte that is not ASCII. */
static struct str
sample_of(struct str bytes)
{
	size_t at = 0;

	while (at < bytes.n && (unsigned char)bytes.p[at] < 0x80)
		at++;
	at = at > BEFORE ? at - BEFORE : 0;
	return str_sub(bytes, at, at + SAMPLE);
}

struct detected
detect(struct charsets *open, struct str bytes, struct str language)
{
	struct arena a = { 0 };
	struct str sample = sample_of(bytes), hint = str_sub(language, 0, 2);
	struct reading best = { 0 }, next = { 0 };
	struct detected d;

	for (int i = 0; i < detect_set_count; i++) {
		struct reading r = read_as(&a, open, &detect_sets[i], sample, hint);

		if (!best.charset || r.sum > best.sum) {
			if (best.charset && !str_eq(best.text, r.text))
				next = best;
			best = r;
		} else if (!str_eq(best.text, r.text) && (!next.charset || r.sum > next.sum)) {
			next = r;
		}
	}
	d = (struct detected){ .charset = best.charset, .language = best.language, .other = next.charset };
	d.sure = best.sum > 0 && best.sum > next.sum + MARGIN;
	arena_free(&a);
	return d;
}

/* What stands in every second byte of a sample. */
struct lane {
	size_t count[256];
	size_t n;
};

static struct lane
lane_of(struct str bytes, size_t first)
{
	struct lane lane = { .n = 0 };

	for (size_t i = first; i < bytes.n && i < SAMPLE; i += 2, lane.n++)
		lane.count[(unsigned char)bytes.p[i]]++;
	return lane;
}

/*
 * The high halves of UTF-16: two values, one of them zero, make up 85 %; or in
 * markup, whose text may be of a script with many, a quarter is zero, and hardly
 * any of the low halves is.
 */
static bool
is_high_lane(const struct lane *high, const struct lane *low)
{
	size_t second = 0;

	for (size_t i = 1; i < 256; i++)
		if (high->count[i] > second)
			second = high->count[i];
	return high->count[0] > 0 && ((high->count[0] + second) * 100 > high->n * 85 ||
					     (high->count[0] > high->n / 4 && low->count[0] < low->n / 32 + 1));
}

void
detected_doubt(const struct detected *d, struct diag *diag)
{
	struct place nowhere = { 0 };

	if (d->sure)
		return;
	warn(diag, nowhere, "W-charset", "the character set may be %s or %s; --from-charset decides", d->charset,
		d->other ? d->other : "another");
	lose(diag, LOSS_CONTENT, nowhere, "L-charset-unsure", "letters, if the text is not in %s", d->charset);
}

const char *
charset_of_zeros(struct str bytes)
{
	struct lane even, odd;
	bool big, little;

	if (bytes.n == 0 || !memchr(bytes.p, 0, bytes.n))
		return NULL;
	even = lane_of(bytes, 0);
	odd = lane_of(bytes, 1);
	big = is_high_lane(&even, &odd);
	little = is_high_lane(&odd, &even);
	return big == little ? NULL : big ? "UTF-16BE" : "UTF-16LE";
}

struct str
language_of_domain(struct str domain)
{
	static const struct {
		char domain[4], language[3];
	} domains[] = { { "at", "de" }, { "bg", "bg" }, { "by", "ru" }, { "ch", "de" }, { "cn", "zh" }, { "cz", "cs" }, { "de", "de" },
		{ "dk", "da" }, { "ee", "et" }, { "es", "es" }, { "fi", "fi" }, { "fr", "fr" }, { "gr", "el" }, { "hr", "hr" },
		{ "hu", "hu" }, { "it", "it" }, { "jp", "ja" }, { "kr", "ko" }, { "lt", "lt" }, { "lv", "lv" }, { "nl", "nl" },
		{ "no", "nb" }, { "pl", "pl" }, { "pt", "pt" }, { "br", "pt" }, { "ro", "ro" }, { "ru", "ru" }, { "se", "sv" },
		{ "si", "sl" }, { "sk", "sk" }, { "tr", "tr" }, { "tw", "zh" }, { "ua", "uk" } };

	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		if (str_is_nocase(domain, domains[i].domain))
			return str_of(domains[i].language);
	return STR_NONE;
}

static bool
has_controls(struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		if ((unsigned char)bytes.p[i] >= 0x80 && (unsigned char)bytes.p[i] < 0xA0)
			return true;
	return false;
}

/* Of ISO-8859-1 and -9 the table of sets knows it, as browsers do. */
const char *
declared_for(const char *name)
{
	return str_is(str_of(name), "ISO-8859-2") ? "CP1250" : NULL;
}

/*
 * The letters that ISO-8859-2 and windows-1250 have at different places are
 * often declared as the one and written as the other. Where the first has
 * controls the second has letters and quotation marks.
 */
const char *
detect_declared(const char *name, struct str bytes)
{
	static const char in_1250[] = "\x8A\x8D\x8E\x9A\x9D\x9E\x8C\x9C\x8F\x9F", in_8859[] = "\xA9\xAB\xAE\xB9\xBB\xBE\xA6\xB6\xAC\xBC";
	size_t one = 0, other = 0;

	if (!declared_for(name) || !has_controls(bytes))
		return name;
	for (size_t i = 0; i < bytes.n; i++) {
		one += str_find_char(STR(in_8859), bytes.p[i]) != STR_NPOS;
		other += str_find_char(STR(in_1250), bytes.p[i]) != STR_NPOS;
	}
	return one > other ? name : declared_for(name);
}
