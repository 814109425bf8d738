#include "fuzz.h"

#include <stdio.h>

#include "../../filters/mail.h"
#include "base/utf8.h"
#include "nml/nml.h"
#include "tree/tree.h"

const struct fuzz_format fuzz_formats[FUZZ_FORMATS] = {
	[FUZZ_HTML] = { "html", &html_reader, &html_writer },
	[FUZZ_DOCX] = { "docx", &docx_reader, &docx_writer },
	[FUZZ_NML] = { "nml", &nml_reader, &nml_writer },
	[FUZZ_EML] = { "eml", &eml_reader, &eml_writer },
	[FUZZ_TXT] = { "txt", &txt_reader, &txt_writer },
};

const struct options fuzz_options = {
	.newsml_version = NEWSML_VERSION,
	.part_readers = mail_part_readers,
	.part_writers = mail_part_writers,
	.charsets = &fuzz_charsets,
};

/* Text that steers no terminal and that every reader can read. Lines of mail end in CR LF. */
void
fuzz_check(int format, struct str text)
{
	const char *name = fuzz_formats[format].name;

	if (fuzz_formats[format].writer->binary)
		return;
	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		if (c == UTF8_BAD)
			fuzz_found(name, "the output is not UTF-8");
		if (utf8_is_control(c) && c != '\n' && c != '\t' && (c != '\r' || format != FUZZ_EML))
			fuzz_found(name, "the output has a control character");
	}
}

struct buf
fuzz_tree(const struct doc *d)
{
	struct buf tree = { 0 };

	tree_writer.write(d, &tree, &fuzz_options);
	return tree;
}

struct buf
fuzz_write(const struct doc *d, int format, const struct options *o)
{
	struct buf out = { 0 };

	fuzz_formats[format].writer->write(d, &out, o);
	fuzz_check(format, buf_str(&out));
	return out;
}

static bool
next_line(struct str *rest, struct str *line)
{
	bool more;

	while ((more = str_next(rest, '\n', line)) && str_starts(*line, STR("meta extra ")))
		continue;
	return more;
}

/*
 * Line by line, but for what an item has without a key: where an input names a part of one that goes with a value, and
 * has the value not, an item cannot hold it.
 */
static bool
same(struct str a, struct str b)
{
	struct str x, y;

	while (next_line(&a, &x))
		if (!next_line(&b, &y) || !str_eq(x, y))
			return false;
	return !next_line(&b, &y);
}

/* Where the trees part, for a person who looks into it. */
static const char *
difference(const struct buf *before, const struct buf *after)
{
	static char text[500];
	size_t i = 0, from;

	while (i < before->n && i < after->n && before->p[i] == after->p[i])
		i++;
	from = i > 80 ? i - 80 : 0;
	snprintf(text, sizeof(text), "another document: ...%.*s\n--- and now ...%.*s", (int)(before->n - from > 200 ? 200 : before->n - from),
		before->p + from, (int)(after->n - from > 200 ? 200 : after->n - from), after->p + from);
	return text;
}

void
fuzz_back(int format, struct str bytes, const struct buf *tree)
{
	struct doc *back = doc_new(&fuzz_diag);
	struct buf after;
	const char *wrong;

	fuzz_bind(true);
	fuzz_formats[format].reader->read(back, bytes, &fuzz_options);
	wrong = doc_check(back);
	if (wrong)
		fuzz_found(fuzz_formats[format].name, wrong);
	after = fuzz_tree(back);
	if (!same(buf_str(tree), buf_str(&after)))
		fuzz_found(fuzz_formats[format].name, difference(tree, &after));
}
