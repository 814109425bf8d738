#include "html/html_parse.h"

#include <gumbo.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "html/html_element.h"

/*
 * Memory of gumbo's, which goes as a whole: its own way to free a tree is
 * recursive. Only what it took last it can give back, as its buffers when
 * they grow.
 */
struct pool {
	struct pool_chunk *chunk; /* newest first */
	char *free, *end;
	char *last; /* what was taken last; NULL: it has been given back */
};

enum { POOL_CHUNK = 64 * 1024 /* the first; the next are of MEM_HUGE */, POOL_ALIGN = 16 };

struct pool_chunk {
	struct pool_chunk *next;
	_Alignas(POOL_ALIGN) char bytes[];
};

struct html_parser {
	struct diag *diag;
	const struct html_scan *scan;
	struct pool pool;
	struct arena arena; /* of the nodes' names and attributes */
	size_t used, limit; /* bytes of the pool's chunks */
	size_t cap;	    /* of the nodes */
	unsigned bits[GUMBO_TAG_LAST]; /* of html_element.h, of the tags that were looked up */
	bool looked_up[GUMBO_TAG_LAST];
};

static void
add_chunk(struct html_parser *p, size_t n)
{
	size_t size = (p->pool.chunk ? MEM_HUGE : POOL_CHUNK) - sizeof(struct pool_chunk);
	struct pool_chunk *c;

	if (size < n)
		size = n;
	p->used += size;
	if (p->used > p->limit)
		fail(p->diag, STATUS_DATA, (struct place){ 0 },
			"the elements would take more than %zu MiB, too much for a page of this size (--limit-blocks allows more)",
			p->limit / 1024 / 1024);
	c = sizeof(*c) + size == MEM_HUGE ? mem_huge(MEM_HUGE) : mem_alloc(sizeof(*c) + size);
	c->next = p->pool.chunk;
	p->pool.chunk = c;
	p->pool.free = c->bytes;
	p->pool.end = c->bytes + size;
}

static void *
allocate(void *parser, size_t n)
{
	struct html_parser *p = parser;

	n = (n + POOL_ALIGN - 1) & ~(size_t)(POOL_ALIGN - 1);
	if (!p->pool.chunk || n > (size_t)(p->pool.end - p->pool.free))
		add_chunk(p, n);
	p->pool.last = p->pool.free;
	p->pool.free += n;
	return p->pool.last;
}

static void
give_back(void *parser, void *memory)
{
	struct pool *pool = &((struct html_parser *)parser)->pool;

	if (!memory || memory != pool->last)
		return;
	pool->free = pool->last;
	pool->last = NULL;
}

static void
free_pool(struct pool *pool)
{
	struct pool_chunk *next;

	for (struct pool_chunk *c = pool->chunk; c; c = next) {
		next = c->next;
		free(c);
	}
}

static struct str
element_name(struct html_parser *p, const GumboElement *element)
{
	GumboStringPiece original = element->original_tag;
	char *name;

	if (element->tag != GUMBO_TAG_UNKNOWN)
		return str_of(gumbo_normalized_tagname(element->tag));
	gumbo_tag_from_original_text(&original);
	name = arena_cstr(&p->arena, (struct str){ original.data, original.length });
	for (size_t i = 0; i < original.length; i++)
		name[i] = ascii_lower(name[i]);
	return (struct str){ name, original.length };
}

/* What the parser made of a text or a value, with what it did not see. */
static struct str
whole_text(struct html_parser *p, struct str seen)
{
	struct buf whole = { 0 };
	struct str rest = seen, part;

	if (!html_scan_text(p->scan, &rest, &part))
		return seen;
	if (rest.n == 0)
		return part;
	do
		buf_add(&whole, part);
	while (html_scan_text(p->scan, &rest, &part));
	part = arena_str(&p->arena, buf_str(&whole));
	buf_free(&whole);
	return part;
}

static void
take_attributes(struct html_parser *p, const GumboElement *element, struct html_node *node)
{
	size_t n = element->attributes.length;
	struct xhtml_attribute *attributes;

	if (n == 0)
		return;
	attributes = arena_alloc(&p->arena, n * sizeof(*attributes));
	for (size_t i = 0; i < n; i++) {
		const GumboAttribute *a = element->attributes.data[i];

		attributes[i] = (struct xhtml_attribute){ str_of(a->name), whole_text(p, str_of(a->value)) };
	}
	node->attributes = attributes;
	node->count = n;
}

/* They are looked up once for each tag that gumbo knows. */
static unsigned
element_bits(struct html_parser *p, GumboTag tag, struct str name)
{
	if (tag >= GUMBO_TAG_UNKNOWN)
		return html_element(name);
	if (!p->looked_up[tag])
		p->bits[tag] = html_element(name);
	p->looked_up[tag] = true;
	return p->bits[tag];
}

