/*
 * Where each metadata key stands in a NewsML-G2 item: one table for the reader,
 * the writer and the tools, in the order that the schema demands (NewsML-G2
 * 2.35, power); and what values its elements can hold.
 */
#ifndef ITEM_PROPERTY_H
#define ITEM_PROPERTY_H

#include "base/arena.h"
#include "doc/meta.h"

#define NML_GENERATOR "wirecopy"

/*
 * Terms of our own, as QCodes: roles of headlines, and the keys for which the
 * standard has no element (or none that holds the value).
 */
#define NML_ALIAS "wc"
#define NML_ALIAS_URI "urn:x-wirecopy:"

/* On what the writer took out of the text (howextr is IPTC's): the text says it itself. */
#define NML_DERIVED "howextr:tool"

enum nml_group { NML_RIGHTS, NML_ITEM, NML_CONTENT, NML_GROUPS };

enum nml_shape {
	NML_TEXT,     /* <e>value</e> */
	NML_DATE,     /* the same, and nothing else may stand in it */
	NML_URGENCY,  /* the same, 1 to 9 */
	NML_EMBARGO,  /* the same, or empty for META_HOLD */
	NML_NAME,     /* <e><name>value</name></e> */
	NML_PROVIDER, /* the same, with META_PROVIDER_ID as qcode, uri or literal */
	NML_CONCEPT,  /* <e qcode=... or uri=...><name>... */
	NML_STATUS,   /* <e qcode="stat:value"/> */
	NML_LANGUAGE, /* <e tag="value"/> */
	NML_LINK,     /* <e href="value"/>, residref when it is no URI by the schema */
	NML_TERM,     /* no element: an extension property of our own */
	NML_NO_KEY    /* what the text says itself: its key is META_COUNT */
};

struct nml_property {
	enum nml_group group;
	const char *element;
	enum nml_shape shape;
	enum meta_key key;
};

extern const struct nml_property nml_properties[];
extern const size_t nml_property_count;
extern const char *const nml_group_elements[NML_GROUPS]; /* "rightsInfo", ... */

/* The row of an element, or NULL. */
const struct nml_property *nml_property_of(struct str element);

/* Whether the row's element can hold the value, and gives it back as it is. */
bool nml_holds(const struct nml_property *p, struct str value);

bool nml_is_qcode(struct str s); /* alias:code, and no address */
bool nml_is_reference(struct str s); /* RFC 3986 without brackets: what every validator takes for xs:anyURI */
bool nml_is_uri(struct str s);	     /* such one of http, https or urn */
bool nml_is_web(struct str s);	 /* the same, or without a scheme: "www.example.com/press" */
/* What a CONCEPT's halves make together. */
struct str nml_concept(struct arena *a, struct str name, struct str code);

#endif
