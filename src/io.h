/* Bytes in and bytes out; what goes wrong ends the program. */
#ifndef IO_H
#define IO_H

#include "base/buf.h"
#include "base/diag.h"

/*
 * Reads a file (NULL or "-": standard input) to its end. More than `limit` bytes, or none, ends the program; `option`
 * is the one that allows more ("--limit-input"), or NULL.
 */
void io_read(struct diag *diag, const char *path, size_t limit, const char *option, struct buf *bytes);
/* Writes all of it; anything else ends the program with STATUS_IO. */
void io_write(struct diag *diag, int fd, const char *name, struct str bytes);
/* The same for who has more to do then; gives 0 or the error. */
int io_put(int fd, struct str bytes);
/* Nobody else may work with the file until this process ends; false when somebody does. A file system without locks has none. */
bool io_lock(int fd);
/* Reads what a child of ours sends, to its end. */
void io_receive(struct diag *diag, int fd, struct buf *bytes);

#endif
