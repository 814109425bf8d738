/*
 * A message written: the release as text and as HTML, of which a program shows
 * what it can (multipart/alternative), and with the HTML its images, which it
 * calls by name (multipart/related, RFC 2387 and 2392). All metadata is in the
 * HTML, as in any page of ours, and so comes back. Lines end in CR LF and have
 * at most 76 bytes; where parts are separated depends on what is in them alone.
 */
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/limits.h"
#include "doc/media.h"
#include "eml/eml.h"
#include "eml/eml_meta.h"
#include "eml/eml_mime.h"

enum { FLOW_COLUMNS = 72, LINE = 57 /* bytes of base64 in a line of 76 */, DIGITS = 24, HASHED = 64 * 1024 /* bytes */ };

/* The folder that the HTML is told its images are in, and what that is in a message. */
#define FOLDER "cid"
static const struct str folder = STR("<img src=\"" FOLDER "/"), source = STR("<img src=\"cid:");

struct mail {
	const struct doc *d;
	const struct options *o;
	struct arena a;
	struct buf text, html;
	struct str boundary; /* of it and of what it stands in */
	struct buf *out;
};

/* What a part is as a file of its own. */
static void
write_part(struct mail *m, const char *format, const struct doc *d, const struct options *o, struct buf *out)
{
	for (const struct writer *const *w = m->o->part_writers; w && *w; w++)
		if (strcmp((*w)->format, format) == 0)
			(*w)->write(d, out, o);
}

/* What the text cannot hold is not lost: it is in the HTML. So nobody hears of it. */
static void
make_text(struct mail *m)
{
	struct options o = *m->o;
	struct doc d = *m->d;
	struct diag silent = { .program = d.diag->program, .file = d.diag->file, .quiet = true,
		.losses_kept = LIMIT_LOSSES_LISTED };

	buf_expect(&m->text, 2 * arena_used(&m->d->text));
	o.headers = false;
	o.wrap = FLOW_COLUMNS;
	d.diag = &silent;
	write_part(m, "txt", &d, &o, &m->text);
}

/* An image's name in the message, without its angle brackets. */
static struct str
id_of(struct mail *m, const struct image *image)
{
	return arena_printf(&m->a, "%.*s@" MAIL_HOST, STR_FMT(media_name(&m->a, image)));
}

/* Calls the images of a page by their names in the message. */
static void
name_images(struct str page, struct buf *out)
{
	size_t at;

	while ((at = str_find(page, folder)) != STR_NPOS) {
		size_t end;

		buf_add(out, str_sub(page, 0, at));
		page = str_sub(page, at + folder.n, page.n);
		end = str_find_char(page, '"');
		buf_add(out, source);
		buf_add(out, str_sub(page, 0, end));
		buf_puts(out, "@" MAIL_HOST);
		page = str_sub(page, end, page.n);
	}
	buf_add(out, page);
}

static void
make_html(struct mail *m)
{
	struct options o = *m->o;
	struct buf page = { 0 };

	buf_expect(&page, 2 * arena_used(&m->d->text));
	o.media = o.media_seen = FOLDER;
	write_part(m, "html", m->d, &o, &page);
	if (str_find(buf_str(&page), folder) == STR_NPOS) {
		m->html = page; /* as it is: a large one need not be in memory twice */
		return;
	}
	name_images(buf_str(&page), &m->html);
	buf_free(&page);
}

static void
put_base64(struct buf *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i += LINE) {
		base64_encode(out, str_sub(bytes, i, i + LINE));
		buf_puts(out, "\r\n");
	}
}

static void
open_part(struct mail *m, const char *kind)
{
	buf_printf(m->out, "--%.*s%s\r\n", STR_FMT(m->boundary), kind);
}

static void
close_parts(struct mail *m, const char *kind)
{
	buf_printf(m->out, "--%.*s%s--\r\n", STR_FMT(m->boundary), kind);
}

/* Whether base64 is shorter than quoted-printable: as it is where few letters are ASCII. */
static bool
wants_base64(struct str text)
{
	size_t coded = 0;

	for (size_t i = 0; i < text.n; i++)
		coded += (unsigned char)text.p[i] >= 0x80 || text.p[i] == '=';
	return coded > text.n / 6;
}

