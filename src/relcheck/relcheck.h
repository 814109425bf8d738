/*
 * What an editor would want to know of a release before it goes out, and what
 * its file tells that nobody meant to tell. The rules stand in one table
 * (rules.h).
 *
 * The text's findings come from the document as recognise leaves it; what a
 * file holds beside its text, readers drop, so the remains are looked for in
 * the file itself, by one scan for each format. Nothing ends at the first
 * finding. What is no file of its format never comes here: the reader has
 * refused it.
 */
#ifndef RELCHECK_RELCHECK_H
#define RELCHECK_RELCHECK_H

#include "base/finding.h"
#include "doc/doc.h"
#include "recognise/words.h"
#include "relcheck/rules.h"

enum relcheck_group { RELCHECK_EDITORIAL, RELCHECK_REMAINS };
enum { RELCHECK_FINDINGS = 10000 }; /* kept; more are only counted */

struct finding {
	struct place place;
	enum relcheck_rule rule;
	struct str text;
};

/* Zeroed by its owner, with the first part filled in. Everything is in the document's arena, but the list. */
struct relcheck {
	struct doc *d;
	const char *format; /* "docx" */
	struct str bytes;   /* the file, in UTF-8 where it is text */
	size_t limit_inflated; /* of a DOCX: see docx_zip_open() */
	struct date now;
	struct str language; /* as the file itself says it; empty: it does not */
	bool own;	     /* written by us, its metadata with it */
	const struct languages *languages;
	bool off[RULE_COUNT];

	struct lexicon words;
	struct str title; /* the one of the file's own format; empty: none */
	struct str text, shown; /* once they were asked for: relcheck_text_of(), relcheck_shown() */
	struct finding *v;
	size_t n, cap;
	size_t found[FINDING_LEVELS];
	size_t of_rule[RULE_COUNT];
};

/* What is said while the document is read and recognised, and then all the rest. */
void relcheck_hear(struct relcheck *c, const struct message *m);
void relcheck_run(struct relcheck *c);
void relcheck_free(struct relcheck *c);

/* Rules by their ids and groups, with commas between. False, with the first that there is not. */
bool relcheck_only(struct relcheck *c, struct str ids, struct str *unknown);
bool relcheck_no(struct relcheck *c, struct str ids, struct str *unknown);

/* One finding a line, as the programs' messages look; without -v only the first few of each rule. */
void relcheck_text(const struct relcheck *c, const struct diag *diag, struct buf *out);
void relcheck_json(const struct relcheck *c, const struct diag *diag, struct buf *out);
void relcheck_list(struct buf *out);
const char *relcheck_id(enum relcheck_rule rule);
const char *relcheck_group_name(enum relcheck_rule rule);
enum finding_level relcheck_level(enum relcheck_rule rule);

/* For the rules: a finding at a place. */
void relcheck_found(struct relcheck *c, enum relcheck_rule rule, struct place place, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* The beginning of a text in one line, to be shown. */
struct str relcheck_cut(struct relcheck *c, struct str text);
/* The place of a block, by its line where the format has lines, else as the paragraph of that number. */
struct place relcheck_place(const struct block *b, size_t number);
struct place relcheck_place_of(const struct relcheck *c, const struct block *b); /* which is counted here */
/* The next word, of letters and digits. */
bool relcheck_next_word(struct str *rest, struct str *word);
bool relcheck_in_word(uint32_t c);
/* The whole text, and the same folded. */
struct str relcheck_text_of(struct relcheck *c);
struct str relcheck_shown(struct relcheck *c);
/* Whether the release shows it anywhere: what can be read is no secret. */
bool relcheck_is_shown(struct relcheck *c, struct str text);
/* A path of a file system, or an address that only one network knows. */
bool relcheck_is_path(struct str s);
bool relcheck_is_inside(struct str url);
/* Whether the bytes are a photograph that says where it was taken. */
bool relcheck_has_position(struct str image);

/* The groups of rules. */
void relcheck_parts(struct relcheck *c);
void relcheck_unfinished(struct relcheck *c);
void relcheck_links(struct relcheck *c); /* and pictures */
void relcheck_docx(struct relcheck *c);
void relcheck_html(struct relcheck *c);
void relcheck_nml(struct relcheck *c);

#endif
