/* The order in which a DOCX is read, and what becomes of its headers, footers and notes. */
#include "docx/docx_read.h"

#include <stdlib.h>
#include <string.h>

#include "docx/docx.h"
#include "docx/docx_kind.h"
#include "docx/docx_meta.h"

static int
note_order(const void *a, const void *b)
{
	return str_order(*(const struct str *)a, *(const struct str *)b);
}

bool
docx_note_is_referred_to(const struct docx_reading *r, struct str name)
{
	return r->notes.n > 0 && bsearch(&name, r->notes.v, r->notes.n, sizeof(name), note_order);
}

static void
read_notes(struct docx_reading *r, const char *relation)
{
	const struct docx_rel *rel = docx_rel_by_type(&r->package.main_rels, relation);

	if (!rel || rel->external || r->notes.n == 0)
		return;
	qsort(r->notes.v, r->notes.n, sizeof(*r->notes.v), note_order);
	docx_story_read(r, rel->target, relation);
}

static struct str
primary(struct str tag)
{
	return str_sub(tag, 0, str_find_char(tag, '-'));
}

/* The size that most of the text has, in half points; 0 when none is known. */
static size_t
usual_size(const struct docx_reading *r)
{
	size_t usual = 0;

	for (size_t size = 1; size < DOCX_SIZES; size++)
		if (r->sizes[size] > r->sizes[usual])
			usual = size;
	return usual;
}

/*
 * Sizes of letters become relative to the usual one. Word marks single words
 * in the document's language of another country as it sees fit, and
 * LibreOffice gives every language a country: that is noise.
 */
static void
settle(struct docx_reading *r)
{
	struct str language = r->untouched ? STR_NONE : primary(doc_meta(r->d, META_LANGUAGE));
	size_t usual = usual_size(r);

	for (struct walk w = { .root = r->d->root }; walk_next(&w);) {
		if (w.leaving)
			continue;
		if (w.at->hint && usual > 0)
			w.at->hint->size /= (double)usual;
		for (struct run *run = language.n > 0 ? w.at->runs : NULL; run; run = run->next)
			if (run->lang.n > 0 && str_eq(primary(run->lang), language))
				run->lang = STR_NONE;
	}
}

void
docx_body_read(struct docx_reading *r)
{
	r->strings.arena = &r->d->arena;
	docx_styles_read(&r->styles, &r->package, &r->strings);
	docx_numbering_read(&r->numbering, &r->package, &r->styles);
	docx_flow_push(r, !r->outer, false);
	docx_story_read(r, r->package.main, "document");
	docx_flow_pop(r);
	read_notes(r, "footnotes");
	read_notes(r, "endnotes");
	read_notes(r, "comments");
	docx_looks_lose(r);
}

static void
read_parts(struct docx_reading *r)
{
	r->ours = docx_meta_read(&r->package, &r->untouched);
	build_begin(&r->b, r->d);
	docx_body_read(r);
	docx_letterheads_read(r);
	if (!r->ours)
		docx_language_choose(r);
	settle(r);
	if (r->marked && !r->ours)
		docx_typed_lists(r->d);
	build_end(&r->b);
	if (!r->ours)
		docx_meta_settle(r->d);
}

void
docx_reading_free(struct docx_reading *r)
{
	docx_package_close(&r->package);
	docx_numbering_free(&r->numbering);
	buf_free(&r->text);
	buf_free(&r->ruby);
	buf_free(&r->math);
	buf_free(&r->formula.out);
	free(r->notes.v);
	free(r->letterheads.v);
	free(r);
}

/* The archive: what a mail or a bad download has put in front of it is passed over. */
static struct str
find_archive(struct doc *d, struct str bytes)
{
	size_t start = str_starts(bytes, STR("PK")) ? 0 : str_find(bytes, STR("PK\3\4"));

	if (bytes.n == 0)
		fail(d->diag, STATUS_DATA, (struct place){ 0 }, "the input is empty");
	if (start == STR_NPOS)
		fail(d->diag, STATUS_DATA, (struct place){ 0 }, "the input is no DOCX, but %s", docx_kind_of_bytes(bytes));
	return str_sub(bytes, start, bytes.n);
}

static void
docx_read(struct doc *d, struct str bytes, const struct options *o)
{
	struct docx_reading *r = mem_zeroed(sizeof(*r)); /* large, and mostly for what is nested deep */

	bytes = find_archive(d, bytes);
	r->d = d;
	r->o = o;
	docx_package_open(&r->package, d, bytes, o->limit_inflated);
	read_parts(r);
	docx_reading_free(r);
}

const struct reader docx_reader = {
	.format = "docx",
	.read = docx_read,
	.libraries = docx_zip_library,
	.parser = xml_library,
};
