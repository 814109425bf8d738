/*
 * A part of a template at work: its bytes, where in them the parser stands,
 * and the edits that are to be done. All that no edit names stays as it was,
 * byte for byte, extensions that nobody here knows included.
 */
#ifndef DOCX_EDIT_H
#define DOCX_EDIT_H

#include "base/splice.h"
#include "docx/docx_names.h"
#include "docx/docx_package.h"

struct docx_edit {
	struct diag *diag;
	const char *part; /* its name */
	struct str bytes;
	struct splice edits;
	struct xml *xml;
	size_t depth;	     /* of the element at hand; the root's is 1 */
	size_t begin, end;   /* of the tag at hand */
	size_t root_end;     /* of the root's start tag */
	size_t close;	     /* where the root's end tag begins */
	const struct docx_edit_handler *handler;
	void *context;
};

/* Each is called with the edit's depth, begin and end for the tag. */
struct docx_edit_handler {
	void (*start)(void *context, struct docx_edit *e, const struct xml_element *element);
	void (*stop)(void *context, struct docx_edit *e, const struct xml_element *element);
};

/*
 * Reads a part of the package through, for its edits. False when the package
 * has no such part. Fails when it is not in UTF-8, or of the Strict kind.
 */
bool docx_edit_read(struct docx_edit *e, struct docx_package *p, struct str part, const struct docx_edit_handler *handler,
	void *context);
/* Whether the tag at hand is an empty element's. */
bool docx_edit_is_empty(const struct docx_edit *e);
/* Makes sure that the prefixes w, r and of drawings mean in the part what they mean in ours. */
void docx_edit_namespaces(struct docx_edit *e);
/* Appends the part with all edits done. */
void docx_edit_apply(struct docx_edit *e, struct buf *out);

#endif
