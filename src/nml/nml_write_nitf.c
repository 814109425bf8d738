/*
 * The text as NITF (IPTC NITF 3.6), for receivers that read the children of
 * body.content/block and nothing else. The headline, what follows it and the
 * byline stand in body.head; a section is a block of its own, its role the
 * block's class. Where NITF has no element for what a text needs, or one that
 * such receivers do not know (hl2, bq), HTML's stands in the block.
 *
 * What NITF has no place for is a loss: underlining, strike, the language and
 * direction of a phrase, readings above the text, roles of phrases.
 */
#include "doc/media.h"
#include "markup/escape.h"
#include "nml/nml_facts.h"
#include "nml/nml_meta.h"
#include "nml/nml_write.h"

/* RUNS */

static const struct {
	unsigned style;
	const char *element; /* NULL: there is none */
} styles[] = {
	{ STYLE_BOLD, "strong" },
	{ STYLE_ITALIC, "em" },
	{ STYLE_SUB, "sub" },
	{ STYLE_SUP, "sup" },
	{ STYLE_UNDERLINE, NULL },
	{ STYLE_STRIKE, NULL },
};
enum { STYLES = sizeof(styles) / sizeof(*styles) };

static const struct {
	enum role role;
	const char *element;
} run_roles[] = {
	{ ROLE_PLACE, "location" },
	{ ROLE_SPEAKER, "person" },
	{ ROLE_CONTACT_NAME, "person" },
	{ ROLE_CONTACT_ORG, "org" },
	{ ROLE_CONTACT_EMAIL, "virtloc" },
	{ ROLE_CONTACT_WEB, "virtloc" },
};
enum { RUN_ROLES = sizeof(run_roles) / sizeof(*run_roles) };

static void
lose_form(struct writing *w, const char *what, struct str text)
{
	doc_loss(w->d, LOSS_PRESENTATION, (struct place){ 0 }, "L-body", "%s: %.*s", what, STR_FMT(str_sub(text, 0, 80)));
}

static const char *
role_element(const struct run *r)
{
	for (size_t i = 0; i < RUN_ROLES; i++)
		if (r->role == run_roles[i].role)
			return run_roles[i].element;
	return NULL;
}

static void
put_text_run(struct writing *w, const struct run *r)
{
	const char *element = role_element(r);

	if (element)
		buf_printf(w->out, "<%s>", element);
	for (int i = 0; i < STYLES; i++)
		if (r->style & styles[i].style && styles[i].element)
			buf_printf(w->out, "<%s>", styles[i].element);
		else if (r->style & styles[i].style)
			lose_form(w, "underlined or struck", r->text);
	escape_text(w->out, r->text);
	for (int i = STYLES - 1; i >= 0; i--)
		if (r->style & styles[i].style && styles[i].element)
			buf_printf(w->out, "</%s>", styles[i].element);
	if (element)
		buf_printf(w->out, "</%s>", element);
	if (r->lang.n > 0 || r->rtl || (r->role && !element))
		lose_form(w, "language, direction or role of a phrase", r->text);
	if (r->ruby.n > 0) {
		buf_puts(w->out, " (");
		escape_text(w->out, r->ruby);
		buf_char(w->out, ')');
		lose_form(w, "reading", r->ruby);
	}
}

/* An image in a line stands by its words. */
static void
put_words(struct writing *w, const struct run *r)
{
	escape_text(w->out, r->image->alt);
	doc_loss(w->d, r->image->alt.n > 0 ? LOSS_PRESENTATION : LOSS_CONTENT, (struct place){ 0 }, "L-body", "image in a line: %.*s",
		STR_FMT(str_sub(r->image->alt, 0, 80)));
}

static void
put_run(struct writing *w, const struct run *r)
{
	switch (r->kind) {
	case RUN_TEXT:
		put_text_run(w, r);
		break;
	case RUN_BREAK:
		buf_puts(w->out, "<br/>");
		break;
	case RUN_IMAGE:
		put_words(w, r);
		break;
	case RUN_NOTE:
		buf_printf(w->out, "<sup>%zu</sup>", fact_note_number(r->note));
		break;
	case RUN_MATH:
		escape_text(w->out, r->text);
		lose_form(w, "mathematics", r->text);
		break;
	}
}

