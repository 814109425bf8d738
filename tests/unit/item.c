/* The item tree: names, values, places and offsets; edits at offsets. */
#include "item/item.h"

#include "base/splice.h"
#include "tap.h"

static void
dump(struct item_file *f, struct buf *out)
{
	for (struct element *e = f->root; e; e = element_next(f->root, e)) {
		buf_printf(out, "%.*s{%s}@%u:%u[%u,%u,%u,%u]", STR_FMT(e->name), e->ns, e->line, e->column, e->start, e->content,
			e->content_end, e->end);
		for (uint32_t i = 0; i < e->attribute_count; i++) {
			const struct attribute *a = &e->attributes[i];

			buf_printf(out, " %.*s{%s}=%.*s[%u,%u,%u]", STR_FMT(a->name), a->ns, STR_FMT(a->value), a->at, a->value_at,
				a->value_end);
		}
		buf_char(out, '\n');
	}
}

static struct item_file *
parse(struct str bytes)
{
	static struct diag diag = { .program = "item", .quiet = true };

	return item_parse(&diag, bytes);
}

static void
tree_is(struct tap *t, struct str bytes, const char *want, const char *name)
{
	struct item_file *f = parse(bytes);
	struct buf out = { 0 };

	dump(f, &out);
	is(t, buf_str(&out), want, name);
	buf_free(&out);
	item_free(f);
}

static void
test_tree(struct tap *t)
{
	tree_is(t, STR("<a/>"), "a{}@1:1[0,4,4,4]\n", "an empty element");
	tree_is(t, STR("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <x> -->\n <a ><b></b >t</a\n>\n"),
		"a{}@3:2[39,43,52,57]\nb{}@3:6[43,46,46,51]\n", "a mark, a comment, a declaration, blanks in tags");
	tree_is(t, STR("<a x = '1'\n\ty='&lt;&#x41;&#66;\n\"&amp;'>&lt;<![CDATA[</a>]]></a>"),
		"a{}@1:1[0,39,59,63] x{}=1[3,8,9] y{}=<AB \"&[12,15,37]\n", "attributes");
	tree_is(t, STR("<a xmlns='u' xmlns:p='v' p:x='' x=''><p:b xmlns=''><c/></p:b><c/></a>"),
		"a{u}@1:1[0,37,65,69] xmlns{http://www.w3.org/2000/xmlns/}=u[3,10,11] p{http://www.w3.org/2000/xmlns/}=v[13,22,23]"
		" x{v}=[25,30,30] x{}=[32,35,35]\n"
		"b{v}@1:38[37,51,55,61] xmlns{http://www.w3.org/2000/xmlns/}=[42,49,49]\n"
		"c{}@1:52[51,55,55,55]\nc{u}@1:62[61,65,65,65]\n",
		"namespaces end with their element");
	tree_is(t, STR("<a xml:lang='cs'><?p <b> ?><q:b/></a>"),
		"a{}@1:1[0,17,33,37] lang{http://www.w3.org/XML/1998/namespace}=cs[3,13,15]\nb{}@1:28[27,33,33,33]\n",
		"xml: and a prefix that nobody declares");
}

static void
test_text(struct tap *t)
{
	struct item_file *f = parse(STR("<a><b>one</b> two&#233;\r\n<!-- <no> --><c d='>'>\r<![CDATA[<&]]></c></a>"));

	is(t, element_text(f, f->root), "one two\xC3\xA9\n\n<&", "text without markup, line ends as one");
	is(t, element_line(f, f->root), "one two\xC3\xA9 <&", "in one line");
	is(t, element_text(f, f->root->first), "one", "of a child");
	is(t, element_text(f, f->root->first->next), "\n<&", "of one with a \">\" in an attribute");
	item_free(f);
}

static void
test_places(struct tap *t)
{
	struct item_file *f = parse(STR("<a>\n <b x='1'\n  y='2'/></a>"));
	struct place place = attribute_place(f, f->root->first, element_attribute(f->root->first, NULL, "y"));

	is_number(t, (long)place.number, 3, "an attribute's line");
	is_number(t, (long)place.column, 3, "and its column");
	is_number(t, (long)element_place(f->root->first).column, 2, "an element's column");
	item_free(f);
}

static void
test_items(struct tap *t)
{
	struct item_file *f = parse(STR("<n:newsMessage xmlns:n='" NML_NS "' xmlns='o'><n:header/><n:itemSet><n:newsItem><n:itemMeta/>"
					"<newsItem/></n:newsItem><n:packageItem><n:newsItem/></n:packageItem><newsItem/></n:itemSet>"
					"</n:newsMessage>"));
	struct element *first = item_next(f, NULL), *second = item_next(f, first);

	is_number(t, (long)item_kind(first), ITEM_NEWS, "the first item");
	is(t, element_prefix(f, first), "n:", "its prefix");
	ok(t, item_child(first, "itemMeta", NULL) == first->first, "a child of its namespace");
	is_number(t, (long)item_kind(second), ITEM_PACKAGE, "the second");
	ok(t, item_next(f, second) == NULL, "what is in an item, or foreign, is none");
	item_free(f);
	f = parse(STR("<newsItem/>"));
	ok(t, item_next(f, NULL) == f->root && !item_next(f, f->root), "an item alone, without a namespace");
	item_free(f);
}

static void
test_splice(struct tap *t)
{
	struct splice s = { 0 };
	struct buf out = { 0 };

	splice_apply(&s, STR("unchanged"), &out);
	is(t, buf_str(&out), "unchanged", "no edits");
	buf_clear(&out);
	splice_replace(&s, 4, 3, STR("FOUR"));
	splice_insert(&s, 4, STR("a"));
	splice_replace(&s, 5, 1, STR("never seen"));
	splice_insert(&s, 4, STR("b"));
	splice_replace(&s, 0, 1, STR(""));
	splice_insert(&s, 10, STR("end"));
	splice_apply(&s, STR("0123456789"), &out);
	is(t, buf_str(&out), "123abFOUR789end", "edits in any order");
	buf_clear(&out);
	splice_apply(&s, STR("x"), &out);
	is(t, buf_str(&out), "x", "empty again");
	buf_free(&out);
}

static void
test_charset(struct tap *t)
{
	struct diag diag = { .program = "item" };
	struct buf utf8 = { 0 };

	is(t, str_of(item_charset(STR("<\0a\0"), &diag)), "UTF-16LE", "UTF-16 without a mark");
	is(t, str_of(item_charset(STR("<?xml version='1.0' encoding='latin1'?>"), &diag)), "CP1252", "a declared set");
	ok(t, !item_charset(STR("<?xml version='1.0' encoding='utf8'?>"), &diag), "UTF-8 by another name");
	ok(t, !item_charset(STR("<?xml version='1.0' encoding='utf-16'?>"), &diag), "a declaration that cannot be true");
	buf_puts(&utf8, "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><a/>");
	item_redeclare(&utf8);
	is(t, buf_str(&utf8), "<?xml version='1.0' encoding='UTF-8'?><a/>", "the declaration after a conversion");
	buf_free(&utf8);
}

int
main(void)
{
	struct tap t = { 0 };

	test_tree(&t);
	test_text(&t);
	test_places(&t);
	test_items(&t);
	test_splice(&t);
	test_charset(&t);
	return done(&t);
}
