#include <string.h>

#include "base/sniff.h"
#include "batch/kind.h"
#include "convert.h"
#include "docx/docx_kind.h"
#include "html/html_scan.h"
#include "mail.h"
#include "nml/nml.h"
#include "recognise/recognise.h"
#include "relcheck/relcheck.h"
#include "tool.h"

struct settings {
	struct relcheck check;
	struct options o;
	struct reader mail;
	struct languages languages;
	bool json, list;
	enum finding_level fail_on;
};

static void
set_format(struct command *c, const char *value)
{
	static const char *const words[] = { "text", "json", NULL };

	((struct settings *)c->context)->json = command_word(c, "format", value, words, "want text or json") == 1;
}

static void
set_fail_on(struct command *c, const char *value)
{
	((struct settings *)c->context)->fail_on =
		(enum finding_level)command_word(c, "fail-on", value, finding_level_names, "want info, warning or error");
}

static void
set_only(struct command *c, const char *value)
{
	struct str unknown;

	if (!relcheck_only(&((struct settings *)c->context)->check, str_of(value), &unknown))
		command_bad(c, "only", value, "no such rule; --list names them");
}

static void
set_no(struct command *c, const char *value)
{
	struct str unknown;

	if (!relcheck_no(&((struct settings *)c->context)->check, str_of(value), &unknown))
		command_bad(c, "no", value, "no such rule; --list names them");
}

static void
set_list(struct command *c, const char *value)
{
	(void)value;
	((struct settings *)c->context)->list = true;
}

static void
set_now(struct command *c, const char *value)
{
	((struct settings *)c->context)->check.now = command_time(c, "now", value);
}

static void
set_zone(struct command *c, const char *value)
{
	((struct settings *)c->context)->o.zone = str_of(value);
}

static void
set_item(struct command *c, const char *value)
{
	((struct settings *)c->context)->o.item = str_of(value);
}

static void
set_from_charset(struct command *c, const char *value)
{
	((struct settings *)c->context)->o.from_charset = value;
}

static void
set_limit_blocks(struct command *c, const char *value)
{
	((struct settings *)c->context)->o.limit_blocks = command_size(c, "limit-blocks", value);
}

static void
set_limit_inflated(struct command *c, const char *value)
{
	((struct settings *)c->context)->o.limit_inflated = command_size(c, "limit-inflated", value);
}

