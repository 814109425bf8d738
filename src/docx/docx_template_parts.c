/* The parts of a template that ours are put into: numbering, notes, settings. */
#include <string.h>

#include "docx/docx_template.h"
#include "markup/escape.h"

enum { IDS_MOST = 0x3FFFFFFF };

static void
raise(unsigned *most, struct str value)
{
	long id = docx_number(value, 0, IDS_MOST, 0);

	if ((unsigned)id > *most)
		*most = (unsigned)id;
}

/* Every w:abstractNum stands before every w:num, and these before what else there is (17.9.17). */
static void
numbering_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct docx_writing *w = context;
	struct docx_template *t = w->template;
	bool num = docx_is(element, NS_W, "num"), last = docx_is(element, NS_W, "numIdMacAtCleanup");
	unsigned id = (unsigned)w->first.num;

	if (e->depth != 2)
		return;
	if ((num || last) && t->abstracts_at == 0)
		t->abstracts_at = e->begin;
	if (last && t->nums_at == 0)
		t->nums_at = e->begin;
	if (docx_is(element, NS_W, "abstractNum")) {
		unsigned most = w->first.abstract > 0 ? w->first.abstract - 1 : 0;

		raise(&most, docx_attribute(element, NS_W, "abstractNumId"));
		w->first.abstract = most + 1;
	} else if (num) {
		raise(&id, docx_attribute(element, NS_W, "numId"));
		w->first.num = id;
	}
}

/* The template's notes at work. */
struct notes {
	struct docx_writing *w;
	size_t begin; /* of one that goes with the text that it belongs to; 0: none */
	struct buf lines; /* how the settings name the lines between text and notes */
};

/* Those of a type are the lines between text and notes. */
static void
notes_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct notes *n = context;

	if (e->depth != 2 || !docx_is(element, NS_W, "footnote"))
		return;
	raise(&n->w->first.note, docx_attribute(element, NS_W, "id"));
	if (docx_attribute(element, NS_W, "type").n > 0) {
		buf_puts(&n->lines, "<w:footnote");
		put_attribute(&n->lines, "w:id", docx_attribute(element, NS_W, "id"));
		buf_puts(&n->lines, "/>");
	} else if (n->w->template->mark.to == 0) {
		n->begin = e->begin;
	}
}

static void
notes_stop(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct notes *n = context;

	(void)element;
	if (e->depth != 2 || n->begin == 0)
		return;
	splice_replace(&e->edits, n->begin, e->end - n->begin, STR_NONE);
	n->begin = 0;
}

static bool
read_part(struct docx_template *t, struct docx_edit *e, const char *type, const struct docx_edit_handler *handler,
	void *context)
{
	const struct docx_rel *rel = docx_rel_by_type(&t->package.main_rels, type);

	if (!rel || rel->external || !docx_edit_read(e, &t->package, rel->target, handler, context))
		return false;
	docx_edit_namespaces(e);
	return true;
}

/* What w:footnotePr stands before in the settings (17.15.1.78). */
static const char behind_notes[] = "endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping "
	"doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
	"schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator";

/* What leads out of the file, to whoever made the template, or into a mail merge. */
static const char outside[] = "attachedTemplate linkStyles mailMerge saveThroughXslt";

/* The template's settings at work. */
struct settings {
	struct docx_template *t;
	size_t outside_begin; /* of an element that is left out */
	size_t notes_at;      /* where w:footnotePr goes; 0: at the end */
	bool has_notes;
};

static void
settings_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct settings *s = context;

	if (e->depth != 2)
		return;
	if (str_listed(STR(outside), str_of(element->name)))
		s->outside_begin = e->begin;
	if (docx_is(element, NS_W, "footnotePr"))
		s->has_notes = true;
	if (s->notes_at == 0 && str_listed(STR(behind_notes), str_of(element->name)))
		s->notes_at = e->begin;
}

static void
settings_stop(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct settings *s = context;

	(void)element;
	if (e->depth != 2 || s->outside_begin == 0)
		return;
	splice_replace(&e->edits, s->outside_begin, e->end - s->outside_begin, STR_NONE);
	s->outside_begin = 0;
}

void
docx_template_read_parts(struct docx_writing *w)
{
	static const struct docx_edit_handler numbering = { numbering_start, NULL }, notes = { notes_start, notes_stop };
	static const struct docx_edit_handler settings = { settings_start, settings_stop };
	struct docx_template *t = w->template;
	struct settings s = { .t = t };
	struct notes n = { .w = w };

	read_part(t, &t->numbering, "numbering", &numbering, w);
	read_part(t, &t->notes, "footnotes", &notes, &n);
	t->note_lines = STR(DOCX_NOTES_SETTING);
	if (t->notes.bytes.p)
		t->note_lines = arena_printf(&t->doc->arena, "<w:footnotePr>%.*s</w:footnotePr>", STR_FMT(buf_str(&n.lines)));
	buf_free(&n.lines);
	if (read_part(t, &t->settings, "settings", &settings, &s) && !s.has_notes)
		t->settings_notes_at = s.notes_at > 0 ? s.notes_at : t->settings.close;
}

void
docx_template_write_numbering(struct docx_writing *w, struct buf *out)
{
	struct docx_template *t = w->template;
	struct docx_edit *e = &t->numbering;
	struct buf abstracts = { 0 }, nums = { 0 };

	docx_write_abstracts(&abstracts, w);
	docx_write_nums(&nums, w);
	splice_insert(&e->edits, t->abstracts_at > 0 ? t->abstracts_at : e->close, buf_str(&abstracts));
	splice_insert(&e->edits, t->nums_at > 0 ? t->nums_at : e->close, buf_str(&nums));
	docx_edit_apply(e, out);
	buf_free(&abstracts);
	buf_free(&nums);
}

void
docx_template_write_notes(struct docx_writing *w, struct buf *out)
{
	struct docx_edit *e = &w->template->notes;

	splice_insert(&e->edits, e->close, buf_str(&w->notes.xml));
	docx_edit_apply(e, out);
}

void
docx_template_write_settings(struct docx_writing *w, struct buf *out)
{
	struct docx_template *t = w->template;

	if (w->note_count > 0 && t->settings_notes_at > 0)
		splice_insert(&t->settings.edits, t->settings_notes_at, t->note_lines);
	docx_edit_apply(&t->settings, out);
}
