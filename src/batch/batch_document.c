/* One document of a batch: its name, its way to a worker, what comes back, its record. */
#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "batch/batch_parts.h"
#include "report.h"

/* The place of the format's reader among all; STR_NPOS: nothing here reads it. */
static size_t
reader_of(const struct batch *b, const char *format)
{
	for (size_t i = 0; b->formats->readers[i]; i++)
		if (strcmp(b->formats->readers[i]->format, format) == 0)
			return i;
	return STR_NPOS;
}

/* The document in messages: "in/a.zip: march/b.docx". */
static void
say(struct batch *b, const struct job *job, const struct message *m)
{
	struct diag diag = b->tool.diag;
	struct arena a = { 0 };

	progress_clear(&b->progress);
	diag.file = job->d.member.n > 0 ?
		arena_printf(&a, "%.*s: %.*s", STR_FMT(job->d.source), STR_FMT(job->d.member)).p :
		arena_cstr(&a, job->d.source);
	diag_print(&diag, m);
	arena_free(&a);
}

/* Where an image of the document goes, below the folder of the outputs. */
static struct str
image_path(struct arena *a, const struct batch *b, struct str name)
{
	return arena_printf(a, "%s/%.*s", b->o.o.media, STR_FMT(name));
}

static void
put_output(struct json *j, const struct batch *b, const struct job *job, const struct result *r)
{
	struct arena a = { 0 };

	json_path(j, "output", job->output);
	json_number(j, "output_bytes", (long)r->output.size);
	if (r->file_count > 0) {
		json_open(j, "images", '[');
		for (size_t i = 0; i < r->file_count; i++)
			json_text(j, NULL, image_path(&a, b, r->files[i].name));
		json_close(j, ']');
	}
	arena_free(&a);
}

static void
put_record(struct buf *out, const struct batch *b, const struct job *job, const struct result *r, const char *state)
{
	const struct report report = { r->status, r->charset, r->charset_found, r->language, r->warnings, r->loss_count, r->losses,
		r->messages, r->message_count };
	struct json j = { .out = out };

	json_open(&j, NULL, '{');
	json_path(&j, "source", job->d.source);
	if (job->d.member.n > 0)
		json_path(&j, "member", job->d.member);
	json_text(&j, "state", str_of(state));
	if (job->d.format)
		json_text(&j, "format", str_of(job->d.format));
	json_text_if_any(&j, "sha256", r->hash);
	if (strcmp(state, "done") == 0)
		put_output(&j, b, job, r);
	if (strcmp(state, "skipped") == 0)
		json_text(&j, "why", job->d.why);
	else
		report_put(&j, &report);
	json_close(&j, '}');
}

static void
count(struct batch *b, const char *state, enum status status)
{
	b->counts.done += strcmp(state, "done") == 0;
	b->counts.failed += strcmp(state, "failed") == 0;
	b->counts.skipped += strcmp(state, "skipped") == 0;
	if (status > b->worst)
		b->worst = status;
	b->counts.inputs_read = source_inputs_done(b->source);
	progress_show(&b->progress, &b->counts);
}

/* The end of a document: what is said of it, its record, its memory. */
static void
settle(struct batch *b, struct job *job, const struct result *r, const char *state)
{
	struct buf record = { 0 };

	for (size_t i = 0; i < r->message_count; i++)
		if (r->messages[i].severity == SAY_ERROR || b->tool.diag.verbose)
			say(b, job, &r->messages[i]);
	count(b, state, r->status);
	if (b->o.o.report) {
		put_record(&record, b, job, r, state);
		journal_add(&b->journal, job->number, buf_str(&record), seconds_now() - b->began, seconds_now() - job->began);
	}
	buf_free(&record);
	source_document_free(&job->d);
	free(job);
}

/* One that does not come to a worker, with the reason in d.why. */
static void
settle_at_once(struct batch *b, struct job *job, enum status status)
{
	const struct message m = { .severity = SAY_ERROR, .text = job->d.why };
	const struct result r = { .status = status, .messages = &m, .message_count = status == STATUS_OK ? 0 : 1 };

	settle(b, job, &r, status == STATUS_OK ? "skipped" : "failed");
}

static int
put_outputs(struct batch *b, struct job *job, const struct result *r)
{
	struct arena a = { 0 };
	int error = 0;

	for (size_t i = 0; i < r->file_count && !error; i++) {
		struct str path = image_path(&a, b, r->files[i].name);

		error = output_name_valid(r->files[i].name) ? outputs_add(&b->outputs, job->number, path, &r->files[i].packed) : EINVAL;
	}
	arena_free(&a);
	return error ? error : outputs_put(&b->outputs, job->number, job->output, &r->output);
}

static void
fail_output(struct batch *b, struct job *job, const struct result *r, int error)
{
	struct arena a = { 0 };
	const struct message m = { .severity = SAY_ERROR,
		.text = arena_printf(&a, "cannot write %.*s: %s", STR_FMT(job->output), strerror(error)) };
	struct result failed = *r;

	failed.status = error == ENOSPC || error == EIO ? STATUS_IO : STATUS_CREATE;
	failed.messages = &m;
	failed.message_count = 1;
	settle(b, job, &failed, "failed");
	arena_free(&a);
}

