/* Dates: that they are dates, in the form that XML Schema has, with a time zone (guide 20.9.1), and in order. */
#include "base/date.h"
#include "item/check_rules.h"

enum form {
	FORM_TIME, /* a date with a time */
	FORM_DAY,  /* a date, with a time or without */
	FORM_PART  /* a year, a month or a date, with a time or without */
};

static const struct {
	const char *name;
	enum form form;
	bool may_be_empty;
} dated_elements[] = {
	{ "versionCreated", FORM_TIME, false },
	{ "firstCreated", FORM_TIME, false },
	{ "embargoed", FORM_TIME, true },
	{ "sent", FORM_TIME, false },
	{ "timestamp", FORM_PART, false },
	{ "expires", FORM_DAY, false },
	{ "contentCreated", FORM_PART, false },
	{ "contentModified", FORM_PART, false },
};

static const char *const dated_attributes[] = { "modified", "created", "generated", "retired", "schemecreated",
	"schememodified", "schemeretired", "validfrom", "validto", "coversfrom", "coversto", "until", "timestamp" };

/* READING */

/* XML Schema lets a date without a time have a zone too: "2026-03-15Z". */
static struct str
without_zone(struct str s)
{
	static const char zone[] = "+00:00";
	size_t n = sizeof(zone) - 1;

	if (s.n > 0 && s.p[s.n - 1] == 'Z')
		return str_sub(s, 0, s.n - 1);
	if (s.n > n && (s.p[s.n - n] == '+' || s.p[s.n - n] == '-') && s.p[s.n - 3] == ':')
		return str_sub(s, 0, s.n - n);
	return s;
}

/* A year or a month is made a date by its first day; *days is how many days they are. */
static bool
parse_day(struct str s, struct date *d, int *days)
{
	char whole[] = "0000-01-01";

	s = without_zone(s);
	*days = s.n == STR("0000").n ? 366 : s.n == STR("0000-00").n ? 31 : 1;
	if (*days == 1 && s.n != sizeof(whole) - 1)
		return false;
	for (size_t k = 0; k < s.n; k++)
		whole[k] = s.p[k];
	return date_parse(str_of(whole), d);
}

/* What date_parse() takes is more than XML Schema does: a blank for the T, a zone without its colon, no seconds. */
static bool
has_form(struct str s)
{
	static const char form[] = "0000-00-00T00:00:00", zone[] = "+00:00";
	struct str rest = str_sub(s, STR("0000-00-00T00:00:00").n, s.n);

	if (s.n < sizeof(form) - 1)
		return false;
	for (size_t k = 0; k < sizeof(form) - 1; k++)
		if (ascii_digit(form[k]) ? !ascii_digit(s.p[k]) : s.p[k] != form[k])
			return false;
	if (str_starts(rest, STR("."))) {
		rest = str_sub(rest, 1, rest.n);
		while (rest.n > 0 && ascii_digit(rest.p[0]))
			rest = str_sub(rest, 1, rest.n);
	}
	return rest.n == 0 || str_is(rest, "Z") || (rest.n == sizeof(zone) - 1 && rest.p[3] == ':');
}

static void
check_date(struct check *c, struct place place, struct str name, struct str value, enum form form)
{
	struct date d = { 0 };
	int days;

	value = str_trim(value);
	if (value.n == 0)
		check_found(c, RULE_DATE_EMPTY, place, name, STR_NONE);
	else if (parse_day(value, &d, &days) && (form == FORM_PART || days == 1)) {
		if (form == FORM_TIME)
			check_found(c, RULE_DATE_TIME, place, name, value);
	} else if (!date_parse(value, &d)) {
		check_found(c, RULE_DATE, place, name, value);
	} else if (!d.has_zone) {
		check_found(c, RULE_DATE_ZONE, place, name, value);
	} else if (!has_form(value)) {
		check_found(c, RULE_DATE_FORM, place, name, value);
	}
}

static void
check_element(struct check *c, const struct element *e)
{
	for (size_t k = 0; k < sizeof(dated_elements) / sizeof(*dated_elements); k++) {
		struct str text;

		if (!str_is(e->name, dated_elements[k].name))
			continue;
		text = str_trim(element_text(c->file, e));
		if (text.n > 0 || !dated_elements[k].may_be_empty)
			check_date(c, element_place(e), e->name, text, dated_elements[k].form);
	}
	for (uint32_t n = 0; n < e->attribute_count; n++)
		for (size_t k = 0; k < sizeof(dated_attributes) / sizeof(*dated_attributes); k++)
			if (e->attributes[n].ns[0] == '\0' && str_is(e->attributes[n].name, dated_attributes[k]))
				check_date(c, attribute_place(c->file, e, &e->attributes[n]), e->attributes[n].name,
					e->attributes[n].value, FORM_DAY);
}

void
check_header(struct check *c, const struct element *header)
{
	for (const struct element *e = header; e; e = element_next(header, e))
		check_element(c, e);
}

bool
checked_time(struct item_file *f, const struct element *e, int64_t *seconds)
{
	struct date d;

	if (!e || !date_parse(element_text(f, e), &d) || !d.has_time || !d.has_zone)
		return false;
	*seconds = date_seconds(d);
	return true;
}

/* ORDER */

/* What a date may mean: a whole year, a day, any zone. */
struct span {
	bool known;
	int64_t from, to;
};

static struct span
span_of(struct item_file *f, const struct element *e)
{
	enum { DAY = 86400, ZONES = 14 * 3600 };
	struct str text = e ? str_trim(element_text(f, e)) : STR_NONE;
	struct span s = { 0 };
	struct date d;
	int days = 0;

	if (!parse_day(text, &d, &days)) {
		days = 0;
		if (!date_parse(text, &d))
			return s;
	}
	s.known = true;
	s.from = date_seconds(d);
	s.to = s.from + days * DAY;
	if (!d.has_zone)
		s.from -= ZONES, s.to += ZONES;
	return s;
}

static void
check_order(struct checked *i, const struct element *later, const struct element *earlier, const char *what)
{
	struct span a = span_of(i->file, later), b = span_of(i->file, earlier);

	if (a.known && b.known && a.from > b.to)
		check_found(i->check, RULE_DATE_ORDER, element_place(later), later->name, str_of(what));
}

void
check_dates(struct checked *i)
{
	const struct element *version = checked_child(i->item_meta, "versionCreated");
	const struct element *created = checked_child(i->content_meta, "contentCreated");
	const struct element *modified = checked_child(i->content_meta, "contentModified");
	struct span from = span_of(i->file, created), to = span_of(i->file, modified);

	for (const struct element *e = i->item; e; e = checked_next(i, e))
		check_element(i->check, e);
	check_order(i, checked_child(i->item_meta, "firstCreated"), version, "later than versionCreated");
	check_order(i, created, version, "later than versionCreated");
	check_order(i, modified, version, "later than versionCreated");
	if (from.known && to.known && to.to < from.from)
		check_found(i->check, RULE_DATE_ORDER, element_place(modified), modified->name, STR("earlier than contentCreated"));
}
