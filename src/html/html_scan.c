#include "html/html_scan.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { MARKUP_WITHIN = 64 * 1024 };

enum token_kind { TOKEN_TEXT, TOKEN_START, TOKEN_END, TOKEN_OTHER };

/* A piece of the page: text up to the next markup, a tag, or a comment, doctype or the like. */
struct token {
	enum token_kind kind;
	struct str all, name;
	size_t attributes;
	bool closed; /* its end is in the bytes */
};

static bool
in_name(char c)
{
	return !ascii_blank(c) && c != '/' && c != '>';
}

/* The offset behind the value that begins at i. */
static size_t
skip_value(struct str s, size_t i)
{
	char quote = i < s.n ? s.p[i] : '\0';

	if (quote == '"' || quote == '\'') {
		size_t end = str_find_char(str_sub(s, i + 1, s.n), quote);

		return end == STR_NPOS ? s.n : i + 1 + end + 1;
	}
	while (i < s.n && !ascii_blank(s.p[i]) && s.p[i] != '>')
		i++;
	return i;
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && ascii_blank(s.p[i]))
		i++;
	return i;
}

/* A tag's attributes, as the HTML standard's tokenizer takes them (13.2.5.32 and on). */
static void
take_tag(struct str s, size_t i, struct token *t)
{
	size_t start = i;

	while (i < s.n && in_name(s.p[i]))
		i++;
	t->name = str_sub(s, start, i);
	for (;;) {
		while (i < s.n && (ascii_blank(s.p[i]) || s.p[i] == '/'))
			i++;
		if (i >= s.n || s.p[i] == '>')
			break;
		t->attributes++;
		for (i++; i < s.n && in_name(s.p[i]) && s.p[i] != '=';)
			i++;
		i = skip_blanks(s, i);
		if (i < s.n && s.p[i] == '=')
			i = skip_value(s, skip_blanks(s, i + 1));
	}
	t->closed = i < s.n;
	t->all = str_sub(s, 0, t->closed ? i + 1 : s.n);
}

static void
take_comment(struct str s, struct token *t)
{
	size_t end;

	t->kind = TOKEN_OTHER;
	if (str_starts(s, STR("<!-->")) || str_starts(s, STR("<!--->"))) {
		t->all = str_sub(s, 0, str_find_char(s, '>') + 1);
		return;
	}
	end = 4;
	do {
		size_t dashes = str_find(str_sub(s, end, s.n), STR("--"));

		t->closed = dashes != STR_NPOS;
		end = t->closed ? end + dashes + 2 : s.n;
		while (end < s.n && s.p[end] == '-')
			end++;
		if (end < s.n && s.p[end] == '!')
			end++;
	} while (t->closed && end < s.n && s.p[end] != '>');
	t->closed = t->closed && end < s.n;
	t->all = str_sub(s, 0, end + 1);
}

static void
take_declaration(struct str s, struct token *t)
{
	size_t end = str_find_char(s, '>');

	t->kind = TOKEN_OTHER;
	t->closed = end != STR_NPOS;
	t->all = str_sub(s, 0, t->closed ? end + 1 : s.n);
}

static struct token
take_text(struct str s)
{
	struct token t = { .kind = TOKEN_TEXT, .closed = true };
	size_t next = str_find_char(str_sub(s, 1, s.n), '<');

	t.all = str_sub(s, 0, next == STR_NPOS ? s.n : next + 1);
	return t;
}

static struct token
take_token(struct str s)
{
	struct token t = { .closed = true };
	char second = s.n > 1 ? s.p[1] : '\0';

	if (s.p[0] != '<')
		return take_text(s);
	if (str_starts(s, STR("<!--"))) {
		take_comment(s, &t);
	} else if (second == '!' || second == '?' || (second == '/' && s.n > 2 && !ascii_alpha(s.p[2]))) {
		take_declaration(s, &t);
	} else if (ascii_alpha(second)) {
		t.kind = TOKEN_START;
		take_tag(s, 1, &t);
	} else if (second == '/' && s.n > 2) {
		t.kind = TOKEN_END;
		take_tag(s, 2, &t);
	} else {
		t = take_text(s);
		t.closed = s.n > 2 || !(second == '\0' || second == '/');
	}
	return t;
}

/* In these only the end tag is markup (13.2.6.2). */
static bool
is_raw(struct str name)
{
	return str_listed_nocase(STR("script style textarea title xmp iframe noembed noframes"), name);
}

/* Where the raw element's end tag begins; STR_NPOS when it has none. */
static size_t
raw_end(struct str s, struct str name)
{
	size_t from = 0;

	for (;;) {
		size_t at = str_find(str_sub(s, from, s.n), STR("</"));

		if (at == STR_NPOS)
			return STR_NPOS;
		from += at + 2;
		if (from + name.n < s.n && str_eq_nocase(str_sub(s, from, from + name.n), name) &&
			!in_name(s.p[from + name.n]))
			return from - 2;
	}
}

/* Cleaning. */

