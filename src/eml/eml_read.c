/* A message read: its parts, which of them is the release, and the fields around them. */
#include <string.h>

#include "base/detect.h"
#include "base/header.h"
#include "base/sniff.h"
#include "base/utf8.h"
#include "eml/eml.h"
#include "eml/eml_body.h"
#include "eml/eml_choose.h"
#include "eml/eml_meta.h"
#include "eml/eml_words.h"

enum {
	NOTE_LETTERS = 900,   /* a message of fewer goes with what is attached to it: about 150 words */
	HEADLINE_WORDS = 3,   /* a subject of fewer is a greeting */
	HEADLINE_LETTERS = 250,
	LEAD_LETTERS = 160,   /* a paragraph of more is no headline */
	LEAVES_ABOVE = 12,    /* where the headline may stand */
	LABEL_MOST = 40,
	LIST_MOST = 400, /* bytes of a message to people */
	MARKS_MOST = 1000
};

static const struct place nowhere;

/* Fields that a message has and no text begins with. */
static bool
is_message(struct str bytes)
{
	static const char *const names[] = { "From", "Date", "Message-ID", "Received", "MIME-Version", "Return-Path", "Content-Type" };
	struct str fields = header_take(&bytes);
	struct arena a = { 0 };
	int n = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		n += header_value(&a, fields, str_of(names[i])).n > 0;
	arena_free(&a);
	return n >= 2;
}

static struct str
without_blanks(struct str bytes)
{
	while (bytes.n > 0 && ascii_blank(bytes.p[0]))
		bytes = str_sub(bytes, 1, bytes.n);
	return bytes;
}

/* The line that parts messages in a mailbox is none of the message's, and several messages are no message. */
static struct str
message_in(struct diag *diag, struct str bytes)
{
	size_t mark;

	charset_of_mark(bytes, &mark);
	bytes = without_blanks(str_sub(bytes, mark, bytes.n));
	if (!str_starts(bytes, STR("From ")))
		return bytes;
	bytes = without_blanks(str_sub(bytes, str_find_char(bytes, '\n'), bytes.n));
	if (str_find(bytes, STR("\n\nFrom ")) != STR_NPOS || str_find(bytes, STR("\n\r\nFrom ")) != STR_NPOS)
		fail(diag, STATUS_DATA, nowhere, "a mailbox with several messages: wirebatch reads them");
	return bytes;
}

/* The label at the front: in quotation marks or not, up to what ends it where it stands. */
static const char *
charset_at(struct str rest)
{
	size_t from = str_starts(rest, STR("\"")), end = from;

	while (end < rest.n && end < LABEL_MOST && !ascii_blank(rest.p[end]) &&
		str_find_char(STR("\"';?*"), rest.p[end]) == STR_NPOS)
		end++;
	return charset_of_label(str_sub(rest, from, end));
}

/* Opens the converters that are named behind the mark. How often it stands there. */
static size_t
open_named(struct charsets *open, struct str rest, struct str mark)
{
	size_t n = 0, at;

	for (; (at = str_find(rest, mark)) != STR_NPOS; n++) {
		const char *name;

		rest = str_sub(rest, at + mark.n, rest.n);
		name = n < MARKS_MOST ? charset_at(rest) : NULL;
		if (name)
			charsets_get(open, name);
		if (name && declared_for(name))
			charsets_get(open, declared_for(name));
	}
	return n;
}

/*
 * The parts are in several sets, so the bytes are taken as they are. Converters
 * are opened for all sets that are named anywhere, in fields or for parts; for
 * all there are where a text has none, or is not what it says.
 */
static struct charset_choice
charset(struct str bytes, const struct options *o, struct charsets *open, struct diag *diag)
{
	size_t texts = 0, named, at;

	(void)o;
	if (sniff(bytes))
		fail(diag, STATUS_DATA, nowhere, "this is %s, not a message", sniff(bytes));
	named = open_named(open, bytes, STR("charset="));
	open_named(open, bytes, STR("=?"));
	open_named(open, bytes, STR("*="));
	for (struct str rest = bytes; (at = str_find(rest, STR("ext/"))) != STR_NPOS; texts++)
		rest = str_sub(rest, at + 4, rest.n);
	if (named == 0 || named < texts || utf8_check(bytes) != STR_NPOS)
		charsets_open(open);
	return (struct charset_choice){ 0 };
}

