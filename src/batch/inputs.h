/*
 * The files that a batch is to read, in their order: those that are named, those
 * of a list whose names end with zero bytes (as find -print0 writes it), and what
 * is in folders, sorted by the bytes of their names. In a folder, names that
 * begin with a dot are passed over, and symbolic links are not followed.
 */
#ifndef BATCH_INPUTS_H
#define BATCH_INPUTS_H

#include "base/arena.h"
#include "base/buf.h"

struct input {
	const char *path;
	bool found; /* in a folder; else it was named */
};

struct inputs {
	struct arena arena;
	struct input *input;
	size_t n, room;
};

void inputs_add(struct inputs *in, const char *path); /* one that is named */
/* False, with errno, when the list cannot be read. "-" is standard input. */
bool inputs_add_list(struct inputs *in, const char *list);
/* Puts what is in the folders among the inputs in their place. */
void inputs_expand(struct inputs *in);
void inputs_free(struct inputs *in);

enum input_state { INPUT_READ, INPUT_EMPTY, INPUT_LARGE, INPUT_LINK, INPUT_NO_FILE, INPUT_ERROR };
/* One that is open. */
struct input_file {
	int fd;
	size_t size; /* as it was then */
};
enum input_state input_open(const struct input *input, struct input_file *f); /* INPUT_READ: it is; errno for INPUT_ERROR */
/* Appends what one read gives, SNIFF_ENOUGH bytes or more where there are so many. False, with errno, when it cannot be read. */
bool input_read_some(const struct input_file *f, struct buf *bytes);
/* Appends the rest of the file, which is left open. The state is that of all bytes. */
enum input_state input_read_rest(const struct input_file *f, size_t limit, struct buf *bytes);
/* All of these, for all of the file. */
enum input_state input_read(const struct input *input, size_t limit, struct buf *bytes);
/* What stands in the way, as a line; empty for INPUT_READ. */
struct str input_why(struct arena *a, enum input_state state, int error);

#endif
