/*
 * One program's life, as the converters and the newsroom's tools share it:
 * command line, input, sandbox, output, status. Nothing of the input is parsed
 * before tool_seal(), and nothing is written before all of it is made.
 */
#ifndef TOOL_H
#define TOOL_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "command.h"
#include "output.h"

/* Zeroed by its owner, with the first part of `command` filled in. */
struct tool {
	struct command command;
	struct diag diag;
	struct arena arena;
	struct output output;
};

void tool_begin(struct tool *t, int argc, char **argv);
/*
 * The input: the one operand, or standard input. More operands are an error
 * of usage, and so is a terminal without an operand.
 */
void tool_read(struct tool *t, struct buf *input);
/* One of several operands, numbered from 0. `diag` is a copy of the tool's, and names the file from then on. */
void tool_read_operand(struct tool *t, size_t i, struct diag *diag, struct buf *input);
/* Where the output goes (`folder`: see output.h), and then the sandbox: from here on nothing can be opened. */
void tool_seal(struct tool *t, const char *folder);
/* Writes the main output, and gives the status back. */
int tool_end(struct tool *t, struct str output, enum status status);

/* What SOURCE_DATE_EPOCH says; false where it says nothing. */
bool tool_epoch(struct date *time);
/* The time that was given, else SOURCE_DATE_EPOCH, else the clock's. */
struct date tool_now(struct date given);

#endif
