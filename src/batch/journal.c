#include "batch/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/json_read.h"
#include "base/utf8.h"
#include "batch/names.h"
#include "io.h"

enum { SLOTS = 1 << 16, REPORT_CHUNK = 1 << 20 };

static const struct place nowhere = { 0 };
static const char record_key[] = "\"record\":";

/* What is not UTF-8 in it becomes U+FFFD. */
static void
put_text(struct buf *out, struct str path)
{
	while (path.n > 0) {
		uint32_t c = utf8_next(&path);

		utf8_put(out, c == UTF8_BAD ? 0xFFFD : c);
	}
}

void
json_path(struct json *out, const char *key, struct str path)
{
	struct buf text = { 0 }, hex = { 0 };

	put_text(&text, path);
	json_text(out, key, buf_str(&text));
	if (utf8_check(path) != STR_NPOS) {
		for (size_t i = 0; i < path.n; i++)
			buf_printf(&hex, "%02x", (unsigned char)path.p[i]);
		buf_clear(&text);
		buf_printf(&text, "%s_hex%c", key, '\0');
		json_text(out, text.p, buf_str(&hex));
	}
	buf_free(&text);
	buf_free(&hex);
}

struct str
journal_key(struct arena *a, struct str source, struct str member)
{
	struct buf text = { 0 };
	struct str key;

	put_text(&text, source);
	buf_char(&text, '\0');
	put_text(&text, member);
	key = arena_str(a, buf_str(&text));
	buf_free(&text);
	return key;
}

static long
number_of(const json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);

	return json_is_number(value) ? (long)json_number_value(value) : -1;
}

static void
remember_images(struct journal *j, struct remembered *r, json_t *record)
{
	json_t *images = json_object_get(record, "images");

	r->image_count = json_array_size(images);
	r->images = arena_alloc(&j->arena, r->image_count * sizeof(*r->images));
	for (size_t i = 0; i < r->image_count; i++)
		r->images[i] = arena_str(&j->arena, json_str(json_array_get(images, i)));
}

static void
remember(struct journal *j, json_t *record, uint64_t at, size_t n)
{
	struct remembered *r = ARENA_NEW(&j->arena, struct remembered), **slot;

	r->key = journal_key(&j->arena, json_member(record, "source"), json_member(record, "member"));
	r->hash = arena_str(&j->arena, json_member(record, "sha256"));
	r->output = arena_str(&j->arena, json_member(record, "output"));
	r->output_bytes = number_of(record, "output_bytes");
	r->done = str_is(json_member(record, "state"), "done");
	remember_images(j, r, record);
	r->at = at;
	r->n = n;
	slot = &j->slot[names_hash(r->key) % SLOTS];
	r->next = *slot;
	*slot = r;
}

/* One line, without its end. False when it is none of ours. */
static bool
read_line(struct journal *j, struct str line, uint64_t at)
{
	size_t begin = str_find(line, str_of(record_key));
	json_t *root = json_read(line, NULL), *record = json_object_get(root, "record");
	bool ours = record && begin != STR_NPOS;

	begin += sizeof(record_key) - 1;
	if (ours)
		remember(j, record, at + begin, line.n - begin - 1);
	json_decref(root);
	return ours;
}

/* The first line: {"command":"...","now":"..."}. */
static void
read_head(struct journal *j, struct str line, struct str command, struct str *now)
{
	json_t *root = json_read(line, NULL);

	if (!root || !str_eq(json_member(root, "command"), command))
		fail(j->diag, STATUS_USAGE, nowhere, "--resume: %s is of another command, or is no journal", j->name);
	*now = arena_str(&j->arena, json_member(root, "now"));
	json_decref(root);
}

/* Reads what is there; what a kill has cut off is cut off here too. False when nothing is there. */
static bool
read_old(struct journal *j, struct str command, struct str *now)
{
	struct buf bytes = { 0 };
	struct str rest, line;

	io_receive(j->diag, j->fd, &bytes);
	rest = buf_str(&bytes);
	while (rest.n > 0 && str_find_char(rest, '\n') != STR_NPOS) {
		uint64_t at = j->size;

		str_next(&rest, '\n', &line);
		if (at == 0)
			read_head(j, line, command, now);
		else if (!read_line(j, line, at))
			break;
		j->size += line.n + 1;
	}
	buf_free(&bytes);
	if (ftruncate(j->fd, (off_t)j->size) != 0 || lseek(j->fd, 0, SEEK_END) < 0)
		fail(j->diag, STATUS_IO, nowhere, "cannot write %s: %s", j->name, strerror(errno));
	return j->size > 0;
}

void
journal_flush(struct journal *j)
{
	io_write(j->diag, j->fd, j->name, buf_str(&j->waiting));
	buf_clear(&j->waiting);
}

