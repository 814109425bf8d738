/*
 * Names in the parts of a DOCX. Every namespace has two addresses, one for
 * files of the transitional and one of the Strict kind (ECMA-376 part 1,
 * annex A, and part 4); prefixes mean nothing.
 */
#ifndef DOCX_NAMES_H
#define DOCX_NAMES_H

#include "markup/xml.h"

enum docx_ns {
	NS_NONE,
	NS_W,	/* WordprocessingML */
	NS_R,	/* relationships, as attributes in other parts */
	NS_WP,	/* the place of a drawing in a text */
	NS_A,	/* DrawingML */
	NS_PIC, /* DrawingML pictures */
	NS_CHART,   /* DrawingML charts */
	NS_DIAGRAM, /* and diagrams */
	NS_V,	/* VML */
	NS_O,	/* VML, the part for office programs */
	NS_M,	/* mathematics */
	NS_MC,	/* markup compatibility (ECMA-376 part 3) */
	NS_RELS, /* a relationships part */
	NS_CORE, /* core properties, and the three that they borrow from */
	NS_DC,
	NS_CUSTOM,   /* custom properties */
	NS_VT,	     /* the types of their values */
	NS_EXTENDED, /* extended properties */
	NS_OTHER
};

enum docx_ns docx_ns(const char *address);
/* Whether it is an extension whose content may be taken in place of its fallback (ECMA-376 part 3, 7.6). */
bool docx_is_understood(const char *address);
bool docx_is(const struct xml_element *e, enum docx_ns ns, const char *name);
struct str docx_attribute(const struct xml_element *e, enum docx_ns ns, const char *name); /* or STR_NONE */
struct str docx_val(const struct xml_element *e);					   /* w:val */

/* A whole number of the file, between least and most; `otherwise` when it is none. */
long docx_number(struct str value, long least, long most, long otherwise);
/* ST_OnOff: on when there is no value at all. */
bool docx_on(struct str value);

/* The part of a relationship type behind ".../relationships/" ("styles"), or STR_NONE when it is of neither kind. */
struct str docx_rel_type(struct str type);

#endif
