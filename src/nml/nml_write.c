#include "nml/nml_write.h"

#include "doc/media.h"
#include "markup/escape.h"
#include "markup/xhtml.h"
#include "nml/nml.h"
#include "nml/nml_facts.h"
#include "nml/nml_meta.h"
#include "nml/nml_schema.h"

#define CATALOG "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
#define SHA256_URI "http://www.w3.org/2001/04/xmlenc#sha256"

void
put_indent(struct writing *w, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_char(w->out, '\t');
}

void
put_line(struct writing *w, int depth, const char *element, bool derived, struct str text)
{
	put_indent(w, depth);
	buf_printf(w->out, "<%s%s>", element, derived ? " how=\"" NML_DERIVED "\"" : "");
	escape_text(w->out, text);
	buf_printf(w->out, "</%s>\n", element);
}

static void
put_derived(struct writing *w, const char *element, struct str text)
{
	if (text.n > 0)
		put_line(w, 2, element, true, text);
}

/* <element ATTRIBUTES> around a name, or closed at once without one. */
static void
put_named(struct writing *w, const char *element, const char *attribute, struct str value, struct str name)
{
	buf_printf(w->out, "\t\t<%s", element);
	if (attribute)
		put_attribute(w->out, attribute, value);
	if (name.n == 0) {
		buf_puts(w->out, "/>\n");
		return;
	}
	buf_puts(w->out, "><name>");
	escape_text(w->out, name);
	buf_printf(w->out, "</name></%s>\n", element);
}

/* Before 2.11 there was no uri. */
enum { URI_SINCE = 11, EXTENSIONS_SINCE = 17, SIGNAL_WORDS_SINCE = 18 };

static const char *
code_attribute(const struct writing *w, struct str code)
{
	if (nml_is_qcode(code))
		return "qcode";
	return !nml_is_uri(code) ? NULL : w->o->newsml_version < URI_SINCE ? "literal" : "uri";
}

/* A CONCEPT whose halves cannot stand apart is all name. */
static void
write_concept(struct writing *w, const char *element, struct str value)
{
	struct str name, code;
	const char *attribute;

	concept_split(value, &name, &code);
	attribute = code_attribute(w, code);
	if (attribute && str_eq(nml_concept(&w->arena, name, code), value))
		put_named(w, element, attribute, code, name);
	else
		put_named(w, element, NULL, STR_NONE, value);
}

static void
write_provider(struct writing *w, struct str name)
{
	struct str id = doc_meta(w->d, META_PROVIDER_ID);
	const char *attribute = code_attribute(w, id);

	if (id.n > 0 && !attribute)
		attribute = "literal";
	put_named(w, "provider", attribute, id, name);
}

static void
write_value(struct writing *w, const struct nml_property *p, struct str value)
{
	switch (p->shape) {
	case NML_NAME:
		put_named(w, p->element, NULL, STR_NONE, value);
		break;
	case NML_CONCEPT:
		write_concept(w, p->element, value);
		break;
	case NML_EMBARGO:
		put_line(w, 2, p->element, false, str_is(value, META_HOLD) ? STR("") : value);
		break;
	case NML_STATUS:
		put_named(w, p->element, "qcode", arena_printf(&w->arena, "stat:%.*s", STR_FMT(value)), STR_NONE);
		break;
	case NML_LANGUAGE:
		put_named(w, p->element, "tag", value, STR_NONE);
		break;
	case NML_LINK:
		put_named(w, p->element, nml_is_reference(value) ? "href" : "residref", value, STR_NONE);
		break;
	default:
		put_line(w, 2, p->element, false, value);
		break;
	}
}

static bool
left_out(const struct writing *w, enum meta_key key)
{
	return key == META_COUNT || (w->public && meta_private(key));
}

/* Signals of old versions have a code, and nothing else. */
static bool
holds(const struct writing *w, const struct nml_property *p, struct str value)
{
	struct str name, code;

	if (p->key == META_SIGNAL && w->o->newsml_version < SIGNAL_WORDS_SINCE) {
		concept_split(value, &name, &code);
		return nml_is_qcode(code);
	}
	return nml_holds(p, value);
}

