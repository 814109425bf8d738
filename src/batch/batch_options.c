#include <stdlib.h>
#include <string.h>

#include "batch/batch.h"
#include "container/container.h"
#include "options.h"

static struct batch_options *
batch_of(struct command *c)
{
	return c->context;
}

static void set_to(struct command *c, const char *value) { batch_of(c)->to = value; }
static void set_out(struct command *c, const char *value) { batch_of(c)->out = value; }
static void set_failed(struct command *c, const char *value) { batch_of(c)->failed = value; }
static void set_resume(struct command *c, const char *value) { (void)value; batch_of(c)->resume = true; }
static void set_dedupe(struct command *c, const char *value) { (void)value; batch_of(c)->dedupe = true; }
static void set_list(struct command *c, const char *value) { batch_of(c)->o.many.list = value; }
static void set_report(struct command *c, const char *value) { batch_of(c)->o.report = value; }
static void set_media(struct command *c, const char *value) { batch_of(c)->o.media = value; }

static void
set_jobs(struct command *c, const char *value)
{
	long n;

	if (!str_to_long(str_of(value), &n) || n < 1 || n > 256)
		command_bad(c, "jobs", value, "want 1 to 256");
	batch_of(c)->o.many.jobs = (unsigned)n;
}

static void
set_shard(struct command *c, const char *value)
{
	struct str rest = str_of(value), first;
	long i = 0, n = 0;

	if (!str_next(&rest, '/', &first) || !str_to_long(first, &i) || !str_to_long(rest, &n) || i < 1 || n < i || n > 100000)
		command_bad(c, "shard", value, "want I/N, as 1/4");
	batch_of(c)->shard = (unsigned)i;
	batch_of(c)->shards = (unsigned)n;
}

static const struct command_option own[] = {
	{ 0, "to", COMMAND_VALUE, "FORMAT", set_to, "what to write: txt, html, docx, nml, eml" },
	{ 0, "out", COMMAND_VALUE, "DIR", set_out, "where to: a folder, or an archive, NAME.zip or NAME.tar" },
	{ 0, "report", COMMAND_VALUE, "FILE", set_report, "a line of JSON for each document; FILE.journal beside it" },
	{ 0, "resume", COMMAND_FLAG, NULL, set_resume, "go on where the report's journal ends; what is done stays" },
	{ 0, "files0-from", COMMAND_VALUE, "FILE", set_list, "more inputs, their names each ended by a zero byte" },
	{ 'j', "jobs", COMMAND_VALUE, "N", set_jobs, "so many workers; as many as processors otherwise" },
	{ 0, "shard", COMMAND_VALUE, "I/N", set_shard, "of N parts of the documents the I-th, for N machines" },
	{ 0, "dedupe", COMMAND_FLAG, NULL, set_dedupe, "skip what has the bytes of an earlier document" },
	{ 0, "failed0", COMMAND_VALUE, "REPORT", set_failed, "only print the inputs that failed, for --files0-from" },
	{ 0, "media", COMMAND_VALUE, "NAME", set_media, "put images into that folder of the output, as files" },
};
enum { OWN = sizeof(own) / sizeof(own[0]) };

static const char *const examples[] = {
	"--to nml --out items --report report.jsonl archive.zip inbox/",
	"--to nml --out items --report report.jsonl --resume archive.zip inbox/",
	"--to txt --out all.zip --dedupe mail.mbox web.warc.gz",
	"--failed0 report.jsonl | xargs -0 ls -l",
	NULL,
};

static const char *const notes[] = {
	"inputs: files and folders; of ZIP, tar, mbox and WARC (also .gz .xz .zst .bz2) the members",
	"status: 0 all done, else the greatest of what the documents had: 65 not what it should be,",
	"66 not readable, 70 our own bug, 71 no memory; 64 usage, 73 cannot create, 74 input or output failed",
	NULL,
};

static void
check(const struct batch_options *b, const struct command *c)
{
	if (b->failed)
		return;
	if (!b->to || !b->out)
		command_usage(c, "--to FORMAT and --out DIR are wanted");
	if (b->resume && !b->o.report)
		command_usage(c, "--resume wants the --report to go on from");
	if (c->operand_count == 0 && !b->o.many.list)
		command_usage(c, "no inputs");
	if (b->o.media && !output_name_valid(str_of(b->o.media)))
		command_bad(c, "media", b->o.media, "want the name of a folder in the output");
	options_check(&b->o, c);
}

void
batch_options_parse(struct batch_options *b, struct tool *t, int argc, char **argv, const struct batch_formats *formats)
{
	struct command_option *list = arena_alloc(&t->arena, (OWN + OPTIONS_ROOM) * sizeof(*list));
	size_t n;

	memcpy(list, own, sizeof(own));
	n = OWN + options_all(list + OWN, own, OWN);
	b->o.newsml_version = NEWSML_VERSION;
	for (size_t i = 0; formats->readers[i]; i++)
		if (formats->readers[i]->parts)
			b->o.part_readers = formats->readers[i]->parts;
	for (size_t i = 0; formats->writers[i]; i++)
		if (formats->writers[i]->parts)
			b->o.part_writers = formats->writers[i]->parts;
	t->command = (struct command){
		.context = b,
		.examples = examples,
		.operands = "[file ...]",
		.notes = notes,
		.options = list,
		.option_count = n,
		.libraries = { { "opens with", container_libraries } },
	};
	tool_begin(t, argc, argv);
	if (!b->out)
		b->out = t->command.output;
	check(b, &t->command);
}
