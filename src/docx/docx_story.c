/* A part with text in it: every element that means something, and what it does. */
#include <stdlib.h>
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_kind.h"
#include "docx/docx_read.h"

struct docx_frame *
docx_frame(struct docx_reading *r)
{
	return &r->frames[r->depth - 1];
}

bool
docx_parent_is(const struct docx_reading *r, const char *name)
{
	const struct docx_element *e = r->depth > 1 ? r->frames[r->depth - 2].element : NULL;

	return e && strcmp(e->name, name) == 0;
}

struct docx_frame *
docx_frame_around(struct docx_reading *r)
{
	return r->depth > 2 ? &r->frames[r->depth - 3] : NULL;
}

void
docx_skip(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->skip = 1;
}

static void
p_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_frame(r)->flag = docx_para_begin(r);
}

static void
p_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (docx_frame(r)->flag)
		docx_para_end(r);
}

static void
p_style(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "pPr") && !r->para->joined)
		r->para->style = docx_style(&r->styles, &r->d->arena, DOCX_PARAGRAPH, docx_val(e));
}

static void
p_property(struct docx_reading *r, const struct xml_element *e)
{
	if ((docx_parent_is(r, "pPr") || docx_parent_is(r, "numPr")) && !r->para->joined)
		para_props_read(&r->para->props, e);
}

static void
frame(struct docx_reading *r, const struct xml_element *e)
{
	struct str drop_cap = docx_attribute(e, NS_W, "dropCap");

	if (docx_parent_is(r, "pPr"))
		r->para->drop_cap = drop_cap.n > 0 && !str_is(drop_cap, "none");
}

/* w:bdo and w:dir, whose direction is that of the runs in them. */
static void
direction_start(struct docx_reading *r, const struct xml_element *e)
{
	docx_frame(r)->flag = str_is(docx_val(e), "rtl");
	r->para->rtl += docx_frame(r)->flag;
}

static void
direction_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (docx_frame(r)->flag && r->para->rtl > 0)
		r->para->rtl--;
}

static void
r_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_run_begin(r);
}

static void
r_style(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "rPr"))
		r->para->run_style = docx_style(&r->styles, &r->d->arena, DOCX_CHARACTER, docx_val(e));
}

static void
r_property(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "rPr"))
		run_props_read(&r->para->run, &r->strings, e);
}

/* Those of a run count. Of a paragraph's mark only its deletion does; others' are of what is not read. */
static void
r_properties(struct docx_reading *r, const struct xml_element *e)
{
	if (!docx_parent_is(r, "r") && !docx_parent_is(r, "pPr"))
		docx_skip(r, e);
}

static void
gather(struct docx_reading *r, enum docx_text_to to)
{
	r->text_to = to;
	buf_clear(&r->text);
}

static void
t_start(struct docx_reading *r, const struct xml_element *e)
{
	gather(r, docx_ns(e->ns) == NS_M ? TEXT_MATH : r->in_ruby_text ? TEXT_RUBY : TEXT_RUN);
}

static void
instruction_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	gather(r, TEXT_INSTRUCTION);
}

static void
t_end(struct docx_reading *r, const struct xml_element *e)
{
	struct str text = buf_str(&r->text);

	(void)e;
	switch (r->text_to) {
	case TEXT_RUN:
		docx_run_text(r, text);
		break;
	case TEXT_INSTRUCTION:
		docx_field_instruction(r, text);
		break;
	case TEXT_RUBY:
		buf_add(&r->ruby, text);
		break;
	case TEXT_MATH:
		buf_add(&r->math, text);
		break;
	case TEXT_NONE:
		break;
	}
	r->text_to = TEXT_NONE;
}

/* Elements that are one character. Tabs and the like are blanks to text that flows. */
static const struct {
	const char *name, *is;
} characters[] = {
	{ "tab", "\t" },
	{ "ptab", "\t" },
	{ "noBreakHyphen", "\xE2\x80\x91" },
};

static void
character(struct docx_reading *r, const struct xml_element *e)
{
	if (!docx_parent_is(r, "r")) /* a tab stop */
		return;
	for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]); i++)
		if (strcmp(characters[i].name, e->name) == 0)
			docx_run_text(r, str_of(characters[i].is));
}

