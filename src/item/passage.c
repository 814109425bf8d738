#include "item/passage.h"

#include <stdlib.h>
#include <string.h>

static bool
is_one_of(const struct element *e, const char *const *names)
{
	for (size_t i = 0; names[i]; i++)
		if (str_is_nocase(e->name, names[i]))
			return true;
	return false;
}

static void
add(struct passages *p, struct str text, enum passage_kind kind)
{
	if (text.n == 0)
		return;
	if (p->count == p->cap) {
		p->cap = 2 * p->cap + 64;
		p->texts = mem_grow(p->texts, p->cap * sizeof(*p->texts));
		p->kinds = mem_grow(p->kinds, p->cap * sizeof(*p->kinds));
	}
	p->texts[p->count] = text;
	p->kinds[p->count++] = kind;
}

static bool
has_token(struct str list, const char *const *tokens)
{
	struct str word;

	while (str_next_word(&list, &word))
		for (size_t i = 0; tokens[i]; i++)
			if (str_is(word, tokens[i]))
				return true;
	return false;
}

/* What a passage is by the element that it stands in, and those around that. */
static enum passage_kind
kind_of(const struct element *e)
{
	static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", NULL };
	static const char *const lines[] = { "li", "td", "th", "dt", "dd", "caption", "figcaption", "pre", NULL };
	static const char *const not_prose[] = { "subheadline", "kicker", "label", "release-number", "release-line", "embargo",
		"date-line", "byline", "end-mark", NULL };

	if (is_one_of(e, headings))
		return PASSAGE_HEADING;
	for (; e; e = e->parent)
		if (is_one_of(e, lines) || has_token(element_value(e, NULL, "class"), not_prose))
			return PASSAGE_LINE;
	return PASSAGE_PARAGRAPH;
}

struct reading {
	struct passages *p;
	struct item_file *f;
	size_t from; /* what has not become a passage yet begins here */
};

/* What stands within a line, and a line's end, part nothing. */
static bool
is_block(const struct element *e)
{
	return !element_in_line(e) && !str_is_nocase(e->name, "br");
}

/* Whether what is in it is text for readers. */
static bool
open_block(struct reading *r, const struct element *e)
{
	static const char *const left_out[] = { "head", "script", "style", NULL };
	bool hidden = is_one_of(e, left_out);

	if (is_block(e)) {
		add(r->p, item_line(r->f, r->from, e->start), kind_of(e->parent));
		r->from = hidden ? e->end : e->content;
	}
	return !hidden;
}

static void
close_block(struct reading *r, const struct element *e)
{
	if (!is_block(e))
		return;
	add(r->p, item_line(r->f, r->from, e->content_end), kind_of(e));
	r->from = e->end;
}

static void
read_markup(struct passages *p, struct item_file *f, const struct element *top)
{
	struct reading r = { p, f, top->content };
	const struct element *e = top;

	while (e) {
		if ((e == top || open_block(&r, e)) && e->first) {
			e = e->first;
			continue;
		}
		close_block(&r, e);
		while (e != top && !e->next) {
			e = e->parent;
			close_block(&r, e);
		}
		e = e == top ? NULL : e->next;
	}
}

/* Paragraphs are parted by blank lines; where there are none, each line is one. */
static void
read_plain(struct passages *p, struct item_file *f, const struct element *data)
{
	struct str text = str_trim(element_text(f, data)), line;
	bool has_blank = str_find(text, STR("\n\n")) != STR_NPOS;
	const char *from = text.p;

	while (str_next(&text, '\n', &line)) {
		struct str so_far = { from, (size_t)(line.p + line.n - from) };

		if (has_blank && text.p && str_trim(line).n > 0)
			continue;
		add(p, line_of(&f->arena, so_far), PASSAGE_PARAGRAPH);
		from = line.p + line.n;
	}
}

const struct element *
passages_body(const struct element *item)
{
	const struct element *set = item_child(item, "contentSet", NULL);
	const struct element *xml = set ? item_child(set, "inlineXML", NULL) : NULL;

	return xml || !set ? xml : item_child(set, "inlineData", NULL);
}

void
passages_read(struct passages *p, struct item_file *f, const struct element *item)
{
	const struct element *body = passages_body(item);

	if (body && str_is(body->name, "inlineXML"))
		read_markup(p, f, body);
	else if (body)
		read_plain(p, f, body);
}

void
passages_drop(struct passages *p, size_t i)
{
	p->count--;
	memmove(p->texts + i, p->texts + i + 1, (p->count - i) * sizeof(*p->texts));
	memmove(p->kinds + i, p->kinds + i + 1, (p->count - i) * sizeof(*p->kinds));
}

void
passages_free(struct passages *p)
{
	free(p->texts);
	free(p->kinds);
	*p = (struct passages){ 0 };
}
