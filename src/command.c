#include "command.h"

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "io.h"
#include "sandbox.h"
#include "version.h"

enum { OPTIONS_LIMIT = 64 };

static const struct place nowhere = { 0 };

void
command_bad(const struct command *c, const char *option, const char *value, const char *want)
{
	fail(c->diag, STATUS_USAGE, nowhere, "--%s %s: %s", option, value, want);
}

void
command_usage(const struct command *c, const char *why)
{
	const char *name = c->diag->program;

	fail(c->diag, STATUS_USAGE, nowhere, "%s; usage: %s [options] %s; %s --help says more", why, name, c->operands,
		name);
}

int
command_word(const struct command *c, const char *option, const char *value, const char *const *words, const char *want)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(value, words[i]) == 0)
			return i;
	command_bad(c, option, value, want);
}

struct date
command_time(const struct command *c, const char *option, const char *value)
{
	struct date time;

	if (!date_parse(str_of(value), &time) || !time.has_time || !time.has_zone)
		command_bad(c, option, value, "want a time with its zone, as 2026-03-15T08:00+01:00");
	return time;
}

static struct str
read_file(const struct command *c, const char *path, size_t limit, const char *option)
{
	struct buf bytes = { 0 };
	struct diag diag = *c->diag;
	struct str kept;

	diag.file = path;
	io_read(&diag, path, limit, option, &bytes);
	kept = arena_str(c->arena, buf_str(&bytes));
	buf_free(&bytes);
	return kept;
}

struct str
command_file(const struct command *c, const char *path, size_t limit)
{
	return read_file(c, path, limit, NULL);
}

struct str
command_input(const struct command *c, const char *path)
{
	return read_file(c, path, c->limit_input, "--limit-input");
}

size_t
command_size(const struct command *c, const char *option, const char *value)
{
	struct str number = str_of(value);
	long n, unit = 1;

	if (str_ends(number, STR("M")))
		unit = 1024 * 1024, number.n--;
	else if (str_ends(number, STR("G")))
		unit = 1024 * 1024 * 1024, number.n--;
	if (!str_to_long(number, &n) || n < 1 || n > 1024 * 1024 * 1024)
		command_bad(c, option, value, "want a number, or one with M or G behind it");
	return (size_t)n * (size_t)unit;
}

static void
set_limit_input(struct command *c, const char *value)
{
	c->limit_input = command_size(c, "limit-input", value);
}

static void
set_limit_time(struct command *c, const char *value)
{
	long n;

	if (!str_to_long(str_of(value), &n) || n < 1 || n > 24 * 3600)
		command_bad(c, "limit-time", value, "want seconds, a day at most");
	c->limit_time = (unsigned)n;
}

static void set_output(struct command *c, const char *value) { c->output = value; }
static void set_quiet(struct command *c, const char *value) { (void)value; c->diag->quiet = true; }
static void set_verbose(struct command *c, const char *value) { (void)value; c->diag->verbose = true; }
static void print_help(struct command *c, const char *value);
static void print_version(struct command *c, const char *value);

/* What every program has: these before its own, those behind. */
static const struct command_option before[] = {
	{ 'o', "output", COMMAND_VALUE, "FILE", set_output, "write FILE, whole or not at all" },
};
static const struct command_option behind[] = {
	{ 0, "limit-input", COMMAND_VALUE, "BYTES", set_limit_input, "the most that is read; 256M otherwise" },
	{ 0, "limit-time", COMMAND_VALUE, "SECONDS", set_limit_time, "of the processor, for one input; 300 otherwise" },
	{ 'v', "verbose", COMMAND_FLAG, NULL, set_verbose, "say what was chosen, and every loss" },
	{ 'q', "quiet", COMMAND_FLAG, NULL, set_quiet, "say errors only" },
	{ 'h', "help", COMMAND_FLAG, NULL, print_help, "this" },
	{ 'V', "version", COMMAND_FLAG, NULL, print_version, "version, libraries, sandbox" },
};
enum { BEFORE = sizeof(before) / sizeof(before[0]), BEHIND = sizeof(behind) / sizeof(behind[0]) };

/* The i-th of all options, or NULL behind the last. */
static const struct command_option *
option_at(const struct command *c, size_t i)
{
	if (i < BEFORE)
		return &before[i];
	i -= BEFORE;
	if (i < c->option_count)
		return &c->options[i];
	i -= c->option_count;
	return i < BEHIND ? &behind[i] : NULL;
}

