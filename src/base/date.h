/*
 * Dates as ISO 8601 has them, to the second: a day, or a day with a time,
 * or an instant with its offset from UTC. Nothing is added that was not
 * given: a date without a time stays a date.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct date {
	int year, month, day; /* 1..9999, 1..12, 1..31; all 0: no date */
	bool has_time;
	int hour, minute, second;
	bool has_zone;
	int offset; /* minutes east of UTC */
	bool zone_unread; /* a text names one that is not known */
};

/*
 * Reads "2026-03-15", "2026-03-15T08:00", "2026-03-15 08:00:00.000+0100"
 * and the like, with blanks around. False for anything else and for days
 * that do not exist.
 */
bool date_parse(struct str s, struct date *date);
/* "2026-03-15", "2026-03-15T08:00:00" or "2026-03-15T08:00:00+01:00"; UTC is "Z". */
struct str date_format(struct arena *a, struct date date);
bool date_valid(struct date date);
int date_weekday(struct date date); /* 0 is Sunday */
/* Seconds since 1970-01-01T00:00Z; no time counts as midnight, no zone as UTC. */
int64_t date_seconds(struct date date);
struct date date_from_seconds(int64_t seconds); /* in UTC */

/*
 * The zone for times that name none: "+02:00", "UTC" or a name from the time
 * zone database ("Europe/Prague"), which is read here, before the sandbox.
 * Calls setenv(3) and tzset(3), once for each program. False: no such zone.
 */
bool zone_set(const char *name);
/* Gives a time without a zone the offset that it has in that zone. */
void zone_apply(struct date *date);

#endif
