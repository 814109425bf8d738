#include "item/message.h"

#include <string.h>

/* READING */

/* What other news formats have for their root. */
static const struct {
	const char *root, *what;
} others[] = {
	{ "NewsML", "NewsML 1.x, not NewsML-G2" },
	{ "nitf", "NITF alone, not NewsML-G2" },
	{ "html", "a web page, not NewsML-G2" },
	{ "rss", "a feed in RSS, not NewsML-G2" },
	{ "feed", "a feed in Atom, not NewsML-G2" },
};

static _Noreturn void
refuse(const struct item_file *f)
{
	const struct element *root = f->root;

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_is(root->name, others[i].root))
			fail(f->diag, STATUS_DATA, element_place(root), "%s", others[i].what);
	if (str_is(root->name, "newsMessage"))
		fail(f->diag, STATUS_DATA, element_place(root), "the message holds no items");
	fail(f->diag, STATUS_DATA, element_place(root), "no NewsML-G2: the root element is <%.*s>", STR_FMT(root->name));
}

const struct element *
message_first(const struct item_file *f)
{
	const struct element *item = item_next(f, NULL);

	if (!item)
		refuse(f);
	return item;
}

struct str
message_guid(const struct element *item)
{
	struct str guid = str_trim(element_value(item, NULL, "guid"));

	return guid.n > 0 ? guid : STR_NONE;
}

struct str
message_version(const struct element *item)
{
	struct str version = str_trim(element_value(item, NULL, "version"));

	while (version.n > 1 && version.p[0] == '0')
		version = str_sub(version, 1, version.n);
	return version.n > 0 ? version : STR("1");
}

struct str
message_property(struct item_file *f, const struct element *item, const char *group, const char *name)
{
	const struct element *in = item_child(item, group, NULL), *e = NULL;

	while (in && (e = item_child(in, name, e))) {
		struct str line = element_line(f, e);

		if (line.n > 0)
			return line;
	}
	return STR_NONE;
}

/* CHOOSING */

static struct element *
next_of(struct item_file *f, const struct element *after)
{
	if (!after)
		message_first(f); /* refuses a file without any */
	return item_next(f, after);
}

static struct element *
numbered(struct item_file *f, long number)
{
	struct element *item = next_of(f, NULL);

	for (long i = 1; item && i < number; i++)
		item = item_next(f, item);
	if (number < 1 || !item)
		fail(f->diag, STATUS_DATA, element_place(f->root), "there is no item %ld", number);
	return item;
}

static struct element *
with_guid(struct item_file *f, struct str guid, const struct element *after)
{
	struct element *item = next_of(f, after);

	while (item && !str_eq(message_guid(item), guid))
		item = item_next(f, item);
	if (!item && !after)
		fail(f->diag, STATUS_DATA, element_place(f->root), "there is no item with the guid %.*s", STR_FMT(guid));
	return item;
}

static struct element *
only_one(struct item_file *f)
{
	struct element *item = next_of(f, NULL), *second = item_next(f, item);

	if (second)
		fail(f->diag, STATUS_DATA, element_place(second),
			"there are several items: --item N, --item GUID or --item all says which are meant");
	return item;
}

struct element *
items_chosen(struct item_file *f, struct str which, const struct element *after)
{
	long number;

	if (str_is(which, "all"))
		return next_of(f, after);
	if (which.n == 0)
		return after ? NULL : only_one(f);
	if (str_to_long(which, &number))
		return after ? NULL : numbered(f, number);
	return with_guid(f, which, after);
}

/* TAKING OUT */

static struct str
qualified_name(const struct item_file *f, const struct attribute *a)
{
	return str_sub(f->bytes, a->at, (size_t)(a->name.p - f->bytes.p) + a->name.n);
}

static bool
is_inherited(const struct attribute *a)
{
	static const char *const of_xml[] = { "lang", "base", "space" };

	if (strcmp(a->ns, XMLNS_NS) == 0)
		return true;
	for (size_t i = 0; i < sizeof(of_xml) / sizeof(*of_xml); i++)
		if (strcmp(a->ns, XML_NS) == 0 && str_is(a->name, of_xml[i]))
			return true;
	return false;
}

/* Whether `attribute`, name="value", is of that name. */
static bool
is_named(struct str attribute, struct str name)
{
	struct str rest = str_sub(attribute, name.n, attribute.n);

	return str_starts(attribute, name) && rest.n > 0 && (ascii_blank(rest.p[0]) || rest.p[0] == '=');
}

static bool
has(const struct item_file *f, const struct element *e, struct str attribute)
{
	for (uint32_t i = 0; i < e->attribute_count; i++)
		if (is_named(attribute, qualified_name(f, &e->attributes[i])))
			return true;
	return false;
}

/* The nearest declaration of a name is the one that holds. */
static bool
is_known(const struct taker *t, struct str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (is_named(t->inherited[i], name))
			return true;
	return false;
}

static void
inherit(struct taker *t, const struct element *e)
{
	for (uint32_t i = 0; i < e->attribute_count; i++) {
		const struct attribute *a = &e->attributes[i];

		if (!is_inherited(a) || is_known(t, qualified_name(t->file, a)))
			continue;
		if (t->count == INHERITED)
			fail(t->file->diag, STATUS_DATA, element_place(e), "more than %d namespaces are declared around the items",
				INHERITED);
		t->inherited[t->count++] = str_sub(t->file->bytes, a->at, (size_t)a->value_end + 1);
	}
}

/* The items of a message have one parent, so this is done once for all of them. */
static void
look_around(struct taker *t, const struct element *around)
{
	if (around == t->around)
		return;
	t->around = around;
	t->count = 0;
	for (; around; around = around->parent)
		inherit(t, around);
}

static void
add_attribute(struct taker *t, const struct element *item, struct str attribute, struct buf *out)
{
	t->bytes += attribute.n;
	if (t->bytes > INHERITED_BYTES)
		fail(t->file->diag, STATUS_DATA, element_place(item),
			"what the items inherit from the message comes to more than %d bytes", INHERITED_BYTES);
	buf_char(out, ' ');
	buf_add(out, attribute);
}

void
message_take(struct taker *t, const struct element *item, bool alone, struct buf *out)
{
	static const struct str none = { "xmlns=\"\"", 8 };
	size_t behind_name = (size_t)(item->name.p - t->file->bytes.p) + item->name.n;

	look_around(t, item->parent);
	buf_add(out, str_sub(t->file->bytes, item->start, behind_name));
	for (size_t i = 0; i < t->count; i++)
		if (!has(t->file, item, t->inherited[i]))
			add_attribute(t, item, t->inherited[i], out);
	if (!alone && !has(t->file, item, none) && !is_known(t, STR("xmlns")))
		add_attribute(t, item, none, out);
	buf_add(out, str_sub(t->file->bytes, behind_name, item->end));
}
