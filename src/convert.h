/*
 * One document's conversion: bytes in, bytes out, and what was found on the
 * way. Here is no file and no process; the program around it (filter.h) has
 * those, and so has a worker that converts one document after the other.
 *
 * In this order: the choice of the character set; reading; recognising;
 * completing; checking; writing; encoding. convert_begin() may open a
 * converter for the character set; what comes behind it opens nothing, so a
 * sandbox may close between the two, or before both where all converters are
 * open (charsets_open).
 */
#ifndef CONVERT_H
#define CONVERT_H

#include "filter.h"

/* What all documents of a program share. */
struct converter {
	const struct reader *reader;
	const struct writer *writer;
	/* For a document whose file did not state its roles, or states them for a text that has been edited since. */
	void (*recognise)(struct doc *, const struct options *);
	const struct options *o;
	struct charsets *charsets;
	struct charset *to; /* of the output; NULL: UTF-8 */
};

/* Filled in by its owner up to `input`, the rest zero. */
struct conversion {
	const struct converter *by;
	struct diag *diag; /* also counts the losses */
	struct buf input;  /* as it came; taken over */

	struct charset_choice charset;
	struct charset *from; /* NULL: the reader takes the bytes as they are */
	struct doc *doc;      /* once it is read */
	struct buf output;
};

/* Chooses the character set. Ends the program by fail() when the bytes are another format, or the set is not to be had. */
void convert_begin(struct conversion *c);
/* The conversion, all of it. Ends the program by fail() when it cannot be, or when more is lost than --strict allows. */
void convert_run(struct conversion *c);
/* Its first half alone: the document as the file says it. The input stays, as UTF-8 where it is text. */
void convert_read(struct conversion *c);
/* Gives the memory back. */
void convert_end(struct conversion *c);

#endif
