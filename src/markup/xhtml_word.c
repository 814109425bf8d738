/*
 * Lists as Word and Outlook write them: paragraphs whose style says
 * "mso-list: l0 level2 lfo1", each with its marker as text in an element
 * whose style says "mso-list: Ignore". The paras are remembered and become
 * lists when all is read.
 */
#include "markup/xhtml_frame.h"

struct xhtml_item {
	struct xhtml_item *next;
	struct block *para;
	struct str list; /* which one: "l0" */
	long level;	 /* 1 or more */
	struct str marker;
};

void
word_item(struct xhtml_reader *x, const struct xhtml_frame *f, struct block *para)
{
	struct str rest = f->word_list, word;
	struct xhtml_item *item;
	long level;

	if (para->type != BLOCK_PARA)
		return;
	item = ARENA_NEW(&x->b->doc->arena, struct xhtml_item);
	item->para = para;
	while (str_next_word(&rest, &word)) {
		if (str_starts(word, STR("level")) && str_to_long(str_sub(word, 5, word.n), &level) && level >= 1)
			item->level = level;
		else if (item->list.n == 0)
			item->list = arena_str(&x->b->doc->arena, word);
	}
	if (item->level == 0)
		return;
	*(x->last_item ? &x->last_item->next : &x->items) = item;
	x->last_item = item;
}

/* The marker of the para that is open; another's, of a heading, is text. */
bool
is_word_marker(const struct xhtml_reader *x, const struct xhtml_frame *f)
{
	return str_is_nocase(f->word_list, "ignore") && x->last_item && build_leaf(x->b) == x->last_item->para;
}

void
end_word_marker(struct xhtml_reader *x)
{
	x->capturing = 0;
	x->last_item->marker = doc_line(x->b->doc, buf_str(&x->captured));
}

/* The value of a number in letters; Roman ones are told by their format. */
static long
roman(struct str s)
{
	static const char letters[] = "ivxlcdm";
	static const long values[] = { 1, 5, 10, 50, 100, 500, 1000 };
	long sum = 0, last = 0;

	for (size_t i = s.n; i-- > 0;) {
		size_t at = str_find_char(STR(letters), ascii_lower(s.p[i]));
		long value = at == STR_NPOS ? 0 : values[at];

		sum += value < last ? -value : value;
		last = value > last ? value : last;
	}
	return sum;
}

static bool
is_roman(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_find_char(STR("ivxlcdm"), ascii_lower(s.p[i])) == STR_NPOS)
			return false;
	return s.n > 1 || (s.n == 1 && ascii_lower(s.p[0]) == 'i');
}

static bool
is_number(struct str s)
{
	long value;

	return str_to_long(s, &value) || is_roman(s) || (s.n == 1 && ascii_alpha(s.p[0]));
}

/* Behind a bracket, or behind the numbers of the levels above: the last of "2.1.". */
static size_t
number_start(struct str marker)
{
	size_t from = str_starts(marker, STR("(")) ? 1 : 0;

	for (size_t i = from; i + 1 < marker.n && (ascii_digit(marker.p[i]) || marker.p[i] == '.'); i++)
		if (marker.p[i] == '.')
			from = i + 1;
	return from;
}

static enum list_format
format_of(struct str number, long *start)
{
	bool upper = number.n > 0 && number.p[0] != ascii_lower(number.p[0]);

	if (str_to_long(number, start))
		return LIST_DECIMAL;
	if (is_roman(number)) {
		*start = roman(number);
		return upper ? LIST_UPPER_ROMAN : LIST_LOWER_ROMAN;
	}
	*start = ascii_lower(number.p[0]) - 'a' + 1;
	return upper ? LIST_UPPER_ALPHA : LIST_LOWER_ALPHA;
}

/* "1)", "(a)", "iv." and the like are numbers; everything else is a bullet, and so is Word's "o". */
static void
read_marker(struct doc *d, struct str marker, struct block *list)
{
	size_t from, to;
	struct str number;

	list->list.format = LIST_BULLET;
	while (str_starts(marker, STR("\xC2\xA0")))
		marker = str_sub(marker, 2, marker.n);
	while (str_ends(marker, STR("\xC2\xA0")) || str_ends(marker, STR(" ")))
		marker.n -= str_ends(marker, STR(" ")) ? 1 : 2;
	from = number_start(marker);
	for (to = from; to < marker.n && (ascii_digit(marker.p[to]) || ascii_alpha(marker.p[to]));)
		to++;
	number = str_sub(marker, from, to);
	if (to == marker.n || marker.n - to > 1 || !is_number(number))
		return;
	list->list.format = format_of(number, &list->list.start);
	list->list.label = arena_printf(&d->arena, "%.*s%%%.*s", STR_FMT(str_sub(marker, 0, from)),
		STR_FMT(str_sub(marker, to, marker.n)));
}

/* The lists that are open while a row of neighbours becomes items. */
struct open_lists {
	struct {
		struct block *list;
		struct str name;
		long level;
	} v[LIST_DEPTH];
	int n;
};

static void
open_list(struct doc *d, struct open_lists *open, const struct xhtml_item *item)
{
	struct block *list;

	if (open->n == 0)
		list = block_insert_before(d, item->para, BLOCK_LIST);
	else
		list = block_add(d, open->v[open->n - 1].list->last, BLOCK_LIST);
	read_marker(d, item->marker, list);
	open->v[open->n].list = list;
	open->v[open->n].name = item->list;
	open->v[open->n++].level = item->level;
}

static void
put_item(struct doc *d, struct open_lists *open, const struct xhtml_item *item)
{
	while (open->n > 0 && open->v[open->n - 1].level > item->level)
		open->n--;
	if (open->n > 0 && open->v[open->n - 1].level == item->level && !str_eq(open->v[open->n - 1].name, item->list))
		open->n--;
	if (open->n == 0 || (open->v[open->n - 1].level < item->level && open->n < LIST_DEPTH))
		open_list(d, open, item);
	block_move(item->para, block_add(d, open->v[open->n - 1].list, BLOCK_ITEM), NULL);
}

/* The next block that is not empty. */
static const struct block *
behind(const struct block *b)
{
	do
		b = b->next;
	while (b && b->type == BLOCK_PARA && !b->runs);
	return b;
}

void
build_word_lists(struct xhtml_reader *x)
{
	struct open_lists open = { .n = 0 };
	const struct block *after = NULL; /* what stood behind the last item */

	for (const struct xhtml_item *item = x->items; item; item = item->next) {
		if (!item->para->runs || !block_holds(item->para->parent->type, BLOCK_LIST) ||
			item->para->parent->type == BLOCK_ITEM)
			continue;
		if (item->para != after)
			open.n = 0;
		after = behind(item->para);
		put_item(x->b->doc, &open, item);
	}
	x->items = x->last_item = NULL;
}
