#include "batch/worker.h"

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sha2.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "batch/wire.h"
#include "doc/media.h"
#include "sandbox.h"

/* So many documents, and a worker makes room for another: whatever a library keeps for itself does not add up. */
enum { DOCUMENTS = 500 };

/* One document on its way through the worker. */
struct errand {
	const struct work *work;
	struct request request;
	struct buf messages; /* as they go into the answer */
	size_t message_count;
	struct conversion *conversion;
	char hash[SHA256_DIGEST_STRING_LENGTH];
};

void
request_put(struct buf *frame, const struct request *r)
{
	wire_begin(frame);
	wire_number(frame, r->reader);
	wire_str(frame, r->known);
	wire_str(frame, r->charset);
	wire_str(frame, r->base_url);
	wire_str(frame, str_of(r->media_seen));
	wire_number(frame, r->bytes.n);
	wire_end(frame, r->bytes.n);
}

static bool
request_get(struct request *r, struct str frame, struct arena *a)
{
	struct wire w = { .rest = frame };

	r->reader = wire_get_number(&w);
	r->known = wire_get_str(&w);
	r->charset = wire_get_str(&w);
	r->base_url = arena_str(a, wire_get_str(&w));
	r->media_seen = arena_cstr(a, wire_get_str(&w));
	r->bytes = wire_get_str(&w);
	return !w.wrong;
}

/* False at the end of the requests. */
static bool
read_all(char *to, size_t n)
{
	while (n > 0) {
		ssize_t got = read(WORKER_PEER, to, n);

		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		if (got > 0) {
			to += got;
			n -= (size_t)got;
		}
	}
	return true;
}

void
worker_send(struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t done = write(WORKER_PEER, bytes.p, bytes.n);

		if (done < 0 && errno != EINTR)
			_exit(STATUS_IO);
		if (done > 0)
			bytes = str_sub(bytes, (size_t)done, bytes.n);
	}
}

static void
put_place(struct buf *frame, struct place place)
{
	wire_str(frame, str_of(place.part));
	wire_str(frame, str_of(place.unit));
	wire_number(frame, place.number);
	wire_number(frame, place.column);
}

static void
keep_message(struct diag *diag, const struct message *m)
{
	struct errand *e = diag->context;

	wire_number(&e->messages, m->severity);
	put_place(&e->messages, m->place);
	wire_str(&e->messages, str_of(m->id));
	wire_str(&e->messages, m->text);
	e->message_count++;
}

static void
put_losses(struct buf *frame, const struct diag *diag)
{
	for (int k = 0; k < LOSS_KINDS; k++)
		wire_number(frame, diag->loss_count[k]);
	wire_number(frame, diag->losses_kept);
	for (const struct loss *loss = diag->losses; loss; loss = loss->next) {
		wire_number(frame, loss->kind);
		wire_number(frame, loss->mended);
		wire_str(frame, str_of(loss->id));
		wire_str(frame, loss->what);
		put_place(frame, loss->place);
	}
}

static void
put_files(struct buf *frame, struct doc *d)
{
	struct media media = { 0 };
	const struct image *image;
	size_t n = 0;

	for (media_begin(&media, d); media_next(&media);)
		n++;
	wire_number(frame, n);
	for (media_begin(&media, d); (image = media_next(&media));) {
		wire_str(frame, media_name(&d->arena, image));
		wire_str(frame, image->bytes);
	}
}

/* The whole answer; with an error there is no output. */
static void
answer(struct errand *e, const struct diag *diag, enum status status, bool unchanged)
{
	struct conversion *c = e->conversion;
	bool whole = status == STATUS_OK && !unchanged;
	struct str output = whole ? buf_str(&c->output) : STR_NONE;
	struct buf frame = { 0 };

	wire_begin(&frame);
	wire_number(&frame, status);
	wire_number(&frame, unchanged);
	wire_str(&frame, str_of(e->hash));
	wire_str(&frame, str_of(c->charset.name));
	wire_str(&frame, str_of(c->charset.found));
	wire_str(&frame, whole ? doc_meta(c->doc, META_LANGUAGE) : STR_NONE);
	wire_number(&frame, e->message_count);
	buf_add(&frame, buf_str(&e->messages));
	wire_number(&frame, diag->warnings);
	put_losses(&frame, diag);
	if (whole && c->by->o->media)
		put_files(&frame, c->doc);
	else
		wire_number(&frame, 0);
	wire_number(&frame, output.n);
	wire_end(&frame, output.n);
	worker_send(buf_str(&frame));
	worker_send(output);
	buf_free(&frame);
}

