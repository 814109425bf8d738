/*
 * The builder and doc_finish(): what a reader hands over in any order becomes
 * a document in its canonical form. Each case is a little script of what a
 * reader does and the tree that must come of it.
 *
 *	<NAME	opens a block; "head2" is a head of level 2, "cell2x1", "cell1x3" and "th" are cells
 *	>	closes it
 *	'TEXT	text up to the next LF
 *	*TEXT	the same in bold
 *	|	a break
 *	^NAME	a reference to a note
 *	+NAME	opens the note's block
 *	=ROLE	the role of the block that is opened next
 */
#include <string.h>

#include "tap.h"

#include "doc/build.h"
#include "tree/tree.h"

static const struct {
	const char *name, *script, *tree;
} cases[] = {
	{ "text alone is a para", "'Hello\n", "para\n  \"Hello\"\n" },
	{ "blanks at the ends, doubled and beside a break go",
		"<para\n'  a  b \n|\n|\n'  c \n|\n>\n", "para\n  \"a b\"\n  break\n  \"c\"\n" },
	{ "equal neighbours are one run", "<para\n'a\n'b\n*c\n*d\n>\n", "para\n  \"ab\"\n  \"cd\" style=b\n" },
	{ "empty blocks go", "<para\n>\n<list\n<item\n>\n>\n<para\n' \n>\n'x\n", "para\n  \"x\"\n" },
	{ "a para in a para ends a line", "<para\n'a\n<para\n'b\n>\n'c\n>\n",
		"para\n  \"a\"\n  break\n  \"b\"\n  break\n  \"c\"\n" },
	{ "a head in an item is a para", "<list\n<item\n<head2\n'a\n>\n>\n>\n",
		"list bullet\n  item\n    para\n      \"a\"\n" },
	{ "text in a list is an item of it", "<list\n'a\n<item\n'b\n>\n>\n",
		"list bullet\n  item\n    para\n      \"a\"\n  item\n    para\n      \"b\"\n" },
	{ "a list in a list stands in the last item", "<list\n<item\n'a\n>\n<list\n<item\n'b\n>\n>\n>\n",
		"list bullet\n  item\n    para\n      \"a\"\n    list bullet\n      item\n        para\n          \"b\"\n" },
	{ "an item that begins with a list gives way to its items", "<list\n<item\n<list\n<item\n'a\n>\n>\n>\n>\n",
		"list bullet\n  item\n    para\n      \"a\"\n" },
	{ "a table in a quote is lifted out of it", "<quote\n'a\n<table\n<row\n<cell\n'b\n>\n>\n>\n'c\n>\n",
		"quote\n  para\n    \"a\"\ntable\n  row\n    cell\n      para\n        \"b\"\nquote\n  para\n    \"c\"\n" },
	{ "a table in a cell is flattened", "<table\n<row\n<cell\n<table\n<row\n<cell\n'a\n>\n<cell\n'b\n>\n>\n>\n>\n>\n>\n",
		"table\n  row\n    cell\n      para\n        \"a\"\n      para\n        \"b\"\n" },
	{ "a table becomes a full grid",
		"<table\n<row\n<cell2x1\n'a\n>\n<cell\n'b\n>\n>\n<row\n<cell\n'c\n>\n>\n<row\n>\n<row\n<th\n'd\n>\n<cell\n'e\n>\n>\n>\n",
		"table\n  row\n    cell span=2x1\n      para\n        \"a\"\n    cell\n      para\n        \"b\"\n"
		"  row\n    cell\n      para\n        \"c\"\n    cell\n    cell\n"
		"  row\n    cell header\n      para\n        \"d\"\n    cell\n      para\n        \"e\"\n    cell\n" },
	{ "a row that is only reached from above goes, and what reaches is shorter",
		"<table\n<row\n<cell1x3\n'a\n>\n<cell\n'b\n>\n>\n<row\n>\n<row\n<cell\n'c\n>\n>\n<row\n<cell\n'd\n>\n<cell\n'e\n>\n>\n>\n",
		"table\n  row\n    cell span=1x2\n      para\n        \"a\"\n    cell\n      para\n        \"b\"\n"
		"  row\n    cell\n      para\n        \"c\"\n"
		"  row\n    cell\n      para\n        \"d\"\n    cell\n      para\n        \"e\"\n" },
	{ "a column in which no cell begins goes", "<table\n<row\n<cell2x1\n'a\n>\n>\n<row\n<cell2x1\n'b\n>\n>\n>\n",
		"table\n  row\n    cell\n      para\n        \"a\"\n  row\n    cell\n      para\n        \"b\"\n" },
	{ "a table's caption comes first", "<table\n<row\n<cell\n'a\n>\n>\n<caption\n'c\n>\n>\n",
		"table\n  caption\n    \"c\"\n  row\n    cell\n      para\n        \"a\"\n" },
	{ "notes stand last, in the order of their references",
		"+n2\n<para\n'second\n>\n>\n<para\n'a\n^n1\n'b\n^n2\n>\n+n1\n'first\n>\n'c\n",
		"para\n  \"a\"\n  note 1\n  \"b\"\n  note 2\npara\n  \"c\"\nnote\n  para\n    \"first\"\nnote\n  para\n    \"second\"\n" },
	{ "a note that nothing refers to becomes text", "'a\n+n1\n'note\n>\n", "para\n  \"a\"\npara\n  \"note\"\n" },
	{ "a reference to no note goes", "<para\n'a\n^n1\n>\n", "para\n  \"a\"\n" },
	{ "pre keeps its blanks and lines", "<pre\n'  a  b\n|\n'\tc\n|\n>\n", "pre\n  \"  a  b\\n        c\"\n" },
	{ "pre in a cell is a para", "<table\n<row\n<cell\n<pre\n'a\n|\n'b\n>\n>\n>\n>\n",
		"table\n  row\n    cell\n      para\n        \"a\"\n        break\n        \"b\"\n" },
	{ "the headline is a head of level 1, and there is one",
		"=headline\n<para\n'a\n>\n=headline\n<para\n'b\n>\n", "head 1 headline\n  \"a\"\npara\n  \"b\"\n" },
	{ "a leaf's role in a list goes", "<list\n<item\n=lead\n<para\n'a\n>\n>\n>\n",
		"list bullet\n  item\n    para\n      \"a\"\n" },
	{ "a section without a role dissolves", "<section\n<para\n'a\n>\n>\n=contact\n<section\n<para\n'b\n>\n>\n",
		"para\n  \"a\"\nsection contact\n  para\n    \"b\"\n" },
	{ "a term without a definition is a para",
		"<deflist\n<term\n'a\n>\n<definition\n'b\n>\n<term\n'c\n>\n>\n",
		"deflist\n  term\n    \"a\"\n  definition\n    \"b\"\npara\n  \"c\"\n" },
	{ "a rule in a quote goes", "<quote\n'a\n<rule\n>\n>\n<rule\n>\n", "quote\n  para\n    \"a\"\nrule\n" },
};