/* An earlier run has done it: its record stands, and so do its files. */
static void
take_old(struct batch *b, struct job *job)
{
	journal_take(&b->journal, job->number, job->old);
	for (size_t i = 0; i < job->old->image_count; i++)
		outputs_take(&b->outputs, job->number, job->old->images[i]);
	outputs_take(&b->outputs, job->number, job->output);
	count(b, "done", STATUS_OK);
	source_document_free(&job->d);
	free(job);
}

void
batch_done(void *context, struct task *task, const struct result *r)
{
	struct batch *b = context;
	struct job *job = task->owner;
	int error = 0;

	buf_free(&task->bytes);
	if (r->unchanged) {
		take_old(b, job);
		return;
	}
	if (r->status == STATUS_OK)
		error = put_outputs(b, job, r);
	if (error)
		fail_output(b, job, r, error);
	else
		settle(b, job, r, r->status == STATUS_OK ? "done" : "failed");
}

/* The document's output: its own name, or one beside it where that is taken. */
static void
name_output(struct batch *b, struct job *job)
{
	const char *suffix = names_suffix(b->writer->format);

	size_t asked;

	job->output = names_output(&job->d.arena, job->d.output, suffix);
	asked = (*names_value(&b->taken, job->output))++;
	for (size_t n = asked; n > 0; n = names_take(&b->taken, job->output) ? 0 : n + 1)
		job->output = names_other(&job->d.arena, job->d.output, suffix, n);
}

static bool
is_in_shard(const struct batch *b, const struct source_document *d)
{
	struct arena a = { 0 };
	bool in = b->o.shards < 2 ||
		names_hash(journal_key(&a, d->source, d->member)) % b->o.shards == b->o.shard - 1;

	arena_free(&a);
	return in;
}

static bool
is_duplicate(struct batch *b, const struct job *job)
{
	char hash[SHA256_DIGEST_STRING_LENGTH];

	if (!b->o.dedupe)
		return false;
	SHA256Data((const uint8_t *)job->d.bytes.p, job->d.bytes.n, hash);
	return !names_take(&b->seen, str_of(hash));
}

/* What the journal says of it, where all its files are still there. */
static const struct remembered *
remembered(struct batch *b, struct job *job)
{
	const struct remembered *old = NULL;

	if (b->o.resume)
		old = journal_find(&b->journal, journal_key(&job->d.arena, job->d.source, job->d.member));
	if (!old || !old->done || !str_eq(old->output, job->output) || !outputs_have(&b->outputs, job->output, old->output_bytes))
		return NULL;
	for (size_t i = 0; i < old->image_count; i++)
		if (!outputs_have(&b->outputs, old->images[i], -1))
			return NULL;
	return old;
}

/* The folder of images from where the output stands. */
static const char *
media_from(struct batch *b, struct job *job)
{
	struct buf way = { 0 };
	const char *kept;

	if (!b->o.o.media)
		return NULL;
	for (size_t i = 0; i < job->output.n; i++)
		if (job->output.p[i] == '/')
			buf_puts(&way, "../");
	buf_puts(&way, b->o.o.media);
	kept = arena_cstr(&job->d.arena, buf_str(&way));
	buf_free(&way);
	return kept;
}

static void
give(struct batch *b, struct job *job, size_t reader)
{
	struct request *r = &job->task.request;

	job->old = remembered(b, job);
	*r = (struct request){ .reader = reader, .charset = job->d.charset, .base_url = job->d.url,
		.known = job->old ? job->old->hash : STR_NONE, .media_seen = media_from(b, job) };
	job->task.owner = job;
	job->task.bytes = job->d.bytes;
	job->d.bytes = (struct buf){ 0 };
	pool_give(b->pool, &job->task);
}

/* Something that was found: to a worker with it, or into the report. */
void
batch_begin(struct batch *b, const struct source_document *d, enum found found)
{
	struct job *job = mem_zeroed(sizeof(*job));
	size_t reader = d->format ? reader_of(b, d->format) : STR_NPOS;

	job->d = *d;
	job->began = seconds_now();
	if (found == FOUND_DOCUMENT && reader != STR_NPOS)
		name_output(b, job);
	if (!is_in_shard(b, d)) {
		source_document_free(&job->d);
		free(job);
		return;
	}
	job->number = b->number++;
	if (found == FOUND_BROKEN) {
		settle_at_once(b, job, d->unread ? STATUS_NO_INPUT : STATUS_DATA);
	} else if (found == FOUND_OTHER) {
		settle_at_once(b, job, STATUS_OK);
	} else if (reader == STR_NPOS) {
		job->d.why = arena_printf(&job->d.arena, "nothing here reads %s", d->format);
		settle_at_once(b, job, STATUS_OK);
	} else if (is_duplicate(b, job)) {
		job->d.why = STR("the same bytes as an earlier document");
		settle_at_once(b, job, STATUS_OK);
	} else {
		give(b, job, reader);
	}
}
