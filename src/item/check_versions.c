/* Versions of an item among each other (guide 7.4.1.2, 18.2 and 26.3). */
#include <stdlib.h>

#include "item/check_rules.h"
#include "item/message.h"

static int
named_order(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int c = str_order(x->guid, y->guid);

	if (c == 0)
		c = (x->version > y->version) - (x->version < y->version);
	return c ? c : (x->item->start > y->item->start) - (x->item->start < y->item->start);
}

/* The items of a file, sorted by guid and version. */
static struct names
names_of(struct arena *a, const struct item_file *f)
{
	struct names n = { 0 };

	for (const struct element *e = item_next(f, NULL); e; e = item_next(f, e))
		n.count++;
	n.list = arena_alloc(a, (n.count + 1) * sizeof(*n.list));
	n.count = 0;
	for (const struct element *e = item_next(f, NULL); e; e = item_next(f, e)) {
		struct named *one = &n.list[n.count++];

		*one = (struct named){ .guid = message_guid(e), .item = e };
		str_to_long(message_version(e), &one->version);
	}
	if (n.count > 1)
		qsort(n.list, n.count, sizeof(*n.list), named_order);
	return n;
}

static struct concept
status_of(struct item_file *f, const struct element *item)
{
	const struct element *status = checked_child(checked_child(item, "itemMeta"), "pubStatus");
	struct catalog c = catalog_of(f, item);

	return status ? concept_of(&c, status) : (struct concept){ STR_NONE, STR_NONE };
}

static bool
is_canceled(struct item_file *f, const struct element *item)
{
	return concept_is(status_of(f, item), SCHEME_STATUS, "canceled");
}

void
check_versions(struct check *c)
{
	c->names = names_of(&c->arena, c->file);
	if (c->previous)
		c->before = names_of(&c->arena, c->previous);
	for (size_t k = 1; k < c->names.count; k++) {
		const struct named *one = &c->names.list[k];

		if (one->guid.n == 0 || !str_eq(one->guid, one[-1].guid))
			continue;
		c->item = one->guid;
		if (one->version == one[-1].version)
			check_found(c, RULE_TWICE, element_place(one->item), message_version(one->item), one->guid);
		else if (is_canceled(c->file, one[-1].item))
			check_found(c, RULE_CANCELED, element_place(one->item), message_version(one[-1].item), STR_NONE);
	}
	c->item = STR_NONE;
}

/* THE VERSION BEFORE */

/* The newest version of that guid in the other file; where each file has one item only, that one. */
static const struct named *
item_before(const struct check *c)
{
	const struct names *before = &c->before;
	size_t from = 0, to = before->count;

	/* The first whose guid stands behind this one; the newest is in front of it. */
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_order(before->list[middle].guid, c->item) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from > 0 && str_eq(before->list[from - 1].guid, c->item))
		return &before->list[from - 1];
	return before->count == 1 && c->names.count == 1 ? &before->list[0] : NULL;
}

static void
check_time(struct checked *i, const struct element *before)
{
	const struct element *now = checked_child(i->item_meta, "versionCreated");
	const struct element *then = checked_child(checked_child(before, "itemMeta"), "versionCreated");
	int64_t a, b;

	if (checked_time(i->file, now, &a) && checked_time(i->check->previous, then, &b) && a <= b)
		check_found(i->check, RULE_VERSION_TIME, element_place(now), message_version(before),
			str_trim(element_text(i->check->previous, then)));
}

void
check_previous(struct checked *i)
{
	const struct named *before = item_before(i->check);
	struct place place = element_place(i->item);

	if (!before)
		return;
	if (!str_eq(before->guid, i->check->item)) {
		check_found(i->check, RULE_GUID_CHANGED, place, before->guid, STR_NONE);
		return;
	}
	if (is_canceled(i->check->previous, before->item))
		check_found(i->check, RULE_CANCELED, place, message_version(before->item), STR_NONE);
	if (i->version <= before->version)
		check_found(i->check, RULE_VERSION_ORDER, place, message_version(i->item), message_version(before->item));
	check_time(i, before->item);
}
