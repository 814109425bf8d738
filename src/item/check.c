#include "item/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "item/check_rules.h"
#include "item/message.h"

static const struct rule {
	enum finding_level level;
	const char *name, *message;
} rules[CHECK_RULE_COUNT] = {
#define X(symbol, level, name, message) [RULE_##symbol] = { FINDING_##level, name, message },
	CHECK_RULES(X)
#undef X
};

static const char letters[FINDING_LEVELS] = {
	[FINDING_INFO] = 'I', [FINDING_WARNING] = 'W', [FINDING_ERROR] = 'E',
};

/* FINDINGS */

enum { SHOWN = 200 }; /* bytes of a value in a message */

/* A value on its way into a message: one line, not too long, whole characters. */
static void
add_value(struct buf *out, struct str value)
{
	struct str rest = value, word;
	size_t from = out->n;

	while (str_next_word(&rest, &word)) {
		if (out->n > from)
			buf_char(out, ' ');
		if (out->n - from + word.n <= SHOWN) {
			buf_add(out, word);
			continue;
		}
		while (word.n > 0) {
			struct str before = word;

			utf8_next(&word);
			if (out->n - from + (before.n - word.n) > SHOWN)
				break;
			buf_add(out, str_sub(before, 0, before.n - word.n));
		}
		buf_puts(out, "...");
		return;
	}
}

static void
compose(struct buf *out, const char *message, struct str one, struct str two)
{
	struct str rest = str_of(message);

	while (rest.n > 0) {
		size_t at = str_find_char(rest, '{');

		buf_add(out, str_sub(rest, 0, at));
		if (at == STR_NPOS)
			break;
		add_value(out, rest.p[at + 1] == '1' ? one : two);
		rest = str_sub(rest, at + 3, rest.n);
	}
	while (out->n > 0 && out->p[out->n - 1] == ' ')
		out->n--;
}

static struct finding *
finding_new(struct check *c)
{
	if (c->count == c->cap) {
		c->cap = 2 * c->cap + 64;
		c->findings = mem_grow(c->findings, c->cap * sizeof(*c->findings));
	}
	c->findings[c->count] = (struct finding){ .number = c->count };
	return &c->findings[c->count++];
}

void
check_found(struct check *c, enum check_rule number, struct place place, struct str one, struct str two)
{
	const struct rule *rule = &rules[number];
	struct finding *finding;
	struct buf text = { 0 };

	c->found[rule->level]++;
	if (c->count == CHECK_FINDINGS)
		return;
	compose(&text, rule->message, one, two);
	finding = finding_new(c);
	finding->place = place;
	finding->level = rule->level;
	finding->id = arena_printf(&c->arena, "%c-%s", letters[rule->level], rule->name);
	finding->item = c->item;
	finding->text = arena_str(&c->arena, buf_str(&text));
	buf_free(&text);
}

static int
finding_order(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;

	if (x->place.number != y->place.number)
		return x->place.number < y->place.number ? -1 : 1;
	if (x->place.column != y->place.column)
		return x->place.column < y->place.column ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

/* ITEMS */

const struct element *
checked_child(const struct element *e, const char *name)
{
	return e ? item_child(e, name, NULL) : NULL;
}

const struct element *
checked_next(const struct checked *i, const struct element *e)
{
	static const char *const closed[] = { "inlineXML", "inlineData", "rightsExpressionXML" };
	bool into = true;

	for (size_t k = 0; k < sizeof(closed) / sizeof(*closed); k++)
		if (str_is(e->name, closed[k]))
			into = false;
	do {
		e = into ? element_next(i->item, e) : element_skip(i->item, e);
		into = false;
	} while (e && strcmp(e->ns, i->item->ns) != 0);
	return e;
}

static struct concept
concept_at(const struct catalog *c, const struct element *e)
{
	return e ? concept_of(c, e) : (struct concept){ STR_NONE, STR_NONE };
}

/* The 35 of "2.35", or -1. */
static long
minor_of(struct str standard)
{
	long minor;

	standard = str_trim(standard);
	if (!str_starts(standard, STR("2.")) || !str_to_long(str_sub(standard, 2, standard.n), &minor) || minor < 0)
		return -1;
	return minor;
}

static void
check_item(struct check *c, const struct element *item)
{
	struct checked i = { .check = c, .file = c->file, .item = item, .kind = item_kind(item) };
	const struct element *created;

	c->item = message_guid(item);
	i.item_meta = checked_child(item, "itemMeta");
	i.content_meta = checked_child(item, "contentMeta");
	i.content_set = checked_child(item, "contentSet");
	i.catalog = catalog_of(c->file, item);
	i.class = concept_at(&i.catalog, checked_child(i.item_meta, "itemClass"));
	i.status = concept_at(&i.catalog, checked_child(i.item_meta, "pubStatus"));
	i.text = i.kind == ITEM_NEWS && concept_is(i.class, SCHEME_ITEM_CLASS, "text");
	if (!str_to_long(message_version(item), &i.version))
		i.version = 0;
	i.minor = minor_of(element_value(item, NULL, "standardversion"));
	created = checked_child(i.item_meta, "versionCreated");
	if (created)
		date_parse(element_text(c->file, created), &i.created);
	check_identity(&i);
	check_codes(&i);
	check_dates(&i);
	check_properties(&i);
	check_links(&i);
	check_content(&i);
	check_previous(&i);
	check_profile(&i);
	c->item = STR_NONE;
}

void
check_run(struct check *c)
{
	const struct element *header = checked_child(c->file->root, "header");

	if (header)
		c->header = catalog_of(c->file, header);
	check_topics_begin(c);
	check_header(c, header);
	check_versions(c);
	for (const struct element *e = message_first(c->file); e; e = item_next(c->file, e))
		check_item(c, e);
	check_profile_file(c);
	if (c->count > 1)
		qsort(c->findings, c->count, sizeof(*c->findings), finding_order);
}
