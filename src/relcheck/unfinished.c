/* What is not finished in the text: things to fill in, doubled words, the head of a mail. */
#include <string.h>

#include "base/utf8.h"
#include "relcheck/relcheck.h"

enum {
	ASKED_WORDS = 5, /* of what stands in brackets to be filled in */
	MAIL_LINES = 12, /* of a text in which a mail's head may stand */
	MAIL_FIELDS = 3
};

/* Marks of what is to come; `alone`: no letter or digit stands beside them. Roman numbers are none. */
static const struct {
	struct str text;
	bool alone;
} marks[] = {
	{ STR("{{"), false },
	{ STR("${"), false },
	{ STR("<%"), false },
	{ STR("???"), false },
	{ STR("[?"), false },
	{ STR("(??"), false },
	{ STR(" ?? "), false },
	{ STR("Lorem ipsum"), false },
	{ STR("lorem ipsum"), false },
	{ STR("TBC"), true },
	{ STR("TBD"), true },
	{ STR("TO" "DO:"), true }, /* written so that nobody takes them for ours */
	{ STR("FIX" "ME"), true },
	{ STR("XXXX"), false },
	{ STR("XX.XX"), false },
	{ STR("XX:XX"), false },
	{ STR("XX/XX"), false },
	{ STR("xx.xx"), false },
	{ STR("xx:xx"), false },
	{ STR("XX %"), true },
	{ STR("XX%"), true },
	{ STR("xx"), true },
	{ STR("xxx"), true },
	{ STR("xxxx"), false },
	/* what Word writes where something is missing */
	{ STR("Error! Reference source not found"), false },
	{ STR("Error! Bookmark not defined"), false },
	{ STR("Fehler! Verweisquelle"), false },
	{ STR("Fehler! Textmarke"), false },
	{ STR("Erreur ! Source du renvoi"), false },
	{ STR("Erreur ! Signet"), false },
	{ STR("Chyba! Nenalezen zdroj"), false },
	{ STR("Chyba! Záložka"), false },
	{ STR("Błąd! Nie można odnaleźć"), false },
	{ STR("Click here to enter"), false },
	{ STR("Click or tap here to enter"), false },
	{ STR("Klicken Sie hier, um"), false },
	{ STR("Klicken oder tippen Sie hier"), false },
	{ STR("Cliquez ici pour"), false },
	{ STR("Klikněte sem a zadejte"), false },
};

/* What is asked for in square brackets begins with one of these, in the languages of the tables. */
static const struct str asked[] = {
	/* any */
	STR("tbc"), STR("tbd"), STR("tba"), STR("xx"), STR("xxx"), STR("url"), STR("e-mail"), STR("email"),
	/* English */
	STR("insert"), STR("your"), STR("name"), STR("full name"), STR("first name"), STR("company"), STR("company name"),
	STR("date"), STR("city"), STR("place"), STR("location"), STR("title"), STR("quote"), STR("phone"), STR("number"),
	/* German */
	STR("datum"), STR("ort"), STR("firma"), STR("bitte"), STR("zitat"), STR("vorname"), STR("nachname"),
	/* Czech, Slovak, Polish */
	STR("jméno"), STR("meno"), STR("místo"), STR("miesto"), STR("doplnit"), STR("doplniť"), STR("imię"),
	STR("miejscowość"), STR("uzupełnić"), STR("data"),
	/* French, Spanish, Italian, Dutch */
	STR("nom"), STR("lieu"), STR("ville"), STR("à compléter"), STR("à confirmer"), STR("nombre"), STR("fecha"),
	STR("ciudad"), STR("nome"), STR("luogo"), STR("da completare"), STR("da confermare"), STR("naam"), STR("plaats"),
};

static bool
stands_alone(struct str text, size_t from, size_t to)
{
	struct str before = str_sub(text, 0, from), rest = str_sub(text, to, text.n);

	return !(before.n > 0 && relcheck_in_word(utf8_last(before))) && !(rest.n > 0 && relcheck_in_word(utf8_next(&rest)));
}

