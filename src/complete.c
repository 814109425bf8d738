#include "complete.h"

#include <sha2.h>
#include <stdio.h>
#include <time.h>

#include "base/uuid.h"
#include "tool.h"

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

/* urn:newsml:DOMAIN:DATE:HASH, the form that IPTC recommends (RFC 3085). */
static struct str
domain_guid(struct doc *d, struct str domain, struct date day, const uint8_t *sum)
{
	char hex[33];

	for (size_t i = 0; i < 16; i++)
		snprintf(hex + 2 * i, 3, "%02x", sum[i]);
	return arena_printf(&d->arena, "urn:newsml:%.*s:%04d%02d%02d:%s", STR_FMT(domain), day.year, day.month, day.day, hex);
}

/*
 * The same text with the same metadata is the same item: a UUID out of a
 * SHA-256 of both, or with a domain and a day a name that says these too.
 */
static struct str
derived_guid(struct doc *d, struct str domain, struct str time, struct str text_hash)
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	struct date day;
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	hash_part(&ctx, text_hash);
	for (enum meta_key k = 0; k < META_COUNT; k++)
		for (const struct meta_value *v = d->meta[k]; k != META_RECOGNISED && v; v = v->next) {
			hash_part(&ctx, str_of(meta_name(k)));
			hash_part(&ctx, v->text);
		}
	SHA256Final(sum, &ctx);
	if (domain.n > 0 && date_parse(time, &day))
		return domain_guid(d, domain, day, sum);
	return uuid_of_hash(&d->arena, sum);
}

/* The latest time that the document names: no version is older than what it holds. */
static struct str
latest_time(const struct doc *d)
{
	static const enum meta_key keys[] = { META_DATE, META_MODIFIED, META_FIRST_CREATED };
	struct str latest = STR_NONE;
	int64_t seconds = 0;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct str value = doc_meta(d, keys[i]);
		struct date date;

		if (!date_parse(value, &date) || (latest.n > 0 && date_seconds(date) <= seconds))
			continue;
		latest = value;
		seconds = date_seconds(date);
	}
	return latest;
}

/* STR_NONE when only the clock could tell, and need not. */
static struct str
version_time(struct doc *d, const struct options *o, bool needs_time)
{
	struct str latest = latest_time(d);
	struct date epoch;

	if (latest.n > 0)
		return latest;
	if (tool_epoch(&epoch))
		return date_format(&d->arena, epoch);
	if (o->now.year)
		return date_format(&d->arena, o->now);
	if (!needs_time)
		return STR_NONE;
	warn(d->diag, (struct place){ 0 }, "W-clock",
		"no date in the document: the time of this version is the clock's (--now or SOURCE_DATE_EPOCH sets it)");
	return date_format(&d->arena, o->clock.year ? o->clock : date_from_seconds(time(NULL)));
}

void
complete(struct doc *d, const struct options *o, bool needs_time, struct str text_hash)
{
	struct str time = d->meta[META_VERSION_CREATED] ? doc_meta(d, META_VERSION_CREATED) : version_time(d, o, needs_time);

	if (text_hash.n == 0)
		text_hash = doc_text_hash(&d->arena, d);
	if (!d->meta[META_GUID])
		doc_meta_add(d, META_GUID,
			derived_guid(d, o->guid_domain, d->meta[META_DATE] ? doc_meta(d, META_DATE) : time, text_hash));
	set_default(d, META_VERSION, STR("1"));
	set_default(d, META_STATUS, STR("usable"));
	set_default(d, META_VERSION_CREATED, time);
	doc_meta_add(d, META_RECOGNISED, text_hash);
}
