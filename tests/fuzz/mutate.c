#include "mutate.h"

#include <string.h>

#include "fuzz.h"

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t n, size_t most);

enum mutation_kind
mutation_kind(const char *target)
{
	if (strcmp(target, "docx-parts") == 0)
		return MUTATE_DOCX;
	if (strcmp(target, "html") == 0 || strcmp(target, "nml") == 0 || strcmp(target, "items") == 0)
		return MUTATE_MARKUP;
	return MUTATE_BYTES;
}

unsigned
roll(struct dice *d, size_t n)
{
	d->state = d->state * 1664525u + 1013904223u;
	return n > 0 ? (d->state >> 8) % (unsigned)n : 0;
}

void
mutate_bytes(struct dice *d, struct buf *b, size_t most)
{
	size_t n = b->n, room = n + 64 < most ? 64 : most > n ? most - n : 0;

	(void)d;
	buf_room(b, room + 1);
	fuzz_keep(true); /* libFuzzer keeps a list of what it did */
	b->n = LLVMFuzzerMutate((uint8_t *)b->p, n, n + room);
	fuzz_keep(false);
}

static size_t
put_back(uint8_t *bytes, size_t most, struct buf *b)
{
	size_t n = b->n < most ? b->n : most;

	if (n > 0)
		memcpy(bytes, b->p, n);
	buf_free(b);
	return n;
}

/* The first byte chooses options (readers.c), and the archive or the markup begins behind it. */
size_t
mutate(enum mutation_kind kind, uint8_t *bytes, size_t n, size_t most, unsigned seed)
{
	struct dice d = { seed };
	struct buf b = { 0 };

	if (kind == MUTATE_BYTES || n < 2 || most < 64)
		return LLVMFuzzerMutate(bytes, n, most);
	if (roll(&d, 16) == 0)
		bytes[0] = (uint8_t)roll(&d, 256);
	if (kind == MUTATE_DOCX) {
		if (!mutate_docx(&d, (struct str){ (char *)bytes + 1, n - 1 }, &b, most - 1) || b.n == 0 || b.n > most - 1) {
			buf_free(&b);
			return LLVMFuzzerMutate(bytes, n, most);
		}
	} else {
		buf_add(&b, (struct str){ (char *)bytes + 1, n - 1 });
		mutate_markup(&d, &b, most - 1);
	}
	return 1 + put_back(bytes + 1, most - 1, &b);
}
