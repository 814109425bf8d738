/* Runs: what their text looks like, whether it is shown, where it goes. */
#include <string.h>

#include "docx/docx_read.h"

/* Effects that are emphasis when they are put on a run, and only look when they come with the paragraph's style. */
static const struct {
	enum docx_switch what;
	unsigned style;
} emphases[] = {
	{ SWITCH_BOLD, STYLE_BOLD },
	{ SWITCH_ITALIC, STYLE_ITALIC },
	{ SWITCH_STRIKE, STYLE_STRIKE },
};

void
docx_run_begin(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	run_props_clear(&p->run);
	p->run_style = NULL;
	p->run_ready = p->run_counted = false;
	p->looks = 0;
}

/* A toggle of both styles is off again (17.7.3). */
static bool
is_on(const struct docx_para *p, enum docx_switch what)
{
	bool in_para = p->style->run.on[what] > 0, in_run = p->run_style && p->run_style->run.on[what] > 0;

	return p->run.on[what] >= 0 ? p->run.on[what] > 0 : in_para != in_run;
}

static bool
is_emphasis(const struct docx_para *p, enum docx_switch what)
{
	if (p->run.on[what] >= 0)
		return p->run.on[what] > 0;
	return p->run_style && !p->run_style->is_look && p->run_style->run.on[what] > 0 && is_on(p, what);
}

static unsigned
style_of(const struct docx_reading *r, const struct docx_para *p, bool link)
{
	const struct docx_style *s = p->run_style && !p->run_style->is_look ? p->run_style : NULL;
	int raised = p->run.raised != RAISED_UNSAID ? p->run.raised : s ? s->run.raised : 0;
	int underline = p->run.on[SWITCH_UNDERLINE] >= 0 ? p->run.on[SWITCH_UNDERLINE]
			: s				 ? s->run.on[SWITCH_UNDERLINE]
							 : 0;
	unsigned style = 0;

	for (size_t i = 0; i < sizeof(emphases) / sizeof(emphases[0]); i++)
		if (is_emphasis(p, emphases[i].what))
			style |= emphases[i].style;
	if (p->like.rtl && p->run.on[SWITCH_BOLD_CS] > 0)
		style |= STYLE_BOLD;
	if (p->like.rtl && p->run.on[SWITCH_ITALIC_CS] > 0)
		style |= STYLE_ITALIC;
	/* Under a link it is what links look like. */
	if (underline > 0 && (r->ours || !link))
		style |= STYLE_UNDERLINE;
	if (raised == 1)
		style |= STYLE_SUP;
	else if (raised == -1)
		style |= STYLE_SUB;
	return style;
}

static bool
is_rtl(const struct docx_para *p)
{
	if (p->rtl > 0)
		return true;
	if (p->run.on[SWITCH_RTL] >= 0)
		return p->run.on[SWITCH_RTL] > 0;
	return p->run_style && p->run_style->run.on[SWITCH_RTL] > 0;
}

const struct run *
docx_run_like(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	if (!p->run_ready) {
		struct str link = docx_field_link(r);

		p->like = (struct run){ .rtl = is_rtl(p) };
		p->like.link = p->link.n > 0 ? p->link : link;
		p->like.role = p->run_style ? p->run_style->run_role : ROLE_NONE;
		p->like.style = style_of(r, p, p->like.link.n > 0);
		p->hidden = is_on(p, SWITCH_HIDDEN);
		p->run_ready = true;
	}
	p->like.ruby = p->ruby;
	return &p->like;
}

bool
docx_is_of_template(const struct docx_reading *r, const struct docx_style *style)
{
	return r->ours && style->of_template && r->o->letterhead != LETTERHEAD_ALL;
}

bool
docx_is_shown(struct docx_reading *r)
{
	if (!r->para->inside || docx_field_swallows(r) || docx_is_of_template(r, r->para->style))
		return false;
	docx_run_like(r);
	if (r->letterhead && docx_field_is_page(r)) {
		r->para->has_page = true;
		return false;
	}
	return !r->para->hidden;
}

static int
size_of(const struct docx_reading *r, const struct docx_para *p)
{
	int size = p->run.size;

	if (!size && p->run_style)
		size = p->run_style->run.size;
	if (!size)
		size = p->style->run.size;
	if (!size)
		size = r->styles.defaults.size;
	return size ? size : DOCX_USUAL_SIZE;
}

