/* The text of an item as a reader sees it: paragraphs, headings, cells, one after the other. */
#ifndef ITEM_PASSAGE_H
#define ITEM_PASSAGE_H

#include "item/item.h"

enum passage_kind {
	PASSAGE_PARAGRAPH,
	PASSAGE_HEADING,
	PASSAGE_LINE /* of a list or a table, or one that is known not to be prose: a date, a byline */
};

struct passages {
	struct str *texts; /* each one line, none empty */
	enum passage_kind *kinds;
	size_t count, cap;
};

/* The item's body: the first inlineXML of its contentSet, else the first inlineData, or NULL. */
const struct element *passages_body(const struct element *item);
/* The passages of the body, without what stands in the head of a page. */
void passages_read(struct passages *p, struct item_file *f, const struct element *item);
void passages_drop(struct passages *p, size_t i);
void passages_free(struct passages *p);

#endif
