/* What the readers of the kinds of containers share. Each gives its members by a function of its own. */
#ifndef CONTAINER_PARTS_H
#define CONTAINER_PARTS_H

#include "base/arena.h"
#include "container/container.h"

struct container {
	struct str bytes; /* all of it */
	struct str rest;  /* what is still to be read, by those who read it themselves */
	struct charsets *charsets;
	struct container_limits limits;
	size_t entries;	   /* that were given */
	uint64_t inflated; /* bytes in memory, of all members */
	bool ended;	   /* nothing comes any more */
	struct arena arena; /* of the member at hand: emptied for the next one */
	struct buf member;  /* its bytes, where they are made */
	bool (*next)(struct container *c, struct member *m); /* m is zeroed; its name may stay empty */
	struct archive_state *archive;
	struct warc_state *warc;
};

/* Each makes ready what its function in `next` needs. */
void archive_begin(struct container *c, enum container_kind kind);
void archive_end(struct container *c);
size_t archive_at(const struct container *c);
bool mbox_next(struct container *c, struct member *m);
bool mbox_sniff(struct str head);
void warc_begin(struct container *c);
void warc_end(struct container *c);
bool warc_sniff(struct str head);
const char *archive_library(void);

/* Says why a member is not whole, once; its bytes are gone then. */
void member_broken(struct container *c, struct member *m, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void member_passed_over(struct container *c, struct member *m, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Counts n bytes more that are in memory now, `size` of them for this member.
 * False when that is too much: the member says so then, and it is the last one
 * where all of them are too much.
 */
bool container_count(struct container *c, struct member *m, size_t size, size_t n);

/* A name as it is shown: decoded where it is not UTF-8, in NFC, without controls. */
struct str member_name(struct container *c, struct str raw);

/*
 * Where a ZIP may say that a name is UTF-8: the offsets of those bytes, in order. The headers in front of members are
 * not looked at, since that would bring all of the file into memory: whoever reads there asks zip_flag_stands().
 */
struct zip_flags {
	size_t *at;
	size_t n, cap;
};
enum { ZIP_FLAG_UTF8 = 0x08 }; /* in the second byte of the flags */
void zip_flags_find(struct zip_flags *flags, struct str bytes);
bool zip_flag_stands(struct str bytes, size_t at);

/* How zlib's streams are wrapped. */
enum wrapping { WRAPPED_GZIP = 15 + 16, WRAPPED_ZLIB = 15, WRAPPED_RAW = -15 };
enum inflated { INFLATED_WHOLE, INFLATED_CUT, INFLATED_DAMAGED, INFLATED_BEYOND };
/*
 * One stream off the front of *in, which is moved behind it, appended to `out`.
 * All that is inflated before a fault is there. A limit that is met gives
 * INFLATED_BEYOND; m may be NULL where nothing is counted and `out` ends at SNIFF_ENOUGH.
 */
enum inflated inflate_stream(struct container *c, struct member *m, struct str *in, enum wrapping how, struct buf *out);

/*
 * A file that gzip made, piece by piece: the streams that follow each other in it. The archive library would
 * keep back what it has of a piece that is cut off.
 */
struct gunzip;
struct gunzip *gunzip_begin(struct str bytes);
size_t gunzip_next(struct gunzip *g, char *to, size_t room); /* as many bytes as that, or fewer: there are no more */
const char *gunzip_fault(const struct gunzip *g);	     /* why there are no more, when that is not the end; NULL */
size_t gunzip_at(const struct gunzip *g);		     /* bytes that are read */
void gunzip_end(struct gunzip *g);

/* An answer of a web server (RFC 9112) or what was fetched otherwise, as it is in a WARC: sets type, charset and bytes. */
void http_read(struct container *c, struct member *m, struct str answer);
/* Whether a release may be in a part of that media type; the others are passed over. */
bool may_be_release(struct str type);

#endif
