/* What the search for the headline shares with that for the rest of a release's top. */
#ifndef RECOGNISE_TOP_H
#define RECOGNISE_TOP_H

#include "recognise/release.h"

enum { SENTENCE_LEAST = 60 }; /* bytes of a lead that ends as a sentence does */

/* The index of the headline, r->n when there is none. */
size_t headline_index(const struct release *r);
/* "00:01 GMT, Tuesday 5 May 2026" below "EMBARGOED UNTIL". */
bool goes_on_with_embargo(const struct release *r, size_t i);
/* "From: ...", "Subject: ...": how many lines of the text are those of a forwarded mail's head. */
size_t mail_fields(const struct lexicon *x, struct str text);
/* Style names and classes of a headline in other people's files. */
bool is_headline_style(const struct hint *h);
bool is_leaf(const struct piece *p);
/* A line that is nothing but a wire's tag. */
bool is_wire_line(struct str text);
/* "Themen: Pressefreiheit", "This page in: ...": a field of a page rather than a line of text. */
bool is_field_line(struct str text);
/* A paragraph that is long enough to be the text's first, and no lines or field. */
bool is_lead_length(const struct piece *p);

#endif
