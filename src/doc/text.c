/* The doors for runs: whatever comes in leaves in the canonical form of doc.h. */
#include <sha2.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/finish.h"

enum { TAB = 8 };

/* Characters that carry no text: zero-width space, word joiner, byte order mark, soft hyphen. */
static bool
is_ignorable(uint32_t c)
{
	return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 ||
	       c == 0x2029;
}

static void
drop(struct doc *d, uint32_t c)
{
	doc_loss(d, LOSS_PRESENTATION, (struct place){ 0 }, "L-control", "control character U+%04X dropped",
		(unsigned)c);
}

static void
clean_character(struct doc *d, struct buf *out, uint32_t c)
{
	if (c == UTF8_BAD)
		c = 0xFFFD;
	if (utf8_is_control(c) || utf8_is_bidi_control(c) || utf8_is_noncharacter(c))
		drop(d, c);
	else if (!is_ignorable(c))
		utf8_put(out, c);
}

/*
 * How much of the text is canonical as it stands: single blanks, printable
 * ASCII, and two-byte letters (Latin, Cyrillic) that no normalisation changes.
 */
static size_t
clean_prefix(struct str text, bool after_blank)
{
	size_t n = 0;

	if (after_blank && str_starts(text, STR(" ")))
		return 0;
	while ((n += utf8_plain(str_sub(text, n, text.n))) < text.n) {
		unsigned char byte = (unsigned char)text.p[n];

		if (((byte < 0xC3 || byte > 0xC9) && byte != 0xD0 && byte != 0xD1) || n + 1 == text.n ||
			((unsigned char)text.p[n + 1] & 0xC0) != 0x80)
			break;
		n += 2;
	}
	return n;
}

/* All white space becomes single blanks. `after_blank`: a blank at the front is one too many. */
static void
clean_flowing(struct doc *d, struct buf *out, struct str text, bool after_blank)
{
	while (text.n > 0) {
		size_t n = clean_prefix(text, after_blank);
		uint32_t c;

		if (n > 0) {
			buf_add(out, str_sub(text, 0, n));
			after_blank = text.p[n - 1] == ' ';
			text = str_sub(text, n, text.n);
			continue;
		}
		c = utf8_next(&text);
		if (!is_blank(c)) {
			size_t before = out->n;

			clean_character(d, out, c);
			after_blank = after_blank && out->n == before;
		} else if (!after_blank) {
			buf_char(out, ' ');
			after_blank = true;
		}
	}
}

/* Lines and blanks stay; a line's end is LF, a tab becomes blanks. */
static void
clean_verbatim(struct doc *d, struct buf *out, struct str text)
{
	size_t column = 0;

	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '\r' && text.n > 0 && text.p[0] == '\n')
			continue;
		if (c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029) {
			buf_char(out, '\n');
			column = 0;
		} else if (c == '\t') {
			do
				buf_char(out, ' ');
			while (++column % TAB != 0);
		} else {
			clean_character(d, out, c);
			column++;
		}
	}
}

bool
run_same(const struct run *a, const struct run *b)
{
	return a->style == b->style && a->role == b->role && a->rtl == b->rtl && str_eq(a->link, b->link) &&
	       str_eq(a->lang, b->lang) && str_eq(a->ruby, b->ruby);
}

static struct run *
add_run(struct doc *d, struct block *leaf, enum run_kind kind)
{
	struct run *r = run_new(d);

	r->kind = kind;
	*(leaf->last_run ? &leaf->last_run->next : &leaf->runs) = r;
	leaf->last_run = r;
	return r;
}

/* The attributes that a text with those of `like` has; what is borrowed stays so. */
static struct run
text_attributes(const struct run *like)
{
	struct run r = { .kind = RUN_TEXT };

	if (!like)
		return r;
	r.style = like->style;
	if (r.style & STYLE_SUP)
		r.style &= ~(unsigned)STYLE_SUB;
	r.role = role_where(like->role) == ROLE_ON_RUN ? like->role : ROLE_NONE;
	r.rtl = like->rtl;
	r.link = like->link;
	r.lang = like->lang;
	r.ruby = like->ruby;
	return r;
}

static struct run *
add_text_run(struct doc *d, struct block *leaf, const struct run *attributes)
{
	struct run *r = add_run(d, leaf, RUN_TEXT);

	*r = *attributes;
	r->link = arena_str(&d->arena, r->link);
	r->lang = arena_str(&d->arena, r->lang);
	r->ruby = arena_str(&d->arena, r->ruby);
	return r;
}

void
run_append(struct doc *d, struct run *r, struct str text, bool verbatim)
{
	bool renormalise = r->text.n > 0 && !verbatim && utf8_composes(text);
	char *p = (char *)r->text.p;

	if (!p || p + r->text.n != text.p) {
		p = arena_grow(&d->text, p, r->text.n, r->text.n + text.n);
		memcpy(p + r->text.n, text.p, text.n);
	}
	r->text = (struct str){ p, r->text.n + text.n };
	if (renormalise)
		r->text = utf8_nfc(&d->text, r->text);
}

