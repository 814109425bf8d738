#include <time.h>

#include "item/gate.h"
#include "item/input.h"
#include "markup/xml.h"
#include "tool.h"

struct gate_options {
	struct gate gate;
	bool at; /* the moment was given */
};

static void
set_at(struct command *c, const char *value)
{
	struct gate_options *o = c->context;

	o->gate.at = date_seconds(command_time(c, "at", value));
	o->at = true;
}

static void
set_withdrawals(struct command *c, const char *value)
{
	(void)value;
	((struct gate_options *)c->context)->gate.withdrawals = true;
}

static const struct command_option options[] = {
	{ 0, "at", COMMAND_VALUE, "TIME", set_at, "as if it were that time, with its zone" },
	{ 0, "withdrawals", COMMAND_FLAG, NULL, set_withdrawals, "let pass at once what is withheld or canceled" },
};
static const char *const examples[] = {
	"held/item.xml > out/item.xml",
	"--at 2026-03-15T08:00+01:00 < item.xml | nml2html > release.html",
	NULL,
};
static const char *const notes[] = {
	"status: 0 it may go out, 75 not yet (the line says for how many seconds), 77 never (canceled),",
	"64 usage, 65 the input is not what it should be, 66 no input, 70 our own bug, 71 no memory,",
	"73 cannot create, 74 input or output failed",
	NULL,
};

int
main(int argc, char **argv)
{
	struct gate_options o = { 0 };
	struct tool t = { .command = { .context = &o, .examples = examples, .operands = "[file]", .notes = notes,
		.options = options, .option_count = sizeof(options) / sizeof(*options),
		.libraries = { { "reads with", xml_library } } } };
	struct item_input input = { 0 };
	struct buf converted = { 0 };

	tool_begin(&t, argc, argv);
	tool_read(&t, &input.bytes);
	item_input_open(&input, &t.diag);
	if (!o.at)
		o.gate.at = time(NULL); /* now that the input is here */
	tool_seal(&t, NULL);
	gate_check(item_parse(&t.diag, item_input_utf8(&input, &converted, &t.diag)), &o.gate);
	return tool_end(&t, buf_str(&input.bytes), STATUS_OK);
}
