/*
 * Lists as Google Docs writes them: one behind the other, whatever their
 * level, which stands in the class with the name of the list:
 * "lst-kix_a1b2c3-1". When all is read they go into one another.
 */
#include "markup/xhtml_frame.h"

struct docs_list {
	struct str name;
	long level; /* 0 for the outermost */
};

static bool
read_name(const struct block *b, struct docs_list *out)
{
	struct str rest = b->type == BLOCK_LIST && b->hint ? b->hint->style : STR_NONE, word;

	while (str_next_word(&rest, &word)) {
		size_t hyphen = word.n;

		while (hyphen > 0 && word.p[hyphen - 1] != '-')
			hyphen--;
		*out = (struct docs_list){ .name = str_sub(word, 0, hyphen) };
		if (str_starts(word, STR("lst-kix_")) && str_to_long(str_sub(word, hyphen, word.n), &out->level) &&
			out->level >= 0 && out->level < LIST_DEPTH)
			return true;
	}
	return false;
}

/* The list that is open at that level, in the last items of the one before; the deepest above it where there is none. */
static struct block *
open_at(struct block *list, long level)
{
	struct docs_list own;

	while (list->last && list->last->last && read_name(list->last->last, &own) && own.level <= level)
		list = list->last->last;
	return list;
}

/* Puts a list where it belongs in the one before; false when it begins anew. */
static bool
put_into(struct block *before, struct block *list)
{
	struct docs_list outer, inner, at;
	struct block *open;

	if (!read_name(before, &outer) || !read_name(list, &inner) || !str_eq(outer.name, inner.name) ||
		inner.level < outer.level)
		return false;
	open = open_at(before, inner.level);
	if (!read_name(open, &at) || !open->last)
		return false;
	if (at.level < inner.level) {
		block_move(list, open->last, NULL);
		return true;
	}
	while (list->first)
		block_move(list->first, open, NULL);
	block_remove(list);
	return true;
}

void
build_docs_lists(struct xhtml_reader *x)
{
	for (struct walk w = { .root = x->b->doc->root }; walk_next(&w);) {
		struct block *b = (struct block *)w.at;
		struct docs_list name;

		if (w.leaving || !read_name(b, &name) || b->parent->type == BLOCK_ITEM)
			continue;
		while (b->next && b->next->type == BLOCK_LIST && put_into(b, b->next))
			;
	}
}
