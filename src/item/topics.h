/*
 * A vocabulary of topics: codes with their labels in many languages, out of
 * the JSON of the IPTC's server (cv.iptc.org, "conceptSet" with qcode and
 * prefLabel) or out of lines "qcode<TAB>label<TAB>language", the language
 * optional, lines that begin with # left out.
 */
#ifndef ITEM_TOPICS_H
#define ITEM_TOPICS_H

#include "base/arena.h"
#include "base/diag.h"

struct topic_label {
	struct str qcode, label;
	struct str language; /* may be empty */
	struct str folded;   /* the label, for comparing */
	bool retired;	     /* not to be used any more */
};

struct topics {
	struct arena arena;
	struct diag *diag;
	struct topic_label *labels;
	size_t count, cap;
};

/* Reads bytes of either form; diag names their file. What is neither ends the program with STATUS_DATA. */
void topics_read(struct topics *t, struct diag *diag, struct str bytes);
/*
 * The topic with that label in whatever language; where several have it, the
 * one that has it in `language`. None, or still several, ends the program with
 * STATUS_USAGE and the candidates.
 */
const struct topic_label *topics_find(struct topics *t, struct diag *diag, struct str label, struct str language);
/* The label of a topic in a language, else in English, else any; NULL: the vocabulary does not have that topic. */
const struct topic_label *topics_label(const struct topics *t, struct str qcode, struct str language);
const char *topics_library(void); /* "jansson 2.14" */
/* For those who read into it. */
void topics_add(struct topics *t, struct str qcode, struct str label, struct str language, bool retired);
void topics_read_json(struct topics *t, struct str bytes);

#endif
