/* Bytes in, bytes out, whole or not at all. */
#ifndef IO_H
#define IO_H

#include "base/buf.h"
#include "base/diag.h"

/* Reads a file (NULL or "-": standard input) to its end. More than `limit` bytes, or none, ends the program. */
void io_read(struct diag *diag, const char *path, size_t limit, struct buf *bytes);
/* Writes all of it; anything else ends the program with STATUS_IO. */
void io_write(struct diag *diag, int fd, const char *name, struct str bytes);

/*
 * For -o: starts a child that goes on as the filter, with its standard output
 * caught, and returns in the child. The parent stays: when the child has ended
 * well, it puts the output in place as a temporary file that is synced and
 * renamed, so that `path` is never half written and stays as it was when the
 * child failed. A symbolic link stays one, and what is no file (a device, a
 * pipe) is written to. It ends with the child's status.
 */
void io_catch_output(struct diag *diag, const char *path);

#endif
