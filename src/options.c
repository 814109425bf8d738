#include "options.h"

#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/limits.h"

enum { JOBS_MOST = 256 };

static const struct place nowhere = { 0 };

/* The options that a setter sets. */
static struct options *
options_of(struct command *c)
{
	return c->context;
}

static void
add_given(struct command *c, struct given **list, struct str key, struct str value, const char *where)
{
	struct given *g = ARENA_NEW(c->arena, struct given);

	g->key = meta_of_name(str_trim(key));
	g->value = arena_str(c->arena, str_trim(value));
	if (g->key == META_COUNT)
		fail(c->diag, STATUS_USAGE, nowhere, "%s: no such key: %.*s", where, STR_FMT(key));
	while (*list)
		list = &(*list)->next;
	*list = g;
}

static void
set_meta(struct command *c, const char *value)
{
	struct str rest = str_of(value), key;

	if (!str_next(&rest, '=', &key) || !rest.p)
		command_bad(c, "meta", value, "want KEY=VALUE");
	add_given(c, &options_of(c)->meta, key, rest, "--meta");
}

/* "Key: value" lines; blank lines and lines that begin with # say nothing. */
static void
set_defaults(struct command *c, const char *value)
{
	struct diag diag = *c->diag;
	struct str rest = command_file(c, value, LIMIT_OPTION_FILE), line, key;

	diag.file = value;
	while (str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (!str_next(&line, ':', &key) || !line.p)
			fail(&diag, STATUS_USAGE, nowhere, "not a line of the form \"Key: value\": %.*s", STR_FMT(key));
		add_given(c, &options_of(c)->defaults, key, line, value);
	}
}

static void
set_strict(struct command *c, const char *value)
{
	if (value && strcmp(value, "all") != 0)
		command_bad(c, "strict", value, "want nothing, or =all");
	options_of(c)->strict = value ? STRICT_ALL : STRICT_CONTENT;
}

static void
set_now(struct command *c, const char *value)
{
	if (!date_parse(str_of(value), &options_of(c)->now))
		command_bad(c, "now", value, "want a date as 2026-03-15T08:00+01:00");
	options_of(c)->now.has_time = true;
}

static void
set_lang(struct command *c, const char *value)
{
	struct doc *d = doc_new(c->diag);

	options_of(c)->lang = arena_str(c->arena, doc_language(d, str_of(value)));
	doc_free(d);
	if (options_of(c)->lang.n == 0)
		command_bad(c, "lang", value, "want a language tag as cs or en-GB");
}

static const char *
checked_charset(struct command *c, const char *option, const char *value, const char *name)
{
	if (!name)
		command_bad(c, option, value, "no such character set");
	return name;
}

static void
set_from_charset(struct command *c, const char *value)
{
	options_of(c)->from_charset = checked_charset(c, "from-charset", value, charset_of_label(str_of(value)));
}

static void
set_to_charset(struct command *c, const char *value)
{
	const char *name = checked_charset(c, "to-charset", value, charset_of_output_label(str_of(value)));

	options_of(c)->to_charset = strcmp(name, "UTF-8") == 0 ? NULL : name;
}

static void
set_unencodable(struct command *c, const char *value)
{
	static const char *const words[] = { "error", "translit", "ref", NULL };

	options_of(c)->unencodable =
		(enum unencodable)command_word(c, "unencodable", value, words, "want error, translit or ref");
}

static void
set_no_mend(struct command *c, const char *value)
{
	struct str rest = str_of(value), id;

	if (!value)
		options_of(c)->no_mend = ~0u;
	while (value && str_next(&rest, ',', &id)) {
		enum mend mend = mend_named(id);

		if (mend == MEND_COUNT)
			command_bad(c, "no-mend", value, "no such mend; wirecopy(7) lists them");
		options_of(c)->no_mend |= 1u << mend;
	}
}

static void
set_wrap(struct command *c, const char *value)
{
	long n;

	if (!str_to_long(str_of(value), &n) || n < 0 || n > 10000 || (n > 0 && n < 20))
		command_bad(c, "wrap", value, "want 0, or 20 columns or more");
	options_of(c)->wrap = (size_t)n;
}

static void
set_links(struct command *c, const char *value)
{
	static const char *const words[] = { "inline", "foot", "none", NULL };

	options_of(c)->links = (enum link_style)command_word(c, "links", value, words, "want inline, foot or none");
}

