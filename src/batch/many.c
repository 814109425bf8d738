#include "batch/many.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/folder.h"
#include "batch/inputs.h"
#include "batch/names.h"
#include "batch/pool.h"
#include "io.h"
#include "report.h"

/* One input. What is said of it waits until all before it have had their say. */
struct item {
	struct task task;
	const struct input *input;
	struct str output; /* below the folder */
	struct arena arena;
	struct message *said;
	size_t said_count;
	struct buf record; /* for the report */
	bool done;
};

struct batch {
	struct tool *tool;
	const struct converter *by;
	struct inputs inputs;
	struct item *items; /* as many as inputs */
	size_t next, told;  /* the first that has not begun; that has not been told of */
	struct folder folder, media;
	int report;
	enum status worst;
};

static const struct place nowhere = { 0 };

unsigned
processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > 256 ? 256 : (unsigned)n;
}

static void
gather(struct batch *b)
{
	const struct command *c = &b->tool->command;
	const char *list = b->by->o->many.list;

	for (size_t i = 0; i < c->operand_count; i++)
		inputs_add(&b->inputs, c->operand[i]);
	if (list && !inputs_add_list(&b->inputs, list))
		fail(&b->tool->diag, STATUS_NO_INPUT, nowhere, "cannot read %s: %s", list, strerror(errno));
	b->items = mem_zeroed(b->inputs.n * sizeof(*b->items));
}

static void
name_outputs(struct batch *b)
{
	struct names names = { 0 };

	for (size_t i = 0; i < b->inputs.n; i++) {
		struct item *item = &b->items[i];
		const char *path = b->inputs.input[i].path;

		item->input = &b->inputs.input[i];
		item->output = names_output(&b->tool->arena, str_of(path), names_suffix(b->by->writer->format));
		if (item->output.n == 0 || strcmp(path, "-") == 0)
			fail(&b->tool->diag, STATUS_USAGE, nowhere, "%s: -O has no name for its output", path);
		if (!names_take(&names, item->output))
			fail(&b->tool->diag, STATUS_USAGE, nowhere, "%s: another input has the output %.*s too", path,
				STR_FMT(item->output));
	}
	names_free(&names);
}

/* The folder of images as an output sees it that stands some folders deep below -O's. */
static const char *
media_from(struct batch *b, struct str output)
{
	const char *media = b->by->o->media, *folder = b->by->o->many.folder;
	size_t n = strlen(folder);
	struct buf way = { 0 };
	const char *kept;

	while (n > 1 && folder[n - 1] == '/')
		n--;
	if (!media || strncmp(media, folder, n) != 0 || media[n] != '/')
		return media;
	for (size_t i = 0; i < output.n; i++)
		if (output.p[i] == '/')
			buf_puts(&way, "../");
	buf_puts(&way, media + n + 1);
	kept = arena_cstr(&b->tool->arena, buf_str(&way));
	buf_free(&way);
	return kept;
}

