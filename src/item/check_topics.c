/* Codes and names against a vocabulary that the user has at hand (guide 7.6.2.1). */
#include <stdlib.h>

#include "base/utf8.h"
#include "item/check_rules.h"
#include "item/topics.h"

static int
label_order(const void *a, const void *b)
{
	const struct topic_label *x = *(const struct topic_label *const *)a, *y = *(const struct topic_label *const *)b;

	return str_order(x->qcode, y->qcode);
}

void
check_topics_begin(struct check *c)
{
	if (!c->topics)
		return;
	c->labels = arena_alloc(&c->arena, c->topics->count * sizeof(*c->labels));
	for (size_t k = 0; k < c->topics->count; k++)
		c->labels[k] = &c->topics->labels[k];
	qsort(c->labels, c->topics->count, sizeof(*c->labels), label_order);
}

/* The first label of that code, or where it would stand. */
static size_t
first_label(const struct check *c, struct str qcode)
{
	size_t from = 0, to = c->topics->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_order(c->labels[middle]->qcode, qcode) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* The code as the vocabulary would have it: with the alias that the IPTC has for the scheme, whatever the item's is. */
static struct str
vocabulary_code(struct checked *i, struct concept concept, struct str qcode)
{
	const struct iptc_scheme *row = concept.scheme.n > 0 ? iptc_scheme_at(concept.scheme) : NULL;

	return row ? arena_printf(&i->check->arena, "%s:%.*s", row->alias, STR_FMT(concept.code)) : qcode;
}

/* Whether the vocabulary has codes of that alias. */
static bool
covers(const struct check *c, struct str qcode)
{
	struct str alias = str_sub(qcode, 0, str_find_char(qcode, ':') + 1);
	size_t at = first_label(c, alias);

	return at < c->topics->count && str_starts(c->labels[at]->qcode, alias);
}

/* Whether a label of the code in the name's language is the name; there may be none in that language. */
static bool
is_label(const struct check *c, size_t first, struct str name, struct str language, const struct topic_label **label)
{
	*label = NULL;
	for (size_t k = first; k < c->topics->count && str_eq(c->labels[k]->qcode, c->labels[first]->qcode); k++) {
		const struct topic_label *l = c->labels[k];

		if (str_eq(l->folded, name))
			return true;
		if (!*label && language.n >= 2 && str_eq_nocase(str_sub(l->language, 0, 2), str_sub(language, 0, 2)))
			*label = l;
	}
	return *label == NULL;
}

static void
check_name(struct checked *i, const struct element *name, size_t first)
{
	struct str text = element_line(i->file, name), language = element_value(name, XML_NS, "lang");
	const struct topic_label *label;

	if (!language.n)
		language = element_value(i->item, XML_NS, "lang");
	if (text.n > 0 && !is_label(i->check, first, utf8_fold(&i->check->arena, text), language, &label))
		check_found(i->check, RULE_NAME, element_place(name), label->label, text);
}

void
check_topic(struct checked *i, const struct element *e)
{
	struct str qcode = str_trim(element_value(e, NULL, "qcode"));
	struct concept concept = concept_of(&i->catalog, e);
	struct check *c = i->check;
	size_t at;

	if (!c->topics || concept.code.n == 0)
		return;
	qcode = vocabulary_code(i, concept, qcode);
	at = first_label(c, qcode);
	if (at == c->topics->count || !str_eq(c->labels[at]->qcode, qcode)) {
		if (qcode.n > 0 && covers(c, qcode))
			check_found(c, RULE_CODE, element_place(e), qcode, STR("the vocabulary's"));
		return;
	}
	if (c->labels[at]->retired)
		check_found(c, RULE_RETIRED_CODE, element_place(e), qcode, STR_NONE);
	for (const struct element *name = item_child(e, "name", NULL); name; name = item_child(e, "name", name))
		check_name(i, name, at);
}
