/*
 * What archives, mailboxes and web archives hold, member by member, in the
 * order in which they stand there: for wirebatch.
 *
 *	ZIP		APPNOTE.TXT 6.3; DOCX is one too, so ask for that first
 *	tar		POSIX ustar and pax, GNU, and that of 1979
 *	compressed	gzip, xz, zstd, bzip2: the tar in it, or its one file
 *	mbox		RFC 4155 and the mboxrd and Content-Length kinds of it
 *	WARC		ISO 28500, plain or gzip record by record; of it, responses
 *			and resources that may be releases
 *
 * All works in memory. Nothing here opens a file, asks the locale or starts a
 * thread; container_open() and what follows may be called in the sandbox. Names
 * that are not UTF-8 are decoded by what is open then of `charsets` (IBM852,
 * CP437, CP1250, CP1252); where nothing is, their letters become U+FFFD.
 *
 * No fault of a container ends the program. Each entry comes out once: whole,
 * or passed over since it is no document (a folder, an image), or broken, the
 * last two with a line that says why. A container that is cut off or damaged
 * gives all members that are whole, and then one that is broken and says where
 * it ended; so does one that goes beyond a limit.
 *
 * A container in a container is a member like any other: the caller opens it in
 * turn, to the depth that it allows, with what container_limits_take() leaves of the limits.
 */
#ifndef CONTAINER_CONTAINER_H
#define CONTAINER_CONTAINER_H

#include <stdint.h>

#include "base/buf.h"
#include "base/charset.h"

enum container_kind {
	CONTAINER_NONE,
	CONTAINER_ZIP,
	CONTAINER_TAR,
	CONTAINER_COMPRESSED,
	CONTAINER_MBOX,
	CONTAINER_WARC
};

/* By the first bytes; SNIFF_ENOUGH of them are enough. */
enum { SNIFF_ENOUGH = 8192 };
enum container_kind container_sniff(struct str head);
const char *container_name(enum container_kind kind); /* "ZIP archive" */

/* How much a container may hold; those of base/limits.h to begin with. */
struct container_limits {
	size_t entries;
	size_t member;	/* bytes of one member */
	uint64_t total; /* bytes of all members together, as they are in memory */
	unsigned ratio; /* of all members' bytes to the container's */
};
extern const struct container_limits container_limits;

enum member_state { MEMBER_WHOLE, MEMBER_PASSED_OVER, MEMBER_BROKEN };

/* Valid until the next call for its container. All text is UTF-8 without controls. */
struct member {
	enum member_state state;
	struct str why;	    /* one line, when it is not whole */
	struct str name;    /* "2019/march.docx"; "message-3.eml" of a mailbox; a WARC's target address; never empty */
	struct str bytes;   /* none when it is not whole */
	struct str type;    /* the media type that its container states, "text/html"; empty: none */
	struct str charset; /* the label that its container states; empty: none */
	struct str url;	    /* where it was on the web, for relative links; empty: nowhere */
	int64_t time;	    /* seconds since 1970 when it was last changed, sent or fetched; 0: unknown */
};

struct container; /* one that is being read */

/* The bytes stay the caller's and must live until container_close(). charsets may be NULL; limits NULL: those above. */
struct container *container_open(struct str bytes, enum container_kind kind, struct charsets *charsets,
	const struct container_limits *limits);
bool container_next(struct container *c, struct member *m); /* false: there are no more */
void container_close(struct container *c);

/* How far it has been read: of the bytes in front none is wanted soon, so a file that is mapped may leave memory up to there. */
size_t container_at(const struct container *c);

/*
 * Takes a member off what is left for containers that are still to be opened: those in each other share what one may
 * hold, else a small file would be the limit's fourth power.
 */
void container_limits_take(struct container_limits *left, const struct member *m);

/* The libraries' names and versions, for -V. */
const char *container_libraries(void);

/*
 * Appends a member's name as a relative path that does not leave the folder it
 * is put in, on any system: no "..", no root or drive, no backslash, no control
 * or other character that Windows refuses, no name of a device, no blank or dot
 * at an end, no part of more than SAFE_PART bytes and no more than SAFE_PATH in
 * all. What an address has of scheme and host becomes a folder. Never empty, and
 * what is safe already is not changed. Two names may become one, or differ only
 * in their case: that is the caller's to see.
 */
enum { SAFE_PART = 120, SAFE_PATH = 800 };
void safe_path(struct str name, struct buf *path);

#endif
