#include "html/html_docs.h"

#include "base/percent.h"
#include "base/utf8.h"

enum { BEGINNING = 8 }; /* nodes among which a note's link stands */

/* "ftnt12" behind a head: the digits, or STR_NONE. */
static struct str
number_behind(struct str id, struct str head)
{
	struct str number = str_starts(id, head) ? str_sub(id, head.n, id.n) : STR_NONE;

	for (size_t i = 0; i < number.n; i++)
		if (!ascii_digit(number.p[i]))
			return STR_NONE;
	return number;
}

/* Whether the link bears the one name and leads to the other, with the same number: <a href="#ftnt1" id="ftnt_ref1">. */
static bool
links(const struct html_node *node, struct str id, struct str href)
{
	struct str own = number_behind(html_value(node, "id"), id), target = html_value(node, "href");

	return own.n > 0 && str_starts(target, STR("#")) && str_eq(number_behind(str_sub(target, 1, target.n), href), own);
}

static void
add_attribute(struct arena *a, struct html_node *node, struct str name, struct str value)
{
	struct xhtml_attribute *made = arena_alloc(a, (node->count + 1) * sizeof(*made));

	for (size_t i = 0; i < node->count; i++)
		made[i + 1] = node->attributes[i];
	made[0] = (struct xhtml_attribute){ name, value };
	node->attributes = made;
	node->count++;
}

static bool
is_blank_text(const struct html_node *node)
{
	return node->name.n == 0 && str_trim(node->text).n == 0;
}

/* The <div> that a note or a comment is: one that begins with its link. NULL when there is none. */
static struct html_node *
box_around(struct html_page *page, uint32_t i)
{
	for (uint32_t k = i; k-- > 0 && i - k <= BEGINNING;) {
		struct html_node *node = &page->nodes[k];

		if (node->name.n == 0 && !is_blank_text(node))
			break;
		if (str_is(node->name, "div"))
			return node->end > i ? node : NULL;
	}
	return NULL;
}

/* The rule between the text and the first note. */
static void
leave_out_rule(struct html_page *page, const struct html_node *note)
{
	uint32_t at = (uint32_t)(note - page->nodes);

	for (uint32_t k = at; k-- > 0 && at - k <= BEGINNING;) {
		if (str_is(page->nodes[k].name, "hr"))
			page->nodes[k].marks |= NODE_LEFT_OUT;
		if (!is_blank_text(&page->nodes[k]))
			break;
	}
}

/* A no-break space stands between the number and the note. */
static void
strip_number(struct html_page *page, uint32_t link, uint32_t end)
{
	for (uint32_t k = page->nodes[link].end; k < end && k - link <= BEGINNING; k++) {
		struct html_node *node = &page->nodes[k];

		if (node->name.n > 0)
			continue;
		if (str_starts(node->text, STR("\xC2\xA0")))
			node->text = str_sub(node->text, 2, node->text.n);
		break;
	}
}

static void
mark_note(struct html_page *page, struct arena *a, uint32_t i)
{
	struct html_node *box = box_around(page, i);

	if (!box || str_is(html_value(box, "role"), "doc-footnote"))
		return;
	add_attribute(a, box, STR("role"), STR("doc-footnote"));
	add_attribute(a, box, STR("id"), html_value(&page->nodes[i], "id"));
	add_attribute(a, &page->nodes[i], STR("role"), STR("doc-backlink"));
	leave_out_rule(page, box);
	strip_number(page, i, box->end);
}

static void
leave_out_comment(struct html_page *page, struct doc *d, uint32_t i)
{
	struct html_node *box = box_around(page, i);

	if (!box)
		return;
	box->marks |= NODE_LEFT_OUT;
	doc_loss(d, LOSS_PRESENTATION, (struct place){ .number = page->nodes[i].line }, "L-comment", "a comment");
}

/* Where "https://www.google.com/url?q=ADDRESS&sa=D&source=editors..." leads, or STR_NONE. */
static struct str
address_behind(struct arena *a, struct str href)
{
	const struct str head = STR("https://www.google.com/url?q=");
	struct str rest = str_starts(href, head) ? str_sub(href, head.n, href.n) : STR_NONE;
	size_t end = str_find_char(rest, '&');

	if (end == STR_NPOS || !str_starts(str_sub(rest, end, rest.n), STR("&sa=D")))
		return STR_NONE;
	rest = percent_decode(a, str_sub(rest, 0, end));
	return utf8_check(rest) == STR_NPOS ? rest : STR_NONE;
}

static void
straighten(struct arena *a, struct html_node *node)
{
	struct str address = address_behind(a, html_value(node, "href"));

	if (address.n > 0)
		add_attribute(a, node, STR("href"), address);
}

void
html_docs(struct html_page *page, struct doc *d)
{
	for (uint32_t i = 0; i < page->n; i++) {
		struct html_node *node = &page->nodes[i];

		if (!str_is(node->name, "a"))
			continue;
		if (links(node, STR("ftnt"), STR("ftnt_ref")))
			mark_note(page, &d->arena, i);
		else if (links(node, STR("ftnt_ref"), STR("ftnt")))
			add_attribute(&d->arena, node, STR("role"), STR("doc-noteref"));
		else if (links(node, STR("cmnt"), STR("cmnt_ref")))
			leave_out_comment(page, d, i);
		else if (links(node, STR("cmnt_ref"), STR("cmnt")))
			node->marks |= NODE_LEFT_OUT;
		else
			straighten(&d->arena, node);
	}
}
