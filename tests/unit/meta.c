/* Metadata: every type of value in its one form, and what becomes of a second value and of one that is not understood. */
#include "tap.h"

#include "doc/doc.h"

static const struct {
	enum meta_key key;
	const char *given, *kept;
} values[] = {
	{ META_PROVIDER, "  Example\n Corp ", "Example Corp" },
	{ META_PROVIDER, "r\xCC\x8C\xC2\xAD", "\xC5\x99" },

	{ META_URGENCY, "04", "4" },
	{ META_VERSION, " 12 ", "12" },
	{ META_URGENCY, "0", "(none)" },
	{ META_URGENCY, "-1", "(none)" },
	{ META_URGENCY, "1.5", "(none)" },
	{ META_URGENCY, "high", "(none)" },
	{ META_VERSION, "9223372036854775808", "(none)" },

	{ META_DATE, "2026-03-15", "2026-03-15" },
	{ META_DATE, "2026-03-15 08:00+0100", "2026-03-15T08:00:00+01:00" },
	{ META_MODIFIED, "2026-03-15T08:00:00.250Z", "2026-03-15T08:00:00Z" },
	{ META_DATE, "2026-02-29", "(none)" },
	{ META_DATE, "15. 3. 2026", "(none)" },
	{ META_DATE, "next week", "(none)" },
	{ META_DATE, "hold", "(none)" },

	{ META_VERSION_CREATED, "2026-03-15", "2026-03-15T00:00:00Z" },
	{ META_FIRST_CREATED, "2026-03-15T08:00-05:30", "2026-03-15T08:00:00-05:30" },
	{ META_VERSION_CREATED, "08:00", "(none)" },

	{ META_EMBARGO, "hold", "hold" },
	{ META_EMBARGO, "2026-03-15T08:00+01:00", "2026-03-15T08:00:00+01:00" },
	{ META_EMBARGO, "2026-03-15", "2026-03-15T00:00:00Z" },
	{ META_EMBARGO, "until noon", "(none)" },

	{ META_LANGUAGE, "EN-us", "en-US" },
	{ META_LANGUAGE, "cs", "cs" },
	{ META_LANGUAGE, "English", "(none)" },
	{ META_LANGUAGE, "und", "(none)" },

	{ META_LINK, "ftp://example.com/x y", "ftp://example.com/x%20y" },
	{ META_CANONICAL, "HTTPS://example.com", "https://example.com" },
	{ META_LINK, "release.html", "(none)" },
	{ META_CANONICAL, "javascript:alert(1)", "(none)" },

	{ META_SUBJECT, "economy <medtop:04000000>", "economy <medtop:04000000>" },
	{ META_GENRE, "Press \t Release", "Press Release" },
};

static void
test_values(struct tap *t)
{
	struct diag diag = { .program = "meta", .quiet = true };

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		struct doc *d = doc_new(&diag);
		size_t lost = diag.loss_count[LOSS_METADATA];
		struct str kept;

		doc_meta_add(d, values[i].key, str_of(values[i].given));
		kept = doc_meta(d, values[i].key);
		is(t, kept, values[i].kept, meta_name(values[i].key));
		is_number(t, (long long)(diag.loss_count[LOSS_METADATA] - lost), kept.p == NULL, "only what goes is a loss");
		if (kept.p) {
			doc_meta_clear(d, values[i].key);
			doc_meta_add(d, values[i].key, arena_str(&d->arena, kept));
			is(t, doc_meta(d, values[i].key), values[i].kept, "and its form is its last one");
		}
		doc_free(d);
	}
}

static void
test_zone(struct tap *t, struct doc *d)
{
	zone_set("+02:00");
	doc_meta_add(d, META_DATE, STR("2026-03-15T08:00"));
	is(t, doc_meta(d, META_DATE), "2026-03-15T08:00:00+02:00", "a time without a zone is one of the zone that is set");
	doc_meta_add(d, META_DATE, STR("2026-03-15"));
	is(t, doc_meta(d, META_DATE), "2026-03-15", "a day has none");
	zone_set("UTC");
}

