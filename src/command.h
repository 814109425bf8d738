/* A program's command line: one table of options for parsing and for --help. */
#ifndef COMMAND_H
#define COMMAND_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"

struct command;

enum command_argument { COMMAND_FLAG, COMMAND_VALUE, COMMAND_MAY_VALUE };

struct command_option {
	char letter; /* 0: none */
	const char *name;
	enum command_argument argument;
	const char *value; /* its name in the help, NULL for a flag */
	/* Takes the value; NULL for a flag or when none was given. Ends the program by command_bad() when it is wrong. */
	void (*set)(struct command *c, const char *value);
	const char *help;
};

/* One that stood in the line. */
struct command_given {
	struct command_given *next;
	const struct command_option *option;
	const char *value; /* NULL: none */
};

/*
 * The programmer fills in the first part, command_parse() the second. The
 * options that every program has (-o, -v, -q, -h, -V, --limit-input,
 * --limit-time) need not stand in the table.
 */
struct command {
	void *context;			 /* for the setters */
	const char *const *examples;	 /* what stands behind the program's name, up to NULL */
	const char *operands;		 /* "[file]" */
	const char *const *notes;	 /* lines for the end of --help, up to NULL */
	const struct command_option *options;
	size_t option_count;
	struct {
		const char *does; /* "reads with" */
		const char *(*names)(void);
	} libraries[3]; /* for --version; names NULL: none */

	struct diag *diag;
	struct arena *arena; /* for what options keep */
	const char *output;  /* -o; NULL: standard output */
	size_t limit_input;  /* bytes of one input */
	unsigned limit_time; /* seconds of the processor that one input takes */
	struct command_given *given; /* all options, in their order */
	char *const *operand;
	size_t operand_count;
};

/* Ends the program for --help and --version (status 0) and for a wrong line (64). */
void command_parse(struct command *c, int argc, char **argv);
/* "--wrap 7: want 0, or 20 columns or more" */
_Noreturn void command_bad(const struct command *c, const char *option, const char *value, const char *want);
/* "why; usage: ..." */
_Noreturn void command_usage(const struct command *c, const char *why);
/* The place of the value in a list of words that ends with NULL; `want` says them when it is none. */
int command_word(const struct command *c, const char *option, const char *value, const char *const *words, const char *want);
/* A number, or one of mebi or gibi: "256M". */
size_t command_size(const struct command *c, const char *option, const char *value);
/* A time with its zone. */
struct date command_time(const struct command *c, const char *option, const char *value);
/* A file that an option names, whole, in the arena. The limit is fixed. */
struct str command_file(const struct command *c, const char *path, size_t limit);
/* The same for one that is read as the input is, within --limit-input. */
struct str command_input(const struct command *c, const char *path);

#endif
