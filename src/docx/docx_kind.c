#include "docx/docx_kind.h"

#include <string.h>

#include "base/sniff.h"

enum {
	HEAD = 4096,	   /* bytes in which a text says what it is */
	OWNER_FILE = 162,  /* bytes of the file that Word keeps beside an open document ([MS-DOC] has no word of it) */
	OWNER_NAME = 54,   /* where the user's name stands once more, in UTF-16 */
	ZIP_NAME = 30	   /* where the first entry's name begins (APPNOTE, 4.3.7) */
};

/* Names of streams in a compound file ([MS-CFB], 2.6.1) are UTF-16. */
static const struct {
	struct str stream;
	const char *what;
} compound[] = {
	{ STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
		"a document that is protected by a password (save it without one)" },
	{ STR("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), "a document of Word 97 to 2003 (save it as .docx)" },
	{ STR("_\0_\0s\0u\0b\0s\0t\0g\0"), "a message from Outlook" },
	{ STR("W\0o\0r\0k\0b\0o\0o\0k\0"), "a workbook of Excel 97 to 2003" },
	{ STR("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"), "a presentation of PowerPoint 97 to 2003" },
};

/* What stands near the begin of a text. */
static const struct {
	const char *mark, *what;
} texts[] = {
	{ "pkg:package", "a Word document in one XML file (save it as .docx)" },
	{ "http://schemas.microsoft.com/office/word/2003/wordml", "a document of Word 2003 in XML (save it as .docx)" },
	{ "urn:oasis:names:tc:opendocument", "an OpenDocument file in XML" },
	{ "http://iptc.org/std/nar", "a NewsML-G2 item" },
	{ "<html", "an HTML page" },
	{ "<HTML", "an HTML page" },
	{ "<!DOCTYPE html", "an HTML page" },
	{ "MIME-Version:", "a web archive or a mail" },
	{ "<?xml", "an XML file" },
};

static const struct {
	const char *name, *what;
} archives[] = {
	{ "index/document.iwa", "a Pages document (export it as .docx)" },
	{ "content.xml", "an OpenDocument file (save it as .docx)" },
	{ "META-INF/container.xml", "an EPUB book" },
	{ "xl/workbook.xml", "an Excel workbook" },
	{ "ppt/presentation.xml", "a PowerPoint presentation" },
};

static const struct {
	const char *root, *what;
} roots[] = {
	{ "workbook", "an Excel workbook" },
	{ "presentation", "a PowerPoint presentation" },
	{ "glossaryDocument", "a collection of building blocks for Word" },
};

/* "~$lease.docx": a length, a name in one byte a character, the same in UTF-16. */
static bool
is_owner_file(struct str bytes)
{
	return bytes.n == OWNER_FILE && bytes.p[0] > 0 && bytes.p[0] < OWNER_NAME && bytes.p[OWNER_NAME] == bytes.p[0] &&
	       bytes.p[OWNER_NAME + 1] == 0;
}

const char *
docx_kind_of_bytes(struct str bytes)
{
	struct str head = str_sub(bytes, 0, HEAD);
	const char *kind = sniff(bytes);

	if (is_owner_file(bytes) || (str_find(head, STR(",file://")) != STR_NPOS && str_ends(head, STR(";"))))
		return "the lock file of a document that someone has open (its name begins with ~$ or .~lock)";
	if (str_starts(bytes, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
		for (size_t i = 0; i < sizeof(compound) / sizeof(compound[0]); i++)
			if (str_find(bytes, compound[i].stream) != STR_NPOS)
				return compound[i].what;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]) && !kind; i++)
		if (str_find(head, str_of(texts[i].mark)) != STR_NPOS)
			kind = texts[i].what;
	return kind ? kind : "something else";
}

const char *
docx_kind_of_archive(const struct docx_zip *zip, struct str bytes)
{
	struct str first = str_sub(bytes, ZIP_NAME, ZIP_NAME + 100);

	if (str_starts(first, STR("mimetypeapplication/epub")))
		return "an EPUB book";
	if (str_starts(first, STR("mimetypeapplication/vnd.oasis.opendocument")))
		return "an OpenDocument file (save it as .docx)";
	for (size_t i = 0; i < sizeof(archives) / sizeof(archives[0]); i++)
		if (docx_zip_find(zip, str_of(archives[i].name)) >= 0)
			return archives[i].what;
	return NULL;
}

const char *
docx_kind_of_root(const char *name)
{
	for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++)
		if (strcmp(roots[i].root, name) == 0)
			return roots[i].what;
	return NULL;
}
