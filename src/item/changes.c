#include "item/changes.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "item/diff.h"

enum {
	EXCERPT = 60, /* characters of a text that is named */
	CONTEXT = 3,  /* words in front of what is put in */
	WINDOW = 20,  /* passages among which the one is looked for that another became */
	WORDS = 2000  /* of a passage that is compared word by word */
};

struct words {
	struct str *list;
	size_t count;
};

struct saying {
	struct arena *a;
	struct buf *out;
	const struct passages *old, *new;
	size_t sentences; /* all, also those that are only counted */
	size_t old_number, new_number; /* of the last paragraph before the passages at hand */
	size_t old_at, new_at;	       /* passages that are counted */
};

/* WORDS */

static struct words
split(struct arena *a, struct str text)
{
	struct words words = { 0 };
	struct str rest = text, word;

	while (str_next_word(&rest, &word))
		words.count++;
	words.list = arena_alloc(a, (words.count + 1) * sizeof(*words.list));
	rest = text;
	for (size_t i = 0; str_next_word(&rest, &word); i++)
		words.list[i] = word;
	return words;
}

/* The slice of the text that these words stand in. */
static struct str
stretch(const struct words *words, size_t from, size_t to)
{
	if (from >= to)
		return STR("");
	return (struct str){ words->list[from].p, (size_t)(words->list[to - 1].p + words->list[to - 1].n - words->list[from].p) };
}

/* Whether one became the other: at least half of their words are the same, in order. */
static bool
is_revision(struct arena *a, struct str old, struct str new)
{
	struct words before = split(a, old), after = split(a, new);
	size_t gone = 0, come = 0;

	if (before.count > WORDS || after.count > WORDS)
		return false;
	for (const struct diff_hunk *h = diff_lists(a, before.list, before.count, after.list, after.count); h; h = h->next) {
		gone += h->old_to - h->old_from;
		come += h->new_to - h->new_from;
	}
	return 2 * gone <= before.count || 2 * come <= after.count;
}

/* SENTENCES */

static struct str
excerpt(struct arena *a, struct str text)
{
	struct str rest = text;
	size_t n = 0;

	while (rest.n > 0 && n < EXCERPT) {
		utf8_next(&rest);
		n++;
	}
	if (rest.n == 0)
		return text;
	return arena_printf(a, "%.*s\xE2\x80\xA6", STR_FMT(str_sub(text, 0, text.n - rest.n)));
}

/* Somebody's words, between the double quotation marks of any language but those of French. */
static bool
quotes_somebody(struct str text)
{
	static const struct str marks[] = { { "\"", 1 }, { "\xE2\x80\x9C", 3 }, { "\xE2\x80\x9D", 3 }, { "\xE2\x80\x9E", 3 } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_find(text, marks[i]) != STR_NPOS)
			return true;
	return false;
}

struct str
changes_quote(struct arena *a, struct str text)
{
	text = excerpt(a, text);
	return arena_printf(a, quotes_somebody(text) ? "\xC2\xAB%.*s\xC2\xBB" : "\"%.*s\"", STR_FMT(text));
}

/* Begins a sentence; false when there are too many already. */
static bool
begin(struct saying *s)
{
	return s->sentences++ < CHANGES_MOST;
}

static const char *const nouns[] = { [PASSAGE_PARAGRAPH] = "paragraph", [PASSAGE_HEADING] = "heading", [PASSAGE_LINE] = "line" };

/* Counts the paragraphs up to that passage, itself included. */
static size_t
number_of(const struct passages *p, size_t i, size_t *at, size_t *number)
{
	for (; *at <= i; (*at)++)
		*number += p->kinds[*at] == PASSAGE_PARAGRAPH;
	return *number;
}

static struct str
where(struct saying *s, size_t i)
{
	size_t number = number_of(s->new, i, &s->new_at, &s->new_number);

	if (s->new->kinds[i] != PASSAGE_PARAGRAPH)
		return arena_printf(s->a, "In the %s %.*s", nouns[s->new->kinds[i]], STR_FMT(changes_quote(s->a, s->new->texts[i])));
	return arena_printf(s->a, "In paragraph %zu", number);
}

