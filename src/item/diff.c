#include "item/diff.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The lists, from `skip` on and without what they have in common at the end. */
struct lists {
	const struct str *old, *new;
	int old_n, new_n;
};

/*
 * How far each diagonal (old minus new index) has come, for every number of
 * differences: row d begins at d * d and has 2 * d + 1 entries.
 */
struct trace {
	int32_t *reached;
	int differences; /* that lead to the end; -1: more than the bound */
};

static int32_t *
row(const struct trace *t, int d)
{
	return t->reached + (size_t)d * (size_t)d;
}

/* Whether the way to that diagonal comes by taking in one of the new list, rather than by leaving out one of the old. */
static bool
comes_by_new(const struct trace *t, int d, int k)
{
	const int32_t *before = row(t, d - 1) + (d - 1);

	return k == -d || (k != d && before[k - 1] < before[k + 1]);
}

static int
start_of(const struct trace *t, int d, int k)
{
	const int32_t *before;

	if (d == 0)
		return 0;
	before = row(t, d - 1) + (d - 1);
	return comes_by_new(t, d, k) ? before[k + 1] : before[k - 1] + 1;
}

static bool
extend(const struct lists *l, struct trace *t, int d)
{
	int32_t *reached = row(t, d) + d;

	for (int k = -d; k <= d; k += 2) {
		int x = start_of(t, d, k), y = x - k;

		while (x >= 0 && y >= 0 && x < l->old_n && y < l->new_n && str_eq(l->old[x], l->new[y]))
			x++, y++;
		reached[k] = x;
		if (x >= l->old_n && y >= l->new_n)
			return true;
	}
	return false;
}

static struct trace
search(const struct lists *l)
{
	struct trace t = { .differences = -1 };
	size_t rows = 0;
	int most = l->old_n + l->new_n < DIFF_MOST ? l->old_n + l->new_n : DIFF_MOST;

	for (int d = 0; d <= most && t.differences < 0; d++) {
		size_t need = (size_t)(d + 1) * (size_t)(d + 1);

		if (need > rows) {
			rows = 2 * need;
			t.reached = mem_grow(t.reached, rows * sizeof(*t.reached));
		}
		memset(row(&t, d), 0, (size_t)(2 * d + 1) * sizeof(*t.reached));
		if (extend(l, &t, d))
			t.differences = d;
	}
	return t;
}

static struct diff_hunk *
hunk(struct arena *a, size_t old_from, size_t old_to, size_t new_from, size_t new_to, struct diff_hunk *next)
{
	struct diff_hunk *h = ARENA_NEW(a, struct diff_hunk);

	*h = (struct diff_hunk){ old_from, old_to, new_from, new_to, next };
	return h;
}

/* From the end back to the start; single steps that touch each other are one hunk. */
static struct diff_hunk *
walk_back(struct arena *a, const struct lists *l, const struct trace *t, size_t skip)
{
	struct diff_hunk *first = NULL;
	int k = l->old_n - l->new_n;

	for (int d = t->differences; d > 0; d--) {
		bool by_new = comes_by_new(t, d, k);
		int x = start_of(t, d, k), y = x - k;
		size_t to_x = skip + (size_t)x, to_y = skip + (size_t)y;

		if (first && first->old_from == to_x && first->new_from == to_y) {
			first->old_from -= by_new ? 0 : 1;
			first->new_from -= by_new ? 1 : 0;
		} else {
			first = hunk(a, to_x - (by_new ? 0 : 1), to_x, to_y - (by_new ? 1 : 0), to_y, first);
		}
		k += by_new ? 1 : -1;
	}
	return first;
}

struct diff_hunk *
diff_lists(struct arena *a, const struct str *old, size_t old_n, const struct str *new, size_t new_n)
{
	size_t skip = 0, common = 0;
	struct diff_hunk *hunks;
	struct lists l;
	struct trace t;

	if (old_n == 0 || new_n == 0)
		return old_n + new_n > 0 ? hunk(a, 0, old_n, 0, new_n, NULL) : NULL;
	while (skip < old_n && skip < new_n && str_eq(old[skip], new[skip]))
		skip++;
	while (common < old_n - skip && common < new_n - skip && str_eq(old[old_n - 1 - common], new[new_n - 1 - common]))
		common++;
	if (old_n - skip - common > INT32_MAX / 4 || new_n - skip - common > INT32_MAX / 4)
		return hunk(a, skip, old_n - common, skip, new_n - common, NULL);
	l = (struct lists){ old + skip, new + skip, (int)(old_n - skip - common), (int)(new_n - skip - common) };
	t = search(&l);
	hunks = t.differences < 0 ? hunk(a, skip, old_n - common, skip, new_n - common, NULL) : walk_back(a, &l, &t, skip);
	free(t.reached);
	return hunks;
}
