/*
 * Borrowed slices of bytes: a pointer and a length, never a terminator.
 * A slice owns nothing; whoever made the bytes keeps them alive.
 * Comparisons that ignore case know ASCII only, so that no locale matters.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })
#define STR_FMT(s) (int)(s).n, (s).p /* for "%.*s" */

struct str str_trim(struct str s); /* ASCII blanks off both ends */

bool str_eq_nocase(struct str a, struct str b);
bool str_is_nocase(struct str a, const char *cstr);
int str_order(struct str a, struct str b); /* by their bytes; below 0: a stands in front */
bool str_starts_nocase(struct str s, struct str head);

#define STR_NPOS ((size_t)-1)
size_t str_find(struct str s, struct str needle); /* offset, or STR_NPOS */
size_t str_find_char(struct str s, char c);	  /* offset, or STR_NPOS */
size_t str_count_char(struct str s, char c); /* how often it stands there */

/* Takes the part of *rest before the separator, and moves *rest behind it. False when *rest is spent. */
bool str_next(struct str *rest, char sep, struct str *part);
/* The same for words between ASCII blanks; never gives an empty one. */
bool str_next_word(struct str *rest, struct str *word);
/* Whether a list of such words has this one. */
bool str_listed(struct str words, struct str word);
bool str_listed_nocase(struct str words, struct str word);

/* For tables in memory alone: another version may hash in another way. */
uint32_t str_hash(struct str s);

/* The byte that the two hexadecimal digits at the front of s are, or -1. */
int str_hex_byte(struct str s);

/* A decimal number that fills the whole slice; false otherwise, or when it does not fit. */
bool str_to_long(struct str s, long *value);

/* Short, and called for every word and letter of a text: they stand here for the sake of speed. */

/* cstr may be NULL: the empty slice. */
static inline struct str
str_of(const char *cstr)
{
	return (struct str){ cstr, cstr ? strlen(cstr) : 0 };
}

/* Clamped to s. */
static inline struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return from == to ? (struct str){ s.p, 0 } : (struct str){ s.p + from, to - from };
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
str_is(struct str a, const char *cstr)
{
	return str_eq(a, str_of(cstr));
}

static inline bool
str_starts(struct str s, struct str head)
{
	return s.n >= head.n && str_eq(str_sub(s, 0, head.n), head);
}

static inline bool
str_ends(struct str s, struct str tail)
{
	return s.n >= tail.n && str_eq(str_sub(s, s.n - tail.n, s.n), tail);
}

/* Space, tab, LF, CR, FF: what HTML calls white space. */
static inline bool
ascii_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static inline bool
ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* What the hexadecimal digit is worth, or -1. */
static inline int
ascii_hex(char c)
{
	c = ascii_lower(c);
	return ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

#endif