/* The format that an attachment is in, when there is a reader for it. */
static const char *
format_of(struct mime *m, const struct mime_part *p, const struct options *o)
{
	static const struct {
		const char *format, *type, *suffix;
	} formats[] = {
		{ "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx" },
		{ "docx", "application/vnd.ms-word.document.macroEnabled.12", ".docm" },
		{ "html", "text/html", ".html" },
		{ "html", "application/xhtml+xml", ".htm" },
		{ "txt", "text/plain", ".txt" },
	};
	struct str name = part_name(m, p, o);

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		struct str suffix = str_of(formats[i].suffix);

		if (str_is_nocase(p->type, formats[i].type) ||
			(name.n > suffix.n && str_is_nocase(str_sub(name, name.n - suffix.n, name.n), formats[i].suffix)))
			return eml_reader_of(o, formats[i].format) ? formats[i].format : NULL;
	}
	return NULL;
}

/* The attachment that is read in place of the message's text: the one that was asked for, or a DOCX that goes with a note. */
static struct mime_part *
choose_attachment(struct mime *m, const struct options *o, const struct eml_body *body)
{
	int n = 0;

	for (struct mime_part *p = m->root; p && o->attachment != ATTACHMENT_NEVER; p = p->next) {
		const char *format = p->use == USE_ATTACHMENT ? format_of(m, p, o) : NULL;

		if (!format)
			continue;
		n++;
		if (o->attachment == ATTACHMENT_AUTO
				? body->letters == 0 || (body->letters < NOTE_LETTERS && strcmp(format, "docx") == 0)
				: n == o->attachment)
			return p;
	}
	return NULL;
}

static void
read_attachment(struct doc *d, struct mime *m, const struct options *o, struct mime_part *p, const struct eml_body *body)
{
	bool damaged;
	struct str bytes = mime_decode(m->a, p, &damaged), name = part_name(m, p, o);
	const char *format = format_of(m, p, o);
	struct eml_body text = { 0 };

	note(d->diag, nowhere, "the release is in the attachment %.*s", STR_FMT(name));
	if (damaged)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-encoding", "a part with bytes that are not of its coding");
	if (body->letters > 0)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-cover-note",
			"the text of the message, of %zu letters: the attachment %.*s is read", body->letters, STR_FMT(name));
	if (strcmp(format, "docx") != 0) {
		eml_part_text(m, d, o, p, format, &text);
		bytes = buf_str(&text.text);
	}
	eml_reader_of(o, format)->read(d, bytes, o);
	buf_free(&text.text);
}

/* The subject of a message that is read, with what is cut off it for a title; that of one which was forwarded in it, too. */
static void
put_subject(struct doc *d, const struct options *o, const struct mime_part *p, struct buf *lines)
{
	bool message = !p->parent || mime_is(p->parent, STR("message/rfc822"));

	if (!message || p->use == USE_HIDDEN)
		return;
	buf_add(lines, words_decode(&d->arena, header_value(&d->arena, p->fields, STR("Subject")), o->charsets, o->lang));
	buf_char(lines, '\n');
}

/* What came with the text: subjects, and the note around an attachment. */
static void
keep_beside(struct doc *d, struct mime *m, const struct options *o, const struct mime_part *attachment,
	const struct eml_body *body)
{
	struct buf lines = { 0 };

	if (!attachment && d->meta[META_RECOGNISED])
		return; /* one of ours: it states all it has */
	for (const struct mime_part *p = m->root; p; p = p->next)
		put_subject(d, o, p, &lines);
	if (attachment && strcmp(body->format, "html") == 0)
		lines_of_html(buf_str(&body->text), &lines);
	else if (attachment)
		buf_add(&lines, buf_str(&body->text));
	d->beside = arena_str(&d->arena, buf_str(&lines));
	buf_free(&lines);
}

static void
lose_others(struct doc *d, struct mime *m, const struct options *o, const struct mime_part *read)
{
	for (const struct mime_part *p = m->root; p; p = p->next) {
		struct str name = part_name(m, p, o);

		if (p == read || p->used || (p->use != USE_ATTACHMENT && (p->use != USE_RESOURCE || read)))
			continue;
		doc_loss(d, p->use == USE_ATTACHMENT ? LOSS_CONTENT : LOSS_PRESENTATION, nowhere, "L-attachment",
			"%.*s: %.*s", STR_FMT(p->type), STR_FMT(name.n > 0 ? name : STR("without a name")));
	}
}

