/*
 * The body of a document as HTML elements, read and written: what html and
 * nml share. HTML pages and the XHTML in NewsML-G2 hold the same elements, so
 * a document comes back from either as it went in.
 *
 *	block		element
 *	section		<section class=ROLE>, or <div class=ROLE> when it does not begin with a head;
 *			in a contact's, what is no head stands in <address>
 *	head		<h1> to <h6>; in HTML one that would leave out levels stands higher, with data-level
 *	para		<p>
 *	list		<ul>, or <ol type start data-label>; start but for 1, data-label but for "%.";
 *			in HTML data-type with it, since style sheets cannot tell type="a" from type="A"
 *	item		<li>; its first para without <p> when only lists follow it
 *	quote		<blockquote>, its paras <p>
 *	table		<table>: <caption>, <thead> for the first rows that are all header cells, <tbody>
 *	cell		<td>, <th scope>; colspan and rowspan but for 1; a single para without <p>;
 *			a header without content is <td>, outside <thead> with data-header
 *	figure		<figure>: <img>, <figcaption>
 *	deflist		<dl>, <dt>, <dd>
 *	pre, rule	<pre>, <hr>
 *	note		<div class="footnotes" role="doc-endnotes"><ol><li id="note-N">, with a backlink
 *
 * A leaf's role is its class. Runs are, from the outside in: <a href>,
 * <span class lang dir> (<time class=dateline datetime> for a dateline when the
 * document's date is known; a date-line's text stands in <time> too), <strong>,
 * <em>, <u>, <s>, <sub> or <sup>, <ruby>. Elements stay open over runs that
 * share them. When all of a leaf's texts have one language, it stands on the
 * leaf's element; dir="rtl" on the element is the leaf's. A break is <br>, an
 * image <img src alt width height>, math <math alttext> around its formula, or
 * <math><mtext>, in a span with its language, a reference to a note
 * <sup><a id="noteref-N" href="#note-N" role="doc-noteref">N</a></sup>.
 */
#ifndef MARKUP_XHTML_H
#define MARKUP_XHTML_H

#include "base/buf.h"
#include "doc/build.h"
#include "doc/doc.h"
#include "markup/mathml.h"

enum xhtml_syntax { XHTML_AS_HTML, XHTML_AS_XML };

struct xhtml_form {
	enum xhtml_syntax syntax;
	enum role without; /* sections that are left out, with the notes that only they refer to; ROLE_NONE: none */
	const char *media; /* the folder with the images, as the page sees it; NULL: they stand in it as data: */
	bool no_images;	   /* their alternative text stands for them */
};

/* The value of <ol type>, 0 for decimal numbers and bullets. */
char xhtml_list_type(enum list_format format);

/* Appends the document's blocks, each on a line of its own, without a body element around them. */
void xhtml_write(const struct doc *d, const struct xhtml_form *form, struct buf *out);

/*
 * Reading: a reader hands over elements and text in their order, as its parser
 * sees them; names are local and in lower case. What stands here for a body
 * element's content goes into the builder. Unknown elements are transparent;
 * script, style and the like are left out whole. Every class token that names
 * a role becomes that role. Foreign classes, alignment and so on become hints.
 * The common forms of notes (of pandoc, LibreOffice and Word) are known.
 */
struct xhtml_attribute {
	struct str name, value;
};

/* What a document does not have: each is counted, and said once. */
enum xhtml_look { XHTML_COLOUR, XHTML_FONT, XHTML_SIZE, XHTML_CENTRED, XHTML_PLACE, XHTML_TITLE, XHTML_LOOKS };

struct xhtml_reader {
	struct builder *b;
	struct str base_url; /* for relative addresses; may be empty, may change on the way */
	bool foreign;	     /* not written by us: tracking pixels and the like may be told from content */
	struct xhtml_frame *frames;
	size_t n, cap;
	unsigned skipping;	/* elements open in one that is left out, itself included; 0: none is */
	bool hiding;		/* it is not shown, and has had no text yet */
	bool lazy;		/* it is <noscript>, where an image may stand that the page lacks elsewhere */
	bool missing;		/* an image without a source was met last */
	struct str missing_alt; /* its alternative text */
	bool missing_silently;	/* which was given, and is empty */
	struct str source;	/* an address that <picture> offers for its <img> */
	unsigned breaks;	/* <br>s since the last thing that is not blank */
	unsigned capturing;	/* elements open in <math> or <rt>, itself included: text goes to `captured` */
	struct buf captured;
	bool in_math;		/* which is captured */
	struct str alternative; /* the text that its author gave for it */
	struct mathml formula;
	struct xhtml_base *ruby, *last_ruby;	/* texts of a <ruby> that wait for their reading */
	size_t looks[XHTML_LOOKS];
	size_t shown;		/* texts and images so far */
	struct xhtml_item *items, *last_item;	/* paras that are items of Word's lists */
};

void xhtml_begin(struct xhtml_reader *x, struct builder *b);
void xhtml_start(struct xhtml_reader *x, struct str name, const struct xhtml_attribute *attributes, size_t count);
void xhtml_text(struct xhtml_reader *x, struct str text);
void xhtml_end(struct xhtml_reader *x); /* the element that was started last */
void xhtml_finish(struct xhtml_reader *x);

/* An absolute address from one that may be relative to base (RFC 3986, section 5); as it is when base is empty. */
struct str url_resolve(struct arena *a, struct str base, struct str url);

#endif
