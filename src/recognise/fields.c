#include "recognise/fields.h"

#include <string.h>

#include "base/utf8.h"

enum {
	NUMBER_LEAST = 7, /* digits: with fewer it is no telephone number */
	PHONE_LEAST = 8, /* of one in which nothing stands between them */
	PHONE_MOST = 15, /* ITU-T E.164 */
	PHONE_SURE = 9, /* of one that is sure to be one, when it is grouped */
	GLUED_LEAST = 3, /* letters of a name that an address begins with, and of a word glued to it */
	GLUED_REACH = 160 /* bytes before an address in which the name stands */
};

static bool
ends_token(char c)
{
	return ascii_blank(c) || strchr(",;|<>()[]\"", c) || c == '\0';
}

static size_t
token_end(struct str text, size_t from)
{
	while (from < text.n && !ends_token(text.p[from]) && (unsigned char)text.p[from] != 0xC2)
		from++;
	return from;
}

static bool
local_character(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (c != '\0' && strchr("._%+-", c));
}

static size_t
count_letters(struct str s)
{
	size_t n = 0;

	while (n < s.n && ascii_alpha(s.p[n]))
		n++;
	return n;
}

/* Whether a word stands in a text, whatever its case. */
static bool
has_name(struct str text, struct str word)
{
	for (size_t i = 0; i < text.n; i++) {
		size_t n = count_letters(str_sub(text, i, text.n));

		if (n == word.n && str_eq_nocase(str_sub(text, i, i + n), word))
			return true;
		i += n;
	}
	return false;
}

/* "Jane Miller, Acme Austinjane@example.com": where the address begins behind the word that is glued to it. */
static size_t
behind_glued_word(struct str text, size_t from, size_t at)
{
	struct str before = str_sub(text, from > GLUED_REACH ? from - GLUED_REACH : 0, from);
	size_t letters = count_letters(str_sub(text, from, at));

	if (letters < 2 * GLUED_LEAST || ascii_lower(text.p[from]) == text.p[from] ||
		has_name(before, str_sub(text, from, from + letters)))
		return from;
	for (size_t i = from + GLUED_LEAST; i + GLUED_LEAST <= from + letters; i++)
		if (has_name(before, str_sub(text, i, from + letters)))
			return i;
	return from;
}

/* RFC 5321, section 4.1.2, as far as addresses in print go. */
static bool
email_at(struct str text, size_t at, struct field *f)
{
	size_t from = at, to = at + 1, dot = 0;

	while (from > 0 && local_character(text.p[from - 1]))
		from--;
	while (to < text.n && (ascii_alpha(text.p[to]) || ascii_digit(text.p[to]) || strchr(".-", text.p[to]))) {
		if (text.p[to] == '.')
			dot = to;
		to++;
	}
	while (to > at && strchr(".-", text.p[to - 1]))
		to--;
	while (from < at && strchr(".-", text.p[from]))
		from++;
	for (size_t i = at; i < to; i++)
		if (text.p[i] == '.')
			dot = i;
	if (from == at || dot == 0 || dot >= to || to - dot < 3)
		return false;
	from = behind_glued_word(text, from, at);
	*f = (struct field){ FIELD_EMAIL, from, to, true };
	return true;
}

static bool
web_at(struct str text, size_t at, struct field *f)
{
	struct str rest = str_sub(text, at, text.n);
	size_t to;

	if (!str_starts_nocase(rest, STR("http://")) && !str_starts_nocase(rest, STR("https://")) &&
		!str_starts_nocase(rest, STR("www.")))
		return false;
	to = token_end(text, at);
	while (to > at && strchr(".:!?*", text.p[to - 1]))
		to--;
	*f = (struct field){ FIELD_WEB, at, to, true };
	return to - at > 8;
}

/* An extension behind a number: "ext. 12", "linka 3", "kl. 7". */
static size_t
extension_end(struct str text, size_t at)
{
	static const char *const words[] = { "ext.", "ext", "linka", "kl.", "x", "wew.", "DW" };
	struct str rest = skip_blank(str_sub(text, at, text.n));

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct str after = rest;
		size_t n = 0;

		if (!take(&after, words[i]))
			continue;
		after = skip_blank(after);
		while (n < after.n && ascii_digit(after.p[n]))
			n++;
		if (n > 0 && n < 6)
			return text.n - after.n + n;
	}
	return at;
}

static size_t
digits_in_group(struct str text, size_t at)
{
	size_t n = 0;

	for (; at < text.n && (ascii_digit(text.p[at]) || strchr("-./()", text.p[at])); at++)
		n += ascii_digit(text.p[at]);
	return n;
}

/* A day like "28.04.2020", or two years like "2018-2022", which have the digits of a number. */
static bool
is_date_like(struct str number)
{
	size_t groups[8] = { 0 }, n = 0;

	for (size_t i = 0; i < number.n && n < 8; i++) {
		if (ascii_digit(number.p[i]))
			groups[n]++;
		else if (groups[n] > 0)
			n++;
	}
	if (number.p[0] == '+' || number.p[0] == '(')
		return false;
	return (n == 2 && groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4) ||
	       (n == 2 && groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2) ||
	       (n == 1 && groups[0] == 4 && groups[1] == 4);
}