static void
set_letterhead(struct command *c, const char *value)
{
	static const char *const words[] = { "facts", "all", "none", NULL };

	options_of(c)->letterhead = (enum letterhead)command_word(c, "letterhead", value, words, "want facts, all or none");
}

static void
set_track_changes(struct command *c, const char *value)
{
	static const char *const words[] = { "accept", "reject", NULL };

	options_of(c)->reject_changes = command_word(c, "track-changes", value, words, "want accept or reject") == 1;
}

static void
set_body(struct command *c, const char *value)
{
	static const char *const words[] = { "xhtml", "nitf", "text", NULL };

	options_of(c)->body = (enum body_form)command_word(c, "body", value, words, "want xhtml, nitf or text");
}

static void
set_main(struct command *c, const char *value)
{
	if (value && strcmp(value, "auto") != 0)
		command_bad(c, "main", value, "want nothing, or =auto");
	options_of(c)->main = value ? MAIN_AUTO : MAIN_ON;
}

/* A name of the Domain Name System, in lower case (RFC 1123, 2.1), with a dot in it. */
static void
set_guid_domain(struct command *c, const char *value)
{
	struct str rest = str_of(value), label;
	size_t labels = 0;
	bool good = rest.n <= 253;

	while (good && str_next(&rest, '.', &label)) {
		good = label.n > 0 && label.n <= 63 && label.p[0] != '-' && label.p[label.n - 1] != '-';
		for (size_t i = 0; i < label.n; i++)
			good = good && (ascii_digit(label.p[i]) || label.p[i] == '-' ||
					       (ascii_alpha(label.p[i]) && ascii_lower(label.p[i]) == label.p[i]));
		labels++;
	}
	if (!good || labels < 2)
		command_bad(c, "guid-domain", value, "want a domain in lower case, as example.com");
	options_of(c)->guid_domain = str_of(value);
}

static void
set_newsml_version(struct command *c, const char *value)
{
	long n;

	if (strncmp(value, "2.", 2) != 0 || !str_to_long(str_of(value + 2), &n) || n < 9 || n > NEWSML_VERSION)
		command_bad(c, "newsml-version", value, "want 2.9 to 2.35");
	options_of(c)->newsml_version = (int)n;
}

static void
set_template(struct command *c, const char *value)
{
	options_of(c)->template_name = value;
	options_of(c)->template_bytes = command_file(c, value, LIMIT_TEMPLATE);
}

static void
set_tables(struct command *c, const char *value)
{
	struct table_file **last = &options_of(c)->tables;

	while (*last)
		last = &(*last)->next;
	*last = ARENA_NEW(c->arena, struct table_file);
	(*last)->name = value;
	(*last)->bytes = command_file(c, value, LIMIT_OPTION_FILE);
}

static void
set_css(struct command *c, const char *value)
{
	options_of(c)->css = command_file(c, value, LIMIT_OPTION_FILE);
}

static void
set_style(struct command *c, const char *value)
{
	static const char *const words[] = { "release", "wire", NULL };

	options_of(c)->wire = command_word(c, "style", value, words, "want release or wire") == 1;
}

static void
set_zone(struct command *c, const char *value)
{
	options_of(c)->zone = str_of(value);
}

static void
set_limit_blocks(struct command *c, const char *value)
{
	options_of(c)->limit_blocks = command_size(c, "limit-blocks", value);
}

static void
set_limit_inflated(struct command *c, const char *value)
{
	options_of(c)->limit_inflated = command_size(c, "limit-inflated", value);
}

static void
set_attachment(struct command *c, const char *value)
{
	long n;

	if (strcmp(value, "auto") == 0)
		options_of(c)->attachment = ATTACHMENT_AUTO;
	else if (strcmp(value, "never") == 0)
		options_of(c)->attachment = ATTACHMENT_NEVER;
	else if (str_to_long(str_of(value), &n) && n > 0 && n <= 1000)
		options_of(c)->attachment = (int)n;
	else
		command_bad(c, "attachment", value, "want auto, never or a number from 1");
}

static void
set_base_url(struct command *c, const char *value)
{
	options_of(c)->base_url = str_of(value);
}