static void
open_targets(struct batch *b)
{
	const struct options *o = b->by->o;

	b->report = -1;
	folder_open(&b->folder, &b->tool->diag, o->many.folder);
	folder_begin(&b->folder, &b->tool->diag, 'p', (uint64_t)getpid());
	if (o->media) {
		folder_open(&b->media, &b->tool->diag, o->media);
		folder_begin(&b->media, &b->tool->diag, 'p', (uint64_t)getpid());
	}
	if (!o->report)
		return;
	b->report = open(o->report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (b->report < 0)
		fail(&b->tool->diag, STATUS_CREATE, nowhere, "cannot create %s: %s", o->report, strerror(errno));
}

static void
tell(struct batch *b, struct item *item)
{
	struct diag diag = b->tool->diag;

	diag.file = item->input->path;
	for (size_t i = 0; i < item->said_count; i++)
		if (item->said[i].severity == SAY_ERROR || !diag.quiet)
			diag_print(&diag, &item->said[i]);
	if (b->report >= 0)
		io_write(&diag, b->report, b->by->o->report, buf_str(&item->record));
	buf_free(&item->record);
	arena_free(&item->arena);
}

static void
keep_said(struct item *item, const struct result *r, const char *error)
{
	size_t n = r->message_count;

	item->said = arena_alloc(&item->arena, (n + 1) * sizeof(*item->said));
	for (size_t i = 0; i < n; i++) {
		struct message *m = &item->said[i];

		*m = r->messages[i];
		m->text = arena_str(&item->arena, m->text);
		m->id = m->id ? arena_cstr(&item->arena, str_of(m->id)) : NULL;
		m->place.part = m->place.part ? arena_cstr(&item->arena, str_of(m->place.part)) : NULL;
		m->place.unit = m->place.unit ? arena_cstr(&item->arena, str_of(m->place.unit)) : NULL;
	}
	if (error)
		item->said[n++] = (struct message){ .severity = SAY_ERROR, .text = arena_str(&item->arena, str_of(error)) };
	item->said_count = n;
}

static void
put_record(struct batch *b, struct item *item, const struct result *r, enum status status)
{
	const struct report report = { status, r->charset, r->charset_found, r->language, r->warnings, r->loss_count, r->losses,
		item->said, item->said_count };
	struct json j = { .out = &item->record };

	if (b->report < 0)
		return;
	json_open(&j, NULL, '{');
	json_text(&j, "program", str_of(b->tool->diag.program));
	json_text(&j, "input", str_of(item->input->path));
	if (status == STATUS_OK)
		json_text(&j, "output", item->output);
	report_put(&j, &report);
	json_close(&j, '}');
	buf_char(&item->record, '\n');
}

/* What became of an input, whether it came to a worker or not. */
static void
settle(struct batch *b, struct item *item, const struct result *r, enum status status, const char *error)
{
	keep_said(item, r, error);
	put_record(b, item, r, status);
	if (status > b->worst)
		b->worst = status;
	item->done = true;
	while (b->told < b->next && b->items[b->told].done)
		tell(b, &b->items[b->told++]);
}

static int
put_outputs(struct batch *b, const struct item *item, const struct result *r)
{
	int error = 0;

	for (size_t i = 0; i < r->file_count && !error; i++)
		error = output_name_valid(r->files[i].name) ? folder_add(&b->media, r->files[i].name, r->files[i].packed.bytes) : EINVAL;
	return error ? error : folder_put(&b->folder, item->output, r->output.bytes);
}

static void
done(void *context, struct task *task, const struct result *r)
{
	struct batch *b = context;
	struct item *item = task->owner;
	enum status status = r->status;
	struct str error = STR_NONE;
	int failed = status == STATUS_OK ? put_outputs(b, item, r) : 0;

	buf_free(&task->bytes);
	if (failed) {
		status = failed == ENOSPC || failed == EIO ? STATUS_IO : STATUS_CREATE;
		error = arena_printf(&item->arena, "cannot write %.*s: %s", STR_FMT(item->output), strerror(failed));
	}
	settle(b, item, r, status, error.p);
}

/* Reads the next input; NULL when it cannot be read, and is settled. */
static struct task *
begin(struct batch *b)
{
	static const struct result nothing = { .status = STATUS_NO_INPUT };
	struct item *item = &b->items[b->next++];
	enum input_state state = input_read(item->input, b->tool->command.limit_input, &item->task.bytes);
	int error = errno;

	item->task.owner = item;
	item->task.request.media_seen = media_from(b, item->output);
	if (state == INPUT_READ)
		return &item->task;
	buf_free(&item->task.bytes);
	settle(b, item, &nothing, state == INPUT_EMPTY || state == INPUT_LARGE ? STATUS_DATA : STATUS_NO_INPUT,
		input_why(&item->arena, state, error).p);
	return NULL;
}

static void
run(struct batch *b, struct pool *pool)
{
	bool halt = b->by->o->many.halt;

	for (;;) {
		while (b->next < b->inputs.n && pool_has_room(pool) && !(halt && b->worst)) {
			struct task *task = begin(b);

			if (task)
				pool_give(pool, task);
		}
		if (!pool_is_busy(pool))
			return;
		pool_wait(pool, -1);
	}
}

static void
close_targets(struct batch *b)
{
	int error = folder_close(&b->folder);

	if (!error && b->by->o->media)
		error = folder_close(&b->media);
	if (error)
		fail(&b->tool->diag, STATUS_IO, nowhere, "cannot write into %s: %s", b->by->o->many.folder, strerror(error));
}

int
many(struct tool *t, const struct converter *converter)
{
	struct options o = *converter->o;
	const struct work work = { .program = t->diag.program, .readers = (const struct reader *const[]){ converter->reader, NULL },
		.writer = converter->writer, .recognise = converter->recognise, .o = &o, .charsets = converter->charsets,
		.to = converter->to, .verbose = t->diag.verbose, .memory = WORKER_MEMORY };
	struct batch b = { .tool = t, .by = converter };
	const struct pool_owner owner = { &b, done };
	unsigned jobs = o.many.jobs ? o.many.jobs : processors();
	struct pool *pool;

	o.clock = tool_now((struct date){ 0 });
	gather(&b);
	name_outputs(&b);
	open_targets(&b);
	if (converter->reader->charset)
		charsets_open(converter->charsets);
	pool = pool_start(&work, &t->diag, jobs, t->command.limit_time, &owner);
	run(&b, pool);
	pool_end(pool);
	close_targets(&b);
	return (int)b.worst;
}
