#include "markup/mathml.h"

#include <stdlib.h>
#include <string.h>

#include "markup/escape.h"

/* Sorted by name. attribute: the one that it may have, with its only value. */
static const struct mathml_element {
	const char *name;
	bool token;
	const char *attribute, *value;
} elements[] = {
	{ "mfrac", false, "linethickness", "0" },
	{ "mi", true, "mathvariant", "normal" },
	{ "mmultiscripts", false, "", "" },
	{ "mn", true, "", "" },
	{ "mo", true, "", "" },
	{ "mover", false, "accent", "true" },
	{ "mprescripts", false, "", "" },
	{ "mroot", false, "", "" },
	{ "mrow", false, "", "" },
	{ "msqrt", false, "", "" },
	{ "msub", false, "", "" },
	{ "msubsup", false, "", "" },
	{ "msup", false, "", "" },
	{ "mtable", false, "", "" },
	{ "mtd", false, "", "" },
	{ "mtext", true, "", "" },
	{ "mtr", false, "", "" },
	{ "munder", false, "", "" },
	{ "munderover", false, "", "" },
};

static int
compare(const void *name, const void *element)
{
	return str_order(*(const struct str *)name, str_of(((const struct mathml_element *)element)->name));
}

static const struct mathml_element *
find_element(struct str name)
{
	if (name.n == 0)
		return NULL;
	return bsearch(&name, elements, sizeof(elements) / sizeof(elements[0]), sizeof(elements[0]), compare);
}

const char *
mathml_attribute(struct str name)
{
	const struct mathml_element *e = find_element(name);

	return e ? e->attribute : "";
}

void
mathml_begin(struct mathml *m, struct doc *d)
{
	m->d = d;
	buf_clear(&m->out);
	m->depth = m->beyond = m->in_token = 0;
	m->formal = m->lost = false;
}

void
mathml_start(struct mathml *m, struct str name, struct str value)
{
	const struct mathml_element *e = m->in_token > 0 ? NULL : find_element(name);

	if (m->depth == MATHML_DEPTH || m->out.n > MATHML_MOST) {
		m->formal = m->lost = true;
		m->beyond++;
		return;
	}
	m->open[m->depth++] = e;
	if (!e)
		return;
	m->formal = m->formal || strcmp(e->name, "mtext") != 0;
	buf_printf(&m->out, "<%s", e->name);
	if (e->value[0] && str_is(value, e->value))
		buf_printf(&m->out, " %s=\"%s\"", e->attribute, e->value);
	buf_char(&m->out, '>');
	buf_clear(&m->token);
	if (e->token)
		m->in_token = m->depth;
}

/* Text outside of any token is one itself. */
void
mathml_text(struct mathml *m, struct str text)
{
	if (m->beyond > 0 || m->out.n > MATHML_MOST)
		return;
	if (m->in_token > 0) {
		buf_add(&m->token, text);
	} else if (str_trim(text).n > 0) {
		buf_puts(&m->out, "<mtext>");
		escape_text(&m->out, doc_line(m->d, text));
		buf_puts(&m->out, "</mtext>");
	}
}

void
mathml_close(struct mathml *m)
{
	const struct mathml_element *e;

	if (m->beyond > 0) {
		m->beyond--;
		return;
	}
	e = m->open[m->depth - 1];
	if (m->in_token == m->depth) {
		m->in_token = 0;
		escape_text(&m->out, doc_line(m->d, buf_str(&m->token)));
	}
	m->depth--;
	if (e)
		buf_printf(&m->out, "</%s>", e->name);
}

struct str
mathml_end(struct mathml *m, bool *lost)
{
	*lost = m->formal && (m->lost || m->out.n > MATHML_MOST);
	return m->formal && !*lost ? buf_str(&m->out) : STR_NONE;
}

void
mathml_free(struct mathml *m)
{
	buf_free(&m->out);
	buf_free(&m->token);
}
