/*
 * The folder that outputs go to: each file whole or not at all. It is made in a
 * folder of ours there and renamed into its place, so that nothing half done is
 * ever seen under its name, also after kill -9. That folder, ".wirecopy.j123", has
 * one owner, so that several programs, also on several machines, may write into
 * one folder at once; what a kill leaves in it its owner clears away the next
 * time. Files are not synced one by one: folder_close() does that for all, before
 * anybody says that they are there.
 */
#ifndef BATCH_FOLDER_H
#define BATCH_FOLDER_H

#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"

struct folder {
	const char *name;
	int fd;
	char making_name[32];
	int making; /* the folder of that name in it */
	struct buf last; /* the subfolder that is known to be there */
};

/* Makes the folder where it is missing. Ends the program with STATUS_CREATE where it cannot. */
void folder_open(struct folder *f, struct diag *diag, const char *name);
/* Before the first file. The owner: 'j' and the number of its journal's inode, or 'p' and that of a process. */
void folder_begin(struct folder *f, struct diag *diag, char kind, uint64_t owner);
/* Puts the file below the folder; 0, or the errno of what failed. A file that is there is replaced. */
int folder_put(struct folder *f, struct str path, struct str bytes);
/* The same, but a file that is there stays: one with other bytes is EEXIST. */
int folder_add(struct folder *f, struct str path, struct str bytes);
/* Syncs what was put; 0 or errno. */
int folder_close(struct folder *f);

#endif
