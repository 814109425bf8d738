/* What the files of the writer share. */
#ifndef NML_NML_WRITE_H
#define NML_NML_WRITE_H

#include "base/buf.h"
#include "doc/doc.h"
#include "filter.h"
#include "nml/nml_extra.h"

struct writing {
	const struct doc *d;
	const struct options *o;
	struct buf *out;
	bool public;
	bool own_terms;	     /* a QCode of our own stands in the item */
	struct arena arena;  /* for what is made on the way */
	struct extras extras;
};

void put_indent(struct writing *w, int depth);
/* Indented lines: <element how="howextr:tool">text</element>, the mark only for what is derived from the text. */
void put_line(struct writing *w, int depth, const char *element, bool derived, struct str text);

/* nml_write_extra.c: what is carried with the document, as far as an item can have it. */
void extras_begin(struct writing *w);
/* In place of a key's value, a property that says it and more. False when there is none. */
bool write_instead(struct writing *w, const struct nml_property *row, const struct meta_value *v);
/* The same for a headline with that text, or for all that are left. */
bool write_said_headline(struct writing *w, struct str text);
/* The elements of that name, or with "other" those of other namespaces, that stood there. */
void write_beside(struct writing *w, int place, struct str element, bool one_there);
const struct piece *extra_attributes(const struct writing *w, const char *container); /* NULL: none */
bool extra_names(const struct writing *w, const char *element, struct str name); /* one of them has that name */

/* The body in another form than XHTML, from "<inlineXML" or "<inlineData" on. */
void write_nitf(struct writing *w, struct str title);
void write_text(struct writing *w);

/* The infoSource of each contact in the document's contact sections. */
void write_contacts(struct writing *w);

#endif
