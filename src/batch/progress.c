#include "batch/progress.h"

#include <stdio.h>
#include <unistd.h>

static void
put(const char *text, int n)
{
	ssize_t ignored = write(STDERR_FILENO, text, n > 0 ? (size_t)n : 0);

	(void)ignored;
}

static double
since(const struct timespec *then)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

double
seconds_now(void)
{
	static const struct timespec zero;

	return since(&zero);
}

void
progress_begin(struct progress *p, bool quiet)
{
	*p = (struct progress){ .shown = !quiet && isatty(STDERR_FILENO) };
	clock_gettime(CLOCK_MONOTONIC, &p->began);
	p->last = p->began;
}

void
progress_show(struct progress *p, const struct progress_counts *n)
{
	char line[200];
	double seconds;
	size_t all = n->done + n->failed + n->skipped;
	int used;

	if (!p->shown || since(&p->last) < 0.5)
		return;
	clock_gettime(CLOCK_MONOTONIC, &p->last);
	seconds = since(&p->began);
	used = snprintf(line, sizeof(line), "\r%zu done, %zu failed, %zu skipped, %.0f/s", n->done, n->failed, n->skipped,
		(double)all / seconds);
	/* Of a container it is not known how much is still in it. */
	if (n->inputs_read > 1 && n->inputs > n->inputs_read) {
		double left = seconds / (double)n->inputs_read * (double)(n->inputs - n->inputs_read);

		used += snprintf(line + used, sizeof(line) - (size_t)used, ", about %.0f:%02.0f left", left / 60 - 0.5 > 0 ? left / 60 - 0.5 : 0,
			left - 60 * (double)(long)(left / 60));
	}
	put(line, used);
	put("\033[K", 3);
	p->there = true;
}

void
progress_clear(struct progress *p)
{
	if (p->there)
		put("\r\033[K", 4);
	p->there = false;
}
