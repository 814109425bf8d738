#include <string.h>

#include "mutate.h"

enum { TAGS_MOST = 4000 };

struct span {
	size_t from, to;
};

/* The tags of a text, in order. */
struct tags {
	struct span at[TAGS_MOST];
	size_t n;
};

static const char *const values[] = { "", "0", "1", "-1", "2", "9", "64", "255", "256", "65536", "2147483647",
	"2147483648", "4294967296", "99999999999999999999", "1e9", "true", "false", "none", "auto", "x", "&lt;&amp;",
	"https://example.com/", "javascript:alert(1)", "../../x", "#x", "en-GB", "cs", "2026-02-30", "2026-03-15T08:00:00+25:00",
	"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" };

static const char *const fragments[] = {
	"<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:br/>", "<w:tab/>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
	"<w:r><w:instrText>HYPERLINK \"https://example.com/\"</w:instrText></w:r>", "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
	"<w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr>", "<w:footnoteReference w:id=\"1\"/>", "<w:del><w:r><w:delText>d</w:delText></w:r></w:del>",
	"<w:ins><w:r><w:t>i</w:t></w:r></w:ins>", "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
	"<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>", "<w:rPr><w:b/><w:vanish/></w:rPr>", "<w:sdt><w:sdtContent/></w:sdt>",
	"<w:basedOn w:val=\"Normal\"/>", "<w:moveFrom/>", "<w:moveTo/>", "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/>",
	"<table><tr><td rowspan=3 colspan=2>x", "<b>", "</b>", "<i>", "</p>", "<p>", "<ul><li>", "<svg>", "<math>", "<template>", "<select>",
	"<pre>\n", "<br/>", "<h1>", "<div>", "<a href=\"x\">", "<ruby>x<rt>y</rt></ruby>", "<img src=\"x\" alt=\"y\"/>", "<noscript>",
	"<dl><dt>x</dt><dd>y</dd></dl>", "<figure><figcaption>x</figcaption></figure>", "<blockquote><p>x</p></blockquote>",
	"<body>", "</body>", "<frameset>", "<meta charset=\"utf-16\">", "<title>", "<style>", "<script>", "<!--", "-->", "<![CDATA[", "]]>",
	"<?x y?>", "<headline>x</headline>", "<pubStatus qcode=\"stat:canceled\"/>", "<embargoed>2026-03-15T08:00:00Z</embargoed>",
	"<embargoed/>", "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p></body></html></inlineXML>",
	"<inlineData contenttype=\"text/plain\">x</inlineData>", "<subject qcode=\"medtop:1\"/>", "<catalogRef href=\"x\"/>",
	"<newsItem guid=\"x\"/>", "<x xmlns=\"\"/>", "&#x202E;", "&#xFFFF;", "&amp;", "&nbsp;", "e&#x301;", "\xC2\xAD", "\xEF\xBB\xBF",
};

static void
replace(struct buf *b, size_t at, size_t length, struct str by)
{
	struct buf out = { 0 };

	buf_add(&out, (struct str){ b->p, at });
	buf_add(&out, by);
	buf_add(&out, (struct str){ b->p + at + length, b->n - at - length });
	buf_free(b);
	*b = out;
}

static void
find_tags(const struct buf *b, struct tags *t)
{
	const char *p = b->p, *end = b->p + b->n;

	t->n = 0;
	while (t->n < TAGS_MOST && p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
		const char *close = memchr(p, '>', (size_t)(end - p));

		if (!close)
			return;
		t->at[t->n++] = (struct span){ (size_t)(p - b->p), (size_t)(close - b->p) + 1 };
		p = close + 1;
	}
}

static bool
is_close(const struct buf *b, struct span tag)
{
	return b->p[tag.from + 1] == '/';
}

static bool
is_empty(const struct buf *b, struct span tag)
{
	return b->p[tag.to - 2] == '/' || b->p[tag.from + 1] == '!' || b->p[tag.from + 1] == '?';
}

/* From a start tag to its end tag. Without one, the tag alone. */
static struct span
element(const struct buf *b, const struct tags *t, size_t i, size_t *last)
{
	size_t depth = 0;

	*last = i;
	if (is_close(b, t->at[i]) || is_empty(b, t->at[i]))
		return t->at[i];
	for (size_t k = i; k < t->n; k++) {
		if (is_close(b, t->at[k]))
			depth--;
		else if (!is_empty(b, t->at[k]))
			depth++;
		if (depth == 0) {
			*last = k;
			return (struct span){ t->at[i].from, t->at[k].to };
		}
	}
	return t->at[i];
}

