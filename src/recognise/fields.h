/* The parts of a contact that are known by their shape: e-mail and web addresses, telephone numbers. */
#ifndef RECOGNISE_FIELDS_H
#define RECOGNISE_FIELDS_H

#include "recognise/words.h"

enum field_kind { FIELD_EMAIL, FIELD_WEB, FIELD_PHONE };

struct field {
	enum field_kind kind;
	size_t from, to;
	bool sure; /* no number of another kind looks like that */
};

/* The first field at or behind the offset. */
bool field_next(struct str text, size_t from, struct field *field);
/* Whether a text that need not be a contact holds a field that is sure, or has a label in front. */
bool has_field(const struct lexicon *x, struct str text);

#endif
