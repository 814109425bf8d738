#include "item/pack.h"

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "item/message.h"
#include "markup/escape.h"

enum { AROUND = 2 }; /* newsMessage and itemSet */

/* NAMES THAT ARE ONE OF THEIR KIND */

static void
add_name(struct pack_names *names, struct pack_name name)
{
	if (names->count == names->cap) {
		names->cap = 2 * names->cap + 64;
		names->list = mem_grow(names->list, names->cap * sizeof(*names->list));
	}
	names->list[names->count++] = name;
}

static int
compare_names(const void *left, const void *right)
{
	const struct pack_name *a = left, *b = right;
	int order = str_order(a->name, b->name);

	if (order == 0 && a->item != b->item)
		order = a->item < b->item ? -1 : 1;
	return order;
}

/* Two that are the same in different items, one behind the other, or NULL. */
static const struct pack_name *
find_twins(struct pack_names *names)
{
	if (names->count > 0)
		qsort(names->list, names->count, sizeof(*names->list), compare_names);
	for (size_t i = 1; i < names->count; i++) {
		const struct pack_name *a = &names->list[i - 1], *b = &names->list[i];

		if (a->item != b->item && str_eq(a->name, b->name))
			return a;
	}
	return NULL;
}

static const char *
file_of(const struct pack_name *name)
{
	return name->diag->file ? name->diag->file : "standard input";
}

/* The schema does not notice this one; receivers do. */
static void
refuse_same_items(struct pack *p)
{
	const struct pack_name *twins = find_twins(&p->guids);

	if (twins)
		fail(twins[1].diag, STATUS_DATA, twins[1].place,
			"an item of this guid and version is in %s, line %zu, too: %.*s", file_of(twins), twins->place.number,
			STR_FMT(twins->name));
}

/* The ids of two items were chosen apart; in one file the schema allows each but once. */
static void
warn_same_ids(struct pack *p)
{
	const struct pack_name *twins = find_twins(&p->ids);

	if (twins)
		warn(twins[1].diag, twins[1].place, "W-id",
			"the id \"%.*s\" is in another item too (%s, line %zu): the schema allows it once in a message",
			STR_FMT(twins->name), file_of(twins), twins->place.number);
}

/* ITEMS */

/* The attributes that the schema has as xs:ID are those of its own elements. */
static void
collect_ids(struct pack *p, struct item_file *f, const struct element *item)
{
	static const char *const attributes[] = { "id", "partid" };

	for (const struct element *e = item; e; e = element_next(item, e)) {
		if (strcmp(e->ns, NML_NS) != 0)
			continue;
		for (size_t i = 0; i < sizeof(attributes) / sizeof(*attributes); i++) {
			struct str id = str_trim(element_value(e, NULL, attributes[i]));

			if (id.n > 0)
				add_name(&p->ids, (struct pack_name){ arena_str(&p->arena, id), p->count, f->diag, element_place(e) });
		}
	}
}

/* A message that nobody could unpack is none: the element that would stand too deep in it, or NULL. */
static const struct element *
find_too_deep(const struct element *item)
{
	const struct element *e = item;
	size_t depth = AROUND + 1;

	for (;;) {
		if (depth > LIMIT_XML_DEPTH)
			return e;
		if (e->first) {
			e = e->first;
			depth++;
			continue;
		}
		for (; e != item && !e->next; depth--)
			e = e->parent;
		if (e == item)
			return NULL;
		e = e->next;
	}
}

static void
add_item(struct pack *p, struct taker *taker, struct item_file *f, const struct element *item)
{
	struct str guid = message_guid(item), version = message_version(item);
	const struct element *deep = find_too_deep(item);

	if (item->ns[0] == '\0')
		fail(f->diag, STATUS_DATA, element_place(item), "the item is not in the namespace of NewsML-G2");
	if (guid.n == 0)
		fail(f->diag, STATUS_DATA, element_place(item), "the item has no guid");
	if (deep)
		fail(f->diag, STATUS_DATA, element_place(deep), "in a message elements would be nested more than %d deep",
			LIMIT_XML_DEPTH);
	guid = arena_printf(&p->arena, "%.*s version %.*s", STR_FMT(guid), STR_FMT(version));
	add_name(&p->guids, (struct pack_name){ guid, p->count, f->diag, element_place(item) });
	collect_ids(p, f, item);
	message_take(taker, item, false, &p->items);
	buf_char(&p->items, '\n');
	p->count++;
}

void
pack_add(struct pack *p, struct diag *diag, struct str utf8)
{
	struct item_file *f = item_parse(diag, utf8);
	struct taker taker = { .file = f };

	for (const struct element *item = message_first(f); item; item = item_next(f, item))
		add_item(p, &taker, f, item);
	item_free(f);
}

/* THE MESSAGE */

bool
pack_text_valid(struct str text)
{
	while (text.n > 0) {
		uint32_t c = utf8_next(&text);

		if (c == UTF8_BAD || utf8_is_control(c) || utf8_is_noncharacter(c))
			return false;
	}
	return true;
}

static void
put_element(struct buf *out, const char *name, struct str text)
{
	if (text.n == 0)
		return;
	buf_printf(out, "    <%s>", name);
	escape_text(out, text);
	buf_printf(out, "</%s>\n", name);
}

/* In the order of the schema. */
static void
put_header(struct buf *out, const struct pack_header *header, struct str transmit_id)
{
	buf_puts(out, "  <header>\n");
	put_element(out, "sent", header->sent);
	put_element(out, "sender", header->sender);
	put_element(out, "transmitId", transmit_id);
	put_element(out, "priority", header->priority);
	put_element(out, "origin", header->origin);
	for (const struct pack_line *l = header->lines; l; l = l->next)
		put_element(out, l->name, l->text);
	buf_puts(out, "  </header>\n");
}

/* One message, sent at one time, has one: who gets it twice can tell. */
static struct str
derived_id(struct pack *p, const struct pack_header *header)
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	struct buf head = { 0 };
	SHA2_CTX ctx;

	put_header(&head, header, STR_NONE);
	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)head.p, head.n);
	SHA256Update(&ctx, (const uint8_t *)p->items.p, p->items.n);
	SHA256Final(sum, &ctx);
	buf_free(&head);
	return uuid_of_hash(&p->arena, sum);
}

void
pack_finish(struct pack *p, const struct pack_header *header, struct buf *out)
{
	refuse_same_items(p);
	warn_same_ids(p);
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsMessage xmlns=\"" NML_NS "\">\n");
	put_header(out, header, header->transmit_id.n > 0 ? header->transmit_id : derived_id(p, header));
	buf_puts(out, "  <itemSet>\n");
	buf_add(out, buf_str(&p->items));
	buf_puts(out, "  </itemSet>\n</newsMessage>\n");
}
