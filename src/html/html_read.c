/* HTML in: bytes, cleaned and measured, parsed, surveyed, and handed to the XHTML reader element by element. */
#include <jansson.h>

#include "base/sniff.h"
#include "html/html.h"
#include "html/html_charset.h"
#include "html/html_docs.h"
#include "html/html_hidden.h"
#include "html/html_main.h"
#include "html/html_parse.h"
#include "html/html_scan.h"
#include "html/html_survey.h"

static const struct place nowhere;

/* Says what is wrong with bytes that can be no page. */
static void
refuse(struct diag *diag, struct str bytes, bool force)
{
	if (sniff(bytes))
		fail(diag, STATUS_DATA, nowhere, "this is %s, not an HTML page", sniff(bytes));
	if (str_trim(bytes).n == 0)
		fail(diag, STATUS_DATA, nowhere, "the input is empty");
	if (str_find_char(bytes, '\0') != STR_NPOS && !force)
		fail(diag, STATUS_DATA, nowhere, "zero bytes in the input: this is no text");
}

static void
prepare(struct doc *d, struct str bytes, const struct options *o, struct html_scan *scan)
{
	html_scan(scan, bytes);
	if (scan->bad > 0)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-encoding", "bytes that are not UTF-8: %zu", scan->bad);
	if (!scan->markup && !o->force)
		fail(d->diag, STATUS_DATA, nowhere, "looks like plain text: no tag in the first 64 kB (--force reads it)");
	if (scan->beyond)
		fail(d->diag, STATUS_DATA, nowhere, "too many %s", scan->beyond);
	if (scan->cut)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-truncated", "the page ends within %s", scan->cut);
}

/* Where relative addresses start from: what was given, what the page says, else where it says that it belongs. */
static struct str
base_of(struct doc *d, const struct html_survey *s, const struct options *o)
{
	struct str home = fact_value(s, "link:canonical"), base;

	if (home.n == 0)
		home = fact_value(s, "og:url");
	if (o->base_url.n > 0)
		home = o->base_url;
	base = url_resolve(&d->arena, home, fact_value(s, "base:href"));
	if (doc_link(d, base).n > 0)
		return base;
	return doc_link(d, home).n > 0 ? home : STR_NONE;
}

/* A table of another's page that only places things says so from here on. */
static void
start(struct xhtml_reader *x, const struct html_node *node)
{
	static const struct xhtml_attribute presentation = { STR("role"), STR("presentation") };

	if (node->marks & NODE_LAYOUT && x->foreign)
		xhtml_start(x, node->name, &presentation, 1);
	else
		xhtml_start(x, node->name, node->attributes, node->count);
}

/* In a page of ours what stands around the body repeats the metadata. */
static bool
is_frame_of_ours(const struct html_survey *s, struct str name)
{
	return s->own && (str_is(name, "html") || str_is(name, "body"));
}

static void
read_body(struct builder *b, const struct html_page *page, const struct html_survey *s, const struct options *o)
{
	struct xhtml_reader x;

	xhtml_begin(&x, b);
	x.foreign = !s->own;
	x.base_url = base_of(b->doc, s, o);
	for (struct html_walk w = { .page = page }; html_next(&w);) {
		if (w.event != HTML_END && w.node->line > 0)
			b->place.number = w.node->line;
		if (w.event == HTML_TEXT)
			xhtml_text(&x, w.node->text);
		else if (is_frame_of_ours(s, w.node->name))
			continue;
		else if (w.event == HTML_END)
			xhtml_end(&x);
		else
			start(&x, w.node);
	}
	xhtml_finish(&x);
}

/* In a page of ours both are what we put there. */
static void
lose_machinery(struct doc *d, const struct html_scan *scan)
{
	if (scan->scripts > 0)
		doc_loss(d, LOSS_PRESENTATION, nowhere, "L-script", "scripts: %zu", scan->scripts);
	if (scan->sheets > 0)
		doc_loss(d, LOSS_PRESENTATION, nowhere, "L-look", "style sheets: %zu", scan->sheets);
}

static void
html_read(struct doc *d, struct str bytes, const struct options *o)
{
	struct html_scan scan = { 0 };
	struct html_page page;
	struct html_survey survey;
	struct builder b;

	refuse(d->diag, bytes, o->force);
	prepare(d, bytes, o, &scan);
	html_parse(&page, d->diag, &scan, o->limit_blocks);
	html_survey(&page, &d->arena, &survey);
	html_show_addresses(&page, &d->arena);
	if (!survey.own)
		html_docs(&page, d);
	html_meta(d, &survey);
	if (o->main != MAIN_OFF && !survey.own)
		html_main(&page, &survey, d->diag, o->main);
	build_begin(&b, d);
	read_body(&b, &page, &survey, o);
	build_end(&b);
	if (!survey.own)
		lose_machinery(d, &scan);
	if (survey.own && str_find(bytes, STR("</html>")) == STR_NPOS)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-truncated", "the page has no end");
	html_page_free(&page);
	html_scan_free(&scan);
}

static const char *
libraries(void)
{
	return "gumbo, jansson " JANSSON_VERSION;
}

const struct reader html_reader = {
	.format = "html",
	.charset = html_charset,
	.goes_on = true,
	.read = html_read,
	.libraries = libraries,
};
