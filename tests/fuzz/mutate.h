/*
 * Changes of an input that keep what a reader looks at first: the elements of
 * XML and HTML, and the archive of a DOCX with its checksums. libFuzzer's own
 * changes of bytes are among them.
 */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include <stdint.h>

#include "base/buf.h"

enum mutation_kind { MUTATE_BYTES, MUTATE_MARKUP, MUTATE_DOCX };

enum mutation_kind mutation_kind(const char *target);
/* As LLVMFuzzerCustomMutator(): in place, gives the new length. */
size_t mutate(enum mutation_kind kind, uint8_t *bytes, size_t n, size_t most, unsigned seed);

/* PARTS OF IT */

struct dice {
	uint32_t state;
};

unsigned roll(struct dice *d, size_t n); /* below n, which may be 0: then 0 */
void mutate_bytes(struct dice *d, struct buf *b, size_t most);
void mutate_markup(struct dice *d, struct buf *b, size_t most);
/* False when it is no archive that can be read. */
bool mutate_docx(struct dice *d, struct str archive, struct buf *out, size_t most);

#endif
