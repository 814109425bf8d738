#include "base/sniff.h"

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
	{ STR("%!PS"), "a PostScript document" },
	{ STR("\x7F" "ELF"), "a program" },
};

const char *
sniff(struct str bytes)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_starts(bytes, kinds[i].mark))
			return kinds[i].what;
	return NULL;
}
