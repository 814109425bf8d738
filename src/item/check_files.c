/* What an item says of files beside it, where these are at hand: their size, and their hash (XML Schema of 2.35). */
#include <md5.h>
#include <sha1.h>
#include <sha2.h>

#include "item/check_rules.h"

/* HASHES */

static void
hash_md5(struct str bytes, uint8_t *sum)
{
	MD5_CTX ctx;

	MD5Init(&ctx);
	MD5Update(&ctx, (const uint8_t *)bytes.p, bytes.n);
	MD5Final(sum, &ctx);
}

static void
hash_sha1(struct str bytes, uint8_t *sum)
{
	SHA1_CTX ctx;

	SHA1Init(&ctx);
	SHA1Update(&ctx, (const uint8_t *)bytes.p, bytes.n);
	SHA1Final(sum, &ctx);
}

static void
hash_sha256(struct str bytes, uint8_t *sum)
{
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)bytes.p, bytes.n);
	SHA256Final(sum, &ctx);
}

static void
hash_sha512(struct str bytes, uint8_t *sum)
{
	SHA2_CTX ctx;

	SHA512Init(&ctx);
	SHA512Update(&ctx, (const uint8_t *)bytes.p, bytes.n);
	SHA512Final(sum, &ctx);
}

/* By the codes of the IPTC's hashtype, and as people write them. */
static const struct {
	const char *name, *other;
	size_t bytes;
	void (*make)(struct str bytes, uint8_t *sum);
} hashes[] = {
	{ "md5", "md-5", MD5_DIGEST_LENGTH, hash_md5 },
	{ "sha1", "sha-1", SHA1_DIGEST_LENGTH, hash_sha1 },
	{ "sha256", "sha-256", SHA256_DIGEST_LENGTH, hash_sha256 },
	{ "sha512", "sha-512", SHA512_DIGEST_LENGTH, hash_sha512 },
};

/* False only where the hash is known to be another. */
static bool
hash_agrees(struct str said, struct str type, struct str bytes)
{
	uint8_t sum[SHA512_DIGEST_LENGTH];
	char hex[2 * SHA512_DIGEST_LENGTH + 1];

	for (size_t k = 0; k < sizeof(hashes) / sizeof(*hashes); k++) {
		if (!str_is_nocase(type, hashes[k].name) && !str_is_nocase(type, hashes[k].other))
			continue;
		if (said.n != 2 * hashes[k].bytes)
			return true; /* not in hexadecimal digits */
		hashes[k].make(bytes, sum);
		for (size_t n = 0; n < hashes[k].bytes; n++) {
			hex[2 * n] = "0123456789abcdef"[sum[n] >> 4];
			hex[2 * n + 1] = "0123456789abcdef"[sum[n] & 15];
		}
		return str_eq_nocase(said, (struct str){ hex, said.n });
	}
	return true;
}

/* FILES */

static int
hex_digit(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The file's name in an address: its last part, with "%20" and the like decoded. */
static struct str
name_in(struct arena *a, struct str href)
{
	struct str name = str_sub(href, 0, str_find_char(href, '?'));
	char *out;
	size_t n = 0;

	for (size_t at; (at = str_find_char(name, '/')) != STR_NPOS;)
		name = str_sub(name, at + 1, name.n);
	out = arena_alloc(a, name.n + 1);
	for (size_t k = 0; k < name.n; k++) {
		int high = k + 2 < name.n && name.p[k] == '%' ? hex_digit(name.p[k + 1]) : -1;
		int low = high >= 0 ? hex_digit(name.p[k + 2]) : -1;

		out[n] = name.p[k];
		if (low >= 0) {
			out[n] = (char)(high << 4 | low);
			k += 2;
		}
		n++;
	}
	return (struct str){ out, n };
}

static const struct attachment *
attachment_of(struct checked *i, const struct element *e)
{
	struct str href = element_value(e, NULL, "href");
	const struct attachment *file = i->check->attachments;
	struct str name;

	if (!file || href.n == 0)
		return NULL;
	name = name_in(&i->check->arena, href);
	while (file && !str_eq(file->name, name))
		file = file->next;
	return file;
}

static void
check_size(struct checked *i, const struct element *e, const struct attachment *file)
{
	const struct attribute *a = element_attribute(e, NULL, "size");
	long said;

	if (a && (!str_to_long(str_trim(a->value), &said) || said < 0 || (size_t)said != file->bytes.n))
		check_found(i->check, RULE_SIZE, attribute_place(i->file, e, a), a->value,
			arena_printf(&i->check->arena, "%zu", file->bytes.n));
}

/* Of the content alone: other scopes are of the item, in a form that every provider makes up. */
static void
check_hash(struct checked *i, const struct element *e, const struct attachment *file)
{
	const struct catalog *c = &i->catalog;
	struct concept scope = catalog_concept(c, element_value(e, NULL, "scope"), element_value(e, NULL, "scopeuri"));
	struct concept type = catalog_concept(c, element_value(e, NULL, "hashtype"), element_value(e, NULL, "hashtypeuri"));

	if (scope.code.n > 0 && !concept_is(scope, SCHEME_HASH_SCOPE, "content"))
		return;
	if (!hash_agrees(element_line(i->file, e), type.code, file->bytes))
		check_found(i->check, RULE_HASH, element_place(e), file->name, STR_NONE);
}

void
check_files(struct checked *i)
{
	for (const struct element *e = i->item; e; e = checked_next(i, e)) {
		const struct attachment *file = attachment_of(i, e);

		if (file) {
			check_size(i, e, file);
			for (const struct element *hash = item_child(e, "hash", NULL); hash; hash = item_child(e, "hash", hash))
				check_hash(i, hash, file);
		}
		if (str_is(e->name, "hash") && !element_attribute(e, NULL, "hashtype") && !element_attribute(e, NULL, "hashtypeuri"))
			check_found(i->check, RULE_HASH_TYPE, element_place(e), STR_NONE, STR_NONE);
	}
}
