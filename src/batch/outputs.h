/*
 * Where the outputs of a batch go: into a folder, each a file (folder.h), or into
 * an archive (spool.h). Paths are below it.
 */
#ifndef BATCH_OUTPUTS_H
#define BATCH_OUTPUTS_H

#include "batch/folder.h"
#include "batch/spool.h"

enum outputs_kind { OUTPUTS_FOLDER, OUTPUTS_ZIP, OUTPUTS_TAR };
enum outputs_kind outputs_kind(const char *out);

struct outputs {
	bool archive;
	struct folder folder;
	struct spool spool;
};

/* Ends the program when it cannot be. */
void outputs_open(struct outputs *o, struct diag *diag, const char *out);
/*
 * Before the first output. The batch is known by its journal (-1: it has none); with
 * `resume` outputs of an earlier run stay.
 */
void outputs_begin(struct outputs *o, struct diag *diag, const char *out, int journal, bool resume, struct arena *a);
/* Puts an output of the document with that number; 0 or errno. */
int outputs_put(struct outputs *o, size_t number, struct str path, const struct packed *output);
/* The same of an image, which several documents may have: with other bytes than before is EEXIST. */
int outputs_add(struct outputs *o, size_t number, struct str path, const struct packed *output);
/* Whether it is there from an earlier run, with so many bytes (-1: any). */
bool outputs_have(const struct outputs *o, struct str path, long bytes);
/* Takes one that is there. */
void outputs_take(struct outputs *o, size_t number, struct str path);
/* What was put is safe from a kill behind this. */
void outputs_flush(struct outputs *o);
/* Makes the archive, unless the batch is interrupted; 0 or errno. */
int outputs_end(struct outputs *o, bool interrupted);
/* Takes away what no batch will go on with. */
void outputs_clear(struct outputs *o);

#endif
