/*
 * Borrowed slices of bytes: a pointer and a length, never a terminator.
 * A slice owns nothing; whoever made the bytes keeps them alive.
 * Comparisons that ignore case know ASCII only, so that no locale matters.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })
#define STR_FMT(s) (int)(s).n, (s).p /* for "%.*s" */

struct str str_of(const char *cstr); /* cstr may be NULL: the empty slice */
struct str str_sub(struct str s, size_t from, size_t to); /* clamped to s */
struct str str_trim(struct str s);			  /* ASCII blanks off both ends */

bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *cstr);
bool str_eq_nocase(struct str a, struct str b);
bool str_is_nocase(struct str a, const char *cstr);
int str_order(struct str a, struct str b); /* by their bytes; below 0: a stands in front */
bool str_starts(struct str s, struct str head);
bool str_starts_nocase(struct str s, struct str head);
bool str_ends(struct str s, struct str tail);

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

/* A decimal number that fills the whole slice; false otherwise, or when it does not fit. */
bool str_to_long(struct str s, long *value);

bool ascii_blank(char c); /* space, tab, LF, CR, FF: what HTML calls white space */
bool ascii_digit(char c);
bool ascii_alpha(char c);
char ascii_lower(char c);

#endif
