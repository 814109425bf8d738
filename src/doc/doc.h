/*
 * The document that every reader makes and every writer takes. Blocks form a
 * tree; a leaf block holds a flat list of runs. Everything of a document lives
 * in its arena and dies with it.
 *
 * A document has one canonical form, so that two that mean the same are equal:
 * doc_finish() brings it about, doc_check() says where it does not hold.
 * Readers build through build.h, which makes whatever they find fit the
 * grammar below; nobody else adds blocks.
 *
 * Text comes in through doc_text() alone. It is UTF-8 in NFC without control
 * characters, soft hyphens, zero-width spaces and bidirectional controls;
 * outside pre a leaf has no blank at either end, beside a break, or doubled,
 * and every ASCII white space is one blank. In pre, LF ends a line.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "doc/meta.h"
#include "doc/role.h"

/*
 * X(id, name, holds, leaf)
 * holds: the blocks that may stand in it. leaf: 1 when it holds runs.
 *
 * Beyond this table (doc_check has the whole): an item begins with a para; a
 * list is at most 9 deep; a caption is a table's first or a figure's last
 * child; a figure holds one image run; a deflist begins with a term and ends
 * with a definition; a table is a full grid; notes stand
 * last, in the order of their references, each referred to once, from outside
 * notes and pre; one block has the role headline, and it is a head of level 1.
 */
#define BLOCK_FLOW (IN(PARA) | IN(HEAD) | IN(LIST) | IN(QUOTE) | IN(TABLE) | IN(FIGURE) | IN(PRE) | IN(RULE) | IN(DEFLIST))
#define BLOCK_TYPES(X)                                        \
	X(DOC, "doc", BLOCK_FLOW | IN(SECTION) | IN(NOTE), 0) \
	X(SECTION, "section", BLOCK_FLOW, 0)                  \
	X(PARA, "para", 0, 1)                                 \
	X(HEAD, "head", 0, 1)                                 \
	X(LIST, "list", IN(ITEM), 0)                          \
	X(ITEM, "item", IN(PARA) | IN(LIST), 0)               \
	X(QUOTE, "quote", IN(PARA), 0)                        \
	X(TABLE, "table", IN(CAPTION) | IN(ROW), 0)           \
	X(ROW, "row", IN(CELL), 0)                            \
	X(CELL, "cell", IN(PARA) | IN(LIST), 0)               \
	X(FIGURE, "figure", IN(CAPTION), 1)                   \
	X(CAPTION, "caption", 0, 1)                           \
	X(DEFLIST, "deflist", IN(TERM) | IN(DEFINITION), 0)   \
	X(TERM, "term", 0, 1)                                 \
	X(DEFINITION, "definition", 0, 1)                     \
	X(PRE, "pre", 0, 1)                                   \
	X(RULE, "rule", 0, 0)                                 \
	X(NOTE, "note", IN(PARA) | IN(LIST), 0)

/* One byte each, as the kinds and roles below: a large document has millions. */
enum __attribute__((packed)) block_type {
#define X(id, name, holds, leaf) BLOCK_##id,
	BLOCK_TYPES(X)
#undef X
		BLOCK_COUNT
};

enum __attribute__((packed)) list_format { LIST_BULLET, LIST_DECIMAL, LIST_LOWER_ALPHA, LIST_UPPER_ALPHA, LIST_LOWER_ROMAN, LIST_UPPER_ROMAN };
enum { LIST_FORMATS = 6, LIST_DEPTH = 9, HEAD_LEVELS = 6 };

