#include <string.h>

#include "item/input.h"
#include "item/unpack.h"
#include "markup/xml.h"
#include "tool.h"

struct job {
	struct tool tool;
	const char *folder;
	struct str pattern, item;
	bool list;
};

static struct job *
job_of(struct command *c)
{
	return c->context;
}

static void set_folder(struct command *c, const char *value) { job_of(c)->folder = value; }
static void set_list(struct command *c, const char *value) { (void)value; job_of(c)->list = true; }

static void
set_item(struct command *c, const char *value)
{
	if (value[0] == '\0' || strcmp(value, "all") == 0)
		command_bad(c, "item", value, "want a number from 1, or a guid");
	job_of(c)->item = str_of(value);
}

static void
set_name(struct command *c, const char *value)
{
	const char *wrong = unpack_pattern_wrong(str_of(value));

	if (wrong)
		command_bad(c, "name", value, wrong);
	job_of(c)->pattern = str_of(value);
}

static const struct command_option options[] = {
	{ 'O', "output-dir", COMMAND_VALUE, "DIR", set_folder, "put the files there; here otherwise" },
	{ 0, "name", COMMAND_VALUE, "PATTERN", set_name, "of the files; {guid}-{version}.xml otherwise" },
	{ 'l', "list", COMMAND_FLAG, NULL, set_list, "say what is there: number, guid, version, headline" },
	{ 0, "item", COMMAND_VALUE, "WHICH", set_item, "write this one alone: a number from 1, or a guid" },
};
static const char *const examples[] = {
	"-O items message.xml",
	"--name '{date}-{slug}-{n}.xml' -O items < message.xml",
	"--list < message.xml",
	"--item 2 < message.xml | nml2txt",
	NULL,
};
static const char *const notes[] = {
	"fields of a name: {guid} {version} {date} {time} {slug} {headline} {lang} {kind} {n}",
	"status: 0 done, 64 usage, 65 the input is not what it should be, 66 no input, 70 our own bug,",
	"71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

/* Hands over a file for each item, and says their names. */
static void
write_files(struct job *job, struct unpack *u, struct buf *names)
{
	struct buf bytes = { 0 };
	size_t number = 0;

	for (const struct element *item = message_first(u->file); item; item = item_next(u->file, item)) {
		struct str name = unpack_name(u, item, ++number, job->pattern);

		buf_clear(&bytes);
		unpack_item(u, item, &bytes);
		output_file(&job->tool.output, name, buf_str(&bytes));
		buf_add(names, name);
		buf_char(names, '\n');
	}
	buf_free(&bytes);
}

int
main(int argc, char **argv)
{
	struct job job = { .pattern = STR("{guid}-{version}.xml"), .folder = ".", .tool.command = {
		.context = &job, .examples = examples, .operands = "[file]", .notes = notes, .options = options,
		.option_count = sizeof(options) / sizeof(*options), .libraries = { { "reads with", xml_library } } } };
	struct tool *t = &job.tool;
	struct item_input input = { 0 };
	struct buf converted = { 0 }, out = { 0 };
	struct unpack unpack;

	tool_begin(t, argc, argv);
	if (job.list && job.item.n > 0)
		command_usage(&t->command, "--list and --item do not go together");
	tool_read(t, &input.bytes);
	item_input_open(&input, &t->diag);
	tool_seal(t, job.list || job.item.n > 0 ? NULL : job.folder);
	unpack_begin(&unpack, item_parse(&t->diag, item_input_utf8(&input, &converted, &t->diag)));
	if (job.list)
		unpack_list(&unpack, &out);
	else if (job.item.n > 0)
		unpack_item(&unpack, unpack_find(&unpack, job.item), &out);
	else
		write_files(&job, &unpack, &out);
	return tool_end(t, buf_str(&out), STATUS_OK);
}
