/* Sections, quotes, lists: containers that DOCX does not have, told from what the paragraphs in them say. */
#include "docx/docx_read.h"

void
docx_flow_push(struct docx_reading *r, bool body, bool in_cell)
{
	r->flow = r->flow ? r->flow + 1 : r->flows;
	*r->flow = (struct docx_flow){ .body = body, .in_cell = in_cell };
}

void
docx_lists_close(struct docx_reading *r, int depth)
{
	for (; r->flow->depth > depth; r->flow->depth--) {
		build_close(&r->b); /* the item */
		build_close(&r->b);
	}
}

static void
close_container(struct docx_reading *r)
{
	docx_lists_close(r, 0);
	if (r->flow->container != BLOCK_DOC)
		build_close(&r->b);
	r->flow->container = BLOCK_DOC;
}

static void
close_section(struct docx_reading *r)
{
	close_container(r);
	if (r->flow->section)
		build_close(&r->b);
	r->flow->section = ROLE_NONE;
}

void
docx_flow_pop(struct docx_reading *r)
{
	docx_para_settle(r);
	close_section(r);
	r->flow = r->flow == r->flows ? NULL : r->flow - 1;
}

static enum block_type
container_of(enum docx_kind kind)
{
	switch (kind) {
	case KIND_QUOTE:
	case KIND_ATTRIBUTION:
		return BLOCK_QUOTE;
	case KIND_TERM:
	case KIND_DEFINITION:
		return BLOCK_DEFLIST;
	default:
		return BLOCK_DOC;
	}
}

static void
enter_section(struct docx_reading *r, const struct docx_meaning *m)
{
	struct block section = { .type = BLOCK_SECTION, .role = m->section };

	if (m->section == r->flow->section && !m->section_first)
		return;
	close_section(r);
	if (m->section)
		build_open(&r->b, &section);
	r->flow->section = m->section;
}

void
docx_flow_enter(struct docx_reading *r, const struct docx_meaning *m)
{
	enum block_type container = container_of(m->kind);
	bool in_list = m->kind == KIND_BULLET || m->kind == KIND_NUMBER || m->kind == KIND_CONTINUE;

	if (r->flow->in_cell)
		docx_cell_open(r);
	if (r->flow->body)
		enter_section(r, m);
	if (!in_list)
		docx_lists_close(r, 0);
	if (container != r->flow->container || m->first) {
		close_container(r);
		if (container != BLOCK_DOC)
			build_open_type(&r->b, container);
		r->flow->container = container;
	}
}
