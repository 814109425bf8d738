#include "batch/pool.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "batch/wire.h"

enum {
	QUEUE = 32,		   /* documents on their way to one worker, */
	QUEUE_BYTES = 1024 * 1024, /* as long as they are no more than that */
	PARTS = 2 * QUEUE,	   /* of one message: head and bytes of each */
	CHUNK = 256 * 1024,
	KEPT_MOST = 4 * 1024 * 1024 /* a buffer that a large answer has left is not kept */
};
static const uint64_t ANSWER_LIMIT = (uint64_t)2 << 30; /* bytes; no sound worker comes near */

struct worker {
	pid_t pid;
	int fd; /* -1: it has not been started */
	clockid_t clock;       /* of its processor time */
	struct timespec began; /* on that clock: when an answer was last seen to have come */
	size_t seen;	       /* answers, then */
	struct task *first, **last;
	size_t count, bytes;  /* of these */
	struct task *sending; /* of these, the one that is not sent whole; NULL: all are */
	size_t sent;	      /* bytes of it */
	struct buf in;
	size_t answers;
	size_t careful; /* so many documents, of which the one before has died, are sent one by one */
	bool failed;	/* the last answer was an error: it ends now */
	bool overran;	/* and was ended for it */
};

struct pool {
	const struct work *work;
	struct diag *diag;
	struct pool_owner owner;
	unsigned seconds;
	time_t watched; /* when their time was looked at last */
	unsigned count;
	struct worker *worker;
	struct pollfd *poll;
};

static const struct place nowhere = { 0 };

static void
spawn(struct pool *p, struct worker *w)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 || (w->pid = fork()) < 0)
		fail(p->diag, STATUS_IO, nowhere, "cannot start a worker: %s", strerror(errno));
	if (w->pid == 0)
		worker_run(p->work, ends[1]);
	close(ends[1]);
	w->fd = ends[0];
	fcntl(w->fd, F_SETFL, O_NONBLOCK);
	fcntl(w->fd, F_SETFD, FD_CLOEXEC);
	clock_getcpuclockid(w->pid, &w->clock);
	w->began = (struct timespec){ 0 };
	buf_clear(&w->in);
	w->answers = w->seen = 0;
	w->failed = w->overran = false;
	w->sending = w->first; /* what the one before has not answered */
	w->sent = 0;
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

struct pool *
pool_start(const struct work *work, struct diag *diag, unsigned workers, unsigned seconds, const struct pool_owner *owner)
{
	struct pool *p = mem_zeroed(sizeof(*p));

	keep_memory(); /* of the workers too, which begin as this process is */
	*p = (struct pool){ .work = work, .diag = diag, .owner = *owner, .seconds = seconds, .count = workers };
	p->worker = mem_zeroed(workers * sizeof(*p->worker));
	p->poll = mem_zeroed((workers + 1) * sizeof(*p->poll));
	for (unsigned i = 0; i < workers; i++) {
		p->worker[i].last = &p->worker[i].first;
		p->worker[i].fd = -1;
	}
	return p;
}

static bool
has_room(const struct worker *w)
{
	return w->count == 0 || (w->count < QUEUE && w->bytes < QUEUE_BYTES);
}

bool
pool_has_room(const struct pool *p)
{
	for (unsigned i = 0; i < p->count; i++)
		if (has_room(&p->worker[i]))
			return true;
	return false;
}

bool
pool_is_busy(const struct pool *p)
{
	for (unsigned i = 0; i < p->count; i++)
		if (p->worker[i].first)
			return true;
	return false;
}

static struct worker *
least_busy(struct pool *p)
{
	struct worker *least = NULL;

	for (unsigned i = 0; i < p->count; i++) {
		struct worker *w = &p->worker[i];

		if (has_room(w) && (!least || w->count < least->count || (w->count == least->count && w->bytes < least->bytes)))
			least = w;
	}
	return least;
}