static struct block
block_of(const char *name)
{
	static const struct {
		const char *name;
		struct block like;
	} blocks[] = {
		{ "head2", { .type = BLOCK_HEAD, .head = { 2 } } },
		{ "list", { .type = BLOCK_LIST, .list = { LIST_BULLET, 1, { "", 0 } } } },
		{ "cell", { .type = BLOCK_CELL, .cell = { 1, 1, false } } },
		{ "cell2x1", { .type = BLOCK_CELL, .cell = { 2, 1, false } } },
		{ "cell1x3", { .type = BLOCK_CELL, .cell = { 1, 3, false } } },
		{ "th", { .type = BLOCK_CELL, .cell = { 1, 1, true } } },
	};
	struct block like = { .type = BLOCK_COUNT };

	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (strcmp(name, blocks[i].name) == 0)
			return blocks[i].like;
	for (like.type = BLOCK_DOC; like.type < BLOCK_COUNT; like.type++)
		if (strcmp(name, block_name(like.type)) == 0)
			break;
	return like;
}

static void
step(struct builder *b, struct str line, enum role *role)
{
	struct str rest = str_sub(line, 1, line.n);
	struct run bold = { .style = STYLE_BOLD };
	struct block like;

	switch (line.p[0]) {
	case '<':
		like = block_of(arena_cstr(&b->doc->arena, rest));
		like.role = *role;
		*role = ROLE_NONE;
		build_open(b, &like);
		break;
	case '>':
		build_close(b);
		break;
	case '\'':
	case '*':
		build_text(b, line.p[0] == '*' ? &bold : NULL, rest);
		break;
	case '|':
		build_break(b);
		break;
	case '^':
		build_note(b, rest);
		break;
	case '+':
		build_open_note(b, rest);
		break;
	case '=':
		*role = role_of_token(rest);
		break;
	}
}

