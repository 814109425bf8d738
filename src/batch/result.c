/* The coordinator's reading of an answer: everything in it is checked, since the worker has parsed what strangers wrote. */
#include "batch/wire.h"
#include "batch/worker.h"

enum { ID_LIMIT = 40, PART_LIMIT = 4096 };

/* A text that is to be shown; one that is too long is not ours. */
static const char *
short_text(struct wire *w, struct arena *a, size_t limit)
{
	struct str s = wire_get_str(w);

	w->wrong = w->wrong || s.n > limit;
	return s.n > 0 && !w->wrong ? arena_cstr(a, s) : NULL;
}

static struct place
get_place(struct wire *w, struct arena *a)
{
	struct place place;

	place.part = short_text(w, a, PART_LIMIT);
	place.unit = short_text(w, a, ID_LIMIT);
	place.number = wire_get_number(w);
	place.column = wire_get_number(w);
	return place;
}

/* A count of things that take at least a number each: what the frame cannot hold is wrong. */
static size_t
get_count(struct wire *w)
{
	return wire_get_less(w, w->rest.n / sizeof(uint64_t) + 1);
}

static void
get_messages(struct result *r, struct wire *w, struct arena *a)
{
	size_t n = get_count(w);
	struct message *m = arena_alloc(a, n * sizeof(*m));

	for (size_t i = 0; i < n && !w->wrong; i++) {
		m[i].severity = (enum severity)wire_get_less(w, SAY_LOSS + 1);
		m[i].place = get_place(w, a);
		m[i].id = short_text(w, a, ID_LIMIT);
		m[i].text = wire_get_str(w);
	}
	r->messages = m;
	r->message_count = n;
}

static void
get_losses(struct result *r, struct wire *w, struct arena *a)
{
	size_t n = get_count(w);
	struct loss *loss = arena_alloc(a, n * sizeof(*loss));

	/* They come newest first. */
	for (size_t i = 0; i < n && !w->wrong; i++) {
		loss[i].next = i > 0 ? &loss[i - 1] : NULL;
		loss[i].kind = (enum loss_kind)wire_get_less(w, LOSS_KINDS);
		loss[i].mended = wire_get_less(w, 2) > 0;
		loss[i].id = short_text(w, a, ID_LIMIT);
		w->wrong = w->wrong || !loss[i].id;
		loss[i].what = wire_get_str(w);
		loss[i].place = get_place(w, a);
		r->losses = &loss[i];
	}
}

static struct packed
get_packed(struct wire *w)
{
	struct packed p = { .size = wire_get_number(w) };

	p.crc = (uint32_t)wire_get_less(w, (uint64_t)UINT32_MAX + 1);
	p.deflated = wire_get_less(w, 2);
	p.bytes = wire_get_str(w);
	w->wrong = w->wrong || (!p.deflated && p.size != p.bytes.n);
	return p;
}

static void
get_files(struct result *r, struct wire *w, struct arena *a)
{
	size_t n = get_count(w);
	struct result_file *file = arena_alloc(a, n * sizeof(*file));

	for (size_t i = 0; i < n && !w->wrong; i++) {
		file[i].name = wire_get_str(w);
		file[i].packed = get_packed(w);
	}
	r->files = file;
	r->file_count = n;
}

bool
result_get(struct result *r, struct str frame, struct arena *a)
{
	struct wire w = { .rest = frame };

	*r = (struct result){ 0 };
	r->status = (enum status)wire_get_less(&w, 256);
	r->unchanged = wire_get_less(&w, 2);
	r->hash = wire_get_str(&w);
	r->charset = wire_get_str(&w);
	r->charset_found = wire_get_str(&w);
	r->language = wire_get_str(&w);
	get_messages(r, &w, a);
	r->warnings = wire_get_number(&w);
	for (int k = 0; k < LOSS_KINDS; k++)
		r->loss_count[k] = wire_get_number(&w);
	get_losses(r, &w, a);
	get_files(r, &w, a);
	r->output = get_packed(&w);
	return !w.wrong && w.rest.n == 0;
}
