#include "batch/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/opener.h"
#include "batch/wire.h"

enum { CHUNK = 256 * 1024 };
static const uint64_t FRAME_LIMIT = (uint64_t)1 << 30; /* bytes; a member is less */

/* A container that is being opened. */
struct level {
	pid_t pid;
	int fd;
	struct buf in;
	size_t taken;	   /* of it: frames that were read */
	struct str member; /* its own way to here */
	struct str output;
	struct arena arena;
	struct buf bytes; /* a member's: in case it is a document after all */
};

struct source {
	struct diag *diag;
	const struct inputs *inputs;
	size_t next; /* input */
	size_t limit_input;
	struct charsets *charsets;
	struct level level[SOURCE_DEPTH];
	int depth; /* levels that are open */
	struct container_limits left; /* for what is still to be opened of the present file, however deep it stands */
};

static const struct place nowhere = { 0 };

void
source_document_free(struct source_document *d)
{
	arena_free(&d->arena);
	buf_free(&d->bytes);
}

struct source *
source_start(struct diag *diag, const struct inputs *inputs, size_t limit_input, struct charsets *charsets)
{
	struct source *s = mem_zeroed(sizeof(*s));

	*s = (struct source){ .diag = diag, .inputs = inputs, .limit_input = limit_input, .charsets = charsets };
	return s;
}

int
source_fd(const struct source *s)
{
	return s->depth > 0 ? s->level[s->depth - 1].fd : -1;
}

size_t
source_inputs_done(const struct source *s)
{
	return s->next - (s->depth > 0);
}

/* Starts the process that opens a container. The names are copied. */
static void
open_level(struct source *s, struct str bytes, bool mapped, enum container_kind kind, struct str member, struct str output)
{
	struct level *l = &s->level[s->depth++];
	int ends[2];

	*l = (struct level){ 0 };
	l->member = arena_str(&l->arena, member);
	l->output = arena_str(&l->arena, output);
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 || (l->pid = fork()) < 0)
		fail(s->diag, STATUS_IO, nowhere, "cannot start a process: %s", strerror(errno));
	if (l->pid == 0)
		opener_run(bytes, mapped, kind, s->charsets, &s->left, ends[1]);
	close(ends[1]);
	l->fd = ends[0];
	fcntl(l->fd, F_SETFL, O_NONBLOCK);
}

