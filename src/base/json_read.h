/*
 * Reading JSON (RFC 8259), by jansson, whose own calls take the tree apart.
 * Also when memory runs out in it the program ends as it does elsewhere.
 */
#ifndef BASE_JSON_READ_H
#define BASE_JSON_READ_H

#include <jansson.h>

#include "base/str.h"

/* NULL when it is no JSON: what is wrong is in *error, when that is asked for. The caller frees it with json_decref(). */
json_t *json_read(struct str text, json_error_t *error);

/* The member of an object as a text; empty when there is none, or it is no string. Lives as long as the object. */
struct str json_member(const json_t *object, const char *key);
struct str json_str(const json_t *string);

#endif
