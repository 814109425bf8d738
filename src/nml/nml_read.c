#include <string.h>

#include "base/charset.h"
#include "base/sniff.h"
#include "base/utf8.h"
#include "markup/xml.h"
#include "nml/nml.h"
#include "nml/nml_body.h"
#include "nml/nml_meta.h"

/* A child of rightsInfo, itemMeta or contentMeta, as far as it has come. */
struct property {
	struct buf element; /* its name */
	struct buf text;    /* all of its text */
	struct buf name;    /* the text of its first <name> */
	struct buf code;    /* qcode, else uri */
	struct buf literal;
	struct buf value; /* tag, href, residref or value: what stands in an attribute */
	struct buf role;  /* role, or rel */
	bool in_name, named, derived, contacts;
};

enum section { SECTION_NONE, SECTION_PROPERTIES, SECTION_CONTENTS, SECTION_BODY };

struct reading {
	struct doc *d;
	const struct options *o;
	struct xml *xml;
	struct survey survey;
	size_t depth, items, contents;
	size_t item_depth;	/* of the text's newsItem; 0: not in it */
	enum section section;
	size_t section_depth;	/* of the element that is the section */
	struct property property;
	struct body body;
	struct str body_title;
	/* What the item says of its text, for a body that lacks it. */
	struct str headline, plain_headline, subheadline, byline, dateline, place;
	struct str language;
};

/* PROPERTIES */

static void
set_buf(struct buf *b, struct str s)
{
	buf_clear(b);
	buf_add(b, s);
}

static struct str
first_attribute(const struct xml_element *e, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str value = str_trim(xml_attribute(e, NULL, names[i]));

		if (value.n > 0)
			return value;
	}
	return STR_NONE;
}

static void
property_begin(struct reading *r, const struct xml_element *e)
{
	static const char *const codes[] = { "qcode", "uri" }, *const values[] = { "tag", "href", "residref", "guidref", "value" },
		   *const roles[] = { "role", "rel" };
	struct property *p = &r->property;

	set_buf(&p->element, str_of(e->name));
	buf_clear(&p->text);
	buf_clear(&p->name);
	set_buf(&p->code, first_attribute(e, codes, 2));
	set_buf(&p->literal, str_trim(xml_attribute(e, NULL, "literal")));
	set_buf(&p->value, first_attribute(e, values, 5));
	set_buf(&p->role, first_attribute(e, roles, 2));
	p->in_name = p->named = p->contacts = false;
	p->derived = r->survey.ours && str_is(xml_attribute(e, NULL, "how"), NML_DERIVED);
}

/* Whatever does not stand within a line ends a word; doc_line() takes one blank too many away. */
static void
part_words(struct property *p, const struct xml_element *e)
{
	static const char *const in_line[] = { "a", "span", "inline", "ruby", "rb", "b", "strong", "i", "em", "u", "sub", "sup" };

	for (size_t i = 0; i < sizeof(in_line) / sizeof(*in_line); i++)
		if (strcmp(e->name, in_line[i]) == 0)
			return;
	buf_char(&p->text, ' ');
}

static void
property_child(struct reading *r, const struct xml_element *e)
{
	struct property *p = &r->property;

	if (r->depth == r->section_depth + 2 && strcmp(e->name, "name") == 0 && !p->named)
		p->in_name = p->named = true;
	if (strcmp(e->name, "contactInfo") == 0)
		p->contacts = true;
	part_words(p, e);
}

static void
property_text(struct reading *r, struct str text)
{
	buf_add(&r->property.text, text);
	if (r->property.in_name)
		buf_add(&r->property.name, text);
}

static void
add_meta(struct reading *r, enum meta_key key, struct str value)
{
	if (str_trim(value).n == 0)
		return;
	if (!meta_many(key) && r->d->meta[key])
		doc_loss(r->d, LOSS_METADATA, xml_place(r->xml), "L-metadata", "a second %s: %.*s", meta_name(key),
			STR_FMT(str_sub(value, 0, 80)));
	else
		doc_meta_add(r->d, key, value);
}

