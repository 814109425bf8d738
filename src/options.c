#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "io.h"
#include "sandbox.h"

/* What the functions below need beside the value. */
struct parse {
	struct options *o;
	struct arena *a;
	struct diag *diag;
	const struct reader *reader;
	const struct writer *writer;
};

static const struct place nowhere = { 0 };

static _Noreturn void
bad_value(struct parse *p, const char *option, const char *value, const char *want)
{
	fail(p->diag, STATUS_USAGE, nowhere, "--%s %s: %s", option, value, want);
}

static void
add_given(struct parse *p, struct given **list, struct str key, struct str value, const char *where)
{
	struct given *g = ARENA_NEW(p->a, struct given);

	g->key = meta_of_name(str_trim(key));
	g->value = arena_str(p->a, str_trim(value));
	if (g->key == META_COUNT)
		fail(p->diag, STATUS_USAGE, nowhere, "%s: no such key: %.*s", where, STR_FMT(key));
	while (*list)
		list = &(*list)->next;
	*list = g;
}

static void
set_meta(struct parse *p, const char *value)
{
	struct str rest = str_of(value), key;

	if (!str_next(&rest, '=', &key) || !rest.p)
		bad_value(p, "meta", value, "want KEY=VALUE");
	add_given(p, &p->o->meta, key, rest, "--meta");
}

/* A file that an option names, read before the sandbox closes. */
static struct str
named_file(struct parse *p, const char *path, size_t limit)
{
	struct buf bytes = { 0 };
	struct diag diag = *p->diag;
	struct str kept;

	diag.file = path;
	io_read(&diag, path, limit, &bytes);
	kept = arena_str(p->a, buf_str(&bytes));
	buf_free(&bytes);
	return kept;
}

/* "Key: value" lines; blank lines and lines that begin with # say nothing. */
static void
set_defaults(struct parse *p, const char *value)
{
	struct diag diag = *p->diag;
	struct str rest = named_file(p, value, 1024 * 1024), line, key;

	diag.file = value;
	while (str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (!str_next(&line, ':', &key) || !line.p)
			fail(&diag, STATUS_USAGE, nowhere, "not a line of the form \"Key: value\": %.*s", STR_FMT(key));
		add_given(p, &p->o->defaults, key, line, value);
	}
}

static void
set_strict(struct parse *p, const char *value)
{
	if (value && strcmp(value, "all") != 0)
		bad_value(p, "strict", value, "want nothing, or =all");
	p->o->strict = value ? STRICT_ALL : STRICT_CONTENT;
}

static void
set_now(struct parse *p, const char *value)
{
	if (!date_parse(str_of(value), &p->o->now))
		bad_value(p, "now", value, "want a date as 2026-03-15T08:00+01:00");
	p->o->now.has_time = true;
}

static void
set_lang(struct parse *p, const char *value)
{
	struct doc *d = doc_new(p->diag);

	p->o->lang = arena_str(p->a, doc_language(d, str_of(value)));
	doc_free(d);
	if (p->o->lang.n == 0)
		bad_value(p, "lang", value, "want a language tag as cs or en-GB");
}

static void
set_limit_input(struct parse *p, const char *value)
{
	struct str number = str_of(value);
	long n, unit = 1;

	if (str_ends(number, STR("M")))
		unit = 1024 * 1024, number.n--;
	else if (str_ends(number, STR("G")))
		unit = 1024 * 1024 * 1024, number.n--;
	if (!str_to_long(number, &n) || n < 1 || n > 1024 * 1024 * 1024)
		bad_value(p, "limit-input", value, "want a number of bytes, or with M or G behind it");
	p->o->limit_input = (size_t)n * (size_t)unit;
}

static const char *
charset_name(struct parse *p, const char *option, const char *value)
{
	const char *name = charset_of_label(str_of(value));

	if (!name)
		bad_value(p, option, value, "no such character set");
	return name;
}

static void
set_from_charset(struct parse *p, const char *value)
{
	p->o->from_charset = charset_name(p, "from-charset", value);
}

static void
set_to_charset(struct parse *p, const char *value)
{
	p->o->to_charset = charset_name(p, "to-charset", value);
	if (strcmp(p->o->to_charset, "UTF-8") == 0)
		p->o->to_charset = NULL;
}

static void
set_wrap(struct parse *p, const char *value)
{
	long n;

	if (!str_to_long(str_of(value), &n) || n < 0 || n > 10000 || (n > 0 && n < 20))
		bad_value(p, "wrap", value, "want 0, or 20 columns or more");
	p->o->wrap = (size_t)n;
}

