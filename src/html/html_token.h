/* A page's markup piece by piece, as the HTML standard's tokenizer takes it (13.2.5). */
#ifndef HTML_HTML_TOKEN_H
#define HTML_HTML_TOKEN_H

#include "base/str.h"

enum token_kind { TOKEN_TEXT, TOKEN_START, TOKEN_END, TOKEN_COMMENT, TOKEN_OTHER };

/* A piece of the page: text up to the next markup, a tag, a comment, a doctype or the like. */
struct token {
	enum token_kind kind;
	struct str all, name;
	size_t attributes;
	bool closed;	   /* its end is in the bytes */
	bool self_closing; /* a start tag that ends in "/>", which means something in <svg> and <math> alone */
};

/* The one that s begins with; s is not empty. */
struct token take_token(struct str s);

/*
 * The attributes of a tag that s begins with, one after the other: *at begins behind its name. The value is as it
 * stands there, with its quotes. False at the tag's end, or where s ends before.
 */
bool tag_next(struct str s, size_t *at, struct str *value);

/*
 * Where the end tag of the raw element of that name begins, whose content s
 * begins with; STR_NPOS when it has none.
 */
size_t raw_end(struct str s, struct str name);

/* The comments of a page, one after the other: begins as {0} with the page as the rest. */
struct html_comment {
	struct str rest, text;
	size_t line;   /* where it begins, from 1 */
	size_t passed; /* lines that have ended before the rest */
};
bool html_next_comment(struct html_comment *c);

#endif