struct block {
	enum block_type type;
	enum role role;
	bool rtl; /* a leaf whose text runs from right to left */
	unsigned line; /* of the input, from 1, for messages alone; 0: unknown */
	struct block *parent, *first, *last, *prev, *next;
	struct run *runs, *last_run;
	union {
		struct {
			int level; /* 1 to HEAD_LEVELS */
		} head;
		struct {
			enum list_format format;
			long start;	  /* of the first item, 0 or more; 1 for bullets */
			struct str label; /* around the number, "%." or "(%)"; empty for bullets */
		} list;
		struct {
			int colspan, rowspan; /* 1 or more */
			bool header;
		} cell;
		struct {
			bool referenced; /* doc_finish() has seen its reference */
		} note;
	};
	struct hint *hint; /* NULL once doc_drop_hints() has run, and in every writer */
};

/* What a format said of a block that is no role: evidence for recognise, never seen by a writer. */
struct hint {
	enum role role;	  /* a class or a style of a role's name in a foreign file */
	bool bold;	  /* as a whole */
	struct str style; /* style name or class tokens, as they stood */
	double size; /* of the letters, 1.0 is the document's usual one; 0: unknown */
};

enum __attribute__((packed)) run_kind { RUN_TEXT, RUN_BREAK, RUN_IMAGE, RUN_NOTE, RUN_MATH };

enum {
	STYLE_BOLD = 1,
	STYLE_ITALIC = 2,
	STYLE_UNDERLINE = 4,
	STYLE_STRIKE = 8,
	STYLE_SUB = 16, /* never with STYLE_SUP */
	STYLE_SUP = 32
};

/*
 * A break has no attribute; an image and a note reference have a link at most,
 * and math (text in a line) has none but the language. Neighbours of kind text
 * with equal attributes are one run.
 */
struct run {
	struct run *next;
	enum run_kind kind;
	enum role role;
	bool rtl;
	unsigned style;
	struct str text; /* RUN_TEXT and RUN_MATH, never empty */
	struct str link; /* as doc_link() makes it; empty: none */
	struct str lang; /* BCP 47; empty: the document's */
	struct str ruby; /* the reading above the text; empty: none */
	union {
		struct image *image; /* RUN_IMAGE */
		struct block *note;  /* RUN_NOTE */
		struct str *formula; /* RUN_MATH: as MathML (markup/mathml.h); NULL: the text is all there is */
	};
};

struct image {
	struct str bytes; /* empty: only an address is known */
	struct str url;	  /* empty when there are bytes */
	const char *type; /* media type, told from the bytes; NULL without */
	int width, height; /* as shown, in CSS pixels (1/96 inch): as given, else from the bytes; 0: unknown */
	struct str alt;
};

struct meta_value {
	struct meta_value *next;
	struct str text; /* in the canonical form of its key's type */
	bool incidental; /* the program that made the file filled it in by itself: a format without a place for it loses little */
};

struct doc {
	size_t pieces, pieces_end; /* blocks and runs: how many were made, and how many are too many; 0: none */
	struct arena arena;
	struct arena blocks; /* with their hints, and nothing else: many a walk looks at these alone */
	struct arena text; /* of the runs, and nothing else: what follows each other in a text does so in memory, too */
	struct diag *diag;
	struct block *root;
	bool notes; /* a note has been made */
	struct meta_value *meta[META_COUNT];
	struct str beside; /* lines that came with the text and are none of it: a mail's subject, the note around an attachment */
	bool letters_mended; /* the reader has looked for letters of a wrong character set */
};

struct doc *doc_new(struct diag *diag);
void doc_free(struct doc *d);

const char *block_name(enum block_type type);
bool block_holds(enum block_type parent, enum block_type child);
bool block_is_leaf(enum block_type type);
const char *list_format_name(enum list_format format); /* "bullet", "decimal", "lower-alpha", ... */
enum list_format list_format_of_name(struct str name); /* LIST_BULLET when it is none */
void list_number_put(struct buf *out, enum list_format format, long number); /* "iv"; digits where it has no other form */

/* A run that is in no block, for who cuts one in two. As a new block, it ends the program when there are too many. */
struct run *run_new(struct doc *d);