/* The place of a word in a list of them that ends with NULL; `want` says the words when it is none of them. */
static int
one_of(struct parse *p, const char *option, const char *value, const char *const *words, const char *want)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(value, words[i]) == 0)
			return i;
	bad_value(p, option, value, want);
}

static void
set_links(struct parse *p, const char *value)
{
	static const char *const words[] = { "inline", "foot", "none", NULL };

	p->o->links = (enum link_style)one_of(p, "links", value, words, "want inline, foot or none");
}

static void
set_letterhead(struct parse *p, const char *value)
{
	static const char *const words[] = { "facts", "all", "none", NULL };

	p->o->letterhead = (enum letterhead)one_of(p, "letterhead", value, words, "want facts, all or none");
}

static void
set_track_changes(struct parse *p, const char *value)
{
	static const char *const words[] = { "accept", "reject", NULL };

	p->o->reject_changes = one_of(p, "track-changes", value, words, "want accept or reject") == 1;
}

static void
set_body(struct parse *p, const char *value)
{
	static const char *const words[] = { "xhtml", "nitf", "text", NULL };

	p->o->body = (enum body_form)one_of(p, "body", value, words, "want xhtml, nitf or text");
}

static void
set_main(struct parse *p, const char *value)
{
	if (value && strcmp(value, "auto") != 0)
		bad_value(p, "main", value, "want nothing, or =auto");
	p->o->main = value ? MAIN_AUTO : MAIN_ON;
}

static void
set_newsml_version(struct parse *p, const char *value)
{
	long n;

	if (strncmp(value, "2.", 2) != 0 || !str_to_long(str_of(value + 2), &n) || n < 9 || n > NEWSML_VERSION)
		bad_value(p, "newsml-version", value, "want 2.9 to 2.35");
	p->o->newsml_version = (int)n;
}

static void
set_template(struct parse *p, const char *value)
{
	p->o->template_name = value;
	p->o->template_bytes = named_file(p, value, 64 * 1024 * 1024);
}

static void
set_css(struct parse *p, const char *value)
{
	p->o->css = named_file(p, value, 1024 * 1024);
}

static void
set_zone(struct parse *p, const char *value)
{
	p->o->zone = str_of(value);
}

static void
set_base_url(struct parse *p, const char *value)
{
	p->o->base_url = str_of(value);
}

static void set_output(struct parse *p, const char *value) { p->o->output = value; }
static void set_report(struct parse *p, const char *value) { p->o->report = value; }
static void set_quiet(struct parse *p, const char *value) { (void)value; p->diag->quiet = true; }
static void set_verbose(struct parse *p, const char *value) { (void)value; p->diag->verbose = true; }
static void set_force(struct parse *p, const char *value) { (void)value; p->o->force = true; }
static void set_public(struct parse *p, const char *value) { (void)value; p->o->public = true; }
static void set_no_recognise(struct parse *p, const char *value) { (void)value; p->o->no_recognise = true; }
static void set_comments(struct parse *p, const char *value) { (void)value; p->o->comments = true; }
static void set_no_images(struct parse *p, const char *value) { (void)value; p->o->no_images = true; }
static void set_media(struct parse *p, const char *value) { p->o->media = value; }
static void set_item(struct parse *p, const char *value) { p->o->item = str_of(value); }
static void set_guid_domain(struct parse *p, const char *value) { p->o->guid_domain = str_of(value); }
static void set_headers(struct parse *p, const char *value) { (void)value; p->o->headers = true; }

static void
set_fragment(struct parse *p, const char *value)
{
	(void)value;
	p->o->fragment = p->o->public = true;
}

static void print_help(struct parse *p, const char *value);
static void print_version(struct parse *p, const char *value);

enum argument { NO_ARGUMENT = no_argument, ARGUMENT = required_argument, MAY_ARGUMENT = optional_argument };

