/*
 * Alternative format chunks (ECMA-376 part 1, 17.17.2.1): other documents that
 * Word takes in when it opens the file. Another DOCX is read as this one is,
 * HTML is read for its text, headings, breaks and links, plain text line by
 * line. RTF, mails and whatever is not UTF-8 are a counted loss of content.
 */
#include <stdlib.h>

#include "docx/docx_chunk.h"
#include "docx/docx_read.h"

static void
lose_chunk(struct docx_reading *r, const char *what)
{
	doc_loss(r->d, LOSS_CONTENT, r->b.place, "L-part", "a document within the document (%s)", what);
}

static void
read_text(struct docx_reading *r, struct str text)
{
	struct str line;

	while (str_next(&text, '\n', &line)) {
		build_open_type(&r->b, BLOCK_PARA);
		build_text(&r->b, NULL, str_trim(line));
		build_close(&r->b);
	}
}

/* One level of documents in documents is enough: what it inflates counts with what has been inflated already. */
static void
read_docx(struct docx_reading *outer, struct str bytes)
{
	struct docx_reading *r;

	if (outer->outer) {
		lose_chunk(outer, "the third in each other");
		return;
	}
	r = mem_zeroed(sizeof(*r));
	r->d = outer->d;
	r->o = outer->o;
	r->b = outer->b;
	r->outer = outer;
	r->number = ++outer->chunks;
	docx_package_open(&r->package, r->d, bytes, r->o->limit_inflated);
	docx_zip_count_on(r->package.zip, outer->package.zip);
	docx_body_read(r);
	docx_zip_count_on(outer->package.zip, r->package.zip);
	r->b.place = outer->b.place;
	outer->b = r->b;
	docx_reading_free(r);
}

static void
read_chunk(struct docx_reading *r, struct str bytes)
{
	struct str text = str_sub(bytes, str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0, bytes.n);

	if (str_starts(bytes, STR("PK")))
		read_docx(r, bytes);
	else if (str_starts(bytes, STR("{\\rtf")))
		lose_chunk(r, "RTF");
	else if (str_starts(bytes, STR("MIME-Version:")))
		lose_chunk(r, "a web archive");
	else if (utf8_check(text) != STR_NPOS)
		lose_chunk(r, "not in UTF-8");
	else if (str_starts(str_trim(text), STR("<")))
		docx_chunk_html(&r->b, text);
	else
		read_text(r, text);
}

void
docx_chunk_read(struct docx_reading *r, const struct xml_element *e)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, docx_attribute(e, NS_R, "id"));
	struct docx_meaning para = { .kind = KIND_PARA };
	struct buf bytes = { 0 };

	if (!r->flow || r->para->inside)
		return;
	if (!rel || rel->external || !docx_part_read(&r->package, rel->target, &bytes)) {
		lose_chunk(r, "which is not in the file");
		return;
	}
	docx_para_settle(r);
	docx_flow_enter(r, &para);
	r->flow->figure = r->flow->table = r->flow->pre = NULL;
	read_chunk(r, buf_str(&bytes));
	buf_free(&bytes);
}
