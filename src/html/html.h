/* HTML: pages as browsers read them (HTML Living Standard), read and written. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "filter.h"

extern const struct reader html_reader;
extern const struct writer html_writer;

#endif
