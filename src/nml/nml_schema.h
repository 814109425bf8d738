/*
 * The check of a piece against the schema, so that what is carried through
 * other formats, where anybody may change it, is written only where it leaves
 * the item valid.
 */
#ifndef NML_NML_SCHEMA_H
#define NML_NML_SCHEMA_H

#include "item/schema.h"
#include "nml/nml_piece.h"

/* Whether an attribute's or an element's text may be that: "qcode", "date", ... */
bool schema_kind_holds(struct str kind, struct str value);

/*
 * Makes p valid as an element of that type: what the schema does not allow is
 * left out, as losses of metadata. False when that is not enough.
 */
bool schema_mend(const struct doc *d, struct piece *p, const struct schema_type *type);
/* The same for what stands in it, its own attributes left alone. */
bool schema_mend_content(const struct doc *d, struct piece *p, const struct schema_type *type);
/* The same for the attributes alone, of which required ones may be missing. */
void schema_mend_attributes(const struct doc *d, struct piece *p, const struct schema_type *type);

#endif
