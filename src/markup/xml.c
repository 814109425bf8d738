#include "markup/xml.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlmemory.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"

enum {
	FEED = 64 * 1024,
	HEAD = 256,	  /* bytes in which a declaration's encoding stands */
	NAMESPACES = 512, /* declarations in scope: the parser searches them one by one */
};

/* The bytes of a character: ASCII is found in each of them without decoding. */
enum width { WIDTH_ONE, WIDTH_UTF16LE, WIDTH_UTF16BE };

enum scan_state {
	SCAN_TEXT,
	SCAN_OPEN, /* behind "<" */
	SCAN_TAG,
	SCAN_VALUE,
	SCAN_BANG,	/* behind "<!" */
	SCAN_BANG_DASH, /* behind "<!-" */
	SCAN_COMMENT,
	SCAN_CDATA,
	SCAN_INSTRUCTION
};

/*
 * Counts the attributes of each tag before the parser sees them: it compares
 * each with all others, so 100,000 in a tag would cost it many seconds.
 */
struct scan {
	enum width width;
	bool odd;     /* one byte of a UTF-16 unit has come */
	char half;    /* that byte */
	enum scan_state state;
	char quote;
	unsigned tail; /* the last three characters of a comment and the like */
	size_t attributes;
};

struct xml {
	struct diag *diag;
	const char *part;
	const struct xml_handler *handler;
	void *context;
	xmlParserCtxtPtr parser;
	bool utf8, started, in_start_tag, warned;
	struct buf head; /* what came before `started` */
	struct scan scan;
	size_t elements, depth, namespaces;
	size_t namespaces_at[LIMIT_XML_DEPTH]; /* declared by the element of that depth */
	struct xml_attribute *attributes;
	size_t attributes_cap;
	const char **declared;
	size_t declared_cap;
	struct buf values; /* of attributes that hold a "&" */
};

/* SCAN */

/* The character that a byte completes: itself, 0 for half of one, and DEL for any that is not ASCII. */
static char
scan_character(struct scan *s, char c)
{
	char low, high;

	if (s->width == WIDTH_ONE)
		return c;
	s->odd = !s->odd;
	if (s->odd) {
		s->half = c;
		return 0;
	}
	low = s->width == WIDTH_UTF16LE ? s->half : c;
	high = s->width == WIDTH_UTF16LE ? c : s->half;
	return high == 0 ? low : 0x7F;
}

static enum scan_state
scan_behind_open(struct scan *s, char c)
{
	s->attributes = 0;
	s->tail = 0;
	switch (c) {
	case '!':
		return SCAN_BANG;
	case '?':
		return SCAN_INSTRUCTION;
	case '>':
		return SCAN_TEXT;
	default:
		return SCAN_TAG;
	}
}

static enum scan_state
scan_in_tag(struct scan *s, char c)
{
	if (c == '>')
		return SCAN_TEXT;
	if (c == '"' || c == '\'') {
		s->quote = c;
		return SCAN_VALUE;
	}
	if (c == '=')
		s->attributes++;
	return SCAN_TAG;
}

/* Stays in a state until its three (or two) last characters have come. */
static enum scan_state
scan_until(struct scan *s, char c, unsigned mask, unsigned end)
{
	s->tail = (s->tail << 8 | (unsigned char)c) & mask;
	return s->tail == end ? SCAN_TEXT : s->state;
}

static enum scan_state
scan_next(struct scan *s, char c)
{
	switch (s->state) {
	case SCAN_OPEN:
		return scan_behind_open(s, c);
	case SCAN_TAG:
		return c == '<' ? SCAN_OPEN : scan_in_tag(s, c);
	case SCAN_VALUE:
		return c == '<' ? SCAN_OPEN : c == s->quote ? SCAN_TAG : SCAN_VALUE;
	case SCAN_BANG:
		return c == '-' ? SCAN_BANG_DASH : c == '[' ? SCAN_CDATA : SCAN_TAG;
	case SCAN_BANG_DASH:
		return c == '-' ? SCAN_COMMENT : SCAN_TAG;
	case SCAN_COMMENT:
		return scan_until(s, c, 0xFFFFFF, 0x2D2D3E); /* --> */
	case SCAN_CDATA:
		return scan_until(s, c, 0xFFFFFF, 0x5D5D3E); /* ]]> */
	case SCAN_INSTRUCTION:
		return scan_until(s, c, 0xFFFF, 0x3F3E); /* ?> */
	default:
		return c == '<' ? SCAN_OPEN : SCAN_TEXT;
	}
}

