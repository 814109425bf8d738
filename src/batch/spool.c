#include "batch/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "batch/packing.h"
#include "batch/wire.h"
#include "io.h"

enum {
	CHUNK = 256 * 1024,	  /* is written at once */
	WINDOW = 1024 * 1024,	  /* is read at once, */
	WINDOW_BACK = 256 * 1024 /* so much of it in front: outputs stand nearly in the order of their inputs */
};

/* One frame. */
struct spool_entry {
	uint64_t at;
	size_t n; /* bytes of the frame */
	size_t size;
	uint32_t crc;
	bool packed; /* in the archive already */
};

/* Which document an entry belongs to. */
struct spool_place {
	size_t number;
	uint32_t order; /* among all places */
	uint32_t entry;
};

/* Bytes of the file that are in memory. */
struct window {
	struct buf bytes;
	uint64_t at;
};

static const struct place nowhere = { 0 };

static _Noreturn void
fail_writing(const struct spool *s, int error)
{
	fail(s->diag, STATUS_IO, nowhere, "cannot write %s: %s", s->name, strerror(error));
}

/* n bytes from there on, borrowed until the next call; fewer where the file ends. */
static struct str
read_at(const struct spool *s, struct window *w, uint64_t at, size_t n)
{
	struct str there = at >= w->at && at - w->at <= w->bytes.n ? str_sub(buf_str(&w->bytes), (size_t)(at - w->at), w->bytes.n) : STR_NONE;
	size_t want = n + WINDOW_BACK > WINDOW ? n + WINDOW_BACK : WINDOW;
	ssize_t got;

	if (there.n >= n)
		return str_sub(there, 0, n);
	w->at = at > WINDOW_BACK ? at - WINDOW_BACK : 0;
	buf_clear(&w->bytes);
	while (w->bytes.n < want) {
		got = pread(s->fd, buf_room(&w->bytes, want - w->bytes.n), want - w->bytes.n, (off_t)(w->at + w->bytes.n));
		if (got <= 0)
			break;
		w->bytes.n += (size_t)got;
	}
	there = str_sub(buf_str(&w->bytes), (size_t)(at - w->at), w->bytes.n);
	return str_sub(there, 0, n);
}

static void
put_frame(struct buf *frame, struct str path, const struct packed *output)
{
	struct buf head = { 0 };

	wire_begin(&head);
	wire_number(&head, output->size);
	wire_number(&head, output->crc);
	wire_number(&head, output->deflated);
	wire_str(&head, path);
	wire_number(&head, output->bytes.n);
	wire_end(&head, output->bytes.n);
	buf_add(frame, buf_str(&head));
	buf_add(frame, output->bytes);
	buf_free(&head);
}

/* The frame that stands there; false where none stands whole. */
static bool
get_frame(const struct spool *s, struct window *w, uint64_t at, struct str *path, struct packed *output)
{
	struct str frame = read_at(s, w, at, WIRE_HEAD);
	uint64_t size = wire_size(frame);
	struct wire in = { 0 };

	if (size == 0 || size > s->size || at > s->size - size)
		return false;
	frame = read_at(s, w, at, (size_t)size);
	if (frame.n < size)
		return false;
	in.rest = str_sub(frame, WIRE_HEAD, frame.n);
	*output = (struct packed){ .size = wire_get_number(&in) };
	output->crc = (uint32_t)wire_get_less(&in, (uint64_t)UINT32_MAX + 1);
	output->deflated = wire_get_less(&in, 2);
	*path = wire_get_str(&in);
	output->bytes = wire_get_str(&in);
	return !in.wrong && in.rest.n == 0 && path->n > 0;
}

static size_t
add_entry(struct spool *s, struct str path, const struct packed *output, uint64_t at, size_t n)
{
	if (s->entries == s->entries_room) {
		s->entries_room = s->entries_room ? 2 * s->entries_room : 1024;
		s->entry = mem_grow(s->entry, s->entries_room * sizeof(*s->entry));
	}
	s->entry[s->entries++] = (struct spool_entry){ .at = at, .n = n, .size = output->size, .crc = output->crc };
	*names_value(&s->paths, path) = s->entries;
	return s->entries;
}

static void
add_place(struct spool *s, size_t number, size_t entry)
{
	if (s->places == s->places_room) {
		s->places_room = s->places_room ? 2 * s->places_room : 1024;
		s->place = mem_grow(s->place, s->places_room * sizeof(*s->place));
	}
	s->place[s->places] = (struct spool_place){ number, (uint32_t)s->places, (uint32_t)entry - 1 };
	s->places++;
}

