/* A leaf's runs as a line of text: links, notes, images, and the escapes that keep the rest text. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_out.h"

/*
 * Letters that may have to be escaped are marked by control characters, which
 * no text holds, until the line around them is known.
 */
enum { LITERAL_BRACKET = 1, LITERAL_BACKSLASH = 2, LITERAL_ANGLE = 3, NEIGHBOURHOOD = 300, LONGEST_BARE = 2000 };

/* Whether any of these letters stands in the text. Asked of the whole first: hardly any text has one. */
static bool
has_any(struct str text, const char *letters)
{
	for (; *letters; letters++)
		if (str_find_char(text, *letters) != STR_NPOS)
			return true;
	return false;
}

/* How many letters stand before the first that may have to be escaped. */
static size_t
plain_length(struct str text)
{
	size_t n = 0;

	while (n < text.n && text.p[n] != '[' && text.p[n] != '\\' && text.p[n] != '<')
		n++;
	return n;
}

static void
put_literal(struct buf *out, struct str text)
{
	if (!has_any(text, "[\\<")) {
		buf_add(out, text);
		return;
	}
	while (text.n > 0) {
		size_t n = plain_length(text);

		buf_add(out, str_sub(text, 0, n));
		if (n == text.n)
			break;
		if (text.p[n] == '<')
			buf_char(out, str_ends(buf_str(out), STR("] ")) ? LITERAL_ANGLE : '<');
		else
			buf_char(out, text.p[n] == '[' ? LITERAL_BRACKET : LITERAL_BACKSLASH);
		text = str_sub(text, n + 1, text.n);
	}
}

/* Within brackets every bracket and backslash of the text is escaped, and what would make it an image. */
static void
put_bracketed(struct buf *out, struct str text, bool image)
{
	if (!image && str_starts(text, STR("Image:")))
		buf_char(out, '\\');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '[' || text.p[i] == ']' || text.p[i] == '\\')
			buf_char(out, '\\');
		buf_char(out, text.p[i]);
	}
}

/* Whether the letters of the text at a bracket would be read as more, whatever stands behind the line's end. */
static bool
reads_as_markup(const struct txt_out *w, struct str behind)
{
	size_t n = 0;
	bool digits = true, numbered = false;

	for (; n < behind.n && behind.p[n] != ']'; n++) {
		if (behind.p[n] == '[' || behind.p[n] == LITERAL_BRACKET || behind.p[n] == '\n')
			return false;
		if (behind.p[n] == LITERAL_BACKSLASH)
			return true;
		digits = digits && ascii_digit(behind.p[n]);
	}
	if (n == behind.n)
		return false;
	behind = str_sub(behind, n + 1, behind.n);
	if (behind.n > 1 && (behind.p[0] == '[' || behind.p[0] == LITERAL_BRACKET))
		numbered = ascii_digit(behind.p[1]);
	return (digits && w->foot_n > 0) || numbered || str_starts(behind, STR("("));
}

/* Backslashes of the text at the front of s, doubled where a sign that they would escape comes behind them. */
static size_t
resolve_backslashes(struct buf *out, struct str s)
{
	size_t n = 0;
	bool doubled;

	while (n < s.n && s.p[n] == LITERAL_BACKSLASH)
		n++;
	doubled = n < s.n && strchr("[<\1\3", s.p[n]);
	for (size_t i = 0; i < n; i++)
		buf_puts(out, doubled ? "\\\\" : "\\");
	return n;
}

static size_t
unmarked_length(struct str raw)
{
	size_t n = 0;

	while (n < raw.n && (unsigned char)raw.p[n] > LITERAL_ANGLE)
		n++;
	return n;
}