/*
 * No element holds a "<" but at its begin, so one with less than that up to
 * the next "<" has no attribute too many (a=""), and need not be looked at.
 */
enum { SHORT_TAG = 5 * LIMIT_XML_ATTRIBUTES };

/* At a "<" outside any markup: how far the next one is, or 0 when this one needs a closer look. */
static size_t
scan_short_tag(struct str at)
{
	const char *next;

	if (at.n < 2 || at.p[1] == '!' || at.p[1] == '?')
		return 0;
	next = memchr(at.p + 1, '<', at.n - 1);
	return next ? (size_t)(next - at.p) : 0;
}

/* The same over all tags that begin within the bytes of one: how far the last of them is. */
static size_t
scan_short_tags(struct str at)
{
	size_t last;

	at = str_sub(at, 0, SHORT_TAG);
	last = at.n;
	/* One of them may be a comment or the like, in which a "<" begins nothing. */
	if (str_find_char(at, '!') != STR_NPOS || str_find_char(at, '?') != STR_NPOS)
		return scan_short_tag(at);
	do
		last--;
	while (last > 0 && at.p[last] != '<');
	return last;
}

/* Gives how many bytes may be parsed: all, or those up to one attribute too many. */
static size_t
scan_bytes(struct scan *s, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		char c;

		if (s->state == SCAN_TEXT && s->width == WIDTH_ONE) {
			const char *open = memchr(bytes.p + i, '<', bytes.n - i);
			size_t skip;

			if (!open)
				break;
			i = (size_t)(open - bytes.p);
			while ((skip = scan_short_tags(str_sub(bytes, i, bytes.n))) > 0)
				i += skip;
		}
		c = scan_character(s, bytes.p[i]);
		if (c == 0)
			continue;
		s->state = scan_next(s, c);
		if (s->attributes > LIMIT_XML_ATTRIBUTES)
			return i;
	}
	return bytes.n;
}

/* HANDLERS */

static void
on_doctype(void *user, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct xml *x = user;

	(void)name, (void)public_id, (void)system_id;
	fail(x->diag, STATUS_DATA, xml_place(x), "the document type declaration is not allowed");
}

/* A prefix that nobody declares is well-formed XML; what bears it has no namespace then. */
static void
warn_once(struct xml *x)
{
	if (!x->warned)
		warn(x->diag, xml_place(x), "W-prefix", "a namespace prefix is not declared");
	x->warned = true;
}

static struct str
error_line(const struct xml *x, const xmlError *error)
{
	struct str message = str_of(error->message), line = STR_NONE;

	if (error->code == XML_ERR_DOCUMENT_END && x->depth > 0)
		return STR("cut off, with elements still open"); /* the parser would speak of extra content */
	str_next(&message, '\n', &line);
	return str_trim(line);
}

static void
on_error(void *user, xmlErrorPtr error)
{
	struct xml *x = user;
	struct place place = { .part = x->part };

	if (error->level == XML_ERR_WARNING)
		return;
	if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE) {
		warn_once(x);
		return;
	}
	if (error->line > 0)
		place.number = (size_t)error->line;
	if (error->int2 > 0)
		place.column = (size_t)error->int2;
	fail(x->diag, STATUS_DATA, place, "not well-formed XML: %.*s", STR_FMT(error_line(x, error)));
}

static void
on_text(void *user, const xmlChar *text, int n)
{
	struct xml *x = user;

	if (n > 0 && x->handler->text)
		x->handler->text(x->context, (struct str){ (const char *)text, (size_t)n });
}

