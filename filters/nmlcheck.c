#include <string.h>

#include "base/limits.h"
#include "item/check.h"
#include "item/input.h"
#include "item/profile.h"
#include "item/topics.h"
#include "markup/xml.h"
#include "tool.h"

struct settings {
	struct check check;
	bool json;
	enum finding_level fail_on;
	const char *previous_name, *profile_name, *topics_name;
	struct item_input previous;
	struct str profile, topics_bytes;
	struct topics topics;
};

static void
set_format(struct command *c, const char *value)
{
	static const char *const words[] = { "text", "json", NULL };

	((struct settings *)c->context)->json = command_word(c, "format", value, words, "want text or json") == 1;
}

static void
set_fail_on(struct command *c, const char *value)
{
	((struct settings *)c->context)->fail_on =
		(enum finding_level)command_word(c, "fail-on", value, finding_level_names, "want error, warning or info");
}

static void
set_previous(struct command *c, const char *value)
{
	struct settings *s = c->context;

	s->previous_name = value;
	buf_clear(&s->previous.bytes);
	buf_add(&s->previous.bytes, command_input(c, value));
}

/* A name is one of those that are built in; what is none of them is a file. */
static void
set_profile(struct command *c, const char *value)
{
	struct settings *s = c->context;

	s->profile_name = value;
	for (const struct profile_text *p = profile_texts; p->name; p++)
		if (strcmp(p->name, value) == 0) {
			s->profile = str_of(p->text);
			return;
		}
	s->profile = command_file(c, value, LIMIT_OPTION_FILE);
}

static void
set_topics(struct command *c, const char *value)
{
	struct settings *s = c->context;

	s->topics_name = value;
	s->topics_bytes = command_file(c, value, LIMIT_TOPICS);
}

static void
set_now(struct command *c, const char *value)
{
	((struct settings *)c->context)->check.now = command_time(c, "now", value);
}

static void
set_attachment(struct command *c, const char *value)
{
	struct settings *s = c->context;
	struct attachment *file = ARENA_NEW(c->arena, struct attachment);
	const char *slash = strrchr(value, '/');

	file->name = str_of(slash ? slash + 1 : value);
	file->bytes = command_input(c, value);
	file->next = s->check.attachments;
	s->check.attachments = file;
}

static const struct command_option options[] = {
	{ 0, "format", COMMAND_VALUE, "FORM", set_format, "text (the default) or json" },
	{ 0, "fail-on", COMMAND_VALUE, "LEVEL", set_fail_on, "status 1 from this level on: error (the default), warning, info" },
	{ 0, "previous", COMMAND_VALUE, "FILE", set_previous, "the item's version before, or a message with it" },
	{ 0, "profile", COMMAND_VALUE, "NAME", set_profile, "say what a receiver loses: generic, superdesk, wordpress or a file" },
	{ 0, "topics", COMMAND_VALUE, "FILE", set_topics, "a vocabulary for codes and names: the IPTC's JSON, or lines" },
	{ 0, "attachment", COMMAND_VALUE, "FILE", set_attachment, "a file that the item refers to; again for more" },
	{ 0, "now", COMMAND_VALUE, "TIME", set_now, "as if it were that time, with its zone" },
};
static const char *const examples[] = {
	"item.xml",
	"--fail-on=warning --previous sent.xml item.xml && nmlpack item.xml > message.xml",
	"--profile superdesk --format=json < item.xml",
	NULL,
};
static const char *const notes[] = {
	"status: 0 nothing found, 1 something found, 64 usage, 65 the input is no NewsML-G2 or cannot be read on,",
	"66 no input, 70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

/* A file that an option names, in messages. */
static struct diag *
diag_of(struct tool *t, const char *name)
{
	struct diag *d = ARENA_NEW(&t->arena, struct diag);

	*d = t->diag;
	d->file = name;
	return d;
}

/* What the options name besides the input, behind the sandbox. */
static void
prepare(struct settings *s, struct tool *t, struct buf *converted)
{
	struct diag *d = diag_of(t, s->previous_name);

	if (s->profile_name)
		s->check.profile = profile_parse(&t->arena, &t->diag, s->profile_name, s->profile);
	if (s->previous_name)
		s->check.previous = item_parse(d, item_input_utf8(&s->previous, converted, d));
	if (s->topics_name) {
		topics_read(&s->topics, diag_of(t, s->topics_name), s->topics_bytes);
		s->check.topics = &s->topics;
	}
}

int
main(int argc, char **argv)
{
	struct settings s = { .fail_on = FINDING_ERROR };
	struct tool t = { .command = { .context = &s, .examples = examples, .operands = "[file]", .notes = notes,
		.options = options, .option_count = sizeof(options) / sizeof(*options),
		.libraries = { { "reads with", xml_library } } } };
	struct item_input input = { 0 };
	struct buf converted = { 0 }, before = { 0 }, out = { 0 };

	tool_begin(&t, argc, argv);
	tool_read(&t, &input.bytes);
	item_input_open(&input, &t.diag);
	if (s.previous_name)
		item_input_open(&s.previous, diag_of(&t, s.previous_name));
	s.check.now = tool_now(s.check.now);
	tool_seal(&t, NULL);
	prepare(&s, &t, &before);
	s.check.file = item_parse(&t.diag, item_input_utf8(&input, &converted, &t.diag));
	check_run(&s.check);
	(s.json ? check_json : check_text)(&s.check, &t.diag, &out);
	return tool_end(&t, buf_str(&out), finding_status(s.check.found, s.fail_on));
}
