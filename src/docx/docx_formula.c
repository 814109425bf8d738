/*
 * Mathematics as MathML: the elements of OMML (ECMA-376 part 1, 22.1.2) one by
 * one into those of MathML Core. An object's arguments are made before it is
 * known what stands around them, so that each object is put together at its
 * end, out of a pattern.
 */
#include "docx/docx_formula.h"

#include <string.h>

#include "base/utf8.h"
#include "markup/escape.h"

/* An argument's name, and the letter that stands for it in patterns. */
static const struct {
	const char *name;
	char letter;
} arguments[DOCX_FORMULA_ARGUMENTS] = {
	{ "deg", 'g' },
	{ "den", 'd' },
	{ "e", 'e' },
	{ "fName", 'f' },
	{ "lim", 'l' },
	{ "num", 'n' },
	{ "sub", 'b' },
	{ "sup", 'p' },
};

/* What is said in an object's properties and chooses among its patterns; each pattern's `needs` are all there. */
enum {
	NO_BAR = 1,
	TOP = 2,
	NO_DEGREE = 4,
	NO_SUB = 8,
	NO_SUP = 16,
	BESIDE = 32 /* the limits of a sum */
};

/* "$" and a letter is an argument, "%" the character that the properties chose, else `character`. The first that fits. */
static const struct pattern {
	const char *name;
	unsigned needs;
	const char *character;
	const char *is;
} patterns[] = {
	{ "acc", 0, "^", "<mover accent=\"true\">$e<mo>%</mo></mover>" },
	{ "bar", TOP, "\xC2\xAF", "<mover>$e<mo>%</mo></mover>" },
	{ "bar", 0, "_", "<munder>$e<mo>%</mo></munder>" },
	{ "f", NO_BAR, NULL, "<mfrac linethickness=\"0\">$n$d</mfrac>" },
	{ "f", 0, NULL, "<mfrac>$n$d</mfrac>" },
	{ "func", 0, NULL, "<mrow>$f<mo>\xE2\x81\xA1</mo>$e</mrow>" },
	{ "groupChr", TOP, "\xE2\x8F\x9E", "<mover>$e<mo>%</mo></mover>" },
	{ "groupChr", 0, "\xE2\x8F\x9F", "<munder>$e<mo>%</mo></munder>" },
	{ "limLow", 0, NULL, "<munder>$e$l</munder>" },
	{ "limUpp", 0, NULL, "<mover>$e$l</mover>" },
	{ "nary", NO_SUB | NO_SUP, "\xE2\x88\xAB", "<mrow><mo>%</mo>$e</mrow>" },
	{ "nary", NO_SUB | BESIDE, "\xE2\x88\xAB", "<mrow><msup><mo>%</mo>$p</msup>$e</mrow>" },
	{ "nary", NO_SUP | BESIDE, "\xE2\x88\xAB", "<mrow><msub><mo>%</mo>$b</msub>$e</mrow>" },
	{ "nary", BESIDE, "\xE2\x88\xAB", "<mrow><msubsup><mo>%</mo>$b$p</msubsup>$e</mrow>" },
	{ "nary", NO_SUB, "\xE2\x88\xAB", "<mrow><mover><mo>%</mo>$p</mover>$e</mrow>" },
	{ "nary", NO_SUP, "\xE2\x88\xAB", "<mrow><munder><mo>%</mo>$b</munder>$e</mrow>" },
	{ "nary", 0, "\xE2\x88\xAB", "<mrow><munderover><mo>%</mo>$b$p</munderover>$e</mrow>" },
	{ "rad", NO_DEGREE, NULL, "<msqrt>$e</msqrt>" },
	{ "rad", 0, NULL, "<mroot>$e$g</mroot>" },
	{ "sPre", 0, NULL, "<mmultiscripts>$e<mprescripts></mprescripts>$b$p</mmultiscripts>" },
	{ "sSub", 0, NULL, "<msub>$e$b</msub>" },
	{ "sSubSup", 0, NULL, "<msubsup>$e$b$p</msubsup>" },
	{ "sSup", 0, NULL, "<msup>$e$p</msup>" },
};

