#include "batch/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static void
add(struct inputs *in, const char *path, bool found)
{
	if (in->n == in->room) {
		in->room = in->room ? 2 * in->room : 64;
		in->input = mem_grow(in->input, in->room * sizeof(*in->input));
	}
	in->input[in->n++] = (struct input){ arena_cstr(&in->arena, str_of(path)), found };
}

void
inputs_add(struct inputs *in, const char *path)
{
	add(in, path, false);
}

/* One read of so many bytes at most; what read(2) gives. */
static ssize_t
read_some(int fd, size_t n, struct buf *bytes)
{
	char *room = buf_room(bytes, n);
	ssize_t got;

	do
		got = read(fd, room, n);
	while (got < 0 && errno == EINTR);
	bytes->n += got > 0 ? (size_t)got : 0;
	return got;
}

bool
inputs_add_list(struct inputs *in, const char *list)
{
	bool standard = strcmp(list, "-") == 0, well;
	int fd = standard ? STDIN_FILENO : open(list, O_RDONLY | O_CLOEXEC);
	struct buf bytes = { 0 };
	ssize_t got;

	if (fd < 0)
		return false;
	while ((got = read_some(fd, CHUNK, &bytes)) > 0)
		continue;
	well = got == 0;
	buf_char(&bytes, '\0');
	for (size_t at = 0; well && at < bytes.n; at += strlen(bytes.p + at) + 1)
		if (bytes.p[at])
			inputs_add(in, bytes.p + at);
	buf_free(&bytes);
	if (!standard)
		close(fd);
	return well;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(((const struct input *)a)->path, ((const struct input *)b)->path);
}

/* The names in a folder, sorted; an unreadable folder stays as an input, and is reported as one. */
static bool
list_folder(const char *path, struct inputs *in)
{
	DIR *d = opendir(path);
	const struct dirent *e;

	if (!d)
		return false;
	while ((e = readdir(d))) {
		struct str name;

		if (e->d_name[0] == '.')
			continue;
		name = arena_printf(&in->arena, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", e->d_name);
		add(in, name.p, true);
	}
	closedir(d);
	if (in->n > 0)
		qsort(in->input, in->n, sizeof(*in->input), by_bytes);
	return true;
}

static bool
is_folder(const struct input *input)
{
	struct stat is;

	return (input->found ? lstat(input->path, &is) : stat(input->path, &is)) == 0 && S_ISDIR(is.st_mode);
}

/* A stack of what is still to look at: the next one is the last. */
static void
push_reversed(struct inputs *stack, const struct inputs *these)
{
	for (size_t i = these->n; i > 0; i--)
		add(stack, these->input[i - 1].path, these->input[i - 1].found);
}

void
inputs_expand(struct inputs *in)
{
	struct inputs stack = { 0 }, all = { 0 };

	push_reversed(&stack, in);
	while (stack.n > 0) {
		const struct input next = stack.input[--stack.n];
		struct inputs inside = { 0 };

		if (is_folder(&next) && list_folder(next.path, &inside))
			push_reversed(&stack, &inside);
		else
			add(&all, next.path, next.found);
		inputs_free(&inside);
	}
	inputs_free(&stack);
	inputs_free(in);
	*in = all;
}

void
inputs_free(struct inputs *in)
{
	arena_free(&in->arena);
	free(in->input);
	*in = (struct inputs){ 0 };
}

enum input_state
input_open(const struct input *input, struct input_file *f)
{
	struct stat is;

	f->fd = open(input->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (input->found ? O_NOFOLLOW : 0));
	if (f->fd < 0)
		return input->found && errno == ELOOP ? INPUT_LINK : INPUT_ERROR;
	if (fstat(f->fd, &is) == 0 && S_ISREG(is.st_mode)) {
		f->size = (size_t)is.st_size;
		return INPUT_READ;
	}
	close(f->fd);
	return INPUT_NO_FILE;
}

/* No more than there is: what is made room for lives as long as the document. */
bool
input_read_some(const struct input_file *f, struct buf *bytes)
{
	size_t left = f->size > bytes->n ? f->size - bytes->n : 0;

	return read_some(f->fd, left > 0 && left < CHUNK ? left : CHUNK, bytes) >= 0;
}

/* Its end is where its size says; what has no size, or grows, is read until nothing comes. */
enum input_state
input_read_rest(const struct input_file *f, size_t limit, struct buf *bytes)
{
	while (bytes->n != f->size || bytes->n == 0) {
		size_t before = bytes->n;

		if (bytes->n > limit)
			break;
		if (!input_read_some(f, bytes))
			return INPUT_ERROR;
		if (bytes->n == before)
			break;
	}
	return bytes->n > limit ? INPUT_LARGE : bytes->n == 0 ? INPUT_EMPTY : INPUT_READ;
}

enum input_state
input_read(const struct input *input, size_t limit, struct buf *bytes)
{
	struct input_file f;
	enum input_state state = input_open(input, &f);
	int error;

	if (state != INPUT_READ)
		return state;
	state = input_read_rest(&f, limit, bytes);
	error = errno;
	close(f.fd);
	errno = error;
	return state;
}

struct str
input_why(struct arena *a, enum input_state state, int error)
{
	switch (state) {
	case INPUT_EMPTY:
		return STR("the input is empty");
	case INPUT_LARGE:
		return STR("more bytes than --limit-input allows");
	case INPUT_LINK:
		return STR("a symbolic link: it is not followed");
	case INPUT_NO_FILE:
		return STR("this is no file");
	case INPUT_ERROR:
		return arena_printf(a, "cannot read: %s", strerror(error));
	case INPUT_READ:
		break;
	}
	return STR_NONE;
}
