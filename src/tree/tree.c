/*
 * One line for each metadata value, block and run, indented by depth:
 *
 *	meta guid "urn:uuid:..."
 *	head 1 headline
 *	  "Two hundred new jobs in Brno"
 *	para lead
 *	  "Brno" role=place
 *	  " the rest" style=bi link=https://example.com/
 */
#include "tree/tree.h"

#include <sha2.h>

static void
quoted(struct buf *out, struct str s)
{
	buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_char(out, '\\');
		if (s.p[i] == '\n')
			buf_puts(out, "\\n");
		else
			buf_char(out, s.p[i]);
	}
	buf_char(out, '"');
}

static void
field(struct buf *out, const char *name, struct str value)
{
	if (value.n > 0)
		buf_printf(out, " %s=%.*s", name, STR_FMT(value));
}

static void
indent(struct buf *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_puts(out, "  ");
}

static void
put_meta(const struct doc *d, struct buf *out)
{
	for (enum meta_key k = 0; k < META_COUNT; k++)
		for (const struct meta_value *v = d->meta[k]; v; v = v->next) {
			buf_printf(out, "meta %s ", meta_name(k));
			quoted(out, v->text);
			buf_char(out, '\n');
		}
}

static void
put_style(struct buf *out, unsigned style)
{
	static const char letters[] = "bius_^"; /* in the order of the STYLE_ bits */

	if (style == 0)
		return;
	buf_puts(out, " style=");
	for (int i = 0; letters[i]; i++)
		if (style & 1u << i)
			buf_char(out, letters[i]);
}

/* The bytes themselves would say nothing to eyes: their sum does to a comparison. */
static void
put_image(struct buf *out, const struct image *image)
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	buf_puts(out, "image ");
	quoted(out, image->alt);
	buf_printf(out, " size=%dx%d", image->width, image->height);
	field(out, "url", image->url);
	if (image->bytes.n == 0)
		return;
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)image->bytes.p, image->bytes.n);
	SHA256Final(sum, &ctx);
	buf_printf(out, " type=%s bytes=%zu sha256=%02x%02x%02x%02x", image->type, image->bytes.n, sum[0], sum[1], sum[2],
		sum[3]);
}

static void
put_run(struct buf *out, const struct run *r)
{
	size_t number = 0;

	switch (r->kind) {
	case RUN_TEXT:
		quoted(out, r->text);
		break;
	case RUN_MATH:
		buf_puts(out, "math ");
		quoted(out, r->text);
		if (r->formula)
			field(out, "formula", *r->formula);
		break;
	case RUN_BREAK:
		buf_puts(out, "break");
		break;
	case RUN_IMAGE:
		put_image(out, r->image);
		break;
	case RUN_NOTE:
		for (const struct block *b = r->note; b && b->type == BLOCK_NOTE; b = b->prev)
			number++;
		buf_printf(out, "note %zu", number);
		break;
	}
	put_style(out, r->style);
	if (r->role)
		buf_printf(out, " role=%s", role_token(r->role));
	if (r->rtl)
		buf_puts(out, " rtl");
	field(out, "link", r->link);
	field(out, "lang", r->lang);
	if (r->ruby.n > 0) {
		buf_puts(out, " ruby=");
		quoted(out, r->ruby);
	}
	buf_char(out, '\n');
}

static void
put_block(struct buf *out, const struct block *b)
{
	buf_puts(out, block_name(b->type));
	if (b->type == BLOCK_HEAD)
		buf_printf(out, " %d", b->head.level);
	if (b->type == BLOCK_LIST) {
		buf_printf(out, " %s", list_format_name(b->list.format));
		if (b->list.format != LIST_BULLET)
			buf_printf(out, " start=%ld label=%.*s", b->list.start, STR_FMT(b->list.label));
	}
	if (b->type == BLOCK_CELL) {
		if (b->cell.header)
			buf_puts(out, " header");
		if (b->cell.colspan > 1 || b->cell.rowspan > 1)
			buf_printf(out, " span=%dx%d", b->cell.colspan, b->cell.rowspan);
	}
	if (b->role)
		buf_printf(out, " %s", role_token(b->role));
	if (b->rtl)
		buf_puts(out, " rtl");
	buf_char(out, '\n');
}

static void
tree_write(const struct doc *d, struct buf *out, const struct options *o)
{
	int depth = 0;

	(void)o;
	put_meta(d, out);
	for (struct walk w = { .root = d->root }; walk_next(&w);) {
		if (w.leaving) {
			depth -= w.at != d->root;
			continue;
		}
		if (w.at == d->root)
			continue;
		indent(out, depth++);
		put_block(out, w.at);
		for (const struct run *r = w.at->runs; r; r = r->next) {
			indent(out, depth);
			put_run(out, r);
		}
	}
}

const struct writer tree_writer = { .format = "tree", .write = tree_write };
