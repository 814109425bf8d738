#include "eml/eml_meta.h"

#include "base/header.h"
#include "base/utf8.h"
#include "eml/eml_words.h"

/* What stands in front of the subject of an answer or a forwarded message, in the languages of the common programs. */
static const char *const prefixes[] = { "re:", "fw:", "fwd:", "aw:", "wg:", "sv:", "vs:", "vb:", "tr:", "rv:", "odp:", "pd:",
	"vl:", "fs:", "i:", "r:", "enc:", "ynt:", "doorst:", "antw:" };

static void
set_default(struct doc *d, enum meta_key key, struct str value)
{
	value = doc_line(d, value);
	if (!d->meta[key] && value.n > 0)
		doc_meta_add(d, key, value);
}

static struct str
decoded(struct doc *d, const struct options *o, struct str fields, struct str name)
{
	return str_trim(words_decode(&d->arena, header_value(&d->arena, fields, name), o->charsets, o->lang));
}

/* What stands in brackets in front is the name of a list; of what is nothing else it is the subject. */
static struct str
without_list(struct str subject)
{
	size_t end = str_starts(subject, STR("[")) ? str_find_char(subject, ']') : STR_NPOS;
	struct str behind = end == STR_NPOS ? STR_NONE : str_trim(str_sub(subject, end + 1, subject.n));

	return behind.n > 0 ? behind : subject;
}

/* Takes one of the prefixes off the front. */
static bool
take_prefix(struct str *subject)
{
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (str_starts_nocase(*subject, str_of(prefixes[i]))) {
			*subject = str_trim(str_sub(*subject, str_of(prefixes[i]).n, subject->n));
			return true;
		}
	return false;
}

struct str
eml_subject(struct doc *d, const struct options *o, struct str fields)
{
	struct str subject = without_list(decoded(d, o, fields, STR("Subject")));

	while (take_prefix(&subject))
		subject = without_list(subject);
	return subject;
}

/* "Name <address>", or "address (Name)": the name, or when there is none the address. */
static struct str
name_of(struct str value)
{
	size_t open = str_find_char(value, '<'), bracket = str_find_char(value, '(');
	struct str name = str_trim(str_sub(value, 0, open));

	if (open == STR_NPOS && bracket != STR_NPOS)
		name = str_trim(str_sub(value, bracket + 1, str_find_char(value, ')')));
	if (name.n >= 2 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = str_sub(name, 1, name.n - 1);
	return name.n > 0 ? name : str_sub(value, open + 1, str_find_char(value, '>'));
}

static void
read_keywords(struct doc *d, struct str value)
{
	struct str word;

	if (d->meta[META_KEYWORD])
		return;
	while (str_next(&value, ',', &word))
		if (str_trim(word).n > 0)
			doc_meta_add(d, META_KEYWORD, doc_line(d, str_trim(word)));
}

static void
read_id(struct doc *d, struct str id)
{
	size_t open = str_find_char(id, '<'), close = str_find_char(id, '>');

	if (open == STR_NPOS || close == STR_NPOS || close < open + 2)
		return;
	set_default(d, META_GUID, arena_printf(&d->arena, "mid:%.*s", STR_FMT(str_sub(id, open + 1, close))));
}

/* What says something about the release, and not how it travelled, and has no key. */
static void
count_fields(struct doc *d, struct str fields)
{
	const struct str names = STR("Comments Expires Importance Priority Reply-To Sensitivity Supersedes");
	struct header_field f;

	while (header_next(&fields, &f))
		if (str_listed_nocase(names, f.name) && f.value.n > 0)
			doc_loss(d, LOSS_METADATA, (struct place){ 0 }, "L-metadata", "%.*s: %.*s", STR_FMT(f.name),
				STR_FMT(str_sub(f.value, 0, 80)));
}

void
eml_meta_read(struct doc *d, const struct options *o, struct str fields)
{
	struct arena *a = &d->arena;
	struct str language = value_head(header_value(a, fields, STR("Content-Language")));
	struct date date;

	if (d->meta[META_RECOGNISED])
		return; /* one of ours: it states all it has */
	read_id(d, header_value(a, fields, STR("Message-ID")));
	if (eml_date_parse(header_value(a, fields, STR("Date")), &date))
		set_default(d, META_DATE, date_format(a, date));
	set_default(d, META_CREATOR, name_of(decoded(d, o, fields, STR("From"))));
	set_default(d, META_PROVIDER, decoded(d, o, fields, STR("Organization")));
	set_default(d, META_TITLE, eml_subject(d, o, fields));
	set_default(d, META_LANGUAGE, doc_language(d, str_sub(language, 0, str_find_char(language, ','))));
	read_keywords(d, decoded(d, o, fields, STR("Keywords")));
	count_fields(d, fields);
}

/* A headline may be in lines, a field is in one. */
static struct str
subject_of(const struct doc *d, struct arena *a)
{
	char *line;

	const struct block *headline = doc_find(d, ROLE_HEADLINE);
	struct str subject = headline ? block_text(a, headline) : doc_meta(d, META_TITLE);

	for (const struct block *b = d->root->first; b && subject.n == 0; b = b->next)
		subject = block_text(a, b);
	line = arena_cstr(a, subject);
	for (size_t i = 0; i < subject.n; i++)
		if (line[i] == '\n')
			line[i] = ' ';
	return (struct str){ line, subject.n };
}

/* The first run of a contact that is an e-mail address; empty when there is none. */
static struct str
address_of(const struct doc *d)
{
	struct walk w = { .root = d->root };

	while (walk_next(&w))
		for (const struct run *r = w.at->runs; r && !w.leaving; r = r->next)
			if (r->role == ROLE_CONTACT_EMAIL && utf8_ascii(r->text) == r->text.n && str_find_char(r->text, '@') != STR_NPOS)
				return r->text;
	return STR_NONE;
}

/* What may stand in an address as it is: RFC 5322, 3.2.3, and the "@". */
static bool
is_address(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_alpha(s.p[i]) && !ascii_digit(s.p[i]) && str_find_char(STR("!#$%&'*+-/=?^_`{|}~.@"), s.p[i]) == STR_NPOS)
			return false;
	return s.n > 0;
}

