#include "base/json_read.h"

#include <stdlib.h>

#include "base/arena.h"

json_t *
json_read(struct str text, json_error_t *error)
{
	json_set_alloc_funcs(mem_alloc, free);
	json_object_seed(1); /* it would ask the system for a random one, which the sandbox forbids */
	/* A number that is too large for jansson would be an error, too. */
	return json_loadb(text.p, text.n, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
}

struct str
json_str(const json_t *string)
{
	return (struct str){ json_string_value(string), json_string_length(string) };
}

struct str
json_member(const json_t *object, const char *key)
{
	return json_str(json_object_get(object, key));
}
