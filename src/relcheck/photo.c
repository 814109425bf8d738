/*
 * What a photograph's file tells beside the picture: the position in its Exif
 * data (CIPA DC-008, 4.6), which every format of pictures has a place for, or in
 * its XMP (ISO 16684-1).
 */
#include "relcheck/relcheck.h"

enum { GPS_POINTER = 0x8825, GPS_LATITUDE = 2, ENTRY = 12 };

struct tiff {
	struct str bytes;
	bool little;
};

/* A number of n bytes; 0 beyond the end. */
static size_t
number_at(const struct tiff *t, size_t at, size_t n)
{
	size_t value = 0;

	if (at > t->bytes.n || n > t->bytes.n - at)
		return 0;
	for (size_t i = 0; i < n; i++)
		value = value << 8 | (unsigned char)t->bytes.p[t->little ? at + n - 1 - i : at + i];
	return value;
}

/* The value of a tag in the directory at that place; 0 when it is not there. */
static size_t
tag_value(const struct tiff *t, size_t directory, size_t tag)
{
	size_t entries = number_at(t, directory, 2);

	for (size_t i = 0; i < entries && directory + 2 + i * ENTRY < t->bytes.n; i++)
		if (number_at(t, directory + 2 + i * ENTRY, 2) == tag)
			return number_at(t, directory + 2 + i * ENTRY + 8, 4);
	return 0;
}

/* The Exif data of a JPEG: its segment APP1 (4.7.2.1). */
static struct str
exif_of_jpeg(struct str jpeg)
{
	size_t at = 2;

	while (at + 4 <= jpeg.n && jpeg.p[at] == '\xFF' && jpeg.p[at + 1] != '\xDA') {
		size_t length = (size_t)(unsigned char)jpeg.p[at + 2] << 8 | (unsigned char)jpeg.p[at + 3];
		struct str segment = str_sub(jpeg, at + 4, at + 2 + length);

		if (jpeg.p[at + 1] == '\xE1' && str_starts(segment, STR("Exif\0\0")))
			return segment;
		at += 2 + (length < 2 ? 2 : length);
	}
	return STR_NONE;
}

/* Of a PNG: its chunk eXIf, whose length stands in front of the name (PNG, third edition, 5.3 and 11.3.4.5). */
static struct str
exif_of_png(struct str png)
{
	struct tiff numbers = { .bytes = png };

	for (size_t at = 8; at + 8 <= png.n;) {
		size_t length = number_at(&numbers, at, 4);

		if (str_starts(str_sub(png, at + 4, png.n), STR("eXIf")))
			return str_sub(png, at + 8, at + 8 + length);
		at += 8 + length + 4;
	}
	return STR_NONE;
}

/* Of a WebP: its chunk EXIF, of an even length as all are (RFC 9649, 2.3). */
static struct str
exif_of_webp(struct str webp)
{
	struct tiff numbers = { .bytes = webp, .little = true };

	for (size_t at = 12; at + 8 <= webp.n;) {
		size_t length = number_at(&numbers, at + 4, 4);

		if (str_starts(str_sub(webp, at, webp.n), STR("EXIF")))
			return str_sub(webp, at + 8, at + 8 + length);
		at += 8 + length + length % 2;
	}
	return STR_NONE;
}

/* The directories of a picture's data, as a TIFF has them; a TIFF is nothing else. */
static struct str
exif_of(struct str image)
{
	static const struct str name = STR("Exif\0\0");
	struct str exif = image;

	if (str_starts(image, STR("\xFF\xD8")))
		exif = exif_of_jpeg(image);
	else if (str_starts(image, STR("\x89PNG")))
		exif = exif_of_png(image);
	else if (str_starts(image, STR("RIFF")))
		exif = exif_of_webp(image);
	if (str_starts(exif, name)) /* some programs write it in front wherever it stands */
		exif = str_sub(exif, name.n, exif.n);
	return str_starts(exif, STR("II*\0")) || str_starts(exif, STR("MM\0*")) ? exif : STR_NONE;
}

bool
relcheck_has_position(struct str image)
{
	struct tiff t = { .bytes = exif_of(image) };
	size_t position;

	/* XMP is made to be found in any file without knowing its format (ISO 16684-1, 7.4). */
	if (str_find(image, STR("exif:GPSLatitude")) != STR_NPOS)
		return true;
	t.little = str_starts(t.bytes, STR("II"));
	position = tag_value(&t, number_at(&t, 4, 4), GPS_POINTER);
	return position > 0 && tag_value(&t, position, GPS_LATITUDE) > 0;
}