static struct str
copy(struct buf *store, const struct buf *b, struct span s)
{
	buf_clear(store);
	buf_add(store, (struct str){ b->p + s.from, s.to - s.from });
	return buf_str(store);
}

/* The value of one of a tag's attributes. */
static bool
value_in(struct dice *d, const struct buf *b, struct span tag, struct span *value)
{
	size_t starts[64], n = 0;

	for (size_t i = tag.from; i + 1 < tag.to && n < 64; i++)
		if (b->p[i] == '=' && b->p[i + 1] == '"')
			starts[n++] = i + 2;
	if (n == 0)
		return false;
	value->from = value->to = starts[roll(d, n)];
	while (value->to < tag.to && b->p[value->to] != '"')
		value->to++;
	return true;
}

static void
change_value(struct dice *d, struct buf *b, const struct tags *t)
{
	struct span to, from;
	struct buf store = { 0 };

	if (!value_in(d, b, t->at[roll(d, t->n)], &to))
		return;
	if (roll(d, 2) && value_in(d, b, t->at[roll(d, t->n)], &from))
		replace(b, to.from, to.to - to.from, copy(&store, b, from));
	else
		replace(b, to.from, to.to - to.from, str_of(values[roll(d, sizeof(values) / sizeof(*values))]));
	buf_free(&store);
}

static void
change_text(struct dice *d, struct buf *b, const struct tags *t, size_t most)
{
	size_t i = roll(d, t->n), from = t->at[i].to, to = i + 1 < t->n ? t->at[i + 1].from : b->n;
	struct buf text = { 0 };

	buf_add(&text, (struct str){ b->p + from, to - from });
	mutate_bytes(d, &text, text.n + (most > b->n ? most - b->n : 0));
	replace(b, from, to - from, buf_str(&text));
	buf_free(&text);
}

/* One element is taken out, doubled, moved, or put in place of another. */
static void
change_elements(struct dice *d, struct buf *b, const struct tags *t, size_t most)
{
	size_t last, i = roll(d, t->n), to = t->at[roll(d, t->n)].to;
	struct span from = element(b, t, i, &last), other;
	struct buf store = { 0 };
	struct str bytes = copy(&store, b, from);

	switch (roll(d, 6)) {
	case 0:
		replace(b, from.from, bytes.n, STR_NONE);
		break;
	case 1:
		for (unsigned n = 1 + roll(d, 20) * roll(d, 2); n > 0 && b->n + bytes.n < most; n--)
			replace(b, from.from, 0, bytes);
		break;
	case 2:
		if (to <= from.from) {
			replace(b, from.from, bytes.n, STR_NONE);
			replace(b, to, 0, bytes);
		} else if (to >= from.to) {
			replace(b, to, 0, bytes);
			replace(b, from.from, bytes.n, STR_NONE);
		}
		break;
	case 3: /* its tags alone go */
		replace(b, t->at[last].from, t->at[last].to - t->at[last].from, STR_NONE);
		if (last != i)
			replace(b, t->at[i].from, t->at[i].to - t->at[i].from, STR_NONE);
		break;
	case 4: /* another one into the same tags */
		replace(b, from.to, 0, copy(&store, b, t->at[last]));
		replace(b, from.from, 0, copy(&store, b, t->at[i]));
		break;
	default:
		other = element(b, t, roll(d, t->n), &last);
		replace(b, other.from, other.to - other.from, bytes);
	}
	buf_free(&store);
}

static void
change_once(struct dice *d, struct buf *b, struct tags *t, size_t most)
{
	find_tags(b, t);
	if (t->n == 0 || roll(d, 8) == 0) {
		mutate_bytes(d, b, most);
		return;
	}
	switch (roll(d, 6)) {
	case 0:
	case 1:
		change_value(d, b, t);
		break;
	case 2:
		change_text(d, b, t, most);
		break;
	case 3:
		replace(b, t->at[roll(d, t->n)].to, 0, str_of(fragments[roll(d, sizeof(fragments) / sizeof(*fragments))]));
		break;
	default:
		change_elements(d, b, t, most);
	}
}

void
mutate_markup(struct dice *d, struct buf *b, size_t most)
{
	static struct tags tags;

	for (unsigned n = 1 + roll(d, 3); n > 0 && b->n > 0; n--)
		change_once(d, b, &tags, most);
}
