/* What is carried through other formats, written where it stood. */
#include "nml/nml_facts.h"
#include "nml/nml_property.h"
#include "nml/nml_schema.h"
#include "nml/nml_write.h"

static const struct nml_property *
row_of(const struct extra *e)
{
	const struct nml_property *row = nml_property_of(e->piece->name);

	return row && (int)row->group == e->place && str_is(e->piece->ns, NML_NS) ? row : NULL;
}

static bool
same_value(struct str a, struct str b)
{
	return a.n == 0 ? b.n == 0 : str_eq(a, b);
}

/* The value among those of the document that the property says as a whole; a provider has two keys. */
static void
find_value(struct writing *w, struct extra *e, const struct nml_property *row, const struct doc *said)
{
	struct str value = doc_meta(said, row->key);

	if (row->shape == NML_PROVIDER) {
		e->gone = !same_value(value, doc_meta(w->d, META_PROVIDER)) ||
			  !same_value(doc_meta(said, META_PROVIDER_ID), doc_meta(w->d, META_PROVIDER_ID));
		return;
	}
	e->gone = true;
	for (const struct meta_value *v = w->d->meta[row->key]; v && e->gone; v = v->next) {
		bool taken = !str_eq(v->text, value) || !nml_holds(row, v->text);

		for (const struct extra *other = w->extras.first; other != e && !taken; other = other->next)
			taken = other->value == v;
		if (!taken) {
			e->value = v;
			e->gone = false;
		}
	}
}

/* What stands in for a value that has changed since says what was. */
static void
settle_instead(struct writing *w)
{
	struct diag silent = *w->d->diag;
	struct doc *said;
	struct top top;

	silent.quiet = true;
	silent.verbose = false;
	said = doc_new(&silent);
	fact_top(&w->arena, w->d, &top);
	for (struct extra *e = w->extras.first; e; e = e->next) {
		const struct nml_property *row = e->row = row_of(e);
		struct property_context c = { .d = said, .zone_given = true, .language = doc_meta(w->d, META_LANGUAGE) };

		if (e->gone || !e->instead)
			continue;
		if (piece_is(e->piece, "headline")) {
			if (!fact_at_top(&top, piece_in_line(said, e->piece)))
				extra_lose(w->d, e, "it has been changed");
			continue;
		}
		if (!row || row->shape == NML_NO_KEY || row->shape == NML_TERM) {
			extra_lose(w->d, e, "it stands for nothing");
			continue;
		}
		for (enum meta_key key = 0; key < META_COUNT; key++)
			doc_meta_clear(said, key);
		property_take(&c, row, e->piece);
		find_value(w, e, row, said);
		if (e->gone)
			extra_lose(w->d, e, "its value has been changed");
	}
	doc_free(said);
}

void
extras_begin(struct writing *w)
{
	if (w->public)
		return;
	extras_parse(w->d, &w->arena, &w->extras);
	extras_for_version(w->d, &w->extras, w->o->newsml_version);
	extras_check(w->d, &w->extras);
	settle_instead(w);
	extras_check_ids(w->d, &w->extras);
}

static void
put_piece(struct writing *w, struct extra *e)
{
	put_indent(w, e->place == EXTRA_ITEM ? 1 : 2);
	piece_write(w->out, e->piece);
	buf_char(w->out, '\n');
	e->written = true;
}

bool
write_instead(struct writing *w, const struct nml_property *row, const struct meta_value *v)
{
	for (struct extra *e = w->extras.first; e; e = e->next)
		if (e->instead && !e->gone && e->row == row && e->value == v) {
			put_piece(w, e);
			return true;
		}
	return false;
}

/* All that are left when there is no text. */
bool
write_said_headline(struct writing *w, struct str text)
{
	struct doc *d = NULL;
	bool some = false;

	for (struct extra *e = w->extras.first; e; e = e->next) {
		if (!e->instead || e->gone || e->written || !piece_is(e->piece, "headline"))
			continue;
		d = d ? d : doc_new(w->d->diag);
		if (text.n > 0 && !str_eq(piece_in_line(d, e->piece), text))
			continue;
		put_piece(w, e);
		some = true;
	}
	if (d)
		doc_free(d);
	return some;
}

void
write_beside(struct writing *w, int place, struct str element, bool one_there)
{
	bool other = str_is(element, "other");

	for (struct extra *e = w->extras.first; e; e = e->next) {
		if (e->gone || e->instead || e->place != place || str_is(e->piece->ns, NML_NS) == other ||
			(!other && !str_eq(e->piece->name, element)))
			continue;
		if (one_there && !schema_repeats(extra_type(place), element))
			extra_lose(w->d, e, "the item has one");
		else
			put_piece(w, e);
		one_there = true;
	}
}

const struct piece *
extra_attributes(const struct writing *w, const char *container)
{
	for (const struct extra *e = w->extras.first; e; e = e->next)
		if (e->place == EXTRA_ATTRIBUTES && !e->gone && piece_is(e->piece, container))
			return e->piece;
	return NULL;
}

bool
extra_names(const struct writing *w, const char *element, struct str name)
{
	for (const struct extra *e = w->extras.first; e; e = e->next) {
		const struct piece *said = piece_is(e->piece, element) && !e->gone ? piece_child(e->piece, "name") : NULL;

		if (said && said->first && str_eq(str_trim(said->first->text), name))
			return true;
	}
	return false;
}
