/*
 * The style attribute: the few properties of CSS that say something of a
 * text, as editors and word processors write them.
 */
#include "markup/xhtml_frame.h"

/* Takes the next "name: value" off the front. */
static bool
next_declaration(struct str *rest, struct str *name, struct str *value)
{
	struct str part;

	while (str_next(rest, ';', &part)) {
		size_t colon = str_find_char(part, ':'), important;

		if (colon == STR_NPOS)
			continue;
		*name = str_trim(str_sub(part, 0, colon));
		*value = str_trim(str_sub(part, colon + 1, part.n));
		important = str_find_char(*value, '!');
		if (important != STR_NPOS)
			*value = str_trim(str_sub(*value, 0, important));
		return true;
	}
	return false;
}

static bool
mentions(struct str value, const char *word)
{
	struct str part;

	while (str_next_word(&value, &part))
		if (str_is_nocase(part, word))
			return true;
	return false;
}

/* A decimal number at the front; what follows is left in *s. */
static bool
take_number(struct str *s, double *value)
{
	double v = 0, unit = 1;
	size_t i = 0, digits = 0;
	bool fraction = false;

	for (; i < s->n && (ascii_digit(s->p[i]) || (s->p[i] == '.' && !fraction)); i++) {
		if (s->p[i] == '.') {
			fraction = true;
			continue;
		}
		v = v * 10 + (s->p[i] - '0');
		unit *= fraction ? 10 : 1;
		if (++digits > 9)
			return false;
	}
	*s = str_sub(*s, i, s->n);
	*value = v / unit;
	return digits > 0;
}

static void
set_bit(struct xhtml_frame *f, unsigned bit, bool on)
{
	f->like.style = on ? f->like.style | bit : f->like.style & ~bit;
}

static void
font_weight(struct xhtml_frame *f, struct str value)
{
	long weight;

	if (str_to_long(value, &weight))
		set_bit(f, STYLE_BOLD, weight >= 600);
	else if (str_is_nocase(value, "bold") || str_is_nocase(value, "bolder"))
		set_bit(f, STYLE_BOLD, true);
	else if (str_is_nocase(value, "normal") || str_is_nocase(value, "lighter"))
		set_bit(f, STYLE_BOLD, false);
}

static void
font_style(struct xhtml_frame *f, struct str value)
{
	if (str_is_nocase(value, "italic") || str_is_nocase(value, "oblique"))
		set_bit(f, STYLE_ITALIC, true);
	else if (str_is_nocase(value, "normal"))
		set_bit(f, STYLE_ITALIC, false);
}

/* "none" takes back what the element itself draws, not what one around it does. A link's line says that it is one, no more. */
static void
text_decoration(struct xhtml_frame *f, struct str value)
{
	if (mentions(value, "none"))
		f->like.style &= ~(f->element->style & (STYLE_UNDERLINE | STYLE_STRIKE));
	if (mentions(value, "underline") && f->like.link.n == 0)
		set_bit(f, STYLE_UNDERLINE, true);
	if (mentions(value, "line-through"))
		set_bit(f, STYLE_STRIKE, true);
}

static void
vertical_align(struct xhtml_frame *f, struct str value)
{
	bool sub = str_is_nocase(value, "sub"), sup = str_is_nocase(value, "super");

	if (!sub && !sup && !str_is_nocase(value, "baseline"))
		return;
	set_bit(f, STYLE_SUB, sub);
	set_bit(f, STYLE_SUP, sup);
}

static void
display(struct xhtml_frame *f, struct str value)
{
	f->hidden |= str_is_nocase(value, "none");
}

static void
visibility(struct xhtml_frame *f, struct str value)
{
	f->hidden |= str_is_nocase(value, "hidden");
}

static void
mso_hide(struct xhtml_frame *f, struct str value)
{
	f->hidden |= str_is_nocase(value, "all");
}

static void
text_align(struct xhtml_frame *f, struct str value)
{
	f->looks |= str_is_nocase(value, "center") ? 1u << XHTML_CENTRED : 0;
}

static void
list_style(struct xhtml_frame *f, struct str value)
{
	f->list_style = value;
}

static void
mso_list(struct xhtml_frame *f, struct str value)
{
	f->word_list = value;
}