/* Gives the marked letters their escapes. */
static void
resolve(struct txt_out *w, struct str raw)
{
	buf_clear(&w->text);
	for (size_t i = 0; i < raw.n; i++) {
		size_t plain = unmarked_length(str_sub(raw, i, raw.n));
		struct str behind;

		buf_add(&w->text, str_sub(raw, i, i + plain));
		i += plain;
		if (i == raw.n)
			break;
		behind = str_sub(raw, i + 1, raw.n);
		if (raw.p[i] == LITERAL_BRACKET)
			buf_puts(&w->text, reads_as_markup(w, behind) ? "\\[" : "[");
		else if (raw.p[i] == LITERAL_ANGLE)
			buf_puts(&w->text, "\\<");
		else if (raw.p[i] == LITERAL_BACKSLASH)
			i += resolve_backslashes(&w->text, str_sub(raw, i, raw.n)) - 1;
	}
}

/* The text of the runs with the link of `r`, of which it is the first; *end is behind the last. */
static struct str
linked_text(struct txt_out *w, const struct run *r, const struct run **end)
{
	struct buf text = { 0 };
	struct str whole;

	*end = r->next;
	if (!*end || (*end)->kind != RUN_TEXT || !str_eq((*end)->link, r->link))
		return r->text;
	buf_add(&text, r->text);
	for (; *end && (*end)->kind == RUN_TEXT && str_eq((*end)->link, r->link); *end = (*end)->next)
		buf_add(&text, (*end)->text);
	whole = arena_str(&w->scratch->arena, buf_str(&text));
	buf_free(&text);
	return whole;
}

/* What the reader would see behind a link that stands bare. */
static void
put_neighbourhood(struct buf *out, const struct run *r)
{
	for (size_t begin = out->n; r && r->kind == RUN_TEXT && out->n - begin < NEIGHBOURHOOD; r = r->next)
		buf_add(out, str_sub(r->text, 0, NEIGHBOURHOOD));
	if (r)
		buf_char(out, '\n');
}

/* Whether an address behind these letters would begin further in front. */
static bool
is_glued(struct str before)
{
	uint32_t last = utf8_last(before);

	return last != UTF8_BAD && (utf8_is_letter(last) || (last > ' ' && last < 0x80 && strchr("0123456789._%+-@/", (char)last)));
}

/* Whether the reader finds the very link in the bare text. */
static bool
stands_bare(struct txt_out *w, struct str before, struct str text, struct str url, const struct run *behind)
{
	struct buf line = { 0 };
	struct txt_inline in = { .d = w->scratch };
	struct txt_piece piece;
	bool bare;

	if (text.n > LONGEST_BARE || (is_glued(before) && !str_starts(text, STR("http"))))
		return false;
	buf_add(&line, text);
	put_neighbourhood(&line, behind);
	in.rest = buf_str(&line);
	bare = txt_inline_next(&in, &piece) && piece.kind == TXT_LINK && piece.text.n == text.n && str_eq(piece.url, url);
	buf_free(&line);
	return bare;
}

/* The address as people write it, without its scheme: nobody needs to see it twice. */
static bool
is_own_address(struct str text, struct str url)
{
	size_t scheme = str_starts(url, STR("https://")) ? 8 : str_starts(url, STR("http://")) ? 7 : STR_NPOS;
	struct str rest = str_sub(url, scheme, url.n);

	if (scheme == STR_NPOS || str_find_char(text, '.') == STR_NPOS)
		return false;
	return str_eq(rest, text) || (str_ends(rest, STR("/")) && str_eq(str_sub(rest, 0, rest.n - 1), text));
}

/* "tel:" and the number as it stands, likewise. */
static bool
is_own_number(struct str text, struct str url)
{
	size_t at = 0;

	if (!str_starts(url, STR("tel:")))
		return false;
	url = str_sub(url, 4, url.n);
	for (size_t i = 0; i < text.n; i++) {
		if (!ascii_digit(text.p[i]) && text.p[i] != '+')
			continue;
		while (at < url.n && !ascii_digit(url.p[at]) && url.p[at] != '+')
			at++;
		if (at == url.n || url.p[at++] != text.p[i])
			return false;
	}
	return at == url.n;
}

/* The number that stands for an address at the foot. */
static size_t
add_foot(struct txt_out *w, struct str url)
{
	if (w->foot_n == w->foot_cap) {
		w->foot_cap = 2 * w->foot_cap;
		w->foot = mem_grow(w->foot, w->foot_cap * sizeof(*w->foot));
	}
	w->foot[w->foot_n] = url;
	return ++w->foot_n;
}

