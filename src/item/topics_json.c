#include "base/json_read.h"
#include "item/topics.h"

static const struct place nowhere = { 0 };

/* Tags in the IPTC's file that are codes of countries. */
static const struct {
	const char *tag, *language;
} mistaken[] = { { "se", "sv" }, { "dk", "da" } };

static struct str
language_of(struct str tag)
{
	for (size_t i = 0; i < sizeof(mistaken) / sizeof(*mistaken); i++)
		if (str_is(tag, mistaken[i].tag))
			return str_of(mistaken[i].language);
	return tag;
}

static void
add_labels(struct topics *t, json_t *concept)
{
	struct str qcode = json_member(concept, "qcode");
	json_t *labels = json_object_get(concept, "prefLabel"), *label;
	bool retired = json_object_get(concept, "retired");
	const char *language;

	if (qcode.n == 0)
		return;
	json_object_foreach(labels, language, label)
		topics_add(t, qcode, json_str(label), language_of(str_of(language)), retired);
}

void
topics_read_json(struct topics *t, struct str bytes)
{
	json_error_t error;
	json_t *top = json_read(bytes, &error), *set, *concept;
	size_t i;

	if (!top)
		fail(t->diag, STATUS_DATA, nowhere, "not JSON: line %d: %s", error.line, error.text);
	set = json_object_get(top, "conceptSet");
	if (!json_is_array(set))
		fail(t->diag, STATUS_DATA, nowhere, "not a vocabulary: it has no conceptSet");
	json_array_foreach(set, i, concept)
		add_labels(t, concept);
	json_decref(top);
}

const char *
topics_library(void)
{
	return "jansson " JANSSON_VERSION;
}
