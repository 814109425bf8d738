/*
 * What a batch remembers of its documents: a journal in the order in which they
 * are done, that kill -9 leaves whole up to its last line; out of it the report,
 * in the order of the inputs. A line of the journal is
 *
 *	{"at":12.345,"seconds":0.004,"record":{"source":"in/a.docx",...}}
 *
 * and the report has the records alone, so that it is the same however often the
 * batch was broken off. The first line of the journal says for which command it is.
 */
#ifndef BATCH_JOURNAL_H
#define BATCH_JOURNAL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* What an earlier run says of a document. */
struct remembered {
	struct remembered *next; /* with the same place in the table */
	struct str key;
	struct str hash, output;
	long output_bytes;
	struct str *images; /* of --media, below the folder */
	size_t image_count;
	bool done;
	uint64_t at; /* of the record in the journal */
	size_t n;
};

struct journal_entry {
	uint64_t at;
	size_t n; /* 0: none yet */
};

struct journal {
	struct diag *diag;
	const char *name;
	int fd;
	uint64_t size; /* with what waits */
	struct buf waiting; /* to be written */
	struct arena arena;
	struct remembered **slot;
	struct journal_entry *entry; /* by the number of the input */
	size_t entries;
};

/*
 * Opens it. `command` is what must be the same for a journal that is gone on
 * with; *now is the batch's time, and that of the former run where there was one.
 * Without `resume` an old journal is replaced. Ends the program when it cannot be.
 */
void journal_open(struct journal *j, struct diag *diag, const char *name, bool resume, struct str command, struct str *now);
const struct remembered *journal_find(const struct journal *j, struct str key);
/* Adds the record of the document with that number, from 0: done so many seconds after the batch began, and in so many. */
void journal_add(struct journal *j, size_t number, struct str record, double at, double seconds);
/* Writes what was added: before the batch waits for something, so that a kill costs no more than is done in a moment. */
void journal_flush(struct journal *j);
/* Takes the record that is there. */
void journal_take(struct journal *j, size_t number, const struct remembered *r);
/* Appends all records in the order of their numbers to fd; 0 or errno. */
int journal_report(const struct journal *j, int fd);

/* A member of an object whose value is a path: with its bytes in hexadecimal beside it when it is not UTF-8. */
struct json;
void json_path(struct json *out, const char *key, struct str path);
/* The key by which a document is remembered. */
struct str journal_key(struct arena *a, struct str source, struct str member);

/* --failed0: writes the inputs of those records that say "failed", each once, ended by a zero byte. */
void journal_failed(struct diag *diag, const char *report, struct buf *out);

#endif
