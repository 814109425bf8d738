#include "html/html_token.h"

#include "html/html_element.h"

static bool
in_name(char c)
{
	return !ascii_blank(c) && c != '/' && c != '>';
}

/* The offset behind the value that begins at i. */
static size_t
skip_value(struct str s, size_t i)
{
	char quote = i < s.n ? s.p[i] : '\0';

	if (quote == '"' || quote == '\'') {
		size_t end = str_find_char(str_sub(s, i + 1, s.n), quote);

		return end == STR_NPOS ? s.n : i + 1 + end + 1;
	}
	while (i < s.n && !ascii_blank(s.p[i]) && s.p[i] != '>')
		i++;
	return i;
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && ascii_blank(s.p[i]))
		i++;
	return i;
}

bool
tag_next(struct str s, size_t *at, struct str *value)
{
	size_t i = *at, from;

	while (i < s.n && (ascii_blank(s.p[i]) || s.p[i] == '/'))
		i++;
	*at = i;
	*value = STR_NONE;
	if (i >= s.n || s.p[i] == '>')
		return false;
	for (i++; i < s.n && in_name(s.p[i]) && s.p[i] != '=';)
		i++;
	i = skip_blanks(s, i);
	if (i < s.n && s.p[i] == '=') {
		from = skip_blanks(s, i + 1);
		i = skip_value(s, from);
		*value = str_sub(s, from, i);
	}
	*at = i;
	return true;
}

static void
take_tag(struct str s, size_t i, struct token *t)
{
	size_t start = i;
	struct str value;

	while (i < s.n && in_name(s.p[i]))
		i++;
	t->name = str_sub(s, start, i);
	for (start = i; tag_next(s, &i, &value); start = i)
		t->attributes++;
	t->self_closing = i > start && s.p[i - 1] == '/';
	t->closed = i < s.n;
	t->all = str_sub(s, 0, t->closed ? i + 1 : s.n);
}

static void
take_comment(struct str s, struct token *t)
{
	size_t end;

	t->kind = TOKEN_COMMENT;
	if (str_starts(s, STR("<!-->")) || str_starts(s, STR("<!--->"))) {
		t->all = str_sub(s, 0, str_find_char(s, '>') + 1);
		return;
	}
	end = 4;
	do {
		size_t dashes = str_find(str_sub(s, end, s.n), STR("--"));

		t->closed = dashes != STR_NPOS;
		end = t->closed ? end + dashes + 2 : s.n;
		while (end < s.n && s.p[end] == '-')
			end++;
		if (end < s.n && s.p[end] == '!')
			end++;
	} while (t->closed && end < s.n && s.p[end] != '>');
	t->closed = t->closed && end < s.n;
	t->all = str_sub(s, 0, end + 1);
}

static void
take_declaration(struct str s, struct token *t)
{
	size_t end = str_find_char(s, '>');

	t->kind = TOKEN_OTHER;
	t->closed = end != STR_NPOS;
	t->all = str_sub(s, 0, t->closed ? end + 1 : s.n);
}

static struct token
take_text(struct str s)
{
	struct token t = { .kind = TOKEN_TEXT, .closed = true };
	size_t next = str_find_char(str_sub(s, 1, s.n), '<');

	t.all = str_sub(s, 0, next == STR_NPOS ? s.n : next + 1);
	return t;
}

struct token
take_token(struct str s)
{
	struct token t = { .closed = true };
	char second = s.n > 1 ? s.p[1] : '\0';

	if (s.p[0] != '<')
		return take_text(s);
	if (str_starts(s, STR("<!--"))) {
		take_comment(s, &t);
	} else if (second == '!' || second == '?' || (second == '/' && s.n > 2 && !ascii_alpha(s.p[2]))) {
		take_declaration(s, &t);
	} else if (ascii_alpha(second)) {
		t.kind = TOKEN_START;
		take_tag(s, 1, &t);
	} else if (second == '/' && s.n > 2) {
		t.kind = TOKEN_END;
		take_tag(s, 2, &t);
	} else {
		t = take_text(s);
		t.closed = s.n > 2 || !(second == '\0' || second == '/');
	}
	return t;
}

/* Raw elements. */

/* Whether a tag of that name begins at i: "</" and the name, or "<" and the name. */
static bool
tag_at(struct str s, size_t i, struct str begin, struct str name)
{
	size_t end = i + begin.n + name.n;

	return end < s.n && str_starts(str_sub(s, i, s.n), begin) && str_eq_nocase(str_sub(s, i + begin.n, end), name) &&
	       !in_name(s.p[end]);
}

/* A script may hold another one within a comment (13.2.5.17 and on). */
static size_t
script_end(struct str s)
{
	enum { PLAIN, ESCAPED, DOUBLY } state = PLAIN;
	const struct str name = STR("script");

	for (size_t i = 0; i < s.n; i++) {
		if (state == PLAIN) {
			size_t next = str_find_char(str_sub(s, i, s.n), '<');

			if (next == STR_NPOS)
				break;
			i += next;
		}
		if (state == PLAIN && str_starts(str_sub(s, i, s.n), STR("<!--"))) {
			state = ESCAPED;
			i++; /* its own dashes may be those of the end, too: "<!-->" */
		} else if (state == ESCAPED && tag_at(s, i, STR("<"), name)) {
			state = DOUBLY;
		} else if (tag_at(s, i, STR("</"), name)) {
			if (state != DOUBLY)
				return i;
			state = ESCAPED;
		} else if (state != PLAIN && str_starts(str_sub(s, i, s.n), STR("-->"))) {
			state = PLAIN;
		}
	}
	return STR_NPOS;
}

size_t
raw_end(struct str s, struct str name)
{
	size_t from = 0, at;

	if (str_is_nocase(name, "script"))
		return script_end(s);
	while ((at = str_find(str_sub(s, from, s.n), STR("</"))) != STR_NPOS) {
		from += at;
		if (tag_at(s, from, STR("</"), name))
			return from;
		from += 2;
	}
	return STR_NPOS;
}

/* Comments. */

/* Moves on by n bytes. */
static void
pass(struct html_comment *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		c->passed += c->rest.p[i] == '\n';
	c->rest = str_sub(c->rest, n, c->rest.n);
}

bool
html_next_comment(struct html_comment *c)
{
	while (c->rest.n > 0) {
		struct token t = take_token(c->rest);

		c->line = 1 + c->passed;
		pass(c, t.all.n);
		if (t.kind == TOKEN_COMMENT) {
			c->text = str_sub(t.all, 4, t.closed && t.all.n >= 7 ? t.all.n - 3 : t.all.n);
			return true;
		}
		if (t.kind == TOKEN_START && html_element(t.name) & ELEMENT_RAW) {
			size_t end = raw_end(c->rest, t.name);

			pass(c, end == STR_NPOS ? c->rest.n : end);
		}
	}
	return false;
}
