/*
 * Pieces against the schema. The content models of the schema are
 * deterministic (XML Schema part 1, unique particle attribution): the next
 * element alone says which way to go, so nothing is ever tried twice.
 */
#include <string.h>

#include "nml/nml_meta.h"
#include "nml/nml_schema.h"

#define XSI_NS "http://www.w3.org/2001/XMLSchema-instance"

enum { ROUNDS = 4 }; /* of mending: an element that falls out may take the one around with it */

/* ATTRIBUTES */

/* The kind of an attribute by the type's list; STR_NONE: it may not stand. */
static struct str
attribute_kind(const struct schema_type *type, const struct piece_attribute *a, bool *others)
{
	struct str rest = str_of(type ? type->attributes : "*"), word;

	*others = false;
	while (str_next_word(&rest, &word)) {
		size_t n = a->name.n;

		if (str_is(word, "*"))
			*others = true;
		if (str_is(a->ns, XML_NS) ? str_is(a->name, "lang") && str_starts(word, STR("xml:lang:"))
					  : a->ns.n == 0 && str_starts(word, a->name) && word.n > n && word.p[n] == ':') {
			word = str_sub(word, str_is(a->ns, XML_NS) ? STR("xml:lang:").n : n + 1, word.n);
			return str_ends(word, STR("!")) ? str_sub(word, 0, word.n - 1) : word;
		}
	}
	return STR_NONE;
}

/* In an element of which the schema knows nothing any may stand but those that every schema knows. */
static bool
may_stand(const struct schema_type *type, struct piece_attribute *a)
{
	bool others, known = str_is(a->ns, XML_NS) || str_is(a->ns, XSI_NS) || str_is(a->ns, NML_NS);
	struct str kind = attribute_kind(type, a, &others);

	if (!type && str_is(a->ns, XML_NS) && str_is(a->name, "lang"))
		kind = STR("xmllang");
	if (kind.n == 0)
		return others && !known && (a->ns.n > 0 || !type);
	if (!str_is(kind, "string") && !str_is(kind, "line"))
		a->value = str_trim(a->value);
	return schema_kind_holds(kind, a->value);
}

void
schema_mend_attributes(const struct doc *d, struct piece *p, const struct schema_type *type)
{
	struct piece_attribute **at = &p->attributes;

	while (*at) {
		if (may_stand(type, *at)) {
			at = &(*at)->next;
			continue;
		}
		if (!str_is((*at)->ns, XSI_NS) || !str_is((*at)->name, "schemaLocation"))
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%.*s of %.*s: %.*s",
				STR_FMT(str_sub((*at)->name, 0, 40)), STR_FMT(str_sub(p->name, 0, 40)),
				STR_FMT(str_sub((*at)->value, 0, 80)));
		*at = (*at)->next;
	}
}

static bool
has_required(const struct piece *p, const struct schema_type *type)
{
	struct str rest = str_of(type->attributes), word, name;

	while (str_next_word(&rest, &word)) {
		bool found = !str_ends(word, STR("!"));

		str_next(&word, ':', &name);
		for (const struct piece_attribute *a = p->attributes; a && !found; a = a->next)
			found = a->ns.n == 0 && str_eq(a->name, name);
		if (!found)
			return false;
	}
	return true;
}

/* CONTENT: a particle is a name or a group, with "?", "*" or "+" behind it */

/* The elements of a parent that are not taken yet. */
struct content {
	struct piece *at;
};

static void
skip_texts(struct content *c)
{
	while (c->at && (c->at->name.n == 0 || c->at->out))
		c->at = c->at->next;
}

static struct str
particle_name(const char *s)
{
	return (struct str){ s, strcspn(s, " :?*+|)") };
}

/* Where its quantifier is. */
static const char *
particle_end(const char *s)
{
	int depth = 0;

	if (*s != '(')
		return s + strcspn(s, " ?*+|)");
	do {
		depth += *s == '(' ? 1 : *s == ')' ? -1 : 0;
		s++;
	} while (depth > 0);
	return s;
}

