#include "html/html_scan.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "html/html_element.h"
#include "html/html_open.h"
#include "html/html_standin.h"
#include "html/html_token.h"

enum {
	MARKUP_WITHIN = 64 * 1024,
	VALUES_LEAST = 32, /* bytes of the shortest tag that may have a long value */
	BLANKS_LEAST = 8,  /* that are worth to be fewer */
};

/* Cleaning. */

/* How many bytes in front are ASCII that stays: all but the controls. */
static size_t
plain_run(struct str s, size_t at)
{
	size_t from = at;

	while (at < s.n && ((s.p[at] >= ' ' && s.p[at] < 0x7F) || s.p[at] == '\n' || s.p[at] == '\t'))
		at++;
	return at - from;
}

/* Whether a letter of two bytes stands there: none of them is a control character. */
static bool
is_pair(struct str s, size_t at)
{
	unsigned char byte = (unsigned char)s.p[at];

	return byte > 0xC2 && byte < 0xE0 && at + 1 < s.n && ((unsigned char)s.p[at + 1] & 0xC0) == 0x80;
}

/* What stands for a character: "" for nothing, NULL for itself. */
static const char *
replacement(uint32_t c, struct str behind)
{
	if (c == UTF8_BAD)
		return "\xEF\xBF\xBD";
	if (c == '\r')
		return str_starts(behind, STR("\n")) ? "" : "\n";
	return utf8_is_noncharacter(c) || (utf8_is_control(c) && !(c < 0x80 && ascii_blank((char)c))) ? "" : NULL;
}

/* The page without what is unwanted: itself when there is nothing, else in *made. */
static struct str
clean(struct str s, struct buf *made, size_t *bad)
{
	size_t plain = 0, at = 0;

	while ((at += plain_run(s, at)) < s.n) {
		struct str rest = str_sub(s, at, s.n);
		const char *other;
		uint32_t c;
		size_t n;

		if (is_pair(s, at)) {
			at += 2;
			continue;
		}
		c = utf8_next(&rest);
		other = replacement(c, rest);
		n = s.n - at - rest.n;
		*bad += c == UTF8_BAD;
		if (other) {
			if (plain == 0)
				buf_room(made, s.n);
			buf_add(made, str_sub(s, plain, at));
			buf_puts(made, other);
			plain = at + n;
		}
		at += n;
	}
	if (plain == 0)
		return s;
	buf_add(made, str_sub(s, plain, s.n));
	return buf_str(made);
}

/* A pass over the page's markup. */

/*
 * In <select> the parser knows few tags: raw elements are none there. What
 * else it ends by is not followed.
 */
enum select { NO_SELECT, IN_SELECT, MAYBE_IN_SELECT };

struct pass {
	struct html_scan *scan;
	struct str page;
	size_t at, kept; /* how far it was read, and taken over */
	struct html_open elements; /* that are open */
	size_t unsure;	/* tags that may have opened one besides */
	size_t open;	/* elements that were open at each tag, in sum */
	size_t foreign; /* <math> and <svg> that are open: in them the names of elements mean other things */
	enum select select;
	bool no_end;	 /* an <svg> had no end, so that none is looked for again */
	bool as_it_is;	 /* from here on nothing is left out or gets a stand-in: what is no markup may be text */
	bool standins;
	bool blanks_count; /* there was a <pre> */
};

static struct str
rest_of(const struct pass *p)
{
	return str_sub(p->page, p->at, p->page.n);
}

/* Whether all is well known, so that what is no markup can be taken away. */
static bool
is_sure(const struct pass *p)
{
	return !p->as_it_is && p->foreign == 0;
}

/* Takes over what stands before the place. */
static void
take_over(struct pass *p, size_t at)
{
	buf_add(&p->scan->page, str_sub(p->page, p->kept, at));
	p->kept = at;
}

/* Leaves the bytes out, but for the ends of lines. */
static void
drop(struct pass *p, size_t from, size_t to)
{
	if (!is_sure(p))
		return;
	take_over(p, from);
	p->kept = to;
	while (from < to) {
		size_t n = str_find_char(str_sub(p->page, from, to), '\n');

		if (n == STR_NPOS)
			break;
		buf_char(&p->scan->page, '\n');
		from += n + 1;
	}
}

