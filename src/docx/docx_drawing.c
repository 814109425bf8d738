/*
 * Images: DrawingML (ECMA-376 part 1, 20) and VML (part 4, 19). The bytes come
 * out of the package; of an image outside it only the address is kept.
 */
#include <string.h>

#include "base/limits.h"
#include "docx/docx_element.h"
#include "docx/docx_read.h"

enum { EMU_PER_PIXEL = 9525 };

static struct str
rel_address(const struct docx_reading *r, struct str id)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, id);

	return rel && rel->external ? doc_link(r->d, rel->target) : STR_NONE;
}

/* Takes "800 x 600" apart. */
static bool
take_size(struct str *rest, long *width, long *height)
{
	struct str first, by, second;

	if (!str_next_word(rest, &first) || !str_next_word(rest, &by) || !str_next_word(rest, &second) || !str_is(by, "x"))
		return false;
	*width = docx_number(first, 0, LIMIT_PIXELS, -1);
	*height = docx_number(second, 0, LIMIT_PIXELS, -1);
	return *width >= 0 && *height >= 0;
}

/* "Image 1 (800 x 600 as 400 x 300)": what it is in the document, unless a person has changed what it is on the page. */
static void
size_of_name(struct docx_drawing *g, struct str name)
{
	size_t at = str_find_char(name, '(');
	struct str rest = str_sub(name, at + 1, name.n), as;
	long width, height, shown, shown_height, page = (g->cx + EMU_PER_PIXEL / 2) / EMU_PER_PIXEL;

	if (at == STR_NPOS || !str_ends(rest, STR(")")))
		return;
	rest.n--;
	if (!take_size(&rest, &width, &height) || !str_next_word(&rest, &as) || !take_size(&rest, &shown, &shown_height) ||
		page < shown - 1 || page > shown + 1)
		return;
	g->width = (int)width;
	g->height = (int)height;
	g->named = true;
}

/*
 * Word describes a picture by the file that it came from unless someone says
 * better. That is no text, and tells whose computer it was: "C:\Users\jane\",
 * "Macintosh HD:Users:jane:", "img_0001.jpg".
 */
static bool
is_file_name(struct str alt)
{
	static const char *const suffixes[] = { ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf",
		".svg", ".webp" };
	bool path = str_starts(alt, STR("\\\\")) || str_starts(alt, STR("file:")) || str_find(alt, STR(":\\")) == 1 ||
		    str_find(alt, STR(":Users:")) != STR_NPOS || str_find(alt, STR("\\Users\\")) != STR_NPOS;
	bool word = str_find_char(alt, ' ') == STR_NPOS;

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]) && word && !path; i++) {
		struct str suffix = str_of(suffixes[i]);

		path = alt.n > suffix.n && str_eq_nocase(str_sub(alt, alt.n - suffix.n, alt.n), suffix);
	}
	return path;
}

static struct str
description(const struct docx_reading *r, struct str alt)
{
	return is_file_name(alt) && !r->ours ? STR_NONE : arena_str(&r->d->arena, alt);
}

static void
drawing_start(struct docx_reading *r, const struct xml_element *e)
{
	(void)e;
	r->drawing = (struct docx_drawing){ 0 };
}

/* wp:extent, wp:docPr and pic:cNvPr, a:hlinkClick in these. */
static void
drawing_property(struct docx_reading *r, const struct xml_element *e)
{
	struct docx_drawing *g = &r->drawing;
	struct str alt = docx_attribute(e, NS_NONE, "descr");

	if (strcmp(e->name, "extent") == 0) {
		g->cx = docx_number(docx_attribute(e, NS_NONE, "cx"), 0, 0x7FFFFFFFFFFF, 0);
		g->cy = docx_number(docx_attribute(e, NS_NONE, "cy"), 0, 0x7FFFFFFFFFFF, 0);
	} else if (strcmp(e->name, "hlinkClick") == 0) {
		g->link = rel_address(r, docx_attribute(e, NS_R, "id"));
	} else {
		struct str hidden = docx_attribute(e, NS_NONE, "hidden");

		if (alt.n == 0)
			alt = docx_attribute(e, NS_NONE, "title");
		if (alt.n > 0)
			g->alt = description(r, alt);
		if (r->ours && strcmp(e->name, "docPr") == 0)
			size_of_name(g, docx_attribute(e, NS_NONE, "name"));
		g->hidden = g->hidden || (hidden.n > 0 && docx_on(hidden));
	}
}