static void
write_values(struct writing *w, const struct nml_property *p)
{
	if (p->shape == NML_PROVIDER) { /* which the schema demands, with or without a value */
		if (!write_instead(w, p, NULL))
			write_provider(w, doc_meta(w->d, p->key));
	} else if (!left_out(w, p->key)) {
		for (const struct meta_value *v = w->d->meta[p->key]; v; v = v->next)
			if (holds(w, p, v->text) && !write_instead(w, p, v))
				write_value(w, p, v->text);
	}
}

/* DERIVED FROM THE TEXT, AND CONSTANTS */

static void
write_item_class(struct writing *w)
{
	buf_puts(w->out, "\t\t<itemClass qcode=\"ninat:text\"/>\n");
}

static void
write_generator(struct writing *w)
{
	buf_puts(w->out, "\t\t<generator versioninfo=\"" WIRECOPY_VERSION "\">" NML_GENERATOR "</generator>\n");
}

/* An embargo without a time is explained by a note (NewsML-G2 guide, 26.4). */
static void
write_embargo_note(struct writing *w)
{
	if (str_is(doc_meta(w->d, META_EMBARGO), META_HOLD))
		put_derived(w, "edNote", fact_line(&w->arena, fact_block(w->d, ROLE_EMBARGO, NULL)));
}

static void
write_places(struct writing *w)
{
	struct run_walk walk = { 0 };
	struct str before = STR_NONE;
	const struct run *r;

	while ((r = fact_run(w->d, &walk, ROLE_NONE))) {
		struct str place = fact_text(&w->arena, r);

		if (r->role != ROLE_PLACE || place.n == 0 || str_eq(place, before) || extra_names(w, "located", place))
			continue;
		buf_puts(w->out, "\t\t<located how=\"" NML_DERIVED "\"><name>");
		escape_text(w->out, place);
		buf_puts(w->out, "</name></located>\n");
		before = place;
	}
}

static bool
has_value(const struct doc *d, enum meta_key key, struct str value)
{
	for (const struct meta_value *v = d->meta[key]; v; v = v->next)
		if (str_eq(v->text, value))
			return true;
	return false;
}

static void
write_sources(struct writing *w)
{
	struct str source = fact_source(&w->arena, w->d);

	if (source.n > 0 && !has_value(w->d, META_INFO_SOURCE, source)) {
		buf_puts(w->out, "\t\t<infoSource how=\"" NML_DERIVED "\"><name>");
		escape_text(w->out, source);
		buf_puts(w->out, "</name></infoSource>\n");
	}
	write_contacts(w);
}

static void
write_genre(struct writing *w)
{
	if (!w->d->meta[META_GENRE] && fact_release(w->d))
		buf_puts(w->out, "\t\t<genre qcode=\"genre:Press_Release\" how=\"" NML_DERIVED
				 "\"><name xml:lang=\"en-GB\">Press Release</name></genre>\n");
}

static void
write_headlines(struct writing *w)
{
	struct str line = fact_line(&w->arena, fact_block(w->d, ROLE_HEADLINE, NULL));

	if (line.n > 0 && !write_said_headline(w, line))
		put_derived(w, "headline", line);
	for (const struct block *b = NULL; (b = fact_block(w->d, ROLE_SUBHEADLINE, b));) {
		line = fact_line(&w->arena, b);
		if (write_said_headline(w, line))
			continue;
		buf_puts(w->out, "\t\t<headline role=\"" NML_ALIAS ":subheadline\" how=\"" NML_DERIVED "\">");
		escape_text(w->out, line);
		buf_puts(w->out, "</headline>\n");
		w->own_terms = true;
	}
	write_said_headline(w, STR_NONE);
}

static void
write_dateline(struct writing *w)
{
	put_derived(w, "dateline", fact_dateline(&w->arena, w->d));
}

static void
write_byline(struct writing *w)
{
	put_derived(w, "by", fact_line(&w->arena, fact_block(w->d, ROLE_BYLINE, NULL)));
}

