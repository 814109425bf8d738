/* The targets. What each does with its bytes stands in its file. */
#ifndef FUZZ_TARGETS_H
#define FUZZ_TARGETS_H

#include "base/str.h"

void fuzz_txt(struct str bytes);
void fuzz_html(struct str bytes);
void fuzz_docx(struct str bytes);
void fuzz_nml(struct str bytes);
void fuzz_eml(struct str bytes);
void fuzz_items(struct str bytes);
void fuzz_round(struct str bytes);

#endif
