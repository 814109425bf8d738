/*
 * The parts of a message: RFC 2045 and 2046. All of them, in the order in which
 * they stand, in one pass and without recursion; what is nested deeper than
 * MIME_DEPTH, or behind MIME_PARTS parts, is text of the part that it stands
 * in. All slices live as long as the arena and the message do.
 */
#ifndef EML_EML_MIME_H
#define EML_EML_MIME_H

#include "base/arena.h"
#include "base/buf.h"

enum { MIME_DEPTH = 16, MIME_PARTS = 2000 };

/* What becomes of a leaf: see eml_choose.h. */
enum mime_use {
	USE_HIDDEN,    /* an alternative that was not taken, or a signature of the message */
	USE_BODY,      /* shown as the message's text */
	USE_OTHER,     /* a multipart in an alternative that was not taken: its text is hidden, what is attached there is not */
	USE_RESOURCE,  /* an image and the like for another part */
	USE_ATTACHMENT
};

struct mime_part {
	struct mime_part *parent; /* the multipart or message that it stands in; NULL: the message itself */
	struct mime_part *next;	  /* in the order of the message, whatever its depth */
	struct mime_part *first, *last, *sibling; /* what stands in it; a leaf has none */
	struct str fields;	  /* its head, as it stands */
	struct str type;	  /* "text/html"; without a field: "text/plain" */
	struct str parameters;	  /* of the type: the field's whole value */
	struct str body;	  /* as it stands; for a leaf only */
	size_t depth;
	/* Filled in when it is chosen. */
	enum mime_use use;
	bool holds_html, holds_text; /* it or what stands in it */
	struct mime_part *taken;     /* of its parts the one that is shown; NULL: all are */
	struct str id;		     /* by which other parts name it; empty: none */
	bool used;		     /* one has done so */
};

struct mime {
	struct arena *a;
	struct mime_part *root, *last;
	size_t count, size; /* of its parts; of the message, in bytes */
	bool cut; /* a multipart has no end */
};

void mime_parse(struct mime *m, struct arena *a, struct str message);

/* Whether it is of that type, in any case: "text/html", or "multipart/" for all of a kind. */
bool mime_is(const struct mime_part *p, struct str type);
struct str mime_parameter(struct arena *a, const struct mime_part *p, struct str name);
/* The bytes of a leaf without their transfer coding; *damaged when some could not be read. */
struct str mime_decode(struct arena *a, const struct mime_part *p, bool *damaged);
/* Appends bytes in the quoted-printable coding (RFC 2045, 6.7), in lines that end in CR LF. Ends of lines may be LF. */
void quoted_printable(struct buf *out, struct str bytes);
void quoted_printable_decode(struct buf *out, struct str text);
/* Appends what stands from "begin 644 name" to "end"; *damaged when some of it could not be read. */
void uudecode(struct buf *out, struct str text, bool *damaged);

#endif