static void
put_runs(struct writing *w, const struct block *b)
{
	struct str link = STR_NONE;

	for (const struct run *r = b->runs; r; r = r->next) {
		if (!str_eq(r->link, link)) {
			if (link.n > 0)
				buf_puts(w->out, "</a>");
			link = r->link;
			if (link.n > 0) {
				buf_puts(w->out, "<a");
				put_attribute(w->out, "href", link);
				buf_char(w->out, '>');
			}
		}
		put_run(w, r);
	}
	if (link.n > 0)
		buf_puts(w->out, "</a>");
}

/* BLOCKS */

static bool
stands_in_head(const struct block *b)
{
	return b->role == ROLE_HEADLINE || b->role == ROLE_SUBHEADLINE || b->role == ROLE_BYLINE;
}

static void
put_leaf(struct writing *w, const char *element, const struct block *b)
{
	const char *token = role_token(b->role);

	buf_printf(w->out, "<%s", element);
	if (b->role == ROLE_LEAD)
		buf_puts(w->out, " lede=\"true\"");
	else if (token)
		put_attribute(w->out, "class", str_of(token));
	buf_char(w->out, '>');
	put_runs(w, b);
	buf_printf(w->out, "</%s>\n", element);
}

static void
put_reference(struct writing *w, const struct image *image)
{
	struct str address = image->url;

	if (image->bytes.n > 0 && w->o->media_seen)
		address = media_address(&w->arena, w->o->media_seen, image);
	buf_puts(w->out, "<media media-type=\"image\"><media-reference");
	if (image->type)
		put_attribute(w->out, "mime-type", str_of(image->type));
	put_attribute(w->out, "source", address);
	put_attribute(w->out, "alternate-text", image->alt);
	if (image->width > 0 && image->height > 0)
		buf_printf(w->out, " width=\"%d\" height=\"%d\"", image->width, image->height);
	buf_puts(w->out, "/>");
}

/* NITF refers to files: bytes in the text have no place. */
static void
put_figure(struct writing *w, const struct block *b)
{
	const struct block *caption = b->first;
	const struct image *image = b->runs->image;
	bool refers = image->bytes.n == 0 || w->o->media_seen;

	if (refers)
		put_reference(w, image);
	else
		doc_loss(w->d, LOSS_CONTENT, (struct place){ 0 }, "L-body", "image, which --media would write: %.*s",
			STR_FMT(str_sub(image->alt, 0, 80)));
	if (caption && refers)
		put_leaf(w, "media-caption", caption);
	else if (caption)
		put_leaf(w, "p", caption);
	if (refers)
		buf_puts(w->out, "</media>\n");
}

static const char *
container_element(const struct block *b)
{
	switch (b->type) {
	case BLOCK_LIST:
		return b->list.format == LIST_BULLET ? "ul" : "ol";
	case BLOCK_ITEM:
		return "li";
	case BLOCK_QUOTE:
		return "blockquote";
	case BLOCK_TABLE:
		return "table";
	case BLOCK_ROW:
		return "tr";
	case BLOCK_CELL:
		return b->cell.header ? "th" : "td";
	case BLOCK_DEFLIST:
		return "dl";
	default:
		return NULL;
	}
}

static void
open_container(struct writing *w, const struct block *b)
{
	buf_printf(w->out, "<%s", container_element(b));
	if (b->type == BLOCK_CELL && b->cell.colspan > 1)
		buf_printf(w->out, " colspan=\"%d\"", b->cell.colspan);
	if (b->type == BLOCK_CELL && b->cell.rowspan > 1)
		buf_printf(w->out, " rowspan=\"%d\"", b->cell.rowspan);
	if (b->type == BLOCK_LIST && b->list.format != LIST_BULLET && (b->list.format != LIST_DECIMAL || b->list.start != 1 ||
									     !str_is(b->list.label, "%.")))
		lose_form(w, "numbers of a list", STR(""));
	buf_puts(w->out, ">");
}

