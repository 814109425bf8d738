/* The page that text is laid out for, in twips (twentieths of a point). */
#ifndef DOCX_PAGE_H
#define DOCX_PAGE_H

#include "base/str.h"

struct docx_page {
	int width, height;
	int left, right, top, bottom; /* margins */
};

/* What is left for text, whatever a template says of its margins. */
enum { DOCX_TEXT_LEAST = 1440 };

/* Letter where that is the paper, else A4. */
struct docx_page docx_page_of_language(struct str language);
int docx_page_text_width(const struct docx_page *page);
int docx_page_text_height(const struct docx_page *page);

#endif
