#include <string.h>

#include "base/limits.h"
#include "item/input.h"
#include "item/message.h"
#include "item/meta_check.h"
#include "item/nmlmeta.h"
#include "markup/xml.h"
#include "tool.h"

struct meta_options {
	bool list, get;
	enum meta_form form;
	struct meta_place got; /* the key that --get names */
	struct meta_task *tasks;
	bool topic;		 /* --topic is there, which needs --topics */
	const char *topics_name; /* NULL: none */
	struct str topics_bytes;
	struct str item;
};

static struct meta_place
key_of(struct command *c, const char *option, const char *value, struct str name)
{
	struct meta_place place;

	if (!meta_place_of(str_trim(name), &place))
		command_bad(c, option, value, "no such key");
	return place;
}

static struct meta_task *
task_of(struct command *c, const struct meta_place *place)
{
	struct meta_task **task = &((struct meta_options *)c->context)->tasks;

	while (*task && strcmp((*task)->place.name, place->name) != 0)
		task = &(*task)->next;
	if (!*task) {
		*task = ARENA_NEW(c->arena, struct meta_task);
		(*task)->place = *place;
	}
	return *task;
}

static void
add_text(struct command *c, const char *option, const char *value, const struct meta_place *place, struct str text,
	struct meta_text **list)
{
	const char *want;

	text = meta_canonical(c->arena, place, text, &want);
	if (text.n == 0)
		command_bad(c, option, value, want);
	while (*list)
		list = &(*list)->next;
	*list = ARENA_NEW(c->arena, struct meta_text);
	(*list)->text = text;
}

/* One of the key's new values: KEY=VALUE. */
static struct meta_task *
add_value(struct command *c, const char *option, const char *value)
{
	struct str text = str_of(value), name;
	struct meta_place place;
	struct meta_task *task;

	if (!str_next(&text, '=', &name) || !text.p)
		command_bad(c, option, value, "want KEY=VALUE");
	place = key_of(c, option, value, name);
	task = task_of(c, &place);
	if (!place.many && task->values)
		command_bad(c, option, value, "the key has only one value");
	add_text(c, option, value, &place, text, &task->values);
	return task;
}

static void
set_set(struct command *c, const char *value)
{
	add_value(c, "set", value)->set = true;
}

static void
set_add(struct command *c, const char *value)
{
	add_value(c, "add", value);
}

static void
set_topic(struct command *c, const char *value)
{
	((struct meta_options *)c->context)->topic = true;
	add_value(c, "add", arena_cstr(c->arena, arena_printf(c->arena, "subject=%s", value)));
}

static void
set_remove(struct command *c, const char *value)
{
	struct str text = str_of(value), name;
	struct meta_place place;
	struct meta_task *task;

	str_next(&text, '=', &name);
	place = key_of(c, "remove", value, name);
	task = task_of(c, &place);
	if (text.p)
		add_text(c, "remove", value, &place, text, &task->removed);
	else
		task->clear = true;
}

static void
set_get(struct command *c, const char *value)
{
	struct meta_options *o = c->context;

	o->get = true;
	o->got = key_of(c, "get", value, str_of(value));
}

static void
set_format(struct command *c, const char *value)
{
	static const char *const words[] = { "text", "json", NULL };
	struct meta_options *o = c->context;

	o->list = true;
	o->form = (enum meta_form)command_word(c, "format", value, words, "want text or json");
}

static void
set_list(struct command *c, const char *value)
{
	(void)value;
	((struct meta_options *)c->context)->list = true;
}

static void
set_topics(struct command *c, const char *value)
{
	struct meta_options *o = c->context;

	o->topics_name = value;
	o->topics_bytes = command_file(c, value, LIMIT_TOPICS);
}

static void
set_item(struct command *c, const char *value)
{
	((struct meta_options *)c->context)->item = str_of(value);
}

