/*
 * An element of an item, whole, as a small tree: how the reader looks at the
 * properties of an item, and how what has no key of its own is carried and
 * checked before it is written again.
 *
 * As text a piece is XML in one form: a single line; NewsML-G2's own namespace
 * is the default one and is not declared, others have the prefixes n1, n2, ...
 * declared where they are first needed; no comment, no processing instruction,
 * no CDATA section. piece_parse() takes that form and nothing else: what comes
 * from a page or a Word file may be anything.
 */
#ifndef NML_NML_PIECE_H
#define NML_NML_PIECE_H

#include "base/buf.h"
#include "doc/doc.h"
#include "item/namespace.h"
#include "markup/xml.h"

struct piece_attribute {
	struct str ns, name; /* ns: "" for none */
	struct str value;
	struct piece_attribute *next;
};

/* An element, or a text when it has no name. */
struct piece {
	struct piece *parent, *first, *last, *next;
	struct str ns, name;
	struct piece_attribute *attributes;
	struct str text;
	bool taken, out; /* while it is checked: it has its place in its parent; it has none */
	const struct schema_type *type; /* of an element that has been checked; NULL: the schema knows nothing of it */
};

enum {
	PIECE_DEPTH = 100,    /* deeper ones are not parsed: they would stand too deep in an item */
	PIECE_NAMESPACES = 64 /* in real items there are three */
};

/* A new child, or a root when there is no parent. */
struct piece *piece_add(struct arena *a, struct piece *parent);

/* Out of a parser's events. no_ns: what an element without a namespace is taken to be in. All is copied into the arena. */
struct piece *piece_open(struct arena *a, struct piece *parent, const struct xml_element *e, struct str no_ns);
void piece_add_text(struct arena *a, struct piece *p, struct str text);

/* In document order without what is above root; NULL at the end. */
struct piece *piece_next(const struct piece *root, const struct piece *at);

struct str piece_attribute(const struct piece *p, const char *name); /* in no namespace; trimmed; STR_NONE when it is not there */
struct piece *piece_child(const struct piece *p, const char *name); /* the first of NewsML-G2's with that name, or NULL */
bool piece_is(const struct piece *p, const char *name);		    /* an element of NewsML-G2 */
bool piece_has_language(const struct piece *p); /* xml:lang */
/* All text in it, as one line: what does not stand within a line parts words. */
struct str piece_in_line(struct doc *d, const struct piece *p);

bool piece_can_be_written(const struct piece *p); /* false: too deep, or too many namespaces */
void piece_write(struct buf *out, const struct piece *p); /* one that can be written */
/* Its attributes alone, with the declarations that they need. */
void piece_write_attributes(struct buf *out, const struct piece *p);
/* NULL when s is not a piece in its one form. */
struct piece *piece_parse(struct arena *a, struct str s);

#endif
