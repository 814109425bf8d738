/*
 * What must be known of a page before its body is read: what its head says,
 * whether it is one of ours, and which tables only place things: those whose
 * cells hold whole parts of the page get NODE_LAYOUT.
 */
#ifndef HTML_HTML_SURVEY_H
#define HTML_HTML_SURVEY_H

#include "html/html_parse.h"

/* Something that the page says of itself. */
struct html_fact {
	struct html_fact *next;
	/*
	 * A meta element's name, property or http-equiv as it stands, or
	 * "html:lang", "html:title", "link:canonical", "base:href",
	 * "time:datetime", "itemprop:NAME", and "ld:NAME" of JSON-LD.
	 */
	struct str name, value;
};

struct html_survey {
	struct arena *arena;
	struct html_fact *facts, *last;
	size_t jsonld; /* bytes of JSON-LD that were read */
	bool own;      /* written by us */
};

void html_survey(struct html_page *page, struct arena *arena, struct html_survey *s);

void fact_add(struct html_survey *s, struct str name, struct str value); /* an empty value adds nothing */
struct str fact_value(const struct html_survey *s, const char *name);	  /* of the first that has one; case is ignored */

/* html_jsonld.c: adds "ld:..." for the first article in a script of JSON-LD. What cannot be parsed, or is beyond LIMIT_JSON_LD, adds nothing. */
void html_jsonld(struct html_survey *s, struct str script);

/* html_meta.c: the metadata that the facts give: our own keys alone where there are any. */
void html_meta(struct doc *d, const struct html_survey *s);

#endif
