#include "recognise/dates.h"

#include <string.h>

#include "base/utf8.h"

enum { MONTH_BYTES = 32 }; /* a longer name of a month there is not */

bool
number_take(struct str *rest, size_t most, int *value, size_t *digits)
{
	size_t n = 0;
	int v = 0;

	while (n < rest->n && ascii_digit(rest->p[n])) {
		if (n == most)
			return false;
		v = v * 10 + (rest->p[n++] - '0');
	}
	if (n == 0)
		return false;
	*rest = str_sub(*rest, n, rest->n);
	*value = v;
	*digits = n;
	return true;
}

/* Whether two digits are the hour of what follows: "10:00", "10.30", "10h30", "10 Uhr", "10 a.m." */
static bool
is_hour(const struct lexicon *x, struct str behind)
{
	struct str after = skip_blank(behind);

	if (behind.n > 1 && strchr(":.hH", behind.p[0]) && ascii_digit(behind.p[1]))
		return true;
	return words_at(x, WORDS_HOUR, after) > 0 || half_day_at(after) > 0;
}

/* A year of four digits, or of two, which belong to this century. */
static bool
year_take(const struct lexicon *x, struct str *rest, bool short_too, struct date *date)
{
	struct str s = skip_blank(*rest), behind;
	size_t digits;
	int year;

	if (!number_take(&s, 4, &year, &digits) || !(digits == 4 || (short_too && digits == 2 && !is_hour(x, s))))
		return false;
	date->year = digits == 2 ? 2000 + year : year;
	behind = skip_blank(s);
	*rest = s;
	if (words_at(x, WORDS_YEAR, behind) > 0)
		*rest = str_sub(behind, words_at(x, WORDS_YEAR, behind), behind.n);
	return date->year >= 1900 && date->year < 2100;
}

static void
skip_words(const struct lexicon *x, enum words list, struct str *s)
{
	size_t n;

	*s = skip_blank(*s);
	while ((n = words_at(x, list, *s)) > 0)
		*s = skip_blank(str_sub(*s, n, s->n));
}

/* "1st", "22nd", "1er", "3.", "29º" */
static void
skip_ordinal(struct str *s)
{
	static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º", "°", "ª", "." };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		struct str rest = *s, after;

		if (!take(&rest, endings[i]))
			continue;
		after = rest;
		if (after.n == 0 || !utf8_is_letter(utf8_next(&after)) || str_is(str_of(endings[i]), ".")) {
			*s = rest;
			return;
		}
	}
}

static bool
month_take(const struct lexicon *x, struct str *s, struct date *date)
{
	size_t n;

	date->month = words_month(x, *s, &n);
	if (date->month == 0)
		return false;
	*s = str_sub(*s, n, s->n);
	take(s, ".");
	return true;
}

/* "5 septembro 2020", in a language without a table: a word between day and year that is like the names of one month. */
static bool
month_like_take(const struct lexicon *x, struct str *s, struct date *date)
{
	struct str rest = *s;
	size_t n;

	date->month = x->unknown ? words_month_like(x, rest, &n) : 0;
	if (date->month == 0)
		return false;
	rest = skip_blank(str_sub(rest, n, rest.n));
	skip_words(x, WORDS_DATE, &rest);
	if (!year_take(x, &rest, false, date))
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

/* The year behind a named month: "May 2020", "de mayo de 2020", "May, 2020". */
static bool
year_after_month(const struct lexicon *x, struct str *rest, bool short_too, struct date *date)
{
	struct str s = skip_blank(*rest);

	take(&s, ",");
	skip_words(x, WORDS_DATE, &s);
	if (!year_take(x, &s, short_too, date))
		return false;
	*rest = s;
	return true;
}

/* "5. 2019", "05/2019", "5.19" behind the day: the separators are the same. */
static bool
numeric_take(const struct lexicon *x, struct str *rest, int first, struct date *date)
{
	struct str s = *rest;
	char separator = s.n > 0 ? s.p[0] : ' ';
	char mark[2] = { separator, '\0' };
	size_t digits;
	int second;

	if (!strchr("./-", separator) || !take(&s, mark))
		return false;
	if (separator == '.')
		s = skip_blank(s);
	if (!number_take(&s, 2, &second, &digits) || !take(&s, mark))
		return false;
	if (separator == '.')
		s = skip_blank(s);
	date->day = first;
	date->month = second;
	if (separator == '/' && second > 12 && first <= 12) {
		date->day = second;
		date->month = first;
	} else if (separator == '/' && first <= 12 && x->month_first) {
		date->day = second;
		date->month = first;
	}
	if (!year_take(x, &s, true, date))
		return false;
	*rest = s;
	return true;
}

/* "2019-05-17", "2019-05-17T10:00Z" */
static bool
iso_take(struct str *rest, struct date *date)
{
	struct str word = first_word(*rest);

	if (word.n > 10 && word.p[10] == 'T' && date_parse(word, date)) {
		*rest = str_sub(*rest, word.n, rest->n);
		return true;
	}
	if (rest->n < 10 || (rest->n > 10 && ascii_digit(rest->p[10])) || !date_parse(str_sub(*rest, 0, 10), date))
		return false;
	*rest = str_sub(*rest, 10, rest->n);
	return true;
}

/* "2026年5月5日", "2026년 5월 5일" */
static bool
signs_take(struct str *rest, struct date *date)
{
	static const char *const signs[][3] = { { "年", "月", "日" }, { "년", "월", "일" } };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		int *const values[] = { &date->year, &date->month, &date->day };
		struct str s = *rest;
		size_t digits, n = 0;

		while (n < 3 && number_take(&s, n == 0 ? 4 : 2, values[n], &digits) && take(&s, signs[i][n])) {
			s = n < 2 ? skip_blank(s) : s;
			n++;
		}
		if (n == 3) {
			*rest = s;
			return true;
		}
	}
	return false;
}

