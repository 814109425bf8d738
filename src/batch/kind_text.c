/* Which of the formats that are text a file is in: apart, since containers are no business of a program for one file. */
#include <string.h>

#include "base/sniff.h"
#include "batch/kind.h"

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

const char *
kind_of_text(struct str head, struct str type)
{
	char letters[SNIFF_ENOUGH];
	struct str text = str_trim(squeeze(head, letters, sizeof(letters)));

	if (is_mail(text) || str_is_nocase(type, "message/rfc822"))
		return "eml";
	if (is_item(text))
		return "nml";
	if (str_starts_nocase(type, STR("text/html")) || str_starts_nocase(type, STR("application/xhtml")))
		return "html";
	if (is_page(text))
		return "html";
	return str_starts(text, STR("<?xml")) ? NULL : "txt";
}
