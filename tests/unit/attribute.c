/* Links, languages, lines and metadata: each in its one form. */
#include "tap.h"

#include "doc/doc.h"

static const char *const links[][2] = {
	{ "https://example.com/", "https://example.com/" },
	{ "HTTPS://Example.com/\xC5\x99 a", "https://Example.com/%C5%99%20a" },
	{ " http://example.com/%20x#a#b ", "http://example.com/%20x#a%23b" },
	{ "http://example.com/?a[b]=1", "http://example.com/?a%5Bb%5D=1" },
	{ "http://[::1]/", "(none)" },
	{ "mailto:press@example.com", "mailto:press@example.com" },
	{ "tel:+420702159658", "tel:+420702159658" },
	{ "http://example.com:8080/x", "http://example.com:8080/x" },
	{ "http://a\nb.example/", "http://ab.example/" },
	{ "javascript:alert(1)", "(none)" },
	{ "data:text/html,x", "(none)" },
	{ "file:///etc/passwd", "(none)" },
	{ "http:", "(none)" },
	{ "http:///x", "(none)" },
	{ "http://example.com:port/", "(none)" },
	{ "/relative", "(none)" },
	{ "", "(none)" },
};

static const char *const tags[][2] = {
	{ "cs", "cs" },
	{ "EN_gb", "en-GB" },
	{ "zh-hant-tw", "zh-Hant-TW" },
	{ "de-1996", "de-1996" },
	{ "hsb", "hsb" },
	{ "xx", "(none)" },
	{ "english", "(none)" },
	{ "und", "(none)" },
	{ "en-", "(none)" },
	{ "x", "(none)" },
	{ "", "(none)" },
};

static const struct {
	enum meta_key key;
	const char *given, *kept;
} metas[] = {
	{ META_PROVIDER, "  Example\n Corp ", "Example Corp" },
	{ META_URGENCY, "04", "4" },
	{ META_URGENCY, "0", "(none)" },
	{ META_URGENCY, "high", "(none)" },
	{ META_DATE, "2026-03-15", "2026-03-15" },
	{ META_VERSION_CREATED, "2026-03-15", "2026-03-15T00:00:00Z" },
	{ META_DATE, "next week", "(none)" },
	{ META_EMBARGO, "hold", "hold" },
	{ META_EMBARGO, "2026-03-15T08:00+01:00", "2026-03-15T08:00:00+01:00" },
	{ META_LANGUAGE, "EN-us", "en-US" },
	{ META_LANGUAGE, "English", "(none)" },
	{ META_LINK, "ftp://example.com/x y", "ftp://example.com/x%20y" },
	{ META_LINK, "release.html", "(none)" },
	{ META_SUBJECT, "economy <medtop:04000000>", "economy <medtop:04000000>" },
};

static void
test_metas(struct tap *t)
{
	struct diag diag = { .program = "attribute", .quiet = true };

	zone_set("UTC");
	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]); i++) {
		struct doc *d = doc_new(&diag);
		size_t lost = diag.loss_count[LOSS_METADATA];

		doc_meta_add(d, metas[i].key, str_of(metas[i].given));
		is(t, doc_meta(d, metas[i].key), metas[i].kept, metas[i].given);
		ok(t, (diag.loss_count[LOSS_METADATA] > lost) == str_is(STR("(none)"), metas[i].kept),
			"what is not understood is a loss");
		doc_free(d);
	}
}

static void
test_values(struct tap *t, struct doc *d)
{
	struct str name, qcode;

	doc_meta_add(d, META_KEYWORD, STR("one"));
	doc_meta_add(d, META_KEYWORD, STR("two"));
	doc_meta_add(d, META_KEYWORD, STR("one"));
	ok(t, d->meta[META_KEYWORD]->next && !d->meta[META_KEYWORD]->next->next, "a value that is there already is one");
	doc_meta_add(d, META_GUID, STR("one"));
	doc_meta_add(d, META_GUID, STR("two"));
	is(t, doc_meta(d, META_GUID), "two", "a single key's value is replaced");
	doc_meta_clear(d, META_GUID);
	is(t, doc_meta(d, META_GUID), "(none)", "and taken away");
	ok(t, meta_of_name(STR("COPYRIGHT-holder")) == META_COPYRIGHT_HOLDER && meta_of_name(STR("x")) == META_COUNT,
		"keys by name");
	concept_split(STR("economy <medtop:04000000>"), &name, &qcode);
	is(t, name, "economy", "a concept's name");
	is(t, qcode, "medtop:04000000", "and its code");
	concept_split(STR("economy"), &name, &qcode);
	ok(t, str_is(name, "economy") && qcode.n == 0, "a concept without a code");
	concept_split(STR("<medtop:1>"), &name, &qcode);
	ok(t, name.n == 0 && str_is(qcode, "medtop:1"), "and one without a name");
}

int
main(void)
{
	struct tap t = { 0 };
	struct diag diag = { .program = "attribute" };
	struct doc *d = doc_new(&diag);

	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
		is(&t, doc_link(d, str_of(links[i][0])), links[i][1], links[i][0][0] ? "a link" : "no link");
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		is(&t, doc_language(d, str_of(tags[i][0])), tags[i][1], tags[i][0][0] ? tags[i][0] : "no language");
	is(&t, doc_line(d, STR("  a\t\xC2\xAD\x62\r\n\xE2\x80\x8B c\x07 ")), "a b c", "a line is clean");
	test_metas(&t);
	test_values(&t, d);
	doc_free(d);
	return done(&t);
}