static void
put_link(struct txt_out *w, struct buf *raw, struct str text, struct str url, const struct run *behind)
{
	if (stands_bare(w, buf_str(raw), text, url, behind)) {
		buf_add(raw, text);
		return;
	}
	if (w->o->links == LINKS_NONE || is_own_number(text, url) || is_own_address(text, url)) {
		if (w->o->links == LINKS_NONE || (!w->strict && !str_starts(text, STR("www."))))
			txt_lose(w, TXT_LOST_LINK);
		put_literal(raw, text);
		return;
	}
	if (!w->strict && str_starts(text, STR(" "))) {
		buf_char(raw, ' ');
		text = str_sub(text, 1, text.n);
	}
	buf_char(raw, '[');
	put_bracketed(raw, text, false);
	if (w->o->links == LINKS_FOOT)
		buf_printf(raw, "][%zu]", add_foot(w, url));
	else
		buf_printf(raw, "] <%.*s>", STR_FMT(url));
}

static void
put_image(struct txt_out *w, struct buf *raw, const struct image *image)
{
	if (image->url.n > 0 && (w->strict || w->o->links != LINKS_NONE)) {
		buf_puts(raw, image->alt.n ? "[Image: " : "[Image:");
		put_bracketed(raw, image->alt, true);
		buf_printf(raw, "] <%.*s>", STR_FMT(image->url));
		if (image->width > 0)
			txt_lose(w, TXT_LOST_SIZE);
		return;
	}
	doc_loss(w->doc, image->alt.n ? LOSS_PRESENTATION : LOSS_CONTENT, (struct place){ 0 }, "L-image",
		"an image is only its alternative text: \"%.*s\"", STR_FMT(str_sub(image->alt, 0, 80)));
	put_literal(raw, image->alt.n ? STR("[Image: ") : STR("[Image"));
	put_literal(raw, image->alt);
	buf_char(raw, ']');
}

/* A reading stands in brackets behind its text; not in the text of a link, nor with a header, where the text stays as it is. */
static bool
shows_reading(const struct txt_out *w, const struct run *r)
{
	return r->ruby.n > 0 && !w->strict && r->kind == RUN_TEXT && r->link.n == 0;
}

static void
put_reading(const struct txt_out *w, struct buf *raw, const struct run *r)
{
	if (!shows_reading(w, r))
		return;
	buf_puts(raw, " (");
	put_literal(raw, r->ruby);
	buf_char(raw, ')');
}

static void
count_losses(struct txt_out *w, const struct run *r)
{
	if (r->style & ~(w->o->marks ? (unsigned)(STYLE_BOLD | STYLE_ITALIC) : 0u))
		txt_lose(w, TXT_LOST_STYLE);
	if (r->lang.n > 0)
		txt_lose(w, TXT_LOST_LANGUAGE);
	if (r->rtl)
		txt_lose(w, TXT_LOST_DIRECTION);
	if (r->ruby.n > 0 && !shows_reading(w, r))
		txt_lose(w, TXT_LOST_RUBY);
	if (r->kind == RUN_MATH && (!w->strict || r->formula))
		txt_lose(w, TXT_LOST_MATH);
	if (r->kind == RUN_IMAGE && r->link.n > 0 && (!w->strict || r->image->url.n == 0))
		txt_lose(w, TXT_LOST_LINK);
}

/* Raised and lowered digits have letters of their own: 10⁶, CO₂. */
static const struct {
	const char *plain, *raised, *lowered;
} scripts[] = { { "0", "⁰", "₀" }, { "1", "¹", "₁" }, { "2", "²", "₂" }, { "3", "³", "₃" }, { "4", "⁴", "₄" }, { "5", "⁵", "₅" },
	{ "6", "⁶", "₆" }, { "7", "⁷", "₇" }, { "8", "⁸", "₈" }, { "9", "⁹", "₉" }, { "+", "⁺", "₊" }, { "-", "⁻", "₋" },
	{ "−", "⁻", "₋" } };