static void
test_single(struct tap *t, struct doc *d)
{
	doc_meta_add(d, META_GUID, STR("one"));
	doc_meta_add(d, META_GUID, STR("two"));
	ok(t, str_is(doc_meta(d, META_GUID), "two") && !d->meta[META_GUID]->next, "a single key's value is replaced");
	doc_meta_add(d, META_GUID, STR(" \n"));
	is(t, doc_meta(d, META_GUID), "two", "but not by an empty one");
	doc_meta_add(d, META_URGENCY, STR("4"));
	doc_meta_add(d, META_URGENCY, STR("high"));
	is(t, doc_meta(d, META_URGENCY), "4", "nor by one that is not understood");
	doc_meta_clear(d, META_GUID);
	is(t, doc_meta(d, META_GUID), "(none)", "and taken away");
}

static void
test_many(struct tap *t, struct doc *d)
{
	static const char *const given[] = { "one", "two", " one ", "three" };
	struct meta_value *v;
	char number[16];
	size_t n = 0;

	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++)
		doc_meta_add(d, META_KEYWORD, str_of(given[i]));
	v = d->meta[META_KEYWORD];
	is(t, v->text, "one", "the first of several values");
	is(t, v->next->text, "two", "the second");
	is(t, v->next->next->text, "three", "the third: what is there already does not come again");
	ok(t, !v->next->next->next, "and no more");
	d->diag->quiet = true;
	for (int i = 0; i < 2000; i++) {
		snprintf(number, sizeof(number), "%d", i);
		doc_meta_add(d, META_KEYWORD, str_of(number));
	}
	for (v = d->meta[META_KEYWORD]; v; v = v->next)
		n++;
	ok(t, n == 1000 && d->diag->loss_count[LOSS_METADATA] >= 1003, "values beyond reason are losses");
}

static void
test_keys(struct tap *t)
{
	bool named = true;

	for (enum meta_key k = 0; k < META_COUNT; k++)
		named = named && meta_of_name(str_of(meta_name(k))) == k;
	ok(t, named, "every key is found by its name");
	ok(t, meta_of_name(STR("COPYRIGHT-holder")) == META_COPYRIGHT_HOLDER, "whatever its case");
	ok(t, meta_of_name(STR("x")) == META_COUNT && meta_of_name(STR("")) == META_COUNT, "and none by another");
	ok(t, meta_private(META_EDITORIAL_NOTE) && !meta_private(META_USAGE_TERMS), "what is for editors alone");
	ok(t, meta_many(META_SUBJECT) && !meta_many(META_TITLE), "what may stand several times");
	ok(t, meta_type(META_DATE) == META_DATE_TYPE && meta_type(META_EMBARGO) == META_EMBARGO_TYPE, "types");
}

static void
test_concepts(struct tap *t)
{
	static const char *const concepts[][3] = {
		{ "economy <medtop:04000000>", "economy", "medtop:04000000" },
		{ "economy", "economy", "" },
		{ "<medtop:1>", "", "medtop:1" },
		{ "a < b", "a < b", "" },
		{ "a <b> c", "a <b> c", "" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < sizeof(concepts) / sizeof(concepts[0]); i++) {
		struct str name, qcode;

		concept_split(str_of(concepts[i][0]), &name, &qcode);
		ok(t, str_is(name, concepts[i][1]) && str_is(qcode, concepts[i][2]), concepts[i][0][0] ? concepts[i][0] : "no concept");
	}
}

int
main(void)
{
	struct tap t = { 0 };
	struct diag diag = { .program = "meta", .quiet = true };
	struct doc *d = doc_new(&diag);

	zone_set("UTC");
	test_values(&t);
	test_zone(&t, d);
	test_single(&t, d);
	test_many(&t, d);
	test_keys(&t);
	test_concepts(&t);
	doc_free(d);
	return done(&t);
}
