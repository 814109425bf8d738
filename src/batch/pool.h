/*
 * The workers of a batch, as the coordinator sees them: it gives them documents
 * and gets results, each worker having several on its way at once. A worker that
 * dies or takes too much of the processor is replaced. The new one gets what the
 * old one had not answered, but one by one, so that it is known at which it dies
 * again: that one fails, and only that one.
 */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include "batch/worker.h"

/* A document on its way. Its owner fills it in up to `bytes`, and keeps it until it is done. */
struct task {
	struct request request; /* but its bytes */
	struct buf bytes;
	void *owner;

	struct task *next;
	struct buf head; /* the frame up to the bytes */
};

/* `done` is called for every task, in the order in which they are ready. */
struct pool_owner {
	void *context;
	void (*done)(void *context, struct task *task, const struct result *result);
};

struct pool;

/* `seconds` of the processor for each document. Ends the program when no process can be started. */
struct pool *pool_start(const struct work *work, struct diag *diag, unsigned workers, unsigned seconds,
	const struct pool_owner *owner);
bool pool_has_room(const struct pool *p);
bool pool_is_busy(const struct pool *p);
void pool_give(struct pool *p, struct task *task); /* only where there is room */
/*
 * Sends and receives what can be, and waits until something has come: for a
 * second at most, or until `fd` has something to read (-1: no such). True when it has.
 */
bool pool_wait(struct pool *p, int fd);
void pool_end(struct pool *p);

#endif