/* reads, writes: the format that a program must read or write to have the option; NULL: any. */
static const struct row {
	char letter;
	const char *name;
	enum argument argument;
	const char *value; /* its name in the help */
	const char *reads, *writes;
	void (*set)(struct parse *, const char *);
	const char *help;
} rows[] = {
	{ 'o', "output", ARGUMENT, "FILE", NULL, NULL, set_output, "write FILE, whole or not at all" },
	{ 'm', "meta", ARGUMENT, "KEY=VALUE", NULL, NULL, set_meta, "set a metadata value; again for more" },
	{ 0, "defaults", ARGUMENT, "FILE", NULL, NULL, set_defaults, "values where the document has none: Key: value lines" },
	{ 0, "lang", ARGUMENT, "TAG", NULL, NULL, set_lang, "the document's language, as cs or en-GB" },
	{ 0, "zone", ARGUMENT, "ZONE", NULL, NULL, set_zone, "of times that name none: +02:00, Europe/Prague; UTC otherwise" },
	{ 0, "now", ARGUMENT, "TIME", NULL, NULL, set_now, "where a time is required and the document has none" },
	{ 0, "from-charset", ARGUMENT, "NAME", "txt", NULL, set_from_charset, "the input's character set" },
	{ 0, "from-charset", ARGUMENT, "NAME", "html", NULL, set_from_charset, "the input's character set" },
	{ 0, "base-url", ARGUMENT, "URL", "html", NULL, set_base_url, "what relative links in the input are relative to" },
	{ 0, "main", MAY_ARGUMENT, "auto", "html", NULL, set_main, "only the release of a page; =auto: of one with navigation" },
	{ 0, "letterhead", ARGUMENT, "WHAT", "docx", NULL, set_letterhead, "of headers and footers: facts (the default), all, none" },
	{ 0, "track-changes", ARGUMENT, "HOW", "docx", NULL, set_track_changes, "accept (the default) or reject" },
	{ 0, "comments", NO_ARGUMENT, NULL, "docx", NULL, set_comments, "keep comments, as notes" },
	{ 0, "item", ARGUMENT, "WHICH", "nml", NULL, set_item, "of a message with several: a number from 1, or a guid" },
	{ 0, "guid-domain", ARGUMENT, "DOMAIN", NULL, NULL, set_guid_domain, "for a guid that is made: urn:newsml:DOMAIN:DATE:..." },
	{ 0, "template", ARGUMENT, "FILE", NULL, "docx", set_template, "a DOCX whose styles, headers and footers are used" },
	{ 0, "body", ARGUMENT, "FORM", NULL, "nml", set_body, "xhtml (the default), nitf or text" },
	{ 0, "newsml-version", ARGUMENT, "2.N", NULL, "nml", set_newsml_version, "write an older version, from 2.9" },
	{ 0, "media", ARGUMENT, "DIR", NULL, "nml", set_media, "put images into DIR as files" },
	{ 0, "media", ARGUMENT, "DIR", NULL, "html", set_media, "put images into DIR as files" },
	{ 0, "no-images", NO_ARGUMENT, NULL, NULL, "html", set_no_images, "leave images out; their alternative text stays" },
	{ 0, "css", ARGUMENT, "FILE", NULL, "html", set_css, "a style sheet in place of ours" },
	{ 0, "to-charset", ARGUMENT, "NAME", NULL, "txt", set_to_charset, "the output's character set; UTF-8 otherwise" },
	{ 0, "headers", NO_ARGUMENT, NULL, NULL, "txt", set_headers, "write all metadata and roles in a block of headers" },
	{ 0, "wrap", ARGUMENT, "COLUMNS", NULL, "txt", set_wrap, "wrap lines (format=flowed); 0, the default, does not" },
	{ 0, "links", ARGUMENT, "HOW", NULL, "txt", set_links, "inline (the default), foot or none" },
	{ 0, "fragment", NO_ARGUMENT, NULL, NULL, "html", set_fragment, "the article alone, for a page of yours; implies --public" },
	{ 0, "public", NO_ARGUMENT, NULL, NULL, NULL, set_public, "leave out what is for editors only" },
	{ 0, "no-recognise", NO_ARGUMENT, NULL, NULL, NULL, set_no_recognise, "do not look for the parts of a release" },
	{ 0, "force", NO_ARGUMENT, NULL, NULL, NULL, set_force, "go on where the input looks like another format" },
	{ 0, "limit-input", ARGUMENT, "BYTES", NULL, NULL, set_limit_input, "the most that is read; 256M otherwise" },
	{ 0, "strict", MAY_ARGUMENT, "all", NULL, NULL, set_strict, "fail (65) when content or metadata is lost; =all: anything" },
	{ 0, "report", ARGUMENT, "FILE", NULL, NULL, set_report, "write what was lost to FILE, as JSON" },
	{ 'v', "verbose", NO_ARGUMENT, NULL, NULL, NULL, set_verbose, "say what was chosen, and every loss" },
	{ 'q', "quiet", NO_ARGUMENT, NULL, NULL, NULL, set_quiet, "say errors only" },
	{ 'h', "help", NO_ARGUMENT, NULL, NULL, NULL, print_help, "this" },
	{ 'V', "version", NO_ARGUMENT, NULL, NULL, NULL, print_version, "version, libraries, sandbox" },
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static bool
row_applies(const struct row *row, const struct reader *reader, const struct writer *writer)
{
	return (!row->reads || strcmp(row->reads, reader->format) == 0) &&
	       (!row->writes || strcmp(row->writes, writer->format) == 0);
}

static const char *
suffix(const char *format)
{
	return strcmp(format, "nml") == 0 ? "xml" : format;
}

static void
help_row(struct buf *out, const struct row *row)
{
	struct buf left = { 0 };

	if (row->letter)
		buf_printf(&left, "-%c, ", row->letter);
	buf_printf(&left, "--%s", row->name);
	if (row->value)
		buf_printf(&left, row->argument == MAY_ARGUMENT ? "[=%s]" : " %s", row->value);
	buf_printf(out, "  %-24.*s  %s\n", STR_FMT(buf_str(&left)), row->help);
	buf_free(&left);
}

static _Noreturn void
print_and_exit(struct parse *p, struct buf *out)
{
	io_write(p->diag, STDOUT_FILENO, "standard output", buf_str(out));
	_exit(STATUS_OK);
}

static void
print_help(struct parse *p, const char *value)
{
	const char *name = p->diag->program, *from = suffix(p->reader->format), *to = suffix(p->writer->format);
	struct buf out = { 0 };

	(void)value;
	buf_printf(&out, "  %s < release.%s > release.%s\n", name, from, to);
	buf_printf(&out, "  %s -o release.%s release.%s\n", name, to, from);
	buf_printf(&out, "  %s --strict --meta provider='Example Corp' release.%s > release.%s\n\n", name, from, to);
	buf_printf(&out, "usage: %s [options] [file]\n\n", name);
	for (int i = 0; i < ROWS; i++)
		if (row_applies(&rows[i], p->reader, p->writer))
			help_row(&out, &rows[i]);
	buf_puts(&out, "\nstatus: 0 done, 64 usage, 65 the input is not what it should be, 66 no input,\n"
		       "70 our own bug, 71 no memory, 73 cannot create, 74 input or output failed\n");
	print_and_exit(p, &out);
}

static void
print_version(struct parse *p, const char *value)
{
	struct buf out = { 0 };

	(void)value;
	buf_printf(&out, "%s (wirecopy) " WIRECOPY_VERSION "\n", p->diag->program);
	if (p->reader->libraries)
		buf_printf(&out, "reads with %s\n", p->reader->libraries());
	if (p->writer->libraries)
		buf_printf(&out, "writes with %s\n", p->writer->libraries());
	buf_printf(&out, "sandbox: %s\n", sandbox_name());
	print_and_exit(p, &out);
}

static _Noreturn void
usage(struct parse *p, const char *why)
{
	fail(p->diag, STATUS_USAGE, nowhere, "%s; usage: %s [options] [file]; %s --help says more", why, p->diag->program,
		p->diag->program);
}

/* getopt_long(3) takes its tables made out of ours. */
static void
parse_arguments(struct parse *p, int argc, char **argv)
{
	struct option longs[ROWS + 1] = { { 0 } };
	char shorts[3 * ROWS + 2] = ":";
	size_t n = 0, s = 1;
	int c;

	for (int i = 0; i < ROWS; i++) {
		if (!row_applies(&rows[i], p->reader, p->writer))
			continue;
		longs[n++] = (struct option){ rows[i].name, (int)rows[i].argument, NULL, 256 + i };
		if (rows[i].letter)
			shorts[s++] = rows[i].letter;
		if (rows[i].letter && rows[i].argument == ARGUMENT)
			shorts[s++] = ':';
	}
	opterr = 0;
	while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		int i = c - 256;

		if (c == '?' || c == ':')
			fail(p->diag, STATUS_USAGE, nowhere, "%s%s; %s --help says more", argv[optind - 1],
				c == '?' ? ": no such option" : " wants a value", p->diag->program);
		for (int j = 0; c < 256 && j < ROWS; j++)
			if (rows[j].letter == c)
				i = j;
		rows[i].set(p, optarg);
	}
}

static const char *
base_name(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? slash + 1 : path ? path : "wirecopy";
}

void
options_parse(struct options *o, struct arena *a, struct diag *diag, int argc, char **argv,
	const struct reader *reader, const struct writer *writer)
{
	struct parse p = { o, a, diag, reader, writer };

	diag->program = base_name(argv[0]);
	o->limit_input = WIRECOPY_INPUT_LIMIT;
	o->newsml_version = NEWSML_VERSION;
	parse_arguments(&p, argc, argv);
	if (argc - optind > 1)
		usage(&p, "one input at a time");
	o->input = argc > optind ? argv[optind] : NULL;
	if (o->input && strcmp(o->input, "-") != 0)
		diag->file = o->input;
	if (!o->input && isatty(STDIN_FILENO))
		usage(&p, "standard input is a terminal");
	if (writer->binary && !o->output && isatty(STDOUT_FILENO))
		usage(&p, "will not write binary data to a terminal; name a file with -o");
}
