#include "batch/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "io.h"
#include "output.h"

static const struct place nowhere = { 0 };
static const char made_name[] = "output"; /* in it: there is one at a time */

static int
open_directory(int at, const char *name)
{
	return openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void
folder_open(struct folder *f, struct diag *diag, const char *name)
{
	*f = (struct folder){ .name = name, .fd = -1, .making = -1 };
	if (mkdir(name, 0777) != 0 && errno != EEXIST)
		fail(diag, STATUS_CREATE, nowhere, "cannot create %s: %s", name, strerror(errno));
	f->fd = open_directory(AT_FDCWD, name);
	if (f->fd < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot write into %s: %s", name, strerror(errno));
}

void
folder_begin(struct folder *f, struct diag *diag, char kind, uint64_t owner)
{
	snprintf(f->making_name, sizeof(f->making_name), ".wirecopy.%c%llu", kind, (unsigned long long)owner);
	if ((mkdirat(f->fd, f->making_name, 0700) != 0 && errno != EEXIST) ||
		(f->making = open_directory(f->fd, f->making_name)) < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot write into %s: %s", f->name, strerror(errno));
}

/* The folders above the file. */
static int
make_above(struct folder *f, char *path)
{
	char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) : 0;

	if (n == 0 || str_eq(buf_str(&f->last), (struct str){ path, n }))
		return 0;
	for (char *end = strchr(path, '/'); end; end = strchr(end + 1, '/')) {
		int made;

		*end = '\0';
		made = mkdirat(f->fd, path, 0777);
		*end = '/';
		if (made != 0 && errno != EEXIST)
			return errno;
	}
	buf_clear(&f->last);
	buf_add(&f->last, (struct str){ path, n });
	return 0;
}

static int
put(struct folder *f, char *path, struct str bytes)
{
	int fd, error = make_above(f, path);

	if (error)
		return error;
	fd = openat(f->making, made_name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	error = io_put(fd, bytes);
	if (close(fd) != 0 && !error)
		error = errno;
	if (!error && renameat(f->making, made_name, f->fd, path) != 0)
		error = errno;
	if (error)
		unlinkat(f->making, made_name, 0);
	return error;
}

int
folder_put(struct folder *f, struct str path, struct str bytes)
{
	struct arena a = { 0 };
	int error = put(f, arena_cstr(&a, path), bytes);

	arena_free(&a);
	return error;
}

int
folder_add(struct folder *f, struct str path, struct str bytes)
{
	struct arena a = { 0 };
	char *name = arena_cstr(&a, path);
	int fd = openat(f->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), error = 0;

	if (fd < 0 && errno == ENOENT)
		error = put(f, name, bytes);
	else if (fd < 0 || !output_holds(fd, bytes))
		error = EEXIST;
	if (fd >= 0)
		close(fd);
	arena_free(&a);
	return error;
}

int
folder_close(struct folder *f)
{
	int error = 0;

#ifdef __linux__
	if (syscall(SYS_syncfs, f->fd) != 0)
		error = errno;
#else
	sync();
#endif
	unlinkat(f->making, made_name, 0);
	close(f->making);
	unlinkat(f->fd, f->making_name, AT_REMOVEDIR);
	close(f->fd);
	buf_free(&f->last);
	return error;
}
