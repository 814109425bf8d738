/*
 * The first look at a file, before anything is read out of it: what it is,
 * which of its items is the text, and which part of that item is the body. The
 * parts of an item may stand in any order, so this cannot be known on the way.
 */
#ifndef NML_NML_SURVEY_H
#define NML_NML_SURVEY_H

#include "doc/doc.h"
#include "markup/xml.h"

enum nml_body { NML_BODY_XHTML, NML_BODY_NITF, NML_BODY_DATA };

struct survey {
	size_t item;	    /* the text's place among the newsItems of the file, from 0 */
	size_t content;	    /* the body's place among the children of its contentSet, from 0 */
	enum nml_body body;
	bool ours;	    /* written by this program: the body says everything */
	struct str language, body_language; /* of the item, as it states it, and of the body */
};

/*
 * Ends the program with STATUS_DATA and the reason when the file has not exactly one text. which: the number of an
 * item, from 1, or its guid, when one is asked for; else empty.
 */
struct survey nml_survey(struct doc *d, struct str bytes, struct str which);

/* Whether a child of contentSet that is not the body has the same text, in another form: no translation, and no picture. */
bool survey_is_same_text(const struct survey *survey, const struct xml_element *e);

#endif
