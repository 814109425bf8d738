/*
 * Documents made of chance: every production of the grammar, every role, key
 * and run attribute, and the nastiest text there is. The same seed gives the
 * same document. What comes out is finished and passes doc_check().
 */
#ifndef RANDOM_DOC_H
#define RANDOM_DOC_H

#include "doc/doc.h"

struct doc *random_doc(struct diag *diag, unsigned long seed);

#endif
