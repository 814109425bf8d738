#include "batch/wire.h"

#include <string.h>

void
wire_number(struct buf *frame, uint64_t n)
{
	buf_add(frame, (struct str){ (const char *)&n, sizeof(n) });
}

void
wire_begin(struct buf *frame)
{
	wire_number(frame, 0);
}

void
wire_str(struct buf *frame, struct str s)
{
	wire_number(frame, s.n);
	buf_add(frame, s);
}

void
wire_end(struct buf *frame, size_t more)
{
	const uint64_t n = frame->n - WIRE_HEAD + more;

	memcpy(frame->p, &n, sizeof(n));
}

uint64_t
wire_size(struct str bytes)
{
	uint64_t n;

	if (bytes.n < WIRE_HEAD)
		return 0;
	memcpy(&n, bytes.p, sizeof(n));
	return n > UINT64_MAX - WIRE_HEAD ? UINT64_MAX : n + WIRE_HEAD;
}

uint64_t
wire_get_number(struct wire *w)
{
	uint64_t n = 0;

	if (w->rest.n < sizeof(n)) {
		w->wrong = true;
		w->rest.n = 0;
		return 0;
	}
	memcpy(&n, w->rest.p, sizeof(n));
	w->rest = str_sub(w->rest, sizeof(n), w->rest.n);
	return n;
}

size_t
wire_get_less(struct wire *w, uint64_t limit)
{
	uint64_t n = wire_get_number(w);

	if (n < limit)
		return (size_t)n;
	w->wrong = true;
	return 0;
}

struct str
wire_get_str(struct wire *w)
{
	uint64_t n = wire_get_number(w);
	struct str s;

	if (n > w->rest.n) {
		w->wrong = true;
		n = 0;
	}
	s = str_sub(w->rest, 0, (size_t)n);
	w->rest = str_sub(w->rest, (size_t)n, w->rest.n);
	return s;
}
