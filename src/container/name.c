/*
 * What a member is called. Tar and new ZIP archives have UTF-8; what Windows
 * has packed has the code page of its command line or its desktop, and says
 * nowhere which: the likeliest of them is taken.
 */
#include "base/utf8.h"
#include "container/parts.h"

/* What speaks against a reading of a name. */
enum {
	NO_LETTER = 2, /* but for dashes and quotation marks */
	GREEK = 2,     /* of which CP437 has some */
	CAPITAL_IN_WORD = 3, /* behind a small letter */
	BAD_BYTE = 4
};

static const char *const charset_names[] = { "IBM852", "CP437", "CP1250", "CP1252" };

static int
against(struct str name)
{
	int sum = 0;
	uint32_t before = 0;

	while (name.n > 0) {
		uint32_t ch = utf8_next(&name);

		if (ch == 0xFFFD || utf8_is_control(ch))
			sum += BAD_BYTE;
		else if (ch >= 0x80 && !utf8_is_letter(ch) && (ch < 0x2010 || ch > 0x2026))
			sum += NO_LETTER;
		else if (ch >= 0x370 && ch <= 0x3FF)
			sum += GREEK;
		if (utf8_is_upper(ch) && before && utf8_is_lower(before))
			sum += CAPITAL_IN_WORD;
		before = ch;
	}
	return sum;
}

static void
decode(struct charset *charset, struct str raw, struct buf *out)
{
	size_t wrong;

	while (raw.n > 0 && (wrong = charset_decode(charset, raw, out)) != STR_NPOS) {
		buf_puts(out, "\xEF\xBF\xBD");
		raw = str_sub(raw, wrong + 1, raw.n);
	}
}

static struct str
likeliest(struct container *c, struct str raw)
{
	struct str best = STR_NONE;
	int least = 0;

	for (size_t i = 0; c->charsets && i < sizeof(charset_names) / sizeof(charset_names[0]); i++) {
		struct charset *charset = charsets_get(c->charsets, charset_names[i]);
		struct buf name = { 0 };

		if (!charset)
			continue;
		decode(charset, raw, &name);
		if (best.n == 0 || against(buf_str(&name)) < least) {
			best = arena_str(&c->arena, buf_str(&name));
			least = against(best);
		}
		buf_free(&name);
	}
	return best.n > 0 ? best : raw;
}

struct str
member_name(struct container *c, struct str raw)
{
	struct buf name = { 0 };
	struct str clean;

	if (utf8_check(raw) != STR_NPOS)
		raw = likeliest(c, raw);
	while (raw.n > 0) {
		uint32_t ch = utf8_next(&raw);

		if (ch == UTF8_BAD || utf8_is_control(ch) || utf8_is_noncharacter(ch))
			ch = 0xFFFD;
		if (!utf8_is_bidi_control(ch))
			utf8_put(&name, ch);
	}
	clean = arena_str(&c->arena, utf8_nfc(&c->arena, buf_str(&name)));
	buf_free(&name);
	return clean;
}
