/* What each element does. An element that is not here is transparent: its text is text of the line that it stands in. */
#include <stdlib.h>
#include <string.h>

#include "markup/xhtml_block.h"

/* In the order of their names. */
static const struct xhtml_element elements[] = {
	{ "a", start_link, NULL, 0, 0 },
	{ "address", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "annotation", start_left_out, NULL, 0, 0 },
	{ "annotation-xml", start_left_out, NULL, 0, 0 },
	{ "area", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "article", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "aside", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "audio", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "b", NULL, NULL, 0, STYLE_BOLD },
	{ "big", NULL, NULL, 1 << XHTML_SIZE, 0 },
	{ "blockquote", start_block, NULL, BLOCK_QUOTE, 0 },
	{ "body", start_flow, NULL, 0, 0 },
	{ "br", start_break, NULL, 0, 0 },
	{ "button", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "canvas", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "caption", start_table_part, NULL, BLOCK_CAPTION, 0 },
	{ "center", start_center, NULL, 0, 0 },
	{ "cite", NULL, NULL, 0, STYLE_ITALIC },
	{ "code", NULL, NULL, 1 << XHTML_FONT, 0 },
	{ "datalist", start_left_out, NULL, 0, 0 },
	{ "dd", start_block, NULL, BLOCK_DEFINITION, 0 },
	{ "del", NULL, NULL, 0, STYLE_STRIKE },
	{ "details", start_flow, NULL, 0, 0 },
	{ "dfn", NULL, NULL, 0, STYLE_ITALIC },
	{ "dialog", start_dialog, NULL, 0, 0 },
	{ "dir", start_list, NULL, LIST_BULLET, 0 },
	{ "div", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "dl", start_block, NULL, BLOCK_DEFLIST, 0 },
	{ "dt", start_block, NULL, BLOCK_TERM, 0 },
	{ "em", NULL, NULL, 0, STYLE_ITALIC },
	{ "embed", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "fieldset", start_flow, NULL, 0, 0 },
	{ "figcaption", start_caption, end_caption, 0, 0 },
	{ "figure", start_figure, end_figure, 0, 0 },
	{ "font", NULL, NULL, 1 << XHTML_FONT, 0 },
	{ "footer", start_footer, NULL, MAY_BE_SECTION, 0 },
	{ "form", start_flow, NULL, 0, 0 },
	{ "frameset", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "h1", start_head, NULL, 1, 0 },
	{ "h2", start_head, NULL, 2, 0 },
	{ "h3", start_head, NULL, 3, 0 },
	{ "h4", start_head, NULL, 4, 0 },
	{ "h5", start_head, NULL, 5, 0 },
	{ "h6", start_head, NULL, 6, 0 },
	{ "head", start_left_out, NULL, 0, 0 },
	{ "header", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "hgroup", start_flow, NULL, 0, 0 },
	{ "hr", start_rule, NULL, BLOCK_RULE, 0 },
	{ "html", start_flow, NULL, 0, 0 },
	{ "i", NULL, NULL, 0, STYLE_ITALIC },
	{ "iframe", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "img", start_image, NULL, 0, 0 },
	{ "input", start_input, NULL, LOSS_PRESENTATION, 0 },
	{ "ins", NULL, NULL, 0, STYLE_UNDERLINE },
	{ "kbd", NULL, NULL, 1 << XHTML_FONT, 0 },
	{ "label", start_flow, NULL, 0, 0 },
	{ "legend", start_flow, NULL, 0, 0 },
	{ "li", start_item, NULL, BLOCK_ITEM, 0 },
	{ "link", start_left_out, NULL, 0, 0 },
	{ "listing", start_block, NULL, BLOCK_PRE, 0 },
	{ "main", start_flow, NULL, 0, 0 },
	{ "mark", NULL, NULL, 1 << XHTML_COLOUR, 0 },
	{ "math", start_math, end_math, 0, 0 },
	{ "menu", start_list, NULL, LIST_BULLET, 0 },
	{ "meta", start_left_out, NULL, 0, 0 },
	{ "meter", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "nav", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "noembed", start_left_out, NULL, 0, 0 },
	{ "noframes", start_left_out, NULL, 0, 0 },
	{ "noscript", start_noscript, NULL, 0, 0 },
	{ "object", NULL, end_object, 0, 0 },
	{ "ol", start_list, NULL, LIST_DECIMAL, 0 },
	{ "optgroup", start_left_out, NULL, 0, 0 },
	{ "option", start_left_out, NULL, 0, 0 },
	{ "p", start_para, NULL, 0, 0 },
	{ "param", start_left_out, NULL, 0, 0 },
	{ "plaintext", start_block, NULL, BLOCK_PRE, 0 },
	{ "pre", start_block, NULL, BLOCK_PRE, 0 },
	{ "progress", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "q", start_quotation, end_quotation, 0, 0 },
	{ "rp", start_left_out, NULL, 0, 0 },
	{ "rt", start_reading, end_reading, 0, 0 },
	{ "rtc", start_reading, end_reading, 0, 0 },
	{ "ruby", start_ruby, end_ruby, 0, 0 },
	{ "s", NULL, NULL, 0, STYLE_STRIKE },
	{ "samp", NULL, NULL, 1 << XHTML_FONT, 0 },
	{ "script", start_left_out, NULL, 0, 0 },
	{ "search", start_flow, NULL, 0, 0 },
	{ "section", start_flow, NULL, MAY_BE_SECTION, 0 },
	{ "select", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "small", NULL, NULL, 1 << XHTML_SIZE, 0 },
	{ "source", start_source, NULL, 0, 0 },
	{ "strike", NULL, NULL, 0, STYLE_STRIKE },
	{ "strong", NULL, NULL, 0, STYLE_BOLD },
	{ "style", start_left_out, NULL, 0, 0 },
	{ "sub", NULL, NULL, 0, STYLE_SUB },
	{ "summary", start_flow, NULL, 0, 0 },
	{ "sup", NULL, NULL, 0, STYLE_SUP },
	{ "svg", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "table", start_table, NULL, BLOCK_TABLE, 0 },
	{ "tbody", start_row_group, NULL, 0, 0 },
	{ "td", start_cell, NULL, 0, 0 },
	{ "template", start_left_out, NULL, 0, 0 },
	{ "textarea", start_lost, NULL, LOSS_PRESENTATION, 0 },
	{ "tfoot", start_row_group, NULL, 0, 0 },
	{ "th", start_cell, NULL, HEADER_CELL, 0 },
	{ "thead", start_row_group, NULL, HEADER_ROWS, 0 },
	{ "title", start_left_out, NULL, 0, 0 },
	{ "tr", start_table_part, NULL, BLOCK_ROW, 0 },
	{ "tt", NULL, NULL, 1 << XHTML_FONT, 0 },
	{ "u", NULL, NULL, 0, STYLE_UNDERLINE },
	{ "ul", start_list, NULL, LIST_BULLET, 0 },
	{ "var", NULL, NULL, 0, STYLE_ITALIC },
	{ "video", start_lost, NULL, LOSS_CONTENT, 0 },
	{ "xmp", start_block, NULL, BLOCK_PRE, 0 },
};

/* What stands in a line does one of these; everything else begins lines of its own. */
static xhtml_action *const in_lines[] = { NULL, start_link, start_break, start_image, start_source, start_quotation,
	start_ruby, start_reading, start_math };

bool
is_inline(const struct xhtml_element *e)
{
	for (size_t i = 0; i < sizeof(in_lines) / sizeof(in_lines[0]); i++)
		if (e->start == in_lines[i])
			return true;
	return false;
}

static int
compare(const void *name, const void *element)
{
	return str_order(*(const struct str *)name, str_of(((const struct xhtml_element *)element)->name));
}

const struct xhtml_element *
xhtml_element(struct str name)
{
	static const struct xhtml_element transparent = { "", NULL, NULL, 0, 0 };
	const struct xhtml_element *e = NULL;

	if (name.n > 0)
		e = bsearch(&name, elements, sizeof(elements) / sizeof(elements[0]), sizeof(elements[0]), compare);
	return e ? e : &transparent;
}
