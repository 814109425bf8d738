/* What the reader and the writer say of an item beyond the table of its properties (item/property.h). */
#ifndef NML_NML_META_H
#define NML_NML_META_H

#include "doc/doc.h"
#include "item/namespace.h"
#include "item/property.h"

#define NML_GENERATOR "wirecopy"

/*
 * Terms of our own, as QCodes: roles of headlines, and the keys for which the
 * standard has no element (or none that holds the value).
 */
#define NML_ALIAS "wc"
#define NML_ALIAS_URI "urn:x-wirecopy:"

/* On what the writer took out of the text (howextr is IPTC's): the text says it itself. */
#define NML_DERIVED "howextr:tool"

#endif
