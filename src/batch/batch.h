/*
 * wirebatch: whole trees and archives of releases into one format. The
 * coordinator here reads and writes files and parses nothing; containers are
 * opened by processes of their own (source.h), documents are converted by
 * workers (pool.h).
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "convert.h"
#include "tool.h"

/* The options of a converter, and those of a batch. */
struct batch_options {
	struct options o; /* the first: setters of a converter's options find it */
	const char *to;
	const char *out;    /* a folder, or an archive */
	const char *failed; /* --failed0: only that */
	bool resume, dedupe;
	unsigned shard, shards; /* --shard 1/4: 1 and 4; 0 of 0: all */
};

/* All formats that there are, each list up to NULL. */
struct batch_formats {
	const struct reader *const *readers;
	const struct writer *const *writers;
	void (*recognise)(struct doc *, const struct options *);
};

void batch_options_parse(struct batch_options *b, struct tool *t, int argc, char **argv, const struct batch_formats *formats);
/* The whole program; gives its exit status. */
int batch(int argc, char **argv, const struct batch_formats *formats);

#endif