static void
check_limits(struct xml *x, size_t attributes, size_t namespaces)
{
	if (++x->elements > LIMIT_XML_ELEMENTS)
		fail(x->diag, STATUS_DATA, xml_place(x), "more than %d elements", LIMIT_XML_ELEMENTS);
	if (x->depth >= LIMIT_XML_DEPTH)
		fail(x->diag, STATUS_DATA, xml_place(x), "elements are nested more than %d deep", LIMIT_XML_DEPTH);
	if (attributes + namespaces > LIMIT_XML_ATTRIBUTES)
		fail(x->diag, STATUS_DATA, xml_place(x), "an element has more than %d attributes", LIMIT_XML_ATTRIBUTES);
	if (x->namespaces + namespaces > NAMESPACES)
		fail(x->diag, STATUS_DATA, xml_place(x), "more than %d namespaces are declared at once", NAMESPACES);
	x->namespaces += namespaces;
	x->namespaces_at[x->depth++] = namespaces;
}

static const char *
string(const xmlChar *s)
{
	return s ? (const char *)s : "";
}

/*
 * Without entities to replace, the parser leaves each "&" of a value as
 * "&#38;" (for a tree that would be parsed once more). x->values has room.
 */
static struct str
decode_value(struct xml *x, struct str value)
{
	static const struct str mark = { "&#38;", 5 };
	size_t start = x->values.n, at;

	if (str_find_char(value, '&') == STR_NPOS)
		return value;
	while ((at = str_find(value, mark)) != STR_NPOS) {
		buf_add(&x->values, str_sub(value, 0, at + 1));
		value = str_sub(value, at + mark.n, value.n);
	}
	buf_add(&x->values, value);
	return str_sub(buf_str(&x->values), start, x->values.n);
}

static void
check_bytes(const struct xml *x, size_t attributes)
{
	size_t bytes = 0;

	for (size_t i = 0; i < attributes; i++) {
		const struct xml_attribute *a = &x->attributes[i];

		if (strcmp(a->name, "src") != 0)
			bytes += a->value.n;
		else if (a->value.n > LIMIT_XML_SRC)
			fail(x->diag, STATUS_DATA, xml_place(x), "an image of more than %d bytes", LIMIT_XML_SRC);
	}
	if (bytes > LIMIT_XML_TAG)
		fail(x->diag, STATUS_DATA, xml_place(x), "the attributes of an element have more than %d bytes", LIMIT_XML_TAG);
}

static void
decode_values(struct xml *x, size_t n, size_t bytes)
{
	buf_clear(&x->values);
	buf_room(&x->values, bytes); /* so that it does not move under what is borrowed from it */
	for (size_t i = 0; i < n; i++)
		x->attributes[i].value = decode_value(x, x->attributes[i].value);
}

/*
 * An attribute is five pointers: local name, prefix, namespace, and its value's
 * begin and end. A value that the parser has changed stands outside its input.
 */
static void
take_attributes(struct xml *x, size_t n, const xmlChar **raw)
{
	const xmlChar *input = x->parser->input->base, *end = x->parser->input->end;
	bool changed = false;
	size_t all = 0;

	if (n > x->attributes_cap) {
		x->attributes_cap = n;
		x->attributes = mem_grow(x->attributes, n * sizeof(*x->attributes));
	}
	for (size_t i = 0; i < n; i++, raw += 5) {
		struct str value = { (const char *)raw[3], (size_t)(raw[4] - raw[3]) };

		x->attributes[i] = (struct xml_attribute){ string(raw[2]), (const char *)raw[0], value };
		changed = changed || raw[3] < input || raw[3] >= end;
		all += value.n;
	}
	if (changed)
		decode_values(x, n, all);
	if (all > LIMIT_XML_TAG)
		check_bytes(x, n);
}

static void
take_declarations(struct xml *x, size_t n, const xmlChar **raw)
{
	if (n > x->declared_cap) {
		x->declared_cap = n;
		x->declared = mem_grow(x->declared, 2 * n * sizeof(*x->declared));
	}
	for (size_t i = 0; i < 2 * n; i++)
		x->declared[i] = string(raw[i]);
}

static void
on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns, int namespace_count,
	const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
	struct xml *x = user;
	struct xml_element e = { .ns = string(ns), .name = string(name) };

	(void)prefix, (void)defaulted;
	check_limits(x, (size_t)attribute_count, (size_t)namespace_count);
	take_attributes(x, (size_t)attribute_count, attributes);
	take_declarations(x, (size_t)namespace_count, namespaces);
	e.attributes = x->attributes;
	e.attribute_count = (size_t)attribute_count;
	e.declared = x->declared;
	e.declared_count = (size_t)namespace_count;
	x->in_start_tag = true;
	if (x->handler->start)
		x->handler->start(x->context, &e);
	x->in_start_tag = false;
}

