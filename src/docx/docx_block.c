/* Paragraphs, tables, text boxes, content controls, sections: where each begins and ends (ECMA-376 part 1, 17.3 to 17.6). */
#include "docx/docx_element.h"
#include "docx/docx_read.h"

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

	if (!docx_parent_is(r, "pPr"))
		return;
	r->para->drop_cap = drop_cap.n > 0 && !str_is(drop_cap, "none");
	r->looks[LOOK_POSITION] += !r->para->drop_cap;
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
	if (docx_drawing_is_shown(r)) {
		docx_box_begin(r);
		return;
	}
	if (r->drawing.hidden)
		doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-hidden", "hidden text box");
	docx_skip(r, e);
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

	if (text.n == 0 || !docx_drawing_is_shown(r))
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
other_file(struct docx_reading *r, const struct xml_element *e)
{
	doc_loss(r->d, LOSS_CONTENT, r->b.place, "L-part", "a document within the document (%s)", e->name);
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

static const struct docx_element elements[] = {
	{ "altChunk", NS_W, docx_chunk_read, NULL },
	{ "bidi", NS_W, p_property, NULL },
	{ "cellDel", NS_W, docx_taken_out, NULL },
	{ "cellIns", NS_W, docx_put_in, NULL },
	{ "comment", NS_W, docx_note_start, docx_note_end },
	{ "endnote", NS_W, docx_note_start, docx_note_end },
	{ "footerReference", NS_W, docx_letterhead_refer, NULL },
	{ "footnote", NS_W, docx_note_start, docx_note_end },
	{ "framePr", NS_W, frame, NULL },
	{ "gridBefore", NS_W, tc_property, NULL },
	{ "gridSpan", NS_W, tc_property, NULL },
	{ "hMerge", NS_W, tc_property, NULL },
	{ "headerReference", NS_W, docx_letterhead_refer, NULL },
	{ "ilvl", NS_W, p_property, NULL },
	{ "ind", NS_W, p_property, NULL },
	{ "jc", NS_W, p_property, NULL },
	{ "numId", NS_W, p_property, NULL },
	{ "numPr", NS_W, NULL, NULL },
	{ "numberingChange", NS_W, docx_skip, NULL },
	{ "outlineLvl", NS_W, p_property, NULL },
	{ "p", NS_W, p_start, p_end },
	{ "pPr", NS_W, NULL, NULL },
	{ "pPrChange", NS_W, docx_skip, NULL },
	{ "pStyle", NS_W, p_style, NULL },
	{ "sdt", NS_W, NULL, NULL },
	{ "sdtContent", NS_W, sdt_content, NULL },
	{ "sdtPr", NS_W, NULL, NULL },
	{ "sectPr", NS_W, NULL, section_end },
	{ "sectPrChange", NS_W, docx_skip, NULL },
	{ "showingPlcHdr", NS_W, placeholder, NULL },
	{ "subDoc", NS_W, other_file, NULL },
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
	{ "vMerge", NS_W, tc_property, NULL },
};

const struct docx_elements docx_block_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
