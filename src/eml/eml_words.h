/* Text in the fields of a message: RFC 2047, and what is sent instead of it. */
#ifndef EML_EML_WORDS_H
#define EML_EML_WORDS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"

/*
 * A field's value as UTF-8. Encoded words that follow each other in one
 * character set are put together before they are decoded, since many programs
 * cut characters in two. Bytes that nobody declares are UTF-8 or what they
 * look like, in the language `lang` (which may be empty).
 */
struct str words_decode(struct arena *a, struct str value, struct charsets *charsets, struct str lang);

/*
 * Appends text as a field's value: as it is where it is ASCII, else all of it as
 * encoded words in UTF-8, each of whole characters and of at most 75 bytes, each
 * on a line of its own. `column` is where the line stands; a "phrase" is what
 * stands before an address: it is quoted where it must be.
 */
void words_encode(struct buf *out, struct str text, size_t column);
void words_encode_phrase(struct buf *out, struct str text, size_t column);

/* Appends bytes in the character set of that label as UTF-8; what is wrong in them becomes U+FFFD. False: no such set is open. */
bool decode_as(struct charsets *charsets, struct str label, struct str bytes, struct buf *utf8, size_t *wrong);

#endif
