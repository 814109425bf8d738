/* What the kernel lets a program do behind sandbox_enter(). Each try runs in a child of its own. */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"

#include "base/diag.h"

static int
try_open(void)
{
	return open("/etc/hostname", O_RDONLY) < 0 ? errno : 0;
}

static int
try_create(void)
{
	return open("/tmp/wirecopy-sandbox", O_WRONLY | O_CREAT | O_EXCL, 0600) < 0 ? errno : 0;
}

static int
try_unlink(void)
{
	return unlink("/nonexistent") < 0 ? errno : 0;
}

static int
try_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int
try_exec(void)
{
	char *argv[] = { (char *)"true", NULL };

	execv("/bin/true", argv);
	return errno;
}

static int
try_fork(void)
{
	return fork() < 0 ? errno : 0;
}

static int
try_signal(void)
{
	return kill(getppid(), 0) < 0 ? errno : 0;
}

/* What a filter does: allocate a little and a lot, read, write. */
static int
try_work(void)
{
	static volatile size_t megabytes = 64;
	char *small = malloc(100), *large = malloc(megabytes << 20), c = 'x';
	int ends[2] = { STDIN_FILENO, STDOUT_FILENO };

	if (!small || !large)
		return ENOMEM;
	memset(large, 1, megabytes << 20);
	free(small);
	free(large);
	return read(ends[0], &c, 0) < 0 || write(ends[1], &c, 0) < 0 ? errno : 0;
}

/* More processor time than in_sandbox() allows. */
static int
try_forever(void)
{
	static volatile unsigned long turns;

	close(STDERR_FILENO);
	for (;;)
		turns++;
	return 0;
}

enum { DIES = -1 };

static const struct {
	const char *name;
	int (*try)(void);
	int want; /* the error, or DIES: the kernel ends the program */
} tries[] = {
	{ "allocating, reading and writing go on", try_work, 0 },
	{ "opening a file fails", try_open, EACCES },
	{ "creating a file fails", try_create, EACCES },
	{ "removing a file fails", try_unlink, ENOSYS },
	{ "sending a signal fails", try_signal, ENOSYS },
	{ "a socket ends the program", try_socket, DIES },
	{ "starting a program ends it", try_exec, DIES },
	{ "and so does a fork", try_fork, DIES },
	{ "what takes too long ends with the status of bad data", try_forever, STATUS_DATA },
};

/* The error that a try met, DIES, or 999 when neither was seen. */
static int
in_sandbox(int (*try)(void))
{
	pid_t child;
	int state;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		sandbox_limit_time(1);
		if (!sandbox_enter())
			_exit(99);
		_exit(try());
	}
	if (child < 0 || waitpid(child, &state, 0) != child)
		return 999;
	if (WIFSIGNALED(state))
		return WTERMSIG(state) == SIGSYS ? DIES : 999;
	return WEXITSTATUS(state);
}

int
main(void)
{
	struct tap t = { 0 };

	if (strcmp(sandbox_name(), "seccomp") != 0) {
		printf("1..0 # SKIP built without seccomp\n");
		return 0;
	}
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++)
		is_number(&t, in_sandbox(tries[i].try), tries[i].want, tries[i].name);
	return done(&t);
}
