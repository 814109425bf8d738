/*
 * The least loop that converts many DOCX files into text, or into DOCX: one
 * process, no workers, no report, no sandbox, the converter's own steps and a
 * file for each. What wirebatch adds to that is measured against it.
 *
 *	loop_docx txt|docx FOLDER < names, each ended by a zero byte
 */
#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

	io_read(&diag, name, (size_t)256 << 20, NULL, &c.input);
	convert_begin(&c);
	convert_run(&c);
	snprintf(path, sizeof(path), "%s/%zu.%s", folder, number, by->writer->format);
	out = fopen(path, "w");
	if (!out || fwrite(c.output.p, 1, c.output.n, out) != c.output.n || fclose(out) != 0)
		exit(STATUS_IO);
	convert_end(&c);
	diag_free(&diag);
}

/* As a worker does: what one document gives back the next one takes. */
static void
keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
	mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

int
main(int argc, char **argv)
{
	struct options o = { .newsml_version = NEWSML_VERSION };
	struct charsets charsets = { 0 };
	struct converter by = { &docx_reader, &txt_writer, recognise, &o, &charsets, NULL };
	char *name = NULL;
	size_t room = 0;

	if (argc != 3)
		return STATUS_USAGE;
	if (strcmp(argv[1], "docx") == 0)
		by.writer = &docx_writer;
	keep_memory();
	zone_set(NULL);
	date_parse(STR("2026-03-03T08:00:00Z"), &o.clock);
	mkdir(argv[2], 0777);
	for (size_t n = 0; getdelim(&name, &room, '\0', stdin) > 0; n++)
		convert(&by, name, argv[2], n);
	free(name);
	return STATUS_OK;
}
