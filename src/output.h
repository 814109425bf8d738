/*
 * Where a program's output goes, whole or not at all: standard output, the
 * file that -o names, files in a folder.
 *
 * A sandboxed program opens nothing. When it must leave files, output_open()
 * starts a child that goes on as the program and hands what it makes to the
 * parent. The parent stays outside the sandbox, looks at no input, and puts
 * everything in place once the child has ended well: each file by a temporary
 * one beside it that is synced and renamed. It ends with the child's status.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base/diag.h"
#include "base/str.h"

struct output {
	struct diag *diag;
	int fd;	     /* standard output, or the way to the parent */
	bool caught; /* there is a parent */
};

/*
 * Returns in the child, or in the only process when neither is given. `path`:
 * of the main output, NULL for standard output; a symbolic link stays one, and
 * what is no file (a device, a pipe) is written to. `folder`: for
 * output_file(), NULL for none; it is made when missing. What cannot be
 * created ends the program with STATUS_CREATE.
 */
void output_open(struct output *out, struct diag *diag, const char *path, const char *folder);
/*
 * One file of the folder. Where one is there by that name with other bytes, it
 * stays, nothing at all is written, and the program ends with STATUS_CREATE.
 */
void output_file(struct output *out, struct str name, struct str bytes);
/* The main output, once, last, even when it is empty. */
void output_main(struct output *out, struct str bytes);
/* Whether the open file holds just these bytes. */
bool output_holds(int fd, struct str bytes);
/* One name in a folder: no separator, no leading dot, no control character, at most 255 bytes. */
bool output_name_valid(struct str name);

#endif
