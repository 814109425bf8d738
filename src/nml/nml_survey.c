#include "nml/nml_survey.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "nml/nml_meta.h"

/* How good a child of contentSet is as the body; the first of the best is taken. */
enum rank { RANK_NONE, RANK_DATA, RANK_ORIGINAL_DATA, RANK_INLINE };

/* What is known of one item. */
struct item {
	struct str kind; /* "packageItem"; empty: a newsItem */
	size_t number;	 /* among the newsItems, from 0 */
	struct str guid;
	struct str class; /* "text", "picture": the code without its scheme */
	struct str language; /* that it states for all in it */
	struct str body_language;
	struct str other; /* the element in an inlineXML that is neither XHTML nor NITF */
	enum rank rank;
	size_t content;
	enum nml_body body;
	bool ours, remote;
};

/* How a file that is not for us is named. A NULL ns stands for any. */
static const struct {
	const char *name, *what;
} foreign_roots[] = {
	{ "NewsML", "NewsML 1.x, not NewsML-G2" },
	{ "packageItem", "a NewsML-G2 package, not a text" },
	{ "conceptItem", "a NewsML-G2 concept item, not a text" },
	{ "knowledgeItem", "a NewsML-G2 knowledge item, not a text" },
	{ "planningItem", "a NewsML-G2 planning item, not a text" },
	{ "catalogItem", "a NewsML-G2 catalog item, not a text" },
	{ "catalog", "a catalog of NewsML-G2, not a text" },
	{ "nitf", "bare NITF, not NewsML-G2" },
	{ "html", "HTML, not NewsML-G2" },
};

struct surveyor {
	struct doc *d;
	struct xml *xml;
	size_t depth;
	size_t item_depth, set_depth; /* of the open newsItem and contentSet; 0: none is open */
	struct item *items;
	size_t count, cap;
	size_t news_items;
	size_t contents;		/* children of the open contentSet */
	enum rank rank;			/* of the child that is open */
	struct str language;		/* and what it says itself */
	struct buf generator;
	bool in_generator;
};

static bool
is_item_element(const struct xml_element *e)
{
	return strcmp(e->ns, NML_NS) == 0 || e->ns[0] == '\0';
}

static void
check_root(struct surveyor *s, const struct xml_element *e)
{
	for (size_t i = 0; i < sizeof(foreign_roots) / sizeof(*foreign_roots); i++)
		if (strcmp(e->name, foreign_roots[i].name) == 0)
			fail(s->d->diag, STATUS_DATA, xml_place(s->xml), "%s", foreign_roots[i].what);
	if (strcmp(e->name, "newsItem") != 0 && strcmp(e->name, "newsMessage") != 0)
		fail(s->d->diag, STATUS_DATA, xml_place(s->xml), "not NewsML-G2: its root is <%s>", e->name);
	if (e->ns[0] == '\0')
		warn(s->d->diag, xml_place(s->xml), "W-namespace", "<%s> is in no namespace", e->name);
	else if (strcmp(e->ns, NML_NS) != 0)
		fail(s->d->diag, STATUS_DATA, xml_place(s->xml), "not NewsML-G2: <%s> is in the namespace %s", e->name, e->ns);
}

static struct item *
add_item(struct surveyor *s, const struct xml_element *e)
{
	if (s->count == s->cap) {
		s->cap = 2 * s->cap + 8;
		s->items = mem_grow(s->items, s->cap * sizeof(*s->items));
	}
	s->items[s->count] = (struct item){ .guid = arena_str(&s->d->arena, xml_attribute(e, NULL, "guid")) };
	return &s->items[s->count++];
}

static void
open_news_item(struct surveyor *s, const struct xml_element *e)
{
	struct item *item = add_item(s, e);

	item->number = s->news_items++;
	item->language = arena_str(&s->d->arena, xml_attribute(e, XML_NS, "lang"));
	s->item_depth = s->depth;
	buf_clear(&s->generator);
}

/* The last part of "ninat:text" or ".../ninature/text". */
static struct str
code_of(const struct xml_element *e)
{
	struct str s = xml_attribute(e, NULL, "qcode");
	size_t i;

	if (s.n == 0)
		s = xml_attribute(e, NULL, "uri");
	for (i = s.n; i > 0 && s.p[i - 1] != ':' && s.p[i - 1] != '/';)
		i--;
	return str_sub(s, i, s.n);
}

static bool
nonpublic(const struct xml_element *e)
{
	static const char *const names[] = { "pubconstraint", "rendition" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_find(xml_attribute(e, NULL, names[i]), STR("nonpublic")) != STR_NPOS)
			return true;
	return false;
}

