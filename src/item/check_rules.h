/*
 * The rules, one row for each: X(symbol, level, name, message). {1} and {2}
 * stand for what is at hand. The name with the level's letter in front is the
 * id by which the manual and other programs know it: "E-alias".
 */
#ifndef ITEM_CHECK_RULES_H
#define ITEM_CHECK_RULES_H

#include "item/check.h"

#define CHECK_RULES(X) \
	/* identity: guide 7.4.1, 20.4, 20.5 */ \
	X(NAMESPACE, ERROR, "namespace", "<{1}> is in no namespace; that of NewsML-G2 is " NML_NS) \
	X(PART, ERROR, "part", "<{1}> has no {2}") \
	X(VERSION, ERROR, "version", "the version \"{1}\" is no whole number from 1 on") \
	X(CONFORMANCE, ERROR, "conformance", "conformance is {1}, but {2}") \
	X(GUID, WARNING, "guid", "the guid \"{1}\" is no address; one begins with urn:, tag: or http:") \
	X(GUID_BLANK, WARNING, "guid-blank", "the guid \"{1}\" has a blank in it") \
	X(STANDARD_VERSION, WARNING, "standard-version", "NewsML-G2 {1} is no release that is known; the newest is 2.35") \
	/* QCodes: guide 14 */ \
	X(QCODE, ERROR, "qcode", "{1} \"{2}\" is no QCode: an alias, a colon and a code, without blanks") \
	X(QCODE_ADDRESS, ERROR, "qcode-address", "{1} holds an address, which stands in {2}") \
	X(ALIAS, ERROR, "alias", "no catalog of the item declares the alias \"{1}\"") \
	X(ALIAS_CATALOG, ERROR, "alias-catalog", \
		"the alias \"{1}\" is of the IPTC's catalogs {2}, and and the item refers to no such one") \
	X(ALIAS_TWICE, ERROR, "alias-twice", "the alias \"{1}\" stands for another scheme too: {2}") \
	X(HEADER_CATALOG, ERROR, "header-catalog", \
		"the alias \"{1}\" is declared in the message's header only, which items do not inherit from") \
	X(CATALOG, WARNING, "catalog", "the item has QCodes, and no catalog for them") \
	X(RETIRED_SCHEME, WARNING, "retired-scheme", "the scheme of the alias \"{1}\" is retired since {2}") \
	X(RETIRED_CODE, WARNING, "retired-code", "{1} is retired{2}") \
	X(DEPRECATED, WARNING, "deprecated", "{1} is deprecated; {2}") \
	X(REMOTE_CATALOG, INFO, "remote-catalog", "this catalog is not known here; it may declare {1}") \
	X(CODE, INFO, "code", "{1} is not among {2} codes") \
	X(NAME, INFO, "name", "the vocabulary's name for this is \"{1}\", not \"{2}\"") \
	/* dates: guide 20.9.1 */ \
	X(DATE, ERROR, "date", "{1} \"{2}\" is no date that there is") \
	X(DATE_EMPTY, ERROR, "date-empty", "{1} is empty") \
	X(DATE_TIME, ERROR, "date-time", "{1} \"{2}\" has no time") \
	X(DATE_ZONE, ERROR, "date-zone", "{1} \"{2}\" has no time zone") \
	X(DATE_FORM, ERROR, "date-form", "{1} \"{2}\" is not written as 2026-03-15T08:00:00+01:00 is") \
	X(DATE_ORDER, ERROR, "date-order", "{1} is {2}") \
	/* the item's properties: guide 7.5, 7.6, 26.3, 26.4, 26.6 */ \
	X(VALUE, ERROR, "value", "{1} has neither qcode nor uri") \
	X(ITEM_CLASS, ERROR, "item-class", "the class {1} is none of {2}") \
	X(STATUS, ERROR, "status", "the status is {1}; it may be usable, withheld or canceled of the IPTC's scheme") \
	X(URGENCY, ERROR, "urgency", "the urgency \"{1}\" is no number from 1 to 9") \
	X(STATUS_MISSING, WARNING, "no-status", "the item has no pubStatus; receivers take it for usable") \
	X(PROVIDER, WARNING, "provider", "the provider has no code, address or name") \
	X(HEADLINE, WARNING, "headline", "the text has no headline{1}") \
	X(LANGUAGE, WARNING, "language", "the item does not say its language") \
	X(LANGUAGE_TAG, WARNING, "language-tag", "\"{1}\" is no language tag{2}") \
	X(SIGNAL, WARNING, "signal", "{1} is not among the IPTC's signals: update, correction, cwarn") \
	X(SIGNAL_FIRST, WARNING, "signal-first", "the signal says {1}, but this is version 1") \
	X(EMBARGO_EMPTY, WARNING, "embargo-empty", "the embargo names no time, and no edNote says until when it holds") \
	X(EMBARGO_PAST, WARNING, "embargo-past", "the embargo has passed: {1}") \
	X(EMBARGO_WITHHELD, WARNING, "embargo-withheld", "an item under embargo is usable; withheld takes it back") \
	X(LINK_TARGET, WARNING, "link-target", "<{1}> has neither href nor residref") \
	X(LINK_VERSION, WARNING, "link-version", "the previous version is said to be {1}, but this is version {2}") \
	/* content: guide 8.4 */ \
	X(BODY_NAMESPACE, ERROR, "body-namespace", "<{1}> is not in its namespace, {2}") \
	X(INLINE_EMPTY, ERROR, "inline-empty", "inlineXML holds no element") \
	X(INLINE_ROOTS, ERROR, "inline-roots", "inlineXML holds a second element, <{1}>") \
	X(PLAIN_TYPE, ERROR, "plain-type", "inlineData does not say what it is; text needs contenttype=\"text/plain\"") \
	X(PLAIN_MARKUP, ERROR, "plain-markup", "the content is said to be text/plain, and has markup in it: {1}") \
	X(TEXT_COUNT, WARNING, "count", "{1}, but the text has {2}") \
	X(SIZE, WARNING, "size", "the size is said to be {1}, but the file has {2} bytes") \
	X(HASH, WARNING, "hash", "the hash is not that of {1}") \
	X(HASH_TYPE, WARNING, "hash-type", "the hash does not say its hashtype") \
	X(BODY_HEADLINE, INFO, "body-headline", "the text's own heading differs from the headline: {1}") \
	/* versions: guide 7.4.1.2, 18.2, 26.3 */ \
	X(TWICE, ERROR, "twice", "the message has version {1} of {2} before") \
	X(VERSION_ORDER, ERROR, "version-order", "version {1} does not follow on version {2}") \
	X(GUID_CHANGED, ERROR, "guid-changed", "the guid was {1} before; all versions of an item have one") \
	X(CANCELED, ERROR, "canceled", "the item was canceled in version {1}; what comes behind needs a new guid") \
	X(VERSION_TIME, WARNING, "version-time", "versionCreated is not later than that of version {1}, {2}") \
	/* receivers */ \
	X(REFUSED, ERROR, "refused", "{1} {2}") \
	X(LOST, WARNING, "lost", "{1} {2}") \
	X(CHANGED, INFO, "changed", "{1} {2}")

