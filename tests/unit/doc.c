/* The document by hand: blocks that are linked and moved, runs through their doors, hints and the hash of the text. */
#include "tap.h"

#include "doc/doc.h"
#include "doc/finish.h"

static struct block *
para(struct doc *d, struct block *parent, const char *text)
{
	struct block *b = block_add(d, parent, BLOCK_PARA);

	doc_text(d, b, NULL, str_of(text));
	return b;
}

static void
test_links(struct tap *t, struct diag *diag)
{
	struct doc *d = doc_new(diag);
	struct block *one = para(d, d->root, "1"), *four = para(d, d->root, "4"), *section;
	struct block *two = block_insert_after(d, one, BLOCK_PARA), *three = block_insert_before(d, four, BLOCK_PARA);

	doc_text(d, two, NULL, STR("2"));
	doc_text(d, three, NULL, STR("3"));
	is(t, block_text(&d->arena, d->root), "1\n2\n3\n4", "blocks put behind and before others");
	block_move(four, d->root, one);
	is(t, block_text(&d->arena, d->root), "4\n1\n2\n3", "one moved to the front");
	block_remove(four);
	block_remove(three);
	ok(t, d->root->first == one && d->root->last == two && !one->prev && !two->next, "the ends taken out");
	section = block_insert_before(d, one, BLOCK_SECTION);
	section->role = ROLE_NOTES;
	block_move(one, section, NULL);
	block_move(two, section, NULL);
	ok(t, section->first == one && section->last == two && two->parent == section && d->root->last == section,
		"moved into a section");
	ok(t, doc_find(d, ROLE_NOTES) == section && !doc_find(d, ROLE_LEAD), "a block by its role");
	doc_free(d);
}

static void
test_walk(struct tap *t, struct diag *diag)
{
	static const char *const steps[] = { "+doc", "+list", "+item", "+para", "-para", "-item", "-list", "+rule", "-rule",
		"-doc" };
	struct doc *d = doc_new(diag);
	struct block *list = block_add(d, d->root, BLOCK_LIST);
	struct walk w = { .root = d->root };
	size_t n = 0, good = 0;

	para(d, block_add(d, list, BLOCK_ITEM), "a");
	block_add(d, d->root, BLOCK_RULE);
	for (; walk_next(&w); n++)
		good += n < 10 && steps[n][0] == (w.leaving ? '-' : '+') &&
			str_is(str_of(block_name(w.at->type)), steps[n] + 1);
	ok(t, n == 10 && good == 10, "each block is entered and left once, in order");
	doc_free(d);
}

static void
test_runs(struct tap *t, struct diag *diag)
{
	struct doc *d = doc_new(diag);
	struct block *b = para(d, d->root, "a "), *note = block_add(d, d->root, BLOCK_NOTE);
	struct run bold = { .style = STYLE_BOLD }, both = { .style = STYLE_SUB | STYLE_SUP };
	struct image nothing = { .bytes = STR("no image") }, known = { .url = STR("https://example.com/a.png") };
	size_t lost = diag->loss_count[LOSS_CONTENT];

	doc_text(d, b, &bold, STR("b"));
	doc_text(d, b, &bold, STR("c"));
	doc_math(d, b, NULL, STR("x+1"), STR_NONE);
	para(d, note, "note");
	doc_note(d, b, note);
	doc_text(d, b, &both, STR("d"));
	doc_finish(d);
	is(t, block_text(&d->arena, b), "a bcx+1d", "text and math are the text of a leaf, notes are not");
	ok(t, run_same(b->runs->next, &bold) && !run_same(b->runs, &bold), "equal attributes");
	ok(t, b->runs->next->next->kind == RUN_MATH && b->runs->next->next->next->note == note, "math and a note in their places");
	ok(t, b->last_run->style != both.style, "nothing stands below and above the line at once");
	is(t, str_of(doc_check(d)), "(none)", "in canonical form");
	doc_image(d, b, NULL, &known);
	ok(t, b->last_run->kind == RUN_IMAGE && diag->loss_count[LOSS_CONTENT] == lost, "an image of which the address is known");
	ok(t, !image_identify(&nothing), "what is no image");
	doc_free(d);
}

