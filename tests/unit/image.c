#include "tap.h"

#include "doc/doc.h"

static const struct {
	struct str bytes;
	const char *type; /* NULL: not carried */
	int width, height;
	const char *name;
} images[] = {
	{ STR("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xF0"), "image/png", 320, 240, "PNG" },
	{ STR("GIF89a\x0A\0\x14\0"), "image/gif", 10, 20, "GIF" },
	{ STR("\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC2\0\x11\x08\0\x64\0\xC8"), "image/jpeg", 200, 100, "JPEG, progressive" },
	{ STR("\xFF\xD8\xFF"), "image/jpeg", 0, 0, "JPEG without a size" },
	{ STR("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x0F\0\0\x1F\0\0"), "image/webp", 16, 32, "WebP, extended" },
	{ STR("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\3\0\0\0\xFB\xFF\xFF\xFF"), "image/bmp", 3, 5, "BMP, from the top" },
	{ STR("II*\0\x08\0\0\0\2\0\0\1\3\0\1\0\0\0\x07\0\0\0\1\1\3\0\1\0\0\0\x09\0\0\0"), "image/tiff", 7, 9, "TIFF" },
	{ STR("\x89PNG\r\n\x1a\n"), NULL, 0, 0, "PNG cut off" },
	{ STR("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\0\0\xF0"), "image/png", 0, 0, "PNG too wide to be true" },
	{ STR("II*\0\xFF\xFF\xFF\xFF\0\0\0\0\0\0"), "image/tiff", 0, 0, "TIFF with its directory nowhere" },
	{ STR("<svg xmlns='http://www.w3.org/2000/svg'/>"), NULL, 0, 0, "SVG" },
	{ STR(""), NULL, 0, 0, "nothing" },
};

/* Of the first image, 320 by 240. */
static const struct {
	int width, height, shown_width, shown_height;
	const char *name;
} given[] = {
	{ 100, 50, 100, 50, "both are given" },
	{ 160, 0, 160, 120, "the width is given, and the shape makes the height" },
	{ 0, 60, 80, 60, "the height is given" },
	{ -1, 100000, 320, 240, "what cannot be is not given" },
};

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < sizeof(images) / sizeof(images[0]); i++) {
		struct image image = { .bytes = images[i].bytes };
		bool known = image_identify(&image);

		is(&t, str_of(known ? image.type : NULL), images[i].type ? images[i].type : "(none)", images[i].name);
		ok(&t, image.width == images[i].width && image.height == images[i].height, "its size");
	}
	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++) {
		struct image image = { .bytes = images[0].bytes, .width = given[i].width, .height = given[i].height };

		ok(&t, image_identify(&image) && image.width == given[i].shown_width && image.height == given[i].shown_height,
			given[i].name);
	}
	is(&t, str_of(image_suffix("image/jpeg")), "jpeg", "a suffix");
	return done(&t);
}
