/*
 * Fields (ECMA-376 part 1, 17.16): their stored results are text, their
 * instructions are not. Of the instructions only HYPERLINK means something
 * here, and in headers those that give page numbers.
 */
#include <string.h>

#include "docx/docx_read.h"

/* The next argument of an instruction: a word, or what stands in quotation marks. */
static bool
next_argument(struct arena *a, struct str *rest, struct str *argument)
{
	char *p;
	size_t n = 0, i = 0;

	*rest = str_trim(*rest);
	if (rest->n == 0)
		return false;
	if (rest->p[0] != '"')
		return str_next_word(rest, argument);
	p = arena_cstr(a, *rest);
	for (i = 1; i < rest->n && rest->p[i] != '"'; i++) {
		if (rest->p[i] == '\\' && i + 1 < rest->n && (rest->p[i + 1] == '"' || rest->p[i + 1] == '\\'))
			i++;
		p[n++] = rest->p[i];
	}
	*rest = str_sub(*rest, i + 1, rest->n);
	*argument = (struct str){ p, n };
	return true;
}

static struct str
hyperlink(struct doc *d, struct str rest)
{
	struct str argument, address = STR_NONE, anchor = STR_NONE;

	while (next_argument(&d->arena, &rest, &argument)) {
		if (str_is_nocase(argument, "\\l"))
			next_argument(&d->arena, &rest, &anchor);
		else if (str_is_nocase(argument, "\\o") || str_is_nocase(argument, "\\t"))
			next_argument(&d->arena, &rest, &argument);
		else if (address.n == 0 && !str_starts(argument, STR("\\")))
			address = argument;
	}
	if (address.n > 0 && anchor.n > 0)
		address = arena_printf(&d->arena, "%.*s#%.*s", STR_FMT(address), STR_FMT(anchor));
	return doc_link(d, address);
}

static void
understand(struct docx_reading *r, struct docx_field *f)
{
	struct str rest = str_trim(buf_str(&f->instruction)), name;

	f->result = true;
	if (!str_next_word(&rest, &name))
		return;
	if (str_is_nocase(name, "HYPERLINK"))
		f->link = hyperlink(r->d, rest);
	f->page = str_is_nocase(name, "PAGE") || str_is_nocase(name, "NUMPAGES") || str_is_nocase(name, "SECTIONPAGES");
}

static struct docx_field *
begin(struct docx_reading *r)
{
	struct docx_field *f;

	if (r->field_count == DOCX_FIELDS) {
		buf_free(&r->fields[0].instruction);
		memmove(r->fields, r->fields + 1, (DOCX_FIELDS - 1) * sizeof(r->fields[0]));
		r->field_count--;
	}
	f = &r->fields[r->field_count++];
	*f = (struct docx_field){ 0 };
	return f;
}

void
docx_field_end(struct docx_reading *r)
{
	if (r->field_count > 0)
		buf_free(&r->fields[--r->field_count].instruction);
	r->para->run_ready = false;
}

void
docx_field_char(struct docx_reading *r, const struct xml_element *e)
{
	struct str type = docx_attribute(e, NS_W, "fldCharType");

	if (str_is(type, "begin"))
		begin(r);
	else if (str_is(type, "separate") && r->field_count > 0)
		understand(r, &r->fields[r->field_count - 1]);
	else if (str_is(type, "end"))
		docx_field_end(r);
	r->para->run_ready = false;
}

void
docx_field_simple(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_field *f = begin(r);

	buf_add(&f->instruction, docx_attribute(e, NS_W, "instr"));
	understand(r, f);
	r->para->run_ready = false;
}

void
docx_field_instruction(struct docx_reading *r, struct str text)
{
	if (r->field_count > 0 && !r->fields[r->field_count - 1].result)
		buf_add(&r->fields[r->field_count - 1].instruction, text);
}

/*
 * An instruction that has not ended with its paragraph never will: the field
 * is broken, and must not swallow the rest of the text.
 */
void
docx_fields_settle(struct docx_reading *r)
{
	while (r->field_count > 0 && !r->fields[r->field_count - 1].result)
		docx_field_end(r);
}

void
docx_fields_free(struct docx_reading *r)
{
	while (r->field_count > 0)
		docx_field_end(r);
}

void
docx_field_shows(struct docx_reading *r)
{
	if (r->field_count > 0)
		r->fields[r->field_count - 1].shown = true;
}

/* Results of fields that stand in another's instruction are part of that instruction. */
bool
docx_field_swallows(const struct docx_reading *r)
{
	for (size_t i = 0; i + 1 < r->field_count; i++)
		if (!r->fields[i].result)
			return true;
	return r->field_count > 0 && r->fields[r->field_count - 1].shown;
}

bool
docx_field_is_page(const struct docx_reading *r)
{
	return r->field_count > 0 && r->fields[r->field_count - 1].page;
}

struct str
docx_field_link(const struct docx_reading *r)
{
	for (size_t i = r->field_count; i-- > 0;)
		if (r->fields[i].link.n > 0)
			return r->fields[i].link;
	return STR_NONE;
}
