/* Names of persons: what looks like one, and whether an e-mail address is that person's. */
#include "base/utf8.h"
#include "recognise/release.h"

enum {
	NAME_LEAST = 2, /* words of a person's name */
	NAME_MOST = 4,
	NAME_BYTES = 80,
	NAME_WORDS = 3, /* of a name that stands beside a function */
	CAPITALS_LEAST = 3 /* letters of a name in capitals */
};

/* "A.", "O'Shea", "McKay", "Müller-Lüdenscheidt": a capital letter and small ones, never two capitals together. */
static bool
is_name_part(struct str word)
{
	struct str rest = word;
	uint32_t c = rest.n > 0 ? utf8_next(&rest) : 0;
	bool small = false, upper = true;

	if (!utf8_is_upper(c))
		return false;
	if (str_is(rest, "."))
		return true;
	while (rest.n > 0) {
		c = utf8_next(&rest);
		small = small || utf8_is_lower(c);
		if (upper && utf8_is_upper(c))
			return false;
		upper = utf8_is_upper(c);
		if (!utf8_is_letter(c) && c != '\'' && c != 0x2019 && c != '-')
			return false;
	}
	return small;
}

static bool
is_particle(struct str word)
{
	static const char *const particles[] = { "de", "da", "do", "dos", "van", "von", "der", "den", "di", "del", "della",
		"le", "la", "af", "zu", "ter" };

	for (size_t i = 0; i < sizeof(particles) / sizeof(particles[0]); i++)
		if (str_is(word, particles[i]))
			return true;
	return false;
}

bool
is_person(const struct lexicon *x, struct str text)
{
	size_t parts = 0;

	text = trim_blank(text);
	if (text.n == 0 || text.n > NAME_BYTES || words_has(x, WORDS_ORGANISATION, text) || words_has(x, WORDS_FUNCTION, text) ||
		words_has(x, WORDS_WEB, text))
		return false;
	while (text.n > 0) {
		size_t title = words_at(x, WORDS_TITLE, text);
		struct str word = until_blank(text);

		if (title > 0) {
			text = skip_blank(str_sub(text, title, text.n));
			continue;
		}
		text = skip_blank(str_sub(text, word.n, text.n));
		if (is_name_part(word))
			parts++;
		else if (parts == 0 || !is_particle(word))
			return false;
	}
	return parts >= NAME_LEAST && parts <= NAME_MOST;
}

/* Letters without marks, in lower case: as names stand in addresses. German umlauts there are "ae" and the like. */
static struct str
plain_letters(struct arena *a, struct str word, bool umlauts)
{
	struct buf out = { 0 };
	struct str made;

	while (word.n > 0) {
		uint32_t c = utf8_lower(utf8_next(&word));

		if (umlauts && (c == 0xE4 || c == 0xF6 || c == 0xFC)) {
			buf_char(&out, c == 0xE4 ? 'a' : c == 0xF6 ? 'o' : 'u');
			buf_char(&out, 'e');
		} else if (utf8_is_letter(c)) {
			utf8_put(&out, utf8_base(c));
		}
	}
	made = arena_str(a, buf_str(&out));
	buf_free(&out);
	return made;
}

bool
name_agrees(struct arena *a, struct str name, struct str email)
{
	struct str local = plain_letters(a, str_sub(email, 0, str_find_char(email, '@')), false), word;

	while (name.n > 0) {
		struct str plain;

		word = first_word(name);
		name = skip_blank(str_sub(name, word.n ? word.n : 1, name.n));
		for (int umlauts = 0; umlauts < 2; umlauts++) {
			plain = plain_letters(a, word, umlauts);
			if (plain.n >= 3 && str_find(local, plain) != STR_NPOS)
				return true;
		}
	}
	return false;
}

/* Where the word behind the one at `at` begins. */
static size_t
next_word(struct str text, size_t at)
{
	size_t end = at + until_blank(str_sub(text, at, text.n)).n;

	return text.n - skip_blank(str_sub(text, end, text.n)).n;
}

size_t
name_behind_function(const struct lexicon *x, struct str text)
{
	size_t words = count_words(text), at = 0;

	for (; words > NAME_WORDS; words--)
		at = next_word(text, at);
	for (; words >= 2; words--) {
		struct str before = trim_blank(str_sub(text, 0, at));

		if (at > 0 && is_person(x, str_sub(text, at, text.n)) && words_has(x, WORDS_FUNCTION, before))
			return at;
		at = next_word(text, at);
	}
	return 0;
}

size_t
function_behind_name(const struct lexicon *x, struct str text)
{
	size_t at = 0;

	for (size_t words = 1; words <= NAME_WORDS && at < text.n; words++) {
		struct str rest;

		at = next_word(text, at);
		rest = str_sub(text, at, text.n);
		if (words >= 2 && begins_lower(rest))
			return is_person(x, str_sub(text, 0, at)) && words_has(x, WORDS_FUNCTION, rest) ? at : 0;
	}
	return 0;
}

bool
asks_to_contact(const struct lexicon *x, struct str text)
{
	size_t n = words_at(x, WORDS_CONTACT, text);

	return n > 0 && begins_lower(skip_blank(str_sub(text, n, text.n)));
}

struct str
last_name(const struct lexicon *x, struct str text)
{
	struct str name = STR_NONE;
	size_t end = text.n;

	for (size_t at = text.n; at > 0 && end > 0;) {
		struct str longer;

		at--;
		if (at > 0 && !is_blank((unsigned char)text.p[at - 1]))
			continue;
		longer = trim_blank(str_sub(text, at, end));
		if (name.n == 0 && begins_lower(longer))
			end = at;
		else if (is_person(x, longer))
			name = longer;
		else if (has_words(longer, NAME_WORDS + 2))
			break;
	}
	return name;
}

/* A word of capitals, as a name is written otherwise: "Martin". */
static void
put_capitalised(struct buf *out, struct str word)
{
	bool first = true;

	while (word.n > 0) {
		uint32_t c = utf8_next(&word);

		utf8_put(out, first ? c : utf8_lower(c));
		first = c == '-';
	}
}

static bool
is_in_capitals(struct str word)
{
	return is_upper_case(word) && utf8_count(word) >= CAPITALS_LEAST;
}

bool
is_name_in_capitals(const struct lexicon *x, struct str text, struct str email)
{
	struct buf name = { 0 };
	struct str rest = text, word;
	bool capitals = false, agrees = true;

	while (text.n <= NAME_BYTES && str_next_word(&rest, &word)) {
		bool high = is_in_capitals(word);

		buf_puts(&name, name.n > 0 ? " " : "");
		if (high)
			put_capitalised(&name, word);
		else
			buf_add(&name, word);
		capitals = capitals || high;
		agrees = agrees && (!high || name_agrees(x->arena, word, email));
	}
	agrees = agrees && capitals && is_person(x, buf_str(&name));
	buf_free(&name);
	return agrees;
}
