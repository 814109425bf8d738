/* What a page's markup holds beside the text that it shows. */
#include "html/html_main.h"
#include "html/html_scan.h"
#include "html/html_token.h"
#include "html/html_survey.h"
#include "relcheck/relcheck.h"

#include <string.h>

struct page_scan {
	struct relcheck *c;
	const struct html_page *page;
	const struct html_node *hidden; /* the outermost element that is not shown, while the walk is in it */
	const struct html_node *link;	/* the link that the walk is in */
	bool link_shown;
	struct buf text; /* of what is hidden */
	const struct html_node *editor; /* the first element with what an editing program has left */
	size_t editors;
};

static struct place
place_of(const struct html_node *node)
{
	return (struct place){ .number = node->line };
}

/* Whether the style has that declaration; blanks and case mean nothing. */
static bool
is_styled(struct str style, struct str name, struct str value)
{
	struct str part;

	while (str_next(&style, ';', &part)) {
		size_t colon = str_find_char(part, ':');

		if (colon != STR_NPOS && str_eq_nocase(str_trim(str_sub(part, 0, colon)), name) &&
			str_starts_nocase(str_trim(str_sub(part, colon + 1, part.n)), value))
			return true;
	}
	return false;
}

static bool
is_hidden(const struct html_node *e)
{
	struct str style = html_value(e, "style");

	for (size_t i = 0; i < e->count; i++)
		if (str_is(e->attributes[i].name, "hidden"))
			return !str_listed(STR("script style template noscript"), e->name);
	return is_styled(style, STR("display"), STR("none")) || is_styled(style, STR("visibility"), STR("hidden")) ||
	       is_styled(style, STR("mso-hide"), STR("all"));
}

static void
check_meta(struct page_scan *s, const struct html_node *e)
{
	struct str name = html_value(e, "name"), content = html_value(e, "content");

	if (content.n == 0)
		return;
	if (str_is_nocase(name, "generator") && !str_is(content, "wirecopy"))
		relcheck_found(s->c, RULE_GENERATOR, place_of(e), "made by %.*s", STR_FMT(relcheck_cut(s->c, content)));
	else if (str_is_nocase(name, "author") && !s->c->own && !relcheck_is_shown(s->c, content))
		relcheck_found(s->c, RULE_AUTHOR, place_of(e), "written by %.*s", STR_FMT(relcheck_cut(s->c, content)));
}

/* Classes, styles and ids that Word, Google Docs and mail programs write. */
static bool
is_of_editor(const struct html_node *e)
{
	struct str style = html_value(e, "style");

	return str_starts(html_value(e, "class"), STR("Mso")) || str_find(style, STR("mso-")) != STR_NPOS ||
	       str_starts(html_value(e, "id"), STR("docs-internal-guid")) || str_starts(e->name, STR("o:"));
}

static void
check_address(struct page_scan *s, const struct html_node *e, const char *attribute)
{
	struct str address = html_value(e, attribute);

	if (relcheck_is_path(address))
		relcheck_found(s->c, RULE_PATH, place_of(e), "%s leads to \"%.*s\"",
			str_is(e->name, "a") ? "a link" : "an element", STR_FMT(relcheck_cut(s->c, address)));
}

/* A picture that nobody sees tells its owner who opens the page. */
static void
check_pixel(struct page_scan *s, const struct html_node *e)
{
	struct str src = html_value(e, "src");

	s->link_shown |= html_value(e, "alt").n > 0;
	if (str_starts_nocase(src, STR("http")) && (str_is(html_value(e, "width"), "1") || str_is(html_value(e, "height"), "1")))
		relcheck_found(s->c, RULE_REMOTE, place_of(e), "a picture that is not seen: %.*s",
			STR_FMT(relcheck_cut(s->c, src)));
}

static bool
leads_nowhere(struct str href)
{
	return href.n == 0 || str_is(href, "#") || str_starts_nocase(href, STR("javascript:"));
}

static bool
has_attribute(const struct html_node *e, const char *name)
{
	for (size_t i = 0; i < e->count; i++)
		if (str_is(e->attributes[i].name, name))
			return true;
	return false;
}

