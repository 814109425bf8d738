/* What a photograph's file tells beside the picture: the position in its Exif data (CIPA DC-008, 4.6). */
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
exif_of(struct str jpeg)
{
	size_t at = 2;

	while (at + 4 <= jpeg.n && jpeg.p[at] == '\xFF' && jpeg.p[at + 1] != '\xDA') {
		size_t length = (size_t)(unsigned char)jpeg.p[at + 2] << 8 | (unsigned char)jpeg.p[at + 3];
		struct str segment = str_sub(jpeg, at + 4, at + 2 + length);

		if (jpeg.p[at + 1] == '\xE1' && str_starts(segment, STR("Exif\0\0")))
			return str_sub(segment, 6, segment.n);
		at += 2 + (length < 2 ? 2 : length);
	}
	return STR_NONE;
}

bool
relcheck_has_position(struct str image)
{
	struct tiff t = { 0 };
	size_t position;

	if (!str_starts(image, STR("\xFF\xD8")))
		return false;
	t.bytes = exif_of(image);
	t.little = str_starts(t.bytes, STR("II"));
	position = tag_value(&t, number_at(&t, 4, 4), GPS_POINTER);
	return position > 0 && tag_value(&t, position, GPS_LATITUDE) > 0;
}
