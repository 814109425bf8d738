/* The simple types of the schema (XML Schema part 2), as far as an item uses them. */
#include <string.h>

#include "base/date.h"
#include "nml/nml_meta.h"
#include "nml/nml_schema.h"

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]))
			return false;
	return s.n > 0;
}

static bool
has_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_blank(s.p[i]))
			return true;
	return false;
}

static bool
is_string(struct str s)
{
	(void)s;
	return true;
}

static bool
is_line(struct str s)
{
	return str_find_char(s, '\t') == STR_NPOS && str_find_char(s, '\n') == STR_NPOS && str_find_char(s, '\r') == STR_NPOS;
}

static bool
is_qcode(struct str s)
{
	size_t colon = str_find_char(s, ':');

	return colon != STR_NPOS && colon > 0 && colon + 1 < s.n && !has_blank(s);
}

/* IRIs (RFC 3987): beyond ASCII any character may stand. */
static bool
is_iri(struct str s)
{
	struct arena a = { 0 };
	char *ascii = arena_cstr(&a, s);
	bool holds;

	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)ascii[i] >= 0x80)
			ascii[i] = 'x';
	holds = s.n == 0 || nml_is_reference((struct str){ ascii, s.n });
	arena_free(&a);
	return holds;
}

/* ASCII alone: a name in other letters is not carried. */
static bool
is_name(struct str s, const char *also)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_alpha(s.p[i]) && !ascii_digit(s.p[i]) && (s.p[i] == '\0' || !strchr(also, s.p[i])))
			return false;
	return s.n > 0;
}

static bool
is_ncname(struct str s)
{
	return is_name(s, "_-.") && (ascii_alpha(s.p[0]) || s.p[0] == '_');
}

static bool
is_token(struct str s)
{
	return is_name(s, "_-.:");
}

static bool
is_boolean(struct str s)
{
	return str_is(s, "true") || str_is(s, "false") || str_is(s, "1") || str_is(s, "0");
}

static struct str
without_sign(struct str s)
{
	return str_starts(s, STR("-")) || str_starts(s, STR("+")) ? str_sub(s, 1, s.n) : s;
}

static bool
is_integer(struct str s)
{
	return is_digits(without_sign(s));
}

static bool
is_decimal(struct str s)
{
	size_t point;

	s = without_sign(s);
	point = str_find_char(s, '.');
	if (point == STR_NPOS || point + 1 == s.n)
		return is_digits(str_sub(s, 0, point == STR_NPOS ? s.n : point));
	return (point == 0 || is_digits(str_sub(s, 0, point))) && is_digits(str_sub(s, point + 1, s.n));
}

static bool
is_double(struct str s)
{
	size_t e = str_find_char(s, 'e') != STR_NPOS ? str_find_char(s, 'e') : str_find_char(s, 'E');

	return is_decimal(str_sub(s, 0, e)) && (e == STR_NPOS || is_integer(str_sub(s, e + 1, s.n)));
}

/* Beyond nine digits some who read it have no room. */
static bool
is_between(struct str s, long least, long most)
{
	long n;

	return is_digits(s) && s.n <= 9 && str_to_long(s, &n) && n >= least && n <= most;
}

static bool is_natural(struct str s) { return is_between(s, 0, 999999999); }
static bool is_positive(struct str s) { return is_between(s, 1, 999999999); }
static bool is_0_to_100(struct str s) { return is_between(s, 0, 100); }
static bool is_1_to_9(struct str s) { return is_between(s, 1, 9); }

/* "0" stands for a digit; gives the rest behind the form, or NULL in p. */
static struct str
behind(struct str s, const char *form)
{
	size_t n = strlen(form);

	for (size_t i = 0; i < n; i++)
		if (i >= s.n || (form[i] == '0' ? !ascii_digit(s.p[i]) : s.p[i] != form[i]))
			return STR_NONE;
	return (struct str){ s.p + n, s.n - n };
}

static bool
is_zone(struct str s)
{
	struct str rest = behind(str_sub(s, 1, s.n), "00:00");

	if (s.n == 0 || str_is(s, "Z"))
		return true;
	return (s.p[0] == '+' || s.p[0] == '-') && rest.p && rest.n == 0 && is_between(str_sub(s, 1, 3), 0, 13) &&
	       is_between(str_sub(s, 4, 6), 0, 59);
}

