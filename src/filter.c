#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "batch/many.h"
#include "convert.h"
#include "doc/media.h"
#include "io.h"
#include "options.h"
#include "report.h"
#include "tool.h"

/* What one run of a converter holds. */
struct run_state {
	struct tool tool;
	struct options o;
	struct charsets charsets;
	struct converter converter;
	struct conversion conversion;
	int report; /* descriptor, -1 for none */
	struct message *said; /* for it */
	size_t said_count, said_room;
};

static const struct place nowhere = { 0 };

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
write_report(struct run_state *s, enum status status)
{
	struct diag *diag = &s->tool.diag;
	const struct conversion *c = &s->conversion;
	const struct report report = { status, str_of(c->charset.name), str_of(c->charset.found),
		c->doc ? doc_meta(c->doc, META_LANGUAGE) : STR_NONE, diag->warnings, diag->loss_count, diag->losses,
		s->said, s->said_count };
	struct buf out = { 0 };
	struct json j = { .out = &out };

	if (s->report < 0)
		return;
	json_open(&j, NULL, '{');
	json_text(&j, "program", str_of(diag->program));
	json_text(&j, "input", str_of(diag->file ? diag->file : "-"));
	report_put(&j, &report);
	json_close(&j, '}');
	buf_char(&out, '\n');
	io_write(diag, s->report, s->o.report, buf_str(&out));
	buf_free(&out);
}

/* Messages go to standard error, and are kept for the report. */
static void
keep_message(struct diag *diag, const struct message *m)
{
	struct run_state *s = diag->context;

	diag_print(diag, m);
	if (s->said_count == s->said_room) {
		s->said_room = s->said_room ? 2 * s->said_room : 16;
		s->said = mem_grow(s->said, s->said_room * sizeof(*s->said));
	}
	s->said[s->said_count] = *m;
	s->said[s->said_count].text = arena_str(&s->tool.arena, m->text);
	s->said_count++;
}

/* The program ends by fail(): the report says so too. */
static void
report_failure(struct diag *diag, enum status status)
{
	write_report(diag->context, status);
}

static void
open_report(struct run_state *s)
{
	s->report = -1;
	if (!s->o.report)
		return;
	s->report = open(s->o.report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (s->report < 0)
		fail(&s->tool.diag, STATUS_CREATE, nowhere, "cannot create %s: %s", s->o.report, strerror(errno));
	s->tool.diag.context = s;
	s->tool.diag.take = keep_message;
	s->tool.diag.ending = report_failure;
}

static void
open_output_charset(struct run_state *s)
{
	if (s->o.to_charset && !(s->converter.to = charset_open_output(s->o.to_charset)))
		fail(&s->tool.diag, STATUS_USAGE, nowhere, "character set %s is not to be had here", s->o.to_charset);
}

static void
choose_zone(struct run_state *s)
{
	if (!zone_set(s->o.zone.n ? s->o.zone.p : NULL))
		fail(&s->tool.diag, STATUS_USAGE, nowhere, "no such time zone: %s", s->o.zone.p);
}

/* --media: the images of the text, as the files that the writer has named. */
static void
send_media(struct run_state *s)
{
	struct media media = { 0 };
	const struct image *image;

	if (!s->o.media)
		return;
	media_begin(&media, s->conversion.doc);
	while ((image = media_next(&media)))
		output_file(&s->tool.output, media_name(&s->tool.arena, image), image->bytes);
}

/* -O: many inputs. */
static int
run_many(struct run_state *s)
{
	open_output_charset(s);
	choose_zone(s);
	return many(&s->tool, &s->converter);
}

int
filter(int argc, char **argv, const struct reader *reader,
	void (*recognise)(struct doc *, const struct options *), const struct writer *writer)
{
	struct run_state s = { .report = -1 };

	options_parse(&s.o, &s.tool, argc, argv, reader, writer);
	s.o.charsets = &s.charsets;
	s.converter = (struct converter){ reader, writer, recognise, &s.o, &s.charsets, NULL };
	s.conversion = (struct conversion){ .by = &s.converter, .diag = &s.tool.diag };
	if (s.o.many.folder)
		return run_many(&s);
	see_media(&s);
	open_report(&s);
	tool_read(&s.tool, &s.conversion.input);
	convert_begin(&s.conversion);
	open_output_charset(&s);
	choose_zone(&s);
	tool_seal(&s.tool, s.o.media);
	convert_run(&s.conversion);
	write_report(&s, STATUS_OK);
	send_media(&s);
	return tool_end(&s.tool, buf_str(&s.conversion.output), STATUS_OK);
}
