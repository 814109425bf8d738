#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const int month_days[13] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static bool
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length(int year, int month)
{
	return month == 2 ? 28 + leap(year) : month_days[month];
}

bool
date_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= month_length(d.year, d.month) &&
	       (!d.has_time ||
		(d.hour >= 0 && d.hour <= 23 && d.minute >= 0 && d.minute <= 59 && d.second >= 0 && d.second <= 59)) &&
	       d.offset >= -14 * 60 && d.offset <= 14 * 60; /* as XML Schema has it */
}

/* Takes exactly n digits off the front. */
static bool
digits(struct str *s, size_t n, int *value)
{
	int v = 0;

	if (s->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!ascii_digit(s->p[i]))
			return false;
		v = v * 10 + (s->p[i] - '0');
	}
	*s = (struct str){ s->p + n, s->n - n };
	*value = v;
	return true;
}

static bool
take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = (struct str){ s->p + 1, s->n - 1 };
	return true;
}

static bool
parse_time(struct str *s, struct date *d)
{
	if (!digits(s, 2, &d->hour) || !take(s, ':') || !digits(s, 2, &d->minute))
		return false;
	if (take(s, ':')) {
		if (!digits(s, 2, &d->second))
			return false;
		if (d->second == 60) /* a leap second, which neither POSIX nor XML Schema has */
			d->second = 59;
		if (take(s, '.') || take(s, ','))
			while (s->n > 0 && ascii_digit(s->p[0]))
				take(s, s->p[0]);
	}
	d->has_time = true;
	return true;
}

static bool
parse_zone(struct str *s, struct date *d)
{
	int sign, hours, minutes = 0;

	take(s, ' ');
	if (s->n == 0)
		return true;
	d->has_zone = true;
	if (take(s, 'Z') || take(s, 'z'))
		return true;
	sign = s->p[0] == '-' ? -1 : 1;
	if (!take(s, '+') && !take(s, '-'))
		return false;
	if (!digits(s, 2, &hours))
		return false;
	take(s, ':');
	if (s->n > 0 && !digits(s, 2, &minutes))
		return false;
	d->offset = sign * (hours * 60 + minutes);
	return minutes < 60;
}

/* The end of a day is the begin of the next (ISO 8601; XML Schema part 2, 3.2.7). */
static void
take_midnight(struct date *d)
{
	if (d->hour != 24 || d->minute != 0 || d->second != 0)
		return;
	d->hour = 0;
	if (!date_valid(*d) || ++d->day <= month_length(d->year, d->month))
		return;
	d->day = 1;
	if (++d->month > 12) {
		d->month = 1;
		d->year++;
	}
}

bool
date_parse(struct str s, struct date *date)
{
	struct date d = { 0 };

	s = str_trim(s);
	if (!digits(&s, 4, &d.year) || !take(&s, '-') || !digits(&s, 2, &d.month) || !take(&s, '-') ||
	    !digits(&s, 2, &d.day))
		return false;
	if (s.n > 0) {
		if (!take(&s, 'T') && !take(&s, 't') && !take(&s, ' '))
			return false;
		if (!parse_time(&s, &d) || !parse_zone(&s, &d) || s.n > 0)
			return false;
	}
	take_midnight(&d);
	if (!date_valid(d))
		return false;
	*date = d;
	return true;
}

struct str
date_format(struct arena *a, struct date d)
{
	int minutes = d.offset < 0 ? -d.offset : d.offset;

	if (!d.has_time)
		return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
	if (!d.has_zone)
		return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d", d.year, d.month, d.day, d.hour, d.minute,
			d.second);
	if (d.offset == 0)
		return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day, d.hour, d.minute,
			d.second);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", d.year, d.month, d.day, d.hour, d.minute,
		d.second, d.offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/* Days since 1970-01-01 in the Gregorian calendar; March is the first month, so that the leap day is a year's last. */
static int64_t
days_of(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int
date_weekday(struct date d)
{
	return (int)(((days_of(d.year, d.month, d.day) + 4) % 7 + 7) % 7);
}

int64_t
date_seconds(struct date d)
{
	int64_t s = days_of(d.year, d.month, d.day) * 86400;

	if (d.has_time)
		s += d.hour * 3600 + d.minute * 60 + d.second - (d.has_zone ? d.offset * 60 : 0);
	return s;
}

struct date
date_from_seconds(int64_t seconds)
{
	int64_t days = seconds / 86400, rest = seconds % 86400;
	int64_t era, of_era, y, of_year, m;
	struct date d = { .has_time = true, .has_zone = true };

	if (rest < 0)
		rest += 86400, days--;
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	of_era = days - era * 146097;
	y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * y + y / 4 - y / 100);
	m = (5 * of_year + 2) / 153;
	d.day = (int)(of_year - (153 * m + 2) / 5 + 1);
	d.month = (int)(m < 10 ? m + 3 : m - 9);
	d.year = (int)(y + era * 400 + (d.month <= 2));
	d.hour = (int)(rest / 3600);
	d.minute = (int)(rest / 60 % 60);
	d.second = (int)(rest % 60);
	return d;
}

/* "+02:00" is POSIX's "<+02:00>-02:00": its sign counts westwards. */
static bool
offset_as_tz(const char *name, char *tz, size_t size)
{
	struct str s = str_of(name);
	struct date d = { 0 };

	if ((name[0] != '+' && name[0] != '-') || !parse_zone(&s, &d) || s.n > 0)
		return false;
	snprintf(tz, size, "<%+03d>%c%02d:%02d", d.offset / 60, d.offset < 0 ? '+' : '-', abs(d.offset) / 60,
		abs(d.offset) % 60);
	return true;
}

static bool
zone_exists(const char *name)
{
	char path[256];
	int n = snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s", name);

	return n > 0 && (size_t)n < sizeof(path) && !strstr(name, "..") && ascii_alpha(name[0]) &&
	       access(path, R_OK) == 0;
}

bool
zone_set(const char *name)
{
	char tz[300];

	if (!name || strcmp(name, "UTC") == 0 || strcmp(name, "Z") == 0)
		snprintf(tz, sizeof(tz), "UTC0");
	else if (!offset_as_tz(name, tz, sizeof(tz))) {
		if (!zone_exists(name))
			return false;
		snprintf(tz, sizeof(tz), "%s", name);
	}
	setenv("TZ", tz, 1);
	tzset();
	return true;
}

void
zone_apply(struct date *d)
{
	struct tm tm = { .tm_year = d->year - 1900,
		.tm_mon = d->month - 1,
		.tm_mday = d->day,
		.tm_hour = d->hour,
		.tm_min = d->minute,
		.tm_sec = d->second,
		.tm_isdst = -1 };

	if (d->has_zone || !d->has_time || mktime(&tm) == (time_t)-1)
		return;
	d->offset = (int)(tm.tm_gmtoff / 60);
	d->has_zone = true;
}
