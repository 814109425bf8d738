#include "item/revise.h"

#include <limits.h>

#include "item/changes.h"
#include "item/message.h"

struct revision {
	struct meta_writer w;
	struct item_file *f;
	struct element *item;
	const struct revise *r;
	struct str status;
	long version; /* the former */
	struct str former_time, time; /* versionCreated */
};

/* What may follow what. */
static const struct {
	enum revise_action action;
	const char *from, *to;
} transitions[] = {
	{ REVISE_UPDATE, "usable", "usable" },
	{ REVISE_UPDATE, "withheld", "withheld" },
	{ REVISE_CORRECT, "usable", "usable" },
	{ REVISE_CORRECT, "withheld", "withheld" },
	{ REVISE_KILL, "usable", "canceled" },
	{ REVISE_KILL, "withheld", "canceled" },
	{ REVISE_WITHHOLD, "usable", "withheld" },
	{ REVISE_RELEASE, "usable", "usable" },
	{ REVISE_RELEASE, "withheld", "usable" },
};

/* What tells receivers which kind of new version it is. */
static const char *const signals[REVISE_RELEASE + 1] = { [REVISE_UPDATE] = "update", [REVISE_CORRECT] = "correction" };

static struct str
value_of(struct revision *v, const char *key)
{
	return meta_first(v->f, &v->w.catalog, v->item, key);
}

/* THE STATE */

static const char *
next_status(struct revision *v)
{
	if (str_is(v->status, "canceled"))
		fail(v->f->diag, STATUS_DATA, element_place(v->item),
			"the item is canceled, and nothing follows that: a new text needs a new guid");
	if (v->r->action == REVISE_RELEASE && str_is(v->status, "usable") && value_of(v, "embargo").n == 0)
		fail(v->f->diag, STATUS_DATA, element_place(v->item), "the item is usable and has no embargo: nothing to release");
	for (size_t i = 0; i < sizeof(transitions) / sizeof(*transitions); i++)
		if (transitions[i].action == v->r->action && str_is(v->status, transitions[i].from))
			return transitions[i].to;
	if (str_is(v->status, "withheld"))
		fail(v->f->diag, STATUS_DATA, element_place(v->item), "the item is withheld already");
	fail(v->f->diag, STATUS_DATA, element_place(v->item), "the status \"%.*s\" is none of usable, withheld and canceled",
		STR_FMT(v->status));
}

static void
raise_version(struct revision *v)
{
	struct str version = message_version(v->item);
	struct arena *a = &v->f->arena;

	if (message_guid(v->item).n == 0)
		fail(v->f->diag, STATUS_DATA, element_place(v->item), "the item has no guid, so no version can follow");
	if (!str_to_long(version, &v->version) || v->version < 1 || v->version == LONG_MAX)
		fail(v->f->diag, STATUS_DATA, element_place(v->item), "the version \"%.*s\" is no number that can be raised",
			STR_FMT(version));
	meta_set_one(&v->w, "version", arena_printf(a, "%ld", v->version + 1));
}

/* A version is never older than the one before, whatever a clock says. */
static void
set_time(struct revision *v)
{
	struct date former = { 0 }, now = v->r->now;
	bool known;

	v->former_time = value_of(v, "version-created");
	known = date_parse(v->former_time, &former) && former.has_time;
	if (known && date_seconds(former) > date_seconds(now)) {
		warn(v->f->diag, element_place(v->item), "W-clock", "the former version is of %.*s, which is later than now; kept",
			STR_FMT(v->former_time));
		now = former;
	}
	if (!now.has_zone)
		now.has_zone = true;
	v->time = date_format(&v->f->arena, now);
	meta_set_one(&v->w, "version-created", v->time);
	if (known && former.has_zone && v->version == 1 && value_of(v, "first-created").n == 0)
		meta_set_one(&v->w, "first-created", v->former_time);
}

/* SIGNALS, NOTES, LINKS */

