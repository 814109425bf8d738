#include "item/gate.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "item/message.h"

enum pub_status { USABLE, WITHHELD, CANCELED };

/* The item that holds back all others the longest. */
struct hold {
	const struct element *at; /* NULL: nothing holds */
	bool indefinite;
	const char *why; /* where it is indefinite */
	int64_t until;
	struct str embargo; /* as it stands */
};

/* A child of that name in whatever namespace: an embargo in a wrong one is one all the same. */
static const struct element *
child(const struct element *e, const char *name, const struct element *after)
{
	const struct element *c = after ? after->next : e->first;

	while (c && !str_is(c->name, name))
		c = c->next;
	return c;
}

/* STATUS */

/* "stat:canceled" and "http://cv.iptc.org/newscodes/pubstatusg2/canceled" are "canceled". */
static struct str
code_of(const struct element *e)
{
	static const char *const names[] = { "qcode", "uri", "literal" };
	struct str value = STR_NONE;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && value.n == 0; i++)
		value = str_trim(element_value(e, NULL, names[i]));
	for (size_t i = value.n; i > 0; i--)
		if (value.p[i - 1] == ':' || value.p[i - 1] == '/')
			return str_sub(value, i, value.n);
	return value;
}

static enum pub_status
pub_status(struct item_file *f, const struct element *e)
{
	static const struct {
		const char *code;
		enum pub_status status;
	} known[] = { { "usable", USABLE }, { "withheld", WITHHELD }, { "canceled", CANCELED }, { "cancelled", CANCELED } };
	struct str code = code_of(e);

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_is_nocase(code, known[i].code))
			return known[i].status;
	fail(f->diag, STATUS_DATA, element_place(e), "the item has an unknown status: %.*s", STR_FMT(code));
}

/* The strictest of an item's statuses; none is as good as usable (guide, 7.5.1.4). */
static enum pub_status
status_of(struct item_file *f, const struct element *meta, const struct element **at)
{
	enum pub_status worst = USABLE;

	for (const struct element *e = NULL; (e = child(meta, "pubStatus", e));) {
		enum pub_status status = pub_status(f, e);

		if (status > worst) {
			worst = status;
			*at = e;
		}
	}
	return worst;
}

/* EMBARGO */

/* Fractions of a second, which no date here keeps, are not to end an embargo early. */
static bool
has_fraction(struct str time)
{
	size_t dot = str_find_char(time, '.');

	if (dot == STR_NPOS)
		dot = str_find_char(time, ',');
	if (dot == STR_NPOS)
		return false;
	for (size_t i = dot + 1; i < time.n && ascii_digit(time.p[i]); i++)
		if (time.p[i] != '0')
			return true;
	return false;
}

static int64_t
end_of_embargo(struct item_file *f, const struct element *e, struct str text)
{
	struct date date;

	if (!date_parse(text, &date) || !date.has_time)
		fail(f->diag, STATUS_DATA, element_place(e), "the embargo is no time: %.*s", STR_FMT(text));
	if (!date.has_zone)
		fail(f->diag, STATUS_DATA, element_place(e), "the embargo has no time zone: %.*s", STR_FMT(text));
	return date_seconds(date) + (has_fraction(text) ? 1 : 0);
}

static void
hold_indefinitely(struct hold *hold, const struct element *at, const char *why)
{
	if (!hold->indefinite)
		*hold = (struct hold){ .at = at, .indefinite = true, .why = why };
}

static void
check_embargo(struct item_file *f, const struct element *e, const struct gate *gate, struct hold *hold)
{
	struct str text = str_trim(element_text(f, e));
	int64_t until;

	if (text.n == 0) {
		hold_indefinitely(hold, e, "an embargo without an end");
		return;
	}
	until = end_of_embargo(f, e, text);
	if (until > gate->at && !hold->indefinite && (!hold->at || until > hold->until))
		*hold = (struct hold){ .at = e, .until = until, .embargo = text };
}

/* ITEMS */

/* Whether it may be given out; gives the element that says that it is canceled, else NULL. */
static const struct element *
check_meta(struct item_file *f, const struct element *meta, const struct gate *gate, struct hold *hold)
{
	const struct element *at = NULL;
	enum pub_status status = status_of(f, meta, &at);

	if (status != USABLE && gate->withdrawals)
		return NULL;
	for (const struct element *e = NULL; (e = child(meta, "embargoed", e));)
		check_embargo(f, e, gate, hold);
	if (status == WITHHELD)
		hold_indefinitely(hold, at, "the item is withheld");
	return status == CANCELED ? at : NULL;
}

static const struct element *
check_item(struct item_file *f, const struct element *item, const struct gate *gate, struct hold *hold)
{
	const struct element *meta = child(item, "itemMeta", NULL), *canceled = NULL;

	if (!meta)
		fail(f->diag, STATUS_DATA, element_place(item), "the item has no itemMeta, where its embargo would stand");
	for (; meta && !canceled; meta = child(item, "itemMeta", meta))
		canceled = check_meta(f, meta, gate, hold);
	return canceled;
}

/* What stands among the items and is none would pass unseen. */
static void
refuse_strangers(struct item_file *f, const struct element *set)
{
	for (const struct element *e = set->first; e; e = e->next)
		if (str_is(set->name, "itemSet") && item_kind(e) == ITEM_NONE)
			fail(f->diag, STATUS_DATA, element_place(e), "<%.*s> is no item of NewsML-G2", STR_FMT(e->name));
}

static _Noreturn void
say_hold(struct item_file *f, const struct hold *hold, const struct gate *gate)
{
	if (hold->indefinite)
		fail(f->diag, STATUS_NOT_YET, element_place(hold->at), "%s; seconds to wait: indefinite", hold->why);
	fail(f->diag, STATUS_NOT_YET, element_place(hold->at), "an embargo until %.*s; seconds to wait: %" PRId64,
		STR_FMT(hold->embargo), hold->until - gate->at);
}

void
gate_check(struct item_file *f, const struct gate *gate)
{
	const struct element *canceled = NULL, *set = NULL;
	struct hold hold = { 0 };

	for (const struct element *item = message_first(f); item; item = item_next(f, item)) {
		const struct element *at = check_item(f, item, gate, &hold);

		if (item->parent && item->parent != set)
			refuse_strangers(f, item->parent);
		set = item->parent;
		if (!canceled)
			canceled = at;
	}
	if (canceled)
		fail(f->diag, STATUS_DENIED, element_place(canceled), "the item is canceled: it is never to be given out");
	if (hold.at)
		say_hold(f, &hold, gate);
}