/* "2026. május 5.", "2025 m. balandžio 3 d.", "2025. gada 3. aprīlī" */
static bool
year_first_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = *rest;
	size_t digits;

	if (!number_take(&s, 4, &date->year, &digits) || digits != 4 || date->year < 1900)
		return false;
	skip_ordinal(&s);
	skip_words(x, WORDS_YEAR, &s);
	if (month_take(x, &s, date)) {
		s = skip_blank(s);
		if (!number_take(&s, 2, &date->day, &digits))
			return false;
		skip_ordinal(&s);
	} else {
		if (!number_take(&s, 2, &date->day, &digits))
			return false;
		skip_ordinal(&s);
		s = skip_blank(s);
		if (!month_take(x, &s, date))
			return false;
	}
	*rest = s;
	s = skip_blank(s);
	digits = words_at(x, WORDS_DAY, s);
	if (digits > 0)
		*rest = str_sub(s, digits, s.n);
	return true;
}

static bool
day_first_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = *rest;
	size_t digits;
	int day;

	if (iso_take(rest, date) || signs_take(rest, date) || year_first_take(x, rest, date))
		return true;
	if (!number_take(&s, 2, &day, &digits))
		return false;
	if (numeric_take(x, &s, day, date)) {
		*rest = s;
		return true;
	}
	date->day = day;
	skip_ordinal(&s);
	skip_words(x, WORDS_DATE, &s);
	if (!month_take(x, &s, date) && !month_like_take(x, &s, date))
		return false;
	if (!year_after_month(x, &s, true, date))
		date->year = 0;
	*rest = s;
	return true;
}

/* Whether a digit stands near enough to be the day of a month whose name begins here. */
static bool
day_is_near(struct str s)
{
	for (size_t i = 0; i < s.n && i < MONTH_BYTES; i++)
		if (ascii_digit(s.p[i]))
			return true;
	return false;
}

static bool
month_first_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = *rest;
	size_t digits;

	if (!day_is_near(s) || !month_take(x, &s, date))
		return false;
	s = skip_blank(s);
	if (!number_take(&s, 2, &date->day, &digits))
		return false;
	skip_ordinal(&s);
	if (!year_after_month(x, &s, false, date))
		date->year = 0;
	*rest = s;
	return true;
}

/* A time behind the date, after a comma, "@", "|" or a word like "at". */
static void
time_after_date(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = skip_blank(*rest);

	if (s.n > 0 && strchr(",@|/", s.p[0]))
		s = skip_blank(str_sub(s, 1, s.n));
	if (time_take(x, &s, date))
		*rest = s;
}

bool
date_shape_take(const struct lexicon *x, struct str *rest)
{
	struct str s = skip_blank(*rest), word;
	struct date date = { 0 };
	size_t digits;
	int day;

	if (!number_take(&s, 2, &day, &digits) || day < 1 || day > 31)
		return false;
	skip_ordinal(&s);
	skip_words(x, WORDS_DATE, &s);
	word = first_word(s);
	for (struct str letters = word; letters.n > 0;)
		if (!utf8_is_letter(utf8_next(&letters)))
			return false;
	s = str_sub(s, word.n, s.n);
	if (utf8_count(word) < 3 || !year_after_month(x, &s, false, &date))
		return false;
	*rest = s;
	return true;
}

bool
date_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = skip_blank(*rest);
	struct date d = { 0 };
	size_t n = weekday_at(x, s);
	bool found;

	if (n > 0) {
		s = str_sub(s, n, s.n);
		if (s.n > 0 && strchr(",.", s.p[0]))
			s = str_sub(s, 1, s.n);
	}
	skip_words(x, WORDS_DATE, &s);
	found = begins_digit(s) ? day_first_take(x, &s, &d) : month_first_take(x, &s, &d);
	if (!found || begins_digit(s))
		return false;
	if (d.year > 0 && !date_valid(d))
		return false;
	if (d.day < 1 || d.day > 31)
		return false;
	time_after_date(x, &s, &d);
	/* "June 4, 14:00 BST, 2024" */
	if (d.year == 0 && d.has_time && year_after_month(x, &s, false, &d) && !date_valid(d))
		return false;
	*date = d;
	*rest = s;
	return true;
}

/* Calls a reader at the start of each word until it understands one. */
static bool
find(const struct lexicon *x, struct str text, struct date *date,
	bool (*reader)(const struct lexicon *, struct str *, struct date *))
{
	bool inside = false;

	while (text.n > 0) {
		struct str rest = text;
		uint32_t c;

		if (!inside && reader(x, &rest, date))
			return true;
		c = utf8_next(&text);
		inside = utf8_is_letter(c) || (c < 0x80 && ascii_digit((char)c)) || c == '.' || c == ':';
	}
	return false;
}

/* "10.3." without a year */
static bool
day_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = *rest;
	struct date d = { 0 };
	size_t digits;

	(void)x;
	if (!number_take(&s, 2, &d.day, &digits) || !take(&s, "."))
		return false;
	s = skip_blank(s);
	if (!number_take(&s, 2, &d.month, &digits) || !take(&s, ".") || begins_digit(s))
		return false;
	if (d.day < 1 || d.day > 31 || d.month < 1 || d.month > 12)
		return false;
	*date = d;
	*rest = s;
	return true;
}

bool
day_find(const struct lexicon *x, struct str text, struct date *date)
{
	return find(x, text, date, day_take);
}

bool
date_find(const struct lexicon *x, struct str text, struct date *date)
{
	return find(x, text, date, date_take);
}

bool
time_find(const struct lexicon *x, struct str text, struct date *date)
{
	return find(x, text, date, time_take);
}
