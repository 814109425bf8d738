/* generate SEED: the tree of one random document, for looking at one failure. */
#include <stdlib.h>
#include <unistd.h>

#include "random_doc.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	struct diag diag = { .program = "generate" };
	struct options options = { 0 };
	struct buf out = { 0 };
	struct doc *d = random_doc(&diag, argc > 1 ? strtoul(argv[1], NULL, 10) : 1);
	const char *wrong = doc_check(d);

	if (wrong)
		fail(&diag, STATUS_BUG, (struct place){ 0 }, "%s", wrong);
	tree_writer.write(d, &out, &options);
	doc_free(d);
	return write(STDOUT_FILENO, out.p, out.n) == (ssize_t)out.n ? 0 : STATUS_IO;
}
