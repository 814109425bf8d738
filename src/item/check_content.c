/* The content of an item: that it is what it says (guide 8.4), how much it is, and the files beside it. */
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "item/check_rules.h"

/* INLINE XML */

/* The roots that content has and the namespace that each must be in. */
static const struct {
	const char *name, *ns;
} roots[] = { { "html", XHTML_NS }, { "nitf", NITF_NS } };

/* What is in no namespace, or in that of NewsML-G2, is not read as what it looks like. */
static const struct element *
in_wrong_namespace(const struct element *root, const char *ns)
{
	for (const struct element *e = root; e; e = element_next(root, e))
		if (strcmp(e->ns, ns) != 0 && (e == root || e->ns[0] == '\0' || strcmp(e->ns, NML_NS) == 0))
			return e;
	return NULL;
}

static void
check_inline(struct checked *i, const struct element *content)
{
	const struct element *root = content->first, *wrong;

	if (!root) {
		check_found(i->check, RULE_INLINE_EMPTY, element_place(content), STR_NONE, STR_NONE);
		return;
	}
	if (root->next)
		check_found(i->check, RULE_INLINE_ROOTS, element_place(root->next), root->next->name, STR_NONE);
	for (size_t k = 0; k < sizeof(roots) / sizeof(*roots); k++) {
		if (!str_is(root->name, roots[k].name))
			continue;
		wrong = in_wrong_namespace(root, roots[k].ns);
		if (wrong)
			check_found(i->check, RULE_BODY_NAMESPACE, element_place(wrong), wrong->name, str_of(roots[k].ns));
	}
}

/* INLINE DATA */

/* The media type without its parameters. */
static struct str
media_type(const struct element *content)
{
	struct str type = element_value(content, NULL, "contenttype");

	return str_trim(str_sub(type, 0, str_find_char(type, ';')));
}

/* A tag in what should be plain text: an end tag, or a start tag of HTML. A "<" alone is none, nor is "<name@host>". */
static struct str
tag_in(struct str text)
{
	static const char *const tags[] = { "p", "br", "br/", "br /", "div", "span", "b", "i", "strong", "em", "ul", "li", "table",
		"html" };

	for (size_t at; (at = str_find_char(text, '<')) != STR_NPOS; text = str_sub(text, at + 1, text.n)) {
		struct str tag = str_sub(text, at + 1, text.n);
		size_t end = str_find_char(str_sub(tag, 0, 64), '>');

		if (end == STR_NPOS || end == 0)
			continue;
		tag = str_sub(tag, 0, end);
		if (tag.p[0] == '/' && tag.n > 1 && ascii_alpha(tag.p[1]))
			return str_sub(text, at, at + end + 2);
		for (size_t k = 0; k < sizeof(tags) / sizeof(*tags); k++)
			if (str_is_nocase(tag, tags[k]))
				return str_sub(text, at, at + end + 2);
	}
	return STR_NONE;
}

static void
check_data(struct checked *i, const struct element *content)
{
	struct str text = element_text(i->file, content), tag;
	bool plain = str_is_nocase(media_type(content), "text/plain");

	if (media_type(content).n == 0 && !element_attribute(content, NULL, "encoding") && str_trim(text).n > 0)
		check_found(i->check, RULE_PLAIN_TYPE, element_place(content), STR_NONE, STR_NONE);
	tag = content->first ? arena_printf(&i->check->arena, "<%.*s>", STR_FMT(content->first->name)) : tag_in(text);
	if (plain && tag.n > 0)
		check_found(i->check, RULE_PLAIN_MARKUP, element_place(content->first ? content->first : content), tag, STR_NONE);
}

/* HOW MUCH */

/* Elements that stand within a line: what they hold goes on in the word before. */
static bool
stands_in_line(const struct element *e)
{
	static const char *const names[] = { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
		"kbd", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", /* NITF: */
		"chron", "city", "classifier", "copyrite", "country", "event", "frac", "function", "lang", "location", "money",
		"num", "object.title", "org", "person", "postaddr", "pronounce", "region", "state", "virtloc" };

	for (size_t k = 0; k < sizeof(names) / sizeof(*names); k++)
		if (str_is(e->name, names[k]))
			return true;
	return false;
}

static bool
is_no_text(const struct element *e)
{
	return str_is(e->name, "head") || str_is(e->name, "script") || str_is(e->name, "style");
}

