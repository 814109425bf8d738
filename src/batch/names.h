/*
 * The names of outputs: where an input's output goes below the folder of the
 * outputs, and which names are taken. Two names that differ only in the case of
 * ASCII letters are one: there are file systems that see it so.
 */
#ifndef BATCH_NAMES_H
#define BATCH_NAMES_H

#include <stdint.h>

#include "base/arena.h"

/* What names of files in that format end with: "xml" for nml. */
const char *names_suffix(const char *format);

/*
 * The input's path with what would lead out of the folder left out (a root, "."
 * and ".."), and with the suffix in place of one that says a format, else behind.
 * Empty when nothing is left of it.
 */
struct str names_output(struct arena *a, struct str input, const char *suffix);

/* The same with the input's whole name in front of the suffix, and a number from 2 on: where a name is taken. */
struct str names_other(struct arena *a, struct str input, const char *suffix, size_t n);

struct name {
	struct str text; /* folded; without bytes in a slot that is free */
	size_t value;
};

struct names {
	struct arena arena;
	struct name *slot; /* a power of two of them */
	size_t slots, taken;
};
size_t *names_value(struct names *n, struct str name); /* what is kept with it, 0 at first; valid until the next call */
size_t names_known(const struct names *n, struct str name); /* the same; 0 for one that is not there, which stays out */
bool names_take(struct names *n, struct str name); /* false: it is taken already */
void names_free(struct names *n);

uint64_t names_hash(struct str s); /* the same on every machine: FNV-1a */

#endif
