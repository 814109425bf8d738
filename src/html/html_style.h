/* The style sheet of a written page: a calm page to read, and to print. It names no font and no file. */
#ifndef HTML_HTML_STYLE_H
#define HTML_HTML_STYLE_H

extern const char html_style[];

#endif
