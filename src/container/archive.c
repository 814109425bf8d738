/*
 * ZIP, tar and compressed files: the only home of libarchive. Of it only what
 * works in this process is used; a filter that it would start a program for
 * does not count as one.
 */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "container/parts.h"

enum {
	BLOCK = 64 * 1024,
	RETRIES_MOST = 64 /* entries of a ZIP that end the library's reading; each starts anew */
};

struct archive_state {
	struct archive *a;
	enum container_kind kind;
	struct str bytes;
	size_t at; /* the library reads on from here */
	struct gunzip *gunzip; /* of what gzip compressed; NULL: the library reads it */
	struct zip_flags flags;
	size_t flag; /* the first that is not before `at` */
	char block[BLOCK];
	size_t seen;	/* entries that have come by */
	size_t retries;
	bool damaged;	/* the last one was a header that is none: one fault is said once */
};

/* A block as it is, or a copy in which the flags are hidden. */
static la_ssize_t
read_block(struct archive *a, void *context, const void **block)
{
	struct archive_state *s = context;
	size_t from = s->at, n = s->bytes.n - from < BLOCK ? s->bytes.n - from : BLOCK;

	(void)a;
	*block = s->bytes.p + from;
	while (s->flag < s->flags.n && s->flags.at[s->flag] < from)
		s->flag++;
	for (; s->flag < s->flags.n && s->flags.at[s->flag] < from + n; s->flag++) {
		if (!zip_flag_stands(s->bytes, s->flags.at[s->flag]))
			continue;
		if (*block != s->block)
			*block = memcpy(s->block, s->bytes.p + from, n);
		s->block[s->flags.at[s->flag] - from] &= ~ZIP_FLAG_UTF8;
	}
	s->at += n;
	return (la_ssize_t)n;
}

static la_ssize_t
read_gzip(struct archive *a, void *context, const void **block)
{
	struct archive_state *s = context;
	size_t n = gunzip_next(s->gunzip, s->block, BLOCK);

	(void)a;
	s->at = gunzip_at(s->gunzip);
	*block = s->block;
	return (la_ssize_t)n;
}

static la_int64_t
skip(struct archive *a, void *context, la_int64_t n)
{
	struct archive_state *s = context;
	size_t left = s->bytes.n - s->at, step = n < 0 ? 0 : (uint64_t)n < left ? (size_t)n : left;

	(void)a;
	s->at += step;
	return (la_int64_t)step;
}

static la_int64_t
seek(struct archive *a, void *context, la_int64_t offset, int whence)
{
	struct archive_state *s = context;
	la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (la_int64_t)s->at : (la_int64_t)s->bytes.n;
	la_int64_t to = from + offset;

	(void)a;
	if (to < 0)
		return ARCHIVE_FATAL;
	s->at = (uint64_t)to < s->bytes.n ? (size_t)to : s->bytes.n;
	s->flag = 0;
	for (size_t low = 0, high = s->flags.n; low < high; s->flag = low) {
		size_t middle = low + (high - low) / 2;

		if (s->flags.at[middle] < s->at)
			low = middle + 1;
		else
			high = middle;
	}
	return (la_int64_t)s->at;
}

/* A filter counts when it is all in the library: else it answers with a warning, that it would start a program. */
static bool
works_here(int (*support)(struct archive *))
{
	struct archive *probe = archive_read_new();
	bool works = probe && support(probe) == ARCHIVE_OK;

	archive_read_free(probe);
	return works;
}

static void
support_compressed(struct archive *a)
{
	static int (*const filters[])(struct archive *) = {
		archive_read_support_filter_xz,
		archive_read_support_filter_zstd,
		archive_read_support_filter_bzip2,
	};

	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
		if (works_here(filters[i]))
			filters[i](a);
	archive_read_support_format_tar(a);
	archive_read_support_format_raw(a);
	archive_read_support_format_empty(a);
}

static void
open_again(struct archive_state *s)
{
	archive_read_free(s->a);
	s->a = archive_read_new();
	s->at = s->flag = 0;
	if (s->kind == CONTAINER_ZIP) {
		archive_read_support_format_zip_seekable(s->a);
		archive_read_support_format_zip_streamable(s->a);
	} else if (s->kind == CONTAINER_TAR) {
		archive_read_support_format_tar(s->a);
	} else {
		support_compressed(s->a);
	}
	archive_read_set_read_callback(s->a, s->gunzip ? read_gzip : read_block);
	if (!s->gunzip) {
		archive_read_set_skip_callback(s->a, skip);
		archive_read_set_seek_callback(s->a, seek);
	}
	archive_read_set_callback_data(s->a, s);
	archive_read_open1(s->a);
}

