/* What kind of image some bytes are, and how large, from their first bytes where nobody has said it. */
#include <string.h>

#include "base/limits.h"
#include "doc/doc.h"

static unsigned
u16be(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static unsigned
u32be(const unsigned char *p)
{
	return u16be(p) << 16 | u16be(p + 2);
}

static unsigned
u16le(const unsigned char *p)
{
	return (unsigned)p[1] << 8 | p[0];
}

static unsigned
u32le(const unsigned char *p)
{
	return u16le(p + 2) << 16 | u16le(p);
}

static bool
starts(struct str b, const char *magic, size_t n, size_t at)
{
	return b.n >= at + n && memcmp(b.p + at, magic, n) == 0;
}

/* One given length and the image's own shape make the other. */
static int
scaled(int length, unsigned own, unsigned other)
{
	long long n = ((long long)length * other + own / 2) / own;

	return n < 1 ? 1 : n > LIMIT_PIXELS ? LIMIT_PIXELS : (int)n;
}

/* The pixels count where nothing is given. */
static void
set_size(struct image *image, unsigned width, unsigned height)
{
	if (width < 1 || width > LIMIT_PIXELS || height < 1 || height > LIMIT_PIXELS)
		return;
	if (image->width && !image->height)
		image->height = scaled(image->width, width, height);
	else if (image->height && !image->width)
		image->width = scaled(image->height, height, width);
	else if (!image->width) {
		image->width = (int)width;
		image->height = (int)height;
	}
}

static bool
png(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;

	if (!starts(image->bytes, "\x89PNG\r\n\x1a\n", 8, 0) || image->bytes.n < 24)
		return false;
	set_size(image, u32be(p + 16), u32be(p + 20));
	return true;
}

static bool
gif(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;

	if ((!starts(image->bytes, "GIF87a", 6, 0) && !starts(image->bytes, "GIF89a", 6, 0)) || image->bytes.n < 10)
		return false;
	set_size(image, u16le(p + 6), u16le(p + 8));
	return true;
}

/* The size stands in the frame header (ITU T.81, B.2.2): SOF0 to SOF15 without DHT, JPG and DAC. */
static bool
jpeg(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;
	size_t n = image->bytes.n, i = 2;

	if (!starts(image->bytes, "\xff\xd8\xff", 3, 0))
		return false;
	while (i + 9 <= n) {
		unsigned marker = p[i + 1];

		if (p[i] != 0xFF)
			break;
		if (marker == 0xFF) {
			i++;
			continue;
		}
		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
			set_size(image, u16be(p + i + 7), u16be(p + i + 5));
			break;
		}
		i += 2 + (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8) ? 0 : u16be(p + i + 2));
	}
	return true;
}

static bool
webp(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;

	if (!starts(image->bytes, "RIFF", 4, 0) || !starts(image->bytes, "WEBP", 4, 8) || image->bytes.n < 30)
		return false;
	if (starts(image->bytes, "VP8X", 4, 12))
		set_size(image, (u32le(p + 24) & 0xFFFFFF) + 1, (u32le(p + 26) >> 8) + 1);
	else if (starts(image->bytes, "VP8L", 4, 12))
		set_size(image, (u32le(p + 21) & 0x3FFF) + 1, (u32le(p + 21) >> 14 & 0x3FFF) + 1);
	else
		set_size(image, u16le(p + 26) & 0x3FFF, u16le(p + 28) & 0x3FFF);
	return true;
}

static bool
bmp(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;
	unsigned height;

	if (!starts(image->bytes, "BM", 2, 0) || image->bytes.n < 26 || u32le(p + 14) < 40)
		return false;
	height = u32le(p + 22);
	set_size(image, u32le(p + 18), height > 0x80000000u ? 0u - height : height);
	return true;
}

/* TIFF 6.0, section 2: the first directory's ImageWidth (256) and ImageLength (257). */
static bool
tiff(struct image *image)
{
	const unsigned char *p = (const unsigned char *)image->bytes.p;
	bool little = starts(image->bytes, "II*\0", 4, 0);
	unsigned (*u16)(const unsigned char *) = little ? u16le : u16be;
	unsigned (*u32)(const unsigned char *) = little ? u32le : u32be;
	unsigned at, count, width = 0, height = 0;

	if ((!little && !starts(image->bytes, "MM\0*", 4, 0)) || image->bytes.n < 14)
		return false;
	at = u32(p + 4);
	count = at < image->bytes.n - 2 ? u16(p + at) : 0;
	for (unsigned i = 0; i < count && at + 2 + 12 * (size_t)(i + 1) <= image->bytes.n; i++) {
		const unsigned char *entry = p + at + 2 + 12 * (size_t)i;
		unsigned value = u16(entry + 2) == 3 ? u16(entry + 8) : u32(entry + 8);

		if (u16(entry) == 256)
			width = value;
		if (u16(entry) == 257)
			height = value;
	}
	set_size(image, width, height);
	return true;
}

static const struct {
	bool (*is)(struct image *);
	const char *type, *suffix;
} kinds[] = {
	{ png, "image/png", "png" },
	{ jpeg, "image/jpeg", "jpeg" },
	{ gif, "image/gif", "gif" },
	{ webp, "image/webp", "webp" },
	{ bmp, "image/bmp", "bmp" },
	{ tiff, "image/tiff", "tiff" },
};

bool
image_identify(struct image *image)
{
	if (image->width < 1 || image->width > LIMIT_PIXELS)
		image->width = 0;
	if (image->height < 1 || image->height > LIMIT_PIXELS)
		image->height = 0;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].is(image)) {
			image->type = kinds[i].type;
			return true;
		}
	}
	return false;
}

const char *
image_suffix(const char *type)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].suffix;
	return "bin";
}
