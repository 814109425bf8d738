/* The numbering part (ECMA-376 part 1, 17.9): what lists look like, and where they have got to. */
#ifndef DOCX_NUMBERING_H
#define DOCX_NUMBERING_H

#include "docx/docx_package.h"
#include "docx/docx_styles.h"

struct docx_level {
	bool defined;
	bool none; /* numbers are not shown, so that it makes no list */
	enum list_format format;
	long start;
	long restart;	  /* starts over behind this level, of 1 to 9, or one above it; 0: never; -1: behind any above its own */
	bool legal;	  /* the levels above stand in its text in digits, whatever they have themselves */
	struct str text;  /* "%1.%2." */
	struct str style; /* the paragraph style that this level numbers, by its id */
};

struct docx_abstract {
	long id;
	struct docx_level levels[LIST_DEPTH];
	struct str style_link; /* a numbering style that has the levels */
	long counters[LIST_DEPTH]; /* the last number; -1 before the first */
};

struct docx_num {
	long id, abstract_id;
	struct docx_abstract *abstract; /* NULL: not there */
	struct docx_level levels[LIST_DEPTH]; /* those that are overridden are defined */
	long start[LIST_DEPTH]; /* overridden; -1: not */
	bool started[LIST_DEPTH];
};

struct docx_numbering {
	struct docx_num *nums; /* by id */
	size_t num_count, num_cap;
	struct docx_abstract *abstracts; /* by id */
	size_t abstract_count, abstract_cap;
};

void docx_numbering_read(struct docx_numbering *n, struct docx_package *p, struct docx_styles *styles);
void docx_numbering_free(struct docx_numbering *n);
/* The list that a paragraph's numId means, or NULL when it is none. */
struct docx_num *docx_num(struct docx_numbering *n, long id);
const struct docx_level *docx_level(const struct docx_num *num, int level);
/* The level that a paragraph style has when its own properties do not say it. */
int docx_level_of_style(const struct docx_num *num, struct str style);
/* Counts a paragraph, and gives its number. */
long docx_count(struct docx_num *num, int level);
/* Whether both show a number at that level in the same way. */
bool docx_same_look(const struct docx_num *a, const struct docx_num *b, int level);
/* The label of doc.h: "%1.%2)" is "3.%)" in the third item. */
struct str docx_label(struct arena *a, const struct docx_num *num, int level);

#endif
