/* What the files of the reader share. */
#ifndef NML_NML_READING_H
#define NML_NML_READING_H

#include "filter.h"
#include "nml/nml_body.h"
#include "nml/nml_extra.h"
#include "nml/nml_property.h"

enum section {
	SECTION_NONE,
	SECTION_PROPERTIES, /* rightsInfo, itemMeta, contentMeta */
	SECTION_PART,	    /* another child of newsItem, carried whole */
	SECTION_CONTENTS,
	SECTION_BODY
};

/* Something that an item says of its text, for a body that lacks it; and the element, to be carried when the text will not have it. */
struct said {
	struct str text;
	struct extra *extra;
};

struct reading {
	struct doc *d;
	const struct options *o;
	struct xml *xml;
	struct survey survey;
	size_t depth, items, contents;
	size_t item_depth;	/* of the text's newsItem; 0: not in it */
	struct str no_ns;	/* the namespace of elements that name none */
	enum section section;
	size_t section_depth;	/* of the element that is the section */
	enum nml_group group;	/* of the properties */
	bool groups_seen[NML_GROUPS];
	struct piece *piece;	/* the element that is open, in a property or a part */
	struct extras extras;
	struct extra *attributes[EXTRA_PLACES]; /* of the containers */
	struct body body;
	struct str body_title;
	struct said headline, plain_headline, subheadline, byline, dateline, place;
	struct str language;
	bool release;		/* a genre that the writer makes says so */
};

/* A foreign item keeps its headline, byline and dateline outside the body: they go into it. */
void complete_body(struct reading *r);
/* In an item of ours the text is what holds, and the copies of it in the metadata follow when it is written again. */
void compare_headline(struct reading *r);
void settle_headlines(struct reading *r);

#endif
