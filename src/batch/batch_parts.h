/* What the files of wirebatch share, and nobody else. */
#ifndef BATCH_BATCH_PARTS_H
#define BATCH_BATCH_PARTS_H

#include "batch/batch.h"
#include "batch/inputs.h"
#include "batch/journal.h"
#include "batch/names.h"
#include "batch/outputs.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "batch/source.h"

/* A document on its way. */
struct job {
	struct task task;
	struct source_document d;
	size_t number; /* in the order of the inputs */
	struct str output;
	const struct remembered *old;
	double began;
};

struct batch {
	struct tool tool;
	struct batch_options o;
	const struct batch_formats *formats;
	const struct writer *writer;
	struct charsets charsets;
	struct work work;
	struct inputs inputs;
	struct source *source;
	struct pool *pool;
	struct outputs outputs;
	struct packer packer; /* the workers' */
	struct journal journal;
	struct names taken, seen; /* names of outputs; hashes of inputs */
	struct progress progress;
	struct progress_counts counts;
	size_t number; /* of the next document */
	struct str now;
	double began;
	enum status worst;
	bool ended; /* there is nothing to begin any more */
};

/* Something that was found: to a worker with it, or into the report. Takes over what is in *d. */
void batch_begin(struct batch *b, const struct source_document *d, enum found found);
/* What a worker made of one; see pool.h. */
void batch_done(void *context, struct task *task, const struct result *r);
/* What a journal must be of so that --resume goes on with it. */
struct str batch_command(struct batch *b);
/* Makes the report out of the journal. */
void batch_report(struct batch *b);
/* The signal that asks the batch to end; 0: none does. */
int batch_signal(void);

#endif