static void set_report(struct command *c, const char *value) { options_of(c)->report = value; }
static void set_force(struct command *c, const char *value) { (void)value; options_of(c)->force = true; }
static void set_public(struct command *c, const char *value) { (void)value; options_of(c)->public = true; }
static void set_no_recognise(struct command *c, const char *value) { (void)value; options_of(c)->no_recognise = true; }
static void set_comments(struct command *c, const char *value) { (void)value; options_of(c)->comments = true; }
static void set_no_images(struct command *c, const char *value) { (void)value; options_of(c)->no_images = true; }
static void set_media(struct command *c, const char *value) { options_of(c)->media = value; }
static void set_item(struct command *c, const char *value) { options_of(c)->item = str_of(value); }
static void set_marks(struct command *c, const char *value) { (void)value; options_of(c)->marks = true; }
static void set_nbsp(struct command *c, const char *value) { (void)value; options_of(c)->nbsp = true; }
static void set_headers(struct command *c, const char *value) { (void)value; options_of(c)->headers = true; }

static void set_folder(struct command *c, const char *value) { options_of(c)->many.folder = value; }
static void set_list(struct command *c, const char *value) { options_of(c)->many.list = value; }
static void set_halt(struct command *c, const char *value) { (void)value; options_of(c)->many.halt = true; }

static void
set_jobs(struct command *c, const char *value)
{
	long n;

	if (!str_to_long(str_of(value), &n) || n < 1 || n > JOBS_MOST)
		command_bad(c, "jobs", value, "want 1 to 256");
	options_of(c)->many.jobs = (unsigned)n;
}

static void
set_fragment(struct command *c, const char *value)
{
	(void)value;
	options_of(c)->fragment = options_of(c)->public = true;
}

