/* zlib, for what no archive library reads: web archives, what web servers send compressed, gzip that is cut off. */
#include <stdlib.h>
#include <zlib.h>

#include "base/arena.h"
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

struct gunzip {
	z_stream z;
	struct str bytes, rest;
	int result;
};

struct gunzip *
gunzip_begin(struct str bytes)
{
	struct gunzip *g = mem_zeroed(sizeof(*g));

	g->bytes = g->rest = bytes;
	g->result = inflateInit2(&g->z, WRAPPED_GZIP);
	return g;
}

/* A stream that is over may have another behind it (RFC 1952, 2.2); what else stands there is none of gzip's. */
static bool
goes_on(struct gunzip *g)
{
	if (g->result == Z_STREAM_END && str_starts(g->rest, STR("\x1F\x8B")))
		g->result = inflateReset(&g->z);
	return g->result == Z_OK;
}

size_t
gunzip_next(struct gunzip *g, char *to, size_t room)
{
	g->z.next_out = (Bytef *)to;
	g->z.avail_out = (uInt)room;
	while (g->z.avail_out > 0 && goes_on(g)) {
		size_t before;

		give(&g->z, g->rest);
		before = g->z.avail_in;
		g->result = inflate(&g->z, Z_NO_FLUSH);
		g->rest = str_sub(g->rest, before - g->z.avail_in, g->rest.n);
	}
	return room - g->z.avail_out;
}

const char *
gunzip_fault(const struct gunzip *g)
{
	if (g->result == Z_OK || g->result == Z_STREAM_END)
		return NULL;
	return g->result == Z_BUF_ERROR ? "cut off: the compressed file ends before its contents" :
					  "damaged: the rest cannot be decompressed";
}

size_t
gunzip_at(const struct gunzip *g)
{
	return g->bytes.n - g->rest.n;
}

void
gunzip_end(struct gunzip *g)
{
	if (!g)
		return;
	inflateEnd(&g->z);
	free(g);
}
