#include "base/splice.h"

#include <stdlib.h>

void
splice_replace(struct splice *s, size_t at, size_t length, struct str bytes)
{
	if (s->count == s->cap) {
		s->cap = 2 * s->cap + 16;
		s->edits = mem_grow(s->edits, s->cap * sizeof(*s->edits));
	}
	s->edits[s->count] = (struct splice_edit){ at, length, arena_str(&s->arena, bytes), s->count };
	s->count++;
}

void
splice_insert(struct splice *s, size_t at, struct str bytes)
{
	splice_replace(s, at, 0, bytes);
}

/* By place; there insertions first, in their order, then the longest of those that replace. */
static int
compare(const void *left, const void *right)
{
	const struct splice_edit *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->length != b->length && (a->length == 0 || b->length == 0))
		return a->length == 0 ? -1 : 1;
	if (a->length != b->length)
		return a->length > b->length ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

void
splice_apply(struct splice *s, struct str original, struct buf *out)
{
	size_t done = 0;

	if (s->count > 0)
		qsort(s->edits, s->count, sizeof(*s->edits), compare);
	for (size_t i = 0; i < s->count; i++) {
		const struct splice_edit *e = &s->edits[i];

		if (e->at < done)
			continue;
		buf_add(out, str_sub(original, done, e->at));
		buf_add(out, e->bytes);
		done = e->at + e->length;
	}
	buf_add(out, str_sub(original, done, original.n));
	arena_free(&s->arena);
	free(s->edits);
	*s = (struct splice){ 0 };
}