static void
line_break(struct docx_reading *r, const struct xml_element *e)
{
	struct str type = docx_attribute(e, NS_W, "type");

	if (type.n == 0 || str_is(type, "textWrapping"))
		docx_run_break(r);
	else
		docx_run_text(r, STR(" ")); /* a page or a column ends here, and so does the word */
}

static void
symbol(struct docx_reading *r, const struct xml_element *e)
{
	docx_run_symbol(r, e);
}

static void
link_start(struct docx_reading *r, const struct xml_element *e)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, docx_attribute(e, NS_R, "id"));
	struct str anchor = docx_attribute(e, NS_W, "anchor"), address;

	/* Without a relationship it leads to a place in the document itself, which no other format would find again. */
	if (!rel || !rel->external)
		return;
	address = rel->target;
	if (anchor.n > 0 && str_find_char(address, '#') == STR_NPOS)
		address = arena_printf(&r->d->arena, "%.*s#%.*s", STR_FMT(address), STR_FMT(anchor));
	r->para->link = doc_link(r->d, address);
}

static void
link_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->para->link = STR_NONE;
}

static void
field_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_field_end(r);
}

static void
ruby_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	buf_clear(&r->ruby);
}

static void
ruby_text_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->in_ruby_text = true;
}

static void
ruby_text_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->in_ruby_text = false;
	r->para->ruby = doc_line(r->d, buf_str(&r->ruby));
}

static void
ruby_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->para->ruby = STR_NONE;
}

static void
tbl_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_frame(r)->flag = r->flow != NULL;
	if (r->flow)
		docx_table_begin(r);
}

static void
tbl_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (docx_frame(r)->flag)
		docx_table_end(r);
}

static void
tbl_style(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_frame *table = docx_frame_around(r);

	if (!docx_table_style(r, docx_val(e)) && table)
		table->skip_rest = true;
}

static void
tr_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_frame(r)->flag = docx_row_begin(r);
}

static void
tr_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (docx_frame(r)->flag)
		docx_row_end(r);
}

static void
tc_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_frame(r)->flag = docx_cell_begin(r);
}

static void
tc_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (docx_frame(r)->flag)
		docx_cell_end(r);
}

static void
tc_property(struct docx_reading *r, const struct xml_element *e)
{
	if (r->table && (docx_parent_is(r, "tcPr") || docx_parent_is(r, "trPr")))
		docx_cell_property(r, e);
}

static void
box_start(struct docx_reading *r, const struct xml_element *e)
{
	if (!docx_is_shown(r))
		docx_skip(r, e);
	else
		docx_box_begin(r);
}

static void
box_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_box_end(r);
}

/* Letters that are drawn along a line. */
static void
word_art(struct docx_reading *r, const struct xml_element *e)
{
	struct str text = docx_attribute(e, NS_NONE, "string");

	if (text.n == 0 || !docx_is_shown(r))
		return;
	docx_box_begin(r);
	if (docx_para_begin(r)) {
		docx_run_text(r, text);
		docx_para_end(r);
	}
	docx_box_end(r);
}

/* "Click here to enter text": what stands in the control is not the author's. */
static void
placeholder(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_on(docx_val(e)) && docx_parent_is(r, "sdtPr") && docx_frame_around(r))
		docx_frame_around(r)->flag = true;
}

static void
sdt_content(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "sdt") && r->frames[r->depth - 2].flag)
		docx_skip(r, e);
}

static void
drawing_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->drawing = (struct docx_drawing){ 0 };
}

/* A picture, not the texture that fills a shape. */
static void
blip(struct docx_reading *r, const struct xml_element *e)
{
	const struct docx_element *fill = r->depth > 1 ? r->frames[r->depth - 2].element : NULL;

	if (fill && fill->ns == NS_PIC)
		docx_drawing_blip(r, e);
}

static void
chunk(struct docx_reading *r, const struct xml_element *e)
{
	docx_chunk_read(r, e);
}

static void
other_file(struct docx_reading *r, const struct xml_element *e)
{
	doc_loss(r->d, LOSS_CONTENT, r->b.place, "L-part", "a document within the document (%s)", e->name);
}

