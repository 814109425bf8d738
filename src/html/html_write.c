/* A page of its own: HTML Living Standard, with what search engines and other programs look for in its head. */
#include "base/json.h"
#include "base/language.h"
#include "base/utf8.h"
#include "html/html.h"
#include "html/html_style.h"
#include "markup/escape.h"
#include "markup/xhtml.h"

struct page {
	const struct doc *doc;
	const struct options *options;
	struct buf *out;
	struct arena arena;
	bool public; /* without what is for editors only */
	struct str title;
};

static void
put_language(struct page *p)
{
	struct str lang = doc_meta(p->doc, META_LANGUAGE);

	if (lang.n == 0)
		return;
	put_attribute(p->out, "lang", lang);
	if (language_is_rtl(lang))
		put_attribute(p->out, "dir", STR("rtl"));
}

static void
put_meta(struct page *p, const char *attribute, const char *name, struct str content)
{
	if (content.n == 0)
		return;
	buf_printf(p->out, "<meta %s=\"%s\"", attribute, name);
	put_attribute(p->out, "content", content);
	buf_puts(p->out, ">\n");
}

/* A block's text in one line; the first `most` bytes of it, cut between words. */
static struct str
line_of(struct arena *a, const struct block *b, size_t most)
{
	struct str text = block_text(a, b);
	char *p = arena_cstr(a, text);
	size_t n = text.n;

	for (size_t i = 0; i < n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	if (n > most) {
		n = most;
		while (n > 0 && p[n] != ' ')
			n--;
	}
	return str_trim((struct str){ p, n });
}

/* Never empty: HTML wants a title, and people find a page by it. */
static struct str
title_of(struct page *p)
{
	const struct block *headline = doc_find(p->doc, ROLE_HEADLINE);
	struct str title = headline ? line_of(&p->arena, headline, STR_NPOS - 1) : STR_NONE;

	if (title.n == 0)
		title = doc_meta(p->doc, META_TITLE);
	for (const struct block *b = p->doc->root->first; b && title.n == 0; b = b->next)
		title = line_of(&p->arena, b, 100);
	if (title.n == 0)
		title = doc_meta(p->doc, META_GUID);
	return title.n > 0 ? title : STR("\xE2\x80\x93");
}

/* Every value of every key, under the key's own name: what reading takes back. */
static void
put_own_keys(struct page *p)
{
	for (enum meta_key key = 0; key < META_COUNT; key++) {
		if (p->public && meta_private(key))
			continue;
		for (const struct meta_value *v = p->doc->meta[key]; v; v = v->next) {
			buf_printf(p->out, "<meta name=\"nml.%s\"", meta_name(key));
			put_attribute(p->out, "content", v->text);
			buf_puts(p->out, ">\n");
		}
	}
}

static void
put_usual_keys(struct page *p)
{
	const struct doc *d = p->doc;
	struct str address = doc_meta(d, META_CANONICAL);

	put_meta(p, "name", "description", doc_meta(d, META_DESCRIPTION));
	for (const struct meta_value *v = d->meta[META_CREATOR]; v; v = v->next)
		put_meta(p, "name", "author", v->text);
	put_meta(p, "property", "og:type", STR("article"));
	put_meta(p, "property", "og:title", p->title);
	put_meta(p, "property", "og:description", doc_meta(d, META_DESCRIPTION));
	put_meta(p, "property", "og:site_name", doc_meta(d, META_PROVIDER));
	put_meta(p, "property", "article:published_time", doc_meta(d, META_DATE));
	put_meta(p, "property", "article:modified_time", doc_meta(d, META_MODIFIED));
	if (address.n > 0) {
		put_meta(p, "property", "og:url", address);
		buf_puts(p->out, "<link rel=\"canonical\"");
		put_attribute(p->out, "href", address);
		buf_puts(p->out, ">\n");
	}
}

static void
json_named(struct json *j, const char *key, const char *type, struct str name)
{
	json_open(j, key, '{');
	json_text(j, "@type", str_of(type));
	json_text(j, "name", name);
	json_close(j, '}');
}

/* schema.org's NewsArticle. */
static void
put_jsonld(struct page *p)
{
	const struct doc *d = p->doc;
	struct json j = { .out = p->out };
	struct str provider = doc_meta(d, META_PROVIDER);

	buf_puts(p->out, "<script type=\"application/ld+json\">");
	json_open(&j, NULL, '{');
	json_text(&j, "@context", STR("https://schema.org"));
	json_text(&j, "@type", STR("NewsArticle"));
	json_text(&j, "headline", p->title);
	json_text_if_any(&j, "description", doc_meta(d, META_DESCRIPTION));
	json_text_if_any(&j, "datePublished", doc_meta(d, META_DATE));
	json_text_if_any(&j, "dateModified", doc_meta(d, META_MODIFIED));
	json_text_if_any(&j, "inLanguage", doc_meta(d, META_LANGUAGE));
	json_text_if_any(&j, "identifier", doc_meta(d, META_GUID));
	json_text_if_any(&j, "url", doc_meta(d, META_CANONICAL));
	if (d->meta[META_CREATOR]) {
		json_open(&j, "author", '[');
		for (const struct meta_value *v = d->meta[META_CREATOR]; v; v = v->next)
			json_named(&j, NULL, "Person", v->text);
		json_close(&j, ']');
	}
	if (provider.n > 0)
		json_named(&j, "publisher", "Organization", provider);
	if (d->meta[META_KEYWORD]) {
		json_open(&j, "keywords", '[');
		for (const struct meta_value *v = d->meta[META_KEYWORD]; v; v = v->next)
			json_text(&j, NULL, v->text);
		json_close(&j, ']');
	}
	json_close(&j, '}');
	buf_puts(p->out, "</script>\n");
}

/* A sheet of the user's may say anything but that its element ends. */
static void
put_sheet(struct page *p, struct str sheet)
{
	size_t at;

	if (utf8_check(sheet) != STR_NPOS)
		fail(p->doc->diag, STATUS_USAGE, (struct place){ 0 }, "--css: the style sheet is not UTF-8");
	while ((at = str_find(sheet, STR("</"))) != STR_NPOS) {
		buf_add(p->out, str_sub(sheet, 0, at));
		buf_puts(p->out, "<\\/");
		sheet = str_sub(sheet, at + 2, sheet.n);
	}
	buf_add(p->out, sheet);
	if (!str_ends(sheet, STR("\n")))
		buf_char(p->out, '\n');
}

static void
put_style(struct page *p)
{
	buf_puts(p->out, "<style>\n");
	if (p->options->css.n > 0)
		put_sheet(p, p->options->css);
	else
		buf_puts(p->out, html_style);
	html_style_lists(p->doc, p->out);
	buf_puts(p->out, "</style>\n");
}

static void
put_head(struct page *p)
{
	buf_puts(p->out, "<head>\n<meta charset=\"utf-8\">\n"
			 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	escape_text(p->out, p->title);
	buf_puts(p->out, "</title>\n<meta name=\"generator\" content=\"wirecopy\">\n");
	put_usual_keys(p);
	put_own_keys(p);
	put_jsonld(p);
	put_style(p);
	buf_puts(p->out, "</head>\n");
}

static void
put_article(struct page *p, bool alone)
{
	const struct xhtml_form form = {
		.syntax = XHTML_AS_HTML,
		.without = p->public ? ROLE_NOTES : ROLE_NONE,
		.media = p->options->media_seen,
		.no_images = p->options->no_images,
	};

	buf_puts(p->out, "<article");
	if (alone)
		put_language(p);
	buf_puts(p->out, ">\n");
	xhtml_write(p->doc, &form, p->out);
	buf_puts(p->out, "</article>\n");
}

static void
html_write(const struct doc *d, struct buf *out, const struct options *o)
{
	struct page p = { .doc = d, .options = o, .out = out, .public = o->public || o->fragment };

	if (o->fragment) {
		put_article(&p, true);
		return;
	}
	p.title = title_of(&p);
	buf_puts(out, "<!DOCTYPE html>\n<html");
	put_language(&p);
	buf_puts(out, ">\n");
	put_head(&p);
	buf_puts(out, "<body>\n<main>\n");
	put_article(&p, false);
	buf_puts(out, "</main>\n</body>\n</html>\n");
	arena_free(&p.arena);
}

const struct writer html_writer = { .format = "html", .for_people = true, .write = html_write };
