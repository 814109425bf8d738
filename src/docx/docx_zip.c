#include "docx/docx_zip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/limits.h"

enum {
	CHUNK = 64 * 1024,
	PACKED_CHUNK = 8 * 1024, /* of what comes out */
	DEFLATE_LEVEL = 6,
	DEFLATE_MEMORY = 8, /* what zlib takes by itself */
	SMALL = 4096,	    /* bytes of a part; its compressor looks no further back, */
	SMALL_BITS = 12,
	SMALL_MEMORY = 5 /* and has tables for no more */
};

struct entry {
	struct str name; /* as docx_zip_find() has it, in lower case */
	zip_uint64_t index;
};

struct docx_zip {
	struct diag *diag;
	zip_t *zip;
	struct arena names;
	struct entry *entries; /* by name */
	size_t n;
	zip_uint64_t inflated, most; /* bytes of all parts so far, and allowed */
	char *chunk;
};

struct docx_zip_out {
	struct diag *diag;
	zip_source_t *source;
	zip_t *zip;
	/* For all parts: to make a new one takes longer than to compress a small part, and so does clearing a large one. */
	z_stream deflate, deflate_small;
};

/* A part that is compressed, as libzip takes it. */
struct packed {
	struct buf bytes;
	size_t at; /* those before it have been read */
	zip_uint64_t size; /* of the part itself */
	zip_uint32_t crc;
	zip_error_t error; /* none, ever */
};

/* What libzip cannot do in memory for want of it, the compressor's being part of that. */
static bool
is_of_memory(zip_error_t *error)
{
	int code = zip_error_code_zip(error);

	return code == ZIP_ER_MEMORY || (code == ZIP_ER_ZLIB && zip_error_code_system(error) == Z_MEM_ERROR);
}

static _Noreturn void
damaged(const struct docx_zip *z, struct place place, zip_error_t *error)
{
	if (is_of_memory(error))
		fail(z->diag, STATUS_NO_MEMORY, place, "out of memory");
	fail(z->diag, STATUS_DATA, place, "damaged: %s", zip_error_strerror(error));
}

static int
by_name(const void *a, const void *b)
{
	return str_order(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

/* Some writers put backslashes between, or a slash in front. */
static struct str
plain_name(struct arena *a, struct str name)
{
	char *p;

	while (name.n > 0 && (name.p[0] == '/' || name.p[0] == '\\'))
		name = str_sub(name, 1, name.n);
	p = arena_cstr(a, name);
	for (size_t i = 0; i < name.n; i++)
		p[i] = p[i] == '\\' ? '/' : ascii_lower(p[i]);
	return (struct str){ p, name.n };
}

static void
list_entries(struct docx_zip *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);

	if (n > LIMIT_ZIP_ENTRIES)
		fail(z->diag, STATUS_DATA, (struct place){ 0 }, "the archive has more than %d parts", LIMIT_ZIP_ENTRIES);
	z->entries = mem_alloc((size_t)(n + 1) * sizeof(*z->entries));
	for (zip_int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(z->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);

		z->entries[z->n].name = plain_name(&z->names, str_of(name));
		z->entries[z->n++].index = (zip_uint64_t)i;
	}
	qsort(z->entries, z->n, sizeof(*z->entries), by_name);
	/* Programs differ in which of the two they read, so one of them is a trick. */
	for (size_t i = 1; i < z->n; i++)
		if (str_eq(z->entries[i - 1].name, z->entries[i].name))
			fail(z->diag, STATUS_DATA, (struct place){ 0 }, "the archive has two parts named %.*s",
				STR_FMT(z->entries[i].name));
}

struct docx_zip *
docx_zip_open(struct diag *diag, struct str bytes, size_t limit_inflated)
{
	struct docx_zip *z = mem_alloc(sizeof(*z));
	zip_error_t error;
	zip_source_t *source;

	*z = (struct docx_zip){ .diag = diag, .chunk = mem_alloc(CHUNK), .most = limit_inflated };
	if (z->most == 0)
		z->most = LIMIT_ZIP_INFLATED + LIMIT_ZIP_INFLATED_RATIO * bytes.n;
	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.p, bytes.n, 0, &error);
	if (source)
		z->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (!z->zip && zip_error_code_zip(&error) == ZIP_ER_NOZIP)
		fail(diag, STATUS_DATA, (struct place){ 0 }, "the ZIP archive is cut off or damaged");
	if (!z->zip)
		fail(diag, is_of_memory(&error) ? STATUS_NO_MEMORY : STATUS_DATA,
			(struct place){ 0 }, "the ZIP archive is damaged: %s", zip_error_strerror(&error));
	zip_error_fini(&error);
	list_entries(z);
	return z;
}

