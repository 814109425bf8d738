#include "html/html_charset.h"

#include "base/charset.h"
#include "base/detect.h"
#include "base/sniff.h"
#include "base/utf8.h"

enum { LABEL_WITHIN = 64 * 1024, TEXT_WITHIN = 1024 * 1024 };

static const struct place nowhere;

/* The value of an attribute, or of what looks like one in another's value (HTML standard, 13.2.3.2 and 2.5.5). */
static struct str
value_in(struct str tag, struct str name)
{
	size_t at, end;

	for (size_t i = 0; i + name.n < tag.n; i++) {
		if (!str_is_nocase(str_sub(tag, i, i + name.n), name.p))
			continue;
		at = i + name.n;
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

/* Of the first elements of that name in the head the first value of that attribute. */
static struct str
head_value(struct str bytes, struct str element, struct str attribute)
{
	struct str rest = str_sub(bytes, 0, LABEL_WITHIN), value = STR_NONE;
	size_t at;

	while (value.n == 0 && (at = str_find_char(rest, '<')) != STR_NPOS) {
		size_t end;

		rest = str_sub(rest, at, rest.n);
		if (str_starts(rest, STR("<!--")) && (end = str_find(rest, STR("-->"))) != STR_NPOS) {
			rest = str_sub(rest, end, rest.n);
			continue;
		}
		if (str_starts_nocase(rest, element)) {
			end = str_find_char(rest, '>');
			value = value_in(str_sub(rest, element.n, end == STR_NPOS ? rest.n : end), attribute);
		}
		rest = str_sub(rest, 1, rest.n);
	}
	return value;
}

static struct str
declared_label(struct str bytes)
{
	struct str label = head_value(bytes, STR("<meta"), STR("charset"));

	return label.n > 0 ? label : declared_encoding(bytes);
}

static size_t
bad_bytes(struct str bytes)
{
	size_t bad = 0;

	while (bytes.n > 0)
		bad += utf8_next(&bytes) == UTF8_BAD;
	return bad;
}

/* The page's text without its tags, scripts and style sheets: what the detector may look at. */
static void
text_of(struct str page, struct buf *text)
{
	while (page.n > 0 && text->n < TEXT_WITHIN) {
		size_t tag = str_find_char(page, '<'), end;

		buf_add(text, str_sub(page, 0, tag));
		page = str_sub(page, tag, page.n);
		end = str_find_char(page, '>');
		if (str_starts_nocase(page, STR("<script")))
			end = str_find(page, STR("</script"));
		else if (str_starts_nocase(page, STR("<style")))
			end = str_find(page, STR("</style"));
		page = end == STR_NPOS ? STR_NONE : str_sub(page, end + 1, page.n);
		buf_char(text, ' ');
	}
}

/* What the page is said to be written in: by an option, by itself, by where it is from. */
static struct str
language_of(struct str bytes, const struct options *o)
{
	struct str language = o->lang.n > 0 ? o->lang : head_value(bytes, STR("<html"), STR("lang"));
	struct str host = o->base_url, part, domain = STR_NONE;
	size_t scheme = str_find(host, STR("://"));

	if (language.n > 0 || scheme == STR_NPOS)
		return language;
	host = str_sub(host, scheme + 3, host.n);
	host = str_sub(host, 0, str_find_char(host, '/'));
	while (str_next(&host, '.', &part))
		domain = part;
	return language_of_domain(domain);
}

static struct charset_choice
by_detector(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	struct buf text = { 0 };
	struct detected d;

	text_of(bytes, &text);
	d = detect(open, buf_str(&text), language_of(bytes, o));
	buf_free(&text);
	note(diag, nowhere, "character set %s, by the letters of its text (%s)", d.charset, d.language);
	detected_doubt(&d, diag);
	return (struct charset_choice){ d.charset, "detected", false };
}

/* Bytes that are not UTF-8, and without a mark or an option. */
static struct charset_choice
by_label(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	struct str label = declared_label(bytes);
	const char *name = label.n > 0 ? charset_of_label(label) : NULL;

	/* What was just read as ASCII is not UTF-16, whatever it says. */
	if (name && str_starts(str_of(name), STR("UTF-16")))
		name = "UTF-8";
	if (name && !str_is(str_of(name), "UTF-8")) {
		const char *meant = detect_declared(name, bytes);

		note(diag, nowhere, "character set %s (declared)", name);
		if (!str_is(str_of(name), meant))
			note(diag, nowhere, "the page says %s, but its bytes are %s", name, meant);
		return (struct charset_choice){ meant, "declared", false };
	}
	if (name && bad_bytes(bytes) <= bytes.n / 100) {
		note(diag, nowhere, "character set UTF-8 (declared), with some bytes that are not");
		return (struct charset_choice){ "UTF-8", "declared", true };
	}
	if (label.n > 0)
		note(diag, nowhere, name ? "the page says that it is %.*s, but it is not"
					 : "the page names an unknown character set, %.*s", STR_FMT(str_sub(label, 0, 40)));
	return by_detector(bytes, o, open, diag);
}

/* Text of seven bits with escapes, which no byte tells from ASCII. */
static const char *
by_escapes(struct str bytes)
{
	const char *name;

	if (str_find(bytes, STR("\x1B$")) == STR_NPOS)
		return NULL;
	name = charset_of_label(declared_label(bytes));
	return name && str_is(str_of(name), "ISO-2022-JP") ? name : NULL;
}

struct charset_choice
html_charset(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	size_t mark;
	const char *name = charset_of_mark(bytes, &mark), *found = "byte order mark";

	if (sniff(bytes))
		fail(diag, STATUS_DATA, nowhere, "this is %s, not an HTML page", sniff(bytes));
	if (!name) {
		name = o->from_charset ? o->from_charset : charset_of_zeros(bytes);
		found = o->from_charset ? "--from-charset" : "zero bytes";
	}
	if (!name) {
		name = by_escapes(bytes);
		found = "declared";
	}
	if (!name && utf8_check(bytes) == STR_NPOS) {
		name = "UTF-8";
		found = "valid UTF-8";
	}
	if (!name)
		return by_label(bytes, o, open, diag);
	note(diag, nowhere, "character set %s (%s)", name, found);
	return (struct charset_choice){ name, found, str_is(str_of(name), "UTF-8") };
}
