/*
 * A document made of the bytes, through every writer and back: the same
 * document, and written again from there the same bytes as at once, which is
 * the promise that X2Y is X2nml | nml2Y.
 */
#include "complete.h"
#include "fuzz.h"
#include "../random/random_doc.h"
#include "targets.h"

void
fuzz_round(struct str bytes)
{
	static const struct options headers = { .newsml_version = NEWSML_VERSION, .headers = true, .wrap = 60 };
	struct doc *d = random_doc_of(&fuzz_diag, bytes);
	const char *wrong = doc_check(d);
	struct buf tree;

	if (wrong)
		fuzz_found("the document", wrong);
	complete(d, &fuzz_options, true, STR_NONE);
	tree = fuzz_tree(d);
	fuzz_bind(true);
	for (int format = 0; format < FUZZ_RICH; format++) {
		struct buf out = fuzz_write(d, format, &fuzz_options);

		fuzz_back(format, buf_str(&out), &tree);
	}
	fuzz_write(d, FUZZ_TXT, &fuzz_options);
	fuzz_write(d, FUZZ_TXT, &headers);
}