/* An embargo must never come to nothing: whatever is not an instant in a known zone is held. */
static void
take_embargo(struct reading *r, struct str text)
{
	struct date date;

	text = str_trim(text);
	if (text.n > 0 && date_parse(text, &date) && date.has_time && (date.has_zone || r->o->zone.n > 0)) {
		add_meta(r, META_EMBARGO, text);
		return;
	}
	if (text.n > 0) {
		warn(r->d->diag, xml_place(r->xml), "W-embargo", "the embargo \"%.*s\" is no time with a zone: held without end",
			STR_FMT(str_sub(text, 0, 80)));
		doc_meta_add(r->d, META_EDITORIAL_NOTE, arena_printf(&r->d->arena, "Embargo: %.*s", STR_FMT(text)));
	}
	add_meta(r, META_EMBARGO, STR(META_HOLD));
}

static void
take_status(struct reading *r, struct str code)
{
	static const char *const schemes[] = { "stat:", "http://cv.iptc.org/newscodes/pubstatusg2/" };

	for (size_t i = 0; i < 2; i++)
		if (str_starts(code, str_of(schemes[i])))
			code = str_sub(code, strlen(schemes[i]), code.n);
	if (str_is(code, "canceled") || str_is(code, "withheld"))
		warn(r->d->diag, xml_place(r->xml), "W-status", "the item is %.*s", STR_FMT(code));
	add_meta(r, META_STATUS, code);
}

/* A name in words, or what else there is of one. */
static struct str
name_of(const struct property *p)
{
	struct str name = str_trim(buf_str(&p->name)), text = str_trim(buf_str(&p->text));

	return name.n > 0 ? name : p->literal.n > 0 ? buf_str(&p->literal) : p->named || p->contacts ? STR_NONE : text;
}

static void
take_provider(struct reading *r)
{
	const struct property *p = &r->property;
	struct str name = buf_str(&p->name), id = buf_str(p->code.n > 0 ? &p->code : &p->literal);

	if (str_trim(name).n == 0 && !r->survey.ours)
		name = name_of(p);
	add_meta(r, META_PROVIDER, name);
	add_meta(r, META_PROVIDER_ID, id);
}

/* One value of our own, under the name of its key. */
static void
take_term(struct reading *r)
{
	const struct property *p = &r->property;
	struct str term = buf_str(&p->role);
	enum meta_key key = META_COUNT;

	if (r->survey.ours && str_starts(term, STR(NML_ALIAS ":")))
		key = meta_of_name(str_sub(term, STR(NML_ALIAS ":").n, term.n));
	if (key != META_COUNT)
		add_meta(r, key, buf_str(&p->value));
	else
		doc_loss(r->d, LOSS_METADATA, xml_place(r->xml), "L-metadata", "%.*s", STR_FMT(buf_str(&p->element)));
}

static bool
ends_nocase(struct str s, struct str tail)
{
	return s.n >= tail.n && str_eq_nocase(str_sub(s, s.n - tail.n, s.n), tail);
}

static void
take_headline(struct reading *r, struct str text)
{
	struct str role = buf_str(&r->property.role), line = doc_line(r->d, text);

	if (line.n == 0)
		return;
	if (ends_nocase(role, STR("subheadline")) || ends_nocase(role, STR("subtitle"))) {
		if (r->subheadline.n == 0)
			r->subheadline = line;
		return;
	}
	if (r->headline.n == 0)
		r->headline = line;
	if (role.n == 0 && r->plain_headline.n == 0)
		r->plain_headline = line;
}

static void
take_without_key(struct reading *r, struct str element)
{
	struct str text = buf_str(&r->property.text);

	if (str_is(element, "headline"))
		take_headline(r, text);
	else if (str_is(element, "by") && r->byline.n == 0)
		r->byline = doc_line(r->d, text);
	else if (str_is(element, "dateline") && r->dateline.n == 0)
		r->dateline = doc_line(r->d, text);
	else if (str_is(element, "contentMetaExtProperty"))
		take_term(r);
	else if (str_is(element, "located") && r->place.n == 0)
		r->place = doc_line(r->d, name_of(&r->property));
}

