#include "relcheck/relcheck.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { CUT = 60 }; /* characters of a text that is shown */

static const struct {
	const char *id;
	enum relcheck_group group;
	enum finding_level level;
} rules[RULE_COUNT] = {
#define X(symbol, group, level, id, means) [RULE_##symbol] = { id, RELCHECK_##group, FINDING_##level },
	RELCHECK_RULES(X)
#undef X
};

static const char *const groups[] = { [RELCHECK_EDITORIAL] = "editorial", [RELCHECK_REMAINS] = "remains" };

const char *
relcheck_id(enum relcheck_rule rule)
{
	return rules[rule].id;
}

const char *
relcheck_group_name(enum relcheck_rule rule)
{
	return groups[rules[rule].group];
}

enum finding_level
relcheck_level(enum relcheck_rule rule)
{
	return rules[rule].level;
}

static bool
is_named(enum relcheck_rule rule, struct str name)
{
	return str_is(name, rules[rule].id) || str_is(name, groups[rules[rule].group]);
}

/* Turns all rules of these names on or off. */
static bool
turn(struct relcheck *c, struct str names, bool off, struct str *unknown)
{
	while (str_next(&names, ',', unknown)) {
		struct str name = str_starts(*unknown, STR("R-")) ? str_sub(*unknown, 2, unknown->n) : *unknown;
		bool known = false;

		for (enum relcheck_rule rule = 0; rule < RULE_COUNT; rule++)
			if (is_named(rule, name)) {
				c->off[rule] = off;
				known = true;
			}
		if (!known)
			return false;
	}
	return true;
}

bool
relcheck_only(struct relcheck *c, struct str ids, struct str *unknown)
{
	memset(c->off, true, sizeof(c->off));
	return turn(c, ids, false, unknown);
}

bool
relcheck_no(struct relcheck *c, struct str ids, struct str *unknown)
{
	return turn(c, ids, true, unknown);
}

static void
keep(struct relcheck *c, struct finding f)
{
	if (c->n == RELCHECK_FINDINGS)
		return;
	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 32;
		c->v = mem_grow(c->v, c->cap * sizeof(*c->v));
	}
	c->v[c->n++] = f;
}

void
relcheck_found(struct relcheck *c, enum relcheck_rule rule, struct place place, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	if (c->off[rule])
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	c->found[rules[rule].level]++;
	c->of_rule[rule]++;
	keep(c, (struct finding){ place, rule, arena_str(&c->d->arena, str_of(text)) });
}

struct str
relcheck_cut(struct relcheck *c, struct str text)
{
	struct str line = doc_line(c->d, str_sub(text, 0, 8 * CUT)), rest = line;

	for (int i = 0; i < CUT && rest.n > 0; i++)
		utf8_next(&rest);
	if (rest.n == 0 && text.n <= 8 * CUT)
		return line;
	return arena_printf(&c->d->arena, "%.*s...", STR_FMT(str_sub(line, 0, line.n - rest.n)));
}

struct place
relcheck_place(const struct block *b, size_t number)
{
	if (b->line > 0)
		return (struct place){ .number = b->line };
	return (struct place){ .unit = "paragraph", .number = number };
}

struct place
relcheck_place_of(const struct relcheck *c, const struct block *b)
{
	size_t number = 0;

	if (!b)
		return (struct place){ 0 };
	for (struct walk w = { .root = c->d->root }; walk_next(&w);) {
		number += !w.leaving && w.at->runs;
		if (w.at == b)
			return relcheck_place(b, number > 0 ? number : 1);
	}
	return (struct place){ 0 };
}

bool
relcheck_in_word(uint32_t c)
{
	return utf8_is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '@';
}

bool
relcheck_next_word(struct str *rest, struct str *word)
{
	struct str from = *rest;

	for (;;) {
		if (rest->n == 0)
			return false;
		from = *rest;
		if (relcheck_in_word(utf8_next(rest)))
			break;
	}
	*word = from;
	for (;;) {
		word->n = (size_t)(rest->p - word->p);
		if (rest->n == 0)
			return true;
		from = *rest;
		if (!relcheck_in_word(utf8_next(&from)))
			return true;
		*rest = from;
	}
}

struct str
relcheck_text_of(struct relcheck *c)
{
	if (!c->text.p)
		c->text = block_text(&c->d->arena, c->d->root);
	return c->text;
}

struct str
relcheck_shown(struct relcheck *c)
{
	if (!c->shown.p)
		c->shown = utf8_fold(&c->d->arena, relcheck_text_of(c));
	return c->shown;
}

bool
relcheck_is_shown(struct relcheck *c, struct str text)
{
	return str_find(relcheck_shown(c), utf8_fold(&c->d->arena, doc_line(c->d, text))) != STR_NPOS;
}

/* What the programs warn of while they read and understand a release, and what it is here. */
void
relcheck_hear(struct relcheck *c, const struct message *m)
{
	static const struct {
		const char *id;
		enum relcheck_rule rule;
	} heard[] = {
		{ "W-weekday", RULE_WEEKDAY },
		{ "W-date-differs", RULE_DATES },
		{ "W-embargo-zone", RULE_EMBARGO_ZONE },
		{ "W-embargo-unread", RULE_EMBARGO_TIME },
		{ "W-season", RULE_EMBARGO_SEASON },
		{ "W-embargo-differs", RULE_EMBARGO_CONFLICT },
		{ "W-headline", RULE_TITLE },
		{ "M-mojibake", RULE_MOJIBAKE },
		{ "M-residue", RULE_RESIDUE },
		{ "M-doubled-headline", RULE_DOUBLED },
	};

	for (size_t i = 0; i < sizeof(heard) / sizeof(heard[0]); i++)
		if (m->severity == SAY_WARNING && strcmp(heard[i].id, m->id) == 0)
			relcheck_found(c, heard[i].rule, m->place, "%.*s", STR_FMT(m->text));
}

void
relcheck_run(struct relcheck *c)
{
	static const struct {
		const char *format;
		void (*scan)(struct relcheck *c);
	} scans[] = { { "docx", relcheck_docx }, { "html", relcheck_html }, { "nml", relcheck_nml } };

	c->words = lexicon_of(&c->d->arena, c->languages, language_of_tag(c->languages, doc_meta(c->d, META_LANGUAGE)));
	lexicon_in_region(&c->words, doc_meta(c->d, META_LANGUAGE));
	for (size_t i = 0; i < sizeof(scans) / sizeof(scans[0]); i++)
		if (strcmp(scans[i].format, c->format) == 0)
			scans[i].scan(c);
	relcheck_parts(c);
	relcheck_unfinished(c);
	relcheck_links(c);
}

void
relcheck_free(struct relcheck *c)
{
	free(c->v);
}
