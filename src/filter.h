/*
 * One program's whole life: options, input, sandbox, reader, document, writer,
 * output, status. A converter's main() is one call of filter().
 *
 * In this order: options; files that options name; the whole input; the
 * choice of its character set, and that converter; the sandbox; reading;
 * recognising; completing; writing; output. Nothing of the input is parsed
 * before the sandbox, and no output is written before all of it is made.
 */
#ifndef FILTER_H
#define FILTER_H

#include "base/buf.h"
#include "base/charset.h"
#include "base/diag.h"
#include "base/mend.h"
#include "doc/doc.h"
#include "version.h"

enum { NEWSML_VERSION = 35 }; /* of NewsML-G2: 2.35 */

enum link_style { LINKS_INLINE, LINKS_FOOT, LINKS_NONE };
enum strictness { STRICT_OFF, STRICT_CONTENT, STRICT_ALL };
enum letterhead { LETTERHEAD_FACTS, LETTERHEAD_ALL, LETTERHEAD_NONE };
enum main_content { MAIN_OFF, MAIN_ON, MAIN_AUTO };
enum body_form { BODY_XHTML, BODY_NITF, BODY_TEXT };
enum { ATTACHMENT_AUTO = 0, ATTACHMENT_NEVER = -1 };

/* A metadata value from the command line or a file of defaults. */
struct given {
	struct given *next;
	enum meta_key key;
	struct str value;
};

/* -O: the converters' way with many inputs. */
struct many_options {
	const char *folder; /* -O; NULL: one input */
	const char *list;   /* --files0-from */
	bool halt;	    /* --halt-on-error */
	unsigned jobs;	    /* -j; 0: as many as there are processors */
};

/* A file of language tables, as it stands (wirecopy-tables(5)). */
struct table_file {
	struct table_file *next;
	const char *name;
	struct str bytes;
};

struct options {
	/* every program */
	struct many_options many;
	const char *report; /* --report */
	enum strictness strict;
	unsigned no_mend;    /* --no-mend: the bits of what is not mended, by enum mend */
	bool force, public, no_recognise;
	size_t limit_blocks; /* --limit-blocks; 0: by the size of the input */
	struct table_file *tables; /* --tables, in order */
	struct str lang;    /* --lang, in canonical form; empty: not given */
	struct str zone;    /* --zone; empty: not given, and UTC holds */
	struct date now;    /* --now; no year: not given */
	struct date clock;  /* in place of the clock, so that a batch has one time; no year: the clock itself */
	struct given *meta;	/* --meta, in order: in place of what the document says */
	struct given *defaults; /* --defaults, in order: where the document says nothing */
	const char *from_charset, *to_charset; /* names for charset_open(); NULL: not given */
	enum unencodable unencodable;	       /* what to_charset does not have */
	struct str guid_domain; /* for a guid that is made: urn:newsml:DOMAIN:...; empty: a urn:uuid: */
	/* docx, read, also out of mail */
	size_t limit_inflated; /* --limit-inflated; 0: by the size of the input */
	enum letterhead letterhead; /* what of headers and footers becomes text */
	bool reject_changes;	    /* tracked changes are undone instead of accepted */
	bool comments;		    /* comments become notes */
	/* docx, written */
	const char *template_name;
	struct str template_bytes; /* the whole file; empty: none */
	/* html, read */
	struct str base_url; /* for relative links in the input */
	enum main_content main;
	/* html, written */
	bool fragment, no_images;
	struct str css; /* the style sheet's text, in place of ours; no bytes: ours */
	/* nml, read */
	struct str item; /* which of a message: a number from 1, or a guid; empty: the only one */
	/* nml, written */
	enum body_form body;
	int newsml_version; /* the 35 of 2.35 */
	/* html and nml, written */
	const char *media;	/* the folder that images go to; NULL: they stay in the file */
	const char *media_seen; /* the same folder as the output sees it, from where it stands itself */
	/* eml, read */
	int attachment; /* which is read in place of the message's text: a number from 1, or one of the above */
	/* What the program gives the formats that hold others: their parts (below), and the converters for these. */
	const struct reader *const *part_readers;
	const struct writer *const *part_writers;
	struct charsets *charsets;
	/* txt, written */
	bool headers;
	size_t wrap; /* columns; 0: one line a paragraph */
	enum link_style links;
	bool wire;  /* without underlines and marks, as agencies take it */
	bool marks; /* *bold* and _italic_ */
	bool nbsp;  /* what belongs together is joined by blanks that do not break */
};

static inline bool
options_mend(const struct options *o, enum mend mend)
{
	return !(o->no_mend >> mend & 1);
}

/*
 * A format knows no other. One that holds others, as mail does, is given the
 * readers and writers of what it holds by the program, in `parts`; they come to
 * it with the options. NULL ends them, or says that there are none.
 */
struct reader {
	const char *format; /* "docx": also the suffix of its files */
	const struct reader *const *parts;
	/*
	 * The character set of the input, by its bytes alone, in which `open`
	 * may be used to try some. `read` gets UTF-8 then. NULL: the reader
	 * takes all bytes as they are.
	 */
	struct charset_choice (*charset)(struct str bytes, const struct options *o, struct charsets *open,
		struct diag *diag);
	bool mixed;   /* lines that are UTF-8 are that, whatever the others are, unless --from-charset names the set */
	bool goes_on; /* bytes that are not of that set become U+FFFD, as a loss; else they end the program */
	/*
	 * Adds what the bytes hold to an empty document: blocks in canonical
	 * form, roles that the file states (all of them, as if it were one of
	 * ours), metadata and hints. Ends the program by fail() when the bytes
	 * are not of this format or are damaged.
	 */
	void (*read)(struct doc *d, struct str bytes, const struct options *o);
	const char *(*libraries)(void); /* names and versions for -V, or NULL */
	const char *(*parser)(void);	/* the same of what parses the parts of a container, or NULL */
};

struct writer {
	const char *format;
	const struct writer *const *parts;
	bool binary;	 /* never to a terminal */
	bool needs_time; /* the format demands the time of this version */
	bool for_people; /* who opens it sees the text, and not the metadata */
	/* Whether the output holds the text alone, without metadata: then none is made up. NULL: never. */
	bool (*text_alone)(const struct options *o);
	/* Appends the whole file. The document is in canonical form and complete. */
	void (*write)(const struct doc *d, struct buf *out, const struct options *o);
	const char *(*libraries)(void);
};

/*
 * The whole program. Gives its exit status, or ends it earlier. `recognise`
 * (see recognise/recognise.h) is called for a document whose file did not
 * state its roles, or states them for a text that has been edited since.
 */
int filter(int argc, char **argv, const struct reader *reader,
	void (*recognise)(struct doc *, const struct options *), const struct writer *writer);

#endif