static void
take_property(struct reading *r, const struct nml_property *row)
{
	const struct property *p = &r->property;
	struct str text = buf_str(&p->text);

	switch (row->shape) {
	case NML_NO_KEY:
		take_without_key(r, buf_str(&p->element));
		break;
	case NML_TERM:
		take_term(r);
		break;
	case NML_EMBARGO:
		take_embargo(r, text);
		break;
	case NML_PROVIDER:
		take_provider(r);
		break;
	case NML_STATUS:
		take_status(r, buf_str(&p->code));
		break;
	case NML_NAME:
		add_meta(r, row->key, name_of(p).n > 0 ? name_of(p) : buf_str(&p->code));
		break;
	case NML_CONCEPT:
		add_meta(r, row->key, nml_concept(&r->d->arena, name_of(p), buf_str(&p->code)));
		break;
	case NML_LANGUAGE:
	case NML_LINK:
		add_meta(r, row->key, buf_str(&p->value));
		break;
	case NML_TEXT:
	case NML_DATE:
	case NML_URGENCY:
		add_meta(r, row->key, text);
		break;
	}
}

static void
property_end(struct reading *r)
{
	const struct property *p = &r->property;
	const struct nml_property *row = nml_property_of(buf_str(&p->element));

	if (p->derived) {
		if (str_is(buf_str(&p->element), "headline") && p->role.n == 0)
			r->headline = doc_line(r->d, buf_str(&p->text));
		return;
	}
	if (p->contacts)
		doc_loss(r->d, LOSS_METADATA, xml_place(r->xml), "L-metadata", "contact data of %.*s", STR_FMT(buf_str(&p->element)));
	if (row)
		take_property(r, row);
	else
		doc_loss(r->d, LOSS_METADATA, xml_place(r->xml), "L-metadata", "%.*s", STR_FMT(buf_str(&p->element)));
}

/* ELEMENTS */

static void
open_item(struct reading *r, const struct xml_element *e)
{
	r->item_depth = r->depth;
	add_meta(r, META_GUID, xml_attribute(e, NULL, "guid"));
	add_meta(r, META_VERSION, xml_attribute(e, NULL, "version"));
	r->language = arena_str(&r->d->arena, xml_attribute(e, "http://www.w3.org/XML/1998/namespace", "lang"));
}

static void
open_section(struct reading *r, const struct xml_element *e)
{
	static const char *const silent[] = { "catalog", "catalogRef" };

	r->section = SECTION_NONE;
	r->section_depth = r->depth;
	for (size_t i = 0; i < NML_GROUPS; i++)
		if (strcmp(e->name, nml_group_elements[i]) == 0)
			r->section = SECTION_PROPERTIES;
	if (strcmp(e->name, "contentSet") == 0)
		r->section = SECTION_CONTENTS;
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		if (strcmp(e->name, silent[i]) == 0)
			return;
	if (r->section == SECTION_NONE)
		doc_loss(r->d, LOSS_METADATA, xml_place(r->xml), "L-metadata", "%s", e->name);
}

static void
open_content(struct reading *r, const struct xml_element *e)
{
	if (r->contents++ == r->survey.content) {
		r->section = SECTION_BODY;
		r->section_depth = r->depth;
		body_begin(&r->body, r->d, r->survey.body);
	} else if (strcmp(e->name, "remoteContent") == 0) {
		struct str href = xml_attribute(e, NULL, "href");

		doc_loss(r->d, LOSS_CONTENT, xml_place(r->xml), "L-remote", "remoteContent %.*s", STR_FMT(href));
	} else {
		note(r->d->diag, xml_place(r->xml), "another rendition of the text is left out");
	}
}

static void
start(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	r->depth++;
	if (!r->item_depth) {
		if (strcmp(e->name, "newsItem") == 0 && (strcmp(e->ns, NML_NS) == 0 || !e->ns[0]) && r->items++ == r->survey.item)
			open_item(r, e);
	} else if (r->section == SECTION_BODY) {
		r->body.b.place = xml_place(r->xml);
		body_start(&r->body, e);
	} else if (r->depth == r->item_depth + 1) {
		open_section(r, e);
	} else if (r->section == SECTION_CONTENTS && r->depth == r->section_depth + 1) {
		open_content(r, e);
	} else if (r->section == SECTION_PROPERTIES && r->depth == r->section_depth + 1) {
		property_begin(r, e);
	} else if (r->section == SECTION_PROPERTIES) {
		property_child(r, e);
	}
}

