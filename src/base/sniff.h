/* What bytes are by the marks that formats put at their front: for a reader that was given the wrong file. */
#ifndef BASE_SNIFF_H
#define BASE_SNIFF_H

#include "base/str.h"

/* "a PDF document" and the like, or NULL when it is none of those that are known by their first bytes. */
const char *sniff(struct str bytes);

#endif
