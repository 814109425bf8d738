/* A property of an item (a child of rightsInfo, itemMeta or contentMeta) and the metadata key that it is for. */
#ifndef NML_NML_PROPERTY_H
#define NML_NML_PROPERTY_H

#include "filter.h"
#include "nml/nml_meta.h"
#include "nml/nml_piece.h"

/* How much of a property its key holds. */
enum held { HELD_NOTHING, HELD_IN_PART, HELD_WHOLE };

struct property_context {
	struct doc *d;	     /* whose metadata it becomes */
	bool ours;	     /* the item was written by this program */
	bool zone_given;     /* a time without a zone has one: an embargo need not be held for want of it */
	struct str language; /* of the item: what is said to be in it has lost nothing */
	struct place place;
};

enum held property_take(const struct property_context *c, const struct nml_property *row, const struct piece *p);
/* A name in words, or what else there is of one; STR_NONE where only contact data say who it is. */
struct str property_name(struct doc *d, const struct piece *p);
/* Whether it has no attribute but those named (and the item's own language), and no element but a plain name where that is allowed. */
bool property_is_plain(const struct property_context *c, const struct piece *p, const char *attributes, bool name);
/* Whether it is one of those that the writer takes out of the text, and marks by "how". */
bool property_may_be_derived(const struct piece *p);
/* One value of our own, under the name of its key. */
enum held property_take_term(const struct property_context *c, const struct piece *p);

#endif