/* Nothing of it can be read: it is encrypted, or all of it is attached. Nothing is attached: it is empty. */
static void
refuse(struct doc *d, struct mime *m, const struct options *o)
{
	struct buf list = { 0 };

	for (const struct mime_part *p = m->root; p; p = p->next) {
		struct str name = part_name(m, p, o);

		if (p->use == USE_ATTACHMENT && list.n < LIST_MOST)
			buf_printf(&list, "%s %.*s%s%.*s", list.n > 0 ? "," : "", STR_FMT(p->type), name.n > 0 ? ": " : "", STR_FMT(name));
	}
	if (list.n > 0)
		fail(d->diag, STATUS_DATA, nowhere, "the message holds no text that can be read, but%.*s", STR_FMT(buf_str(&list)));
}

static size_t
count_words(struct str s)
{
	struct str word;
	size_t n = 0;

	while (str_next_word(&s, &word))
		n++;
	return n;
}

/* Whether the text above its first long paragraph has what may be a headline: a heading, or a line that greets nobody. */
static bool
has_headline(struct doc *d, struct str subject)
{
	struct str wanted = utf8_fold(&d->arena, subject);
	int n = 0;

	for (const struct block *b = d->root->first; b && n < LEAVES_ABOVE; b = b->next) {
		struct str text = block_text(&d->arena, b);

		if (b->type == BLOCK_HEAD || str_find(utf8_fold(&d->arena, text), wanted) != STR_NPOS)
			return true;
		if (utf8_count(text) > LEAD_LETTERS)
			return false;
		n += text.n > 0;
		if (b->type == BLOCK_PARA && text.n > 0 && !str_ends(text, STR(",")) && !str_ends(text, STR("!")) &&
			!str_ends(text, STR(":")))
			return true;
	}
	return true;
}

/* The subject of a message whose text begins with no headline is that. */
static void
add_headline(struct doc *d, struct str subject)
{
	struct block *head;

	if (!d->root->first || d->meta[META_RECOGNISED] || count_words(subject) < HEADLINE_WORDS ||
		utf8_count(subject) > HEADLINE_LETTERS || has_headline(d, subject))
		return;
	head = block_insert_before(d, d->root->first, BLOCK_HEAD);
	head->head.level = 1;
	doc_text(d, head, NULL, subject);
	doc_finish(d);
	note(d->diag, nowhere, "the subject stands for the headline that the text lacks");
}

static void
eml_read(struct doc *d, struct str bytes, const struct options *o)
{
	struct str message = message_in(d->diag, bytes);
	struct arena a = { 0 };
	struct eml_body body = { 0 };
	struct mime m;
	struct mime_part *attachment;

	if (!is_message(message) && !o->force)
		fail(d->diag, STATUS_DATA, nowhere, "no message: it does not begin with the fields of one (--force reads it)");
	mime_parse(&m, &a, message);
	eml_choose(&m);
	eml_body(&m, d, o, &body);
	if (m.cut)
		doc_loss(d, LOSS_CONTENT, nowhere, "L-truncated", "the message ends within a part");
	attachment = choose_attachment(&m, o, &body);
	if (o->attachment > 0 && !attachment)
		fail(d->diag, STATUS_DATA, nowhere, "no attachment number %d that can be read", o->attachment);
	if (attachment)
		read_attachment(d, &m, o, attachment, &body);
	else if (str_trim(buf_str(&body.text)).n > 0)
		eml_reader_of(o, body.format)->read(d, buf_str(&body.text), o);
	keep_beside(d, &m, o, attachment, &body);
	lose_others(d, &m, o, attachment);
	if (!d->root->first)
		refuse(d, &m, o);
	eml_meta_read(d, o, m.root->fields);
	add_headline(d, eml_subject(d, o, m.root->fields));
	buf_free(&body.text);
	arena_free(&a);
}

const struct reader eml_reader = {
	.format = "eml",
	.charset = charset,
	.read = eml_read,
};
