/*
 * Mathematics (OMML, ECMA-376 part 1, 22) as a line of text, in the manner of
 * Unicode's linear format: a fraction is (a+b)/2, a root is \u221A(x), powers
 * and indices are x^2 and x_i. As MathML it is made at the same time, by
 * docx_formula.c.
 */
#include <string.h>

#include "docx/docx_element.h"
#include "docx/docx_read.h"

/* What is put before, behind and between; `operand`: brackets around what is more than a word, nothing for nothing. */
static const struct notation {
	const char *name;
	const char *before, *after;
	const char *between; /* it and the one before it in the same parent */
	bool operand;
} notations[] = {
	{ "num", "", "", NULL, true },
	{ "den", "/", "", NULL, true },
	{ "sup", "^", "", NULL, true },
	{ "sub", "_", "", NULL, true },
	{ "lim", "_", "", NULL, true },
	{ "deg", "", "&", NULL, true },
	{ "rad", "\xE2\x88\x9A(", ")", NULL, false },
	{ "d", "(", ")", NULL, false },
	{ "nary", "\xE2\x88\xAB", "", NULL, false },
	{ "acc", "", "\xCC\x82", NULL, false },
	{ "bar", "", "\xCC\x85", NULL, false },
	{ "fName", "", " ", NULL, false },
	{ "m", "[", "]", NULL, false },
	{ "mr", "", "", "; ", false },
	{ "e", "", "", ", ", false },
};

static const struct notation *
notation(const char *name)
{
	for (size_t i = 0; i < sizeof(notations) / sizeof(notations[0]); i++)
		if (strcmp(notations[i].name, name) == 0)
			return &notations[i];
	return NULL;
}

static struct docx_frame *
around(struct docx_reading *r, const char *name)
{
	for (size_t i = r->depth; i-- > 0;)
		if (r->frames[i].element && strcmp(r->frames[i].element->name, name) == 0)
			return &r->frames[i];
	return NULL;
}

static void
math_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	if (r->math_depth++ > 0)
		return;
	buf_clear(&r->math);
	docx_formula_begin(&r->formula);
}

static void
math_end(struct docx_reading *r, const struct xml_element *e)
{
	struct str form;
	bool lost;

	(void)e;
	if (--r->math_depth > 0)
		return;
	form = docx_formula_end(&r->formula, &lost);
	if (r->math.n == 0 || !docx_is_shown(r))
		return;
	docx_para_open(r);
	if (lost)
		doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-math", "the form of a large formula");
	build_math(&r->b, &(struct run){ .lang = docx_run_language(r) }, buf_str(&r->math), form);
}

/* A character that the properties of a bracket, a sum or an accent name in place of the usual one. */
static void
chosen_character(struct docx_reading *r, const struct xml_element *e)
{
	struct str val = docx_attribute(e, NS_M, "val");
	bool opening = strcmp(e->name, "begChr") == 0, closing = strcmp(e->name, "endChr") == 0;
	bool chr = strcmp(e->name, "chr") == 0;
	struct docx_frame *sum = chr && docx_parent_is(r, "naryPr") ? around(r, "nary") : NULL;
	struct docx_frame *bracket = opening ? around(r, "d") : NULL;
	struct docx_frame *close = closing ? around(r, "d") : chr && docx_parent_is(r, "accPr") ? around(r, "acc") : NULL;

	if (sum || bracket) {
		/* The properties come first, so nothing has been said behind the usual one. */
		r->math.n = sum ? sum->at : bracket->at;
		buf_add(&r->math, val);
	}
	if (close)
		close->close = arena_str(&r->d->arena, val);
}

static void
part_start(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_frame *f = &r->frames[r->depth - 1], *parent = r->depth > 1 ? f - 1 : NULL;
	const struct notation *n = notation(e->name);

	if (r->math_depth == 0 || !n)
		return;
	if (strcmp(e->name, "e") == 0 && docx_parent_is(r, "nary"))
		buf_char(&r->math, ' '); /* what is summed up is parted from the limits */
	if (n->between && parent && parent->flag)
		buf_puts(&r->math, n->between);
	if (n->between && parent)
		parent->flag = true;
	f->at = r->math.n;
	f->close = str_of(n->after);
	if (!n->operand)
		buf_puts(&r->math, n->before);
}

