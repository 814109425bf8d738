/*
 * "Name: value" lines, as mail, HTTP and web archives have them at their
 * front: RFC 5322, section 2.2; RFC 9112, section 5; ISO 28500, section 4. A
 * line that begins with a blank goes on with the one before. Nothing is
 * decoded here, and what is no such line is passed over.
 */
#ifndef BASE_HEADER_H
#define BASE_HEADER_H

#include "base/arena.h"
#include "base/str.h"

/* Takes the lines up to the first blank one off the front, and that line. Ends are LF or CR LF. */
struct str header_take(struct str *bytes);

struct header_field {
	struct str name;
	struct str value; /* as it stands, without blanks at its ends: folds are still in it */
};
bool header_next(struct str *fields, struct header_field *f);

/* The first value of that name, in one line; STR_NONE when there is none. */
struct str header_value(struct arena *a, struct str fields, struct str name);

/* Of "text/html; charset=utf-8" the "text/html". */
struct str value_head(struct str value);
/*
 * The value of a parameter (RFC 2045, section 5.1), put together where it came
 * in pieces (RFC 2231); STR_NONE when there is none. *charset gets the label that
 * it names for itself, or none; it may be NULL.
 */
struct str value_parameter(struct arena *a, struct str value, struct str name, struct str *charset);

#endif
