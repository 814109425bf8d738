/* One line on a terminal that says how far a batch is: nothing where standard error is none. */
#ifndef BATCH_PROGRESS_H
#define BATCH_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct progress {
	bool shown; /* there is a terminal */
	bool there; /* the line stands on it */
	struct timespec began, last;
};

struct progress_counts {
	size_t done, failed, skipped;
	size_t inputs, inputs_read; /* files; 0: not known */
};

void progress_begin(struct progress *p, bool quiet);
/* Shows it anew, but not more than twice a second. */
void progress_show(struct progress *p, const struct progress_counts *n);
void progress_clear(struct progress *p); /* before something else is said */

/* Seconds of a clock that only goes forward. */
double seconds_now(void);

#endif
