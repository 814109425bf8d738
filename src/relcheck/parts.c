/* The parts that a release should have, and whether they fit together. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/dates.h"
#include "recognise/fields.h"
#include "relcheck/relcheck.h"

enum {
	/* Search results and lists cut a headline at 60 to 110 characters; longer ones than this nobody shows whole. */
	HEADLINE_MOST = 150, /* characters */
	/* Newsrooms teach 25 to 40 words for a lead. Twice that is two leads. */
	LEAD_MOST = 90, /* words */
	TITLE_WORD = 4, /* characters of a word that tells one title from another */
	EMBARGO_LINE = 400, /* bytes */
};

static void
check_headline(struct relcheck *c)
{
	const struct block *b = doc_find(c->d, ROLE_HEADLINE);
	struct str text = b ? block_text(&c->d->arena, b) : STR_NONE;
	size_t n = utf8_count(text);

	if (!b)
		relcheck_found(c, RULE_NO_HEADLINE, (struct place){ 0 }, "no headline was found");
	if (n > HEADLINE_MOST)
		relcheck_found(c, RULE_HEADLINE_LONG, relcheck_place_of(c, b),
			"the headline has %zu characters; search results and lists cut it, and above %d all of them do", n, HEADLINE_MOST);
}

static void
check_lead(struct relcheck *c)
{
	const struct block *b = doc_find(c->d, ROLE_LEAD);
	size_t n = b ? count_words(block_text(&c->d->arena, b)) : 0;

	if (n > LEAD_MOST)
		relcheck_found(c, RULE_LEAD_LONG, relcheck_place_of(c, b),
			"the lead has %zu words; more than %d are seldom read to their end", n, LEAD_MOST);
}

static bool
has_run(const struct block *root, enum role role)
{
	for (struct walk w = { .root = root }; walk_next(&w);)
		for (const struct run *run = w.leaving ? NULL : w.at->runs; run; run = run->next)
			if (run->role == role)
				return true;
	return false;
}

static void
check_origin(struct relcheck *c)
{
	if (!c->d->meta[META_DATE])
		relcheck_found(c, RULE_NO_DATE, (struct place){ 0 }, "no date was found");
	if (!has_run(c->d->root, ROLE_PLACE))
		relcheck_found(c, RULE_NO_PLACE, (struct place){ 0 }, "no place was found in a dateline or beside the date");
}

/* Whether one can call or write to somebody by what stands there. */
static bool
can_be_reached(struct relcheck *c, const struct block *root)
{
	struct str text = block_text(&c->d->arena, root);
	struct field f;

	if (has_run(root, ROLE_CONTACT_PHONE) || has_run(root, ROLE_CONTACT_EMAIL))
		return true;
	for (size_t at = 0; field_next(text, at, &f); at = f.to)
		if (f.kind != FIELD_WEB && f.sure)
			return true;
	for (struct walk w = { .root = root }; walk_next(&w);)
		for (const struct run *run = w.leaving ? NULL : w.at->runs; run; run = run->next)
			if (str_starts(run->link, STR("mailto:")) || str_starts(run->link, STR("tel:")))
				return true;
	return false;
}

static void
check_contact(struct relcheck *c)
{
	const struct block *first = doc_find(c->d, ROLE_CONTACT);

	if (can_be_reached(c, c->d->root))
		return;
	if (first)
		relcheck_found(c, RULE_CONTACT, relcheck_place_of(c, first), "the contact has no telephone number and no e-mail address");
	else
		relcheck_found(c, RULE_NO_CONTACT, (struct place){ 0 }, "no contact was found");
}

/* The instant that an embargo line names, as far as it says it. */
static bool
embargo_of(struct relcheck *c, const struct block *line, struct date *until)
{
	struct str text = str_sub(block_text(&c->d->arena, line), 0, EMBARGO_LINE);

	*until = (struct date){ 0 };
	if (!date_find(&c->words, text, until) || until->year == 0)
		return false;
	return until->has_time || time_find(&c->words, text, until);
}

