#include "html/html_hidden.h"

#include "base/utf8.h"

/* What the digits stand for, or STR_NONE when that is no mail address. */
static struct str
decode(struct arena *arena, struct str digits)
{
	int key = str_hex_byte(digits);
	char *bytes = arena_alloc(arena, digits.n / 2 + 1);
	struct str address = { bytes, 0 };

	for (size_t i = 2; key >= 0 && i + 1 < digits.n; i += 2) {
		int byte = str_hex_byte(str_sub(digits, i, digits.n));

		if (byte < 0)
			return STR_NONE;
		bytes[address.n++] = (char)(byte ^ key);
	}
	return str_find_char(address, '@') != STR_NPOS && utf8_check(address) == STR_NPOS ? address : STR_NONE;
}

/* The digits in the address of a link, or STR_NONE. */
static struct str
digits_of(struct str href)
{
	const struct str path = STR("/cdn-cgi/l/email-protection");
	size_t at = str_find(href, path);

	href = at == STR_NPOS ? STR_NONE : str_sub(href, at + path.n, href.n);
	return href.n > 1 && href.p[0] == '#' ? str_sub(href, 1, href.n) : STR_NONE;
}

static void
set_link(struct html_node *node, struct arena *arena, struct str address)
{
	struct xhtml_attribute *made = arena_alloc(arena, node->count * sizeof(*made));

	for (size_t i = 0; i < node->count; i++) {
		made[i] = node->attributes[i];
		if (str_is(made[i].name, "href"))
			made[i].value = arena_printf(arena, "mailto:%.*s", STR_FMT(address));
	}
	node->attributes = made;
}

/* The first text in the element becomes the address, the others nothing. */
static void
set_text(struct html_page *page, uint32_t i, struct str address)
{
	for (uint32_t k = i + 1; k < page->nodes[i].end; k++) {
		if (page->nodes[k].name.n > 0)
			continue;
		page->nodes[k].text = address;
		address = STR_NONE;
	}
}

void
html_show_addresses(struct html_page *page, struct arena *arena)
{
	for (uint32_t i = 0; i < page->n; i++) {
		struct html_node *node = &page->nodes[i];
		struct str own = html_value(node, "data-cfemail"), href = html_value(node, "href"), address;

		if (own.n == 0 && href.n == 0)
			continue;
		address = decode(arena, own.n > 0 ? own : digits_of(href));
		if (address.n == 0)
			continue;
		if (href.n > 0)
			set_link(node, arena, address);
		if (own.n > 0)
			set_text(page, i, address);
	}
}
