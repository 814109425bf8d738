/* A member's name as a path that stays in its folder, on every system: the rules are those of Windows and POSIX together. */
#include "base/utf8.h"
#include "container/container.h"

enum { SUFFIX_MOST = 16, HASH_DIGITS = 8, SCHEME_LEAST = 3 };

/* 32 bits of FNV-1a: two long names that are cut alike stay two. */
static uint32_t
hash(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

/* Names that are devices in every folder of Windows, whatever suffix they have. */
static bool
is_device(struct str part)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul", "conin$", "conout$" };
	struct str stem = str_trim(str_sub(part, 0, str_find_char(part, '.'))), behind;

	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (str_is_nocase(stem, devices[i]))
			return true;
	if (!str_starts_nocase(stem, STR("com")) && !str_starts_nocase(stem, STR("lpt")))
		return false;
	behind = str_sub(stem, 3, stem.n);
	return (behind.n == 1 && ascii_digit(behind.p[0])) || str_is(behind, "\u00B9") || str_is(behind, "\u00B2") ||
	       str_is(behind, "\u00B3");
}

static bool
is_refused(uint32_t c)
{
	return c == UTF8_BAD || c == 0xFFFD || utf8_is_control(c) || utf8_is_bidi_control(c) || utf8_is_noncharacter(c) ||
	       (c < 0x80 && str_find_char(STR("<>:\"|?*\\/"), (char)c) != STR_NPOS);
}

/* At most `most` bytes, whole characters, and the suffix where there is one. */
static void
shorten(struct buf *out, struct str part, size_t most)
{
	size_t dot = part.n, end;

	while (dot > 0 && part.n - dot < SUFFIX_MOST && part.p[dot - 1] != '.')
		dot--;
	dot = dot > 0 && part.p[dot - 1] == '.' ? dot - 1 : part.n;
	end = most - (part.n - dot) - HASH_DIGITS - 1;
	while (end > 0 && ((unsigned char)part.p[end] & 0xC0) == 0x80)
		end--;
	buf_add(out, str_sub(part, 0, end));
	buf_printf(out, "~%08lx", (unsigned long)hash(part));
	buf_add(out, str_sub(part, dot, part.n));
}

/* A part without what no part may have; nothing when nothing is left. */
static void
clean_part(struct buf *out, struct str part)
{
	while (part.n > 0 && (part.p[part.n - 1] == '.' || part.p[part.n - 1] == ' '))
		part.n--;
	while (part.n > 0 && part.p[0] == ' ')
		part = str_sub(part, 1, part.n);
	if (is_device(part))
		buf_char(out, '_');
	while (part.n > 0) {
		uint32_t c = utf8_next(&part);

		utf8_put(out, is_refused(c) ? '_' : c);
	}
}

/* The next part, between slashes of either kind. What is behind the "?" of an address may hold some: they part nothing. */
static bool
next_part(struct str *rest, bool address, struct str *part)
{
	size_t end = 0;

	if (!rest->p)
		return false;
	while (end < rest->n && rest->p[end] != '/' && rest->p[end] != '\\' && !(address && rest->p[end] == '?'))
		end++;
	if (end < rest->n && rest->p[end] == '?')
		end = rest->n;
	*part = str_sub(*rest, 0, end);
	*rest = end < rest->n ? str_sub(*rest, end + 1, rest->n) : STR_NONE;
	return true;
}

static void
add_part(struct buf *path, size_t begin, struct str part)
{
	struct buf clean = { 0 };

	clean_part(&clean, part);
	if (clean.n > 0 && path->n > begin)
		buf_char(path, '/');
	if (clean.n > SAFE_PART)
		shorten(path, buf_str(&clean), SAFE_PART);
	else
		buf_add(path, buf_str(&clean));
	buf_free(&clean);
}

/* Where an address has its host, behind "://"; 0: it is none. A drive has one letter. */
static size_t
host_at(struct str name)
{
	size_t scheme = 0;

	while (scheme < name.n && ascii_alpha(name.p[scheme]))
		scheme++;
	return scheme >= SCHEME_LEAST && str_starts(str_sub(name, scheme, name.n), STR("://")) ? scheme + 3 : 0;
}

void
safe_path(struct str name, struct buf *path)
{
	size_t begin = path->n, host = host_at(name);
	struct str rest = str_sub(name, host, name.n), part;

	while (next_part(&rest, host > 0, &part))
		add_part(path, begin, part);
	if (path->n == begin)
		buf_char(path, '_');
	if (path->n - begin > SAFE_PATH) {
		struct buf last = { 0 };

		/* Too deep for some systems: the last part alone, told from others by the whole. */
		add_part(&last, 0, part);
		path->n = begin;
		buf_printf(path, "%08lx/", (unsigned long)hash(name));
		buf_add(path, buf_str(&last));
		buf_free(&last);
	}
}
