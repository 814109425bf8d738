/*
 * Writing a ZIP (APPNOTE.TXT 6.3: deflate, names in UTF-8, ZIP64 where sizes or
 * counts need it) or a tar (POSIX.1-2008, ustar with pax headers for what it
 * cannot say) to a descriptor. Every file has the time of the epoch that the
 * format begins with, so the same files are the same archive. What is
 * compressed already, a DOCX or a picture, is stored as it is.
 */
#ifndef BATCH_PACKING_H
#define BATCH_PACKING_H

#include <stdint.h>

#include "base/buf.h"

struct packing {
	int fd;
	bool zip;
	uint64_t at;	  /* bytes that are out */
	struct buf central; /* of a ZIP: its directory */
	uint64_t entries;
	struct z_stream_s *deflate; /* zlib's, for all files of a ZIP; NULL before the first */
};

void packing_begin(struct packing *a, int fd, bool zip);
int packing_add(struct packing *a, struct str path, struct str bytes); /* 0 or errno */
int packing_end(struct packing *a);				       /* 0 or errno */

#endif
