#include "complete.h"

#include <sha2.h>
#include <stdlib.h>
#include <time.h>

#include "base/uuid.h"

static void
set_default(struct doc *d, enum meta_key key, struct str value)
{
	if (!d->meta[key])
		doc_meta_add(d, key, value);
}

static void
hash_part(SHA2_CTX *ctx, struct str part)
{
	SHA256Update(ctx, (const uint8_t *)part.p, part.n);
	SHA256Update(ctx, (const uint8_t *)"\n", 1);
}

/*
 * The same text with the same metadata is the same item: a UUID out of a
 * SHA-256 of both.
 */
static struct str
derived_guid(struct doc *d, struct str text_hash)
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	hash_part(&ctx, text_hash);
	for (enum meta_key k = 0; k < META_COUNT; k++)
		for (const struct meta_value *v = d->meta[k]; k != META_RECOGNISED && v; v = v->next) {
			hash_part(&ctx, str_of(meta_name(k)));
			hash_part(&ctx, v->text);
		}
	SHA256Final(sum, &ctx);
	return uuid_of_hash(&d->arena, sum);
}

/* STR_NONE when only the clock could tell, and need not. */
static struct str
version_time(struct doc *d, const struct options *o, bool needs_time)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	long seconds;

	if (d->meta[META_DATE])
		return doc_meta(d, META_DATE);
	if (epoch && str_to_long(str_of(epoch), &seconds))
		return date_format(&d->arena, date_from_seconds(seconds));
	if (o->now.year)
		return date_format(&d->arena, o->now);
	if (!needs_time)
		return STR_NONE;
	warn(d->diag, (struct place){ 0 }, "W-clock",
		"no date in the document: the time of this version is the clock's (--now or SOURCE_DATE_EPOCH sets it)");
	return date_format(&d->arena, date_from_seconds(time(NULL)));
}

void
complete(struct doc *d, const struct options *o, bool needs_time)
{
	struct str text_hash = doc_text_hash(&d->arena, d);

	set_default(d, META_GUID, derived_guid(d, text_hash));
	set_default(d, META_VERSION, STR("1"));
	set_default(d, META_STATUS, STR("usable"));
	if (!d->meta[META_VERSION_CREATED])
		doc_meta_add(d, META_VERSION_CREATED, version_time(d, o, needs_time));
	doc_meta_add(d, META_RECOGNISED, text_hash);
}
