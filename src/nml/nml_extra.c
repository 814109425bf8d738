#include "nml/nml_extra.h"

#include <stdlib.h>

#include "nml/nml_property.h"
#include "nml/nml_schema.h"

static const struct {
	const char *word, *type; /* the element, and its type in the schema */
} places[EXTRA_PLACES] = {
	[NML_RIGHTS] = { "rightsInfo", "RightsInfo" },
	[NML_ITEM] = { "itemMeta", "ItemMetadata" },
	[NML_CONTENT] = { "contentMeta", "ContentMetadataAfD" },
	[EXTRA_ITEM] = { "newsItem", "newsItem" },
	[EXTRA_ATTRIBUTES] = { "@", NULL },
};

/* The element that holds it: "newsItem", "itemMeta", ...; "@" for attributes of one. */
static const char *
container_of(int place)
{
	return places[place].word;
}

const struct schema_type *
extra_type(int place)
{
	return schema_type(str_of(places[place].type));
}

struct extra *
extra_add(struct arena *a, struct extras *list, int place, bool instead, struct piece *p)
{
	struct extra *e = ARENA_NEW(a, struct extra);

	*e = (struct extra){ .place = place, .instead = instead, .piece = p };
	if (list->last)
		list->last->next = e;
	else
		list->first = e;
	list->last = e;
	return e;
}

void
extra_lose(const struct doc *d, struct extra *e, const char *why)
{
	e->gone = true;
	doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%.*s in %s: %s", STR_FMT(str_sub(e->piece->name, 0, 40)),
		container_of(e->place), why);
}

void
extras_parse(const struct doc *d, struct arena *a, struct extras *list)
{
	for (const struct meta_value *v = d->meta[META_EXTRA]; v; v = v->next) {
		struct str rest = v->text, word;
		bool instead;
		int place = 0;
		struct piece *p;

		str_next(&rest, ' ', &word);
		instead = str_ends(word, STR("="));
		word = str_sub(word, 0, word.n - instead);
		while (place < EXTRA_PLACES && !str_is(word, places[place].word))
			place++;
		p = place < EXTRA_PLACES ? piece_parse(a, rest) : NULL;
		if (p)
			extra_add(a, list, place, instead, p);
		else
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "extra: not understood: %.*s",
				STR_FMT(str_sub(v->text, 0, 80)));
	}
}

/* CHECKING */

/* Elements that the writer takes out of the text: it knows its own by their "how", which must not stand on others. */
static void
free_of_our_marks(const struct doc *d, struct extra *e)
{
	struct piece_attribute **at = &e->piece->attributes;

	while (property_may_be_derived(e->piece) && *at) {
		if (str_is((*at)->name, "how") && str_is((*at)->value, NML_DERIVED)) {
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "how of %.*s", STR_FMT(e->piece->name));
			*at = (*at)->next;
		} else {
			at = &(*at)->next;
		}
	}
}

/* What the writer puts there itself, so that another would be one too many or say the contrary. */
static bool
is_the_writers(const struct extra *e)
{
	static const char *const elements[] = { "itemClass", "itemMeta", "contentMeta", "contentSet" };

	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (piece_is(e->piece, elements[i]))
			return true;
	return str_is(e->piece->ns, NML_ALIAS_URI) || str_starts(piece_attribute(e->piece, "rel"), STR(NML_ALIAS ":"));
}

/* It may stand there once, and a value of the document takes the place. */
static bool
is_one_too_many(const struct doc *d, const struct extra *e)
{
	const struct nml_property *row = nml_property_of(e->piece->name);

	return row && row->key != META_COUNT && d->meta[row->key] && !e->instead &&
	       !schema_repeats(extra_type(e->place), e->piece->name);
}

static void
check_container(const struct doc *d, struct extra *e)
{
	for (int place = 0; place <= EXTRA_ITEM; place++)
		if (piece_is(e->piece, container_of(place))) {
			e->piece->first = NULL;
			schema_mend_attributes(d, e->piece, extra_type(place));
			e->gone = !e->piece->attributes;
			return;
		}
	extra_lose(d, e, "no place for attributes");
}

static void
check_child(const struct doc *d, struct extra *e)
{
	const struct schema_type *around = extra_type(e->place);
	bool ours = str_is(e->piece->ns, NML_NS);

	if (ours ? schema_rank(around, e->piece->name) == STR_NPOS
		 : e->piece->ns.n == 0 || schema_rank(around, STR("other")) == STR_NPOS)
		extra_lose(d, e, "no such place in an item");
	else if (is_the_writers(e) || (ours && is_one_too_many(d, e)))
		extra_lose(d, e, "an item has its own");
	else if (!piece_can_be_written(e->piece) || !schema_mend(d, e->piece, ours ? schema_element(e->piece->name) : NULL))
		extra_lose(d, e, "not valid");
	else
		free_of_our_marks(d, e);
}

void
extras_check(const struct doc *d, struct extras *list)
{
	for (struct extra *e = list->first; e; e = e->next) {
		if (e->gone)
			continue;
		if (e->place == EXTRA_ATTRIBUTES)
			check_container(d, e);
		else
			check_child(d, e);
	}
}

/* KEEPING: in the order in which an item holds them, so that they come back in the same from every format */

struct placed {
	struct extra *extra;
	size_t around, rank; /* of the child of newsItem, and of the element in it */
	size_t at;	     /* in the list */
};

static struct placed
place_of(struct extra *e, size_t at)
{
	const struct schema_type *item = extra_type(EXTRA_ITEM);
	struct str element = str_is(e->piece->ns, NML_NS) ? e->piece->name : STR("other");
	struct placed placed = { .extra = e, .at = at };

	if (e->place == EXTRA_ATTRIBUTES) {
		placed.around = str_is(element, "newsItem") ? 0 : 1 + schema_rank(item, element);
	} else if (e->place == EXTRA_ITEM) {
		placed.around = 1 + schema_rank(item, element);
		placed.rank = STR_NPOS; /* a second rightsInfo stands behind the first one's properties */
	} else {
		placed.around = 1 + schema_rank(item, str_of(container_of(e->place)));
		placed.rank = 1 + 2 * schema_rank(extra_type(e->place), element) + !e->instead;
	}
	return placed;
}

static int
placed_order(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->around != y->around)
		return x->around < y->around ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void
extras_keep(struct doc *d, const struct extras *list)
{
	struct placed *placed = NULL;
	struct buf text = { 0 };
	size_t n = 0, cap = 0;

	for (struct extra *e = list->first; e; e = e->next) {
		if (e->gone)
			continue;
		if (n == cap) {
			cap = 2 * cap + 16;
			placed = mem_grow(placed, cap * sizeof(*placed));
		}
		placed[n] = place_of(e, n);
		n++;
	}
	if (n > 0)
		qsort(placed, n, sizeof(*placed), placed_order);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&text);
		buf_printf(&text, "%s%s ", container_of(placed[i].extra->place), placed[i].extra->instead ? "=" : "");
		piece_write(&text, placed[i].extra->piece);
		doc_meta_add(d, META_EXTRA, buf_str(&text));
	}
	free(placed);
	buf_free(&text);
}
