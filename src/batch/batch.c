#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "batch/batch_parts.h"
#include "batch/many.h"
#include "io.h"

enum { FLUSH = 256 * 1024 };

static const struct place nowhere = { 0 };

static const struct writer *
writer_named(const struct batch *b)
{
	for (size_t i = 0; b->formats->writers[i]; i++)
		if (strcmp(b->formats->writers[i]->format, b->o.to) == 0)
			return b->formats->writers[i];
	command_bad(&b->tool.command, "to", b->o.to, "no such format is written");
}

/* SIGINT and its like are held back (hold_signals), and looked at here. */
int
batch_signal(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	sigset_t waiting;

	sigpending(&waiting);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (sigismember(&waiting, signals[i]))
			return signals[i];
	return 0;
}

static void
hold_signals(int how)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(how, &set, NULL);
}

/* What was done is safe from a kill behind this; the journal never says what is not. Only when so many bytes of it wait. */
static void
flush(struct batch *b, size_t least)
{
	if (!b->o.o.report || b->journal.waiting.n < least)
		return;
	outputs_flush(&b->outputs);
	journal_flush(&b->journal);
}

/* Gives the workers what they have room for; true when a container is waited for. */
static bool
feed(struct batch *b)
{
	while (!b->ended && pool_has_room(b->pool)) {
		struct source_document d;
		enum found found = source_next(b->source, &d);

		if (found == FOUND_WAIT) {
			source_document_free(&d);
			return true;
		}
		if (found == FOUND_END)
			b->ended = true;
		else
			batch_begin(b, &d, found);
		flush(b, FLUSH);
		b->ended = b->ended || batch_signal();
	}
	return false;
}

static void
run(struct batch *b)
{
	for (;;) {
		bool waits = feed(b);

		flush(b, 1);
		if (b->ended && !pool_is_busy(b->pool))
			return;
		pool_wait(b->pool, waits ? source_fd(b->source) : -1);
		b->ended = b->ended || batch_signal();
	}
}

static void
open_all(struct batch *b)
{
	struct tool *t = &b->tool;
	struct options *o = &b->o.o;

	if (o->to_charset && !(b->work.to = charset_open_output(o->to_charset)))
		fail(&t->diag, STATUS_USAGE, nowhere, "character set %s is not to be had here", o->to_charset);
	if (!zone_set(o->zone.n ? o->zone.p : NULL))
		fail(&t->diag, STATUS_USAGE, nowhere, "no such time zone: %s", o->zone.p);
	charsets_open(&b->charsets);
	b->o.o.charsets = &b->charsets; /* for mail, whose parts have their own */
	outputs_open(&b->outputs, &t->diag, b->o.out);
	b->now = date_format(&t->arena, tool_now(o->now));
	if (o->report)
		journal_open(&b->journal, &t->diag, arena_printf(&t->arena, "%s.journal", o->report).p, b->o.resume,
			batch_command(b), &b->now);
	outputs_begin(&b->outputs, &t->diag, b->o.out, o->report ? b->journal.fd : -1, b->o.resume, &t->arena);
	date_parse(b->now, &o->clock);
}

static void
gather(struct batch *b)
{
	const char *list = b->o.o.many.list;

	for (size_t i = 0; i < b->tool.command.operand_count; i++)
		inputs_add(&b->inputs, b->tool.command.operand[i]);
	if (list && !inputs_add_list(&b->inputs, list))
		fail(&b->tool.diag, STATUS_NO_INPUT, nowhere, "cannot read %s: %s", list, strerror(errno));
	inputs_expand(&b->inputs);
	b->counts.inputs = b->inputs.n;
}

static void
close_all(struct batch *b)
{
	int error;

	progress_clear(&b->progress);
	pool_end(b->pool);
	source_end(b->source);
	error = outputs_end(&b->outputs, batch_signal());
	if (error)
		fail(&b->tool.diag, STATUS_IO, nowhere, "cannot write %s: %s", b->o.out, strerror(error));
	if (b->o.o.report)
		batch_report(b);
	if (!batch_signal() || !b->o.o.report)
		outputs_clear(&b->outputs);
}

static int
print_failed(struct batch *b)
{
	struct buf out = { 0 };

	journal_failed(&b->tool.diag, b->o.failed, &out);
	io_write(&b->tool.diag, STDOUT_FILENO, "standard output", buf_str(&out));
	return STATUS_OK;
}

int
batch(int argc, char **argv, const struct batch_formats *formats)
{
	struct batch b = { .formats = formats };
	const struct pool_owner owner = { &b, batch_done };

	batch_options_parse(&b.o, &b.tool, argc, argv, formats);
	if (b.o.failed)
		return print_failed(&b);
	b.writer = writer_named(&b);
	b.work = (struct work){ .program = b.tool.diag.program, .readers = formats->readers, .writer = b.writer,
		.recognise = formats->recognise, .o = &b.o.o, .charsets = &b.charsets, .verbose = b.tool.diag.verbose,
		.hash = b.o.o.report != NULL, .memory = WORKER_MEMORY };
	if (outputs_kind(b.o.out) != OUTPUTS_FOLDER)
		b.work.packer = &b.packer, b.work.pack = packer_pack;
	b.packer.zip = outputs_kind(b.o.out) == OUTPUTS_ZIP;
	hold_signals(SIG_BLOCK);
	gather(&b);
	open_all(&b);
	b.began = seconds_now();
	progress_begin(&b.progress, b.tool.diag.quiet);
	b.source = source_start(&b.tool.diag, &b.inputs, b.tool.command.limit_input, &b.charsets);
	b.pool = pool_start(&b.work, &b.tool.diag, b.o.o.many.jobs ? b.o.o.many.jobs : processors(), b.tool.command.limit_time, &owner);
	run(&b);
	close_all(&b);
	hold_signals(SIG_UNBLOCK); /* ends it, where one has come */
	return (int)b.worst;
}