void
doc_text(struct doc *d, struct block *leaf, const struct run *like, struct str text)
{
	bool verbatim = leaf->type == BLOCK_PRE, after_blank;
	struct run *last = leaf->last_run, attributes = text_attributes(like);
	struct buf clean = { 0 };
	struct str made = text;

	if (last && (last->kind != RUN_TEXT || !run_same(last, &attributes)))
		last = NULL;
	after_blank = last && str_ends(last->text, STR(" "));
	if (verbatim) {
		clean_verbatim(d, &clean, text);
		made = buf_str(&clean);
	} else if (clean_prefix(text, after_blank) < text.n) {
		clean_flowing(d, &clean, text, after_blank);
		made = utf8_nfc(&d->arena, buf_str(&clean));
	}
	if (made.n > 0)
		run_append(d, last ? last : add_text_run(d, leaf, &attributes), made, verbatim);
	buf_free(&clean);
}

void
doc_math(struct doc *d, struct block *leaf, const struct run *like, struct str text, struct str formula)
{
	struct str line = doc_line(d, text);
	struct run *r;

	if (line.n == 0)
		return;
	r = add_run(d, leaf, RUN_MATH);
	r->text = line;
	if (formula.n > 0) {
		r->formula = ARENA_NEW(&d->arena, struct str);
		*r->formula = arena_str(&d->arena, formula);
	}
	if (like)
		r->lang = arena_str(&d->arena, like->lang);
}

void
doc_break(struct doc *d, struct block *leaf)
{
	if (leaf->type == BLOCK_PRE)
		doc_text(d, leaf, leaf->last_run, STR("\n"));
	else
		add_run(d, leaf, RUN_BREAK);
}

void
doc_image(struct doc *d, struct block *leaf, const struct run *like, const struct image *image)
{
	struct run *r = add_run(d, leaf, RUN_IMAGE);

	r->image = ARENA_NEW(&d->arena, struct image);
	*r->image = *image;
	r->image->bytes = arena_str(&d->arena, image->bytes);
	r->image->url = arena_str(&d->arena, image->url);
	r->image->alt = doc_line(d, image->alt);
	if (like)
		r->link = arena_str(&d->arena, like->link);
}

void
doc_note(struct doc *d, struct block *leaf, struct block *note)
{
	add_run(d, leaf, RUN_NOTE)->note = note;
}

struct str
doc_line(struct doc *d, struct str text)
{
	struct buf clean = { 0 };
	struct str line;

	clean_flowing(d, &clean, text, true);
	line = arena_str(&d->arena, utf8_nfc(&d->arena, str_trim(buf_str(&clean))));
	buf_free(&clean);
	return line;
}

/* The text under a block in pieces, as the runs hold it; a line's end between two leaves is a piece too. */
struct pieces {
	struct walk walk;
	const struct run *run;
	bool any; /* a piece with text has been given */
};

static bool
piece_next(struct pieces *p, struct str *piece)
{
	for (;;) {
		for (; p->run; p->run = p->run->next) {
			bool text = p->run->kind == RUN_TEXT || p->run->kind == RUN_MATH;

			if (!text && p->run->kind != RUN_BREAK)
				continue;
			*piece = text ? p->run->text : STR("\n");
			p->run = p->run->next;
			p->any = p->any || piece->n > 0;
			return true;
		}
		if (!walk_next(&p->walk))
			return false;
		if (p->walk.leaving || !block_is_leaf(p->walk.at->type))
			continue;
		p->run = p->walk.at->runs;
		if (p->any) {
			*piece = STR("\n");
			return true;
		}
	}
}

/* The text of most leaves is one piece of memory, whatever their runs: that is not copied. */
struct str
block_text(struct arena *a, const struct block *b)
{
	struct pieces p = { .walk.root = b };
	struct str piece, whole = STR("");
	size_t n = 0;
	char *text, *end;

	for (; piece_next(&p, &piece); n += piece.n) {
		if (n == 0)
			whole = piece;
		else if (whole.p + n == piece.p)
			whole.n += piece.n;
	}
	if (whole.n == n)
		return whole;
	text = end = arena_grow(a, NULL, 0, n);
	for (p = (struct pieces){ .walk.root = b }; piece_next(&p, &piece); end += piece.n)
		if (piece.n > 0)
			memcpy(end, piece.p, piece.n);
	return (struct str){ text, n };
}

struct str
doc_text_hash(struct arena *a, const struct doc *d)
{
	struct pieces p = { .walk.root = d->root };
	struct str piece, hash;
	uint8_t sum[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;
	struct buf hex = { 0 };

	SHA256Init(&ctx);
	while (piece_next(&p, &piece))
		SHA256Update(&ctx, (const uint8_t *)piece.p, piece.n);
	SHA256Final(sum, &ctx);
	for (size_t i = 0; i < 16; i++)
		buf_printf(&hex, "%02x", sum[i]);
	hash = arena_str(a, buf_str(&hex));
	buf_free(&hex);
	return hash;
}