/* Finds what an earlier run has left; what a kill has cut off is cut off here too. */
static void
scan(struct spool *s)
{
	struct window w = { 0 };
	struct packed output;
	struct str path;
	uint64_t at = 0;

	while (get_frame(s, &w, at, &path, &output) && packed_is_sound(&output)) {
		size_t n = (size_t)(output.bytes.p + output.bytes.n - (w.bytes.p + (at - w.at)));

		add_entry(s, path, &output, at, n);
		at += n;
	}
	s->size = at;
	buf_free(&w.bytes);
}

void
spool_open(struct spool *s, struct diag *diag, const char *archive, bool resume, struct arena *a)
{
	struct stat is;

	*s = (struct spool){ .diag = diag, .archive = archive, .zip = str_ends(str_of(archive), STR(".zip")) };
	s->name = arena_printf(a, "%s.wirecopy", archive).p;
	s->fd = open(s->name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (s->fd < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot create %s: %s", s->name, strerror(errno));
	if (!io_lock(s->fd))
		fail(diag, STATUS_CREATE, nowhere, "another batch is at work with %s", s->name);
	if (resume && fstat(s->fd, &is) == 0) {
		s->size = (uint64_t)is.st_size;
		scan(s);
	}
	if (ftruncate(s->fd, (off_t)s->size) != 0 || lseek(s->fd, 0, SEEK_END) < 0)
		fail_writing(s, errno);
}

void
spool_flush(struct spool *s)
{
	int error = io_put(s->fd, buf_str(&s->waiting));

	if (error)
		fail_writing(s, error);
	buf_clear(&s->waiting);
}

void
spool_put(struct spool *s, size_t number, struct str path, const struct packed *output)
{
	size_t before = s->waiting.n, n;

	put_frame(&s->waiting, path, output);
	n = s->waiting.n - before;
	add_place(s, number, add_entry(s, path, output, s->size, n));
	s->size += n;
	if (s->waiting.n >= CHUNK)
		spool_flush(s);
}

bool
spool_add(struct spool *s, size_t number, struct str path, const struct packed *output)
{
	size_t there = names_known(&s->paths, path);

	if (there == 0)
		spool_put(s, number, path, output);
	else
		add_place(s, number, there);
	return there == 0 || (s->entry[there - 1].size == output->size && s->entry[there - 1].crc == output->crc);
}

bool
spool_has(const struct spool *s, struct str path, long size)
{
	size_t there = names_known(&s->paths, path);

	return there > 0 && (size < 0 || s->entry[there - 1].size == (size_t)size);
}

void
spool_take(struct spool *s, size_t number, struct str path)
{
	add_place(s, number, names_known(&s->paths, path));
}

static int
by_number(const void *a, const void *b)
{
	const struct spool_place *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return one->order < other->order ? -1 : 1;
}

/* An image of several documents is one file. */
static int
pack_entries(struct spool *s, struct packing *out)
{
	struct window w = { 0 };
	struct packed output;
	struct str path;
	int error = 0;

	for (size_t i = 0; i < s->places && !error; i++) {
		struct spool_entry *e = &s->entry[s->place[i].entry];

		if (e->packed)
			continue;
		e->packed = true;
		error = get_frame(s, &w, e->at, &path, &output) ? packing_add(out, path, &output) : EIO;
	}
	buf_free(&w.bytes);
	return error;
}

int
spool_pack(struct spool *s)
{
	struct packing out;
	struct arena a = { 0 };
	const char *making = arena_printf(&a, "%s.new", s->archive).p;
	int fd = open(making, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), error = errno;

	spool_flush(s);
	if (fd >= 0) {
		if (s->places > 0)
			qsort(s->place, s->places, sizeof(*s->place), by_number);
		packing_begin(&out, fd, s->zip);
		error = pack_entries(s, &out);
		if (!error)
			error = packing_end(&out);
		if (!error && (fsync(fd) != 0 || close(fd) != 0 || rename(making, s->archive) != 0))
			error = errno;
		if (error)
			unlink(making);
	}
	arena_free(&a);
	return error;
}

void
spool_clear(struct spool *s)
{
	unlink(s->name);
	close(s->fd);
	names_free(&s->paths);
	buf_free(&s->waiting);
	free(s->entry);
	free(s->place);
}
