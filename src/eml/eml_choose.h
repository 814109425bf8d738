/*
 * Which parts of a message are its text, which belong to that, and which are
 * attached.
 *
 *	multipart/alternative	the last one with HTML, unless its HTML is poor: has less than half
 *				of the letters that the plain text has; else the last one with text
 *	multipart/related	its root (RFC 2387); the others are for it, but for what is marked as an
 *				attachment, or has no name by which the root could call it
 *	multipart/signed	the first; the other is the signature
 *	any other, a message	all of it, in order
 *
 * Of these a part is text when it is text/html or text/plain and not marked as an
 * attachment, or an image that stands between such parts. What is attached within an
 * alternative that is not shown stays an attachment.
 */
#ifndef EML_EML_CHOOSE_H
#define EML_EML_CHOOSE_H

#include "eml/eml_mime.h"

/* Fills in what becomes of each part. */
void eml_choose(struct mime *m);

/* How many letters a text has, blanks not counted; of HTML outside its tags, scripts and styles. */
size_t letters_of_html(struct str html);
/* The text of HTML, about: a line ends at each tag that is not within one. For who looks for something in it. */
void lines_of_html(struct str html, struct buf *lines);
/* Of a plain text without quoted lines and the signature. */
size_t letters_of_text(struct str text);

#endif
