/* What an element's name, role, classes and id say of it. */
#include "html/html_element.h"
#include "html/html_main_parts.h"

/* Elements. */

bool
is_heading(struct str name)
{
	return name.n == 2 && name.p[0] == 'h' && name.p[1] >= '1' && name.p[1] <= '6';
}

static bool
is_style(const struct html_node *node, const char *property, const char *value)
{
	struct str style = html_value(node, "style"), declaration, name;

	while (str_next(&style, ';', &declaration))
		if (str_next(&declaration, ':', &name) && str_is_nocase(str_trim(name), property) &&
			str_starts_nocase(str_trim(declaration), str_of(value)))
			return true;
	return false;
}

static bool
has_attribute(const struct html_node *node, const char *name)
{
	for (size_t i = 0; i < node->count; i++)
		if (str_is(node->attributes[i].name, name))
			return true;
	return false;
}

bool
shows_nothing(const struct html_node *node)
{
	if (node->element & ELEMENT_UNSEEN)
		return true;
	return has_attribute(node, "hidden") || str_is_nocase(html_value(node, "aria-hidden"), "true") ||
	       is_style(node, "display", "none") || is_style(node, "visibility", "hidden");
}

/* Classes, ids and roles. */

static const struct {
	const char *name;
	const char *why;
} roles[] = {
	{ "navigation", "navigation" },
	{ "menu", "navigation" },
	{ "menubar", "navigation" },
	{ "tablist", "navigation" },
	{ "toolbar", "navigation" },
	{ "search", "search" },
	{ "banner", "page header" },
	{ "contentinfo", "page footer" },
	{ "complementary", "aside" },
	{ "dialog", "dialog" },
	{ "alertdialog", "dialog" },
	{ "tooltip", "dialog" },
};

static const struct {
	const char *name;
	const char *why;
	bool strong;
} elements[] = {
	{ "nav", "navigation", true },
	{ "menu", "navigation", false },
	{ "footer", "page footer", false },
	{ "aside", "aside", false },
	{ "dialog", "dialog", true },
	{ "search", "search", true },
	{ "form", "form", false },
};

/*
 * Words of class names and ids: split where they are, at anything but
 * letters and where a capital follows a small letter. One that ends in "*"
 * stands for all that begin so.
 */
static const struct {
	const char *word;
	const char *why;
	bool strong;
} words[] = {
	{ "cookie*", "cookies", true },
	{ "consent*", "cookies", true },
	{ "gdpr", "cookies", true },
	{ "onetrust", "cookies", true },
	{ "cmplz", "cookies", true },
	{ "breadcrumb*", "breadcrumbs", true },
	{ "breadcrump*", "breadcrumbs", true },
	{ "drobeckova", "breadcrumbs", true },
	{ "youarehere", "breadcrumbs", true },
	{ "nav", "navigation", false },
	{ "navi", "navigation", false },
	{ "navbar*", "navigation", true },
	{ "navigation*", "navigation", false },
	{ "mainnav*", "navigation", false },
	{ "subnav*", "navigation", false },
	{ "topnav*", "navigation", false },
	{ "menu*", "navigation", false },
	{ "submenu", "navigation", false },
	{ "skiplink*", "navigation", true },
	{ "sitemap", "navigation", false },
	{ "pager", "navigation", false },
	{ "pagination", "navigation", false },
	{ "paging", "navigation", false },
	{ "pagenav*", "navigation", false },
	{ "search*", "search", false },
	{ "suche", "search", false },
	{ "share", "sharing", false },
	{ "shares", "sharing", false },
	{ "sharing", "sharing", true },
	{ "sharer", "sharing", true },
	{ "sharebar", "sharing", true },
	{ "sharebutton*", "sharing", true },
	{ "sharethis", "sharing", true },
	{ "sharedaddy", "sharing", true },
	{ "shariff", "sharing", true },
	{ "addthis*", "sharing", true },
	{ "addtoany", "sharing", true },
	{ "social*", "sharing", false },
	{ "sns", "sharing", false },
	{ "facebook", "sharing", false },
	{ "twitter", "sharing", false },
	{ "whatsapp", "sharing", false },
	{ "follow", "sharing", false },
	{ "bookmark*", "sharing", false },
	{ "comment", "comments", false },
	{ "comments*", "comments", false },
	{ "commentlist", "comments", true },
	{ "kommentar*", "comments", false },
	{ "disqus", "comments", true },
	{ "respond", "comments", false },
	{ "reply", "comments", false },
	{ "discussion", "comments", false },
	{ "related*", "related articles", false },
	{ "recommend*", "related articles", false },
	{ "recirc*", "related articles", true },
	{ "outbrain", "related articles", true },
	{ "taboola", "related articles", true },
	{ "plista", "related articles", true },
	{ "mostread", "related articles", true },
	{ "popular", "related articles", false },
	{ "trending", "related articles", false },
	{ "readmore", "related articles", false },
	{ "seealso", "related articles", false },
	{ "similar", "related articles", false },
	{ "carousel", "related articles", false },
	{ "newsletter*", "newsletter", false },
	{ "subscribe*", "newsletter", false },
	{ "subscription*", "newsletter", false },
	{ "signup", "newsletter", false },
	{ "login*", "login", false },
	{ "signin", "login", false },
	{ "paywall", "login", false },
	{ "ad", "advertising", false },
	{ "ads", "advertising", false },
	{ "adslot*", "advertising", true },
	{ "advert*", "advertising", true },
	{ "adsense", "advertising", true },
	{ "adsbygoogle", "advertising", true },
	{ "reklama", "advertising", true },
	{ "anzeige*", "advertising", false },
	{ "werbung", "advertising", true },
	{ "promo*", "advertising", false },
	{ "sponsor*", "advertising", false },
	{ "banner*", "advertising", false },
	{ "sidebar*", "aside", false },
	{ "offscreen", "for screen readers", true },
	{ "player*", "embedded content", false },
	{ "audioplayer*", "embedded content", false },
	{ "videoplayer*", "embedded content", false },
	{ "footer*", "page footer", false },
	{ "fusszeile", "page footer", false },
	{ "colophon", "page footer", false },
	{ "flyout*", "dialog", false },
	{ "offcanvas", "dialog", false },
	{ "placeholder*", "embedded content", false },
	{ "modal*", "dialog", false },
	{ "popup*", "dialog", false },
	{ "tooltip*", "dialog", false },
	{ "toolbar*", "page tools", false },
	{ "tools", "page tools", false },
	{ "noprint", "page tools", false },
	{ "rating*", "page tools", false },
	{ "voting", "page tools", false },
	{ "feedback", "page tools", false },
	{ "poll", "page tools", false },
	{ "tags", "keywords", false },
	{ "taglist", "keywords", false },
	{ "tagcloud", "keywords", true },
	{ "keywords", "keywords", false },
	{ "schlagworte", "keywords", false },
};

