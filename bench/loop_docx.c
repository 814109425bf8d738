/*
 * The least loop that converts many DOCX files into text: one process, no
 * workers, no report, the converter's own steps. What wirebatch adds to that is
 * measured against it.
 *
 *	loop_docx FOLDER < names, each ended by a zero byte
 */
#include <stdio.h>
#include <stdlib.h>

#include "convert.h"
#include "docx/docx.h"
#include "io.h"
#include "recognise/recognise.h"
#include "txt/txt.h"

static void
convert(const struct converter *by, const char *name, const char *folder, size_t number)
{
	struct diag diag = { .program = "loop_docx", .file = name, .quiet = true };
	struct conversion c = { .by = by, .diag = &diag };
	char path[4096];
	FILE *out;

	io_read(&diag, name, (size_t)256 << 20, &c.input);
	convert_begin(&c);
	convert_run(&c);
	snprintf(path, sizeof(path), "%s/%zu.txt", folder, number);
	out = fopen(path, "w");
	if (!out || fwrite(c.output.p, 1, c.output.n, out) != c.output.n || fclose(out) != 0)
		exit(STATUS_IO);
	convert_end(&c);
	diag_free(&diag);
}

int
main(int argc, char **argv)
{
	struct options o = { .newsml_version = NEWSML_VERSION };
	struct charsets charsets = { 0 };
	const struct converter by = { &docx_reader, &txt_writer, recognise, &o, &charsets, NULL };
	char *name = NULL;
	size_t room = 0;

	zone_set(NULL);
	for (size_t n = 0; argc == 2 && getdelim(&name, &room, '\0', stdin) > 0; n++)
		convert(&by, name, argv[1], n);
	free(name);
	return argc == 2 ? STATUS_OK : STATUS_USAGE;
}
