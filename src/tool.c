#include "tool.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "io.h"
#include "sandbox.h"

void
tool_begin(struct tool *t, int argc, char **argv)
{
	t->command.diag = &t->diag;
	t->command.arena = &t->arena;
	command_parse(&t->command, argc, argv);
}

void
tool_read(struct tool *t, struct buf *input)
{
	const char *path = t->command.operand_count > 0 ? t->command.operand[0] : NULL;

	if (t->command.operand_count > 1)
		command_usage(&t->command, "one input at a time");
	if (path && strcmp(path, "-") != 0)
		t->diag.file = path;
	if (!path && isatty(STDIN_FILENO))
		command_usage(&t->command, "standard input is a terminal");
	io_read(&t->diag, path, t->command.limit_input, input);
}

void
tool_seal(struct tool *t, const char *folder)
{
	output_open(&t->output, &t->diag, t->command.output, folder);
	if (!sandbox_enter())
		note(&t->diag, (struct place){ 0 }, "this kernel has no sandbox");
}

int
tool_end(struct tool *t, struct str output, enum status status)
{
	output_main(&t->output, output);
	return (int)status;
}

struct date
tool_now(struct date given)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long seconds;

	if (given.year)
		return given;
	if (epoch && str_to_long(str_of(epoch), &seconds))
		return date_from_seconds(seconds);
	return date_from_seconds(time(NULL));
}
