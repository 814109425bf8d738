/*
 * Headers and footers (ECMA-376 part 1, 17.10). They are read when the body
 * has been, for its sections name them, and become sections of the role
 * letterhead: the headers in front, the footers behind. A line that stands in
 * several of them counts once, a page's number never.
 *
 * --letterhead=facts is for recognise, which keeps of them what it needs;
 * --letterhead=all takes all of them as text. What our own writer puts there
 * stands in the text already.
 */
#include <stdlib.h>

#include "docx/docx_read.h"

void
docx_letterhead_refer(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_letterhead *l;
	struct str type = docx_attribute(e, NS_W, "type");

	if (r->letterheads.n == r->letterheads.cap) {
		r->letterheads.cap = r->letterheads.cap ? 2 * r->letterheads.cap : 8;
		r->letterheads.v = mem_grow(r->letterheads.v, r->letterheads.cap * sizeof(*l));
	}
	l = &r->letterheads.v[r->letterheads.n++];
	l->id = arena_str(&r->d->arena, docx_attribute(e, NS_R, "id"));
	l->header = docx_is(e, NS_W, "headerReference");
	l->first = str_is(type, "first");
	l->shown = !l->first && !str_is(type, "even");
}

void
docx_letterhead_section(struct docx_reading *r)
{
	for (size_t i = r->letterheads.section; i < r->letterheads.n; i++)
		if (r->letterheads.v[i].first)
			r->letterheads.v[i].shown = r->letterheads.title_page;
	r->letterheads.section = r->letterheads.n;
	r->letterheads.title_page = false;
}

static bool
is_wanted(const struct docx_reading *r, const struct docx_letterhead *l)
{
	if (r->o->letterhead == LETTERHEAD_FACTS)
		return l->shown && !r->ours && !r->o->no_recognise;
	return r->o->letterhead == LETTERHEAD_ALL;
}

/* What a line is known by: its text, or its picture. */
static struct str
line_key(struct doc *d, const struct block *leaf)
{
	struct str text = block_text(&d->arena, leaf);

	for (const struct run *run = leaf->runs; run && text.n == 0; run = run->next)
		if (run->kind == RUN_IMAGE)
			return run->image->bytes.n > 0 ? run->image->bytes : run->image->url;
	return text;
}

static void
drop_repeated(struct docx_reading *r, struct block *section)
{
	struct block *next;

	for (struct block *b = section->first; b; b = next) {
		struct str key = block_is_leaf(b->type) ? line_key(r->d, b) : STR_NONE;

		next = b->next;
		if (key.n > 0 && docx_string_seen(&r->strings, key))
			block_remove(b);
	}
}

/* Gives the section, or NULL when the part has been read for another section of the text, or is not there. */
static struct block *
read_part(struct docx_reading *r, const struct docx_letterhead *l)
{
	struct block section = { .type = BLOCK_SECTION, .role = ROLE_LETTERHEAD }, *made;
	const struct docx_rel *rel = docx_rel_by_id(&r->package.main_rels, l->id);

	if (!rel || rel->external || docx_string_seen(&r->strings, rel->target))
		return NULL;
	made = build_open(&r->b, &section);
	r->letterhead = true;
	docx_flow_push(r, false, false);
	docx_story_read(r, rel->target, l->header ? "hdr" : "ftr");
	docx_flow_pop(r);
	r->letterhead = false;
	build_close(&r->b);
	if (made)
		drop_repeated(r, made);
	return made;
}

void
docx_letterheads_read(struct docx_reading *r)
{
	struct block *body = r->d->root->first;

	for (size_t i = 0; i < r->letterheads.n; i++) {
		const struct docx_letterhead *l = &r->letterheads.v[i];
		struct block *made = is_wanted(r, l) ? read_part(r, l) : NULL;

		if (made && l->header && body)
			block_move(made, r->d->root, body);
	}
}
