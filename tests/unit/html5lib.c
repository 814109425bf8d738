/*
 * The tree construction of HTML, by the cases that the browsers share
 * (html5lib-tests). Compared are elements, attributes and texts of whole
 * documents: comments and doctypes do not come through the parser's door, and
 * fragments are not parsed.
 */
#include "html/html_parse.h"
#include "html/html_scan.h"

#include "tap.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 94, NODES = 1000, INDENT = 2 };

struct totals {
	int cases, right, changed; /* changed: what cleaning makes of it differs, without a reason */
};

/* One case of a file. */
struct test {
	struct str data, document;
	bool fragment, script;
};

/* What stands between two marks; *rest moves behind the second. */
static bool
take_until(struct str *rest, struct str mark, struct str *part)
{
	size_t at = str_find(*rest, mark);

	if (at == STR_NPOS)
		return false;
	*part = str_sub(*rest, 0, at);
	*rest = str_sub(*rest, at + mark.n, rest->n);
	return true;
}

static bool
next_test(struct str *rest, struct test *t)
{
	struct str errors;
	size_t end;

	if (!take_until(rest, STR("#data\n"), &errors) || !take_until(rest, STR("\n#errors"), &t->data) ||
		!take_until(rest, STR("#document\n"), &errors))
		return false;
	t->fragment = str_find(errors, STR("#document-fragment")) != STR_NPOS;
	t->script = str_find(errors, STR("#script-on")) != STR_NPOS;
	end = str_find(*rest, STR("\n#data\n"));
	t->document = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, end, rest->n);
	while (str_ends(t->document, STR("\n")))
		t->document.n--;
	return true;
}

/* The name behind its namespace: "svg path", "xlink href". */
static struct str
local(struct str name)
{
	size_t blank = str_find_char(name, ' ');

	return blank == STR_NPOS ? name : str_sub(name, blank + 1, name.n);
}

/* A tree as lines. Texts side by side are one. */
struct lines {
	struct buf out;
	size_t indent; /* of the last line */
	bool text;     /* it is a text */
};

static void
add_text(struct lines *l, size_t indent, struct str text)
{
	if (l->text && l->indent == indent)
		l->out.n -= 2;
	else
		buf_printf(&l->out, "%*s\"", (int)indent, "");
	buf_add(&l->out, text);
	buf_puts(&l->out, "\"\n");
	l->text = true;
	l->indent = indent;
}

/* Names in small letters, as ours are. */
static void
add_element(struct lines *l, size_t indent, struct str name)
{
	buf_printf(&l->out, "%*s<", (int)indent, "");
	for (size_t i = 0; i < name.n; i++)
		buf_char(&l->out, ascii_lower(name.p[i]));
	buf_puts(&l->out, ">\n");
	l->text = false;
}

/* A node as the cases write it; what our nodes do not have is left out. */
static void
add_expected(struct lines *l, size_t indent, struct str node)
{
	size_t equals = str_find(node, STR("=\""));

	if (str_starts(node, STR("<!")) || str_starts(node, STR("<?")))
		return;
	if (str_starts(node, STR("\"")))
		add_text(l, indent, str_sub(node, 1, node.n - 1));
	else if (str_starts(node, STR("<")))
		add_element(l, indent, local(str_sub(node, 1, node.n - 1)));
	else
		buf_printf(&l->out, "%*s%.*s%.*s\n", (int)indent, "", STR_FMT(local(str_sub(node, 0, equals))),
			STR_FMT(str_sub(node, equals, node.n)));
}