static bool
is_element(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static bool
is_text(const GumboNode *node)
{
	return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

static struct html_node *
add_node(struct html_page *page)
{
	struct html_parser *p = page->parser;

	if (page->n == p->cap) {
		p->cap *= 2;
		page->nodes = mem_grow(page->nodes, p->cap * sizeof(*page->nodes));
	}
	page->nodes[page->n] = (struct html_node){ .end = (uint32_t)page->n + 1 };
	return &page->nodes[page->n++];
}

static void
take_element(struct html_page *page, const GumboElement *element, uint32_t parent)
{
	struct html_node *node = add_node(page);

	node->name = element_name(page->parser, element);
	node->element = element_bits(page->parser, element->tag, node->name);
	take_attributes(page->parser, element, node);
	node->parent = parent;
	node->line = element->original_tag.length > 0 ? element->start_pos.line : 0;
}

static void
take_text(struct html_page *page, const GumboText *text, uint32_t parent)
{
	struct html_node *node = add_node(page);

	node->text = whole_text(page->parser, str_of(text->text));
	node->parent = parent;
	node->line = text->start_pos.line;
}

/* The node behind this one and all that is in it, or NULL; *open moves up with it. */
static const GumboNode *
behind(struct html_page *page, const GumboNode *node, const GumboNode *root, uint32_t *open)
{
	while (node != root) {
		const GumboVector *siblings = &node->parent->v.element.children;

		if (node->index_within_parent + 1 < siblings->length)
			return siblings->data[node->index_within_parent + 1];
		node = node->parent;
		page->nodes[*open].end = (uint32_t)page->n;
		*open = page->nodes[*open].parent;
	}
	return NULL;
}

static void
take_tree(struct html_page *page, const GumboNode *root)
{
	const GumboNode *node = root;
	uint32_t open = 0;

	while (node) {
		uint32_t place = (uint32_t)page->n;

		if (is_element(node))
			take_element(page, &node->v.element, open);
		else if (is_text(node))
			take_text(page, &node->v.text, open);
		if (is_element(node) && node->v.element.children.length > 0) {
			open = place;
			node = node->v.element.children.data[0];
		} else {
			node = behind(page, node, root, &open);
		}
	}
}

/* About as many as a page has: two tags are an element, and text before and behind each. */
static size_t
nodes_of(struct str page)
{
	size_t tags = str_count_char(page, '<');

	return tags + tags / 2 + 64;
}

void
html_parse(struct html_page *page, struct diag *diag, const struct html_scan *scan, size_t limit_blocks)
{
	struct str bytes = buf_str(&scan->page);
	struct html_parser *p = mem_alloc(sizeof(*p));
	GumboOptions options = kGumboDefaultOptions;
	const GumboOutput *output;

	*p = (struct html_parser){ .diag = diag, .scan = scan, .limit = LIMIT_HTML_TREE + LIMIT_HTML_TREE_RATIO * scan->whole };
	if (limit_blocks > 0)
		p->limit = LIMIT_HTML_TREE_BLOCK * limit_blocks;
	*page = (struct html_page){ .parser = p };
	options.allocator = allocate;
	options.deallocator = give_back;
	options.userdata = p;
	options.max_errors = 0; /* each would keep a copy of all open elements */
	p->cap = nodes_of(bytes);
	page->nodes = mem_alloc(p->cap * sizeof(*page->nodes));
	output = gumbo_parse_with_options(&options, bytes.n > 0 ? bytes.p : "", bytes.n);
	take_tree(page, output->root);
}

void
html_page_free(struct html_page *page)
{
	free_pool(&page->parser->pool);
	arena_free(&page->parser->arena);
	free(page->parser);
	free(page->nodes);
}

bool
html_next(struct html_walk *w)
{
	const struct html_node *nodes = w->page->nodes;

	while (w->next < w->page->n && nodes[w->next].marks & NODE_LEFT_OUT)
		w->next = nodes[w->next].end;
	if (w->open > 0 && w->next >= nodes[w->open - 1].end) {
		w->event = HTML_END;
		w->node = &nodes[w->open - 1];
		w->open = w->open == 1 ? 0 : w->node->parent + 1;
		return true;
	}
	if (w->next >= w->page->n)
		return false;
	w->node = &nodes[w->next++];
	w->event = w->node->name.n > 0 ? HTML_START : HTML_TEXT;
	if (w->event == HTML_START)
		w->open = w->next;
	return true;
}

struct str
html_value(const struct html_node *node, const char *name)
{
	for (size_t i = 0; node->name.n > 0 && i < node->count; i++)
		if (str_is(node->attributes[i].name, name))
			return node->attributes[i].value;
	return STR_NONE;
}