static enum rank
rank_of(const struct xml_element *e)
{
	struct str rendition = xml_attribute(e, NULL, "rendition");
	struct str type = xml_attribute(e, NULL, "contenttype");

	if (nonpublic(e))
		return RANK_NONE;
	if (strcmp(e->name, "inlineXML") == 0)
		return RANK_INLINE;
	if (strcmp(e->name, "inlineData") != 0 || xml_attribute(e, NULL, "encoding").n > 0 ||
		(type.n > 0 && !str_starts_nocase(type, STR("text/"))))
		return RANK_NONE;
	return str_ends(rendition, STR("original")) || str_ends(rendition, STR("text")) ? RANK_ORIGINAL_DATA : RANK_DATA;
}

static void
choose(struct surveyor *s, enum nml_body body)
{
	struct item *item = &s->items[s->count - 1];

	if (s->rank <= item->rank)
		return;
	item->rank = s->rank;
	item->content = s->contents - 1;
	item->body = body;
	item->body_language = s->language.n > 0 ? s->language : item->language;
}

static void
open_content(struct surveyor *s, const struct xml_element *e)
{
	s->contents++;
	s->rank = rank_of(e);
	s->language = arena_str(&s->d->arena, xml_attribute(e, XML_NS, "lang"));
	if (strcmp(e->name, "remoteContent") == 0)
		s->items[s->count - 1].remote = true;
	if (s->rank != RANK_INLINE)
		choose(s, NML_BODY_DATA);
}

/* The one element in inlineXML tells what the body is, whatever contenttype says. */
static void
open_inline(struct surveyor *s, const struct xml_element *e)
{
	static const char *const xhtml[] = { "html", "body", "div", "section", "article", "p" };
	struct item *item = &s->items[s->count - 1];

	if (s->rank != RANK_INLINE)
		return;
	if (strcmp(e->name, "nitf") == 0) {
		choose(s, NML_BODY_NITF);
		return;
	}
	for (size_t i = 0; i < sizeof(xhtml) / sizeof(*xhtml); i++)
		if (str_is_nocase(str_of(e->name), xhtml[i])) {
			choose(s, NML_BODY_XHTML);
			return;
		}
	item->other = arena_str(&s->d->arena, str_of(e->name));
}

static void
open_in_item(struct surveyor *s, const struct xml_element *e)
{
	size_t level = s->depth - s->item_depth;

	if (s->set_depth && s->depth == s->set_depth + 1)
		open_content(s, e);
	else if (s->set_depth && s->depth == s->set_depth + 2)
		open_inline(s, e);
	else if (!is_item_element(e))
		return;
	else if (level == 1 && strcmp(e->name, "contentSet") == 0) {
		s->set_depth = s->depth;
		s->contents = 0;
	} else if (level == 2 && strcmp(e->name, "itemClass") == 0)
		s->items[s->count - 1].class = arena_str(&s->d->arena, code_of(e));
	else if (level == 2 && strcmp(e->name, "generator") == 0)
		s->in_generator = true;
}

static void
start(void *context, const struct xml_element *e)
{
	struct surveyor *s = context;
	size_t n = strlen(e->name);

	s->depth++;
	if (s->depth == 1)
		check_root(s, e);
	if (s->item_depth)
		open_in_item(s, e);
	else if (is_item_element(e) && strcmp(e->name, "newsItem") == 0)
		open_news_item(s, e);
	else if (s->depth == 3 && is_item_element(e) && n > 4 && strcmp(e->name + n - 4, "Item") == 0)
		add_item(s, e)->kind = arena_str(&s->d->arena, str_of(e->name));
}

static void
end(void *context, const struct xml_element *e)
{
	struct surveyor *s = context;

	(void)e;
	if (s->in_generator) {
		s->in_generator = false;
		if (str_is(str_trim(buf_str(&s->generator)), NML_GENERATOR))
			s->items[s->count - 1].ours = true;
		buf_clear(&s->generator);
	}
	if (s->depth == s->set_depth)
		s->set_depth = 0;
	if (s->depth == s->item_depth)
		s->item_depth = 0;
	s->depth--;
}

static void
text(void *context, struct str part)
{
	struct surveyor *s = context;

	if (s->in_generator)
		buf_add(&s->generator, part);
}

/* An item without a class, or with one of another scheme, is a text when it holds one. */
static bool
is_text(const struct item *item)
{
	static const char *const media[] = { "picture", "graphic", "video", "audio", "animation" };

	if (item->kind.n > 0)
		return false;
	for (size_t i = 0; i < sizeof(media) / sizeof(*media); i++)
		if (str_is(item->class, media[i]))
			return false;
	return item->rank != RANK_NONE;
}

/* "a picture item", "a packageItem": what it is instead. */
static void
put_kind(struct buf *out, const struct item *item)
{
	struct str what = item->kind.n > 0 ? item->kind : item->class;

	buf_printf(out, "%s %.*s%s", what.n > 0 && strchr("aeiou", what.p[0]) ? "an" : "a", STR_FMT(what),
		item->kind.n > 0 ? "" : str_is(what, "text") ? " item without content" : " item");
}

