/* A day as people write it out in their language, as in the head of a letter (CLDR's long form). */
#ifndef BASE_DATE_WORDS_H
#define BASE_DATE_WORDS_H

#include "base/date.h"

/* "17. března 2026" for "cs"; as ISO 8601 has it in a language that is not known here. */
struct str date_in_words(struct arena *a, struct date date, struct str language);

#endif
