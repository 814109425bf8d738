/* What every kind has in common: which it is, the limits, and what a member is called. */
#include "container/container.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "container/parts.h"

const struct container_limits container_limits = {
	.entries = LIMIT_CONTAINER_ENTRIES,
	.member = LIMIT_CONTAINER_MEMBER,
	.total = LIMIT_CONTAINER_TOTAL,
	.ratio = LIMIT_CONTAINER_RATIO,
};

enum { TAR_BLOCK = 512, TAR_SUM_AT = 148, TAR_SUM_LENGTH = 8 };

/* POSIX ustar, 10.1.1: the sum of the header's bytes, with blanks where the sum itself stands, in octal. */
static bool
is_tar(struct str head)
{
	unsigned long sum = 0, said = 0;
	size_t i;

	if (head.n < TAR_BLOCK || head.p[0] == '\0')
		return false;
	for (i = 0; i < TAR_BLOCK; i++)
		sum += i - TAR_SUM_AT < TAR_SUM_LENGTH ? ' ' : (unsigned char)head.p[i];
	for (i = TAR_SUM_AT; i < TAR_SUM_AT + TAR_SUM_LENGTH && head.p[i] == ' ';)
		i++;
	for (; i < TAR_SUM_AT + TAR_SUM_LENGTH && head.p[i] >= '0' && head.p[i] <= '7'; i++)
		said = said * 8 + (unsigned long)(head.p[i] - '0');
	return sum == said;
}

static enum container_kind
sniff_gzip(struct str head)
{
	struct buf front = { 0 };
	enum container_kind kind = CONTAINER_COMPRESSED;

	inflate_stream(NULL, NULL, &head, WRAPPED_GZIP, &front);
	if (warc_sniff(buf_str(&front)))
		kind = CONTAINER_WARC;
	buf_free(&front);
	return kind;
}

enum container_kind
container_sniff(struct str head)
{
	static const struct {
		struct str mark;
		enum container_kind kind;
	} marks[] = {
		{ STR("PK\x03\x04"), CONTAINER_ZIP },
		{ STR("PK\x05\x06"), CONTAINER_ZIP }, /* an empty one */
		{ STR("PK\x07\x08PK\x03\x04"), CONTAINER_ZIP }, /* that was to be in several parts */
		{ STR("\xFD" "7zXZ"), CONTAINER_COMPRESSED },
		{ STR("\x28\xB5\x2F\xFD"), CONTAINER_COMPRESSED }, /* zstd */
		{ STR("BZh"), CONTAINER_COMPRESSED },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(head, marks[i].mark))
			return marks[i].kind;
	if (str_starts(head, STR("\x1F\x8B\x08")))
		return sniff_gzip(head);
	if (warc_sniff(head))
		return CONTAINER_WARC;
	if (is_tar(head))
		return CONTAINER_TAR;
	return mbox_sniff(head) ? CONTAINER_MBOX : CONTAINER_NONE;
}

const char *
container_name(enum container_kind kind)
{
	static const char *const names[] = {
		[CONTAINER_NONE] = "no container",
		[CONTAINER_ZIP] = "ZIP archive",
		[CONTAINER_TAR] = "tar archive",
		[CONTAINER_COMPRESSED] = "compressed file",
		[CONTAINER_MBOX] = "mailbox",
		[CONTAINER_WARC] = "web archive",
	};

	return names[kind];
}

struct container *
container_open(struct str bytes, enum container_kind kind, struct charsets *charsets,
	const struct container_limits *limits)
{
	struct container *c = mem_zeroed(sizeof(*c));

	c->bytes = c->rest = bytes;
	c->charsets = charsets;
	c->limits = limits ? *limits : container_limits;
	if (kind == CONTAINER_MBOX)
		c->next = mbox_next;
	else if (kind == CONTAINER_WARC)
		warc_begin(c);
	else if (kind != CONTAINER_NONE)
		archive_begin(c, kind);
	else
		c->ended = true;
	return c;
}

void
container_close(struct container *c)
{
	archive_end(c);
	warc_end(c);
	buf_free(&c->member);
	arena_free(&c->arena);
	free(c);
}

bool
container_next(struct container *c, struct member *m)
{
	*m = (struct member){ 0 };
	arena_free(&c->arena);
	buf_clear(&c->member);
	if (c->ended)
		return false;
	if (c->entries == c->limits.entries) {
		member_broken(c, m, "more than %zu entries; the others are not read", c->limits.entries);
		c->ended = true;
	} else if (!c->next(c, m)) {
		c->ended = true;
		return false;
	}
	c->entries++;
	if (m->name.n == 0)
		m->name = arena_printf(&c->arena, "member-%zu", c->entries);
	if (m->state != MEMBER_WHOLE)
		m->bytes = STR_NONE;
	return true;
}

size_t
container_at(const struct container *c)
{
	return c->archive ? archive_at(c) : c->bytes.n - c->rest.n;
}

void
container_limits_take(struct container_limits *left, const struct member *m)
{
	left->entries -= left->entries > 0;
	left->total -= m->bytes.n < left->total ? m->bytes.n : left->total;
}

static void
member_is(struct container *c, struct member *m, enum member_state state, const char *fmt, va_list args)
{
	char line[512];

	if (m->state != MEMBER_WHOLE)
		return;
	vsnprintf(line, sizeof(line), fmt, args);
	m->state = state;
	m->why = member_name(c, str_of(line));
}

void
member_broken(struct container *c, struct member *m, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	member_is(c, m, MEMBER_BROKEN, fmt, args);
	va_end(args);
}

void
member_passed_over(struct container *c, struct member *m, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	member_is(c, m, MEMBER_PASSED_OVER, fmt, args);
	va_end(args);
}

bool
container_count(struct container *c, struct member *m, size_t size, size_t n)
{
	c->inflated += n;
	if (c->inflated > c->limits.total) {
		member_broken(c, m, "more than %llu bytes in all; the others are not read", (unsigned long long)c->limits.total);
		c->ended = true;
	} else if (c->inflated > LIMIT_CONTAINER_RATIO_FROM && c->inflated / c->limits.ratio > c->bytes.n) {
		member_broken(c, m, "more than %u times the size of its container; the others are not read", c->limits.ratio);
		c->ended = true;
	} else if (size > c->limits.member) {
		member_broken(c, m, "more than %zu bytes", c->limits.member);
	}
	return m->state == MEMBER_WHOLE;
}

const char *
container_libraries(void)
{
	return archive_library();
}
