#include "docx/docx_numbering.h"

#include <stdlib.h>
#include <string.h>

struct numbering_reading {
	struct docx_numbering *n;
	struct arena *arena;
	struct docx_abstract *abstract; /* at work, or NULL */
	struct docx_num *num;
	struct docx_level *level;
	int override;
};

/* ST_NumberFormat (17.18.59). What is not here counts in digits. */
static const struct {
	const char *name;
	enum list_format format;
} formats[] = {
	{ "bullet", LIST_BULLET },
	{ "lowerLetter", LIST_LOWER_ALPHA },
	{ "upperLetter", LIST_UPPER_ALPHA },
	{ "lowerRoman", LIST_LOWER_ROMAN },
	{ "upperRoman", LIST_UPPER_ROMAN },
};

static enum list_format
format_of(struct str name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (str_is(name, formats[i].name))
			return formats[i].format;
	return LIST_DECIMAL;
}

static struct docx_abstract *
new_abstract(struct numbering_reading *r, long id)
{
	struct docx_numbering *n = r->n;
	struct docx_abstract *abstract;

	if (n->abstract_count == n->abstract_cap) {
		n->abstract_cap = n->abstract_cap ? 2 * n->abstract_cap : 16;
		n->abstracts = mem_grow(n->abstracts, n->abstract_cap * sizeof(*n->abstracts));
	}
	abstract = &n->abstracts[n->abstract_count++];
	*abstract = (struct docx_abstract){ .id = id };
	for (int i = 0; i < LIST_DEPTH; i++)
		abstract->counters[i] = -1;
	return abstract;
}

static struct docx_num *
new_num(struct numbering_reading *r, long id)
{
	struct docx_numbering *n = r->n;
	struct docx_num *num;

	if (n->num_count == n->num_cap) {
		n->num_cap = n->num_cap ? 2 * n->num_cap : 16;
		n->nums = mem_grow(n->nums, n->num_cap * sizeof(*n->nums));
	}
	num = &n->nums[n->num_count++];
	*num = (struct docx_num){ .id = id, .abstract_id = -1 };
	for (int i = 0; i < LIST_DEPTH; i++)
		num->start[i] = -1;
	return num;
}

static void
level_start(struct numbering_reading *r, const struct xml_element *e)
{
	long i = docx_number(docx_attribute(e, NS_W, "ilvl"), 0, LIST_DEPTH - 1, -1);

	r->level = NULL;
	if (i < 0 || (!r->num && !r->abstract))
		return;
	r->level = r->num ? &r->num->levels[i] : &r->abstract->levels[i];
	*r->level = (struct docx_level){ .defined = true, .format = LIST_DECIMAL, .restart = -1 };
}

static void
level_property(struct numbering_reading *r, const struct xml_element *e)
{
	struct str val = docx_val(e);

	if (strcmp(e->name, "start") == 0)
		r->level->start = docx_number(val, 0, 0x7FFFFFFF, 1);
	else if (strcmp(e->name, "numFmt") == 0) {
		r->level->format = format_of(val);
		r->level->none = str_is(val, "none");
	} else if (strcmp(e->name, "lvlRestart") == 0)
		r->level->restart = docx_number(val, 0, LIST_DEPTH, -1);
	else if (strcmp(e->name, "isLgl") == 0)
		r->level->legal = docx_on(val);
	else if (strcmp(e->name, "lvlText") == 0)
		r->level->text = arena_str(r->arena, val);
	else if (strcmp(e->name, "pStyle") == 0)
		r->level->style = arena_str(r->arena, val);
}

static void
start(void *context, const struct xml_element *e)
{
	struct numbering_reading *r = context;
	struct str val = docx_val(e);

	if (docx_ns(e->ns) != NS_W)
		return;
	if (strcmp(e->name, "abstractNum") == 0)
		r->abstract = new_abstract(r, docx_number(docx_attribute(e, NS_W, "abstractNumId"), 0, 0x7FFFFFFF, -1));
	else if (strcmp(e->name, "num") == 0)
		r->num = new_num(r, docx_number(docx_attribute(e, NS_W, "numId"), 0, 0x7FFFFFFF, -1));
	else if (strcmp(e->name, "lvl") == 0)
		level_start(r, e);
	else if (r->level)
		level_property(r, e);
	else if (r->abstract && strcmp(e->name, "numStyleLink") == 0)
		r->abstract->style_link = arena_str(r->arena, val);
	else if (r->num && strcmp(e->name, "abstractNumId") == 0)
		r->num->abstract_id = docx_number(val, 0, 0x7FFFFFFF, -1);
	else if (r->num && strcmp(e->name, "lvlOverride") == 0)
		r->override = (int)docx_number(docx_attribute(e, NS_W, "ilvl"), 0, LIST_DEPTH - 1, -1);
	else if (r->num && r->override >= 0 && strcmp(e->name, "startOverride") == 0)
		r->num->start[r->override] = docx_number(val, 0, 0x7FFFFFFF, -1);
}

static void
end(void *context, const struct xml_element *e)
{
	struct numbering_reading *r = context;

	if (docx_is(e, NS_W, "lvl"))
		r->level = NULL;
	else if (docx_is(e, NS_W, "abstractNum"))
		r->abstract = NULL;
	else if (docx_is(e, NS_W, "num"))
		r->num = NULL;
	else if (docx_is(e, NS_W, "lvlOverride"))
		r->override = -1;
}