/* As an extension property, or where there was none yet as an element of our namespace. */
static void
write_term(struct writing *w, const char *element, const char *name, struct str value)
{
	if (w->o->newsml_version < EXTENSIONS_SINCE) {
		buf_printf(w->out, "\t\t<%s xmlns=\"" NML_ALIAS_URI "\"", name);
		put_attribute(w->out, "value", value);
		buf_puts(w->out, "/>\n");
		return;
	}
	buf_printf(w->out, "\t\t<%s rel=\"" NML_ALIAS ":%s\"", element, name);
	put_attribute(w->out, "value", value);
	buf_puts(w->out, "/>\n");
	w->own_terms = true;
}

/* Keys whose value the element of its own cannot hold, or that have none. */
static void
write_terms(struct writing *w, enum nml_group group, const char *element)
{
	for (size_t i = 0; i < nml_property_count; i++) {
		const struct nml_property *p = &nml_properties[i];

		if (p->group != group || left_out(w, p->key))
			continue;
		for (const struct meta_value *v = w->d->meta[p->key]; v; v = v->next) {
			if (!holds(w, p, v->text))
				write_term(w, element, meta_name(p->key), v->text);
		}
	}
}

static void
write_item_terms(struct writing *w)
{
	write_terms(w, NML_ITEM, "itemMetaExtProperty");
}

static void
write_content_terms(struct writing *w)
{
	write_terms(w, NML_CONTENT, "contentMetaExtProperty");
}

/* The files that the body refers to (NewsML-G2 guide, 26.2). */
static void
write_media(struct writing *w)
{
	struct media media;
	const struct image *image;

	if (!w->o->media_seen || w->o->body == BODY_TEXT)
		return;
	media_begin(&media, w->d);
	while ((image = media_next(&media))) {
		buf_puts(w->out, "\t\t<link how=\"" NML_DERIVED "\" rel=\"irel:dependsOn\"");
		put_attribute(w->out, "href", media_address(&w->arena, w->o->media_seen, image));
		put_attribute(w->out, "contenttype", str_of(image->type));
		buf_printf(w->out, " size=\"%zu\"", image->bytes.n);
		if (w->o->newsml_version < EXTENSIONS_SINCE) {
			buf_puts(w->out, "/>\n");
			continue;
		}
		buf_printf(w->out, "><hash hashtypeuri=\"" SHA256_URI "\">%.*s</hash></link>\n",
			STR_FMT(media_hash(&w->arena, image->bytes)));
	}
}

/* What stands at an element's place besides the values of its key. */
static const struct {
	enum nml_group group;
	const char *element;
	void (*write)(struct writing *w);
} besides[] = {
	{ NML_ITEM, "itemClass", write_item_class },
	{ NML_ITEM, "generator", write_generator },
	{ NML_ITEM, "edNote", write_embargo_note },
	{ NML_ITEM, "link", write_media },
	{ NML_ITEM, "itemMetaExtProperty", write_item_terms },
	{ NML_CONTENT, "located", write_places },
	{ NML_CONTENT, "infoSource", write_sources },
	{ NML_CONTENT, "genre", write_genre },
	{ NML_CONTENT, "headline", write_headlines },
	{ NML_CONTENT, "dateline", write_dateline },
	{ NML_CONTENT, "by", write_byline },
	{ NML_CONTENT, "contentMetaExtProperty", write_content_terms },
};

static void
write_element(struct writing *w, enum nml_group group, struct str element)
{
	size_t before = w->out->n;

	for (size_t i = 0; i < nml_property_count; i++)
		if (nml_properties[i].group == group && str_is(element, nml_properties[i].element))
			write_values(w, &nml_properties[i]);
	for (size_t k = 0; k < sizeof(besides) / sizeof(*besides); k++)
		if (besides[k].group == group && str_is(element, besides[k].element))
			besides[k].write(w);
	write_beside(w, (int)group, element, w->out->n > before);
}

/* <container and its attributes, without the ">". */
static void
open_container(struct writing *w, const char *container)
{
	const struct piece *attributes = extra_attributes(w, container);

	buf_printf(w->out, "<%s", container);
	if (attributes)
		piece_write_attributes(w->out, attributes);
}

