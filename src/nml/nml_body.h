/* The body of an item, in whichever form it comes: everything goes to the builder by way of markup/xhtml.h. */
#ifndef NML_NML_BODY_H
#define NML_NML_BODY_H

#include "markup/xhtml.h"
#include "markup/xml.h"
#include "nml/nml_survey.h"

struct body {
	enum nml_body kind;
	bool ours; /* classes in NITF are roles, and plain text is plain */
	struct builder b;
	struct xhtml_reader x;
	size_t depth;
	size_t skip;	  /* the depth from which all is left out; 0: nothing is */
	size_t in_title;  /* the depth of the <title> that is open, or 0 */
	const char *within; /* the element of NITF that is open and gives others a meaning, or NULL */
	size_t within_depth;
	struct buf title; /* of the html or nitf */
	struct buf data;  /* of an inlineData */
};

void body_begin(struct body *body, struct doc *d, const struct survey *survey);
void body_start(struct body *body, const struct xml_element *e); /* within inlineXML or inlineData */
void body_text(struct body *body, struct str text);
void body_end(struct body *body);
/* Gives the title, which lives in the document's arena, and frees. */
struct str body_finish(struct body *body);

/* NITF (IPTC NITF 3.6) as the elements of XHTML. */
struct nitf_element {
	const char *name;
	const char *within; /* only there, or NULL */
	const char *xhtml;  /* NULL: it and what it holds are left out */
	const char *class;  /* a role's token, or NULL */
};

/* NULL: the element means nothing to us, but what it holds does. */
const struct nitf_element *nitf_element(const char *name, const char *within);
struct str nitf_attribute(const char *element, const char *name);

/* Text of an inlineData, or escaped HTML where that may be. */
void data_read(struct doc *d, struct xhtml_reader *x, struct str text, bool may_be_markup);

#endif
