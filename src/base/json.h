/*
 * Writing JSON (RFC 8259). The caller opens and closes; commas, quotes and
 * escapes are done here. "</" is written "<\/" and "<!" with an escape, so that
 * the result may stand in a script element (HTML standard, 4.12.1.3).
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

struct json {
	struct buf *out;
	bool comma; /* something stands before the next member */
};

/* key is NULL inside an array and at the top. */
void json_open(struct json *j, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *j, char bracket);		       /* '}' or ']' */
void json_text(struct json *j, const char *key, struct str value);
void json_text_if_any(struct json *j, const char *key, struct str value); /* nothing at all when it is empty */
void json_number(struct json *j, const char *key, long value);

#endif