static bool
is_optional(const char *end)
{
	return *end == '?' || *end == '*';
}

/* The particle behind one that ends there, in the same sequence; NULL: none. */
static const char *
next_particle(const char *end)
{
	end += strspn(end, "?*+");
	while (*end == ' ')
		end++;
	return *end == '\0' || *end == ')' || *end == '|' ? NULL : end;
}

/* The sequence behind the "|" of the group that s stands in; NULL: none. */
static const char *
next_choice(const char *s)
{
	while (next_particle(particle_end(s)))
		s = next_particle(particle_end(s));
	s = particle_end(s);
	s += strspn(s, "?*+ ");
	return *s == '|' ? s + 1 + strspn(s + 1, " ") : NULL;
}

static bool
name_fits(const char *s, const struct piece *p)
{
	struct str name = particle_name(s);
	bool ours = str_is(p->ns, NML_NS);

	if (str_is(name, "other"))
		return !ours && p->ns.n > 0;
	if (str_is(name, "any"))
		return !ours || schema_element(p->name);
	return ours && str_eq(name, p->name);
}

/* Whether p can be the first of what the group holds. The groups of the schema are four deep at most. */
static bool
group_begins(const char *s, const struct piece *p)
{
	for (const char *choice = s; choice; choice = next_choice(choice))
		for (const char *at = choice; at; at = next_particle(particle_end(at))) {
			if (*at == '(' ? group_begins(at + 1, p) : name_fits(at, p))
				return true;
			if (!is_optional(particle_end(at)))
				break;
		}
	return false;
}

static const struct schema_type *
type_of(const char *s, const struct piece *p)
{
	struct str name = particle_name(s);

	s += name.n;
	if (*s == ':')
		return schema_type((struct str){ s + 1, strcspn(s + 1, " ?*+|)") });
	return str_is(p->ns, NML_NS) ? schema_element(p->name) : NULL;
}

static bool take_group(struct content *c, const char *s);

static bool
take_once(struct content *c, const char *s)
{
	if (*s == '(')
		return take_group(c, s + 1);
	c->at->type = type_of(s, c->at);
	c->at->taken = true;
	c->at = c->at->next;
	skip_texts(c);
	return true;
}

static bool
begins(const struct content *c, const char *s)
{
	return c->at && (*s == '(' ? group_begins(s + 1, c->at) : name_fits(s, c->at));
}

/* As many as the particle allows. */
static bool
take_particle(struct content *c, const char *s)
{
	const char *end = particle_end(s);

	if (!begins(c, s))
		return is_optional(end);
	do {
		if (!take_once(c, s))
			return false;
	} while ((*end == '*' || *end == '+') && begins(c, s));
	return true;
}

static bool
take_sequence(struct content *c, const char *s)
{
	for (; s; s = next_particle(particle_end(s)))
		if (!take_particle(c, s))
			return false;
	return true;
}

static bool
take_group(struct content *c, const char *s)
{
	const char *only = s;

	for (; s; s = next_choice(s))
		for (const char *at = s; at; at = next_particle(particle_end(at))) {
			if (begins(c, at))
				return take_sequence(c, s);
			if (!is_optional(particle_end(at)))
				break;
		}
	return !next_choice(only) && take_sequence(c, only);
}

/* CHILDREN */

static void
lose_child(const struct doc *d, const struct piece *p)
{
	const struct piece *text = p;

	while (text && text->text.n == 0)
		text = piece_next(p, text);
	if (p->name.n > 0)
		doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%.*s in %.*s: %.*s", STR_FMT(str_sub(p->name, 0, 40)),
			STR_FMT(str_sub(p->parent->name, 0, 40)), STR_FMT(str_trim(str_sub(text ? text->text : STR_NONE, 0, 80))));
	else if (str_trim(p->text).n > 0)
		doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "text in %.*s: %.*s",
			STR_FMT(str_sub(p->parent->name, 0, 40)), STR_FMT(str_sub(p->text, 0, 80)));
}

