/* The converters' command line: which options a pair of formats has, and what they set. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "filter.h"
#include "tool.h"

/* Begins the tool: reads the command line into *o, with what it allocates in the tool's arena. */
void options_parse(struct options *o, struct tool *t, int argc, char **argv, const struct reader *reader,
	const struct writer *writer);

#endif