static const struct command_option options[] = {
	{ 'l', "list", COMMAND_FLAG, NULL, set_list, "show the metadata, a \"Key: value\" line each" },
	{ 0, "format", COMMAND_VALUE, "FORM", set_format, "show it as text or json, an object of JSON an item" },
	{ 'g', "get", COMMAND_VALUE, "KEY", set_get, "show the values of one key, a line each" },
	{ 's', "set", COMMAND_VALUE, "KEY=VALUE", set_set, "in place of what the key has; again for more values" },
	{ 'a', "add", COMMAND_VALUE, "KEY=VALUE", set_add, "one value more" },
	{ 'r', "remove", COMMAND_VALUE, "KEY[=VALUE]", set_remove, "take out that value, or all that the key has" },
	{ 0, "topic", COMMAND_VALUE, "LABEL", set_topic, "add a subject by its label in any language, out of --topics" },
	{ 0, "topics", COMMAND_VALUE, "FILE", set_topics, "a vocabulary: the IPTC's JSON, or lines qcode, tab, label" },
	{ 0, "item", COMMAND_VALUE, "WHICH", set_item, "of a message with several: a number from 1, a guid, or all" },
};
static const char *const examples[] = {
	"--list item.xml",
	"--set urgency=3 --add keyword=water < item.xml > changed.xml",
	"--topics mediatopics.json --topic 'environmental politics' item.xml -o changed.xml",
	NULL,
};
static const char *const notes[] = {
	"Without --list, --get and changes the input is copied as it is.",
	"status: 0 done, 64 usage, 65 the input is not what it should be, 66 no input,",
	"70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

static void
show(struct item_file *f, const struct meta_options *o, struct buf *out)
{
	struct str which = o->item.n > 0 ? o->item : STR("all");

	for (struct element *item = items_chosen(f, which, NULL), *next; item; item = next) {
		next = items_chosen(f, which, item);
		if (o->get)
			meta_get(f, item, &o->got, out);
		else
			meta_list(f, item, o->form, out);
		if (next && o->list && o->form == META_AS_TEXT)
			buf_char(out, '\n');
	}
}

static void
change(struct item_file *f, const struct meta_options *o, struct buf *out)
{
	struct diag topics_diag = *f->diag;
	struct topics topics = { 0 };
	struct splice splice = { 0 };

	topics_diag.file = o->topics_name;
	if (o->topics_name)
		topics_read(&topics, &topics_diag, o->topics_bytes);
	for (struct element *item = items_chosen(f, o->item, NULL); item; item = items_chosen(f, o->item, item))
		meta_do(f, &splice, item, o->tasks, o->topics_name ? &topics : NULL);
	splice_apply(&splice, f->bytes, out);
}

static void
check_usage(const struct command *c, const struct meta_options *o)
{
	if (o->list && o->get)
		command_usage(c, "--list shows all keys, --get one");
	if ((o->list || o->get) && o->tasks)
		command_usage(c, "show metadata or change it; a pipe does both");
	if (o->topic && !o->topics_name)
		command_usage(c, "--topic wants a vocabulary, --topics FILE");
}

int
main(int argc, char **argv)
{
	struct meta_options o = { 0 };
	struct tool t = { .command = { .context = &o, .examples = examples, .operands = "[file]", .notes = notes,
		.options = options, .option_count = sizeof(options) / sizeof(*options),
		.libraries = { { "reads with", xml_library }, { "vocabularies with", topics_library } } } };
	struct item_input input = { 0 };
	struct buf converted = { 0 }, out = { 0 };
	struct item_file *f;

	tool_begin(&t, argc, argv);
	check_usage(&t.command, &o);
	tool_read(&t, &input.bytes);
	item_input_open(&input, &t.diag);
	tool_seal(&t, NULL);
	f = item_parse(&t.diag, item_input_utf8(&input, &converted, &t.diag));
	if (o.list || o.get)
		show(f, &o, &out);
	else if (o.tasks)
		change(f, &o, &out);
	else
		buf_add(&out, buf_str(&input.bytes));
	return tool_end(&t, buf_str(&out), STATUS_OK);
}