static void
set_signal(struct revision *v)
{
	const char *want = signals[v->r->action];
	struct element *meta = edit_group(&v->w.edit, "itemMeta"), *e = NULL;
	bool there = false;

	while (meta && (e = item_child(meta, "signal", e))) {
		struct concept concept = concept_of(&v->w.catalog, e);

		if (!concept_in(concept, SCHEME_SIGNAL))
			continue;
		if (want && str_is(concept.code, want))
			there = true;
		else if (str_is(concept.code, "update") || str_is(concept.code, "correction"))
			edit_remove(&v->w.edit, e);
	}
	if (want && !there)
		edit_insert(&v->w.edit, "itemMeta", "signal",
			edit_markup(&v->w.edit, "signal", meta_term(&v->w, "qcode", "uri", "sig", SCHEME_SIGNAL, want), STR("")));
}

/* A note that was made for the former version says nothing of this one. */
static void
remove_former_note(struct revision *v)
{
	struct element *meta = edit_group(&v->w.edit, "itemMeta"), *e = NULL;

	while (meta && (e = item_child(meta, "edNote", e)))
		if (v->former_time.n > 0 && str_eq(str_trim(element_value(e, NULL, "modified")), v->former_time))
			edit_remove(&v->w.edit, e);
}

/* Has the headline out of the text, where it is said once more. */
static struct str
take_headline(struct item_file *f, const struct element *item, struct passages *p)
{
	struct catalog catalog = catalog_of(f, item);
	struct str headline = meta_first(f, &catalog, item, "headline");

	passages_read(p, f, item);
	for (size_t i = 0; i < p->count; i++)
		if (p->kinds[i] == PASSAGE_HEADING && (headline.n == 0 || str_eq(headline, p->texts[i]))) {
			headline = p->texts[i];
			passages_drop(p, i);
			break;
		}
	return headline;
}

static void
add_changes(struct revision *v, const struct element *new_item, struct buf *lines)
{
	struct passages old = { 0 }, new = { 0 };
	struct str was = take_headline(v->f, v->item, &old), is = take_headline(v->r->from, new_item, &new);

	if (was.n > 0 && is.n > 0 && !str_eq(was, is))
		buf_printf(lines, "The headline %.*s becomes %.*s.\n", STR_FMT(changes_quote(&v->f->arena, was)),
			STR_FMT(changes_quote(&v->f->arena, is)));
	changes_say(&v->f->arena, &old, &new, lines);
	passages_free(&old);
	passages_free(&new);
}

static void
add_note(struct revision *v, const struct element *new_item)
{
	struct edit *e = &v->w.edit;
	struct buf lines = { 0 }, content = { 0 };
	struct str rest, line;

	if (v->r->note.n > 0)
		buf_printf(&lines, "%.*s\n", STR_FMT(v->r->note));
	if (v->r->diff)
		add_changes(v, new_item, &lines);
	for (rest = str_trim(buf_str(&lines)); str_next(&rest, '\n', &line);) {
		if (content.n > 0)
			buf_printf(&content, "<%.*sbr/>", STR_FMT(e->prefix));
		buf_add(&content, edit_text(e, line));
	}
	if (content.n > 0)
		edit_insert(e, "itemMeta", "edNote",
			edit_markup(e, "edNote", edit_attribute_markup(e, "modified", v->time), buf_str(&content)));
	else if (v->r->action == REVISE_KILL || v->r->action == REVISE_CORRECT)
		warn(v->f->diag, element_place(v->item), "W-note", "without --note nobody learns why the item is %s",
			v->r->action == REVISE_KILL ? "canceled" : "corrected");
	buf_free(&lines);
	buf_free(&content);
}

static bool
is_former_version(struct revision *v, const struct element *link)
{
	struct str uri = str_trim(element_value(link, NULL, "reluri")), rel = str_trim(element_value(link, NULL, "rel"));
	struct str target = str_trim(element_value(link, NULL, "residref"));

	if (uri.n == 0 && rel.n > 0)
		uri = catalog_uri(&v->f->arena, &v->w.catalog, rel);
	return (str_is(uri, SCHEME_RELATION "previousVersion") || str_is(rel, "irel:previousVersion")) &&
	       (target.n == 0 || str_eq(target, message_guid(v->item)));
}

