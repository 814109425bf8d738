#include "batch/kind.h"

#include <string.h>

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

/* The letters of text in any of the Unicode encodings, without zero bytes. */
static struct str
squeeze(struct str head, char *to, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < head.n && n < room; i++)
		if (head.p[i])
			to[n++] = head.p[i];
	return (struct str){ to, n };
}

static bool
has_tag(struct str text, const char *const *names)
{
	size_t at;

	while ((at = str_find_char(text, '<')) != STR_NPOS) {
		text = str_sub(text, at + 1, text.n);
		for (size_t i = 0; names[i]; i++) {
			size_t n = strlen(names[i]);

			if (str_starts_nocase(text, str_of(names[i])) && text.n > n &&
				(ascii_blank(text.p[n]) || text.p[n] == '>' || text.p[n] == '/'))
				return true;
		}
	}
	return false;
}

static bool
is_item(struct str text)
{
	static const char *const roots[] = { "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", NULL };

	return has_tag(text, roots) && str_find(text, STR("iptc.org/std/nar")) != STR_NPOS;
}

static bool
is_page(struct str text)
{
	static const char *const tags[] = { "!doctype html", "html", "head", "body", "meta", "title", "div", "article", "h1", "p",
		NULL };

	return has_tag(text, tags);
}

/* A field of mail that no release has in front (RFC 5322, 3.6; RFC 2045, 4). */
static bool
is_mail(struct str text)
{
	static const char *const fields[] = { "Received:", "Return-Path:", "Message-ID:", "MIME-Version:", "Delivered-To:",
		"DKIM-Signature:", "X-Mailer:" };
	struct str line;
	bool first = true;

	while (str_next(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || (first && str_find_char(line, ':') == STR_NPOS))
			return false;
		for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
			if (str_starts_nocase(line, str_of(fields[i])))
				return true;
		first = false;
	}
	return false;
}

static const char *
format_of_text(struct str text, struct str type)
{
	if (is_mail(text) || str_is_nocase(type, "message/rfc822"))
		return "eml";
	if (is_item(text))
		return "nml";
	if (str_starts_nocase(type, STR("text/html")) || str_starts_nocase(type, STR("application/xhtml")))
		return "html";
	return is_page(text) ? "html" : "txt";
}

struct kind
kind_of(struct str head, struct str type)
{
	char letters[SNIFF_ENOUGH];
	struct str text = str_trim(squeeze(head, letters, sizeof(letters)));
	enum container_kind container = container_sniff(head);

	if (container == CONTAINER_ZIP && begins_as_office(head))
		return (struct kind){ "docx", CONTAINER_NONE, NULL };
	if (container != CONTAINER_NONE)
		return (struct kind){ NULL, container, NULL };
	if (sniff(head))
		return (struct kind){ NULL, CONTAINER_NONE, sniff(head) };
	if (text.n > 0 && text.p[0] == '<' && str_starts(text, STR("<?xml")) && !is_item(text) && !is_page(text))
		return (struct kind){ NULL, CONTAINER_NONE, "XML of another kind" };
	return (struct kind){ format_of_text(text, type), CONTAINER_NONE, NULL };
}
