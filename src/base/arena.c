#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/diag.h"

enum {
	CHUNK = 64 * 1024,	/* the first; each next one is GROWTH times as large, up to MEM_HUGE */
	GROWTH = 8,
	ALIGN = 8		/* for pointers, doubles and all integers */
};

struct arena_chunk {
	struct arena_chunk *next;
	size_t size; /* of all of it */
	_Alignas(ALIGN) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	static const char text[] = "out of memory\n";
	ssize_t ignored = write(STDERR_FILENO, text, sizeof(text) - 1);

	(void)ignored;
	_exit(STATUS_NO_MEMORY);
}

void *
mem_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
mem_zeroed(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		out_of_memory();
	return p;
}

/* A large document touches each of its pages: in pages of 4 kB, that is a tenth of all the time. */
void *
mem_huge(size_t n)
{
	void *p = aligned_alloc(MEM_HUGE, n);

	if (!p)
		out_of_memory();
#ifdef MADV_HUGEPAGE
	madvise(p, n, MADV_HUGEPAGE);
#endif
	return p;
}

void *
mem_grow(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		out_of_memory();
	return p;
}

/* A chunk with room for that many bytes at least: *free is its first, *left how many they are. */
static void
add_chunk(struct arena *a, size_t need, char **free, size_t *left)
{
	size_t size = a->chunk ? GROWTH * a->chunk->size : CHUNK;
	struct arena_chunk *c;

	if (need > SIZE_MAX / 4)
		out_of_memory();
	if (size > MEM_HUGE)
		size = MEM_HUGE;
	if (size < need + sizeof(*c))
		size = need + sizeof(*c);
	c = size == MEM_HUGE ? mem_huge(size) : mem_alloc(size);
	*c = (struct arena_chunk){ .next = a->chunk, .size = size };
	a->chunk = c;
	*free = c->bytes;
	*left = size - sizeof(*c);
}

/* Takes n bytes that follow each other; the caller fills them. */
static char *
take(struct arena *a, size_t n, size_t align)
{
	size_t pad = (align - ((uintptr_t)a->free & (align - 1))) & (align - 1);
	char *p;

	if (n > SIZE_MAX / 2)
		out_of_memory();
	if (!a->free || a->left < pad + n) {
		add_chunk(a, n, &a->free, &a->left);
		pad = 0;
	}
	p = a->free + pad;
	a->free = p + n;
	a->left -= pad + n;
	return p;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	return memset(take(a, n, ALIGN), 0, n);
}

/* Whether the bytes stand right before the free ones, with room for more of them; then these are theirs. */
static bool
grow_in_place(const char *old, size_t old_n, size_t more, char **free, size_t *left)
{
	if (old + old_n != *free || more > *left)
		return false;
	*free += more;
	*left -= more;
	return true;
}

char *
arena_grow(struct arena *a, char *old, size_t old_n, size_t new_n)
{
	char *p;

	if (old_n == 0)
		return take(a, new_n, 1);
	if (grow_in_place(old, old_n, new_n - old_n, &a->free, &a->left) ||
		grow_in_place(old, old_n, new_n - old_n, &a->growing, &a->growing_left))
		return old;
	if (new_n > SIZE_MAX / 4)
		out_of_memory();
	if (a->growing_left < new_n)
		add_chunk(a, 2 * new_n, &a->growing, &a->growing_left);
	p = memcpy(a->growing, old, old_n);
	a->growing += new_n;
	a->growing_left -= new_n;
	return p;
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p;

	if (s.n == 0)
		return s.p ? (struct str){ "", 0 } : STR_NONE;
	p = take(a, s.n, 1);
	memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

char *
arena_cstr(struct arena *a, struct str s)
{
	char *p = take(a, s.n + 1, 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

struct str
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	int n;
	char *p;

	va_start(ap, fmt);
	n = vsnprintf(a->free, a->left, fmt, ap); /* mostly it fits where it is to stand */
	va_end(ap);
	if (n < 0)
		out_of_memory();
	if ((size_t)n < a->left)
		return (struct str){ take(a, (size_t)n + 1, 1), (size_t)n };
	p = take(a, (size_t)n + 1, 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){ p, (size_t)n };
}

size_t
arena_used(const struct arena *a)
{
	size_t used = 0;

	for (const struct arena_chunk *c = a->chunk; c; c = c->next)
		used += c->size;
	return used - a->left - a->growing_left;
}

void
arena_free(struct arena *a)
{
	for (struct arena_chunk *c = a->chunk, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	*a = (struct arena){ 0 };
}
