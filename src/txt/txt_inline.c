/* What stands within a paragraph: links, addresses, images, references to notes. */
#include <string.h>

#include "base/utf8.h"
#include "txt/txt_layout.h"

/* What a search for constructs has found in the text that is left. */
struct found {
	size_t from, to; /* bytes of the text */
	struct txt_piece piece;
};

/* A backslash before "[" or "<" says that they are text. */
static bool
is_escape(struct str s, size_t at)
{
	return at + 1 < s.n && s.p[at] == '\\' && (s.p[at + 1] == '[' || s.p[at + 1] == '<' || s.p[at + 1] == '\\');
}

/* Whether the backslashes from here on end at a "[" or "<". If not they are only text. */
static bool
escapes_from(struct str s, size_t at)
{
	while (at < s.n && s.p[at] == '\\')
		at++;
	return at < s.n && (s.p[at] == '[' || s.p[at] == '<');
}

/* The first n bytes of s without their escapes. */
static struct str
unescape(struct doc *d, struct str s, size_t n)
{
	struct buf out = { 0 };
	struct str made;

	if (str_find_char(str_sub(s, 0, n), '\\') == STR_NPOS)
		return str_sub(s, 0, n);
	for (size_t i = 0; i < n; i++) {
		bool run_begins = s.p[i] == '\\' && (i == 0 || s.p[i - 1] != '\\');

		if (run_begins && !escapes_from(s, i))
			while (i + 1 < n && s.p[i] == '\\')
				buf_char(&out, s.p[i++]);
		else if (is_escape(s, i))
			i++;
		buf_char(&out, s.p[i]);
	}
	made = arena_str(&d->arena, buf_str(&out));
	buf_free(&out);
	return made;
}

/* Within brackets a backslash takes the next character as text, whatever it is. */
static struct str
unescape_bracketed(struct doc *d, struct str s)
{
	struct buf out = { 0 };
	struct str made;

	if (str_find_char(s, '\\') == STR_NPOS)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n)
			i++;
		buf_char(&out, s.p[i]);
	}
	made = arena_str(&d->arena, buf_str(&out));
	buf_free(&out);
	return made;
}

/* The offset of the bracket that closes the one at `open`; no other and no line's end stands between them. */
static size_t
closing(struct str s, size_t open)
{
	for (size_t i = open + 1; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == ']')
			return i;
		else if (s.p[i] == '[' || s.p[i] == '\n')
			break;
	}
	return STR_NPOS;
}

/* The address between two signs, which begins at `from`; *end is behind the second. */
static struct str
enclosed_url(struct doc *d, struct str s, size_t from, char close, size_t *end)
{
	size_t n = from;

	while (n < s.n && s.p[n] != close && !ascii_blank(s.p[n]) && s.p[n] != '<' && s.p[n] != '[')
		n++;
	if (n == s.n || s.p[n] != close)
		return STR_NONE;
	*end = n + 1;
	return doc_link(d, str_sub(s, from, n));
}

static bool
bracket_url(const struct txt_inline *in, struct str s, size_t close, struct found *f)
{
	struct str behind = str_sub(s, close + 1, s.n);

	if (str_starts(behind, STR(" <")))
		f->piece.url = enclosed_url(in->d, s, close + 3, '>', &f->to);
	else if (in->foreign && str_starts(behind, STR("(")))
		f->piece.url = enclosed_url(in->d, s, close + 2, ')', &f->to);
	return f->piece.url.n > 0;
}

/* "n]" at the start of s, as a number; 0 when it is none. */
static size_t
number_in_brackets(struct str s)
{
	size_t value = 0, i = 0;

	for (; i < s.n && ascii_digit(s.p[i]) && i < 7; i++)
		value = value * 10 + (size_t)(s.p[i] - '0');
	return i > 0 && i < s.n && s.p[i] == ']' && s.p[0] != '0' ? value : 0;
}

static bool
foot_url(const struct txt_inline *in, struct str s, size_t close, struct found *f)
{
	size_t n;

	if (close + 1 >= s.n || s.p[close + 1] != '[')
		return false;
	n = number_in_brackets(str_sub(s, close + 2, s.n));
	if (n == 0 || n > in->note_count || in->foot[n - 1].n == 0)
		return false;
	f->piece.url = in->foot[n - 1];
	f->to = closing(s, close + 1) + 1;
	return true;
}

static bool
is_link_text(const struct txt_inline *in, struct str text)
{
	return in->foreign ? str_trim(text).n > 0 : text.n > 0;
}

