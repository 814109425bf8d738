/* Time zones by the names that press releases use: "CET", "ET", "heure de Paris". */
#ifndef RECOGNISE_ZONES_H
#define RECOGNISE_ZONES_H

#include "base/date.h"

/* The length of a zone's name that the text begins with, 0 for none; its offset on that day, in minutes. */
size_t zone_at(struct str text, struct date day, int *offset);
/* Whether the text begins with what looks like one: "IST", "Honolulu time". */
bool zone_is_like(struct str text);
/* The first zone's name in the text when it is that of the other season, as "CET" is in July; else nothing. */
struct str zone_out_of_season(struct str text, struct date day);

#endif
