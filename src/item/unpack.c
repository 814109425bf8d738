#include "item/unpack.h"

#include "base/date.h"
#include "base/utf8.h"

void
unpack_begin(struct unpack *u, struct item_file *f)
{
	*u = (struct unpack){ .file = f, .taker = { .file = f } };
	for (const struct element *item = message_first(f); item; item = item_next(f, item))
		u->count++;
}

/* PROPERTIES */

static struct str
first_of(struct str a, struct str b)
{
	return a.n > 0 ? a : b;
}

static struct str
headline_of(struct unpack *u, const struct element *item)
{
	return first_of(message_property(u->file, item, "contentMeta", "headline"),
		message_property(u->file, item, "itemMeta", "title"));
}

static struct str
slug_of(struct unpack *u, const struct element *item)
{
	return first_of(message_property(u->file, item, "contentMeta", "slugline"), headline_of(u, item));
}

/* STR_NONE unless it is there and has a time. */
static struct str
version_time(struct unpack *u, const struct element *item, bool clock)
{
	struct arena *a = &u->file->arena;
	struct date date;

	if (!date_parse(message_property(u->file, item, "itemMeta", "versionCreated"), &date) || (clock && !date.has_time))
		return STR_NONE;
	if (clock)
		return arena_printf(a, "%02d%02d%02d", date.hour, date.minute, date.second);
	date.has_time = false;
	return date_format(a, date);
}

static struct str
date_of(struct unpack *u, const struct element *item)
{
	return version_time(u, item, false);
}

static struct str
time_of(struct unpack *u, const struct element *item)
{
	return version_time(u, item, true);
}

static struct str
guid_of(struct unpack *u, const struct element *item)
{
	(void)u;
	return message_guid(item);
}

static struct str
version_of(struct unpack *u, const struct element *item)
{
	(void)u;
	return message_version(item);
}

static struct str
language_of(struct unpack *u, const struct element *item)
{
	(void)u;
	return str_trim(element_value(item, XML_NS, "lang"));
}

static struct str
kind_of(struct unpack *u, const struct element *item)
{
	(void)u;
	return item->name;
}

/* LISTING */

static void
put_clean(struct buf *out, struct str text)
{
	while (text.n > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);

		if (utf8_is_control(c) || utf8_is_bidi_control(c))
			buf_char(out, '?');
		else
			buf_add(out, str_sub(before, 0, before.n - text.n));
	}
}

void
unpack_list(struct unpack *u, struct buf *out)
{
	size_t number = 0;

	for (const struct element *item = message_first(u->file); item; item = item_next(u->file, item)) {
		buf_printf(out, "%zu\t", ++number);
		put_clean(out, message_guid(item));
		buf_char(out, '\t');
		put_clean(out, message_version(item));
		buf_char(out, '\t');
		put_clean(out, headline_of(u, item));
		buf_char(out, '\n');
	}
}

/* TAKING OUT */

/* Versions are whole numbers of any length, without leading zeros here. */
static bool
is_newer(struct str a, struct str b)
{
	for (size_t i = 0; a.n == b.n && i < a.n; i++)
		if (a.p[i] != b.p[i])
			return a.p[i] > b.p[i];
	return a.n > b.n;
}

const struct element *
unpack_find(struct unpack *u, struct str which)
{
	const struct element *found = NULL;

	for (const struct element *item = NULL; (item = items_chosen(u->file, which, item));)
		if (!found || is_newer(message_version(item), message_version(found)))
			found = item;
	return found;
}

void
unpack_item(struct unpack *u, const struct element *item, struct buf *out)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	message_take(&u->taker, item, true, out);
	buf_char(out, '\n');
}

/* NAMING */

static const struct field {
	const char *name;
	struct str (*of)(struct unpack *u, const struct element *item);
} fields[] = {
	{ "guid", guid_of },
	{ "version", version_of },
	{ "date", date_of },
	{ "time", time_of },
	{ "slug", slug_of },
	{ "headline", headline_of },
	{ "lang", language_of },
	{ "kind", kind_of },
	{ "n", NULL },
};

/* Takes a literal text, or the field behind it, off the front of the pattern. False: no such field. */
static bool
next_part(struct str *pattern, struct str *literal, const struct field **field)
{
	struct str name;

	*field = NULL;
	*literal = str_sub(*pattern, 0, str_find_char(*pattern, '{'));
	*pattern = str_sub(*pattern, literal->n, pattern->n);
	if (literal->n > 0 || pattern->n == 0)
		return true;
	*pattern = str_sub(*pattern, 1, pattern->n);
	if (str_find_char(*pattern, '}') == STR_NPOS)
		return false;
	str_next(pattern, '}', &name);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (str_is(name, fields[i].name))
			*field = &fields[i];
	return *field != NULL;
}

const char *
unpack_pattern_wrong(struct str pattern)
{
	struct str rest = pattern, literal;
	const struct field *field;

	if (pattern.n == 0 || pattern.p[0] == '.' || pattern.p[0] == '-')
		return "want a name that does not begin with a dot or a dash";
	if (utf8_check(pattern) != STR_NPOS || str_find_char(pattern, '/') != STR_NPOS)
		return "want a name in UTF-8 without a slash";
	for (size_t i = 0; i < pattern.n; i++)
		if ((unsigned char)pattern.p[i] < ' ' || pattern.p[i] == 0x7F)
			return "want a name without control characters";
	while (rest.n > 0)
		if (!next_part(&rest, &literal, &field))
			return "want {guid} {version} {date} {time} {slug} {headline} {lang} {kind} {n} and text between them";
	return NULL;
}

/* So wide that the names of all items sort as the items stand. */
static void
put_number(struct unpack *u, size_t number, struct buf *name)
{
	int width = 1;

	for (size_t most = u->count; most >= 10; most /= 10)
		width++;
	buf_printf(name, "%0*zu", width, number);
}

struct str
unpack_name(struct unpack *u, const struct element *item, size_t number, struct str pattern)
{
	struct buf name = { 0 };
	struct str literal, value;
	const struct field *field;

	while (pattern.n > 0 && next_part(&pattern, &literal, &field)) {
		buf_add(&name, literal);
		if (!field)
			continue;
		if (!field->of) {
			put_number(u, number, &name);
			continue;
		}
		value = field->of(u, item);
		file_name_add(&name, value.n > 0 ? value : arena_printf(&u->file->arena, "no-%s", field->name));
	}
	value = file_name_give(&u->names, buf_str(&name));
	buf_free(&name);
	return value;
}