/*
 * What ends the library's reading need not be the end of a ZIP: its directory
 * leads to the entries behind. False when this is no more to be tried.
 */
static bool
go_behind(struct archive_state *s)
{
	struct archive_entry *entry;

	if (s->kind != CONTAINER_ZIP || s->retries++ == RETRIES_MOST)
		return false;
	open_again(s);
	for (size_t i = 0; i < s->seen; i++)
		if (archive_read_next_header(s->a, &entry) < ARCHIVE_WARN)
			return false;
	return true;
}

/* The library's words for what is wrong; some of them come with an address or a number that says nothing here. */
static const char *
why(struct archive *a)
{
	const char *said = archive_error_string(a);

	return said ? said : "damaged";
}

static const char *
no_file(struct archive_entry *entry)
{
	if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
		return "a link";
	if (archive_entry_filetype(entry) == AE_IFDIR)
		return "a folder";
	return archive_entry_filetype(entry) == AE_IFREG ? NULL : "a device";
}

/* What gzip compressed may end too early without that its contents do so. True when there was that to say. */
static bool
say_fault(struct container *c, struct member *m)
{
	const char *fault = c->archive->gunzip ? gunzip_fault(c->archive->gunzip) : NULL;

	if (fault)
		member_broken(c, m, "%s", fault);
	c->ended = c->ended || fault;
	return fault != NULL;
}

static void
read_bytes(struct container *c, struct member *m)
{
	struct archive_state *s = c->archive;
	la_ssize_t n;

	do {
		char *room = buf_room(&c->member, BLOCK);

		n = archive_read_data(s->a, room, BLOCK);
		if (n > 0) {
			c->member.n += (size_t)n;
			if (!container_count(c, m, c->member.n, (size_t)n))
				return;
		}
	} while (n > 0);
	m->bytes = buf_str(&c->member);
	if (n == 0) {
		if (archive_format(s->a) == ARCHIVE_FORMAT_RAW)
			say_fault(c, m); /* it has no end of its own */
		return;
	}
	member_broken(c, m, "%s", why(s->a));
	if (n == ARCHIVE_FATAL && !go_behind(s))
		c->ended = true;
}

static void
read_entry(struct container *c, struct member *m, struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);

	c->archive->seen++;
	if (name && archive_format(c->archive->a) != ARCHIVE_FORMAT_RAW)
		m->name = member_name(c, str_of(name));
	if (archive_entry_mtime_is_set(entry))
		m->time = (int64_t)archive_entry_mtime(entry);
	if (no_file(entry))
		member_passed_over(c, m, "%s", no_file(entry));
	else if (archive_entry_is_encrypted(entry))
		member_broken(c, m, "encrypted");
	else
		read_bytes(c, m);
}

static bool
archive_next(struct container *c, struct member *m)
{
	struct archive_state *s = c->archive;
	struct archive_entry *entry;
	int result;

	for (;;) {
		result = archive_read_next_header(s->a, &entry);
		if (result == ARCHIVE_EOF)
			return say_fault(c, m);
		if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
			break;
		c->ended = result == ARCHIVE_FATAL;
		if (s->damaged && !c->ended)
			continue;
		s->damaged = true;
		member_broken(c, m, "%s", why(s->a));
		return true;
	}
	s->damaged = false;
	read_entry(c, m, entry);
	return true;
}

void
archive_begin(struct container *c, enum container_kind kind)
{
	c->archive = mem_zeroed(sizeof(*c->archive));
	c->archive->bytes = c->bytes;
	c->archive->kind = kind;
	c->next = archive_next;
	if (kind == CONTAINER_ZIP)
		zip_flags_find(&c->archive->flags, c->bytes);
	if (kind == CONTAINER_COMPRESSED && str_starts(c->bytes, STR("\x1F\x8B")))
		c->archive->gunzip = gunzip_begin(c->bytes);
	open_again(c->archive);
}

void
archive_end(struct container *c)
{
	if (!c->archive)
		return;
	archive_read_free(c->archive->a);
	gunzip_end(c->archive->gunzip);
	free(c->archive->flags.at);
	free(c->archive);
}

size_t
archive_at(const struct container *c)
{
	return c->archive->at;
}

const char *
archive_library(void)
{
	return archive_version_details();
}