/* The pixels of an extent at 96 to the inch; 0 for the one that says that nobody knows (docx_write.h). */
static int
pixels(const struct docx_reading *r, long emu)
{
	if (r->untouched && emu % EMU_PER_PIXEL != 0)
		return 0;
	emu = (emu + EMU_PER_PIXEL / 2) / EMU_PER_PIXEL;
	return emu <= 0x7FFFFFFF ? (int)emu : 0;
}

bool
docx_drawing_is_shown(struct docx_reading *r)
{
	return docx_is_shown(r) && !r->drawing.hidden;
}

static void
put_image(struct docx_reading *r, struct image *image)
{
	struct run like;

	if (!docx_drawing_is_shown(r))
		return;
	docx_para_open(r);
	like = (struct run){ .link = docx_run_like(r)->link };
	if (r->drawing.link.n > 0)
		like.link = r->drawing.link;
	build_image(&r->b, &like, image);
}

/*
 * How large it is shown. In a file of others, a height that does not go with
 * the width comes from cropping, which is not carried: the image's own shape
 * makes the height.
 */
static void
set_size(const struct docx_reading *r, struct image *image)
{
	const struct docx_drawing *g = &r->drawing;

	image->width = g->named ? g->width : pixels(r, g->cx);
	image->height = g->named ? g->height : pixels(r, g->cy);
	if (!r->ours && image->bytes.n > 0 && image->width > 0)
		image->height = 0;
}

static void
put_embedded(struct docx_reading *r, struct str id)
{
	const struct docx_rel *rel = docx_rel_by_id(r->rels, id);
	struct image image = { .alt = r->drawing.alt };
	struct buf bytes = { 0 };

	if (rel && !rel->external && docx_part_read(&r->package, rel->target, &bytes) && bytes.n > 0) {
		image.bytes = buf_str(&bytes);
		set_size(r, &image);
		put_image(r, &image);
	} else {
		doc_loss(r->d, LOSS_CONTENT, r->b.place, "L-image", "image that is not in the file: %.*s",
			STR_FMT(str_sub(image.alt, 0, 80)));
	}
	buf_free(&bytes);
}

static void
put_linked(struct docx_reading *r, struct str address)
{
	struct image image = { .alt = r->drawing.alt, .url = address };

	set_size(r, &image);
	put_image(r, &image);
}

/* A picture, not the texture that fills a shape. */
static void
blip(struct docx_reading *r, const struct xml_element *e)
{
	const struct docx_element *fill = r->depth > 1 ? r->frames[r->depth - 2].element : NULL;
	struct str embed = docx_attribute(e, NS_R, "embed"), link = docx_attribute(e, NS_R, "link");

	if (!fill || fill->ns != NS_PIC)
		return;
	if (embed.n > 0)
		put_embedded(r, embed);
	else if (link.n > 0)
		put_linked(r, rel_address(r, link));
}

static void
graphic_data(struct docx_reading *r, const struct xml_element *e)
{
	struct str uri = docx_attribute(e, NS_NONE, "uri");

	/* The extent is that of all its pictures together. */
	if (str_ends(uri, STR("/wordprocessingGroup")) || str_ends(uri, STR("/wordprocessingCanvas")))
		r->drawing.cx = r->drawing.cy = 0;
}

/* A length of CSS in EMU; 0 when it is none. Without a unit it is pixels. */
static long
emu_of_length(struct str s)
{
	static const struct {
		const char *unit;
		double emu;
	} units[] = { { "pt", 12700 }, { "px", EMU_PER_PIXEL }, { "in", 914400 }, { "cm", 360000 }, { "mm", 36000 },
		{ "pc", 152400 }, { "", EMU_PER_PIXEL } };
	double n = 0, place = 1;
	size_t i = 0;

	for (; i < s.n && (ascii_digit(s.p[i]) || s.p[i] == '.'); i++) {
		if (s.p[i] == '.')
			place = 0.1;
		else if (place < 1)
			n += (s.p[i] - '0') * place, place /= 10;
		else
			n = n * 10 + (s.p[i] - '0');
	}
	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]) && n < LIMIT_PIXELS; k++)
		if (str_is_nocase(str_sub(s, i, s.n), units[k].unit))
			return (long)(n * units[k].emu + 0.5);
	return 0;
}

