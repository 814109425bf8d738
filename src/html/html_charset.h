/* Which character set a page's bytes are in. */
#ifndef HTML_HTML_CHARSET_H
#define HTML_HTML_CHARSET_H

#include "filter.h"

/*
 * As struct reader has it. In this order: byte order mark, --from-charset,
 * UTF-16 by its zeros, bytes that are UTF-8 beyond doubt, the page's own label
 * in its first 64 kB (browsers read only the first kB at first, but start anew
 * for a later one), the letters of its text. Says under -v which it is and by
 * what. Ends the program by fail() for files of other formats.
 */
struct charset_choice html_charset(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag);

#endif
