/*
 * The reader's parts among themselves. A story is a run of paragraphs and
 * tables in one part: the body, a header, the notes. Inside it, a flow is a
 * stretch of paragraphs that follow each other: those of the body, of a cell,
 * of a text box; sections, quotes and lists do not reach from one into another.
 *
 * Blocks are opened late, at the first thing that stands in them: what is
 * empty leaves no trace, and the properties, which stand in front, are known.
 */
#ifndef DOCX_READ_H
#define DOCX_READ_H

#include "base/limits.h"
#include "base/utf8.h"
#include "doc/build.h"
#include "docx/docx_element.h"
#include "docx/docx_formula.h"
#include "docx/docx_numbering.h"
#include "docx/docx_package.h"
#include "docx/docx_styles.h"
#include "filter.h"

/* What a document does not have, and is counted (docx_look.c). The first ones are of runs. */
enum docx_look {
	LOOK_COLOUR,
	LOOK_HIGHLIGHT,
	LOOK_EFFECT,
	LOOK_FONT,
	LOOK_SIZE,
	LOOK_CENTRED,
	LOOK_FRAME,
	LOOK_POSITION,
	LOOK_BACKGROUND,
	LOOK_COLUMNS,
	LOOK_BREAK,
	LOOK_BOOKMARK,
	LOOKS
};

struct docx_flow {
	bool body;    /* sections may stand here */
	bool in_cell; /* the table's cell is opened by the first block */
	enum role section;	   /* that is open */
	enum block_type container; /* an open quote or list of definitions; BLOCK_DOC: none */
	struct {
		const struct docx_num *num; /* NULL: of a style that has no numbers */
		enum docx_kind kind;
		int level;
	} lists[LIST_DEPTH]; /* the open ones, each with an open item */
	int depth;
	struct block *figure; /* the last block, when it is one */
	struct block *table;  /* the last block, when it is a table's caption without the table */
	struct block *pre;    /* the last block, when it is one */
};

struct docx_para {
	bool inside; /* its element is at work */
	const struct docx_style *style;
	struct para_props props;
	bool mark_deleted; /* the next paragraph goes on where this one ends */
	bool joined;	   /* it does */
	bool drop_cap;	   /* it is the next one's first letter */
	unsigned rtl;	   /* elements open that turn the direction of what is in them to the left */
	bool is_rule;	   /* a line drawn by VML */
	bool has_page;	   /* a page's number stood here */
	bool resolved;	   /* props and meaning are complete */
	struct docx_meaning meaning;
	struct docx_num *num; /* of a list's item, or NULL */
	int level;
	struct block *leaf; /* NULL until something stands in the paragraph */
	int frames;	    /* that are open in the builder */
	/* The run at work. */
	struct run_props run;
	const struct docx_style *run_style; /* or NULL */
	bool run_ready;			    /* like and hidden are made */
	bool run_counted;		    /* so is what it looks like */
	unsigned looks;			    /* bits of enum docx_look */
	struct run like;
	bool hidden;
	struct str link; /* of w:hyperlink */
	struct str ruby;
	/* For the hint: characters, and how many of them are bold; their sizes added up. */
	size_t characters, bold;
	double sizes;
};

struct docx_field {
	struct buf instruction;
	bool result; /* what follows is the field's result */
	bool page;   /* and that is a page's number */
	bool shown;  /* what it shows was there already */
	struct str link;
};

/* A check box or a list to choose from. */
struct docx_form {
	long chosen, entries;
};

/* A cell that reaches down over a column. */
struct docx_above {
	struct block *cell;
	bool extended; /* in this row too */
};

enum docx_merge { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE };

struct docx_table {
	bool open, row_open, cell_open; /* in the builder */
	bool in_row, in_cell;		/* their elements are at work */
	struct docx_meaning meaning;
	struct block *block; /* NULL: not opened yet, or flattened into the cell of another */
	bool header_row;
	bool header_cell;
	int column, before, span;
	enum docx_merge down, across;
	struct block *cell;
	struct docx_above *above;
	int columns; /* of above */
};

/* A heading in a table's cell, where the model has none: a para, until the table turns out to be one or not. */
struct docx_cell_head {
	struct docx_cell_head *next;
	struct block *block;
	int level;
};

/* A header or footer that a section refers to. */
struct docx_letterhead {
	struct str id; /* of the relationship */
	bool header;
	bool first; /* of the section's first page alone */
	bool shown; /* on pages that are there, and not on even ones alone */
};

struct docx_drawing {
	struct str alt, link;
	long cx, cy; /* in EMU; 0: not said */
	bool named;  /* its name says the size, in pixels */
	int width, height;
	bool hidden;
};

struct docx_frame {
	const struct docx_element *element; /* NULL: one that means nothing here */
	bool flag;			    /* its own handler's */
	bool skip_rest;			    /* its further children are left out */
	size_t at;			    /* of mathematics: where its text begins */
	struct str close;		    /* and what comes behind it */
};

