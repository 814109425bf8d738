/* The references and line ends of XML text (XML 1.0, 2.11, 4.1 and 4.6); there are no entities but the five. */
#ifndef ITEM_REFERENCE_H
#define ITEM_REFERENCE_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends text as it stands between tags, decoded. */
void reference_decode(struct buf *out, struct str raw);
/* The same of an attribute's value, where blanks become spaces; gives back `raw` itself when nothing changes. */
struct str reference_decode_value(struct arena *a, struct str raw);

#endif
