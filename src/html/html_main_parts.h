/*
 * What the parts of --main share. A pass forwards over the nodes says what
 * each is, one backwards sums up what is in it.
 *
 *	html_main_name.c     what an element's name, role and classes say
 *	html_main_words.c    what the short texts of a page's machinery are
 *	html_main_measure.c  how much text, and of which sort, is in it
 *	html_main_cut.c      what is cut wherever it stands
 *	html_main_box.c      teasers, offers and authors in the release
 *	html_main_repeat.c   what is said twice, by pictures too
 *	html_main.c          where the release stands, and what belongs to it
 */
#ifndef HTML_HTML_MAIN_PARTS_H
#define HTML_HTML_MAIN_PARTS_H

#include "html/html_main.h"

enum {
	PART_DEAD = 1,	   /* shows no text: script, hidden, form controls */
	PART_LINK = 2,	   /* in a link that leads elsewhere */
	PART_BLOCK = 4,	   /* begins a line */
	PART_CUT = 8,	   /* by its name, or in one that is */
	PART_CONTACT = 16, /* holds an e-mail address or a telephone number */
	PART_KEPT = 32,	   /* belongs to the release */
	PART_HOLDS = 64,   /* something in it is kept */
	PART_DATE = 128,   /* a short line with a date */
};

/* What is known of a node. */
struct part {
	unsigned flags;
	uint32_t block;	  /* the nearest element around it that begins a line, or itself */
	uint32_t letters; /* characters but blanks; a wide one, of which a word has fewer, counts three */
	uint32_t linked;  /* those in links */
	uint32_t links;
	/* Of the text that stands in this block but in no block in it. */
	uint32_t own, own_linked, own_stops; /* stops: sentence marks */
	int32_t prose; /* letters of running text in it */
	int32_t value; /* prose less what speaks against it: where it is greatest, the release stands */
	int32_t group; /* prose that stands side by side right in it */
	const char *why; /* it is cut: "navigation" */
};

struct main_page {
	const struct html_survey *survey;
	struct html_page *page;
	struct part *parts; /* one for each node */
	struct arena *arena;
	uint32_t body, root, headline; /* places; 0: none */
};

/* html_main_name.c */
bool is_heading(struct str name);
bool shows_nothing(const struct html_node *node);
/* Why the element is no part of a release by its name, role or classes, or NULL; *strong: whatever is in it. */
const char *name_speaks_against(const struct html_node *node, bool *strong);
bool name_speaks_for(const struct html_node *node); /* an article, a main part */
bool name_says_contact(const struct html_node *node);
bool name_says_person(const struct html_node *node); /* the box of somebody who may be asked */
bool name_says_author(const struct html_node *node);
bool name_says_caption(const struct html_node *node);

/* html_main_words.c: of texts as main_text() gives them. */
/* A short text that is a part of a page's machinery, or begins one: "Print", "Read also:". */
bool is_machinery(struct str text);
bool is_invitation(struct str text); /* what asks the reader for something, and may be longer: "Subscribe to our" */
bool leads_on(struct str text);	     /* of a link: "Read more" */
bool is_pointer(struct str text);    /* a bracket that only leads on: "[read more]" */
bool is_offer(struct str text);	     /* of a link: "Subscribe now" */
bool forbids_use(struct str text);   /* "This document is subject to copyright" */
bool says_where_filed(struct str text); /* "This entry was posted in" */
bool says_whose_site(struct str text);  /* "© Somebody 2019", as what stands at the foot of every page does */
bool ends_in_duration(struct str text); /* of a film: "0:21 min" */
bool begins_related(struct str text);
bool mentions_contact(struct str text);

/* html_main_measure.c */
void main_measure(struct main_page *m);
void main_sum(struct main_page *m); /* again, without what is cut */
/* The text in a node as a line, up to `most` bytes. */
struct str main_text(const struct main_page *m, uint32_t node, size_t most);
/* Letters and digits only: pages join a title's parts by all sorts of marks. */
struct str main_bare(const struct main_page *m, struct str text);
bool is_file_name(struct str address); /* of a document or a picture */

/* html_main_cut.c */
void cut_by_name(struct main_page *m, bool only_strong);
void cut_lists_of_links(struct main_page *m);
void cut_machinery(struct main_page *m);
bool is_date_line(const struct main_page *m, uint32_t i); /* a few words with a date, right below the headline */
bool is_kept(const struct main_page *m, uint32_t i); /* an element of the release, as far as it is not cut */

/* html_main_box.c */
void cut_boxes(struct main_page *m);

/* html_main_repeat.c */
void cut_repeated(struct main_page *m);
void clean_pictures(struct main_page *m, struct diag *diag); /* takes away small ones, and texts that repeat others */

/* Marks a node and all in it, unless it is cut already. */
void cut_node(struct main_page *m, uint32_t node, const char *why);

#endif
