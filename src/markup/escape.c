#include "markup/escape.h"

static void
escape(struct buf *out, struct str s, bool value)
{
	size_t plain = 0, i = 0;

	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];
		size_t n = 1;
		const char *as = NULL;

		if (c == '&')
			as = "&amp;";
		else if (c == '<')
			as = "&lt;";
		else if (c == '>')
			as = "&gt;";
		else if (c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] == 0xA0)
			as = "&#160;", n = 2;
		else if (value && c == '"')
			as = "&quot;";
		else if (value && c == '\n')
			as = "&#10;";
		if (as) {
			buf_add(out, str_sub(s, plain, i));
			buf_puts(out, as);
			plain = i + n;
		}
		i += n;
	}
	buf_add(out, str_sub(s, plain, s.n));
}

void
escape_text(struct buf *out, struct str text)
{
	escape(out, text, false);
}

void
escape_value(struct buf *out, struct str text)
{
	escape(out, text, true);
}

void
put_attribute(struct buf *out, const char *name, struct str value)
{
	buf_char(out, ' ');
	buf_puts(out, name);
	buf_puts(out, "=\"");
	escape_value(out, value);
	buf_char(out, '"');
}