static void
answer_failure(struct diag *diag, enum status status)
{
	answer(diag->context, diag, status, false);
}

/* Options that are this document's own. A label of its container is as good as an option, but an option goes first. */
static void
own_options(struct options *own, const struct request *r)
{
	if (r->base_url.n > 0)
		own->base_url = r->base_url;
	if (own->media)
		own->media_seen = r->media_seen;
	if (!own->from_charset && r->charset.n > 0)
		own->from_charset = charset_of_label(r->charset);
}

static void
convert(struct errand *e, struct diag *diag)
{
	const struct work *work = e->work;
	struct options own = *work->o;
	struct converter by = { work->readers[e->request.reader], work->writer, work->recognise, &own, work->charsets, work->to };
	struct conversion c = { .by = &by, .diag = diag };

	own_options(&own, &e->request);
	e->conversion = &c;
	if (work->hash)
		SHA256Data((const uint8_t *)e->request.bytes.p, e->request.bytes.n, e->hash);
	if (e->request.known.n > 0 && str_is(e->request.known, e->hash)) {
		answer(e, diag, STATUS_OK, true);
		return;
	}
	buf_add(&c.input, e->request.bytes);
	convert_begin(&c);
	if (own.from_charset && !work->o->from_charset && c.charset.name == own.from_charset)
		c.charset.found = "stated by its container";
	convert_run(&c);
	answer(e, diag, STATUS_OK, false);
	convert_end(&c);
}

static void
serve(const struct work *work, struct str frame)
{
	struct errand e = { .work = work };
	struct diag diag = { .program = work->program, .verbose = work->verbose, .take = keep_message,
		.ending = answer_failure, .context = &e };
	struct arena a = { 0 };

	if (!request_get(&e.request, frame, &a))
		_exit(STATUS_BUG);
	convert(&e, &diag);
	diag_free(&diag);
	buf_free(&e.messages);
	arena_free(&a);
}

/* Nothing but the way to the coordinator stays open: no folder, no report, no way to another worker. */
static void
close_others(int fd)
{
	long most = sysconf(_SC_OPEN_MAX);

	dup2(fd, WORKER_PEER);
	close(STDOUT_FILENO);
#ifdef SYS_close_range
	if (syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0) == 0)
		return;
#endif
	for (int i = STDERR_FILENO + 1; i < most && i < 65536; i++)
		close(i);
}

static void
limit_memory(size_t bytes)
{
	const struct rlimit limit = { bytes, bytes };

	if (bytes > 0 && strcmp(sandbox_name(), "none") != 0) /* a sanitizer takes more than there is */
		setrlimit(RLIMIT_DATA, &limit);
}

void
worker_seal(int fd, size_t memory)
{
	signal(SIGINT, SIG_IGN); /* the coordinator ends the batch */
	close_others(fd);
	limit_memory(memory);
	if (sandbox_enter())
		close(STDERR_FILENO); /* what is to be said goes to the coordinator */
}

/* What one document gives back the next one takes: not by way of the kernel, which would clear every page of it. */
static void
keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
	mallopt(M_TOP_PAD, 1024 * 1024);
	mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

void
worker_run(const struct work *work, int fd)
{
	struct buf frame = { 0 };

	keep_memory();
	worker_seal(fd, work->memory);
	for (int i = 0; i < DOCUMENTS; i++) {
		char head[WIRE_HEAD];
		size_t n;

		if (!read_all(head, sizeof(head)))
			break;
		n = (size_t)wire_size((struct str){ head, sizeof(head) }) - WIRE_HEAD;
		if (!read_all(buf_room(&frame, n), n))
			break;
		serve(work, (struct str){ frame.p, n });
	}
	_exit(STATUS_OK);
}