/* "width:120pt;height:40pt;visibility:hidden" */
static void
read_style(struct docx_drawing *g, struct str style)
{
	struct str declaration, name;

	while (str_next(&style, ';', &declaration)) {
		if (!str_next(&declaration, ':', &name))
			continue;
		if (str_is_nocase(str_trim(name), "width"))
			g->cx = emu_of_length(str_trim(declaration));
		else if (str_is_nocase(str_trim(name), "height"))
			g->cy = emu_of_length(str_trim(declaration));
		else if (str_is_nocase(str_trim(name), "visibility"))
			g->hidden = str_is_nocase(str_trim(declaration), "hidden");
	}
}

static void
vml_shape(struct docx_reading *r, const struct xml_element *e)
{
	struct str line = docx_attribute(e, NS_O, "hr");

	r->drawing = (struct docx_drawing){ .alt = description(r, docx_attribute(e, NS_NONE, "alt")) };
	read_style(&r->drawing, docx_attribute(e, NS_NONE, "style"));
	r->looks[LOOK_POSITION] += str_find(docx_attribute(e, NS_NONE, "style"), STR("position:absolute")) != STR_NPOS;
	if (line.n > 0 && (str_is(line, "t") || str_is(line, "true")))
		r->para->is_rule = true;
}

static void
vml_image(struct docx_reading *r, const struct xml_element *e)
{
	struct str id = docx_attribute(e, NS_R, "id"), address = docx_attribute(e, NS_R, "href");

	if (r->drawing.alt.n == 0)
		r->drawing.alt = description(r, docx_attribute(e, NS_O, "title"));
	if (id.n > 0)
		put_embedded(r, id);
	else if (address.n > 0)
		put_linked(r, rel_address(r, address));
}

/* How much is cut off the sides, in thousandths of a per cent; below 0 there is something added. */
static void
crop(struct docx_reading *r, const struct xml_element *e)
{
	static const char *const sides[] = { "l", "t", "r", "b" };

	if (!docx_drawing_is_shown(r))
		return;
	for (size_t i = 0; i < 4; i++)
		if (docx_number(docx_attribute(e, NS_NONE, sides[i]), 1, 100000, 0) > 0) {
			doc_loss(r->d, LOSS_PRESENTATION, r->b.place, "L-crop", "that a picture is cropped");
			warn(r->d->diag, r->b.place, "W-crop", "a cropped picture is taken whole, with what was cut off");
			return;
		}
}

/* Objects of other programs and controls are no more than their pictures; ink has none. */
static void
object(struct docx_reading *r, const struct xml_element *e)
{
	bool ink = strcmp(e->name, "contentPart") == 0;

	doc_loss(r->d, ink ? LOSS_CONTENT : LOSS_PRESENTATION, r->b.place, "L-object", "%s",
		ink ? "ink" : strcmp(e->name, "control") == 0 ? "a control" : "an object of another program");
}

static const struct docx_element elements[] = {
	{ "OLEObject", NS_O, object, NULL },
	{ "blip", NS_A, blip, NULL },
	{ "blipFill", NS_PIC, NULL, NULL },
	{ "cNvPr", NS_PIC, drawing_property, NULL },
	{ "chart", NS_CHART, docx_chart, NULL },
	{ "contentPart", NS_W, object, NULL },
	{ "control", NS_W, object, NULL },
	{ "docPr", NS_WP, drawing_property, NULL },
	{ "drawing", NS_W, drawing_start, NULL },
	{ "extent", NS_WP, drawing_property, NULL },
	{ "graphicData", NS_A, graphic_data, NULL },
	{ "hlinkClick", NS_A, drawing_property, NULL },
	{ "imagedata", NS_V, vml_image, NULL },
	{ "pict", NS_W, drawing_start, NULL },
	{ "rect", NS_V, vml_shape, NULL },
	{ "relIds", NS_DIAGRAM, docx_diagram, NULL },
	{ "shape", NS_V, vml_shape, NULL },
	{ "srcRect", NS_A, crop, NULL },
};

const struct docx_elements docx_drawing_elements = { elements, sizeof(elements) / sizeof(elements[0]) };
