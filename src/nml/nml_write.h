/* What the files of the writer share. */
#ifndef NML_NML_WRITE_H
#define NML_NML_WRITE_H

#include "base/buf.h"
#include "doc/doc.h"

struct writing {
	const struct doc *d;
	const struct options *o;
	struct buf *out;
	bool public;
	bool own_terms;	     /* a QCode of our own stands in the item */
	struct arena arena;  /* for what is made on the way */
};

/* Indented lines: <element how="howextr:tool">text</element>, the mark only for what is derived from the text. */
void put_line(struct writing *w, int depth, const char *element, bool derived, struct str text);

/* The infoSource of each contact in the document's contact sections. */
void write_contacts(struct writing *w);

#endif
