#include "html/html_style.h"

#include "markup/xhtml.h"

const char html_style[] =
	":root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #4a4a4a; --link: #0b4f9e; "
	"--line: #c9d1d9; --edge: #8fa0b0; --block: #f4f6f8; --alarm: #8c1d18; }\n"
	"@media (prefers-color-scheme: dark) {\n"
	":root { --paper: #15181c; --ink: #e8e8e6; --quiet: #b4bac1; --link: #8cbcff; "
	"--line: #3b434c; --edge: #5f6b78; --block: #20252b; --alarm: #ff9d92; }\n"
	"}\n"
	"body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, \"Times New Roman\", serif; }\n"
	"main { max-inline-size: 42rem; margin-inline: auto; padding: 2.5rem 1.25rem 4rem; "
	"overflow-wrap: break-word; }\n"
	"h1, h2, h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.25; margin-block: 2em .6em; "
	"text-wrap: balance; }\n"
	"h1 { font-size: 1.9rem; margin-block: 0 .6em; }\n"
	"h2 { font-size: 1.3rem; }\n"
	"h3, h4, h5, h6, [data-level] { font-size: 1.0625rem; }\n"
	"p, ul, ol, dl, pre, table, figure, blockquote { margin-block: 0 1.1em; }\n"
	"a { color: var(--link); text-underline-offset: .15em; overflow-wrap: anywhere; }\n"
	"blockquote { margin-inline: 0; padding-inline-start: 1.25rem; border-inline-start: .2rem solid var(--edge); }\n"
	".attribution { color: var(--quiet); }\n"
	"figure { margin-inline: 0; }\n"
	"img { max-inline-size: 100%; block-size: auto; }\n"
	"figcaption, caption { color: var(--quiet); font: .875rem/1.45 system-ui, sans-serif; text-align: start; "
	"padding-block: .4em; }\n"
	"table { border-collapse: collapse; max-inline-size: 100%; overflow-wrap: anywhere; "
	"font: .9375rem/1.45 system-ui, sans-serif; }\n"
	"th, td { border-block-end: 1px solid var(--line); padding: .45em .9em .45em 0; text-align: start; "
	"vertical-align: top; }\n"
	"thead th { border-block-end: 2px solid var(--edge); }\n"
	"td > :last-child, th > :last-child, li > :last-child { margin-block-end: 0; }\n"
	"pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .9em 1em; background: var(--block); "
	"font: .875rem/1.5 ui-monospace, monospace; }\n"
	"caption { overflow-wrap: normal; }\n"
	"dt { font-weight: bold; }\n"
	"dd { margin-inline-start: 1.5rem; }\n"
	"hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2em; }\n"
	"address { font-style: normal; }\n"
	"sub, sup { font-size: .75em; line-height: 0; }\n"
	".kicker, .label, .release-number, .release-line, .date-line, .embargo, .byline { color: var(--quiet); "
	"font: .9375rem/1.5 system-ui, sans-serif; margin-block-end: .6em; }\n"
	".embargo { color: var(--alarm); font-weight: bold; }\n"
	".subheadline { font: 1.2rem/1.4 system-ui, sans-serif; color: var(--quiet); }\n"
	".lead { font-size: 1.125rem; }\n"
	".end-mark { text-align: center; }\n"
	".contact, .boilerplate, .notes, .legal, .footnotes { margin-block-start: 2.5em; padding-block-start: 1.2em; "
	"border-block-start: 1px solid var(--line); font-size: .9375rem; }\n"
	":is(.contact, .boilerplate, .notes, .legal) > :first-child { margin-block-start: 0; }\n"
	"@media print {\n"
	"@page { margin: 2cm; }\n"
	":root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; --link: #000; --line: #999; "
	"--edge: #666; --block: #fff; --alarm: #000; }\n"
	"body { font-size: 11pt; }\n"
	"main { max-inline-size: none; padding: 0; }\n"
	"a { color: inherit; }\n"
	"p a[href^=\"http\"]::after { content: \" <\" attr(href) \">\"; font-size: .85em; }\n"
	"h1, h2, h3, h4, h5, h6 { break-after: avoid; }\n"
	"tr, figure, blockquote, pre, .contact { break-inside: avoid; }\n"
	"p, li { orphans: 3; widows: 3; }\n"
	"}\n";

/*
 * The label of a list's numbers, "(%)": how CSS draws it (CSS Counter Styles
 * Level 3). Lists of one format and label share a style.
 */
struct marker {
	enum list_format format;
	struct str label;
};

enum { MARKERS_MOST = 50 };

/* A string in CSS, of which nothing can end the string or the style element. */
static void
put_string(struct buf *out, struct str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c >= 0x80 || ascii_alpha(text.p[i]) || ascii_digit(text.p[i]) || c == '.' || c == ')' || c == '(')
			buf_char(out, text.p[i]);
		else
			buf_printf(out, "\\%x ", c);
	}
	buf_char(out, '"');
}

static void
put_marker(struct buf *out, const struct marker *m, size_t number)
{
	size_t at = str_find_char(m->label, '%');
	char type = xhtml_list_type(m->format);

	buf_printf(out, "@counter-style marker-%zu { system: extends %s; prefix: ", number, list_format_name(m->format));
	put_string(out, str_sub(m->label, 0, at));
	buf_puts(out, "; suffix: ");
	put_string(out, str_sub(m->label, at + 1, m->label.n));
	out->n--;
	buf_puts(out, " \"; }\nol[data-label=");
	put_string(out, m->label);
	if (type)
		buf_printf(out, "][data-type=\"%c\"] { list-style-type: marker-%zu; }\n", type, number);
	else
		buf_printf(out, "]:not([data-type]) { list-style-type: marker-%zu; }\n", number);
}

void
html_style_lists(const struct doc *d, struct buf *out)
{
	struct marker seen[MARKERS_MOST];
	size_t n = 0, i;

	for (struct walk w = { .root = d->root }; walk_next(&w);) {
		const struct block *b = w.at;

		if (w.leaving || b->type != BLOCK_LIST || b->list.format == LIST_BULLET || str_is(b->list.label, "%."))
			continue;
		for (i = 0; i < n; i++)
			if (seen[i].format == b->list.format && str_eq(seen[i].label, b->list.label))
				break;
		if (i < n || n == MARKERS_MOST)
			continue;
		seen[n] = (struct marker){ b->list.format, b->list.label };
		put_marker(out, &seen[n], n + 1);
		n++;
	}
}