static void
header_reference(struct docx_reading *r, const struct xml_element *e)
{
	docx_letterhead_refer(r, e);
}

static void
title_page(struct docx_reading *r, const struct xml_element *e)
{
	r->letterheads.title_page = docx_on(docx_val(e));
}

static void
section_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_letterhead_section(r);
}

static void
math_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_math_begin(r);
}

static void
math_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_math_end(r);
}

/* Sorted by name, for docx_element(). NULL and NULL: known, so that it can be asked for as a parent. */
static const struct docx_element elements[] = {
	{ "AlternateContent", NS_MC, NULL, NULL },
	{ "Choice", NS_MC, docx_choice, NULL },
	{ "Fallback", NS_MC, docx_fallback, NULL },
	{ "acc", NS_M, docx_math_start, docx_math_stop },
	{ "accPr", NS_M, NULL, NULL },
	{ "altChunk", NS_W, chunk, NULL },
	{ "b", NS_W, r_property, NULL },
	{ "bCs", NS_W, r_property, NULL },
	{ "bar", NS_M, docx_math_start, docx_math_stop },
	{ "bdo", NS_W, direction_start, direction_end },
	{ "begChr", NS_M, docx_math_start, NULL },
	{ "bidi", NS_W, p_property, NULL },
	{ "blip", NS_A, blip, NULL },
	{ "blipFill", NS_PIC, NULL, NULL },
	{ "br", NS_W, line_break, NULL },
	{ "cNvPr", NS_PIC, docx_drawing_property, NULL },
	{ "cellDel", NS_W, docx_taken_out, NULL },
	{ "cellIns", NS_W, docx_put_in, NULL },
	{ "chart", NS_CHART, docx_chart, NULL },
	{ "chr", NS_M, docx_math_start, NULL },
	{ "comment", NS_W, docx_note_start, docx_note_end },
	{ "commentReference", NS_W, docx_comment_reference, NULL },
	{ "cr", NS_W, line_break, NULL },
	{ "d", NS_M, docx_math_start, docx_math_stop },
	{ "deg", NS_M, docx_math_start, docx_math_stop },
	{ "del", NS_W, docx_taken_out, NULL },
	{ "delInstrText", NS_W, instruction_start, t_end },
	{ "delText", NS_W, t_start, t_end },
	{ "den", NS_M, docx_math_start, docx_math_stop },
	{ "dir", NS_W, direction_start, direction_end },
	{ "docPr", NS_WP, docx_drawing_property, NULL },
	{ "drawing", NS_W, drawing_start, NULL },
	{ "dstrike", NS_W, r_property, NULL },
	{ "e", NS_M, docx_math_start, docx_math_stop },
	{ "endChr", NS_M, docx_math_start, NULL },
	{ "endnote", NS_W, docx_note_start, docx_note_end },
	{ "endnoteReference", NS_W, docx_note_reference, NULL },
	{ "extent", NS_WP, docx_drawing_property, NULL },
	{ "fName", NS_M, docx_math_start, docx_math_stop },
	{ "fldChar", NS_W, docx_field_char, NULL },
	{ "fldSimple", NS_W, docx_field_simple, field_end },
	{ "footerReference", NS_W, header_reference, NULL },
	{ "footnote", NS_W, docx_note_start, docx_note_end },
	{ "footnoteReference", NS_W, docx_note_reference, NULL },
	{ "framePr", NS_W, frame, NULL },
	{ "graphicData", NS_A, docx_drawing_data, NULL },
	{ "gridBefore", NS_W, tc_property, NULL },
	{ "gridSpan", NS_W, tc_property, NULL },
	{ "hMerge", NS_W, tc_property, NULL },
	{ "headerReference", NS_W, header_reference, NULL },
	{ "hlinkClick", NS_A, docx_drawing_property, NULL },
	{ "hyperlink", NS_W, link_start, link_end },
	{ "i", NS_W, r_property, NULL },
	{ "iCs", NS_W, r_property, NULL },
	{ "ilvl", NS_W, p_property, NULL },
	{ "imagedata", NS_V, docx_vml_image, NULL },
	{ "ind", NS_W, p_property, NULL },
	{ "ins", NS_W, docx_put_in, NULL },
	{ "instrText", NS_W, instruction_start, t_end },
	{ "jc", NS_W, p_property, NULL },
	{ "lang", NS_W, r_property, NULL },
	{ "lim", NS_M, docx_math_start, docx_math_stop },
	{ "m", NS_M, docx_math_start, docx_math_stop },
	{ "moveFrom", NS_W, docx_taken_out, NULL },
	{ "moveTo", NS_W, docx_put_in, NULL },
	{ "mr", NS_M, docx_math_start, docx_math_stop },
	{ "nary", NS_M, docx_math_start, docx_math_stop },
	{ "naryPr", NS_M, NULL, NULL },
	{ "noBreakHyphen", NS_W, character, NULL },
	{ "num", NS_M, docx_math_start, docx_math_stop },
	{ "numId", NS_W, p_property, NULL },
	{ "numPr", NS_W, NULL, NULL },
	{ "numberingChange", NS_W, docx_skip, NULL },
	{ "oMath", NS_M, math_start, math_end },
	{ "outlineLvl", NS_W, p_property, NULL },
	{ "p", NS_W, p_start, p_end },
	{ "pPr", NS_W, NULL, NULL },
	{ "pPrChange", NS_W, docx_skip, NULL },
	{ "pStyle", NS_W, p_style, NULL },
	{ "ptab", NS_W, character, NULL },
	{ "r", NS_M, r_start, NULL },
	{ "r", NS_W, r_start, NULL },
	{ "rFonts", NS_W, r_property, NULL },
	{ "rPr", NS_W, r_properties, NULL },
	{ "rPrChange", NS_W, docx_skip, NULL },
	{ "rStyle", NS_W, r_style, NULL },
	{ "rad", NS_M, docx_math_start, docx_math_stop },
	{ "rect", NS_V, docx_vml_shape, NULL },
	{ "relIds", NS_DIAGRAM, docx_diagram, NULL },
	{ "rt", NS_W, ruby_text_start, ruby_text_end },
	{ "rtl", NS_W, r_property, NULL },
	{ "ruby", NS_W, ruby_start, ruby_end },
	{ "sdt", NS_W, NULL, NULL },
	{ "sdtContent", NS_W, sdt_content, NULL },
	{ "sdtPr", NS_W, NULL, NULL },
	{ "sectPr", NS_W, NULL, section_end },
	{ "sectPrChange", NS_W, docx_skip, NULL },
	{ "shape", NS_V, docx_vml_shape, NULL },
	{ "showingPlcHdr", NS_W, placeholder, NULL },
	{ "strike", NS_W, r_property, NULL },
	{ "sub", NS_M, docx_math_start, docx_math_stop },
	{ "subDoc", NS_W, other_file, NULL },
	{ "sup", NS_M, docx_math_start, docx_math_stop },
	{ "sym", NS_W, symbol, NULL },
	{ "sz", NS_W, r_property, NULL },
	{ "t", NS_M, t_start, t_end },
	{ "t", NS_W, t_start, t_end },
	{ "tab", NS_W, character, NULL },
	{ "tbl", NS_W, tbl_start, tbl_end },
	{ "tblGridChange", NS_W, docx_skip, NULL },
	{ "tblHeader", NS_W, tc_property, NULL },
	{ "tblPrChange", NS_W, docx_skip, NULL },
	{ "tblPrExChange", NS_W, docx_skip, NULL },
	{ "tblStyle", NS_W, tbl_style, NULL },
	{ "tc", NS_W, tc_start, tc_end },
	{ "tcPr", NS_W, NULL, NULL },
	{ "tcPrChange", NS_W, docx_skip, NULL },
	{ "textpath", NS_V, word_art, NULL },
	{ "titlePg", NS_W, title_page, NULL },
	{ "tr", NS_W, tr_start, tr_end },
	{ "trPr", NS_W, NULL, NULL },
	{ "trPrChange", NS_W, docx_skip, NULL },
	{ "txbxContent", NS_W, box_start, box_end },
	{ "u", NS_W, r_property, NULL },
	{ "vMerge", NS_W, tc_property, NULL },
	{ "vanish", NS_W, r_property, NULL },
	{ "vertAlign", NS_W, r_property, NULL },
	{ "webHidden", NS_W, r_property, NULL },
};

