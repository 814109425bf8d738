/*
 * What the divisions of recognise share: the document's blocks with their
 * texts, the words that count in it, and what has been found so far.
 */
#ifndef RECOGNISE_RELEASE_H
#define RECOGNISE_RELEASE_H

#include "recognise/dateline.h"
#include "recognise/recognise.h"
#include "recognise/words.h"

/* A child of the document and its text. */
struct piece {
	struct block *b;
	struct str text;
};

struct release {
	struct doc *d;
	const struct options *o;
	const struct language *language; /* NULL: unknown */
	struct lexicon words;
	struct piece *v;
	size_t n;
	bool given[ROLE_COUNT]; /* roles that the file states: they are not found anew */
	size_t lead;		/* index of the lead, n when there is none */
	struct date dateline, date_line, closing; /* no year: none */
};

/* What a line is by itself, wherever it stands: LABEL, EMBARGO, DATE_LINE, SOURCE, END_MARK and the like, or NONE. */
enum role line_role(const struct lexicon *x, struct str text);

/* A heading that opens a section of the tail, or a paragraph that is all of one. */
struct tail_head {
	enum role role; /* ROLE_NONE: it is none */
	bool alone;	/* a heading; else the text is in the same paragraph */
};
struct tail_head tail_head_of(const struct lexicon *x, struct str text);

/* Takes the document's children and their texts anew. */
void release_gather(struct release *r);
/* Gives a leaf a role, when the file has not said it of another. */
void release_give(struct release *r, const struct piece *p, enum role role);
struct place block_place(const struct block *b);

/* A heading line becomes a heading, of the second level when it was a paragraph. */
void make_heading(struct block *b);

void use_hints(struct release *r);
void find_top(struct release *r);
void find_tail(struct release *r);
void find_quotes(struct release *r);
/* The persons and organisations of one contact section. */
void find_contacts(struct release *r, struct block *section);
void set_language(struct release *r);
void set_metadata(struct release *r);

/* Whether the words could be a person's name: "Petr Syrůček", "Mag. Edith Dörfler". */
bool is_person(const struct lexicon *x, struct str text);
/* A block that holds a contact's data, with or without a heading. */
bool is_contact_text(const struct lexicon *x, struct str text);
/*
 * How many blocks from the i-th on are one contact with a block for each line:
 * a person's name, perhaps what the person is, then addresses and numbers.
 */
size_t contact_lines(const struct release *r, size_t i);

#endif
