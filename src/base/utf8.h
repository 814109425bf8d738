/*
 * UTF-8 as Unicode 15, chapter 3 (D92) has it: no overlong form, no
 * surrogate, nothing above U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#define UTF8_BAD 0xFFFFFFFFu

/* Takes one character off the front of *rest, which is not empty; UTF8_BAD takes one byte. Most are ASCII. */
uint32_t utf8_next_long(struct str *rest);
static inline uint32_t
utf8_next(struct str *rest)
{
	unsigned char c = (unsigned char)rest->p[0];

	if (c >= 0x80)
		return utf8_next_long(rest);
	rest->p++;
	rest->n--;
	return c;
}
/* The last character of s, UTF8_BAD when s is empty or ends in bad bytes. */
uint32_t utf8_last(struct str s);
void utf8_put(struct buf *b, uint32_t c); /* c is a scalar value */
/* How many bytes at the front are ASCII. */
size_t utf8_ascii(struct str s);
/* How many bytes at the front are printable ASCII without two blanks in a row. */
size_t utf8_plain(struct str s);
/* Offset of the first byte that is not UTF-8, or STR_NPOS. */
size_t utf8_check(struct str s);

bool utf8_is_control(uint32_t c);      /* C0 and C1 and DEL */
bool utf8_is_bidi_control(uint32_t c); /* embeddings, overrides and isolates: U+202A-E, U+2066-9 */
bool utf8_is_noncharacter(uint32_t c);

/* Normalization Form C of valid UTF-8; s itself when it is already so. */
struct str utf8_nfc(struct arena *a, struct str s);
/* Whether its first character may compose with one before it: else two texts in that form are one when they are joined. */
bool utf8_composes(struct str s);
size_t utf8_count(struct str s); /* characters */
/* Columns on a terminal. */
size_t utf8_width(struct str s);
/* Simple folding for comparing words in any language: lower case and NFC. */
struct str utf8_fold(struct arena *a, struct str s);
uint32_t utf8_lower(uint32_t c); /* the one character that it is in lower case */
uint32_t utf8_base(uint32_t c);	 /* without its diacritical marks: "e" for "ě", "l" for "ł" */
bool utf8_is_letter(uint32_t c);
bool utf8_is_upper_long(uint32_t c); /* of what is not ASCII */
static inline bool
utf8_is_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8_is_upper_long(c);
}
bool utf8_is_lower(uint32_t c);

#endif
