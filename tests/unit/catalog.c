#include "tap.h"

#include "item/catalog.h"

static void
test_table(struct tap *t)
{
	bool sorted = true;

	for (size_t i = 1; i < iptc_scheme_count; i++)
		sorted = sorted && str_order(str_of(iptc_schemes[i - 1].alias), str_of(iptc_schemes[i].alias)) <= 0;
	ok(t, sorted, "the IPTC's aliases stand in order");
	is(t, str_of(iptc_scheme(STR("stat"), 41)->uri), SCHEME_STATUS, "an alias of the newest catalog");
	ok(t, !iptc_scheme(STR("cpprole"), 31) && iptc_scheme(STR("cpprole"), 32), "and one that came later");
	is(t, str_of(iptc_scheme(STR("medtyp"), 17)->uri), "http://cv.iptc.org/newscodes/mediatype/", "one that had another scheme first");
	is(t, str_of(iptc_scheme(STR("medtyp"), 18)->uri), "http://cv.iptc.org/newscodes/mediatype1/", "and then this one");
	is(t, str_of(iptc_scheme(STR("mic"), 0)->uri), "http://cvx.iptc.org/iso10383-mic/", "without a catalog the newest counts");
	ok(t, !iptc_scheme(STR(""), 0) && !iptc_scheme(STR("stat "), 0), "what is no alias");
}

static void
test_address(struct tap *t)
{
	ok(t, iptc_catalog(STR("http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml")) == 41, "the newest catalog");
	ok(t, iptc_catalog(STR(" https://iptc.org/std/catalog/catalog.IPTC-G2-Standards_1.xml ")) == 1, "the first, otherwise written");
	ok(t, iptc_catalog(STR("http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_42.xml")) == 0, "one that is not known yet");
	ok(t, iptc_catalog(STR("http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_0.xml")) == 0, "one that never was");
	ok(t, iptc_catalog(STR("http://example.com/catalog.IPTC-G2-Standards_41.xml")) == 0, "one of somebody else");
	ok(t, iptc_catalog(STR("")) == 0, "none");
}

static void
test_qcode(struct tap *t)
{
	struct qcode q;

	ok(t, qcode_split(STR("medtop:04:1"), &q), "a QCode");
	is(t, q.alias, "medtop", "its alias ends at the first colon");
	is(t, q.code, "04:1", "and the rest is its code");
	ok(t, !qcode_split(STR("medtop"), &q) && !qcode_split(STR(":x"), &q) && !qcode_split(STR("x:"), &q) &&
		!qcode_split(STR("a:b c"), &q) && !qcode_split(STR(""), &q), "what is none");
}

static void
test_item(struct tap *t)
{
	static const char item[] =
		"<newsItem xmlns='" NML_NS "'><catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_35.xml'/>"
		"<catalog><scheme alias='z' uri='http://z/'/><scheme alias='a' uri='http://a/#'/></catalog>"
		"<catalog><scheme alias='m' uri='http://m/'/></catalog><itemMeta qcode='s:1' uri='" SCHEME_STATUS "usable'/></newsItem>";
	struct diag diag = { .program = "catalog" };
	struct item_file *f = item_parse(&diag, str_of(item));
	struct catalog c = catalog_of(f, f->root);
	struct concept by_uri = catalog_concept(&c, STR(""), STR(SCHEME_STATUS "usable"));

	is(t, catalog_scheme(&c, STR("a")), "http://a/#", "an alias that the item declares");
	is(t, catalog_scheme(&c, STR("z")), "http://z/", "another one");
	is(t, catalog_scheme(&c, STR("stat")), SCHEME_STATUS, "one that its reference to the IPTC declares");
	ok(t, catalog_scheme(&c, STR("tone")).n == 0, "not one of a newer catalog");
	is(t, catalog_uri(&f->arena, &c, STR("a:b")), "http://a/#b", "the address of a concept");
	ok(t, catalog_uri(&f->arena, &c, STR("x:b")).n == 0, "none for an unknown alias");
	ok(t, concept_is(by_uri, SCHEME_STATUS, "usable"), "a concept by its address");
	ok(t, concept_is(catalog_concept(&c, STR("stat:usable"), STR("")), SCHEME_STATUS, "usable"), "and by its QCode");
	ok(t, concept_is(catalog_concept(&c, STR("tone:calm"), STR("")), "http://cv.iptc.org/newscodes/tone/", "calm"),
		"an alias that the item forgets means what it usually does");
	ok(t, !concept_is(catalog_concept(&c, STR("m:usable"), STR("")), SCHEME_STATUS, "usable"), "the scheme counts, not the code alone");
	ok(t, newscode_of(by_uri) && newscodes_known(by_uri), "a code that is known");
	item_free(f);
}

int
main(void)
{
	struct tap t = { 0 };

	test_table(&t);
	test_address(&t);
	test_qcode(&t);
	test_item(&t);
	return done(&t);
}
