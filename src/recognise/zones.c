/* Names of time zones, and the season that some of them are for. */
#include "recognise/zones.h"

#include "base/utf8.h"
#include "recognise/words.h"

/* ALL_YEAR: the same; SUMMER: an hour more in summer; ONLY: the name of one season. */
enum season_rule { ALL_YEAR, SUMMER_US, SUMMER_EU, ONLY_SUMMER_US, ONLY_SUMMER_EU, ONLY_WINTER_US, ONLY_WINTER_EU };

/* Names of zones that mean one thing in a press release. Where one name serves all year, the rule finds the summer. */
static const struct {
	const char *name;
	int offset; /* minutes */
	enum season_rule rule;
} zones[] = {
	{ "UTC", 0, ALL_YEAR }, { "GMT", 0, ALL_YEAR }, { "BST", 60, ONLY_SUMMER_EU },
	{ "CEST", 120, ONLY_SUMMER_EU }, { "CET", 60, ONLY_WINTER_EU },
	{ "MESZ", 120, ONLY_SUMMER_EU }, { "MEZ", 60, ONLY_WINTER_EU },
	{ "SELČ", 120, ONLY_SUMMER_EU }, { "SEČ", 60, ONLY_WINTER_EU },
	{ "SELC", 120, ONLY_SUMMER_EU }, { "SEC", 60, ONLY_WINTER_EU },
	{ "EEST", 180, ONLY_SUMMER_EU }, { "EET", 120, ONLY_WINTER_EU },
	{ "WEST", 60, ONLY_SUMMER_EU }, { "WET", 0, ONLY_WINTER_EU },
	{ "EDT", -240, ONLY_SUMMER_US }, { "EST", -300, ONLY_WINTER_US },
	{ "CDT", -300, ONLY_SUMMER_US }, { "CST", -360, ONLY_WINTER_US },
	{ "MDT", -360, ONLY_SUMMER_US }, { "MST", -420, ONLY_WINTER_US },
	{ "PDT", -420, ONLY_SUMMER_US }, { "PST", -480, ONLY_WINTER_US },
	{ "AEST", 600, ALL_YEAR }, { "AEDT", 660, ALL_YEAR }, { "NZST", 720, ALL_YEAR }, { "NZDT", 780, ALL_YEAR },
	{ "JST", 540, ALL_YEAR }, { "KST", 540, ALL_YEAR }, { "HKT", 480, ALL_YEAR }, { "SGT", 480, ALL_YEAR },
	{ "SAST", 120, ALL_YEAR }, { "EAT", 180, ALL_YEAR }, { "MSK", 180, ALL_YEAR },
	{ "Central European Summer", 120, ONLY_SUMMER_EU }, { "Central European", 60, ONLY_WINTER_EU },
	{ "Eastern European Summer", 180, ONLY_SUMMER_EU }, { "Eastern European", 120, ONLY_WINTER_EU },
	{ "British Summer", 60, ONLY_SUMMER_EU }, { "Greenwich Mean", 0, ALL_YEAR },
	{ "ET", -300, SUMMER_US }, { "CT", -360, SUMMER_US }, { "MT", -420, SUMMER_US },
	{ "PT", -480, SUMMER_US }, { "Eastern", -300, SUMMER_US }, { "Central", -360, SUMMER_US },
	{ "Mountain", -420, SUMMER_US }, { "Pacific", -480, SUMMER_US },
	{ "středoevropského", 60, SUMMER_EU }, { "stredoeurópskeho", 60, SUMMER_EU },
	{ "heure de Paris", 60, SUMMER_EU }, { "heure de Bruxelles", 60, SUMMER_EU },
	{ "London time", 0, SUMMER_EU }, { "UK time", 0, SUMMER_EU }, { "Dublin time", 0, SUMMER_EU },
	{ "Paris time", 60, SUMMER_EU }, { "Brussels time", 60, SUMMER_EU }, { "Berlin time", 60, SUMMER_EU },
	{ "Geneva time", 60, SUMMER_EU }, { "Prague time", 60, SUMMER_EU }, { "Vienna time", 60, SUMMER_EU },
	{ "New York time", -300, SUMMER_US }, { "hora de Lisboa", 0, SUMMER_EU }, { "hora peninsular", 60, SUMMER_EU },
	{ "за київським часом", 120, SUMMER_EU }, { "за Києвом", 120, SUMMER_EU },
};

static int
last_sunday(int year, int month)
{
	struct date last = { .year = year, .month = month, .day = 31 };

	return 31 - date_weekday(last);
}

/* Summer time in the European Union and the United Kingdom: from the last Sunday of March to that of October. */
static bool
eu_summer(struct date d)
{
	if (d.year == 0 || d.month < 3 || d.month > 10)
		return false;
	if (d.month == 3)
		return d.day >= last_sunday(d.year, 3);
	return d.month < 10 || d.day < last_sunday(d.year, 10);
}

/* Summer time in the United States: from the second Sunday of March to the first of November. */
static bool
us_summer(struct date d)
{
	struct date first = { .year = d.year, .month = d.month, .day = 1 };
	int first_sunday;

	if (d.year == 0 || d.month < 3 || d.month > 11)
		return false;
	first_sunday = 1 + (7 - date_weekday(first)) % 7;
	if (d.month == 3)
		return d.day >= first_sunday + 7;
	return d.month < 11 || d.day < first_sunday;
}

/* Abbreviations stand in capitals; names as they like. Both end where the word does. */
static bool
is_zone(struct str name, struct str text)
{
	struct str next = str_sub(text, name.n, text.n);

	if (name.n > 7 ? !str_starts_nocase(text, name) : !str_starts(text, name))
		return false;
	return next.n == 0 || !utf8_is_letter(utf8_next(&next));
}

size_t
zone_at(struct str text, struct date day, int *offset)
{
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		struct str name = str_of(zones[i].name);

		if (!is_zone(name, text))
			continue;
		*offset = zones[i].offset;
		if ((zones[i].rule == SUMMER_US && us_summer(day)) || (zones[i].rule == SUMMER_EU && eu_summer(day)))
			*offset += 60;
		return name.n;
	}
	return 0;
}

enum { ABBREVIATION_LEAST = 3, ABBREVIATION_MOST = 5 };

/* "IST", "AKDT": capitals that end in T, for "time". */
static bool
is_abbreviation(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] < 'A' || word.p[i] > 'Z')
			return false;
	return word.n >= ABBREVIATION_LEAST && word.n <= ABBREVIATION_MOST && word.p[word.n - 1] == 'T';
}

bool
zone_is_like(struct str text)
{
	struct str word = first_word(text), behind = skip_blank(str_sub(text, word.n, text.n));

	return is_abbreviation(word) || (begins_upper(word) && str_is_nocase(first_word(behind), "time"));
}

static bool
is_out_of_season(enum season_rule rule, struct date day)
{
	switch (rule) {
	case ONLY_SUMMER_US:
		return !us_summer(day);
	case ONLY_SUMMER_EU:
		return !eu_summer(day);
	case ONLY_WINTER_US:
		return us_summer(day);
	case ONLY_WINTER_EU:
		return eu_summer(day);
	default:
		return false;
	}
}

struct str
zone_out_of_season(struct str text, struct date day)
{
	bool inside = false;

	while (text.n > 0) {
		for (size_t i = 0; !inside && i < sizeof(zones) / sizeof(zones[0]); i++)
			if (is_zone(str_of(zones[i].name), text))
				return is_out_of_season(zones[i].rule, day) ? str_of(zones[i].name) : STR_NONE;
		inside = utf8_is_letter(utf8_next(&text));
	}
	return STR_NONE;
}
