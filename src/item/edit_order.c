#include "item/edit_order.h"

#include <string.h>

#include "item/edit.h"

static const struct {
	const char *group; /* NULL: an item */
	const char *names;
} orders[] = {
	{ NULL, "Signature catalogRef catalog hopHistory pubHistory rightsInfo itemMeta contentMeta partMeta assert inlineRef "
		"derivedFrom derivedFromValue contentSet groupSet concept conceptSet schemeMeta newsCoverageSet "
		"catalogContainer" },
	{ "rightsInfo", "accountable copyrightHolder copyrightNotice usageTerms link rightsInfoExtProperty rightsExpressionXML "
			"rightsExpressionData dataMining" },
	{ "itemMeta", "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName generator profile "
		      "service title edNote memberOf instanceOf signal altRep deliverableOf hash expires origRep "
		      "incomingFeedId metadataCreator link itemMetaExtProperty" },
	{ "contentMeta", "icon urgency contentCreated contentModified digitalSourceType located infoSource creator contributor "
			 "audience exclAudience altId rating userInteraction language genre keyword subject slugline headline "
			 "dateline by creditline description contentMetaExtProperty" },
};

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

static int
place_of(const char *names, struct str name)
{
	struct str rest = str_of(names), word;

	for (int i = 0; str_next_word(&rest, &word); i++)
		if (str_eq(word, name))
			return i;
	return ORDER_LAST;
}

int
order_of(const char *group, struct str name)
{
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
		if (orders[i].group == group || (group && orders[i].group && strcmp(orders[i].group, group) == 0))
			return place_of(orders[i].names, name);
	return ORDER_LAST;
}

struct element *
order_before(const struct element *parent, const char *group, int place)
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
		if (lacks[i].kind == kind && place_of(lacks[i].names, str_of(name)) != ORDER_LAST)
			return false;
	return true;
}