static const struct command_option options[] = {
	{ 0, "format", COMMAND_VALUE, "FORM", set_format, "text (the default) or json" },
	{ 0, "only", COMMAND_VALUE, "ID,...", set_only, "these rules alone; editorial and remains are groups of them" },
	{ 0, "no", COMMAND_VALUE, "ID,...", set_no, "not these rules" },
	{ 0, "list", COMMAND_FLAG, NULL, set_list, "print the rules" },
	{ 0, "fail-on", COMMAND_VALUE, "LEVEL", set_fail_on, "status 1 from this level on: info (the default), warning, error" },
	{ 0, "now", COMMAND_VALUE, "TIME", set_now, "as if it were that time, with its zone" },
	{ 0, "zone", COMMAND_VALUE, "ZONE", set_zone, "of times that name none: +02:00, Europe/Prague" },
	{ 0, "from-charset", COMMAND_VALUE, "NAME", set_from_charset, "the character set of text and HTML" },
	{ 0, "item", COMMAND_VALUE, "WHICH", set_item, "of a message with several: a number from 1, or a guid" },
	{ 0, "limit-blocks", COMMAND_VALUE, "N", set_limit_blocks, "of blocks and pieces of text; 400,000 and one for 50 bytes otherwise" },
	{ 0, "limit-inflated", COMMAND_VALUE, "BYTES", set_limit_inflated, "of all parts of a DOCX; 20M and 64 times its size otherwise" },
};
static const char *const examples[] = {
	"release.docx",
	"--only=remains --fail-on=warning release.docx && mail-it release.docx",
	"--format=json --no=no-place,headline-long < release.html",
	NULL,
};
static const char *const notes[] = {
	"status: 0 nothing found, 1 something found, 64 usage, 65 the input is no release that can be read,",
	"66 no input, 70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

/* Not so an address in angle brackets. */
static bool
has_tags(struct str head)
{
	struct html_scan scan = { 0 };

	html_scan(&scan, head);
	html_scan_free(&scan);
	return scan.markup;
}

/* The reader of a format that is text. XML of another kind is refused by the one of items, which says what it is. */
static const struct reader *
reader_of_format(const struct settings *s, const char *format)
{
	const struct reader *const readers[] = { &txt_reader, &html_reader, &s->mail };

	for (size_t i = 0; format && i < sizeof(readers) / sizeof(readers[0]); i++)
		if (strcmp(readers[i]->format, format) == 0)
			return readers[i];
	return &nml_reader;
}

/* What a file is, by its first bytes. */
static const struct reader *
reader_of(const struct settings *s, struct str bytes, struct diag *diag)
{
	struct str head = str_sub(bytes, 0, SNIFF_ENOUGH);
	const struct reader *reader;

	if (str_starts(bytes, STR("PK")))
		return &docx_reader;
	if (sniff(bytes))
		fail(diag, STATUS_DATA, (struct place){ 0 }, "this is %s; want text, HTML, DOCX, mail or NewsML-G2",
			docx_kind_of_bytes(bytes));
	if (str_trim(bytes).n == 0)
		fail(diag, STATUS_DATA, (struct place){ 0 }, "the input is empty");
	reader = reader_of_format(s, kind_of_text(head, STR_NONE));
	if (reader == &txt_reader && str_starts(str_trim(head), STR("<")) && has_tags(head))
		reader = &html_reader;
	return reader;
}

/* What is said while the input is read and understood becomes findings; an error is said as ever. */
static void
hear(struct diag *diag, const struct message *m)
{
	if (m->severity == SAY_ERROR)
		diag_print(diag, m);
	else
		relcheck_hear(diag->context, m);
}

/* The document as a converter would understand it, whether the file says what its parts are or not. */
static void
read_release(struct settings *s, struct conversion *c)
{
	struct relcheck *check = &s->check;
	struct diag *diag = c->diag;

	diag->verbose = true;
	diag->quiet = false;
	diag->context = check;
	diag->take = hear;
	s->languages = languages_built_in();
	check->languages = &s->languages;
	check->format = c->by->reader->format;
	check->limit_inflated = s->o.limit_inflated;
	convert_read(c);
	check->d = c->doc;
	check->bytes = buf_str(&c->input);
	check->language = doc_meta(c->doc, META_LANGUAGE);
	check->own = doc_meta(c->doc, META_RECOGNISED).n > 0;
	if (!check->own)
		doc_demote_roles(c->doc);
	recognise(c->doc, &s->o);
}

static void
check_input(struct settings *s, struct tool *t, struct buf *out)
{
	struct charsets charsets = { 0 };
	struct converter by = { .o = &s->o, .charsets = &charsets };
	struct diag diag = t->diag;
	struct conversion c = { .by = &by, .diag = &diag };

	tool_read(t, &c.input);
	diag = t->diag;
	s->o.charsets = &charsets;
	s->mail = mail_reader();
	s->o.part_readers = s->mail.parts;
	by.reader = reader_of(s, buf_str(&c.input), &diag);
	convert_begin(&c);
	if (!zone_set(s->o.zone.n ? s->o.zone.p : NULL))
		fail(&diag, STATUS_USAGE, (struct place){ 0 }, "no such time zone: %s", s->o.zone.p);
	s->check.now = tool_now(s->check.now);
	tool_seal(t, NULL);
	read_release(s, &c);
	relcheck_run(&s->check);
	(s->json ? relcheck_json : relcheck_text)(&s->check, &t->diag, out);
	relcheck_free(&s->check);
	convert_end(&c);
}

int
main(int argc, char **argv)
{
	struct settings s = { .o.main = MAIN_AUTO, .fail_on = FINDING_INFO };
	struct tool t = { .command = { .context = &s, .examples = examples, .operands = "[file]", .notes = notes,
		.options = options, .option_count = sizeof(options) / sizeof(*options),
		.libraries = { { "reads with", docx_reader.libraries }, { "parses with", docx_reader.parser },
			{ "and", html_reader.libraries } } } };
	struct buf out = { 0 };

	tool_begin(&t, argc, argv);
	if (s.list) {
		relcheck_list(&out);
		tool_seal(&t, NULL);
	} else {
		check_input(&s, &t, &out);
	}
	return tool_end(&t, buf_str(&out), finding_status(s.check.found, s.fail_on));
}
