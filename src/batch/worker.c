#include "batch/worker.h"

#include <errno.h>
#include <sha2.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "batch/wire.h"
#include "doc/media.h"
#include "sandbox.h"

enum {
	/* So many documents, and a worker makes room for another: whatever a library keeps for itself does not add up. */
	DOCUMENTS = 5000,
	CHUNK = 64 * 1024,	     /* what comes at once is answered at once */
	KEPT_MOST = 4 * 1024 * 1024 /* a buffer that a large document has left is not kept */
};

/* One document on its way through the worker. */
struct errand {
	const struct work *work;
	struct request request;
	struct buf *answers; /* of it and of those before, which have not been sent */
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
receive(struct buf *in)
{
	uint64_t size = wire_size(buf_str(in));
	size_t n = size > in->n + CHUNK ? (size_t)size - in->n : CHUNK;
	char *room = buf_room(in, n);
	ssize_t got;

	do
		got = read(WORKER_PEER, room, n);
	while (got < 0 && errno == EINTR);
	in->n += got > 0 ? (size_t)got : 0;
	return got > 0;
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

void
worker_put(struct buf *waiting, struct str head, struct str bytes)
{
	buf_add(waiting, head);
	if (bytes.n < CHUNK)
		buf_add(waiting, bytes);
	if (waiting->n < CHUNK && bytes.n < CHUNK)
		return;
	worker_send(buf_str(waiting));
	if (bytes.n >= CHUNK)
		worker_send(bytes);
	buf_clear(waiting);
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

static struct packed
pack(const struct work *work, struct str bytes)
{
	return work->pack ? work->pack(work->packer, bytes) : (struct packed){ .bytes = bytes, .size = bytes.n };
}

/* All but its bytes. */
static void
put_packed(struct buf *frame, const struct packed *p)
{
	wire_number(frame, p->size);
	wire_number(frame, p->crc);
	wire_number(frame, p->deflated);
	wire_number(frame, p->bytes.n);
}

static void
put_files(struct buf *frame, const struct work *work, struct doc *d)
{
	struct media media = { 0 };
	const struct image *image;
	size_t n = 0;

	for (media_begin(&media, d); media_next(&media);)
		n++;
	wire_number(frame, n);
	for (media_begin(&media, d); (image = media_next(&media));) {
		struct packed file = pack(work, image->bytes);

		wire_str(frame, media_name(&d->arena, image));
		put_packed(frame, &file);
		buf_add(frame, file.bytes);
	}
}

/* The whole answer; with an error there is no output. */
static void
answer(struct errand *e, const struct diag *diag, enum status status, bool unchanged)
{
	struct conversion *c = e->conversion;
	bool whole = status == STATUS_OK && !unchanged;
	struct packed output;
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
		put_files(&frame, e->work, c->doc);
	else
		wire_number(&frame, 0);
	output = pack(e->work, whole ? buf_str(&c->output) : STR_NONE);
	put_packed(&frame, &output);
	wire_end(&frame, output.bytes.n);
	worker_put(e->answers, buf_str(&frame), output.bytes);
	buf_free(&frame);
}

/* The process ends behind this. */
static void
answer_failure(struct diag *diag, enum status status)
{
	struct errand *e = diag->context;

	answer(e, diag, status, false);
	worker_send(buf_str(e->answers));
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
serve(const struct work *work, struct str frame, struct buf *answers)
{
	struct errand e = { .work = work, .answers = answers };
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

/* All requests that are there whole; gives how many. */
static int
serve_all(const struct work *work, struct buf *in, struct buf *answers)
{
	struct str rest = buf_str(in);
	uint64_t size;
	int n = 0;

	for (; (size = wire_size(rest)) > 0 && size <= rest.n; n++) {
		serve(work, str_sub(rest, WIRE_HEAD, (size_t)size), answers);
		rest = str_sub(rest, (size_t)size, rest.n);
	}
	memmove(in->p, rest.p, rest.n);
	in->n = rest.n;
	return n;
}

void
worker_run(const struct work *work, int fd)
{
	struct buf in = { 0 }, answers = { 0 };

	worker_seal(fd, work->memory);
	for (int n = 0; n < DOCUMENTS && receive(&in);) {
		n += serve_all(work, &in, &answers);
		worker_send(buf_str(&answers));
		buf_clear(&answers);
		if (in.n == 0 && in.cap > KEPT_MOST)
			buf_free(&in);
	}
	_exit(STATUS_OK);
}
