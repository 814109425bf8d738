/*
 * How much of anything an input may hold. What is beyond ends the program with
 * STATUS_DATA and names the limit, or, where that is said here, is dropped as a
 * loss. Real: the most that was seen in 472 Word files gathered from the tests of
 * other readers. Every limit is far above what real files need and far below
 * what harms. Some can be set by an option, which is named.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
	/* The whole input; --limit-input. */
	LIMIT_INPUT = 256 * 1024 * 1024,

	/*
	 * Time of the processor that reading, recognising and writing take;
	 * --limit-time. The largest input that is allowed takes half of it on
	 * a slow machine.
	 */
	LIMIT_SECONDS = 300,

	/*
	 * ZIP archives. Deflate reaches a ratio of 1032, overlapping entries any.
	 * Of all parts that are read, so many bytes, and so many for each byte of
	 * the archive; --limit-inflated. A text takes up to six times its bytes of
	 * memory, so a small archive stays below 128 MB.
	 */
	LIMIT_ZIP_ENTRIES = 10000,		/* real: 47 */
	LIMIT_ZIP_INFLATED = 20 * 1024 * 1024, /* real: 15.3 MB */
	LIMIT_ZIP_INFLATED_RATIO = 64,		/* real: 38; 20,000 paragraphs that are alike: 46 */

	/* Archives, mailboxes and web archives: one by one what ZIP archives have above, but of many documents. */
	LIMIT_CONTAINER_ENTRIES = 1000 * 1000,
	LIMIT_CONTAINER_MEMBER = 256 * 1024 * 1024, /* bytes of one member, as of any input */
	LIMIT_CONTAINER_RATIO = 200,		    /* of all members to the container, beyond LIMIT_CONTAINER_RATIO_FROM */
	LIMIT_CONTAINER_RATIO_FROM = 16 * 1024 * 1024,

	/* Files that options name. They come from the user: a greater one is a mistake. */
	LIMIT_OPTION_FILE = 1024 * 1024, /* defaults, a table of words, a style sheet, a receiver's profile */
	LIMIT_TEMPLATE = 64 * 1024 * 1024,
	LIMIT_TOPICS = 64 * 1024 * 1024, /* a vocabulary; real: 2 MB, the media topics of the IPTC */

	/* XML. The parser is quadratic in the attributes of one element. */
	LIMIT_XML_DEPTH = 256,		     /* elements in each other; real: 45 */
	LIMIT_XML_ATTRIBUTES = 1000,	     /* of one element; real: 36 */
	LIMIT_XML_TAG = 1024 * 1024,	     /* bytes of a start tag's values, but src; real: 54,879 */
	LIMIT_XML_SRC = 10 * 1000 * 1000,    /* bytes of an attribute named src: a data: image; the parser's own limit */
	LIMIT_XML_ELEMENTS = 10 * 1000 * 1000, /* of one part; real: 370,315 */

	/* HTML. The parser is quadratic in both; that many take 0.04 s. */
	LIMIT_HTML_DEPTH = 5000,
	LIMIT_HTML_ATTRIBUTES = 1000,
	/* For each tag it may look through all elements that are open: that many in all, and for each byte; a second or so. */
	LIMIT_HTML_OPEN = 100 * 1000 * 1000,
	LIMIT_HTML_OPEN_RATIO = 20,
	LIMIT_JSON_LD = 1024 * 1024, /* bytes of all scripts of a page that are read; an empty object takes 70 for each of its own */
	/*
	 * Bytes of the parser's tree: so many, and so many for each byte of the page. A page of nothing but short
	 * tags takes up to 90 of its own, and misnested formatting multiplies that without end. --limit-blocks
	 * allows so many for each block instead.
	 */
	LIMIT_HTML_TREE = 44 * 1024 * 1024,
	LIMIT_HTML_TREE_RATIO = 10,
	LIMIT_HTML_TREE_BLOCK = 500,

	/*
	 * The document. A block or a run takes about 130 bytes with all that is
	 * made of it, and the input may need no more than two for one: so many,
	 * and one for so many bytes of the input; --limit-blocks. Real text has
	 * one in a hundred bytes and more.
	 */
	LIMIT_BLOCKS = 400 * 1000,
	LIMIT_BLOCKS_BYTES = 50,
	LIMIT_COLUMNS = 1000,	    /* of a table, as in HTML (4.9.11); cells beyond are lost */
	LIMIT_PIXELS = 65535,	    /* of an image in one direction; a greater one has no size */
	LIMIT_META_VALUES = 1000,   /* of one key: each is compared with all before; those beyond are lost */
	LIMIT_LOSSES_LISTED = 10000 /* in the report; all are counted */
};

/* Bytes of all members of a container; more than an int. */
#define LIMIT_CONTAINER_TOTAL (16ull * 1024 * 1024 * 1024)

#endif
