/*
 * What the programs that check have in common (nmlcheck, relcheck): how grave a
 * finding is, and how its line begins. The findings themselves are each
 * program's own.
 */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include "base/buf.h"
#include "base/diag.h"

enum finding_level { FINDING_INFO, FINDING_WARNING, FINDING_ERROR };
enum { FINDING_LEVELS = 3 };

/* "info", "warning", "error"; NULL behind the last, as command_word() wants it. */
extern const char *const finding_level_names[];

/* STATUS_FOUND when something of this level or above was found: counts for each level. */
enum status finding_status(const size_t found[FINDING_LEVELS], enum finding_level from);

/* Appends "nmlcheck: item.xml: ", without the file when it is standard input. */
void finding_begin(struct buf *out, const struct diag *diag);
/* Appends text that came from the input, with "?" for each character that could steer a terminal. */
void finding_add(struct buf *out, struct str text);

#endif