static void
test_case(struct tap *t, const char *name, const char *script, const char *tree)
{
	struct diag diag = { .program = "build" };
	struct options options = { 0 };
	struct doc *d = doc_new(&diag);
	struct builder b;
	struct buf out = { 0 };
	struct str rest = str_of(script), line;
	enum role role = ROLE_NONE;

	build_begin(&b, d);
	while (str_next(&rest, '\n', &line))
		if (line.n > 0)
			step(&b, line, &role);
	build_end(&b);
	tree_writer.write(d, &out, &options);
	is(t, buf_str(&out), tree, name);
	is(t, str_of(doc_check(d)), "(none)", "it is in canonical form");
	buf_clear(&out);
	doc_finish(d);
	tree_writer.write(d, &out, &options);
	ok(t, str_is(buf_str(&out), tree), "and finishing it again changes nothing");
	buf_free(&out);
	doc_free(d);
}

static void
test_depth(struct tap *t)
{
	struct diag diag = { .program = "build" };
	struct doc *d = doc_new(&diag);
	struct builder b;

	build_begin(&b, d);
	for (int i = 0; i < 100000; i++)
		build_open_type(&b, i % 2 ? BLOCK_ITEM : BLOCK_LIST);
	build_text(&b, NULL, STR("deep"));
	for (int i = 0; i < 100000; i++)
		build_close(&b);
	build_end(&b);
	is(t, block_text(&d->arena, d->root), "deep", "50,000 lists in each other keep their text");
	is(t, str_of(doc_check(d)), "(none)", "in canonical form");
	ok(t, diag.loss_count[LOSS_PRESENTATION] > 0, "and the depth is a counted loss");
	doc_free(d);
}

/* What a script has no letter for. */
static void
test_parts(struct tap *t)
{
	struct diag diag = { .program = "build", .quiet = true };
	struct doc *d = doc_new(&diag);
	struct image known = { .url = STR("https://example.com/a.png") }, nothing = { .bytes = STR("no image") };
	struct builder b;
	struct block *quote;

	build_begin(&b, d);
	ok(t, !build_leaf(&b), "at first there is nothing that text would go to");
	quote = build_open_type(&b, BLOCK_QUOTE);
	build_text(&b, NULL, STR("one"));
	ok(t, build_leaf(&b) == quote->first, "text has opened a para");
	build_flush(&b);
	build_math(&b, NULL, STR("x+1"), STR_NONE);
	build_close(&b);
	build_image(&b, NULL, &known);
	build_image(&b, NULL, &nothing);
	is_number(t, (long long)diag.loss_count[LOSS_CONTENT], 1, "an image that is none is a loss");
	build_flush(&b);
	build_resume(&b, quote);
	build_text(&b, NULL, STR("two"));
	build_close(&b);
	build_end(&b);
	is(t, block_text(&d->arena, quote), "one\nx+1\ntwo", "a block that is opened again goes on");
	ok(t, quote->next->runs->kind == RUN_IMAGE, "and what came between stands behind it");
	is(t, str_of(doc_check(d)), "(none)", "in canonical form");
	doc_free(d);
}

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_case(&t, cases[i].name, cases[i].script, cases[i].tree);
	test_depth(&t);
	test_parts(&t);
	return done(&t);
}
