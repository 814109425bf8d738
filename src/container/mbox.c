/*
 * Mailboxes: messages one behind the other, each with a line "From sender date"
 * in front (RFC 4155, appendix A). A line of a message that begins so is
 * guarded by ">", which is taken off; or the length of the message is said in a
 * field, and is believed where a message or the end is behind it.
 */
#include "base/header.h"
#include "container/parts.h"

static bool
is_year(struct str word)
{
	long year;

	return word.n == 4 && str_to_long(word, &year) && year >= 1970 && year <= 9999;
}

static bool
is_clock(struct str word)
{
	return word.n >= 4 && word.n <= 8 && ascii_digit(word.p[0]) && ascii_digit(word.p[word.n - 1]) &&
	       str_find_char(word, ':') != STR_NPOS;
}

/* "From someone@example.org Fri Mar 15 08:00:00 2019", and no sentence that begins with this word. */
static bool
is_from_line(struct str line)
{
	struct str word;
	bool clock = false, year = false;
	size_t n = 0;

	if (!str_starts(line, STR("From ")))
		return false;
	line = str_sub(line, 5, 1000);
	while (str_next_word(&line, &word) && n++ < 12) {
		clock = clock || is_clock(word);
		year = year || is_year(word);
	}
	return clock && year && n <= 10;
}

static struct str
line_of(struct str bytes)
{
	return str_sub(bytes, 0, str_find_char(bytes, '\n'));
}

bool
mbox_sniff(struct str head)
{
	struct str line = line_of(head), rest = str_sub(head, line.n + 1, head.n);
	struct header_field f;

	/* Behind it a message begins, with a field. */
	line = line_of(rest);
	return is_from_line(line_of(head)) && header_next(&line, &f);
}

/* Where the message at the front of `bytes` ends by what it says itself; 0: it says nothing that holds. */
static size_t
end_by_length(struct container *c, struct str bytes, struct str fields, struct str body)
{
	size_t at = (size_t)(body.p - bytes.p);
	long length;
	struct str behind;

	if (!str_to_long(header_value(&c->arena, fields, STR("Content-Length")), &length) || length < 0 ||
		(size_t)length > body.n)
		return 0;
	behind = str_sub(body, (size_t)length, body.n);
	while (behind.n > 0 && (behind.p[0] == '\n' || behind.p[0] == '\r'))
		behind = str_sub(behind, 1, behind.n);
	return behind.n == 0 || is_from_line(line_of(behind)) ? at + (size_t)length : 0;
}

/* Whether the line at `at` follows a blank one. */
static bool
behind_blank(struct str bytes, size_t at)
{
	if (at >= 2 && bytes.p[at - 2] == '\r')
		at--;
	return at < 2 || bytes.p[at - 2] == '\n';
}

/* The next line that begins a message; else the end. */
static size_t
end_by_line(struct str bytes)
{
	size_t at = 0, next;

	while ((next = str_find(str_sub(bytes, at, bytes.n), STR("\nFrom "))) != STR_NPOS) {
		at += next + 1;
		if (behind_blank(bytes, at) && is_from_line(line_of(str_sub(bytes, at, bytes.n))))
			return at;
	}
	return bytes.n;
}

static void
add_line(struct buf *out, struct str line)
{
	size_t guards = 0;

	while (guards < line.n && line.p[guards] == '>')
		guards++;
	if (guards > 0 && str_starts(str_sub(line, guards, line.n), STR("From ")))
		line = str_sub(line, 1, line.n);
	buf_add(out, line);
}

static struct str
without_guards(struct buf *out, struct str message)
{
	if (str_find(message, STR("\n>From ")) == STR_NPOS && str_find(message, STR("\n>>")) == STR_NPOS)
		return message;
	while (message.n > 0) {
		struct str line = str_sub(message, 0, line_of(message).n + 1);

		add_line(out, line);
		message = str_sub(message, line.n, message.n);
	}
	return buf_str(out);
}

/* What some programs keep in front of a mailbox for themselves. */
static bool
is_internal(struct container *c, struct str fields)
{
	return str_find(header_value(&c->arena, fields, STR("Subject")), STR("FOLDER INTERNAL DATA")) != STR_NPOS;
}

bool
mbox_next(struct container *c, struct member *m)
{
	struct str message, body, fields;
	size_t end;

	while (c->rest.n > 0 && ascii_blank(c->rest.p[0]))
		c->rest = str_sub(c->rest, 1, c->rest.n);
	if (c->rest.n == 0)
		return false;
	m->name = arena_printf(&c->arena, "message-%zu.eml", c->entries + 1);
	m->type = STR("message/rfc822");
	if (!is_from_line(line_of(c->rest)))
		member_broken(c, m, "no message begins here");
	else
		c->rest = str_sub(c->rest, line_of(c->rest).n + 1, c->rest.n);
	body = c->rest;
	fields = header_take(&body);
	end = end_by_length(c, c->rest, fields, body);
	if (end == 0)
		end = end_by_line(c->rest);
	message = str_sub(c->rest, 0, end);
	c->rest = str_sub(c->rest, end, c->rest.n);
	if (is_internal(c, fields))
		member_passed_over(c, m, "the mailbox's own data");
	m->bytes = without_guards(&c->member, message);
	container_count(c, m, m->bytes.n, m->bytes.n);
	return true;
}
