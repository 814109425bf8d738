/*
 * Web archives (ISO 28500): records, each a block of fields and as many bytes
 * as they say. They are compressed one by one as a rule, so that what is in
 * memory is one record. Each is accounted for; what was damaged ends at the
 * next one that can be found.
 */
#include <stdlib.h>

#include "base/date.h"
#include "base/header.h"
#include "container/parts.h"

struct warc_state {
	bool compressed;
	struct buf segment; /* what was inflated last */
	struct str left;    /* of it */
};

bool
warc_sniff(struct str head)
{
	return str_starts(head, STR("WARC/0.")) || str_starts(head, STR("WARC/1."));
}

static void
skip_lines(struct str *rest)
{
	while (rest->n > 0 && (rest->p[0] == '\r' || rest->p[0] == '\n'))
		*rest = str_sub(*rest, 1, rest->n);
}

/* To the next place where a record may begin, which is not here. */
static void
go_to_next(struct str *rest, struct str mark)
{
	size_t at = str_find(str_sub(*rest, 1, rest->n), mark);

	*rest = at == STR_NPOS ? STR_NONE : str_sub(*rest, at + 1, rest->n);
}

/* Inflates the next part of the file; false when it is damaged, which the member says. */
static bool
next_segment(struct container *c, struct member *m)
{
	struct warc_state *w = c->warc;
	struct str rest = c->rest;
	enum inflated result;

	buf_clear(&w->segment);
	w->left = STR_NONE;
	result = inflate_stream(c, m, &rest, WRAPPED_GZIP, &w->segment);
	if (result == INFLATED_WHOLE) {
		c->rest = rest;
		w->left = buf_str(&w->segment);
		return true;
	}
	if (result == INFLATED_CUT)
		member_broken(c, m, "cut off in a compressed record");
	else
		member_broken(c, m, "damaged in a compressed record");
	go_to_next(&c->rest, STR("\x1F\x8B\x08"));
	return false;
}

static struct str
target_of(struct container *c, struct str fields)
{
	struct str uri = header_value(&c->arena, fields, STR("WARC-Target-URI"));

	if (uri.n == 0)
		uri = header_value(&c->arena, fields, STR("WARC-Record-ID"));
	if (str_starts(uri, STR("<")) && str_ends(uri, STR(">")))
		uri = str_sub(uri, 1, uri.n - 1);
	return member_name(c, uri);
}

static void
read_payload(struct container *c, struct member *m, struct str fields, struct str block)
{
	struct str type = header_value(&c->arena, fields, STR("Content-Type"));

	if (str_is_nocase(value_head(type), "application/http")) {
		http_read(c, m, block);
		return;
	}
	m->type = value_head(type);
	m->charset = value_parameter(&c->arena, type, STR("charset"), NULL);
	m->bytes = block;
	if (!may_be_release(m->type))
		member_passed_over(c, m, "of type %.*s", STR_FMT(m->type));
}

/* What a whole record is. */
static void
read_record(struct container *c, struct member *m, struct str fields, struct str block)
{
	struct str type = header_value(&c->arena, fields, STR("WARC-Type"));
	struct str cut = header_value(&c->arena, fields, STR("WARC-Truncated"));
	struct date date;

	m->name = m->url = target_of(c, fields);
	if (date_parse(header_value(&c->arena, fields, STR("WARC-Date")), &date))
		m->time = date_seconds(date);
	if (str_is_nocase(type, "revisit"))
		member_passed_over(c, m, "a revisit: the page was as it had been");
	else if (!str_is_nocase(type, "response") && !str_is_nocase(type, "resource") && !str_is_nocase(type, "conversion"))
		member_passed_over(c, m, "a %.*s record", STR_FMT(type));
	else if (header_value(&c->arena, fields, STR("WARC-Segment-Number")).n > 0)
		member_broken(c, m, "in several segments");
	else
		read_payload(c, m, fields, block);
	if (cut.n > 0)
		member_broken(c, m, "cut off when it was fetched: %.*s", STR_FMT(cut));
}

static void
take_record(struct container *c, struct member *m, struct str *rest)
{
	struct str record = *rest, fields, block;
	long length;

	if (!warc_sniff(*rest)) {
		member_broken(c, m, "no record begins here");
		go_to_next(rest, STR("WARC/1."));
		return;
	}
	fields = header_take(rest);
	if (!str_to_long(header_value(&c->arena, fields, STR("Content-Length")), &length) || length < 0) {
		member_broken(c, m, "a record without a length");
		*rest = record;
		go_to_next(rest, STR("WARC/1."));
		return;
	}
	block = str_sub(*rest, 0, (size_t)length);
	*rest = str_sub(*rest, (size_t)length, rest->n);
	if (block.n < (size_t)length) {
		m->name = m->url = target_of(c, fields);
		member_broken(c, m, "cut off: %zu bytes of %ld", block.n, length);
		return;
	}
	read_record(c, m, fields, block);
}

static bool
warc_next(struct container *c, struct member *m)
{
	struct warc_state *w = c->warc;
	struct str *rest = w->compressed ? &w->left : &c->rest;

	skip_lines(rest);
	while (w->compressed && rest->n == 0 && c->rest.n > 0) {
		if (!next_segment(c, m))
			return true;
		skip_lines(rest);
	}
	if (rest->n == 0)
		return false;
	take_record(c, m, rest);
	return true;
}

void
warc_begin(struct container *c)
{
	c->warc = mem_zeroed(sizeof(*c->warc));
	c->warc->compressed = str_starts(c->bytes, STR("\x1F\x8B"));
	c->next = warc_next;
}

void
warc_end(struct container *c)
{
	if (c->warc)
		buf_free(&c->warc->segment);
	free(c->warc);
}