/* True when the process has ended as it should. */
static bool
close_level(struct source *s)
{
	struct level *l = &s->level[--s->depth];
	int state = 0;

	close(l->fd);
	while (waitpid(l->pid, &state, 0) < 0 && errno == EINTR)
		continue;
	buf_free(&l->in);
	buf_free(&l->bytes);
	arena_free(&l->arena);
	return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

static enum found
broken(struct source_document *d, struct str why)
{
	d->why = why;
	return FOUND_BROKEN;
}

/* Bytes that are in memory, of a file or of a member: a document, a container or neither. */
static enum found
sort_out(struct source *s, struct source_document *d, struct str type)
{
	struct kind kind = kind_of(str_sub(buf_str(&d->bytes), 0, SNIFF_ENOUGH), type);

	d->format = kind.format;
	if (kind.format)
		return FOUND_DOCUMENT;
	if (kind.container == CONTAINER_NONE) {
		d->why = arena_printf(&d->arena, "this is %s", kind.what);
		return FOUND_OTHER;
	}
	if (s->depth == SOURCE_DEPTH)
		return broken(d, STR("containers in each other, deeper than is opened"));
	open_level(s, buf_str(&d->bytes), false, kind.container, d->member, d->output);
	s->level[s->depth - 1].bytes = d->bytes;
	d->bytes = (struct buf){ 0 };
	return FOUND_AGAIN;
}

/* A file that is a container is not read, but mapped for the process that opens it. */
static bool
map_container(struct source *s, struct source_document *d, const struct input_file *f)
{
	struct kind kind = kind_of(str_sub(buf_str(&d->bytes), 0, SNIFF_ENOUGH), STR_NONE);
	void *map;

	if (kind.container == CONTAINER_NONE)
		return false;
	map = mmap(NULL, f->size, PROT_READ, MAP_PRIVATE, f->fd, 0);
	if (map == MAP_FAILED)
		return false;
	open_level(s, (struct str){ map, f->size }, true, kind.container, STR_NONE, d->output);
	munmap(map, f->size);
	return true;
}

/* What is known to be a document is read; what may be a container may be mapped instead, and is FOUND_AGAIN then. */
static enum found
read_file(struct source *s, struct source_document *d, const struct input *input, bool document)
{
	struct input_file f;
	enum input_state state = input_open(input, &f);
	int error = errno;
	bool mapped = false;

	if (state == INPUT_READ) {
		bool well = input_read_some(&f, &d->bytes);

		mapped = well && !document && map_container(s, d, &f);
		if (!mapped)
			state = well ? input_read_rest(&f, s->limit_input, &d->bytes) : INPUT_ERROR;
		error = errno;
		close(f.fd);
	}
	if (mapped)
		return FOUND_AGAIN;
	if (state == INPUT_READ)
		return document ? FOUND_DOCUMENT : sort_out(s, d, STR_NONE);
	d->unread = state == INPUT_ERROR;
	d->why = input_why(&d->arena, state, error);
	return state == INPUT_LINK || state == INPUT_NO_FILE ? FOUND_OTHER : FOUND_BROKEN;
}

static enum found
next_file(struct source *s, struct source_document *d)
{
	const struct input *input;

	if (s->next == s->inputs->n)
		return FOUND_END;
	input = &s->inputs->input[s->next++];
	s->left = container_limits;
	d->source = str_of(input->path);
	d->output = d->source;
	return read_file(s, d, input, false);
}

/* A ZIP that turned out to be an Office document. */
static enum found
take_office(struct source *s, struct source_document *d)
{
	struct level *l = &s->level[s->depth - 1];
	bool is_file = l->bytes.n == 0;

	d->member = arena_str(&d->arena, l->member);
	d->output = arena_str(&d->arena, l->output);
	d->bytes = l->bytes;
	l->bytes = (struct buf){ 0 };
	close_level(s);
	d->format = "docx";
	return is_file ? read_file(s, d, &s->inputs->input[s->next - 1], true) : FOUND_DOCUMENT;
}

static struct str
join(struct arena *a, struct str above, struct str name)
{
	return above.n > 0 ? arena_printf(a, "%.*s/%.*s", STR_FMT(above), STR_FMT(name)) : arena_str(a, name);
}

static enum found
take_member(struct source *s, struct source_document *d, const struct member *m)
{
	struct level *l = &s->level[s->depth - 1];
	struct buf safe = { 0 };

	container_limits_take(&s->left, m);
	if (m->state == MEMBER_PASSED_OVER && str_ends(m->name, STR("/"))) /* a folder: no document in any sense */
		return FOUND_AGAIN;
	safe_path(m->name, &safe);
	d->member = join(&d->arena, l->member, m->name);
	d->output = join(&d->arena, l->output, buf_str(&safe));
	buf_free(&safe);
	d->charset = arena_str(&d->arena, m->charset);
	d->url = arena_str(&d->arena, m->url);
	d->why = arena_str(&d->arena, m->why);
	if (m->state != MEMBER_WHOLE)
		return m->state == MEMBER_PASSED_OVER ? FOUND_OTHER : FOUND_BROKEN;
	if (m->bytes.n == 0)
		return broken(d, STR("the input is empty"));
	buf_add(&d->bytes, m->bytes);
	return sort_out(s, d, m->type);
}

/* Reads what the process has sent; false at its end. */
static bool
receive(struct level *l)
{
	ssize_t got;

	if (l->taken > 0) {
		memmove(l->in.p, l->in.p + l->taken, l->in.n - l->taken);
		l->in.n -= l->taken;
		l->taken = 0;
	}
	got = read(l->fd, buf_room(&l->in, CHUNK), CHUNK);
	if (got > 0)
		l->in.n += (size_t)got;
	return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

/* The whole frame that is next; empty when there is none. */
static struct str
next_frame(struct level *l)
{
	struct str rest = str_sub(buf_str(&l->in), l->taken, l->in.n);
	uint64_t size = wire_size(rest);

	if (size == 0 || size > rest.n)
		return STR_NONE;
	l->taken += (size_t)size;
	return str_sub(rest, WIRE_HEAD, (size_t)size);
}

/* The process has ended, or sends what it should not. */
static enum found
end_level(struct source *s, struct source_document *d)
{
	struct str member = arena_str(&d->arena, s->level[s->depth - 1].member);

	if (close_level(s))
		return FOUND_AGAIN;
	d->member = member;
	return broken(d, STR("the process that opened this container died: the rest of it is not known"));
}

static enum found
next_member(struct source *s, struct source_document *d)
{
	struct level *l = &s->level[s->depth - 1];
	struct str frame = next_frame(l);
	struct opened_member m;

	d->source = str_of(s->inputs->input[s->next - 1].path);
	if (frame.n == 0) {
		if (!receive(l) || wire_size(buf_str(&l->in)) > FRAME_LIMIT)
			return end_level(s, d);
		frame = next_frame(l);
	}
	if (frame.n == 0)
		return FOUND_WAIT;
	if (!opened_get(&m, frame))
		return end_level(s, d);
	return m.what == OPENED_OFFICE ? take_office(s, d) : take_member(s, d, &m.member);
}

enum found
source_next(struct source *s, struct source_document *d)
{
	for (;;) {
		enum found found;

		*d = (struct source_document){ 0 };
		found = s->depth > 0 ? next_member(s, d) : next_file(s, d);
		if (found != FOUND_AGAIN)
			return found;
		source_document_free(d);
	}
}

void
source_end(struct source *s)
{
	while (s->depth > 0)
		close_level(s);
	free(s);
}