static void
link_former_version(struct revision *v)
{
	struct edit *e = &v->w.edit;
	struct element *meta = edit_group(e, "itemMeta"), *link = NULL;
	struct arena *a = &v->f->arena;
	struct str version = arena_printf(a, "%ld", v->version), guid = message_guid(v->item);

	while (meta && (link = item_child(meta, "link", link)) && !is_former_version(v, link))
		continue;
	if (link) {
		edit_attribute(e, link, "residref", guid);
		edit_attribute(e, link, "version", version);
		return;
	}
	edit_insert(e, "itemMeta", "link",
		edit_markup(e, "link",
			arena_printf(a, "%.*s%.*s%.*s",
				STR_FMT(meta_term(&v->w, "rel", "reluri", "irel", SCHEME_RELATION, "previousVersion")),
				STR_FMT(edit_attribute_markup(e, "residref", guid)),
				STR_FMT(edit_attribute_markup(e, "version", version))),
			STR("")));
}

/* EMBARGO */

static void
remove_notes_of(struct revision *v, struct str line)
{
	struct element *meta = edit_group(&v->w.edit, "itemMeta"), *e = NULL;

	while (meta && (e = item_child(meta, "edNote", e)))
		if (line.n > 0 ? str_eq(element_line(v->f, e), line) : str_ends(str_trim(element_value(e, NULL, "role")), STR(":embargo")))
			edit_remove(&v->w.edit, e);
}

enum { EMBARGO_LINES = 8 }; /* of a text, that are looked for among the notes too */

/* The line that says it to people goes with it, in the text and in the notes. */
static void
remove_embargo_lines(struct revision *v)
{
	const struct element *set = item_child(v->item, "contentSet", NULL);
	int lines = 0;

	remove_notes_of(v, STR(""));
	for (const struct element *c = set; c; c = element_next(set, c)) {
		if (!str_listed(element_value(c, NULL, "class"), STR("embargo")))
			continue;
		edit_remove(&v->w.edit, c);
		if (lines++ < EMBARGO_LINES)
			remove_notes_of(v, element_line(v->f, c));
	}
}

static void
settle_embargo(struct revision *v)
{
	struct str embargo = value_of(v, "embargo");

	if (v->r->action != REVISE_RELEASE || embargo.n == 0)
		return;
	if (!str_is(v->status, "usable")) {
		warn(v->f->diag, element_place(v->item), "W-embargo-kept", "the embargo (%.*s) stays; --release once more ends it",
			STR_FMT(embargo));
		return;
	}
	meta_set_one(&v->w, "embargo", STR_NONE);
	remove_embargo_lines(v);
}

/* ALL OF IT */

void
revise_item(struct item_file *f, struct splice *splice, struct element *item, const struct revise *r)
{
	struct revision v = { .f = f, .item = item, .r = r };
	const struct element *new_item = r->from ? items_chosen(r->from, STR(""), NULL) : NULL;
	const char *status;

	meta_writer_begin(&v.w, f, splice, item);
	v.status = value_of(&v, "status");
	if (v.status.n == 0)
		v.status = STR("usable"); /* the default (guide, 7.5.1.4) */
	status = next_status(&v);
	raise_version(&v);
	set_time(&v);
	if (!str_is(v.status, status))
		meta_set_one(&v.w, "status", str_of(status));
	settle_embargo(&v);
	set_signal(&v);
	remove_former_note(&v);
	add_note(&v, new_item);
	link_former_version(&v);
	if (new_item)
		revise_text(&v.w, r->from, new_item, &r->now);
	if (r->action == REVISE_UPDATE || r->action == REVISE_CORRECT)
		meta_set_one(&v.w, "modified", v.time);
	meta_writer_end(&v.w);
}