static int
element_order(const void *name, const void *element)
{
	return strcmp(name, ((const struct docx_element *)element)->name);
}

const struct docx_element *
docx_element(const struct xml_element *e)
{
	const size_t n = sizeof(elements) / sizeof(elements[0]);
	const struct docx_element *found = bsearch(e->name, elements, n, sizeof(elements[0]), element_order);
	enum docx_ns ns;

	if (!found)
		return NULL;
	ns = docx_ns(e->ns);
	while (found > elements && strcmp(found[-1].name, e->name) == 0)
		found--;
	for (; found < elements + n && strcmp(found->name, e->name) == 0; found++)
		if (found->ns == ns)
			return found;
	return NULL;
}

/* The parser keeps each name once (markup/xml.h), so that an element is known by where its name stands. */
static const struct docx_element *
element_of(struct docx_reading *r, const struct xml_element *e)
{
	size_t at = (size_t)e->name;
	struct docx_name *known = &r->names[(at >> 3 ^ at >> 11) % DOCX_NAMES];

	if (known->name != e->name || known->ns != e->ns)
		*known = (struct docx_name){ e->name, e->ns, docx_element(e) };
	return known->element;
}

static void
check_root(struct docx_reading *r, const struct xml_element *e)
{
	const char *kind = docx_kind_of_root(e->name);

	if (kind && strcmp(r->root, "document") == 0)
		fail(r->d->diag, STATUS_DATA, (struct place){ 0 }, "the input is no DOCX, but %s", kind);
	if (!docx_is(e, NS_W, r->root))
		fail(r->d->diag, STATUS_DATA, (struct place){ .part = r->b.place.part },
			"is no %s of a Word document: its root element is %s", r->root, e->name);
	r->seen_root = true;
}

