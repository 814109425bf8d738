/* The metadata that the text itself says: language, date, embargo, provider. What can be seen wins over what is stored. */
#include <string.h>

#include "recognise/fields.h"
#include "recognise/release.h"
#include "recognise/zones.h"

enum { EMBARGO_LINE = 400 };

/*
 * Programs state the language of whoever installed them. Where the text surely
 * is in another one, that one's words count. What is stated stays: only a
 * person can tell that it is wrong.
 */
static const struct language *
check_language(struct release *r, const struct language *stated)
{
	const struct language *found = language_of_text(&r->languages, r->d, stated);

	if (found && stated && strcmp(found->tag, stated->tag) != 0)
		warn(r->d->diag, (struct place){ 0 }, "W-language",
			"the file says that its language is \"%s\", its words are \"%s\"; --lang says which it is",
			stated->tag, found->tag);
	return found;
}

void
set_language(struct release *r)
{
	bool told = r->o && r->o->lang.n > 0;
	struct str given = told ? r->o->lang : doc_meta(r->d, META_LANGUAGE);

	r->language = given.n > 0 ? language_of_tag(&r->languages, given) : NULL;
	if (given.n == 0 || (r->language && !told))
		r->language = check_language(r, r->language);
	r->words = lexicon_of(&r->d->arena, &r->languages, r->language);
	lexicon_in_region(&r->words, given);
	if (told)
		doc_meta_add(r->d, META_LANGUAGE, r->o->lang);
	else if (given.n == 0 && r->language)
		doc_meta_add(r->d, META_LANGUAGE, str_of(r->language->tag));
}

