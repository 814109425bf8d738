#include "html/html_parse.h"

#include <gumbo.h>
#include <stdlib.h>

#include "base/arena.h"

/* A tree needs about 22 bytes for each byte of the page; misnested formatting can multiply that without end. */
enum { TREE_BASE = 64 * 1024 * 1024, TREE_FACTOR = 100 };

struct html_page {
	struct diag *diag;
	struct arena arena; /* of the parser */
	size_t used, limit;
	GumboOutput *output;
	GumboNode *at; /* where the walk is; NULL: before its beginning */
	bool leaving;
	struct buf name;
	struct xhtml_attribute *attributes;
	size_t attributes_cap;
};

static void *
allocate(void *page, size_t n)
{
	struct html_page *p = page;

	p->used += n;
	if (p->used > p->limit)
		fail(p->diag, STATUS_DATA, (struct place){ 0 },
			"elements are so badly nested that the page would grow beyond all bounds");
	return arena_alloc(&p->arena, n);
}

/* The arena goes as a whole; gumbo's own way to free a tree is recursive. */
static void
keep(void *page, void *memory)
{
	(void)page, (void)memory;
}

struct html_page *
html_parse(struct diag *diag, struct str page)
{
	struct html_page *p = mem_alloc(sizeof(*p));
	GumboOptions options = kGumboDefaultOptions;

	*p = (struct html_page){ .diag = diag, .limit = TREE_BASE + TREE_FACTOR * page.n };
	options.allocator = allocate;
	options.deallocator = keep;
	options.userdata = p;
	options.max_errors = 0; /* each would keep a copy of all open elements */
	p->output = gumbo_parse_with_options(&options, page.n > 0 ? page.p : "", page.n);
	return p;
}

void
html_page_free(struct html_page *p)
{
	arena_free(&p->arena);
	buf_free(&p->name);
	free(p->attributes);
	free(p);
}

static bool
is_element(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static void
set_name(struct html_page *p, const GumboElement *element, struct html_event *e)
{
	GumboStringPiece original = element->original_tag;

	if (element->tag != GUMBO_TAG_UNKNOWN) {
		e->name = str_of(gumbo_normalized_tagname(element->tag));
		return;
	}
	gumbo_tag_from_original_text(&original);
	buf_clear(&p->name);
	for (size_t i = 0; i < original.length; i++)
		buf_char(&p->name, ascii_lower(original.data[i]));
	e->name = buf_str(&p->name);
}

static void
set_attributes(struct html_page *p, const GumboElement *element, struct html_event *e)
{
	size_t n = element->attributes.length;

	if (n > p->attributes_cap) {
		p->attributes_cap = 2 * n;
		p->attributes = mem_grow(p->attributes, p->attributes_cap * sizeof(*p->attributes));
	}
	for (size_t i = 0; i < n; i++) {
		const GumboAttribute *a = element->attributes.data[i];

		p->attributes[i] = (struct xhtml_attribute){ str_of(a->name), str_of(a->value) };
	}
	e->attributes = p->attributes;
	e->count = n;
}

static void
set_element(struct html_page *p, struct html_event *e)
{
	const GumboElement *element = &p->at->v.element;

	e->kind = p->leaving ? HTML_END : HTML_START;
	set_name(p, element, e);
	if (p->leaving)
		return;
	set_attributes(p, element, e);
	if (element->original_tag.length > 0)
		e->line = element->start_pos.line;
}

static bool
set_text(const GumboNode *node, struct html_event *e)
{
	if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE && node->type != GUMBO_NODE_CDATA)
		return false;
	e->kind = HTML_TEXT;
	e->text = str_of(node->v.text.text);
	e->line = node->v.text.start_pos.line;
	return true;
}

void
html_rewind(struct html_page *p)
{
	p->at = NULL;
	p->leaving = false;
}

/* One step in the tree: down, on, or up. False at its end. */
static bool
step(struct html_page *p)
{
	GumboNode *parent;

	if (!p->at) {
		p->at = p->output->root;
		return p->at != NULL;
	}
	if (!p->leaving && is_element(p->at)) {
		if (p->at->v.element.children.length > 0)
			p->at = p->at->v.element.children.data[0];
		else
			p->leaving = true;
		return true;
	}
	if (p->at == p->output->root)
		return false;
	parent = p->at->parent;
	p->leaving = p->at->index_within_parent + 1 >= parent->v.element.children.length;
	p->at = p->leaving ? parent : parent->v.element.children.data[p->at->index_within_parent + 1];
	return true;
}

bool
html_next(struct html_page *p, struct html_event *e)
{
	while (step(p)) {
		*e = (struct html_event){ 0 };
		if (is_element(p->at)) {
			set_element(p, e);
			return true;
		}
		if (set_text(p->at, e))
			return true;
	}
	return false;
}

struct str
html_value(const struct html_event *e, const char *name)
{
	for (size_t i = 0; i < e->count; i++)
		if (str_is(e->attributes[i].name, name))
			return e->attributes[i].value;
	return STR_NONE;
}
