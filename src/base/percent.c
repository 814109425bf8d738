#include "base/percent.h"

struct str
percent_decode(struct arena *a, struct str s)
{
	char *bytes = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		int byte = s.p[i] == '%' ? str_hex_byte(str_sub(s, i + 1, s.n)) : -1;

		bytes[n++] = byte < 0 ? s.p[i] : (char)byte;
		i += byte < 0 ? 0 : 2;
	}
	return (struct str){ bytes, n };
}
