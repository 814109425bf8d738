#include "eml/eml_mime.h"

#include "base/base64.h"
#include "base/header.h"

/* The multiparts that are open, outermost first, with what separates their parts. */
struct open {
	struct mime_part *part[MIME_DEPTH];
	struct str boundary[MIME_DEPTH];
	size_t n;
};

bool
mime_is(const struct mime_part *p, struct str type)
{
	return str_ends(type, STR("/")) ? str_starts_nocase(p->type, type) : str_eq_nocase(p->type, type);
}

struct str
mime_parameter(struct arena *a, const struct mime_part *p, struct str name)
{
	return value_parameter(a, p->parameters, name, NULL);
}

/* A new part, whose head stands at the front of *rest and is taken off. */
static struct mime_part *
add_part(struct mime *m, struct mime_part *parent, struct str *rest)
{
	struct mime_part *p = ARENA_NEW(m->a, struct mime_part);

	p->fields = header_take(rest);
	p->parameters = header_value(m->a, p->fields, STR("Content-Type"));
	p->type = value_head(p->parameters);
	if (str_find_char(p->type, '/') == STR_NPOS)
		p->type = parent && mime_is(parent, STR("multipart/digest")) ? STR("message/rfc822") : STR("text/plain");
	p->body = *rest;
	p->parent = parent;
	if (m->last)
		m->last->next = p;
	m->last = p;
	if (!m->root)
		m->root = p;
	if (parent && parent->last)
		parent->last->sibling = p;
	else if (parent)
		parent->first = p;
	if (parent)
		parent->last = p;
	p->depth = parent ? parent->depth + 1 : 0;
	m->count++;
	return p;
}

/* Whether what is in it can be read as a message: it is in no coding. */
static bool
is_message(struct mime *m, const struct mime_part *p)
{
	struct str coding = header_value(m->a, p->fields, STR("Content-Transfer-Encoding"));

	return mime_is(p, STR("message/rfc822")) && !str_is_nocase(coding, "base64") &&
	       !str_is_nocase(coding, "quoted-printable");
}

/* Opens the part at the front of *rest and what it begins with. The innermost is what comes next; NULL: that is a multipart. */
static struct mime_part *
open_part(struct mime *m, struct open *open, struct mime_part *parent, struct str *rest)
{
	struct mime_part *p = add_part(m, parent, rest);
	struct str boundary;

	while (is_message(m, p) && p->depth + 1 < MIME_DEPTH)
		p = add_part(m, p, rest);
	if (!mime_is(p, STR("multipart/")))
		return p;
	boundary = mime_parameter(m->a, p, STR("boundary"));
	if (boundary.n == 0 || open->n == MIME_DEPTH) {
		p->type = STR("text/plain");
		return p;
	}
	p->body = STR_NONE;
	open->part[open->n] = p;
	open->boundary[open->n++] = boundary;
	return NULL;
}

/* Which of the open multiparts a line separates; STR_NPOS: none. *ends: it was its last part. */
static size_t
separated(const struct open *open, struct str line, bool *ends)
{
	if (!str_starts(line, STR("--")))
		return STR_NPOS;
	line = str_sub(line, 2, line.n);
	while (line.n > 0 && ascii_blank(line.p[line.n - 1]))
		line.n--;
	for (size_t i = open->n; i-- > 0;) {
		struct str behind = str_sub(line, open->boundary[i].n, line.n);

		*ends = str_is(behind, "--");
		if (str_starts(line, open->boundary[i]) && (behind.n == 0 || *ends))
			return i;
	}
	return STR_NPOS;
}

/* A leaf ends in front of the line at `end`; the end of the line before belongs to that. */
static void
close_leaf(struct mime_part *leaf, const char *end)
{
	if (!leaf)
		return;
	leaf->body.n = (size_t)(end - leaf->body.p);
	if (leaf->body.n > 0 && leaf->body.p[leaf->body.n - 1] == '\n')
		leaf->body.n--;
	if (leaf->body.n > 0 && leaf->body.p[leaf->body.n - 1] == '\r')
		leaf->body.n--;
}

void
mime_parse(struct mime *m, struct arena *a, struct str message)
{
	struct open open = { .n = 0 };
	struct str rest = message;
	struct mime_part *leaf;
	bool ends;

	*m = (struct mime){ .a = a, .size = message.n };
	leaf = open_part(m, &open, NULL, &rest);
	while (rest.n > 0 && open.n > 0 && m->count < MIME_PARTS) {
		const char *begin = rest.p;
		size_t end = str_find_char(rest, '\n'), at = separated(&open, str_sub(rest, 0, end), &ends);

		rest = str_sub(rest, end == STR_NPOS ? rest.n : end + 1, rest.n);
		if (at == STR_NPOS)
			continue;
		close_leaf(leaf, begin);
		leaf = NULL;
		open.n = ends ? at : at + 1;
		if (!ends)
			leaf = open_part(m, &open, open.part[at], &rest);
	}
	m->cut = open.n > 0;
}

/* What stands behind a "=": a character, the end of the line, or neither. How many bytes of it are spent. */
static size_t
escaped(struct buf *out, struct str behind)
{
	size_t blanks = 0;
	int byte = str_hex_byte(behind);

	if (byte >= 0) {
		buf_char(out, (char)byte);
		return 2;
	}
	while (blanks < behind.n && (behind.p[blanks] == ' ' || behind.p[blanks] == '\t' || behind.p[blanks] == '\r'))
		blanks++;
	if (blanks == behind.n || behind.p[blanks] == '\n')
		return blanks < behind.n ? blanks + 1 : blanks;
	buf_char(out, '=');
	return 0;
}

