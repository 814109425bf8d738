/*
 * The top of a release: label, release number, release line, embargo, date
 * line, headline, sub-headlines, key points, and the lead with its dateline.
 * By style and size where the format has them, else by place and shape.
 */
#include "recognise/fields.h"
#include "recognise/runs.h"
#include "recognise/top.h"

enum {
	REACH = 25,	      /* blocks behind the headline among which the lead stands */
	SUBHEADLINE_BYTES = 400,
	SUBHEADLINES = 3,
	STANDFIRST_BYTES = 200,
	CLAUSE_WORDS = 8,     /* of a bold line that is more than a field */
	KICKER_BYTES = 80
};

static bool
is_subheadline_style(const struct hint *h)
{
	return h && (h->role == ROLE_SUBHEADLINE || str_is_nocase(h->style, "subtitle") ||
			    str_is_nocase(h->style, "untertitel") || str_is_nocase(h->style, "podtitul") ||
			    str_is_nocase(h->style, "subheadline") || str_is_nocase(h->style, "sous-titre"));
}

static bool
is_italic(const struct block *b)
{
	bool text = false;

	for (const struct run *run = b->runs; run; run = run->next) {
		if (run->kind == RUN_TEXT && !(run->style & STYLE_ITALIC) && trim_blank(run->text).n > 0)
			return false;
		text = text || run->kind == RUN_TEXT;
	}
	return text;
}

/* A sentence in italics above a plain paragraph introduces the text, as a sub-headline does. */
static bool
is_standfirst(const struct release *r, size_t i)
{
	const struct piece *p = &r->v[i];

	while (i < r->n && r->v[i].b->type == BLOCK_PARA && is_italic(r->v[i].b))
		i++;
	return &r->v[i] != p && p->text.n <= STANDFIRST_BYTES && str_find_char(p->text, '\n') == STR_NPOS && i < r->n &&
	       (r->v[i].b->role == ROLE_NONE || r->v[i].b->role == ROLE_LEAD) && is_lead_length(&r->v[i]);
}

static bool
is_lead_candidate(const struct release *r, struct piece *p)
{
	return p->b->type == BLOCK_PARA && p->b->role == ROLE_NONE && piece_line(r, p) == ROLE_NONE &&
	       !piece_is_contact(r, p);
}

/* The first paragraph with a dateline, if it is not far behind the first long one; else that. */
static size_t
lead_index(const struct release *r, size_t from, struct dateline *line)
{
	size_t lead = r->n;

	for (size_t i = from; i < r->n && i < from + REACH; i++) {
		struct piece *p = &r->v[i];

		if (p->b->role == ROLE_LEAD)
			return i;
		if (!is_lead_candidate(r, p) || (i < from + SUBHEADLINES && is_standfirst(r, i)))
			continue;
		if (dateline_read(&r->words, p->text, lead == r->n, line) && p->text.n - line->end >= SENTENCE_LEAST / 2)
			return i;
		*line = (struct dateline){ 0 };
		if (lead == r->n && is_lead_length(p))
			lead = i;
		if (lead != r->n && i >= lead + 2)
			break;
	}
	return lead;
}

/* "Analysis: ..." in bold letters is no field when a whole clause follows. */
static bool
is_plain_field(const struct piece *p)
{
	return is_field_line(p->text) && !(p->b->hint && p->b->hint->bold && count_words(p->text) > CLAUSE_WORDS);
}

static bool
may_be_subheadline(const struct release *r, struct piece *p)
{
	struct field f;
	struct date date;

	if (is_subheadline_style(p->b->hint))
		return true;
	/* "Updated 10:39 on 5 November 2021" is the page's own line. */
	if (date_find(&r->words, p->text, &date) && date.year > 0)
		return false;
	return is_leaf(p) && p->text.n <= SUBHEADLINE_BYTES && count_words(p->text) >= 3 && !is_plain_field(p) &&
	       str_find_char(p->text, '\n') == STR_NPOS && !is_wire_line(p->text) && !field_next(p->text, 0, &f) &&
	       !piece_is_contact(r, p);
}

/* How many blocks behind the headline are sub-headlines; 0 when something else stands before the lead. */
static size_t
subheadline_count(const struct release *r, size_t headline)
{
	size_t found = 0;

	for (size_t i = headline + 1; i < r->lead; i++) {
		struct piece *p = &r->v[i];

		if (p->b->role != ROLE_NONE || !is_leaf(p) || is_plain_field(p))
			continue;
		if (!may_be_subheadline(r, p))
			return 0;
		if (i < headline + 1 + SUBHEADLINES && is_standfirst(r, i)) {
			found++;
			continue;
		}
		/* A heading may as well head the text below it, and a sentence be text. */
		if (i + 1 == r->lead ? p->b->type == BLOCK_HEAD && found > 0 : ends_sentence(p->text))
			return is_subheadline_style(p->b->hint) ? found + 1 : 0;
		found++;
	}
	return found > SUBHEADLINES ? 0 : found;
}

