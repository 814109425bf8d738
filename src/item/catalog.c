#include "item/catalog.h"

#include <stdlib.h>
#include <string.h>

/* THE IPTC'S */

/* The first row whose alias is not in front of this one. */
static size_t
first_row(struct str alias)
{
	size_t from = 0, to = iptc_scheme_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_order(str_of(iptc_schemes[middle].alias), alias) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct iptc_scheme *
iptc_scheme(struct str alias, int catalog)
{
	const struct iptc_scheme *found = NULL;

	for (size_t i = first_row(alias); i < iptc_scheme_count && str_is(alias, iptc_schemes[i].alias); i++) {
		const struct iptc_scheme *row = &iptc_schemes[i];

		if (catalog == 0 ? !found || row->until > found->until : row->since <= catalog && catalog <= row->until)
			found = row;
	}
	return found;
}

const struct iptc_scheme *
iptc_scheme_at(struct str uri)
{
	for (size_t i = 0; i < iptc_scheme_count; i++)
		if (str_is(uri, iptc_schemes[i].uri))
			return &iptc_schemes[i];
	return NULL;
}

/* With and without "www." and "s", as items have it; the IPTC serves all of them. */
int
iptc_catalog(struct str href)
{
	static const char *const fronts[] = { "http://www.iptc.org/std/catalog/", "http://iptc.org/std/catalog/",
		"https://www.iptc.org/std/catalog/", "https://iptc.org/std/catalog/" };
	static const struct str name = { "catalog.IPTC-G2-Standards_", 26 };
	long n;

	href = str_trim(href);
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++) {
		struct str rest = str_sub(href, strlen(fronts[i]), href.n);

		if (!str_starts(href, str_of(fronts[i])) || !str_starts(rest, name) || !str_ends(rest, STR(".xml")))
			continue;
		if (str_to_long(str_sub(rest, name.n, rest.n - 4), &n) && n >= 1 && n <= IPTC_CATALOG)
			return (int)n;
	}
	return 0;
}

/* AN ITEM'S */

bool
qcode_split(struct str value, struct qcode *q)
{
	size_t colon = str_find_char(value, ':');

	if (colon == STR_NPOS || colon == 0 || colon + 1 == value.n)
		return false;
	for (size_t i = 0; i < value.n; i++)
		if (ascii_blank(value.p[i]))
			return false;
	*q = (struct qcode){ str_sub(value, 0, colon), str_sub(value, colon + 1, value.n) };
	return true;
}

static int
scheme_order(const void *a, const void *b)
{
	const struct scheme *x = a, *y = b;
	int c = str_order(x->alias, y->alias);

	return c ? c : (x->element->start > y->element->start) - (x->element->start < y->element->start);
}

static void
add_schemes(struct catalog *c, const struct element *catalog)
{
	const struct element *e = NULL;

	while ((e = item_child(catalog, "scheme", e)))
		c->schemes[c->count++] = (struct scheme){ element_value(e, NULL, "alias"), element_value(e, NULL, "uri"), e };
}

static size_t
count_schemes(const struct element *catalog)
{
	size_t n = 0;

	for (const struct element *e = catalog->first; e; e = e->next)
		n++;
	return n;
}

struct catalog
catalog_of(struct item_file *f, const struct element *e)
{
	struct catalog c = { 0 };
	const struct element *at = NULL;
	size_t n = 0;

	while ((at = item_child(e, "catalog", at)))
		n += count_schemes(at), c.any = true;
	c.schemes = arena_alloc(&f->arena, (n + 1) * sizeof(*c.schemes));
	while ((at = item_child(e, "catalog", at)))
		add_schemes(&c, at);
	if (c.count > 1)
		qsort(c.schemes, c.count, sizeof(*c.schemes), scheme_order);
	while ((at = item_child(e, "catalogRef", at))) {
		int version = iptc_catalog(element_value(at, NULL, "href"));

		c.any = true;
		if (version)
			c.iptc |= UINT64_C(1) << version;
		else if (!c.foreign)
			c.foreign = at;
	}
	return c;
}

static const struct scheme *
own_scheme(const struct catalog *c, struct str alias)
{
	size_t from = 0, to = c->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_order(c->schemes[middle].alias, alias) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < c->count && str_eq(c->schemes[from].alias, alias) ? &c->schemes[from] : NULL;
}

struct str
catalog_scheme(const struct catalog *c, struct str alias)
{
	const struct scheme *own = own_scheme(c, alias);

	if (own)
		return own->uri;
	for (int version = IPTC_CATALOG; version >= 1; version--) {
		const struct iptc_scheme *row = c->iptc >> version & 1 ? iptc_scheme(alias, version) : NULL;

		if (row)
			return str_of(row->uri);
	}
	return STR_NONE;
}

struct str
catalog_uri(struct arena *a, const struct catalog *c, struct str qcode)
{
	struct qcode q;
	struct str scheme;

	if (!qcode_split(qcode, &q))
		return STR_NONE;
	scheme = catalog_scheme(c, q.alias);
	return scheme.n ? arena_printf(a, "%.*s%.*s", STR_FMT(scheme), STR_FMT(q.code)) : STR_NONE;
}

/* CONCEPTS */

/* The code is what stands behind the last slash or "#". */
static struct concept
split_uri(struct str uri)
{
	size_t n = uri.n;

	while (n > 0 && uri.p[n - 1] != '/' && uri.p[n - 1] != '#')
		n--;
	return (struct concept){ str_sub(uri, 0, n), str_sub(uri, n, uri.n) };
}

struct concept
catalog_concept(const struct catalog *c, struct str qcode, struct str uri)
{
	struct qcode q;
	const struct iptc_scheme *usual;
	struct str scheme;

	if (!qcode_split(str_trim(qcode), &q))
		return split_uri(str_trim(uri));
	scheme = catalog_scheme(c, q.alias);
	usual = iptc_scheme(q.alias, 0);
	if (scheme.n == 0 && usual)
		scheme = str_of(usual->uri);
	return (struct concept){ scheme, q.code };
}

struct concept
concept_of(const struct catalog *c, const struct element *e)
{
	return catalog_concept(c, element_value(e, NULL, "qcode"), element_value(e, NULL, "uri"));
}

bool
concept_is(struct concept concept, const char *scheme, const char *code)
{
	return str_is(concept.code, code) && concept_in(concept, scheme);
}

bool
concept_in(struct concept concept, const char *scheme)
{
	struct str s = str_of(scheme);

	return str_eq(concept.scheme, s) || str_eq(concept.scheme, str_sub(s, 0, s.n - 1));
}
