/* Where links lead, and what their texts say of it; pictures. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/fields.h"
#include "relcheck/relcheck.h"

enum { HERE_WORDS = 3 };

/* Link texts that say nothing, beside the words that the language tables have for "here". */
static const char *const vague[] = {
	"click here", "read more", "more", "learn more", "this link", "this page", "see more", "details",
	"hier klicken", "mehr", "mehr erfahren", "weiterlesen", "weitere informationen",
	"více", "více zde", "číst dál", "více informací", "viac", "więcej", "czytaj więcej", "czytaj dalej",
	"cliquez ici", "en savoir plus", "lire la suite", "haga clic aquí", "más", "leer más", "clicca qui", "leggi tutto",
	"klik hier", "lees meer", "klikk her", "les mer", "läs mer", "läs mer här", "læs mere", "saiba mais", "ler mais",
};

static bool
is_vague(struct relcheck *c, struct str text)
{
	struct str folded;

	if (words_are(&c->words, WORDS_LINK, text))
		return true;
	if (text.n > 40 || has_words(text, HERE_WORDS + 1))
		return false;
	folded = utf8_fold(&c->d->arena, text);
	while (folded.n > 0 && strchr(".:>!", folded.p[folded.n - 1]))
		folded.n--;
	for (size_t i = 0; i < sizeof(vague) / sizeof(vague[0]); i++)
		if (str_is(folded, vague[i]))
			return true;
	return false;
}

/* What stands between "//" or the beginning and the path, without a user, a port and "www.". */
static struct str
host_of(struct str url)
{
	size_t slashes = str_find(url, STR("://")), end = 0, at;

	if (slashes != STR_NPOS)
		url = str_sub(url, slashes + 3, url.n);
	while (end < url.n && !strchr("/?#:", url.p[end]))
		end++;
	url = str_sub(url, 0, end);
	at = str_find_char(url, '@');
	if (at != STR_NPOS)
		url = str_sub(url, at + 1, url.n);
	return str_starts_nocase(url, STR("www.")) ? str_sub(url, 4, url.n) : url;
}

static bool
is_below(struct str host, struct str domain)
{
	return host.n > domain.n && host.p[host.n - domain.n - 1] == '.' &&
	       str_eq_nocase(str_sub(host, host.n - domain.n, host.n), domain);
}

static bool
same_house(struct str a, struct str b)
{
	return str_eq_nocase(a, b) || is_below(a, b) || is_below(b, a);
}

/* Names with letters beyond ASCII have two forms; they are not compared. */
static bool
is_plain_host(struct str host)
{
	for (size_t i = 0; i < host.n; i++)
		if (!ascii_alpha(host.p[i]) && !ascii_digit(host.p[i]) && host.p[i] != '-' && host.p[i] != '.')
			return false;
	return host.n > 0 && !str_starts_nocase(host, STR("xn--")) && str_find(host, STR(".xn--")) == STR_NPOS;
}

static struct str
address_of(struct str mailto)
{
	struct str address = str_sub(mailto, 7, mailto.n);

	return str_sub(address, 0, str_find_char(address, '?'));
}

/* Whether the text is an address, and the link leads to another one. */
static bool
leads_astray(struct str text, struct str link)
{
	bool mail = str_starts(link, STR("mailto:"));
	struct field f;

	if (!field_next(text, 0, &f) || f.from > 0 || f.to < text.n || f.kind == FIELD_PHONE)
		return false;
	if (f.kind == FIELD_EMAIL)
		return mail && !str_eq_nocase(text, address_of(link)) && str_find_char(link, '%') == STR_NPOS;
	return !mail && is_plain_host(host_of(text)) && is_plain_host(host_of(link)) && !same_house(host_of(text), host_of(link));
}

static bool
is_private_number(struct str host)
{
	long second = 0;
	struct str rest = host, first, next;

	if (!str_next(&rest, '.', &first) || !str_next(&rest, '.', &next) || !str_to_long(next, &second))
		return false;
	return str_is(first, "10") || str_is(first, "127") || (str_is(first, "192") && second == 168) ||
	       (str_is(first, "172") && second >= 16 && second <= 31) || (str_is(first, "169") && second == 254);
}

bool
relcheck_is_inside(struct str url)
{
	static const char *const ends[] = { ".local", ".localhost", ".lan", ".intern", ".internal", ".corp", ".intranet", ".home.arpa" };
	struct str host = host_of(url);

	if (!str_starts_nocase(url, STR("http")) || host.n == 0)
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (host.n > strlen(ends[i]) && str_ends(host, str_of(ends[i])))
			return true;
	return str_find_char(host, '.') == STR_NPOS ? host.p[0] != '[' : is_private_number(host);
}

static void
check_link(struct relcheck *c, struct str text, struct str link, struct place place)
{
	if (is_vague(c, text))
		relcheck_found(c, RULE_LINK_TEXT, place, "\"%.*s\" does not say where the link leads: %.*s",
			STR_FMT(relcheck_cut(c, text)), STR_FMT(relcheck_cut(c, link)));
	if (leads_astray(text, link))
		relcheck_found(c, RULE_LINK_TARGET, place, "\"%.*s\" leads to %.*s", STR_FMT(relcheck_cut(c, text)),
			STR_FMT(relcheck_cut(c, link)));
	if (relcheck_is_inside(link))
		relcheck_found(c, RULE_LINK_INSIDE, place, "\"%.*s\" leads to %.*s, which is inside the sender's network",
			STR_FMT(relcheck_cut(c, text)), STR_FMT(relcheck_cut(c, link)));
}

/* The runs of one link are one text. */
static void
check_links_of(struct relcheck *c, const struct block *leaf, struct place place)
{
	struct buf text = { 0 };

	for (const struct run *run = leaf->runs; run; run = run->next) {
		if (run->kind == RUN_TEXT)
			buf_add(&text, run->text);
		if (run->next && str_eq(run->next->link, run->link))
			continue;
		if (run->link.n > 0 && text.n > 0)
			check_link(c, trim_blank(buf_str(&text)), run->link, place);
		buf_clear(&text);
	}
	buf_free(&text);
}

static void
check_pictures_of(struct relcheck *c, const struct block *leaf, struct place place)
{
	for (const struct run *run = leaf->runs; run; run = run->next) {
		if (run->kind != RUN_IMAGE)
			continue;
		if (run->image->alt.n == 0)
			relcheck_found(c, RULE_ALT, place, "a picture has no alternative text");
		if (relcheck_has_position(run->image->bytes))
			relcheck_found(c, RULE_PICTURE_DATA, place, "a photograph says where it was taken");
	}
}

void
relcheck_links(struct relcheck *c)
{
	size_t number = 0;

	for (struct walk w = { .root = c->d->root }; walk_next(&w);) {
		struct place place;

		if (w.leaving || !w.at->runs)
			continue;
		place = relcheck_place(w.at, ++number);
		check_links_of(c, w.at, place);
		check_pictures_of(c, w.at, place);
	}
}
