/*
 * A growing buffer of bytes that owns its memory. Appending cannot fail:
 * out of memory ends the program. {0} is an empty buffer.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *p;
	size_t n;
	size_t cap;
};

void buf_add(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *cstr);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *buf_room(struct buf *b, size_t n); /* n writable bytes behind the end; add what was used to b->n */
/* Makes an empty buffer ready for about as many bytes, of some megabytes in large pages. Those not used cost nothing. */
void buf_expect(struct buf *b, size_t n);
struct str buf_str(const struct buf *b); /* borrowed until the next append */
void buf_clear(struct buf *b);		 /* empty, keeps its memory */
void buf_free(struct buf *b);

static inline void
buf_char(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
}

#endif
