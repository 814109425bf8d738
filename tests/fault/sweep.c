/*
 * sweep PRELOAD FAULT STEP FILE PROGRAM [ARGUMENT...]: runs a program again and
 * again, each time with another call failing (fault.c), until all have failed;
 * with STEP above 1 every so manyth. FAULT is KIND:ERROR, with "+" behind it
 * when all later calls fail too. FILE is what -o names among the arguments, in
 * a folder of its own; "-": the output is standard output.
 *
 * The program may end well with the bytes that it gives without a fault, or
 * with a status of sysexits and a message, and then without any output of its
 * own. All else is printed; the status is 1 then. Last a line of sums.
 */
#define _GNU_SOURCE /* memfd_create() */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"

struct outcome {
	int state; /* as wait(2) has it */
	struct buf out, err;
};

struct sums {
	unsigned long whole, refused, bad;
};

static const char *preload, *file;
static char **program;

static _Noreturn void
die(const char *what)
{
	fprintf(stderr, "sweep: %s: %s\n", what, strerror(errno));
	exit(70);
}

static void
slurp(int fd, struct buf *bytes)
{
	ssize_t n;

	lseek(fd, 0, SEEK_SET);
	buf_clear(bytes);
	while ((n = read(fd, buf_room(bytes, 65536), 65536)) > 0)
		bytes->n += (size_t)n;
	close(fd);
}

static int
memory_file(const char *name)
{
	int fd = memfd_create(name, 0);

	if (fd < 0)
		die(name);
	return fd;
}

static void
run(const char *fault, struct outcome *o)
{
	int out = memory_file("out"), err = memory_file("err");
	pid_t child = fork();

	if (child < 0)
		die("fork");
	if (child == 0) {
		dup2(out, STDOUT_FILENO);
		dup2(err, STDERR_FILENO);
		close(out);
		close(err);
		setenv("FAULT", fault, 1);
		setenv("LD_PRELOAD", preload, 1);
		execv(program[0], program);
		_exit(127);
	}
	while (waitpid(child, &o->state, 0) < 0 && errno == EINTR)
		continue;
	slurp(out, &o->out);
	slurp(err, &o->err);
}

/* What -o left, in place of standard output; false when it left anything else. The folder is empty then. */
static bool
collect(struct outcome *o)
{
	const char *slash = strrchr(file, '/');
	char folder[4096], name[4096 + 256];
	bool clean = true;
	struct dirent *e;
	DIR *d;
	int fd = open(file, O_RDONLY);

	if (fd >= 0)
		slurp(fd, &o->out);
	snprintf(folder, sizeof(folder), "%.*s", (int)(slash - file), file);
	if (!(d = opendir(folder)))
		die(folder);
	while ((e = readdir(d))) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		clean = clean && strcmp(e->d_name, slash + 1) == 0;
		snprintf(name, sizeof(name), "%s/%s", folder, e->d_name);
		unlink(name);
	}
	closedir(d);
	return clean;
}

/* NULL, or what is wrong. Half of an output is none only where the output itself failed. */
static const char *
judge(const struct outcome *o, const struct outcome *good, bool partial, struct sums *sums)
{
	int status = WEXITSTATUS(o->state);

	if (WIFSIGNALED(o->state))
		return "ended by a signal";
	if (o->state == good->state) {
		sums->whole++;
		return str_eq(buf_str(&o->out), buf_str(&good->out)) ? NULL : "well, but with other bytes";
	}
	sums->refused++;
	if (status < 64 || status > 77 || status == 70)
		return "with a status that says nothing";
	if (o->err.n == 0 || o->err.p[o->err.n - 1] != '\n')
		return "without a message";
	if (o->out.n > 0 && !partial)
		return "with an output";
	return NULL;
}

/* A program and its child count each for itself. */
static unsigned long
count_of(const struct outcome *o, const char *fault)
{
	struct str rest = buf_str(&o->err), line;
	char key[40];
	unsigned long most = 0;

	snprintf(key, sizeof(key), "fault: %.*s ", (int)strcspn(fault, ":"), fault);
	while (str_next(&rest, '\n', &line)) {
		unsigned long n = str_starts(line, str_of(key)) ? strtoul(line.p + strlen(key), NULL, 10) : 0;

		most = n > most ? n : most;
	}
	return most;
}

static void
show(const char *fault, const char *why, const struct outcome *o)
{
	printf("# FAULT=%s: %s (status %d, signal %d): %.*s\n", fault, why, WEXITSTATUS(o->state),
		WIFSIGNALED(o->state) ? WTERMSIG(o->state) : 0, (int)(o->err.n > 200 ? 200 : o->err.n), o->err.p);
}

int
main(int argc, char **argv)
{
	struct outcome good = { 0 }, o = { 0 };
	struct sums sums = { 0 };
	bool on, named;
	unsigned long calls, step;

	if (argc < 6)
		die("usage: sweep PRELOAD FAULT STEP FILE PROGRAM [ARGUMENT...]");
	preload = argv[1];
	on = str_ends(str_of(argv[2]), STR("+"));
	step = strtoul(argv[3], NULL, 10);
	file = argv[4];
	program = argv + 5;
	named = strcmp(file, "-") != 0;
	run("count", &good);
	if (named)
		collect(&good);
	calls = count_of(&good, argv[2]);
	for (unsigned long n = 1; n <= calls; n += n < 4 ? 1 : step) {
		char fault[100];
		const char *why;
		bool clean;

		snprintf(fault, sizeof(fault), "%.*s:%lu%s", (int)(strlen(argv[2]) - on), argv[2], n, on ? "+" : "");
		run(fault, &o);
		clean = !named || collect(&o);
		why = clean ? judge(&o, &good, !named && strncmp(argv[2], "alloc", 5) != 0, &sums) : "with a file left over";
		if (why && ++sums.bad <= 20)
			show(fault, why, &o);
	}
	printf("%lu of %lu calls: %lu whole, %lu refused, %lu wrong\n", sums.whole + sums.refused, calls, sums.whole, sums.refused,
		sums.bad);
	return sums.bad > 0 || calls == 0;
}
