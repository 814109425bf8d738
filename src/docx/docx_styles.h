/* The styles part (ECMA-376 part 1, 17.7): what a style means, and how it looks. */
#ifndef DOCX_STYLES_H
#define DOCX_STYLES_H

#include "docx/docx_meaning.h"
#include "docx/docx_package.h"
#include "docx/docx_props.h"

enum docx_style_type { DOCX_PARAGRAPH, DOCX_CHARACTER, DOCX_TABLE, DOCX_NUMBERING };

struct docx_style {
	struct docx_style *next; /* of those whose id has the same hash */
	struct str id, name, based_on;
	enum docx_style_type type;
	bool is_default;
	bool resolved;
	/* Own until resolved, then with what is inherited. */
	struct para_props para;
	struct run_props run;
	struct docx_meaning meaning;
	enum role run_role;   /* of a character style */
	bool of_template;     /* its paragraphs are the template's, not the release's */
	bool is_look;	      /* a character style whose look is no emphasis: of a role, of a link, of a note's number */
};

enum { STYLE_BUCKETS = 256 };

struct docx_styles {
	struct docx_style *buckets[STYLE_BUCKETS];
	struct run_props defaults;
	struct docx_style *normal; /* the default paragraph style */
	struct docx_style none;	   /* stands in for styles that are not there */
};

void docx_styles_read(struct docx_styles *s, struct docx_package *p, struct docx_strings *strings);
/* The style with that id, resolved. One that is not defined gets its meaning from the id; never NULL. */
const struct docx_style *docx_style(struct docx_styles *s, struct arena *a, enum docx_style_type type, struct str id);
/* That of a paragraph that names none. */
const struct docx_style *docx_style_default(struct docx_styles *s);

#endif