static void
help_option(struct buf *out, const struct command_option *option)
{
	struct buf left = { 0 };

	if (option->letter)
		buf_printf(&left, "-%c, ", option->letter);
	buf_printf(&left, "--%s", option->name);
	if (option->value)
		buf_printf(&left, option->argument == COMMAND_MAY_VALUE ? "[=%s]" : " %s", option->value);
	buf_printf(out, "  %-24.*s  %s\n", STR_FMT(buf_str(&left)), option->help);
	buf_free(&left);
}

static _Noreturn void
print_and_exit(struct command *c, struct buf *out)
{
	io_write(c->diag, STDOUT_FILENO, "standard output", buf_str(out));
	_exit(STATUS_OK);
}

static void
print_help(struct command *c, const char *value)
{
	const struct command_option *option;
	struct buf out = { 0 };

	(void)value;
	for (size_t i = 0; c->examples[i]; i++)
		buf_printf(&out, "  %s %s\n", c->diag->program, c->examples[i]);
	buf_printf(&out, "\nusage: %s [options] %s\n\n", c->diag->program, c->operands);
	for (size_t i = 0; (option = option_at(c, i)); i++)
		help_option(&out, option);
	buf_char(&out, '\n');
	for (size_t i = 0; c->notes[i]; i++)
		buf_printf(&out, "%s\n", c->notes[i]);
	print_and_exit(c, &out);
}

static void
print_version(struct command *c, const char *value)
{
	struct buf out = { 0 };

	(void)value;
	buf_printf(&out, "%s (wirecopy) " WIRECOPY_VERSION "\n", c->diag->program);
	for (size_t i = 0; i < sizeof(c->libraries) / sizeof(c->libraries[0]); i++)
		if (c->libraries[i].names)
			buf_printf(&out, "%s %s\n", c->libraries[i].does, c->libraries[i].names());
	buf_printf(&out, "sandbox: %s\n", sandbox_enter() ? sandbox_name() : "none");
	print_and_exit(c, &out);
}

/* getopt_long(3) takes its tables made out of ours. */
static void
make_tables(const struct command *c, struct option *longs, char *shorts)
{
	static const int has[] = { no_argument, required_argument, optional_argument };
	const struct command_option *option;

	*shorts++ = ':';
	for (size_t i = 0; (option = option_at(c, i)); i++) {
		longs[i] = (struct option){ option->name, has[option->argument], NULL, 256 + (int)i };
		if (option->letter)
			*shorts++ = option->letter;
		if (option->letter && option->argument == COMMAND_VALUE)
			*shorts++ = ':';
	}
}

static const struct command_option *
option_of(const struct command *c, int answer)
{
	const struct command_option *option;

	if (answer >= 256)
		return option_at(c, (size_t)answer - 256);
	for (size_t i = 0; (option = option_at(c, i)) && option->letter != answer; i++)
		continue;
	return option;
}

static const char *
base_name(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? slash + 1 : path ? path : "wirecopy";
}

void
command_parse(struct command *c, int argc, char **argv)
{
	struct option longs[OPTIONS_LIMIT + 1] = { { 0 } };
	char shorts[3 * OPTIONS_LIMIT + 2] = "";
	struct command_given **last = &c->given;
	int answer;

	c->diag->program = base_name(argv[0]);
	c->limit_input = LIMIT_INPUT;
	c->limit_time = LIMIT_SECONDS;
	if (BEFORE + c->option_count + BEHIND > OPTIONS_LIMIT)
		fail(c->diag, STATUS_BUG, nowhere, "too many options");
	make_tables(c, longs, shorts);
	opterr = 0;
	while ((answer = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (answer == '?' || answer == ':')
			fail(c->diag, STATUS_USAGE, nowhere, "%s%s; %s --help says more", argv[optind - 1],
				answer == '?' ? ": no such option" : " wants a value", c->diag->program);
		*last = ARENA_NEW(c->arena, struct command_given);
		**last = (struct command_given){ NULL, option_of(c, answer), optarg };
		(*last)->option->set(c, optarg);
		last = &(*last)->next;
	}
	c->operand = argv + optind;
	c->operand_count = (size_t)(argc - optind);
}