static void
check_embargo_lines(struct relcheck *c)
{
	struct date first = { 0 }, date;

	for (const struct block *b = c->d->root->first; b; b = b->next) {
		if (b->role != ROLE_EMBARGO || !embargo_of(c, b, &date))
			continue;
		if (first.year && date_seconds(first) != date_seconds(date))
			relcheck_found(c, RULE_EMBARGO_CONFLICT, relcheck_place_of(c, b), "one embargo says %.*s, another %.*s",
				STR_FMT(date_format(&c->d->arena, first)), STR_FMT(date_format(&c->d->arena, date)));
		if (!first.year)
			first = date;
	}
}

/* "For immediate release" above an embargo that still holds. */
static void
check_release_line(struct relcheck *c)
{
	const struct block *line = doc_find(c->d, ROLE_RELEASE_LINE);
	struct str text = line ? block_text(&c->d->arena, line) : STR_NONE;

	if (line && words_at(&c->words, WORDS_EMBARGO, text) == 0)
		relcheck_found(c, RULE_EMBARGO_CONFLICT, relcheck_place_of(c, line), "there is an embargo, and \"%.*s\"",
			STR_FMT(relcheck_cut(c, text)));
}

static void
check_embargo(struct relcheck *c)
{
	struct str value = doc_meta(c->d, META_EMBARGO);
	struct date until = { 0 };

	check_embargo_lines(c);
	if (date_parse(value, &until) && date_seconds(until) <= date_seconds(c->now))
		relcheck_found(c, RULE_EMBARGO_PAST, relcheck_place_of(c, doc_find(c->d, ROLE_EMBARGO)), "the embargo has passed: %.*s",
			STR_FMT(value));
	else if (value.n > 0)
		check_release_line(c);
}

/* How much of the title's words the text has, in hundredths; 100 where it has none that count. */
static size_t
shared_words(struct str title, struct str text)
{
	size_t all = 0, shared = 0;
	struct str word;

	while (relcheck_next_word(&title, &word)) {
		if (utf8_count(word) < TITLE_WORD)
			continue;
		all++;
		shared += str_find(text, word) != STR_NPOS;
	}
	return all == 0 ? 100 : 100 * shared / all;
}

/* The classic leftover: the title of the release that the file was made from. */
static void
check_title(struct relcheck *c)
{
	const struct block *b = doc_find(c->d, ROLE_HEADLINE);
	struct str title = c->title.n > 0 ? c->title : doc_meta(c->d, META_TITLE), folded;

	if (title.n == 0 || !b || words_are(&c->words, WORDS_LABEL, title))
		return;
	folded = utf8_fold(&c->d->arena, doc_line(c->d, str_sub(title, 0, 1000)));
	if (shared_words(folded, utf8_fold(&c->d->arena, block_text(&c->d->arena, b))) < 25 &&
		shared_words(folded, relcheck_shown(c)) < 60)
		relcheck_found(c, RULE_TITLE, (struct place){ 0 }, "the file's title is \"%.*s\", the headline \"%.*s\"",
			STR_FMT(relcheck_cut(c, title)), STR_FMT(relcheck_cut(c, block_text(&c->d->arena, b))));
}

static void
check_language(struct relcheck *c)
{
	const struct language *stated = language_of_tag(c->languages, c->language), *found = language_of_text(c->languages, c->d, NULL);

	if (c->language.n == 0 && strcmp(c->format, "txt") != 0)
		relcheck_found(c, RULE_NO_LANGUAGE, (struct place){ 0 }, "the file does not say its language");
	if (stated && found && stated != found)
		relcheck_found(c, RULE_LANGUAGE, (struct place){ 0 }, "the file says \"%.*s\", the text seems to be \"%s\"",
			STR_FMT(c->language), found->tag);
}

/* What --public leaves out of every output. */
static void
check_private(struct relcheck *c)
{
	for (enum meta_key k = 0; k < META_COUNT; k++) {
		const struct meta_value *v = meta_private(k) ? c->d->meta[k] : NULL;
		size_t n = 0;

		for (const struct meta_value *each = v; each; each = each->next)
			n++;
		if (v)
			relcheck_found(c, RULE_PRIVATE, (struct place){ 0 }, "%s, %zu value%s: \"%.*s\"", meta_name(k), n,
				n == 1 ? "" : "s", STR_FMT(relcheck_cut(c, v->text)));
	}
}

void
relcheck_parts(struct relcheck *c)
{
	check_private(c);
	check_headline(c);
	check_lead(c);
	check_origin(c);
	check_contact(c);
	check_embargo(c);
	check_title(c);
	check_language(c);
}