static void
find_subheadlines(struct release *r, size_t headline)
{
	size_t left = r->given[ROLE_SUBHEADLINE] || r->lead == r->n ? 0 : subheadline_count(r, headline);

	for (size_t i = headline + 1; i < r->lead && left > 0; i++) {
		struct piece *p = &r->v[i];

		if (p->b->role != ROLE_NONE || !is_leaf(p) || is_plain_field(p))
			continue;
		release_give(r, p, ROLE_SUBHEADLINE);
		left--;
	}
}

/* A list between headline and lead says the release in points. */
static void
find_keypoints(struct release *r, size_t headline)
{
	if (r->given[ROLE_KEYPOINTS] || r->lead == r->n)
		return;
	for (size_t i = headline + 1; i < r->lead; i++) {
		struct block *list = r->v[i].b, *section;

		if (list->type != BLOCK_LIST || list->first == list->last || count_words(r->v[i].text) < 10)
			continue;
		section = release_section(r, list, ROLE_KEYPOINTS);
		block_move(list, section, NULL);
		r->v[i].b = section;
		r->v[i].changed = true;
		return;
	}
}

/*
 * A short line above the headline, below the label or another line of the
 * sender's, where the format says which the headline is.
 */
static void
find_kicker(struct release *r, size_t headline)
{
	struct piece *p = headline > 0 ? &r->v[headline - 1] : NULL;
	const struct piece *above = headline > 1 ? &r->v[headline - 2] : NULL;

	if (!p || p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE ||
		!(r->v[headline].b->type == BLOCK_HEAD || is_headline_style(r->v[headline].b->hint)))
		return;
	if (!above || above->b->type != BLOCK_PARA || above->b->role == ROLE_NONE || above->b->role == ROLE_DATE_LINE)
		return;
	if (p->text.n > 0 && p->text.n <= KICKER_BYTES && !ends_sentence(p->text) && !is_field_line(p->text) &&
		str_find_char(p->text, '\n') == STR_NPOS && piece_head(r, p).role == ROLE_NONE)
		release_give(r, p, ROLE_KICKER);
}

static void
mark_dateline(struct release *r, struct block *leaf, struct str text, const struct dateline *line)
{
	struct marks marks = { 0 };
	size_t end = line->end;

	while (end > 0 && is_blank((unsigned char)text.p[end - 1]))
		end--;
	if (line->place_to > line->place_from) {
		marks_add(&marks, 0, line->place_from, ROLE_DATELINE);
		marks_add(&marks, line->place_from, line->place_to, ROLE_PLACE);
		marks_add(&marks, line->place_to, end, ROLE_DATELINE);
	} else {
		marks_add(&marks, 0, end, ROLE_DATELINE);
	}
	marks_apply(r->d, leaf, &marks);
}

/* A date line: the day, and the place when it names one. */
static void
read_date_line(struct release *r, const struct piece *p)
{
	struct dateline line = { 0 };
	struct marks marks = { 0 };

	if (!date_line_read(&r->words, p->text, &line))
		return;
	if (r->date_line.year == 0)
		r->date_line = line.date;
	marks_add(&marks, line.place_from, line.place_to, ROLE_PLACE);
	marks_apply(r->d, p->b, &marks);
}

static bool
is_topic(const struct release *r, const struct piece *p, size_t headline, size_t i)
{
	return headline < r->n && i != headline && p->text.n <= KICKER_BYTES && is_field_line(p->text) &&
	       is_labelled(&r->words, WORDS_TOPIC, p->text);
}

/* What stands above the lead, line by line. A label is one only above the headline or right below it. */
static void
give_line_roles(struct release *r, size_t headline, size_t to)
{
	for (size_t i = 0; i < to; i++) {
		struct piece *p = &r->v[i];
		enum role role;

		if (p->b->role == ROLE_DATE_LINE)
			read_date_line(r, p);
		if (!is_leaf(p) || p->b->role != ROLE_NONE)
			continue;
		role = goes_on_with_embargo(r, i) ? ROLE_EMBARGO : piece_line(r, p);
		/* "[Image: a logo]" is how a picture stands in a text, and no wire. */
		if (role == ROLE_NONE && is_wire_line(p->text) && str_find(p->text, STR(": ")) == STR_NPOS)
			role = ROLE_SOURCE;
		/* What the release is about, in a word or two. */
		if (role == ROLE_NONE && is_topic(r, p, headline, i))
			role = ROLE_KICKER;
		if (role == ROLE_LABEL && headline < r->n && i > headline + 1)
			continue;
		if (role != ROLE_NONE && role != ROLE_END_MARK)
			release_give(r, p, role);
		if (p->b->role == ROLE_DATE_LINE)
			read_date_line(r, p);
	}
}

