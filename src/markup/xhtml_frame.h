/* What the parts of the XHTML reader share: an open element, and the table of all elements. */
#ifndef MARKUP_XHTML_FRAME_H
#define MARKUP_XHTML_FRAME_H

#include "markup/xhtml.h"

/* A start tag. */
struct xhtml_tag {
	const struct xhtml_attribute *attributes;
	size_t count;
};

/* An element that is open. What a child takes over stands first; the rest begins empty. */
struct xhtml_frame {
	struct run like;      /* what text in it is like */
	struct str class;     /* of the nearest block, for hints */
	enum role role;	      /* for a para that text opens here without <p> */
	double size;	      /* of the letters, 1.0: usual; 0: nobody said */
	bool rtl;	      /* the direction of blocks */
	bool header;	      /* within <thead> */
	bool layout;	      /* within a table that only places things */
	bool notes;	      /* within the section of the notes, outside its notes */
	bool ruby;	      /* within <ruby> */
	size_t figure;	      /* the number, from 1, of the frame of a <figure> around it, with no block between; 0: none */

	const struct xhtml_element *element;
	struct str list_style; /* what CSS says of a list's numbers */
	struct str word_list;  /* the value of Word's "mso-list"; like list_style valid at the start only */
	bool word_marker;
	bool hidden;
	unsigned looks;	       /* bits of enum xhtml_look: what it puts on its text */
	size_t shown;	       /* what was shown before it */
	bool lines;	       /* it has lines of its own, but no block */
	bool built;	       /* a block was opened for it */
	bool figure_built;     /* <figure>: the block was opened, later than the element */
	struct block *block;   /* the one that was opened; NULL when it was flattened */
	struct block *table;   /* <figure>: the table in it; <figcaption>: the table that it belongs to */
};

typedef void xhtml_action(struct xhtml_reader *x, struct xhtml_frame *f, const struct xhtml_tag *t);

struct xhtml_element {
	const char *name;
	xhtml_action *start, *end; /* either may be NULL; `end` gets no tag */
	int detail;		   /* a block's type, a head's level: what `start` makes of it; without one, looks */
	unsigned style;		   /* bits for the text inside */
};

const struct xhtml_element *xhtml_element(struct str name); /* unknown names give the one that does nothing */
bool is_inline(const struct xhtml_element *e);

/* Attributes. */
struct str tag_value(const struct xhtml_tag *t, const char *name); /* STR_NONE when it is not there */
bool tag_has(const struct xhtml_tag *t, const char *name);

/* xhtml_style.c: what the style attribute says goes into the frame. */
void xhtml_style(struct xhtml_frame *f, struct str style);
void count_looks(struct xhtml_reader *x, const struct xhtml_frame *f);
void lose_looks(const struct xhtml_reader *x);

/* xhtml_note.c: the forms that notes have. */
bool is_note_section(const struct xhtml_tag *t);
/* The name of the note that the element is, or STR_NONE. */
struct str note_definition(const struct xhtml_frame *f, const struct xhtml_tag *t, bool item);
enum note_link { NOT_OF_A_NOTE, TO_NOTE, BACK_FROM_NOTE };
enum note_link note_link(const struct xhtml_tag *t, struct str *name);

/* xhtml_inline.c: content of lines. */
xhtml_action start_link, start_break, start_image, start_source, start_quotation, end_quotation, start_ruby, end_ruby,
	start_reading, end_reading, start_math, end_math;
void inline_text(struct xhtml_reader *x, const struct run *like, struct str text);
void lazy_image(struct xhtml_reader *x, const struct xhtml_tag *t);
void settle_image(struct xhtml_reader *x); /* no other source for a missing image will come */
void release_ruby(struct xhtml_reader *x, struct str reading);

/* xhtml_word.c: lists as Word writes them. */
void word_item(struct xhtml_reader *x, const struct xhtml_frame *f, struct block *para); /* when it is one */
bool is_word_marker(const struct xhtml_reader *x, const struct xhtml_frame *f);		  /* the text in it is no text */
void end_word_marker(struct xhtml_reader *x);						  /* it has been captured */
void build_word_lists(struct xhtml_reader *x);

/* xhtml_docs.c: lists as Google Docs writes them. */
void build_docs_lists(struct xhtml_reader *x);

/* xhtml_read.c */
void begin_capture(struct xhtml_reader *x); /* the text of the element that was started last goes to x->captured */
void leave_out(struct xhtml_reader *x);		      /* the element that was started last */
struct xhtml_frame *figure_around(struct xhtml_reader *x); /* the nearest <figure> with no block between, or NULL */
void build_figure(struct xhtml_reader *x, struct xhtml_frame *figure);
struct xhtml_frame *innermost_built(struct xhtml_reader *x);
struct xhtml_frame *top_frame(struct xhtml_reader *x);

#endif
