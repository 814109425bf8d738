/* Elements into blocks. What stands in lines is in xhtml_inline.c, the table of elements in xhtml_element.c. */
#include <stdlib.h>

#include "markup/xhtml_block.h"
#include "markup/xhtml_frame.h"

/* Attributes. */

static const struct xhtml_attribute *
find_attribute(const struct xhtml_tag *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_is(t->attributes[i].name, name))
			return &t->attributes[i];
	return NULL;
}

struct str
tag_value(const struct xhtml_tag *t, const char *name)
{
	const struct xhtml_attribute *a = find_attribute(t, name);

	return a ? a->value : STR_NONE;
}

bool
tag_has(const struct xhtml_tag *t, const char *name)
{
	return find_attribute(t, name) != NULL;
}

/* The first class token that is a role of that kind. */
static enum role
role_of_tag(const struct xhtml_tag *t, enum role_where where)
{
	struct str list = tag_value(t, "class"), word;

	while (str_next_word(&list, &word)) {
		enum role role = role_of_token(word);

		if (role_where(role) == where)
			return role;
	}
	return ROLE_NONE;
}

/* Frames. */

struct xhtml_frame *
top_frame(struct xhtml_reader *x)
{
	return &x->frames[x->n - 1];
}

static struct xhtml_frame *
push_frame(struct xhtml_reader *x, const struct xhtml_element *element)
{
	struct xhtml_frame *f, *around;

	if (x->n == x->cap) {
		x->cap = x->cap ? 2 * x->cap : 32;
		x->frames = mem_grow(x->frames, x->cap * sizeof(*x->frames));
	}
	f = &x->frames[x->n++];
	*f = (struct xhtml_frame){ 0 };
	if (x->n > 1) {
		around = f - 1;
		*f = (struct xhtml_frame){ .like = around->like, .class = around->class, .role = around->role,
			.size = around->size, .rtl = around->rtl, .header = around->header,
			.layout = around->layout, .notes = around->notes, .ruby = around->ruby,
			.figure = around->built ? 0 : around->element->start == start_figure ? x->n - 1 : around->figure };
	}
	f->element = element;
	f->shown = x->shown;
	return f;
}

/* The frame whose block is the builder's innermost one, or NULL. */
struct xhtml_frame *
innermost_built(struct xhtml_reader *x)
{
	for (size_t i = x->n; i-- > 0;)
		if (x->frames[i].built || x->frames[i].figure_built)
			return &x->frames[i];
	return NULL;
}

struct xhtml_frame *
figure_around(struct xhtml_reader *x)
{
	struct xhtml_frame *f = x->n > 0 ? &x->frames[x->n - 1] : NULL;

	if (!f || f->built)
		return NULL;
	if (f->element->start == start_figure)
		return f;
	return f->figure > 0 ? &x->frames[f->figure - 1] : NULL;
}

void
leave_out(struct xhtml_reader *x)
{
	x->skipping = 1;
}

void
begin_capture(struct xhtml_reader *x)
{
	x->capturing = 1;
	buf_clear(&x->captured);
}

/* The attributes that any element may have. */

static void
set_language(struct xhtml_reader *x, struct xhtml_frame *f, struct str lang)
{
	struct str tag = doc_language(x->b->doc, lang);

	if (tag.n > 0)
		f->like.lang = tag;
}

static void
set_direction(struct xhtml_frame *f, struct str dir)
{
	bool rtl = str_is_nocase(dir, "rtl");

	if (!rtl && !str_is_nocase(dir, "ltr"))
		return;
	if (is_inline(f->element))
		f->like.rtl = rtl;
	else
		f->rtl = rtl;
}

static void
set_class(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	enum role role = role_of_tag(t, ROLE_ON_RUN);

	if (!is_inline(f->element))
		f->class = arena_str(&x->b->doc->arena, str_trim(tag_value(t, "class")));
	else if (role)
		f->like.role = role;
}

static void
set_style_bits(struct xhtml_frame *f)
{
	if (f->element->style & (STYLE_SUB | STYLE_SUP))
		f->like.style &= ~(unsigned)(STYLE_SUB | STYLE_SUP);
	f->like.style |= f->element->style;
}

