#include "batch/kind.h"

#include "base/sniff.h"

enum { ZIP_NAME = 30, ZIP_END = 22, ZIP_COMMENT = 65535, DIRECTORY_NAME = 46 };

/* The first entries that programs write into a DOCX. A local header has its name at byte 30 (APPNOTE.TXT, 4.3.7). */
static bool
begins_as_office(struct str zip)
{
	static const char *const names[] = { "[Content_Types].xml", "_rels/", "docProps/", "word/", "customXml/" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_starts(str_sub(zip, ZIP_NAME, zip.n), str_of(names[i])))
			return true;
	return false;
}

static size_t
number_at(struct str s, size_t at, size_t bytes)
{
	size_t n = 0;

	for (size_t i = bytes; i > 0 && at + bytes <= s.n; i--)
		n = n << 8 | (unsigned char)s.p[at + i - 1];
	return n;
}

/* The directory, by the record at the very end (4.3.16); that of a ZIP64 is found empty. */
static struct str
directory_of(struct str zip)
{
	size_t at = zip.n < ZIP_END ? 0 : zip.n - ZIP_END, least = at > ZIP_COMMENT ? at - ZIP_COMMENT : 0, size;

	while (at > least && !str_starts(str_sub(zip, at, zip.n), STR("PK\5\6")))
		at--;
	size = number_at(zip, at + 12, 4);
	return size <= at ? str_sub(zip, at - size, at) : STR_NONE;
}

/* An entry of the directory has its name 46 bytes behind its mark (4.3.12). */
bool
kind_zip_is_office(struct str zip)
{
	struct str rest = directory_of(zip);

	while (str_starts(rest, STR("PK\1\2"))) {
		size_t name = number_at(rest, 28, 2), more = number_at(rest, 30, 2) + number_at(rest, 32, 2);

		if (str_is(str_sub(rest, DIRECTORY_NAME, DIRECTORY_NAME + name), "[Content_Types].xml"))
			return true;
		rest = str_sub(rest, DIRECTORY_NAME + name + more, rest.n);
	}
	return false;
}

struct kind
kind_of(struct str head, struct str type)
{
	const char *format;
	enum container_kind container = container_sniff(head);

	if (container == CONTAINER_ZIP && begins_as_office(head))
		return (struct kind){ "docx", CONTAINER_NONE, NULL };
	if (container != CONTAINER_NONE)
		return (struct kind){ NULL, container, NULL };
	if (sniff(head))
		return (struct kind){ NULL, CONTAINER_NONE, sniff(head) };
	format = kind_of_text(head, type);
	return (struct kind){ format, CONTAINER_NONE, format ? NULL : "XML of another kind" };
}
