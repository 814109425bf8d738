#include "item/meta_check.h"

#include <limits.h>

#include "base/date.h"
#include "base/language.h"
#include "base/utf8.h"

/* One line of clean text; STR_NONE when it holds what XML cannot (XML 1.0, 2.2). */
static struct str
clean_line(struct arena *a, struct str value)
{
	struct str rest = value;

	if (utf8_check(value) != STR_NPOS)
		return STR_NONE;
	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		if ((utf8_is_control(c) && !(c < 0x80 && ascii_blank((char)c))) || utf8_is_noncharacter(c))
			return STR_NONE;
	}
	return line_of(a, value);
}

static struct str
number(struct str value, long most)
{
	long n;

	return str_to_long(value, &n) && n >= 1 && n <= most && ascii_digit(value.p[0]) ? value : STR_NONE;
}

/* A time without a zone means another instant everywhere (NewsML-G2 guide, 20.9.1). */
static struct str
date(struct arena *a, struct str value, bool day_will_do)
{
	struct date d;

	if (!date_parse(value, &d) || (d.has_time ? !d.has_zone : !day_will_do))
		return STR_NONE;
	return date_format(a, d);
}

/* BCP 47, section 2.1: a language that is registered, then parts of letters and digits. */
static struct str
language(struct arena *a, struct str value)
{
	struct str rest = value, part;
	char *first;

	str_next(&rest, '-', &part);
	first = arena_cstr(a, part);
	for (size_t i = 0; i < part.n; i++)
		first[i] = ascii_lower(first[i]);
	if (!language_primary(str_of(first)))
		return STR_NONE;
	while (str_next(&rest, '-', &part)) {
		if (part.n < 1 || part.n > 8)
			return STR_NONE;
		for (size_t i = 0; i < part.n; i++)
			if (!ascii_alpha(part.p[i]) && !ascii_digit(part.p[i]))
				return STR_NONE;
	}
	return value;
}

/* "Name <code>", "Name" or "<code>"; a QCode alone is one too. */
static struct str
concept(struct arena *a, struct str value)
{
	struct str name, code;

	if (nml_is_qcode(value) || nml_is_uri(value))
		return arena_printf(a, "<%.*s>", STR_FMT(value));
	concept_split(value, &name, &code);
	return name.n + code.n == 0 || (code.n > 0 && !nml_is_qcode(code) && !nml_is_uri(code)) ? STR_NONE : value;
}

static struct str
status(struct str value)
{
	static const char *const words[] = { "usable", "withheld", "canceled" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(value, words[i]))
			return value;
	return STR_NONE;
}

/* By the shape of the element first: it may hold less than the key's type says. */
static struct str
of_shape(struct arena *a, const struct meta_place *place, struct str value, const char **want)
{
	switch (place->shape) {
	case NML_URGENCY:
		*want = "want 1 (high) to 9";
		return number(value, 9);
	case NML_STATUS:
		*want = "want usable, withheld or canceled";
		return status(value);
	case NML_EMBARGO:
		*want = "want a time with its zone, as 2026-03-15T08:00+01:00, or hold";
		return str_is(value, META_HOLD) ? value : date(a, value, false);
	case NML_CONCEPT:
		*want = "want Name <alias:code>, Name or alias:code";
		return concept(a, value);
	case NML_LANGUAGE:
		*want = "want a language tag as cs or en-GB";
		return language(a, value);
	default:
		return value;
	}
}

static struct str
of_type(struct arena *a, const struct meta_place *place, struct str value, const char **want)
{
	switch (place->type) {
	case META_NUMBER:
		*want = "want a whole number from 1";
		return number(value, LONG_MAX);
	case META_DATE_TYPE:
		*want = "want a day, as 2026-03-15, or a time with its zone, as 2026-03-15T08:00+01:00";
		return date(a, value, true);
	case META_INSTANT:
		*want = "want a time with its zone, as 2026-03-15T08:00+01:00";
		return date(a, value, false);
	case META_URL:
		*want = "want an address as https://www.example.com/press";
		return nml_is_reference(value) ? value : STR_NONE;
	default:
		return value;
	}
}

struct str
meta_canonical(struct arena *a, const struct meta_place *place, struct str value, const char **want)
{
	*want = "want a line of text";
	value = clean_line(a, value);
	if (value.n > 0)
		value = of_shape(a, place, value, want);
	if (value.n > 0 && place->shape != NML_URGENCY)
		value = of_type(a, place, value, want);
	return value.n > 0 ? value : STR_NONE;
}
