/*
 * Where a ZIP archive says that a name is UTF-8 (APPNOTE.TXT, 4.4.4, bit 11).
 * The archive library would convert such a name to the locale's character set,
 * of which there is none here. With the bit hidden from it, every name comes
 * out as it stands in the archive, and bytes that are UTF-8 show it themselves.
 */
#include <stdlib.h>
#include <string.h>

#include "container/parts.h"

enum {
	LOCAL = 30,   /* bytes of a local file header, 4.3.7, */
	LOCAL_FLAG = 7, /* and where in it the byte with the flag stands */
	CENTRAL_FLAG = 9,
	CENTRAL = 46, /* of an entry of the central directory, 4.3.12 */
	END = 22,     /* of its end, 4.3.16 */
	COMMENT_MOST = 0xFFFF
};

static uint64_t
number(struct str bytes, size_t at, size_t n)
{
	uint64_t value = 0;

	if (at > bytes.n || bytes.n - at < n)
		return 0;
	while (n-- > 0)
		value = value << 8 | (unsigned char)bytes.p[at + n];
	return value;
}

static bool
stands_at(struct str bytes, uint64_t at, struct str mark)
{
	return at < bytes.n && str_starts(str_sub(bytes, (size_t)at, bytes.n), mark);
}

bool
zip_flag_stands(struct str bytes, size_t at)
{
	return at < bytes.n && bytes.p[at] & ZIP_FLAG_UTF8 &&
	       (stands_at(bytes, at - LOCAL_FLAG, STR("PK\x03\x04")) || stands_at(bytes, at - CENTRAL_FLAG, STR("PK\x01\x02")));
}

static void
add(struct zip_flags *flags, struct str bytes, uint64_t offset)
{
	size_t at = (size_t)offset;

	if (offset >= bytes.n)
		return;
	if (flags->n == flags->cap) {
		flags->cap = flags->cap ? flags->cap * 2 : 64;
		flags->at = mem_grow(flags->at, flags->cap * sizeof(*flags->at));
	}
	flags->at[flags->n++] = at;
}

static int
by_offset(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

/* The end of the central directory, which stands last, with a comment behind it at most; STR_NPOS: none. */
static size_t
find_end(struct str bytes)
{
	for (size_t back = END; back <= bytes.n && back <= END + COMMENT_MOST; back++)
		if (stands_at(bytes, bytes.n - back, STR("PK\x05\x06")))
			return bytes.n - back;
	return STR_NPOS;
}

/* Size and offset of the central directory, by the end of either width (4.3.14 to 4.3.16). */
static void
directory_of(struct str bytes, size_t end, uint64_t *size, uint64_t *offset, uint64_t *behind)
{
	uint64_t wide = end >= 20 && stands_at(bytes, end - 20, STR("PK\x06\x07")) ? number(bytes, end - 12, 8) : 0;

	*size = number(bytes, end + 12, 4);
	*offset = number(bytes, end + 16, 4);
	*behind = end;
	if (wide > 0 && stands_at(bytes, wide, STR("PK\x06\x06"))) {
		*size = number(bytes, (size_t)wide + 40, 8);
		*offset = number(bytes, (size_t)wide + 48, 8);
		*behind = wide;
	}
}

/* The offset of an entry's local header; in a wide archive it stands in an extra field, behind sizes that are wide too (4.5.3). */
static uint64_t
local_of(struct str bytes, size_t at)
{
	uint64_t offset = number(bytes, at + 42, 4);
	size_t extra = at + CENTRAL + (size_t)number(bytes, at + 28, 2), end = extra + (size_t)number(bytes, at + 30, 2);
	size_t wide = 8 * ((number(bytes, at + 20, 4) == 0xFFFFFFFF) + (size_t)(number(bytes, at + 24, 4) == 0xFFFFFFFF));

	if (offset != 0xFFFFFFFF)
		return offset;
	for (; extra + 4 <= end; extra += 4 + (size_t)number(bytes, extra + 2, 2))
		if (number(bytes, extra, 2) == 1)
			return number(bytes, extra + 4 + wide, 8);
	return offset;
}

/* False where the central directory is not where it should be. */
static bool
by_directory(struct zip_flags *flags, struct str bytes)
{
	size_t end = find_end(bytes), at;
	uint64_t size, offset, behind, moved;

	if (end == STR_NPOS)
		return false;
	directory_of(bytes, end, &size, &offset, &behind);
	if (size > behind || offset > behind - size)
		return false;
	at = (size_t)(behind - size);
	moved = at - offset; /* by a program in front that unpacks the archive */
	while (stands_at(bytes, at, STR("PK\x01\x02"))) {
		uint64_t local = local_of(bytes, at) + moved;

		add(flags, bytes, at + CENTRAL_FLAG);
		add(flags, bytes, local + LOCAL_FLAG);
		at += CENTRAL + (size_t)(number(bytes, at + 28, 2) + number(bytes, at + 30, 2) + number(bytes, at + 32, 2));
	}
	return true;
}

/* What is cut off has lost its directory: from one local header to the next. */
static void
by_headers(struct zip_flags *flags, struct str bytes)
{
	uint64_t at = 0;

	while (stands_at(bytes, at, STR("PK\x03\x04"))) {
		struct str rest;
		size_t next;

		add(flags, bytes, at + LOCAL_FLAG);
		at += LOCAL + number(bytes, (size_t)at + 26, 2) + number(bytes, (size_t)at + 28, 2) +
		      number(bytes, (size_t)at + 18, 4);
		if (at >= bytes.n)
			break;
		rest = str_sub(bytes, (size_t)at, bytes.n);
		next = str_starts(rest, STR("PK\x03\x04")) ? 0 : str_find(rest, STR("PK\x03\x04"));
		if (next == STR_NPOS)
			break;
		at += next;
	}
}

void
zip_flags_find(struct zip_flags *flags, struct str bytes)
{
	if (!by_directory(flags, bytes))
		by_headers(flags, bytes);
	if (flags->n > 1)
		qsort(flags->at, flags->n, sizeof(*flags->at), by_offset);
}