static _Noreturn void
refuse_item(struct surveyor *s, const struct item *item)
{
	struct place nowhere = { 0 };
	struct buf what = { 0 };

	put_kind(&what, item);
	if (item->kind.n > 0 || (item->class.n > 0 && !str_is(item->class, "text")))
		fail(s->d->diag, STATUS_DATA, nowhere, "%.*s, not a text", STR_FMT(buf_str(&what)));
	if (item->other.n > 0)
		fail(s->d->diag, STATUS_DATA, nowhere, "the item's content is <%.*s>, neither XHTML nor NITF", STR_FMT(item->other));
	if (item->remote)
		fail(s->d->diag, STATUS_DATA, nowhere, "the item's text is elsewhere: it only refers to it by remoteContent");
	fail(s->d->diag, STATUS_DATA, nowhere, "the item holds no text");
}

enum { NAMED = 20 }; /* items that a message names */

static _Noreturn void
refuse_message(struct surveyor *s, size_t texts)
{
	struct buf list = { 0 };
	size_t named = 0;

	if (s->count == 0)
		fail(s->d->diag, STATUS_DATA, (struct place){ 0 }, "the message holds no items");
	for (size_t i = 0; i < s->count && named < NAMED; i++) {
		if (texts > 0 && is_text(&s->items[i])) {
			buf_printf(&list, " %.*s", STR_FMT(s->items[i].guid));
			named++;
		} else if (texts == 0) {
			buf_puts(&list, named++ > 0 ? ", " : " ");
			put_kind(&list, &s->items[i]);
		}
	}
	if (texts == 0)
		fail(s->d->diag, STATUS_DATA, (struct place){ 0 }, "the message holds no text, but%.*s", STR_FMT(buf_str(&list)));
	fail(s->d->diag, STATUS_DATA, (struct place){ 0 },
		"the message holds %zu texts: choose one by --item, or part them with nmlunpack:%.*s", texts, STR_FMT(buf_str(&list)));
}

/* The one that is asked for, by its guid or its number. */
static size_t
asked_for(struct surveyor *s, struct str which)
{
	size_t i = 0;
	long number;

	while (i < s->count && !str_eq(s->items[i].guid, which))
		i++;
	if (i == s->count && str_to_long(which, &number) && number >= 1 && (unsigned long)number <= s->count)
		i = (size_t)number - 1;
	if (i == s->count)
		fail(s->d->diag, STATUS_DATA, (struct place){ 0 }, "no item %.*s among the %zu of the input", STR_FMT(which),
			s->count);
	if (!is_text(&s->items[i]))
		refuse_item(s, &s->items[i]);
	return i;
}

static size_t
only_text(struct surveyor *s)
{
	size_t texts = 0, at = 0;

	for (size_t i = 0; i < s->count; i++)
		if (is_text(&s->items[i])) {
			at = i;
			texts++;
		}
	if (texts != 1 && s->count == 1)
		refuse_item(s, &s->items[0]);
	if (texts != 1)
		refuse_message(s, texts);
	if (s->count > 1)
		doc_loss(s->d, LOSS_CONTENT, (struct place){ 0 }, "L-item", "%zu other items of the message", s->count - 1);
	return at;
}

static struct survey
conclude(struct surveyor *s, struct str which)
{
	size_t at = which.n > 0 ? asked_for(s, which) : only_text(s);
	const struct item *item = &s->items[at];

	return (struct survey){ item->number, item->content, item->body, item->ours, item->language, item->body_language };
}

/* "en-GB" and "en" are one. */
static bool
is_other_language(struct str a, struct str b)
{
	a = str_sub(a, 0, str_find_char(a, '-'));
	b = str_sub(b, 0, str_find_char(b, '-'));
	return a.n > 0 && b.n > 0 && !str_eq_nocase(a, b);
}

bool
survey_is_same_text(const struct survey *survey, const struct xml_element *e)
{
	static const char *const texts[] = { "text/", "application/xhtml", "application/nitf", "application/xml" };
	struct str type = xml_attribute(e, NULL, "contenttype"), language = xml_attribute(e, XML_NS, "lang");
	bool text = type.n == 0;

	if (nonpublic(e))
		return true;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		text = text || str_starts_nocase(type, str_of(texts[i]));
	return text && !is_other_language(language.n > 0 ? language : survey->language, survey->body_language);
}

struct survey
nml_survey(struct doc *d, struct str bytes, struct str which)
{
	static const struct xml_handler handler = { start, end, text };
	struct surveyor s = { .d = d };
	struct survey survey;
	struct diag parser_diag = *d->diag; /* the second pass says the parser's warnings */

	parser_diag.quiet = true;
	s.xml = xml_begin(&parser_diag, NULL, true, &handler, &s);
	xml_feed(s.xml, bytes);
	xml_end(s.xml);
	survey = conclude(&s, which);
	free(s.items);
	buf_free(&s.generator);
	return survey;
}
