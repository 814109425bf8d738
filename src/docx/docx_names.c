#include "docx/docx_names.h"

#include <string.h>

/* The most frequent first. */
static const struct {
	enum docx_ns ns;
	const char *address;
} namespaces[] = {
	{ NS_W, "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ NS_NONE, "" },
	{ NS_R, "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
	{ NS_A, "http://schemas.openxmlformats.org/drawingml/2006/main" },
	{ NS_WP, "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
	{ NS_PIC, "http://schemas.openxmlformats.org/drawingml/2006/picture" },
	{ NS_V, "urn:schemas-microsoft-com:vml" },
	{ NS_O, "urn:schemas-microsoft-com:office:office" },
	{ NS_M, "http://schemas.openxmlformats.org/officeDocument/2006/math" },
	{ NS_MC, "http://schemas.openxmlformats.org/markup-compatibility/2006" },
	{ NS_CHART, "http://schemas.openxmlformats.org/drawingml/2006/chart" },
	{ NS_DIAGRAM, "http://schemas.openxmlformats.org/drawingml/2006/diagram" },
	{ NS_RELS, "http://schemas.openxmlformats.org/package/2006/relationships" },
	{ NS_CORE, "http://schemas.openxmlformats.org/package/2006/metadata/core-properties" },
	{ NS_DC, "http://purl.org/dc/elements/1.1/" },
	{ NS_CUSTOM, "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" },
	{ NS_VT, "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" },
	{ NS_EXTENDED, "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
	{ NS_W, "http://purl.oclc.org/ooxml/wordprocessingml/main" },
	{ NS_R, "http://purl.oclc.org/ooxml/officeDocument/relationships" },
	{ NS_A, "http://purl.oclc.org/ooxml/drawingml/main" },
	{ NS_WP, "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" },
	{ NS_PIC, "http://purl.oclc.org/ooxml/drawingml/picture" },
	{ NS_CHART, "http://purl.oclc.org/ooxml/drawingml/chart" },
	{ NS_DIAGRAM, "http://purl.oclc.org/ooxml/drawingml/diagram" },
	{ NS_M, "http://purl.oclc.org/ooxml/officeDocument/math" },
	{ NS_CUSTOM, "http://purl.oclc.org/ooxml/officeDocument/customProperties" },
	{ NS_VT, "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes" },
	{ NS_EXTENDED, "http://purl.oclc.org/ooxml/officeDocument/extendedProperties" },
};

enum docx_ns
docx_ns(const char *address)
{
	for (size_t i = 0; i < sizeof(namespaces) / sizeof(namespaces[0]); i++)
		if (strcmp(namespaces[i].address, address) == 0)
			return namespaces[i].ns;
	return NS_OTHER;
}

/* Shapes, groups and canvases hold text boxes and pictures; the others only add attributes. */
static const char *const understood[] = {
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
	"http://schemas.microsoft.com/office/word/2010/wordml",
	"http://schemas.microsoft.com/office/word/2012/wordml",
	"http://schemas.microsoft.com/office/word/2015/wordml/symex",
	"http://schemas.microsoft.com/office/word/2016/wordml/cid",
	"http://schemas.microsoft.com/office/word/2018/wordml",
	"http://schemas.microsoft.com/office/drawing/2010/main",
	"http://schemas.microsoft.com/office/drawing/2010/picture",
};

bool
docx_is_understood(const char *address)
{
	for (size_t i = 0; i < sizeof(understood) / sizeof(understood[0]); i++)
		if (strcmp(understood[i], address) == 0)
			return true;
	return docx_ns(address) != NS_OTHER && docx_ns(address) != NS_NONE;
}

bool
docx_is(const struct xml_element *e, enum docx_ns ns, const char *name)
{
	return strcmp(e->name, name) == 0 && docx_ns(e->ns) == ns;
}

struct str
docx_attribute(const struct xml_element *e, enum docx_ns ns, const char *name)
{
	for (size_t i = 0; i < e->attribute_count; i++)
		if (e->attributes[i].name[0] == name[0] && strcmp(e->attributes[i].name, name) == 0 && docx_ns(e->attributes[i].ns) == ns)
			return e->attributes[i].value;
	return STR_NONE;
}

struct str
docx_val(const struct xml_element *e)
{
	return docx_attribute(e, NS_W, "val");
}

long
docx_number(struct str value, long least, long most, long otherwise)
{
	long n;

	return str_to_long(str_trim(value), &n) && n >= least && n <= most ? n : otherwise;
}

bool
docx_on(struct str value)
{
	return !str_is(value, "0") && !str_is(value, "false") && !str_is(value, "off");
}

struct str
docx_rel_type(struct str type)
{
	static const char *const kinds[] = {
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
		"http://purl.oclc.org/ooxml/officeDocument/relationships/",
		"http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
		"http://schemas.microsoft.com/office/2011/relationships/", /* [MS-DOCX], 2.1: people */
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct str head = str_of(kinds[i]);

		if (str_starts(type, head))
			return str_sub(type, head.n, type.n);
	}
	return STR_NONE;
}