static void
test_hints(struct tap *t, struct diag *diag)
{
	struct doc *d = doc_new(diag);
	struct block *lead = para(d, d->root, "a"), *section = block_add(d, d->root, BLOCK_SECTION);
	struct block *b = para(d, section, "b");

	lead->role = ROLE_LEAD;
	lead->runs->role = ROLE_PLACE;
	section->role = ROLE_CONTACT;
	doc_demote_roles(d);
	ok(t, lead->role == ROLE_NONE && lead->hint->role == ROLE_LEAD, "the role of a foreign file is a hint");
	ok(t, lead->runs->role == ROLE_NONE, "that of a run goes");
	ok(t, b->parent == d->root && b->hint->role == ROLE_CONTACT && lead->next == b, "a section's goes to what is in it");
	ok(t, block_hint(d, b) == b->hint, "a hint is made once");
	doc_drop_hints(d);
	ok(t, !lead->hint && !b->hint, "hints dropped");
	doc_free(d);
}

static void
test_hash(struct tap *t, struct diag *diag)
{
	struct doc *a = doc_new(diag), *b = doc_new(diag), *c = doc_new(diag);
	struct run bold = { .style = STYLE_BOLD };
	struct block *leaf = block_add(b, b->root, BLOCK_PARA);

	para(a, a->root, "one two");
	doc_text(b, leaf, NULL, STR("one "));
	doc_text(b, leaf, &bold, STR("two"));
	para(c, c->root, "one too");
	ok(t, str_eq(doc_text_hash(&a->arena, a), doc_text_hash(&b->arena, b)), "how a text looks does not count in its hash");
	ok(t, !str_eq(doc_text_hash(&a->arena, a), doc_text_hash(&c->arena, c)), "a letter does");
	is_number(t, (long long)doc_text_hash(&a->arena, a).n, 32, "its length");
	doc_free(a);
	doc_free(b);
	doc_free(c);
}

static void
test_table(struct tap *t, struct diag *diag)
{
	struct doc *d = doc_new(diag);
	struct block *table = block_add(d, d->root, BLOCK_TABLE), *row, *cell;

	doc_text(d, block_add(d, table, BLOCK_CAPTION), NULL, STR("caption"));
	row = block_add(d, table, BLOCK_ROW);
	for (int i = 0; i < 2; i++) {
		cell = block_add(d, row, BLOCK_CELL);
		cell->cell.colspan = 1 + i;
		cell->cell.rowspan = 1;
		cell->cell.header = true;
	}
	is_number(t, table_columns(table), 3, "the columns of a table, its caption aside");
	ok(t, cell_heads_column(cell), "a row of header cells heads columns");
	row->first->cell.header = false;
	ok(t, !cell_heads_column(cell), "a header cell beside another cell heads its row");
	row = block_add(d, table, BLOCK_ROW);
	cell = block_add(d, row, BLOCK_CELL);
	cell->cell.colspan = cell->cell.rowspan = 9;
	table_square(d, table);
	is_number(t, row->first->cell.rowspan, 1, "a span ends with its table");
	is_number(t, table_columns(table), row->first->cell.colspan, "and the other rows become as wide as it is");
	doc_free(d);
}

static void
test_names(struct tap *t)
{
	bool tokens = true, formats = true;

	for (enum role r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		tokens = tokens && role_of_token(str_of(role_token(r))) == r;
	ok(t, tokens, "every role is found by its token");
	ok(t, role_of_token(STR("Lead")) == ROLE_NONE && role_of_token(STR("")) == ROLE_NONE, "a token in its own only");
	ok(t, !role_token(ROLE_NONE) && role_where(ROLE_NONE) == ROLE_ON_NOTHING, "no role has no name");
	ok(t, role_where(ROLE_PLACE) == ROLE_ON_RUN && role_where(ROLE_CONTACT) == ROLE_ON_SECTION &&
			role_where(ROLE_LEAD) == ROLE_ON_LEAF && role_where(ROLE_ATTRIBUTION) == ROLE_ON_QUOTE,
		"where roles stand");
	for (int f = LIST_BULLET; f < LIST_FORMATS; f++)
		formats = formats && list_format_of_name(str_of(list_format_name((enum list_format)f))) == (enum list_format)f;
	ok(t, formats && list_format_of_name(STR("x")) == LIST_BULLET, "list formats by their names");
	ok(t, block_holds(BLOCK_LIST, BLOCK_ITEM) && !block_holds(BLOCK_LIST, BLOCK_PARA) && !block_holds(BLOCK_PARA, BLOCK_PARA),
		"what holds what");
	ok(t, block_is_leaf(BLOCK_PARA) && block_is_leaf(BLOCK_CAPTION) && !block_is_leaf(BLOCK_CELL), "what holds text");
}

int
main(void)
{
	struct tap t = { 0 };
	struct diag diag = { .program = "doc", .quiet = true };

	test_links(&t, &diag);
	test_walk(&t, &diag);
	test_runs(&t, &diag);
	test_hints(&t, &diag);
	test_hash(&t, &diag);
	test_table(&t, &diag);
	test_names(&t);
	return done(&t);
}