static void
end_line(struct buf *out, const struct element *e)
{
	if (!stands_in_line(e))
		buf_char(out, '\n');
}

static void
add_gap(struct item_file *f, struct buf *out, uint32_t from, uint32_t to)
{
	const struct element gap = { .content = from, .content_end = to };

	if (from < to)
		buf_add(out, element_text(f, &gap));
}

/* The text of the content, with a line for each block. */
static void
text_of(struct item_file *f, const struct element *content, struct buf *out)
{
	const struct element *e = content->first;
	uint32_t at = content->content;

	while (e) {
		add_gap(f, out, at, e->start);
		at = is_no_text(e) ? e->content_end : e->content;
		end_line(out, e);
		if (e->first && !is_no_text(e)) {
			e = e->first;
			continue;
		}
		for (; e != content; e = e->parent) {
			add_gap(f, out, at, e->content_end);
			at = e->end;
			end_line(out, e);
			if (e->next)
				break;
		}
		e = e == content ? NULL : e->next;
	}
	add_gap(f, out, at, content->content_end);
}

/* Words are what stands between blanks and has a letter or a digit in it; characters are counted without line ends. */
static long
count_words(struct str text)
{
	struct str word;
	long n = 0;

	while (str_next_word(&text, &word)) {
		bool counts = false;

		while (word.n > 0 && !counts) {
			uint32_t c = utf8_next(&word);

			counts = utf8_is_letter(c) || (c >= '0' && c <= '9');
		}
		n += counts;
	}
	return n;
}

static long
count_characters(struct str text)
{
	struct str word;
	long n = 0;

	while (str_next_word(&text, &word))
		n += (long)utf8_count(word) + (n > 0);
	return n;
}

/*
 * Programs count differently: a dash, a dateline or the headline is a word or
 * is not. What is off by more than a headline has, and by more than a tenth, is
 * the count of another text. Agencies' counts are off by a twentieth at most,
 * where they have not cut the text themselves.
 */
static bool
agrees(long said, long found, long slack)
{
	long difference = said > found ? said - found : found - said;

	return difference <= slack || difference <= found / 10;
}

static void
check_counts(struct checked *i, const struct element *content)
{
	static const struct {
		const char *attribute, *what;
		long (*count)(struct str);
		long slack;
	} counts[] = { { "wordcount", "words", count_words, 10 }, { "charcount", "characters", count_characters, 60 } };
	struct buf text = { 0 };

	for (size_t k = 0; k < sizeof(counts) / sizeof(*counts); k++) {
		const struct attribute *a = element_attribute(content, NULL, counts[k].attribute);
		struct arena *arena = &i->check->arena;
		long said, found;

		if (!a)
			continue;
		if (text.n == 0)
			text_of(i->file, content, &text);
		found = counts[k].count(buf_str(&text));
		if (!str_to_long(str_trim(a->value), &said) || !agrees(said, found, counts[k].slack))
			check_found(i->check, RULE_TEXT_COUNT, attribute_place(i->file, content, a),
				arena_printf(arena, "%s is \"%.*s\"", counts[k].attribute, STR_FMT(a->value)),
				arena_printf(arena, "%ld %s", found, counts[k].what));
	}
	buf_free(&text);
}

/* THE TEXT'S OWN HEADLINE */

static void
check_heading(struct checked *i, const struct element *content)
{
	const struct element *heading = content->first, *e = checked_child(i->content_meta, "headline");
	bool any = false;
	struct str text;

	while (heading && !str_is(heading->name, "h1") && !str_is(heading->name, "hl1"))
		heading = element_next(content, heading);
	text = heading ? element_line(i->file, heading) : STR_NONE;
	for (; e; e = item_child(i->content_meta, "headline", e)) {
		struct str headline = element_line(i->file, e);

		if (str_eq_nocase(headline, text))
			return;
		any = any || headline.n > 0;
	}
	if (any && text.n > 0)
		check_found(i->check, RULE_BODY_HEADLINE, element_place(heading), text, STR_NONE);
}

void
check_content(struct checked *i)
{
	const struct element *e = i->content_set ? i->content_set->first : NULL;

	for (; e; e = e->next) {
		if (str_is(e->name, "inlineXML")) {
			check_inline(i, e);
			check_heading(i, e);
		}
		if (str_is(e->name, "inlineData"))
			check_data(i, e);
		if (!str_is(e->name, "remoteContent"))
			check_counts(i, e);
	}
	check_files(i);
}
