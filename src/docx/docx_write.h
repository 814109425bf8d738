/* The writer's parts among themselves. */
#ifndef DOCX_WRITE_H
#define DOCX_WRITE_H

#include "doc/doc.h"
#include "base/limits.h"
#include "docx/docx_meaning.h"
#include "docx/docx_page.h"
#include "docx/docx_parts.h"
#include "docx/docx_styles.h"
#include "filter.h"

enum {
	EMU_PER_TWIP = 635,
	EMU_PER_PIXEL = 9525, /* at 96 to the inch */
	/* Of an image whose size nobody knows: no whole number of pixels, by which the reader sees it. */
	EMU_UNKNOWN = 200 * EMU_PER_PIXEL + 1
};

#define DOCX_NAMESPACES                                                                       \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "      \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" " \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "        \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " \
	"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "             \
	"xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

/* The two lines that Word draws above notes are notes themselves (17.11.23), which the settings name. */
#define DOCX_NOTE_LINES \
	"<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>" \
	"<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>" \
	"</w:footnote>"
#define DOCX_NOTES_SETTING "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"

/* A part that text goes to, and what it refers to. */
struct docx_part {
	struct buf xml, rels;
	unsigned rel_count;
};

struct docx_media {
	const struct image *image;
	char name[64]; /* "/word/media/image1.png" */
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
	struct docx_template *template; /* NULL: the house's own look */
	struct docx_page page;
	bool rtl; /* the document as a whole */
	/* What stands in front of our own numbers: those that a template has used. */
	struct {
		size_t num;
		unsigned abstract, note, drawing;
	} first;
	struct docx_part document, notes;
	struct docx_part *part; /* the one at work */
	struct docx_media *media;
	size_t media_count, media_cap, media_number;
	struct docx_list *lists; /* numId is the index, from 1 */
	size_t list_count, list_cap;
	unsigned abstract_count;
	size_t open_lists[LIST_DEPTH]; /* indices */
	int depth;		       /* of open lists */
	unsigned footer;	       /* the relationship to the footer; 0: the template has its own */
	unsigned note_count;	       /* notes begun */
	unsigned reference_count;      /* references to notes */
	unsigned drawing_count;
	bool note_mark;	  /* the next paragraph is its note's first */
	bool after_table; /* nothing has been written behind a table */
	struct str link;  /* the open w:hyperlink's address, or empty */
	int cell_width;	  /* for what stands in the cell at work, in twips; 0 outside cells */
	int column;	  /* the next cell's */
	int columns;
	int widths[LIMIT_COLUMNS]; /* of the columns, in twips */
	struct {
		int rows_left; /* that a cell above reaches down */
		int colspan;   /* of that cell */
		bool header;
	} above[LIMIT_COLUMNS];
	struct docx_meaning *styles; /* composed ones, in the order of their first use */
	size_t style_count, style_cap;
	bool style_seen[STYLE_KEYS];
};

/* docx_write.c */
struct docx_meaning docx_meaning_of_block(const struct block *b);
void docx_put_style(struct docx_writing *w, const char *element, const struct docx_meaning *m);
/* Appends the id of the style of that name: the template's own where it has one. */
void docx_put_style_ref(struct buf *out, const struct docx_writing *w, enum docx_style_type type, struct str name);

/* docx_write_runs.c */
void docx_write_runs(struct docx_writing *w, const struct block *leaf);
void docx_put_note_mark(struct docx_writing *w, bool in_note);
void docx_put_lang(struct buf *out, struct str lang); /* w:lang, for every script */
struct str docx_one_line(struct arena *a, struct str text); /* with blanks for its breaks */

/* docx_write_table.c */
void docx_row_enter(struct docx_writing *w, const struct block *row);
void docx_row_leave(struct docx_writing *w, const struct block *row);
void docx_cell_enter(struct docx_writing *w, const struct block *cell);
void docx_part_tables(struct docx_writing *w); /* before anything that may be a table */

/* Appends a relationship to the part at work, and gives its number: "rId%u". */
unsigned docx_add_rel(struct docx_part *part, const char *type, struct str target, bool external);
/* The same for a part of ours to which the main part is related. */
unsigned docx_relate_part(struct docx_writing *w, enum docx_part_id id);
/* Puts the image among the media, and gives the target for a relationship to it. */
struct str docx_add_media(struct docx_writing *w, const struct image *image);

/* Whole parts, and for a template only what goes into its own. */
void docx_write_styles(struct buf *out, const struct docx_writing *w);
void docx_write_style_list(struct buf *out, const struct docx_writing *w);
void docx_write_numbering(struct buf *out, const struct docx_writing *w);
void docx_write_settings(struct buf *out, const struct docx_writing *w);
void docx_write_notes(struct buf *out, const struct docx_writing *w);
void docx_write_footer(struct buf *out, const struct docx_writing *w);
void docx_write_section(struct buf *out, const struct docx_writing *w);
void docx_write_rels(struct buf *out, const struct docx_part *part);
void docx_write_abstracts(struct buf *out, const struct docx_writing *w);
void docx_write_nums(struct buf *out, const struct docx_writing *w);
/* Puts the package together. */
void docx_write_package(struct docx_writing *w, struct buf *out);
void docx_write_package_rels(struct buf *out, struct str main);
/* What a template's package has of ours too. The buffers are kept, and freed, by the caller. */
enum { DOCX_PROPERTIES = 3 };
void docx_write_media(struct docx_parts *parts, const struct docx_writing *w);
void docx_write_properties(struct docx_parts *parts, const struct docx_writing *w, struct buf made[DOCX_PROPERTIES]);

#endif
