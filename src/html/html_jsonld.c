/* JSON-LD 1.1 as pages of news carry it: the first object that is an article. */
#include <json-c/json.h>

#include "html/html_survey.h"

enum { JSON_DEPTH = 32 };

static struct str
string_of(struct json_object *o)
{
	if (!json_object_is_type(o, json_type_string))
		return STR_NONE;
	return (struct str){ json_object_get_string(o), (size_t)json_object_get_string_len(o) };
}

static struct json_object *
member(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;

	if (json_object_is_type(o, json_type_object))
		json_object_object_get_ex(o, key, &value);
	return value;
}

/* Whatever stands for one thing or for several: the i-th of them, or NULL. */
static struct json_object *
each(struct json_object *o, size_t i)
{
	if (json_object_is_type(o, json_type_array))
		return i < json_object_array_length(o) ? json_object_array_get_idx(o, i) : NULL;
	return i == 0 ? o : NULL;
}

static bool
is_article(struct json_object *o)
{
	struct json_object *types = member(o, "@type"), *type;

	for (size_t i = 0; (type = each(types, i)); i++)
		if (str_ends(string_of(type), STR("Article")) || str_ends(string_of(type), STR("BlogPosting")))
			return true;
	return false;
}

/* At the top, in a list, or in a @graph. */
static struct json_object *
find_article(struct json_object *top)
{
	struct json_object *o, *inner, *graph;

	for (size_t i = 0; (o = each(top, i)); i++) {
		if (is_article(o))
			return o;
		graph = member(o, "@graph");
		for (size_t j = 0; (inner = each(graph, j)); j++)
			if (is_article(inner))
				return inner;
	}
	return NULL;
}

/* A text, or a thing that has a name; one or several. */
static void
add(struct html_survey *s, struct json_object *article, const char *key)
{
	struct json_object *values = member(article, key), *value;
	struct str name = arena_printf(s->arena, "ld:%s", key);

	for (size_t i = 0; (value = each(values, i)); i++) {
		struct json_object *named = member(value, "name");

		fact_add(s, name, string_of(named ? named : value));
	}
}

/* Some pages break lines inside strings, which JSON does not allow; there and elsewhere a blank does as well. */
static struct json_object *
parse(struct arena *a, struct str script)
{
	struct json_tokener *tokener = json_tokener_new_ex(JSON_DEPTH);
	char *text = arena_cstr(a, script);
	struct json_object *top;

	for (size_t i = 0; i < script.n; i++)
		if ((unsigned char)text[i] < ' ')
			text[i] = ' ';
	top = json_tokener_parse_ex(tokener, text, (int)script.n + 1);
	json_tokener_free(tokener);
	return top;
}

void
html_jsonld(struct html_survey *s, struct str script)
{
	static const char *const keys[] = { "headline", "datePublished", "dateModified", "description", "author",
		"publisher", "keywords", "inLanguage", "url" };
	struct json_object *top, *article;

	script = str_trim(script);
	if (script.n == 0 || script.n > 16 * 1024 * 1024)
		return;
	/* The usual hash asks the system for a random seed. */
	json_global_set_string_hash(JSON_C_STR_HASH_PERLLIKE);
	top = parse(s->arena, script);
	article = find_article(top);
	for (size_t i = 0; article && i < sizeof(keys) / sizeof(keys[0]); i++)
		add(s, article, keys[i]);
	json_object_put(top);
}
