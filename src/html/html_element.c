#include "html/html_element.h"

#include <string.h>

enum { NAME_MOST = 16 };

/* In the order of their names. */
static const struct {
	char name[NAME_MOST];
	unsigned bits;
} elements[] = {
	{ "a", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "abbr", ELEMENT_INLINE },
	{ "acronym", ELEMENT_INLINE },
	{ "area", ELEMENT_SHALLOW },
	{ "audio", ELEMENT_UNSEEN },
	{ "b", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "base", ELEMENT_SHALLOW },
	{ "basefont", ELEMENT_SHALLOW },
	{ "bdi", ELEMENT_INLINE },
	{ "bdo", ELEMENT_INLINE },
	{ "bgsound", ELEMENT_SHALLOW },
	{ "big", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "body", ELEMENT_SHALLOW },
	{ "br", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "button", ELEMENT_UNSEEN },
	{ "canvas", ELEMENT_UNSEEN },
	{ "caption", ELEMENT_SHALLOW },
	{ "cite", ELEMENT_INLINE },
	{ "code", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "col", ELEMENT_SHALLOW },
	{ "colgroup", ELEMENT_SHALLOW },
	{ "data", ELEMENT_INLINE },
	{ "datalist", ELEMENT_UNSEEN },
	{ "dd", ELEMENT_SHALLOW },
	{ "del", ELEMENT_INLINE },
	{ "dfn", ELEMENT_INLINE },
	{ "dt", ELEMENT_SHALLOW },
	{ "em", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "embed", ELEMENT_UNSEEN | ELEMENT_SHALLOW },
	{ "font", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "frame", ELEMENT_SHALLOW },
	{ "frameset", ELEMENT_UNSEEN },
	{ "head", ELEMENT_UNSEEN | ELEMENT_SHALLOW },
	{ "hr", ELEMENT_SHALLOW },
	{ "html", ELEMENT_SHALLOW },
	{ "i", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "iframe", ELEMENT_UNSEEN | ELEMENT_RAW },
	{ "image", ELEMENT_SHALLOW },
	{ "img", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "input", ELEMENT_UNSEEN | ELEMENT_SHALLOW },
	{ "ins", ELEMENT_INLINE },
	{ "kbd", ELEMENT_INLINE },
	{ "keygen", ELEMENT_SHALLOW },
	{ "label", ELEMENT_INLINE },
	{ "li", ELEMENT_SHALLOW },
	{ "link", ELEMENT_SHALLOW },
	{ "mark", ELEMENT_INLINE },
	{ "math", ELEMENT_INLINE },
	{ "meta", ELEMENT_SHALLOW },
	{ "meter", ELEMENT_UNSEEN },
	{ "nobr", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "noembed", ELEMENT_UNSEEN | ELEMENT_RAW },
	{ "noframes", ELEMENT_UNSEEN | ELEMENT_RAW },
	{ "noscript", ELEMENT_UNSEEN },
	{ "o:p", ELEMENT_INLINE },
	{ "object", ELEMENT_UNSEEN },
	{ "optgroup", ELEMENT_SHALLOW },
	{ "option", ELEMENT_SHALLOW },
	{ "p", ELEMENT_SHALLOW },
	{ "param", ELEMENT_SHALLOW },
	{ "picture", ELEMENT_INLINE },
	{ "progress", ELEMENT_UNSEEN },
	{ "q", ELEMENT_INLINE },
	{ "rb", ELEMENT_INLINE },
	{ "rp", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "rt", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "ruby", ELEMENT_INLINE },
	{ "s", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "samp", ELEMENT_INLINE },
	{ "script", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SHALLOW },
	{ "select", ELEMENT_UNSEEN },
	{ "small", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "source", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "span", ELEMENT_INLINE },
	{ "st1:place", ELEMENT_INLINE },
	{ "strike", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "strong", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "style", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SHALLOW },
	{ "sub", ELEMENT_INLINE },
	{ "sup", ELEMENT_INLINE },
	{ "svg", ELEMENT_INLINE | ELEMENT_UNSEEN },
	{ "tbody", ELEMENT_SHALLOW },
	{ "td", ELEMENT_SHALLOW },
	{ "template", ELEMENT_UNSEEN },
	{ "textarea", ELEMENT_UNSEEN | ELEMENT_RAW },
	{ "tfoot", ELEMENT_SHALLOW },
	{ "th", ELEMENT_SHALLOW },
	{ "thead", ELEMENT_SHALLOW },
	{ "time", ELEMENT_INLINE },
	{ "title", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SHALLOW },
	{ "tr", ELEMENT_SHALLOW },
	{ "track", ELEMENT_SHALLOW },
	{ "tt", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "u", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "var", ELEMENT_INLINE },
	{ "video", ELEMENT_UNSEEN },
	{ "wbr", ELEMENT_INLINE | ELEMENT_SHALLOW },
	{ "xmp", ELEMENT_RAW },
};

unsigned
html_element(struct str name)
{
	size_t low = 0, high = sizeof(elements) / sizeof(elements[0]);
	char folded[NAME_MOST] = { 0 };

	if (name.n >= NAME_MOST)
		return 0;
	for (size_t i = 0; i < name.n; i++)
		folded[i] = ascii_lower(name.p[i]);
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(folded, elements[middle].name);

		if (order == 0)
			return elements[middle].bits;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}
