/*
 * The text of a message, put together as one file of the format that it is in:
 * plain text when all of it is, else HTML, in which images stand in place of the
 * names by which it calls them ("cid:", RFC 2392).
 */
#ifndef EML_EML_BODY_H
#define EML_EML_BODY_H

#include "eml/eml_mime.h"
#include "filter.h"

struct eml_body {
	const char *format; /* of its reader: "html" or "txt" */
	struct buf text;    /* UTF-8 */
	size_t letters;	    /* see eml_choose.h */
};

/* Counts as losses of the document what cannot be decoded. */
void eml_body(struct mime *m, struct doc *d, const struct options *o, struct eml_body *body);

/* The same of one part, added to what is there, in that format. */
void eml_part_text(struct mime *m, struct doc *d, const struct options *o, struct mime_part *p, const char *format,
	struct eml_body *body);

/* Of the readers or writers that the program has given, the one of a format; NULL: it has not. */
const struct reader *eml_reader_of(const struct options *o, const char *format);
/* What a part is called, for people; and as it came. */
struct str part_name(struct mime *m, const struct mime_part *p, const struct options *o);

/*
 * Text that says format=flowed (RFC 3676) with its paragraphs in one line each:
 * a blank at a line's end says that it goes on, and "delsp" that this blank goes.
 */
void unflow(struct buf *out, struct str text, bool delsp);

#endif
