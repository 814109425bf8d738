/*
 * The schema of NewsML-G2 as data: what may stand in an item outside its
 * contentSet, and in which order. src/nml checks pieces of items against it,
 * the tools put new elements where it wants them.
 *
 * attributes: "name:kind", with "!" when it is required, and "*" at the end
 * when those of other namespaces may stand too. The kinds are in nml_kind.c.
 *
 * content: "=kind" is text alone; else what elements may stand, as in a DTD
 * but that a sequence is parted by blanks: "name", or "name:type" for an
 * element with a type of its own there, "( | )", "?" "*" "+"; "other" is any
 * element of another namespace, "any" of any. "~" in front: text may stand
 * between them. Elements that may stand in any order are named in the one in
 * which they are usually met.
 */
#ifndef ITEM_SCHEMA_H
#define ITEM_SCHEMA_H

#include "base/str.h"

struct schema_type {
	const char *name, *attributes, *content;
};

const struct schema_type *schema_type(struct str name);	   /* NULL: no such type */
const struct schema_type *schema_element(struct str name); /* its type; NULL: no such element */

bool schema_repeats(const struct schema_type *type, struct str element); /* it may stand there more than once */
/* The element's place among those that the type's content names; STR_NPOS: it is not among them. */
size_t schema_rank(const struct schema_type *type, struct str element);
/* The names in the type's content one after the other; *at begins as its content. STR_NONE at the end. */
struct str schema_next_name(const char **at);

#endif
