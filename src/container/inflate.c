/* zlib, for what no archive library reads: web archives, and what web servers send compressed. */
#include <zlib.h>

#include "container/parts.h"

enum { STEP = 64 * 1024, INPUT_STEP = 1024 * 1024 * 1024 /* zlib counts in less than a size_t */ };

static void
give(z_stream *z, struct str in)
{
	z->next_in = (Bytef *)(uintptr_t)in.p; /* zlib's type lacks a const */
	z->avail_in = (uInt)(in.n < INPUT_STEP ? in.n : INPUT_STEP);
}

/* One step; Z_BUF_ERROR when the input is spent. */
static int
step(z_stream *z, struct str *in, struct buf *out)
{
	int result;
	size_t before;

	give(z, *in);
	before = z->avail_in;
	z->next_out = (Bytef *)buf_room(out, STEP);
	z->avail_out = STEP;
	result = inflate(z, Z_NO_FLUSH);
	*in = str_sub(*in, before - z->avail_in, in->n);
	out->n += STEP - z->avail_out;
	return result;
}

enum inflated
inflate_stream(struct container *c, struct member *m, struct str *in, enum wrapping how, struct buf *out)
{
	z_stream z = { 0 };
	int result = inflateInit2(&z, how);
	size_t begin = out->n, before = out->n;
	bool beyond = false;

	while (result == Z_OK && !beyond) {
		result = step(&z, in, out);
		beyond = m ? !container_count(c, m, out->n - begin, out->n - before) : out->n - begin >= SNIFF_ENOUGH;
		before = out->n;
	}
	inflateEnd(&z);
	if (beyond)
		return INFLATED_BEYOND;
	return result == Z_STREAM_END ? INFLATED_WHOLE : result == Z_BUF_ERROR ? INFLATED_CUT : INFLATED_DAMAGED;
}