/* reads, writes: the format that a program must read or write to have the option; NULL: any. */
static const struct row {
	const char *reads, *writes;
	struct command_option option;
} rows[] = {
	{ NULL, NULL, { 'm', "meta", COMMAND_VALUE, "KEY=VALUE", set_meta, "set a metadata value; again for more" } },
	{ NULL, NULL, { 0, "defaults", COMMAND_VALUE, "FILE", set_defaults, "values where the document has none: Key: value lines" } },
	{ NULL, NULL, { 0, "lang", COMMAND_VALUE, "TAG", set_lang, "the document's language, as cs or en-GB" } },
	{ NULL, NULL, { 0, "zone", COMMAND_VALUE, "ZONE", set_zone, "of times that name none: +02:00, Europe/Prague; UTC otherwise" } },
	{ NULL, NULL, { 0, "now", COMMAND_VALUE, "TIME", set_now, "where a time is required and the document has none" } },
	{ "txt", NULL, { 0, "from-charset", COMMAND_VALUE, "NAME", set_from_charset, "the input's character set" } },
	{ "html", NULL, { 0, "from-charset", COMMAND_VALUE, "NAME", set_from_charset, "the input's character set" } },
	{ "html", NULL, { 0, "base-url", COMMAND_VALUE, "URL", set_base_url, "what relative links in the input are relative to" } },
	{ "html", NULL, { 0, "main", COMMAND_MAY_VALUE, "auto", set_main, "only the release of a page; =auto: of one with navigation" } },
	{ "docx", NULL, { 0, "letterhead", COMMAND_VALUE, "WHAT", set_letterhead, "of headers and footers: facts (the default), all, none" } },
	{ "docx", NULL, { 0, "track-changes", COMMAND_VALUE, "HOW", set_track_changes, "accept (the default) or reject" } },
	{ "docx", NULL, { 0, "comments", COMMAND_FLAG, NULL, set_comments, "keep comments, as notes" } },
	{ "nml", NULL, { 0, "item", COMMAND_VALUE, "WHICH", set_item, "of a message with several: a number from 1, or a guid" } },
	{ "eml", NULL, { 0, "attachment", COMMAND_VALUE, "WHICH", set_attachment, "is read in place of the text: auto (the default), never, a number" } },
	{ "eml", NULL, { 0, "from-charset", COMMAND_VALUE, "NAME", set_from_charset, "of texts that do not name theirs" } },
	{ NULL, NULL, { 0, "guid-domain", COMMAND_VALUE, "DOMAIN", set_guid_domain, "for a guid that is made: urn:newsml:DOMAIN:DATE:..." } },
	{ NULL, "docx", { 0, "template", COMMAND_VALUE, "FILE", set_template, "a DOCX whose styles, headers and footers are used" } },
	{ NULL, "nml", { 0, "body", COMMAND_VALUE, "FORM", set_body, "xhtml (the default), nitf or text" } },
	{ NULL, "nml", { 0, "newsml-version", COMMAND_VALUE, "2.N", set_newsml_version, "write an older version, from 2.9" } },
	{ NULL, "nml", { 0, "media", COMMAND_VALUE, "DIR", set_media, "put images into DIR as files" } },
	{ NULL, "html", { 0, "media", COMMAND_VALUE, "DIR", set_media, "put images into DIR as files" } },
	{ NULL, "html", { 0, "no-images", COMMAND_FLAG, NULL, set_no_images, "leave images out; their alternative text stays" } },
	{ NULL, "eml", { 0, "no-images", COMMAND_FLAG, NULL, set_no_images, "leave images out; their alternative text stays" } },
	{ NULL, "eml", { 0, "css", COMMAND_VALUE, "FILE", set_css, "a style sheet in place of ours" } },
	{ NULL, "html", { 0, "css", COMMAND_VALUE, "FILE", set_css, "a style sheet in place of ours" } },
	{ NULL, "txt", { 0, "to-charset", COMMAND_VALUE, "NAME", set_to_charset, "the output's character set; UTF-8 otherwise" } },
	{ NULL, "txt", { 0, "unencodable", COMMAND_VALUE, "HOW", set_unencodable, "what that set lacks: error (the default), translit or ref" } },
	{ NULL, "txt", { 0, "headers", COMMAND_FLAG, NULL, set_headers, "write all metadata and roles in a block of headers" } },
	{ NULL, "txt", { 0, "wrap", COMMAND_VALUE, "COLUMNS", set_wrap, "wrap lines (format=flowed); 0, the default, does not" } },
	{ NULL, "txt", { 0, "links", COMMAND_VALUE, "HOW", set_links, "inline (the default), foot or none" } },
	{ NULL, "txt", { 0, "style", COMMAND_VALUE, "HOW", set_style, "release (the default), or wire: without underlines and marks" } },
	{ NULL, "txt", { 0, "marks", COMMAND_FLAG, NULL, set_marks, "show *bold* and _italic_" } },
	{ NULL, "txt", { 0, "nbsp", COMMAND_FLAG, NULL, set_nbsp, "join what belongs together by blanks that do not break" } },
	{ NULL, "html", { 0, "fragment", COMMAND_FLAG, NULL, set_fragment, "the article alone, for a page of yours; implies --public" } },
	{ NULL, NULL, { 0, "public", COMMAND_FLAG, NULL, set_public, "leave out what is for editors only" } },
	{ NULL, NULL, { 0, "no-mend", COMMAND_MAY_VALUE, "ID", set_no_mend, "leave damage alone: all, or that of an id (with commas: of several)" } },
	{ NULL, NULL, { 0, "tables", COMMAND_VALUE, "FILE", set_tables, "words of a language: wirecopy-tables(5); again for more" } },
	{ NULL, NULL, { 0, "no-recognise", COMMAND_FLAG, NULL, set_no_recognise, "do not look for the parts of a release" } },
	{ NULL, NULL, { 0, "limit-blocks", COMMAND_VALUE, "N", set_limit_blocks, "of blocks and pieces of text; 400,000 and one for 50 bytes otherwise" } },
	{ "docx", NULL, { 0, "limit-inflated", COMMAND_VALUE, "BYTES", set_limit_inflated, "of all parts; 20M and 64 times the input otherwise" } },
	{ "eml", NULL, { 0, "limit-inflated", COMMAND_VALUE, "BYTES", set_limit_inflated, "of all parts of a DOCX in it; 20M and 64 times that otherwise" } },
	{ NULL, NULL, { 0, "force", COMMAND_FLAG, NULL, set_force, "go on where the input looks like another format" } },
	{ NULL, NULL, { 0, "strict", COMMAND_MAY_VALUE, "all", set_strict, "fail (65) when content or metadata is lost; =all: anything" } },
	{ NULL, NULL, { 'O', "output-dir", COMMAND_VALUE, "DIR", set_folder, "many inputs: one output in DIR for each" } },
	{ NULL, NULL, { 0, "files0-from", COMMAND_VALUE, "FILE", set_list, "with -O: more inputs, their names each ended by a zero byte" } },
	{ NULL, NULL, { 'j', "jobs", COMMAND_VALUE, "N", set_jobs, "with -O: so many at once; as many as processors otherwise" } },
	{ NULL, NULL, { 0, "halt-on-error", COMMAND_FLAG, NULL, set_halt, "with -O: begin no other input behind one that fails" } },
	{ NULL, NULL, { 0, "report", COMMAND_VALUE, "FILE", set_report, "write what was lost to FILE, as JSON" } },
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static bool
row_applies(const struct row *row, const struct reader *reader, const struct writer *writer)
{
	return (!row->reads || strcmp(row->reads, reader->format) == 0) &&
	       (!row->writes || strcmp(row->writes, writer->format) == 0);
}

static bool
is_named(const struct command_option *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].name, name) == 0)
			return true;
	return false;
}

