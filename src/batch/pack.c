#include "batch/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "batch/packing.h"
#include "batch/names.h"

enum { CHUNK = 256 * 1024 };

const char *
pack_open(struct pack *p, const char *out, struct arena *a)
{
	bool zip = str_ends(str_of(out), STR(".zip"));

	*p = (struct pack){ .folder = out, .zip = zip };
	if (zip || str_ends(str_of(out), STR(".tar"))) {
		p->archive = out;
		p->folder = arena_printf(a, "%s.wirecopy", out).p;
	}
	return p->folder;
}

void
pack_note(struct pack *p, size_t number, struct str path)
{
	if (!p->archive)
		return;
	if (p->n == p->room) {
		p->room = p->room ? 2 * p->room : 1024;
		p->file = mem_grow(p->file, p->room * sizeof(*p->file));
	}
	p->file[p->n] = (struct pack_file){ number, p->n, arena_str(&p->arena, path) };
	p->n++;
}

static int
by_number(const void *a, const void *b)
{
	const struct pack_file *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return one->order < other->order ? -1 : 1;
}

static int
read_file(int folder, const char *path, struct buf *bytes)
{
	int fd = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC), error = 0;
	ssize_t got;

	if (fd < 0)
		return errno;
	buf_clear(bytes);
	while ((got = read(fd, buf_room(bytes, CHUNK), CHUNK)) > 0)
		bytes->n += (size_t)got;
	error = got < 0 ? errno : 0;
	close(fd);
	return error;
}

static int
add_files(struct pack *p, struct packing *out, int folder)
{
	struct names seen = { 0 }; /* an image of several documents is one file */
	struct buf bytes = { 0 };
	int error = 0;

	for (size_t i = 0; i < p->n && !error; i++) {
		struct str path = p->file[i].path;

		if (!names_take(&seen, path))
			continue;
		error = read_file(folder, arena_cstr(&p->arena, path), &bytes);
		if (!error)
			error = packing_add(out, path, buf_str(&bytes));
	}
	buf_free(&bytes);
	names_free(&seen);
	return error;
}

int
pack_all(struct pack *p, int folder)
{
	struct packing out;
	const char *making;
	int fd, error;

	if (!p->archive)
		return 0;
	qsort(p->file, p->n, sizeof(*p->file), by_number);
	making = arena_printf(&p->arena, "%s.new", p->archive).p;
	fd = open(making, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	packing_begin(&out, fd, p->zip);
	error = add_files(p, &out, folder);
	if (!error)
		error = packing_end(&out);
	if (!error && (fsync(fd) != 0 || close(fd) != 0 || rename(making, p->archive) != 0))
		error = errno;
	if (error)
		unlink(making);
	return error;
}

/* Files, and then the folders that became empty by it: all that a batch has put there. */
void
pack_clear(struct pack *p)
{
	if (!p->archive)
		return;
	for (size_t i = 0; i < p->n; i++) {
		char *path = arena_cstr(&p->arena, arena_printf(&p->arena, "%s/%.*s", p->folder, STR_FMT(p->file[i].path)));
		char *slash;

		unlink(path);
		while ((slash = strrchr(path, '/')) && slash > path + strlen(p->folder)) {
			*slash = '\0';
			if (rmdir(path) != 0)
				break;
		}
	}
	rmdir(p->folder);
	free(p->file);
	arena_free(&p->arena);
}
