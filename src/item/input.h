/* The bytes of a file on their way to a tree: their character set is chosen before the sandbox, and left behind it. */
#ifndef ITEM_INPUT_H
#define ITEM_INPUT_H

#include "base/buf.h"
#include "base/diag.h"

struct item_input {
	struct buf bytes;     /* as they came */
	struct charset *from; /* NULL: they are UTF-8 */
};

/* Before the sandbox. Bytes in a character set that nobody knows end the program with STATUS_DATA. */
void item_input_open(struct item_input *in, struct diag *diag);
/* The bytes in UTF-8, which live as long as the input: the same ones, where they are that already. */
struct str item_input_utf8(struct item_input *in, struct buf *converted, struct diag *diag);

#endif
