/* The header block, read and written. Each fact's form stands in one place: its parser above its printer. */
#include "txt/txt_header.h"

#include <string.h>

#include "base/utf8.h"
#include "txt/txt_layout.h"

static const struct {
	const char *key;
	enum txt_fact_kind kind;
} keys[] = { { "Roles", TXT_FACT_ROLE }, { "Runs", TXT_FACT_RUN }, { "Levels", TXT_FACT_LEVEL },
	{ "Lists", TXT_FACT_LIST }, { "Cells", TXT_FACT_CELL } };

enum { KEYS = sizeof(keys) / sizeof(keys[0]), LINE_COLUMNS = 72 };

void
txt_header_add(struct txt_header *header, struct arena *a, const struct txt_fact *fact)
{
	struct txt_fact *copy = ARENA_NEW(a, struct txt_fact);

	*copy = *fact;
	copy->next = NULL;
	*(header->last[fact->kind] ? &header->last[fact->kind]->next : &header->facts[fact->kind]) = copy;
	header->last[fact->kind] = copy;
}

static bool
take_number(struct str *s, size_t *value)
{
	size_t n = 0;
	long number;

	while (n < s->n && n < 12 && ascii_digit(s->p[n]))
		n++;
	if (n == 0 || !str_to_long(str_sub(*s, 0, n), &number))
		return false;
	*value = (size_t)number;
	*s = str_sub(*s, n, s->n);
	return true;
}

static bool
take_char(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_sub(*s, 1, s->n);
	return true;
}

/* "3-5", or "3" for "3-3". */
static bool
take_range(struct str *s, size_t *from, size_t *to)
{
	if (!take_number(s, from))
		return false;
	*to = *from;
	return !take_char(s, '-') || take_number(s, to);
}

/* "14-16 contact" */
static bool
parse_role(struct str s, struct txt_fact *f)
{
	if (!take_range(&s, &f->block, &f->to) || !take_char(&s, ' '))
		return false;
	f->role = role_of_token(s);
	return f->role != ROLE_NONE && f->to >= f->block;
}

static void
print_role(struct buf *out, const struct txt_fact *f)
{
	buf_printf(out, "%zu", f->block);
	if (f->to > f->block)
		buf_printf(out, "-%zu", f->to);
	buf_printf(out, " %s", role_token(f->role));
}

/* "15.2 9-24 <tel:+420702159658>" */
static bool
parse_run(struct str s, struct txt_fact *f)
{
	f->leaf = 1;
	if (!take_number(&s, &f->block) || (take_char(&s, '.') && !take_number(&s, &f->leaf)) || !take_char(&s, ' ') ||
		!take_range(&s, &f->from, &f->to) || !take_char(&s, ' '))
		return false;
	f->plain = str_is(s, "plain");
	f->math = str_is(s, "math");
	f->role = role_of_token(s);
	if (str_starts(s, STR("<")) && str_ends(s, STR(">")))
		f->link = str_sub(s, 1, s.n - 1);
	return f->plain || f->math || f->link.n > 0 || role_where(f->role) == ROLE_ON_RUN;
}

static void
print_run(struct buf *out, const struct txt_fact *f)
{
	buf_printf(out, "%zu", f->block);
	if (f->leaf > 1)
		buf_printf(out, ".%zu", f->leaf);
	buf_printf(out, " %zu-%zu ", f->from, f->to);
	if (f->link.n > 0)
		buf_printf(out, "<%.*s>", STR_FMT(f->link));
	else
		buf_puts(out, f->plain ? "plain" : f->math ? "math" : role_token(f->role));
}

/* "7 4" */
static bool
parse_level(struct str s, struct txt_fact *f)
{
	size_t level;

	if (!take_number(&s, &f->block) || !take_char(&s, ' ') || !take_number(&s, &level) || s.n > 0 || level < 1 ||
		level > HEAD_LEVELS)
		return false;
	f->level = (int)level;
	return true;
}

static void
print_level(struct buf *out, const struct txt_fact *f)
{
	buf_printf(out, "%zu %d", f->block, f->level);
}

/* "2 lower-alpha 5 "%)""; a label is what stands between the first and the last quotation mark. */
static bool
parse_list(struct str s, struct txt_fact *f)
{
	struct str format, start;

	if (!take_number(&s, &f->block) || !str_next_word(&s, &format) || !str_next_word(&s, &start) ||
		!str_to_long(start, &f->start))
		return false;
	s = str_trim(s);
	f->format = list_format_of_name(format);
	f->label = str_sub(s, 1, s.n ? s.n - 1 : 0);
	return f->format != LIST_BULLET && str_find_char(f->label, '%') != STR_NPOS && s.p[0] == '"';
}

static void
print_list(struct buf *out, const struct txt_fact *f)
{
	buf_printf(out, "%zu %s %ld \"%.*s\"", f->block, list_format_name(f->format), f->start, STR_FMT(f->label));
}

/* "9 4 header", "9 1 2x1" */
static bool
parse_cell(struct str s, struct txt_fact *f)
{
	size_t columns = 1, rows = 1;

	if (!take_number(&s, &f->block) || !take_char(&s, ' ') || !take_number(&s, &f->leaf) || !take_char(&s, ' '))
		return false;
	f->header = str_is(s, "header");
	if (!f->header && (!take_number(&s, &columns) || !take_char(&s, 'x') || !take_number(&s, &rows) || s.n > 0))
		return false;
	f->colspan = columns < 10000 ? (int)columns : 1;
	f->rowspan = rows < 100000 ? (int)rows : 1;
	return true;
}

