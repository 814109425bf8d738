/*
 * Building a document out of whatever a reader finds. A reader opens and
 * closes blocks as they are nested in its format; the builder puts each where
 * the grammar of doc.h lets it stand. What does not fit is flattened, turned
 * into a para or lifted out, as a counted loss of presentation; text is never
 * lost. Text outside any leaf opens a para of its own.
 */
#ifndef DOC_BUILD_H
#define DOC_BUILD_H

#include "doc/doc.h"

struct builder {
	struct doc *doc;
	struct build_frame *frames;
	struct build_note_name *notes[256]; /* by a hash of the name */
	size_t n, cap;
	struct place place; /* the reader's position, for losses; kept up to date by it */
};

void build_begin(struct builder *b, struct doc *d);
void build_end(struct builder *b); /* closes what is open, frees, and calls doc_finish() */

/*
 * Opens a block with the type, role, rtl and particulars of `like`. Gives the
 * block that was made, for a hint, or NULL when it was flattened. A note may
 * be opened anywhere, in mid-leaf too; see build_note().
 */
struct block *build_open(struct builder *b, const struct block *like);
struct block *build_open_type(struct builder *b, enum block_type type);
/* Closes the innermost block that was opened, whatever became of it. */
void build_close(struct builder *b);
/* Opens a block again that build_open() gave and build_close() closed: what comes stands behind what is in it. */
void build_resume(struct builder *b, struct block *at);

void build_text(struct builder *b, const struct run *like, struct str text);
void build_math(struct builder *b, const struct run *like, struct str text, struct str formula);
void build_break(struct builder *b);
/* Nothing happens when image_identify() fails and there is no address: that is a loss of content. */
void build_image(struct builder *b, const struct run *like, const struct image *image);
/*
 * Refers to the note with that name, which the reader may define before or
 * after: build_open_note() opens its block. Names are the format's own ids.
 */
void build_note(struct builder *b, struct str name);
void build_open_note(struct builder *b, struct str name);

/* The leaf that text would go to now, or NULL. */
struct block *build_leaf(const struct builder *b);
/* Ends the para that text outside any leaf has opened. */
void build_flush(struct builder *b);

#endif
