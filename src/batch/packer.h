/*
 * An output as an archive is to hold it: compressed where that makes it smaller
 * and the archive is a ZIP, with the sum of its bytes. Workers do that, since it
 * takes more time than all else that becomes of an output.
 */
#ifndef BATCH_PACKER_H
#define BATCH_PACKER_H

#include <stdint.h>

#include "base/buf.h"

struct packed {
	struct str bytes;
	size_t size;   /* before they were compressed */
	uint32_t crc;  /* of these */
	bool deflated; /* raw deflate (RFC 1951) */
};

struct packer {
	bool zip;
	struct z_stream_s *deflate; /* zlib's, for all outputs; NULL before the first */
	struct buf out;
};

/* The result is borrowed from the bytes, or from the packer until its next. What is compressed already, a DOCX or a picture, stays as it is. */
struct packed packer_pack(struct packer *p, struct str bytes);
/* Whether they give the bytes that they say. */
bool packed_is_sound(const struct packed *p);

#endif