static void
on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
	struct xml *x = user;
	struct xml_element e = { .ns = string(ns), .name = string(name) };

	(void)prefix;
	if (x->handler->end)
		x->handler->end(x->context, &e);
	x->namespaces -= x->namespaces_at[--x->depth];
}

/* No handler loads, declares or looks up anything: what is not here does not happen. */
static const xmlSAXHandler handlers = {
	.initialized = XML_SAX2_MAGIC,
	.internalSubset = on_doctype,
	.startElementNs = on_start,
	.endElementNs = on_end,
	.characters = on_text,
	.ignorableWhitespace = on_text,
	.cdataBlock = on_text,
	.serror = on_error,
};

/* PARSING */

static char *
mem_strdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_alloc(n), s, n);
}

/*
 * The allocator ends the program when memory runs out, for the parser would
 * go on without the text that did not fit. These are the library's settings
 * for the whole process; to say them again changes nothing.
 */
static void
library_setup(void)
{
	LIBXML_TEST_VERSION
	xmlMemSetup(free, mem_alloc, mem_grow, mem_strdup);
	xmlInitParser();
	xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
}

struct xml *
xml_begin(struct diag *diag, const char *part, bool utf8, const struct xml_handler *handler, void *context)
{
	struct xml *x = mem_alloc(sizeof(*x));
	xmlSAXHandler sax = handlers;

	library_setup();
	*x = (struct xml){ .diag = diag, .part = part, .utf8 = utf8, .handler = handler, .context = context };
	x->parser = xmlCreatePushParserCtxt(&sax, x, NULL, 0, NULL);
	if (!x->parser)
		fail(diag, STATUS_NO_MEMORY, (struct place){ .part = part }, "no memory for the XML parser");
	/* Which encoding it is has been decided here; a declaration that says otherwise must not open a converter. */
	xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	return x;
}

/* An undeclared prefix has been warned of; every other error has ended the program already, or does so now. */
static bool
is_fatal(int error)
{
	return error != XML_ERR_OK && error != XML_NS_ERR_UNDEFINED_NAMESPACE;
}

static void
parse_chunk(struct xml *x, struct str bytes, bool last)
{
	int rc = xmlParseChunk(x->parser, bytes.n ? bytes.p : "", (int)bytes.n, last);

	if (is_fatal(rc) || is_fatal(x->parser->errNo) || !x->parser->wellFormed)
		fail(x->diag, STATUS_DATA, xml_place(x), "not well-formed XML (error %d)", rc);
}

static void
parse_bytes(struct xml *x, struct str bytes)
{
	while (bytes.n > 0) {
		struct str part = str_sub(bytes, 0, FEED);
		size_t good = scan_bytes(&x->scan, part);

		parse_chunk(x, str_sub(part, 0, good), false);
		if (good < part.n)
			fail(x->diag, STATUS_DATA, xml_place(x), "an element has more than %d attributes", LIMIT_XML_ATTRIBUTES);
		bytes = str_sub(bytes, part.n, bytes.n);
	}
}

/* XML 1.0, appendix F: by the mark, or by the first two characters, which are "<?" when there is none. */
static enum width
width_of(struct str head)
{
	if (str_starts(head, STR("\xFF\xFE")) || str_starts(head, STR("<\0?\0")))
		return WIDTH_UTF16LE;
	if (str_starts(head, STR("\xFE\xFF")) || str_starts(head, STR("\0<\0?")))
		return WIDTH_UTF16BE;
	return WIDTH_ONE;
}

static void
check_encoding(const struct xml *x, struct str head)
{
	static const char *const ours[] = { "UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16" };
	struct str name = xml_declared_encoding(head);
	struct place start = { .part = x->part, .number = 1, .column = 1 };

	if (str_trim(head).n == 0)
		fail(x->diag, STATUS_DATA, start, "not XML: empty");
	if (head.p[0] != '<' && head.p[0] != '\xEF' && !ascii_blank(head.p[0]))
		fail(x->diag, STATUS_DATA, start, "not XML: it does not begin with \"<\"");
	if (memchr(head.p, 0, head.n))
		fail(x->diag, STATUS_DATA, start, "not XML: a NUL character");
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (name.n == 0 || x->utf8 || str_is_nocase(name, ours[i]))
			return;
	fail(x->diag, STATUS_DATA, start, "XML in the encoding \"%.*s\" (only UTF-8 and UTF-16 may stand here)", STR_FMT(name));
}

