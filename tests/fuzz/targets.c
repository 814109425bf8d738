#include "targets.h"

#include <string.h>

#include "fuzz.h"

/* docx takes the archive as bytes; docx-parts keeps it whole and changes what is in it (mutate_docx.c). */
const struct fuzz_target fuzz_targets[] = {
	{ "txt", fuzz_txt },
	{ "html", fuzz_html },
	{ "docx", fuzz_docx },
	{ "docx-parts", fuzz_docx },
	{ "nml", fuzz_nml },
	{ "items", fuzz_items },
	{ "eml", fuzz_eml },
	{ "round", fuzz_round },
	{ 0 },
};

const struct fuzz_target *
fuzz_target(const char *name)
{
	const struct fuzz_target *t = fuzz_targets;

	while (t->name && strcmp(t->name, name) != 0)
		t++;
	return t->name ? t : NULL;
}