enum check_rule {
#define X(symbol, level, name, message) RULE_##symbol,
	CHECK_RULES(X)
#undef X
	CHECK_RULE_COUNT
};

/* An item at work. */
struct checked {
	struct check *check;
	struct item_file *file;
	const struct element *item;
	const struct element *item_meta, *content_meta, *content_set; /* NULL where there is none */
	enum item_kind kind;
	struct catalog catalog;
	struct concept class, status;
	bool text;    /* a news item whose class is text */
	long version; /* 1 when none is said */
	long minor;   /* the 35 of standardversion="2.35", or -1 */
	struct date created; /* versionCreated; no year: not said */
};

/* Values that stand in the message; they are cut where they are long. */
void check_found(struct check *c, enum check_rule rule, struct place place, struct str one, struct str two);

/* The groups of rules. */
void check_identity(struct checked *i);
void check_codes(struct checked *i);
void check_topics_begin(struct check *c);
void check_topic(struct checked *i, const struct element *e);
void check_dates(struct checked *i);
void check_header(struct check *c, const struct element *header); /* NULL: there is none */
void check_properties(struct checked *i);
void check_links(struct checked *i);
void check_content(struct checked *i);
void check_files(struct checked *i);
void check_versions(struct check *c);
void check_previous(struct checked *i);
void check_profile(struct checked *i);
void check_profile_file(struct check *c);

/* The next element of the item's own vocabulary, without what is in its content; begin with the item itself. */
const struct element *checked_next(const struct checked *i, const struct element *e);
/* A child of an item or of its groups that is not NULL, or NULL. */
const struct element *checked_child(const struct element *e, const char *name);
/* The date-time in the element, as seconds; false when it holds none. */
bool checked_time(struct item_file *f, const struct element *e, int64_t *seconds);

#endif