static bool
is_word(struct str text)
{
	size_t characters = 0;

	for (size_t i = 0; i < text.n; i++) {
		bool word = ascii_alpha(text.p[i]) || ascii_digit(text.p[i]) || (unsigned char)text.p[i] >= 0x80;

		characters += ((unsigned char)text.p[i] & 0xC0) != 0x80;
		if (!word && characters > 1)
			return false;
	}
	return true;
}

static void
put_operand(struct docx_reading *r, const struct notation *n, size_t at)
{
	struct arena a = { 0 };
	struct str text = arena_str(&a, str_sub(buf_str(&r->math), at, r->math.n));
	bool bare = is_word(text);

	r->math.n = at;
	buf_puts(&r->math, n->before);
	buf_puts(&r->math, bare ? "" : "(");
	buf_add(&r->math, text);
	buf_puts(&r->math, bare ? "" : ")");
	arena_free(&a);
}

static void
part_end(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_frame *f = &r->frames[r->depth - 1];
	const struct notation *n = notation(e->name);

	if (r->math_depth == 0 || !n || f->at > r->math.n)
		return;
	if (n->operand && r->math.n == f->at)
		return;
	if (n->operand)
		put_operand(r, n, f->at);
	buf_add(&r->math, f->close);
}

static void
object_start(struct docx_reading *r, const struct xml_element *e)
{
	part_start(r, e);
	docx_formula_start(&r->formula, e->name);
}

static void
object_end(struct docx_reading *r, const struct xml_element *e)
{
	part_end(r, e);
	docx_formula_close(&r->formula);
}

static void
property(struct docx_reading *r, const struct xml_element *e)
{
	docx_formula_property(&r->formula, r->d, e);
}

static void
character(struct docx_reading *r, const struct xml_element *e)
{
	if (r->math_depth > 0)
		chosen_character(r, e);
	property(r, e);
}

static void
run_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	docx_run_begin(r);
	r->formula.upright = r->formula.words = false;
}

static void
run_style(struct docx_reading *r, const struct xml_element *e)
{
	r->formula.upright = str_is(docx_attribute(e, NS_M, "val"), "p");
}

static void
run_words(struct docx_reading *r, const struct xml_element *e)
{
	r->formula.words = docx_on(docx_attribute(e, NS_M, "val"));
}

/* What stands in a part that is none of these stands in the part itself. */
static const struct docx_element elements[] = {
	{ "acc", NS_M, object_start, object_end },
	{ "accPr", NS_M, NULL, NULL },
	{ "bar", NS_M, object_start, object_end },
	{ "begChr", NS_M, character, NULL },
	{ "chr", NS_M, character, NULL },
	{ "d", NS_M, object_start, object_end },
	{ "deg", NS_M, object_start, object_end },
	{ "degHide", NS_M, property, NULL },
	{ "den", NS_M, object_start, object_end },
	{ "e", NS_M, object_start, object_end },
	{ "endChr", NS_M, character, NULL },
	{ "eqArr", NS_M, object_start, object_end },
	{ "f", NS_M, object_start, object_end },
	{ "fName", NS_M, object_start, object_end },
	{ "func", NS_M, object_start, object_end },
	{ "groupChr", NS_M, object_start, object_end },
	{ "lim", NS_M, object_start, object_end },
	{ "limLoc", NS_M, property, NULL },
	{ "limLow", NS_M, object_start, object_end },
	{ "limUpp", NS_M, object_start, object_end },
	{ "m", NS_M, object_start, object_end },
	{ "mr", NS_M, object_start, object_end },
	{ "nary", NS_M, object_start, object_end },
	{ "naryPr", NS_M, NULL, NULL },
	{ "nor", NS_M, run_words, NULL },
	{ "num", NS_M, object_start, object_end },
	{ "oMath", NS_M, math_start, math_end },
	{ "pos", NS_M, property, NULL },
	{ "r", NS_M, run_start, NULL },
	{ "rad", NS_M, object_start, object_end },
	{ "sPre", NS_M, object_start, object_end },
	{ "sSub", NS_M, object_start, object_end },
	{ "sSubSup", NS_M, object_start, object_end },
	{ "sSup", NS_M, object_start, object_end },
	{ "sepChr", NS_M, character, NULL },
	{ "sty", NS_M, run_style, NULL },
	{ "sub", NS_M, object_start, object_end },
	{ "subHide", NS_M, property, NULL },
	{ "sup", NS_M, object_start, object_end },
	{ "supHide", NS_M, property, NULL },
	{ "t", NS_M, docx_text_start, docx_text_end },
	{ "type", NS_M, property, NULL },
};

const struct docx_elements docx_math_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
