#include "item/file_name.h"

#include <inttypes.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { SUFFIX_LIMIT = 16 }; /* bytes of a name's end that are kept when it is cut */

struct file_name_slot {
	struct str key; /* p NULL: empty */
	size_t last;	/* the number that was given last for a name like this */
};

/* One that nobody can choose collisions for: names come from strangers. */
static uint64_t
hash_of(struct str s)
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	uint64_t hash = 0;
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)s.p, s.n);
	SHA256Final(sum, &ctx);
	for (int i = 0; i < 8; i++)
		hash = hash << 8 | sum[i];
	return hash;
}

/* MAKING */

/* Whether the character c, which is `bytes`, is fit for a name; marks are what accents and vowels of many scripts are. */
static bool
stays(uint32_t c, struct str bytes)
{
	if (c < 0x80)
		return ascii_alpha((char)c) || ascii_digit((char)c) || str_find_char(STR("-.+@"), (char)c) != STR_NPOS;
	return c != UTF8_BAD && (utf8_is_letter(c) || utf8_composes(bytes));
}

void
file_name_add(struct buf *name, struct str value)
{
	while (value.n > 0) {
		struct str before = value;
		uint32_t c = utf8_next(&value);
		struct str bytes = str_sub(before, 0, before.n - value.n);

		if (stays(c, bytes))
			buf_add(name, bytes);
		else if (name->n == 0 || name->p[name->n - 1] != '_')
			buf_char(name, '_');
	}
}

/* Where the suffix begins: ".xml" of "a.xml". */
static size_t
suffix_of(struct str name)
{
	for (size_t i = name.n; i > 0 && name.n - i < SUFFIX_LIMIT; i--)
		if (name.p[i - 1] == '.')
			return i - 1;
	return name.n;
}

/* The longest start of at most n bytes that cuts no character. */
static struct str
start_of(struct str s, size_t n)
{
	while (n > 0 && n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n--;
	return str_sub(s, 0, n);
}

static void
add_hash(struct buf *out, struct str name)
{
	buf_printf(out, "%08" PRIx32, (uint32_t)(hash_of(name) >> 32));
}

/* The name with what is said put before its suffix, cut so that it fits. */
static struct str
compose(struct arena *a, struct str name, struct str between)
{
	size_t suffix = suffix_of(name), room = FILE_NAME_LIMIT - between.n - (name.n - suffix);

	return arena_printf(a, "%.*s%.*s%.*s", STR_FMT(start_of(str_sub(name, 0, suffix), room)), STR_FMT(between),
		STR_FMT(str_sub(name, suffix, name.n)));
}

static struct str
made_fit(struct arena *a, struct str name)
{
	struct buf hash = { 0 };
	struct str fit = name;

	if (name.n > FILE_NAME_LIMIT) {
		buf_char(&hash, '-');
		add_hash(&hash, name);
		fit = compose(a, name, buf_str(&hash));
		buf_free(&hash);
	}
	if (fit.n > 0 && fit.p[0] != '.' && fit.p[0] != '-')
		return arena_str(a, fit);
	return arena_printf(a, "_%.*s", STR_FMT(str_sub(fit, 1, fit.n)));
}

/* GIVING */

static struct file_name_slot *
find_slot(const struct file_names *names, struct str key)
{
	size_t i = (size_t)hash_of(key) & (names->cap - 1);

	while (names->slots[i].key.p && !str_eq(names->slots[i].key, key))
		i = (i + 1) & (names->cap - 1);
	return &names->slots[i];
}

static void
grow(struct file_names *names)
{
	struct file_names old = *names;

	names->cap = old.cap ? 2 * old.cap : 64;
	names->slots = mem_alloc(names->cap * sizeof(*names->slots));
	memset(names->slots, 0, names->cap * sizeof(*names->slots));
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].key.p)
			*find_slot(names, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

/* The slot of the name; a new one has the number 0. Names that differ in the case of letters are one to some systems. */
static struct file_name_slot *
slot_of(struct file_names *names, struct str name)
{
	struct file_name_slot *slot;
	struct str key = utf8_fold(&names->arena, name);

	if (2 * names->count >= names->cap)
		grow(names);
	slot = find_slot(names, key);
	if (!slot->key.p) {
		slot->key = key;
		names->count++;
	}
	return slot;
}

struct str
file_name_give(struct file_names *names, struct str wanted)
{
	struct str name = made_fit(&names->arena, wanted), given = name;
	struct file_name_slot *slot = slot_of(names, name);
	size_t number = slot->last;

	if (number == 0) {
		slot->last = 1;
		return name;
	}
	do
		given = compose(&names->arena, name, arena_printf(&names->arena, "-%zu", ++number));
	while (slot_of(names, given)->last > 0);
	slot_of(names, given)->last = 1;
	slot_of(names, name)->last = number;
	return given;
}
