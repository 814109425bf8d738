/*
 * The writer at work. Blocks are written as the walk comes to them; what the
 * text does not show is gathered for the header meanwhile.
 */
#ifndef TXT_OUT_H
#define TXT_OUT_H

#include "filter.h"
#include "txt/txt_header.h"
#include "txt/txt_layout.h"

/* What text has no letters for: each kind is counted once. */
enum txt_loss { TXT_LOST_STYLE, TXT_LOST_LANGUAGE, TXT_LOST_DIRECTION, TXT_LOST_RUBY, TXT_LOST_MATH, TXT_LOST_LINK,
	TXT_LOST_SIZE, TXT_LOST_LEVEL, TXT_LOST_SPAN, TXT_LOST_HEADER_CELL, TXT_LOST_CELL, TXT_LOST_LIST, TXT_LOST_LAYOUT };

/* A list that is open, or the last one that was at its depth. */
struct txt_out_level {
	const char *bullet; /* NULL: numbers */
	long number;	    /* of the next item */
	unsigned width;	    /* columns of the marker and the blank behind */
};

struct txt_out {
	const struct doc *doc;
	const struct options *o;
	struct buf *out;
	struct doc *scratch;	  /* for addresses, and for strings that live until the end */
	struct txt_header header; /* what only it can say; written in front when there is one */
	bool strict;		  /* with --headers: each line is written for the strict reader */
	unsigned lost;		  /* bits of enum txt_loss */
	size_t block, leaf, lists; /* numbers, as in txt_header.h */
	size_t letters;		  /* of the leaf, before those of the block at work */
	size_t section;		  /* the first block of the section */
	size_t notes, note, note_text; /* all footnotes; those referred to, and those written so far */
	struct txt_out_level levels[LIST_DEPTH + 1];
	size_t depth;		  /* lists that are open */
	bool *note_pending;	  /* of each footnote: not yet referred to */
	struct str *foot;	  /* as in struct txt_inline: empty for the footnotes, behind them come addresses */
	size_t foot_n, foot_cap;
	unsigned indent;	  /* columns before the text */
	unsigned behind_list;	  /* those of the last paragraph: of an item, when a list has just ended */
	bool quoted;		  /* within a quote */
	bool marked;		  /* a marker stands in the line already */
	bool body;		  /* as in the reader: see txt_shape() */
	struct buf raw;		  /* of the leaf at work, with marks for what may have to be escaped */
	struct buf text;	  /* the same as it is written, LF for breaks */
};

void txt_lose(struct txt_out *w, enum txt_loss loss);

/* txt_compose.c: the leaf's runs as text, with markup and escapes, into w->text; what the text does not show into the header. */
void txt_compose(struct txt_out *w, const struct block *leaf);

/* txt_wrap.c: a line of text in lines of so many columns. */
struct txt_wrap {
	struct str text;
	char *may; /* whether a line may end before each byte; NULL: it never may */
	size_t at;
};

void txt_wrap_begin(struct txt_wrap *wrap, struct str text, bool wanted);
/* The next line, without the blank at its end. False when all is given. */
bool txt_wrap_next(struct txt_wrap *wrap, size_t columns, struct str *line);
void txt_wrap_end(struct txt_wrap *wrap);
/* Appends the line with blanks that do not break where it must not end. */
void txt_bind(struct buf *out, struct str line);

/* txt_write_leaf.c */
void txt_write_leaf(struct txt_out *w, const struct block *leaf);
/* What stands before the text of a line; the first line of an item has its marker already. */
void txt_begin_line(struct txt_out *w, unsigned more);
/* The block before or behind this one in the text: sections do not show there. */
const struct block *txt_neighbour(const struct block *b, bool next);

/* txt_write_table.c */
void txt_write_table(struct txt_out *w, const struct block *table);

#endif
