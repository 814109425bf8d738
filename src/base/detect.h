/*
 * The character set of text that nobody named: by what it would be in each of
 * those that are likely. Of each, the text is decoded and weighed by the
 * letters and the common words of the languages that are written in it. No
 * library does better on the languages of the press (uchardet was measured),
 * and each would have to be loaded.
 */
#ifndef BASE_DETECT_H
#define BASE_DETECT_H

#include "base/charset.h"
#include "base/diag.h"
#include "base/str.h"

struct detected {
	const char *charset;  /* for charset_open(); never NULL */
	const char *language; /* that it seems to be written in, "cs" */
	const char *other;    /* the next likely one, under which the text differs; NULL: none */
	bool sure;
};

/*
 * The bytes are text that is not UTF-8 and has no zero bytes: the first part
 * with some letters beyond ASCII is enough. `language` is what a document or a
 * person says ("cs", "de-AT"), or empty.
 */
struct detected detect(struct charsets *open, struct str bytes, struct str language);

/* Warns where it is not sure, and counts it: in another set, letters of the text are others. */
void detected_doubt(const struct detected *d, struct diag *diag);

/* What a set is often declared for; NULL: nothing. */
const char *declared_for(const char *name);
/* The set that bytes are in which say that they are in that one: it, or what it is declared for. */
const char *detect_declared(const char *name, struct str bytes);

/* UTF-16 without a mark, by its zero bytes: "UTF-16LE", "UTF-16BE", or NULL when it is not that. */
const char *charset_of_zeros(struct str bytes);

/* The language that most is written in under a top-level domain: "cs" for "cz"; empty when there is none. */
struct str language_of_domain(struct str domain);

#endif
