/*
 * The styles of a template: found by name, its own kept, ours added behind
 * them. Its default language becomes the document's, and that of single styles
 * goes: the text is not in the language of whoever made the template.
 */
#include <string.h>

#include "docx/docx_template.h"
#include "markup/escape.h"

/* A style by its name, as docx_same_name() compares names. */
struct docx_style_name {
	struct docx_style_name *next;
	struct str key;
	const struct docx_style *style;
};

/* A style of kept blocks that has to be made. */
struct docx_style_use {
	struct docx_style_use *next;
	const struct docx_style *base; /* NULL: none at all */
	enum docx_style_type type;
	struct str id, name;
};

/* In lower case, without blanks and hyphens. */
static struct str
key_of(struct arena *a, struct str name)
{
	char *p = arena_cstr(a, name);
	size_t n = 0;

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] != ' ' && name.p[i] != '-' && name.p[i] != '_')
			p[n++] = ascii_lower(name.p[i]);
	return (struct str){ p, n };
}

static void
list_names(struct docx_template *t)
{
	struct arena *a = &t->doc->arena;

	for (size_t i = 0; i < STYLE_BUCKETS; i++) {
		for (const struct docx_style *s = t->styles.buckets[i]; s; s = s->next) {
			struct docx_style_name *name = ARENA_NEW(a, struct docx_style_name);
			struct docx_style_name **head;

			*name = (struct docx_style_name){ .key = key_of(a, s->name), .style = s };
			head = &t->names[str_hash(name->key) % STYLE_BUCKETS];
			name->next = *head;
			*head = name;
			if (s->is_default && s->type == DOCX_TABLE)
				t->normal_table = s;
		}
	}
}

struct str
docx_template_style(const struct docx_template *t, enum docx_style_type type, struct str name)
{
	struct arena a = { 0 };
	struct str key = key_of(&a, name), id = STR_NONE;

	for (const struct docx_style_name *n = t->names[str_hash(key) % STYLE_BUCKETS]; n && id.n == 0; n = n->next)
		if (n->style->type == type && str_eq(n->key, key))
			id = n->style->id;
	arena_free(&a);
	if (id.n == 0 && type == DOCX_PARAGRAPH && str_is(name, "Normal") && t->styles.normal)
		id = t->styles.normal->id;
	if (id.n == 0 && type == DOCX_TABLE && str_is(name, "Normal Table") && t->normal_table)
		id = t->normal_table->id;
	return id;
}

static const struct docx_style *
style_of_id(const struct docx_template *t, struct str id)
{
	for (size_t i = 0; i < STYLE_BUCKETS; i++)
		for (const struct docx_style *s = t->styles.buckets[i]; s; s = s->next)
			if (str_eq_nocase(s->id, id))
				return s;
	return NULL;
}

bool
docx_template_has_id(const struct docx_template *t, struct str id)
{
	return style_of_id(t, id) != NULL;
}

static const struct docx_style *
default_style(const struct docx_template *t, enum docx_style_type type)
{
	return type == DOCX_TABLE ? t->normal_table : t->styles.normal;
}

struct str
docx_template_kept_style(struct docx_template *t, enum docx_style_type type, struct str id)
{
	struct arena *a = &t->doc->arena;
	const struct docx_style *named = id.n > 0 ? style_of_id(t, id) : NULL;
	const struct docx_style *base = named && named->type == type ? named : default_style(t, type);
	const char *otherwise = type == DOCX_TABLE ? "Table" : "Normal";
	struct docx_style_use *use;

	if (base && docx_is_template_style(base->name))
		return base->id;
	for (use = t->uses; use; use = use->next)
		if (use->base == base && use->type == type)
			return use->id;
	use = ARENA_NEW(a, struct docx_style_use);
	*use = (struct docx_style_use){ .next = t->uses, .base = base, .type = type };
	use->name = arena_printf(a, DOCX_TEMPLATE_PREFIX "%.*s", STR_FMT(base ? base->name : str_of(otherwise)));
	use->id = arena_printf(a, "Template%.*s", STR_FMT(base ? base->id : str_of(otherwise)));
	while (docx_template_has_id(t, use->id))
		use->id = arena_printf(a, "%.*sX", STR_FMT(use->id));
	t->uses = use;
	return use->id;
}

static void
put_reference(struct buf *out, const char *element, const struct docx_style *style)
{
	if (!style)
		return;
	buf_printf(out, "<w:%s", element);
	put_attribute(out, "w:val", style->id);
	buf_puts(out, "/>");
}

