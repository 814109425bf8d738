/*
 * -O: a converter with many inputs. Each goes through a worker to a file of its
 * own in the folder, under its own path (see names.h) with the suffix of the
 * output's format. All inputs are tried; the status is the worst of theirs. Two
 * inputs for one output are refused before anything is written.
 */
#ifndef BATCH_MANY_H
#define BATCH_MANY_H

#include "convert.h"
#include "tool.h"

/* The rest of the program, from the options on; gives its status. */
int many(struct tool *t, const struct converter *converter);

/* The processors that there are. */
unsigned processors(void);

#endif