/* Whether there is something that may be sent now. */
static bool
has_to_send(const struct worker *w)
{
	return w->sending && (w->careful == 0 || w->sending == w->first);
}

/* What is to be sent, up to so many parts. */
static size_t
gather(const struct worker *w, struct iovec *part)
{
	const struct task *t = w->sending;
	size_t sent = w->sent, n = 0;

	for (; t && n < PARTS && (n == 0 || w->careful == 0); t = t->next, sent = 0) {
		struct str head = str_sub(buf_str(&t->head), sent, t->head.n), bytes = buf_str(&t->bytes);

		if (sent > t->head.n)
			bytes = str_sub(bytes, sent - t->head.n, bytes.n);
		part[n++] = (struct iovec){ (void *)(uintptr_t)head.p, head.n };
		part[n++] = (struct iovec){ (void *)(uintptr_t)bytes.p, bytes.n };
	}
	return n;
}

/* So many bytes more are sent. */
static void
move_on(struct worker *w, size_t n)
{
	for (w->sent += n; w->sending && w->sent >= w->sending->head.n + w->sending->bytes.n; w->sending = w->sending->next)
		w->sent -= w->sending->head.n + w->sending->bytes.n;
}

/* Sends what the socket takes. A worker that has died is seen when its answers end. */
static void
send_more(struct worker *w)
{
	struct iovec part[PARTS];

	while (has_to_send(w)) {
		struct msghdr message = { .msg_iov = part, .msg_iovlen = gather(w, part) };
		ssize_t done = sendmsg(w->fd, &message, MSG_NOSIGNAL);

		if (done < 0)
			return;
		move_on(w, (size_t)done);
	}
}

void
pool_give(struct pool *p, struct task *task)
{
	struct worker *w = least_busy(p);

	task->next = NULL;
	task->request.bytes = buf_str(&task->bytes);
	request_put(&task->head, &task->request);
	if (w->fd < 0)
		spawn(p, w);
	*w->last = task;
	w->last = &task->next;
	w->count++;
	w->bytes += task->bytes.n;
	if (!w->sending) {
		w->sending = task;
		w->sent = 0;
	}
}

/* Takes the first document off the worker's list and gives it back. */
static void
finish_first(struct pool *p, struct worker *w, const struct result *result)
{
	struct task *task = w->first;

	w->first = task->next;
	if (!w->first)
		w->last = &w->first;
	if (w->sending == task) {
		w->sending = NULL;
		w->sent = 0;
	}
	w->count--;
	w->bytes -= task->bytes.n;
	w->careful -= w->careful > 0;
	buf_free(&task->head);
	p->owner.done(p->owner.context, task, result);
}

static void
fail_first(struct pool *p, struct worker *w, enum status status, struct str why)
{
	const struct message m = { .severity = SAY_ERROR, .text = why };
	const struct result result = { .status = status, .messages = &m, .message_count = 1 };

	finish_first(p, w, &result);
}

static void
take_answers(struct pool *p, struct worker *w)
{
	struct str rest = buf_str(&w->in);
	uint64_t size;

	while ((size = wire_size(rest)) > 0 && size <= rest.n) {
		struct arena a = { 0 };
		struct result result;

		/* What was not asked for, or not wholly, or is not in form, is not from us any more. */
		if (!w->first || w->first == w->sending || !result_get(&result, str_sub(rest, WIRE_HEAD, (size_t)size), &a)) {
			kill(w->pid, SIGKILL);
			arena_free(&a);
			break;
		}
		w->answers++;
		w->failed = result.status != STATUS_OK;
		finish_first(p, w, &result);
		arena_free(&a);
		rest = str_sub(rest, (size_t)size, rest.n);
	}
	if (size > ANSWER_LIMIT)
		kill(w->pid, SIGKILL);
	memmove(w->in.p, rest.p, rest.n);
	w->in.n = rest.n;
	if (rest.n == 0 && w->in.cap > KEPT_MOST)
		buf_free(&w->in);
}