static void
start(struct page_scan *s, const struct html_node *e)
{
	if (is_of_editor(e) && s->editors++ == 0)
		s->editor = e;
	if (str_is(e->name, "meta"))
		check_meta(s, e);
	else if (str_is(e->name, "img"))
		check_pixel(s, e);
	check_address(s, e, "href");
	check_address(s, e, "src");
	if (!s->hidden && is_hidden(e)) {
		s->hidden = e;
		buf_clear(&s->text);
	}
	if (str_is(e->name, "a") && has_attribute(e, "href") && !s->hidden) {
		s->link = e;
		s->link_shown = html_value(e, "aria-label").n > 0 || html_value(e, "title").n > 0;
	}
}

static void
end_link(struct page_scan *s, const struct html_node *e)
{
	if (!s->link_shown)
		relcheck_found(s->c, RULE_LINK_EMPTY, place_of(e), "a link has no text: %.*s",
			STR_FMT(relcheck_cut(s->c, html_value(e, "href"))));
	else if (leads_nowhere(html_value(e, "href")))
		relcheck_found(s->c, RULE_LINK_EMPTY, place_of(e), "a link leads nowhere");
	s->link = NULL;
}

static void
end(struct page_scan *s, const struct html_node *e)
{
	if (e == s->link)
		end_link(s, e);
	if (e != s->hidden)
		return;
	if (str_trim(buf_str(&s->text)).n > 0)
		relcheck_found(s->c, RULE_HIDDEN, place_of(e), "text that is not shown: \"%.*s\"",
			STR_FMT(relcheck_cut(s->c, buf_str(&s->text))));
	s->hidden = NULL;
}

static void
take_text(struct page_scan *s, const struct html_node *node)
{
	const struct html_node *around = &s->page->nodes[node->parent];

	if (str_is(around->name, "title") && s->c->title.n == 0)
		s->c->title = arena_str(&s->c->d->arena, str_trim(node->text));
	if (str_trim(node->text).n == 0 || str_listed(STR("script style template noscript title"), around->name))
		return;
	s->link_shown = true;
	if (s->hidden)
		buf_add(&s->text, node->text);
}

/* What editing programs and templates write for themselves. */
static bool
is_of_program(struct str comment)
{
	static const char *const begins[] = { "[if", "[endif", "StartFragment", "EndFragment", "wp:", "/wp:", "more", "nextpage" };

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (str_starts(comment, str_of(begins[i])))
			return true;
	return false;
}

static void
check_comments(struct relcheck *c, struct str page)
{
	struct html_comment comment = { .rest = page };

	while (html_next_comment(&comment)) {
		struct str text = str_trim(comment.text);

		if (text.n > 0 && !is_of_program(text))
			relcheck_found(c, RULE_MARKUP_COMMENT, (struct place){ .number = comment.line }, "a comment: \"%.*s\"",
				STR_FMT(relcheck_cut(c, text)));
	}
}

static void
walk_page(struct relcheck *c, const struct html_page *page)
{
	struct page_scan s = { .c = c, .page = page };

	for (struct html_walk w = { .page = page }; html_next(&w);) {
		if (w.event == HTML_START)
			start(&s, w.node);
		else if (w.event == HTML_END)
			end(&s, w.node);
		else
			take_text(&s, w.node);
	}
	if (s.editors > 0)
		relcheck_found(c, RULE_EDITOR, place_of(s.editor), "markup of an editing program on %zu element%s", s.editors,
			s.editors == 1 ? "" : "s");
	buf_free(&s.text);
}

void
relcheck_html(struct relcheck *c)
{
	struct html_scan scan = { 0 };
	struct html_page page;
	struct html_survey survey;

	check_comments(c, c->bytes);
	html_scan(&scan, c->bytes);
	html_parse(&page, c->d->diag, &scan, 0);
	html_survey(&page, &c->d->arena, &survey);
	if (!survey.own)
		html_main(&page, &survey, c->d->diag, MAIN_AUTO);
	walk_page(c, &page);
	html_page_free(&page);
	html_scan_free(&scan);
}
