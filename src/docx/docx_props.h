/*
 * Properties of runs and paragraphs (ECMA-376 part 1, 17.3), as they stand in
 * styles and in the text. What is not said is -1, 0 or empty, so that one set
 * may be laid over another.
 */
#ifndef DOCX_PROPS_H
#define DOCX_PROPS_H

#include "doc/doc.h"
#include "docx/docx_names.h"

/* The toggle properties (17.7.3), and others that are on or off. */
enum docx_switch {
	SWITCH_BOLD,
	SWITCH_ITALIC,
	SWITCH_STRIKE,
	SWITCH_HIDDEN,
	SWITCH_UNDERLINE,
	SWITCH_RTL,
	SWITCH_BOLD_CS, /* of text in complex scripts */
	SWITCH_ITALIC_CS,
	SWITCHES
};

struct run_props {
	signed char on[SWITCHES]; /* 1, 0, or -1 when it is not said */
	signed char raised;	  /* 1 superscript, -1 subscript, 0 neither; RAISED_UNSAID */
	int size;		  /* half points; 0: not said */
	struct str lang, lang_east_asia, lang_complex;
	struct str font;
};

enum { RAISED_UNSAID = 2 };

struct para_props {
	long num_id; /* -1: not said; 0: no list */
	int num_level; /* -1: not said */
	int outline;   /* 0 to 8; 9: text; -1: not said */
	signed char rtl, centred;
};

/*
 * The few strings that come with thousands of runs, each kept once. Besides
 * the memory, nothing may come between the pieces of a text in the arena.
 */
struct docx_strings {
	struct arena *arena;
	struct docx_string *buckets[256];
};

struct str docx_string(struct docx_strings *strings, struct str s);
/* Whether it has been asked of that string before. */
bool docx_string_seen(struct docx_strings *strings, struct str s);
/* The same as doc_language() makes it; d is the document of that arena. */
struct str docx_language(struct docx_strings *strings, struct doc *d, struct str tag);

void run_props_clear(struct run_props *p);
void para_props_clear(struct para_props *p);
/* Takes a child of w:rPr in; what is not one of these properties is left alone. */
void run_props_read(struct run_props *p, struct docx_strings *strings, const struct xml_element *e);
/* Takes a child of w:pPr or w:numPr in. */
void para_props_read(struct para_props *p, const struct xml_element *e);
/* What `over` does not say is taken from `base`. */
void run_props_inherit(struct run_props *over, const struct run_props *base);
void para_props_inherit(struct para_props *over, const struct para_props *base);

#endif
