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
	{ "address", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "applet", ELEMENT_SPECIAL | ELEMENT_MARKER },
	{ "area", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "article", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "aside", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "audio", ELEMENT_UNSEEN },
	{ "b", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "base", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "basefont", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "bdi", ELEMENT_INLINE },
	{ "bdo", ELEMENT_INLINE },
	{ "bgsound", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "big", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "blockquote", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "body", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "br", ELEMENT_INLINE | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "button", ELEMENT_UNSEEN | ELEMENT_SPECIAL },
	{ "canvas", ELEMENT_UNSEEN },
	{ "caption", ELEMENT_SPECIAL | ELEMENT_MARKER | ELEMENT_TABLE_PART },
	{ "center", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "cite", ELEMENT_INLINE },
	{ "code", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "col", ELEMENT_EMPTY | ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "colgroup", ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "data", ELEMENT_INLINE },
	{ "datalist", ELEMENT_UNSEEN },
	{ "dd", ELEMENT_SPECIAL },
	{ "del", ELEMENT_INLINE },
	{ "details", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "dfn", ELEMENT_INLINE },
	{ "dir", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "div", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "dl", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "dt", ELEMENT_SPECIAL },
	{ "em", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "embed", ELEMENT_UNSEEN | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "fieldset", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "figcaption", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "figure", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "font", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "footer", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "form", ELEMENT_SPECIAL },
	{ "frame", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "frameset", ELEMENT_UNSEEN | ELEMENT_SPECIAL },
	{ "h1", ELEMENT_SPECIAL },
	{ "h2", ELEMENT_SPECIAL },
	{ "h3", ELEMENT_SPECIAL },
	{ "h4", ELEMENT_SPECIAL },
	{ "h5", ELEMENT_SPECIAL },
	{ "h6", ELEMENT_SPECIAL },
	{ "head", ELEMENT_UNSEEN | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "header", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "hgroup", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "hr", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "html", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "i", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "iframe", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "image", ELEMENT_EMPTY },
	{ "img", ELEMENT_INLINE | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "input", ELEMENT_UNSEEN | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "ins", ELEMENT_INLINE },
	{ "kbd", ELEMENT_INLINE },
	{ "keygen", ELEMENT_EMPTY },
	{ "label", ELEMENT_INLINE },
	{ "li", ELEMENT_SPECIAL },
	{ "link", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "listing", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "main", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "mark", ELEMENT_INLINE },
	{ "marquee", ELEMENT_SPECIAL | ELEMENT_MARKER },
	{ "math", ELEMENT_INLINE },
	{ "menu", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "meta", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "meter", ELEMENT_UNSEEN },
	{ "nav", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "nobr", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "noembed", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "noframes", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "noscript", ELEMENT_UNSEEN | ELEMENT_SPECIAL },
	{ "o:p", ELEMENT_INLINE },
	{ "object", ELEMENT_UNSEEN | ELEMENT_SPECIAL | ELEMENT_MARKER },
	{ "ol", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "p", ELEMENT_SPECIAL },
	{ "param", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "picture", ELEMENT_INLINE },
	{ "plaintext", ELEMENT_SPECIAL },
	{ "pre", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "progress", ELEMENT_UNSEEN },
	{ "q", ELEMENT_INLINE },
	{ "rb", ELEMENT_INLINE },
	{ "rp", ELEMENT_INLINE },
	{ "rt", ELEMENT_INLINE },
	{ "ruby", ELEMENT_INLINE },
	{ "s", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "samp", ELEMENT_INLINE },
	{ "script", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "section", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "select", ELEMENT_UNSEEN | ELEMENT_SPECIAL | ELEMENT_MARKER },
	{ "small", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "source", ELEMENT_INLINE | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "span", ELEMENT_INLINE },
	{ "st1:place", ELEMENT_INLINE },
	{ "strike", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "strong", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "style", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "sub", ELEMENT_INLINE },
	{ "summary", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "sup", ELEMENT_INLINE },
	{ "svg", ELEMENT_INLINE | ELEMENT_UNSEEN },
	{ "table", ELEMENT_SPECIAL | ELEMENT_TABLE },
	{ "tbody", ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "td", ELEMENT_SPECIAL | ELEMENT_MARKER | ELEMENT_TABLE_PART },
	{ "template", ELEMENT_UNSEEN | ELEMENT_SPECIAL | ELEMENT_MARKER },
	{ "textarea", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "tfoot", ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "th", ELEMENT_SPECIAL | ELEMENT_MARKER | ELEMENT_TABLE_PART },
	{ "thead", ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "time", ELEMENT_INLINE },
	{ "title", ELEMENT_UNSEEN | ELEMENT_RAW | ELEMENT_SPECIAL },
	{ "tr", ELEMENT_SPECIAL | ELEMENT_TABLE_PART },
	{ "track", ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "tt", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "u", ELEMENT_INLINE | ELEMENT_FORMATTING },
	{ "ul", ELEMENT_SPECIAL | ELEMENT_BLOCK },
	{ "var", ELEMENT_INLINE },
	{ "video", ELEMENT_UNSEEN },
	{ "wbr", ELEMENT_INLINE | ELEMENT_EMPTY | ELEMENT_SPECIAL },
	{ "xmp", ELEMENT_RAW | ELEMENT_SPECIAL },
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
