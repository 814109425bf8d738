#include "batch/opener.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/diag.h"
#include "batch/kind.h"
#include "batch/wire.h"
#include "batch/worker.h"

enum {
	SECONDS = 3600,		 /* of the processor, for the largest container */
	RELEASE = 8 * 1024 * 1024 /* so much of a mapped one stays in memory */
};

bool
opened_get(struct opened_member *m, struct str frame)
{
	struct wire w = { .rest = frame };

	*m = (struct opened_member){ 0 };
	m->what = (enum opened)wire_get_less(&w, OPENED_OFFICE + 1);
	if (m->what == OPENED_OFFICE)
		return !w.wrong;
	m->member.state = (enum member_state)wire_get_less(&w, MEMBER_BROKEN + 1);
	m->member.why = wire_get_str(&w);
	m->member.name = wire_get_str(&w);
	m->member.type = wire_get_str(&w);
	m->member.charset = wire_get_str(&w);
	m->member.url = wire_get_str(&w);
	m->member.bytes = wire_get_str(&w);
	return !w.wrong && m->member.name.n > 0;
}

static void
send_member(struct buf *out, const struct member *m)
{
	struct buf frame = { 0 };

	wire_begin(&frame);
	wire_number(&frame, OPENED_MEMBER);
	wire_number(&frame, m->state);
	wire_str(&frame, m->why);
	wire_str(&frame, m->name);
	wire_str(&frame, m->type);
	wire_str(&frame, m->charset);
	wire_str(&frame, m->url);
	wire_number(&frame, m->bytes.n);
	wire_end(&frame, m->bytes.n);
	worker_put(out, buf_str(&frame), m->bytes);
	buf_free(&frame);
}

static void
send_office(void)
{
	struct buf frame = { 0 };

	wire_begin(&frame);
	wire_number(&frame, OPENED_OFFICE);
	wire_end(&frame, 0);
	worker_send(buf_str(&frame));
	buf_free(&frame);
}

/* The pages from one place to another; they come back from the file where they are looked at again. Gives where that ended. */
static size_t
release(struct str map, size_t from, size_t to)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), end = to - to % page;

	if (to < from)
		return to - to % page;
	if (to - from < RELEASE)
		return from;
	madvise((void *)(uintptr_t)(map.p + from), end - from, MADV_DONTNEED);
	return end;
}

static void
send_all(struct container *c, struct str map)
{
	struct buf out = { 0 };
	struct member m;
	size_t released = 0;

	release(map, 0, map.n); /* that there was a look at all of it */
	while (container_next(c, &m)) {
		send_member(&out, &m);
		if (map.n > 0)
			released = release(map, released, container_at(c));
	}
	worker_send(buf_str(&out));
}

void
opener_run(struct str bytes, bool mapped, enum container_kind kind, struct charsets *charsets, const struct container_limits *limits, int fd)
{
	const struct rlimit time = { SECONDS, SECONDS };

	setrlimit(RLIMIT_CPU, &time);
	worker_seal(fd, WORKER_MEMORY);
	if (kind == CONTAINER_ZIP && kind_zip_is_office(bytes)) {
		send_office();
		_exit(STATUS_OK);
	}
	send_all(container_open(bytes, kind, charsets, limits), mapped ? bytes : STR_NONE);
	_exit(STATUS_OK);
}