static void
write_head(struct journal *j, struct str command, struct str now)
{
	struct json out = { .out = &j->waiting };

	json_open(&out, NULL, '{');
	json_text(&out, "command", command);
	json_text(&out, "now", now);
	json_close(&out, '}');
	buf_char(&j->waiting, '\n');
	j->size += j->waiting.n;
	journal_flush(j);
}

/* Two batches at one journal would lose records: so it is where a machine was thought dead and is not. */
static void
lock(struct journal *j)
{
	if (!io_lock(j->fd))
		fail(j->diag, STATUS_CREATE, nowhere, "another batch is at work with %s", j->name);
}

void
journal_open(struct journal *j, struct diag *diag, const char *name, bool resume, struct str command, struct str *now)
{
	*j = (struct journal){ .diag = diag, .name = name };
	j->fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (j->fd < 0)
		fail(diag, STATUS_CREATE, nowhere, "cannot create %s: %s", name, strerror(errno));
	lock(j);
	if (!resume && ftruncate(j->fd, 0) != 0)
		fail(diag, STATUS_IO, nowhere, "cannot write %s: %s", name, strerror(errno));
	j->slot = mem_zeroed(SLOTS * sizeof(struct remembered *));
	if (!read_old(j, command, now))
		write_head(j, command, *now);
}

const struct remembered *
journal_find(const struct journal *j, struct str key)
{
	const struct remembered *r = j->slot[names_hash(key) % SLOTS];

	while (r && !str_eq(r->key, key))
		r = r->next;
	return r;
}

static void
set_entry(struct journal *j, size_t number, uint64_t at, size_t n)
{
	while (number >= j->entries) {
		size_t more = j->entries ? j->entries : 1024;

		j->entry = mem_grow(j->entry, (j->entries + more) * sizeof(*j->entry));
		memset(j->entry + j->entries, 0, more * sizeof(*j->entry));
		j->entries += more;
	}
	j->entry[number] = (struct journal_entry){ at, n };
}

void
journal_add(struct journal *j, size_t number, struct str record, double at, double seconds)
{
	size_t before = j->waiting.n;

	buf_printf(&j->waiting, "{\"at\":%.6f,\"seconds\":%.6f,%s", at, seconds, record_key);
	set_entry(j, number, j->size + j->waiting.n - before, record.n);
	buf_add(&j->waiting, record);
	buf_puts(&j->waiting, "}\n");
	j->size += j->waiting.n - before;
}

void
journal_take(struct journal *j, size_t number, const struct remembered *r)
{
	set_entry(j, number, r->at, r->n);
}

static bool
write_some(int fd, struct buf *out, size_t least)
{
	if (out->n < least)
		return true;
	if (io_put(fd, buf_str(out)) != 0)
		return false;
	buf_clear(out);
	return true;
}

int
journal_report(const struct journal *j, int fd)
{
	struct buf out = { 0 };
	bool well = true;

	for (size_t i = 0; well && i < j->entries; i++) {
		const struct journal_entry *e = &j->entry[i];

		if (e->n == 0)
			continue;
		well = pread(j->fd, buf_room(&out, e->n + 1), e->n, (off_t)e->at) == (ssize_t)e->n;
		out.n += e->n;
		buf_char(&out, '\n');
		well = well && write_some(fd, &out, REPORT_CHUNK);
	}
	well = well && write_some(fd, &out, 1);
	buf_free(&out);
	return well ? 0 : errno ? errno : EIO;
}

/* The path of a record's input, also of one that is not UTF-8. */
static void
source_of(json_t *record, struct buf *path)
{
	struct str hex = json_member(record, "source_hex");

	buf_clear(path);
	for (size_t i = 0; i + 1 < hex.n; i += 2) {
		const char digits[] = { hex.p[i], hex.p[i + 1], '\0' };

		buf_char(path, (char)strtol(digits, NULL, 16));
	}
	if (hex.n == 0)
		buf_add(path, json_member(record, "source"));
}

void
journal_failed(struct diag *diag, const char *report, struct buf *out)
{
	struct buf bytes = { 0 }, path = { 0 }, last = { 0 };
	struct str rest, line;

	io_read(diag, report, SIZE_MAX / 4, NULL, &bytes);
	rest = buf_str(&bytes);
	while (str_next(&rest, '\n', &line)) {
		json_t *record = json_read(line, NULL);

		if (record && str_is(json_member(record, "state"), "failed")) {
			source_of(record, &path);
			if (!str_eq(buf_str(&path), buf_str(&last))) {
				buf_add(out, buf_str(&path));
				buf_char(out, '\0');
			}
			buf_clear(&last);
			buf_add(&last, buf_str(&path));
		}
		json_decref(record);
	}
	buf_free(&last);
	buf_free(&path);
	buf_free(&bytes);
}