/* A text that is shown nowhere else: pictures often have theirs twice. */
static bool
has_title(const struct xhtml_tag *t)
{
	struct str title = str_trim(tag_value(t, "title"));

	return title.n > 0 && !str_eq(title, str_trim(tag_value(t, "alt")));
}

static void
take_over(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct str align = tag_value(t, "align");

	set_style_bits(f);
	set_language(x, f, tag_value(t, "lang"));
	set_direction(f, tag_value(t, "dir"));
	set_class(x, f, t);
	if (str_is_nocase(align, "center") && !is_inline(f->element))
		f->looks |= 1u << XHTML_CENTRED;
	if (x->foreign && has_title(t))
		f->looks |= 1u << XHTML_TITLE;
	xhtml_style(f, tag_value(t, "style"));
	f->hidden |= tag_has(t, "hidden") || str_is_nocase(tag_value(t, "aria-hidden"), "true");
	if (!f->hidden)
		count_looks(x, f);
}

/* Blocks. */

/* Where a container begins or ends, a line of text ends. */
static void
edge(struct xhtml_reader *x)
{
	const struct block *leaf;

	release_ruby(x, STR_NONE);
	build_flush(x->b);
	x->breaks = 0;
	leaf = build_leaf(x->b);
	if (leaf && leaf->type != BLOCK_FIGURE)
		build_break(x->b);
}

static void
open_block(struct xhtml_reader *x, struct xhtml_frame *f, const struct block *like)
{
	struct block as = *like;

	release_ruby(x, STR_NONE);
	x->breaks = 0;
	if (block_is_leaf(as.type))
		as.rtl = f->rtl;
	f->block = build_open(x->b, &as);
	f->built = true;
	f->role = ROLE_NONE;
	f->ruby = false;
	if (f->block && f->class.n > 0)
		block_hint(x->b->doc, f->block)->style = f->class;
}

static void
open_note(struct xhtml_reader *x, struct xhtml_frame *f, struct str name)
{
	edge(x);
	build_open_note(x->b, name);
	f->built = true;
	f->notes = false;
	f->role = ROLE_NONE;
}

void
start_flow(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block section = { .type = BLOCK_SECTION, .role = role_of_tag(t, ROLE_ON_SECTION) };
	struct str note = note_definition(f, t, false);

	if (note.n > 0) {
		open_note(x, f, note);
		return;
	}
	if (section.role && f->element->detail == MAY_BE_SECTION) {
		open_block(x, f, &section);
		return;
	}
	edge(x);
	f->lines = true;
	f->notes |= is_note_section(t);
	f->role = role_of_tag(t, ROLE_ON_LEAF);
	if (f->role == ROLE_NONE)
		f->role = role_of_tag(t, ROLE_ON_QUOTE);
}

/* Who is quoted stands in the quote's <footer>. */
void
start_footer(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	const struct xhtml_frame *around = innermost_built(x);

	start_flow(x, f, t);
	if (f->role == ROLE_NONE && around && around->block && around->block->type == BLOCK_QUOTE)
		f->role = ROLE_ATTRIBUTION;
}

void
start_center(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	start_flow(x, f, t);
	x->looks[XHTML_CENTRED]++;
}

void
start_block(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block like = { .type = (enum block_type)f->element->detail };

	(void)t;
	open_block(x, f, &like);
}

void
start_para(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block like = { .type = BLOCK_PARA, .role = role_of_tag(t, ROLE_ON_LEAF) };

	if (like.role == ROLE_NONE)
		like.role = role_of_tag(t, ROLE_ON_QUOTE);
	open_block(x, f, &like);
	if (f->word_list.n > 0 && f->block)
		word_item(x, f, f->block);
}

void
start_head(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block like = { .type = BLOCK_HEAD, .role = role_of_tag(t, ROLE_ON_LEAF) };
	long level;

	like.head.level = f->element->detail;
	if (str_to_long(tag_value(t, "data-level"), &level) && level >= 1 && level <= HEAD_LEVELS)
		like.head.level = (int)level;
	open_block(x, f, &like);
}

