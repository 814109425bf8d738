/*
 * Text that was UTF-8, was once taken for windows-1252 or windows-1250, and was
 * made UTF-8 again: "Å™" for "ř", "â€ž" for "„". Two or three characters in a
 * row that are the bytes of one character in that code page are mended, if that
 * is one that people write.
 *
 * A clean text has such a pair by chance, so all of it is looked at first.
 */
#ifndef BASE_MOJIBAKE_H
#define BASE_MOJIBAKE_H

#include "base/buf.h"
#include "base/diag.h"

enum mojibake { MOJIBAKE_NONE, MOJIBAKE_1252, MOJIBAKE_1250, MOJIBAKE_PAGES };

/* What was seen so far; {0} at first. */
struct mojibake_survey {
	size_t found[MOJIBAKE_PAGES]; /* characters that could be mended */
	bool sure[MOJIBAKE_PAGES];    /* among them such as chance does not make */
};

void mojibake_look(struct mojibake_survey *s, struct str text);
/* The code page that the text was taken for, or MOJIBAKE_NONE. */
enum mojibake mojibake_found(const struct mojibake_survey *s);
/* Appends the text, mended. Gives how many characters were; *first: the offset of the first of them, when there is one. */
size_t mojibake_mend(enum mojibake page, struct str text, struct buf *out, size_t *first);
/* Says that so many characters were mended, the first of them there. */
void mojibake_say(struct diag *d, struct place place, enum mojibake page, size_t n);

#endif