void
quoted_printable_decode(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '=')
			i += escaped(out, str_sub(text, i + 1, text.n));
		else
			buf_char(out, text.p[i]);
}

static bool
is_base64(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '+' || c == '/';
}

/* Whether there is nothing else in a line; what pads it stands at its end. */
static bool
is_line_of_base64(struct str line)
{
	line = str_trim(line);
	while (str_ends(line, STR("=")))
		line.n--;
	for (size_t i = 0; i < line.n; i++)
		if (!is_base64(line.p[i]))
			return false;
	return true;
}

/* Adds what a piece holds, up to where it was padded. */
static void
end_piece(struct arena *a, struct buf *piece, struct buf *out, bool *damaged)
{
	if (piece->n % 4 == 1) {
		piece->n--;
		*damaged = true;
	}
	if (piece->n == 0)
		return;
	buf_add(out, base64_decode(a, buf_str(piece)));
	buf_clear(piece);
}

/*
 * What is not of the alphabet is passed over, as RFC 2045, 6.8, has it. Padding
 * ends what is coded: behind it stands another piece, in lines of nothing else,
 * or something that a mailing list or a gateway has added, which is not.
 */
static void
decode_pieces(struct arena *a, struct str text, struct buf *out, bool *damaged)
{
	struct buf piece = { 0 };
	struct str line;
	bool ended = false;

	while (str_next(&text, '\n', &line)) {
		bool pure = is_line_of_base64(line);

		*damaged = *damaged || !pure;
		if (ended && !pure)
			break;
		for (size_t i = 0; i < line.n; i++)
			if (is_base64(line.p[i])) {
				buf_char(&piece, line.p[i]);
			} else if (line.p[i] == '=') {
				end_piece(a, &piece, out, damaged);
				ended = true;
			}
	}
	end_piece(a, &piece, out, damaged);
	buf_free(&piece);
}

static struct str
decode_base64(struct arena *a, struct str text, bool *damaged)
{
	struct str bytes = base64_decode(a, text);
	struct buf out = { 0 };

	if (bytes.p || text.n == 0)
		return bytes;
	decode_pieces(a, text, &out, damaged);
	bytes = arena_str(a, buf_str(&out));
	buf_free(&out);
	return bytes;
}

static bool
is_uuencode(struct str coding)
{
	return str_is_nocase(coding, "x-uuencode") || str_is_nocase(coding, "uuencode") || str_is_nocase(coding, "x-uue");
}

struct str
mime_decode(struct arena *a, const struct mime_part *p, bool *damaged)
{
	struct str coding = value_head(header_value(a, p->fields, STR("Content-Transfer-Encoding"))), bytes;
	struct buf out = { 0 };

	*damaged = false;
	if (str_is_nocase(coding, "base64"))
		return decode_base64(a, p->body, damaged);
	if (is_uuencode(coding))
		uudecode(&out, p->body, damaged);
	else if (str_is_nocase(coding, "quoted-printable"))
		quoted_printable_decode(&out, p->body);
	else
		return p->body;
	bytes = arena_str(a, buf_str(&out));
	buf_free(&out);
	return bytes;
}

enum { LINE_MOST = 76 };

/* Bytes that stand for themselves wherever they are in a line. */
static bool
is_printable(char c)
{
	return c > ' ' && c < 0x7F && c != '=';
}

static bool
ends_line(struct str bytes, size_t i)
{
	return i == bytes.n || bytes.p[i] == '\n' || (bytes.p[i] == '\r' && i + 1 < bytes.n && bytes.p[i + 1] == '\n');
}

/* How many bytes from i on may stand for themselves, up to `most`. A blank at the end of a line may not. */
static size_t
plain_bytes(struct str bytes, size_t i, size_t most)
{
	size_t n = 0;

	for (; n < most && i + n < bytes.n; n++)
		if (!is_printable(bytes.p[i + n]) &&
			((bytes.p[i + n] != ' ' && bytes.p[i + n] != '\t') || ends_line(bytes, i + n + 1)))
			break;
	return n;
}

/* A "." or "From " at the begin of a line means something to mailers. */
static bool
is_for_mailers(struct str line)
{
	return str_starts(line, STR(".")) || str_starts(line, STR("From "));
}

void
quoted_printable(struct buf *out, struct str bytes)
{
	size_t column = 0, i = 0;

	while (i < bytes.n) {
		unsigned char c = (unsigned char)bytes.p[i];
		size_t plain = 0, most = LINE_MOST - 1 - column;

		if (ends_line(bytes, i)) {
			i += c == '\r' ? 2 : 1;
			buf_puts(out, "\r\n");
			column = 0;
			continue;
		}
		if (column > 0 || !is_for_mailers(str_sub(bytes, i, bytes.n)))
			plain = plain_bytes(bytes, i, most);
		if (plain > 0) {
			buf_add(out, str_sub(bytes, i, i + plain));
			column += plain;
			i += plain;
		} else if (most < (c >= 0xC0 ? 12 : 3)) { /* a character of several bytes stays in one line */
			buf_puts(out, "=\r\n");
			column = 0;
		} else {
			buf_printf(out, "=%02X", c);
			column += 3;
			i++;
		}
	}
}
