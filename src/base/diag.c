#include "base/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/utf8.h"

enum { LINE = 2048 }; /* a longer message is cut */

struct line {
	char text[LINE];
	size_t n;
};

static void
line_add(struct line *l, const char *fmt, va_list ap)
{
	int n = vsnprintf(l->text + l->n, LINE - l->n, fmt, ap);

	if (n > 0)
		l->n += (size_t)n;
	if (l->n > LINE - 2)
		l->n = LINE - 2;
}

static void __attribute__((format(printf, 2, 3)))
line_printf(struct line *l, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line_add(l, fmt, ap);
	va_end(ap);
}

/* Keeps what came from the input from steering a terminal: controls become "?", C1 controls and bad UTF-8 too. */
static void
line_clean(struct line *l)
{
	struct str rest = { l->text, l->n };

	while (rest.n > 0) {
		char *at = l->text + (rest.p - l->text);
		size_t before = rest.n;
		uint32_t c = utf8_next(&rest);

		if (utf8_is_control(c) || utf8_is_bidi_control(c) || c == UTF8_BAD)
			memset(at, '?', before - rest.n);
	}
}

static void
line_write(struct line *l)
{
	size_t done = 0;

	line_clean(l);
	l->text[l->n++] = '\n';
	while (done < l->n) {
		ssize_t w = write(STDERR_FILENO, l->text + done, l->n - done);

		if (w < 0 && errno != EINTR)
			return;
		if (w > 0)
			done += (size_t)w;
	}
}

static void
line_place(struct line *l, const struct diag *d, struct place place)
{
	line_printf(l, "%s: ", d->program);
	if (d->file)
		line_printf(l, "%s: ", d->file);
	if (place.part)
		line_printf(l, "%s: ", place.part);
	if (place.number && place.unit)
		line_printf(l, "%s %zu: ", place.unit, place.number);
	else if (place.number && place.column)
		line_printf(l, "%zu:%zu: ", place.number, place.column);
	else if (place.number)
		line_printf(l, "line %zu: ", place.number);
}

void
diag_print(const struct diag *d, const struct message *m)
{
	struct line l = { .n = 0 };

	line_place(&l, d, m->place);
	if (m->severity != SAY_ERROR && m->severity != SAY_LOSS)
		line_printf(&l, "%s: ", severity_name(m->severity));
	line_printf(&l, "%.*s", STR_FMT(m->text));
	if (m->id)
		line_printf(&l, " [%s]", m->id);
	line_write(&l);
}

static void
say(struct diag *d, enum severity severity, struct place place, const char *id, const struct line *text)
{
	const struct message m = { severity, place, id, { text->text, text->n } };

	if (d->take)
		d->take(d, &m);
	else
		diag_print(d, &m);
}

void
fail(struct diag *d, enum status status, struct place place, const char *fmt, ...)
{
	void (*ending)(struct diag *, enum status) = d->ending;
	struct line text = { .n = 0 };
	va_list ap;

	va_start(ap, fmt);
	line_add(&text, fmt, ap);
	va_end(ap);
	say(d, SAY_ERROR, place, NULL, &text);
	d->ending = NULL;
	if (ending)
		ending(d, status);
	_exit((int)status);
}

/* How often the warning with that id has been given, this time included. */
static size_t
count_warning(struct diag *d, const char *id)
{
	d->warnings++;
	for (int i = 0; i < WARNED_IDS; i++)
		if (!d->warned[i].id || strcmp(d->warned[i].id, id) == 0) {
			d->warned[i].id = id;
			return ++d->warned[i].n;
		}
	return 1;
}

void
warn(struct diag *d, struct place place, const char *id, const char *fmt, ...)
{
	size_t times = count_warning(d, id);
	struct line text = { .n = 0 };
	va_list ap;

	if (d->quiet || (!d->verbose && times > WARNINGS_SHOWN + 1))
		return;
	if (!d->verbose && times > WARNINGS_SHOWN) {
		line_printf(&text, "and more of these; -v says all");
		say(d, SAY_WARNING, (struct place){ 0 }, id, &text);
		return;
	}
	va_start(ap, fmt);
	line_add(&text, fmt, ap);
	va_end(ap);
	say(d, SAY_WARNING, place, id, &text);
}

void
note(struct diag *d, struct place place, const char *fmt, ...)
{
	struct line text = { .n = 0 };
	va_list ap;

	if (!d->verbose)
		return;
	va_start(ap, fmt);
	line_add(&text, fmt, ap);
	va_end(ap);
	say(d, SAY_NOTE, place, NULL, &text);
}

void
diag_keep(struct diag *d, const struct loss *loss)
{
	struct loss *kept;
	char *what;

	if (d->losses_kept >= LIMIT_LOSSES_LISTED)
		return;
	d->losses_kept++;
	kept = mem_alloc(sizeof(*kept));
	what = mem_alloc(loss->what.n);
	memcpy(what, loss->what.p, loss->what.n);
	*kept = *loss;
	kept->what.p = what;
	kept->next = d->losses;
	d->losses = kept;
}

void
lose(struct diag *d, enum loss_kind kind, struct place place, const char *id, const char *fmt, ...)
{
	struct line what = { .n = 0 };
	va_list ap;

	va_start(ap, fmt);
	line_add(&what, fmt, ap);
	va_end(ap);
	d->loss_count[kind]++;
	diag_keep(d, &(struct loss){ .kind = kind, .id = id, .what = { what.text, what.n }, .place = place });
	if (d->verbose) {
		struct line text = { .n = 0 };

		line_printf(&text, "loss of %s: %.*s", loss_kind_name(kind), (int)what.n, what.text);
		say(d, SAY_LOSS, place, id, &text);
	}
}

void
diag_free(struct diag *d)
{
	for (struct loss *loss = d->losses, *next; loss; loss = next) {
		next = loss->next;
		free((char *)(uintptr_t)loss->what.p);
		free(loss);
	}
	d->losses = NULL;
	d->losses_kept = 0;
}

const char *
severity_name(enum severity severity)
{
	static const char *const names[] = { "error", "warning", "note", "loss" };

	return names[severity];
}

const char *
loss_kind_name(enum loss_kind kind)
{
	static const char *const names[LOSS_KINDS] = { "content", "metadata", "presentation" };

	return names[kind];
}
