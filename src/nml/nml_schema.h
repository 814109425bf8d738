/*
 * The schema of NewsML-G2 as data, and the check of a piece against it, so
 * that what is carried through other formats, where anybody may change it, is
 * written only where it leaves the item valid.
 *
 * attributes: "name:kind", with "!" when it is required, and "*" at the end
 * when those of other namespaces may stand too. The kinds are in nml_kind.c.
 *
 * content: "=kind" is text alone; else what elements may stand, as in a DTD
 * but that a sequence is parted by blanks: "name", or "name:type" for an
 * element with a type of its own there, "( | )", "?" "*" "+"; "other" is any
 * element of another namespace, "any" of any. "~" in front: text may stand
 * between them.
 */
#ifndef NML_NML_SCHEMA_H
#define NML_NML_SCHEMA_H

#include "nml/nml_piece.h"

struct schema_type {
	const char *name, *attributes, *content;
};

const struct schema_type *schema_type(struct str name);	   /* NULL: no such type */
const struct schema_type *schema_element(struct str name); /* its type; NULL: no such element */

/* Whether an attribute's or an element's text may be that: "qcode", "date", ... */
bool schema_kind_holds(struct str kind, struct str value);

/*
 * Makes p valid as an element of that type: what the schema does not allow is
 * left out, as losses of metadata. False when that is not enough.
 */
bool schema_mend(const struct doc *d, struct piece *p, const struct schema_type *type);
/* The same for the attributes alone, of which required ones may be missing. */
void schema_mend_attributes(const struct doc *d, struct piece *p, const struct schema_type *type);
bool schema_repeats(const struct schema_type *type, struct str element); /* it may stand there more than once */
/* The element's place among those that the type's content names; STR_NPOS: it is not among them. */
size_t schema_rank(const struct schema_type *type, struct str element);
/* The names in the type's content one after the other; *at begins as its content. STR_NONE at the end. */
struct str schema_next_name(const char **at);

#endif
