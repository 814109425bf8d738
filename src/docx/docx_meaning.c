#include "docx/docx_meaning.h"

#include <string.h>

static const struct {
	const char *name;
	int levels;
} kinds[KIND_COUNT] = {
#define X(id, name, levels) [KIND_##id] = { name, levels },
	DOCX_KINDS(X)
#undef X
};

/* Names that only other programs write: Word, LibreOffice, pandoc. A level here is the name's own. */
static const struct {
	const char *name;
	struct docx_meaning meaning;
} foreign[] = {
	{ "Title", { .kind = KIND_HEAD, .level = 1, .hint = ROLE_HEADLINE } },
	{ "Subtitle", { .kind = KIND_PARA, .hint = ROLE_SUBHEADLINE } },
	{ "heading 7", { .kind = KIND_HEAD, .level = HEAD_LEVELS } },
	{ "heading 8", { .kind = KIND_HEAD, .level = HEAD_LEVELS } },
	{ "heading 9", { .kind = KIND_HEAD, .level = HEAD_LEVELS } },
	{ "Intense Quote", { .kind = KIND_QUOTE } },
	{ "Block Text", { .kind = KIND_QUOTE } },
	{ "Block Quote", { .kind = KIND_QUOTE } },
	{ "Block Quotation", { .kind = KIND_QUOTE } },
	{ "Quotations", { .kind = KIND_QUOTE } },
	{ "List Bullet 2", { .kind = KIND_BULLET, .level = 2 } },
	{ "List Bullet 3", { .kind = KIND_BULLET, .level = 3 } },
	{ "List Bullet 4", { .kind = KIND_BULLET, .level = 4 } },
	{ "List Bullet 5", { .kind = KIND_BULLET, .level = 5 } },
	{ "List Number 2", { .kind = KIND_NUMBER, .level = 2 } },
	{ "List Number 3", { .kind = KIND_NUMBER, .level = 3 } },
	{ "List Number 4", { .kind = KIND_NUMBER, .level = 4 } },
	{ "List Number 5", { .kind = KIND_NUMBER, .level = 5 } },
	{ "Preformatted Text", { .kind = KIND_PRE } },
	{ "Source Code", { .kind = KIND_PRE } },
	{ "Captioned Figure", { .kind = KIND_FIGURE } },
	{ "Image Caption", { .kind = KIND_CAPTION } },
	{ "Table Contents", { .kind = KIND_CELL } },
	{ "endnote text", { .kind = KIND_NOTE } },
	{ "footnote", { .kind = KIND_NOTE } },
	{ "endnote", { .kind = KIND_NOTE } },
};

/* Takes head off the front of *s, whatever case, blanks and hyphens there are in either. */
static bool
take(struct str *s, const char *head)
{
	struct str rest = *s;

	for (;; head++) {
		while (*head == ' ' || *head == '-')
			head++;
		while (rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '-' || rest.p[0] == '_'))
			rest = str_sub(rest, 1, rest.n);
		if (*head == '\0')
			break;
		if (rest.n == 0 || ascii_lower(rest.p[0]) != ascii_lower(*head))
			return false;
		rest = str_sub(rest, 1, rest.n);
	}
	*s = rest;
	return true;
}

static bool
take_all(struct str s, const char *name)
{
	return take(&s, name) && s.n == 0;
}

bool
docx_same_name(struct str a, const char *b)
{
	return take_all(a, b);
}

/* Whether neighbours of the kind belong to one container, so that its first may have to say so. */
static bool
grows_together(enum docx_kind kind)
{
	return kind == KIND_QUOTE || kind == KIND_ATTRIBUTION || kind == KIND_TERM || kind == KIND_DEFINITION;
}

static bool
kind_of_name(struct str name, struct docx_meaning *m)
{
	for (enum docx_kind k = 0; k < KIND_COUNT; k++) {
		struct str rest = name;

		if (!take(&rest, kinds[k].name))
			continue;
		m->kind = k;
		m->level = kinds[k].levels > 0;
		if (kinds[k].levels > 0 && rest.n == 1 && rest.p[0] >= '1' && rest.p[0] <= '0' + kinds[k].levels) {
			m->level = rest.p[0] - '0';
			return true;
		}
		m->first = grows_together(k) && take_all(rest, "First");
		if (rest.n == 0 || m->first)
			return k != KIND_HEAD || rest.n > 0;
	}
	return false;
}

static bool
role_of_name(struct str name, struct docx_meaning *m)
{
	for (enum role r = 1; r < ROLE_COUNT; r++) {
		if (role_where(r) != ROLE_ON_LEAF || !take_all(name, role_style(r)))
			continue;
		m->role = r;
		m->kind = r == ROLE_HEADLINE ? KIND_HEAD : KIND_PARA;
		m->level = r == ROLE_HEADLINE;
		return true;
	}
	return false;
}

/* Takes the section off the front. */
static struct str
take_section(struct str name, struct docx_meaning *m)
{
	for (enum role r = 1; r < ROLE_COUNT; r++) {
		if (role_where(r) == ROLE_ON_SECTION && take(&name, role_style(r))) {
			m->section = r;
			m->section_first = take(&name, "First");
			break;
		}
	}
	return name;
}

bool
docx_meaning_of_name(struct str name, struct docx_meaning *m)
{
	struct str rest, item;

	*m = (struct docx_meaning){ 0 };
	if (name.n == 0)
		return false;
	if (role_of_name(name, m))
		return true;
	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++) {
		if (take_all(name, foreign[i].name)) {
			*m = foreign[i].meaning;
			return true;
		}
	}
	rest = take_section(name, m);
	if (m->section && rest.n == 0)
		return true;
	item = rest;
	if (take(&item, kinds[KIND_HEADER_CELL].name) && item.n > 0) {
		m->in_header = true;
		rest = item;
	}
	return kind_of_name(rest, m);
}

static void
put_word(struct buf *out, const char *word, bool capital)
{
	size_t at = out->n;

	buf_puts(out, word);
	if (capital && out->p[at] >= 'a' && out->p[at] <= 'z')
		out->p[at] = (char)(out->p[at] - 'a' + 'A');
	buf_char(out, ' ');
}

void
docx_meaning_put_name(struct buf *out, const struct docx_meaning *m)
{
	bool composed = m->section || m->in_header;

	if (m->section)
		put_word(out, role_style(m->section), false);
	if (m->section_first)
		put_word(out, "First", false);
	if (m->in_header)
		put_word(out, kinds[KIND_HEADER_CELL].name, false);
	if (m->role)
		put_word(out, role_style(m->role), false);
	else if (m->kind != KIND_PARA || !composed)
		put_word(out, kinds[m->kind].name, composed);
	if (m->level > 1 || (m->kind == KIND_HEAD && !m->role))
		buf_printf(out, "%d ", m->level);
	if (m->first)
		put_word(out, "First", false);
	out->n--; /* the blank behind the last word */
}

bool
docx_is_template_style(struct str name)
{
	return str_starts_nocase(name, STR(DOCX_TEMPLATE_PREFIX));
}

enum role
docx_run_role(struct str name)
{
	for (enum role r = 1; r < ROLE_COUNT; r++)
		if (role_where(r) == ROLE_ON_RUN && take_all(name, role_style(r)))
			return r;
	return ROLE_NONE;
}
