/* The process that opens one container, and the frames that it sends. */
#ifndef BATCH_OPENER_H
#define BATCH_OPENER_H

#include "container/container.h"

/* What a frame brings. Slices are borrowed from it. */
enum opened {
	OPENED_MEMBER, /* member_state and so on */
	OPENED_OFFICE  /* the only frame: the container is an Office document itself */
};

struct opened_member {
	enum opened what;
	struct member member;
};

bool opened_get(struct opened_member *m, struct str frame);

/*
 * The rest of the process: sends all members to fd, as many as the limits allow.
 * What is read of a file that is mapped leaves memory again, however large it is.
 */
_Noreturn void opener_run(struct str bytes, bool mapped, enum container_kind kind, struct charsets *charsets,
	const struct container_limits *limits, int fd);

#endif