static bool
at_bracket(const struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	size_t close = closing(s, at), n;
	struct str inner;
	bool image = at > 0 && s.p[at - 1] == '!' && in->foreign;

	if (close == STR_NPOS)
		return false;
	inner = str_sub(s, at + 1, close);
	*f = (struct found){ .from = at, .piece = { .kind = TXT_LINK, .text = inner } };
	if (bracket_url(in, s, close, f)) {
		if (image && s.p[close + 1] == '(') {
			f->piece.kind = TXT_IMAGE;
			f->from--;
		} else if (str_starts(inner, STR("Image:"))) {
			f->piece.kind = TXT_IMAGE;
			f->piece.text = str_trim(str_sub(inner, 6, inner.n));
		}
		f->piece.text = unescape_bracketed(in->d, f->piece.text);
		return f->piece.kind == TXT_IMAGE || is_link_text(in, inner);
	}
	if (foot_url(in, s, close, f)) {
		f->piece.text = unescape_bracketed(in->d, inner);
		return is_link_text(in, inner);
	}
	n = number_in_brackets(str_sub(s, at + 1, s.n));
	if (n == 0 || n > in->note_count || !in->notes[n - 1])
		return false;
	*f = (struct found){ .from = at, .to = close + 1, .piece = { .kind = TXT_NOTE, .note = n } };
	return true;
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c);
}

static bool
in_url(struct str *rest)
{
	struct str ahead = *rest;
	uint32_t c = utf8_next(&ahead);

	if (c <= ' ' || c == 0x7F || c == UTF8_BAD || (c < 0x80 && is_one_of((char)c, "<>[]\"`{}|\\^")))
		return false;
	if (c >= 0x80 && !utf8_is_letter(c))
		return false;
	*rest = ahead;
	return true;
}

/* Takes off what belongs to the sentence and not to the address. */
static size_t
trim_url(struct str s)
{
	size_t open = 0, close = 0;

	for (size_t i = 0; i < s.n; i++) {
		open += s.p[i] == '(' || s.p[i] == '[';
		close += s.p[i] == ')' || s.p[i] == ']';
	}
	while (s.n > 0) {
		char c = s.p[s.n - 1];

		if ((c == ')' || c == ']') && close > open)
			close--;
		else if (!is_one_of(c, ".,;:!?'*_~"))
			break;
		s.n--;
	}
	return s.n;
}

static size_t
url_length(struct str s)
{
	struct str rest = s;

	while (rest.n > 0 && in_url(&rest))
		;
	return trim_url(str_sub(s, 0, s.n - rest.n));
}

/* At the colon of "://": the scheme stands before it, perhaps with something glued to its front. */
static bool
at_scheme(struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	static const char *const schemes[] = { "https", "http", "ftp" };

	if (!str_starts(str_sub(s, at, s.n), STR("://")))
		return false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		struct str scheme = str_of(schemes[i]);
		size_t from = at - scheme.n;

		if (at < scheme.n || s.p + from < in->barren || !str_eq_nocase(str_sub(s, from, at), scheme))
			continue;
		*f = (struct found){ .from = from, .to = from + url_length(str_sub(s, from, s.n)),
			.piece = { .kind = TXT_LINK } };
		in->barren = s.p + f->to;
		if (f->to < at + 4)
			return false;
		f->piece.text = str_sub(s, from, f->to);
		f->piece.url = doc_link(in->d, f->piece.text);
		return f->piece.url.n > 0;
	}
	return false;
}

/* "www." at the start of a word, with two more parts of a name behind. */
static bool
at_www(struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	struct str url = str_sub(s, at, s.n);

	if (!str_starts_nocase(url, STR("www.")) || url.p < in->barren || utf8_is_letter(utf8_last(str_sub(s, 0, at))))
		return false;
	url.n = url_length(url);
	in->barren = url.p + url.n;
	if (url.n < 8 || str_find_char(str_sub(url, 4, url.n), '.') == STR_NPOS)
		return false;
	*f = (struct found){ .from = at, .to = at + url.n, .piece = { .kind = TXT_LINK, .text = url } };
	f->piece.url = doc_link(in->d, arena_printf(&in->d->arena, "http://%.*s", STR_FMT(url)));
	return f->piece.url.n > 0;
}

static bool
in_mailbox(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || is_one_of(c, "._%+-");
}

/* RFC 5321 allows more; this is what people have. */
static bool
at_sign(const struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	size_t from = at, to = at + 1, dot = 0;

	while (from > 0 && at - from < 64 && in_mailbox(s.p[from - 1]))
		from--;
	while (from < at && (s.p[from] == '.' || s.p[from] == '-'))
		from++;
	for (; to < s.n && to - at < 255 && (ascii_alpha(s.p[to]) || ascii_digit(s.p[to]) || is_one_of(s.p[to], ".-")); to++)
		if (s.p[to] == '.')
			dot = to;
	while (to > at && (s.p[to - 1] == '.' || s.p[to - 1] == '-'))
		to--;
	while (dot >= to && dot > at)
		for (dot--; dot > at && s.p[dot] != '.';)
			dot--;
	if (from == at || dot <= at + 1 || to - dot < 3 || !ascii_alpha(s.p[to - 1]))
		return false;
	*f = (struct found){ .from = from, .to = to, .piece = { .kind = TXT_LINK, .text = str_sub(s, from, to) } };
	f->piece.url = doc_link(in->d, arena_printf(&in->d->arena, "mailto:%.*s", STR_FMT(f->piece.text)));
	return f->piece.url.n > 0;
}

