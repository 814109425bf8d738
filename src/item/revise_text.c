#include "item/revise.h"

#include "item/passage.h"
#include "item/transplant.h"

struct taking {
	struct meta_writer *w;
	struct item_file *from;
	const struct element *new_item;
	struct catalog catalog; /* of the new item */
};

/* How properties of the new item come in. */
enum manner {
	ALWAYS,	     /* they take the place of all old ones, and so does their absence */
	WHEN_THERE,  /* they take the place of the old ones */
	OF_THE_TEXT, /* those that a converter took out of the text do, for those of the old text; others stay */
	BESIDE	     /* the same, unless an editor gave the old item some */
};

static const struct {
	const char *group, *element;
	enum manner manner;
} properties[] = {
	{ "contentMeta", "headline", ALWAYS },
	{ "contentMeta", "dateline", ALWAYS },
	{ "contentMeta", "by", ALWAYS },
	{ "contentMeta", "description", WHEN_THERE },
	{ "contentMeta", "language", WHEN_THERE },
	{ "contentMeta", "infoSource", OF_THE_TEXT },
	{ "contentMeta", "located", BESIDE },
};

static bool
is_of_the_text(const struct element *e)
{
	return str_is(element_value(e, NULL, "how"), NML_DERIVED);
}

/* The next child of a group that the manner speaks of. */
static struct element *
next_of(const struct element *group, const char *name, enum manner manner, struct element *after)
{
	struct element *e = group ? item_child(group, name, after) : NULL;

	while (e && (manner == OF_THE_TEXT || manner == BESIDE) && !is_of_the_text(e))
		e = item_child(group, name, e);
	return e;
}

static bool
has_editors_own(const struct element *group, const char *name)
{
	struct element *e = group ? item_child(group, name, NULL) : NULL;

	while (e && is_of_the_text(e))
		e = item_child(group, name, e);
	return e;
}

/* New ones stand where old ones stood, as far as those go. */
static void
take_properties(struct taking *t, const char *group_name, const char *name, enum manner manner)
{
	struct edit *edit = &t->w->edit;
	struct element *old_group = edit_group(edit, group_name), *new_group = item_child(t->new_item, group_name, NULL);
	struct element *old = next_of(old_group, name, manner, NULL), *new = next_of(new_group, name, manner, NULL);

	if ((manner == WHEN_THERE && !new) || (manner == BESIDE && has_editors_own(old_group, name)))
		return;
	for (; old || new; new = new ? next_of(new_group, name, manner, new) : NULL) {
		struct str markup = STR_NONE;

		if (new)
			markup = transplant(t->from, new, edit->f, old_group ? old_group : edit->item);
		if (old && new)
			edit_replace(edit, old, markup);
		else if (old)
			edit_remove(edit, old);
		else
			edit_insert(edit, group_name, name, markup);
		old = old ? next_of(old_group, name, manner, old) : NULL;
	}
}

/* What stands beside the old body says the old text, or belongs to it: it goes too. */
static void
warn_of_renditions(struct taking *t, const struct element *set)
{
	const struct element *body = passages_body(t->w->edit.item);

	for (const struct element *c = set->first; c; c = c->next) {
		struct str href = element_value(c, NULL, "href");

		if (c != body)
			warn(t->w->edit.f->diag, element_place(c), "W-rendition", "%.*s%s%.*s of the former text goes with it",
				STR_FMT(c->name), href.n > 0 ? " " : "", STR_FMT(href));
	}
}

static void
take_content(struct taking *t)
{
	struct edit *edit = &t->w->edit;
	const struct element *old = item_child(edit->item, "contentSet", NULL);
	const struct element *new = item_child(t->new_item, "contentSet", NULL);
	struct str markup;

	if (!new)
		fail(t->from->diag, STATUS_DATA, element_place(t->new_item), "the item has no contentSet, so no text to take");
	markup = transplant(t->from, new, edit->f, edit->item);
	if (!old) {
		edit_insert(edit, NULL, "contentSet", markup);
		return;
	}
	warn_of_renditions(t, old);
	edit_replace(edit, old, markup);
}

/* CATALOGS */

