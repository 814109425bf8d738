#include "html/html_open.h"

#include <stdlib.h>

#include "base/arena.h"
#include "html/html_element.h"

struct open_element {
	struct str name;
	unsigned bits;
	unsigned kind;
	size_t again; /* how many formatting elements waited when it began */
};

/* Names of one kind may be different, those of two are. */
static unsigned
kind_of(struct str name)
{
	return name.n == 0 ? 0 : ((unsigned)ascii_lower(name.p[0]) * 5 + (unsigned)ascii_lower(name.p[name.n - 1]) + (unsigned)name.n) % OPEN_KINDS;
}

static uint64_t
kinds_of(struct str names)
{
	uint64_t kinds = 0;
	struct str name;

	while (str_next_word(&names, &name))
		kinds |= (uint64_t)1 << kind_of(name);
	return kinds;
}


static const struct str headings = { "h1 h2 h3 h4 h5 h6", 17 };

static bool
is_one(struct str name, const char *list)
{
	return str_listed_nocase(str_of(list), name);
}

/* What an element is looked for in: an end tag does not reach through a barrier. */
struct reach {
	unsigned barrier;
	const char *more, *but; /* barriers too, and none */
};

static const struct reach everywhere = { 0, "", "" };
static const struct reach in_line = { ELEMENT_SPECIAL, "", "" };
static const struct reach in_scope = { ELEMENT_MARKER | ELEMENT_TABLE, "", "" };
static const struct reach in_list = { ELEMENT_MARKER | ELEMENT_TABLE, "ol ul", "" };
static const struct reach in_button = { ELEMENT_MARKER | ELEMENT_TABLE, "button", "" };
static const struct reach in_table = { ELEMENT_TABLE, "", "" };
static const struct reach in_items = { ELEMENT_SPECIAL, "", "address div p" };

/* The innermost of these elements within reach, its place from 1; 0 when there is none. */
static size_t
find(const struct html_open *o, struct str names, struct reach reach)
{
	uint64_t kinds = kinds_of(names);

	for (size_t i = o->kinds & kinds ? o->n : 0; i > 0; i--) {
		const struct open_element *e = &o->stack[i - 1];

		if (kinds >> e->kind & 1 && str_listed_nocase(names, e->name))
			return i;
		if (e->bits & reach.barrier && !is_one(e->name, reach.but))
			return 0;
		if (e->bits & ELEMENT_SPECIAL && is_one(e->name, reach.more))
			return 0;
	}
	return 0;
}

static void
push(struct html_open *o, struct str name, unsigned bits)
{
	unsigned kind = kind_of(name);

	if (o->n == o->cap) {
		o->cap = o->cap ? 2 * o->cap : 64;
		o->stack = mem_grow(o->stack, o->cap * sizeof(*o->stack));
	}
	o->stack[o->n++] = (struct open_element){ name, bits, kind, o->again_n };
	o->counts[kind]++;
	o->kinds |= (uint64_t)1 << kind;
}

static struct open_element
pop(struct html_open *o)
{
	struct open_element e = o->stack[--o->n];

	if (--o->counts[e.kind] == 0)
		o->kinds &= ~((uint64_t)1 << e.kind);
	return e;
}

static void
wait_again(struct html_open *o, struct str name)
{
	if (o->again_n == o->again_cap) {
		o->again_cap = o->again_cap ? 2 * o->again_cap : 64;
		o->again = mem_grow(o->again, o->again_cap * sizeof(*o->again));
	}
	o->again[o->again_n++] = name;
}

/* A formatting element that waits is ended by its tag. */
static void
wait_no_more(struct html_open *o, struct str name)
{
	size_t least = 0;

	for (size_t i = o->n; i > 0 && least == 0; i--)
		if (o->stack[i - 1].bits & ELEMENT_MARKER)
			least = o->stack[i - 1].again;
	for (size_t i = o->again_n; i > least; i--) {
		if (!str_eq_nocase(o->again[i - 1], name))
			continue;
		memmove(&o->again[i - 1], &o->again[i], (o->again_n - i) * sizeof(*o->again));
		o->again_n--;
		return;
	}
}

/* Ends the element at the place, from 1, and all in it. */
static void
end_at(struct html_open *o, size_t place)
{
	while (o->n >= place) {
		struct open_element e = pop(o);

		if (e.bits & ELEMENT_FORMATTING && o->n + 1 > place)
			wait_again(o, e.name);
		if (e.bits & ELEMENT_MARKER && o->again_n > e.again)
			o->again_n = e.again;
	}
}

static void
end_found(struct html_open *o, size_t place)
{
	if (place > 0)
		end_at(o, place);
}

static void
end_innermost(struct html_open *o, struct str names)
{
	if (o->n > 0 && str_listed_nocase(names, o->stack[o->n - 1].name))
		end_at(o, o->n);
}

static void
end_formatting(struct html_open *o, struct str name)
{
	size_t place = find(o, name, in_line);

	if (place > 0)
		end_at(o, place);
	else
		wait_no_more(o, name);
}

