#include <string.h>

#include "item/input.h"
#include "item/pack.h"
#include "markup/xml.h"
#include "tool.h"

struct job {
	struct tool tool;
	struct pack_header header;
	struct date now;
};

/* A file on its way into the message. */
struct source {
	struct diag diag; /* names the file */
	struct item_input input;
};

static struct job *
job_of(struct command *c)
{
	return c->context;
}

static struct str
text(struct command *c, const char *option, const char *value)
{
	if (!pack_text_valid(str_of(value)))
		command_bad(c, option, value, "want text in UTF-8");
	return str_trim(str_of(value));
}

static void
add_line(struct command *c, const char *name, const char *value)
{
	struct pack_line **end = &job_of(c)->header.lines, *line = ARENA_NEW(c->arena, struct pack_line);

	while (*end)
		end = &(*end)->next;
	*line = (struct pack_line){ .name = name, .text = text(c, name, value) };
	*end = line;
}

static void set_sender(struct command *c, const char *value) { job_of(c)->header.sender = text(c, "sender", value); }
static void set_origin(struct command *c, const char *value) { job_of(c)->header.origin = text(c, "origin", value); }
static void add_channel(struct command *c, const char *value) { add_line(c, "channel", value); }
static void add_destination(struct command *c, const char *value) { add_line(c, "destination", value); }

static void
set_transmit_id(struct command *c, const char *value)
{
	job_of(c)->header.transmit_id = text(c, "transmit-id", value);
}

static void
set_priority(struct command *c, const char *value)
{
	if (strlen(value) != 1 || value[0] < '1' || value[0] > '9')
		command_bad(c, "priority", value, "want 1 (the highest) to 9");
	job_of(c)->header.priority = str_of(value);
}

static void
set_now(struct command *c, const char *value)
{
	job_of(c)->now = command_time(c, "now", value);
}

static const struct command_option options[] = {
	{ 0, "sender", COMMAND_VALUE, "NAME", set_sender, "who sends the message" },
	{ 0, "transmit-id", COMMAND_VALUE, "ID", set_transmit_id, "the message's own name; made from its content otherwise" },
	{ 0, "priority", COMMAND_VALUE, "N", set_priority, "1 (the highest) to 9" },
	{ 0, "origin", COMMAND_VALUE, "NAME", set_origin, "where the message was sent from" },
	{ 0, "channel", COMMAND_VALUE, "NAME", add_channel, "the channel it is for; again for more" },
	{ 0, "destination", COMMAND_VALUE, "NAME", add_destination, "whom it is for; again for more" },
	{ 0, "now", COMMAND_VALUE, "TIME", set_now, "when it is sent, with a zone; the clock's time otherwise" },
};
static const char *const examples[] = {
	"--sender example.com --destination agency.example *.xml > message.xml",
	"--priority 2 --channel economy first.xml second.xml | nmlgate -o out/message.xml",
	NULL,
};
static const char *const notes[] = {
	"status: 0 done, 64 usage, 65 an input is not what it should be, or comes twice, 66 no input,",
	"70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

static struct source *
read_sources(struct tool *t, size_t count)
{
	struct source *sources = arena_alloc(&t->arena, count * sizeof(*sources));

	if (count == 1)
		tool_read(t, &sources[0].input.bytes);
	for (size_t i = 0; i < count; i++) {
		sources[i].diag = t->diag;
		if (count > 1)
			tool_read_operand(t, i, &sources[i].diag, &sources[i].input.bytes);
		item_input_open(&sources[i].input, &sources[i].diag);
	}
	return sources;
}

static void
pack_all(struct pack *pack, struct source *sources, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf converted = { 0 };

		pack_add(pack, &sources[i].diag, item_input_utf8(&sources[i].input, &converted, &sources[i].diag));
		buf_free(&converted);
		buf_free(&sources[i].input.bytes);
	}
}

int
main(int argc, char **argv)
{
	struct job job = { .tool.command = {
		.context = &job, .examples = examples, .operands = "[file ...]", .notes = notes, .options = options,
		.option_count = sizeof(options) / sizeof(*options), .libraries = { { "reads with", xml_library } } } };
	struct tool *t = &job.tool;
	struct pack pack = { 0 };
	struct buf out = { 0 };
	struct source *sources;
	size_t count;

	tool_begin(t, argc, argv);
	count = t->command.operand_count > 0 ? t->command.operand_count : 1;
	sources = read_sources(t, count);
	job.header.sent = date_format(&t->arena, tool_now(job.now));
	tool_seal(t, NULL);
	pack_all(&pack, sources, count);
	pack_finish(&pack, &job.header, &out);
	return tool_end(t, buf_str(&out), STATUS_OK);
}