static size_t
count_stars(struct str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == '*')
		n++;
	return n;
}

/* Whether a word, or what opens one, begins behind so many bytes of s. */
static bool
begins_word(struct str s, size_t at)
{
	return at < s.n && !ascii_blank(s.p[at]) && !is_one_of(s.p[at], "*.,;:!?)]}%");
}

static bool
is_within_word(struct str s, size_t at)
{
	struct str rest = str_sub(s, at, s.n);

	return at < s.n && (ascii_digit(s.p[at]) || utf8_is_letter(utf8_next(&rest)));
}

/* Where the emphasis that opens with n stars at `at` closes in its line; STR_NPOS when it does not. */
static size_t
closing_stars(struct str s, size_t at, size_t n)
{
	for (size_t i = at + n; i < s.n && s.p[i] != '\n'; i++) {
		size_t stars = s.p[i] == '*' ? count_stars(s, i) : 0;

		if (stars == n && !ascii_blank(s.p[i - 1]) && !is_within_word(s, i + n))
			return i;
		i += stars > 0 ? stars - 1 : 0;
	}
	return STR_NPOS;
}

/* Markdown's emphasis, which foreign text has around words and paragraphs: "*Praha* - **The minister ...**". */
static bool
at_star(struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	static const unsigned styles[] = { 0, STYLE_ITALIC, STYLE_BOLD, STYLE_ITALIC | STYLE_BOLD };
	size_t n = count_stars(s, at), close;
	uint32_t before = utf8_last(str_sub(s, 0, at));

	*f = (struct found){ .from = at, .to = at + n, .piece = { .kind = TXT_STYLE } };
	if (in->closer == s.p + at) {
		in->closer = NULL;
		return true;
	}
	if (!in->foreign || in->closer || n > 3 || s.p + at < in->starless[n] || !begins_word(s, at + n) ||
		(before != UTF8_BAD && (utf8_is_letter(before) || (before < 0x80 && ascii_digit((char)before)))))
		return false;
	close = closing_stars(s, at, n);
	if (close == STR_NPOS) {
		size_t end = str_find_char(str_sub(s, at, s.n), '\n');

		in->starless[n] = end == STR_NPOS ? s.p + s.n : s.p + at + end;
		return false;
	}
	in->closer = s.p + close;
	f->piece.style = styles[n];
	return true;
}

static bool
construct_at(struct txt_inline *in, struct str s, size_t at, struct found *f)
{
	switch (s.p[at]) {
	case '\n':
		*f = (struct found){ .from = at, .to = at + 1, .piece = { .kind = TXT_BREAK } };
		return true;
	case '[':
		return at_bracket(in, s, at, f);
	case ':':
		return at_scheme(in, s, at, f);
	case '@':
		return at_sign(in, s, at, f);
	case 'w':
	case 'W':
		return at_www(in, s, at, f);
	case '*':
		return at_star(in, s, at, f);
	default:
		return false;
	}
}

static bool
find(struct txt_inline *in, struct found *f)
{
	struct str s = in->rest;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && escapes_from(s, i)) {
			while (is_escape(s, i))
				i += 2;
			i--;
			continue;
		}
		if (s.p[i] == '\\')
			while (i + 1 < s.n && s.p[i + 1] == '\\')
				i++;
		else if (construct_at(in, s, i, f))
			return true;
	}
	return false;
}

/* Takes the text up to the next construct, which is then ahead, or the construct itself. */
static void
take(struct txt_inline *in, struct txt_piece *piece)
{
	struct found f;

	if (!find(in, &f))
		f = (struct found){ .from = in->rest.n, .to = in->rest.n };
	if (f.piece.kind == TXT_NOTE)
		in->notes[f.piece.note - 1] = false;
	*piece = (struct txt_piece){ .kind = TXT_TEXT, .text = unescape(in->d, in->rest, f.from) };
	in->has_ahead = f.from > 0 && f.to > f.from;
	if (f.from == 0)
		*piece = f.piece;
	else
		in->ahead = f.piece;
	in->rest = str_sub(in->rest, f.to, in->rest.n);
}

bool
txt_inline_next(struct txt_inline *in, struct txt_piece *piece)
{
	while (in->has_ahead || in->rest.n > 0) {
		if (in->has_ahead) {
			*piece = in->ahead;
			in->has_ahead = false;
		} else {
			take(in, piece);
		}
		if (piece->kind != TXT_STYLE) {
			piece->style = in->style;
			return true;
		}
		in->style = piece->style;
	}
	return false;
}
