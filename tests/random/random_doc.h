/*
 * Documents made of chance: every production of the grammar, every role, key
 * and run attribute, and the nastiest text there is. The same seed gives the
 * same document. What comes out is finished and passes doc_check().
 */
#ifndef RANDOM_DOC_H
#define RANDOM_DOC_H

#include "doc/doc.h"

struct doc *random_doc(struct diag *diag, unsigned long seed);
/* Each choice is a byte, or two; when they are spent all choices are the first: for a fuzzer, which learns what they do. */
struct doc *random_doc_of(struct diag *diag, struct str bytes);

#endif