/* Links a new child behind the parent's last one, or behind `after`, or takes a block out. No grammar here: see build.h. */
struct block *block_add(struct doc *d, struct block *parent, enum block_type type);
struct block *block_insert_after(struct doc *d, struct block *after, enum block_type type);
struct block *block_insert_before(struct doc *d, struct block *before, enum block_type type);
void block_move(struct block *b, struct block *parent, struct block *before); /* before NULL: to the end */
void block_remove(struct block *b);

/*
 * The doors for runs. `like` gives the attributes, link and lang through
 * doc_link() and doc_language(); kind, text and next are not looked at; NULL:
 * none. All of it is copied into the arena.
 */
void doc_text(struct doc *d, struct block *leaf, const struct run *like, struct str text);
void doc_math(struct doc *d, struct block *leaf, const struct run *like, struct str text, struct str formula);
void doc_break(struct doc *d, struct block *leaf);
void doc_image(struct doc *d, struct block *leaf, const struct run *like, const struct image *image);
void doc_note(struct doc *d, struct block *leaf, struct block *note);
bool run_same(const struct run *a, const struct run *b); /* all attributes equal */
/* One line of text as the door makes it: for alternative texts and metadata. */
struct str doc_line(struct doc *d, struct str text);
/*
 * An address that may be written: absolute, its scheme one of http https
 * mailto tel ftp, percent-encoded (RFC 3986, section 2.1); else STR_NONE.
 */
struct str doc_link(struct doc *d, struct str url);
/* "en-gb" to "en-GB"; STR_NONE when it is no language tag. */
struct str doc_language(struct doc *d, struct str tag);

/*
 * The text of a leaf (or of all leaves under b, one a line), breaks as LF,
 * notes and images left out. It is the run's own where there is but one.
 */
struct str block_text(struct arena *a, const struct block *b);

/* Metadata. Values are brought into canonical form; what cannot be is a counted loss. A single key's value is replaced. */
void doc_meta_add(struct doc *d, enum meta_key key, struct str value);
void doc_meta_clear(struct doc *d, enum meta_key key);
struct str doc_meta(const struct doc *d, enum meta_key key); /* the first value, or STR_NONE */

/*
 * Counts something that is not carried on. The one door for losses: id is a
 * constant of the manual's list.
 */
#define doc_loss(d, kind, place, id, ...) lose((d)->diag, (kind), (place), (id), __VA_ARGS__)

/* Brings the canonical form about; may be called again at any time. */
void doc_finish(struct doc *d);
/* NULL when the grammar and the canonical form hold, else what does not: a bug of ours. */
const char *doc_check(const struct doc *d);

/* The first block (in document order) with that role, or NULL. */
struct block *doc_find(const struct doc *d, enum role role);

/*
 * Walking without recursion. `w` starts as {0} with the root set; each step
 * gives a block and whether it is entered or left. A leaf and an empty block
 * are entered and left too.
 */
struct walk {
	const struct block *root;
	const struct block *at;
	bool leaving;
};
bool walk_next(struct walk *w);

/*
 * Roles that a file states are its own word only when the file is one of ours
 * and its text is unchanged. doc_text_hash() is what the key "recognised"
 * holds; doc_demote_roles() turns all roles into hints, for a foreign file.
 */
struct str doc_text_hash(struct arena *a, const struct doc *d);
void doc_demote_roles(struct doc *d);
void doc_drop_hints(struct doc *d);
struct hint *block_hint(struct doc *d, struct block *b); /* made when missing */

/* How many lists the block stands in, itself among them. */
int list_depth(const struct block *b);
/* The columns that a table's rows span. */
int table_columns(const struct block *table);
/* Whether a header cell heads its column (its whole row is header cells) rather than its row. */
bool cell_heads_column(const struct block *cell);

/*
 * Fills in the type, and what is not given of width and height, from the bytes. False when they are of no type that we
 * carry (PNG JPEG GIF WebP BMP TIFF).
 */
bool image_identify(struct image *image);
const char *image_suffix(const char *type); /* "png" */

#endif
