/* The command line, the same in every program: one table for parsing and for --help. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "filter.h"

/*
 * Reads the command line into *o, with what it allocates in the arena. Ends
 * the program for --help and --version (status 0) and for a wrong line (64).
 */
void options_parse(struct options *o, struct arena *a, struct diag *diag, int argc, char **argv,
	const struct reader *reader, const struct writer *writer);

#endif
