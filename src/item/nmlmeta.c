#include "item/nmlmeta.h"

#include "base/json.h"

/* CHANGING */

static struct str
item_language(struct meta_writer *w)
{
	struct str language = meta_first(w->edit.f, &w->catalog, w->edit.item, "language");

	return language.n > 0 ? language : element_value(w->edit.item, XML_NS, "lang");
}

/* A label becomes the code that it is of; a code alone gets its label, in the item's language where there is one. */
static void
settle_topic(struct meta_writer *w, struct topics *topics, struct meta_text *value, bool with_name)
{
	struct arena *a = &w->edit.f->arena;
	struct str language = item_language(w), name, code;
	const struct topic_label *label;

	concept_split(value->text, &name, &code);
	if (code.n == 0)
		code = topics_find(topics, w->edit.f->diag, name, language)->qcode;
	else if (name.n > 0)
		return;
	label = with_name ? topics_label(topics, code, language) : NULL;
	value->text = nml_concept(a, label ? label->label : STR_NONE, code);
	value->language = label ? label->language : STR_NONE;
}

/* Items of a message may have different languages, so each gets values of its own. */
static struct meta_text *
settled(struct meta_writer *w, struct topics *topics, const struct meta_task *task, const struct meta_text *values,
	bool with_name)
{
	struct meta_text *first = NULL, **end = &first;
	bool topical = topics && str_is(str_of(task->place.name), "subject");

	for (; values; values = values->next) {
		*end = ARENA_NEW(&w->edit.f->arena, struct meta_text);
		(*end)->text = values->text;
		if (topical)
			settle_topic(w, topics, *end, with_name);
		end = &(*end)->next;
	}
	return first;
}

void
meta_do(struct item_file *f, struct splice *splice, struct element *item, const struct meta_task *tasks, struct topics *topics)
{
	struct meta_writer w;

	meta_writer_begin(&w, f, splice, item);
	for (; tasks; tasks = tasks->next) {
		struct meta_text *values = settled(&w, topics, tasks, tasks->values, true);
		struct meta_text *removed = settled(&w, topics, tasks, tasks->removed, false);

		if (tasks->set || tasks->clear)
			meta_set(&w, &tasks->place, values);
		else
			meta_add(&w, &tasks->place, values);
		if (!tasks->clear)
			meta_remove(&w, &tasks->place, removed);
	}
	meta_writer_end(&w);
}

/* SHOWING */

/* Attributes of the item, as keys, have one value at most, and no element. */
static struct str
next_value(struct item_file *f, const struct catalog *c, const struct element *item, const struct meta_place *place,
	const struct element **at)
{
	struct str value = STR_NONE;

	if (!place->element) {
		value = *at ? STR_NONE : str_trim(element_value(item, NULL, place->name));
		*at = item;
		return value;
	}
	while (value.n == 0 && (*at = meta_next(f, c, item, place, *at)))
		value = meta_value(f, c, *at, place);
	return value;
}

void
meta_get(struct item_file *f, const struct element *item, const struct meta_place *place, struct buf *out)
{
	struct catalog c = catalog_of(f, item);
	const struct element *at = NULL;
	struct str value;

	while ((value = next_value(f, &c, item, place, &at)).n > 0) {
		buf_add(out, value);
		buf_char(out, '\n');
	}
}

static void
list_as_text(struct item_file *f, const struct catalog *c, const struct element *item, const struct meta_place *place,
	struct buf *out)
{
	const struct element *at = NULL;
	struct str value;

	while ((value = next_value(f, c, item, place, &at)).n > 0) {
		buf_char(out, (char)(place->name[0] - 'a' + 'A'));
		buf_printf(out, "%s: %.*s\n", place->name + 1, STR_FMT(value));
	}
}

static void
put_json(struct json *j, const char *key, const struct meta_place *place, struct str value)
{
	struct str name, code;
	long number;

	if (place->type == META_NUMBER && str_to_long(value, &number)) {
		json_number(j, key, number);
		return;
	}
	if (place->type != META_CONCEPT) {
		json_text(j, key, value);
		return;
	}
	concept_split(value, &name, &code);
	json_open(j, key, '{');
	json_text_if_any(j, "name", name);
	if (code.n > 0)
		json_text(j, nml_is_qcode(code) ? "qcode" : "uri", code);
	json_close(j, '}');
}

/* A key that may have several values has them in an array, and so has one that should not but does. */
static void
list_as_json(struct item_file *f, const struct catalog *c, const struct element *item, const struct meta_place *place,
	struct json *j)
{
	const struct element *at = NULL;
	struct str value = next_value(f, c, item, place, &at), next;

	if (value.n == 0)
		return;
	next = next_value(f, c, item, place, &at);
	if (!place->many && next.n == 0) {
		put_json(j, place->name, place, value);
		return;
	}
	json_open(j, place->name, '[');
	put_json(j, NULL, place, value);
	for (; next.n > 0; next = next_value(f, c, item, place, &at))
		put_json(j, NULL, place, next);
	json_close(j, ']');
}

void
meta_list(struct item_file *f, const struct element *item, enum meta_form form, struct buf *out)
{
	struct catalog c = catalog_of(f, item);
	struct json j = { .out = out };
	struct meta_place place;

	if (form == META_AS_JSON)
		json_open(&j, NULL, '{');
	for (size_t i = 0; meta_place_at(i, &place); i++)
		if (form == META_AS_JSON)
			list_as_json(f, &c, item, &place, &j);
		else
			list_as_text(f, &c, item, &place, out);
	if (form != META_AS_JSON)
		return;
	json_close(&j, '}');
	buf_char(out, '\n');
}