static bool
same_day(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* A content management system stamps midnight when it knows no time. */
static struct date
without_midnight(struct date d)
{
	if (d.has_time && d.hour == 0 && d.minute == 0 && d.second == 0 && !d.has_zone)
		d.has_time = false;
	return d;
}

static void
set_date(struct release *r)
{
	struct arena *a = &r->d->arena;
	struct date date = r->dateline, stored;
	struct str before = doc_meta(r->d, META_DATE);

	if (date.year == 0)
		date = without_midnight(r->date_line);
	else if (r->date_line.year != 0 && !same_day(date, r->date_line))
		warn(r->d->diag, (struct place){ 0 }, "W-date-differs",
			"the dateline says %.*s, the date line %.*s; the dateline counts",
			STR_FMT(date_format(a, r->dateline)), STR_FMT(date_format(a, r->date_line)));
	else if (r->date_line.year != 0 && !date.has_time)
		date = without_midnight(r->date_line);
	if (date.year == 0)
		date = r->closing;
	if (date.year == 0)
		return;
	if (before.n > 0 && date_parse(before, &stored)) {
		/* The day is what the text says; a stored time on that day is more than it says. */
		if (same_day(stored, date))
			return;
		warn(r->d->diag, (struct place){ 0 }, "W-date-differs", "the stored date is %.*s, the text says %.*s",
			STR_FMT(before), STR_FMT(date_format(a, date)));
	}
	doc_meta_add(r->d, META_DATE, date_format(a, date));
}

static int64_t
days_between(struct date a, struct date b)
{
	int64_t seconds = date_seconds(a) - date_seconds(b);

	return (seconds < 0 ? -seconds : seconds) / 86400;
}

/* "10/03/2026" may be the tenth of March in English, too: then the order counts that comes nearer to the release's day. */
static bool
find_day(const struct release *r, struct str text, struct date *date)
{
	struct lexicon other = r->words;
	struct date day = r->dateline.year ? r->dateline : r->date_line, swapped = { 0 };

	*date = (struct date){ 0 };
	if (!date_find(&r->words, text, date))
		return day_find(&r->words, text, date);
	other.month_first = false;
	if (r->words.month_first && day.year > 0 && date->year > 0 && date_find(&other, text, &swapped) &&
		swapped.year > 0 && days_between(swapped, day) < days_between(*date, day))
		*date = swapped;
	return true;
}

/* The release's own day, for an embargo that names only the hour, or no year. */
static void
borrow_day(const struct release *r, struct date *date)
{
	struct date day = r->dateline.year ? r->dateline : r->date_line;

	day.has_time = day.has_zone = false;
	if (date->day == 0) {
		*date = day;
		return;
	}
	date->year = day.year;
	/* In December one writes of January. */
	if (day.year > 0 && date_valid(*date) && date_seconds(*date) < date_seconds(day) && date->month < day.month)
		date->year++;
	if (!date_valid(*date))
		date->year = 0;
}

/* "12/3" may be a day of March or of December: no day that is understood, and not the release's own either. */
static bool
has_slashed_day(struct str text)
{
	for (size_t i = 1; i + 1 < text.n; i++)
		if (text.p[i] == '/' && ascii_digit(text.p[i - 1]) && ascii_digit(text.p[i + 1]))
			return true;
	return false;
}

/* The day and time that an embargo line names, perhaps with a zone; false, with a warning, when it does not say both. */
static bool
read_embargo(const struct release *r, struct str text, struct date *until, struct place place)
{
	struct date date, time;
	struct str name;

	if (!find_day(r, text, &date))
		date = (struct date){ 0 };
	if (date.year == 0 && !(date.day == 0 && has_slashed_day(text)))
		borrow_day(r, &date);
	time = date;
	if (date.year == 0 || (!date.has_time && !time_find(&r->words, text, &time))) {
		warn(r->d->diag, place, "W-embargo-unread", "the embargo names no %s that is understood; it is held",
			date.year == 0 ? "day" : "time of day");
		return false;
	}
	*until = date.has_time ? date : time;
	name = zone_out_of_season(text, *until);
	if (name.n > 0)
		warn(r->d->diag, place, "W-season", "\"%.*s\" is the time of the other half of the year; it is taken as it stands",
			STR_FMT(name));
	return true;
}

/* Gives a time without a zone the stored instant's, or --zone's where none is named. False, with a warning, when there is neither. */
static bool
settle_zone(const struct release *r, struct date *until, const struct date *stored, struct place place)
{
	if (until->has_zone)
		return true;
	if (stored->has_zone) {
		until->has_zone = true;
		until->offset = stored->offset;
	} else if (until->zone_unread) {
		warn(r->d->diag, place, "W-embargo-zone", "the embargo's zone is not understood; it is held");
		return false;
	} else if (r->o && r->o->zone.n > 0) {
		zone_apply(until);
	} else {
		warn(r->d->diag, place, "W-embargo-zone", "the embargo names no zone and --zone is not given; it is held");
		return false;
	}
	return true;
}

/* An embargo may stand in two lines. */
static struct str
embargo_text(const struct release *r, const struct block *line)
{
	struct str text = str_sub(block_text(&r->d->arena, line), 0, EMBARGO_LINE);

	if (!line->next || line->next->role != ROLE_EMBARGO)
		return text;
	return arena_printf(&r->d->arena, "%.*s %.*s", STR_FMT(text),
		STR_FMT(str_sub(block_text(&r->d->arena, line->next), 0, EMBARGO_LINE)));
}

/* The later one holds; what has no instant holds longest. */
static void
set_embargo(struct release *r, const struct block *line)
{
	struct str before = doc_meta(r->d, META_EMBARGO), seen = str_of(META_HOLD);
	struct place place = block_place(line);
	struct date until = { 0 }, stored = { 0 };

	if (!str_is(before, META_HOLD) && !date_parse(before, &stored))
		stored = (struct date){ 0 };
	if (read_embargo(r, embargo_text(r, line), &until, place) &&
		settle_zone(r, &until, &stored, place))
		seen = date_format(&r->d->arena, until);
	if (before.n > 0 && !str_eq(before, seen)) {
		bool instants = stored.year > 0 && !str_is(seen, META_HOLD);

		if (instants && date_seconds(stored) == date_seconds(until))
			return;
		warn(r->d->diag, place, "W-embargo-differs",
			"the stored embargo is %.*s, the text says %.*s; the later one holds", STR_FMT(before),
			STR_FMT(seen));
		if (str_is(before, META_HOLD) || (instants && date_seconds(stored) > date_seconds(until)))
			return;
	}
	doc_meta_add(r->d, META_EMBARGO, seen);
}

/* "TZ: Úřad vlády České republiky" names who issued the release. */
static void
set_provider(struct release *r, const struct block *line)
{
	struct str text = block_text(&r->d->arena, line);
	size_t n = words_at(&r->words, WORDS_ISSUER, text);
	struct field f;

	text = skip_blank(str_sub(text, n, text.n));
	if (n > 0 && take(&text, ":") && !field_next(text, 0, &f))
		doc_meta_add(r->d, META_PROVIDER, text);
}

void
set_metadata(struct release *r)
{
	bool embargo = false;

	set_date(r);
	for (const struct block *b = r->d->root->first; b; b = b->next) {
		if (b->role == ROLE_EMBARGO && !embargo)
			set_embargo(r, b);
		embargo = embargo || b->role == ROLE_EMBARGO;
		if (b->role == ROLE_SOURCE && doc_meta(r->d, META_PROVIDER).n == 0)
			set_provider(r, b);
	}
}
