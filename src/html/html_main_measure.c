/* How much text there is in each element of a page, and of which sort. */
#include "base/utf8.h"
#include "html/html_element.h"
#include "html/html_main_parts.h"

enum {
	LINE = 25,	  /* letters of the shortest line that may be prose */
	GROUP = 120,	  /* what prose must have more of than stands in a teaser */
	LINKED_MOST = 60, /* what a line of links counts at most against what it is in */
	SHORT = 8,	  /* what any other line does */
	TEXT_NODES = 1000, /* that a line's text is looked for in, so that a page of nothing costs no more */
	WIDE = 3,	  /* a character of a script that writes words with one or two */
};

static bool
is_wide(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF);
}

static bool
is_stop(uint32_t c)
{
	return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x3001 || c == 0x3002 ||
	       c == 0x060C || c == 0x0964 || c == 0xFF0C;
}

/* Links. */

bool
is_file_name(struct str href)
{
	static const char *const suffixes[] = { ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx",
		".zip", ".jpg", ".jpeg", ".png", ".tif", ".mp3", ".mp4", ".csv" };
	size_t end = str_find_char(href, '?');

	href = str_sub(href, 0, end);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		size_t n = str_of(suffixes[i]).n;

		if (href.n > n && str_eq_nocase(str_sub(href, href.n - n, href.n), str_of(suffixes[i])))
			return true;
	}
	return false;
}

/* An address of somebody; one that has only a subject is a button. */
static bool
is_reachable(struct str href)
{
	size_t end = str_find_char(href, '?');

	href = str_sub(href, 0, end);
	return str_starts_nocase(href, STR("tel:")) ||
	       (str_starts_nocase(href, STR("mailto:")) && str_find_char(href, '@') != STR_NPOS);
}

/* What the element tells all in it. */
static unsigned
flags_of(const struct html_node *node)
{
	unsigned flags = node->element & ELEMENT_INLINE ? 0 : PART_BLOCK;
	struct str href;

	if (shows_nothing(node))
		flags |= PART_DEAD;
	if (!str_is(node->name, "a"))
		return flags;
	href = str_trim(html_value(node, "href"));
	if (is_reachable(href))
		flags |= PART_CONTACT;
	else if (href.n > 0 && !is_file_name(href))
		flags |= PART_LINK;
	return flags;
}

/* Texts. */

/* "name@host", or "+" and nine digits. */
static bool
has_address(struct str text)
{
	size_t at = str_find_char(text, '@'), digits = 0;
	bool plus = false;

	if (at != STR_NPOS && at > 0 && at + 1 < text.n && ascii_alpha(text.p[at + 1]) && !ascii_blank(text.p[at - 1]))
		return true;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == '+')
			plus = true, digits = 0;
		else if (ascii_digit(c))
			digits++;
		else if (c != ' ' && c != '/' && c != '-' && c != '(' && c != ')' && c != '.')
			plus = false, digits = 0;
		if (plus && digits >= 9)
			return true;
	}
	return false;
}

/* Four digits that may be a year of ours, and more digits. */
static bool
has_date(struct str text)
{
	bool year = false, more = false;

	for (size_t i = 0; i < text.n;) {
		size_t n = 0;

		while (i + n < text.n && ascii_digit(text.p[i + n]))
			n++;
		if (n == 4 && (str_starts(str_sub(text, i, text.n), STR("19")) || str_starts(str_sub(text, i, text.n), STR("20"))))
			year = true;
		else if (n == 1 || n == 2)
			more = true;
		i += n > 0 ? n : 1;
	}
	return year && more;
}

static void
measure_text(struct main_page *m, uint32_t place)
{
	struct part *p = &m->parts[place], *block = &m->parts[p->block];
	struct str rest = m->page->nodes[place].text;

	if (p->flags & PART_DEAD)
		return;
	if (has_address(rest))
		p->flags |= PART_CONTACT;
	if (block->own < 80 && has_date(rest))
		block->flags |= PART_DATE;
	while (rest.n > 0) {
		uint32_t c = utf8_next(&rest);

		if (c <= ' ' || c == 0xA0)
			continue;
		p->letters += is_wide(c) ? WIDE : 1;
		block->own_stops += is_stop(c);
	}
	block->own += p->letters;
	if (p->flags & PART_LINK) {
		p->linked = p->letters;
		block->own_linked += p->letters;
	}
}

