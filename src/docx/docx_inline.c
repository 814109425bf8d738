/* What stands within a paragraph: runs and their text, links, fields, ruby, directions (ECMA-376 part 1, 17.3.2, 17.16). */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

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

void
docx_text_start(struct docx_reading *r, const struct xml_element *e)
{
	gather(r, docx_ns(e->ns) == NS_M ? TEXT_MATH : r->in_ruby_text ? TEXT_RUBY : TEXT_RUN);
}

static void
instruction_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	gather(r, TEXT_INSTRUCTION);
}

void
docx_text_end(struct docx_reading *r, const struct xml_element *e)
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
		docx_formula_text(&r->formula, r->d, text);
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
	r->looks[LOOK_BREAK] += str_is(type, "page") || str_is(type, "column");
}

static void
link_start(struct docx_reading *r, const struct xml_element *e)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, docx_attribute(e, NS_R, "id"));
	struct str anchor = docx_attribute(e, NS_W, "anchor"), address;

	/* Without a relationship it leads to a place in the document itself, which no other format would find again. */
	r->looks[LOOK_BOOKMARK] += !rel;
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

static const struct docx_element elements[] = {
	{ "AlternateContent", NS_MC, NULL, NULL },
	{ "Choice", NS_MC, docx_choice, NULL },
	{ "Fallback", NS_MC, docx_fallback, NULL },
	{ "b", NS_W, r_property, NULL },
	{ "bCs", NS_W, r_property, NULL },
	{ "bdo", NS_W, direction_start, direction_end },
	{ "br", NS_W, line_break, NULL },
	{ "commentReference", NS_W, docx_comment_reference, NULL },
	{ "cr", NS_W, line_break, NULL },
	{ "del", NS_W, docx_taken_out, NULL },
	{ "delInstrText", NS_W, instruction_start, docx_text_end },
	{ "delText", NS_W, docx_text_start, docx_text_end },
	{ "dir", NS_W, direction_start, direction_end },
	{ "dstrike", NS_W, r_property, NULL },
	{ "endnoteReference", NS_W, docx_note_reference, NULL },
	{ "fldChar", NS_W, docx_field_char, NULL },
	{ "fldSimple", NS_W, docx_field_simple, field_end },
	{ "footnoteReference", NS_W, docx_note_reference, NULL },
	{ "hyperlink", NS_W, link_start, link_end },
	{ "i", NS_W, r_property, NULL },
	{ "iCs", NS_W, r_property, NULL },
	{ "ins", NS_W, docx_put_in, NULL },
	{ "instrText", NS_W, instruction_start, docx_text_end },
	{ "lang", NS_W, r_property, NULL },
	{ "moveFrom", NS_W, docx_taken_out, NULL },
	{ "moveTo", NS_W, docx_put_in, NULL },
	{ "noBreakHyphen", NS_W, character, NULL },
	{ "ptab", NS_W, character, NULL },
	{ "r", NS_W, r_start, NULL },
	{ "rFonts", NS_W, r_property, NULL },
	{ "rPr", NS_W, r_properties, NULL },
	{ "rPrChange", NS_W, docx_skip, NULL },
	{ "rStyle", NS_W, r_style, NULL },
	{ "rt", NS_W, ruby_text_start, ruby_text_end },
	{ "rtl", NS_W, r_property, NULL },
	{ "ruby", NS_W, ruby_start, ruby_end },
	{ "strike", NS_W, r_property, NULL },
	{ "sym", NS_W, docx_run_symbol, NULL },
	{ "sz", NS_W, r_property, NULL },
	{ "t", NS_W, docx_text_start, docx_text_end },
	{ "tab", NS_W, character, NULL },
	{ "u", NS_W, r_property, NULL },
	{ "vanish", NS_W, r_property, NULL },
	{ "vertAlign", NS_W, r_property, NULL },
	{ "webHidden", NS_W, r_property, NULL },
};

const struct docx_elements docx_inline_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
