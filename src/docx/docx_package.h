/*
 * The package that a DOCX is (ECMA-376 part 2): parts, and the relationships
 * that lead from one to the other. Parts are found by their relationships
 * alone, for writers name them as they like.
 */
#ifndef DOCX_PACKAGE_H
#define DOCX_PACKAGE_H

#include "doc/doc.h"
#include "docx/docx_zip.h"
#include "markup/xml.h"

struct docx_rel {
	struct str id;
	struct str type;   /* as docx_rel_type() gives it */
	struct str target; /* a part's name, or an address when external */
	bool external;
};

struct docx_rels {
	struct docx_rel *v; /* by id */
	size_t n;
};

/* Everything lives in the document's arena, but the archive. */
struct docx_package {
	struct doc *d;
	struct docx_zip *zip;
	struct docx_rels rels; /* of the package itself */
	struct str main;       /* the main part's name */
	struct docx_rels main_rels;
};

/* Ends the program when there is no main part. limit_inflated: see docx_zip_open(). */
void docx_package_open(struct docx_package *p, struct doc *d, struct str bytes, size_t limit_inflated);
void docx_package_close(struct docx_package *p);

/* The relationships of a part; none when it has none. */
struct docx_rels docx_rels_of(struct docx_package *p, struct str part);
const struct docx_rel *docx_rel_by_id(const struct docx_rels *rels, struct str id);		/* or NULL */
const struct docx_rel *docx_rel_by_type(const struct docx_rels *rels, const char *type); /* the first, or NULL */

/* Parses a part; false when it is not there. */
bool docx_part_parse(struct docx_package *p, struct str part, const struct xml_handler *handler, void *context);
/* The bytes of a part; false when it is not there. */
bool docx_part_read(struct docx_package *p, struct str part, struct buf *bytes);

#endif
