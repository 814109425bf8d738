/* The tree: making, linking, walking, metadata. */
#include "doc/doc.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/numeral.h"

static const struct {
	const char *name;
	unsigned holds;
	bool leaf;
} types[BLOCK_COUNT] = {
#define IN(id) (1u << BLOCK_##id)
#define X(id, name, holds, leaf) [BLOCK_##id] = { name, holds, leaf },
	BLOCK_TYPES(X)
#undef X
#undef IN
};

static const char *const formats[LIST_FORMATS] = { "bullet", "decimal", "lower-alpha", "upper-alpha", "lower-roman",
	"upper-roman" };

const char *
block_name(enum block_type type)
{
	return types[type].name;
}

bool
block_holds(enum block_type parent, enum block_type child)
{
	return types[parent].holds >> child & 1;
}

bool
block_is_leaf(enum block_type type)
{
	return types[type].leaf;
}

const char *
list_format_name(enum list_format format)
{
	return formats[format];
}

enum list_format
list_format_of_name(struct str name)
{
	for (int f = LIST_BULLET; f < LIST_FORMATS; f++)
		if (str_is(name, formats[f]))
			return (enum list_format)f;
	return LIST_BULLET;
}

void
list_number_put(struct buf *out, enum list_format format, long number)
{
	bool roman = format == LIST_LOWER_ROMAN || format == LIST_UPPER_ROMAN;
	char text[NUMERAL_SIZE];
	size_t n;

	if (format == LIST_BULLET || format == LIST_DECIMAL || number < 1 || (roman && number > NUMERAL_ROMAN_LAST)) {
		buf_printf(out, "%ld", number);
		return;
	}
	n = roman ? numeral_roman(text, number) : numeral_letters(text, number);
	for (size_t i = 0; i < n; i++)
		if (format == LIST_UPPER_ROMAN || format == LIST_UPPER_ALPHA)
			text[i] = (char)(text[i] - 'a' + 'A');
	buf_add(out, (struct str){ text, n });
}

struct doc *
doc_new(struct diag *diag)
{
	struct doc *d = mem_alloc(sizeof(*d));

	*d = (struct doc){ .diag = diag };
	d->root = ARENA_NEW(&d->blocks, struct block);
	d->root->type = BLOCK_DOC;
	return d;
}

void
doc_free(struct doc *d)
{
	arena_free(&d->arena);
	arena_free(&d->blocks);
	arena_free(&d->text);
	free(d);
}

static void
link_block(struct block *b, struct block *parent, struct block *before)
{
	b->parent = parent;
	b->next = before;
	b->prev = before ? before->prev : parent->last;
	*(b->prev ? &b->prev->next : &parent->first) = b;
	*(before ? &before->prev : &parent->last) = b;
}

static void
count_piece(struct doc *d)
{
	if (++d->pieces == d->pieces_end)
		fail(d->diag, STATUS_DATA, (struct place){ 0 },
			"more than %zu blocks and pieces of text for an input of this size (--limit-blocks allows more)",
			d->pieces_end - 1);
}

static struct block *
new_block(struct doc *d, enum block_type type)
{
	struct block *b = ARENA_NEW(&d->blocks, struct block);

	count_piece(d);
	b->type = type;
	d->notes = d->notes || type == BLOCK_NOTE;
	if (type == BLOCK_HEAD)
		b->head.level = 1;
	if (type == BLOCK_LIST)
		b->list.start = 1;
	if (type == BLOCK_CELL)
		b->cell.colspan = b->cell.rowspan = 1;
	return b;
}

struct run *
run_new(struct doc *d)
{
	count_piece(d);
	return ARENA_NEW(&d->arena, struct run);
}

struct block *
block_add(struct doc *d, struct block *parent, enum block_type type)
{
	struct block *b = new_block(d, type);

	link_block(b, parent, NULL);
	return b;
}

struct block *
block_insert_after(struct doc *d, struct block *after, enum block_type type)
{
	struct block *b = new_block(d, type);

	link_block(b, after->parent, after->next);
	return b;
}

struct block *
block_insert_before(struct doc *d, struct block *before, enum block_type type)
{
	struct block *b = new_block(d, type);

	link_block(b, before->parent, before);
	return b;
}

void
block_remove(struct block *b)
{
	*(b->prev ? &b->prev->next : &b->parent->first) = b->next;
	*(b->next ? &b->next->prev : &b->parent->last) = b->prev;
	b->parent = b->prev = b->next = NULL;
}

void
block_move(struct block *b, struct block *parent, struct block *before)
{
	block_remove(b);
	link_block(b, parent, before);
}