/* A part of a table ends all up to what it belongs into. False: that is not open, so the tag is none. */
static bool
start_table_part(struct html_open *o, struct str name)
{
	const struct str contexts[] = { STR("tr"), STR("tbody thead tfoot") };
	size_t context = find(o, STR("table"), everywhere), place;
	size_t i = is_one(name, "td th") ? 0 : is_one(name, "tr") ? 1 : 2;

	if (context == 0 || o->templates > 0)
		return o->templates > 0;
	for (place = 0; i < 2 && place <= context; i++)
		place = find(o, contexts[i], everywhere);
	end_at(o, place > context ? place + 1 : context + 1);
	return true;
}

/* Where a row could follow, a second table ends the first. */
static void
start_table(struct html_open *o)
{
	size_t place = find(o, STR("table tbody thead tfoot tr td th caption template"), everywhere);

	if (place > 0 && !is_one(o->stack[place - 1].name, "td th caption template"))
		end_at(o, find(o, STR("table"), everywhere));
}

/* What else than options stands in a <select> may be nothing, or its end may have been missed: then it stays open. */
static void
end_select(struct html_open *o)
{
	size_t place = find(o, STR("select"), in_scope);

	if (place == 0)
		return;
	for (size_t i = place; i < o->n; i++)
		if (!is_one(o->stack[i].name, "option optgroup")) {
			o->stack[place - 1].name = STR_NONE;
			o->stack[place - 1].bits = 0;
			return;
		}
	end_at(o, place);
}

static void
end_by_start(struct html_open *o, struct str name, unsigned bits)
{
	if (is_one(name, "li"))
		end_found(o, find(o, name, in_items));
	if (is_one(name, "dd dt"))
		end_found(o, find(o, STR("dd dt"), in_items));
	if (is_one(name, "button"))
		end_found(o, find(o, name, in_scope));
	if (bits & ELEMENT_BLOCK || str_listed_nocase(headings, name) || is_one(name, "p li dd dt"))
		end_found(o, find(o, STR("p"), in_button));
	if (str_listed_nocase(headings, name))
		end_innermost(o, headings);
	if (is_one(name, "option optgroup"))
		end_innermost(o, STR("option"));
	if (is_one(name, "rt rp rb rtc") && find(o, STR("ruby"), in_scope) > 0)
		end_innermost(o, STR("rt rp rb rtc"));
	if (is_one(name, "a nobr"))
		end_formatting(o, name);
	if (is_one(name, "table"))
		start_table(o);
}

/* What a template's content is, only its rows tell: nothing ends in it but with it. */
static void
end_template(struct html_open *o)
{
	size_t place = find(o, STR("template"), everywhere);

	if (place == 0)
		return;
	end_at(o, place);
	o->templates--;
}

void
open_start(struct html_open *o, const struct token *t, unsigned bits, bool foreign)
{
	/* The parser knows none but options in a <select>, if that is still open. */
	bool nameless = find(o, STR("select"), in_scope) > 0 && !is_one(t->name, "option optgroup");

	if (foreign || is_one(t->name, "math svg")) {
		if (t->self_closing)
			return;
	} else if (bits & ELEMENT_TABLE_PART && !start_table_part(o, t->name)) {
		return;
	} else if (is_one(t->name, "select") && nameless) {
		end_select(o);
		return;
	} else if (bits & (ELEMENT_EMPTY | ELEMENT_RAW)) {
		if (is_one(t->name, "input keygen textarea"))
			end_select(o);
		return;
	} else if (o->templates == 0) {
		end_by_start(o, t->name, bits);
	}
	o->templates += is_one(t->name, "template");
	push(o, nameless ? STR_NONE : t->name, nameless ? 0 : bits);
}

void
open_end(struct html_open *o, const struct token *t, unsigned bits, bool foreign)
{
	struct str name = t->name;

	if (bits & (ELEMENT_EMPTY | ELEMENT_RAW))
		return;
	if (is_one(name, "template"))
		end_template(o);
	else if (o->templates > 0)
		return;
	else if (is_one(name, "select"))
		end_select(o);
	else if (foreign || is_one(name, "form colgroup")) /* it takes only itself off the stack */
		end_innermost(o, name);
	else if (bits & ELEMENT_FORMATTING)
		end_formatting(o, name);
	else if (bits & (ELEMENT_TABLE | ELEMENT_TABLE_PART))
		end_found(o, find(o, name, in_table));
	else if (str_listed_nocase(headings, name))
		end_found(o, find(o, headings, in_scope));
	else if (is_one(name, "li"))
		end_found(o, find(o, name, in_list));
	else if (is_one(name, "p"))
		end_found(o, find(o, name, in_button));
	else if (bits & (ELEMENT_BLOCK | ELEMENT_MARKER) || is_one(name, "dd dt button"))
		end_found(o, find(o, name, in_scope));
	else
		end_found(o, find(o, name, in_line));
}

size_t
open_depth(const struct html_open *o)
{
	return o->n + o->again_n;
}

void
open_free(struct html_open *o)
{
	free(o->stack);
	free(o->again);
}
