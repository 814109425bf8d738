/*
 * What the reader and the writer of text share: the layout, line by line and
 * within a line. Both ask the same functions what a line would mean, so that
 * the writer knows what it has to escape.
 *
 *     Headline                  one blank line between blocks; level 1 is
 *     ========                  underlined with =, a sub-headline with ~, level
 *                               2 with -, deeper ones with ^, to the width
 *     - item                    the text of an item, its further paragraphs
 *       - inner item            (behind a blank line) and its lists stand where
 *     1. item                   the text behind the marker begins
 *     > quote                   ">" alone parts paragraphs; "> -- who" says who
 *     caption                   a table; "|" and "\" in cells are escaped
 *     | cell | cell |
 *     |------|------|           below a first row of header cells
 *     [Image: text] <URL>       the caption set in by two below it
 *         preformatted          four columns in, behind a list four more than
 *                               its last item's text
 *     Term                      four columns in the definition; lines that go
 *         definition            on two further
 *     * * *                     a rule
 *     [1] note                  footnotes at the end, read like items
 *
 * Within a line: "[text] <URL>" or "[text][2]" with "[2] <URL>" at the end,
 * addresses as they are, "[1]" for a note, and a backslash before "[" and "<"
 * that are text. One blank before a line says that it is text and no markup.
 *
 * Lines' ends: with a header block that counts the blocks (txt_header.h) one
 * blank before it says that the paragraph goes on, as RFC 3676 has it, and
 * none that it is a break. Without such a header it is found by shape, see
 * txt_shape(), and two blanks say that it is a break.
 */
#ifndef TXT_LAYOUT_H
#define TXT_LAYOUT_H

#include "base/buf.h"
#include "doc/doc.h"

#define TXT_MAGIC "Press-Release: 1"

enum { TXT_BODY = 150 }; /* bytes of a paragraph that is running text */

/* One line of the input, borrowed from it. */
struct txt_line {
	struct str text;	/* without the blanks at both ends; empty for a blank line */
	unsigned number;	/* from 1 */
	unsigned indent : 24;	/* columns before the text, tabs to every eighth */
	unsigned trailing : 7;	/* blanks behind the text, at most 3 */
	unsigned page : 1;	/* a page ends here */
};

struct txt_lines {
	struct txt_line *v; /* freed by txt_lines_free() */
	size_t n, cap;
	const char *begin, *end; /* of the input */
	bool strict;		 /* set by the caller: the layout of ours to the letter */
	bool cut;		 /* set by the caller: a long line is cut where paragraphs in it are padded apart */
	size_t gaps;		 /* where one was */
	unsigned first_gap;	 /* and the first of these lines */
};

/*
 * Cuts a text at LF, CR, CRLF, VT, NEL, U+2028; a form feed and U+2029 make a
 * blank line too. Unless it is `strict`, wide and no-break blanks go at a
 * line's ends.
 */
void txt_lines_split(struct txt_lines *lines, struct str text);
/* Takes ">" off a text that stands behind it as a whole, as in a mail's answer; gives back how many levels. */
unsigned txt_lines_unquote(struct txt_lines *lines);
void txt_lines_free(struct txt_lines *lines);

/* How the lines that stand together make paragraphs. */
enum txt_shape {
	TXT_PROSE,    /* wrapped: a line goes on with the next where txt_goes_on() says so */
	TXT_LINES,    /* one paragraph; each line's end is a break */
	TXT_PARAS,    /* each line is a paragraph */
	TXT_EXPLICIT  /* one paragraph; one blank at a line's end: it goes on; two: a break */
};

/* width: the usual longest line of the whole text, 0 unknown. body: a paragraph of running text has gone by. */
enum txt_shape txt_shape(const struct txt_line *lines, size_t n, size_t width, bool body);
/* The width that these lines were wrapped to, if they were. */
size_t txt_wrapped_at(const struct txt_line *lines, size_t n, size_t width);
bool txt_goes_on(const struct txt_line *line, const struct txt_line *next, size_t width);
/* Whether a line gives an address, a telephone number or the like. */
bool txt_is_field(struct str text);