static void
text(void *context, struct str part)
{
	struct reading *r = context;

	if (r->section == SECTION_BODY)
		body_text(&r->body, part);
	else if (r->section == SECTION_PROPERTIES && r->depth > r->section_depth)
		property_text(r, part);
}

static void
end_in_properties(struct reading *r, const struct xml_element *e)
{
	if (r->depth == r->section_depth + 2)
		r->property.in_name = false;
	if (r->depth == r->section_depth + 1)
		property_end(r);
	else if (r->depth > r->section_depth)
		part_words(&r->property, e);
}

static void
end(void *context, const struct xml_element *e)
{
	struct reading *r = context;

	if (r->section == SECTION_BODY && r->depth > r->section_depth) {
		r->body.b.place = xml_place(r->xml);
		body_end(&r->body);
	} else if (r->section == SECTION_BODY) {
		r->body_title = body_finish(&r->body);
		r->section = SECTION_CONTENTS;
		r->section_depth--;
	} else if (r->section == SECTION_PROPERTIES) {
		end_in_properties(r, e);
	}
	if (r->depth == r->item_depth + 1)
		r->section = SECTION_NONE;
	if (r->depth == r->item_depth)
		r->item_depth = 0;
	r->depth--;
}

/* WHAT THE ITEM SAYS OF ITS TEXT */

enum {
	NEAR_TOP = 3, /* blocks among which a headline is looked for */
	TOP = 4096    /* bytes of text in which a byline or a dateline is */
};

/* The block near the top whose text is that, in whatever case. */
static struct block *
find_line(struct doc *d, struct str line)
{
	struct block *b = d->root->first;

	line = utf8_fold(&d->arena, line);
	for (int i = 0; b && i < NEAR_TOP; i++, b = b->next)
		if ((b->type == BLOCK_HEAD || b->type == BLOCK_PARA) &&
			str_eq(utf8_fold(&d->arena, block_text(&d->arena, b)), line))
			return b;
	return NULL;
}

static struct block *
add_line(struct doc *d, struct block *after, enum block_type type, enum role role, struct str line)
{
	struct block *b;

	if (after)
		b = block_insert_after(d, after, type);
	else if (d->root->first)
		b = block_insert_before(d, d->root->first, type);
	else
		b = block_add(d, d->root, type);
	b->role = role;
	doc_text(d, b, NULL, line);
	return b;
}

static void
make_headline(struct block *b)
{
	b->type = BLOCK_HEAD;
	b->head.level = 1;
	b->role = ROLE_HEADLINE;
}

/* The body's own headline, or the item's above it; NULL when nobody knows one. */
static struct block *
settle_headline(struct reading *r)
{
	struct doc *d = r->d;
	struct block *first = d->root->first, *b = doc_find(d, ROLE_HEADLINE);
	struct str line = r->plain_headline.n > 0 ? r->plain_headline : r->headline.n > 0 ? r->headline : r->body_title;

	if (b)
		return b;
	if (line.n == 0)
		line = doc_meta(d, META_TITLE);
	b = line.n > 0 ? find_line(d, line) : NULL;
	if (!b && first && first->type == BLOCK_HEAD && first->head.level == 1) {
		b = first;
		if (r->headline.n > 0)
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "headline, for the text has its own: %.*s",
				STR_FMT(line));
	}
	if (!b && line.n > 0)
		b = add_line(d, NULL, BLOCK_HEAD, ROLE_HEADLINE, line);
	if (b)
		make_headline(b);
	return b;
}

/* The first bytes of the text, folded. */
static struct str
top_of_text(struct doc *d)
{
	struct str body = block_text(&d->arena, d->root);
	size_t n = body.n < TOP ? body.n : TOP;

	while (n < body.n && n > 0 && ((unsigned char)body.p[n] & 0xC0) == 0x80) /* not in a character's midst */
		n--;
	return utf8_fold(&d->arena, str_sub(body, 0, n));
}

