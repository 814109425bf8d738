/* Where a release comes from, at the head of its first paragraph: "Praha/Liberec, 17. 5. 2019 - " */
#ifndef RECOGNISE_DATELINE_H
#define RECOGNISE_DATELINE_H

#include "recognise/dates.h"

struct dateline {
	size_t place_from, place_to; /* equal: no place */
	struct date date;	     /* no year: none */
	size_t end;		     /* behind the separator: the text itself begins here, perhaps after a blank */
};

/*
 * Reads a dateline off the front of a paragraph. `first` says that it is the
 * first one of the text, where less is enough: a place or a date alone.
 */
bool dateline_read(const struct lexicon *x, struct str text, bool first, struct dateline *line);
/* The length of a wire's tag at the front: "(OTS)", "/PRNewswire/", "--News Direct--"; 0 for none. */
size_t wire_tag(struct str text);
/* Whether a whole line is a date, perhaps with a label, a place or a time: "Hamburg, den 2. Dezember 2022". */
bool date_line_read(const struct lexicon *x, struct str text, struct dateline *line);

#endif