bool
walk_next(struct walk *w)
{
	if (!w->at) {
		w->at = w->root;
		w->leaving = false;
		return w->at != NULL;
	}
	if (!w->leaving && w->at->first) {
		w->at = w->at->first;
		return true;
	}
	if (!w->leaving) {
		w->leaving = true;
		return true;
	}
	if (w->at == w->root)
		return false;
	if (w->at->next) {
		w->at = w->at->next;
		w->leaving = false;
		return true;
	}
	w->at = w->at->parent;
	return true;
}

struct block *
doc_find(const struct doc *d, enum role role)
{
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		if (!w.leaving && w.at->role == role)
			return (struct block *)w.at;
	return NULL;
}

struct hint *
block_hint(struct doc *d, struct block *b)
{
	if (!b->hint)
		b->hint = ARENA_NEW(&d->blocks, struct hint);
	return b->hint;
}

void
doc_drop_hints(struct doc *d)
{
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		((struct block *)w.at)->hint = NULL;
}

/* A section of a foreign file dissolves; what stood in it remembers its role. */
static void
dissolve_section(struct doc *d, struct block *section)
{
	struct block *next;

	for (struct block *b = section->first; b; b = next) {
		next = b->next;
		block_hint(d, b)->role = section->role;
		block_move(b, section->parent, section);
	}
	block_remove(section);
}

static void
demote_leaf(struct doc *d, struct block *b)
{
	if (b->role)
		block_hint(d, b)->role = b->role;
	b->role = ROLE_NONE;
	for (struct run *r = b->runs; r; r = r->next)
		if (r->role)
			r->role = ROLE_NONE;
}

void
doc_demote_roles(struct doc *d)
{
	struct block *next;

	for (struct block *b = d->root->first; b; b = next) {
		next = b->next;
		if (b->type == BLOCK_SECTION)
			dissolve_section(d, b);
	}
	for (struct walk w = { .root = d->root }; walk_next(&w);)
		if (!w.leaving && block_is_leaf(w.at->type))
			demote_leaf(d, (struct block *)w.at);
}

static bool
canonical_date(struct doc *d, enum meta_type type, struct str *value)
{
	struct date date;

	if (!date_parse(*value, &date))
		return false;
	if (type != META_DATE_TYPE)
		date.has_time = true;
	zone_apply(&date);
	*value = date_format(&d->arena, date);
	return true;
}

/* Brings a value into the form of its type; false when it cannot be. */
static bool
canonical_value(struct doc *d, enum meta_type type, struct str *value)
{
	long number;

	switch (type) {
	case META_TEXT:
	case META_CONCEPT:
		break;
	case META_NUMBER:
		if (!str_to_long(*value, &number) || number < 1)
			return false;
		*value = arena_printf(&d->arena, "%ld", number);
		break;
	case META_EMBARGO_TYPE:
		return str_is(*value, META_HOLD) || canonical_date(d, type, value);
	case META_DATE_TYPE:
	case META_INSTANT:
		return canonical_date(d, type, value);
	case META_LANGUAGE_TYPE:
		*value = doc_language(d, *value);
		break;
	case META_URL:
		*value = doc_link(d, *value);
		break;
	}
	return value->n > 0;
}

void
doc_meta_add(struct doc *d, enum meta_key key, struct str value)
{
	struct str text = doc_line(d, value);
	struct meta_value **end = &d->meta[key], *v;
	size_t n = 0;

	if (text.n == 0)
		return;
	if (!canonical_value(d, meta_type(key), &text)) {
		doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%s: not understood: %.*s",
			meta_name(key), STR_FMT(str_sub(value, 0, 80)));
		return;
	}
	if (!meta_many(key))
		*end = NULL;
	while (*end) {
		if (str_eq((*end)->text, text))
			return;
		end = &(*end)->next;
		n++;
	}
	if (n >= LIMIT_META_VALUES) {
		doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%s: more than %d values", meta_name(key),
			LIMIT_META_VALUES);
		return;
	}
	v = ARENA_NEW(&d->arena, struct meta_value);
	v->text = arena_str(&d->arena, text);
	*end = v;
}

void
doc_meta_clear(struct doc *d, enum meta_key key)
{
	d->meta[key] = NULL;
}

struct str
doc_meta(const struct doc *d, enum meta_key key)
{
	return d->meta[key] ? d->meta[key]->text : STR_NONE;
}

int
list_depth(const struct block *b)
{
	int depth = 0;

	for (; b; b = b->parent)
		depth += b->type == BLOCK_LIST;
	return depth;
}

int
table_columns(const struct block *table)
{
	const struct block *row = table->first;
	int n = 0;

	if (row && row->type == BLOCK_CAPTION)
		row = row->next;
	/* The first row has no cell from above, so its spans are the whole width. */
	for (const struct block *cell = row ? row->first : NULL; cell; cell = cell->next)
		n += cell->cell.colspan;
	return n;
}

bool
cell_heads_column(const struct block *cell)
{
	for (const struct block *c = cell->parent->first; c; c = c->next)
		if (!c->cell.header)
			return false;
	return cell->cell.header;
}
