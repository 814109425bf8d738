/*
 * QCodes and the catalogs that say what they mean (NewsML-G2, guide 14): the
 * alias in front of the colon stands for a scheme, and the scheme's address
 * with the code behind it is the address of the concept. An item declares its
 * aliases itself, in <catalog>, or refers to a catalog elsewhere. Those of the
 * IPTC are known here; others are never fetched, and what they declare stays
 * unknown.
 */
#ifndef ITEM_CATALOG_H
#define ITEM_CATALOG_H

#include "item/item.h"

enum { IPTC_CATALOG = 41 }; /* the newest that is known */

/* One alias of the IPTC's catalogs. */
struct iptc_scheme {
	const char *alias, *uri;
	int since, until; /* the first and the last catalog that have it so */
	const char *retired; /* the day from which the scheme is not to be used, or NULL */
};

extern const struct iptc_scheme iptc_schemes[];
extern const size_t iptc_scheme_count;

/* What the alias means in that catalog of the IPTC, or, with 0, in the newest that has it; NULL: nothing. */
const struct iptc_scheme *iptc_scheme(struct str alias, int catalog);
const struct iptc_scheme *iptc_scheme_at(struct str uri);
/* The 41 of "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"; 0 for any other address. */
int iptc_catalog(struct str href);

struct qcode {
	struct str alias, code;
};

/* False when it is none: an alias, a colon and a code, without blanks. */
bool qcode_split(struct str value, struct qcode *q);

/* An alias that the item itself declares. */
struct scheme {
	struct str alias, uri;
	const struct element *element;
};

struct catalog {
	struct scheme *schemes; /* sorted by alias, then by place */
	size_t count;
	uint64_t iptc;			/* a bit for each catalog of the IPTC that is referred to: 1 << N */
	const struct element *foreign;	/* the first reference to a catalog that is not known here, or NULL */
	bool any;			/* there is a <catalog> or <catalogRef> */
};

/* What <catalog> and <catalogRef> in an item, or in a message's header, say. It lives in the file's arena. */
struct catalog catalog_of(struct item_file *f, const struct element *e);
/* The address that the alias stands for; STR_NONE when no catalog that is known declares it. */
struct str catalog_scheme(const struct catalog *c, struct str alias);
/* The address of the whole concept, in the arena; STR_NONE as above. */
struct str catalog_uri(struct arena *a, const struct catalog *c, struct str qcode);

/* A concept as an item names it. */
struct concept {
	struct str scheme; /* its address; no bytes: not known */
	struct str code;   /* no bytes: none is named */
};

/*
 * By a QCode, or, where that is none, by an address. Aliases of the IPTC that
 * the item forgets to declare are taken to mean what they usually mean: a tool
 * that looks for a status must find it.
 */
struct concept catalog_concept(const struct catalog *c, struct str qcode, struct str uri);
struct concept concept_of(const struct catalog *c, const struct element *e); /* by its attributes qcode and uri */
bool concept_is(struct concept concept, const char *scheme, const char *code);
bool concept_in(struct concept concept, const char *scheme); /* with or without the slash at the end */

/* SCHEMES AND CODES OF THE IPTC THAT THE TOOLS KNOW */

#define SCHEME_ITEM_CLASS "http://cv.iptc.org/newscodes/ninature/"
#define SCHEME_CONCEPT_CLASS "http://cv.iptc.org/newscodes/cinature/"
#define SCHEME_PLANNING_CLASS "http://cv.iptc.org/newscodes/plinature/"
#define SCHEME_CATALOG_CLASS "http://cv.iptc.org/newscodes/catinature/"
#define SCHEME_STATUS "http://cv.iptc.org/newscodes/pubstatusg2/"
#define SCHEME_SIGNAL "http://cv.iptc.org/newscodes/signal/"
#define SCHEME_RELATION "http://cv.iptc.org/newscodes/itemrelation/"
#define SCHEME_GENRE "http://cv.iptc.org/newscodes/genre/"
#define SCHEME_HASH_TYPE "http://cv.iptc.org/newscodes/hashtype/"
#define SCHEME_HASH_SCOPE "http://cv.iptc.org/newscodes/hashscope/"

struct newscode {
	const char *scheme, *code;
	const char *label;   /* in English, or NULL */
	const char *instead; /* for a retired one what to use, "" for nothing; NULL: it is in use */
	const char *retired; /* the day, or NULL when it is not known */
};

const struct newscode *newscode_of(struct concept concept); /* NULL: not known */
bool newscodes_known(struct concept concept); /* all codes of its scheme are known */

#endif
