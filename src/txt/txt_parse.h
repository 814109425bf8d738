/*
 * The reader at work. Lines become blocks in one pass; what needs the whole
 * text (the usual width and indent, where the footnotes stand) is measured
 * before.
 */
#ifndef TXT_PARSE_H
#define TXT_PARSE_H

#include "doc/build.h"
#include "filter.h"
#include "txt/txt_header.h"
#include "txt/txt_layout.h"

/* A line with more cells than any table has is text that happens to hold bars or tabs. */
enum { TXT_CELLS_MOST = 1000 };

struct txt_level {
	struct block list;	 /* its format, label and the first item's number */
	struct txt_marker last;	 /* of the latest item */
	long next;		 /* the number of the item that follows */
	unsigned indent;	 /* columns before the marker */
	unsigned content;	 /* columns before the item's text */
};

struct txt_parser {
	struct doc *d;
	struct builder b;
	struct txt_line *lines;
	size_t n, at;
	const char *begin, *end; /* of the input */
	struct txt_header *header; /* of a text in the layout of ours; else NULL */
	bool strict;		/* the layout of ours to the letter */
	const struct options *o;
	bool escapes;		/* one blank before a line says that it is text */
	bool after_blank;	/* a blank line stands before lines[at] */
	bool body;		/* a paragraph of running text has gone by */
	bool headline;		/* a headline has */
	size_t width;		/* the usual longest line */
	unsigned base;		/* the usual indent */
	struct txt_level levels[LIST_DEPTH + 1];
	size_t depth;		/* lists that are open; a footnote counts as one */
	size_t floor;		/* 1 within a footnote */
	size_t lists;		/* lists so far */
	size_t notes_at;	/* the line where the footnotes begin; n: there are none */
	size_t note_count;
	bool *notes;		/* see struct txt_inline */
	struct str *foot;
	struct buf text;	/* of the paragraph at work; LF is a break */
	struct txt_words *words; /* made when a hyphen at a line's end asks for it */
};

/* Whether a mend is wanted: none is in a text in the layout of ours. */
static inline bool
txt_mends(const struct txt_parser *p, enum mend mend)
{
	return !p->strict && options_mend(p->o, mend);
}

/* txt_pages.c: empties the lines that only repeat from page to page. */
void txt_pages(struct txt_parser *p);
/* txt_survey.c: fills in what is measured before. */
void txt_survey(struct txt_parser *p);
/* The number of the footnote that begins in a line, 0 for none; *skip: the columns before its text. */
size_t txt_footnote(const struct txt_parser *p, const struct txt_line *line, size_t *skip);

/* txt_block.c */
void txt_blocks(struct txt_parser *p);
/* Opens, fills and closes a leaf out of p->text. */
struct block *txt_leaf(struct txt_parser *p, const struct block *like, const struct txt_line *line);

/* txt_paragraph.c: lines that stand together, in a container (doc, item, quote, note). */
void txt_paragraphs(struct txt_parser *p, const struct txt_line *lines, size_t n, enum block_type container);
/* One paragraph's text into p->text, with breaks or joined as the lines' ends say. */
void txt_collect(struct txt_parser *p, const struct txt_line *lines, size_t n);
void txt_words_free(struct txt_words *words);

/* txt_list.c: takes lines[at] and what belongs to it when it is a list's; false otherwise. */
bool txt_list(struct txt_parser *p);
void txt_lists_close(struct txt_parser *p, size_t depth);
/* The paragraphs of an item: lines[at] and those that go on with it. */
void txt_item_text(struct txt_parser *p, const struct txt_level *level);
/* Whether a list would begin at that line, were it at the margin. */
bool txt_list_begins(const struct txt_parser *p, size_t at);

/* txt_quote.c: lines behind ">" and, in foreign text, paragraphs that are set in. */
void txt_quote(struct txt_parser *p);
bool txt_begins_quote(const struct txt_parser *p, size_t at);
bool txt_indented_quote(struct txt_parser *p, size_t n);

/* txt_table.c: the rows at lines[at]. */
void txt_table(struct txt_parser *p, const struct txt_line *caption, size_t caption_n);
bool txt_begins_table(const struct txt_parser *p, size_t at);
/* Whether a line only parts rows. */
bool txt_is_separator(struct str text, bool strict);
void txt_cell(struct txt_parser *p, struct str text, bool header, const struct txt_line *line);

/* txt_columns.c: the n lines at lines[at], when they stand in columns: a table, or as they are. */
bool txt_columns(struct txt_parser *p, size_t n);

#endif
