#include "base/json.h"

static void
quoted(struct buf *out, struct str s)
{
	buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			buf_char(out, '\\'), buf_char(out, (char)c);
		else if (c == '\n')
			buf_puts(out, "\\n");
		else if (c < 0x20)
			buf_printf(out, "\\u%04x", c);
		else if (c == '/' && i > 0 && s.p[i - 1] == '<')
			buf_puts(out, "\\/");
		else if (c == '<' && i + 1 < s.n && s.p[i + 1] == '!')
			buf_puts(out, "\\u003c");
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

static void
begin(struct json *j, const char *key)
{
	if (j->comma)
		buf_char(j->out, ',');
	if (key) {
		quoted(j->out, str_of(key));
		buf_char(j->out, ':');
	}
	j->comma = true;
}

void
json_open(struct json *j, const char *key, char bracket)
{
	begin(j, key);
	buf_char(j->out, bracket);
	j->comma = false;
}

void
json_close(struct json *j, char bracket)
{
	buf_char(j->out, bracket);
	j->comma = true;
}

void
json_text(struct json *j, const char *key, struct str value)
{
	begin(j, key);
	quoted(j->out, value);
}

void
json_text_if_any(struct json *j, const char *key, struct str value)
{
	if (value.n > 0)
		json_text(j, key, value);
}

void
json_number(struct json *j, const char *key, long value)
{
	begin(j, key);
	buf_printf(j->out, "%ld", value);
}
