#include "random_doc.h"

#include <stdint.h>

#include "base/base64.h"

struct chance {
	struct doc *d;
	uint64_t state;
	struct str bytes; /* in place of the state, when `given` */
	bool given;
	bool in_note;
};

/* splitmix64 */
static uint64_t
next(struct chance *c)
{
	uint64_t z = c->state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

static unsigned
take(struct chance *c)
{
	unsigned value = c->bytes.n > 0 ? (unsigned char)c->bytes.p[0] : 0;

	c->bytes = str_sub(c->bytes, 1, c->bytes.n);
	return value;
}

static unsigned
below(struct chance *c, unsigned n)
{
	if (!c->given)
		return (unsigned)(next(c) % n);
	return (n > 256 ? take(c) << 8 | take(c) : take(c)) % n;
}

/* True once in n times. */
static bool
one_in(struct chance *c, unsigned n)
{
	return below(c, n) == 0;
}

#define PICK(c, table) (table)[below((c), sizeof(table) / sizeof((table)[0]))]

static const char *const words[] = {
	"press", "release", "Praha", "Věřím", "že", "účast", "Größe", "ß", "l\u2019été", "naïve", "žluťoučký", "kůň",
	"Łódź", "Žilina", "ΑΒΓ", "привіт", "שלום", "مرحبا", "日本語", "テスト", "한국어", "e\u0301", "o\u0308u\u0302",
	"\u1112\u1161\u11ab", "👩\u200D👩\u200D👧", "❤\uFE0F", "𝔘𝔫𝔦", "\U0001F1E8\U0001F1FF", "10\u00A0000\u00A0Kč", "17.\u00A0května",
	"<b>", "</p>", "&", "&amp;", "&#38;", "]]>", "-->", "<!--", "<?xml", "\"", "'", "\\", "`", "*a*", "_b_", "#", "##",
	"###", "-", "--", "---", "- x", "* y", "1.", "1)", "a)", "> q", "|", "| c |", "===", "~~~", "[x]", "[1]", "[Image: x]",
	"<https://example.com/>", "https://example.com/a?b=c&d=e", "www.example.org", "a@example.com", "mailto:", "...", "…",
	"„“", "»«", "%", "%20", "$", "{", "}", "{{body}}", "\t", "  ", "\n", " ", "\r\n", "\v", "\f", "\u00AD", "\u200B", "\uFEFF",
	"\u2028", "\xC2\x85", "\u202E", "\uFFFD", "\x01", "\x1b[31m", "\u00A0", "\u2003", "\u3000", "H\u2082O", "½", "™", "ﬁ", "Å",
	"0", "000", "1e9", "null", "true", "Tel.:", "Kontakt:", "E-mail:", "ENDS", "-30-", "Press-Release: 1", "Roles:", "x:y",
	"averyveryverylongwordthatnobodywouldeverwriteinapressreleasebutsomebodydid", "=cmd|' /C calc'!A0", "..", "/etc/passwd",
};

static struct str
random_text(struct chance *c, unsigned most)
{
	struct buf out = { 0 };
	struct str text;

	for (unsigned n = 1 + below(c, most); n > 0; n--) {
		buf_puts(&out, PICK(c, words));
		if (!one_in(c, 4))
			buf_char(&out, ' ');
	}
	text = arena_str(&c->d->arena, buf_str(&out));
	buf_free(&out);
	return text;
}

static struct str
random_link(struct chance *c)
{
	static const char *const links[] = { "https://example.com/", "http://example.org/a b?c=<d>&e=\"f\"#g", "mailto:a@example.com",
		"tel:+420123456789", "ftp://example.com/x", "https://příklad.cz/čeština", "https://example.com/%zz%41",
		"javascript:alert(1)", "relative/path", "https://user:secret@example.com:8080/[x]", "HTTPS://Example.COM/Case" };

	return doc_link(c->d, str_of(PICK(c, links)));
}

static struct run
random_attributes(struct chance *c)
{
	static const char *const languages[] = { "cs", "en-GB", "de", "ar", "zh-Hans-CN", "fr_FR", "xx" };
	struct run r = { 0 };

	if (one_in(c, 3))
		r.style = below(c, 64);
	if (one_in(c, 4))
		r.link = random_link(c);
	if (one_in(c, 5))
		r.lang = doc_language(c->d, str_of(PICK(c, languages)));
	if (one_in(c, 4))
		r.role = (enum role)below(c, ROLE_COUNT);
	if (one_in(c, 9))
		r.rtl = true;
	if (one_in(c, 12))
		r.ruby = doc_line(c->d, random_text(c, 2));
	return r;
}

static const char *const pictures[] = {
	/* a PNG, a GIF and a JPEG of one pixel */
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
	("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////"
	 "////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"),
};

static void
add_image(struct chance *c, struct block *leaf)
{
	struct run like = { .link = one_in(c, 3) ? random_link(c) : STR_NONE };
	struct image image = { .alt = one_in(c, 4) ? STR_NONE : random_text(c, 5) };

	if (one_in(c, 3)) {
		image.url = STR("https://example.com/picture.jpg");
		if (one_in(c, 2))
			image.width = 1 + (int)below(c, 3000), image.height = 1 + (int)below(c, 3000);
	} else {
		image.bytes = base64_decode(&c->d->arena, str_of(PICK(c, pictures)));
		if (one_in(c, 3))
			image.width = 1 + (int)below(c, 3000), image.height = 1 + (int)below(c, 3000);
		image_identify(&image);
	}
	doc_image(c->d, leaf, &like, &image);
}

static void add_paras(struct chance *c, struct block *parent, int depth);

static void
add_note(struct chance *c, struct block *leaf)
{
	struct block *note;

	if (c->in_note || leaf->type == BLOCK_PRE)
		return;
	note = block_add(c->d, c->d->root, BLOCK_NOTE);
	c->in_note = true;
	add_paras(c, note, 0);
	c->in_note = false;
	doc_note(c->d, leaf, note);
}

static void
add_runs(struct chance *c, struct block *leaf)
{
	leaf->rtl = one_in(c, 12);
	for (unsigned n = 1 + below(c, 5); n > 0; n--) {
		struct run like = random_attributes(c);

		switch (below(c, 14)) {
		case 0:
			doc_break(c->d, leaf);
			break;
		case 1:
			if (leaf->type != BLOCK_PRE)
				add_image(c, leaf);
			break;
		case 2:
			add_note(c, leaf);
			break;
		case 3:
			if (leaf->type != BLOCK_PRE)
				doc_math(c->d, leaf, &like, random_text(c, 4), STR_NONE);
			break;
		default:
			doc_text(c->d, leaf, &like, random_text(c, 8));
		}
	}
}

static struct block *
add_leaf(struct chance *c, struct block *parent, enum block_type type)
{
	struct block *b = block_add(c->d, parent, type);

	add_runs(c, b);
	return b;
}

static void
add_list(struct chance *c, struct block *parent, int depth)
{
	static const char *const labels[] = { "%.", "%)", "(%)", "§ %", "%" };
	struct block *list = block_add(c->d, parent, BLOCK_LIST);

	list->list.format = (enum list_format)below(c, LIST_FORMATS);
	list->list.start = one_in(c, 3) ? (long)below(c, 200) : 1;
	list->list.label = str_of(PICK(c, labels));
	for (unsigned n = 1 + below(c, 3); n > 0; n--) {
		struct block *item = block_add(c->d, list, BLOCK_ITEM);

		add_leaf(c, item, BLOCK_PARA);
		if (one_in(c, 3))
			add_paras(c, item, depth + 1);
	}
}

static void
add_paras(struct chance *c, struct block *parent, int depth)
{
	for (unsigned n = 1 + below(c, 3); n > 0; n--) {
		if (depth < LIST_DEPTH - 1 && one_in(c, 3))
			add_list(c, parent, depth);
		else
			add_leaf(c, parent, BLOCK_PARA);
	}
}

static void
add_table(struct chance *c, struct block *parent)
{
	struct block *table = block_add(c->d, parent, BLOCK_TABLE);

	if (one_in(c, 2))
		add_leaf(c, table, BLOCK_CAPTION);
	for (unsigned rows = 1 + below(c, 4); rows > 0; rows--) {
		struct block *row = block_add(c->d, table, BLOCK_ROW);
		bool header = one_in(c, 4);

		for (unsigned cells = below(c, 5); cells > 0; cells--) {
			struct block *cell = block_add(c->d, row, BLOCK_CELL);

			cell->cell.header = header || one_in(c, 5);
			cell->cell.colspan = one_in(c, 4) ? 1 + (int)below(c, 4) : 1;
			cell->cell.rowspan = one_in(c, 4) ? 1 + (int)below(c, 4) : 1;
			if (!one_in(c, 5))
				add_paras(c, cell, 1);
		}
	}
}

static void
add_quote(struct chance *c, struct block *parent)
{
	struct block *quote = block_add(c->d, parent, BLOCK_QUOTE);

	for (unsigned n = 1 + below(c, 3); n > 0; n--)
		add_leaf(c, quote, BLOCK_PARA);
	if (one_in(c, 2))
		add_leaf(c, quote, BLOCK_PARA)->role = ROLE_ATTRIBUTION;
}

static void
add_figure(struct chance *c, struct block *parent)
{
	struct block *figure = block_add(c->d, parent, BLOCK_FIGURE);

	add_image(c, figure);
	if (one_in(c, 2))
		add_leaf(c, figure, BLOCK_CAPTION);
}

static void
add_deflist(struct chance *c, struct block *parent)
{
	struct block *list = block_add(c->d, parent, BLOCK_DEFLIST);

	for (unsigned n = 1 + below(c, 5); n > 0; n--)
		add_leaf(c, list, one_in(c, 2) ? BLOCK_TERM : BLOCK_DEFINITION);
}

static void
add_flow(struct chance *c, struct block *parent)
{
	switch (below(c, 12)) {
	case 0:
		add_leaf(c, parent, BLOCK_HEAD)->head.level = 1 + (int)below(c, HEAD_LEVELS);
		break;
	case 1:
	case 2:
		add_list(c, parent, 0);
		break;
	case 3:
		add_quote(c, parent);
		break;
	case 4:
		add_table(c, parent);
		break;
	case 5:
		add_figure(c, parent);
		break;
	case 6:
		doc_text(c->d, block_add(c->d, parent, BLOCK_PRE), NULL, random_text(c, 12));
		break;
	case 7:
		block_add(c->d, parent, BLOCK_RULE);
		break;
	case 8:
		add_deflist(c, parent);
		break;
	case 9:
		add_runs(c, block_add(c->d, parent, BLOCK_PRE));
		break;
	default:
		add_leaf(c, parent, BLOCK_PARA);
	}
}

static void
add_top(struct chance *c)
{
	struct block *root = c->d->root, *b;

	if (one_in(c, 5)) {
		b = block_add(c->d, root, BLOCK_SECTION);
		b->role = (enum role)(1 + below(c, ROLE_COUNT - 1));
		for (unsigned n = 1 + below(c, 4); n > 0; n--)
			add_flow(c, b);
	} else if (one_in(c, 3)) {
		add_leaf(c, root, BLOCK_PARA)->role = (enum role)below(c, ROLE_COUNT);
	} else {
		add_flow(c, root);
	}
}

static struct str
random_value(struct chance *c, enum meta_type type)
{
	static const char *const dates[] = { "2026-03-15", "2026-03-15T08:00:00+01:00", "2019-05-17 00:00", "1999-12-31T23:59:59Z",
		"2026-02-30", "0001-01-01T00:00:00-11:30" };
	static const char *const numbers[] = { "1", "007", "9", "0", "-1", "123456" };
	static const char *const concepts[] = { "Politics <medtop:11000000>", "<medtop:04000000>", "Only a name", "a<b>c <x:y z>" };

	switch (type) {
	case META_NUMBER:
		return str_of(PICK(c, numbers));
	case META_DATE_TYPE:
	case META_INSTANT:
		return str_of(PICK(c, dates));
	case META_EMBARGO_TYPE:
		return one_in(c, 3) ? STR(META_HOLD) : str_of(PICK(c, dates));
	case META_LANGUAGE_TYPE:
		return one_in(c, 2) ? STR("cs") : STR("en-GB");
	case META_URL:
		return random_link(c);
	case META_CONCEPT:
		return one_in(c, 3) ? random_text(c, 4) : str_of(PICK(c, concepts));
	default:
		return random_text(c, one_in(c, 10) ? 120 : 8);
	}
}

/*
 * Parts of an item that have no key, in the order in which an item has them,
 * which is the order that they keep; the one that stands for a value where the
 * document has the value.
 */
static void
add_extra(struct chance *c)
{
	static const char *const parts[] = {
		"@ <newsItem xmlns:n1=\"http://example.com/ns\" n1:note=\"a &#x20;b\"/>",
		"newsItem <catalogRef href=\"http://cv.example.com/catalog.xml\"/>",
		"newsItem <catalog><scheme alias=\"ex\" uri=\"http://cv.example.com/\"/></catalog>",
		"itemMeta <profile versioninfo=\"1\">press-release</profile>",
		"itemMeta <service qcode=\"ex:ots\"><name xml:lang=\"de\">Originaltext &amp; mehr</name></service>",
		"itemMeta <memberOf uri=\"urn:example:m\"><note>Call <span>the desk</span> first&#xA;&lt;now&gt;</note></memberOf>",
		"itemMeta <n1:x xmlns:n1=\"urn:example:x\" xmlns:n2=\"urn:example:y\" n2:a=\"&quot;\"><n1:y>\xC4\x8D</n1:y> t</n1:x>",
		"contentMeta <contributor role=\"ctrol:supplier\"><name>ANSA</name></contributor>",
		"contentMeta <altId type=\"ex:number\">2026/17</altId>",
		"contentMeta= <subject type=\"cpnat:abstract\" qcode=\"medtop:11000000\"><name>Politics</name></subject>",
		"contentMeta <headline role=\"ex:short\">Short</headline>",
		"newsItem <partMeta partid=\"p1\"><description>A part</description></partMeta>",
		"newsItem <assert qcode=\"ex:1\"><name>One</name></assert>",
	};
	struct str politics = STR("Politics <medtop:11000000>");

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		bool holds = !str_starts(str_of(parts[i]), STR("contentMeta="));

		for (const struct meta_value *v = c->d->meta[META_SUBJECT]; v; v = v->next)
			holds = holds || str_eq(v->text, politics);
		if (holds && one_in(c, 2))
			doc_meta_add(c->d, META_EXTRA, str_of(parts[i]));
	}
}

