/* What stands in a line: text, links, breaks, images, ruby, mathematics. */

#include "base/base64.h"
#include "base/percent.h"
#include "markup/xhtml_frame.h"

/* Text of a <ruby> whose reading has not been seen yet. */
struct xhtml_base {
	struct xhtml_base *next;
	struct run like;
	struct str text;
};

/* True when what comes now is the first thing in its leaf. */
static bool
begin_content(struct xhtml_reader *x)
{
	const struct block *leaf = build_leaf(x->b);

	x->breaks = 0;
	return !leaf || !leaf->runs;
}

/* The first thing is in: a para that opened for it, and the hints, get what the elements around say. */
static void
end_content(struct xhtml_reader *x, bool first)
{
	const struct xhtml_frame *f = top_frame(x);
	struct block *leaf = build_leaf(x->b);
	struct hint *hint;

	if (!first || !leaf)
		return;
	leaf->rtl = f->rtl;
	if (f->role)
		leaf->role = f->role;
	leaf->line = x->b->place.unit ? 0 : (unsigned)x->b->place.number;
	if (f->class.n == 0 && f->size <= 0)
		return;
	hint = block_hint(x->b->doc, leaf);
	hint->style = f->class;
	hint->size = f->size;
}

static void
put_text(struct xhtml_reader *x, const struct run *like, struct str text)
{
	const struct block *leaf = build_leaf(x->b);
	bool first;

	if (str_trim(text).n == 0 && (!leaf || leaf->type == BLOCK_FIGURE || !leaf->runs) &&
		!(leaf && leaf->type == BLOCK_PRE))
		return;
	first = !leaf || !leaf->runs;
	build_text(x->b, like, text);
	end_content(x, first);
}

void
inline_text(struct xhtml_reader *x, const struct run *like, struct str text)
{
	struct xhtml_base *base;

	if (str_trim(text).n > 0) {
		settle_image(x);
		x->breaks = 0;
		x->shown++;
	}
	if (!top_frame(x)->ruby) {
		put_text(x, like, text);
		return;
	}
	base = ARENA_NEW(&x->b->doc->arena, struct xhtml_base);
	base->like = *like;
	base->text = arena_str(&x->b->doc->arena, text);
	*(x->last_ruby ? &x->last_ruby->next : &x->ruby) = base;
	x->last_ruby = base;
}

/* Links. */

static void
lose_link(struct xhtml_reader *x, struct str href)
{
	bool of_the_page = href.n == 0 || href.p[0] == '#' || str_starts_nocase(href, STR("javascript:"));

	doc_loss(x->b->doc, of_the_page ? LOSS_PRESENTATION : LOSS_CONTENT, x->b->place, "L-link",
		"link that cannot be written: %.*s", STR_FMT(str_sub(href, 0, 80)));
}

void
start_link(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct doc *d = x->b->doc;
	struct str href = str_trim(tag_value(t, "href")), name;
	enum note_link note = note_link(t, &name);

	if (note == TO_NOTE) {
		bool first = begin_content(x);

		release_ruby(x, STR_NONE);
		build_note(x->b, name);
		end_content(x, first);
	}
	if (note != NOT_OF_A_NOTE) {
		leave_out(x);
		return;
	}
	if (!tag_has(t, "href"))
		return;
	f->like.link = STR_NONE;
	if (href.n > 0 && href.p[0] != '#')
		f->like.link = doc_link(d, url_resolve(&d->arena, x->base_url, href));
	if (f->like.link.n == 0)
		lose_link(x, href);
}

/* Breaks. Two in a row in flowing text are how old pages mark paragraphs. */

static void
split_para(struct xhtml_reader *x, struct block *para)
{
	struct xhtml_frame *f = innermost_built(x);
	struct block like = { .type = BLOCK_PARA, .role = para->role, .rtl = para->rtl };

	if (f && f->block == para) {
		build_close(x->b);
		f->block = build_open(x->b, &like);
		if (f->block) {
			f->block->hint = para->hint;
			f->block->line = para->line;
		}
		return;
	}
	build_flush(x->b);
	if (build_leaf(x->b))
		build_break(x->b);
}

void
start_break(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct block *leaf = build_leaf(x->b);

	(void)f, (void)t;
	if (!leaf || leaf->type == BLOCK_FIGURE)
		return;
	release_ruby(x, STR_NONE);
	x->breaks++;
	if (leaf->type == BLOCK_PRE || x->breaks == 1)
		build_break(x->b);
	else if (x->breaks == 2 && leaf->type == BLOCK_PARA)
		split_para(x, leaf);
}

/* Images. */

/* The size that a candidate of a srcset is for, "800w" or "2x", in thousandths; 0 when it says none. */
static long
descriptor(struct str word)
{
	size_t point = str_find_char(word, '.');
	bool width = str_ends(word, STR("w"));
	long n;

	if (!width && !str_ends(word, STR("x")))
		return 0;
	if (!str_to_long(str_sub(word, 0, point == STR_NPOS ? word.n - 1 : point), &n) || n < 0 || n > 1000000)
		return 0;
	return width ? n : n * 1000;
}