static void
print_cell(struct buf *out, const struct txt_fact *f)
{
	buf_printf(out, "%zu %zu ", f->block, f->leaf);
	if (f->header)
		buf_puts(out, "header");
	else
		buf_printf(out, "%dx%d", f->colspan, f->rowspan);
}

static bool (*const parsers[TXT_FACTS])(struct str, struct txt_fact *) = {
	[TXT_FACT_ROLE] = parse_role,
	[TXT_FACT_RUN] = parse_run,
	[TXT_FACT_LEVEL] = parse_level,
	[TXT_FACT_LIST] = parse_list,
	[TXT_FACT_CELL] = parse_cell,
};
static void (*const printers[TXT_FACTS])(struct buf *, const struct txt_fact *) = {
	[TXT_FACT_ROLE] = print_role,
	[TXT_FACT_RUN] = print_run,
	[TXT_FACT_LEVEL] = print_level,
	[TXT_FACT_LIST] = print_list,
	[TXT_FACT_CELL] = print_cell,
};

/* Facts stand in a row, parted by a comma and a blank; a label may hold those, so a list stands alone. */
static bool
read_facts(struct doc *d, struct txt_header *header, enum txt_fact_kind kind, struct str value)
{
	while (value.n > 0) {
		struct txt_fact fact = { .kind = kind };
		size_t comma = kind == TXT_FACT_LIST ? STR_NPOS : str_find(value, STR(", "));
		struct str one = str_sub(value, 0, comma);

		value = comma == STR_NPOS ? STR_NONE : str_sub(value, comma + 2, value.n);
		if (!parsers[kind](str_trim(one), &fact))
			return false;
		fact.link = arena_str(&d->arena, fact.link);
		fact.label = arena_str(&d->arena, fact.label);
		txt_header_add(header, &d->arena, &fact);
	}
	return true;
}

static bool
read_value(struct doc *d, struct txt_header *header, struct str key, struct str value)
{
	enum meta_key meta = meta_of_name(key);

	for (size_t i = 0; i < KEYS; i++)
		if (str_is_nocase(key, keys[i].key))
			return read_facts(d, header, keys[i].kind, value);
	if (str_is_nocase(key, "Blocks"))
		return take_number(&value, &header->blocks);
	if (meta == META_COUNT)
		return false;
	doc_meta_add(d, meta, value);
	return true;
}

/* Takes a line off the text. */
static bool
next_line(struct str *text, struct str *line)
{
	if (text->n == 0 || !str_next(text, '\n', line))
		return false;
	*line = str_trim(*line);
	return true;
}

void
txt_header_read(struct doc *d, struct str *text, struct txt_header *header)
{
	struct str rest = *text, line;
	struct place place = { .number = 1 };

	if (!str_starts(rest, STR("Press-Release: ")) || !next_line(&rest, &line))
		return;
	if (!str_is(line, TXT_MAGIC))
		fail(d->diag, STATUS_DATA, place, "a header of an unknown version: %.*s", STR_FMT(str_sub(line, 0, 80)));
	while (next_line(&rest, &line) && line.n > 0) {
		size_t colon = str_find_char(line, ':');

		place.number++;
		if (colon == STR_NPOS || !read_value(d, header, str_sub(line, 0, colon), str_trim(str_sub(line, colon + 1, line.n))))
			doc_loss(d, LOSS_METADATA, place, "L-header", "not understood in the header: %.*s",
				STR_FMT(str_sub(line, 0, 80)));
	}
	*text = rest.p ? rest : str_sub(*text, text->n, text->n);
}

const struct txt_fact *
txt_header_list(struct txt_header *header, size_t number)
{
	const struct txt_fact *f = header->list ? header->list : header->facts[TXT_FACT_LIST];

	while (f && f->block < number && f->next && f->next->block <= number)
		f = f->next;
	header->list = f;
	return f && f->block == number ? f : NULL;
}

static void
write_facts(struct buf *out, const struct txt_header *header, size_t key)
{
	enum txt_fact_kind kind = keys[key].kind;
	size_t begin = 0;

	for (const struct txt_fact *f = header->facts[kind]; f; f = f->next) {
		if (begin == 0 || out->n - begin > LINE_COLUMNS || kind == TXT_FACT_LIST) {
			if (begin > 0)
				buf_char(out, '\n');
			begin = out->n;
			buf_printf(out, "%s: ", keys[key].key);
		} else {
			buf_puts(out, ", ");
		}
		printers[kind](out, f);
	}
	if (begin > 0)
		buf_char(out, '\n');
}

static void
write_key(struct buf *out, enum meta_key key)
{
	struct str name = str_of(meta_name(key));

	buf_char(out, (char)(name.p[0] - 'a' + 'A'));
	buf_add(out, str_sub(name, 1, name.n));
	buf_puts(out, ": ");
}

void
txt_header_write(const struct doc *d, struct buf *out, const struct txt_header *header, bool public)
{
	buf_puts(out, TXT_MAGIC "\n");
	for (enum meta_key k = 0; k < META_COUNT; k++) {
		for (const struct meta_value *v = d->meta[k]; v && !(public && meta_private(k)); v = v->next) {
			write_key(out, k);
			buf_add(out, v->text);
			buf_char(out, '\n');
		}
	}
	buf_printf(out, "Blocks: %zu\n", header->blocks);
	for (size_t i = 0; i < KEYS; i++)
		write_facts(out, header, i);
	buf_char(out, '\n');
}
