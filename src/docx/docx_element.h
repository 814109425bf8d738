/* The elements of a story that mean something. */
#ifndef DOCX_ELEMENT_H
#define DOCX_ELEMENT_H

#include "docx/docx_names.h"

struct docx_reading;

/*
 * All others are transparent: what stands in them stands where they do. Text
 * counts only where an element says so. NULL and NULL: known, so that it can
 * be asked for as a parent.
 */
struct docx_element {
	const char *name;
	enum docx_ns ns;
	void (*start)(struct docx_reading *r, const struct xml_element *e);
	void (*end)(struct docx_reading *r, const struct xml_element *e);
};

/* Sorted by name. */
struct docx_elements {
	const struct docx_element *v;
	size_t n;
};

extern const struct docx_elements docx_block_elements, docx_inline_elements, docx_drawing_elements, docx_math_elements,
	docx_look_elements, docx_form_elements;

#endif
