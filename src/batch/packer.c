#include "batch/packer.h"

#include <zlib.h>

#include "base/arena.h"

enum { RATIO = 1032 }; /* more than that no byte of deflate gives */

/* By its first bytes: ZIP and what is one inside, PNG, JPEG, GIF, WebP. */
static bool
is_compressed(struct str bytes)
{
	static const struct str marks[] = { { "PK\3\4", 4 }, { "\x89PNG", 4 }, { "\xFF\xD8\xFF", 3 }, { "GIF8", 4 },
		{ "RIFF", 4 } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(bytes, marks[i]))
			return true;
	return false;
}

static bool
begin_deflate(struct packer *p)
{
	if (p->deflate)
		return deflateReset(p->deflate) == Z_OK;
	p->deflate = mem_zeroed(sizeof(*p->deflate));
	return deflateInit2(p->deflate, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
}

/* False when it makes nothing smaller. */
static bool
deflate_all(struct packer *p, struct str bytes)
{
	z_stream *z;

	if (bytes.n == 0 || bytes.n > UINT32_MAX || is_compressed(bytes) || !begin_deflate(p))
		return false;
	z = p->deflate;
	buf_clear(&p->out);
	z->next_in = (Bytef *)(uintptr_t)bytes.p;
	z->avail_in = (uInt)bytes.n;
	z->next_out = (Bytef *)buf_room(&p->out, bytes.n);
	z->avail_out = (uInt)bytes.n - 1;
	if (deflate(z, Z_FINISH) != Z_STREAM_END)
		return false;
	p->out.n = z->total_out;
	return true;
}

static uint32_t
crc_of(struct str bytes)
{
	return (uint32_t)crc32_z(0, (const Bytef *)bytes.p, bytes.n);
}

struct packed
packer_pack(struct packer *p, struct str bytes)
{
	struct packed packed = { .bytes = bytes, .size = bytes.n, .crc = crc_of(bytes) };

	packed.deflated = p->zip && deflate_all(p, bytes);
	if (packed.deflated)
		packed.bytes = buf_str(&p->out);
	return packed;
}

bool
packed_is_sound(const struct packed *p)
{
	z_stream z = { 0 };
	struct buf out = { 0 };
	bool sound;

	if (!p->deflated)
		return p->size == p->bytes.n && crc_of(p->bytes) == p->crc;
	if (p->size >= UINT32_MAX || p->size / RATIO > p->bytes.n || inflateInit2(&z, -MAX_WBITS) != Z_OK)
		return false;
	z.next_in = (Bytef *)(uintptr_t)p->bytes.p;
	z.avail_in = (uInt)p->bytes.n;
	z.next_out = (Bytef *)buf_room(&out, p->size + 1);
	z.avail_out = (uInt)p->size + 1;
	sound = inflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out == p->size &&
		crc_of((struct str){ out.p, p->size }) == p->crc;
	inflateEnd(&z);
	buf_free(&out);
	return sound;
}
