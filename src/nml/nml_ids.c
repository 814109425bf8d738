/* Identifiers in what is carried: each once, and no reference to one that is not there (XML Schema part 2, ID and IDREF). */
#include <stdlib.h>

#include "nml/nml_extra.h"

enum { ROUNDS = 4 }; /* what falls out may take others with it; then all that refer to any fall out */

struct ids {
	struct str *v;
	size_t n, cap;
};

static void
add_id(struct ids *ids, struct str id)
{
	if (ids->n == ids->cap) {
		ids->cap = 2 * ids->cap + 16;
		ids->v = mem_grow(ids->v, ids->cap * sizeof(*ids->v));
	}
	ids->v[ids->n++] = id;
}

static int
id_order(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	size_t n = x->n < y->n ? x->n : y->n;

	for (size_t i = 0; i < n; i++)
		if (x->p[i] != y->p[i])
			return x->p[i] < y->p[i] ? -1 : 1;
	return (x->n > y->n) - (x->n < y->n);
}

static bool
is_id(const struct piece_attribute *a)
{
	return a->ns.n == 0 && (str_is(a->name, "id") || str_is(a->name, "partid"));
}

static bool
is_reference(const struct piece_attribute *a)
{
	static const char *const names[] = { "idrefs", "sourceidref", "contentrefs" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (a->ns.n == 0 && str_is(a->name, names[i]))
			return true;
	return false;
}

static void
collect(const struct piece *p, struct ids *ids, struct ids *references)
{
	for (const struct piece *at = p; at; at = piece_next(p, at))
		for (const struct piece_attribute *a = at->attributes; a; a = a->next) {
			struct str rest = a->value, word;

			if (!str_is(at->ns, NML_NS))
				continue;
			if (ids && is_id(a))
				add_id(ids, a->value);
			while (references && is_reference(a) && str_next_word(&rest, &word))
				add_id(references, word);
		}
}

static bool
has_id(const struct ids *ids, struct str id)
{
	return ids->n > 0 && bsearch(&id, ids->v, ids->n, sizeof(*ids->v), id_order);
}

static void
collect_all(const struct extras *list, struct ids *ids)
{
	ids->n = 0;
	for (const struct extra *e = list->first; e; e = e->next)
		if (!e->gone)
			collect(e->piece, ids, NULL);
	if (ids->n > 0)
		qsort(ids->v, ids->n, sizeof(*ids->v), id_order);
}

/* Whether it stands once only in the sorted list. */
static bool
is_unique(const struct ids *ids, struct str id)
{
	const struct str *at = bsearch(&id, ids->v, ids->n, sizeof(*ids->v), id_order), *end = ids->v + ids->n;

	return (at == ids->v || !str_eq(at[-1], id)) && (at + 1 == end || !str_eq(at[1], id));
}

/* An identifier that is given twice is none. */
static void
drop_double(const struct doc *d, struct piece *p, const struct ids *ids)
{
	for (struct piece *at = p; at; at = piece_next(p, at))
		for (struct piece_attribute **a = &at->attributes; *a;) {
			if (!str_is(at->ns, NML_NS) || !is_id(*a) || is_unique(ids, (*a)->value)) {
				a = &(*a)->next;
				continue;
			}
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "id of %.*s, given twice: %.*s",
				STR_FMT(str_sub(at->name, 0, 40)), STR_FMT(str_sub((*a)->value, 0, 80)));
			*a = (*a)->next;
		}
}

/* False when all that it refers to is there. */
static bool
is_dangling(const struct extra *e, const struct ids *ids, struct ids *references, bool any)
{
	references->n = 0;
	collect(e->piece, NULL, references);
	for (size_t i = 0; i < references->n; i++)
		if (any || !has_id(ids, references->v[i]))
			return true;
	return false;
}

void
extras_check_ids(const struct doc *d, struct extras *list)
{
	struct ids ids = { 0 }, references = { 0 };
	bool some = true;

	collect_all(list, &ids);
	for (struct extra *e = list->first; e && ids.n > 0; e = e->next)
		if (!e->gone)
			drop_double(d, e->piece, &ids);
	for (int round = 0; some && round <= ROUNDS; round++) {
		some = false;
		collect_all(list, &ids);
		for (struct extra *e = list->first; e; e = e->next)
			if (!e->gone && is_dangling(e, &ids, &references, round == ROUNDS)) {
				extra_lose(d, e, "it refers to what is not carried");
				some = true;
			}
	}
	free(ids.v);
	free(references.v);
}
