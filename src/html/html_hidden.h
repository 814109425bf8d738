/*
 * Addresses that a page hides from those who collect them. Cloudflare, which
 * stands in front of a good part of the web, puts "[email protected]" for each
 * mail address and the address itself into data-cfemail, or behind the "#" of
 * a link: hexadecimal bytes, each but the first combined with the first by an
 * exclusive or. A script shows them to people; here they are put back.
 */
#ifndef HTML_HTML_HIDDEN_H
#define HTML_HTML_HIDDEN_H

#include "html/html_parse.h"

/* The arena keeps what is put in. */
void html_show_addresses(struct html_page *page, struct arena *arena);

#endif
