/*
 * What the divisions of recognise share: the document's blocks with their
 * texts, the words that count in it, and what has been found so far.
 */
#ifndef RECOGNISE_RELEASE_H
#define RECOGNISE_RELEASE_H

#include "recognise/dateline.h"
#include "recognise/recognise.h"
#include "recognise/words.h"

/* A heading that opens a section of the tail, or a paragraph that is all of one. */
struct tail_head {
	enum role role; /* ROLE_NONE: it is none */
	bool alone;	/* a heading; else the text is in the same paragraph */
};

/* A child of the document and its text, with what the text is by itself once somebody has asked. */
struct piece {
	struct block *b;
	struct str text;
	bool changed; /* the text is no longer the block's, or the block is the section that it is in now */
	bool head_known, line_known, contact_known, introduces_known, person_known;
	struct tail_head head;
	enum role line;
	bool contact, introduces, person;
};

struct release {
	struct doc *d;
	const struct options *o;
	struct languages languages;
	const struct language *language; /* NULL: unknown */
	struct lexicon words;
	struct piece *v;
	size_t n;
	bool moved; /* blocks have come or gone since v was gathered */
	bool given[ROLE_COUNT]; /* roles that the file states: they are not found anew */
	size_t lead;		/* index of the lead, n when there is none */
	struct str headline;	/* empty: none */
	bool headed;		/* the file has headings of its own */
	struct date dateline, date_line, closing; /* no year: none */
};

/* What a line is by itself, wherever it stands: LABEL, EMBARGO, DATE_LINE, SOURCE, END_MARK and the like, or NONE. */
enum role line_role(const struct lexicon *x, struct str text);

struct tail_head tail_head_of(const struct lexicon *x, struct str text);

/* The same of a piece, found out once: its head, its role as a line, whether it is a contact by itself, introduces somebody or is a name. */
struct tail_head piece_head(const struct release *r, struct piece *p);
enum role piece_line(const struct release *r, struct piece *p);
bool piece_is_contact(const struct release *r, struct piece *p);
bool piece_introduces(const struct release *r, struct piece *p);
bool piece_is_person(const struct release *r, struct piece *p);

/* Whether block i is among the last few hundred, where a tail without headings may stand. */
bool is_late(const struct release *r, size_t i);
/* Takes the document's children anew, and the texts of those that are new or changed. Free r->v in the end. */
void release_gather(struct release *r);
/* A new section with that role before a block that stands in the document. */
struct block *release_section(struct release *r, struct block *before, enum role role);
/* Gives a leaf a role, when the file has not said it of another. */
void release_give(struct release *r, const struct piece *p, enum role role);
struct place block_place(const struct block *b);

/* A word of the list and a colon, with something behind: "Topic: bridges". */
bool is_labelled(const struct lexicon *x, enum words list, struct str text);
/* A heading line becomes a heading, of the second level when it was a paragraph. */
void make_heading(struct block *b);

void use_hints(struct release *r);
void find_top(struct release *r);
/* Lists without bullets and a table of contents; sets r->headed. */
void find_lines(struct release *r);
void find_tail(struct release *r);
/* Paragraphs below the lead that head what follows, where the file has no headings of its own. */
void find_headings(struct release *r);
/* What says no more than where something can be had: it is for those who print the release, as notes to editors are. */
void find_pointers(struct release *r);
void find_quotes(struct release *r);
/* The persons and organisations of one contact section. */
void find_contacts(struct release *r, struct block *section);
void set_language(struct release *r);
void set_metadata(struct release *r);
/* Warns where the name of a weekday does not fit the date behind it. */
void check_weekdays(const struct release *r);

/* Whether the words could be a person's name: "Petr Syrůček", "Mag. Edith Dörfler". */
bool is_person(const struct lexicon *x, struct str text);
/* Whether a word of the name stands in the address before the "@". */
bool name_agrees(struct arena *a, struct str name, struct str email);
/* "Paul MARTIN": "Groupe SNCF" looks the same, so what stands in capitals must stand in the address too. */
bool is_name_in_capitals(const struct lexicon *x, struct str text, struct str email);
/*
 * "Viestintäpäällikkö Liisa Mäkinen": where the name begins behind the words that say what the person is; 0 when there
 * is no name.
 */
size_t name_behind_function(const struct lexicon *x, struct str text);
/* "Szabó Anna sajtófőnök": where the words begin that say what the person is; 0 when there is no name before them. */
size_t function_behind_name(const struct lexicon *x, struct str text);
/* "For more information please contact Jane Roe on": words of asking, with small letters behind them. */
bool asks_to_contact(const struct lexicon *x, struct str text);
/* The last words that are a person's name, as many as are; nothing when there are none. */
struct str last_name(const struct lexicon *x, struct str text);
/* A block that holds a contact's data, with or without a heading; `head` is what tail_head_of() says of it. */
bool is_contact_text(const struct lexicon *x, struct str text, struct tail_head head);
/* A paragraph in which an organisation is introduced by its name: "Acme, Inc. is a leading ...". */
bool introduces(const struct lexicon *x, struct str text);
/* Whether block i is a boilerplate, or heads one, by its shape; `ended`: an end mark has been seen above it. */
bool is_bare_boilerplate(const struct release *r, size_t i, bool ended);
bool heads_boilerplate(const struct release *r, size_t i, bool ended);
/*
 * How many blocks from the i-th on are one contact with a block for each line:
 * a person's name, perhaps what the person is, then addresses and numbers.
 */
size_t contact_lines(const struct release *r, size_t i);
/* "Contactos para a imprensa": a short line that begins as headings of contacts do, right above one. */
bool heads_contact(const struct release *r, size_t i);

#endif
