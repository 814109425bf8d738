/*
 * --media: images as files beside the output. A writer names them by
 * media_name(), and the filter hands the files themselves to the output.
 */
#ifndef DOC_MEDIA_H
#define DOC_MEDIA_H

#include "doc/doc.h"

/* "0f7c21f3a9b24c1e.png": by the content, so that equal images are one file. The image has bytes. */
struct str media_name(struct arena *a, const struct image *image);
/* Its address in an output that finds the folder under that path. */
struct str media_address(struct arena *a, const char *folder, const struct image *image);
/* The SHA-256 of the bytes in hexadecimal. */
struct str media_hash(struct arena *a, struct str bytes);

/* All images of a document that have bytes, in their order. Starts as {0}. */
struct media {
	struct walk walk;
	const struct run *run;
};
void media_begin(struct media *m, const struct doc *d);
const struct image *media_next(struct media *m); /* NULL: no more */

#endif
