#include "html/html_charset.h"

#include "base/charset.h"
#include "base/sniff.h"
#include "base/utf8.h"

enum { LABEL_WITHIN = 64 * 1024, ZEROS_WITHIN = 4096 };

static const struct place nowhere;

/* The value behind "charset" in a meta element's tag (HTML standard, 13.2.3.2, "get an attribute" and 2.5.5). */
static struct str
label_in(struct str tag)
{
	size_t at, end;

	for (size_t i = 0; i + 7 < tag.n; i++) {
		if (!str_is_nocase(str_sub(tag, i, i + 7), "charset"))
			continue;
		at = i + 7;
		while (at < tag.n && ascii_blank(tag.p[at]))
			at++;
		if (at >= tag.n || tag.p[at] != '=')
			continue;
		at++;
		while (at < tag.n && (ascii_blank(tag.p[at]) || tag.p[at] == '"' || tag.p[at] == '\''))
			at++;
		for (end = at; end < tag.n; end++)
			if (ascii_blank(tag.p[end]) || tag.p[end] == '"' || tag.p[end] == '\'' || tag.p[end] == ';' ||
				tag.p[end] == '/' || tag.p[end] == '>')
				break;
		return str_sub(tag, at, end);
	}
	return STR_NONE;
}

/* What an XML declaration at the front says. */
static struct str
declared_encoding(struct str bytes)
{
	size_t at, end;
	struct str rest;

	if (!str_starts(bytes, STR("<?xml")) || (end = str_find(bytes, STR("?>"))) == STR_NPOS)
		return STR_NONE;
	rest = str_sub(bytes, 0, end);
	if ((at = str_find(rest, STR("encoding="))) == STR_NPOS)
		return STR_NONE;
	rest = str_sub(rest, at + 10, rest.n);
	for (end = 0; end < rest.n && rest.p[end] != '"' && rest.p[end] != '\'';)
		end++;
	return str_sub(rest, 0, end);
}

static struct str
declared_label(struct str bytes)
{
	struct str rest = str_sub(bytes, 0, LABEL_WITHIN), label = STR_NONE;
	size_t at;

	while (label.n == 0 && (at = str_find_char(rest, '<')) != STR_NPOS) {
		size_t end;

		rest = str_sub(rest, at, rest.n);
		if (str_starts(rest, STR("<!--")) && (end = str_find(rest, STR("-->"))) != STR_NPOS) {
			rest = str_sub(rest, end, rest.n);
			continue;
		}
		if (str_starts_nocase(rest, STR("<meta"))) {
			end = str_find_char(rest, '>');
			label = label_in(str_sub(rest, 5, end == STR_NPOS ? rest.n : end));
		}
		rest = str_sub(rest, 1, rest.n);
	}
	return label.n > 0 ? label : declared_encoding(bytes);
}

/* UTF-16 without a mark: markup and blanks have a zero in every other byte. */
static const char *
by_zeros(struct str bytes)
{
	size_t zeros[2] = { 0, 0 }, n = bytes.n < ZEROS_WITHIN ? bytes.n : ZEROS_WITHIN;

	for (size_t i = 0; i < n; i++)
		zeros[i % 2] += bytes.p[i] == '\0';
	if (zeros[1] > n / 8 && zeros[0] < n / 64 + 1)
		return "UTF-16LE";
	if (zeros[0] > n / 8 && zeros[1] < n / 64 + 1)
		return "UTF-16BE";
	return NULL;
}

static size_t
bad_bytes(struct str bytes)
{
	size_t bad = 0;

	while (bytes.n > 0)
		bad += utf8_next(&bytes) == UTF8_BAD;
	return bad;
}

/* Bytes that are not UTF-8, and without a mark or an option. */
static const char *
by_label(struct str bytes, struct diag *diag)
{
	struct str label = declared_label(bytes);
	const char *name = label.n > 0 ? charset_of_label(label) : NULL;

	/* What was just read as ASCII is not UTF-16, whatever it says. */
	if (name && str_starts(str_of(name), STR("UTF-16")))
		name = "UTF-8";
	if (name && !str_is(str_of(name), "UTF-8")) {
		note(diag, nowhere, "character set %s, as the page says", name);
		return name;
	}
	if (name && bad_bytes(bytes) <= bytes.n / 100)
		return NULL;
	if (label.n > 0 && !name)
		fail(diag, STATUS_DATA, nowhere, "the page names an unknown character set, %.*s; give --from-charset",
			STR_FMT(str_sub(label, 0, 40)));
	if (name)
		fail(diag, STATUS_DATA, nowhere, "the page says that it is %.*s, but it is not; give --from-charset",
			STR_FMT(str_sub(label, 0, 40)));
	fail(diag, STATUS_DATA, nowhere, "neither UTF-8 nor of a declared character set; give --from-charset");
}

const char *
html_charset(struct str bytes, const struct options *o, struct diag *diag)
{
	size_t mark;
	const char *name = charset_of_mark(bytes, &mark);

	if (sniff(bytes))
		fail(diag, STATUS_DATA, nowhere, "this is %s, not an HTML page", sniff(bytes));
	if (!name)
		name = o->from_charset ? o->from_charset : by_zeros(bytes);
	if (name)
		return str_is(str_of(name), "UTF-8") ? NULL : name;
	return utf8_check(bytes) == STR_NPOS ? NULL : by_label(bytes, diag);
}
