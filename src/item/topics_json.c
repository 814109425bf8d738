#include <json-c/json.h>

#include "item/topics.h"

enum { JSON_DEPTH = 16 }; /* the IPTC's: 5 */

static const struct place nowhere = { 0 };

/* Tags in the IPTC's file that are codes of countries. */
static const struct {
	const char *tag, *language;
} mistaken[] = { { "se", "sv" }, { "dk", "da" } };

static struct json_object *
member(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;

	if (json_object_is_type(o, json_type_object))
		json_object_object_get_ex(o, key, &value);
	return value;
}

static struct str
string_of(struct json_object *o)
{
	if (!json_object_is_type(o, json_type_string))
		return STR_NONE;
	return (struct str){ json_object_get_string(o), (size_t)json_object_get_string_len(o) };
}

static struct str
language_of(struct str tag)
{
	for (size_t i = 0; i < sizeof(mistaken) / sizeof(*mistaken); i++)
		if (str_is(tag, mistaken[i].tag))
			return str_of(mistaken[i].language);
	return tag;
}

static void
add_labels(struct topics *t, struct json_object *concept)
{
	struct str qcode = string_of(member(concept, "qcode"));
	struct json_object *labels = member(concept, "prefLabel");
	bool retired = member(concept, "retired");

	if (qcode.n == 0 || !json_object_is_type(labels, json_type_object))
		return;
	for (struct json_object_iterator i = json_object_iter_begin(labels), end = json_object_iter_end(labels);
		!json_object_iter_equal(&i, &end); json_object_iter_next(&i))
		topics_add(t, qcode, string_of(json_object_iter_peek_value(&i)),
			language_of(str_of(json_object_iter_peek_name(&i))), retired);
}

void
topics_read_json(struct topics *t, struct str bytes)
{
	struct json_tokener *tokener;
	struct json_object *top, *set;

	json_global_set_string_hash(JSON_C_STR_HASH_PERLLIKE); /* the other one asks the system for a random seed */
	tokener = json_tokener_new_ex(JSON_DEPTH);
	if (!tokener)
		fail(t->diag, STATUS_NO_MEMORY, nowhere, "no memory for the JSON parser");
	top = bytes.n < INT32_MAX ? json_tokener_parse_ex(tokener, bytes.p, (int)bytes.n) : NULL;
	if (!top)
		fail(t->diag, STATUS_DATA, nowhere, "not JSON: %s", json_tokener_error_desc(json_tokener_get_error(tokener)));
	json_tokener_free(tokener);
	set = member(top, "conceptSet");
	if (!json_object_is_type(set, json_type_array))
		fail(t->diag, STATUS_DATA, nowhere, "not a vocabulary: it has no conceptSet");
	for (size_t i = 0; i < json_object_array_length(set); i++)
		add_labels(t, json_object_array_get_idx(set, i));
	json_object_put(top);
}

const char *
topics_library(void)
{
	return "json-c " JSON_C_VERSION;
}
