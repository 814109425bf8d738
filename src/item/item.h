/*
 * NewsML-G2 as bytes with positions: the tools that check, change, pack and
 * unpack items work on this tree, never through the document, so that every
 * byte which they do not name stays as it is.
 *
 * The bytes are checked to be well-formed by markup/xml (its limits hold, a
 * document type is refused: fail() with STATUS_DATA); what builds the tree here
 * may rely on that. All offsets are into item_file.bytes, which are UTF-8. Names
 * are slices of those bytes and the values of attributes are too, where nothing
 * in them had to be decoded. Everything lives in the file's arena.
 */
#ifndef ITEM_ITEM_H
#define ITEM_ITEM_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "item/namespace.h"

struct attribute {
	const char *ns;	      /* "" for none */
	struct str name;      /* local */
	struct str value;     /* references replaced, blanks normalised (XML 1.0, 3.3.3) */
	uint32_t at;	      /* of its qualified name */
	uint32_t value_at, value_end; /* of the raw value, between the quotes */
};

struct element {
	struct element *parent, *first, *next; /* NULL where there is none */
	const char *ns;	 /* "" for none */
	struct str name; /* local */
	struct attribute *attributes;
	uint32_t attribute_count;
	uint32_t line, column; /* of its "<"; the column in bytes, both from 1 */
	uint32_t start;	       /* of its "<" */
	uint32_t content;      /* behind the ">" of its start tag */
	uint32_t content_end;  /* of the "</" of its end tag; equal to `end` in <empty/> */
	uint32_t end;	       /* behind the ">" of its end tag */
};

struct item_file {
	struct diag *diag;
	struct str bytes; /* borrowed */
	struct arena arena;
	struct element *root;
};

/*
 * The character set of bytes that are not UTF-8: a name for charset_open(), or
 * NULL. To be asked before the sandbox closes; fail() when a declared one is unknown.
 */
const char *item_charset(struct str bytes, struct diag *diag);
/* Bytes that were converted to UTF-8, with a declaration of their encoding that says so. */
void item_redeclare(struct buf *utf8);

/* The bytes must outlive the tree. */
struct item_file *item_parse(struct diag *diag, struct str bytes);
void item_free(struct item_file *f);

/* WALKING */

/* The next element in document order, within top; NULL at the end. */
struct element *element_next(const struct element *top, const struct element *e);
/* The same without what is in e. */
struct element *element_skip(const struct element *top, const struct element *e);

/* ns NULL: in no namespace. NULL when there is none; its value, STR_NONE then. */
const struct attribute *element_attribute(const struct element *e, const char *ns, const char *name);
struct str element_value(const struct element *e, const char *ns, const char *name);

/* All text in the element, references replaced, in the file's arena: no copy where the bytes will do. */
struct str element_text(struct item_file *f, const struct element *e);
/* The same with single blanks and none around; what does not stand within a line, as <br/>, parts words. */
struct str element_line(struct item_file *f, const struct element *e);
struct str item_line(struct item_file *f, size_t from, size_t to); /* of a stretch of content */
struct str line_of(struct arena *a, struct str text);		    /* of any text, without looking for markup */
bool element_in_line(const struct element *e);
struct place element_place(const struct element *e);
struct place attribute_place(const struct item_file *f, const struct element *e, const struct attribute *a);

/* The qualified name's part up to its colon, with it: what a new child of e in e's namespace must bear. May be empty. */
struct str element_prefix(const struct item_file *f, const struct element *e);

/* ITEMS */

enum item_kind { ITEM_NONE, ITEM_NEWS, ITEM_PACKAGE, ITEM_CONCEPT, ITEM_KNOWLEDGE, ITEM_PLANNING, ITEM_CATALOG };

/* What the element is: an item is one in the namespace of NewsML-G2, or in none. */
enum item_kind item_kind(const struct element *e);
const char *item_kind_name(enum item_kind kind); /* "newsItem" */
/* The next item behind `after` (NULL: the first), whether it is the root or stands in a message; NULL: no more. */
struct element *item_next(const struct item_file *f, const struct element *after);
/* A child of an item or of one of its groups, in the item's own namespace. */
struct element *item_child(const struct element *e, const char *name, const struct element *after);

#endif
