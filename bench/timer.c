/*
 * Times commands side by side: in every round each command runs once, so that
 * whatever else the machine does falls on all of them alike.
 *
 *	timer ROUNDS < plan > figures
 *
 * A line of the plan is NAME<tab>INPUT<tab>COMMAND: COMMAND's words are parted
 * by blanks, without quoting; " | " parts the commands of a pipe. Its first
 * reads the file INPUT, its last writes to nowhere.
 *
 * A line of the figures is NAME, the median of the wall time, the median of the
 * processor time (both in microseconds; the sum over a pipe) and the greatest
 * resident set in kB of any command of it. NAME - - - where it failed once.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ENTRIES = 64, WORDS = 64, STAGES = 8, ROUNDS = 1000, LINE = 4096 };

struct entry {
	char line[LINE];
	const char *name, *input;
	char *words[WORDS]; /* of all commands; NULL after each */
	char **stages[STAGES];
	size_t stage_count;
	double wall[ROUNDS], processor[ROUNDS];
	long resident;
	bool failed;
};

extern char **environ;

static void
die(const char *what)
{
	fprintf(stderr, "timer: %s: %s\n", what, strerror(errno));
	exit(1);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double
microseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e6 + (double)t.tv_usec;
}

/* One line of the plan. False where it is none or does not fit. */
static bool
entry_parse(struct entry *e)
{
	size_t n = 0;
	char *tab = strchr(e->line, '\t'), *second = tab ? strchr(tab + 1, '\t') : NULL;

	if (!second)
		return false;
	*tab = *second = '\0';
	e->name = e->line;
	e->input = tab + 1;
	e->stages[e->stage_count++] = e->words;
	for (char *word = strtok(second + 1, " \n"); word; word = strtok(NULL, " \n")) {
		bool pipe = strcmp(word, "|") == 0;

		if (n + 2 >= WORDS || e->stage_count == STAGES)
			return false;
		e->words[n++] = pipe ? NULL : word;
		if (pipe)
			e->stages[e->stage_count++] = &e->words[n];
	}
	return n > 0;
}

/* Starts a command that reads `in` and writes to `out`. */
static pid_t
start(char **words, int in, int out)
{
	posix_spawn_file_actions_t files;
	pid_t pid = -1;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	errno = posix_spawnp(&pid, words[0], &files, NULL, words, environ);
	if (errno != 0)
		die(words[0]);
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

/* Starts all commands of a pipe. */
static void
start_all(const struct entry *e)
{
	int in = open(e->input, O_RDONLY | O_CLOEXEC);

	if (in < 0)
		die(e->input);
	for (size_t i = 0; i < e->stage_count; i++) {
		int ends[2] = { -1, -1 };
		bool last = i + 1 == e->stage_count;

		if (last)
			ends[1] = open("/dev/null", O_WRONLY | O_CLOEXEC);
		else if (pipe(ends) == 0)
			fcntl(ends[0], F_SETFD, FD_CLOEXEC), fcntl(ends[1], F_SETFD, FD_CLOEXEC);
		if (ends[1] < 0)
			die("pipe");
		start(e->stages[i], in, ends[1]);
		close(in);
		close(ends[1]);
		in = ends[0];
	}
}

static void
run(struct entry *e, size_t round)
{
	double begun = now();

	start_all(e);
	for (size_t i = 0; i < e->stage_count; i++) {
		struct rusage used;
		int status;

		if (wait4(-1, &status, 0, &used) < 0)
			die("wait4");
		e->failed |= status != 0;
		e->processor[round] += microseconds(used.ru_utime) + microseconds(used.ru_stime);
		if (used.ru_maxrss > e->resident)
			e->resident = used.ru_maxrss;
	}
	e->wall[round] = now() - begun;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *values, size_t n)
{
	qsort(values, n, sizeof(*values), compare);
	return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

int
main(int argc, char **argv)
{
	static struct entry entries[ENTRIES];
	size_t count = 0, rounds = argc == 2 ? strtoul(argv[1], NULL, 10) : 0;

	if (rounds == 0 || rounds > ROUNDS) {
		fprintf(stderr, "usage: timer ROUNDS < plan\n");
		return 64;
	}
	while (count < ENTRIES && fgets(entries[count].line, LINE, stdin))
		if (!entry_parse(&entries[count++])) {
			fprintf(stderr, "timer: line %zu of the plan is none\n", count);
			return 65;
		}
	for (size_t round = 0; round < rounds; round++)
		for (size_t i = 0; i < count; i++)
			run(&entries[i], round);
	for (struct entry *e = entries; e < entries + count; e++)
		if (e->failed)
			printf("%s - - -\n", e->name);
		else
			printf("%s %.0f %.0f %ld\n", e->name, median(e->wall, rounds), median(e->processor, rounds), e->resident);
	return 0;
}
