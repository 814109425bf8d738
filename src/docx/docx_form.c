/* Fields of old forms that Word draws from their data, without a text of their own (ECMA-376 part 1, 17.16.7, 17.16.9). */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

/* The field has what it shows; if a program has stored a result too, it is the same. */
static void
show(struct docx_reading *r, struct str text)
{
	docx_run_text(r, text);
	docx_field_shows(r);
}

static void
form_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->form = (struct docx_form){ 0 };
}

/* What was chosen stands in front of what stood there at first, but for check boxes, where it stands behind it. */
static void
form_value(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "checkBox"))
		r->form.chosen = docx_on(docx_val(e));
	else if (docx_parent_is(r, "ddList") && (strcmp(e->name, "result") == 0 || !r->form.chosen))
		r->form.chosen = docx_number(docx_val(e), 0, 0x7FFF, 0);
}

static void
check_box_end(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	show(r, r->form.chosen ? STR("\xE2\x98\x92") : STR("\xE2\x98\x90"));
}

static void
list_entry(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "ddList") && r->form.entries++ == r->form.chosen)
		show(r, docx_val(e));
}

static const struct docx_element elements[] = {
	{ "checkBox", NS_W, form_start, check_box_end },
	{ "checked", NS_W, form_value, NULL },
	{ "ddList", NS_W, form_start, NULL },
	{ "default", NS_W, form_value, NULL },
	{ "listEntry", NS_W, list_entry, NULL },
	{ "result", NS_W, form_value, NULL },
};

const struct docx_elements docx_form_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
