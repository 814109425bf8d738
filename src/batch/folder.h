/*
 * The folder that outputs go to: each file whole or not at all. It is made in a
 * folder of ours there, ".wirecopy", and renamed into its place, so that nothing
 * half done is ever seen under its name, also after kill -9; what such an end
 * leaves in .wirecopy the next run clears away. Files are not synced one by one:
 * folder_close() does that for all, before anybody says that they are there.
 */
#ifndef BATCH_FOLDER_H
#define BATCH_FOLDER_H

#include "base/buf.h"
#include "base/diag.h"

struct folder {
	const char *name;
	int fd;
	int making;	 /* .wirecopy in it */
	struct buf last; /* the subfolder that is known to be there */
};

/* Makes the folder where it is missing. Ends the program with STATUS_CREATE where it cannot. */
void folder_open(struct folder *f, struct diag *diag, const char *name);
/* Puts the file below the folder; 0, or the errno of what failed. A file that is there is replaced. */
int folder_put(struct folder *f, struct str path, struct str bytes);
/* The same, but a file that is there stays: one with other bytes is EEXIST. */
int folder_add(struct folder *f, struct str path, struct str bytes);
/* Syncs what was put; 0 or errno. */
int folder_close(struct folder *f);

#endif