size_t
options_all(struct command_option *list, const struct command_option *own, size_t own_count)
{
	size_t n = 0;

	for (size_t i = 0; i < ROWS && n < OPTIONS_ROOM; i++) {
		const struct command_option *option = &rows[i].option;

		if (option->set != set_folder && option->set != set_halt && !is_named(own, own_count, option->name) &&
			!is_named(list, n, option->name))
			list[n++] = *option;
	}
	return n;
}

static const char *
suffix(const char *format)
{
	return strcmp(format, "nml") == 0 ? "xml" : format;
}

static const char *const statuses[] = {
	"status: 0 done, 64 usage, 65 the input is not what it should be, 66 no input,",
	"70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed",
	NULL,
};

enum { EXAMPLES = 4 };

static const char *const *
examples_of(struct arena *a, const char *from, const char *to)
{
	const char **example = arena_alloc(a, (EXAMPLES + 1) * sizeof(*example));

	example[0] = arena_printf(a, "< release.%s > release.%s", from, to).p;
	example[1] = arena_printf(a, "-o release.%s release.%s", to, from).p;
	example[2] = arena_printf(a, "--strict --meta provider='Example Corp' release.%s > release.%s", from, to).p;
	example[3] = arena_printf(a, "-O out *.%s", from).p;
	example[EXAMPLES] = NULL;
	return example;
}

static void
check_many(const struct options *o, const struct command *c)
{
	const struct many_options *many = &o->many;

	if (many->folder && c->output)
		command_usage(c, "-o and -O at once");
	if (many->folder && c->operand_count == 0 && !many->list)
		command_usage(c, "-O wants files, or --files0-from");
	if (!many->folder && (many->list || many->halt || many->jobs))
		command_usage(c, "--files0-from, --jobs and --halt-on-error want -O DIR");
	if (!many->folder && c->operand_count > 1)
		command_usage(c, "several inputs want -O DIR");
}

void
options_check(const struct options *o, const struct command *c)
{
	if (o->headers && (o->wire || o->marks || o->nbsp))
		command_usage(c, "--headers takes no --style, --marks or --nbsp: the text is to come back as it was");
}

void
options_parse(struct options *o, struct tool *t, int argc, char **argv, const struct reader *reader,
	const struct writer *writer)
{
	struct command_option *options = arena_alloc(&t->arena, sizeof(rows) / sizeof(rows[0]) * sizeof(*options));
	size_t n = 0;

	for (int i = 0; i < ROWS; i++)
		if (row_applies(&rows[i], reader, writer))
			options[n++] = rows[i].option;
	o->newsml_version = NEWSML_VERSION;
	o->part_readers = reader->parts;
	o->part_writers = writer->parts;
	t->command = (struct command){
		.context = o,
		.examples = examples_of(&t->arena, suffix(reader->format), suffix(writer->format)),
		.operands = "[file ...]",
		.notes = statuses,
		.options = options,
		.option_count = n,
		.libraries = { { "reads with", reader->libraries }, { "parses with", reader->parser },
			{ "writes with", writer->libraries } },
	};
	tool_begin(t, argc, argv);
	options_check(o, &t->command);
	check_many(o, &t->command);
	if (writer->binary && !o->many.folder && !t->command.output && isatty(STDOUT_FILENO))
		command_usage(&t->command, "will not write binary data to a terminal; name a file with -o");
}
