/*
 * What a text suffers on its way into a program (copied, mailed, wrapped, read
 * in the wrong character set), and is mended of. One table says what there is:
 * its name for --no-mend, "M-" and the name in messages; whether words of the
 * text change by it, or only where its parts begin and end; and whether it is
 * said without -v.
 *
 * A mend may be wrong. So it counts like a loss of its kind: --strict refuses
 * what changes the words, --strict=all any, and --report names each.
 */
#ifndef BASE_MEND_H
#define BASE_MEND_H

#include "base/diag.h"

#define MENDS(X)                                                  \
	X(BROKEN_PARAGRAPH, "broken-paragraph", PRESENTATION, true) \
	X(COLUMNS, "columns", PRESENTATION, false)                 \
	X(DOUBLED_HEADLINE, "doubled-headline", CONTENT, true)     \
	X(EMPTY_BULLET, "empty-bullet", PRESENTATION, false)       \
	X(GLUED_CONTACT, "glued-contact", PRESENTATION, true)      \
	X(GLUED_HEADING, "glued-heading", PRESENTATION, true)      \
	X(GLUED_LABEL, "glued-label", PRESENTATION, true)          \
	X(GLUED_LINE, "glued-line", PRESENTATION, false)           \
	X(HYPHEN, "hyphen", CONTENT, false)                        \
	X(INDENT, "indent", PRESENTATION, false)                   \
	X(LISTED_FACTS, "listed-facts", PRESENTATION, false)       \
	X(MOJIBAKE, "mojibake", CONTENT, true)                     \
	X(ONE_LINE, "one-line", PRESENTATION, false)               \
	X(PAGE_HEADER, "page-header", CONTENT, true)               \
	X(QUOTED, "quoted", PRESENTATION, false)                   \
	X(RESIDUE, "residue", CONTENT, true)                       \
	X(UNWRAP, "unwrap", PRESENTATION, false)

enum mend {
#define X(id, name, kind, shown) MEND_##id,
	MENDS(X)
#undef X
	MEND_COUNT
};

/* The mend of that name, or MEND_COUNT. */
enum mend mend_named(struct str name);
/* Says a mend and counts it. */
void mended(struct diag *d, struct place place, enum mend mend, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

#endif
