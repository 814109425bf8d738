#include "convert.h"

#include "base/limits.h"
#include "complete.h"

enum { OUTPUT_MOST = 3 /* times the text, with all markup and all that a mail says twice */ };

static const struct place nowhere = { 0 };

void
convert_begin(struct conversion *c)
{
	const struct converter *by = c->by;

	if (by->reader->charset)
		c->charset = by->reader->charset(buf_str(&c->input), by->o, by->charsets, c->diag);
	if (!c->charset.name || c->charset.as_is)
		return;
	c->from = charsets_get(by->charsets, c->charset.name);
	if (!c->from)
		fail(c->diag, STATUS_DATA, nowhere, "character set %s is not to be had here", c->charset.name);
}

/* As charset_decode(). */
static size_t
decode_some(struct conversion *c, struct str bytes, struct buf *utf8)
{
	size_t lines = 0, wrong;

	if (!c->by->reader->mixed || c->by->o->from_charset)
		return charset_decode(c->from, bytes, utf8);
	wrong = charset_decode_lines(c->from, bytes, utf8, &lines);
	if (lines > 0)
		note(c->diag, nowhere, "but for %zu lines that are UTF-8", lines);
	return wrong;
}

static void
decode(struct conversion *c)
{
	struct buf utf8 = { 0 };
	struct str rest = buf_str(&c->input);
	size_t wrong, bad = 0;

	if (!c->from)
		return;
	while ((wrong = decode_some(c, rest, &utf8)) != STR_NPOS) {
		if (!c->by->reader->goes_on)
			fail(c->diag, STATUS_DATA, nowhere,
				"byte %zu is not of the character set that was declared or given",
				c->input.n - rest.n + wrong + 1);
		buf_puts(&utf8, "\xEF\xBF\xBD");
		rest = str_sub(rest, wrong + 1, rest.n);
		bad++;
	}
	if (bad > 0)
		lose(c->diag, LOSS_CONTENT, nowhere, "L-encoding", "bytes that are not of the character set: %zu", bad);
	buf_free(&c->input);
	c->input = utf8;
}

/* All of the document is in its arena now: the output has the memory of the input, or as much as a large one may need. */
static void
reuse_input(struct conversion *c)
{
	c->output = c->input;
	buf_clear(&c->output);
	buf_expect(&c->output, OUTPUT_MOST * arena_used(&c->doc->text));
	c->input = (struct buf){ 0 };
}

static void
apply_options(struct doc *d, const struct options *o)
{
	for (const struct given *g = o->meta; g; g = g->next)
		doc_meta_clear(d, g->key);
	for (const struct given *g = o->meta; g; g = g->next)
		doc_meta_add(d, g->key, g->value);
	if (o->lang.n > 0) {
		doc_meta_clear(d, META_LANGUAGE);
		doc_meta_add(d, META_LANGUAGE, o->lang);
	}
}

/* A key that stands several times in the defaults gives all its values, if the document has none. */
static void
apply_defaults(struct doc *d, const struct options *o)
{
	bool had[META_COUNT];

	for (enum meta_key k = 0; k < META_COUNT; k++)
		had[k] = d->meta[k] != NULL;
	for (const struct given *g = o->defaults; g; g = g->next)
		if (!had[g->key])
			doc_meta_add(d, g->key, g->value);
}

/*
 * A file of ours whose text is unchanged states its roles. Where the text has
 * been edited, or something came with it, they stay and the rest is found; in a
 * foreign file they are hints.
 * Gives the hash of the text where that is known.
 */
static struct str
settle_roles(struct conversion *c)
{
	struct doc *d = c->doc;
	struct str stated = doc_meta(d, META_RECOGNISED);

	if (stated.n > 0 && d->beside.n == 0 && str_eq(stated, doc_text_hash(&d->arena, d)))
		return stated;
	if (stated.n == 0)
		doc_demote_roles(d);
	if (!c->by->o->no_recognise)
		c->by->recognise(d, c->by->o);
	doc_finish(d);
	return STR_NONE;
}

