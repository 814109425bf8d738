#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "io.h"

enum { NAME_LIMIT = 255 };

/* What the child sends before each file; one without a name is the main output. Both ends are one program. */
struct frame {
	size_t name, bytes;
};

/* What the parent knows of where things go. */
struct targets {
	struct diag *diag;
	const char *path; /* NULL: standard output */
	const char *folder_name;
	int folder; /* descriptor, -1 for none */
};

static const struct place nowhere = { 0 };

static _Noreturn void
cannot(struct diag *diag, enum status status, const char *what, const char *name, int error)
{
	fail(diag, status, nowhere, "cannot %s %s: %s", what, name, strerror(error));
}

bool
output_name_valid(struct str name)
{
	if (name.n == 0 || name.n > NAME_LIMIT || name.p[0] == '.')
		return false;
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ' || name.p[i] == 0x7F || name.p[i] == '/')
			return false;
	return true;
}

static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* A temporary file beside the real one, so that rename(2) works. Its name is for the caller to free. */
static int
create_beside(int folder, const char *name, char **temporary)
{
	const char *slash = strrchr(name, '/');
	int directory = slash ? (int)(slash - name) + 1 : 0, fd;
	size_t size = (size_t)directory + sizeof(".wirecopy..") + 2 * 3 * sizeof(long);
	unsigned n = 0;

	*temporary = mem_alloc(size);
	do {
		snprintf(*temporary, size, "%.*s.wirecopy.%ld.%u", directory, name, (long)getpid(), n++);
		fd = openat(folder, *temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	} while (fd < 0 && errno == EEXIST);
	return fd;
}

/* Signals wait until the file is in place or gone again, so that none leaves a temporary file behind. */
static void
put_in_place(struct diag *diag, int folder, const char *name, struct str bytes)
{
	sigset_t all, before;
	struct stat old;
	char *temporary;
	int fd;
	bool well;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	fd = create_beside(folder, name, &temporary);
	if (fd < 0)
		cannot(diag, STATUS_CREATE, "create", name, errno);
	well = fchmod(fd, fstatat(folder, name, &old, 0) == 0 ? old.st_mode & 07777 : usual_mode()) == 0;
	well = well && io_put(fd, bytes) == 0 && fsync(fd) == 0;
	well = close(fd) == 0 && well;
	well = well && renameat(folder, temporary, folder, name) == 0;
	if (!well) {
		int error = errno;

		unlinkat(folder, temporary, 0);
		cannot(diag, STATUS_IO, "write", name, error);
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
		cannot(diag, STATUS_CREATE, "create", path, errno);
	io_write(diag, fd, path, bytes);
	close(fd);
}

static void
write_standard(struct diag *diag, struct str bytes)
{
	io_write(diag, STDOUT_FILENO, "standard output", bytes);
	if (close(STDOUT_FILENO) != 0)
		cannot(diag, STATUS_IO, "write", "standard output", errno);
}

/* The main output; a symbolic link stays one, and what it leads to is replaced. */
static void
put_main(const struct targets *t, struct str bytes)
{
	char *real;

	if (!t->path) {
		write_standard(t->diag, bytes);
	} else if (is_special(t->path)) {
		write_special(t->diag, t->path, bytes);
	} else {
		real = realpath(t->path, NULL);
		put_in_place(t->diag, AT_FDCWD, real ? real : t->path, bytes);
		free(real);
	}
}

bool
output_holds(int fd, struct str bytes)
{
	char part[16 * 1024];
	struct stat is;
	ssize_t got = 0;

	if (fstat(fd, &is) != 0 || !S_ISREG(is.st_mode) || (size_t)is.st_size != bytes.n)
		return false;
	while (bytes.n > 0) {
		got = read(fd, part, sizeof(part));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || (size_t)got > bytes.n || memcmp(part, bytes.p, (size_t)got) != 0)
			return false;
		bytes = str_sub(bytes, (size_t)got, bytes.n);
	}
	return true;
}

/* The same file may be there already, by an earlier run. Another one is not replaced: its name came out of an input. */
static bool
is_there(const struct targets *t, const char *name, struct str bytes)
{
	int fd = openat(t->folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool same = fd >= 0 && output_holds(fd, bytes);

	if (fd < 0 && errno == ENOENT)
		return false;
	if (!same)
		fail(t->diag, STATUS_CREATE, nowhere, "%s/%s is there already, and another file", t->folder_name, name);
	close(fd);
	return true;
}

static void
put_file(const struct targets *t, struct str name, struct str bytes, bool try)
{
	char path[NAME_LIMIT + 1] = "";

	if (t->folder < 0 || !output_name_valid(name))
		fail(t->diag, STATUS_BUG, nowhere, "no name for a file: %.*s", STR_FMT(name));
	memcpy(path, name.p, name.n);
	if (!is_there(t, path, bytes) && !try)
		put_in_place(t->diag, t->folder, path, bytes);
}

/* Everything that was sent; to try is to look whether the names are free. */
static void
put_all(const struct targets *t, struct str sent, bool try)
{
	struct frame frame;

	while (sent.n > 0) {
		struct str name, bytes;

		memcpy(&frame, sent.p, sizeof(frame));
		name = str_sub(sent, sizeof(frame), sizeof(frame) + frame.name);
		bytes = str_sub(sent, sizeof(frame) + frame.name, sizeof(frame) + frame.name + frame.bytes);
		sent = str_sub(sent, sizeof(frame) + frame.name + frame.bytes, sent.n);
		if (name.n > 0)
			put_file(t, name, bytes, try);
		else if (!try)
			put_main(t, bytes);
	}
}

static _Noreturn void
wait_and_put(const struct targets *t, int from, pid_t child)
{
	struct buf sent = { 0 };
	int state;

	io_receive(t->diag, from, &sent);
	while (waitpid(child, &state, 0) < 0 && errno == EINTR)
		continue;
	if (!WIFEXITED(state))
		fail(t->diag, STATUS_BUG, nowhere, "ended by signal %d; nothing is written", WTERMSIG(state));
	if (WEXITSTATUS(state) < STATUS_USAGE) {
		put_all(t, buf_str(&sent), true);
		put_all(t, buf_str(&sent), false);
	}
	_exit(WEXITSTATUS(state));
}

static int
open_folder(struct diag *diag, const char *folder)
{
	int fd;

	if (!folder)
		return -1;
	if (mkdir(folder, 0777) != 0 && errno != EEXIST)
		cannot(diag, STATUS_CREATE, "create", folder, errno);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		cannot(diag, STATUS_CREATE, "open", folder, errno);
	return fd;
}

void
output_open(struct output *out, struct diag *diag, const char *path, const char *folder)
{
	const struct targets t = { diag, path, folder, open_folder(diag, folder) };
	int ends[2];
	pid_t child;

	*out = (struct output){ diag, STDOUT_FILENO, path || folder };
	if (!out->caught)
		return;
	if (pipe(ends) != 0 || (child = fork()) < 0)
		fail(diag, STATUS_IO, nowhere, "cannot start: %s", strerror(errno));
	if (child > 0) {
		close(ends[1]);
		wait_and_put(&t, ends[0], child);
	}
	close(ends[0]);
	if (t.folder >= 0)
		close(t.folder);
	out->fd = ends[1];
}

static void
send_frame(struct output *out, struct str name, struct str bytes)
{
	const struct frame frame = { name.n, bytes.n };

	io_write(out->diag, out->fd, "to the parent", (struct str){ (const char *)&frame, sizeof(frame) });
	io_write(out->diag, out->fd, "to the parent", name);
	io_write(out->diag, out->fd, "to the parent", bytes);
}

void
output_file(struct output *out, struct str name, struct str bytes)
{
	send_frame(out, name, bytes);
}

void
output_main(struct output *out, struct str bytes)
{
	if (out->caught)
		send_frame(out, STR_NONE, bytes);
	else
		write_standard(out->diag, bytes);
}
