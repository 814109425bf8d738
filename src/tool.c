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
tool_read_operand(struct tool *t, size_t i, struct diag *diag, struct buf *input)
{
	const char *path = t->command.operand[i];

	if (strcmp(path, "-") != 0)
		diag->file = path;
	io_read(diag, path, t->command.limit_input, "--limit-input", input);
}

void
tool_read(struct tool *t, struct buf *input)
{
	if (t->command.operand_count > 1)
		command_usage(&t->command, "one input at a time");
	if (t->command.operand_count == 0 && isatty(STDIN_FILENO))
		command_usage(&t->command, "standard input is a terminal");
	if (t->command.operand_count == 1)
		tool_read_operand(t, 0, &t->diag, input);
	else
		io_read(&t->diag, NULL, t->command.limit_input, "--limit-input", input);
}

void
tool_seal(struct tool *t, const char *folder)
{
	output_open(&t->output, &t->diag, t->command.output, folder);
	sandbox_limit_time(t->command.limit_time);
	if (!sandbox_enter())
		note(&t->diag, (struct place){ 0 }, "this kernel has no sandbox");
}

int
tool_end(struct tool *t, struct str output, enum status status)
{
	output_main(&t->output, output);
	return (int)status;
}

bool
tool_epoch(struct date *time)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long seconds;

	if (!epoch || !str_to_long(str_of(epoch), &seconds))
		return false;
	*time = date_from_seconds(seconds);
	return true;
}

struct date
tool_now(struct date given)
{
	struct date epoch;

	if (given.year)
		return given;
	return tool_epoch(&epoch) ? epoch : date_from_seconds(time(NULL));
}
