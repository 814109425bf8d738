/*
 * What a program says on standard error, and the status it ends with. One
 * function prints every message, in one form:
 *
 *     docx2html: release.docx: word/document.xml: paragraph 12: warning: text box moved to the end [W-textbox]
 *
 * Messages are one line each; control characters that came from the input
 * are replaced. Nothing here opens, allocates without bound or uses stdio's
 * streams, so it works inside the sandbox.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/str.h"

/* As in sysexits(3). */
enum status {
	STATUS_OK = 0,
	STATUS_FOUND = 1,      /* a check found something */
	STATUS_USAGE = 64,     /* the command line is wrong */
	STATUS_DATA = 65,      /* the input is not what it should be */
	STATUS_NO_INPUT = 66,  /* the input cannot be opened */
	STATUS_BUG = 70,       /* our own mistake */
	STATUS_NO_MEMORY = 71, /* out of memory */
	STATUS_CREATE = 73,    /* the output cannot be created */
	STATUS_IO = 74,	       /* input or output failed */
	STATUS_NOT_YET = 75,   /* an embargo holds */
	STATUS_DENIED = 77     /* not allowed */
};

/* Where in the input. {0} is nowhere in particular. */
struct place {
	const char *part; /* of a container ("word/document.xml"), or NULL */
	const char *unit; /* what number counts ("paragraph"); NULL when it is a line */
	size_t number;	  /* 1 is the first; 0 says nothing */
	size_t column;	  /* bytes from 1, with a line only; 0 says nothing */
};

enum loss_kind { LOSS_CONTENT, LOSS_METADATA, LOSS_PRESENTATION };
enum { LOSS_KINDS = 3 };

/* Something of the input that the output does not carry, or does not carry as it came. */
struct loss {
	struct loss *next;
	enum loss_kind kind;
	bool mended;	/* see base/mend.h */
	const char *id; /* "L-nesting": a constant, named in the manual */
	struct str what;
	struct place place;
};

/* Without -v, a warning is said so often; what comes more often than that says nothing new. */
enum { WARNINGS_SHOWN = 5, WARNED_IDS = 32 };

enum severity { SAY_ERROR, SAY_WARNING, SAY_NOTE, SAY_LOSS };

/* What is said at one time. */
struct message {
	enum severity severity;
	struct place place;
	const char *id; /* of a warning or loss; NULL: none */
	struct str text;
};

struct diag {
	const char *program;
	const char *file; /* NULL: standard input */
	bool quiet;	  /* errors only */
	bool verbose;	  /* notes and losses too */
	size_t warnings;
	struct {
		const char *id;
		size_t n;
	} warned[WARNED_IDS]; /* how often each warning was given */
	size_t loss_count[LOSS_KINDS];
	size_t mend_count[LOSS_KINDS];
	struct loss *losses; /* newest first, at most LIMIT_LOSSES_LISTED; the rest is only counted */
	size_t losses_kept;
	/* Takes what would be said in place of standard error; NULL: nobody does. */
	void (*take)(struct diag *d, const struct message *m);
	/* Is called once when an error ends the program, behind the error; NULL: nobody. */
	void (*ending)(struct diag *d, enum status status);
	void *context; /* for both */
};

/* Prints an error and ends the program. No output has been written before that. */
_Noreturn void fail(struct diag *d, enum status status, struct place place, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* id is the constant that names the warning in the manual: "W-textbox". */
void warn(struct diag *d, struct place place, const char *id, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* Said under -v only: what was chosen, and why. */
void note(struct diag *d, struct place place, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Counts a loss and, under -v, says it. */
void lose(struct diag *d, enum loss_kind kind, struct place place, const char *id, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* Keeps a loss, or a mend, for the report: a copy of it. */
void diag_keep(struct diag *d, const struct loss *loss);
/* Writes the message to standard error. */
void diag_print(const struct diag *d, const struct message *m);
/* Gives the losses' memory back, and forgets them. */
void diag_free(struct diag *d);
const char *severity_name(enum severity severity);
const char *loss_kind_name(enum loss_kind kind);

#endif
