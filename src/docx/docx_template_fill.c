/*
 * Placeholders. Word splits text over runs as it likes, so a paragraph's
 * pieces are looked at as one text; what is put in stands in the piece in
 * which the placeholder began, and has that one's look.
 */
#include <string.h>

#include "base/date_words.h"
#include "docx/docx_template.h"
#include "markup/escape.h"

enum { NAME_MOST = 64 };

static struct str
joined(const struct docx_edit *e, const struct docx_piece *pieces, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++)
		buf_add(out, str_sub(e->bytes, pieces[i].from, pieces[i].to));
	return buf_str(out);
}

bool
docx_template_is_mark(const struct docx_edit *e, const struct docx_piece *pieces, size_t n)
{
	struct buf text = { 0 };
	struct str all = str_trim(joined(e, pieces, n, &text));
	bool is = str_starts(all, STR("{{")) && str_ends(all, STR("}}")) && all.n > 4 &&
		  str_is(str_trim(str_sub(all, 2, all.n - 2)), "body");

	buf_free(&text);
	return is;
}

/* "10:00", and its offset from UTC where there is one. */
static void
put_time(struct buf *out, struct date date)
{
	int minutes = date.offset < 0 ? -date.offset : date.offset;

	buf_printf(out, ", %02d:%02d", date.hour, date.minute);
	if (!date.has_zone)
		return;
	buf_puts(out, " UTC");
	if (minutes > 0)
		buf_printf(out, "%c%d", date.offset < 0 ? '-' : '+', minutes / 60);
	if (minutes % 60 > 0)
		buf_printf(out, ":%02d", minutes % 60);
}

/* A value as people read it: a day in words, the name of a concept. An embargo is nothing without its time. */
static void
put_value(struct buf *out, struct arena *a, const struct doc *d, enum meta_key key, struct str value)
{
	enum meta_type type = meta_type(key);
	struct str name, qcode;
	struct date date;

	if (type == META_CONCEPT) {
		concept_split(value, &name, &qcode);
		buf_add(out, name.n > 0 ? name : qcode);
	} else if ((type == META_DATE_TYPE || type == META_INSTANT || type == META_EMBARGO_TYPE) && date_parse(value, &date)) {
		buf_add(out, date_in_words(a, date, doc_meta(d, META_LANGUAGE)));
		if (type == META_EMBARGO_TYPE)
			put_time(out, date);
	} else {
		buf_add(out, value);
	}
}

static bool
is_public(const struct docx_writing *w, enum meta_key key)
{
	return !(w->o->public && meta_private(key));
}

/* False when the document has no such thing at all, whatever it holds. */
static bool
look_up(const struct docx_writing *w, struct str name, struct arena *a, struct buf *out)
{
	enum meta_key key = meta_of_name(name);
	enum role role = role_of_token(name);
	const struct block *b;

	if (key != META_COUNT) {
		for (const struct meta_value *v = is_public(w, key) ? w->d->meta[key] : NULL; v; v = v->next) {
			put_value(out, a, w->d, key, v->text);
			buf_puts(out, v->next ? ", " : "");
		}
		return true;
	}
	if (role_where(role) != ROLE_ON_LEAF)
		return false;
	b = doc_find(w->d, role);
	if (b)
		buf_add(out, docx_one_line(a, block_text(a, b)));
	return true;
}

/* Takes the bytes of the joined text out of the pieces that they stand in, and puts the value into the first of these. */
static void
replace(struct docx_edit *e, const struct docx_piece *pieces, size_t n, size_t from, size_t to, struct str value)
{
	size_t at = 0;

	for (size_t i = 0; i < n && at < to; i++) {
		size_t length = pieces[i].to - pieces[i].from;
		size_t first = from > at ? from - at : 0, last = to - at < length ? to - at : length;

		if (first < last) {
			splice_replace(&e->edits, pieces[i].from + first, last - first, value);
			value = STR_NONE;
		}
		if (first < last && !pieces[i].preserves)
			splice_replace(&e->edits, pieces[i].tag - 1, 1, STR(" xml:space=\"preserve\">"));
		at += length;
	}
}

static bool
is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_alpha(s.p[i]) && s.p[i] != '-')
			return false;
	return s.n > 0 && s.n <= NAME_MOST;
}

static void
fill_one(const struct docx_writing *w, struct docx_edit *e, const struct docx_piece *pieces, size_t n, size_t from,
	size_t to, struct str name)
{
	struct place place = { .part = e->part };
	struct arena a = { 0 };
	struct buf value = { 0 }, escaped = { 0 };

	if (!look_up(w, name, &a, &value)) {
		warn(e->diag, place, "W-placeholder", "{{%.*s}} means nothing and stays as it is", STR_FMT(name));
	} else {
		if (value.n == 0)
			note(e->diag, place, "{{%.*s}}: the document has none, so nothing stands there", STR_FMT(name));
		escape_text(&escaped, buf_str(&value));
		replace(e, pieces, n, from, to, buf_str(&escaped));
	}
	buf_free(&value);
	buf_free(&escaped);
	arena_free(&a);
}

void
docx_template_fill(const struct docx_writing *w, struct docx_edit *e, const struct docx_piece *pieces, size_t n)
{
	struct buf text = { 0 };
	struct str all = joined(e, pieces, n, &text);
	size_t at = 0, open, close;

	while ((open = str_find(str_sub(all, at, all.n), STR("{{"))) != STR_NPOS) {
		size_t from = at + open, inside = from + 2;
		struct str name;

		at = inside;
		close = str_find(str_sub(all, inside, inside + NAME_MOST + 8), STR("}}"));
		if (close == STR_NPOS)
			continue;
		name = str_trim(str_sub(all, inside, inside + close));
		if (!is_name(name))
			continue;
		at = inside + close + 2;
		fill_one(w, e, pieces, n, from, at, name);
	}
	buf_free(&text);
}
