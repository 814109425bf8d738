/* What need not stand in the text: tracked changes (ECMA-376 part 1, 17.13.5) and alternatives (part 3, 7.5). */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

/*
 * A tracked change: text, the mark at a paragraph's end, a row or a cell. What
 * is put in goes when changes are rejected, what is taken out or moved away
 * goes when they are accepted.
 */
static void
change(struct docx_reading *r, const struct xml_element *e, bool goes)
{
	struct docx_frame *around = docx_frame_around(r);

	if (docx_parent_is(r, "rPr") && around && around->element && strcmp(around->element->name, "pPr") == 0) {
		if (goes)
			r->para->mark_deleted = r->para->inside;
	} else if (docx_parent_is(r, "trPr") || docx_parent_is(r, "tcPr")) {
		if (goes && around)
			around->skip_rest = true;
	}
	if (goes)
		docx_skip(r, e);
}

void
docx_taken_out(struct docx_reading *r, const struct xml_element *e)
{
	change(r, e, !r->o->reject_changes);
}

void
docx_put_in(struct docx_reading *r, const struct xml_element *e)
{
	change(r, e, r->o->reject_changes);
}

/* Whether all prefixes mean extensions whose content is understood here; a prefix that is not declared means none. */
static bool
is_understood(const struct docx_reading *r, struct str prefixes)
{
	struct str prefix;

	while (str_next_word(&prefixes, &prefix)) {
		size_t i = r->prefix_count;

		while (i > 0 && !str_eq(r->prefixes[i - 1].name, prefix))
			i--;
		if (i == 0 || !r->prefixes[i - 1].understood)
			return false;
	}
	return true;
}

/* The first alternative that is understood counts (ECMA-376 part 3, 7.6), or else the fallback. */
void
docx_choice(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_frame *alternatives = &r->frames[r->depth - 2];

	if (!docx_parent_is(r, "AlternateContent") || alternatives->flag ||
		!is_understood(r, docx_attribute(e, NS_NONE, "Requires")))
		docx_skip(r, e);
	else
		alternatives->flag = true;
}

void
docx_fallback(struct docx_reading *r, const struct xml_element *e)
{
	if (docx_parent_is(r, "AlternateContent") && r->frames[r->depth - 2].flag)
		docx_skip(r, e);
}

/* Of more namespaces than that in scope, those of the innermost elements are not known. */
void
docx_declare_prefixes(struct docx_reading *r, const struct xml_element *e)
{
	for (size_t i = 0; i < e->declared_count && r->prefix_count < DOCX_PREFIXES; i++) {
		struct docx_prefix *p = &r->prefixes[r->prefix_count++];

		p->name = docx_string(&r->strings, str_of(e->declared[2 * i]));
		p->understood = docx_is_understood(e->declared[2 * i + 1]);
		p->depth = r->depth;
	}
}