/* Keys whose values a standard bounds get values within its bounds. */
static void
add_meta(struct chance *c, enum meta_key key)
{
	static const char *const urgencies[] = { "1", "4", "9" };
	static const char *const statuses[] = { "usable", "withheld", "canceled" };

	for (unsigned n = key == META_EXTRA ? 1 : 1 + below(c, 3); n > 0; n--) {
		if (key == META_URGENCY)
			doc_meta_add(c->d, key, str_of(PICK(c, urgencies)));
		else if (key == META_STATUS)
			doc_meta_add(c->d, key, str_of(PICK(c, statuses)));
		else if (key == META_EXTRA)
			add_extra(c);
		else if (key != META_RECOGNISED)
			doc_meta_add(c->d, key, random_value(c, meta_type(key)));
	}
}

static struct doc *
make(struct chance *c)
{
	for (enum meta_key k = 0; k < META_COUNT; k++)
		if (one_in(c, 3))
			add_meta(c, k);
	if (one_in(c, 2))
		add_leaf(c, c->d->root, BLOCK_HEAD)->role = ROLE_HEADLINE;
	for (unsigned n = 1 + below(c, 12); n > 0; n--)
		add_top(c);
	doc_finish(c->d);
	return c->d;
}

struct doc *
random_doc(struct diag *diag, unsigned long seed)
{
	struct chance c = { .d = doc_new(diag), .state = seed * 0x2545F4914F6CDD1Du + 1 };

	return make(&c);
}

struct doc *
random_doc_of(struct diag *diag, struct str bytes)
{
	struct chance c = { .d = doc_new(diag), .bytes = bytes, .given = true };

	return make(&c);
}
