#include "base/sniff.h"

/* What files of a kind begin with; "?" stands for any byte. */
static const struct {
	struct str mark;
	const char *what;
} kinds[] = {
	{ STR("PK\3\4"), "a ZIP archive (perhaps a DOCX)" },
	{ STR("PK\5\6"), "an empty ZIP archive" },
	{ STR("{\\rtf"), "an RTF document" },
	{ STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an old binary Word document or a password-protected one" },
	{ STR("%PDF-"), "a PDF document" },
	{ STR("\x1F\x8B"), "a gzip archive" },
	{ STR("BZh"), "a bzip2 archive" },
	{ STR("\xFD" "7zXZ"), "an xz archive" },
	{ STR("7z\xBC\xAF\x27\x1C"), "a 7-Zip archive" },
	{ STR("\x28\xB5\x2F\xFD"), "a Zstandard archive" },
	{ STR("\x89PNG\r\n"), "a PNG image" },
	{ STR("\xFF\xD8\xFF"), "a JPEG image" },
	{ STR("GIF8"), "a GIF image" },
	{ STR("II*\0"), "a TIFF image" },
	{ STR("MM\0*"), "a TIFF image" },
	{ STR("BM????\0\0\0\0"), "a BMP image" },
	{ STR("RIFF????WEBP"), "a WebP image" },
	{ STR("RIFF????WAVE"), "a sound" },
	{ STR("RIFF????AVI "), "a film" },
	{ STR("\0\0\0?ftyp"), "a film, or an image of a telephone" },
	{ STR("ID3?\0"), "a sound" },
	{ STR("%!PS"), "a PostScript document" },
	{ STR("Rar!\x1A\7"), "a RAR archive" },
	/* What macOS puts into archives beside each file, and into each folder. */
	{ STR("\0\5\x16\7\0"), "an AppleDouble file, without the text" },
	{ STR("\0\0\0\1Bud1"), "a folder's view" },
	{ STR("\x7F" "ELF"), "a program" },
};

static bool
begins_with(struct str bytes, struct str mark)
{
	size_t i = 0;

	while (i < mark.n && i < bytes.n && (mark.p[i] == '?' || mark.p[i] == bytes.p[i]))
		i++;
	return i == mark.n;
}

const char *
sniff(struct str bytes)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (begins_with(bytes, kinds[i].mark))
			return kinds[i].what;
	return NULL;
}
