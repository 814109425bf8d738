#include "batch/names.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1024 };

/* What stands behind the last dot of files that hold a document. */
static const char *const format_suffixes[] = { "txt", "text", "html", "htm", "xhtml", "shtml", "docx", "docm", "dotx", "dotm",
	"xml", "nml", "newsml", "eml" };

const char *
names_suffix(const char *format)
{
	return strcmp(format, "nml") == 0 ? "xml" : format;
}

static size_t
without_suffix(struct str path)
{
	size_t dot = path.n;

	while (dot > 0 && path.p[dot - 1] != '.' && path.p[dot - 1] != '/')
		dot--;
	if (dot < 2 || path.p[dot - 1] != '.' || path.p[dot - 2] == '/')
		return path.n;
	for (size_t i = 0; i < sizeof(format_suffixes) / sizeof(format_suffixes[0]); i++)
		if (str_is_nocase(str_sub(path, dot, path.n), format_suffixes[i]))
			return dot - 1;
	return path.n;
}

/* Without what would lead out of a folder. */
static struct str
inside(struct arena *a, struct str input)
{
	struct str rest = input, part, made = STR_NONE;

	while (str_next(&rest, '/', &part)) {
		if (part.n == 0 || str_is(part, ".") || str_is(part, ".."))
			continue;
		made = made.n == 0 ? part : arena_printf(a, "%.*s/%.*s", STR_FMT(made), STR_FMT(part));
	}
	return made;
}

struct str
names_output(struct arena *a, struct str input, const char *suffix)
{
	struct str made = inside(a, input);

	if (made.n == 0)
		return STR_NONE;
	return arena_printf(a, "%.*s.%s", (int)without_suffix(made), made.p, suffix);
}

struct str
names_other(struct arena *a, struct str input, const char *suffix, size_t n)
{
	struct str made = inside(a, input);

	if (n < 2)
		return arena_printf(a, "%.*s.%s", STR_FMT(made), suffix);
	return arena_printf(a, "%.*s.%zu.%s", STR_FMT(made), n, suffix);
}

uint64_t
names_hash(struct str s)
{
	uint64_t h = 0xCBF29CE484222325;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001B3;
	return h;
}

/* Where the name stands, or the free slot for it; ascii letters of both cases are one. */
static struct name *
find(const struct names *n, struct str folded)
{
	size_t i = (size_t)names_hash(folded) & (n->slots - 1);

	while (n->slot[i].text.p && !str_eq(n->slot[i].text, folded))
		i = (i + 1) & (n->slots - 1);
	return &n->slot[i];
}

static void
grow(struct names *n)
{
	struct names larger = { .slots = n->slots ? 2 * n->slots : FIRST_SLOTS };

	larger.slot = mem_zeroed(larger.slots * sizeof(*larger.slot));
	for (size_t i = 0; i < n->slots; i++)
		if (n->slot[i].text.p)
			*find(&larger, n->slot[i].text) = n->slot[i];
	free(n->slot);
	n->slot = larger.slot;
	n->slots = larger.slots;
}

static struct str
fold(struct arena *a, struct str name)
{
	char *folded = arena_cstr(a, name);

	for (size_t i = 0; i < name.n; i++)
		folded[i] = ascii_lower(folded[i]);
	return (struct str){ folded, name.n };
}

size_t *
names_value(struct names *n, struct str name)
{
	struct str folded = fold(&n->arena, name);
	struct name *slot;

	if (n->taken >= n->slots / 2)
		grow(n);
	slot = find(n, folded);
	if (!slot->text.p) {
		*slot = (struct name){ .text = folded };
		n->taken++;
	}
	return &slot->value;
}

size_t
names_known(const struct names *n, struct str name)
{
	struct arena a = { 0 };
	size_t value = n->slots > 0 ? find(n, fold(&a, name))->value : 0;

	arena_free(&a);
	return value;
}

bool
names_take(struct names *n, struct str name)
{
	size_t *taken = names_value(n, name);

	return (*taken)++ == 0;
}

void
names_free(struct names *n)
{
	arena_free(&n->arena);
	free(n->slot);
	*n = (struct names){ 0 };
}
