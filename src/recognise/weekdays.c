/* Names of weekdays, and whether they fit the dates beside them. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/dates.h"
#include "recognise/release.h"

enum {
	DAYS = 7,
	NAME_LEAST = 3, /* characters of a name that is no other word: "po" is "after", too */
	REACH = 2	/* words between the name and the day's number: "Tuesday, May 5" */
};

/* The names of a day, 0 is Sunday. */
static enum words
names_of(int day)
{
	return (enum words)((int)WORDS_SUNDAY + day);
}

size_t
weekday_at(const struct lexicon *x, struct str text)
{
	size_t longest = 0;

	for (int day = 0; day < DAYS; day++) {
		size_t n = words_at(x, names_of(day), text);

		longest = n > longest ? n : longest;
	}
	return longest;
}

size_t
weekday_find(const struct lexicon *x, struct str text, size_t *length)
{
	size_t first = STR_NPOS, n;

	for (int day = 0; day < DAYS; day++) {
		size_t at = words_find(x, names_of(day), text, &n);

		if (at < first) {
			first = at;
			*length = n;
		}
	}
	return first;
}

/* Whether the name can be that of the date's weekday: in a text of an unknown language one name may stand for two. */
static bool
fits(const struct lexicon *x, struct str name, struct date date)
{
	return words_at(x, names_of(date_weekday(date)), name) == name.n;
}

/* Where no year is said, it may be the one before or after the release's too. */
static bool
fits_some_year(const struct lexicon *x, struct str name, struct date date, int year)
{
	for (date.year = year - 1; date.year <= year + 1; date.year++)
		if (date_valid(date) && fits(x, name, date))
			return true;
	return false;
}

static void
check_date(const struct release *r, const struct block *leaf, struct str name, struct date date)
{
	static const char *const days[DAYS] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };
	int year = r->dateline.year ? r->dateline.year : r->date_line.year;

	if (date.year == 0 ? year == 0 || fits_some_year(&r->words, name, date, year) : fits(&r->words, name, date))
		return;
	date.has_time = date.has_zone = false;
	if (date.year == 0)
		warn(r->d->diag, block_place(leaf), "W-weekday", "\"%.*s\" does not fit its date in %d", STR_FMT(name), year);
	else
		warn(r->d->diag, block_place(leaf), "W-weekday", "%.*s is a %s, the text says \"%.*s\"",
			STR_FMT(date_format(&r->d->arena, date)), days[date_weekday(date)], STR_FMT(name));
}

/* A search for names in front of numbers. */
struct search {
	const struct release *r;
	const struct block *leaf;
	struct str text;
	bool begins[0x80]; /* the ASCII characters that a name may begin with */
};

/* Where the word before the offset begins. */
static size_t
word_before(struct str text, size_t at)
{
	while (at > 0 && ascii_blank(text.p[at - 1]))
		at--;
	while (at > 0 && !ascii_blank(text.p[at - 1]))
		at--;
	return at;
}

/* The number at the offset may be a day's: looks for the weekday before it. */
static void
check_number(const struct search *s, size_t number)
{
	const struct lexicon *x = &s->r->words;
	size_t at = number;

	for (int words = 0; words < REACH && at > 0; words++) {
		struct str rest, name;
		struct date date = { 0 };

		at = word_before(s->text, at);
		rest = name = str_sub(s->text, at, s->text.n);
		if ((unsigned char)rest.p[0] < 0x80 && !s->begins[(unsigned char)rest.p[0]])
			continue;
		name.n = weekday_at(x, rest);
		if (utf8_count(name) < NAME_LEAST)
			continue;
		if (date_take(x, &rest, &date) && rest.p > s->text.p + number)
			check_date(s->r, s->leaf, name, date);
		return;
	}
}

/* Whether the eight bytes are surely no digits: those are 30 to 39, and few others begin with a 3 (";", "?"). */
static bool
surely_no_digit(const char *p)
{
	uint64_t word;

	memcpy(&word, p, 8);
	word = (word & 0xF0F0F0F0F0F0F0F0u) ^ 0x3030303030303030u;
	return ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) == 0;
}

static void
find_numbers(const struct search *s, struct str text)
{
	for (size_t i = 1; i < text.n; i++) {
		while (text.n - i >= 8 && surely_no_digit(text.p + i))
			i += 8;
		if (i < text.n && ascii_digit(text.p[i]) && ascii_blank(text.p[i - 1]))
			check_number(s, i);
	}
}

void
check_weekdays(const struct release *r)
{
	struct search s = { .r = r };

	for (int day = 0; day < DAYS; day++)
		words_note_beginnings(&r->words, names_of(day), s.begins);
	for (struct walk w = { .root = r->d->root }; walk_next(&w);) {
		if (w.leaving || !w.at->runs || w.at->type == BLOCK_PRE)
			continue;
		s.leaf = w.at;
		s.text = block_text(&r->d->arena, w.at);
		find_numbers(&s, s.text);
	}
}
