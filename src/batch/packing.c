#include "batch/packing.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "io.h"

enum {
	UTF8_NAMES = 1 << 11,
	DEFLATED = 8,
	DATE_1980 = 1 << 5 | 1, /* the first day that a ZIP can say */
	BLOCK = 512,
	NAME_MOST = 100,
	CHUNK = 256 * 1024
};

void
packing_begin(struct packing *a, int fd, bool zip)
{
	*a = (struct packing){ .fd = fd, .zip = zip };
}

static int
flush(struct packing *a)
{
	int error = io_put(a->fd, buf_str(&a->waiting));

	buf_clear(&a->waiting);
	return error;
}

static int
put(struct packing *a, struct str bytes)
{
	a->at += bytes.n;
	buf_add(&a->waiting, bytes);
	return a->waiting.n < CHUNK ? 0 : flush(a);
}

/* A number of so many bytes, the lowest first. */
static void
put_number(struct buf *out, uint64_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(out, (char)(n >> 8 * i & 0xFF));
}

/* What local header and directory say alike (4.3.7 and 4.3.12). */
static void
put_common(struct buf *out, struct str path, const struct packed *file, size_t extra)
{
	put_number(out, 45, 2);
	put_number(out, UTF8_NAMES, 2);
	put_number(out, file->deflated ? DEFLATED : 0, 2);
	put_number(out, 0, 2);
	put_number(out, DATE_1980, 2);
	put_number(out, file->crc, 4);
	put_number(out, file->bytes.n, 4);
	put_number(out, file->size, 4);
	put_number(out, path.n, 2);
	put_number(out, extra, 2);
}

static int
add_to_zip(struct packing *a, struct str path, const struct packed *file)
{
	struct buf head = { 0 };
	uint64_t at = a->at;
	bool far = at >= UINT32_MAX;
	int error;

	if (file->size >= UINT32_MAX || path.n > UINT16_MAX)
		return EFBIG;
	buf_add(&head, STR("PK\3\4"));
	put_common(&head, path, file, 0);
	buf_add(&head, path);
	error = put(a, buf_str(&head));
	if (!error)
		error = put(a, file->bytes);
	buf_add(&a->central, STR("PK\1\2"));
	put_number(&a->central, 3 << 8 | 45, 2); /* made on Unix */
	put_common(&a->central, path, file, far ? 12 : 0);
	put_number(&a->central, 0, 6);
	put_number(&a->central, (uint64_t)0100644 << 16, 4);
	put_number(&a->central, far ? UINT32_MAX : at, 4);
	buf_add(&a->central, path);
	if (far) { /* 4.5.3 */
		put_number(&a->central, 1, 2);
		put_number(&a->central, 8, 2);
		put_number(&a->central, at, 8);
	}
	a->entries++;
	buf_free(&head);
	return error;
}

/* The ends of the directory: 4.3.14, 4.3.15 and 4.3.16. */
static int
end_zip(struct packing *a)
{
	uint64_t at = a->at, size = a->central.n;
	bool large = a->entries >= UINT16_MAX || at >= UINT32_MAX || size >= UINT32_MAX;
	uint64_t entries = large ? UINT16_MAX : a->entries;

	if (large) {
		buf_add(&a->central, STR("PK\6\6"));
		put_number(&a->central, 44, 8);
		put_number(&a->central, 3 << 8 | 45, 2);
		put_number(&a->central, 45, 2);
		put_number(&a->central, 0, 8);
		put_number(&a->central, a->entries, 8);
		put_number(&a->central, a->entries, 8);
		put_number(&a->central, size, 8);
		put_number(&a->central, at, 8);
		buf_add(&a->central, STR("PK\6\7"));
		put_number(&a->central, 0, 4);
		put_number(&a->central, at + size, 8);
		put_number(&a->central, 1, 4);
	}
	buf_add(&a->central, STR("PK\5\6"));
	put_number(&a->central, 0, 4);
	put_number(&a->central, entries, 2);
	put_number(&a->central, entries, 2);
	put_number(&a->central, large ? UINT32_MAX : size, 4);
	put_number(&a->central, large ? UINT32_MAX : at, 4);
	put_number(&a->central, 0, 2);
	return put(a, buf_str(&a->central));
}

static int
put_padding(struct packing *a, size_t n)
{
	static const char zeros[BLOCK];

	return put(a, (struct str){ zeros, (BLOCK - n % BLOCK) % BLOCK });
}

/* One ustar header. */
static int
put_header(struct packing *a, struct str name, size_t size, char type)
{
	char block[BLOCK] = "";
	unsigned sum = 8 * ' ';

	memcpy(block, name.p, name.n < NAME_MOST ? name.n : NAME_MOST);
	memcpy(block + 100, "0000644", 8);
	memcpy(block + 108, "0000000", 8);
	memcpy(block + 116, "0000000", 8);
	snprintf(block + 124, 12, "%011llo", (unsigned long long)size);
	memcpy(block + 136, "00000000000", 12);
	block[156] = type;
	memcpy(block + 257, "ustar\0" "00", 8);
	for (size_t i = 0; i < BLOCK; i++)
		sum += (unsigned char)block[i];
	snprintf(block + 148, 8, "%06o", sum);
	block[155] = ' ';
	return put(a, (struct str){ block, BLOCK });
}

/* "27 path=..." counts itself (pax, Extended Header). */
static void
pax_record(struct buf *out, struct str path)
{
	size_t n = path.n + sizeof(" path=\n") - 1, digits = 1;

	for (size_t whole = n + digits; whole >= 10; whole /= 10)
		digits++;
	while (snprintf(NULL, 0, "%zu", n + digits) > (int)digits)
		digits++;
	while (digits > 1 && snprintf(NULL, 0, "%zu", n + digits - 1) == (int)digits - 1)
		digits--;
	buf_printf(out, "%zu path=%.*s\n", n + digits, STR_FMT(path));
}

static int
add_to_tar(struct packing *a, struct str path, struct str bytes)
{
	struct buf pax = { 0 };
	int error = 0;

	if (bytes.n >= (uint64_t)1 << 33)
		return EFBIG;
	if (path.n > NAME_MOST) {
		pax_record(&pax, path);
		error = put_header(a, STR("pax"), pax.n, 'x');
		error = error ? error : put(a, buf_str(&pax));
		error = error ? error : put_padding(a, pax.n);
	}
	error = error ? error : put_header(a, path, bytes.n, '0');
	error = error ? error : put(a, bytes);
	error = error ? error : put_padding(a, bytes.n);
	buf_free(&pax);
	return error;
}

int
packing_add(struct packing *a, struct str path, const struct packed *file)
{
	return a->zip ? add_to_zip(a, path, file) : add_to_tar(a, path, file->bytes);
}

int
packing_end(struct packing *a)
{
	static const char zeros[2 * BLOCK];
	int error = a->zip ? end_zip(a) : put(a, (struct str){ zeros, sizeof(zeros) });

	if (!error)
		error = flush(a);
	buf_free(&a->central);
	buf_free(&a->waiting);
	return error;
}