/* The letter for what the text begins with, which it takes off; NULL when there is none. */
static const char *
script_next(struct str *text, bool raised)
{
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		struct str plain = str_of(scripts[i].plain);

		if (!str_starts(*text, plain))
			continue;
		*text = str_sub(*text, plain.n, text->n);
		return raised ? scripts[i].raised : scripts[i].lowered;
	}
	return NULL;
}

/* A run that is digits through and through is written in those letters; with a header the text stays as it is. */
static bool
put_script(const struct txt_out *w, struct buf *raw, const struct run *r)
{
	size_t before = raw->n;
	struct str rest = r->text;

	if (w->strict || !(r->style & (STYLE_SUP | STYLE_SUB)))
		return false;
	while (rest.n > 0) {
		const char *letter = script_next(&rest, r->style & STYLE_SUP);

		if (!letter) {
			raw->n = before;
			return false;
		}
		buf_puts(raw, letter);
	}
	return true;
}

/* The marks that a run stands within: a heading is one without. */
static unsigned
marks_of(const struct txt_out *w, const struct block *leaf, const struct run *r)
{
	if (!w->o->marks || leaf->type == BLOCK_HEAD || !r || r->kind != RUN_TEXT)
		return 0;
	return r->style & (STYLE_SUP | STYLE_SUB) ? 0 : r->style & (STYLE_BOLD | STYLE_ITALIC);
}

static void
open_marks(struct buf *raw, unsigned style)
{
	if (style & STYLE_BOLD)
		buf_char(raw, '*');
	if (style & STYLE_ITALIC)
		buf_char(raw, '_');
}

/* Closes marks, in front of the blank that the text ends with. */
static void
close_marks(struct buf *raw, unsigned style)
{
	bool blank = style && raw->n > 0 && raw->p[raw->n - 1] == ' ';

	if (blank)
		raw->n--;
	if (style & STYLE_ITALIC)
		buf_char(raw, '_');
	if (style & STYLE_BOLD)
		buf_char(raw, '*');
	if (blank)
		buf_char(raw, ' ');
}

/* A run's text, its blank in front of the marks that it opens. */
static void
put_marked(struct buf *raw, struct str text, unsigned opened)
{
	if (opened && str_starts(text, STR(" "))) {
		buf_char(raw, ' ');
		text = str_sub(text, 1, text.n);
	}
	open_marks(raw, opened);
	put_literal(raw, text);
}

static void
put_runs(struct txt_out *w, struct buf *raw, const struct block *leaf)
{
	const struct run *next;
	unsigned marks = 0;

	for (const struct run *r = leaf->runs; r; r = next) {
		unsigned wanted = marks_of(w, leaf, r), kept = marks & ~wanted ? 0 : marks;

		close_marks(raw, marks & ~kept);
		next = r->next;
		switch (r->kind) {
		case RUN_TEXT:
			if (r->link.n > 0) {
				open_marks(raw, wanted & ~kept);
				put_link(w, raw, linked_text(w, r, &next), r->link, next);
			} else if (!put_script(w, raw, r)) {
				put_marked(raw, r->text, wanted & ~kept);
				put_reading(w, raw, r);
			}
			break;
		case RUN_MATH:
			put_literal(raw, r->text);
			break;
		case RUN_BREAK:
			buf_char(raw, '\n');
			break;
		case RUN_IMAGE:
			put_image(w, raw, r->image);
			break;
		case RUN_NOTE:
			buf_printf(raw, "[%zu]", ++w->note);
			break;
		}
		marks = wanted;
	}
	close_marks(raw, marks);
	for (const struct run *r = leaf->runs; r; r = r->next)
		count_losses(w, r);
}

/* What stretches of letters link to. */
struct stretches {
	struct stretch {
		size_t end;
		struct str url;
	} *v;
	size_t n, cap;
};

static void
add_stretch(struct stretches *s, size_t letters, struct str url)
{
	size_t begin = s->n ? s->v[s->n - 1].end : 0;

	if (letters == 0)
		return;
	if (s->n > 0 && str_eq(s->v[s->n - 1].url, url)) {
		s->v[s->n - 1].end += letters;
		return;
	}
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 16;
		s->v = mem_grow(s->v, s->cap * sizeof(*s->v));
	}
	s->v[s->n++] = (struct stretch){ begin + letters, url };
}