/* The address of the largest candidate in a srcset, the first of equals (HTML standard, 4.8.4.2.1). */
static struct str
best_candidate(struct str srcset)
{
	struct str best = STR_NONE, url, word;
	long most = -1;

	while (str_next_word(&srcset, &url)) {
		long size = 0;
		bool ended = str_ends(url, STR(","));

		while (str_ends(url, STR(",")))
			url.n--;
		while (!ended && str_next_word(&srcset, &word)) {
			ended = str_ends(word, STR(","));
			word.n -= ended;
			size = descriptor(word);
		}
		if (url.n > 0 && size > most) {
			best = url;
			most = size;
		}
	}
	return best;
}

static bool
is_placeholder(struct str src)
{
	static const char *const names[] = { "placeholder", "spacer.", "blank.", "transparent.", "loading.", "pixel." };

	if (src.n == 0 || str_starts_nocase(src, STR("data:")))
		return true;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_find(src, str_of(names[i])) != STR_NPOS)
			return true;
	return false;
}

/* The address that a browser would load in the end: scripts put it into src from where authors keep it. */
static struct str
image_source(struct xhtml_reader *x, const struct xhtml_tag *t)
{
	static const char *const kept[] = { "data-src", "data-original", "data-lazy-src", "data-srcset", "data-lazy-srcset",
		"srcset" };
	struct str src = str_trim(tag_value(t, "src")), other;

	if (!is_placeholder(src))
		return src;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		other = best_candidate(tag_value(t, kept[i]));
		if (other.n > 0)
			return other;
	}
	return x->source.n > 0 ? x->source : src;
}

/* An image of megabytes has no escapes, and is not copied. */
static struct str
unescaped(struct arena *a, struct str s)
{
	return str_find_char(s, '%') == STR_NPOS ? s : percent_decode(a, s);
}

/* What a data: address holds (RFC 2397). */
static struct str
data_bytes(struct arena *a, struct str url)
{
	size_t comma = str_find_char(url, ',');
	struct str head;

	if (comma == STR_NPOS)
		return STR_NONE;
	head = str_trim(str_sub(url, 0, comma));
	url = unescaped(a, str_sub(url, comma + 1, url.n));
	if (head.n < 7 || !str_is_nocase(str_sub(head, head.n - 7, head.n), ";base64"))
		return url;
	return base64_decode(a, url);
}

static int
pixels(struct str value)
{
	long n;

	value = str_trim(value);
	if (value.n > 2 && str_is_nocase(str_sub(value, value.n - 2, value.n), "px"))
		value.n -= 2;
	return str_to_long(value, &n) && n > 0 && n <= 1000000 ? (int)n : 0;
}

/* False when the image has no source that may be carried on. */
static bool
load_image(struct xhtml_reader *x, const struct xhtml_tag *t, struct image *image)
{
	struct doc *d = x->b->doc;
	struct str src = image_source(x, t);

	*image = (struct image){ .alt = tag_value(t, "alt") };
	if (x->foreign && image->alt.n == 0 && top_frame(x)->like.link.n > 0)
		image->alt = str_trim(tag_value(t, "title")); /* what else says where the link leads? */
	image->width = pixels(tag_value(t, "width"));
	image->height = pixels(tag_value(t, "height"));
	if (str_starts_nocase(src, STR("data:"))) {
		image->bytes = data_bytes(&d->arena, src);
		return image->bytes.n > 0 && image_identify(image);
	}
	image->url = doc_link(d, url_resolve(&d->arena, x->base_url, src));
	return src.n > 0 && image->url.n > 0;
}

static void
put_image(struct xhtml_reader *x, const struct image *image)
{
	struct xhtml_frame *figure = figure_around(x);
	bool first;

	release_ruby(x, STR_NONE);
	if (figure)
		build_figure(x, figure);
	first = begin_content(x);
	x->shown++;
	build_image(x->b, &top_frame(x)->like, image);
	end_content(x, first);
}

/* What counts visitors, or holds a layout apart. */
static bool
is_pixel(const struct xhtml_reader *x, const struct image *image)
{
	return x->foreign && image->bytes.n == 0 && image->alt.n == 0 && (image->width == 1 || image->height == 1);
}

void
start_image(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct image image;

	(void)f;
	if (load_image(x, t, &image)) {
		if (!is_pixel(x, &image))
			put_image(x, &image);
	} else {
		x->missing = true;
		x->missing_alt = arena_str(&x->b->doc->arena, str_trim(tag_value(t, "alt")));
		x->missing_silently = tag_has(t, "alt") && x->missing_alt.n == 0;
	}
	x->source = STR_NONE;
}

void
lazy_image(struct xhtml_reader *x, const struct xhtml_tag *t)
{
	struct image image;

	if (!x->missing || !load_image(x, t, &image) || is_pixel(x, &image))
		return;
	if (image.alt.n == 0)
		image.alt = x->missing_alt;
	x->missing = false;
	put_image(x, &image);
}