/* Objects that hold any number of arguments, each in elements of its own, and themselves. */
static const struct {
	const char *name, *before, *after, *before_each, *after_each;
} rows[] = {
	{ "d", "<mrow>", "</mrow>", "", "" },
	{ "eqArr", "<mtable>", "</mtable>", "<mtr><mtd>", "</mtd></mtr>" },
	{ "m", "<mtable>", "</mtable>", "", "" },
	{ "mr", "<mtr>", "</mtr>", "<mtd>", "</mtd>" },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]), PATTERNS = sizeof(patterns) / sizeof(patterns[0]) };

static size_t
row_of(const char *name)
{
	size_t i = 0;

	while (i < ROWS && strcmp(rows[i].name, name) != 0)
		i++;
	return i;
}

static size_t
argument_of(const char *name)
{
	size_t i = 0;

	while (i < DOCX_FORMULA_ARGUMENTS && strcmp(arguments[i].name, name) != 0)
		i++;
	return i;
}

static struct docx_formula_part *
innermost(struct docx_formula *f)
{
	return &f->parts[f->depth - 1];
}

void
docx_formula_begin(struct docx_formula *f)
{
	buf_clear(&f->out);
	f->parts[0] = (struct docx_formula_part){ 0 };
	f->depth = 1;
	f->beyond = 0;
	f->formal = f->lost = false;
}

struct str
docx_formula_end(struct docx_formula *f, bool *lost)
{
	f->depth = 0;
	*lost = f->formal && (f->lost || f->out.n > MATHML_MOST);
	return f->formal && !*lost ? buf_str(&f->out) : STR_NONE;
}

/* PARTS */

void
docx_formula_start(struct docx_formula *f, const char *name)
{
	if (f->depth == 0)
		return;
	if (f->depth == DOCX_FORMULA_DEPTH || f->out.n > MATHML_MOST) {
		f->formal = f->lost = true;
		f->beyond++;
		return;
	}
	f->parts[f->depth++] = (struct docx_formula_part){ .name = name, .begin = f->out.n };
}

static void
insert(struct docx_formula *f, size_t at, const char *text)
{
	size_t n = strlen(text);
	char *p;

	if (n == 0)
		return;
	buf_room(&f->out, n);
	p = f->out.p + at;
	memmove(p + n, p, f->out.n - at);
	memcpy(p, text, n);
	f->out.n += n;
}

static void
put_mo(struct buf *out, struct str character)
{
	if (character.n == 0)
		return;
	buf_puts(out, "<mo>");
	escape_text(out, character);
	buf_puts(out, "</mo>");
}

/* What stands between the arguments of a bracket. */
static void
separate(struct docx_formula *f, const struct docx_formula_part *bracket, size_t at)
{
	struct buf mo = { 0 };

	put_mo(&mo, bracket->separator.p ? bracket->separator : STR("|"));
	buf_char(&mo, '\0');
	insert(f, at, mo.p);
	buf_free(&mo);
}

/* An argument is one element, or stands in a row; those of brackets and tables go on as they are. */
static void
end_argument(struct docx_formula *f, const struct docx_formula_part *part, size_t argument)
{
	struct docx_formula_part *parent = innermost(f);
	size_t row = parent->name ? row_of(parent->name) : ROWS;

	if (row < ROWS) {
		insert(f, part->begin, rows[row].before_each);
		buf_puts(&f->out, rows[row].after_each);
		if (parent->nodes > 0 && strcmp(parent->name, "d") == 0)
			separate(f, parent, part->begin);
	} else if (part->nodes != 1) {
		insert(f, part->begin, "<mrow>");
		buf_puts(&f->out, "</mrow>");
	}
	parent->nodes++;
	parent->arguments[argument] = (struct docx_formula_argument){ part->begin, f->out.n, part->nodes > 0 };
}

