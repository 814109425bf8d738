/* The report at the end of a batch. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "batch/batch_parts.h"
#include "io.h"

static const struct place nowhere = { 0 };

static void
put_summary(const struct batch *b, struct buf *out)
{
	struct json j = { .out = out };

	json_open(&j, NULL, '{');
	json_open(&j, "summary", '{');
	json_number(&j, "in", (long)b->number);
	json_number(&j, "done", (long)b->counts.done);
	json_number(&j, "failed", (long)b->counts.failed);
	json_number(&j, "skipped", (long)b->counts.skipped);
	json_text(&j, "now", b->now);
	if (batch_signal())
		json_text(&j, "interrupted", STR("yes"));
	json_close(&j, '}');
	json_close(&j, '}');
	buf_char(out, '\n');
}

/* The report takes the place of an old one when all of it is written. */
void
batch_report(struct batch *b)
{
	const char *name = b->o.o.report;
	const char *making = arena_printf(&b->tool.arena, "%s.new", name).p;
	int fd = open(making, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), error = errno;
	struct buf summary = { 0 };

	if (fd >= 0) {
		put_summary(b, &summary);
		error = journal_report(&b->journal, fd);
		if (!error)
			io_write(&b->tool.diag, fd, name, buf_str(&summary));
		if (!error && (fsync(fd) != 0 || close(fd) != 0 || rename(making, name) != 0))
			error = errno;
		buf_free(&summary);
	}
	if (fd < 0 || error)
		fail(&b->tool.diag, STATUS_IO, nowhere, "cannot write %s: %s", name, strerror(error));
}
