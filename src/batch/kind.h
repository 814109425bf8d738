/* What a file or a member is, by its content alone; names lie too often. */
#ifndef BATCH_KIND_H
#define BATCH_KIND_H

#include "container/container.h"

struct kind {
	const char *format;	       /* of a document: "txt", "html" ...; NULL: it is none */
	enum container_kind container; /* of a container; a ZIP may still be a DOCX, see below */
	const char *what;	       /* of what is neither: "a PDF document" */
};

/* By the first SNIFF_ENOUGH bytes; `type` is the media type that the container states, or empty. */
struct kind kind_of(struct str head, struct str type);
/* The same of what is neither a container nor of another kind than text: its format; NULL for XML of another kind. */
const char *kind_of_text(struct str head, struct str type);
/* Whether a ZIP whose first entry does not say so is an Office document all the same: by its directory. */
bool kind_zip_is_office(struct str zip);

#endif
