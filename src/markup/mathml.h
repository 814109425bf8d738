/*
 * Formulas as MathML Core (W3C, 2025): what stands in <math> beside its text.
 * A run of mathematics (doc.h) holds it in one form, so that equal formulas
 * are equal: the elements of this list alone, one attribute at most, none of
 * them empty in the XML way, no blanks between them, the texts of tokens as
 * doc_line() makes them and escape_text() writes them.
 *
 *	tokens		mi (mathvariant="normal" or not), mn, mo, mtext
 *	in a row	mrow, msqrt, mtable, mtr, mtd, mprescripts
 *	of a number	mfrac (linethickness="0" or not), mroot, msub, msup, msubsup, munder, mover
 *			(accent="true" or not), munderover, mmultiscripts
 */
#ifndef MARKUP_MATHML_H
#define MARKUP_MATHML_H

#include "base/buf.h"
#include "doc/doc.h"

enum {
	MATHML_MOST = 64 * 1024, /* bytes of a formula: one with more is text alone */
	MATHML_DEPTH = 64	 /* the same of elements in each other */
};

/* A formula that is read: any elements in their order, of which those above are taken and others are transparent. */
struct mathml {
	struct doc *d;
	struct buf out, token;
	const struct mathml_element *open[MATHML_DEPTH];
	size_t depth, beyond;
	size_t in_token; /* the depth of the token that is open; 0: none is */
	bool formal;	 /* there is more than mtext */
	bool lost;
};

void mathml_begin(struct mathml *m, struct doc *d);
/* value: that of the attribute which mathml_attribute() names. */
void mathml_start(struct mathml *m, struct str name, struct str value);
void mathml_text(struct mathml *m, struct str text);
void mathml_close(struct mathml *m);
/* The formula; STR_NONE when it is text alone, or too much (*lost). Borrowed from m. */
struct str mathml_end(struct mathml *m, bool *lost);
void mathml_free(struct mathml *m);

const char *mathml_attribute(struct str name); /* the one that the element may have; "" when it has none */

#endif