/* Word's list of notes is ruled off from the text; its comments are no text. */
static void
mso_element(struct xhtml_frame *f, struct str value)
{
	f->notes |= str_is_nocase(value, "footnote-list") || str_is_nocase(value, "endnote-list");
	f->hidden |= str_starts_nocase(value, STR("comment"));
}

/* Values that leave everything as it is around the element. */
static bool
is_usual(struct str value)
{
	static const char *const usual[] = { "inherit", "initial", "unset", "normal", "none", "auto", "transparent",
		"currentcolor", "static", "windowtext", "black", "" };

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		if (str_is_nocase(value, usual[i]))
			return true;
	return false;
}

/* In relation to 16 pixels, which is every browser's usual size, and as many points on paper as Word's 12. */
static void
font_size(struct xhtml_frame *f, struct str value)
{
	double n;

	if (!is_usual(value))
		f->looks |= 1u << XHTML_SIZE;
	if (!take_number(&value, &n) || n <= 0)
		return;
	if (str_is_nocase(value, "px"))
		f->size = n / 16;
	else if (str_is_nocase(value, "pt"))
		f->size = n / 12;
	else if (str_is_nocase(value, "rem"))
		f->size = n;
	else if (str_is_nocase(value, "em"))
		f->size = n * (f->size > 0 ? f->size : 1);
	else if (str_is(value, "%"))
		f->size = n / 100 * (f->size > 0 ? f->size : 1);
}

static void
color(struct xhtml_frame *f, struct str value)
{
	f->looks |= is_usual(value) ? 0 : 1u << XHTML_COLOUR;
}

static void
font(struct xhtml_frame *f, struct str value)
{
	f->looks |= is_usual(value) ? 0 : 1u << XHTML_FONT;
}

static void
place(struct xhtml_frame *f, struct str value)
{
	f->looks |= is_usual(value) || str_is_nocase(value, "relative") ? 0 : 1u << XHTML_PLACE;
}

static const struct {
	const char *name;
	void (*apply)(struct xhtml_frame *f, struct str value);
} properties[] = {
	{ "color", color },
	{ "background", color },
	{ "background-color", color },
	{ "font", font },
	{ "font-family", font },
	{ "font-variant", font },
	{ "text-transform", font },
	{ "float", place },
	{ "position", place },
	{ "font-weight", font_weight },
	{ "font-style", font_style },
	{ "font-size", font_size },
	{ "text-decoration", text_decoration },
	{ "text-decoration-line", text_decoration },
	{ "vertical-align", vertical_align },
	{ "text-align", text_align },
	{ "display", display },
	{ "visibility", visibility },
	{ "mso-element", mso_element },
	{ "mso-hide", mso_hide },
	{ "mso-list", mso_list },
	{ "list-style-type", list_style },
	{ "list-style", list_style },
};

void
xhtml_style(struct xhtml_frame *f, struct str style)
{
	struct str name, value;

	while (next_declaration(&style, &name, &value))
		for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
			if (str_is_nocase(name, properties[i].name))
				properties[i].apply(f, value);
}

/* Attributes and elements of old pages that say the same are among the elements. */
void
count_looks(struct xhtml_reader *x, const struct xhtml_frame *f)
{
	unsigned looks = f->looks | (f->element->start ? 0 : (unsigned)f->element->detail);

	for (size_t i = 0; looks >> i > 0; i++)
		x->looks[i] += looks >> i & 1;
}

void
lose_looks(const struct xhtml_reader *x)
{
	static const struct {
		const char *id, *what;
	} kinds[XHTML_LOOKS] = {
		[XHTML_COLOUR] = { "L-look", "coloured text and backgrounds" },
		[XHTML_FONT] = { "L-look", "fonts and forms of letters" },
		[XHTML_SIZE] = { "L-look", "larger or smaller letters" },
		[XHTML_CENTRED] = { "L-look", "centred text" },
		[XHTML_PLACE] = { "L-position", "what floats or stands in a place of its own" },
		[XHTML_TITLE] = { "L-title", "texts that a page shows only where the pointer is" },
	};

	for (size_t i = 0; i < XHTML_LOOKS; i++)
		if (x->looks[i] > 0)
			doc_loss(x->b->doc, LOSS_PRESENTATION, (struct place){ 0 }, kinds[i].id, "%s: %zu", kinds[i].what, x->looks[i]);
}