/* Without the argument itself, an empty row stands in its place. */
static void
put_pattern(struct buf *out, const struct docx_formula_part *part, const struct pattern *p, struct str made)
{
	for (const char *at = p->is; *at; at++) {
		size_t i = 0;

		if (*at == '%') {
			escape_text(out, part->character.p ? part->character : str_of(p->character));
		} else if (*at == '$') {
			at++;
			while (arguments[i].letter != *at)
				i++;
			if (part->arguments[i].end > 0)
				buf_add(out, str_sub(made, part->arguments[i].begin - part->begin, part->arguments[i].end - part->begin));
			else
				buf_puts(out, "<mrow></mrow>");
		} else {
			buf_char(out, *at);
		}
	}
}

/* What is hidden is as good as empty, and a sum's limits stand where they usually do unless it says where. */
static unsigned
facts(const struct docx_formula_part *part)
{
	unsigned facts = part->facts;
	struct str chosen = part->character;
	uint32_t c = chosen.n > 0 ? utf8_next(&chosen) : 0;
	bool integral = !chosen.p || (c >= 0x222B && c <= 0x2233);

	facts |= part->arguments[argument_of("deg")].filled ? 0 : NO_DEGREE;
	facts |= part->arguments[argument_of("sub")].filled ? 0 : NO_SUB;
	facts |= part->arguments[argument_of("sup")].filled ? 0 : NO_SUP;
	if (!part->limits_said && integral)
		facts |= BESIDE;
	return facts;
}

static void
end_object(struct docx_formula *f, const struct docx_formula_part *part, size_t first)
{
	struct arena a = { 0 };
	struct str made = arena_str(&a, str_sub(buf_str(&f->out), part->begin, f->out.n));
	unsigned said = facts(part);

	while ((patterns[first].needs & said) != patterns[first].needs)
		first++;
	f->out.n = part->begin;
	put_pattern(&f->out, part, &patterns[first], made);
	innermost(f)->nodes++;
	arena_free(&a);
}

static void
end_row(struct docx_formula *f, const struct docx_formula_part *part, size_t row)
{
	bool bracket = strcmp(part->name, "d") == 0;
	struct buf before = { 0 };

	buf_puts(&before, rows[row].before);
	if (bracket)
		put_mo(&before, part->opening.p ? part->opening : STR("("));
	buf_char(&before, '\0');
	insert(f, part->begin, before.p);
	if (bracket)
		put_mo(&f->out, part->closing.p ? part->closing : STR(")"));
	buf_puts(&f->out, rows[row].after);
	innermost(f)->nodes++;
	buf_free(&before);
}

void
docx_formula_close(struct docx_formula *f)
{
	struct docx_formula_part part;
	size_t argument, row, first = 0;

	if (f->depth == 0)
		return;
	if (f->beyond > 0) {
		f->beyond--;
		return;
	}
	part = *innermost(f);
	f->depth--;
	argument = argument_of(part.name);
	row = row_of(part.name);
	while (first < PATTERNS && strcmp(patterns[first].name, part.name) != 0)
		first++;
	if (argument < DOCX_FORMULA_ARGUMENTS)
		end_argument(f, &part, argument);
	else if (row < ROWS)
		end_row(f, &part, row);
	else
		end_object(f, &part, first);
}

/* PROPERTIES */

static const struct {
	const char *name, *value; /* value NULL: on */
	unsigned fact;
} properties[] = {
	{ "degHide", NULL, NO_DEGREE },
	{ "limLoc", "subSup", BESIDE },
	{ "pos", "top", TOP },
	{ "subHide", NULL, NO_SUB },
	{ "supHide", NULL, NO_SUP },
	{ "type", "noBar", NO_BAR },
};

/* Marks that stand on a letter, and what they are by themselves, as MathML has them. */
static const struct {
	const char *mark, *alone;
} marks[] = {
	{ "\xCC\x80", "`" },
	{ "\xCC\x81", "\xC2\xB4" },
	{ "\xCC\x82", "^" },
	{ "\xCC\x83", "~" },
	{ "\xCC\x84", "\xC2\xAF" },
	{ "\xCC\x85", "\xE2\x80\xBE" },
	{ "\xCC\x86", "\xCB\x98" },
	{ "\xCC\x87", "\xCB\x99" },
	{ "\xCC\x88", "\xC2\xA8" },
	{ "\xCC\x8C", "\xCB\x87" },
	{ "\xE2\x83\x96", "\xE2\x86\x90" },
	{ "\xE2\x83\x97", "\xE2\x86\x92" },
};