/* Lines of text end in CR LF before they are coded, too (RFC 2045, 6.8). */
static void
put_text_base64(struct buf *out, struct str text)
{
	struct buf lines = { 0 };
	struct str line;

	while (str_next(&text, '\n', &line)) {
		buf_add(&lines, line);
		if (text.p)
			buf_puts(&lines, "\r\n");
	}
	put_base64(out, buf_str(&lines));
	buf_free(&lines);
}

static void
put_text_part(struct mail *m, const char *type, struct str text)
{
	bool base64 = wants_base64(text);

	buf_printf(m->out, "Content-Type: %s\r\nContent-Transfer-Encoding: %s\r\n\r\n", type,
		base64 ? "base64" : "quoted-printable");
	if (base64)
		put_text_base64(m->out, text);
	else
		quoted_printable(m->out, text);
	buf_puts(m->out, "\r\n");
}

static void
put_image(struct mail *m, const struct image *image)
{
	struct str name = media_name(&m->a, image);

	open_part(m, "r");
	buf_printf(m->out,
		"Content-Type: %s\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <%.*s>\r\n"
		"Content-Disposition: inline; filename=%.*s\r\n\r\n",
		image->type, STR_FMT(id_of(m, image)), STR_FMT(name));
	put_base64(m->out, image->bytes);
	buf_puts(m->out, "\r\n");
}

static int
by_bytes(const void *a, const void *b)
{
	const struct image *const *one = a, *const *other = b;

	return str_order((*one)->bytes, (*other)->bytes);
}

/* Each once, however often it is shown. */
static size_t
images_of(struct mail *m, const struct image ***images)
{
	struct media media;
	const struct image *image;
	size_t n = 0, kept = 0;

	media_begin(&media, m->d);
	while (media_next(&media))
		n++;
	*images = arena_alloc(&m->a, (n + 1) * sizeof(**images));
	media_begin(&media, m->d);
	for (n = 0; (image = media_next(&media)); n++)
		(*images)[n] = image;
	qsort(*images, n, sizeof(**images), by_bytes);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !str_eq((*images)[i]->bytes, (*images)[kept - 1]->bytes))
			(*images)[kept++] = (*images)[i];
	return kept;
}

static void
put_html_part(struct mail *m)
{
	static const char type[] = "text/html; charset=utf-8";
	const struct image **images;
	size_t n = m->o->no_images ? 0 : images_of(m, &images);

	open_part(m, "a");
	if (n == 0) {
		put_text_part(m, type, buf_str(&m->html));
		return;
	}
	buf_printf(m->out, "Content-Type: multipart/related; type=\"text/html\";\r\n boundary=\"%.*sr\"\r\n\r\n", STR_FMT(m->boundary));
	open_part(m, "r");
	put_text_part(m, type, buf_str(&m->html));
	for (size_t i = 0; i < n; i++)
		put_image(m, images[i]);
	close_parts(m, "r");
	buf_puts(m->out, "\r\n");
}

/*
 * No line of a part begins so: "=_" cannot stand in quoted-printable or base64.
 * The begin of the HTML, where the metadata are, tells it from the boundary of
 * another message that is sent along with this one.
 */
static struct str
boundary_of(struct mail *m)
{
	return arena_printf(&m->a, "=_%.*s", DIGITS, media_hash(&m->a, str_sub(buf_str(&m->html), 0, HASHED)).p);
}

static void
eml_write(const struct doc *d, struct buf *out, const struct options *o)
{
	struct mail m = { .d = d, .o = o, .out = out };

	make_html(&m);
	m.boundary = boundary_of(&m);
	eml_meta_write(d, out);
	buf_printf(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"%.*sa\"\r\n\r\n",
		STR_FMT(m.boundary));
	open_part(&m, "a");
	make_text(&m);
	put_text_part(&m, "text/plain; charset=utf-8; format=flowed", buf_str(&m.text));
	buf_free(&m.text);
	put_html_part(&m);
	close_parts(&m, "a");
	buf_free(&m.html);
	arena_free(&m.a);
}

const struct writer eml_writer = {
	.format = "eml",
	.for_people = true,
	.needs_time = true,
	.write = eml_write,
};
