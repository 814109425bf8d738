/*
 * The metadata that no reader of the text sees: one table of keys for every
 * format. A key's name gives its place in three of them at once: the custom
 * property "nml.NAME" in DOCX, <meta name="nml.NAME"> in HTML, and "Name:"
 * (first letter in upper case) in the text header. Its place in NewsML-G2 is
 * in item/property.c; "extra" is what of an item has no key of its own, whole
 * (nml/nml_extra.h). What stands in the text (headline, dateline, contacts) is
 * not here: it is found by its role.
 */
#ifndef DOC_META_H
#define DOC_META_H

#include "base/str.h"

/*
 * X(id, name, type, many, private)
 * type: TEXT a line of text; NUMBER a positive whole number; DATE a day or an
 * instant; INSTANT a day with a time; EMBARGO an instant or "hold"; LANGUAGE a
 * BCP 47 tag; URL an absolute address; CONCEPT "Name <qcode>", either half may
 * be missing.
 * many: 1 when a document may have several values, in their order.
 * private: 1 when the value is for editors; --public leaves it out.
 */
#define META_KEYS(X) \
	X(GUID, "guid", TEXT, 0, 0) \
	X(VERSION, "version", NUMBER, 0, 0) \
	X(LANGUAGE, "language", LANGUAGE, 0, 0) \
	X(DATE, "date", DATE, 0, 0) \
	X(MODIFIED, "modified", DATE, 0, 0) \
	X(VERSION_CREATED, "version-created", INSTANT, 0, 0) \
	X(FIRST_CREATED, "first-created", INSTANT, 0, 0) \
	X(EMBARGO, "embargo", EMBARGO, 0, 0) \
	X(STATUS, "status", TEXT, 0, 0) \
	X(URGENCY, "urgency", NUMBER, 0, 0) \
	X(PROVIDER, "provider", TEXT, 0, 0) \
	X(PROVIDER_ID, "provider-id", TEXT, 0, 0) \
	X(TITLE, "title", TEXT, 0, 0) \
	X(CREATOR, "creator", TEXT, 1, 0) \
	X(INFO_SOURCE, "info-source", TEXT, 1, 0) \
	X(CREDIT, "credit", TEXT, 0, 0) \
	X(GENRE, "genre", CONCEPT, 1, 0) \
	X(KEYWORD, "keyword", TEXT, 1, 0) \
	X(SUBJECT, "subject", CONCEPT, 1, 0) \
	X(SLUGLINE, "slugline", TEXT, 0, 0) \
	X(DESCRIPTION, "description", TEXT, 0, 0) \
	X(COPYRIGHT_HOLDER, "copyright-holder", TEXT, 0, 0) \
	X(COPYRIGHT_NOTICE, "copyright-notice", TEXT, 1, 0) \
	X(USAGE_TERMS, "usage-terms", TEXT, 1, 0) \
	X(EDITORIAL_NOTE, "editorial-note", TEXT, 1, 1) \
	X(SIGNAL, "signal", CONCEPT, 1, 0) \
	X(CANONICAL, "canonical", URL, 0, 0) \
	X(LINK, "link", URL, 1, 0) \
	X(EXTRA, "extra", TEXT, 1, 1) \
	X(RECOGNISED, "recognised", TEXT, 0, 0)

enum meta_key {
#define X(id, name, type, many, private) META_##id,
	META_KEYS(X)
#undef X
		META_COUNT
};

enum meta_type {
	META_TEXT,
	META_NUMBER,
	META_DATE_TYPE,
	META_INSTANT,
	META_EMBARGO_TYPE,
	META_LANGUAGE_TYPE,
	META_URL,
	META_CONCEPT
};

const char *meta_name(enum meta_key key);
enum meta_type meta_type(enum meta_key key);
bool meta_many(enum meta_key key);
bool meta_private(enum meta_key key);
enum meta_key meta_of_name(struct str name); /* ignores case; META_COUNT when it is none */

/* The halves of a CONCEPT: "Name <qcode>". Either may come out empty. */
void concept_split(struct str value, struct str *name, struct str *qcode);

#define META_HOLD "hold" /* the EMBARGO that has no instant */

#endif