static size_t
depth(const struct pass *p)
{
	return open_depth(&p->elements) + p->unsure;
}

static void
check_depth(struct pass *p)
{
	if (depth(p) > p->scan->depth)
		p->scan->depth = depth(p);
	if (depth(p) > LIMIT_HTML_DEPTH)
		p->scan->beyond = "elements in each other";
}

/*
 * What is markup from here on depends on what the parser takes a raw element
 * for: every start tag that may be one counts, and no end tag.
 */
static void
give_up(struct pass *p)
{
	struct str rest = rest_of(p);
	size_t at;

	while ((at = str_find_char(rest, '<')) != STR_NPOS) {
		rest = str_sub(rest, at + 1, rest.n);
		p->unsure += rest.n > 0 && ascii_alpha(rest.p[0]);
	}
	check_depth(p);
	p->as_it_is = true;
	p->at = p->page.n;
}

/* How far the <svg> reaches whose start tag s begins with, up to its end tag; 0 when it does not end. */
static size_t
svg_end(struct str s)
{
	size_t depth = 0, at = 0;

	while (at < s.n) {
		struct token t = take_token(str_sub(s, at, s.n));

		if (t.kind == TOKEN_START && str_is_nocase(t.name, "svg") && !t.self_closing)
			depth++;
		if (t.kind == TOKEN_END && str_is_nocase(t.name, "svg") && --depth == 0)
			return at;
		at += t.all.n;
	}
	return 0;
}

static bool
holds_json(const struct token *t)
{
	for (size_t i = 0; i + 4 <= t->all.n; i++)
		if (str_starts_nocase(str_sub(t->all, i, t->all.n), STR("json")))
			return true;
	return false;
}

static bool
is_for_machines(const struct token *t)
{
	return str_is_nocase(t->name, "style") || (str_is_nocase(t->name, "script") && !holds_json(t));
}

static void
pass_raw(struct pass *p, const struct token *t)
{
	bool script = str_is_nocase(t->name, "script");
	size_t end;

	if (p->foreign > 0 || (p->select && !script && !str_is_nocase(t->name, "textarea"))) {
		give_up(p);
		return;
	}
	end = raw_end(rest_of(p), t->name);
	if (end == STR_NPOS)
		p->scan->cut = "an element that holds no markup";
	end = end == STR_NPOS ? p->page.n : p->at + end;
	p->scan->sheets += is_for_machines(t) && !script;
	p->scan->scripts += is_for_machines(t) && script;
	if (is_for_machines(t))
		drop(p, p->at, end);
	p->at = end;
}

static void
pass_svg(struct pass *p, const struct token *t)
{
	size_t start = p->at - t->all.n, end = 0;

	if (t->self_closing)
		return;
	if (!p->no_end)
		end = svg_end(str_sub(p->page, start, p->page.n));
	if (end > 0) {
		drop(p, p->at, start + end);
		p->at = start + end;
	} else {
		p->no_end = true;
		p->foreign++;
	}
}

/* What an element is in: a select, mathematics. */
static void
pass_around(struct pass *p, const struct token *t)
{
	bool start = t->kind == TOKEN_START;

	if (str_is_nocase(t->name, "select"))
		p->select = !start ? NO_SELECT : p->select == NO_SELECT ? IN_SELECT : MAYBE_IN_SELECT;
	else if (p->select && !str_is_nocase(t->name, "option") && !str_is_nocase(t->name, "optgroup"))
		p->select = MAYBE_IN_SELECT;
	if (!str_is_nocase(t->name, "math") || t->self_closing)
		return;
	if (start)
		p->foreign++;
	else if (p->foreign > 0 && !p->select)
		p->foreign--;
}

/* What the parser may have to look through for a tag. */
static void
look_through_open(struct pass *p)
{
	p->open += depth(p);
	if (p->open > LIMIT_HTML_OPEN + LIMIT_HTML_OPEN_RATIO * p->page.n)
		p->scan->beyond = "tags within so many elements";
}