static size_t
clean_text(struct str s, struct buf *out)
{
	size_t bad = 0, plain = 0, at = 0;

	while (at < s.n) {
		unsigned char byte = (unsigned char)s.p[at];
		struct str rest = str_sub(s, at, s.n);
		uint32_t c;
		size_t n;

		if (byte >= ' ' && byte < 0x7F) {
			at++;
			continue;
		}
		c = utf8_next(&rest);
		n = s.n - at - rest.n;
		if (c == UTF8_BAD || utf8_is_noncharacter(c) ||
			(utf8_is_control(c) && !(c < 0x80 && ascii_blank((char)c)))) {
			buf_add(out, str_sub(s, plain, at));
			if (c == UTF8_BAD)
				buf_puts(out, "\xEF\xBF\xBD");
			bad += c == UTF8_BAD;
			plain = at + n;
		}
		at += n;
	}
	buf_add(out, str_sub(s, plain, s.n));
	return bad;
}

/* How far the <svg> reaches whose start tag s begins with, up to its end tag; 0 when it does not end. */
static size_t
svg_content_end(struct str s)
{
	size_t depth = 0, at = 0;

	while (at < s.n) {
		struct token t = take_token(str_sub(s, at, s.n));

		if (t.kind == TOKEN_START && str_is_nocase(t.name, "svg") && !str_ends(t.all, STR("/>")))
			depth++;
		if (t.kind == TOKEN_END && str_is_nocase(t.name, "svg") && --depth == 0)
			return at;
		at += t.all.n;
	}
	return 0;
}

static void
keep_lines(struct str s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			buf_char(out, '\n');
}

size_t
html_clean(struct str page, struct buf *out)
{
	size_t bad = 0, at = str_starts(page, STR("\xEF\xBB\xBF")) ? 3 : 0;
	bool svg_ends = true;

	while (at < page.n) {
		struct str rest = str_sub(page, at, page.n);
		struct token t = take_token(rest);
		size_t skip = 0, end;

		bad += clean_text(t.all, out);
		at += t.all.n;
		if (t.kind != TOKEN_START)
			continue;
		if (is_raw(t.name)) {
			end = raw_end(str_sub(page, at, page.n), t.name);
			end = end == STR_NPOS ? page.n : at + end;
			bad += clean_text(str_sub(page, at, end), out);
			at = end;
		} else if (svg_ends && str_is_nocase(t.name, "svg") && !str_ends(t.all, STR("/>"))) {
			skip = svg_content_end(rest);
			svg_ends = skip > 0;
			if (svg_ends) {
				keep_lines(str_sub(rest, t.all.n, skip), out);
				at += skip - t.all.n;
			}
		}
	}
	return bad;
}

/* Measuring. */

/* Elements that never hold another one of the same kind, or none at all: their number is no depth. */
static bool
is_shallow(struct str name)
{
	static const char shallow[] =
		"p br img input meta link hr area base col embed param source track wbr li dt dd option optgroup tr td th "
		"tbody thead tfoot colgroup caption rp rt html head body script style title";

	return str_listed_nocase(STR(shallow), name);
}

/* Within MathML names mean other things: then nothing counts as raw, so that nothing stays uncounted. */
static bool
has_math(struct str page)
{
	size_t at;

	while ((at = str_find_char(page, '<')) != STR_NPOS) {
		page = str_sub(page, at, page.n);
		if (str_starts_nocase(page, STR("<math")))
			return true;
		page = str_sub(page, 1, page.n);
	}
	return false;
}

/* Not so "<john@example.org>" and "<https://example.org>" in plain text. */
static bool
is_markup(const struct token *t)
{
	if (t->kind == TOKEN_TEXT)
		return false;
	for (size_t i = 0; i < t->name.n; i++) {
		char c = t->name.p[i];

		if (!ascii_alpha(c) && !ascii_digit(c) && c != '-' && (c != ':' || i + 1 == t->name.n))
			return false;
	}
	return true;
}

struct html_scan
html_measure(struct str page)
{
	struct html_scan scan = { 0 };
	bool math = has_math(page);
	size_t at = 0, depth = 0;

	while (at < page.n) {
		struct token t = take_token(str_sub(page, at, page.n));

		scan.markup |= at < MARKUP_WITHIN && is_markup(&t);
		at += t.all.n;
		if (!t.closed)
			scan.cut = t.kind == TOKEN_OTHER ? "a comment" : "a tag";
		if (t.attributes > LIMIT_HTML_ATTRIBUTES)
			scan.beyond = "attributes in one tag";
		if (t.kind == TOKEN_START && !math && is_raw(t.name)) {
			size_t end = raw_end(str_sub(page, at, page.n), t.name);

			if (end == STR_NPOS)
				scan.cut = "an element that holds no markup";
			at = end == STR_NPOS ? page.n : at + end;
		} else if (t.kind == TOKEN_START && !is_shallow(t.name) && ++depth > LIMIT_HTML_DEPTH) {
			scan.beyond = "elements in each other";
		} else if (t.kind == TOKEN_END && !is_shallow(t.name) && depth > 0) {
			depth--;
		}
	}
	return scan;
}