static void
count_for_hint(struct docx_reading *r, struct docx_para *p, struct str text)
{
	size_t n = text.n;

	p->characters += n;
	p->sizes += (double)n * size_of(r, p);
	if (is_on(p, SWITCH_BOLD))
		p->bold += n;
}

static struct str
font_of(const struct docx_para *p)
{
	if (p->run.font.n > 0)
		return p->run.font;
	return p->run_style && p->run_style->run.font.n > 0 ? p->run_style->run.font : p->style->run.font;
}

/* Fonts are kept once each (docx_string), so the one that was asked for last is known by its place. */
static bool
is_symbol_font(struct docx_reading *r, struct str font)
{
	if (font.p != r->last_font) {
		r->last_font = font.p;
		r->last_is_symbols = docx_is_symbol_font(font);
	}
	return r->last_is_symbols;
}

/* Characters of symbol fonts stand in U+F000 to U+F0FF, EF 80 80 to EF 83 BF, whatever they look like. */
static bool
has_symbols(struct str text)
{
	size_t at;

	while ((at = str_find_char(text, '\xEF')) != STR_NPOS) {
		text = str_sub(text, at + 1, text.n);
		if (text.n > 1 && (unsigned char)text.p[0] >= 0x80 && (unsigned char)text.p[0] <= 0x83)
			return true;
	}
	return false;
}

/*
 * In a symbol font the characters of Latin 1 are pictures too: all of Symbol,
 * which has letters; of the others one by itself, as bullets are. Words in
 * them were never meant to be seen so.
 */
static void
translate_symbols(struct str font, struct buf *out, struct str text)
{
	bool latin = str_is_nocase(font, "Symbol") || utf8_count(str_trim(text)) == 1;

	while (text.n > 0) {
		uint32_t c = utf8_next(&text), as = 0;

		if ((c >= 0xF000 && c <= 0xF0FF) || (latin && c > ' ' && c <= 0xFF))
			as = docx_symbol(font, c & 0xFF);
		utf8_put(out, as ? as : c == UTF8_BAD ? 0xFFFD : c);
	}
}

void
docx_run_text(struct docx_reading *r, struct str text)
{
	struct docx_para *p = r->para;
	struct str bare = str_trim(text);
	struct buf symbols = { 0 };

	if (text.n == 0 || !docx_is_shown(r)) {
		if (p->inside && p->hidden && bare.n > 0)
			doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-hidden", "hidden text");
		return;
	}
	if (!p->leaf && bare.n == 0 && p->style->meaning.kind != KIND_PRE)
		return;
	docx_para_open(r);
	if (is_symbol_font(r, font_of(p)) || has_symbols(text)) {
		translate_symbols(font_of(p), &symbols, text);
		text = buf_str(&symbols);
	}
	docx_language_set(r, text);
	build_text(&r->b, docx_run_like(r), text);
	count_for_hint(r, p, bare);
	if (!p->run_counted && bare.n > 0) {
		p->run_counted = true;
		docx_looks_count(r);
	}
	buf_free(&symbols);
}

void
docx_run_break(struct docx_reading *r)
{
	struct docx_para *p = r->para;

	if (!docx_is_shown(r) || (!p->leaf && p->style->meaning.kind != KIND_PRE))
		return;
	docx_para_open(r);
	/* In pre it is text, and has all that its run has. */
	if (p->leaf && p->leaf->type == BLOCK_PRE) {
		docx_language_set(r, STR("\n"));
		build_text(&r->b, docx_run_like(r), STR("\n"));
	} else {
		build_break(&r->b);
	}
}

void
docx_run_symbol(struct docx_reading *r, const struct xml_element *e)
{
	struct str code = docx_attribute(e, NS_W, "char");
	uint32_t c = 0, as;
	struct buf out = { 0 };

	for (size_t i = 0; i < code.n && i < 8; i++) {
		char digit = ascii_lower(code.p[i]);

		c = c << 4 | (uint32_t)(ascii_digit(digit) ? digit - '0' : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : 0);
	}
	as = docx_symbol(docx_attribute(e, NS_W, "font"), c & 0xFF);
	if (!as && c >= ' ' && c < 0xD800)
		as = c;
	if (!as) {
		doc_loss(r->d, LOSS_CONTENT, r->b.place, "L-symbol", "character %.*s of the font %.*s", STR_FMT(code),
			STR_FMT(docx_attribute(e, NS_W, "font")));
		return;
	}
	utf8_put(&out, as);
	docx_run_text(r, buf_str(&out));
	buf_free(&out);
}
