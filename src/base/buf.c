#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

char *
buf_room(struct buf *b, size_t n)
{
	if (!b->p || b->cap - b->n < n) {
		size_t cap = b->cap ? b->cap + b->cap / 2 : 256;

		if (cap < b->n + n)
			cap = b->n + n;
		b->p = mem_grow(b->p, cap);
		b->cap = cap;
	}
	return b->p + b->n;
}

enum { HUGE_MOST = 16 * 1024 * 1024 }; /* a larger one may have to grow, which the kernel does without a copy only in small pages */

void
buf_expect(struct buf *b, size_t n)
{
	if (b->n > 0 || b->cap >= n || n < MEM_HUGE || n > SIZE_MAX / 2)
		return;
	free(b->p);
	b->cap = (n + MEM_HUGE - 1) & ~(size_t)(MEM_HUGE - 1);
	b->p = b->cap > HUGE_MOST ? mem_alloc(b->cap) : mem_huge(b->cap);
}

void
buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	memcpy(buf_room(b, s.n), s.p, s.n);
	b->n += s.n;
}

void
buf_puts(struct buf *b, const char *cstr)
{
	buf_add(b, str_of(cstr));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	size_t room = b->cap - b->n;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(room ? b->p + b->n : NULL, room, fmt, ap);
	va_end(ap);
	if (n <= 0)
		return;
	if ((size_t)n >= room) {
		va_start(ap, fmt);
		vsnprintf(buf_room(b, (size_t)n + 1), (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->n += (size_t)n;
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p ? b->p : "", b->n };
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
