/* The languages of runs (ECMA-376 part 1, 17.3.2.20), and the one of the document. */
#include "docx/docx_read.h"

/* The first byte of U+1000 and above: scripts of East Asia begin at U+2E80. */
enum { HIGH_LEAD = 0xE1 };

static bool
is_east_asian(struct str text)
{
	size_t high = 0;

	while (high < text.n && (unsigned char)text.p[high] <= HIGH_LEAD)
		high++;
	for (text = str_sub(text, high, text.n); text.n > 0;) {
		uint32_t c = utf8_next(&text);

		if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x20000 && c <= 0x3FFFF))
			return true;
	}
	return false;
}

/* The first that is said in the run, its style, the paragraph's style, the defaults. */
enum { SOURCES = 4, OWN = 2 }; /* the first two are the run's own */

struct languages {
	const struct run_props *from[SOURCES];
};

static struct str
latin(const struct run_props *p)
{
	return p->lang;
}

static struct str
east_asian(const struct run_props *p)
{
	return p->lang_east_asia;
}

static struct str
complex_script(const struct run_props *p)
{
	return p->lang_complex;
}

static struct str
first_said(const struct languages *l, int sources, struct str (*which)(const struct run_props *))
{
	struct str tag = STR_NONE;

	for (int i = 0; i < sources && tag.n == 0; i++)
		if (l->from[i])
			tag = which(l->from[i]);
	return tag;
}

static struct str
pick(const struct languages *l, int sources, bool rtl, struct str text)
{
	struct str tag = rtl ? first_said(l, sources, complex_script) : STR_NONE;

	if (tag.n == 0)
		tag = first_said(l, sources, east_asian);
	else
		return tag;
	return tag.n > 0 && is_east_asian(text) ? tag : first_said(l, sources, latin);
}

/* Tags are kept once each (docx_string), so the one that was asked for last is known by its place. */
static struct str
canonical(struct docx_reading *r, struct str tag)
{
	if (tag.n == 0)
		return STR_NONE;
	if (tag.p != r->last_tag) {
		r->last_tag = tag.p;
		r->last_language = docx_language(&r->strings, r->d, tag);
	}
	return r->last_language;
}

static void
count(struct docx_reading *r, struct str tag, size_t characters)
{
	for (size_t i = 0; i < DOCX_LANGUAGES; i++) {
		if (r->languages[i].tag.n == 0)
			r->languages[i].tag = tag;
		if (str_eq(r->languages[i].tag, tag)) {
			r->languages[i].characters += characters;
			return;
		}
	}
}

/* What the styles of paragraphs say is the document's language, and not the run's. */
void
docx_language_set(struct docx_reading *r, struct str text)
{
	struct docx_para *p = r->para;
	const struct languages l = { { &p->run, p->run_style ? &p->run_style->run : NULL, &p->style->run, &r->styles.defaults } };
	struct str tag = canonical(r, pick(&l, OWN, p->like.rtl, text));

	p->like.lang = tag;
	if (tag.n == 0)
		tag = canonical(r, pick(&l, SOURCES, p->like.rtl, text));
	if (tag.n > 0)
		count(r->outer ? r->outer : r, tag, text.n);
}

struct str
docx_run_language(struct docx_reading *r)
{
	return canonical(r, r->para->run.lang);
}

/* In a foreign file, the language that most of the text has. */
void
docx_language_choose(struct docx_reading *r)
{
	size_t best = 0;

	for (size_t i = 1; i < DOCX_LANGUAGES; i++)
		if (r->languages[i].characters > r->languages[best].characters)
			best = i;
	doc_meta_add(r->d, META_LANGUAGE, r->languages[best].tag);
}