/* The letters of a run as the reader will count them. */
static size_t
run_letters(const struct run *r)
{
	if (r->kind == RUN_IMAGE && r->image->url.n == 0)
		return r->image->alt.n ? utf8_count(r->image->alt) + 9 : 7;
	return r->kind == RUN_TEXT || r->kind == RUN_MATH ? utf8_count(r->text) : 1;
}

static void
meant_links(const struct block *leaf, struct stretches *meant)
{
	for (const struct run *r = leaf->runs; r; r = r->next) {
		bool carried = r->kind == RUN_TEXT || (r->kind == RUN_IMAGE && r->image->url.n > 0);

		add_stretch(meant, run_letters(r), carried ? r->link : STR_NONE);
	}
}

static void
read_links(struct txt_out *w, struct stretches *read)
{
	struct txt_inline in = { .d = w->scratch, .rest = buf_str(&w->text), .note_count = w->foot_n,
		.notes = w->note_pending, .foot = w->foot };
	struct txt_piece piece;

	while (txt_inline_next(&in, &piece)) {
		bool text = piece.kind == TXT_TEXT || piece.kind == TXT_LINK;

		add_stretch(read, text ? utf8_count(piece.text) : 1, piece.kind == TXT_LINK ? piece.url : STR_NONE);
	}
}

static void
add_run_fact(struct txt_out *w, struct txt_fact fact, size_t from, size_t to)
{
	fact.kind = TXT_FACT_RUN;
	fact.block = w->block;
	fact.leaf = w->leaf;
	fact.from = w->letters + from;
	fact.to = w->letters + to;
	txt_header_add(&w->header, &w->scratch->arena, &fact);
}

/* Where the reader would link otherwise than is meant, the header says so. */
static void
state_links(struct txt_out *w, const struct block *leaf)
{
	struct stretches meant = { 0 }, read = { 0 };
	size_t m = 0, r = 0, at = 0;

	meant_links(leaf, &meant);
	read_links(w, &read);
	while (w->o->links != LINKS_NONE && m < meant.n && r < read.n) {
		size_t end = meant.v[m].end < read.v[r].end ? meant.v[m].end : read.v[r].end;
		struct str url = meant.v[m].url;

		if (!str_eq(url, read.v[r].url))
			add_run_fact(w, (struct txt_fact){ .link = url, .plain = url.n == 0 }, at, end);
		at = end;
		m += meant.v[m].end == end;
		r += read.v[r].end == end;
	}
	free(meant.v);
	free(read.v);
}

static void
state_roles(struct txt_out *w, const struct block *leaf)
{
	size_t at = 0;
	const struct run *next;

	for (const struct run *r = leaf->runs; r; r = next) {
		size_t end = at + run_letters(r);

		next = r->next;
		for (; r->role && next && next->role == r->role; next = next->next)
			end += run_letters(next);
		if (r->role || r->kind == RUN_MATH)
			add_run_fact(w, (struct txt_fact){ .role = r->role, .math = r->kind == RUN_MATH }, at, end);
		at = end;
	}
}

/* The caption of an image that is only text goes on with that text. */
static void
count_leaf(struct txt_out *w, const struct block *leaf)
{
	const struct run *image = leaf->type == BLOCK_CAPTION ? leaf->parent->runs : NULL;

	w->letters = image && image->image->url.n == 0 ? run_letters(image) + 1 : 0;
	if (w->letters == 0)
		w->leaf++;
}

void
txt_compose(struct txt_out *w, const struct block *leaf)
{
	count_leaf(w, leaf);
	buf_clear(&w->raw);
	put_runs(w, &w->raw, leaf);
	if (has_any(buf_str(&w->raw), "\1\2\3")) {
		resolve(w, buf_str(&w->raw));
	} else {
		struct buf whole = w->raw;

		w->raw = w->text;
		w->text = whole;
	}
	if (w->strict) {
		state_links(w, leaf);
		state_roles(w, leaf);
	}
}