void
start_rule(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	if (!f->notes)
		start_block(x, f, t);
}

/* Lists. */

static const struct {
	const char *name;
	enum list_format format;
} list_styles[] = {
	{ "disc", LIST_BULLET },
	{ "circle", LIST_BULLET },
	{ "square", LIST_BULLET },
	{ "decimal", LIST_DECIMAL },
	{ "decimal-leading-zero", LIST_DECIMAL },
	{ "lower-alpha", LIST_LOWER_ALPHA },
	{ "lower-latin", LIST_LOWER_ALPHA },
	{ "upper-alpha", LIST_UPPER_ALPHA },
	{ "upper-latin", LIST_UPPER_ALPHA },
	{ "lower-roman", LIST_LOWER_ROMAN },
	{ "upper-roman", LIST_UPPER_ROMAN },
};

/* The type attribute is the one whose case tells. */
static enum list_format
format_of_type(struct str type, enum list_format otherwise)
{
	static const struct {
		const char *type;
		enum list_format format;
	} types[] = { { "1", LIST_DECIMAL }, { "a", LIST_LOWER_ALPHA }, { "A", LIST_UPPER_ALPHA },
		{ "i", LIST_LOWER_ROMAN }, { "I", LIST_UPPER_ROMAN } };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_is(type, types[i].type))
			return types[i].format;
	return otherwise;
}

static enum list_format
format_of_style(struct str style, enum list_format otherwise)
{
	struct str word;

	while (str_next_word(&style, &word))
		for (size_t i = 0; i < sizeof(list_styles) / sizeof(list_styles[0]); i++)
			if (str_is_nocase(word, list_styles[i].name))
				return list_styles[i].format;
	return otherwise;
}

void
start_list(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block like = { .type = BLOCK_LIST };
	struct str label = tag_value(t, "data-label");

	if (f->notes) {
		edge(x);
		f->lines = true;
		return;
	}
	like.list.format = format_of_type(tag_value(t, "type"), (enum list_format)f->element->detail);
	like.list.format = format_of_style(f->list_style, like.list.format);
	like.list.label = label.n > 0 ? arena_str(&x->b->doc->arena, label) : STR("%.");
	if (!str_to_long(str_trim(tag_value(t, "start")), &like.list.start))
		like.list.start = 1;
	if (tag_has(t, "reversed"))
		doc_loss(x->b->doc, LOSS_PRESENTATION, x->b->place, "L-list", "a list that counts down");
	open_block(x, f, &like);
}

/* What the first item says of its list's numbers: Google Docs has their format there, and people their start. */
static void
adapt_list(struct xhtml_reader *x, const struct xhtml_frame *f, const struct xhtml_tag *t)
{
	const struct xhtml_frame *around = innermost_built(x);
	struct block *list = around ? around->block : NULL;
	enum list_format format = format_of_style(f->list_style, LIST_BULLET);
	long value;
	bool numbered = str_to_long(str_trim(tag_value(t, "value")), &value) && value >= 0;

	if (!list || list->type != BLOCK_LIST || list->list.format == LIST_BULLET)
		return;
	if (list->first) {
		if (numbered)
			doc_loss(x->b->doc, LOSS_PRESENTATION, x->b->place, "L-list", "an item with a number of its own");
		return;
	}
	if (format != LIST_BULLET)
		list->list.format = format;
	if (numbered)
		list->list.start = value;
}

void
start_item(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct str note = note_definition(f, t, true);

	if (note.n > 0) {
		open_note(x, f, note);
		return;
	}
	adapt_list(x, f, t);
	start_block(x, f, t);
}

/* Tables. */

void
start_table(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct xhtml_frame *figure = figure_around(x);
	struct str role = tag_value(t, "role");

	f->header = false;
	f->layout = str_listed_nocase(role, STR("presentation")) || str_listed_nocase(role, STR("none"));
	if (f->layout) {
		start_flow(x, f, t);
		return;
	}
	start_block(x, f, t);
	if (figure && !figure->table)
		figure->table = f->block;
}

void
start_row_group(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)x, (void)t;
	f->header = f->element->detail;
}

