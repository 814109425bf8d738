/* Mathematics of a DOCX (OMML, ECMA-376 part 1, 22.1) as MathML: a formula at work. {0}: none is, and nothing happens. */
#ifndef DOCX_FORMULA_H
#define DOCX_FORMULA_H

#include "doc/doc.h"
#include "docx/docx_names.h"
#include "markup/mathml.h"

enum {
	DOCX_FORMULA_DEPTH = MATHML_DEPTH / 2, /* a part of a formula is two elements at most */
	DOCX_FORMULA_ARGUMENTS = 8
};

struct docx_formula {
	struct buf out;
	struct docx_formula_part {
		const char *name; /* an object's or an argument's; NULL of the formula itself */
		size_t begin;	  /* in out */
		size_t nodes;	  /* elements in it */
		struct docx_formula_argument {
			size_t begin, end; /* end 0: it is not there */
			bool filled;
		} arguments[DOCX_FORMULA_ARGUMENTS];
		unsigned facts; /* of the object's properties, with these characters; without bytes: not said */
		struct str character, opening, closing, separator;
		bool limits_said;
	} parts[DOCX_FORMULA_DEPTH];
	size_t depth;
	size_t beyond;	     /* parts that are open beyond those */
	bool upright, words; /* what the run's text is */
	bool formal;	     /* there is more than words */
	bool lost;
};

/* Parts are objects ("f") and their arguments ("num"); the text is a run's. */
void docx_formula_begin(struct docx_formula *f);
void docx_formula_start(struct docx_formula *f, const char *name);
void docx_formula_property(struct docx_formula *f, struct doc *d, const struct xml_element *e);
void docx_formula_text(struct docx_formula *f, struct doc *d, struct str text);
void docx_formula_close(struct docx_formula *f);
/* Whether a text without parts gives that formula: then it needs no more than its text. */
bool docx_formula_is_of_line(struct str formula, struct str line);
struct str docx_formula_end(struct docx_formula *f, bool *lost); /* as mathml_end() */

#endif