static void
start(void *context, const struct xml_element *e)
{
	struct docx_reading *r = context;
	const struct docx_element *element;

	if (!r->seen_root)
		check_root(r, e);
	if (r->skip == 0 && r->depth > 0 && r->frames[r->depth - 1].skip_rest)
		r->skip = 1;
	else if (r->skip > 0)
		r->skip++;
	if (r->skip > 0)
		return;
	if (e->declared_count > 0)
		docx_declare_prefixes(r, e);
	element = element_of(r, e);
	r->frames[r->depth++] = (struct docx_frame){ .element = element };
	if (element && element->start)
		element->start(r, e);
	if (r->skip > 0)
		r->depth--; /* left out from here on; what prefixes it declared is forgotten with the next element's end */
}

static void
end(void *context, const struct xml_element *e)
{
	struct docx_reading *r = context;
	const struct docx_element *element;

	if (r->skip > 0) {
		r->skip--;
		return;
	}
	element = docx_frame(r)->element;
	if (element && element->end)
		element->end(r, e);
	r->depth--;
	while (r->prefix_count > 0 && r->prefixes[r->prefix_count - 1].depth >= r->depth)
		r->prefix_count--;
}

static void
text(void *context, struct str s)
{
	struct docx_reading *r = context;

	if (r->skip == 0 && r->text_to != TEXT_NONE)
		buf_add(&r->text, s);
}

bool
docx_story_read(struct docx_reading *r, struct str part, const char *root)
{
	static const struct xml_handler handler = { start, end, text };
	struct docx_rels rels = docx_rels_of(&r->package, part);
	bool found;

	r->rels = &rels;
	r->root = root;
	r->seen_root = false;
	r->paragraphs = 0;
	r->depth = 0;
	r->skip = 0;
	r->prefix_count = 0;
	memset(r->names, 0, sizeof(r->names));
	r->para = r->paras;
	*r->para = (struct docx_para){ 0 };
	r->b.place = (struct place){ .part = arena_cstr(&r->d->arena, part), .unit = "paragraph" };
	found = docx_part_parse(&r->package, part, &handler, r);
	docx_fields_free(r);
	r->rels = NULL;
	return found;
}
