/* Addresses and languages in the one form in which they may be written. */
#include <string.h>

#include "base/buf.h"
#include "base/language.h"
#include "doc/doc.h"

/* What may be linked to. A scheme with an authority needs "//" and a host behind it. */
static const struct {
	const char *scheme;
	bool authority;
} schemes[] = { { "http:", true }, { "https:", true }, { "ftp:", true }, { "mailto:", false }, { "tel:", false } };

/* RFC 3986, sections 2.2 and 2.3: what stands for itself. Brackets do so in a host alone (3.2.2), which is refused below. */
static bool
stands_for_itself(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (c != '\0' && strchr("-._~:/?#@!$&'()*+,;=", c));
}

static void
encode(struct buf *out, struct str url)
{
	bool fragment = false;

	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];
		bool escape = c == '%' && str_hex_byte(str_sub(url, i + 1, url.n)) >= 0;
		bool second_hash = c == '#' && fragment;

		fragment = fragment || c == '#';
		if (c == '\t' || c == '\n' || c == '\r')
			continue; /* the URL standard drops them inside */
		if (escape || (stands_for_itself(c) && !second_hash))
			buf_char(out, c);
		else
			buf_printf(out, "%%%02X", (unsigned char)c);
	}
}

/* host[:port]. A name and password in front are nobody's business, and validators refuse them. */
static bool
authority_valid(struct str rest)
{
	size_t end = 0, port;
	struct str host;

	if (!str_starts(rest, STR("//")))
		return false;
	rest = str_sub(rest, 2, rest.n);
	while (end < rest.n && !strchr("/?#", rest.p[end]))
		end++;
	host = str_sub(rest, 0, end);
	port = str_find_char(host, ':');
	if (port != STR_NPOS) {
		for (size_t i = port + 1; i < host.n; i++)
			if (!ascii_digit(host.p[i]) || i > port + 5)
				return false;
		host = str_sub(host, 0, port);
	}
	for (size_t i = 0; i < host.n; i++)
		if (strchr("@[]%!$&'()*+,;=", host.p[i]))
			return false;
	return host.n > 0;
}

struct str
doc_link(struct doc *d, struct str url)
{
	struct buf out = { 0 };
	struct str made = STR_NONE;

	url = str_trim(url);
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		struct str scheme = str_of(schemes[i].scheme);

		if (!str_starts_nocase(url, scheme) || url.n == scheme.n)
			continue;
		buf_add(&out, scheme);
		encode(&out, str_sub(url, scheme.n, url.n));
		if (!schemes[i].authority || authority_valid(str_sub(buf_str(&out), scheme.n, out.n)))
			made = arena_str(&d->arena, buf_str(&out));
	}
	buf_free(&out);
	return made;
}

/* Puts one subtag into RFC 5646's usual case (section 2.1.1). */
static bool
subtag(char *p, size_t n, bool first)
{
	if (n == 0 || n > 8)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!ascii_alpha(p[i]) && (first || !ascii_digit(p[i])))
			return false;
		p[i] = ascii_lower(p[i]);
		if (!first && p[i] >= 'a' && (n == 2 || (n == 4 && i == 0)))
			p[i] = (char)(p[i] - 'a' + 'A');
	}
	return !first || language_primary((struct str){ p, n });
}

struct str
doc_language(struct doc *d, struct str tag)
{
	char *p;
	size_t from = 0;

	tag = str_trim(tag);
	if (tag.n == 0 || tag.n > 35 || str_is_nocase(tag, "und"))
		return STR_NONE;
	p = arena_cstr(&d->arena, tag);
	for (size_t i = 0; i <= tag.n; i++) {
		if (i < tag.n && p[i] == '_')
			p[i] = '-';
		if (i < tag.n && p[i] != '-')
			continue;
		if (!subtag(p + from, i - from, from == 0))
			return STR_NONE;
		from = i + 1;
	}
	return (struct str){ p, tag.n };
}
