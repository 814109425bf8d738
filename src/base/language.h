/* The parts of language tags that are registered (BCP 47, RFC 5646): which are languages and which regions. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/str.h"

/* A primary subtag: of two letters one of ISO 639-1; of three letters any. In small letters. */
bool language_primary(struct str subtag);
/* A region subtag: of two letters one of ISO 3166-1, and the few that BCP 47 adds; of three digits any. In any case. */
bool language_region(struct str subtag);
/* Languages that are written from right to left, unless a script says otherwise (RFC 5646, section 2.2.3). */
bool language_is_rtl(struct str lang);

#endif
