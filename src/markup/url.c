/* Relative addresses made absolute: RFC 3986, sections 5.2 and 5.3. */
#include "base/buf.h"
#include "markup/xhtml.h"

/* The five parts of RFC 3986, section 3; a part that is not there has no bytes at all (p is NULL). */
struct url {
	struct str scheme, authority, path, query, fragment;
};

static size_t
scheme_length(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ':')
			return i;
		if (!ascii_alpha(s.p[i]) && (i == 0 || (!ascii_digit(s.p[i]) && s.p[i] != '+' && s.p[i] != '-' &&
							      s.p[i] != '.')))
			break;
	}
	return 0;
}

/* Cuts s at the first of the character, and gives what stands behind it. */
static struct str
cut(struct str *s, char c)
{
	size_t at = str_find_char(*s, c);
	struct str behind;

	if (at == STR_NPOS)
		return STR_NONE;
	behind = str_sub(*s, at + 1, s->n);
	*s = str_sub(*s, 0, at);
	return behind;
}

static struct url
split(struct str s)
{
	struct url u = { 0 };
	size_t n = scheme_length(s);

	u.fragment = cut(&s, '#');
	u.query = cut(&s, '?');
	if (n > 0) {
		u.scheme = str_sub(s, 0, n);
		s = str_sub(s, n + 1, s.n);
	}
	if (str_starts(s, STR("//"))) {
		size_t end;

		s = str_sub(s, 2, s.n);
		end = str_find_char(s, '/');
		u.authority = str_sub(s, 0, end == STR_NPOS ? s.n : end);
		s = str_sub(s, u.authority.n, s.n);
	}
	u.path = s;
	return u;
}

/* Everything of the base's path up to its last slash, and the reference's path behind it (5.2.3). */
static struct str
merge(struct arena *a, const struct url *base, struct str path)
{
	size_t end = base->path.n;

	while (end > 0 && base->path.p[end - 1] != '/')
		end--;
	if (end == 0)
		return arena_printf(a, "/%.*s", STR_FMT(path));
	return arena_printf(a, "%.*s%.*s", STR_FMT(str_sub(base->path, 0, end)), STR_FMT(path));
}

/* Takes "." and ".." out of an absolute path (5.2.4). */
static void
put_path(struct buf *out, struct str path)
{
	size_t start = out->n;
	struct str part;
	bool folder = false;

	if (!str_starts(path, STR("/"))) {
		buf_add(out, path);
		return;
	}
	path = str_sub(path, 1, path.n);
	while (str_next(&path, '/', &part)) {
		folder = str_is(part, ".") || str_is(part, "..");
		if (str_is(part, ".."))
			while (out->n > start && out->p[--out->n] != '/')
				;
		if (!folder) {
			buf_char(out, '/');
			buf_add(out, part);
		}
	}
	if (folder || out->n == start)
		buf_char(out, '/');
}

static struct str
put_url(struct arena *a, const struct url *u)
{
	struct buf out = { 0 };
	struct str made;

	buf_add(&out, u->scheme);
	buf_char(&out, ':');
	if (u->authority.p) {
		buf_puts(&out, "//");
		buf_add(&out, u->authority);
	}
	put_path(&out, u->path);
	if (u->query.p) {
		buf_char(&out, '?');
		buf_add(&out, u->query);
	}
	if (u->fragment.p) {
		buf_char(&out, '#');
		buf_add(&out, u->fragment);
	}
	made = arena_str(a, buf_str(&out));
	buf_free(&out);
	return made;
}

struct str
url_resolve(struct arena *a, struct str base, struct str url)
{
	struct url from = split(str_trim(base)), to;

	url = str_trim(url);
	to = split(url);
	if (to.scheme.n > 0 || from.scheme.n == 0)
		return url;
	to.scheme = from.scheme;
	if (to.authority.p)
		return put_url(a, &to);
	to.authority = from.authority;
	if (to.path.n == 0) {
		to.path = from.path;
		if (!to.query.p)
			to.query = from.query;
	} else if (to.path.p[0] != '/') {
		to.path = merge(a, &from, to.path);
	}
	return put_url(a, &to);
}