/* Of formatting elements the parser asks which are alike, and no two stand-ins are; but one <a> ends another. */
static void
pass_values(struct pass *p, const struct token *t, unsigned bits)
{
	if (!p->standins || !is_sure(p) || t->all.n < VALUES_LEAST)
		return;
	if (bits & ELEMENT_FORMATTING && !str_is_nocase(t->name, "a"))
		return;
	take_over(p, p->at - t->all.n);
	standin_add_values(p->scan, t->all, 1 + t->name.n);
	p->kept = p->at;
}

static void
pass_start(struct pass *p, const struct token *t)
{
	unsigned bits = html_element(t->name);

	pass_values(p, t, bits);

	if (t->attributes > LIMIT_HTML_ATTRIBUTES)
		p->scan->beyond = "attributes in one tag";
	open_start(&p->elements, t, bits, p->foreign > 0);
	check_depth(p);
	pass_around(p, t);
	p->as_it_is |= str_is_nocase(t->name, "plaintext");
	p->blanks_count |= str_is_nocase(t->name, "pre") || str_is_nocase(t->name, "listing");
	if (bits & ELEMENT_RAW)
		pass_raw(p, t);
	else if (str_is_nocase(t->name, "svg"))
		pass_svg(p, t);
}

static void
pass_end(struct pass *p, const struct token *t)
{
	open_end(&p->elements, t, html_element(t->name), p->foreign > 0 && !str_is_nocase(t->name, "math"));
	pass_around(p, t);
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

/* Adds what blanks mean outside <pre>: the ends of lines, or one blank. Returns how many they were. */
static size_t
add_blanks(struct pass *p, struct str blanks)
{
	size_t lines = str_count_char(blanks, '\n');

	for (size_t i = 0; i < lines; i++)
		buf_char(&p->scan->page, '\n');
	if (lines == 0)
		buf_char(&p->scan->page, ' ');
	return blanks.n;
}

static void
pass_text(struct pass *p, const struct token *t)
{
	size_t blanks = 0;

	if (!p->standins || !is_sure(p))
		return;
	take_over(p, p->at - t->all.n);
	while (blanks < t->all.n && ascii_blank(t->all.p[blanks]))
		blanks++;
	if (!p->blanks_count && blanks >= BLANKS_LEAST)
		blanks = add_blanks(p, str_sub(t->all, 0, blanks));
	else
		blanks = 0;
	standin_add(p->scan, str_sub(t->all, blanks, t->all.n));
	p->kept = p->at;
}

static void
pass_token(struct pass *p)
{
	struct token t = take_token(rest_of(p));
	size_t start = p->at;

	p->scan->markup |= start < MARKUP_WITHIN && is_markup(&t);
	p->at += t.all.n;
	if (t.kind == TOKEN_START || t.kind == TOKEN_END)
		look_through_open(p);
	if (!t.closed)
		p->scan->cut = t.kind == TOKEN_COMMENT || t.kind == TOKEN_OTHER ? "a comment" : "a tag";
	if (t.kind == TOKEN_TEXT)
		pass_text(p, &t);
	else if (t.kind == TOKEN_START)
		pass_start(p, &t);
	else if (t.kind == TOKEN_END)
		pass_end(p, &t);
	else if (t.kind == TOKEN_COMMENT && t.closed && str_ends(t.all, STR("-->")) && t.all.n > 7)
		drop(p, start + 4, p->at - 3);
	else if (p->foreign > 0 && str_starts(t.all, STR("<![CDATA[")))
		give_up(p);
}

void
html_scan(struct html_scan *s, struct str bytes)
{
	struct pass p = { .scan = s };

	s->whole = bytes.n;
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_sub(bytes, 3, bytes.n);
	p.page = clean(bytes, &s->clean, &s->bad);
	p.standins = standins_are_safe(p.page);
	buf_room(&s->page, p.page.n); /* what is not used of it is not touched, so it costs nothing */
	while (p.at < p.page.n && !s->beyond)
		pass_token(&p);
	take_over(&p, p.page.n);
	open_free(&p.elements);
}