static bool
is_day(struct str s)
{
	struct date date;

	return date_parse(s, &date) && date.year > 0;
}

static bool
is_instant(struct str s)
{
	struct str rest = behind(s, "0000-00-00T00:00:00");

	if (!rest.p || !is_day(str_sub(s, 0, 19)))
		return false;
	if (rest.n > 1 && rest.p[0] == '.') {
		size_t n = 1;

		while (n < rest.n && ascii_digit(rest.p[n]))
			n++;
		if (n == 1)
			return false;
		rest = str_sub(rest, n, rest.n);
	}
	return is_zone(rest);
}

static bool
is_instant_or_empty(struct str s)
{
	return s.n == 0 || is_instant(s);
}

static bool
is_date(struct str s)
{
	struct str rest = behind(s, "0000-00-00");

	return is_instant(s) || (rest.p && is_zone(rest) && is_day(str_sub(s, 0, 10)));
}

static bool
is_year_or_date(struct str s)
{
	struct str year = behind(s, "0000"), month = behind(s, "0000-00");

	if (is_date(s))
		return true;
	if (!year.p || str_starts(s, STR("0000")))
		return false;
	return is_zone(year) || (month.p && is_zone(month) && is_between(str_sub(s, 5, 7), 1, 12));
}

static bool
is_language(struct str s)
{
	struct str part, rest = s;
	bool first = true;

	while (str_next(&rest, '-', &part)) {
		for (size_t i = 0; i < part.n; i++)
			if (!ascii_alpha(part.p[i]) && (first || !ascii_digit(part.p[i])))
				return false;
		if (part.n == 0 || part.n > 8)
			return false;
		first = false;
	}
	return s.n > 0 && s.p[s.n - 1] != '-';
}

static bool
is_language_or_empty(struct str s)
{
	return s.n == 0 || is_language(s);
}

static bool
is_direction(struct str s)
{
	return str_is(s, "ltr") || str_is(s, "rtl");
}

static bool
is_nothing(struct str s) /* a QName's prefix would have to be declared */
{
	(void)s;
	return false;
}

static bool
is_list(struct str s, bool (*holds)(struct str), bool may_be_empty)
{
	struct str word;
	bool some = false;

	while (str_next_word(&s, &word)) {
		if (!holds(word))
			return false;
		some = true;
	}
	return some || may_be_empty;
}

static bool is_qcodes(struct str s) { return is_list(s, is_qcode, true); }
static bool is_iris(struct str s) { return is_list(s, is_iri, true); }
static bool is_ncnames(struct str s) { return is_list(s, is_ncname, false); }
static bool is_tokens(struct str s) { return is_list(s, is_token, false); }

static const struct {
	const char *kind;
	bool (*holds)(struct str);
} kinds[] = {
	{ "string", is_string },
	{ "line", is_line },
	{ "qcode", is_qcode },
	{ "qcodes", is_qcodes },
	{ "iri", is_iri },
	{ "iris", is_iris },
	{ "id", is_ncname },
	{ "idref", is_ncname },
	{ "idrefs", is_ncnames },
	{ "ncname", is_ncname },
	{ "tokens", is_tokens },
	{ "boolean", is_boolean },
	{ "decimal", is_decimal },
	{ "double", is_double },
	{ "integer", is_integer },
	{ "natural", is_natural },
	{ "positive", is_positive },
	{ "0to100", is_0_to_100 },
	{ "1to9", is_1_to_9 },
	{ "instant", is_instant },
	{ "instant?", is_instant_or_empty },
	{ "date", is_date },
	{ "year-or-date", is_year_or_date },
	{ "language", is_language },
	{ "xmllang", is_language_or_empty },
	{ "dir", is_direction },
	{ "qname", is_nothing },
};

bool
schema_kind_holds(struct str kind, struct str value)
{
	if (str_starts(kind, STR("is-"))) /* the one value that may stand */
		return str_eq(str_sub(kind, 3, kind.n), value);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(kind, kinds[i].kind))
			return kinds[i].holds(value);
	return false;
}