/* Keeps the elements that were taken, and the texts where they may stand. */
static void
keep_children(const struct doc *d, struct piece *p, bool texts)
{
	struct piece **at = &p->first;

	p->last = NULL;
	while (*at) {
		if ((*at)->name.n > 0 ? (*at)->taken && !(*at)->out : texts) {
			p->last = *at;
			at = &(*at)->next;
		} else {
			lose_child(d, *at);
			*at = (*at)->next;
		}
	}
}

/* Text alone, in one part. */
static bool
mend_text(const struct doc *d, struct piece *p, struct str kind)
{
	struct str text = p->first ? p->first->text : STR_NONE;

	for (struct piece *child = p->first; child; child = child->next)
		child->taken = false;
	keep_children(d, p, true);
	if (p->first && !str_is(kind, "string") && !str_is(kind, "line")) {
		text = str_trim(text);
		p->first->text = text;
	}
	return (!p->first || !p->first->next) && schema_kind_holds(kind, text);
}

/* Whether the particle names p, at whatever place. */
static bool
names(const char *s, const struct piece *p)
{
	const char *end = particle_end(s);

	while (s < end) {
		size_t n = strcspn(s, " ()|?*+:");

		if (n > 0 && name_fits(s, p))
			return true;
		s += n;
		s += *s == ':' ? strcspn(s, " ?*+|)") : 1;
	}
	return false;
}

/* Moves the children that a particle names to the end of another list. */
static struct piece *
sort_out(struct piece **from, struct piece ***to, const char *s, bool texts)
{
	struct piece **first = *to, *child;

	while ((child = *from)) {
		if (child->out || (child->name.n > 0 ? !names(s, child) : !texts)) {
			from = &child->next;
			continue;
		}
		*from = child->next;
		child->next = NULL;
		**to = child;
		*to = &child->next;
	}
	return *first;
}

/*
 * Particle by particle, so that elements in another order than the schema's
 * come into it. A model in which text may stand is one particle.
 */
static bool
mend_content(const struct doc *d, struct piece *p, const char *content)
{
	struct piece *sorted = NULL, **end = &sorted;
	bool mixed = *content == '~', whole = true;

	if (*content == '=')
		return mend_text(d, p, str_of(content + 1));
	for (struct piece *child = p->first; child; child = child->next)
		child->taken = false;
	content += mixed;
	for (const char *s = *content ? content : NULL; s; s = next_particle(particle_end(s))) {
		struct content c = { sort_out(&p->first, &end, s, mixed) };

		skip_texts(&c);
		whole = take_particle(&c, s) && whole;
	}
	*end = p->first;
	p->first = sorted;
	keep_children(d, p, mixed);
	return whole;
}

/* Of an element of which the schema knows nothing all may stand in it that it knows. */
static const char *
content_of(const struct schema_type *type)
{
	return type ? type->content : "~any*";
}

static bool
mend_attributes(const struct doc *d, struct piece *p, const struct schema_type *type)
{
	schema_mend_attributes(d, p, type);
	return !type || has_required(p, type);
}

static bool
mend_element(const struct doc *d, struct piece *p)
{
	return mend_attributes(d, p, p->type) && mend_content(d, p, content_of(p->type));
}

bool
schema_mend_content(const struct doc *d, struct piece *p, const struct schema_type *type)
{
	p->type = type;
	for (int round = 0; round < ROUNDS; round++) {
		bool whole = true;

		if (!mend_content(d, p, content_of(type)))
			return false;
		for (struct piece *at = piece_next(p, p); at; at = piece_next(p, at))
			if (at->name.n > 0 && !mend_element(d, at)) {
				at->out = true;
				whole = false;
			}
		if (whole)
			return true;
	}
	return false;
}

bool
schema_mend(const struct doc *d, struct piece *p, const struct schema_type *type)
{
	return mend_attributes(d, p, type) && schema_mend_content(d, p, type);
}