/* The text around an offset, for a finding. */
static struct str
around(struct relcheck *c, struct str text, size_t at)
{
	size_t from = at > 20 ? at - 20 : 0;

	while (from > 0 && from < at && !ascii_blank(text.p[from - 1]))
		from++;
	return relcheck_cut(c, str_sub(text, from, text.n));
}

static bool
find_marks(struct relcheck *c, struct str text, struct place place)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t at = str_find(text, marks[i].text);

		if (at == STR_NPOS || (marks[i].alone && !stands_alone(text, at, at + marks[i].text.n)))
			continue;
		relcheck_found(c, RULE_PLACEHOLDER, place, "something to fill in: \"%.*s\"", STR_FMT(around(c, text, at)));
		return true;
	}
	return false;
}

static bool
is_asked(struct str inside)
{
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		if (str_starts_nocase(inside, asked[i]) && stands_alone(inside, 0, asked[i].n))
			return true;
	return false;
}

/* "[email protected]": a web site puts this in place of an address, to hide it from programs. */
static bool
is_hidden_address(struct str inside)
{
	return take(&inside, "email") && str_is(skip_blank(inside), "protected");
}

/* "[date]", "[Name of the spokesperson]" */
static void
find_brackets(struct relcheck *c, struct str text, struct place place)
{
	for (size_t open; (open = str_find_char(text, '[')) != STR_NPOS;) {
		size_t end;

		text = str_sub(text, open + 1, text.n);
		end = str_find_char(str_sub(text, 0, 200), ']');
		if (end != STR_NPOS && is_hidden_address(str_sub(text, 0, end)))
			relcheck_found(c, RULE_RESIDUE, place, "an e-mail address that a web site hides: \"[email protected]\"");
		else if (end != STR_NPOS && is_asked(str_sub(text, 0, end)) && !has_words(str_sub(text, 0, end), ASKED_WORDS + 1))
			relcheck_found(c, RULE_PLACEHOLDER, place, "something to fill in: \"[%.*s]\"",
				STR_FMT(relcheck_cut(c, str_sub(text, 0, end))));
	}
}

/*
 * "the the": the frequent short words of the text's own language, which
 * nobody doubles on purpose but these.
 */
static bool
may_double(struct str word)
{
	return str_listed_nocase(STR("that had is in her no so very ha die das der den dem was wie si se ne to je nous vous"), word);
}

static void
find_doubled(struct relcheck *c, struct str text, struct place place)
{
	struct str rest = text, last = STR_NONE, word;

	while (relcheck_next_word(&rest, &word)) {
		bool beside = last.n > 0 && word.p == last.p + last.n + 1 && word.p[-1] == ' ';

		if (beside && word.n > 1 && str_eq(word, last) && words_common(&c->words, word) && !may_double(word))
			relcheck_found(c, RULE_DOUBLED, place, "a word stands twice: \"%.*s\"",
				STR_FMT(around(c, text, (size_t)(last.p - text.p))));
		last = word;
	}
}

/* "From: ...", "Sent: ...", "To: ...", "Subject: ...", one below the other. */
static void
find_mail(struct relcheck *c, struct str text)
{
	struct str line, first = STR_NONE;
	size_t fields = 0;

	for (int i = 0; i < MAIL_LINES && str_next(&text, '\n', &line); i++) {
		size_t n = words_at(&c->words, WORDS_MAIL, line);
		bool field = n > 0 && n < line.n && line.p[n] == ':';

		if (field && fields == 0)
			first = line;
		fields = field ? fields + 1 : 0;
		if (fields == MAIL_FIELDS)
			relcheck_found(c, RULE_MAIL_HEAD, (struct place){ 0 }, "the head of a mail: \"%.*s\"",
				STR_FMT(relcheck_cut(c, first)));
	}
}

void
relcheck_unfinished(struct relcheck *c)
{
	size_t number = 0;

	find_mail(c, relcheck_text_of(c));
	for (struct walk w = { .root = c->d->root }; walk_next(&w);) {
		struct str text;
		struct place place;

		if (w.leaving || !w.at->runs)
			continue;
		text = block_text(&c->d->arena, w.at);
		place = relcheck_place(w.at, ++number);
		if (!find_marks(c, text, place))
			find_brackets(c, text, place);
		find_doubled(c, text, place);
	}
}
