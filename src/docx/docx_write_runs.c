/* The runs of a paragraph: text, breaks, images, references to notes, mathematics. */
#include <string.h>

#include "docx/docx_formula.h"
#include "docx/docx_write.h"
#include "markup/escape.h"

/* In the order that the schema demands (17.3.2.28). */
static const struct {
	unsigned style;
	const char *xml;
} looks[] = {
	{ STYLE_BOLD, "<w:b/><w:bCs/>" },
	{ STYLE_ITALIC, "<w:i/><w:iCs/>" },
	{ STYLE_STRIKE, "<w:strike/>" },
	{ STYLE_UNDERLINE, "<w:u w:val=\"single\"/>" },
	{ STYLE_SUB, "<w:vertAlign w:val=\"subscript\"/>" },
	{ STYLE_SUP, "<w:vertAlign w:val=\"superscript\"/>" },
};

/* All three, whatever script the text is in. */
void
docx_put_lang(struct buf *out, struct str lang)
{
	buf_puts(out, "<w:lang");
	put_attribute(out, "w:val", lang);
	put_attribute(out, "w:eastAsia", lang);
	put_attribute(out, "w:bidi", lang);
	buf_puts(out, "/>");
}

static void
put_run_style(struct docx_writing *w, const char *name)
{
	buf_puts(&w->part->xml, "<w:rStyle w:val=\"");
	docx_put_style_ref(&w->part->xml, w, DOCX_CHARACTER, str_of(name));
	buf_puts(&w->part->xml, "\"/>");
}

static void
put_run_props(struct docx_writing *w, const struct run *r)
{
	struct buf *out = &w->part->xml;

	if (!r->role && r->link.n == 0 && r->style == 0 && !r->rtl && r->lang.n == 0)
		return;
	buf_puts(out, "<w:rPr>");
	if (r->role || r->link.n > 0)
		put_run_style(w, r->role ? role_style(r->role) : "Hyperlink");
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		if (r->style & looks[i].style)
			buf_puts(out, looks[i].xml);
	if (r->rtl)
		buf_puts(out, "<w:rtl/>");
	if (r->lang.n > 0)
		docx_put_lang(out, r->lang);
	buf_puts(out, "</w:rPr>");
}

static bool
needs_preserve(struct str text)
{
	return str_starts(text, STR(" ")) || str_ends(text, STR(" ")) || str_find(text, STR("  ")) != STR_NPOS;
}

static void
put_t(struct buf *out, struct str text)
{
	if (text.n == 0)
		return;
	buf_puts(out, needs_preserve(text) ? "<w:t xml:space=\"preserve\">" : "<w:t>");
	escape_text(out, text);
	buf_puts(out, "</w:t>");
}

/* A line's end in pre is a break. */
static void
put_lines(struct buf *out, struct str text)
{
	size_t lf;

	while ((lf = str_find_char(text, '\n')) != STR_NPOS) {
		put_t(out, str_sub(text, 0, lf));
		buf_puts(out, "<w:br/>");
		text = str_sub(text, lf + 1, text.n);
	}
	put_t(out, text);
}

static void
put_ruby(struct docx_writing *w, const struct run *r)
{
	struct buf *out = &w->part->xml;

	buf_puts(out, "<w:ruby><w:rubyPr><w:rubyAlign w:val=\"distributeSpace\"/><w:hps w:val=\"11\"/>"
		      "<w:hpsRaise w:val=\"20\"/><w:hpsBaseText w:val=\"22\"/><w:lid");
	put_attribute(out, "w:val", r->lang.n > 0 ? r->lang : STR("ja-JP"));
	buf_puts(out, "/></w:rubyPr><w:rt><w:r><w:rPr><w:sz w:val=\"11\"/></w:rPr>");
	put_t(out, r->ruby);
	buf_puts(out, "</w:r></w:rt><w:rubyBase><w:r>");
	put_run_props(w, r);
	put_lines(out, r->text);
	buf_puts(out, "</w:r></w:rubyBase></w:ruby>");
}

static void
put_text(struct docx_writing *w, const struct run *r)
{
	struct buf *out = &w->part->xml;

	buf_puts(out, "<w:r>");
	put_run_props(w, r);
	if (r->ruby.n > 0)
		put_ruby(w, r);
	else
		put_lines(out, r->text);
	buf_puts(out, "</w:r>");
}

static void
put_math(struct docx_writing *w, const struct run *r)
{
	struct buf *out = &w->part->xml;

	if (r->formula && !docx_formula_is_of_line(*r->formula, r->text))
		lose(w->d->diag, LOSS_PRESENTATION, (struct place){ 0 }, "L-math", "the form of a formula");
	buf_puts(out, "<m:oMath><m:r>");
	/* As words (22.1.2.72), so that no reader makes variables of them. */
	if (!r->formula)
		buf_puts(out, "<m:rPr><m:nor/></m:rPr>");
	if (r->lang.n > 0) {
		buf_puts(out, "<w:rPr>");
		docx_put_lang(out, r->lang);
		buf_puts(out, "</w:rPr>");
	}
	buf_puts(out, "<m:t xml:space=\"preserve\">");
	escape_text(out, r->text);
	buf_puts(out, "</m:t></m:r></m:oMath>");
}