void
docx_zip_close(struct docx_zip *z)
{
	zip_discard(z->zip);
	arena_free(&z->names);
	free(z->entries);
	free(z->chunk);
	free(z);
}

long
docx_zip_find(const struct docx_zip *z, struct str name)
{
	struct arena a = { 0 };
	struct entry key = { .name = plain_name(&a, name) };
	const struct entry *found = bsearch(&key, z->entries, z->n, sizeof(*z->entries), by_name);

	arena_free(&a);
	return found ? (long)(found - z->entries) : -1;
}

static zip_stat_t
stat_part(const struct docx_zip *z, zip_uint64_t index, struct place place)
{
	zip_stat_t st;
	const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;

	zip_stat_init(&st);
	if (zip_stat_index(z->zip, index, 0, &st) != 0 || (st.valid & needed) != needed)
		damaged(z, place, zip_get_error(z->zip));
	if (st.encryption_method != ZIP_EM_NONE)
		fail(z->diag, STATUS_DATA, place, "is encrypted");
	if (st.comp_method != ZIP_CM_STORE && st.comp_method != ZIP_CM_DEFLATE)
		fail(z->diag, STATUS_DATA, place, "is compressed in a way that OPC does not know (method %d)",
			(int)st.comp_method);
	return st;
}

/* What has been read so far must still be possible. */
static void
check_count(const struct docx_zip *z, const zip_stat_t *st, zip_uint64_t count, struct place place)
{
	if (count > st->size)
		fail(z->diag, STATUS_DATA, place, "damaged: longer than its stated size");
	if (z->inflated > z->most)
		fail(z->diag, STATUS_DATA, place,
			"the parts expand to more than %llu MiB, too much for an archive of this size (--limit-inflated allows more)",
			(unsigned long long)z->most / 1024 / 1024);
}

void
docx_zip_feed(struct docx_zip *z, long entry, const char *part, void (*take)(void *, struct str), void *context)
{
	struct place place = { .part = part };
	zip_uint64_t index = z->entries[entry].index, count = 0;
	zip_stat_t st = stat_part(z, index, place);
	zip_file_t *f = zip_fopen_index(z->zip, index, 0);
	zip_int64_t n;

	if (!f)
		damaged(z, place, zip_get_error(z->zip));
	while ((n = zip_fread(f, z->chunk, CHUNK)) > 0) {
		count += (zip_uint64_t)n;
		z->inflated += (zip_uint64_t)n;
		check_count(z, &st, count, place);
		take(context, (struct str){ z->chunk, (size_t)n });
	}
	if (n < 0)
		damaged(z, place, zip_file_get_error(f));
	if (count != st.size)
		fail(z->diag, STATUS_DATA, place, "damaged: shorter than its stated size");
	zip_fclose(f);
}

void
docx_zip_count_on(struct docx_zip *z, const struct docx_zip *from)
{
	z->inflated = from->inflated;
	z->most = from->most;
}

static void
take_bytes(void *context, struct str bytes)
{
	buf_add(context, bytes);
}

void
docx_zip_read(struct docx_zip *z, long entry, const char *part, struct buf *bytes)
{
	docx_zip_feed(z, entry, part, take_bytes, bytes);
}

/* Without an error, there was no memory for one. */
static _Noreturn void
write_failed(const struct docx_zip_out *z, zip_error_t *error)
{
	bool memory = is_of_memory(error) || zip_error_code_zip(error) == ZIP_ER_OK;

	fail(z->diag, memory ? STATUS_NO_MEMORY : STATUS_BUG, (struct place){ 0 }, "the ZIP archive cannot be made: %s",
		memory ? "out of memory" : zip_error_strerror(error));
}

static void
begin_deflate(const struct docx_zip_out *z, z_stream *deflate, int bits, int memory)
{
	if (deflateInit2(deflate, DEFLATE_LEVEL, Z_DEFLATED, -bits, memory, Z_DEFAULT_STRATEGY) != Z_OK)
		fail(z->diag, STATUS_NO_MEMORY, (struct place){ 0 }, "out of memory");
}

