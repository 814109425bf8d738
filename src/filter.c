#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/json.h"
#include "complete.h"
#include "io.h"
#include "doc/media.h"
#include "options.h"
#include "tool.h"

/* What one run of a converter holds; each step below takes it one further. */
struct run_state {
	struct tool tool;
	struct options o;
	const struct reader *reader;
	const struct writer *writer;
	struct buf input;     /* as it came */
	struct charset *from; /* NULL: the reader takes the bytes as they are */
	struct charset *to;   /* NULL: UTF-8 */
	int report;	      /* descriptor, -1 for none */
	struct buf output;
};

static const struct place nowhere = { 0 };

static void
open_report(struct run_state *s)
{
	s->report = -1;
	if (!s->o.report)
		return;
	s->report = open(s->o.report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (s->report < 0)
		fail(&s->tool.diag, STATUS_CREATE, nowhere, "cannot create %s: %s", s->o.report, strerror(errno));
}

/* Where -o puts the output into a folder above that of --media, the output names the rest of the way. */
static void
see_media(struct run_state *s)
{
	const char *output = s->tool.command.output, *slash = output ? strrchr(output, '/') : NULL;
	size_t n = slash ? (size_t)(slash - output) + 1 : 0;

	s->o.media_seen = s->o.media;
	if (s->o.media && n > 0 && strncmp(s->o.media, output, n) == 0 && s->o.media[n])
		s->o.media_seen += n;
}

static void
choose_charset(struct run_state *s)
{
	const char *name = NULL;

	if (s->reader->charset)
		name = s->reader->charset(buf_str(&s->input), &s->o, &s->tool.diag);
	if (name && !(s->from = charset_open(name)))
		fail(&s->tool.diag, STATUS_DATA, nowhere, "character set %s is not to be had here", name);
	if (s->o.to_charset && !(s->to = charset_open_output(s->o.to_charset)))
		fail(&s->tool.diag, STATUS_USAGE, nowhere, "character set %s is not to be had here", s->o.to_charset);
}

static void
choose_zone(struct run_state *s)
{
	if (!zone_set(s->o.zone.n ? s->o.zone.p : NULL))
		fail(&s->tool.diag, STATUS_USAGE, nowhere, "no such time zone: %s", s->o.zone.p);
}

/* As charset_decode(). */
static size_t
decode_some(struct run_state *s, struct str bytes, struct buf *utf8)
{
	size_t lines = 0, wrong;

	if (!s->reader->mixed || s->o.from_charset)
		return charset_decode(s->from, bytes, utf8);
	wrong = charset_decode_lines(s->from, bytes, utf8, &lines);
	if (lines > 0)
		note(&s->tool.diag, nowhere, "but for %zu lines that are UTF-8", lines);
	return wrong;
}

static void
decode(struct run_state *s)
{
	struct buf utf8 = { 0 };
	struct str rest = buf_str(&s->input);
	size_t wrong, bad = 0;

	if (!s->from)
		return;
	while ((wrong = decode_some(s, rest, &utf8)) != STR_NPOS) {
		if (!s->reader->goes_on)
			fail(&s->tool.diag, STATUS_DATA, nowhere,
				"byte %zu is not of the character set that was declared or given",
				s->input.n - rest.n + wrong + 1);
		buf_puts(&utf8, "\xEF\xBF\xBD");
		rest = str_sub(rest, wrong + 1, rest.n);
		bad++;
	}
	if (bad > 0)
		lose(&s->tool.diag, LOSS_CONTENT, nowhere, "L-encoding", "bytes that are not of the character set: %zu", bad);
	buf_free(&s->input);
	s->input = utf8;
}

/* All of the document is in its arena now: the output has the memory of the input. */
static void
reuse_input(struct run_state *s)
{
	s->output = s->input;
	buf_clear(&s->output);
	s->input = (struct buf){ 0 };
}

static void
apply_options(struct doc *d, const struct options *o)
{
	for (const struct given *g = o->meta; g; g = g->next)
		doc_meta_clear(d, g->key);
	for (const struct given *g = o->meta; g; g = g->next)
		doc_meta_add(d, g->key, g->value);
	if (o->lang.n > 0) {
		doc_meta_clear(d, META_LANGUAGE);
		doc_meta_add(d, META_LANGUAGE, o->lang);
	}
}

/* A key that stands several times in the defaults gives all its values, if the document has none. */
static void
apply_defaults(struct doc *d, const struct options *o)
{
	bool had[META_COUNT];

	for (enum meta_key k = 0; k < META_COUNT; k++)
		had[k] = d->meta[k] != NULL;
	for (const struct given *g = o->defaults; g; g = g->next)
		if (!had[g->key])
			doc_meta_add(d, g->key, g->value);
}

/*
 * A file of ours whose text is unchanged states its roles. Where the text has
 * been edited they stay and the rest is found; in a foreign file they are hints.
 */
static void
settle_roles(struct run_state *s, struct doc *d, void (*recognise)(struct doc *, const struct options *))
{
	struct str stated = doc_meta(d, META_RECOGNISED);

	if (stated.n > 0 && str_eq(stated, doc_text_hash(&d->arena, d)))
		return;
	if (stated.n == 0)
		doc_demote_roles(d);
	if (!s->o.no_recognise)
		recognise(d, &s->o);
	doc_finish(d);
}

static void
check(struct run_state *s, const struct doc *d)
{
	const char *wrong = doc_check(d);

	if (wrong)
		fail(&s->tool.diag, STATUS_BUG, nowhere, "the document has %s: a mistake of this program, please report it",
			wrong);
	if (!d->root->first)
		fail(&s->tool.diag, STATUS_DATA, nowhere, "the input holds no text");
}

static bool
too_much_lost(const struct run_state *s)
{
	const size_t *n = s->tool.diag.loss_count;

	return (s->o.strict != STRICT_OFF && n[LOSS_CONTENT] + n[LOSS_METADATA] > 0) ||
	       (s->o.strict == STRICT_ALL && n[LOSS_PRESENTATION] > 0);
}

static void
report_losses(struct json *j, const struct loss *loss)
{
	json_open(j, "losses", '[');
	for (; loss; loss = loss->next) {
		json_open(j, NULL, '{');
		json_string(j, "kind", str_of(loss_kind_name(loss->kind)));
		json_string(j, "id", str_of(loss->id));
		json_string(j, "what", loss->what);
		if (loss->place.part)
			json_string(j, "part", str_of(loss->place.part));
		if (loss->place.number)
			json_number(j, loss->place.unit ? loss->place.unit : "line", (long)loss->place.number);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
write_report(struct run_state *s, enum status status)
{
	struct buf out = { 0 };
	struct json j = { .out = &out };

	if (s->report < 0)
		return;
	json_open(&j, NULL, '{');
	json_string(&j, "program", str_of(s->tool.diag.program));
	json_string(&j, "input", str_of(s->tool.diag.file ? s->tool.diag.file : "-"));
	json_number(&j, "status", (long)status);
	json_number(&j, "warnings", (long)s->tool.diag.warnings);
	for (int k = 0; k < LOSS_KINDS; k++)
		json_number(&j, loss_kind_name((enum loss_kind)k), (long)s->tool.diag.loss_count[k]);
	report_losses(&j, s->tool.diag.losses);
	json_close(&j, '}');
	buf_char(&out, '\n');
	io_write(&s->tool.diag, s->report, s->o.report, buf_str(&out));
	buf_free(&out);
}

static void
encode(struct run_state *s)
{
	struct buf bytes = { 0 };
	struct encoded result;

	if (!s->to)
		return;
	result = charset_encode(s->to, buf_str(&s->output), s->o.unencodable, &bytes);
	if (result.wrong != STR_NPOS)
		fail(&s->tool.diag, STATUS_DATA, nowhere,
			"a character of the output (byte %zu of it in UTF-8) is not in %s; --unencodable says what to do",
			result.wrong + 1, s->o.to_charset);
	if (result.replaced > 0)
		lose(&s->tool.diag, LOSS_PRESENTATION, nowhere, "L-charset", "%zu characters that %s lacks are written otherwise",
			result.replaced, s->o.to_charset);
	if (result.lost > 0)
		lose(&s->tool.diag, LOSS_CONTENT, nowhere, "L-charset", "%zu characters that %s lacks are question marks",
			result.lost, s->o.to_charset);
	buf_free(&s->output);
	s->output = bytes;
}

/* --media: the images of the text, as the files that the writer has named. */
static void
send_media(struct run_state *s, const struct doc *d)
{
	struct media media = { 0 };
	const struct image *image;

	if (!s->o.media)
		return;
	media_begin(&media, d);
	while ((image = media_next(&media)))
		output_file(&s->tool.output, media_name(&s->tool.arena, image), image->bytes);
}

static int
finish(struct run_state *s, const struct doc *d)
{
	encode(s);
	if (too_much_lost(s)) {
		write_report(s, STATUS_DATA);
		fail(&s->tool.diag, STATUS_DATA, nowhere,
			"--strict: %zu of content, %zu of metadata and %zu of presentation would be lost (-v names them)",
			s->tool.diag.loss_count[LOSS_CONTENT], s->tool.diag.loss_count[LOSS_METADATA],
			s->tool.diag.loss_count[LOSS_PRESENTATION]);
	}
	write_report(s, STATUS_OK);
	send_media(s, d);
	return tool_end(&s->tool, buf_str(&s->output), STATUS_OK);
}

int
filter(int argc, char **argv, const struct reader *reader,
	void (*recognise)(struct doc *, const struct options *), const struct writer *writer)
{
	struct run_state s = { .reader = reader, .writer = writer };
	struct doc *d;

	options_parse(&s.o, &s.tool, argc, argv, reader, writer);
	see_media(&s);
	open_report(&s);
	tool_read(&s.tool, &s.input);
	choose_charset(&s);
	choose_zone(&s);
	tool_seal(&s.tool, s.o.media);
	decode(&s);
	d = doc_new(&s.tool.diag);
	reader->read(d, buf_str(&s.input), &s.o);
	reuse_input(&s);
	apply_options(d, &s.o);
	settle_roles(&s, d, recognise);
	apply_defaults(d, &s.o);
	doc_drop_hints(d);
	if (!writer->text_alone || !writer->text_alone(&s.o))
		complete(d, &s.o, writer->needs_time);
	check(&s, d);
	writer->write(d, &s.output, &s.o);
	return finish(&s, d);
}