/* "118 400 151 900": groups of three and blanks may as well be figures. */
static bool
is_thousands(struct str number)
{
	for (size_t i = 0; i < number.n; i++)
		if (strchr("-./()", number.p[i]))
			return false;
	return true;
}

/* How many digits stand there with nothing but blanks, hyphens and the like between. */
static size_t
digits_ahead(struct str text, size_t at)
{
	size_t n = 0;

	for (; at < text.n && n < PHONE_MOST && (ascii_digit(text.p[at]) || strchr(" -.()+", text.p[at])); at++)
		n += ascii_digit(text.p[at]);
	return n;
}

/* "02 40 55 50 12 / 06 98 76 54 32": behind a whole number the slash stands before another. */
static bool
parts_numbers(struct str text, size_t slash, size_t digits)
{
	return digits >= NUMBER_LEAST && digits_ahead(text, slash + 1) >= NUMBER_LEAST;
}

/* How many bytes a blank takes there, also one that does not break; 0: there is none. */
static size_t
blank_length(struct str text, size_t at)
{
	return text.p[at] == ' ' ? 1 : str_starts(str_sub(text, at, text.n), STR("\xC2\xA0")) ? 2 : 0;
}

/* Whether a number that has so many digits ends at a blank: no more follow, or those of a second one. */
static bool
ends_at_blank(struct str text, size_t at, size_t digits)
{
	struct str behind = str_sub(text, at + blank_length(text, at), text.n);
	size_t next = digits_in_group(behind, 0);

	if (digits >= NUMBER_LEAST && (next >= NUMBER_LEAST || str_starts(behind, STR("+"))))
		return true;
	return next == 0 && !(behind.n > 1 && strchr("(/-", behind.p[0]));
}

/* Digits, with blanks, hyphens, slashes, full stops and brackets between. */
struct number {
	size_t to; /* behind the last digit */
	size_t digits;
	bool grouped; /* something stands between them */
};

static struct number
number_at(struct str text, size_t at)
{
	struct number n = { .to = at };

	for (size_t i = at; i < text.n && n.digits < PHONE_MOST; i++) {
		char c = text.p[i];
		size_t blank = blank_length(text, i);

		if (ascii_digit(c)) {
			n.digits++;
			n.to = i + 1;
		} else if (blank > 0) {
			if (ends_at_blank(text, i, n.digits))
				break;
			n.grouped = true;
			i += blank - 1;
		} else if (c == '/' && parts_numbers(text, i, n.digits)) {
			break;
		} else if (strchr("-./()", c)) {
			n.grouped = true;
		} else if (!(c == '+' && n.digits == 0 && (i == at || text.p[i - 1] == '('))) {
			break;
		}
	}
	return n;
}

static bool
phone_at(struct str text, size_t at, struct field *f)
{
	struct number n = number_at(text, at);
	struct str number = str_sub(text, at, n.to);
	bool plus = text.p[at] == '+' || str_starts(str_sub(text, at, text.n), STR("(+"));

	if (n.digits < NUMBER_LEAST || (n.to < text.n && (ascii_alpha(text.p[n.to]) || text.p[n.to] == '%')) ||
		is_date_like(number))
		return false;
	if (!plus && n.digits < PHONE_LEAST && text.p[at] != '(' && !n.grouped)
		return false;
	*f = (struct field){ FIELD_PHONE, at, extension_end(text, n.to),
		plus || (n.digits >= PHONE_SURE && n.grouped && !is_thousands(number)) };
	return true;
}

bool
field_next(struct str text, size_t from, struct field *f)
{
	for (size_t i = from; i < text.n; i++) {
		char c = text.p[i], before = i > from ? text.p[i - 1] : ' ';
		bool word = ascii_alpha(before) || ascii_digit(before);

		if (c == '@' && email_at(text, i, f) && f->from >= from)
			return true;
		if ((c == 'h' || c == 'w' || c == 'H' || c == 'W') && web_at(text, i, f))
			return true;
		if (c == '+' || ((ascii_digit(c) || c == '(') && !word)) {
			struct field email;
			size_t end = token_end(text, i), mail = str_find_char(str_sub(text, i, end), '@');

			if (mail != STR_NPOS && email_at(text, i + mail, &email))
				continue;
			if (phone_at(text, i, f))
				return true;
			while (i + 1 < text.n && ascii_digit(text.p[i + 1]))
				i++;
		}
	}
	return false;
}

/* Whether a field's label stands right before the offset: "Tel.: ". */
static bool
labelled(const struct lexicon *x, struct str text, size_t at)
{
	struct str before = trim_blank(str_sub(text, 0, at));
	size_t from;

	while (before.n > 0 && strchr(":.", before.p[before.n - 1]))
		before.n--;
	from = before.n;
	while (from > 0 && !ascii_blank(before.p[from - 1]) && !strchr(",;", before.p[from - 1]))
		from--;
	before = str_sub(before, from, before.n);
	return before.n > 1 && (words_at(x, WORDS_PHONE, before) == before.n || words_at(x, WORDS_FAX, before) == before.n);
}

bool
has_field(const struct lexicon *x, struct str text)
{
	struct field f;

	for (size_t at = 0; field_next(text, at, &f); at = f.to)
		if ((f.sure && f.kind != FIELD_WEB) || (f.kind == FIELD_PHONE && labelled(x, text, f.from)))
			return true;
	return false;
}