/* A character as it stands in an operator: never without bytes, which are those of "" when there is none. */
static struct str
spacing(struct doc *d, struct str character)
{
	struct str line = doc_line(d, character);

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_is(line, marks[i].mark))
			return str_of(marks[i].alone);
	return line.p ? line : STR("");
}

void
docx_formula_property(struct docx_formula *f, struct doc *d, const struct xml_element *e)
{
	struct docx_formula_part *part = f->depth > 0 ? innermost(f) : NULL;
	struct str val = docx_attribute(e, NS_M, "val"), *to = NULL;

	if (!part || f->beyond > 0)
		return;
	part->limits_said = part->limits_said || strcmp(e->name, "limLoc") == 0;
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		if (strcmp(properties[i].name, e->name) == 0 &&
			(properties[i].value ? str_is(val, properties[i].value) : docx_on(val)))
			part->facts |= properties[i].fact;
	if (strcmp(e->name, "chr") == 0)
		to = &part->character;
	else if (strcmp(e->name, "begChr") == 0)
		to = &part->opening;
	else if (strcmp(e->name, "endChr") == 0)
		to = &part->closing;
	else if (strcmp(e->name, "sepChr") == 0)
		to = &part->separator;
	if (to)
		*to = spacing(d, val);
}

/* TEXT */

static bool
is_of_number(struct str number, struct str rest)
{
	if (ascii_digit(rest.p[0]))
		return true;
	return number.n > 0 && (rest.p[0] == '.' || rest.p[0] == ',') && rest.n > 1 && ascii_digit(rest.p[1]);
}

/* A letter, with the marks that stand on it. */
static bool
is_of_letter(struct str rest)
{
	struct str mark = rest;
	uint32_t c = utf8_next(&mark);

	return utf8_is_letter(c) || (c >= 0x0300 && c <= 0x036F) || c == '\'' || c == 0x2032;
}

static void
put_token(struct docx_formula *f, const char *element, const char *attribute, struct str text)
{
	buf_printf(&f->out, "<%s%s>", element, attribute);
	escape_text(&f->out, text);
	buf_printf(&f->out, "</%s>", element);
	innermost(f)->nodes++;
}

/* The next word of letters, one letter when they are variables; digits; or one sign. */
static void
take_token(struct docx_formula *f, struct str *text)
{
	struct str rest = *text, token = { text->p, 0 };
	const char *element = "mo", *attribute = "";

	if (is_of_number(token, rest)) {
		element = "mn";
		for (; rest.n > 0 && is_of_number(token, rest); token.n++)
			rest = str_sub(rest, 1, rest.n);
	} else if (utf8_is_letter(utf8_next(&rest))) {
		size_t letters = 1;

		element = "mi";
		for (; f->upright && rest.n > 0 && is_of_letter(rest); letters++)
			utf8_next(&rest);
		if (f->upright && letters == 1)
			attribute = " mathvariant=\"normal\"";
	}
	token.n = text->n - rest.n;
	*text = rest;
	f->formal = true;
	put_token(f, element, attribute, token);
}

static void
take_tokens(struct docx_formula *f, struct str line)
{
	while (line.n > 0 && f->out.n <= MATHML_MOST) {
		if (line.p[0] == ' ')
			line = str_sub(line, 1, line.n);
		else
			take_token(f, &line);
	}
	f->lost = f->lost || line.n > 0;
}

void
docx_formula_text(struct docx_formula *f, struct doc *d, struct str text)
{
	struct str line = doc_line(d, text);

	if (f->depth == 0 || f->beyond > 0 || line.n == 0)
		return;
	if (f->words)
		put_token(f, "mtext", "", line);
	else
		take_tokens(f, line);
}

bool
docx_formula_is_of_line(struct str formula, struct str line)
{
	struct docx_formula f = { 0 };
	bool same;

	docx_formula_begin(&f);
	take_tokens(&f, line);
	same = !f.lost && str_eq(buf_str(&f.out), formula);
	buf_free(&f.out);
	return same;
}
