/* The elements of a story that mean something. */
#ifndef DOCX_ELEMENT_H
#define DOCX_ELEMENT_H

#include "docx/docx_names.h"

struct docx_reading;

/* All others are transparent: what stands in them stands where they do. Text counts only where an element says so. */
struct docx_element {
	const char *name;
	enum docx_ns ns;
	void (*start)(struct docx_reading *r, const struct xml_element *e);
	void (*end)(struct docx_reading *r, const struct xml_element *e);
};

const struct docx_element *docx_element(const struct xml_element *e); /* or NULL */

#endif
