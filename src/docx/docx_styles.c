#include "docx/docx_styles.h"

#include <string.h>

/*
 * Word itself allows about a dozen. Beyond, and where styles are based on each
 * other in a circle, the rest of the chain is left alone.
 */
enum { BASED_ON_DEPTH = 32 };

struct styles_reading {
	struct docx_styles *styles;
	struct arena *arena;
	struct docx_strings *strings;
	struct docx_style *style; /* at work, or NULL */
	unsigned depth;		  /* of elements */
	bool defaults;		  /* in w:docDefaults */
	unsigned skip;		  /* depth at which something is left out, or 0 */
	char in;		  /* 'r' in w:rPr, 'p' in w:pPr, or 0 */
	unsigned in_depth;
};

static enum docx_style_type
style_type(struct str type)
{
	return str_is(type, "character") ? DOCX_CHARACTER
	       : str_is(type, "table")	 ? DOCX_TABLE
	       : str_is(type, "numbering") ? DOCX_NUMBERING
					   : DOCX_PARAGRAPH;
}

static struct docx_style *
new_style(struct docx_styles *s, struct arena *a, enum docx_style_type type, struct str id)
{
	struct docx_style *style = ARENA_NEW(a, struct docx_style);
	struct docx_style **head = &s->buckets[str_hash(id) % STYLE_BUCKETS];

	style->type = type;
	style->id = arena_str(a, id);
	run_props_clear(&style->run);
	para_props_clear(&style->para);
	style->next = *head;
	*head = style;
	return style;
}

static struct docx_style *
find_style(const struct docx_styles *s, enum docx_style_type type, struct str id)
{
	for (struct docx_style *style = s->buckets[str_hash(id) % STYLE_BUCKETS]; style; style = style->next)
		if (style->type == type && str_eq(style->id, id))
			return style;
	return NULL;
}

static void
style_start(struct styles_reading *r, const struct xml_element *e)
{
	r->style = new_style(r->styles, r->arena, style_type(docx_attribute(e, NS_W, "type")),
		docx_attribute(e, NS_W, "styleId"));
	r->style->is_default = docx_attribute(e, NS_W, "default").n > 0 && docx_on(docx_attribute(e, NS_W, "default"));
	if (r->style->is_default && r->style->type == DOCX_PARAGRAPH)
		r->styles->normal = r->style;
}

/* An element outside w:rPr and w:pPr. */
static void
frame_start(struct styles_reading *r, const struct xml_element *e)
{
	if (docx_is(e, NS_W, "docDefaults"))
		r->defaults = true;
	else if (docx_is(e, NS_W, "style"))
		style_start(r, e);
	else if (docx_is(e, NS_W, "tblStylePr"))
		r->skip = r->depth; /* the looks of a table's parts */
	else if (docx_is(e, NS_W, "rPr") || docx_is(e, NS_W, "pPr")) {
		r->in = e->name[0];
		r->in_depth = r->depth;
	} else if (r->style && docx_is(e, NS_W, "name"))
		r->style->name = arena_str(r->arena, docx_val(e));
	else if (r->style && docx_is(e, NS_W, "basedOn"))
		r->style->based_on = arena_str(r->arena, docx_val(e));
}

static void
start(void *context, const struct xml_element *e)
{
	struct styles_reading *r = context;

	r->depth++;
	if (r->skip)
		return;
	if (!r->in)
		frame_start(r, e);
	else if (docx_is(e, NS_W, "rPrChange") || docx_is(e, NS_W, "pPrChange"))
		r->skip = r->depth;
	else if (r->in == 'r' && (r->style || r->defaults))
		run_props_read(r->style ? &r->style->run : &r->styles->defaults, r->strings, e);
	else if (r->in == 'p' && r->style)
		para_props_read(&r->style->para, e);
}

static void
end(void *context, const struct xml_element *e)
{
	struct styles_reading *r = context;

	if (r->skip == r->depth)
		r->skip = 0;
	else if (!r->skip && r->in && r->in_depth == r->depth)
		r->in = 0;
	else if (!r->skip && docx_is(e, NS_W, "style"))
		r->style = NULL;
	else if (!r->skip && docx_is(e, NS_W, "docDefaults"))
		r->defaults = false;
	r->depth--;
}

void
docx_styles_read(struct docx_styles *s, struct docx_package *p, struct docx_strings *strings)
{
	static const struct xml_handler handler = { .start = start, .end = end };
	struct styles_reading r = { .styles = s, .arena = &p->d->arena, .strings = strings };
	const struct docx_rel *rel = docx_rel_by_type(&p->main_rels, "styles");

	*s = (struct docx_styles){ 0 };
	run_props_clear(&s->defaults);
	run_props_clear(&s->none.run);
	para_props_clear(&s->none.para);
	s->none.resolved = true;
	if (rel && !rel->external && !docx_part_parse(p, rel->target, &handler, &r))
		warn(p->d->diag, (struct place){ 0 }, "W-part", "the styles part is missing");
}

static void
resolve(struct docx_styles *s, struct docx_style *style)
{
	const struct docx_style *base = style;
	bool meant = docx_meaning_of_name(style->name, &style->meaning);

	style->of_template = docx_is_template_style(style->name);
	style->run_role = docx_run_role(style->name);
	style->is_look = style->run_role || docx_same_name(style->name, "Hyperlink") ||
			 docx_same_name(style->name, "FollowedHyperlink") ||
			 docx_same_name(style->name, "footnote reference") ||
			 docx_same_name(style->name, "endnote reference");
	for (int i = 0; i < BASED_ON_DEPTH && base && base->based_on.n > 0; i++) {
		base = find_style(s, style->type, base->based_on);
		if (!base || base->resolved) /* it has all that it inherits */
			i = BASED_ON_DEPTH;
		if (!base)
			break;
		run_props_inherit(&style->run, &base->run);
		para_props_inherit(&style->para, &base->para);
		if (!meant && base->resolved)
			style->meaning = base->meaning;
		else if (!meant)
			meant = docx_meaning_of_name(base->name, &style->meaning);
	}
	style->resolved = true;
}

const struct docx_style *
docx_style(struct docx_styles *s, struct arena *a, enum docx_style_type type, struct str id)
{
	struct docx_style *style = find_style(s, type, id);

	if (!style) {
		style = new_style(s, a, type, id);
		style->name = style->id;
	}
	if (!style->resolved)
		resolve(s, style);
	return style;
}

const struct docx_style *
docx_style_default(struct docx_styles *s)
{
	if (!s->normal)
		return &s->none;
	if (!s->normal->resolved)
		resolve(s, s->normal);
	return s->normal;
}
