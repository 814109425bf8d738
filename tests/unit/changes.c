/* What differs between two texts: the shortest script, and the sentences that say it. */
#include "item/changes.h"

#include <stdlib.h>

#include "item/diff.h"
#include "tap.h"

enum { LONGEST = 12, LISTS = 2000 };

/* The length of the longest common part, by the plain table. */
static size_t
common(const struct str *a, size_t n, const struct str *b, size_t m)
{
	size_t table[LONGEST + 1][LONGEST + 1] = { { 0 } };

	for (size_t i = 1; i <= n; i++)
		for (size_t j = 1; j <= m; j++) {
			size_t left = table[i][j - 1], up = table[i - 1][j];

			table[i][j] = str_eq(a[i - 1], b[j - 1]) ? table[i - 1][j - 1] + 1 : left > up ? left : up;
		}
	return table[n][m];
}

/* Hunks in order, with equal stretches between them, that leave out and take in no more than must be. */
static bool
is_shortest(struct arena *arena, const struct str *a, size_t n, const struct str *b, size_t m)
{
	size_t x = 0, y = 0, steps = 0;

	for (const struct diff_hunk *h = diff_lists(arena, a, n, b, m); h; h = h->next) {
		for (; x < h->old_from; x++, y++)
			if (!str_eq(a[x], b[y]))
				return false;
		if (x != h->old_from || y != h->new_from)
			return false;
		steps += h->old_to - h->old_from + h->new_to - h->new_from;
		x = h->old_to;
		y = h->new_to;
	}
	for (; x < n && y < m; x++, y++)
		if (!str_eq(a[x], b[y]))
			return false;
	return x == n && y == m && steps == n + m - 2 * common(a, n, b, m);
}

static void
test_diff(struct tap *t)
{
	struct str a[LONGEST], b[LONGEST];
	struct arena arena = { 0 };
	size_t wrong = 0;

	srand(1);
	for (int i = 0; i < LISTS; i++) {
		size_t n = (size_t)rand() % LONGEST, m = (size_t)rand() % LONGEST;

		for (size_t k = 0; k < n; k++)
			a[k] = (struct str){ &"abc"[rand() % 3], 1 };
		for (size_t k = 0; k < m; k++)
			b[k] = (struct str){ &"abc"[rand() % 3], 1 };
		wrong += !is_shortest(&arena, a, n, b, m);
	}
	is_number(t, (long)wrong, 0, "random lists: the shortest script");
	arena_free(&arena);
}

/* Lists that have nothing in common are one difference, found in bounded time. */
static void
test_bound(struct tap *t)
{
	enum { MANY = 100000 };
	struct str *a = malloc(MANY * sizeof(*a)), *b = malloc(MANY * sizeof(*b));
	struct arena arena = { 0 };
	struct diff_hunk *h;

	for (size_t i = 0; i < MANY; i++) {
		a[i] = STR("a");
		b[i] = STR("b");
	}
	b[0] = a[0];
	h = diff_lists(&arena, a, MANY, b, MANY);
	ok(t, h->old_from == 1 && h->old_to == MANY && h->new_from == 1 && h->new_to == MANY && !h->next, "too many differences");
	arena_free(&arena);
	free(a);
	free(b);
}

static struct item_file *
item(struct str body)
{
	static struct diag diag = { .program = "changes", .quiet = true };
	static struct buf bytes;

	bytes = (struct buf){ 0 };
	buf_printf(&bytes, "<newsItem><contentSet>%.*s</contentSet></newsItem>", STR_FMT(body));
	return item_parse(&diag, buf_str(&bytes));
}

static void
passages_are(struct tap *t, struct str body, const char *want, const char *name)
{
	static const char kinds[] = { 'p', 'h', 'l' };
	struct item_file *f = item(body);
	struct passages p = { 0 };
	struct buf out = { 0 };

	passages_read(&p, f, f->root);
	for (size_t i = 0; i < p.count; i++)
		buf_printf(&out, "%c:%.*s|", kinds[p.kinds[i]], STR_FMT(p.texts[i]));
	is(t, buf_str(&out), want, name);
	buf_free(&out);
	passages_free(&p);
	item_free(f);
}

static void
test_passages(struct tap *t)
{
	passages_are(t, STR("<inlineXML><html><head><title>No</title></head><body><h1>A</h1>free <b>text</b><p>B<br/>C <time>D</time></p>"
			    "<ul><li>E<p>F</p></li></ul><p class='x byline'>G</p>H</body></html></inlineXML>"),
		"h:A|p:free text|p:B C D|l:E|l:F|l:G|p:H|", "of a page");
	passages_are(t, STR("<inlineData>One\ntwo\n\n\nthree &amp; four</inlineData>"), "p:One two|p:three & four|", "of a plain text");
	passages_are(t, STR("<inlineData>One\ntwo</inlineData>"), "p:One|p:two|", "of lines");
	passages_are(t, STR("<remoteContent/>"), "", "of nothing");
}

static void
says(struct tap *t, const char *old_body, const char *new_body, const char *want, const char *name)
{
	struct item_file *old_file = item(str_of(old_body)), *new_file = item(str_of(new_body));
	struct passages old = { 0 }, new = { 0 };
	struct arena arena = { 0 };
	struct buf out = { 0 };

	passages_read(&old, old_file, old_file->root);
	passages_read(&new, new_file, new_file->root);
	changes_say(&arena, &old, &new, &out);
	is(t, buf_str(&out), want, name);
	buf_free(&out);
	arena_free(&arena);
	passages_free(&old);
	passages_free(&new);
	item_free(old_file);
	item_free(new_file);
}

static void
test_sentences(struct tap *t)
{
	says(t, "<inlineXML><a/></inlineXML>", "<inlineXML><a/></inlineXML>", "", "no text, no change");
	says(t, "<inlineXML><p>one two three four</p></inlineXML>", "<inlineXML><p>one 2 three four five</p></inlineXML>",
		"In paragraph 1, \"two\" becomes \"2\".\nIn paragraph 1, \"five\" is added after \"2 three four\".\n", "words");
	says(t, "<inlineXML><p>one two three</p></inlineXML>", "<inlineXML><p>zero one two</p></inlineXML>",
		"In paragraph 1, \"zero\" is added at the start.\nIn paragraph 1, \"three\" is taken out.\n", "at the ends");
	says(t, "<inlineXML><d><h2>H one two</h2><p>a b</p><p>c d</p></d></inlineXML>",
		"<inlineXML><d><h2>H one 2</h2><p>new</p><p>a b</p><ul><li>x</li></ul></d></inlineXML>",
		"In the heading \"H one 2\", \"two\" becomes \"2\".\nParagraph 1 is new: \"new\".\n"
		"The former paragraph 2 is taken out: \"c d\".\nThe line \"x\" is new.\n",
		"whole passages");
}

int
main(void)
{
	struct tap t = { 0 };

	test_diff(&t);
	test_bound(&t);
	test_passages(&t);
	test_sentences(&t);
	return done(&t);
}