static int
num_order(const void *a, const void *b)
{
	long x = ((const struct docx_num *)a)->id, y = ((const struct docx_num *)b)->id;

	return (x > y) - (x < y);
}

static int
abstract_order(const void *a, const void *b)
{
	long x = ((const struct docx_abstract *)a)->id, y = ((const struct docx_abstract *)b)->id;

	return (x > y) - (x < y);
}

struct docx_num *
docx_num(struct docx_numbering *n, long id)
{
	struct docx_num key = { .id = id };

	return n->num_count && id > 0 ? bsearch(&key, n->nums, n->num_count, sizeof(key), num_order) : NULL;
}

static struct docx_abstract *
find_abstract(struct docx_numbering *n, long id)
{
	struct docx_abstract key = { .id = id };

	return n->abstract_count ? bsearch(&key, n->abstracts, n->abstract_count, sizeof(key), abstract_order) : NULL;
}

/* A list whose levels stand with a numbering style is that style's list. One step only, as in Word. */
static void
follow_style_links(struct docx_numbering *n, struct arena *a, struct docx_styles *styles)
{
	for (size_t i = 0; i < n->num_count; i++) {
		struct docx_num *num = &n->nums[i], *linked;
		const struct docx_style *style;

		if (!num->abstract || num->abstract->style_link.n == 0)
			continue;
		style = docx_style(styles, a, DOCX_NUMBERING, num->abstract->style_link);
		linked = docx_num(n, style->para.num_id);
		if (linked && linked->abstract_id >= 0)
			num->abstract = find_abstract(n, linked->abstract_id);
	}
}

void
docx_numbering_read(struct docx_numbering *n, struct docx_package *p, struct docx_styles *styles)
{
	static const struct xml_handler handler = { .start = start, .end = end };
	struct numbering_reading r = { .n = n, .arena = &p->d->arena, .override = -1 };
	const struct docx_rel *rel = docx_rel_by_type(&p->main_rels, "numbering");

	*n = (struct docx_numbering){ 0 };
	if (!rel || rel->external || !docx_part_parse(p, rel->target, &handler, &r))
		return;
	if (n->num_count > 0)
		qsort(n->nums, n->num_count, sizeof(*n->nums), num_order);
	if (n->abstract_count > 0)
		qsort(n->abstracts, n->abstract_count, sizeof(*n->abstracts), abstract_order);
	for (size_t i = 0; i < n->num_count; i++)
		n->nums[i].abstract = find_abstract(n, n->nums[i].abstract_id);
	follow_style_links(n, &p->d->arena, styles);
}

void
docx_numbering_free(struct docx_numbering *n)
{
	free(n->nums);
	free(n->abstracts);
}

const struct docx_level *
docx_level(const struct docx_num *num, int level)
{
	return num->levels[level].defined || !num->abstract ? &num->levels[level] : &num->abstract->levels[level];
}

int
docx_level_of_style(const struct docx_num *num, struct str style)
{
	for (int i = 0; i < LIST_DEPTH; i++)
		if (str_eq(docx_level(num, i)->style, style))
			return i;
	return 0;
}

long
docx_count(struct docx_num *num, int level)
{
	long start = num->start[level] >= 0 ? num->start[level] : docx_level(num, level)->start;
	long *counters = num->abstract ? num->abstract->counters : NULL;

	if (!counters)
		return start;
	if (counters[level] < 0 || (num->start[level] >= 0 && !num->started[level]))
		counters[level] = start;
	else if (counters[level] < 0x7FFFFFFF)
		counters[level]++;
	num->started[level] = true;
	for (int deeper = level + 1; deeper < LIST_DEPTH; deeper++) {
		long restart = docx_level(num, deeper)->restart;

		if (restart < 0 || level < restart)
			counters[deeper] = -1;
	}
	return counters[level];
}

bool
docx_same_look(const struct docx_num *a, const struct docx_num *b, int level)
{
	const struct docx_level *x = docx_level(a, level), *y = docx_level(b, level);

	return x->format == y->format && str_eq(x->text, y->text);
}

/* A level that no paragraph has come to yet stands at its first number. */
static long
last_number(const struct docx_num *num, int level)
{
	long number = num->abstract->counters[level];

	if (number >= 0)
		return number;
	return num->start[level] >= 0 ? num->start[level] : docx_level(num, level)->start;
}

struct str
docx_label(struct arena *a, const struct docx_num *num, int level)
{
	const struct docx_level *own = docx_level(num, level);
	struct str from = own->text, label;
	struct buf out = { 0 };

	for (size_t i = 0; i < from.n; i++) {
		int of = i + 1 < from.n && from.p[i] == '%' ? from.p[i + 1] - '1' : -1;

		if (of < 0 || of >= LIST_DEPTH) {
			buf_char(&out, from.p[i]);
			continue;
		}
		i++;
		if (of == level)
			buf_char(&out, '%');
		else if (of < level && num->abstract)
			list_number_put(&out, own->legal ? LIST_DECIMAL : docx_level(num, of)->format, last_number(num, of));
	}
	label = arena_str(a, buf_str(&out));
	buf_free(&out);
	return label;
}