/* Its alternative text stands for it. An empty one says that nothing is missed. */
void
settle_image(struct xhtml_reader *x)
{
	if (!x->missing)
		return;
	x->missing = false;
	if (x->missing_alt.n > 0 || x->missing_silently)
		doc_loss(x->b->doc, LOSS_PRESENTATION, x->b->place, "L-image-source", "image without a usable source: %.*s",
			STR_FMT(str_sub(x->missing_alt, 0, 80)));
	else
		doc_loss(x->b->doc, LOSS_CONTENT, x->b->place, "L-image", "image without a usable source");
	if (x->missing_alt.n > 0)
		inline_text(x, &top_frame(x)->like, x->missing_alt);
}

void
start_source(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct str address = best_candidate(tag_value(t, "srcset"));

	(void)f;
	if (address.n == 0)
		address = best_candidate(tag_value(t, "data-srcset"));
	if (x->source.n == 0)
		x->source = arena_str(&x->b->doc->arena, address);
}

/* Quotation marks, which HTML has the browser draw. */

static const struct {
	const char *language, *open, *close;
} quotation_marks[] = {
	{ "de", "\xE2\x80\x9E", "\xE2\x80\x9C" },
	{ "cs", "\xE2\x80\x9E", "\xE2\x80\x9C" },
	{ "sk", "\xE2\x80\x9E", "\xE2\x80\x9C" },
	{ "sl", "\xE2\x80\x9E", "\xE2\x80\x9C" },
	{ "pl", "\xE2\x80\x9E", "\xE2\x80\x9D" },
	{ "hu", "\xE2\x80\x9E", "\xE2\x80\x9D" },
	{ "ro", "\xE2\x80\x9E", "\xE2\x80\x9D" },
	{ "fr", "\xC2\xAB\xC2\xA0", "\xC2\xA0\xC2\xBB" },
	{ "es", "\xC2\xAB", "\xC2\xBB" },
	{ "it", "\xC2\xAB", "\xC2\xBB" },
	{ "pt", "\xC2\xAB", "\xC2\xBB" },
	{ "ru", "\xC2\xAB", "\xC2\xBB" },
	{ "uk", "\xC2\xAB", "\xC2\xBB" },
	{ "sv", "\xE2\x80\x9D", "\xE2\x80\x9D" },
	{ "fi", "\xE2\x80\x9D", "\xE2\x80\x9D" },
	{ "ja", "\xE3\x80\x8C", "\xE3\x80\x8D" },
	{ "zh", "\xE2\x80\x9C", "\xE2\x80\x9D" },
	{ "", "\xE2\x80\x9C", "\xE2\x80\x9D" },
};

static size_t
marks_of(const struct xhtml_reader *x, const struct xhtml_frame *f)
{
	struct str lang = f->like.lang.n > 0 ? f->like.lang : doc_meta(x->b->doc, META_LANGUAGE);
	size_t i = 0;

	lang = str_sub(lang, 0, 2);
	while (quotation_marks[i].language[0] && !str_is(lang, quotation_marks[i].language))
		i++;
	return i;
}

void
start_quotation(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	inline_text(x, &f->like, str_of(quotation_marks[marks_of(x, f)].open));
}

void
end_quotation(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	inline_text(x, &f->like, str_of(quotation_marks[marks_of(x, f)].close));
}

/* Ruby. */

void
release_ruby(struct xhtml_reader *x, struct str reading)
{
	struct xhtml_base *first = x->ruby;

	x->ruby = x->last_ruby = NULL;
	for (struct xhtml_base *base = first; base; base = base->next) {
		struct run like = base->like;

		if (run_same(&like, &first->like))
			like.ruby = reading;
		put_text(x, &like, base->text);
	}
}

void
start_ruby(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	release_ruby(x, STR_NONE);
	f->ruby = true;
}

void
end_ruby(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)f, (void)t;
	release_ruby(x, STR_NONE);
}

void
start_reading(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	if (f->ruby)
		begin_capture(x);
}

void
end_reading(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)t;
	if (!f->ruby)
		return;
	x->capturing = 0;
	release_ruby(x, doc_line(x->b->doc, buf_str(&x->captured)));
}

/* Mathematics: its text, for which the author's own is the better one, and beside it the formula. */

void
start_math(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	(void)f;
	x->alternative = arena_str(&x->b->doc->arena, str_trim(tag_value(t, "alttext")));
	x->in_math = true;
	mathml_begin(&x->formula, x->b->doc);
	begin_capture(x);
}

void
end_math(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t)
{
	struct str text = x->alternative.n > 0 ? x->alternative : str_trim(buf_str(&x->captured)), formula;
	bool lost, first;

	(void)t;
	x->capturing = 0;
	x->in_math = false;
	formula = mathml_end(&x->formula, &lost);
	if (text.n == 0)
		return;
	if (lost)
		doc_loss(x->b->doc, LOSS_PRESENTATION, x->b->place, "L-math", "the form of a large formula");
	first = begin_content(x);
	release_ruby(x, STR_NONE);
	build_math(x->b, &f->like, text, formula);
	end_content(x, first);
}