static void
say_words(struct saying *s, struct str place, const struct words *old, const struct words *new, const struct diff_hunk *h)
{
	struct str before = changes_quote(s->a, stretch(old, h->old_from, h->old_to));
	struct str after = changes_quote(s->a, stretch(new, h->new_from, h->new_to));
	struct str context = changes_quote(s->a, stretch(new, h->new_from > CONTEXT ? h->new_from - CONTEXT : 0, h->new_from));

	if (!begin(s))
		return;
	if (h->new_from == h->new_to)
		buf_printf(s->out, "%.*s, %.*s is taken out.\n", STR_FMT(place), STR_FMT(before));
	else if (h->old_from < h->old_to)
		buf_printf(s->out, "%.*s, %.*s becomes %.*s.\n", STR_FMT(place), STR_FMT(before), STR_FMT(after));
	else if (h->new_from > 0)
		buf_printf(s->out, "%.*s, %.*s is added after %.*s.\n", STR_FMT(place), STR_FMT(after), STR_FMT(context));
	else
		buf_printf(s->out, "%.*s, %.*s is added at the start.\n", STR_FMT(place), STR_FMT(after));
}

static void
say_changed(struct saying *s, size_t old_i, size_t new_i)
{
	struct words old = split(s->a, s->old->texts[old_i]), new = split(s->a, s->new->texts[new_i]);
	struct str place = where(s, new_i);

	for (const struct diff_hunk *h = diff_lists(s->a, old.list, old.count, new.list, new.count); h; h = h->next)
		say_words(s, place, &old, &new, h);
}

static void
say_new(struct saying *s, size_t i)
{
	size_t number = number_of(s->new, i, &s->new_at, &s->new_number);
	struct str text = changes_quote(s->a, s->new->texts[i]);

	if (!begin(s))
		return;
	if (s->new->kinds[i] != PASSAGE_PARAGRAPH)
		buf_printf(s->out, "The %s %.*s is new.\n", nouns[s->new->kinds[i]], STR_FMT(text));
	else
		buf_printf(s->out, "Paragraph %zu is new: %.*s.\n", number, STR_FMT(text));
}

static void
say_gone(struct saying *s, size_t i)
{
	size_t number = number_of(s->old, i, &s->old_at, &s->old_number);
	struct str text = changes_quote(s->a, s->old->texts[i]);

	if (!begin(s))
		return;
	if (s->old->kinds[i] != PASSAGE_PARAGRAPH)
		buf_printf(s->out, "The %s %.*s is taken out.\n", nouns[s->old->kinds[i]], STR_FMT(text));
	else
		buf_printf(s->out, "The former paragraph %zu is taken out: %.*s.\n", number, STR_FMT(text));
}

/* PASSAGES */

/* The passage of the hunk, from `from` on, that the old one became; h->new_to: none. */
static size_t
revision_of(struct saying *s, size_t i, size_t from, const struct diff_hunk *h)
{
	size_t j = from, end = h->new_to - from < WINDOW ? h->new_to : from + WINDOW;

	while (j < end && (s->old->kinds[i] != s->new->kinds[j] ||
				  !is_revision(s->a, s->old->texts[i], s->new->texts[j])))
		j++;
	return j < end ? j : h->new_to;
}

static void
say_hunk(struct saying *s, const struct diff_hunk *h)
{
	size_t next = h->new_from;

	for (size_t i = h->old_from; i < h->old_to; i++) {
		size_t became = s->sentences < CHANGES_MOST ? revision_of(s, i, next, h) : h->new_to;

		if (became == h->new_to) {
			say_gone(s, i);
			continue;
		}
		for (; next < became; next++)
			say_new(s, next);
		say_changed(s, i, became);
		next = became + 1;
	}
	for (; next < h->new_to; next++)
		say_new(s, next);
}

void
changes_say(struct arena *a, const struct passages *old, const struct passages *new, struct buf *out)
{
	struct saying s = { .a = a, .out = out, .old = old, .new = new };

	for (const struct diff_hunk *h = diff_lists(a, old->texts, old->count, new->texts, new->count); h; h = h->next)
		say_hunk(&s, h);
	if (s.sentences > CHANGES_MOST)
		buf_printf(out, "Changes that are not named here: %zu.\n", s.sentences - CHANGES_MOST);
}
