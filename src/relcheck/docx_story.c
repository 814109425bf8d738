/*
 * What the stories of a DOCX hold beside their text (ECMA-376 part 1): tracked
 * changes (17.13.5), comments (17.13.4), hidden runs (17.3.2.41), instructions
 * of fields (17.16), cropped pictures (20.1.8.55), drawings that are hidden
 * (20.4.2.5).
 */
#include "relcheck/docx_scan.h"

#include <stdlib.h>
#include <string.h>

/* What is gathered of text between an element's start and its end. */
struct gathering {
	size_t depth; /* of the element; 0: nothing is gathered */
	struct str author;
	struct buf text;
};

struct story {
	struct docx_scan *scan;
	struct place place;
	bool header;
	const char *names[LIMIT_XML_DEPTH + 1]; /* of the open elements */
	size_t depth;
	bool hidden; /* the run at work */
	size_t hidden_drawing; /* the depth of the element with all of it; 0: none */
	const struct docx_style *style; /* of the paragraph */
	struct run_props props;
	struct gathering deleted, comment, field, link;
	struct buf text_hidden; /* of the paragraph */
	bool in_text, link_shown;
};

static bool
parent_is(const struct story *s, const char *name)
{
	return s->depth >= 2 && strcmp(s->names[s->depth - 2], name) == 0;
}

static void
begin(struct story *s, struct gathering *g, const struct xml_element *e)
{
	if (g->depth > 0)
		return;
	g->depth = s->depth;
	g->author = arena_str(&s->scan->c->d->arena, docx_attribute(e, NS_W, "author"));
	buf_clear(&g->text);
}

/* Whether what was gathered ends with the element that ends now. */
static bool
ends(const struct story *s, struct gathering *g)
{
	if (g->depth != s->depth)
		return false;
	g->depth = 0;
	return str_trim(buf_str(&g->text)).n > 0;
}

static void
say_text(struct story *s, enum relcheck_rule rule, const char *what, struct str author, struct str text)
{
	struct relcheck *c = s->scan->c;

	relcheck_found(c, rule, s->place, "%s%s%.*s: \"%.*s\"", what, author.n > 0 ? " by " : "", STR_FMT(relcheck_cut(c, author)),
		STR_FMT(relcheck_cut(c, text)));
}

/* A paragraph ends: what of it is hidden is one finding. */
static void
end_paragraph(struct story *s)
{
	if (str_trim(buf_str(&s->text_hidden)).n > 0)
		say_text(s, RULE_HIDDEN, "hidden text", STR_NONE, buf_str(&s->text_hidden));
	buf_clear(&s->text_hidden);
}

static void
paragraph(struct story *s, const struct xml_element *e)
{
	(void)e;
	end_paragraph(s);
	s->place.number++;
	s->style = docx_style_default(&s->scan->styles);
}

static void
paragraph_style(struct story *s, const struct xml_element *e)
{
	s->style = docx_style(&s->scan->styles, &s->scan->c->d->arena, DOCX_PARAGRAPH, docx_val(e));
}

static void
run(struct story *s, const struct xml_element *e)
{
	(void)e;
	run_props_clear(&s->props);
	s->hidden = s->style && s->style->run.on[SWITCH_HIDDEN] == 1;
}

/* A property of a run: said by itself, or by a style of characters. Hidden on the web alone, it is in print for all to see. */
static void
run_property(struct story *s, const struct xml_element *e)
{
	if (strcmp(e->name, "webHidden") == 0)
		return;
	if (strcmp(e->name, "rStyle") == 0)
		run_props_inherit(&s->props,
			&docx_style(&s->scan->styles, &s->scan->c->d->arena, DOCX_CHARACTER, docx_val(e))->run);
	else
		run_props_read(&s->props, &s->scan->strings, e);
	if (s->props.on[SWITCH_HIDDEN] >= 0)
		s->hidden = s->props.on[SWITCH_HIDDEN] == 1;
}

static void
taken_out(struct story *s, const struct xml_element *e)
{
	begin(s, &s->deleted, e);
}

static void
comment(struct story *s, const struct xml_element *e)
{
	begin(s, &s->comment, e);
}

static void
hyperlink(struct story *s, const struct xml_element *e)
{
	if (docx_attribute(e, NS_R, "id").n == 0)
		return;
	begin(s, &s->link, e);
	s->link_shown = false;
}

static void
picture(struct story *s, const struct xml_element *e)
{
	(void)e;
	s->link_shown = true;
}

static void
shown_text(struct story *s, const struct xml_element *e)
{
	(void)e;
	s->in_text = true;
}

static void
instruction(struct story *s, const struct xml_element *e)
{
	begin(s, &s->field, e);
	s->in_text = true;
}

static void
simple_field(struct story *s, const struct xml_element *e)
{
	docx_scan_path(s->scan->c, s->place, "an instruction of a field", docx_attribute(e, NS_W, "instr"));
}

/* How much is cut off each side, in thousandths of a per cent; below 0 something is added. */
static void
source_rectangle(struct story *s, const struct xml_element *e)
{
	static const char *const sides[] = { "l", "t", "r", "b" };

	for (size_t i = 0; i < 4; i++)
		if (docx_number(docx_attribute(e, NS_NONE, sides[i]), 1, 100000, 0) > 0) {
			relcheck_found(s->scan->c, RULE_CROPPED, s->place, "a picture is cropped; what was cut off is in the file");
			return;
		}
}

static void
vml_image(struct story *s, const struct xml_element *e)
{
	static const char *const sides[] = { "cropleft", "croptop", "cropright", "cropbottom" };

	s->link_shown = true;
	for (size_t i = 0; i < 4; i++) {
		struct str value = docx_attribute(e, NS_NONE, sides[i]);

		if (value.n > 0 && !str_starts(value, STR("0")) && !str_starts(value, STR("-"))) {
			relcheck_found(s->scan->c, RULE_CROPPED, s->place, "a picture is cropped; what was cut off is in the file");
			return;
		}
	}
}

