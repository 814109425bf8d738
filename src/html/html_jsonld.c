/* JSON-LD 1.1 as pages of news carry it: the first object that is an article. */
#include "base/json_read.h"
#include "base/limits.h"
#include "html/html_survey.h"

/* Whatever stands for one thing or for several: the i-th of them, or NULL. */
static json_t *
each(json_t *o, size_t i)
{
	if (json_is_array(o))
		return json_array_get(o, i);
	return i == 0 ? o : NULL;
}

static bool
is_article(json_t *o)
{
	json_t *types = json_object_get(o, "@type"), *type;

	for (size_t i = 0; (type = each(types, i)); i++)
		if (str_ends(json_str(type), STR("Article")) || str_ends(json_str(type), STR("BlogPosting")))
			return true;
	return false;
}

/* At the top, in a list, or in a @graph. */
static json_t *
find_article(json_t *top)
{
	json_t *o, *inner, *graph;

	for (size_t i = 0; (o = each(top, i)); i++) {
		if (is_article(o))
			return o;
		graph = json_object_get(o, "@graph");
		for (size_t j = 0; (inner = each(graph, j)); j++)
			if (is_article(inner))
				return inner;
	}
	return NULL;
}

/* A text, or a thing that has a name; one or several. */
static void
add(struct html_survey *s, json_t *article, const char *key)
{
	json_t *values = json_object_get(article, key), *value;
	struct str name = arena_printf(s->arena, "ld:%s", key);

	for (size_t i = 0; (value = each(values, i)); i++) {
		json_t *named = json_object_get(value, "name");

		fact_add(s, name, json_str(named ? named : value));
	}
}

/*
 * Pages have what JSON does not allow: line breaks inside strings, for which a
 * blank does as well, strings in single quotes, commas behind the last of a list.
 */
static void
mend(char *text, size_t n)
{
	char quote = '\0'; /* that of the string we are in */
	char *comma = NULL;

	for (char *c = text; c < text + n; c++) {
		if ((unsigned char)*c < ' ')
			*c = ' ';
		if (comma && (*c == ']' || *c == '}'))
			*comma = ' ';
		if (quote || *c != ' ')
			comma = !quote && *c == ',' ? c : NULL;
		if (!quote && (*c == '"' || *c == '\'')) {
			quote = *c;
			*c = '"';
		} else if (quote && *c == quote) {
			quote = '\0';
			*c = '"';
		} else if (quote && *c == '"') {
			*c = '\'';
		} else if (quote && *c == '\\' && c[1] == '\'') {
			*c++ = ' ';
		} else if (quote && *c == '\\') {
			c++;
		}
	}
}

/* Without the marks of a CDATA section, which XHTML wants and HTML does not know. */
static struct str
inner(struct str script)
{
	script = str_trim(script);
	if (!str_starts(script, STR("<![CDATA[")))
		return script;
	script = str_sub(script, sizeof("<![CDATA[") - 1, script.n);
	return str_trim(str_ends(script, STR("]]>")) ? str_sub(script, 0, script.n - 3) : script);
}

void
html_jsonld(struct html_survey *s, struct str script)
{
	static const char *const keys[] = { "headline", "datePublished", "dateModified", "description", "author",
		"publisher", "keywords", "inLanguage", "url" };
	json_t *top, *article;
	char *text;

	script = inner(script);
	if (script.n == 0 || script.n > LIMIT_JSON_LD - s->jsonld)
		return;
	s->jsonld += script.n;
	text = arena_cstr(s->arena, script);
	mend(text, script.n);
	top = json_read((struct str){ text, script.n }, NULL);
	article = find_article(top);
	for (size_t i = 0; article && i < sizeof(keys) / sizeof(keys[0]); i++)
		add(s, article, keys[i]);
	json_decref(top);
}
