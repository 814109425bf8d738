#include "item/reference.h"

#include "base/utf8.h"

static const struct {
	struct str name;
	char c;
} named[] = {
	{ { "amp", 3 }, '&' },
	{ { "lt", 2 }, '<' },
	{ { "gt", 2 }, '>' },
	{ { "quot", 4 }, '"' },
	{ { "apos", 4 }, '\'' },
};

static uint32_t
number_of(struct str digits)
{
	uint32_t c = 0, base = 10;

	if (str_starts(digits, STR("x"))) {
		base = 16;
		digits = str_sub(digits, 1, digits.n);
	}
	for (size_t i = 0; i < digits.n && c < 0x110000; i++) {
		char d = ascii_lower(digits.p[i]);

		c = c * base + (uint32_t)(ascii_digit(d) ? d - '0' : d - 'a' + 10);
	}
	return c;
}

/* The character that "name" in "&name;" means; the parser has let no other reference pass. */
static uint32_t
character_of(struct str name)
{
	if (str_starts(name, STR("#")))
		return number_of(str_sub(name, 1, name.n));
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (str_eq(name, named[i].name))
			return (uint32_t)named[i].c;
	return 0xFFFD;
}

static void
decode(struct buf *out, struct str raw, bool value)
{
	while (raw.n > 0) {
		size_t n = 0, end;

		while (n < raw.n && raw.p[n] != '&' && raw.p[n] != '\r' && !(value && ascii_blank(raw.p[n])))
			n++;
		buf_add(out, str_sub(raw, 0, n));
		raw = str_sub(raw, n, raw.n);
		end = str_starts(raw, STR("&")) ? str_find_char(raw, ';') : STR_NPOS;
		if (end != STR_NPOS) {
			utf8_put(out, character_of(str_sub(raw, 1, end)));
			raw = str_sub(raw, end + 1, raw.n);
		} else if (raw.n > 0) {
			buf_char(out, value ? ' ' : raw.p[0] == '\r' ? '\n' : raw.p[0]);
			raw = str_sub(raw, str_starts(raw, STR("\r\n")) ? 2 : 1, raw.n);
		}
	}
}

void
reference_decode(struct buf *out, struct str raw)
{
	decode(out, raw, false);
}

struct str
reference_decode_value(struct arena *a, struct str raw)
{
	struct buf out = { 0 };
	struct str value;
	bool same = true;

	for (size_t i = 0; i < raw.n && same; i++)
		same = raw.p[i] != '&' && (raw.p[i] == ' ' || !ascii_blank(raw.p[i]));
	if (same)
		return raw;
	decode(&out, raw, true);
	value = arena_str(a, buf_str(&out));
	buf_free(&out);
	return value;
}