/* Whole class names of which no single word says enough. */
static const struct {
	const char *name;
	const char *why;
} tokens[] = {
	{ "sr-only", "for screen readers" },
	{ "visually-hidden", "for screen readers" },
	{ "visuallyhidden", "for screen readers" },
	{ "screen-reader-text", "for screen readers" },
	{ "element-invisible", "for screen readers" },
	{ "no-print", "page tools" },
	{ "d-print-none", "page tools" },
	{ "hidden-print", "page tools" },
	{ "print-hidden", "page tools" },
	{ "donotprint", "page tools" },
	{ "print-header", "for paper" },
	{ "print-footer", "for paper" },
	{ "print-only", "for paper" },
	{ "visible-print", "for paper" },
};

static bool
is_capital(char c)
{
	return ascii_alpha(c) && c != ascii_lower(c);
}

/* Takes the next word off the front of a class or id. */
static bool
next_word(struct str *rest, struct str *word)
{
	size_t from = 0, to;

	while (from < rest->n && !ascii_alpha(rest->p[from]))
		from++;
	for (to = from; to < rest->n && ascii_alpha(rest->p[to]); to++)
		if (to > from && is_capital(rest->p[to]) && !is_capital(rest->p[to - 1]))
			break;
	*word = str_sub(*rest, from, to);
	*rest = str_sub(*rest, to, rest->n);
	return word->n > 0;
}

static bool
word_is(struct str word, const char *pattern)
{
	struct str p = str_of(pattern);

	if (ascii_lower(word.p[0]) != p.p[0])
		return false;
	if (str_ends(p, STR("*")))
		return str_starts_nocase(word, str_sub(p, 0, p.n - 1));
	return str_eq_nocase(word, p);
}

static const char *
names_speak_against(struct str names, bool *strong)
{
	struct str word;

	while (next_word(&names, &word))
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			if (!word_is(word, words[i].word))
				continue;
			*strong = words[i].strong;
			return words[i].why;
		}
	return NULL;
}

static const char *
tokens_speak_against(struct str class)
{
	struct str token;

	while (str_next_word(&class, &token))
		for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++)
			if (str_is_nocase(token, tokens[i].name))
				return tokens[i].why;
	return NULL;
}

const char *
name_speaks_against(const struct html_node *node, bool *strong)
{
	struct str role = html_value(node, "role");
	const char *why = tokens_speak_against(html_value(node, "class"));

	*strong = why != NULL;
	for (size_t i = 0; !why && i < sizeof(elements) / sizeof(elements[0]); i++)
		if (str_is(node->name, elements[i].name)) {
			*strong = elements[i].strong;
			why = elements[i].why;
		}
	for (size_t i = 0; !why && role.n > 0 && i < sizeof(roles) / sizeof(roles[0]); i++)
		if (str_is_nocase(role, roles[i].name))
			why = roles[i].why;
	if (!why)
		why = names_speak_against(html_value(node, "class"), strong);
	return why ? why : names_speak_against(html_value(node, "id"), strong);
}

bool
name_speaks_for(const struct html_node *node)
{
	struct str property = html_value(node, "itemprop");

	return str_is(node->name, "article") || str_is(node->name, "main") ||
	       str_is_nocase(html_value(node, "role"), "main") || str_is_nocase(html_value(node, "role"), "article") ||
	       str_is_nocase(property, "articleBody");
}

/* Whether a word of the classes or the id begins with one of these. */
static bool
names_have(const struct html_node *node, const char *beginnings)
{
	const char *const names[] = { "class", "id" };

	for (size_t k = 0; k < 2; k++) {
		struct str rest = html_value(node, names[k]), word;

		while (next_word(&rest, &word)) {
			struct str list = str_of(beginnings), beginning;

			while (str_next_word(&list, &beginning))
				if (str_starts_nocase(word, beginning))
					return true;
		}
	}
	return false;
}

bool
name_says_contact(const struct html_node *node)
{
	return names_have(node, "contact kontakt ansprechpartner press presse");
}

bool
name_says_person(const struct html_node *node)
{
	return names_have(node, "contact kontakt contato contatto contacto ansprechpartner") ||
	       str_ends(str_trim(html_value(node, "itemtype")), STR("schema.org/Person"));
}

bool
name_says_author(const struct html_node *node)
{
	return names_have(node, "author autor");
}

bool
name_says_caption(const struct html_node *node)
{
	return str_is(node->name, "figcaption") || names_have(node, "caption bildunterschrift");
}
