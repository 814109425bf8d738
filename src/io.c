#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

enum { CHUNK = 64 * 1024 };

static const struct place nowhere = { 0 };

/* After EAGAIN: a descriptor that somebody else made non-blocking. */
static void
wait_for(int fd, short events)
{
	struct pollfd p = { .fd = fd, .events = events };

	poll(&p, 1, -1);
}

/* One read that lasts until there are bytes, the end, or a real error. */
static ssize_t
read_some(int fd, char *to, size_t n)
{
	for (;;) {
		ssize_t got = read(fd, to, n);

		if (got >= 0 || (errno != EINTR && errno != EAGAIN))
			return got;
		if (errno == EAGAIN)
			wait_for(fd, POLLIN);
	}
}

void
io_read(struct diag *diag, const char *path, size_t limit, struct buf *bytes)
{
	bool standard = !path || strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0)
		fail(diag, STATUS_NO_INPUT, nowhere, "cannot open: %s", strerror(errno));
	while ((got = read_some(fd, buf_room(bytes, CHUNK), CHUNK)) > 0) {
		bytes->n += (size_t)got;
		if (bytes->n > limit)
			fail(diag, STATUS_DATA, nowhere, "more than %zu bytes (--limit-input allows more)", limit);
	}
	if (got < 0)
		fail(diag, STATUS_IO, nowhere, "cannot read: %s", strerror(errno));
	if (bytes->n == 0)
		fail(diag, STATUS_DATA, nowhere, "the input is empty");
	if (!standard)
		close(fd);
}

void
io_write(struct diag *diag, int fd, const char *name, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t done = write(fd, bytes.p, bytes.n);

		if (done > 0)
			bytes = (struct str){ bytes.p + done, bytes.n - (size_t)done };
		else if (done < 0 && errno == EAGAIN)
			wait_for(fd, POLLOUT);
		else if (done < 0 && errno != EINTR)
			fail(diag, STATUS_IO, nowhere, "cannot write %s: %s", name, strerror(errno));
	}
}

/* The temporary file stands beside the real one, so that rename(2) works. */
static char *
temporary_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t directory = slash ? (size_t)(slash - path) + 1 : 0;
	size_t size = strlen(path) + sizeof("..XXXXXX");
	char *name = mem_alloc(size);

	snprintf(name, size, "%.*s.%s.XXXXXX", (int)directory, path, path + directory);
	return name;
}

static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* Signals wait until the file is in place or gone again, so that none leaves a temporary file behind. */
static void
put_in_place(struct diag *diag, const char *path, struct str bytes)
{
	sigset_t all, before;
	char *temporary = temporary_name(path);
	struct stat old;
	int fd;
	bool well;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	fd = mkstemp(temporary);
	if (fd < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot create %s: %s", path, strerror(errno));
	well = fchmod(fd, stat(path, &old) == 0 ? old.st_mode & 07777 : usual_mode()) == 0;
	while (well && bytes.n > 0) {
		ssize_t done = write(fd, bytes.p, bytes.n);

		well = done > 0 || (done < 0 && errno == EINTR);
		if (done > 0)
			bytes = (struct str){ bytes.p + done, bytes.n - (size_t)done };
	}
	well = well && fsync(fd) == 0;
	well = close(fd) == 0 && well;
	well = well && rename(temporary, path) == 0;
	if (!well) {
		int error = errno;

		unlink(temporary);
		fail(diag, STATUS_IO, nowhere, "cannot write %s: %s", path, strerror(error));
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	free(temporary);
}

/*
 * What is there already under that name is another thing than a file (a
 * device, a pipe): it is written to, since a rename would put a file in its place.
 */
static bool
is_special(const char *path)
{
	struct stat old;

	return stat(path, &old) == 0 && !S_ISREG(old.st_mode);
}

static void
write_special(struct diag *diag, const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot create %s: %s", path, strerror(errno));
	io_write(diag, fd, path, bytes);
	close(fd);
}

/* Where a symbolic link leads, so that the link stays one. */
static const char *
target_of(const char *path)
{
	char *real = realpath(path, NULL);

	return real ? real : path;
}

static _Noreturn void
wait_and_put(struct diag *diag, const char *path, int from, pid_t child)
{
	struct buf bytes = { 0 };
	ssize_t got;
	int state;

	while ((got = read_some(from, buf_room(&bytes, CHUNK), CHUNK)) > 0)
		bytes.n += (size_t)got;
	while (waitpid(child, &state, 0) < 0 && errno == EINTR)
		continue;
	if (!WIFEXITED(state))
		fail(diag, STATUS_BUG, nowhere, "ended by signal %d; %s is as it was", WTERMSIG(state), path);
	if (WEXITSTATUS(state) == 0 && is_special(path))
		write_special(diag, path, buf_str(&bytes));
	else if (WEXITSTATUS(state) == 0)
		put_in_place(diag, target_of(path), buf_str(&bytes));
	_exit(WEXITSTATUS(state));
}

void
io_catch_output(struct diag *diag, const char *path)
{
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0 || (child = fork()) < 0)
		fail(diag, STATUS_IO, nowhere, "cannot start: %s", strerror(errno));
	if (child > 0) {
		close(ends[1]);
		wait_and_put(diag, path, ends[0], child);
	}
	close(ends[0]);
	if (dup2(ends[1], STDOUT_FILENO) < 0)
		fail(diag, STATUS_IO, nowhere, "cannot start: %s", strerror(errno));
	close(ends[1]);
}
