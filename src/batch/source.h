/*
 * Every document that a batch has, one after the other: files, members of
 * containers, members of containers in those, SOURCE_DEPTH deep. A container is
 * opened by a process of its own, in the sandbox; no byte of it is parsed here.
 * It sends its members through a pipe, so that no more of them are in memory
 * than are being converted.
 */
#ifndef BATCH_SOURCE_H
#define BATCH_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "batch/inputs.h"
#include "batch/kind.h"

enum { SOURCE_DEPTH = 4 };

enum found {
	FOUND_DOCUMENT,
	FOUND_OTHER,  /* none: `why` says what it is */
	FOUND_BROKEN, /* none that can be read: `why` */
	FOUND_WAIT,   /* a container is at work: ask again when source_fd() has something to read */
	FOUND_END,
	FOUND_AGAIN /* source_next() goes on by itself */
};

/* Everything is the caller's to free by source_document_free(). */
struct source_document {
	struct arena arena;
	struct str source; /* the input's path */
	struct str member; /* its way through containers, empty for a file */
	struct str output; /* the same for the name of an output: safe */
	const char *format;
	struct str charset, url; /* as the container states them */
	struct str why;
	bool unread; /* the file could not be opened or read */
	struct buf bytes;
};
void source_document_free(struct source_document *d);

struct source;
struct source *source_start(struct diag *diag, const struct inputs *inputs, size_t limit_input, struct charsets *charsets);
enum found source_next(struct source *s, struct source_document *d);
int source_fd(const struct source *s); /* -1: nothing is at work */
size_t source_inputs_done(const struct source *s);
void source_end(struct source *s);

#endif
