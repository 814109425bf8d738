/* What a line is by its first characters. */
#include <string.h>
#include <unistring/version.h>

#include "base/utf8.h"
#include "txt/txt_layout.h"

/* The characters that people draw lines with; ours is the first. */
static const uint32_t rules[] = { '*', '-', '_', '=', '~', 0x2013, 0x2014, 0x2015, 0x2500, 0x2501, 0x2550 };

bool
txt_is_rule(struct str text, bool strict)
{
	struct str rest = text;
	uint32_t drawn;
	size_t n = 0;

	if (strict || text.n == 0)
		return str_is(text, "* * *");
	drawn = utf8_next(&rest);
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rules[i] == drawn)
			n = 1;
	while (n > 0 && rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		if (c != drawn && (c != ' ' || str_starts(rest, STR(" "))))
			return false;
		n += c == drawn;
	}
	return n >= 3;
}

char
txt_underline(struct str text)
{
	if (text.n < 3 || !strchr("=~-^", text.p[0]) || text.p[0] == '\0')
		return 0;
	for (size_t i = 1; i < text.n; i++)
		if (text.p[i] != text.p[0])
			return 0;
	return text.p[0];
}

bool
txt_is_image(struct doc *d, struct str text)
{
	struct txt_inline in = { .d = d, .rest = text, .foreign = true };
	struct txt_piece piece;

	if (!str_starts(text, STR("[Image:")) && !str_starts(text, STR("![")))
		return false;
	return txt_inline_next(&in, &piece) && piece.kind == TXT_IMAGE && in.rest.n == 0;
}

size_t
txt_note_label(struct str text, size_t *skip)
{
	size_t value = 0, n = 1;

	if (text.n < 3 || text.p[0] != '[' || text.p[1] == '0')
		return 0;
	for (; n < text.n && n < 8 && ascii_digit(text.p[n]); n++)
		value = value * 10 + (size_t)(text.p[n] - '0');
	if (n >= text.n || text.p[n] != ']' || (n + 1 < text.n && text.p[n + 1] != ' '))
		return 0;
	*skip = n + 2;
	return value;
}

bool
txt_unspaced(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
	       (c >= 0x20000 && c <= 0x3FFFF);
}

size_t
txt_attribution(struct str text)
{
	static const char *const dashes[] = { "-- ", "\xE2\x80\x93", "\xE2\x80\x94" };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (str_starts(text, str_of(dashes[i])) && text.n > strlen(dashes[i]))
			return i == 0 ? 3 : STR_NPOS;
	return 0;
}

static bool
opens_block(struct doc *d, struct str line, bool strict)
{
	size_t skip;

	/* An image alone in its paragraph may become a figure: only to the letter that is another thing. */
	return strchr(">|", line.p[0]) || (!strict && str_starts(line, STR("+-"))) || txt_underline(line) ||
	       txt_is_rule(line, strict) || txt_note_label(line, &skip) || str_starts(line, STR(TXT_MAGIC)) ||
	       (strict && txt_is_image(d, line));
}

bool
txt_needs_escape(struct doc *d, struct str line, enum block_type container, bool strict, bool alone)
{
	struct txt_marker m;

	if (line.n == 0)
		return false;
	if (container == BLOCK_QUOTE)
		return line.p[0] == '>' || txt_attribution(line) > 0;
	if (txt_marker(line, &m) && (strict || !m.weak || m.bullet == '*' || !alone))
		return true;
	return container == BLOCK_DOC && opens_block(d, line, strict);
}

const char *
txt_libraries(void)
{
	static const char version[] = { 'l', 'i', 'b', 'u', 'n', 'i', 's', 't', 'r', 'i', 'n', 'g', ' ',
		'0' + (_LIBUNISTRING_VERSION >> 16), '.', '0' + (_LIBUNISTRING_VERSION >> 8 & 0xFF), '\0' };

	return version;
}
