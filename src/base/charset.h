/*
 * Character sets: their names and their conversion to and from UTF-8. The
 * only home of iconv. Names that a document declares are looked up in a list
 * of those that are allowed (the labels of the WHATWG Encoding Standard, each
 * with what it means there), so no name from the input reaches iconv.
 *
 * A converter is opened before the sandbox closes and used inside it.
 */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/buf.h"
#include "base/str.h"

/* The name for charset_open() that a label means, or NULL for an unknown one; "UTF-8" for UTF-8. */
const char *charset_of_label(struct str label);

/* The same for output, where "iso-8859-1" is that and not windows-1252, for which a page's label stands. */
const char *charset_of_output_label(struct str label);

struct charset; /* a converter */

/* From a name that charset_of_label() gave to UTF-8 (or the other way). NULL when iconv has no such converter. */
struct charset *charset_open(const char *name);
struct charset *charset_open_output(const char *name);
void charset_close(struct charset *c);

/*
 * Converters to UTF-8, each opened once: when it is first asked for, or all
 * of them at once, for a program that is to read many inputs in a sandbox.
 * {0} has none.
 */
enum { CHARSETS_MOST = 64 };
struct charsets {
	struct charset *open[CHARSETS_MOST];
};
struct charset *charsets_get(struct charsets *all, const char *name); /* as charset_open() */
void charsets_open(struct charsets *all);
void charsets_close(struct charsets *all);

/* The character set of an input, and how it was found. */
struct charset_choice {
	const char *name;  /* for charsets_get(); NULL: the bytes have none that is known before they are parsed */
	const char *found; /* for people: "byte order mark", "detected" */
	bool as_is;	   /* UTF-8 that the reader takes as it is, with what is wrong in it */
};

/*
 * Appends the text as UTF-8. Gives the offset of the first byte that is not
 * of this character set, or STR_NPOS when all is converted. Bytes that a
 * Windows code page leaves unassigned become the C1 control of that number,
 * as the Encoding Standard has it.
 */
size_t charset_decode(struct charset *c, struct str bytes, struct buf *utf8);
/*
 * The same, but that lines which are UTF-8 stay so: texts that were put
 * together out of several. *lines counts those with letters beyond ASCII.
 */
size_t charset_decode_lines(struct charset *c, struct str bytes, struct buf *utf8, size_t *lines);
/* What to do with a character that the output's set does not have: refuse, write what is like it, or "&#8222;". */
enum unencodable { UNENCODABLE_ERROR, UNENCODABLE_TRANSLIT, UNENCODABLE_REFERENCE };
struct encoded {
	size_t wrong;	 /* offset of the character that was refused, or STR_NPOS */
	size_t replaced; /* characters that something like them stands for */
	size_t lost;	 /* characters that nothing is like: "?" stands for them */
};
/* Appends UTF-8 in the character set. */
struct encoded charset_encode(struct charset *c, struct str utf8, enum unencodable how, struct buf *bytes);

/* What a byte order mark says: "UTF-8", "UTF-16LE", "UTF-16BE" or NULL; *n is the mark's length. */
const char *charset_of_mark(struct str bytes, size_t *n);

#endif
