/*
 * Outputs that are to be one archive: they go to a folder beside it first,
 * ARCHIVE.wirecopy, and are packed in the order of the inputs when all are
 * there, so that the archive is the same however often a batch was broken off.
 * ZIP (APPNOTE.TXT 6.3, with ZIP64 where it is needed) and tar (POSIX ustar, pax
 * headers for long names).
 */
#ifndef BATCH_PACK_H
#define BATCH_PACK_H

#include <stddef.h>

#include "base/arena.h"

struct pack_file {
	size_t number;
	size_t order; /* among those of one number */
	struct str path;
};

struct pack {
	const char *archive; /* NULL: the outputs stay in their folder */
	const char *folder;
	bool zip; /* else tar */
	struct arena arena;
	struct pack_file *file;
	size_t n, room;
};

/* Gives the folder that outputs go to. */
const char *pack_open(struct pack *p, const char *out, struct arena *a);
/* A file that is in the folder, of the document with that number. */
void pack_note(struct pack *p, size_t number, struct str path);
/* Makes the archive; 0 or errno. */
int pack_all(struct pack *p, int folder);
/* Takes the folder away: the archive and the report are there. */
void pack_clear(struct pack *p);

#endif