void
start_table_part(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	if (f->layout)
		start_flow(x, f, t);
	else
		start_block(x, f, t);
}

/* "0" reaches to the end of the group; the document cuts what is too much. */
static int
span(struct str value)
{
	long n;

	if (!str_to_long(str_trim(value), &n) || n < 0)
		return 1;
	return n == 0 || n > 65534 ? 65534 : (int)n;
}

void
start_cell(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block like = { .type = BLOCK_CELL };

	if (f->layout) {
		start_flow(x, f, t);
		return;
	}
	like.cell.colspan = span(tag_value(t, "colspan"));
	like.cell.rowspan = span(tag_value(t, "rowspan"));
	like.cell.header = f->element->detail == HEADER_CELL || f->header || tag_has(t, "data-header");
	open_block(x, f, &like);
}

/*
 * Figures. HTML's figure may hold anything; the document's holds an image and
 * a caption. So the block is opened where the first of these is met.
 */

void
start_figure(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	edge(x);
	f->lines = true;
}

void
build_figure(struct xhtml_reader *x, struct xhtml_frame *figure)
{
	struct block like = { .type = BLOCK_FIGURE, .rtl = figure->rtl };

	if (figure->figure_built && figure->block && figure->block->runs)
		end_figure(x, figure, NULL);
	if (figure->figure_built)
		return;
	figure->block = build_open(x->b, &like);
	figure->figure_built = true;
}

void
end_figure(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	if (f->figure_built)
		build_close(x->b);
	f->figure_built = false;
}

void
start_caption(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct xhtml_frame *figure = figure_around(x);
	struct block like = { .type = BLOCK_CAPTION };

	(void)t;
	if (figure && figure->table && !figure->figure_built) {
		like.type = BLOCK_PARA;
		f->table = figure->table;
	} else if (figure && !figure->figure_built) {
		build_figure(x, figure);
	}
	open_block(x, f, &like);
}

/* A caption behind the table of its figure goes into the table. */
void
end_caption(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block *table = f->table;

	(void)x, (void)t;
	if (!table || !f->block || f->block->type != BLOCK_PARA || (table->first && table->first->type == BLOCK_CAPTION))
		return;
	f->block->type = BLOCK_CAPTION;
	block_move(f->block, table, table->first);
}

/* What is not text. */

void
start_left_out(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)f, (void)t;
	leave_out(x);
}

void
start_lost(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	doc_loss(x->b->doc, (enum loss_kind)f->element->detail, x->b->place, "L-embedded", "<%s> left out",
		f->element->name);
	leave_out(x);
}

void
start_input(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	if (str_is_nocase(tag_value(t, "type"), "hidden"))
		leave_out(x);
	else
		start_lost(x, f, t);
}

/* What stands in it stands for it. */
void
end_object(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	bool shown = x->shown > f->shown;

	(void)t;
	doc_loss(x->b->doc, shown ? LOSS_PRESENTATION : LOSS_CONTENT, x->b->place, "L-embedded", "<object> left out%s",
		shown ? "; what stands for it is kept" : "");
}

void
start_noscript(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)f, (void)t;
	x->lazy = true;
	x->hiding = true;
	leave_out(x);
}

void
start_dialog(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	if (tag_has(t, "open"))
		start_flow(x, f, t);
	else
		leave_out(x);
}

/* The reader's doors. */

void
xhtml_begin(struct xhtml_reader *x, struct builder *b)
{
	*x = (struct xhtml_reader){ .b = b };
	push_frame(x, xhtml_element(STR_NONE));
}

/* An element in one that is left out, whose text alone counts, or which is a formula. */
static bool
start_within(struct xhtml_reader *x, struct str name, const struct xhtml_element *e, const struct xhtml_tag *t)
{
	if (x->skipping > 0) {
		if (x->lazy && e->start == start_image)
			lazy_image(x, t);
		x->skipping++;
		return true;
	}
	if (x->capturing == 0)
		return false;
	if (e->start == start_left_out)
		leave_out(x);
	if (x->in_math)
		mathml_start(&x->formula, name, tag_value(t, mathml_attribute(name)));
	x->capturing++;
	return true;
}

