#include "doc/media.h"

#include <sha2.h>
#include <string.h>

#include "base/buf.h"

enum { NAME_DIGITS = 16 };

struct str
media_hash(struct arena *a, struct str bytes)
{
	char hex[SHA256_DIGEST_STRING_LENGTH];

	SHA256Data((const uint8_t *)bytes.p, bytes.n, hex);
	return arena_str(a, str_of(hex));
}

struct str
media_name(struct arena *a, const struct image *image)
{
	return arena_printf(a, "%.*s.%s", NAME_DIGITS, media_hash(a, image->bytes).p, image_suffix(image->type));
}

struct str
media_address(struct arena *a, const char *folder, const struct image *image)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	struct buf address = { 0 };
	struct str kept;

	for (const char *p = folder; *p; p++)
		if (strchr(plain, *p))
			buf_char(&address, *p);
		else
			buf_printf(&address, "%%%02X", (unsigned char)*p);
	kept = arena_printf(a, "%.*s/%.*s", STR_FMT(buf_str(&address)), STR_FMT(media_name(a, image)));
	buf_free(&address);
	return kept;
}

void
media_begin(struct media *m, const struct doc *d)
{
	*m = (struct media){ .walk = { .root = d->root } };
}

const struct image *
media_next(struct media *m)
{
	for (;;) {
		for (; m->run; m->run = m->run->next)
			if (m->run->kind == RUN_IMAGE && m->run->image->bytes.n > 0) {
				const struct image *image = m->run->image;

				m->run = m->run->next;
				return image;
			}
		if (!walk_next(&m->walk))
			return NULL;
		if (!m->walk.leaving)
			m->run = m->walk.at->runs;
	}
}
