#include "item/input.h"
#include "item/message.h"
#include "item/meta_check.h"
#include "item/revise.h"
#include "markup/xml.h"
#include "tool.h"

struct revise_options {
	struct revise revise;
	bool chosen; /* what is to be done has been said */
	const char *from_name; /* NULL: no new text */
	struct item_input from;
	struct diag from_diag;
	struct str item;
};

static void
choose(struct command *c, enum revise_action action)
{
	struct revise_options *o = c->context;

	if (o->chosen && o->revise.action != action)
		command_usage(c, "one of --update, --correct, --kill, --withhold and --release at a time");
	o->chosen = true;
	o->revise.action = action;
}

static void set_update(struct command *c, const char *value) { (void)value; choose(c, REVISE_UPDATE); }
static void set_correct(struct command *c, const char *value) { (void)value; choose(c, REVISE_CORRECT); }
static void set_kill(struct command *c, const char *value) { (void)value; choose(c, REVISE_KILL); }
static void set_withhold(struct command *c, const char *value) { (void)value; choose(c, REVISE_WITHHOLD); }
static void set_release(struct command *c, const char *value) { (void)value; choose(c, REVISE_RELEASE); }

static void
set_note(struct command *c, const char *value)
{
	struct meta_place place;
	const char *want;

	meta_place_of(STR("editorial-note"), &place);
	((struct revise_options *)c->context)->revise.note = meta_canonical(c->arena, &place, str_of(value), &want);
	if (((struct revise_options *)c->context)->revise.note.n == 0)
		command_bad(c, "note", value, want);
}

static void
set_from(struct command *c, const char *value)
{
	struct revise_options *o = c->context;

	o->from_name = value;
	buf_clear(&o->from.bytes);
	buf_add(&o->from.bytes, command_input(c, value));
}

static void
set_diff(struct command *c, const char *value)
{
	(void)value;
	((struct revise_options *)c->context)->revise.diff = true;
}

static void
set_now(struct command *c, const char *value)
{
	((struct revise_options *)c->context)->revise.now = command_time(c, "now", value);
}

static void
set_item(struct command *c, const char *value)
{
	((struct revise_options *)c->context)->item = str_of(value);
}

static const struct command_option options[] = {
	{ 'u', "update", COMMAND_FLAG, NULL, set_update, "the next version: more, or newer" },
	{ 'c', "correct", COMMAND_FLAG, NULL, set_correct, "the next version: the former was wrong" },
	{ 'k', "kill", COMMAND_FLAG, NULL, set_kill, "take the item back for good" },
	{ 'w', "withhold", COMMAND_FLAG, NULL, set_withhold, "take it back for now" },
	{ 'r', "release", COMMAND_FLAG, NULL, set_release, "let it be used: end that, or its embargo" },
	{ 'n', "note", COMMAND_VALUE, "TEXT", set_note, "say to editors why" },
	{ 'f', "from", COMMAND_VALUE, "FILE", set_from, "take the new text from the item in FILE" },
	{ 'd', "diff", COMMAND_FLAG, NULL, set_diff, "say in the note what changed in the text" },
	{ 0, "now", COMMAND_VALUE, "TIME", set_now, "of the new version; else SOURCE_DATE_EPOCH, else the clock" },
	{ 0, "item", COMMAND_VALUE, "WHICH", set_item, "of a message with several: a number from 1, a guid, or all" },
};
static const char *const examples[] = {
	"--correct --note 'Second quote' --from new.xml --diff release.xml > release-2.xml",
	"--kill --note 'Sent by mistake' < release.xml > kill.xml",
	"--release withheld.xml -o released.xml",
	NULL,
};
static const char *const notes[] = {
	"status: 0 done, 64 usage, 65 the item does not allow it, or is not what it should be,",
	"66 no input, 70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

static void
check_usage(const struct command *c, const struct revise_options *o)
{
	enum revise_action action = o->revise.action;

	if (!o->chosen)
		command_usage(c, "want one of --update, --correct, --kill, --withhold and --release");
	if (o->from_name && action != REVISE_UPDATE && action != REVISE_CORRECT)
		command_usage(c, "a new text (--from) is an update or a correction");
	if (o->revise.diff && !o->from_name)
		command_usage(c, "--diff compares with a new text, --from FILE");
	if (o->from_name && str_is(o->item, "all"))
		command_usage(c, "one text cannot be that of all items");
}

static void
revise(struct item_file *f, struct revise_options *o, struct buf *out)
{
	struct buf converted = { 0 };
	struct splice splice = { 0 };

	if (o->from_name)
		o->revise.from = item_parse(&o->from_diag, item_input_utf8(&o->from, &converted, &o->from_diag));
	for (struct element *item = items_chosen(f, o->item, NULL); item; item = items_chosen(f, o->item, item))
		revise_item(f, &splice, item, &o->revise);
	splice_apply(&splice, f->bytes, out);
}

int
main(int argc, char **argv)
{
	struct revise_options o = { 0 };
	struct tool t = { .command = { .context = &o, .examples = examples, .operands = "[file]", .notes = notes,
		.options = options, .option_count = sizeof(options) / sizeof(*options),
		.libraries = { { "reads with", xml_library } } } };
	struct item_input input = { 0 };
	struct buf converted = { 0 }, out = { 0 };

	tool_begin(&t, argc, argv);
	check_usage(&t.command, &o);
	o.revise.now = tool_now(o.revise.now);
	tool_read(&t, &input.bytes);
	item_input_open(&input, &t.diag);
	o.from_diag = t.diag;
	o.from_diag.file = o.from_name;
	if (o.from_name)
		item_input_open(&o.from, &o.from_diag);
	tool_seal(&t, NULL);
	revise(item_parse(&t.diag, item_input_utf8(&input, &converted, &t.diag)), &o, &out);
	return tool_end(&t, buf_str(&out), STATUS_OK);
}