/* Above the text one address alone is as likely a mail's as a contact's. */
static bool
is_top_contact(const struct release *r, struct piece *p)
{
	struct field f;
	size_t fields = 0;

	if (p->b->type != BLOCK_PARA || p->b->role != ROLE_NONE || !piece_is_contact(r, p) ||
		mail_fields(&r->words, p->text) >= 2)
		return false;
	for (size_t at = 0; field_next(p->text, at, &f); at = f.to)
		fields++;
	return fields >= 2 || piece_head(r, p).role == ROLE_CONTACT;
}

static void
put_in_section(struct release *r, size_t i, struct block *section)
{
	block_move(r->v[i].b, section, NULL);
	r->v[i].b = section;
	r->v[i].changed = true;
}

/* Whether a block heads a contact and nothing else. */
static bool
is_contact_heading(const struct release *r, struct piece *p)
{
	return is_leaf(p) && p->b->role == ROLE_NONE && piece_head(r, p).role == ROLE_CONTACT && piece_head(r, p).alone;
}

/* Contacts that stand above the text. */
static void
find_top_contacts(struct release *r, size_t to)
{
	if (r->given[ROLE_CONTACT])
		return;
	for (size_t i = 0; i < to; i++) {
		struct block *section;

		size_t lines = contact_lines(r, i);

		if (lines == 0 && !is_top_contact(r, &r->v[i]))
			continue;
		section = release_section(r, r->v[i].b, ROLE_CONTACT);
		if (i > 0 && is_contact_heading(r, &r->v[i - 1])) {
			make_heading(r->v[i - 1].b);
			put_in_section(r, i - 1, section);
		}
		for (; i < to && (lines > 0 || is_top_contact(r, &r->v[i])); i++) {
			put_in_section(r, i, section);
			lines -= lines > 0;
		}
		find_contacts(r, section);
	}
}

/* "Headline\nand what it says": a break in the headline parts the sub-headline off, or was a wrapped line. */
static void
divide_headline(struct release *r, size_t i)
{
	struct block *b = r->v[i].b;
	size_t at = str_find_char(r->v[i].text, '\n');
	struct block *second;

	if (at == STR_NPOS)
		return;
	second = leaf_split(r->d, b, at);
	r->v[i].changed = r->moved = true;
	if (begins_lower(str_sub(r->v[i].text, at + 1, r->v[i].text.n)))
		leaf_join(r->d, b, second);
	release_gather(r);
}

static void
find_lead(struct release *r, size_t from)
{
	struct dateline line = { 0 };
	struct piece *p;

	r->lead = lead_index(r, from, &line);
	if (r->lead == r->n)
		return;
	p = &r->v[r->lead];
	release_give(r, p, ROLE_LEAD);
	if (r->given[ROLE_DATELINE] || r->given[ROLE_PLACE]) {
		/* The runs stand already; what they say counts. */
		dateline_read(&r->words, p->text, true, &line);
		r->dateline = line.date;
		return;
	}
	if (line.end == 0 && !dateline_read(&r->words, p->text, true, &line))
		return;
	r->dateline = line.date;
	mark_dateline(r, p->b, p->text, &line);
}

void
find_top(struct release *r)
{
	size_t headline = headline_index(r), text;

	if (headline < r->n && r->v[headline].b->role == ROLE_NONE) {
		divide_headline(r, headline);
		release_give(r, &r->v[headline], ROLE_HEADLINE);
	}
	r->headline = headline < r->n ? r->v[headline].text : STR_NONE;
	find_lead(r, headline < r->n ? headline + 1 : 0);
	/* Where the text begins: without a lead right behind the headline, without that nowhere. */
	text = r->lead < r->n ? r->lead : headline < r->n ? headline + 1 : 0;
	give_line_roles(r, headline, text);
	find_top_contacts(r, text);
	if (headline < r->n) {
		find_kicker(r, headline);
		find_subheadlines(r, headline);
		find_keypoints(r, headline);
	}
}
