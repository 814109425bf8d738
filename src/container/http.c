/* An answer of a web server as it went over the line: RFC 9112, and the codings of RFC 9110, section 8.4. */
#include <string.h>

#include "base/header.h"
#include "container/parts.h"

bool
may_be_release(struct str type)
{
	static const char *const types[] = {
		"", /* the server did not say */
		"text/html",
		"application/xhtml+xml",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.iptc.g2.newsitem+xml",
		"application/vnd.iptc.g2.newsmessage+xml",
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_is_nocase(type, types[i]))
			return true;
	return false;
}

/* The size at the front of a chunk (RFC 9112, 7.1), whose line is taken off. False: no size stands there. */
static bool
take_size(struct str *rest, size_t *size)
{
	struct str line;
	size_t i;

	*size = 1; /* no end */
	if (!str_next(rest, '\n', &line))
		return false;
	*size = 0;
	for (i = 0; i < line.n && i < 15 && ascii_hex(line.p[i]) >= 0; i++)
		*size = *size * 16 + (size_t)ascii_hex(line.p[i]);
	return i > 0;
}

/* Puts the chunks together. Some programs have done so before and left the field: then it stays as it is. */
static struct str
dechunk(struct container *c, struct member *m, struct str body)
{
	struct str rest = body;
	size_t size, n = 0;
	char *all;

	if (!take_size(&rest, &size))
		return body;
	all = arena_alloc(&c->arena, body.n);
	while (size > 0 && size < rest.n) {
		memcpy(all + n, rest.p, size);
		n += size;
		rest = str_sub(rest, size, rest.n);
		str_next(&rest, '\n', &(struct str){ 0 });
		if (!take_size(&rest, &size))
			break;
	}
	if (size > 0)
		member_broken(c, m, "cut off between chunks");
	return (struct str){ all, n };
}

static struct str
inflate_body(struct container *c, struct member *m, struct str body, enum wrapping how)
{
	enum inflated result = inflate_stream(c, m, &body, how, &c->member);

	if (result == INFLATED_CUT)
		member_broken(c, m, "cut off in compressed content");
	else if (result == INFLATED_DAMAGED)
		member_broken(c, m, "damaged in compressed content");
	return buf_str(&c->member);
}

/* "deflate" should be zlib's form, but some servers send it bare. */
static enum wrapping
deflate_of(struct str body)
{
	return body.n >= 2 && (body.p[0] & 0x0F) == 8 && ((unsigned char)body.p[0] * 256 + (unsigned char)body.p[1]) % 31 == 0
		? WRAPPED_ZLIB
		: WRAPPED_RAW;
}

static struct str
decode(struct container *c, struct member *m, struct str body, struct str coding)
{
	if (coding.n == 0 || str_is_nocase(coding, "identity"))
		return body;
	if (str_is_nocase(coding, "gzip") || str_is_nocase(coding, "x-gzip"))
		/* Some crawlers unpack it and leave the field. */
		return str_starts(body, STR("\x1F\x8B")) ? inflate_body(c, m, body, WRAPPED_GZIP) : body;
	if (str_is_nocase(coding, "deflate"))
		return inflate_body(c, m, body, deflate_of(body));
	member_broken(c, m, "its content coding is not known here: %.*s", STR_FMT(coding));
	return STR_NONE;
}

static void
check_length(struct container *c, struct member *m, struct str fields, struct str body)
{
	long length;

	if (str_to_long(header_value(&c->arena, fields, STR("Content-Length")), &length) && length > 0 &&
		body.n < (size_t)length)
		member_broken(c, m, "cut off: %zu bytes of %ld", body.n, length);
}

void
http_read(struct container *c, struct member *m, struct str answer)
{
	struct str fields = header_take(&answer), line = fields, status, type;

	line = str_sub(line, 0, str_find_char(line, '\n'));
	str_next_word(&line, &status);
	if (!str_starts(status, STR("HTTP/")) || !str_next_word(&line, &status)) {
		member_broken(c, m, "no answer of a web server");
		return;
	}
	type = header_value(&c->arena, fields, STR("Content-Type"));
	m->type = value_head(type);
	m->charset = value_parameter(&c->arena, type, STR("charset"), NULL);
	if (!str_is(status, "200")) {
		member_passed_over(c, m, "answered with status %.*s", STR_FMT(status));
		return;
	}
	if (!may_be_release(m->type)) {
		member_passed_over(c, m, "of type %.*s", STR_FMT(m->type));
		return;
	}
	if (header_value(&c->arena, fields, STR("Transfer-Encoding")).n > 0)
		answer = dechunk(c, m, answer);
	else
		check_length(c, m, fields, answer);
	m->bytes = decode(c, m, answer, header_value(&c->arena, fields, STR("Content-Encoding")));
}
