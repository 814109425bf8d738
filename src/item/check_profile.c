/* What a receiver would refuse, lose or change, by its profile (profile.h). */
#include "base/date.h"
#include "base/limits.h"
#include "item/check_rules.h"
#include "item/profile_rules.h"
#include "markup/xml.h"

/* A line of the profile at work on one item, or on the whole file. */
struct work {
	struct check *check;
	const struct profile_line *line;
	const struct element *top; /* the paths begin with its children */
	size_t matches;		   /* so far */
	const struct element *last; /* of them */
};

/* PATTERNS */

/* "*" is any number of characters, "?" one. */
static bool
matches_one(struct str s, struct str pattern)
{
	size_t i = 0, p = 0, star = STR_NPOS, resume = 0;

	while (i < s.n) {
		if (p < pattern.n && pattern.p[p] == '*') {
			star = p++;
			resume = i;
		} else if (p < pattern.n && (pattern.p[p] == '?' || pattern.p[p] == s.p[i])) {
			i++, p++;
		} else if (star != STR_NPOS) {
			p = star + 1;
			i = ++resume;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.p[p] == '*')
		p++;
	return p == pattern.n;
}

/* "|" stands between several. */
static bool
matches_pattern(struct str s, struct str pattern)
{
	struct str one;

	while (str_next(&pattern, '|', &one))
		if (matches_one(s, one))
			return true;
	return false;
}

/* Whether it is one of the line's values; where the line has none, any will do. */
static bool
matches_value(const struct profile_line *line, struct str value)
{
	for (size_t k = 0; k < line->value_count; k++)
		if (matches_pattern(value, line->values[k]))
			return true;
	return line->value_count == 0;
}

static const struct attribute *
named_attribute(const struct element *e, struct str pattern)
{
	for (uint32_t n = 0; n < e->attribute_count; n++)
		if (matches_pattern(e->attributes[n].name, pattern))
			return &e->attributes[n];
	return NULL;
}

static bool
matches_step(const struct element *e, const struct profile_step *step)
{
	const struct attribute *a;

	if (!matches_pattern(e->name, step->name))
		return false;
	if (step->attribute.n == 0)
		return true;
	a = named_attribute(e, step->attribute);
	return (a && matches_pattern(a->value, step->value)) != step->differs;
}

/* The elements from the top's child down to e. False when e is not within the top. */
struct chain {
	const struct element *elements[LIMIT_XML_DEPTH];
	size_t count;
};

static bool
chain_to(struct chain *c, const struct element *top, const struct element *e)
{
	c->count = 0;
	for (const struct element *up = e; up != top; up = up->parent)
		if (!up || c->count++ == LIMIT_XML_DEPTH)
			return false;
	for (size_t n = c->count; n > 0; n--, e = e->parent)
		c->elements[n - 1] = e;
	return true;
}

/* Whether the path's first `count` steps lead to e: as a pattern whose characters are elements, and "**" is its "*". */
static bool
leads_to(const struct work *w, const struct profile_step *steps, size_t count, const struct element *e)
{
	size_t i = 0, p = 0, star = STR_NPOS, resume = 0;
	struct chain c;

	if (count > 0 && !str_is(steps[count - 1].name, "**") && !matches_step(e, &steps[count - 1]))
		return false;
	if (!chain_to(&c, w->top, e))
		return false;
	while (i < c.count) {
		if (p < count && str_is(steps[p].name, "**")) {
			star = p++;
			resume = i;
		} else if (p < count && matches_step(c.elements[i], &steps[p])) {
			i++, p++;
		} else if (star != STR_NPOS) {
			p = star + 1;
			i = ++resume;
		} else {
			return false;
		}
	}
	while (p < count && str_is(steps[p].name, "**"))
		p++;
	return p == count;
}

/* FINDINGS */

static void
report(struct work *w, struct place place, struct str value)
{
	static const enum check_rule rules[] = { [PROFILE_REFUSED] = RULE_REFUSED, [PROFILE_LOST] = RULE_LOST,
		[PROFILE_CHANGED] = RULE_CHANGED };

	if (value.n > 0)
		check_found(w->check, rules[w->line->level], place, w->line->text,
			arena_printf(&w->check->arena, "(%.*s)", STR_FMT(value)));
	else
		check_found(w->check, rules[w->line->level], place, w->line->text, STR_NONE);
}

static void
report_element(struct work *w, const struct element *e)
{
	report(w, element_place(e), e->name);
}

/* VERBS */

/* The text in front of the first child. */
static bool
has_front(const struct work *w, const struct element *e)
{
	struct element front = { .content = e->content, .content_end = e->first ? e->first->start : e->content_end };

	return str_trim(element_text(w->check->file, &front)).n > 0;
}

static void
check_age(struct work *w, const struct element *e)
{
	int64_t then;
	long hours = 0;

	str_to_long(w->line->values[0], &hours);
	if (checked_time(w->check->file, e, &then) && then + hours * 3600 < date_seconds(w->check->now))
		report(w, element_place(e), str_trim(element_text(w->check->file, e)));
}

/* An element that the path leads to, for verbs that look at it alone. */
static void
visit_element(struct work *w, const struct element *e)
{
	bool right = true;

	switch (w->line->verb) {
	case VERB_ONLY:
		right = matches_value(w->line, str_trim(element_text(w->check->file, e)));
		break;
	case VERB_NO:
		right = w->line->value_count > 0 && !matches_value(w->line, str_trim(element_text(w->check->file, e)));
		break;
	case VERB_NAMES:
		right = matches_value(w->line, e->name);
		break;
	case VERB_ONE:
		right = w->matches == 0;
		break;
	case VERB_LAST:
		if (w->last)
			report_element(w, w->last);
		break;
	case VERB_INNER:
		if (e->first && has_front(w, e))
			report_element(w, e->first); /* the others stand behind it */
		break;
	case VERB_FRONT:
		right = has_front(w, e);
		break;
	case VERB_OLDER:
		check_age(w, e);
		break;
	default:
		break;
	}
	if (!right)
		report_element(w, e);
}

static void
visit_attribute(struct work *w, const struct element *e, const struct attribute *a)
{
	const struct profile_line *line = w->line;
	bool matches = matches_value(line, a->value);

	if (line->verb == VERB_ONLY ? !matches : line->verb == VERB_NO && matches)
		report(w, attribute_place(w->check->file, e, a), a->value);
}

/* Whether what the last step names stands under e, with such a value. */
static bool
bears(const struct work *w, const struct element *e)
{
	const struct profile_line *line = w->line;

	if (line->path.attribute.n > 0) {
		for (uint32_t n = 0; n < e->attribute_count; n++)
			if (matches_pattern(e->attributes[n].name, line->path.attribute) && matches_value(line, e->attributes[n].value))
				return true;
		return false;
	}
	for (const struct element *child = e->first; child; child = child->next)
		if (matches_step(child, &line->path.steps[line->path.count - 1]) &&
			(line->value_count == 0 || matches_value(line, str_trim(element_text(w->check->file, child)))))
			return true;
	return false;
}

static void
visit(struct work *w, const struct element *e)
{
	const struct attribute *a = w->line->path.attribute.n > 0 ? named_attribute(e, w->line->path.attribute) : NULL;

	if (a)
		visit_attribute(w, e, a);
	else if (w->line->path.attribute.n == 0)
		visit_element(w, e);
	w->matches++;
	w->last = e;
}

/* "every" looks at the parents of what the path names, "needs" counts them, the others look at itself. */
static void
run_line(struct work *w)
{
	const struct profile_line *line = w->line;
	bool parents = line->verb == VERB_EVERY || line->verb == VERB_NEEDS;
	size_t count = line->path.count - (parents && line->path.attribute.n == 0);

	for (const struct element *e = w->top; e; e = element_next(w->top, e)) {
		if (!leads_to(w, line->path.steps, count, e))
			continue;
		if (!parents)
			visit(w, e);
		else if (bears(w, e))
			w->matches++;
		else if (line->verb == VERB_EVERY)
			report_element(w, e);
	}
	if (line->verb == VERB_NEEDS && w->matches == 0)
		report(w, element_place(w->top), STR_NONE);
}

static bool
applies(const struct work *w)
{
	const struct profile_path *when = &w->line->when;
	const struct element *e = w->top;

	while (e && when->count > 0 && !leads_to(w, when->steps, when->count, e))
		e = element_next(w->top, e);
	return e != NULL;
}

static void
run_lines(struct check *c, const struct element *top, bool from_root)
{
	for (const struct profile_line *line = c->profile->lines; line; line = line->next) {
		struct work w = { .check = c, .line = line, .top = top };

		if (line->verb != VERB_ROOT && line->path.from_root == from_root && applies(&w))
			run_line(&w);
		else if (line->verb == VERB_ROOT && from_root && !matches_value(line, top->name))
			report_element(&w, top);
	}
}

void
check_profile(struct checked *i)
{
	if (i->check->profile)
		run_lines(i->check, i->item, false);
}

void
check_profile_file(struct check *c)
{
	if (c->profile)
		run_lines(c, c->file->root, true);
}