/* Whether an item's property is there and the text does not say it already. */
static bool
is_missing(struct doc *d, struct str top, struct str line)
{
	return line.n > 0 && str_find(top, utf8_fold(&d->arena, line)) == STR_NPOS;
}

/* A foreign item keeps its headline, byline and dateline outside the body. */
static void
complete_body(struct reading *r)
{
	struct doc *d = r->d;
	struct str top = top_of_text(d);
	struct block *last = settle_headline(r), *sub = r->subheadline.n > 0 ? find_line(d, r->subheadline) : NULL;

	if (sub && sub != last)
		sub->role = ROLE_SUBHEADLINE;
	else if (r->subheadline.n > 0 && !sub)
		last = add_line(d, last, BLOCK_PARA, ROLE_SUBHEADLINE, r->subheadline);
	while (last && last->next && last->next->role == ROLE_SUBHEADLINE)
		last = last->next;
	if (is_missing(d, top, r->byline) && !doc_find(d, ROLE_BYLINE))
		last = add_line(d, last, BLOCK_PARA, ROLE_BYLINE, r->byline);
	if (is_missing(d, top, r->dateline) && !doc_find(d, ROLE_DATE_LINE))
		add_line(d, last, BLOCK_PARA, ROLE_DATE_LINE, r->dateline);
	if (is_missing(d, top, r->place))
		doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "located: %.*s", STR_FMT(r->place));
	doc_finish(d);
}

/* In an item of ours the text is what holds, and the copies of it in the metadata follow when it is written again. */
static void
compare_headline(struct reading *r)
{
	const struct block *b = doc_find(r->d, ROLE_HEADLINE);
	struct str own = b ? doc_line(r->d, block_text(&r->d->arena, b)) : STR_NONE;

	if (r->headline.n > 0 && !str_eq(r->headline, own))
		warn(r->d->diag, (struct place){ 0 }, "W-headline",
			"the headline in the metadata is not that of the text, which holds: \"%.*s\"",
			STR_FMT(str_sub(r->headline, 0, 80)));
}

static void
free_property(struct property *p)
{
	buf_free(&p->element);
	buf_free(&p->text);
	buf_free(&p->name);
	buf_free(&p->code);
	buf_free(&p->literal);
	buf_free(&p->value);
	buf_free(&p->role);
}

static bool
is_utf16(struct str bytes)
{
	return str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF")) || str_starts(bytes, STR("<\0")) ||
	       str_starts(bytes, STR("\0<"));
}

static void
read_item(struct doc *d, struct str bytes, const struct options *o)
{
	static const struct xml_handler handler = { start, end, text };
	struct reading r = { .d = d, .o = o };
	bool utf8 = !is_utf16(bytes); /* what was in another encoding has been converted before */

	if (sniff(bytes))
		fail(d->diag, STATUS_DATA, (struct place){ 0 }, "this is %s, not NewsML-G2", sniff(bytes));
	r.survey = nml_survey(d, bytes, utf8);
	r.xml = xml_begin(d->diag, NULL, utf8, &handler, &r);
	xml_feed(r.xml, bytes);
	xml_end(r.xml);
	if (!d->meta[META_LANGUAGE])
		doc_meta_add(d, META_LANGUAGE, r.language);
	if (r.survey.ours)
		compare_headline(&r);
	else
		complete_body(&r);
	free_property(&r.property);
}

static const char *
declared_charset(struct str bytes, const struct options *o, struct diag *diag)
{
	struct str label = xml_declared_encoding(bytes);
	const char *name;

	(void)o;
	if (label.n == 0 || is_utf16(bytes) || str_starts(bytes, STR("\xEF\xBB\xBF")))
		return NULL;
	name = charset_of_label(label);
	if (!name)
		fail(diag, STATUS_DATA, (struct place){ .number = 1 }, "unknown encoding \"%.*s\"", STR_FMT(label));
	/* What says UTF-16 in single bytes is UTF-8 from a program that wrote a string of its own. */
	return strcmp(name, "UTF-8") == 0 || strncmp(name, "UTF-16", 6) == 0 ? NULL : name;
}

const struct reader nml_reader = {
	.format = "nml",
	.charset = declared_charset,
	.read = read_item,
	.libraries = xml_library,
};
