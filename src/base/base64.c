#include "base/base64.h"

#include <stdint.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void
base64_encode(struct buf *out, struct str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	char *to = buf_room(out, (bytes.n + 2) / 3 * 4);

	for (size_t i = 0; i < bytes.n; i += 3) {
		size_t left = bytes.n - i;
		uint32_t v = (uint32_t)p[i] << 16 | (left > 1 ? (uint32_t)p[i + 1] << 8 : 0) | (left > 2 ? p[i + 2] : 0);

		*to++ = digits[v >> 18];
		*to++ = digits[v >> 12 & 63];
		*to++ = left > 1 ? digits[v >> 6 & 63] : '=';
		*to++ = left > 2 ? digits[v & 63] : '=';
	}
	out->n = (size_t)(to - out->p);
}

static int
digit_value(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A'
	     : c >= 'a' && c <= 'z' ? c - 'a' + 26
	     : ascii_digit(c)	    ? c - '0' + 52
	     : c == '+'		    ? 62
	     : c == '/'		    ? 63
				    : -1;
}

struct str
base64_decode(struct arena *a, struct str text)
{
	char *out = arena_alloc(a, text.n / 4 * 3 + 3);
	size_t n = 0, have = 0, end = 0;
	uint32_t v = 0;

	for (size_t i = 0; i < text.n; i++) {
		int d = digit_value(text.p[i]);

		if (ascii_blank(text.p[i]))
			continue;
		if (text.p[i] == '=') {
			end++;
			continue;
		}
		if (d < 0 || end > 0)
			return STR_NONE;
		v = v << 6 | (uint32_t)d;
		if (++have == 4) {
			out[n++] = (char)(v >> 16);
			out[n++] = (char)(v >> 8 & 0xFF);
			out[n++] = (char)(v & 0xFF);
			have = 0, v = 0;
		}
	}
	if (have == 1 || end > 2)
		return STR_NONE;
	if (have == 2)
		out[n++] = (char)(v >> 4);
	if (have == 3) {
		out[n++] = (char)(v >> 10);
		out[n++] = (char)(v >> 2 & 0xFF);
	}
	return (struct str){ out, n };
}