/* What a block's own text is worth. */
static void
judge(struct part *p)
{
	uint32_t letters = p->own, linked = p->own_linked;

	p->prose = 0;
	p->value = 0;
	if (letters == 0)
		return;
	if (2 * linked > letters)
		p->value = -(int32_t)(linked < LINKED_MOST ? linked : LINKED_MOST);
	else if (letters < LINE)
		p->value = -SHORT;
	else
		p->prose = p->value = (int32_t)(p->own_stops > 0 ? letters - linked : (letters - linked) / 3);
}

/* Sums. */

static void
add_up(struct main_page *m, uint32_t place)
{
	struct part *p = &m->parts[place], *parent = &m->parts[m->page->nodes[place].parent];

	p->value -= p->group < GROUP ? p->group : GROUP;
	if (place == 0 || p->flags & PART_CUT)
		return;
	parent->letters += p->letters;
	parent->linked += p->linked;
	parent->links += p->links;
	parent->prose += p->prose;
	parent->value += p->value;
	parent->flags |= p->flags & PART_CONTACT;
}

void
main_sum(struct main_page *m)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t i = 0; i < m->page->n; i++) {
		struct part *p = &m->parts[i];

		p->group = 0;
		if (nodes[i].name.n == 0)
			continue;
		p->letters = p->linked = 0;
		p->links = p->flags & PART_LINK && str_is(nodes[i].name, "a");
		judge(p);
	}
	for (uint32_t i = 0; i < m->page->n; i++)
		if (m->parts[i].prose > 0 && !(m->parts[i].flags & PART_CUT))
			m->parts[m->parts[nodes[i].parent].block].group += m->parts[i].prose;
	for (uint32_t i = (uint32_t)m->page->n; i-- > 0;)
		add_up(m, i);
}

void
main_measure(struct main_page *m)
{
	const struct html_node *nodes = m->page->nodes;

	for (uint32_t i = 0; i < m->page->n; i++) {
		struct part *p = &m->parts[i];
		const struct part *parent = &m->parts[nodes[i].parent];

		*p = (struct part){ .flags = i == 0 ? PART_BLOCK : parent->flags & (PART_DEAD | PART_LINK) };
		if (nodes[i].name.n > 0)
			p->flags |= flags_of(&nodes[i]);
		p->block = p->flags & PART_BLOCK ? i : parent->block;
		if (nodes[i].name.n == 0)
			measure_text(m, i);
	}
	main_sum(m);
}

/* Adds the text in lower case; utf8_fold() would make each a normal form as well, which takes longer than all else. */
static void
add_lower(struct buf *line, struct str text)
{
	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		if (c < 0x80)
			buf_char(line, ascii_lower((char)c));
		else if (c != UTF8_BAD)
			utf8_put(line, utf8_lower(c));
	}
}

struct str
main_text(const struct main_page *m, uint32_t node, size_t most)
{
	struct buf line = { 0 };
	struct str text;
	uint32_t end = m->page->nodes[node].end;

	if (end - node > TEXT_NODES)
		end = node + TEXT_NODES;
	for (uint32_t i = node; i < end && line.n < most; i++) {
		struct str rest = m->page->nodes[i].text, word;

		if (m->page->nodes[i].name.n > 0 || m->parts[i].flags & (PART_DEAD | PART_CUT))
			continue;
		while (line.n < most && str_next_word(&rest, &word)) {
			if (line.n > 0)
				buf_char(&line, ' ');
			add_lower(&line, word);
		}
	}
	text = arena_str(m->arena, buf_str(&line));
	buf_free(&line);
	return text;
}

struct str
main_bare(const struct main_page *m, struct str text)
{
	struct buf out = { 0 };
	struct str made;

	while (text.n > 0) {
		const char *at = text.p;
		uint32_t c = utf8_next(&text);

		if (c < 0x80 ? ascii_alpha((char)c) || ascii_digit((char)c) : utf8_is_letter(c))
			add_lower(&out, (struct str){ at, (size_t)(text.p - at) });
	}
	made = arena_str(m->arena, buf_str(&out));
	buf_free(&out);
	return made;
}