/* A new paragraph that a person begins behind a kept one belongs to the release. */
static void
put_kept_styles(const struct docx_template *t, struct buf *out)
{
	for (const struct docx_style_use *use = t->uses; use; use = use->next) {
		buf_printf(out, "<w:style w:type=\"%s\" w:customStyle=\"1\"", use->type == DOCX_TABLE ? "table" : "paragraph");
		put_attribute(out, "w:styleId", use->id);
		buf_puts(out, "><w:name");
		put_attribute(out, "w:val", use->name);
		buf_puts(out, "/>");
		put_reference(out, "basedOn", use->base);
		if (use->type == DOCX_PARAGRAPH)
			put_reference(out, "next", t->styles.normal);
		buf_puts(out, "</w:style>");
	}
}

/* Where the default language goes, and what has to be made around it. */
static void
styles_start(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct docx_template *t = context;
	bool in_defaults = t->defaults_open != NULL;

	if (docx_is(element, NS_W, "docDefaults") && !docx_edit_is_empty(e)) {
		t->defaults_lang = (struct docx_range){ e->end, e->end };
		t->defaults_open = "<w:rPrDefault><w:rPr>";
		t->defaults_close = "</w:rPr></w:rPrDefault>";
	} else if (in_defaults && docx_is(element, NS_W, "rPrDefault") && !docx_edit_is_empty(e)) {
		t->defaults_lang = (struct docx_range){ e->end, e->end };
		t->defaults_open = "<w:rPr>";
		t->defaults_close = "</w:rPr>";
	} else if (docx_is(element, NS_W, "lang") && in_defaults && e->depth == 5) {
		t->defaults_lang = (struct docx_range){ e->begin, e->end };
	} else if (docx_is(element, NS_W, "lang")) {
		splice_replace(&e->edits, e->begin, e->end - e->begin, STR_NONE);
	}
}

static void
styles_stop(void *context, struct docx_edit *e, const struct xml_element *element)
{
	struct docx_template *t = context;

	/* w:rPr of w:rPrDefault: w:lang is one of its last. */
	if (docx_is(element, NS_W, "rPr") && e->depth == 4 && t->defaults_open && t->defaults_lang.from == t->defaults_lang.to &&
		strcmp(t->defaults_open, "<w:rPr>") == 0 && !docx_edit_is_empty(e)) {
		t->defaults_lang = (struct docx_range){ e->begin, e->begin };
		t->defaults_open = t->defaults_close = "";
	}
}

static void
settle_size(struct docx_template *t)
{
	const struct docx_style *normal = docx_style_default(&t->styles);

	t->text_size = normal->run.size > 0 ? normal->run.size : t->styles.defaults.size;
	if (t->text_size <= 0)
		t->text_size = 20; /* ten points (17.3.2.38) */
}

void
docx_template_read_styles(struct docx_writing *w)
{
	static const struct docx_edit_handler handler = { styles_start, styles_stop };
	struct docx_template *t = w->template;
	const struct docx_rel *rel = docx_rel_by_type(&t->package.main_rels, "styles");

	t->strings.arena = &t->doc->arena;
	docx_styles_read(&t->styles, &t->package, &t->strings);
	list_names(t);
	settle_size(t);
	if (rel && !rel->external && docx_edit_read(&t->style_sheet, &t->package, rel->target, &handler, t))
		docx_edit_namespaces(&t->style_sheet);
}

static void
set_language(struct docx_template *t, struct str language)
{
	struct docx_edit *e = &t->style_sheet;
	struct buf lang = { 0 };

	buf_puts(&lang, t->defaults_open ? t->defaults_open : "<w:docDefaults><w:rPrDefault><w:rPr>");
	if (t->defaults_lang.from < t->defaults_lang.to)
		buf_clear(&lang);
	docx_put_lang(&lang, language);
	if (t->defaults_lang.from == t->defaults_lang.to)
		buf_puts(&lang, t->defaults_open ? t->defaults_close : "</w:rPr></w:rPrDefault></w:docDefaults>");
	if (t->defaults_lang.to > 0)
		splice_replace(&e->edits, t->defaults_lang.from, t->defaults_lang.to - t->defaults_lang.from, buf_str(&lang));
	else
		splice_insert(&e->edits, e->root_end, buf_str(&lang));
	buf_free(&lang);
}

void
docx_template_write_styles(struct docx_writing *w, struct buf *out)
{
	struct docx_template *t = w->template;
	struct str language = doc_meta(w->d, META_LANGUAGE);
	struct buf added = { 0 };

	if (!t->style_sheet.bytes.p) {
		docx_write_styles(out, w);
		return;
	}
	if (language.n > 0)
		set_language(t, language);
	put_kept_styles(t, &added);
	docx_write_style_list(&added, w);
	splice_insert(&t->style_sheet.edits, t->style_sheet.close, buf_str(&added));
	docx_edit_apply(&t->style_sheet, out);
	buf_free(&added);
}