struct docx_zip_out *
docx_zip_create(struct diag *diag)
{
	struct docx_zip_out *z = mem_alloc(sizeof(*z));
	zip_error_t error;

	*z = (struct docx_zip_out){ .diag = diag };
	begin_deflate(z, &z->deflate, MAX_WBITS, DEFLATE_MEMORY);
	begin_deflate(z, &z->deflate_small, SMALL_BITS, SMALL_MEMORY);
	zip_error_init(&error);
	z->source = zip_source_buffer_create(NULL, 0, 0, &error);
	if (z->source)
		z->zip = zip_open_from_source(z->source, ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (!z->zip)
		write_failed(z, &error);
	zip_error_fini(&error);
	zip_source_keep(z->source); /* zip_close() gives up its own reference, and the bytes are wanted after it */
	return z;
}

static void
deflate_part(struct docx_zip_out *z, struct str bytes, struct packed *to)
{
	z_stream *d = bytes.n > SMALL ? &z->deflate : &z->deflate_small;
	size_t left = bytes.n;

	to->size = bytes.n;
	to->crc = (zip_uint32_t)crc32_z(0, (const Bytef *)bytes.p, bytes.n);
	deflateReset(d);
	d->next_in = (Bytef *)(uintptr_t)bytes.p;
	do {
		d->avail_in = left < CHUNK ? (uInt)left : CHUNK;
		left -= d->avail_in;
		do {
			d->next_out = (Bytef *)buf_room(&to->bytes, PACKED_CHUNK);
			d->avail_out = PACKED_CHUNK;
			deflate(d, left > 0 ? Z_NO_FLUSH : Z_FINISH);
			to->bytes.n += PACKED_CHUNK - d->avail_out;
		} while (d->avail_out == 0);
	} while (left > 0);
}

static zip_int64_t
packed_read(struct packed *p, void *to, size_t n)
{
	struct str rest = str_sub(buf_str(&p->bytes), p->at, p->at + n);

	if (rest.n > 0)
		memcpy(to, rest.p, rest.n);
	p->at += rest.n;
	return (zip_int64_t)rest.n;
}

static zip_int64_t
packed_stat(const struct packed *p, zip_stat_t *st)
{
	zip_stat_init(st);
	st->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
	st->size = p->size;
	st->comp_size = p->bytes.n;
	st->comp_method = ZIP_CM_DEFLATE;
	st->crc = p->crc;
	return (zip_int64_t)sizeof(*st);
}

/* What libzip asks of a source; it compresses nothing that says it is compressed. */
static zip_int64_t
packed_source(void *context, void *data, zip_uint64_t n, zip_source_cmd_t command)
{
	struct packed *p = context;

	switch (command) {
	case ZIP_SOURCE_SUPPORTS:
		return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
			ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
	case ZIP_SOURCE_OPEN:
		p->at = 0;
		return 0;
	case ZIP_SOURCE_READ:
		return packed_read(p, data, n);
	case ZIP_SOURCE_STAT:
		return packed_stat(p, data);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&p->error, data, n);
	case ZIP_SOURCE_FREE:
		buf_free(&p->bytes);
		free(p);
		return 0;
	default:
		return 0;
	}
}

static zip_source_t *
source_of(struct docx_zip_out *z, struct str bytes, bool compress)
{
	struct packed *p;

	if (!compress)
		return zip_source_buffer(z->zip, bytes.p, bytes.n, 0);
	p = mem_zeroed(sizeof(*p));
	zip_error_init(&p->error);
	deflate_part(z, bytes, p);
	return zip_source_function(z->zip, packed_source, p);
}

/* The time is 1980-01-01, the first that ZIP knows: set as DOS time it is the same bytes in every time zone. */
void
docx_zip_add(struct docx_zip_out *z, const char *name, struct str bytes, bool compress)
{
	zip_source_t *source = source_of(z, bytes, compress);
	zip_int64_t index = source ? zip_file_add(z->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

	if (index < 0 ||
		zip_set_file_compression(z->zip, (zip_uint64_t)index, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) != 0 ||
		zip_file_set_dostime(z->zip, (zip_uint64_t)index, 0, 0x21, 0) != 0)
		write_failed(z, zip_get_error(z->zip));
}

void
docx_zip_finish(struct docx_zip_out *z, struct buf *bytes)
{
	zip_stat_t st;
	zip_int64_t n;

	if (zip_close(z->zip) != 0)
		write_failed(z, zip_get_error(z->zip));
	zip_stat_init(&st);
	if (zip_source_stat(z->source, &st) != 0 || zip_source_open(z->source) != 0)
		write_failed(z, zip_source_error(z->source));
	n = zip_source_read(z->source, buf_room(bytes, st.size), st.size);
	if (n < 0 || (zip_uint64_t)n != st.size)
		write_failed(z, zip_source_error(z->source));
	bytes->n += st.size;
	zip_source_close(z->source);
	zip_source_free(z->source);
	deflateEnd(&z->deflate);
	deflateEnd(&z->deflate_small);
	free(z);
}

const char *
docx_zip_library(void)
{
	return "libzip " LIBZIP_VERSION;
}
