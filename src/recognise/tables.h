/*
 * Language tables that are read when a program runs (--tables): their form is
 * wirecopy-tables(5), the same as that of the tables that are built in. A
 * table for a language that is known already adds to it.
 */
#ifndef RECOGNISE_TABLES_H
#define RECOGNISE_TABLES_H

#include "recognise/words.h"

/*
 * Adds the tables of a file, which live in the arena. What is wrong with it
 * ends the program (64): the message names `file` and the line.
 */
void tables_read(struct languages *l, struct arena *a, const struct diag *diag, const char *file, struct str bytes);

#endif
