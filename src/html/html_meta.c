/* What a page says of itself, as metadata. */
#include "html/html_survey.h"

/* Where the pages of others keep what a key means: of each key the first source that has something wins. */
static const struct {
	enum meta_key key;
	const char *name; /* of a fact */
} sources[] = {
	{ META_LANGUAGE, "html:lang" },
	{ META_LANGUAGE, "content-language" },
	{ META_LANGUAGE, "dcterms.language" },
	{ META_LANGUAGE, "dc.language" },
	{ META_LANGUAGE, "og:locale" },
	{ META_LANGUAGE, "ld:inLanguage" },
	{ META_DATE, "ld:datePublished" },
	{ META_DATE, "article:published_time" },
	{ META_DATE, "itemprop:datePublished" },
	{ META_DATE, "dcterms.issued" },
	{ META_DATE, "dc.date.issued" },
	{ META_DATE, "dcterms.date" },
	{ META_DATE, "dc.date" },
	{ META_DATE, "dcterms.created" },
	{ META_DATE, "parsely-pub-date" },
	{ META_DATE, "sailthru.date" },
	{ META_DATE, "date" },
	{ META_DATE, "pubdate" },
	{ META_DATE, "time:datetime" },
	{ META_MODIFIED, "ld:dateModified" },
	{ META_MODIFIED, "article:modified_time" },
	{ META_MODIFIED, "og:updated_time" },
	{ META_MODIFIED, "itemprop:dateModified" },
	{ META_MODIFIED, "dcterms.modified" },
	{ META_DESCRIPTION, "description" },
	{ META_DESCRIPTION, "og:description" },
	{ META_DESCRIPTION, "ld:description" },
	{ META_DESCRIPTION, "dcterms.description" },
	{ META_DESCRIPTION, "dc.description" },
	{ META_DESCRIPTION, "twitter:description" },
	{ META_CREATOR, "ld:author" },
	{ META_CREATOR, "author" },
	{ META_CREATOR, "article:author" },
	{ META_CREATOR, "dcterms.creator" },
	{ META_CREATOR, "dc.creator" },
	{ META_CREATOR, "parsely-author" },
	{ META_KEYWORD, "ld:keywords" },
	{ META_KEYWORD, "keywords" },
	{ META_KEYWORD, "news_keywords" },
	{ META_KEYWORD, "article:tag" },
	{ META_KEYWORD, "dcterms.subject" },
	{ META_KEYWORD, "dc.subject" },
	{ META_PROVIDER, "ld:publisher" },
	{ META_PROVIDER, "dcterms.publisher" },
	{ META_PROVIDER, "dc.publisher" },
	{ META_PROVIDER, "og:site_name" },
	{ META_CANONICAL, "link:canonical" },
	{ META_CANONICAL, "og:url" },
	{ META_CANONICAL, "ld:url" },
	{ META_TITLE, "ld:headline" },
	{ META_TITLE, "og:title" },
	{ META_TITLE, "html:title" },
	{ META_TITLE, "dcterms.title" },
	{ META_TITLE, "dc.title" },
	{ META_COPYRIGHT_NOTICE, "dcterms.rights" },
	{ META_COPYRIGHT_NOTICE, "dc.rights" },
	{ META_COPYRIGHT_NOTICE, "copyright" },
};

/* The references that stand in JSON-LD and in doubly escaped attributes: HTML escaped once too often. */
static const struct {
	struct str reference;
	const char *text;
} references[] = {
	{ STR("&amp;"), "&" },
	{ STR("&quot;"), "\"" },
	{ STR("&apos;"), "'" },
	{ STR("&#39;"), "'" },
	{ STR("&#039;"), "'" },
	{ STR("&lt;"), "<" },
	{ STR("&gt;"), ">" },
	{ STR("&nbsp;"), "\xC2\xA0" },
};

static struct str
resolved(struct arena *a, struct str s)
{
	struct buf out = { 0 };
	struct str made;

	while (s.n > 0) {
		size_t i = 0, n = sizeof(references) / sizeof(references[0]);

		while (i < n && !str_starts(s, references[i].reference))
			i++;
		if (i < n)
			buf_puts(&out, references[i].text);
		else
			buf_char(&out, s.p[0]);
		s = str_sub(s, i < n ? references[i].reference.n : 1, s.n);
	}
	made = arena_str(a, buf_str(&out));
	buf_free(&out);
	return made;
}

static bool
is_address(struct str value)
{
	return str_starts_nocase(value, STR("http:")) || str_starts_nocase(value, STR("https:"));
}

/* Whether a page's value is what its key means: a page of another is no reason for a message. */
static bool
fits(struct doc *d, enum meta_key key, struct str value)
{
	struct date date;

	switch (meta_type(key)) {
	case META_DATE_TYPE:
		return date_parse(value, &date);
	case META_LANGUAGE_TYPE:
		return doc_language(d, value).n > 0;
	case META_URL:
		return doc_link(d, value).n > 0;
	default:
		return !is_address(value);
	}
}

static void
add(struct doc *d, enum meta_key key, struct str value)
{
	struct str part;

	if (key != META_KEYWORD) {
		doc_meta_add(d, key, value);
		return;
	}
	while (str_next(&value, ',', &part))
		if (str_trim(part).n > 0)
			doc_meta_add(d, key, str_trim(part));
}

static void
add_source(struct doc *d, const struct html_survey *s, enum meta_key key, const char *name)
{
	for (const struct html_fact *f = s->facts; f; f = f->next) {
		struct str value;

		if (!str_is_nocase(f->name, name))
			continue;
		value = resolved(&d->arena, f->value);
		if (fits(d, key, value) && (meta_many(key) || doc_meta(d, key).n == 0))
			add(d, key, value);
	}
}

static void
foreign_meta(struct doc *d, const struct html_survey *s)
{
	bool done[META_COUNT] = { false };

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		enum meta_key key = sources[i].key;
		bool had = doc_meta(d, key).n > 0;

		if (done[key])
			continue;
		add_source(d, s, key, sources[i].name);
		done[key] = doc_meta(d, key).n > 0;
		if (done[key] && !had)
			note(d->diag, (struct place){ 0 }, "%s: from the page's %s", meta_name(key), sources[i].name);
	}
}

static void
own_meta(struct doc *d, const struct html_survey *s)
{
	for (const struct html_fact *f = s->facts; f; f = f->next) {
		enum meta_key key;

		if (!str_starts_nocase(f->name, STR("nml.")))
			continue;
		key = meta_of_name(str_sub(f->name, 4, f->name.n));
		if (key < META_COUNT)
			doc_meta_add(d, key, f->value);
		else
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "unknown key %.*s",
				STR_FMT(str_sub(f->name, 0, 80)));
	}
}

void
html_meta(struct doc *d, const struct html_survey *s)
{
	if (s->own)
		own_meta(d, s);
	else
		foreign_meta(d, s);
}