/* A para that is all of an item or a cell, or an item's first with lists behind it, needs no element. */
static bool
is_bare(const struct block *b)
{
	bool alone = !b->prev && (b->parent->type == BLOCK_ITEM || b->parent->type == BLOCK_CELL);

	for (const struct block *next = b->next; next; next = next->next)
		alone = alone && next->type == BLOCK_LIST;
	return alone;
}

static void
put_para(struct writing *w, const struct block *b)
{
	if (b->parent->type == BLOCK_NOTE && !b->prev) {
		buf_printf(w->out, "<p><sup>%zu</sup> ", fact_note_number(b->parent));
		put_runs(w, b);
		buf_puts(w->out, "</p>\n");
	} else if (is_bare(b)) {
		put_runs(w, b);
	} else {
		put_leaf(w, "p", b);
	}
}

static void
enter(struct writing *w, const struct block *b)
{
	static const char *const heads[HEAD_LEVELS] = { "h1", "h2", "h3", "h4", "h5", "h6" };

	if (container_element(b))
		open_container(w, b);
	else if (b->type == BLOCK_PARA)
		put_para(w, b);
	else if (b->type == BLOCK_HEAD)
		put_leaf(w, heads[b->head.level - 1], b);
	else if (b->type == BLOCK_FIGURE)
		put_figure(w, b);
	else if (b->type == BLOCK_RULE)
		buf_puts(w->out, "<hr/>\n");
	else if (b->type == BLOCK_CAPTION && b->parent->type == BLOCK_TABLE)
		put_leaf(w, "caption", b);
	else if (b->type == BLOCK_TERM)
		put_leaf(w, "dt", b);
	else if (b->type == BLOCK_DEFINITION)
		put_leaf(w, "dd", b);
	else if (b->type == BLOCK_PRE)
		put_leaf(w, "pre", b);
}

/* The element of the NITF that is open around what is written. */
static void
change_block(struct writing *w, bool *open, bool want, const char *class)
{
	if (*open == want && !class)
		return;
	if (*open)
		buf_puts(w->out, "</block>\n");
	if (want) {
		buf_puts(w->out, "<block");
		if (class)
			put_attribute(w->out, "class", str_of(class));
		buf_puts(w->out, ">\n");
	}
	*open = want;
}

static void
put_content(struct writing *w)
{
	struct walk walk = { .root = w->d->root };
	bool open = false;

	buf_puts(w->out, "<body.content>\n");
	while (walk_next(&walk)) {
		const struct block *b = walk.at;
		bool top = b->parent == w->d->root;

		if (b == w->d->root || (top && stands_in_head(b)))
			continue;
		if (b->type == BLOCK_SECTION)
			change_block(w, &open, !walk.leaving, walk.leaving ? NULL : role_token(b->role));
		else if (top && !walk.leaving)
			change_block(w, &open, true, NULL);
		if (!walk.leaving)
			enter(w, b);
		else if (container_element(b))
			buf_printf(w->out, "</%s>\n", container_element(b));
	}
	change_block(w, &open, false, NULL);
	buf_puts(w->out, "</body.content>\n");
}

static void
put_all(struct writing *w, enum role role, const char *element)
{
	for (const struct block *b = NULL; (b = fact_block(w->d, role, b));) {
		buf_printf(w->out, "<%s>", element);
		put_runs(w, b);
		buf_printf(w->out, "</%s>\n", element);
	}
}

void
write_nitf(struct writing *w, struct str title)
{
	size_t start;

	buf_puts(w->out, "\t\t<inlineXML contenttype=\"application/nitf+xml\">\n<nitf xmlns=\"" NITF_NS "\"><head><title>");
	escape_text(w->out, title);
	buf_puts(w->out, "</title></head><body>\n<body.head>\n<hedline>\n");
	start = w->out->n;
	put_all(w, ROLE_HEADLINE, "hl1");
	put_all(w, ROLE_SUBHEADLINE, "hl2");
	if (w->out->n == start)
		w->out->n -= STR("<hedline>\n").n;
	else
		buf_puts(w->out, "</hedline>\n");
	put_all(w, ROLE_BYLINE, "byline");
	buf_puts(w->out, "</body.head>\n");
	put_content(w);
	buf_puts(w->out, "</body></nitf>\n\t\t</inlineXML>\n");
}
