/*
 * Dates and times as people write them: "17. 5. 2019", "5 May 2020",
 * "Wednesday Sep 3, 2025 @ 7:00 AM Pacific", "29 de septiembre de 2016".
 * Month names count in any form and case. Each reader takes what it
 * understands off the front of *rest, or leaves all as it is.
 */
#ifndef RECOGNISE_DATES_H
#define RECOGNISE_DATES_H

#include "base/date.h"
#include "recognise/words.h"

/* weekdays.c: the length of a weekday's name that the text begins with, 0 for none. */
size_t weekday_at(const struct lexicon *x, struct str text);
/* The offset of the first one, STR_NPOS for none; *length is that of the name. */
size_t weekday_find(const struct lexicon *x, struct str text, size_t *length);
/* A day, perhaps with its weekday and a time. date->year is 0 when the year is not said ("Dec. 9"). */
bool date_take(const struct lexicon *x, struct str *rest, struct date *date);
/* "17. května 2019" where the word is no month that is known: a day by its shape alone. */
bool date_shape_take(const struct lexicon *x, struct str *rest);
/* times.c: a time of day, perhaps with a zone, which a date in *date may need to tell summer from winter. */
bool time_take(const struct lexicon *x, struct str *rest, struct date *date);
/* The length of "a.m.", "PM" and the like that the text begins with, 0 for none. */
size_t half_day_at(struct str text);
/* A number of `most` digits or fewer; *digits says of how many. */
bool number_take(struct str *rest, size_t most, int *value, size_t *digits);
/* Anywhere in a text. */
bool date_find(const struct lexicon *x, struct str text, struct date *date);
/* "10.3.": a day that is said in numbers without its year. */
bool day_find(const struct lexicon *x, struct str text, struct date *date);
bool time_find(const struct lexicon *x, struct str text, struct date *date);

static inline bool
begins_digit(struct str s)
{
	return s.n > 0 && ascii_digit(s.p[0]);
}

#endif
