/* What --report says of a document, as members of a JSON object: the same for one document and for many. */
#ifndef REPORT_H
#define REPORT_H

#include "base/diag.h"
#include "base/json.h"

struct report {
	enum status status;
	struct str charset, charset_from, language; /* empty: not known */
	size_t warnings;
	const size_t *loss_count; /* LOSS_KINDS of them */
	const struct loss *losses;
	const struct message *messages; /* errors and warnings */
	size_t message_count;
};

void report_put(struct json *j, const struct report *r);

#endif
