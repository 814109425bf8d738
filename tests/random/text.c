/*
 * text [count [first seed]]: random documents through text with headers and
 * back, unwrapped and at two widths. What comes back is what a text can hold
 * of the document: text_form() says what that is, and nothing else is lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "complete.h"
#include "random_doc.h"
#include "tree/tree.h"
#include "txt/txt.h"

static const size_t widths[] = { 0, 40, 72 };
enum { WIDTHS = 3, SHOWN = 5 };

static struct diag diag = { .program = "text", .quiet = true };

static struct buf
written(const struct doc *d, const struct writer *writer, size_t wrap)
{
	const struct options options = { .headers = true, .wrap = wrap };
	struct buf out = { 0 };

	writer->write(d, &out, &options);
	return out;
}

/* An image that has no address is its alternative text, in brackets. */
static void
image_form(struct doc *d, struct run *r)
{
	struct str alt = r->image->alt;

	if (r->image->url.n > 0) {
		r->image->width = r->image->height = 0;
		return;
	}
	*r = (struct run){ .next = r->next, .kind = RUN_TEXT };
	r->text = arena_printf(&d->arena, alt.n > 0 ? "[Image: %.*s]" : "[Image]", STR_FMT(alt));
}

/* Letters have no style, language, direction or reading. */
static void
run_form(struct doc *d, struct run *r)
{
	r->style = 0;
	r->rtl = false;
	r->lang = r->ruby = STR_NONE;
	if (r->kind == RUN_IMAGE)
		image_form(d, r);
}

/* A figure whose image has no address is a para: the alternative text, and the caption in the next line. */
static void
figure_form(struct doc *d, struct block *figure)
{
	struct block *caption = figure->first;

	if (figure->runs->image->url.n > 0)
		return;
	figure->type = BLOCK_PARA;
	if (!caption)
		return;
	doc_break(d, figure);
	figure->last_run->next = caption->runs;
	figure->last_run = caption->last_run;
	block_remove(caption);
}

/* A cell is one line: the paras of its lists are paras of its own. */
static void
cell_form(struct block *cell)
{
	struct block *list;

	while ((list = cell->first)) {
		while (list && list->type != BLOCK_LIST)
			list = list->next;
		if (!list)
			return;
		for (struct block *item = list->first; item; item = item->next)
			while (item->first)
				block_move(item->first, cell, list);
		block_remove(list);
	}
}

/* What is preformatted is letters alone. */
static void
pre_form(struct block *pre)
{
	for (struct run *r = pre->runs; r; r = r->next) {
		r->link = STR_NONE;
		r->role = ROLE_NONE;
	}
}

static void
text_form(struct doc *d)
{
	struct walk w = { .root = d->root };

	doc_meta_clear(d, META_RECOGNISED);
	while (walk_next(&w)) {
		struct block *b = (struct block *)w.at;

		if (!w.leaving)
			continue;
		if (b->type == BLOCK_FIGURE)
			figure_form(d, b);
		if (b->type == BLOCK_PRE)
			pre_form(b);
		if (b->type == BLOCK_CELL)
			cell_form(b);
		b->rtl = false;
		for (struct run *r = b->runs; r; r = r->next)
			run_form(d, r);
	}
	doc_finish(d);
}

static void
keep(unsigned long seed, const char *suffix, const struct buf *b)
{
	char name[200];
	FILE *f;

	snprintf(name, sizeof(name), "build/text-%lu.%s", seed, suffix);
	f = fopen(name, "w");
	if (f) {
		fwrite(b->p, 1, b->n, f);
		fclose(f);
	}
}

/* What has no block is no text. */
static bool
has_text(unsigned long seed)
{
	struct doc *d = random_doc(&diag, seed);
	bool has = d->root->first != NULL;

	doc_free(d);
	return has;
}

static bool
comes_back(unsigned long seed, size_t wrap, bool show)
{
	const struct options options = { .headers = true };
	struct doc *d = random_doc(&diag, seed), *back = doc_new(&diag);
	struct buf text, want, got;
	bool same;

	complete(d, &options, true, STR_NONE);
	text = written(d, &txt_writer, wrap);
	txt_reader.read(back, buf_str(&text), &options);
	doc_meta_clear(back, META_RECOGNISED);
	text_form(d);
	want = written(d, &tree_writer, 0);
	got = written(back, &tree_writer, 0);
	same = str_eq(buf_str(&want), buf_str(&got));
	if (!same && show) {
		printf("# seed %lu: build/text-%lu.{want,got,txt}\n", seed, seed);
		keep(seed, "want", &want);
		keep(seed, "got", &got);
		keep(seed, "txt", &text);
	}
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
	doc_free(back);
	doc_free(d);
	return same;
}

int
main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 500;
	unsigned long first = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;

	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	zone_set(NULL);
	printf("1..%d\n", WIDTHS);
	for (int i = 0; i < WIDTHS; i++) {
		unsigned long failed = 0;

		for (unsigned long seed = first; seed < first + count; seed++)
			if (has_text(seed) && !comes_back(seed, widths[i], failed < SHOWN))
				failed++;
		printf("%sok %d - documents come back from text, wrapped at %zu", failed ? "not " : "", i + 1, widths[i]);
		printf(failed ? " (%lu of %lu failed)\n" : "\n", failed, count);
	}
	return 0;
}
