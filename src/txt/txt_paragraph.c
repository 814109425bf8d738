/* Lines into paragraphs: unwrapping, and what a hyphen at a line's end means. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_parse.h"

enum { WORDS_MAX = 1 << 20, WORD_SLOTS = 1 << 21, WORD_BYTES = 80 /* a longer one is none */ };

/* The words of the text, by their hashes: a set with open addressing. */
struct txt_words {
	uint64_t slots[WORD_SLOTS];
	size_t n;
};

static uint64_t
word_hash(struct str a, struct str b)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < a.n + b.n; i++)
		h = (h ^ (unsigned char)ascii_lower(i < a.n ? a.p[i] : b.p[i - a.n])) * 1099511628211u;
	return h ? h : 1;
}

static bool
in_word(char c)
{
	return ascii_alpha(c) || (unsigned char)c >= 0x80 || c == '-';
}

static bool
word_known(const struct txt_words *words, uint64_t h)
{
	for (size_t i = h % WORD_SLOTS; words->slots[i]; i = (i + 1) % WORD_SLOTS)
		if (words->slots[i] == h)
			return true;
	return false;
}

static void
add_words(struct txt_words *words, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t from = i;
		uint64_t h;
		size_t slot;

		while (i < s.n && in_word(s.p[i]))
			i++;
		if (i == from || words->n >= WORDS_MAX)
			continue;
		h = word_hash(str_sub(s, from, i), STR_NONE);
		if (word_known(words, h))
			continue;
		for (slot = h % WORD_SLOTS; words->slots[slot]; slot = (slot + 1) % WORD_SLOTS)
			;
		words->slots[slot] = h;
		words->n++;
	}
}

static bool
occurs(struct txt_parser *p, struct str left, struct str right)
{
	if (!p->words) {
		p->words = mem_zeroed(sizeof(*p->words));
		for (size_t i = 0; i < p->n; i++)
			add_words(p->words, p->lines[i].text);
	}
	return word_known(p->words, word_hash(left, right));
}

void
txt_words_free(struct txt_words *words)
{
	free(words);
}

static struct str
word_at_end(struct str s)
{
	size_t from = s.n;

	while (from > 0 && s.n - from < WORD_BYTES && in_word(s.p[from - 1]))
		from--;
	return str_sub(s, from, s.n);
}

static struct str
word_at_start(struct str s)
{
	size_t n = 0;

	while (n < s.n && n < WORD_BYTES && in_word(s.p[n]))
		n++;
	return str_sub(s, 0, n);
}

/* "Vor- und Nachteile": the hyphen stands for the rest of the second word. */
static bool
joins_words(struct str word)
{
	static const char *const conjunctions[] = { "a", "i", "nebo", "či", "ani", "alebo", "oraz", "lub", "und", "oder", "bis",
		"sowie", "och", "og", "eller", "en", "of", "and", "or", "to", "et", "ou", "y", "o", "e", "ja", "tai" };

	for (size_t i = 0; i < sizeof(conjunctions) / sizeof(conjunctions[0]); i++)
		if (str_is_nocase(word, conjunctions[i]))
			return true;
	return false;
}

/* What stands between a line that ends in a hyphen and the next: the hyphen goes only when the whole word is known. */
static const char *
after_hyphen(struct txt_parser *p, struct str next)
{
	struct str left = word_at_end(buf_str(&p->text)), right = word_at_start(next);
	struct str first = right;

	if (left.n < 2 || right.n == 0 || !utf8_is_lower(utf8_next(&first)))
		return left.n < 2 ? " " : "";
	if (options_mend(p->o, MEND_HYPHEN) && occurs(p, (struct str){ left.p, left.n - 1 }, right)) {
		p->text.n--;
		mended(p->d->diag, p->b.place, MEND_HYPHEN, "a hyphen at the line's end taken out of \"%.*s%.*s\"",
			STR_FMT(left), STR_FMT(right));
		return "";
	}
	return !occurs(p, left, right) && joins_words(right) ? " " : "";
}

static const char *
between(struct txt_parser *p, struct str next)
{
	struct str text = buf_str(&p->text), rest = next;

	if (next.n > 0 && txt_unspaced(utf8_last(text)) && txt_unspaced(utf8_next(&rest)))
		return "";
	if (str_ends(text, STR("\xC2\xAD"))) {
		p->text.n -= 2;
		return "";
	}
	return !p->strict && str_ends(text, STR("-")) ? after_hyphen(p, next) : " ";
}

static bool
is_soft(const struct txt_line *line, enum txt_shape shape)
{
	return shape == TXT_PROSE || (shape == TXT_EXPLICIT && line->trailing == 1);
}

static void
join(struct txt_parser *p, const struct txt_line *lines, size_t n, enum txt_shape shape)
{
	buf_clear(&p->text);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_puts(&p->text, is_soft(&lines[i - 1], shape) ? between(p, lines[i].text) : "\n");
		buf_add(&p->text, lines[i].text);
	}
}

void
txt_collect(struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	join(p, lines, n, TXT_EXPLICIT);
}

static void
paragraph(struct txt_parser *p, const struct txt_line *lines, size_t n, enum txt_shape shape)
{
	const struct block like = { .type = BLOCK_PARA };

	p->b.place.number = lines->number;
	join(p, lines, n, shape);
	p->body = p->body || p->text.n >= TXT_BODY;
	txt_leaf(p, &like, lines);
}

/* Wrapped lines: a new paragraph begins where the next word would still have fitted. */
static void
prose(struct txt_parser *p, const struct txt_line *lines, size_t n)
{
	size_t width = n > 1 ? txt_wrapped_at(lines, n, p->width) : 0, from = 0;

	for (size_t i = 1; i <= n; i++) {
		if (i < n && txt_goes_on(&lines[i - 1], &lines[i], width))
			continue;
		if (i - from > 1)
			mended(p->d->diag, (struct place){ .number = lines[from].number }, MEND_UNWRAP,
				"%zu lines are one paragraph", i - from);
		paragraph(p, lines + from, i - from, TXT_PROSE);
		from = i;
	}
}

void
txt_paragraphs(struct txt_parser *p, const struct txt_line *lines, size_t n, enum block_type container)
{
	enum txt_shape shape = p->strict ? TXT_EXPLICIT : txt_shape(lines, n, p->width, p->body);

	/* What is set off as one thing already stays one. */
	if (shape == TXT_PARAS && (container == BLOCK_ITEM || container == BLOCK_NOTE))
		shape = TXT_LINES;
	if (shape == TXT_PROSE && !options_mend(p->o, MEND_UNWRAP))
		shape = TXT_LINES;
	if (shape == TXT_PROSE) {
		prose(p, lines, n);
	} else if (shape == TXT_PARAS) {
		for (size_t i = 0; i < n; i++)
			paragraph(p, lines + i, 1, TXT_LINES);
	} else {
		paragraph(p, lines, n, shape);
	}
}