static void
write_group(struct writing *w, enum nml_group group)
{
	const char *container = nml_group_elements[group], *at = extra_type((int)group)->content;
	size_t start = w->out->n, empty;
	struct str element;

	buf_char(w->out, '\t');
	open_container(w, container);
	buf_puts(w->out, ">\n");
	empty = w->out->n;
	while ((element = schema_next_name(&at)).n > 0)
		write_element(w, group, element);
	if (w->out->n == empty && !extra_attributes(w, container))
		w->out->n = start;
	else
		buf_printf(w->out, "\t</%s>\n", container);
}

/* What stands between newsItem and contentSet, but the catalogs, in the schema's order. */
static void
write_metadata(struct writing *w)
{
	const char *at = extra_type(EXTRA_ITEM)->content;
	struct str element;

	while ((element = schema_next_name(&at)).n > 0) {
		for (int group = 0; group < NML_GROUPS; group++)
			if (str_is(element, nml_group_elements[group]))
				write_group(w, (enum nml_group)group);
		if (!str_starts(element, STR("catalog")))
			write_beside(w, EXTRA_ITEM, element, false);
	}
}

static void
write_root(struct writing *w)
{
	const struct doc *d = w->d;
	const struct piece *extra = extra_attributes(w, "newsItem");

	buf_puts(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsItem xmlns=\"" NML_NS "\"");
	put_attribute(w->out, "guid", doc_meta(d, META_GUID));
	if (d->meta[META_VERSION])
		put_attribute(w->out, "version", doc_meta(d, META_VERSION));
	buf_printf(w->out, "\n\tstandard=\"NewsML-G2\" standardversion=\"2.%d\" conformance=\"power\"", w->o->newsml_version);
	if (d->meta[META_LANGUAGE] && !(extra && piece_has_language(extra)))
		put_attribute(w->out, "xml:lang", doc_meta(d, META_LANGUAGE));
	if (extra)
		piece_write_attributes(w->out, extra);
	buf_puts(w->out, ">\n\t<catalogRef href=\"" CATALOG "\"/>\n");
	if (w->own_terms)
		buf_puts(w->out, "\t<catalog><scheme alias=\"" NML_ALIAS "\" uri=\"" NML_ALIAS_URI "\"/></catalog>\n");
	write_beside(w, EXTRA_ITEM, STR("catalogRef"), true);
	write_beside(w, EXTRA_ITEM, STR("catalog"), true);
}

static void
write_xhtml(struct writing *w, struct str title)
{
	buf_puts(w->out, "\t\t<inlineXML contenttype=\"application/xhtml+xml\">\n<html xmlns=\"" XHTML_NS "\"><head><title>");
	escape_text(w->out, title);
	buf_puts(w->out, "</title></head><body>\n");
	xhtml_write(w->d, &(const struct xhtml_form){ .syntax = XHTML_AS_XML, .media = w->o->media_seen }, w->out);
	buf_puts(w->out, "</body></html>\n\t\t</inlineXML>\n");
}

static void
write_content(struct writing *w)
{
	struct str title = fact_line(&w->arena, fact_block(w->d, ROLE_HEADLINE, NULL)); /* who shows it wants the headline */

	if (title.n == 0)
		title = doc_meta(w->d, META_TITLE);
	buf_puts(w->out, "\t<contentSet>\n");
	if (w->o->body == BODY_NITF)
		write_nitf(w, title);
	else if (w->o->body == BODY_TEXT)
		write_text(w);
	else
		write_xhtml(w, title);
	buf_puts(w->out, "\t</contentSet>\n</newsItem>\n");
}

static void
write_item(const struct doc *d, struct buf *out, const struct options *o)
{
	struct buf metadata = { 0 };
	struct writing w = { .d = d, .o = o, .out = &metadata, .public = o->public };

	extras_begin(&w);
	write_metadata(&w);
	w.out = out;
	write_root(&w);
	buf_add(out, buf_str(&metadata));
	write_content(&w);
	buf_free(&metadata);
	arena_free(&w.arena);
}

const struct writer nml_writer = { .format = "nml", .needs_time = true, .write = write_item };
