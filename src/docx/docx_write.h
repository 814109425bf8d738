/* The writer's parts among themselves. */
#ifndef DOCX_WRITE_H
#define DOCX_WRITE_H

#include "doc/doc.h"
#include "docx/docx_meaning.h"
#include "filter.h"

enum {
	TWIPS_PAGE_WIDTH = 11906, /* A4 */
	TWIPS_PAGE_HEIGHT = 16838,
	TWIPS_MARGIN = 1440,
	TWIPS_TEXT_WIDTH = TWIPS_PAGE_WIDTH - 2 * TWIPS_MARGIN,
	TWIPS_TEXT_HEIGHT = TWIPS_PAGE_HEIGHT - 2 * TWIPS_MARGIN,
	EMU_PER_TWIP = 635,
	EMU_PER_PIXEL = 9525, /* at 96 to the inch */
	/* Of an image whose size nobody knows: no whole number of pixels, by which the reader sees it. */
	EMU_UNKNOWN = 200 * EMU_PER_PIXEL + 1,
	TABLE_COLUMNS_MOST = 1000 /* as in doc/table.c */
};

#define DOCX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* A part that text goes to, and what it refers to. */
struct docx_part {
	struct buf xml, rels;
	unsigned rel_count;
};

struct docx_media {
	const struct image *image;
	char name[64]; /* "word/media/image1.png" */
};

struct docx_list {
	enum list_format format;
	long start;
	struct str label;
	unsigned abstract; /* which of the lists' looks */
	int level;	   /* from 0 */
};

/* Every meaning that is no role's own as a number: kind, level, section, three flags. */
enum { STYLE_KEYS = KIND_COUNT * 10 * ROLE_COUNT * 8 };

struct docx_writing {
	const struct doc *d;
	const struct options *o;
	struct docx_part document, notes;
	struct docx_part *part; /* the one at work */
	struct docx_media *media;
	size_t media_count, media_cap;
	struct docx_list *lists; /* numId is the index, from 1 */
	size_t list_count, list_cap;
	unsigned abstract_count;
	size_t open_lists[LIST_DEPTH]; /* indices */
	int depth;		       /* of open lists */
	unsigned note_count;	       /* notes begun */
	unsigned reference_count;      /* references to notes */
	unsigned drawing_count;
	bool note_mark;	  /* the next paragraph is its note's first */
	bool after_table; /* nothing has been written behind a table */
	struct str link;  /* the open w:hyperlink's address, or empty */
	int column;	  /* the next cell's */
	int columns;
	struct {
		int rows_left; /* that a cell above reaches down */
		int colspan;   /* of that cell */
	} above[TABLE_COLUMNS_MOST];
	struct docx_meaning *styles; /* composed ones, in the order of their first use */
	size_t style_count, style_cap;
	bool style_seen[STYLE_KEYS];
};

void docx_write_runs(struct docx_writing *w, const struct block *leaf);

/* Appends a relationship to the part at work, and gives its number: "rId%u". */
unsigned docx_add_rel(struct docx_part *part, const char *type, struct str target, bool external);
/* The number of the image among the media. */
const char *docx_add_media(struct docx_writing *w, const struct image *image);

void docx_write_styles(struct buf *out, const struct docx_writing *w);
void docx_write_numbering(struct buf *out, const struct docx_writing *w);
/* Puts the package together. */
void docx_write_package(struct docx_writing *w, struct buf *out);

#endif