/* Word's watermarks are word art in a header. */
static void
word_art(struct story *s, const struct xml_element *e)
{
	struct str text = docx_attribute(e, NS_NONE, "string");

	if (s->header && text.n > 0)
		relcheck_found(s->scan->c, RULE_WATERMARK, s->place, "a watermark says \"%.*s\"",
			STR_FMT(relcheck_cut(s->scan->c, text)));
}

static void
hide_drawing(struct story *s, size_t depth)
{
	if (s->hidden_drawing == 0)
		s->hidden_drawing = depth;
}

/* The properties of what stands around them, in its place on the page. */
static void
drawing_properties(struct story *s, const struct xml_element *e)
{
	struct str hidden = docx_attribute(e, NS_NONE, "hidden");

	if (hidden.n > 0 && docx_on(hidden))
		hide_drawing(s, s->depth - 1);
	docx_scan_path(s->scan->c, s->place, "the description of a picture", docx_attribute(e, NS_NONE, "descr"));
	docx_scan_path(s->scan->c, s->place, "the name of a picture", docx_attribute(e, NS_NONE, "name"));
}

static void
vml_shape(struct story *s, const struct xml_element *e)
{
	if (str_find(docx_attribute(e, NS_NONE, "style"), STR("visibility:hidden")) != STR_NPOS)
		hide_drawing(s, s->depth);
}

static const struct {
	const char *name;
	enum docx_ns ns;
	void (*start)(struct story *s, const struct xml_element *e);
} elements[] = {
	{ "p", NS_W, paragraph },
	{ "pStyle", NS_W, paragraph_style },
	{ "r", NS_W, run },
	{ "t", NS_W, shown_text },
	{ "delText", NS_W, shown_text },
	{ "del", NS_W, taken_out },
	{ "moveFrom", NS_W, taken_out },
	{ "comment", NS_W, comment },
	{ "hyperlink", NS_W, hyperlink },
	{ "drawing", NS_W, picture },
	{ "instrText", NS_W, instruction },
	{ "delInstrText", NS_W, instruction },
	{ "fldSimple", NS_W, simple_field },
	{ "srcRect", NS_A, source_rectangle },
	{ "imagedata", NS_V, vml_image },
	{ "textpath", NS_V, word_art },
	{ "shape", NS_V, vml_shape },
	{ "rect", NS_V, vml_shape },
	{ "docPr", NS_WP, drawing_properties },
};

/* Who made a tracked change, of whatever kind. */
static void
note_author(struct story *s, const struct xml_element *e)
{
	struct str author = docx_attribute(e, NS_W, "author");

	if (author.n == 0 || strcmp(e->name, "comment") == 0)
		return;
	s->scan->changes++;
	docx_scan_changed_by(s->scan, author);
}

static void
note_rsids(struct story *s, const struct xml_element *e)
{
	for (size_t i = 0; i < e->attribute_count && !s->scan->has_rsids; i++)
		s->scan->has_rsids = strncmp(e->attributes[i].name, "rsid", 4) == 0;
}

static void
start(void *context, const struct xml_element *e)
{
	struct story *s = context;

	s->names[s->depth++] = e->name;
	s->in_text = false;
	note_author(s, e);
	note_rsids(s, e);
	if (parent_is(s, "rPr") && s->depth >= 3 && strcmp(s->names[s->depth - 3], "r") == 0)
		run_property(s, e);
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strcmp(e->name, elements[i].name) == 0 && docx_ns(e->ns) == elements[i].ns)
			elements[i].start(s, e);
}

static void
end(void *context, const struct xml_element *e)
{
	struct story *s = context;
	bool open = s->link.depth == s->depth;

	(void)e;
	if (ends(s, &s->deleted))
		say_text(s, RULE_DELETED, "deleted text", s->deleted.author, buf_str(&s->deleted.text));
	if (ends(s, &s->comment))
		say_text(s, RULE_COMMENT, "a comment", s->comment.author, buf_str(&s->comment.text));
	if (ends(s, &s->field))
		docx_scan_path(s->scan->c, s->place, "an instruction of a field", buf_str(&s->field.text));
	ends(s, &s->link);
	if (open && !s->link_shown)
		relcheck_found(s->scan->c, RULE_LINK_EMPTY, s->place, "a link has no text");
	if (s->hidden_drawing == s->depth)
		s->hidden_drawing = 0;
	s->in_text = false;
	s->depth--;
}

static void
text(void *context, struct str part)
{
	struct story *s = context;

	if (!s->in_text)
		return;
	if (s->field.depth > 0)
		buf_add(&s->field.text, part);
	else if (s->deleted.depth > 0)
		buf_add(&s->deleted.text, part);
	else if (s->comment.depth > 0)
		buf_add(&s->comment.text, part);
	else if (s->hidden || s->hidden_drawing > 0)
		buf_add(&s->text_hidden, part);
	else
		s->link_shown = true;
}

void
docx_scan_story(struct docx_scan *scan, struct str part, bool header)
{
	static const struct xml_handler handler = { start, end, text };
	struct story *s = mem_zeroed(sizeof(*s));

	s->scan = scan;
	s->header = header;
	s->place = (struct place){ .part = arena_cstr(&scan->c->d->arena, part), .unit = "paragraph" };
	docx_part_parse(&scan->package, part, &handler, s);
	end_paragraph(s);
	buf_free(&s->deleted.text);
	buf_free(&s->comment.text);
	buf_free(&s->field.text);
	buf_free(&s->link.text);
	buf_free(&s->text_hidden);
	free(s);
}
