/*
 * Writing a ZIP (APPNOTE.TXT 6.3: deflate, names in UTF-8, ZIP64 where sizes or
 * counts need it) or a tar (POSIX.1-2008, ustar with pax headers for what it
 * cannot say) to a descriptor. Every file has the time of the epoch that the
 * format begins with, so the same files are the same archive.
 */
#ifndef BATCH_PACKING_H
#define BATCH_PACKING_H

#include "batch/packer.h"

struct packing {
	int fd;
	bool zip;
	uint64_t at;	    /* bytes that are out, or wait */
	struct buf waiting; /* to be written */
	struct buf central; /* of a ZIP: its directory */
	uint64_t entries;
};

void packing_begin(struct packing *a, int fd, bool zip);
/* One file, packed for this kind of archive. 0 or errno. */
int packing_add(struct packing *a, struct str path, const struct packed *file);
int packing_end(struct packing *a); /* 0 or errno */

#endif