/* A template's content stands one level deeper there. */
static void
expected(struct str document, struct lines *l)
{
	size_t contents[NODES], n = 0;
	struct str node;

	document = str_sub(document, 2, document.n);
	while (document.n > 0) {
		size_t end = str_find(document, STR("\n| ")), indent = 0;

		node = str_sub(document, 0, end);
		document = end == STR_NPOS ? STR_NONE : str_sub(document, end + 3, document.n);
		while (indent < node.n && node.p[indent] == ' ')
			indent++;
		node = str_sub(node, indent, node.n);
		while (n > 0 && contents[n - 1] >= indent)
			n--;
		if (str_is(node, "content"))
			contents[n++] = indent;
		else
			add_expected(l, indent - INDENT * n, node);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct xhtml_attribute *x = a, *y = b;
	int order = memcmp(x->name.p, y->name.p, x->name.n < y->name.n ? x->name.n : y->name.n);

	return order ? order : (x->name.n > y->name.n) - (x->name.n < y->name.n);
}

static void
add_attributes(struct lines *l, const struct html_node *node, size_t indent)
{
	struct xhtml_attribute sorted[NODES];

	for (size_t i = 0; i < node->count && i < NODES; i++)
		sorted[i] = node->attributes[i];
	qsort(sorted, node->count, sizeof(sorted[0]), compare);
	for (size_t i = 0; i < node->count; i++)
		buf_printf(&l->out, "%*s%.*s=\"%.*s\"\n", (int)indent, "", STR_FMT(sorted[i].name), STR_FMT(sorted[i].value));
}

static bool
is_for_machines(const struct html_page *p, const struct html_node *text)
{
	struct str name = p->nodes[text->parent].name;

	return str_is(name, "script") || str_is(name, "style");
}

static void
tree_of(const struct html_scan *page, struct lines *l, bool scripts)
{
	struct diag diag = { .program = "html5lib" };
	struct html_page p;
	size_t indent = 0;

	html_parse(&p, &diag, page, 0);
	for (struct html_walk w = { .page = &p }; html_next(&w);) {
		if (w.event == HTML_TEXT && !scripts && is_for_machines(&p, w.node)) {
			continue;
		} else if (w.event == HTML_TEXT) {
			add_text(l, indent, w.node->text);
		} else if (w.event == HTML_START) {
			add_element(l, indent, w.node->name);
			indent += INDENT;
			add_attributes(l, w.node, indent);
		} else {
			indent -= INDENT;
			l->text &= l->indent <= indent;
		}
	}
	html_page_free(&p);
}

/* Cleaning takes control characters out, and what <svg> holds; and scripts and styles, which tree_of() can do without. */
static bool
has_what_is_cleaned(struct str data)
{
	if (str_find(data, STR("svg")) != STR_NPOS || str_find(data, STR("SVG")) != STR_NPOS)
		return true;
	for (size_t i = 0; i < data.n; i++)
		if (((unsigned char)data.p[i] < ' ' && !ascii_blank(data.p[i])) || (unsigned char)data.p[i] >= 0x7F)
			return true;
	return false;
}

static void
try_case(struct totals *all, const struct test *t)
{
	struct lines want = { 0 }, got = { 0 }, before = { 0 }, after = { 0 };
	struct html_scan raw = { 0 }, clean = { 0 };

	buf_add(&raw.page, t->data);
	expected(t->document, &want);
	tree_of(&raw, &got, true);
	html_scan(&clean, t->data);
	tree_of(&raw, &before, false);
	tree_of(&clean, &after, false);
	all->cases++;
	all->right += str_eq(buf_str(&want.out), buf_str(&got.out));
	if (!str_eq(buf_str(&before.out), buf_str(&after.out)) && !has_what_is_cleaned(t->data)) {
		all->changed++;
		printf("# changed by cleaning: %.*s\n", STR_FMT(str_sub(t->data, 0, 100)));
	}
	buf_free(&want.out);
	buf_free(&got.out);
	buf_free(&before.out);
	buf_free(&after.out);
	html_scan_free(&raw);
	html_scan_free(&clean);
}

static void
try_file(struct totals *all, const char *path)
{
	struct buf bytes = { 0 };
	struct str rest;
	struct test t;
	FILE *f = fopen(path, "rb");
	size_t n;

	while (f && (n = fread(buf_room(&bytes, 65536), 1, 65536, f)) > 0)
		bytes.n += n;
	if (f)
		fclose(f);
	rest = buf_str(&bytes);
	while (next_test(&rest, &t))
		if (!t.fragment && !t.script)
			try_case(all, &t);
	buf_free(&bytes);
}

int
main(void)
{
	const char *shared = getenv("SHARED");
	struct totals all = { 0 };
	struct tap t = { 0 };
	char path[4096], name[100];
	struct dirent *entry;
	DIR *folder;

	snprintf(path, sizeof(path), "%s/corpus/html5lib/tree-construction", shared ? shared : "../shared");
	folder = opendir(path);
	if (!folder) {
		printf("ok %d - html5lib # SKIP no %s\n", ++t.ran, path);
		return done(&t);
	}
	while ((entry = readdir(folder))) {
		char file[sizeof(path) + sizeof(entry->d_name) + 1];

		snprintf(file, sizeof(file), "%s/%s", path, entry->d_name);
		if (str_ends(str_of(entry->d_name), STR(".dat")))
			try_file(&all, file);
	}
	closedir(folder);
	snprintf(name, sizeof(name), "%d of %d documents have the tree that browsers make", all.right, all.cases);
	ok(&t, all.cases > 1000 && all.right * 100 >= all.cases * LEAST, name);
	is_number(&t, all.changed, 0, "documents that cleaning changes without a reason");
	return done(&t);
}
