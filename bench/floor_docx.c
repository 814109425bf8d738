/*
 * The least program that turns a DOCX file into text with libzip and libxml2:
 * what any program on these libraries pays. Standard input to standard output;
 * the text of w:t, a line for each w:p.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <zip.h>

static bool in_text;

static void
start(void *c, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
	const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
	(void)c, (void)prefix, (void)uri, (void)namespaces, (void)namespace, (void)attributes, (void)defaulted, (void)attribute;
	in_text = strcmp((const char *)name, "t") == 0;
}

static void
end(void *c, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void)c, (void)prefix, (void)uri;
	in_text = false;
	if (strcmp((const char *)name, "p") == 0)
		putchar('\n');
}

static void
text(void *c, const xmlChar *bytes, int n)
{
	(void)c;
	if (in_text)
		fwrite(bytes, 1, (size_t)n, stdout);
}

int
main(void)
{
	static char file[64 << 20], chunk[64 << 10];
	size_t n = fread(file, 1, sizeof(file), stdin);
	zip_t *zip = zip_open_from_source(zip_source_buffer_create(file, n, 0, NULL), ZIP_RDONLY, NULL);
	zip_file_t *part = zip ? zip_fopen(zip, "word/document.xml", 0) : NULL;
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = start, .endElementNs = end, .characters = text };
	xmlParserCtxt *parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
	zip_int64_t got;

	if (!part || !parser)
		return 1;
	while ((got = zip_fread(part, chunk, sizeof(chunk))) > 0)
		xmlParseChunk(parser, chunk, (int)got, 0);
	return xmlParseChunk(parser, NULL, 0, 1) != 0;
}
