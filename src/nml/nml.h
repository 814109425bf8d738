/* NewsML-G2: items and messages with one item (IPTC NewsML-G2 2.35, power), read and written. */
#ifndef NML_NML_H
#define NML_NML_H

#include "filter.h"

extern const struct reader nml_reader;
extern const struct writer nml_writer;

#endif
