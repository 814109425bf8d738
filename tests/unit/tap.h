/* TAP for the tests in C: each check is one call, done() prints the plan. */
#ifndef TAP_H
#define TAP_H

#include <stdio.h>

#include "base/str.h"

struct tap {
	int ran, failed;
};

static inline void
ok(struct tap *t, bool good, const char *name)
{
	t->ran++;
	t->failed += !good;
	printf("%sok %d - %s\n", good ? "" : "not ", t->ran, name);
}

/* Compares texts; STR_NONE is written "(none)" in `want`. */
static inline void
is(struct tap *t, struct str got, const char *want, const char *name)
{
	bool good = got.p ? str_is(got, want) : str_is(STR("(none)"), want);

	ok(t, good, name);
	if (!good)
		printf("#   got:  %.*s\n#   want: %s\n", STR_FMT(got.p ? got : STR("(none)")), want);
}

static inline void
is_number(struct tap *t, long long got, long long want, const char *name)
{
	ok(t, got == want, name);
	if (got != want)
		printf("#   got:  %lld\n#   want: %lld\n", got, want);
}

static inline int
done(const struct tap *t)
{
	printf("1..%d\n", t->ran);
	return t->failed > 0;
}

#endif
