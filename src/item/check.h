/*
 * What is wrong with NewsML-G2 items beyond what an XML Schema can say: the
 * rules of the NewsML-G2 Implementation Guide (9.0) on identity, versions,
 * QCodes, dates, status, embargo and content, and what receivers are known to
 * lose. Every rule is one row of a table (check_rules.h), with its name, level
 * and message.
 *
 * Nothing ends at the first finding: the whole file is gone through, every
 * item of it.
 */
#ifndef ITEM_CHECK_H
#define ITEM_CHECK_H

#include "base/date.h"
#include "base/finding.h"
#include "item/catalog.h"
#include "item/item.h"

enum { CHECK_FINDINGS = 10000 }; /* that are kept; more are only counted */

struct finding {
	struct place place;
	enum finding_level level;
	struct str id;	 /* "E-alias" */
	struct str item; /* its guid, or STR_NONE */
	struct str text;
	size_t number; /* in the order of finding */
};

/* A file that an item refers to. */
struct attachment {
	const struct attachment *next;
	struct str name; /* without folders */
	struct str bytes;
};

/* An item by what tells it from others, and the items of a file in the order of these. */
struct named {
	struct str guid;
	long version;
	const struct element *item;
};

struct names {
	struct named *list;
	size_t count;
};

struct profile;
struct topics;
struct topic_label;

/* Zeroed by its owner, with the first part filled in. What check_run() makes lives as long as the program. */
struct check {
	struct item_file *file;
	struct item_file *previous;	       /* the items as they were sent before, or NULL */
	const struct attachment *attachments; /* or NULL */
	const struct profile *profile;	       /* or NULL */
	const struct topics *topics;	       /* a vocabulary, or NULL */
	struct date now;

	struct arena arena;
	struct names names, before; /* of the file and of the one before */
	struct catalog header;	    /* of the message */
	const struct topic_label **labels; /* of the vocabulary, by their codes */
	struct str item;       /* the guid of the one at hand */
	struct finding *findings;
	size_t count, cap;
	size_t found[FINDING_LEVELS];
};

/* Goes through all items; the findings are then in the order of their places. */
void check_run(struct check *c);

/* One finding a line, as the program's messages look: "nmlcheck: item.xml: 12:3: error: ... [E-alias]". */
void check_text(const struct check *c, const struct diag *diag, struct buf *out);
void check_json(const struct check *c, const struct diag *diag, struct buf *out);

#endif