/* Schemes that the new properties may name and the old item does not know. */
static void
take_schemes(struct taking *t)
{
	struct edit *edit = &t->w->edit;
	struct buf schemes = { 0 };

	for (size_t i = 0; i < t->catalog.count; i++) {
		const struct scheme *s = &t->catalog.schemes[i];

		if (catalog_scheme(&t->w->catalog, s->alias).n > 0)
			continue;
		buf_add(&schemes, transplant(t->from, s->element, edit->f, edit->item));
		t->w->own_alias = t->w->own_alias || str_is(s->alias, NML_ALIAS);
	}
	if (schemes.n > 0)
		edit_insert(edit, NULL, "catalog", edit_markup(edit, "catalog", STR(""), buf_str(&schemes)));
	buf_free(&schemes);
}

static void
take_references(struct taking *t)
{
	struct edit *edit = &t->w->edit;
	struct element *e = NULL;

	if (t->w->catalog.iptc != 0)
		return;
	while ((e = item_child(t->new_item, "catalogRef", e)))
		if (iptc_catalog(element_value(e, NULL, "href")) > 0)
			edit_insert(edit, NULL, "catalogRef", transplant(t->from, e, edit->f, edit->item));
}

/* WHAT IS SAID ELSEWHERE TOO */

static struct str
old_value(struct taking *t, const char *key)
{
	return meta_first(t->w->edit.f, &t->w->catalog, t->w->edit.item, key);
}

static struct str
new_value(struct taking *t, const char *key)
{
	return meta_first(t->from, &t->catalog, t->new_item, key);
}

/* A title that repeats the headline does so still. */
static void
take_title(struct taking *t)
{
	struct str old = old_value(t, "headline"), new = new_value(t, "headline"), title = old_value(t, "title");

	if (title.n > 0 && str_eq(title, old) && new.n > 0)
		meta_set_one(t->w, "title", new);
}

/* A new text may come with an embargo that the item did not have: to hold is never wrong. */
static void
take_embargo(struct taking *t, const struct date *now)
{
	struct str embargo = new_value(t, "embargo");
	struct str former = old_value(t, "embargo");
	struct date until, before;

	if (embargo.n == 0 || str_is(former, META_HOLD))
		return;
	if (date_parse(embargo, &until) && until.has_time && until.has_zone &&
		(date_seconds(until) <= date_seconds(*now) ||
			(date_parse(former, &before) && before.has_zone && date_seconds(until) <= date_seconds(before))))
		return;
	warn(t->w->edit.f->diag, element_place(t->w->edit.item), "W-embargo-kept", "the new text brings an embargo with it: %.*s",
		STR_FMT(embargo));
	meta_set_one(t->w, "embargo", embargo);
}

/* That the text's roles are stated in it, and were found by a program of this suite. */
static void
take_marks(struct taking *t)
{
	struct edit *edit = &t->w->edit;
	struct element *old_group = edit_group(edit, "itemMeta"), *new_group = item_child(t->new_item, "itemMeta", NULL);
	struct element *ours = new_group ? item_child(new_group, "generator", NULL) : NULL;
	struct element *old = old_group ? item_child(old_group, "generator", NULL) : NULL;

	meta_set_one(t->w, "recognised", new_value(t, "recognised"));
	while (ours && !str_is(element_line(t->from, ours), NML_GENERATOR))
		ours = item_child(new_group, "generator", ours);
	while (old && !str_is(element_line(edit->f, old), NML_GENERATOR))
		old = item_child(old_group, "generator", old);
	if (ours && !old)
		edit_insert(edit, "itemMeta", "generator", transplant(t->from, ours, edit->f, edit->item));
}

static void
take_language(struct taking *t)
{
	const struct attribute *old = element_attribute(t->w->edit.item, XML_NS, "lang");
	struct str new = element_value(t->new_item, XML_NS, "lang");

	if (old && new.n > 0 && !str_eq(old->value, new))
		splice_replace(t->w->edit.splice, old->value_at, old->value_end - old->value_at, new);
}

void
revise_text(struct meta_writer *w, struct item_file *from, const struct element *new_item, const struct date *now)
{
	struct taking t = { .w = w, .from = from, .new_item = new_item, .catalog = catalog_of(from, new_item) };

	if (item_kind(w->edit.item) != ITEM_NEWS)
		fail(w->edit.f->diag, STATUS_DATA, element_place(w->edit.item), "a %s has no text", item_kind_name(item_kind(w->edit.item)));
	take_schemes(&t);
	take_references(&t);
	take_embargo(&t, now);
	take_marks(&t);
	take_title(&t);
	for (size_t i = 0; i < sizeof(properties) / sizeof(*properties); i++)
		take_properties(&t, properties[i].group, properties[i].element, properties[i].manner);
	take_language(&t);
	take_content(&t);
}