enum {
	DOCX_NESTED = LIMIT_XML_DEPTH + 2, /* text boxes, tables, flows: each takes an element at least */
	DOCX_PREFIXES = 512, /* as many as xml.c lets in */
	DOCX_FIELDS = 64,		 /* open at once; the outermost of more are forgotten */
	DOCX_LANGUAGES = 16,
	DOCX_SIZES = 512, /* half points */
	DOCX_USUAL_SIZE = 20, /* ten points (17.3.2.38) */
	DOCX_NAMES = 256, /* elements that are known by the place of their names */
	DOCX_NAME_PLACES = 4 /* where one may stand: two frequent ones must not push each other out */
};

enum docx_text_to { TEXT_NONE, TEXT_RUN, TEXT_INSTRUCTION, TEXT_RUBY, TEXT_MATH };

struct docx_reading {
	struct doc *d;
	const struct options *o;
	struct builder b;
	struct docx_package package;
	struct docx_strings strings;
	struct docx_styles styles;
	struct docx_numbering numbering;
	struct docx_reading *outer; /* of the document that this one is a part of, or NULL */
	size_t number, chunks;	    /* its number there; how many this one has had */
	bool ours;	/* the file was written by this suite */
	bool untouched; /* and has not been saved by another program since */

	/* The story at work. */
	const struct docx_rels *rels;
	bool letterhead; /* a header or a footer */
	bool seen_root;
	const char *root; /* the name of the element that it must be */
	size_t paragraphs;
	struct docx_frame frames[LIMIT_XML_DEPTH + 1];
	size_t depth;
	struct docx_prefix {
		struct str name;
		bool understood; /* what stands for it is an extension that we know */
		size_t depth;
	} prefixes[DOCX_PREFIXES];
	size_t prefix_count;
	struct docx_name {
		const char *name, *ns;
		const struct docx_element *element;
	} names[DOCX_NAMES];
	unsigned skip; /* depth inside what is left out */
	struct docx_flow flows[DOCX_NESTED];
	struct docx_flow *flow;
	struct docx_para paras[DOCX_NESTED]; /* one for each text box in another */
	struct docx_para *para;
	struct docx_table tables[DOCX_NESTED];
	struct docx_table *table; /* NULL outside tables */
	struct docx_cell_head *cell_heads;
	struct docx_field fields[DOCX_FIELDS];
	size_t field_count;
	struct docx_drawing drawing;
	struct docx_form form;
	struct buf text; /* of w:t, w:instrText, m:t when it is gathered */
	enum docx_text_to text_to;
	bool in_ruby_text;
	struct buf ruby, math; /* math: as a line of text */
	int math_depth;
	struct docx_formula formula;

	/* Of the whole document. */
	struct docx_notes {
		struct str *v; /* those that are referred to: "footnoteReference 3" */
		size_t n, cap;
	} notes;
	struct {
		struct docx_letterhead *v;
		size_t n, cap;
		size_t section; /* the first one of the section at work */
		bool title_page; /* whose first page has its own */
	} letterheads;
	struct {
		struct str tag;
		size_t characters;
	} languages[DOCX_LANGUAGES];
	const char *last_tag; /* and what docx_language() has made of it */
	struct str last_language;
	const char *last_font; /* and whether it is a symbol font */
	bool last_is_symbols;
	size_t sizes[DOCX_SIZES]; /* characters in letters of so many half points */
	bool marked; /* a paragraph begins as an item of a list may */
	size_t looks[LOOKS];
};

/* docx_story.c: parses a part. Its root element must have that name. False when the part is not there. */
bool docx_story_read(struct docx_reading *r, struct str part, const char *root);
/* Of the element that starts or ends now. */
static inline bool
docx_parent_is(const struct docx_reading *r, const char *name)
{
	const struct docx_element *e = r->depth > 1 ? r->frames[r->depth - 2].element : NULL;

	return e && (e->name == name || strcmp(e->name, name) == 0);
}
struct docx_frame *docx_frame(struct docx_reading *r);	      /* its own frame */
struct docx_frame *docx_frame_around(struct docx_reading *r); /* its grandparent's, or NULL */
void docx_skip(struct docx_reading *r, const struct xml_element *e); /* it and all that is in it does not count */

/* docx_change.c */
void docx_taken_out(struct docx_reading *r, const struct xml_element *e);
void docx_put_in(struct docx_reading *r, const struct xml_element *e);
void docx_choice(struct docx_reading *r, const struct xml_element *e);
void docx_fallback(struct docx_reading *r, const struct xml_element *e);
void docx_declare_prefixes(struct docx_reading *r, const struct xml_element *e);

/* docx_note.c */
void docx_note_reference(struct docx_reading *r, const struct xml_element *e);
void docx_comment_reference(struct docx_reading *r, const struct xml_element *e);
void docx_note_start(struct docx_reading *r, const struct xml_element *e);
void docx_note_end(struct docx_reading *r, const struct xml_element *e);

