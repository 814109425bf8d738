/*
 * What a receiver refuses, loses or changes, as lines of facts. A profile is
 * text, so that a newsroom writes one for its own receivers:
 *
 *     # a comment
 *     LEVEL VERB PATH [VALUE...] [when PATH] : what happens, as a sentence
 *
 * LEVEL   refused, lost or changed.
 * VERB    root VALUE...   the file's root element is none of these (no path)
 *         needs PATH      nothing stands there, or nothing with such a value
 *         every PATH      its parent is there and it is not, or has no such value
 *         only PATH       it is there, and has another value
 *         no PATH         it is there, or has such a value
 *         names PATH      an element there has another name
 *         one PATH        more than one is there: all but the first
 *         last PATH       more than one is there: all but the last
 *         inner PATH      elements within an element that has text in front of them
 *         front PATH      elements that have no text in front of their first child
 *         older PATH VALUE  the time there is more than so many hours ago
 * PATH    steps with "/" between them, from the item on, or, with "/" in front,
 *         from the root's children on. A step is a name, "**" for any number of
 *         elements, and last it may be "@name", an attribute. Behind a name may
 *         stand [@name=VALUE] or [@name!=VALUE]. Namespaces do not matter.
 * VALUE   what the attribute, or the text of the element, may be. In names and
 *         values "*" is any number of characters, "?" is one, and "|" stands
 *         between several.
 * when    the line is for items only in which an element stands at that path.
 */
#ifndef ITEM_PROFILE_H
#define ITEM_PROFILE_H

#include "base/arena.h"
#include "base/diag.h"

struct profile;

/* The profiles that are built in, out of the folder profiles/: {NULL, NULL} is the last. */
struct profile_text {
	const char *name, *text;
};

extern const struct profile_text profile_texts[];

/* The text is borrowed. A line that is none ends the program with STATUS_USAGE. */
const struct profile *profile_parse(struct arena *a, struct diag *diag, const char *name, struct str text);

#endif