/* An item's embargo may stand in its metadata alone. Programs obey it there; of what people read it is no part. */
static void
warn_of_embargo(const struct conversion *c)
{
	const struct doc *d = c->doc;

	if (c->by->writer->for_people && !c->by->o->headers && d->meta[META_EMBARGO] && !doc_find(d, ROLE_EMBARGO))
		warn(c->diag, nowhere, "W-embargo-unseen", "the embargo (%.*s) stands in no line of the text: who reads it sees none",
			STR_FMT(doc_meta(d, META_EMBARGO)));
}

static void
check(struct conversion *c)
{
	const char *wrong = doc_check(c->doc);

	if (wrong)
		fail(c->diag, STATUS_BUG, nowhere, "the document has %s: a mistake of this program, please report it", wrong);
	if (!c->doc->root->first)
		fail(c->diag, STATUS_DATA, nowhere, "the input holds no text");
}

static void
encode(struct conversion *c)
{
	const struct options *o = c->by->o;
	struct buf bytes = { 0 };
	struct encoded result;

	if (!c->by->to)
		return;
	result = charset_encode(c->by->to, buf_str(&c->output), o->unencodable, &bytes);
	if (result.wrong != STR_NPOS)
		fail(c->diag, STATUS_DATA, nowhere,
			"a character of the output (byte %zu of it in UTF-8) is not in %s; --unencodable says what to do",
			result.wrong + 1, o->to_charset);
	if (result.replaced > 0)
		lose(c->diag, LOSS_PRESENTATION, nowhere, "L-charset", "%zu characters that %s lacks are written otherwise",
			result.replaced, o->to_charset);
	if (result.lost > 0)
		lose(c->diag, LOSS_CONTENT, nowhere, "L-charset", "%zu characters that %s lacks are question marks", result.lost,
			o->to_charset);
	buf_free(&c->output);
	c->output = bytes;
}

static void
weigh_losses(struct conversion *c)
{
	const size_t *n = c->diag->loss_count, *mended = c->diag->mend_count;
	enum strictness strict = c->by->o->strict;
	bool grave = n[LOSS_CONTENT] + n[LOSS_METADATA] + mended[LOSS_CONTENT] > 0;

	if ((strict != STRICT_OFF && grave) ||
		(strict == STRICT_ALL && n[LOSS_PRESENTATION] + mended[LOSS_PRESENTATION] > 0))
		fail(c->diag, STATUS_DATA, nowhere,
			"--strict: %zu of content, %zu of metadata and %zu of presentation would be lost, "
			"%zu of content and %zu of presentation mended (-v names them)",
			n[LOSS_CONTENT], n[LOSS_METADATA], n[LOSS_PRESENTATION], mended[LOSS_CONTENT],
			mended[LOSS_PRESENTATION]);
}

void
convert_read(struct conversion *c)
{
	size_t most = c->by->o->limit_blocks > 0 ? c->by->o->limit_blocks : LIMIT_BLOCKS + c->input.n / LIMIT_BLOCKS_BYTES;

	decode(c);
	c->doc = doc_new(c->diag);
	c->doc->pieces_end = most + 1;
	c->by->reader->read(c->doc, buf_str(&c->input), c->by->o);
}

void
convert_run(struct conversion *c)
{
	const struct writer *writer = c->by->writer;
	const struct options *o = c->by->o;
	struct doc *d;
	struct str text_hash;

	convert_read(c);
	d = c->doc;
	reuse_input(c);
	apply_options(d, o);
	text_hash = settle_roles(c);
	apply_defaults(d, o);
	doc_drop_hints(d);
	if (!writer->text_alone || !writer->text_alone(o))
		complete(d, o, writer->needs_time, text_hash);
	check(c);
	warn_of_embargo(c);
	writer->write(d, &c->output, o);
	encode(c);
	weigh_losses(c);
}

void
convert_end(struct conversion *c)
{
	doc_free(c->doc);
	buf_free(&c->input);
	buf_free(&c->output);
}