void
xhtml_start(struct xhtml_reader *x, struct str name, const struct xhtml_attribute *attributes, size_t count)
{
	const struct xhtml_element *e = xhtml_element(name);
	struct xhtml_tag t = { attributes, count };
	struct xhtml_frame *f;

	if (start_within(x, name, e, &t))
		return;
	if (e->start != start_noscript)
		settle_image(x);
	f = push_frame(x, e);
	take_over(x, f, &t);
	x->hiding = f->hidden;
	if (f->hidden)
		leave_out(x);
	else if ((f->word_marker = is_word_marker(x, f)))
		begin_capture(x);
	else if (e->start)
		e->start(x, f, &t);
}

void
xhtml_text(struct xhtml_reader *x, struct str text)
{
	if (x->hiding && str_trim(text).n > 0) {
		doc_loss(x->b->doc, LOSS_PRESENTATION, x->b->place, "L-hidden", "hidden text");
		x->hiding = false;
	}
	if (x->skipping > 0)
		return;
	if (x->capturing == 0)
		inline_text(x, &top_frame(x)->like, text);
	else
		buf_add(&x->captured, text);
	if (x->in_math)
		mathml_text(&x->formula, text);
}

/* True when an element ends that has no frame of its own. */
static bool
end_within(struct xhtml_reader *x)
{
	if (x->skipping > 1) {
		x->skipping--;
		return true;
	}
	if (x->capturing > 1) {
		x->skipping = 0;
		x->capturing--;
		if (x->in_math)
			mathml_close(&x->formula);
		return true;
	}
	return false;
}

void
xhtml_end(struct xhtml_reader *x)
{
	struct xhtml_frame *f;
	bool left_out;

	if (x->n <= 1 || end_within(x))
		return;
	left_out = x->skipping > 0;
	x->skipping = 0;
	x->lazy = false;
	f = top_frame(x);
	if (!left_out && !is_inline(f->element))
		settle_image(x);
	if (f->built) {
		release_ruby(x, STR_NONE);
		build_close(x->b);
	}
	if (f->word_marker)
		end_word_marker(x);
	if (!left_out && f->element->end)
		f->element->end(x, f, NULL);
	if (f->lines)
		edge(x);
	x->n--;
}

/* Whether the leaf's text is bold as a whole. */
static bool
all_bold(const struct block *leaf)
{
	bool text = false;

	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (r->kind != RUN_TEXT || str_trim(r->text).n == 0)
			continue;
		if (!(r->style & STYLE_BOLD))
			return false;
		text = true;
	}
	return text;
}

/* Editors keep a no-break space in the paragraphs that they leave empty. */
static bool
only_no_break_spaces(const struct block *leaf)
{
	for (const struct run *r = leaf->runs; r; r = r->next) {
		if (r->kind != RUN_TEXT && r->kind != RUN_BREAK)
			return false;
		for (struct str s = r->text; s.n > 0; s = str_sub(s, 1, s.n))
			if (!ascii_blank(s.p[0]) && s.p[0] != '\xC2' && s.p[0] != '\xA0')
				return false;
	}
	return true;
}

/* What shows only when a leaf is complete. */
static void
look_again(struct xhtml_reader *x)
{
	for (struct walk w = { .root = x->b->doc->root }; walk_next(&w);) {
		struct block *b = (struct block *)w.at;

		if (w.leaving || !block_is_leaf(b->type))
			continue;
		if (x->foreign && only_no_break_spaces(b))
			b->runs = b->last_run = NULL;
		if (all_bold(b))
			block_hint(x->b->doc, b)->bold = true;
	}
}

void
xhtml_finish(struct xhtml_reader *x)
{
	while (x->n > 1)
		xhtml_end(x);
	settle_image(x);
	build_flush(x->b);
	lose_looks(x);
	look_again(x);
	build_word_lists(x);
	if (x->foreign)
		build_docs_lists(x);
	buf_free(&x->captured);
	mathml_free(&x->formula);
	free(x->frames);
	x->frames = NULL;
	x->n = x->cap = 0;
}