static void
start_parsing(struct xml *x)
{
	struct str head = buf_str(&x->head);

	x->started = true;
	x->scan.width = x->utf8 ? WIDTH_ONE : width_of(head);
	if (x->scan.width == WIDTH_ONE)
		check_encoding(x, head);
	parse_bytes(x, head);
}

void
xml_feed(struct xml *x, struct str bytes)
{
	if (!x->started) {
		struct str first = str_sub(bytes, 0, HEAD - x->head.n);

		buf_add(&x->head, first);
		bytes = str_sub(bytes, first.n, bytes.n);
		if (x->head.n == HEAD)
			start_parsing(x);
	}
	parse_bytes(x, bytes);
}

void
xml_end(struct xml *x)
{
	if (!x->started)
		start_parsing(x);
	parse_chunk(x, STR(""), true);
	xmlFreeParserCtxt(x->parser);
	buf_free(&x->head);
	buf_free(&x->values);
	free(x->attributes);
	free(x->declared);
	free(x);
}

struct place
xml_place(const struct xml *x)
{
	struct place place = { .part = x->part };
	const xmlParserInput *input = x->parser->input;

	if (input && input->line > 0) {
		place.number = (size_t)input->line;
		place.column = input->col > 0 ? (size_t)input->col : 1;
	}
	return place;
}

size_t
xml_offset(const struct xml *x)
{
	long consumed = xmlByteConsumed(x->parser);
	size_t offset = consumed > 0 ? (size_t)consumed : 0;

	/* A start tag is handed over when the parser has come to its ">" or "/>". */
	if (x->in_start_tag)
		offset += (*x->parser->input->cur == '/' ? 2u : 1u) * (x->scan.width == WIDTH_ONE ? 1u : 2u);
	return offset;
}

void
xml_parse(struct diag *diag, const char *part, bool utf8, struct str bytes, const struct xml_handler *handler, void *context)
{
	struct xml *x = xml_begin(diag, part, utf8, handler, context);

	xml_feed(x, bytes);
	xml_end(x);
}

/* LOOKING AT ELEMENTS */

struct str
xml_attribute(const struct xml_element *e, const char *ns, const char *name)
{
	for (size_t i = 0; i < e->attribute_count; i++) {
		const struct xml_attribute *a = &e->attributes[i];

		if (strcmp(a->name, name) == 0 && strcmp(a->ns, ns ? ns : "") == 0)
			return a->value;
	}
	return STR_NONE;
}

/* The value behind "encoding" in <?xml ... ?> (XML 1.0, section 4.3.3). */
struct str
xml_declared_encoding(struct str bytes)
{
	size_t at, end;
	char quote;

	bytes = str_sub(bytes, str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0, bytes.n);
	bytes = str_sub(bytes, 0, HEAD);
	end = str_find(bytes, STR("?>"));
	if (!str_starts(bytes, STR("<?xml")) || end == STR_NPOS)
		return STR_NONE;
	bytes = str_sub(bytes, 0, end);
	at = str_find(bytes, STR("encoding"));
	if (at == STR_NPOS)
		return STR_NONE;
	bytes = str_trim(str_sub(bytes, at + STR("encoding").n, bytes.n));
	if (bytes.n == 0 || bytes.p[0] != '=')
		return STR_NONE;
	bytes = str_trim(str_sub(bytes, 1, bytes.n));
	quote = bytes.n > 0 ? bytes.p[0] : 0;
	if (quote != '"' && quote != '\'')
		return STR_NONE;
	bytes = str_sub(bytes, 1, bytes.n);
	end = str_find_char(bytes, quote);
	return end == STR_NPOS ? STR_NONE : str_sub(bytes, 0, end);
}

const char *
xml_library(void)
{
	return "libxml2 " LIBXML_DOTTED_VERSION;
}
