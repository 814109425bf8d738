/* Times of the day, and their zones. */
#include <string.h>

#include "recognise/dates.h"
#include "recognise/zones.h"

size_t
half_day_at(struct str s)
{
	static const char *const names[] = { "a.m.", "p.m.", "a.m", "p.m", "am", "pm" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct str name = str_of(names[i]);

		if (str_starts_nocase(s, name) && !(s.n > name.n && ascii_alpha(s.p[name.n])))
			return name.n;
	}
	return 0;
}

/* "a.m.", "PM" behind the hour. */
static bool
half_day_take(struct str *rest, int *hour)
{
	struct str s = skip_blank(*rest);
	size_t n = half_day_at(s);

	if (n == 0 || *hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (ascii_lower(s.p[0]) == 'p' ? 12 : 0);
	*rest = str_sub(s, n, s.n);
	return true;
}

static bool
offset_take(struct str *s, struct date *date)
{
	int sign = s->n > 0 && s->p[0] == '-' ? -1 : 1, hours, minutes = 0;
	struct str rest = *s;
	size_t digits;

	if ((!take(&rest, "+") && !take(&rest, "-")) || !number_take(&rest, 2, &hours, &digits))
		return false;
	if (take(&rest, ":") && !number_take(&rest, 2, &minutes, &digits))
		return false;
	if (hours > 14 || minutes > 59 || begins_digit(rest))
		return false;
	date->has_zone = true;
	date->offset = sign * (hours * 60 + minutes);
	*s = rest;
	return true;
}

static void
zone_take(struct str *rest, struct date *date)
{
	struct str s = skip_blank(*rest), after;
	bool bracket = take(&s, "(");
	int offset;
	size_t n = zone_at(s, *date, &offset);

	if (n == 0) {
		if (!bracket && offset_take(&s, date))
			*rest = s;
		date->zone_unread = !date->has_zone && zone_is_like(s);
		return;
	}
	date->has_zone = true;
	date->offset = offset;
	s = str_sub(s, n, s.n);
	if (offset == 0)
		offset_take(&s, date); /* "UTC+2" */
	after = skip_blank(s);
	if (take(&after, "Time") || take(&after, "time"))
		s = after;
	if (bracket)
		take(&s, ")");
	*rest = s;
}

/* ":30", ".30", "h30", " h 30" behind the hour, and seconds behind a colon. *mark is what stood between, else 0. */
static bool
minutes_take(struct str *rest, struct date *date, char *mark)
{
	struct str s = skip_blank(*rest);
	bool french = s.n > 2 && (s.p[0] == 'h' || s.p[0] == 'H');
	size_t digits;

	*mark = 0;
	if (!french)
		s = *rest;
	if (s.n < 3 || !strchr(":.hH", s.p[0]))
		return true;
	*mark = s.p[0];
	s = str_sub(s, 1, s.n);
	if (french)
		s = skip_blank(s);
	if (!begins_digit(s)) {
		*mark = 0;
		return true;
	}
	if (!number_take(&s, 2, &date->minute, &digits) || digits != 2)
		return false;
	*rest = s;
	if (*mark == ':' && take(&s, ":") && number_take(&s, 2, &date->second, &digits))
		*rest = s;
	return true;
}

/* "0001 hrs", "0600 GMT": four digits, which alone may as well be a year. */
static bool
military_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = *rest, after;
	size_t digits;
	int value, offset;

	if (!number_take(&s, 4, &value, &digits) || digits != 4)
		return false;
	after = skip_blank(s);
	if (words_at(x, WORDS_HOUR, after) == 0 && (value >= 1900 || zone_at(after, *date, &offset) == 0))
		return false;
	date->hour = value / 100;
	date->minute = value % 100;
	*rest = s;
	return true;
}

/* "24:00" is the next day's first minute. */
static void
next_day(struct date *date)
{
	struct date day = { .year = date->year, .month = date->month, .day = date->day };

	date->hour = 0;
	if (day.year == 0)
		return;
	day = date_from_seconds(date_seconds(day) + 86400);
	date->year = day.year;
	date->month = day.month;
	date->day = day.day;
}

/*
 * "00:00", "7 a.m.", "14.00 h", "um 10 Uhr", "18 h 30". A full stop or nothing
 * between hours and minutes needs a word of time beside it, or a zone behind a full stop.
 */
bool
time_take(const struct lexicon *x, struct str *rest, struct date *date)
{
	struct str s = skip_blank(*rest), after;
	size_t digits, n = words_at(x, WORDS_TIME, s);
	struct date d = *date;
	bool word = n > 0, sure;
	int offset;
	char mark = 0;

	if (word)
		s = skip_blank(str_sub(s, n, s.n));
	d.minute = d.second = 0;
	sure = military_take(x, &s, &d);
	if (!sure && (!number_take(&s, 2, &d.hour, &digits) || !minutes_take(&s, &d, &mark)))
		return false;
	sure = sure || half_day_take(&s, &d.hour) || (word && mark != 0) || (mark != 0 && mark != '.');
	after = skip_blank(s);
	n = words_at(x, WORDS_HOUR, after);
	if (n > 0) {
		s = str_sub(after, n, after.n);
		sure = true;
	}
	sure = sure || (mark != 0 && zone_at(after, d, &offset) > 0);
	if (!sure || d.hour > 24 || d.minute > 59 || d.second > 59 || (d.hour == 24 && d.minute + d.second > 0))
		return false;
	if (d.hour == 24)
		next_day(&d);
	d.has_time = true;
	zone_take(&s, &d);
	*date = d;
	*rest = s;
	return true;
}
