/*
 * Fuzzing: programs that are given bytes by libFuzzer, or by replay.c, which
 * runs what was found once. A target does with the bytes what a filter does
 * with its input, and more: what comes out must be readable again, and the
 * same.
 *
 * fail() ends a program. Here it ends one run: the diagnostics' ending function
 * jumps back, and what the run has allocated is freed behind it (driver.c).
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "filter.h"

struct fuzz_target {
	const char *name;
	void (*run)(struct str bytes);
};

extern const struct fuzz_target fuzz_targets[]; /* the last has no name */
const struct fuzz_target *fuzz_target(const char *name); /* NULL: there is none */

/* The formats, for targets that go through several. Those that hold all of a document stand first. */
struct fuzz_format {
	const char *name;
	const struct reader *reader;
	const struct writer *writer;
};

enum { FUZZ_HTML, FUZZ_DOCX, FUZZ_NML, FUZZ_EML, FUZZ_RICH, FUZZ_TXT = FUZZ_RICH, FUZZ_FORMATS };
extern const struct fuzz_format fuzz_formats[FUZZ_FORMATS];

void fuzz_setup(void); /* once, first */
/*
 * Runs the body and frees what it has left. False when fail() has ended it.
 * STATUS_BUG is a finding.
 */
bool fuzz_guard(void (*body)(struct str), struct str bytes);
/* While that is on, fail() is a finding: what is read then is our own output. */
void fuzz_bind(bool on);
/* While that is on, what is allocated outlives the run. */
void fuzz_keep(bool on);
_Noreturn void fuzz_found(const char *what, const char *why);

/* What converters have when no option is given. */
extern const struct options fuzz_options;
extern struct diag fuzz_diag; /* fresh in each run */
extern struct charsets fuzz_charsets; /* all of them, open */

/* As text, the way the tests compare documents. */
struct buf fuzz_tree(const struct doc *d);
/* The document as a file of that format. */
struct buf fuzz_write(const struct doc *d, int format, const struct options *o);
void fuzz_check(int format, struct str bytes);
/* It is the same document when it is read again. */
void fuzz_back(int format, struct str bytes, const struct buf *tree);

#endif
