#include "base/date.h"

#include "tap.h"

static const struct {
	const char *in, *out; /* out "(none)": refused */
} dates[] = {
	{ "2026-03-15", "2026-03-15" },
	{ " 2026-03-15T08:00 ", "2026-03-15T08:00:00" },
	{ "2026-03-15 08:00:00.123+0100", "2026-03-15T08:00:00+01:00" },
	{ "2026-03-15t08:00:59,5z", "2026-03-15T08:00:59Z" },
	{ "2026-03-15T08:00-03:30", "2026-03-15T08:00:00-03:30" },
	{ "2024-02-29", "2024-02-29" },
	{ "2023-02-29", "(none)" },
	{ "1900-02-29", "(none)" },
	{ "2026-13-01", "(none)" },
	{ "2026-04-31", "(none)" },
	{ "2026-03-15T24:00", "2026-03-16T00:00:00" },
	{ "2023-12-31T24:00:00Z", "2024-01-01T00:00:00Z" },
	{ "2026-03-15T24:01", "(none)" },
	{ "2026-03-15T08:60", "(none)" },
	{ "2026-03-15T08:00+01:60", "(none)" },
	{ "15. 3. 2026", "(none)" },
	{ "2026-03-15 morning", "(none)" },
	{ "", "(none)" },
};

static void
test_parse(struct tap *t)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
		struct date d;
		bool good = date_parse(str_of(dates[i].in), &d);

		is(t, good ? date_format(&a, d) : STR_NONE, dates[i].out, dates[i].in);
	}
	arena_free(&a);
}

/* Every day of 800 years comes back from its seconds, one weekday after the other. */
static void
test_days(struct tap *t)
{
	struct date first = { .year = 1601, .month = 1, .day = 1 };
	int64_t from = date_seconds(first);
	int weekday = date_weekday(first);
	bool good = true;

	for (int64_t day = 0; day < 292194; day++) {
		struct date d = date_from_seconds(from + day * 86400);

		good = good && date_valid(d) && date_seconds(d) == from + day * 86400 &&
		       date_weekday(d) == (weekday + day) % 7;
	}
	ok(t, good, "days to seconds and back, with their weekdays");
}

static void
test_zone(struct tap *t, const char *zone, const char *local, const char *want)
{
	struct arena a = { 0 };
	struct date d;

	if (!date_parse(str_of(local), &d) || !zone_set(zone)) {
		ok(t, false, zone);
		return;
	}
	zone_apply(&d);
	is(t, date_format(&a, d), want, zone);
	arena_free(&a);
}

int
main(void)
{
	struct tap t = { 0 };
	struct date d = { 0 };

	test_parse(&t);
	test_days(&t);
	is_number(&t, date_weekday((struct date){ .year = 2019, .month = 5, .day = 17 }), 5, "a Friday");
	ok(&t, date_parse(STR("2019-05-17T10:00+02:00"), &d), "a time with an offset");
	is_number(&t, date_seconds(d), 1558080000, "in seconds of UTC");
	is_number(&t, date_seconds((struct date){ .year = 1970, .month = 1, .day = 1 }), 0, "the epoch");
	test_zone(&t, "+02:00", "2026-03-15T08:00", "2026-03-15T08:00:00+02:00");
	test_zone(&t, "-03:30", "2026-03-15T08:00", "2026-03-15T08:00:00-03:30");
	test_zone(&t, "UTC", "2026-03-15T08:00", "2026-03-15T08:00:00Z");
	test_zone(&t, "UTC", "2026-03-15", "2026-03-15");
	test_zone(&t, "UTC", "2026-03-15T08:00+05:00", "2026-03-15T08:00:00+05:00");
	ok(&t, !zone_set("Nowhere/Atall") && !zone_set("../../etc/passwd") && !zone_set(""), "zones that are none");
	if (zone_set("Europe/Prague")) {
		test_zone(&t, "Europe/Prague", "2026-01-15T08:00", "2026-01-15T08:00:00+01:00");
		test_zone(&t, "Europe/Prague", "2026-07-15T08:00", "2026-07-15T08:00:00+02:00");
	} else {
		printf("ok %d - a zone by name # SKIP this machine has no time zones\n", ++t.ran);
	}
	return done(&t);
}
