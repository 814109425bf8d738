#include "item/edit_order.h"

#include <string.h>

#include "item/edit.h"
#include "item/schema.h"

static const struct {
	const char *group, *type;
} groups[] = {
	{ "newsItem", "newsItem" }, /* and every other item */
	{ "rightsInfo", "RightsInfo" },
	{ "itemMeta", "ItemMetadata" },
	{ "contentMeta", "ContentMetadataAfD" },
};

/* What stands behind all metadata, in items of one kind or another. */
static const char contents[] = "contentSet groupSet concept conceptSet schemeMeta newsCoverageSet catalogContainer";

/* What a contentMeta lacks in some kinds of items. */
static const struct {
	enum item_kind kind;
	const char *names;
} lacks[] = {
	{ ITEM_CONCEPT, "genre dateline by creditline" },
	{ ITEM_KNOWLEDGE, "genre dateline by creditline" },
	{ ITEM_PLANNING, "genre dateline by creditline" },
	{ ITEM_CATALOG, "urgency located infoSource language genre keyword subject slugline headline dateline by creditline "
			"description contentMetaExtProperty" },
};

static const struct schema_type *
type_of(const char *group)
{
	size_t i = 0;

	while (group && strcmp(groups[i].group, group) != 0)
		i++;
	return schema_type(str_of(groups[i].type));
}

size_t
order_of(const char *group, struct str name)
{
	size_t rank = schema_rank(type_of(group), name);

	return rank == STR_NPOS && !group && str_listed(STR(contents), name) ? ORDER_CONTENTS : rank;
}

struct element *
order_before(const struct element *parent, const char *group, size_t place)
{
	struct element *last = NULL;

	for (struct element *c = parent->first; c; c = c->next)
		if (strcmp(c->ns, parent->ns) == 0 ? order_of(group, c->name) <= place : str_is(c->name, "Signature"))
			last = c;
	return last;
}

bool
edit_allows(enum item_kind kind, const char *name)
{
	for (size_t i = 0; i < sizeof(lacks) / sizeof(*lacks); i++)
		if (lacks[i].kind == kind && str_listed(str_of(lacks[i].names), str_of(name)))
			return false;
	return true;
}
