/*
 * Notes as they stand in pages: our own form, which is that of DPUB-ARIA 1.0
 * and so pandoc's too, and what LibreOffice and Word write.
 */
#include "markup/xhtml_frame.h"

/* In this section every item is a note. */
bool
is_note_section(const struct xhtml_tag *t)
{
	struct str role = tag_value(t, "role"), class = tag_value(t, "class");

	return str_listed_nocase(role, STR("doc-endnotes")) || str_listed_nocase(role, STR("doc-footnotes")) || str_listed_nocase(class, STR("footnotes")) ||
	       str_listed_nocase(class, STR("endnotes"));
}

/*
 * One name for a note and all that points to it: Word has "_ftn1" and "ftn1",
 * LibreOffice "sdfootnote1sym" and "sdfootnote1".
 */
static struct str
note_name(struct str id)
{
	while (id.n > 0 && (id.p[0] == '#' || id.p[0] == '_'))
		id = str_sub(id, 1, id.n);
	if (str_ends(id, STR("sym")))
		id.n -= 3;
	return id;
}

static bool
starts_with_number(struct str id, struct str head)
{
	return str_starts(id, head) && id.n > head.n && ascii_digit(id.p[head.n]) && ascii_digit(id.p[id.n - 1]);
}

struct str
note_definition(const struct xhtml_frame *f, const struct xhtml_tag *t, bool item)
{
	struct str id = tag_value(t, "id");

	if (id.n == 0)
		return STR_NONE;
	if (item)
		return f->notes ? note_name(id) : STR_NONE;
	if (str_listed_nocase(tag_value(t, "role"), STR("doc-footnote")) || starts_with_number(id, STR("ftn")) ||
		starts_with_number(id, STR("edn")) || starts_with_number(id, STR("sdfootnote")) ||
		starts_with_number(id, STR("sdendnote")))
		return note_name(id);
	return STR_NONE;
}

enum note_link
note_link(const struct xhtml_tag *t, struct str *name)
{
	struct str role = tag_value(t, "role"), class = tag_value(t, "class"), href = tag_value(t, "href");

	*name = note_name(href);
	if (str_listed_nocase(role, STR("doc-backlink")) || str_listed_nocase(class, STR("footnote-back")) || str_listed_nocase(class, STR("sdfootnotesym")) ||
		str_listed_nocase(class, STR("sdendnotesym")) || starts_with_number(href, STR("#_ftnref")) ||
		starts_with_number(href, STR("#_ednref")))
		return BACK_FROM_NOTE;
	if (!str_starts(href, STR("#")) || name->n == 0)
		return NOT_OF_A_NOTE;
	if (str_listed_nocase(role, STR("doc-noteref")) || str_listed_nocase(class, STR("footnote-ref")) || str_listed_nocase(class, STR("sdfootnoteanc")) ||
		str_listed_nocase(class, STR("sdendnoteanc")) || starts_with_number(href, STR("#_ftn")) ||
		starts_with_number(href, STR("#_edn")))
		return TO_NOTE;
	return NOT_OF_A_NOTE;
}
