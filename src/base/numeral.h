/* Numbers that are not written in digits: Roman ones, and those in letters. In small letters of ASCII. */
#ifndef NUMERAL_H
#define NUMERAL_H

#include <stddef.h>

#include "base/str.h"

enum { NUMERAL_SIZE = 16, NUMERAL_ROMAN_LAST = 3999 };

/* Each gives the length of what it has written; none for a number below 1. */
size_t numeral_roman(char text[NUMERAL_SIZE], long value); /* up to NUMERAL_ROMAN_LAST */
size_t numeral_letters(char text[NUMERAL_SIZE], long value); /* a to z, aa, ab */

/* -1 when it is none, as IIII is. Capitals count. */
long numeral_roman_value(struct str s);

#endif
