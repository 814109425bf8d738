/* The document as text, one line a block or run: for tests and for eyes. */
#ifndef TREE_TREE_H
#define TREE_TREE_H

#include "filter.h"

extern const struct writer tree_writer;

#endif