/* The document that a worker was at when it died. */
static void
blame_first(struct pool *p, struct worker *w, int state)
{
	struct arena a = { 0 };
	bool exited = WIFEXITED(state);

	if (w->overran)
		fail_first(p, w, STATUS_DATA, arena_printf(&a, "takes more than %u seconds; --limit-time allows more", p->seconds));
	else if (exited && WEXITSTATUS(state) == STATUS_NO_MEMORY)
		fail_first(p, w, STATUS_NO_MEMORY, STR("takes more memory than a worker may have"));
	else
		fail_first(p, w, STATUS_BUG, arena_printf(&a, "the worker ended by %s %d: a mistake of this program, please report it",
			exited ? "status" : "signal", exited ? WEXITSTATUS(state) : WTERMSIG(state)));
	arena_free(&a);
}

/* A death may have had another cause than a document: so nothing is blamed before it is known which one it was. */
static void
look_into_death(struct pool *p, struct worker *w, int state)
{
	if (w->careful > 0)
		blame_first(p, w, state);
	else
		w->careful = w->count;
}

/* The worker's end: as it should be behind an error and after many documents. */
static void
replace(struct pool *p, struct worker *w)
{
	int state = 0;

	close(w->fd);
	w->fd = -1;
	while (waitpid(w->pid, &state, 0) < 0 && errno == EINTR)
		continue;
	if (w->first && !w->failed && !(w->answers > 0 && WIFEXITED(state) && WEXITSTATUS(state) == STATUS_OK))
		look_into_death(p, w, state);
	if (w->first)
		spawn(p, w);
}

static void
receive(struct pool *p, struct worker *w)
{
	for (;;) {
		ssize_t got = read(w->fd, buf_room(&w->in, CHUNK), CHUNK);

		if (got < 0 && (errno == EAGAIN || errno == EINTR))
			return;
		if (got <= 0) {
			replace(p, w);
			return;
		}
		w->in.n += (size_t)got;
		take_answers(p, w);
		if (got < CHUNK)
			return;
	}
}

/* Ends the worker when no answer has come from it for too long, by its own time. */
static void
watch_worker(const struct pool *p, struct worker *w)
{
	struct timespec now;

	if (!w->first || w->overran || clock_gettime(w->clock, &now) != 0)
		return;
	if (w->seen != w->answers) {
		w->seen = w->answers;
		w->began = now;
	} else if (now.tv_sec - w->began.tv_sec > (time_t)p->seconds) {
		w->overran = true;
		kill(w->pid, SIGKILL);
	}
}

static void
watch_time(struct pool *p)
{
	time_t now = time(NULL);

	if (now == p->watched)
		return;
	p->watched = now;
	for (unsigned i = 0; i < p->count; i++)
		watch_worker(p, &p->worker[i]);
}

bool
pool_wait(struct pool *p, int fd)
{
	p->poll[p->count] = (struct pollfd){ .fd = fd, .events = POLLIN };
	for (unsigned i = 0; i < p->count; i++) {
		struct worker *w = &p->worker[i];

		send_more(w);
		p->poll[i] = (struct pollfd){ .fd = w->fd, .events = has_to_send(w) ? POLLIN | POLLOUT : POLLIN };
	}
	watch_time(p);
	if (poll(p->poll, p->count + 1, 1000) <= 0)
		return false;
	for (unsigned i = 0; i < p->count; i++)
		if (p->poll[i].revents & ~POLLOUT)
			receive(p, &p->worker[i]);
	return p->poll[p->count].revents != 0;
}

void
pool_end(struct pool *p)
{
	for (unsigned i = 0; i < p->count; i++) {
		if (p->worker[i].fd >= 0)
			close(p->worker[i].fd);
		while (p->worker[i].fd >= 0 && waitpid(p->worker[i].pid, NULL, 0) < 0 && errno == EINTR)
			continue;
		buf_free(&p->worker[i].in);
	}
	free(p->worker);
	free(p->poll);
	free(p);
}