/* A list's marker at the start of a line. */
struct txt_marker {
	uint32_t bullet;	     /* 0: it is a number */
	long decimal, alpha, roman;  /* what the number may be; -1: it is none of that kind */
	bool upper;		     /* its letters are capitals */
	bool weak;		     /* proves a list only in company: a dash, a number, a letter */
	bool spoken;		     /* a dash, which opens speech too */
	bool framed;		     /* a dash that another answers at the line's end: "- konec -" */
	const char *label;	     /* "%.", "%)" or "(%)"; NULL for a bullet */
	size_t length;		     /* its bytes */
	size_t skip;		     /* and those up to the item's text */
};

bool txt_marker(struct str text, struct txt_marker *m);
bool txt_bare_bullet(struct str text); /* "•" and nothing behind it, as web pages leave them */
/* Whether b may be the marker of the item after a's. */
bool txt_marker_follows(const struct txt_marker *a, const struct txt_marker *b);
/* The format of a list that begins with a and goes on with b (NULL: unknown), and its first number. */
enum list_format txt_marker_format(const struct txt_marker *a, const struct txt_marker *b, long *start);
/* The marker of an item as it is written, without a blank behind. */
struct str txt_marker_write(struct buf *out, const struct block *list, long number);

/* Rules: "* * *" and, in foreign text, "----", "____" and the like. */
bool txt_is_rule(struct str text, bool strict);
/* A line of one of "=~-^" that may underline a heading: that character, else 0. */
char txt_underline(struct str text);
/* "[Image: alt] <URL>" as the whole line. */
bool txt_is_image(struct doc *d, struct str text);
/* "[12] " at the start of a line, or "[12]" alone: the number, and the columns before the text; 0: it is none. */
size_t txt_note_label(struct str text, size_t *skip);
/* "-- who" or "— who" in a quote: the bytes that are not of the name, STR_NPOS when the dash is kept, 0: it is none. */
size_t txt_attribution(struct str text);
/* A character of Chinese or Japanese: lines go on behind it without a blank. Korean words are parted by blanks. */
bool txt_unspaced(uint32_t c);
/*
 * Whether a line of a paragraph in this container (doc, item, quote, note)
 * would be read as something else, so that one blank goes before it. `alone`:
 * no marker stands in the neighbourhood that would make a weak one a list's.
 */
bool txt_needs_escape(struct doc *d, struct str line, enum block_type container, bool strict, bool alone);

/* What stands within a paragraph. */
enum txt_piece_kind { TXT_TEXT, TXT_LINK, TXT_BREAK, TXT_IMAGE, TXT_NOTE, TXT_STYLE /* never given */ };

struct txt_piece {
	enum txt_piece_kind kind;
	struct str text; /* of text and link, or an image's alternative text */
	struct str url;	 /* as doc_link() makes it */
	size_t note;
	unsigned style; /* as in a run */
};

/*
 * Walks through a paragraph's text, in which LF is a break. What is not
 * said here starts as zero.
 */
struct txt_inline {
	struct doc *d;		/* set by the caller: whose arena the pieces live in */
	struct str rest;	/* set by the caller: the text */
	const char *barren;	/* no address begins before it: one was looked for */
	const char *starless[4]; /* no emphasis of so many stars begins before it, likewise */
	const char *closer;	/* the stars that close the emphasis, or NULL */
	unsigned style;		/* of the text at work */
	bool foreign;		/* set by the caller: Markdown's links, images and emphasis too */
	size_t note_count;	/* set by the caller, with the size of the next two */
	bool *notes;		/* notes[n - 1]: note n is defined and not yet referred to */
	const struct str *foot; /* foot[n - 1]: the address that "[n]" stands for, or empty */
	struct txt_piece ahead; /* found already, given next */
	bool has_ahead;
};

bool txt_inline_next(struct txt_inline *in, struct txt_piece *piece); /* false: that was all */

const char *txt_libraries(void); /* for -V */

#endif
