/*
 * XML in: a bounded push parser with namespaces and positions. The only home
 * of libxml2, of which it uses the SAX2 push parser and nothing else: no
 * document tree, no schema, no XPath, no XInclude, no catalog, no network.
 *
 * Whatever is not well-formed, cut off, or beyond a limit (base/limits.h) ends the program by
 * fail() with STATUS_DATA, the part's name and the position. A document type
 * declaration is refused: neither OPC (ECMA-376 part 2, 8.1.4) nor NewsML-G2
 * needs one.
 */
#ifndef MARKUP_XML_H
#define MARKUP_XML_H

#include "base/diag.h"
#include "base/str.h"

struct xml_attribute {
	const char *ns;	  /* namespace address, "" for none */
	const char *name; /* local name */
	struct str value;
};

/*
 * Valid during the call that hands it over. Names and namespaces are kept once
 * each until xml_end(): the same one is the same pointer.
 */
struct xml_element {
	const char *ns, *name;
	const struct xml_attribute *attributes;
	size_t attribute_count;
	const char *const *declared; /* the namespaces that it declares: prefix ("" of the default one) and address in turn */
	size_t declared_count;	     /* of pairs */
};

/* The value, or STR_NONE. ns NULL: an attribute without a namespace. */
struct str xml_attribute(const struct xml_element *e, const char *ns, const char *name);

/* NULL for what is not wanted: it is parsed, and held to the limits, all the same. */
struct xml_handler {
	void (*start)(void *context, const struct xml_element *e);
	void (*end)(void *context, const struct xml_element *e); /* attribute_count is 0 */
	void (*text)(void *context, struct str text);		 /* a text may come in several parts */
};

struct xml; /* a parser at work */

/*
 * `part` names what is parsed in messages ("word/document.xml"), or is NULL.
 * `utf8`: the bytes are UTF-8 whatever their declaration says.
 */
struct xml *xml_begin(struct diag *diag, const char *part, bool utf8, const struct xml_handler *handler, void *context);
void xml_feed(struct xml *x, struct str bytes); /* in chunks of any size */
void xml_end(struct xml *x);			/* the input is whole; frees the parser */
struct place xml_place(const struct xml *x);	/* where the parser stands now */
size_t xml_offset(const struct xml *x);		/* the same in bytes from the start, at a tag's end */

/* All three for bytes that are at hand. */
void xml_parse(struct diag *diag, const char *part, bool utf8, struct str bytes, const struct xml_handler *handler,
	void *context);
/* The encoding that an XML declaration names, or STR_NONE; the bytes are ASCII-compatible. */
struct str xml_declared_encoding(struct str bytes);
const char *xml_library(void); /* "libxml2 2.9.14" */

#endif
