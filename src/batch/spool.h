/*
 * Outputs that are to be one archive. They go to a file beside it first,
 * ARCHIVE.wirecopy, one behind the other as they are done, and are packed in the
 * order of the inputs when all are there: so the archive is the same however
 * often a batch was broken off. Each stands there as a frame (wire.h) with its
 * path and its sum, so that a batch that goes on finds what is whole.
 */
#ifndef BATCH_SPOOL_H
#define BATCH_SPOOL_H

#include "base/diag.h"
#include "batch/names.h"
#include "batch/packer.h"

struct spool {
	struct diag *diag;
	const char *archive, *name; /* what is to be made; the file beside it */
	bool zip;		    /* else tar */
	int fd;
	uint64_t size;	    /* with what waits */
	struct buf waiting; /* to be written */
	struct names paths; /* value: the place of its entry, from 1 on */
	struct spool_entry *entry;
	size_t entries, entries_room;
	struct spool_place *place;
	size_t places, places_room;
};

/* Opens the file, with what stands in it or (not `resume`) without. Ends the program when it cannot be. */
void spool_open(struct spool *s, struct diag *diag, const char *archive, bool resume, struct arena *a);
/* Adds an output of the document with that number. What cannot be written ends the program: there would be no archive. */
void spool_put(struct spool *s, size_t number, struct str path, const struct packed *output);
/* The same of one that several documents may have: false when it is there with other bytes. */
bool spool_add(struct spool *s, size_t number, struct str path, const struct packed *output);
bool spool_has(const struct spool *s, struct str path, long size); /* with so many bytes; -1: any */
/* Takes one that is there. */
void spool_take(struct spool *s, size_t number, struct str path);
void spool_flush(struct spool *s);
/* Makes the archive; 0 or errno. */
int spool_pack(struct spool *s);
/* Takes the file away. */
void spool_clear(struct spool *s);

#endif
