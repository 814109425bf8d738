/*
 * What came into NewsML-G2 after 2.9, for those who still take older versions
 * only (the notes of change in IPTC's schemas say when). What of the carried
 * parts is younger than the version that is written is left out, as a loss.
 */
#include <string.h>

#include "nml/nml_extra.h"

static const struct {
	const char *name; /* of an element, or "@" and that of an attribute */
	int since;	  /* the 12 of 2.12 */
} young[] = {
	{ "rating", 11 },
	{ "userInteraction", 11 },
	{ "@uri", 11 },
	{ "derivedFrom", 12 },
	{ "derivedFromValue", 12 },
	{ "hasInstrument", 12 },
	{ "line", 12 },
	{ "circle", 12 },
	{ "polygon", 12 },
	{ "partMeta", 13 },
	{ "@pubconstraint", 14 },
	{ "@layoutorientation", 14 },
	{ "expires", 17 },
	{ "itemMetaExtProperty", 17 },
	{ "contentMetaExtProperty", 17 },
	{ "rightsInfoExtProperty", 17 },
	{ "@hashtypeuri", 18 },
	{ "@rank", 19 },
	{ "origRep", 20 },
	{ "incomingFeedId", 20 },
	{ "metadataCreator", 28 },
	{ "rightsExpressionXML", 23 },
	{ "rightsExpressionData", 23 },
	{ "worldRegion", 23 },
	{ "pubHistory", 24 },
	{ "mainConcept", 26 },
	{ "facetConcept", 26 },
	{ "@residrefformat", 30 },
	{ "@residrefformaturi", 30 },
	{ "@authority", 32 },
	{ "@authoritystatus", 32 },
	{ "digitalSourceType", 33 },
	{ "dataMining", 34 },
};

enum { URI_ATTRIBUTES = 20 }; /* roleuri, typeuri and their like, beside role and type */

static int
since(struct str name, bool attribute)
{
	for (size_t i = 0; i < sizeof(young) / sizeof(*young); i++) {
		bool of_attribute = young[i].name[0] == '@';

		if (of_attribute == attribute && str_is(name, young[i].name + of_attribute))
			return young[i].since;
	}
	return attribute && name.n > 3 && str_ends(name, STR("uri")) ? URI_ATTRIBUTES : 0;
}

static void
lose_part(const struct doc *d, struct str name, const struct piece *p, int version)
{
	doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-version", "%.*s of %.*s, which 2.%d has not", STR_FMT(str_sub(name, 0, 40)),
		STR_FMT(str_sub(p->name, 0, 40)), version);
}

static void
drop_attributes(const struct doc *d, struct piece *p, int version)
{
	for (struct piece_attribute **a = &p->attributes; *a;) {
		if ((*a)->ns.n > 0 || since((*a)->name, true) <= version) {
			a = &(*a)->next;
			continue;
		}
		lose_part(d, (*a)->name, p, version);
		*a = (*a)->next;
	}
}

static void
drop_children(const struct doc *d, struct piece *p, int version)
{
	struct piece **at = &p->first;

	p->last = NULL;
	while (*at) {
		if (str_is((*at)->ns, NML_NS) && since((*at)->name, false) > version) {
			lose_part(d, (*at)->name, p, version);
			*at = (*at)->next;
		} else {
			p->last = *at;
			at = &(*at)->next;
		}
	}
}

void
extras_for_version(const struct doc *d, struct extras *list, int version)
{
	for (struct extra *e = list->first; e; e = e->next) {
		if (e->gone)
			continue;
		if (str_is(e->piece->ns, NML_NS) && since(e->piece->name, false) > version) {
			e->gone = true;
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-version", "%.*s, which 2.%d has not",
				STR_FMT(str_sub(e->piece->name, 0, 40)), version);
			continue;
		}
		for (struct piece *p = e->piece; p; p = piece_next(e->piece, p))
			if (str_is(p->ns, NML_NS)) {
				drop_attributes(d, p, version);
				drop_children(d, p, version);
			}
	}
}