/* docx_read.c */
void docx_body_read(struct docx_reading *r); /* the main part and its notes, when the package and the builder are open */
void docx_reading_free(struct docx_reading *r);
bool docx_note_is_referred_to(const struct docx_reading *r, struct str name);

/* docx_letterhead.c */
void docx_letterhead_refer(struct docx_reading *r, const struct xml_element *e); /* w:headerReference, w:footerReference */
void docx_letterhead_section(struct docx_reading *r); /* the section's references are known */
void docx_letterheads_read(struct docx_reading *r);

/* docx_layout.c: what became of a table, once it is whole. One that only lays out the page is dissolved. */
void docx_table_settle(struct docx_reading *r, struct block *table);

/* docx_flow.c */
void docx_flow_push(struct docx_reading *r, bool body, bool in_cell);
void docx_flow_pop(struct docx_reading *r);
void docx_flow_enter(struct docx_reading *r, const struct docx_meaning *m); /* for a block with that meaning */
void docx_lists_close(struct docx_reading *r, int depth); /* all that are deeper */

/* docx_para.c. A begin is false for an element in a place where it means nothing; it has no end then. */
bool docx_para_begin(struct docx_reading *r);
void docx_para_end(struct docx_reading *r);
void docx_para_open(struct docx_reading *r); /* something stands in it now */
void docx_para_settle(struct docx_reading *r); /* ends one whose end was deleted, when no other follows it */
bool docx_is_lone_image(const struct block *leaf);
void docx_box_begin(struct docx_reading *r);
void docx_box_end(struct docx_reading *r);

/* docx_run.c */
void docx_run_begin(struct docx_reading *r);
const struct run *docx_run_like(struct docx_reading *r); /* what the run at work is like */
/* What the template of a file of ours had around the text is like its header. */
bool docx_is_of_template(const struct docx_reading *r, const struct docx_style *style);
bool docx_is_shown(struct docx_reading *r); /* here and now; a page's number is not, and remembered */
void docx_run_text(struct docx_reading *r, struct str text);
void docx_run_break(struct docx_reading *r);
void docx_run_symbol(struct docx_reading *r, const struct xml_element *e);

/* docx_look.c: once for each run with text; and at the document's end, what was counted. */
void docx_looks_count(struct docx_reading *r);
void docx_looks_lose(const struct docx_reading *r);

/* docx_language.c */
void docx_language_set(struct docx_reading *r, struct str text); /* of the run at work, for this text */
struct str docx_run_language(struct docx_reading *r); /* that the run itself says, or STR_NONE */
void docx_language_choose(struct docx_reading *r); /* the document's, once all of the text is known */

/* docx_field.c */
void docx_field_char(struct docx_reading *r, const struct xml_element *e);
void docx_field_simple(struct docx_reading *r, const struct xml_element *e);
void docx_field_instruction(struct docx_reading *r, struct str text);
void docx_field_end(struct docx_reading *r);
void docx_field_shows(struct docx_reading *r); /* the innermost one, without a result */
void docx_fields_settle(struct docx_reading *r); /* at a paragraph's end */
void docx_fields_free(struct docx_reading *r);
bool docx_field_swallows(const struct docx_reading *r); /* text here is no result */
bool docx_field_is_page(const struct docx_reading *r);
struct str docx_field_link(const struct docx_reading *r);

/* docx_table.c. As with paragraphs, begin may be false. */
void docx_table_begin(struct docx_reading *r);
bool docx_table_style(struct docx_reading *r, struct str id); /* false: the table is left out */
void docx_table_end(struct docx_reading *r);
bool docx_row_begin(struct docx_reading *r);
void docx_row_end(struct docx_reading *r);
bool docx_cell_begin(struct docx_reading *r);
void docx_cell_property(struct docx_reading *r, const struct xml_element *e);
void docx_cell_open(struct docx_reading *r);
void docx_cell_is_header(struct docx_reading *r);
void docx_cell_end(struct docx_reading *r);

/* docx_typed.c: makes lists of paragraphs that begin with a bullet or a number; whether one may. */
void docx_typed_lists(struct doc *d);
bool docx_may_be_item(const struct block *para);

/* docx_chunk.c: w:altChunk */
void docx_chunk_read(struct docx_reading *r, const struct xml_element *e);

/* docx_graphic.c: c:chart and dgm:relIds */
bool docx_drawing_is_shown(struct docx_reading *r); /* the one at work, here and now: one may be hidden on the page */
void docx_chart(struct docx_reading *r, const struct xml_element *e);
void docx_diagram(struct docx_reading *r, const struct xml_element *e);

/* docx_inline.c: t and the like, whose text is gathered. */
void docx_text_start(struct docx_reading *r, const struct xml_element *e);
void docx_text_end(struct docx_reading *r, const struct xml_element *e);

/* docx_symbol.c: a character of a symbol font as Unicode has it, or 0. */
uint32_t docx_symbol(struct str font, uint32_t c);
bool docx_is_symbol_font(struct str font);

#endif
