/*
 * An arena: memory that is given back all at once. Nothing in it is freed
 * alone. When memory runs out the program ends with status 71, so nothing
 * here ever returns NULL.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena {
	struct arena_chunk *chunk; /* newest first */
	char *free;		   /* next free byte of the newest chunk */
	size_t left;		   /* bytes behind it */
	char *growing;		   /* the same where texts are that have grown once, out of the way of all else */
	size_t growing_left;
};

void *arena_alloc(struct arena *a, size_t n); /* zeroed, aligned for any type but long double */
/*
 * Grows the bytes at old from old_n to new_n: in place where nothing stands
 * behind them, else by a copy, once, to where only growing texts are. Appending
 * to one text stays linear, whatever else is allocated between.
 */
char *arena_grow(struct arena *a, char *old, size_t old_n, size_t new_n);
struct str arena_str(struct arena *a, struct str s); /* a copy that lives as long as a */
char *arena_cstr(struct arena *a, struct str s);     /* the same, terminated */
struct str arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
size_t arena_used(const struct arena *a); /* bytes, about */
void arena_free(struct arena *a);	  /* and makes it empty again */

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))

/* malloc, calloc and realloc for what is not in an arena: they end the program when memory runs out. */
void *mem_alloc(size_t n);
void *mem_zeroed(size_t n); /* by the kernel where it is large: what is never written costs nothing */
void *mem_grow(void *p, size_t n);
/* The same as mem_alloc() for a multiple of MEM_HUGE bytes, each of which the kernel may give as one page. */
enum { MEM_HUGE = 2 * 1024 * 1024 };
void *mem_huge(size_t n);

#endif
