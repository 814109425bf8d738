#include "item/item.h"

#include <string.h>

#include "base/charset.h"
#include "markup/xml.h"

/* By the mark, or by the "<" that begins every XML (XML 1.0, appendix F). */
static const char *
utf16_of(struct str bytes)
{
	if (str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("<\0")))
		return "UTF-16LE";
	if (str_starts(bytes, STR("\xFE\xFF")) || str_starts(bytes, STR("\0<")))
		return "UTF-16BE";
	return NULL;
}

const char *
item_charset(struct str bytes, struct diag *diag)
{
	struct str label = xml_declared_encoding(bytes);
	const char *name = utf16_of(bytes);

	if (name || label.n == 0 || str_starts(bytes, STR("\xEF\xBB\xBF")))
		return name;
	name = charset_of_label(label);
	if (!name)
		fail(diag, STATUS_DATA, (struct place){ .number = 1 }, "unknown encoding \"%.*s\"", STR_FMT(label));
	/* What says UTF-16 in single bytes is UTF-8 from a program that wrote a string of its own. */
	return strcmp(name, "UTF-8") == 0 || strncmp(name, "UTF-16", 6) == 0 ? NULL : name;
}

void
item_redeclare(struct buf *utf8)
{
	static const struct str mark = { "\xEF\xBB\xBF", 3 };
	struct str bytes = buf_str(utf8), label;
	struct buf out = { 0 };

	if (str_starts(bytes, mark))
		bytes = str_sub(bytes, mark.n, bytes.n);
	label = xml_declared_encoding(bytes);
	if (label.n > 0) {
		buf_add(&out, str_sub(bytes, 0, (size_t)(label.p - bytes.p)));
		buf_puts(&out, "UTF-8");
		bytes = str_sub(bytes, (size_t)(label.p - bytes.p) + label.n, bytes.n);
	}
	buf_add(&out, bytes);
	buf_free(utf8);
	*utf8 = out;
}
