/*
 * What the name of a paragraph or table style says of a block: the one
 * contract between reader and writer. A name is composed of
 *
 *	[section's role ["First"]] ["Table Heading"] kind [level] ["First"]
 *
 * "Boilerplate List Bullet" is an item of a list in a boilerplate. A para is
 * said by nothing ("Boilerplate"), or by its own role ("Lead"), or is
 * "Normal". Neighbours belong to the same section, quote or list of
 * definitions; the first para of one that would otherwise grow together with
 * the one before it says "First": "Boilerplate First Heading 2" begins a new
 * boilerplate, "Quote First" a new quote. "Table Heading" stands before the
 * items of a list in a header cell. Case, blanks and hyphens do not matter.
 *
 * Paragraphs that a template had (docx_template.h) have the styles "Template
 * NAME"; in a file of ours they are no part of the release.
 *
 * The kinds are Word's own built-in styles where it has one, by their English
 * names, which Word keeps in the file whatever language it speaks.
 */
#ifndef DOCX_MEANING_H
#define DOCX_MEANING_H

#include "base/buf.h"
#include "doc/doc.h"

/* X(id, name, levels) */
#define DOCX_KINDS(X)                              \
	X(PARA, "Normal", 0)                       \
	X(HEAD, "heading", 6)                      \
	X(QUOTE, "Quote", 0)                       \
	X(ATTRIBUTION, "Attribution", 0)           \
	X(BULLET, "List Bullet", 0)                \
	X(NUMBER, "List Number", 0)                \
	X(CONTINUE, "List Continue", 9)            \
	X(TERM, "Definition Term", 0)              \
	X(DEFINITION, "Definition", 0)             \
	X(FIGURE, "Figure", 0)                     \
	X(FIGURE_CAPTION, "Figure Caption", 0)     \
	X(TABLE_CAPTION, "Table Caption", 0)       \
	X(PRE, "HTML Preformatted", 0)             \
	X(RULE, "Horizontal Line", 0)              \
	X(CELL, "Table Text", 0)                   \
	X(HEADER_CELL, "Table Heading", 0)         \
	X(NOTE, "footnote text", 0)                \
	X(TABLE, "Table Grid", 0)                  \
	X(CAPTION, "caption", 0)                   \
	X(LIST_PARA, "List Paragraph", 0)

enum docx_kind {
#define X(id, name, levels) KIND_##id,
	DOCX_KINDS(X)
#undef X
		KIND_COUNT
};

struct docx_meaning {
	enum docx_kind kind;
	int level;	    /* of kinds that have levels, from 1; of a list's item 0 when the name has none */
	enum role role;	    /* of the para or the headline itself */
	enum role section;  /* that it stands in */
	bool section_first; /* and begins */
	bool first;	    /* begins its quote or list of definitions */
	bool in_header;	    /* a list's item in a header cell */
	enum role hint;	    /* what Word's name suggests: Title, Subtitle */
};

/* False when the name says nothing: then the style that it is based on may. */
bool docx_meaning_of_name(struct str name, struct docx_meaning *meaning);
void docx_meaning_put_name(struct buf *out, const struct docx_meaning *meaning);

/* Behind the name of an image that is smaller on the page than in the document: its size there, and on the page, in pixels. */
#define DOCX_SIZE_NAME " (%d x %d as %lld x %lld)"

#define DOCX_TEMPLATE_PREFIX "Template "
bool docx_is_template_style(struct str name);

/* The role of a character style of that name; ROLE_NONE when it has none. */
enum role docx_run_role(struct str name);
/* Whether two names are the same but for case, blanks and hyphens. */
bool docx_same_name(struct str a, const char *b);

#endif
