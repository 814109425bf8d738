/* What programs sent before there was base64: POSIX, uuencode. */
#include "eml/eml_mime.h"

/* Six bits of a character of uuencode: a blank, for which many write a grave, to an underscore. -1: none of them. */
static int
six_bits(struct str line, size_t i)
{
	int c = i < line.n ? (unsigned char)line.p[i] : ' '; /* blanks at the end of a line get lost */

	return c >= ' ' && c <= '`' ? (c - ' ') & 63 : -1;
}

/* A line of uuencode says in front how many bytes it holds. */
static bool
uudecode_line(struct buf *out, struct str line)
{
	int n = six_bits(line, 0);

	for (size_t i = 1; n > 0; i += 4) {
		unsigned bits = 0;

		for (size_t k = i; k < i + 4; k++) {
			if (six_bits(line, k) < 0)
				return false;
			bits = bits << 6 | (unsigned)six_bits(line, k);
		}
		for (int shift = 16; shift >= 0 && n > 0; shift -= 8, n--)
			buf_char(out, (char)(bits >> shift & 0xFF));
	}
	return n == 0;
}

void
uudecode(struct buf *out, struct str text, bool *damaged)
{
	struct str line = STR_NONE;

	while (!str_starts(line, STR("begin ")))
		if (!str_next(&text, '\n', &line)) {
			*damaged = true;
			return;
		}
	while (str_next(&text, '\n', &line)) {
		if (line.n > 0 && line.p[line.n - 1] == '\r')
			line.n--;
		if (str_is(line, "end"))
			return;
		if (line.n > 0 && !uudecode_line(out, line))
			*damaged = true;
	}
	*damaged = true;
}
