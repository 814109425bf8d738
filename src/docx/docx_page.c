/* The page: its size by where the document is read, and what its margins leave. */
#include "docx/docx_page.h"

#include <string.h>

enum {
	A4_WIDTH = 11906,
	A4_HEIGHT = 16838,
	LETTER_WIDTH = 12240,
	LETTER_HEIGHT = 15840,
	MARGIN = 1440
};

/* Where paper is of the size Letter (CLDR, supplemental data), and languages that are spoken there alone. */
static const char letter_regions[] = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE 419";
static const char letter_languages[] = "fil tl ceb ilo haw nv chr";

static bool
is_letter(struct str language)
{
	struct str subtag, rest = language;
	bool first = true;

	while (str_next(&rest, '-', &subtag)) {
		if (first && rest.n == 0)
			return str_listed(STR(letter_languages), subtag);
		if (!first && str_listed(STR(letter_regions), subtag))
			return true;
		first = false;
	}
	return false;
}

struct docx_page
docx_page_of_language(struct str language)
{
	struct docx_page page = { .width = A4_WIDTH, .height = A4_HEIGHT };

	if (is_letter(language)) {
		page.width = LETTER_WIDTH;
		page.height = LETTER_HEIGHT;
	}
	page.left = page.right = page.top = page.bottom = MARGIN;
	return page;
}

int
docx_page_text_width(const struct docx_page *page)
{
	int width = page->width - page->left - page->right;

	return width > DOCX_TEXT_LEAST ? width : DOCX_TEXT_LEAST;
}

int
docx_page_text_height(const struct docx_page *page)
{
	int height = page->height - page->top - page->bottom;

	return height > DOCX_TEXT_LEAST ? height : DOCX_TEXT_LEAST;
}
