/* Plain text: press releases as they are typed and mailed, and the layout that wirecopy(7) describes. */
#ifndef TXT_TXT_H
#define TXT_TXT_H

#include "filter.h"

extern const struct reader txt_reader;
extern const struct writer txt_writer;

#endif