/* Nobody's address is made up: without one the name stands as a group that has no members (RFC 6854). */
static void
put_from(const struct doc *d, struct buf *out)
{
	struct str name = doc_meta(d, META_PROVIDER), address = address_of(d);

	if (name.n == 0)
		name = doc_meta(d, META_CREATOR);
	buf_puts(out, "From: ");
	if (is_address(address)) {
		if (name.n > 0)
			words_encode_phrase(out, name, 6);
		buf_printf(out, "%s<%.*s>\r\n", name.n > 0 ? "\r\n " : "", STR_FMT(address));
		return;
	}
	words_encode_phrase(out, name.n > 0 ? name : STR("Unknown sender"), 6);
	buf_puts(out, ":;\r\n");
}

static void
put_text_field(struct buf *out, const char *name, struct str value)
{
	size_t before = out->n;

	if (value.n == 0)
		return;
	buf_printf(out, "%s: ", name);
	words_encode(out, value, out->n - before);
	buf_puts(out, "\r\n");
}

static void
put_keywords(const struct doc *d, struct buf *out)
{
	const char *before = "Keywords: ";

	for (const struct meta_value *v = d->meta[META_KEYWORD]; v; v = v->next) {
		buf_puts(out, before);
		words_encode_phrase(out, v->text, 10);
		before = ",\r\n ";
	}
	if (d->meta[META_KEYWORD])
		buf_puts(out, "\r\n");
}

/* The address that a Message-ID is, without its angle brackets. */
static void
put_message_id(const struct doc *d, struct buf *out)
{
	struct str guid = doc_meta(d, META_GUID), own = str_sub(guid, STR("mid:").n, guid.n);

	if (str_starts(guid, STR("mid:")) && is_address(own)) {
		buf_add(out, own);
		return;
	}
	for (size_t i = 0; i < guid.n; i++)
		if (ascii_alpha(guid.p[i]) || ascii_digit(guid.p[i]) || guid.p[i] == '-' || guid.p[i] == '_')
			buf_char(out, guid.p[i]);
		else if (guid.p[i] == ':')
			buf_char(out, '.'); /* as the parts of a name are parted here */
		else
			buf_printf(out, "=%02X", (unsigned char)guid.p[i]);
	buf_puts(out, "@" MAIL_HOST);
}

void
eml_meta_write(const struct doc *d, struct buf *out)
{
	struct arena a = { 0 };
	struct date date;

	put_from(d, out);
	put_text_field(out, "Subject", subject_of(d, &a));
	if (date_parse(doc_meta(d, META_VERSION_CREATED), &date) || date_parse(doc_meta(d, META_DATE), &date)) {
		buf_puts(out, "Date: ");
		eml_date_put(out, date);
		buf_puts(out, "\r\n");
	}
	buf_puts(out, "Message-ID: <");
	put_message_id(d, out);
	buf_puts(out, ">\r\n");
	put_text_field(out, "Organization", doc_meta(d, META_PROVIDER));
	put_keywords(d, out);
	if (d->meta[META_LANGUAGE])
		buf_printf(out, "Content-Language: %.*s\r\n", STR_FMT(doc_meta(d, META_LANGUAGE)));
	arena_free(&a);
}
