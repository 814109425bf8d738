/*
 * The release out of a page: --main. Marks with NODE_LEFT_OUT what is no part
 * of it (menus, cookie bars, breadcrumbs, share buttons, related articles,
 * comments, footers) and leaves headline, date line, dateline, embargo,
 * contacts, notes, boilerplate, tables and lists. Says under -v what it left
 * out. Knows no site: only what elements are called, how much of their text is
 * links, and where the prose stands.
 */
#ifndef HTML_HTML_MAIN_H
#define HTML_HTML_MAIN_H

#include "filter.h"
#include "html/html_survey.h"

/* MAIN_AUTO leaves a page as it is that has no navigation. */
void html_main(struct html_page *page, const struct html_survey *s, struct diag *diag, enum main_content how);

#endif
