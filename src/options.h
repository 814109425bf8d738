/* The converters' command line: which options a pair of formats has, and what they set. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "filter.h"
#include "tool.h"

/* Begins the tool: reads the command line into *o, with what it allocates in the tool's arena. */
void options_parse(struct options *o, struct tool *t, int argc, char **argv, const struct reader *reader,
	const struct writer *writer);

/*
 * For a program of all formats: appends the rows of every format, each name
 * once, but those that `own` has already and those of -O. Gives their number.
 */
size_t options_all(struct command_option *list, const struct command_option *own, size_t own_count);
enum { OPTIONS_ROOM = 64 }; /* of such a list */

/* What is written with the options, once the line is read: ends the program when they do not go together. */
void options_check(const struct options *o, const struct command *c);

#endif