/* In the text a note's number refers to it; in front of the note it stands for itself. */
void
docx_put_note_mark(struct docx_writing *w, bool in_note)
{
	struct buf *out = &w->part->xml;

	buf_puts(out, "<w:r><w:rPr>");
	put_run_style(w, "footnote reference");
	buf_puts(out, "</w:rPr>");
	if (in_note)
		buf_puts(out, "<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
	else
		buf_printf(out, "<w:footnoteReference w:id=\"%u\"/></w:r>", w->first.note + ++w->reference_count);
}

struct str
docx_one_line(struct arena *a, struct str text)
{
	char *p = arena_cstr(a, text);

	for (size_t i = 0; i < text.n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	return (struct str){ p, text.n };
}

/* How large an image is on the page, in EMU. */
struct extent {
	long long cx, cy;
	bool shrunk; /* to fit */
};

/* One of our own fits the text or the cell, and leaves room on its page; an address alone has the size that was given. */
static struct extent
extent_of(const struct docx_writing *w, const struct image *image)
{
	int width = w->cell_width > 0 ? w->cell_width : docx_page_text_width(&w->page);
	const long long most_x = (long long)width * EMU_PER_TWIP;
	const long long most_y = (long long)docx_page_text_height(&w->page) * EMU_PER_TWIP * 2 / 3;
	struct extent e = { EMU_UNKNOWN, EMU_UNKNOWN, false };

	if (image->width > 0)
		e.cx = (long long)image->width * EMU_PER_PIXEL;
	if (image->height > 0)
		e.cy = (long long)image->height * EMU_PER_PIXEL;
	if (image->bytes.n == 0 || (e.cx <= most_x && e.cy <= most_y))
		return e;
	e.shrunk = true;
	if (e.cx > most_x) {
		e.cy = e.cy * most_x / e.cx;
		e.cx = most_x;
	}
	if (e.cy > most_y) {
		e.cx = e.cx * most_y / e.cy;
		e.cy = most_y;
	}
	e.cx = e.cx > 0 ? e.cx : 1;
	e.cy = e.cy > 0 ? e.cy : 1;
	return e;
}

static void
put_picture(struct docx_writing *w, const struct image *image, unsigned id, struct extent e)
{
	struct buf *out = &w->part->xml;
	bool linked = image->bytes.n == 0;
	struct str target = linked ? image->url : docx_add_media(w, image);
	unsigned rel = docx_add_rel(w->part, "image", target, linked);

	buf_printf(out,
		"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
		"<pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"Image %u\"/><pic:cNvPicPr/></pic:nvPicPr>"
		"<pic:blipFill><a:blip r:%s=\"rId%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>",
		id, id, linked ? "link" : "embed", rel);
	buf_printf(out,
		"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%lld\" cy=\"%lld\"/></a:xfrm>"
		"<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>",
		e.cx, e.cy);
}

static void
put_image(struct docx_writing *w, const struct run *r)
{
	struct buf *out = &w->part->xml;
	unsigned id = w->first.drawing + ++w->drawing_count;
	struct extent e = extent_of(w, r->image);

	buf_printf(out,
		"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
		"<wp:extent cx=\"%lld\" cy=\"%lld\"/><wp:docPr id=\"%u\" name=\"Image %u",
		e.cx, e.cy, id, id);
	/* The reader takes the size from the name where the page has no room for it. */
	if (e.shrunk)
		buf_printf(out, DOCX_SIZE_NAME, r->image->width, r->image->height, (e.cx + EMU_PER_PIXEL / 2) / EMU_PER_PIXEL,
			(e.cy + EMU_PER_PIXEL / 2) / EMU_PER_PIXEL);
	buf_char(out, '"');
	put_attribute(out, "descr", r->image->alt);
	if (r->link.n > 0)
		buf_printf(out, "><a:hlinkClick r:id=\"rId%u\"/></wp:docPr>",
			docx_add_rel(w->part, "hyperlink", r->link, true));
	else
		buf_puts(out, "/>");
	buf_puts(out, "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
	put_picture(w, r->image, id, e);
	buf_puts(out, "</wp:inline></w:drawing></w:r>");
}

/* Neighbours with one link share its element. Images carry theirs by themselves. */
static void
switch_link(struct docx_writing *w, struct str link)
{
	if (str_eq(link, w->link))
		return;
	if (w->link.n > 0)
		buf_puts(&w->part->xml, "</w:hyperlink>");
	if (link.n > 0)
		buf_printf(&w->part->xml, "<w:hyperlink r:id=\"rId%u\">",
			docx_add_rel(w->part, "hyperlink", link, true));
	w->link = link;
}

void
docx_write_runs(struct docx_writing *w, const struct block *leaf)
{
	struct buf *out = &w->part->xml;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		switch_link(w, r->kind == RUN_TEXT ? r->link : STR_NONE);
		switch (r->kind) {
		case RUN_TEXT:
			put_text(w, r);
			break;
		case RUN_BREAK:
			buf_puts(out, "<w:r><w:br/></w:r>");
			break;
		case RUN_IMAGE:
			put_image(w, r);
			break;
		case RUN_NOTE:
			docx_put_note_mark(w, false);
			break;
		case RUN_MATH:
			put_math(w, r);
			break;
		}
	}
	switch_link(w, STR_NONE);
}
