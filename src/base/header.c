#include "base/header.h"

#include <stdint.h>
#include <string.h>

#include "base/percent.h"

enum { PIECES_MOST = 100 };

/* Takes a line off the front, without its end. */
static struct str
take_line(struct str *rest)
{
	struct str line;

	if (!str_next(rest, '\n', &line))
		return STR_NONE;
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

struct str
header_take(struct str *bytes)
{
	struct str fields = *bytes;

	while (bytes->n > 0) {
		const char *line = bytes->p;

		if (take_line(bytes).n == 0) {
			fields.n = (size_t)(line - fields.p);
			break;
		}
	}
	return fields;
}

static bool
is_folded(struct str rest)
{
	return rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\t');
}

bool
header_next(struct str *fields, struct header_field *f)
{
	while (fields->n > 0) {
		struct str line = take_line(fields);
		size_t colon = str_find_char(line, ':');
		const char *end = line.p + line.n;

		while (is_folded(*fields)) {
			struct str more = take_line(fields);

			end = more.p + more.n;
		}
		if (colon == STR_NPOS || colon == 0 || is_folded(line))
			continue;
		f->name = str_trim(str_sub(line, 0, colon));
		f->value = str_trim((struct str){ line.p + colon + 1, (size_t)(end - line.p) - colon - 1 });
		return true;
	}
	return false;
}

/* The ends of its lines go; the blank that each next line begins with stays. */
static struct str
unfold(struct arena *a, struct str value)
{
	char *p;
	size_t n = 0;

	if (str_find_char(value, '\n') == STR_NPOS)
		return value;
	p = arena_alloc(a, value.n);
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] != '\n' && value.p[i] != '\r')
			p[n++] = value.p[i];
	return (struct str){ p, n };
}

struct str
header_value(struct arena *a, struct str fields, struct str name)
{
	struct header_field f;

	while (header_next(&fields, &f))
		if (str_eq_nocase(f.name, name))
			return unfold(a, f.value);
	return STR_NONE;
}

struct str
value_head(struct str value)
{
	return str_trim(str_sub(value, 0, str_find_char(value, ';')));
}

/* What stands in quotation marks: a backslash guards the next character. */
static struct str
take_quoted(struct arena *a, struct str *rest)
{
	size_t end = 1, n = 0;
	char *p;

	while (end < rest->n && rest->p[end] != '"')
		end += rest->p[end] == '\\' ? 2 : 1;
	p = arena_alloc(a, end);
	for (size_t i = 1; i < end && i < rest->n; i++) {
		if (rest->p[i] == '\\' && i + 1 < end)
			i++;
		p[n++] = rest->p[i];
	}
	*rest = str_sub(*rest, end + 1, rest->n);
	return (struct str){ p, n };
}

/* The next `name=value` behind a semicolon. */
static bool
next_parameter(struct arena *a, struct str *rest, struct header_field *f)
{
	size_t at = str_find_char(*rest, ';'), end;

	if (at == STR_NPOS)
		return false;
	*rest = str_trim(str_sub(*rest, at + 1, rest->n));
	for (end = 0; end < rest->n && rest->p[end] != '=' && rest->p[end] != ';';)
		end++;
	f->name = str_trim(str_sub(*rest, 0, end));
	f->value = STR_NONE;
	*rest = str_sub(*rest, end, rest->n);
	if (rest->n == 0 || rest->p[0] == ';')
		return true;
	*rest = str_trim(str_sub(*rest, 1, rest->n));
	if (rest->n > 0 && rest->p[0] == '"') {
		f->value = take_quoted(a, rest);
		return true;
	}
	f->value = str_trim(str_sub(*rest, 0, str_find_char(*rest, ';')));
	return true;
}

static struct str
parameter(struct arena *a, struct str value, struct str name)
{
	struct header_field f;

	while (next_parameter(a, &value, &f))
		if (str_eq_nocase(f.name, name))
			return f.value;
	return STR_NONE;
}

/* "utf-8'cs'na%C5%A1e": a character set, a language, and bytes as in an address. */
static struct str
extended(struct arena *a, struct str value, bool first, struct str *charset)
{
	struct str label, language, rest = value;

	if (first && str_next(&rest, '\'', &label) && rest.p && str_next(&rest, '\'', &language) && rest.p) {
		if (charset)
			*charset = label;
		value = rest;
	}
	return percent_decode(a, value);
}

static struct str
join(struct arena *a, struct str one, struct str other)
{
	char *p = arena_grow(a, (char *)(uintptr_t)one.p, one.n, one.n + other.n);

	if (other.n > 0)
		memcpy(p + one.n, other.p, other.n);
	return (struct str){ p, one.n + other.n };
}

struct str
value_parameter(struct arena *a, struct str value, struct str name, struct str *charset)
{
	struct str whole = parameter(a, value, name), piece = STR_NONE;

	if (charset)
		*charset = STR_NONE;
	if (whole.p)
		return whole;
	whole = parameter(a, value, arena_printf(a, "%.*s*", STR_FMT(name)));
	if (whole.p)
		return extended(a, whole, true, charset);
	for (int i = 0; i < PIECES_MOST; i++) {
		piece = parameter(a, value, arena_printf(a, "%.*s*%d*", STR_FMT(name), i));
		if (piece.p)
			piece = extended(a, piece, i == 0, charset);
		else
			piece = parameter(a, value, arena_printf(a, "%.*s*%d", STR_FMT(name), i));
		if (!piece.p)
			break;
		whole = join(a, whole.p ? whole : arena_str(a, STR("")), piece);
	}
	return whole;
}
